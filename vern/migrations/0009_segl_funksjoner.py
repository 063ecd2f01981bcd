"""The sealer and what verifies it. Owned by hp_vokter, who reads the logs' columns and may add seals, nothing else.

Rows are hashed in a form of their own, the same whatever the session's time zone, date style or encoding of bytes.
"""

# ruff: noqa: S608 - our own constants in our own functions

from django.db import migrations

from felles.db.migrasjon import Forsegles, Rettigheter, Vegg, som_vokter

FORM = """SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
SET TimeZone = 'UTC' SET DateStyle = 'ISO, YMD' SET IntervalStyle = 'postgres' SET bytea_output = 'hex'
SET extra_float_digits = 1"""
RAD = "substr(sha256(convert_to(ROW(%s)::text, 'UTF8')), 1, 16)"
LESERE = "hp_worker, hp_innsyn"

KILDE = """
CREATE TABLE vern.kilde (tabell text PRIMARY KEY, nokkel text NOT NULL, kolonner text NOT NULL, klokke text);
GRANT SELECT ON vern.kilde TO hp_vokter;
"""

HASH = """
CREATE FUNCTION vern.segl_hash(s vern_segl) RETURNS bytea LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
    SELECT sha256(
        s.forrige
        || convert_to(concat_ws('|', s.nr, s.logg, (extract(epoch FROM s.tid) * 1000000)::bigint, s.fra_xid, s.til_xid,
                                cardinality(s.ider)), 'UTF8')
        || sha256(convert_to(to_json(s.ider)::text, 'UTF8'))
        || sha256((SELECT string_agg(u.a, ''::bytea ORDER BY u.n) FROM unnest(s.avtrykk) WITH ORDINALITY u (a, n)))
    )
$$;
REVOKE ALL ON FUNCTION vern.segl_hash(vern_segl) FROM PUBLIC;
"""

# Every transaction below the horizon is over, so what it wrote is all there: a late committer is never below it.
FORSEGL = f"""
CREATE FUNCTION vern.forsegl() RETURNS integer LANGUAGE plpgsql {FORM} AS $$
DECLARE kilde record; ny vern_segl; siste record; horisont bigint; antall integer := 0;
BEGIN
    PERFORM pg_advisory_xact_lock(7100);
    horisont := pg_snapshot_xmin(pg_current_snapshot())::text::bigint;
    ny.tid := clock_timestamp();
    SELECT s.nr, s.hash INTO siste FROM vern_segl s ORDER BY s.nr DESC LIMIT 1;
    ny.nr := coalesce(siste.nr, 0);
    ny.hash := coalesce(siste.hash, ''::bytea);
    FOR kilde IN SELECT * FROM vern.kilde ORDER BY tabell LOOP
        ny.fra_xid := coalesce((SELECT s.til_xid FROM vern_segl s WHERE s.logg = kilde.tabell
                                ORDER BY s.nr DESC LIMIT 1), 0);
        IF horisont < ny.fra_xid THEN
            RAISE EXCEPTION 'denne klyngen teller lavere enn siste segl: se ADR 10 om gjenoppretting';
        END IF;
        EXECUTE format(
            $f$SELECT array_agg(r.i ORDER BY r.xid, r.i), array_agg(r.a ORDER BY r.xid, r.i)
            FROM (SELECT %1$I::text AS i, xid, {RAD % "%2$s"} AS a FROM public.%3$I WHERE xid >= $1 AND xid < $2) r$f$,
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
END $$;
REVOKE ALL ON FUNCTION vern.forsegl() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.forsegl() TO hp_worker;
"""

# The heads, for the file outside the database.
HODER = f"""
CREATE FUNCTION vern.hoder(etter bigint) RETURNS TABLE (nr bigint, tid timestamptz, hash text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT s.nr, s.tid, encode(s.hash, 'hex') FROM vern_segl s WHERE s.nr > etter ORDER BY s.nr
$$;
REVOKE ALL ON FUNCTION vern.hoder(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.hoder(bigint) TO {LESERE};
"""

KJEDE = f"""
CREATE FUNCTION vern.segl_kjede()
RETURNS TABLE (nr bigint, tid timestamptz, logg text, hash text, uendret boolean, henger boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT s.nr, s.tid, s.logg::text, encode(s.hash, 'hex'), s.hash = vern.segl_hash(s),
        s.forrige = lag(s.hash, 1, ''::bytea) OVER (ORDER BY s.nr)
    FROM vern_segl s ORDER BY s.nr
$$;
REVOKE ALL ON FUNCTION vern.segl_kjede() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.segl_kjede() TO {LESERE};
"""

# A row below a log's horizon is in exactly one seal as it was then. One that claims the database's clock at a time
# well before the last round of sealing it is not in, or a transaction that has not been, was put there afterwards.
AVVIK = f"""
CREATE FUNCTION vern.logg_avvik(hvilken text) RETURNS TABLE (id text, hva text, segl bigint)
LANGUAGE plpgsql STABLE {FORM} AS $$
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
            SELECT %1$I::text AS i, {RAD % "%2$s"} AS a, %3$s::timestamptz AS klokke FROM public.%4$I
            WHERE xid < (SELECT coalesce(max(s.til_xid), 0) FROM vern_segl s WHERE s.logg = $1)
               OR xid >= pg_snapshot_xmax(pg_current_snapshot())::text::bigint
        )
        SELECT coalesce(f.i, r.i), CASE WHEN r.i IS NULL THEN 'fjernet' WHEN f.i IS NULL OR f.a = r.a THEN 'satt inn'
               ELSE 'endret' END, f.nr
        FROM forseglet f FULL JOIN rader r ON r.i = f.i
        WHERE f.i IS NULL OR r.i IS NULL OR f.a <> r.a OR r.klokke < f.grense ORDER BY f.nr, 1$f$,
        kilde.nokkel, kilde.nokkel || ', ' || kilde.kolonner, coalesce(quote_ident(kilde.klokke), 'NULL'), kilde.tabell)
    USING hvilken;
END $$;
REVOKE ALL ON FUNCTION vern.logg_avvik(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.logg_avvik(text) TO {LESERE};
"""

ANTALL = f"""
CREATE FUNCTION vern.logg_antall() RETURNS TABLE (logg text, forseglet bigint, venter bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE kilde record;
BEGIN
    FOR kilde IN SELECT * FROM vern.kilde k ORDER BY k.tabell LOOP
        logg := kilde.tabell;
        forseglet := coalesce((SELECT sum(cardinality(s.ider)) FROM vern_segl s WHERE s.logg = kilde.tabell), 0);
        EXECUTE format(
            $f$SELECT count(*) FROM public.%I
             WHERE xid >= (SELECT coalesce(max(s.til_xid), 0) FROM vern_segl s WHERE s.logg = $1)$f$,
            kilde.tabell) INTO venter USING kilde.tabell;
        RETURN NEXT;
    END LOOP;
END $$;
REVOKE ALL ON FUNCTION vern.logg_antall() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.logg_antall() TO {LESERE};
"""

VOKTER = ("ALL", "hp_vokter", "true")


class Migration(migrations.Migration):
    dependencies = [("vern", "0008_segl"), ("brukere", "0002_kontoer")]
    operations = [
        migrations.RunSQL(KILDE, "DROP TABLE vern.kilde"),
        Rettigheter("vern_segl", hp_vokter="SELECT, INSERT", hp_innsyn="SELECT"),
        Vegg("vern_segl", vokter=VOKTER, les=("SELECT", "hp_innsyn", "true")),
        Rettigheter("vern_oppslagsvurdering", hp_vokter="SELECT, INSERT, UPDATE"),
        Vegg("vern_oppslagsvurdering", vokter=VOKTER),
        som_vokter(HASH, "DROP FUNCTION vern.segl_hash(vern_segl)"),
        som_vokter(FORSEGL, "DROP FUNCTION vern.forsegl()"),
        som_vokter(HODER, "DROP FUNCTION vern.hoder(bigint)"),
        som_vokter(KJEDE, "DROP FUNCTION vern.segl_kjede()"),
        som_vokter(AVVIK, "DROP FUNCTION vern.logg_avvik(text)"),
        som_vokter(ANTALL, "DROP FUNCTION vern.logg_antall()"),
        Forsegles("vern_innsyn", "tid, bruker, roller, saker, utsnitt, soner, grunnlag", klokke="tid"),
        Forsegles("vern_avvist", "tid, bruker, referanse, side, metode", klokke="tid", skrivere="hp_logg"),
        Forsegles(
            "brukere_historicalrolletildeling",
            "history_date, history_type, history_user_id, id, bruker_id, rolle, fra, til, gitt_av_id",
            nokkel="history_id",
            klokke="history_date",
        ),
    ]
