"""The sealer waits for its own database only: a stranger's long write elsewhere in the cluster holds nothing back.

Transaction numbers are the cluster's, and `pg_snapshot_xmin` is the oldest writer of any of its databases. The horizon
is now the oldest running writer that is not known to be in another database; others write none of our rows.
"""

# ruff: noqa: S608 - our own constants in our own functions

from django.db import migrations

from felles.db.migrasjon import som_vokter

FORM = """SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
SET TimeZone = 'UTC' SET DateStyle = 'ISO, YMD' SET IntervalStyle = 'postgres' SET bytea_output = 'hex'
SET extra_float_digits = 1"""
RAD = "substr(sha256(convert_to(ROW(%s)::text, 'UTF8')), 1, 16)"

# The order is the proof. First the picture of who runs, then each is looked for among the server processes: one that
# stands there still runs, and a process never changes database. One that ended in between, is prepared, or has no
# database stands nowhere as another's, and is waited for. The caller's own transaction counts as running.
HORISONT = """
CREATE FUNCTION vern.horisont() RETURNS bigint LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE bilde pg_snapshot; her oid := (SELECT d.oid FROM pg_database d WHERE d.datname = current_database());
BEGIN
    PERFORM pg_stat_clear_snapshot();
    bilde := pg_current_snapshot();
    RETURN (
        SELECT least(min(x::text::bigint), pg_snapshot_xmax(bilde)::text::bigint,
                     pg_current_xact_id_if_assigned()::text::bigint)
        FROM pg_snapshot_xip(bilde) x
        WHERE NOT EXISTS (SELECT FROM pg_stat_activity a WHERE a.backend_xid = x::xid AND a.datid <> her)
    );
END $$;
REVOKE ALL ON FUNCTION vern.horisont() FROM PUBLIC;
"""

# As in 0009, but for the horizon. It may be lower than in the round before (who ended in between, above): then the
# range is empty. The cluster itself never counts backwards.
FORSEGL = f"""
CREATE OR REPLACE FUNCTION vern.forsegl() RETURNS integer LANGUAGE plpgsql {FORM} AS $$
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
"""


class Migration(migrations.Migration):
    dependencies = [("vern", "0011_sok_fort")]
    operations = [
        som_vokter(HORISONT, "DROP FUNCTION vern.horisont()"),
        som_vokter(FORSEGL, "SELECT 1"),
    ]
