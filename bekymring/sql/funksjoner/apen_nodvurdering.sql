-- The rådmann learns that a review is open and nothing more.
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.apen_nodvurdering() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
    SELECT vern.har_rolle('radmann') AND EXISTS (
        SELECT FROM bekymring_nodtilgang r WHERE r.fra IS NOT NULL AND r.vurdert IS NULL)
$$;

REVOKE ALL ON FUNCTION vern.apen_nodvurdering FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.apen_nodvurdering TO hp_web;
