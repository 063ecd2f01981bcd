-- For each of these people: where they work that a ground covers, and until when; the longest. No row: not covered.
-- For who has the case; the answer tells where consents are missing.
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.dekning(
    i uuid, brukere bigint[], hva text, formaal text
) RETURNS TABLE (bruker bigint, sted bigint, til timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
    SELECT DISTINCT ON (d.bruker) d.bruker, d.sted, d.til
    FROM (
        SELECT b.b AS bruker, k.aktor_id AS sted, least(k.til, vern.dekket_til(i, k.aktor_id, b.b, hva, formaal)) AS til,
            vern.dekket_til(i, k.aktor_id, b.b, hva, formaal) IS NOT NULL AS dekket
        FROM unnest(brukere) b (b) JOIN samarbeid_tilknytning k ON k.bruker_id = b.b AND vern.gjelder(k.fra, k.til)
    ) d
    WHERE d.dekket AND vern.har_rett(i, 'se')
    ORDER BY d.bruker, d.til DESC
$$;

REVOKE ALL ON FUNCTION vern.dekning FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.dekning TO hp_web;
