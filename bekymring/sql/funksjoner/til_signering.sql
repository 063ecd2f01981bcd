-- What the one who asks has been asked to sign as the second person: the grounds and exceptions by id, and the texts that
-- say why. Once a query.
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.til_signering() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
    WITH spurt AS (
        SELECT t.grunn FROM bekymring_tilgang t
        WHERE t.user_id = vern.uid() AND t.grunnlag = 'saksansvarlig' AND t.rett = 'egne' AND t.grunn IS NOT NULL
          AND vern.gjelder(t.fra, t.til) AND vern.har_rolle('koordinator') AND NOT vern.er_sperret(t.sak_id, t.user_id)
    )
    SELECT coalesce(array_agg(x.id), '{}') FROM (
        SELECT grunn FROM spurt
        UNION ALL
        SELECT g.nodvendighet_id FROM bekymring_delingsgrunnlag g JOIN spurt ON spurt.grunn = g.id
        UNION ALL
        SELECT u.begrunnelse_id FROM bekymring_foresattunntak u JOIN spurt ON spurt.grunn = u.id
        UNION ALL
        SELECT u.part_id FROM bekymring_foresattunntak u JOIN spurt ON spurt.grunn = u.id
    ) x (id)
$$;

REVOKE ALL ON FUNCTION vern.til_signering FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.til_signering TO hp_web;
