-- Seals what is over. Every transaction below the horizon is over, so what it wrote is all there: a late committer is
-- never below it. The horizon may be lower than in the round before (one that ended in between): then the range is
-- empty. The cluster itself never counts backwards.
SET LOCAL ROLE hp_vokter;

CREATE FUNCTION vern.forsegl() RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp SET TimeZone = 'UTC' SET DateStyle = 'ISO, YMD'
SET IntervalStyle = 'postgres' SET bytea_output = 'hex' SET extra_float_digits = 1
AS $$
DECLARE kilde record; ny vern_segl; siste record; horisont bigint; antall integer := 0;
BEGIN
    PERFORM pg_advisory_xact_lock(7100);
    horisont := vern.horisont();
    ny.tid := clock_timestamp();
    SELECT s.nr, s.hash INTO siste FROM vern_segl s ORDER BY s.nr DESC LIMIT 1;
    ny.nr := coalesce(siste.nr, 0);
    ny.hash := coalesce(siste.hash, ''::bytea);
    FOR kilde IN SELECT * FROM vern.kilde ORDER BY tabell LOOP
        ny.fra_xid := coalesce((SELECT s.til_xid FROM vern_segl s WHERE s.logg = kilde.tabell
                                ORDER BY s.nr DESC LIMIT 1), 0);
        IF pg_snapshot_xmax(pg_current_snapshot())::text::bigint < ny.fra_xid THEN
            RAISE EXCEPTION 'denne klyngen teller lavere enn siste segl: se ADR 10 om gjenoppretting';
        END IF;
        EXECUTE format(
            $f$SELECT array_agg(r.i ORDER BY r.xid, r.i), array_agg(r.a ORDER BY r.xid, r.i)
            FROM (SELECT %1$I::text AS i, xid,
                    substr(sha256(convert_to(ROW(%2$s)::text, 'UTF8')), 1, 16) AS a
                  FROM public.%3$I WHERE xid >= $1 AND xid < $2) r$f$,
            kilde.nokkel, kilde.nokkel || ', ' || kilde.kolonner, kilde.tabell)
        INTO ny.ider, ny.avtrykk USING ny.fra_xid, horisont;
        CONTINUE WHEN ny.ider IS NULL;
        ny.nr := ny.nr + 1;
        ny.logg := kilde.tabell;
        ny.til_xid := horisont;
        ny.forrige := ny.hash;
        ny.hash := vern.segl_hash(ny);
        INSERT INTO vern_segl (nr, logg, tid, fra_xid, til_xid, ider, avtrykk, forrige, hash)
        VALUES (ny.nr, ny.logg, ny.tid, ny.fra_xid, ny.til_xid, ny.ider, ny.avtrykk, ny.forrige, ny.hash);
        antall := antall + 1;
    END LOOP;
    RETURN antall;
END
$$;

REVOKE ALL ON FUNCTION vern.forsegl FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.forsegl TO hp_worker;
