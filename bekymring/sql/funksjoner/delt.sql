-- What has been shared in a case on a ground, with whom, for what and how long, also what has ended: for who leads it,
-- who tells them to put it away, and the person what was shared. Whether it was looked at is in the read log.
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.delt(
    i uuid
) RETURNS TABLE (bruker bigint, sted bigint, rolle text, formal text, soner text[], fra timestamptz, til timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
    SELECT t.user_id, t.sted_id, t.grunnlag::text, t.formal::text, array_agg(DISTINCT t.sone::text), min(t.fra),
        CASE WHEN bool_and(t.til IS NOT NULL) THEN max(t.til) END
    FROM bekymring_tilgang t
    WHERE t.sak_id = i AND t.formal <> '' AND t.rett IN ('les', 'delt') AND t.fra <= statement_timestamp()
      AND vern.varer(t.til, t.fra) AND vern.har_rett(i, 'led')
    GROUP BY t.user_id, t.sted_id, t.grunnlag, t.formal
    ORDER BY 6, 1
$$;

REVOKE ALL ON FUNCTION vern.delt FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.delt TO hp_web;
