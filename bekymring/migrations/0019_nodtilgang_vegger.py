"""Break-glass is given, decided, ended and reviewed by these functions only (vern.md C6, beslutninger 11 and 13).

Unknown, foreign and barred numbers get one answer. The grant is an ordinary one with its own ground, so that every
policy holds; it is read only, `felles` only, and ends with the role or the hour, whichever comes first.
"""

# ruff: noqa: S608 - our own constants in our own functions

from django.db import migrations

from felles.db.migrasjon import Rettigheter, Vegg, som_vokter

SQL = "LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp"
PLPGSQL = "LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp"
MEG = "(SELECT vern.uid())"
GJELDER = "fra <= statement_timestamp() AND ({0}til IS NULL OR {0}til > statement_timestamp())"


def funksjon(signatur: str, gir: str, tekst: str, *, hode: str = PLPGSQL, til: str = "hp_web"):
    navn, argumenter = signatur.rstrip(")").split("(")
    typer = ", ".join(" ".join(a.split()[1:]) for a in argumenter.split(",") if a.strip())
    sql = f"CREATE FUNCTION vern.{signatur} RETURNS {gir} {hode} AS $${tekst}$$; "
    sql += f"REVOKE ALL ON FUNCTION vern.{navn}({typer}) FROM PUBLIC"
    sql += f"; GRANT EXECUTE ON FUNCTION vern.{navn}({typer}) TO {til}" if til else ""
    return som_vokter(sql, f"DROP FUNCTION vern.{navn}({typer})")


# Koordinator and politikontakt: every case. A member of a kjernegruppe: the cases of that group.
KAN_BRUKE = funksjon(
    "kan_bruke_nod(i uuid, hvem bigint)",
    "boolean",
    f"""
    SELECT EXISTS (SELECT FROM brukere_bruker b WHERE b.id = hvem AND b.is_active) AND (
        EXISTS (SELECT FROM brukere_rolletildeling r WHERE r.bruker_id = hvem
                AND r.rolle IN ('koordinator', 'politikontakt') AND r.{GJELDER.format("r.")})
        OR EXISTS (SELECT FROM bekymring_medlemskap m JOIN bekymring_sak s ON s.kjernegruppe_id = m.gruppe_id
                   WHERE s.id = i AND m.bruker_id = hvem AND m.{GJELDER.format("m.")}))
    """,
    hode=SQL,
    til="hp_web, hp_worker",
)

# The ground that lasts longest carries the line: break-glass only where there is nothing else.
FORNY_SE = f"""
CREATE OR REPLACE FUNCTION vern.forny_se(i uuid, hvem bigint, giver bigint) RETURNS void {PLPGSQL} AS $$
    DECLARE slutt timestamptz; uten_slutt boolean; finnes boolean; hvorfor text;
    BEGIN
        SELECT count(*) > 0, coalesce(bool_or(t.til IS NULL), false), max(t.til),
            coalesce(min(t.grunnlag) FILTER (WHERE t.grunnlag NOT IN ('koordinator', 'nodtilgang')), min(t.grunnlag))
        INTO finnes, uten_slutt, slutt, hvorfor
        FROM bekymring_tilgang t
        WHERE t.sak_id = i AND t.user_id = hvem AND t.rett <> 'se' AND (t.til IS NULL OR t.til > statement_timestamp());
        IF NOT finnes THEN
            UPDATE bekymring_tilgang t SET til = statement_timestamp()
            WHERE t.sak_id = i AND t.user_id = hvem AND t.rett = 'se' AND (t.til IS NULL OR t.til > statement_timestamp());
            RETURN;
        END IF;
        INSERT INTO bekymring_tilgang AS t
            (user_id, permission_id, sak_id, rett, sone, grunnlag, fra, til, gitt_av_id, sist_endret)
        SELECT hvem, p.id, i, 'se', '', hvorfor, statement_timestamp(), CASE WHEN uten_slutt THEN NULL ELSE slutt END, giver,
               coalesce((SELECT s.sist_endret FROM bekymring_sak s WHERE s.id = i), statement_timestamp())
        FROM auth_permission p JOIN django_content_type c ON c.id = p.content_type_id
        WHERE c.app_label = 'bekymring' AND c.model = 'sak' AND p.codename = 'se_sak'
        ON CONFLICT (sak_id, user_id) WHERE rett = 'se' DO UPDATE SET
            til = excluded.til, grunnlag = excluded.grunnlag,
            fra = CASE WHEN t.til <= statement_timestamp() THEN statement_timestamp() ELSE t.fra END,
            gitt_av_id = CASE WHEN t.til <= statement_timestamp() THEN excluded.gitt_av_id ELSE t.gitt_av_id END;
    END
$$
"""

# The hour begins: read felles, nothing else; and the case's own story says so to those who share it.
APNE = funksjon(
    "apne_nodtilgang(n uuid, giver bigint)",
    "void",
    """
    DECLARE rad bekymring_nodtilgang; slutt timestamptz := statement_timestamp() + interval '60 minutes';
    BEGIN
        UPDATE bekymring_nodtilgang SET fra = statement_timestamp(), til = slutt WHERE id = n RETURNING * INTO rad;
        PERFORM vern.gi_en(rad.sak_id, rad.bruker_id, 'les', 'felles', 'nodtilgang', n, slutt, giver);
        PERFORM vern.forny_se(rad.sak_id, rad.bruker_id, giver);
        INSERT INTO bekymring_hendelse (id, sak_id, sone, art, fra, til, av_id, tid)
        VALUES (gen_random_uuid(), rad.sak_id, 'felles', 'nodtilgang', '', '', rad.bruker_id, statement_timestamp());
    END
    """,
    til="",
)

# One answer for a number that is not there, is not for this person, or is barred. Five refusals in ten minutes end
# the asking. Three in thirty days are one's own judgement; the fourth needs somebody else's first.
START = funksjon(
    "start_nodtilgang(n uuid, tall text, hvorfor text)",
    "TABLE (utfall text, sak uuid, leder bigint)",
    """
    DECLARE meg bigint := vern.uid(); i uuid; brukt integer;
    BEGIN
        IF meg IS NULL THEN
            RAISE EXCEPTION 'ingen bruker' USING ERRCODE = 'insufficient_privilege';
        END IF;
        PERFORM pg_advisory_xact_lock(hashtextextended('nodtilgang', meg));
        IF EXISTS (SELECT FROM bekymring_nodtilgang r WHERE r.id = n AND r.bruker_id = meg) THEN
            RETURN QUERY SELECT 'finnes', r.sak_id, NULL::bigint FROM bekymring_nodtilgang r WHERE r.id = n;
            RETURN;
        END IF;
        IF (SELECT count(*) FROM (SELECT a.tid FROM vern_avvist a WHERE a.bruker = meg AND a.side = 'bekymring_nodtilgang'
                AND a.metode = 'POST' ORDER BY a.id DESC LIMIT 5) siste
            WHERE siste.tid > clock_timestamp() - interval '10 minutes') >= 5 THEN
            RETURN QUERY SELECT 'for_mange', NULL::uuid, NULL::bigint;
            RETURN;
        END IF;
        SELECT s.id INTO i FROM bekymring_sak s
        WHERE s.nummer = tall AND s.tilstand <> 'sperret' AND NOT vern.er_sperret(s.id, meg) AND vern.kan_bruke_nod(s.id, meg);
        IF NOT FOUND THEN
            RETURN QUERY SELECT 'ukjent', NULL::uuid, NULL::bigint;
            RETURN;
        END IF;
        IF EXISTS (SELECT FROM bekymring_tilgang t WHERE t.sak_id = i AND t.user_id = meg AND t.rett = 'les'
                   AND t.sone = 'felles' AND t.fra <= statement_timestamp()
                   AND (t.til IS NULL OR t.til > statement_timestamp())
                   AND vern.rett_gjelder(meg, t.grunnlag, t.sone)) THEN
            RETURN QUERY SELECT 'har', i, NULL::bigint;
            RETURN;
        END IF;
        SELECT count(*) INTO brukt FROM bekymring_nodtilgang r
        WHERE r.bruker_id = meg AND r.avslatt IS NULL AND r.sokt > statement_timestamp() - interval '30 days';
        INSERT INTO bekymring_nodtilgang (id, sak_id, nummer, bruker_id, grunnlag, sokt, krever_to, konklusjon)
        VALUES (n, i, tall, meg, hvorfor, statement_timestamp(), brukt >= 3, '');
        IF brukt >= 3 THEN
            RETURN QUERY SELECT 'venter', i, NULL::bigint;
            RETURN;
        END IF;
        PERFORM vern.apne_nodtilgang(n, meg);
        RETURN QUERY SELECT 'apen', i, vern.leder_av(i);
    END
    """,
)

# The reason comes encrypted, once, in the same transaction: without it nothing of the above is committed. AES-GCM adds
# 29 bytes to a text, so that the database can see that thirty characters were written without reading them.
BEGRUNN = funksjon(
    "begrunn_nodtilgang(n uuid, lukket bytea)",
    "void",
    """
    BEGIN
        UPDATE bekymring_nodtilgang SET begrunnelse = lukket
        WHERE id = n AND bruker_id = vern.uid() AND begrunnelse IS NULL AND octet_length(lukket) >= 59;
        IF NOT FOUND THEN
            RAISE EXCEPTION 'begrunnelsen mangler' USING ERRCODE = 'insufficient_privilege';
        END IF;
    END
    """,
)
BEGRUNNET = funksjon(
    "nodtilgang_begrunnet()",
    "trigger",
    """
    BEGIN
        IF EXISTS (SELECT FROM bekymring_nodtilgang WHERE id = NEW.id AND begrunnelse IS NULL) THEN
            RAISE EXCEPTION 'nødtilgang uten begrunnelse' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NULL;
    END
    """,
    til="hp_owner",
)
UTLOSER = """
CREATE CONSTRAINT TRIGGER begrunnet AFTER INSERT ON bekymring_nodtilgang DEFERRABLE INITIALLY DEFERRED
FOR EACH ROW EXECUTE FUNCTION vern.nodtilgang_begrunnet()
"""

# The second person: a koordinator or the personvernombud, not barred, within a day, while the asker still may.
AVGJOR = funksjon(
    "avgjor_nodtilgang(n uuid, ja boolean)",
    "bigint",
    """
    DECLARE meg bigint := vern.uid(); rad bekymring_nodtilgang;
    BEGIN
        SELECT * INTO rad FROM bekymring_nodtilgang r WHERE r.id = n FOR UPDATE;
        IF NOT FOUND OR meg IS NULL OR meg = rad.bruker_id OR NOT rad.krever_to OR rad.avgjort_av_id IS NOT NULL
           OR rad.sokt < statement_timestamp() - interval '24 hours' OR vern.er_sperret(rad.sak_id, meg)
           OR NOT (vern.har_rolle('koordinator') OR vern.har_rolle('personvernombud'))
           OR ja AND (vern.er_sperret(rad.sak_id, rad.bruker_id) OR NOT vern.kan_bruke_nod(rad.sak_id, rad.bruker_id)) THEN
            RAISE EXCEPTION 'kan ikke avgjøre' USING ERRCODE = 'insufficient_privilege';
        END IF;
        UPDATE bekymring_nodtilgang r SET avgjort_av_id = meg,
            avslatt = CASE WHEN ja THEN NULL ELSE statement_timestamp() END WHERE r.id = n;
        IF ja THEN
            PERFORM vern.apne_nodtilgang(n, meg);
        END IF;
        RETURN vern.leder_av(rad.sak_id);
    END
    """,
)

AVSLUTT = funksjon(
    "avslutt_nodtilgang(n uuid)",
    "void",
    """
    DECLARE rad bekymring_nodtilgang;
    BEGIN
        UPDATE bekymring_nodtilgang r SET til = statement_timestamp()
        WHERE r.id = n AND r.bruker_id = vern.uid() AND r.til > statement_timestamp() RETURNING * INTO rad;
        IF NOT FOUND THEN
            RAISE EXCEPTION 'ingen nødtilgang pågår' USING ERRCODE = 'insufficient_privilege';
        END IF;
        UPDATE bekymring_tilgang t SET til = statement_timestamp()
        WHERE t.sak_id = rad.sak_id AND t.user_id = rad.bruker_id AND t.grunnlag = 'nodtilgang' AND t.grunn = n AND t.rett <> 'se';
        PERFORM vern.forny_se(rad.sak_id, rad.bruker_id, rad.bruker_id);
    END
    """,
)

# Closed by somebody else, with a conclusion, when the hour is over.
VURDER = funksjon(
    "vurder_nodtilgang(n uuid, utfall text, lukket bytea)",
    "void",
    """
    BEGIN
        UPDATE bekymring_nodtilgang r SET vurdert = statement_timestamp(), vurdert_av_id = vern.uid(),
            konklusjon = utfall, vurdering = lukket
        WHERE r.id = n AND vern.har_rolle('personvernombud') AND r.bruker_id <> vern.uid()
          AND r.vurdert IS NULL AND r.til <= statement_timestamp() AND octet_length(lukket) > 29;
        IF NOT FOUND THEN
            RAISE EXCEPTION 'kan ikke vurdere' USING ERRCODE = 'insufficient_privilege';
        END IF;
    END
    """,
)

# The rådmann learns that a review is open and nothing more (beslutninger 11).
APEN_VURDERING = funksjon(
    "apen_nodvurdering()",
    "boolean",
    """
    SELECT vern.har_rolle('radmann') AND EXISTS (
        SELECT FROM bekymring_nodtilgang r WHERE r.fra IS NOT NULL AND r.vurdert IS NULL)
    """,
    hode=SQL,
)

# As before, but a case that is open by break-glass is logged by itself, with that ground.
INNSYN = """
CREATE OR REPLACE FUNCTION vern.innsyn(hvilke uuid[], utsnitt text) RETURNS TABLE (sak uuid, sone text)
LANGUAGE plpgsql AS $$
    DECLARE funnet text[]; hvorfor text[]; nod uuid[]; resten uuid[] := hvilke; en uuid;
    BEGIN
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
        IF cardinality(resten) > 0 OR nod IS NULL THEN
            PERFORM vern.logg_innsyn(resten, utsnitt, ARRAY['register'] || coalesce(funnet, '{}'), coalesce(hvorfor, '{rolle}'));
        END IF;
        RETURN QUERY SELECT DISTINCT t.sak_id, t.sone::text FROM public.bekymring_tilgang t
            WHERE t.sak_id = ANY (hvilke) AND t.rett IN ('les', 'skriv');
    END
$$
"""

LEDER = "EXISTS (SELECT FROM bekymring_tilgang t WHERE t.sak_id = bekymring_nodtilgang.sak_id AND t.rett = 'led')"
IKKE_SPERRET = (
    f"NOT EXISTS (SELECT FROM bekymring_sperre s WHERE s.sak_id = bekymring_nodtilgang.sak_id AND s.bruker_id = {MEG} "
    "AND (s.til IS NULL OR s.til > statement_timestamp()))"
)
FOR_VOKTER = [
    ("CREATE POLICY vokter ON bekymring_medlemskap FOR SELECT TO hp_vokter USING (true)", "bekymring_medlemskap"),
    (
        "CREATE POLICY vokter ON bekymring_hendelse FOR INSERT TO hp_vokter "
        "WITH CHECK (art = 'nodtilgang' AND tekst_id IS NULL)",
        "bekymring_hendelse",
    ),
]
ROLLEN = (
    "CREATE POLICY nodtilgang ON bekymring_tilgang AS RESTRICTIVE FOR SELECT TO hp_web "
    f"USING (grunnlag <> 'nodtilgang' OR vern.kan_bruke_nod(sak_id, {MEG}))"
)


class Migration(migrations.Migration):
    dependencies = [("bekymring", "0018_nodtilgang")]
    operations = [
        Vegg(
            "bekymring_nodtilgang",
            les=(
                "SELECT",
                "hp_web",
                f"bruker_id = {MEG} OR (SELECT vern.har_rolle('personvernombud')) "
                f"OR krever_to AND (SELECT vern.har_rolle('koordinator')) OR {LEDER}",
            ),
            sperre=("RESTRICTIVE SELECT", "hp_web", IKKE_SPERRET),
            vokter=("ALL", "hp_vokter", "true"),
        ),
        Rettigheter("bekymring_nodtilgang", hp_vokter="SELECT, INSERT, UPDATE"),
        *(migrations.RunSQL(sql, f"DROP POLICY vokter ON {tabell}") for sql, tabell in FOR_VOKTER),
        migrations.RunSQL(
            "GRANT SELECT ON bekymring_medlemskap TO hp_vokter; "
            "GRANT INSERT (id, sak_id, sone, art, fra, til, av_id, tid) ON bekymring_hendelse TO hp_vokter; "
            "GRANT SELECT (tilstand, kjernegruppe_id) ON bekymring_sak TO hp_vokter",
            "REVOKE ALL ON bekymring_medlemskap FROM hp_vokter; "
            "REVOKE INSERT (id, sak_id, sone, art, fra, til, av_id, tid) ON bekymring_hendelse FROM hp_vokter; "
            "REVOKE SELECT (tilstand, kjernegruppe_id) ON bekymring_sak FROM hp_vokter",
        ),
        KAN_BRUKE,
        som_vokter(FORNY_SE, "SELECT 1"),
        APNE,
        START,
        BEGRUNN,
        BEGRUNNET,
        migrations.RunSQL(UTLOSER, "DROP TRIGGER begrunnet ON bekymring_nodtilgang"),
        AVGJOR,
        AVSLUTT,
        VURDER,
        APEN_VURDERING,
        som_vokter(INNSYN, "SELECT 1"),
        migrations.RunSQL(ROLLEN, "DROP POLICY nodtilgang ON bekymring_tilgang"),
    ]
