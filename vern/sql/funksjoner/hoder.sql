-- The heads of the seals, for the file outside the database.
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.hoder(etter bigint) RETURNS TABLE(nr bigint, tid timestamptz, hash text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
    SELECT s.nr, s.tid, encode(s.hash, 'hex') FROM vern_segl s WHERE s.nr > etter ORDER BY s.nr
$$;

REVOKE ALL ON FUNCTION vern.hoder FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.hoder TO hp_worker, hp_innsyn;
