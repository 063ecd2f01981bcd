-- Does this person see anything of the case now? Asked of anybody, by the job that looks for what is left undone.
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.ser(i uuid, hvem bigint) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
    SELECT NOT vern.er_sperret(i, hvem) AND EXISTS (
        SELECT FROM bekymring_tilgang t JOIN brukere_bruker b ON b.id = t.user_id AND b.is_active
        WHERE t.sak_id = i AND t.user_id = hvem AND t.rett NOT IN ('se', 'egne') AND vern.varer(t.til)
          AND vern.rett_gjelder(hvem, t.grunnlag, t.sone, t.sted_id))
$$;

REVOKE ALL ON FUNCTION vern.ser FROM PUBLIC;
