-- Does a koordinator lead the case now?
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.ledes_av_koordinator(i uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
    SELECT EXISTS (
        SELECT FROM bekymring_tilgang t JOIN brukere_bruker b ON b.id = t.user_id AND b.is_active
        WHERE t.sak_id = i AND t.rett = 'led' AND t.grunnlag IN ('koordinator', 'saksansvarlig')
          AND vern.gjelder(t.fra, t.til)
          AND vern.rett_gjelder(t.user_id, t.grunnlag, t.sone, t.sted_id) AND NOT vern.er_sperret(i, t.user_id))
$$;

REVOKE ALL ON FUNCTION vern.ledes_av_koordinator FROM PUBLIC;
