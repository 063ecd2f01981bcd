"""Look-ups out of the ordinary: found by the worker, reviewed by a personvernombud, never by who did the looking.

Each rule counts a case once: the first look that day, and the look that made it many in an hour.
"""

# ruff: noqa: S608 - our own constants in our own functions

from django.db import migrations

from felles.db.migrasjon import som_vokter

SQL = "LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp"

FINN = f"""
CREATE FUNCTION vern.finn_uvanlige(naa timestamptz) RETURNS bigint {SQL} AS $$
    WITH ett AS (
        SELECT n.id, n.bruker, n.tid, n.saker[1] AS sak, n.grunnlag::text[] AS grunnlag,
            n.tid AT TIME ZONE 'Europe/Oslo' AS lokal
        FROM vern_innsyn n WHERE n.tid > naa - interval '3 days' AND n.tid <= naa
          AND cardinality(n.saker) = 1
    ), dagens AS (
        SELECT DISTINCT ON (bruker, sak, lokal::date) * FROM ett ORDER BY bruker, sak, lokal::date, tid, id
    ), timens AS (
        SELECT DISTINCT ON (bruker, sak, date_trunc('hour', lokal)) * FROM ett
        ORDER BY bruker, sak, date_trunc('hour', lokal), tid, id
    ), funnet (id, regel) AS (
        SELECT id, 'mange' FROM (
            SELECT id, count(*) OVER (PARTITION BY bruker ORDER BY tid RANGE BETWEEN '1 hour' PRECEDING AND CURRENT ROW)
            FROM timens) t (id, antall) WHERE antall = 15
        UNION SELECT id, 'utenfor_tid' FROM dagens
            WHERE extract(isodow FROM lokal) > 5 OR extract(hour FROM lokal) NOT BETWEEN 6 AND 19
        UNION SELECT id, 'uten_oppgave' FROM dagens WHERE grunnlag = '{{rolle}}'
        UNION SELECT d.id, 'lukket_sak' FROM dagens d JOIN bekymring_sak s ON s.id = d.sak
            WHERE s.tilstand IN ('avsluttet', 'overfort', 'sperret') AND s.sist_endret < d.tid - interval '1 day'
    ), nye AS (
        INSERT INTO vern_oppslagsvurdering (innsyn, bruker, tid, regler, merknad)
        SELECT e.id, e.bruker, e.tid, array_agg(f.regel ORDER BY f.regel), ''
        FROM funnet f JOIN ett e ON e.id = f.id GROUP BY e.id, e.bruker, e.tid
        ON CONFLICT (innsyn) DO NOTHING RETURNING 1
    )
    SELECT count(*) FROM nye
$$;
REVOKE ALL ON FUNCTION vern.finn_uvanlige(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.finn_uvanlige(timestamptz) TO hp_worker;
"""

LISTE = f"""
CREATE FUNCTION vern.uvanlige_oppslag(vurderte boolean, antall integer, eldre_enn bigint)
RETURNS TABLE (id bigint, tid timestamptz, bruker bigint, utsnitt text, soner text[], saker text[], regler text[],
    vurdert timestamptz, vurdert_av bigint, merknad text)
{SQL.replace("sql", "sql STABLE")} AS $$
    SELECT v.innsyn, v.tid, v.bruker, n.utsnitt::text, n.soner::text[],
        ARRAY(SELECT s.nummer::text || ' ' || s.ref FROM bekymring_sak s WHERE s.id = ANY (n.saker)),
        v.regler::text[], v.vurdert, v.vurdert_av, v.merknad::text
    FROM vern_oppslagsvurdering v JOIN vern_innsyn n ON n.id = v.innsyn
    WHERE vern.har_rolle('personvernombud') AND (v.vurdert IS NOT NULL) = vurderte
      AND (eldre_enn IS NULL OR v.innsyn < eldre_enn)
    ORDER BY v.innsyn DESC LIMIT least(antall, 1000)
$$;
REVOKE ALL ON FUNCTION vern.uvanlige_oppslag(boolean, integer, bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.uvanlige_oppslag(boolean, integer, bigint) TO hp_web;
"""

ANTALL = f"""
CREATE FUNCTION vern.antall_uvanlige() RETURNS bigint {SQL.replace("sql", "sql STABLE")} AS $$
    SELECT count(*) FROM vern_oppslagsvurdering v
    WHERE v.vurdert IS NULL AND v.bruker <> vern.uid() AND vern.har_rolle('personvernombud')
$$;
REVOKE ALL ON FUNCTION vern.antall_uvanlige() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.antall_uvanlige() TO hp_web;
"""

VURDER = """
CREATE FUNCTION vern.vurder_oppslag(hvilket bigint, funnet text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF vern.uid() IS NULL OR NOT vern.har_rolle('personvernombud') OR EXISTS (
        SELECT FROM vern_oppslagsvurdering v WHERE v.innsyn = hvilket AND v.bruker = vern.uid()) THEN
        RAISE EXCEPTION 'ingen vurderer egne oppslag' USING ERRCODE = 'insufficient_privilege';
    END IF;
    UPDATE vern_oppslagsvurdering v SET vurdert = statement_timestamp(), vurdert_av = vern.uid(), merknad = left(funnet, 300)
    WHERE v.innsyn = hvilket AND v.vurdert IS NULL;
    RETURN FOUND;
END $$;
REVOKE ALL ON FUNCTION vern.vurder_oppslag(bigint, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.vurder_oppslag(bigint, text) TO hp_web;
"""


class Migration(migrations.Migration):
    dependencies = [("bekymring", "0015_identitetskort")]
    operations = [
        migrations.RunSQL(
            "GRANT SELECT (tilstand) ON bekymring_sak TO hp_vokter",
            "REVOKE SELECT (tilstand) ON bekymring_sak FROM hp_vokter",
        ),
        som_vokter(FINN, "DROP FUNCTION vern.finn_uvanlige(timestamptz)"),
        som_vokter(LISTE, "DROP FUNCTION vern.uvanlige_oppslag(boolean, integer, bigint)"),
        som_vokter(ANTALL, "DROP FUNCTION vern.antall_uvanlige()"),
        som_vokter(VURDER, "DROP FUNCTION vern.vurder_oppslag(bigint, text)"),
    ]
