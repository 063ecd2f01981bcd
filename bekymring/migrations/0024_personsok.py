"""Is this person already in one of my cases? Exact, in cases one leads, with a purpose, counted and logged (issue 3).

No register of names, nor of their hashes: the cards of the own cases are opened and compared. The row of the act opens
them, in its own transaction and nowhere else; the keys come from `vern.innsyn`, which logs first, as always.
"""

# ruff: noqa: S608 - our own constants in our own functions

import django.contrib.postgres.fields
import django.db.models.functions.datetime
from django.db import migrations, models

from felles.db.migrasjon import Forsegles, Rettigheter, Vegg, som_vokter

SQL = "LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp"
PLPGSQL = "LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp"
NAA = "statement_timestamp()"
FORMAL = [
    ("ny_melding", "Jeg har fått en ny melding"),
    ("henvendelse", "Noen har kontaktet meg om personen"),
    ("innsyn", "Personen eller de foresatte ber om innsyn"),
]

# Ten an hour for each account. NULL: too many. Open cases with a name that the one who asks leads now, nothing else.
START = f"""
CREATE FUNCTION vern.start_personsok(hvorfor text) RETURNS uuid[] {PLPGSQL} AS $$
DECLARE meg bigint := vern.uid(); mine uuid[];
BEGIN
    IF meg IS NULL OR NOT vern.har_rolle('koordinator') THEN
        RAISE EXCEPTION 'er ikke koordinator' USING ERRCODE = 'insufficient_privilege';
    END IF;
    PERFORM pg_advisory_xact_lock(hashtextextended('personsok', meg));
    IF (SELECT count(*) FROM bekymring_personsok p
        WHERE p.bruker = meg AND p.tid > clock_timestamp() - interval '1 hour') >= 10 THEN
        RETURN NULL;
    END IF;
    SELECT coalesce(array_agg(DISTINCT t.sak_id), '{{}}') INTO mine
    FROM bekymring_tilgang t JOIN bekymring_sak s ON s.id = t.sak_id
    WHERE t.user_id = meg AND t.rett = 'led' AND t.grunnlag IN ('koordinator', 'saksansvarlig')
      AND t.fra <= {NAA} AND (t.til IS NULL OR t.til > {NAA}) AND vern.rett_gjelder(meg, t.grunnlag, t.sone)
      AND NOT vern.er_sperret(t.sak_id, meg)
      AND s.modus <> 'anonym' AND s.tilstand NOT IN ('avsluttet', 'overfort', 'sperret');
    INSERT INTO bekymring_personsok (tid, bruker, formal, saker) VALUES (clock_timestamp(), meg, hvorfor, mine);
    RETURN mine;
END $$;
REVOKE ALL ON FUNCTION vern.start_personsok(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.start_personsok(text) TO hp_web
"""

# The cases of the look-up that is under way: this transaction's own row, and never another's.
PAGAR = f"""
CREATE FUNCTION vern.personsok_i() RETURNS uuid[] {SQL} AS $$
    SELECT coalesce((SELECT p.saker FROM bekymring_personsok p
        WHERE p.bruker = vern.uid() AND p.xid = pg_current_xact_id_if_assigned()::text::bigint
        ORDER BY p.id DESC LIMIT 1), '{{}}')
$$;
REVOKE ALL ON FUNCTION vern.personsok_i() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.personsok_i() TO hp_web
"""

KORT = """
CREATE POLICY personsok ON bekymring_tekst FOR SELECT TO hp_web USING (
    sone = 'identitet' AND art = 'identitet' AND sak_id = ANY ((SELECT vern.personsok_i())::uuid[]))
"""

# As before, and the cards of a look-up under way: when they are what is logged.
INNSYN = """
CREATE OR REPLACE FUNCTION vern.innsyn(hvilke uuid[], utsnitt text) RETURNS TABLE (sak uuid, sone text)
LANGUAGE plpgsql AS $$
    DECLARE funnet text[]; hvorfor text[]; nod uuid[]; resten uuid[] := hvilke; en uuid; sok uuid[] := '{}';
    BEGIN
        IF utsnitt = 'personsok' THEN
            sok := vern.personsok_i();
        END IF;
        SELECT array_agg(DISTINCT t.sone) FILTER (WHERE t.rett = 'les'), array_agg(DISTINCT t.grunnlag),
            array_agg(DISTINCT t.sak_id) FILTER (WHERE t.grunnlag = 'nodtilgang')
        INTO funnet, hvorfor, nod
        FROM public.bekymring_tilgang t WHERE t.sak_id = ANY (hvilke);
        IF nod IS NOT NULL AND cardinality(hvilke) > 1 THEN
            FOREACH en IN ARRAY nod LOOP
                SELECT array_agg(DISTINCT t.sone) FILTER (WHERE t.rett = 'les'), array_agg(DISTINCT t.grunnlag)
                INTO funnet, hvorfor FROM public.bekymring_tilgang t WHERE t.sak_id = en;
                PERFORM vern.logg_innsyn(ARRAY[en], utsnitt, ARRAY['register'] || coalesce(funnet, '{}'), hvorfor);
                resten := array_remove(resten, en);
            END LOOP;
            SELECT array_agg(DISTINCT t.sone) FILTER (WHERE t.rett = 'les'), array_agg(DISTINCT t.grunnlag)
            INTO funnet, hvorfor FROM public.bekymring_tilgang t WHERE t.sak_id = ANY (resten);
        END IF;
        IF sok && hvilke THEN
            funnet := ARRAY['identitet'];
        END IF;
        IF cardinality(resten) > 0 OR nod IS NULL THEN
            PERFORM vern.logg_innsyn(resten, utsnitt, ARRAY['register'] || coalesce(funnet, '{}'), coalesce(hvorfor, '{rolle}'));
        END IF;
        IF sok && hvilke THEN
            RETURN QUERY SELECT s.s, 'identitet' FROM unnest(sok) s (s) WHERE s.s = ANY (hvilke);
            RETURN;
        END IF;
        RETURN QUERY SELECT DISTINCT t.sak_id, t.sone::text FROM public.bekymring_tilgang t
            WHERE t.sak_id = ANY (hvilke) AND t.rett IN ('les', 'skriv');
    END
$$
"""

# Who asked, when, why and in how many cases: for the personvernombud. Own look-ups are in the list, to be seen.
LISTE = f"""
CREATE FUNCTION vern.personsok(antall integer)
RETURNS TABLE (tid timestamptz, bruker bigint, formal text, saker bigint) {SQL} AS $$
    SELECT p.tid, p.bruker, p.formal::text, cardinality(p.saker)::bigint FROM bekymring_personsok p
    WHERE vern.har_rolle('personvernombud') ORDER BY p.id DESC LIMIT least(antall, 1000)
$$;
REVOKE ALL ON FUNCTION vern.personsok(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.personsok(integer) TO hp_web
"""

# The fifth within an hour, and the first of the day outside working hours, are asked about like other look-ups.
FINN = """
CREATE OR REPLACE FUNCTION vern.finn_uvanlige(naa timestamptz) RETURNS bigint
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
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
    ), sok AS (
        SELECT n.id, n.bruker, n.tid, n.tid AT TIME ZONE 'Europe/Oslo' AS lokal FROM vern_innsyn n
        WHERE n.tid > naa - interval '3 days' AND n.tid <= naa AND n.utsnitt = 'personsok'
    ), dagens_sok AS (
        SELECT DISTINCT ON (bruker, lokal::date) * FROM sok ORDER BY bruker, lokal::date, tid, id
    ), funnet (id, regel) AS (
        SELECT id, 'mange' FROM (
            SELECT id, count(*) OVER (PARTITION BY bruker ORDER BY tid RANGE BETWEEN '1 hour' PRECEDING AND CURRENT ROW)
            FROM timens) t (id, antall) WHERE antall = 15
        UNION SELECT id, 'mange_sok' FROM (
            SELECT id, count(*) OVER (PARTITION BY bruker ORDER BY tid RANGE BETWEEN '1 hour' PRECEDING AND CURRENT ROW)
            FROM sok) t (id, antall) WHERE antall = 5
        UNION SELECT id, 'utenfor_tid' FROM (SELECT id, lokal FROM dagens UNION SELECT id, lokal FROM dagens_sok) d
            WHERE extract(isodow FROM lokal) > 5 OR extract(hour FROM lokal) NOT BETWEEN 6 AND 19
        UNION SELECT id, 'uten_oppgave' FROM dagens WHERE grunnlag = '{rolle}'
        UNION SELECT d.id, 'lukket_sak' FROM dagens d JOIN bekymring_sak s ON s.id = d.sak
            WHERE s.tilstand IN ('avsluttet', 'overfort', 'sperret') AND s.sist_endret < d.tid - interval '1 day'
    ), nye AS (
        INSERT INTO vern_oppslagsvurdering (innsyn, bruker, tid, regler, merknad)
        SELECT n.id, n.bruker, n.tid, array_agg(f.regel ORDER BY f.regel), ''
        FROM funnet f JOIN vern_innsyn n ON n.id = f.id GROUP BY n.id, n.bruker, n.tid
        ON CONFLICT (innsyn) DO NOTHING RETURNING 1
    )
    SELECT count(*) FROM nye
$$
"""


class Migration(migrations.Migration):
    dependencies = [("bekymring", "0023_alder")]
    operations = [
        migrations.CreateModel(
            name="Personsok",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("tid", models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name="tid")),
                ("bruker", models.BigIntegerField(verbose_name="bruker")),
                ("formal", models.CharField(choices=FORMAL, max_length=12, verbose_name="formål")),
                (
                    "saker",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.UUIDField(), size=None, verbose_name="saker"
                    ),
                ),
            ],
            options={
                "verbose_name": "søk etter person",
                "verbose_name_plural": "søk etter personer",
                "default_permissions": (),
                "indexes": [models.Index(fields=["bruker", "-id"], name="personsok_bruker")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("formal__in", [kode for kode, _navn in FORMAL])),
                        name="personsok_kjent_formal",
                    )
                ],
            },
        ),
        Rettigheter("bekymring_personsok", hp_vokter="SELECT, INSERT"),
        Vegg("bekymring_personsok", vokter=("ALL", "hp_vokter", "true")),
        Forsegles("bekymring_personsok", "tid, bruker, formal, saker", klokke="tid"),
        migrations.RunSQL(
            "GRANT SELECT (modus) ON bekymring_sak TO hp_vokter",
            "REVOKE SELECT (modus) ON bekymring_sak FROM hp_vokter",
        ),
        som_vokter(START, "DROP FUNCTION vern.start_personsok(text)"),
        som_vokter(PAGAR, "DROP FUNCTION vern.personsok_i()"),
        migrations.RunSQL(KORT, "DROP POLICY personsok ON bekymring_tekst"),
        som_vokter(INNSYN, "SELECT 1"),
        som_vokter(LISTE, "DROP FUNCTION vern.personsok(integer)"),
        som_vokter(FINN, "SELECT 1"),
    ]
