-- The chain of seals: is each as it was made, and does it hang on the one before?
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.segl_kjede(
    
) RETURNS TABLE(nr bigint, tid timestamptz, logg text, hash text, uendret boolean, henger boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
AS $$
    SELECT s.nr, s.tid, s.logg::text, encode(s.hash, 'hex'), s.hash = vern.segl_hash(s),
        s.forrige = lag(s.hash, 1, ''::bytea) OVER (ORDER BY s.nr)
    FROM vern_segl s ORDER BY s.nr
$$;

REVOKE ALL ON FUNCTION vern.segl_kjede FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.segl_kjede TO hp_worker, hp_innsyn;
