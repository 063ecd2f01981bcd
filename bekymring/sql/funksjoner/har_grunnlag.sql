-- Does any ground in the case cover somebody for one of these purposes now?
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.har_grunnlag(i uuid, formaal text[]) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
    SELECT EXISTS (
        SELECT FROM bekymring_delingsgrunnlag g, unnest(formaal) f (f)
        WHERE g.sak_id = i AND vern.gjelder(g.fra, g.til) AND f.f = ANY (g.formal)
          AND vern.dekket_til(i, g.mottaker_id, g.mottaker_person_id, 'uten_navn', f.f) IS NOT NULL)
$$;

REVOKE ALL ON FUNCTION vern.har_grunnlag FROM PUBLIC;
