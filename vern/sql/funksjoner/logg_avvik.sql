-- A row below a log's horizon is in exactly one seal as it was then. One that claims the database's clock at a time
-- well before the last round of sealing it is not in, or a transaction that has not been, was put there afterwards.
-- All cores share the hashing, where the planner thought it too little to share.
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.logg_avvik(hvilken text) RETURNS TABLE(id text, hva text, segl bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp SET TimeZone = 'UTC' SET DateStyle = 'ISO, YMD'
SET IntervalStyle = 'postgres' SET bytea_output = 'hex' SET extra_float_digits = 1 SET parallel_setup_cost = 0
SET parallel_tuple_cost = 0 SET work_mem = '32MB'
AS $$
DECLARE kilde record;
BEGIN
    SELECT * INTO STRICT kilde FROM vern.kilde k WHERE k.tabell = hvilken;
    RETURN QUERY EXECUTE format(
        $f$WITH segl AS (
            SELECT s.*, max(s.tid) OVER (ORDER BY s.tid GROUPS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
                - interval '10 minutes' AS grense FROM vern_segl s
        ), forseglet AS (
            SELECT s.nr, s.grense, u.i, u.a FROM segl s, unnest(s.ider, s.avtrykk) u (i, a) WHERE s.logg = $1
        ), rader AS (
            SELECT %1$I::text AS i,
                substr(sha256(convert_to(ROW(%2$s)::text, 'UTF8')), 1, 16) AS a,
                %3$s::timestamptz AS klokke FROM public.%4$I
            WHERE xid < (SELECT coalesce(max(s.til_xid), 0) FROM vern_segl s WHERE s.logg = $1)
               OR xid >= pg_snapshot_xmax(pg_current_snapshot())::text::bigint
        )
        SELECT coalesce(f.i, r.i), CASE WHEN r.i IS NULL THEN 'fjernet' WHEN f.i IS NULL OR f.a = r.a THEN 'satt inn'
               ELSE 'endret' END, f.nr
        FROM forseglet f FULL JOIN rader r ON r.i = f.i
        WHERE f.i IS NULL OR r.i IS NULL OR f.a <> r.a OR r.klokke < f.grense ORDER BY f.nr, 1$f$,
        kilde.nokkel, kilde.nokkel || ', ' || kilde.kolonner, coalesce(quote_ident(kilde.klokke), 'NULL'), kilde.tabell)
    USING hvilken;
END
$$;

REVOKE ALL ON FUNCTION vern.logg_avvik FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.logg_avvik TO hp_worker, hp_innsyn;
