"""The only ways to make, end, list and log access. All belong to hp_vokter, who owns no table and reads no text."""

from django.db import migrations

from felles.db.migrasjon import som_vokter

HODE = "LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp"
WEB = "hp_web, hp_worker"


def funksjon(signatur: str, tekst: str, *, til: str = WEB, hode: str = HODE, gir: str = "void"):
    """A definer function that nobody but `til` may call."""
    navn, argumenter = signatur.split("(", 1)
    typer = ", ".join(
        " ".join(a.split(" DEFAULT ")[0].split()[1:]) for a in argumenter.rstrip(")").split(",") if a.strip()
    )
    sql = f"CREATE FUNCTION vern.{signatur} RETURNS {gir} {hode} AS $${tekst}$$; "
    sql += f"REVOKE ALL ON FUNCTION vern.{navn}({typer}) FROM PUBLIC"
    if til:
        sql += f"; GRANT EXECUTE ON FUNCTION vern.{navn}({typer}) TO {til}"
    return som_vokter(sql, f"DROP FUNCTION vern.{navn}({typer})")


ER_SPERRET = funksjon(
    "er_sperret(i uuid, hvem bigint)",
    """
    SELECT EXISTS (SELECT FROM bekymring_sperre s
                   WHERE s.sak_id = i AND s.bruker_id = hvem AND (s.til IS NULL OR s.til > statement_timestamp()))
    """,
    gir="boolean",
    til="",
    hode="LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp",
)

# Does the one who asks hold this right in this case, now?
HAR_RETT = funksjon(
    "har_rett(i uuid, onsket text)",
    """
    SELECT EXISTS (SELECT FROM bekymring_tilgang t
                   WHERE t.sak_id = i AND t.user_id = vern.uid() AND t.rett = onsket
                     AND t.fra <= statement_timestamp() AND (t.til IS NULL OR t.til > statement_timestamp()))
           AND NOT vern.er_sperret(i, vern.uid())
    """,
    gir="boolean",
    til="",
    hode="LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp",
)

# The koordinator who has held the role longest is on duty, the next one is the deputy.
VAKT = funksjon(
    "vakt(unntatt bigint[])",
    """
    SELECT r.bruker_id FROM brukere_rolletildeling r JOIN brukere_bruker b ON b.id = r.bruker_id
    WHERE r.rolle = 'koordinator' AND b.is_active AND r.fra <= statement_timestamp() AND (r.til IS NULL OR r.til > statement_timestamp())
      AND r.bruker_id <> ALL (unntatt)
    ORDER BY r.fra, r.bruker_id LIMIT 1
    """,
    gir="bigint",
    til="",
    hode="LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp",
)

# `se` holds exactly as long as any other right does: all rights begin when given, so the latest end is enough.
FORNY_SE = funksjon(
    "forny_se(i uuid, hvem bigint, giver bigint)",
    """
    DECLARE slutt timestamptz; uten_slutt boolean; finnes boolean; hvorfor text;
    BEGIN
        SELECT count(*) > 0, coalesce(bool_or(t.til IS NULL), false), max(t.til), min(t.grunnlag)
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
    """,
    til="",
)

GI_EN = funksjon(
    "gi_en(i uuid, hvem bigint, r text, s text, hvorfor text, grunn_id uuid, slutt timestamptz, giver bigint)",
    """
    BEGIN
        INSERT INTO bekymring_tilgang AS t
            (user_id, permission_id, sak_id, rett, sone, grunnlag, grunn, fra, til, gitt_av_id, sist_endret)
        SELECT hvem, p.id, i, r, s, hvorfor, grunn_id, statement_timestamp(), slutt, giver, statement_timestamp()
        FROM auth_permission p JOIN django_content_type c ON c.id = p.content_type_id
        WHERE c.app_label = 'bekymring' AND c.model = 'sak'
          AND p.codename = CASE r WHEN 'led' THEN 'led_sak' WHEN 'egne' THEN 'les_egne' ELSE r || '_' || s END
        ON CONFLICT (sak_id, user_id, rett, sone, grunnlag, grunn) WHERE NOT (rett = 'se') DO UPDATE SET
            til = excluded.til,
            fra = CASE WHEN t.til <= statement_timestamp() THEN statement_timestamp() ELSE t.fra END,
            gitt_av_id = excluded.gitt_av_id;
        IF NOT FOUND THEN
            RAISE EXCEPTION 'ukjent rettighet % %', r, s USING ERRCODE = 'invalid_parameter_value';
        END IF;
    END
    """,
    til="",
)

# Birth: the id comes from here and never from outside (datamodell.md §3). The melder writes and reads own text;
# the koordinator on duty leads. With "koordinatoren er inhabil" the one on duty is barred and the deputy leads.
NY_SAK = funksjon(
    "ny_sak(inhabil boolean)",
    """
    DECLARE meg bigint := vern.uid(); ny uuid := gen_random_uuid(); leder bigint := vern.vakt('{}'); rad record;
    BEGIN
        IF meg IS NULL OR NOT (vern.har_rolle('melder') OR vern.har_rolle('koordinator')) THEN
            RAISE EXCEPTION 'kan ikke melde' USING ERRCODE = 'insufficient_privilege';
        END IF;
        IF inhabil AND leder IS NOT NULL THEN
            IF leder = meg THEN
                RAISE EXCEPTION 'melderen er selv koordinator' USING ERRCODE = 'invalid_parameter_value';
            END IF;
            INSERT INTO bekymring_sperre (sak_id, bruker_id, grunn, satt_av_id, fra)
            VALUES (ny, leder, 'inhabil ved melding', meg, statement_timestamp());
            leder := vern.vakt(ARRAY[leder]);
        END IF;
        IF leder IS NULL THEN
            RAISE EXCEPTION 'ingen koordinator' USING ERRCODE = 'no_data_found';
        END IF;
        PERFORM vern.gi_en(ny, meg, 'egne', '', 'melder', NULL, NULL, meg);
        PERFORM vern.gi_en(ny, meg, 'skriv', 'felles', 'melder', NULL, NULL, meg);
        PERFORM vern.gi_en(ny, meg, 'skriv', 'identitet', 'melder', NULL, NULL, meg);
        PERFORM vern.gi_en(ny, leder, 'led', '', 'koordinator', NULL, NULL, meg);
        PERFORM vern.gi_en(ny, leder, 'les', 'felles', 'koordinator', NULL, NULL, meg);
        PERFORM vern.gi_en(ny, leder, 'skriv', 'felles', 'koordinator', NULL, NULL, meg);
        PERFORM vern.forny_se(ny, meg, meg);
        PERFORM vern.forny_se(ny, leder, meg);
        RETURN ny;
    END
    """,
    gir="uuid",
)

# Only who leads the case gives; nobody barred receives; the zone of a service only to those who work there (T2).
GI_TILGANG = funksjon(
    "gi_tilgang(i uuid, hvem bigint, soner text[], skriv boolean, leder boolean, hvorfor text, grunn_id uuid,"
    " slutt timestamptz)",
    """
    DECLARE meg bigint := vern.uid(); s text;
    BEGIN
        IF NOT vern.har_rett(i, 'led') THEN
            RAISE EXCEPTION 'leder ikke saken' USING ERRCODE = 'insufficient_privilege';
        END IF;
        IF vern.er_sperret(i, hvem) OR NOT EXISTS (SELECT FROM brukere_bruker b WHERE b.id = hvem AND b.is_active) THEN
            RAISE EXCEPTION 'kan ikke få tilgang' USING ERRCODE = 'insufficient_privilege';
        END IF;
        FOREACH s IN ARRAY soner LOOP
            IF s = 'register' THEN
                PERFORM vern.gi_en(i, hvem, 'egne', '', hvorfor, grunn_id, slutt, meg);
                CONTINUE;
            END IF;
            IF s IN ('politi', 'helse', 'barnevern', 'skole', 'nav') AND NOT EXISTS (
                SELECT FROM samarbeid_tilknytning k JOIN samarbeid_aktor a ON a.id = k.aktor_id
                WHERE k.bruker_id = hvem AND a.sone = s AND k.fra <= statement_timestamp() AND (k.til IS NULL OR k.til > statement_timestamp())
            ) THEN
                RAISE EXCEPTION 'arbeider ikke i sonen %', s USING ERRCODE = 'insufficient_privilege';
            END IF;
            PERFORM vern.gi_en(i, hvem, 'les', s, hvorfor, grunn_id, slutt, meg);
            IF skriv THEN
                PERFORM vern.gi_en(i, hvem, 'skriv', s, hvorfor, grunn_id, slutt, meg);
            END IF;
        END LOOP;
        IF leder THEN
            PERFORM vern.gi_en(i, hvem, 'led', '', hvorfor, grunn_id, slutt, meg);
        END IF;
        PERFORM vern.forny_se(i, hvem, meg);
    END
    """,
)

# By who leads, or by oneself. NULL means "whatever". A case never loses its last leader this way.
TREKK_TILGANG = funksjon(
    "trekk_tilgang(i uuid, hvem bigint, hvorfor text, grunn_id uuid, soner text[])",
    """
    DECLARE antall integer;
    BEGIN
        IF vern.uid() IS NULL OR NOT (vern.har_rett(i, 'led') OR hvem = vern.uid() AND vern.har_rett(i, 'se')) THEN
            RAISE EXCEPTION 'leder ikke saken' USING ERRCODE = 'insufficient_privilege';
        END IF;
        UPDATE bekymring_tilgang t SET til = statement_timestamp()
        WHERE t.sak_id = i AND t.user_id = hvem AND t.rett <> 'se' AND (t.til IS NULL OR t.til > statement_timestamp())
          AND (hvorfor IS NULL OR t.grunnlag = hvorfor) AND (grunn_id IS NULL OR t.grunn = grunn_id)
          AND (soner IS NULL OR t.sone = ANY (soner));
        GET DIAGNOSTICS antall = ROW_COUNT;
        PERFORM vern.forny_se(i, hvem, vern.uid());
        IF antall > 0 AND vern.leder_av(i) IS NULL THEN
            RAISE EXCEPTION 'saken må ha en leder' USING ERRCODE = 'object_not_in_prerequisite_state';
        END IF;
        RETURN antall;
    END
    """,
    gir="integer",
)

LEDER_AV = funksjon(
    "leder_av(i uuid)",
    """
    SELECT t.user_id FROM bekymring_tilgang t JOIN brukere_bruker b ON b.id = t.user_id AND b.is_active
    WHERE t.sak_id = i AND t.rett = 'led' AND t.fra <= statement_timestamp() AND (t.til IS NULL OR t.til > statement_timestamp())
      AND NOT vern.er_sperret(i, t.user_id)
    ORDER BY t.fra, t.id LIMIT 1
    """,
    gir="bigint",
    til="",
    hode="LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp",
)

# By who leads, or by oneself (R23). If the last leader goes, the next koordinator takes over at once.
SETT_SPERRE = funksjon(
    "sett_sperre(i uuid, hvem bigint, hvorfor text)",
    """
    DECLARE meg bigint := vern.uid(); neste bigint; sperret bigint[];
    BEGIN
        IF meg IS NULL OR NOT (vern.har_rett(i, 'led') OR hvem = meg AND
            (vern.har_rett(i, 'se') OR vern.har_rolle('koordinator') AND NOT vern.er_sperret(i, meg)
             AND EXISTS (SELECT FROM bekymring_sak s WHERE s.id = i))) THEN
            RAISE EXCEPTION 'leder ikke saken' USING ERRCODE = 'insufficient_privilege';
        END IF;
        IF vern.er_sperret(i, hvem) THEN
            RETURN;
        END IF;
        INSERT INTO bekymring_sperre (sak_id, bruker_id, grunn, satt_av_id, fra)
        VALUES (i, hvem, left(hvorfor, 200), meg, statement_timestamp());
        IF vern.leder_av(i) IS NULL THEN
            SELECT array_agg(s.bruker_id) INTO sperret FROM bekymring_sperre s
            WHERE s.sak_id = i AND (s.til IS NULL OR s.til > statement_timestamp());
            neste := vern.vakt(sperret);
            IF neste IS NULL THEN
                RAISE EXCEPTION 'ingen koordinator' USING ERRCODE = 'no_data_found';
            END IF;
            PERFORM vern.gi_en(i, neste, 'led', '', 'koordinator', NULL, NULL, meg);
            PERFORM vern.gi_en(i, neste, 'les', 'felles', 'koordinator', NULL, NULL, meg);
            PERFORM vern.gi_en(i, neste, 'skriv', 'felles', 'koordinator', NULL, NULL, meg);
            PERFORM vern.forny_se(i, neste, meg);
        END IF;
    END
    """,
)

OPPHEV_SPERRE = funksjon(
    "opphev_sperre(i uuid, hvem bigint)",
    """
    BEGIN
        IF NOT vern.har_rett(i, 'led') OR hvem = vern.uid() THEN
            RAISE EXCEPTION 'leder ikke saken' USING ERRCODE = 'insufficient_privilege';
        END IF;
        UPDATE bekymring_sperre s SET til = statement_timestamp()
        WHERE s.sak_id = i AND s.bruker_id = hvem AND (s.til IS NULL OR s.til > statement_timestamp());
    END
    """,
)

# May the one who asks know who sees this case? Members, koordinatorer by role, and the personvernombud.
KAN_SPORRE = funksjon(
    "kan_sporre(i uuid)",
    """
    SELECT vern.har_rett(i, 'se') OR vern.har_rolle('personvernombud')
        OR vern.har_rolle('koordinator') AND NOT vern.er_sperret(i, vern.uid())
    """,
    gir="boolean",
    til="",
    hode="LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp",
)

HVEM_KAN_SE = funksjon(
    "hvem_kan_se(i uuid)",
    """
    SELECT t.user_id, t.rett::text, t.sone::text, t.grunnlag::text, t.grunn, t.fra, t.til, t.gitt_av_id
    FROM bekymring_tilgang t JOIN brukere_bruker b ON b.id = t.user_id AND b.is_active
    WHERE t.sak_id = i AND t.fra <= statement_timestamp() AND (t.til IS NULL OR t.til > statement_timestamp())
      AND NOT vern.er_sperret(i, t.user_id) AND vern.kan_sporre(i)
    UNION ALL
    SELECT r.bruker_id, 'se', '', 'rolle', NULL::uuid, min(r.fra), max(r.til), NULL::bigint
    FROM brukere_rolletildeling r JOIN brukere_bruker b ON b.id = r.bruker_id AND b.is_active
    WHERE r.rolle = 'koordinator' AND r.fra <= statement_timestamp() AND (r.til IS NULL OR r.til > statement_timestamp())
      AND NOT vern.er_sperret(i, r.bruker_id) AND vern.kan_sporre(i)
      AND EXISTS (SELECT FROM bekymring_sak s WHERE s.id = i)
      AND NOT EXISTS (SELECT FROM bekymring_tilgang t WHERE t.sak_id = i AND t.user_id = r.bruker_id AND t.rett = 'se'
                      AND t.fra <= statement_timestamp() AND (t.til IS NULL OR t.til > statement_timestamp()))
    GROUP BY r.bruker_id
    """,
    gir="TABLE (bruker bigint, rett text, sone text, grunnlag text, grunn uuid, fra timestamptz, til timestamptz,"
    " gitt_av bigint)",
    hode="LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp",
)

# Readers are shown to the koordinator, never own look-ups, and to the personvernombud (beslutninger 12).
LESERE = funksjon(
    "lesere(i uuid, antall integer)",
    """
    SELECT n.id, n.tid, n.bruker, n.roller::text[], n.utsnitt::text, n.soner::text[] FROM vern_innsyn n
    WHERE n.saker @> ARRAY[i] AND n.bruker <> vern.uid()
      AND (vern.har_rolle('personvernombud') OR vern.har_rolle('koordinator') AND NOT vern.er_sperret(i, vern.uid()))
    ORDER BY n.id DESC LIMIT least(antall, 1000)
    """,
    gir="TABLE (id bigint, tid timestamptz, bruker bigint, roller text[], utsnitt text, soner text[])",
    hode="LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp",
)

MINE_OPPSLAG = funksjon(
    "mine_oppslag(antall integer, eldre_enn bigint)",
    """
    SELECT n.id, n.tid, n.saker, n.utsnitt::text, n.soner::text[] FROM vern_innsyn n
    WHERE n.bruker = vern.uid() AND (eldre_enn IS NULL OR n.id < eldre_enn)
    ORDER BY n.id DESC LIMIT least(antall, 1000)
    """,
    gir="TABLE (id bigint, tid timestamptz, saker uuid[], utsnitt text, soner text[])",
    hode="LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp",
)

ALLE_OPPSLAG = funksjon(
    "alle_oppslag(antall integer, eldre_enn bigint)",
    """
    SELECT n.id, n.tid, n.bruker, n.roller::text[], n.utsnitt::text, n.soner::text[],
        ARRAY(SELECT s.nummer::text || ' ' || s.ref FROM bekymring_sak s WHERE s.id = ANY (n.saker) ORDER BY s.nummer)
    FROM vern_innsyn n
    WHERE vern.har_rolle('personvernombud') AND (eldre_enn IS NULL OR n.id < eldre_enn)
    ORDER BY n.id DESC LIMIT least(antall, 1000)
    """,
    gir="TABLE (id bigint, tid timestamptz, bruker bigint, roller text[], utsnitt text, soner text[], saker text[])",
    hode="LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp",
)

ALLE_AVVISTE = funksjon(
    "alle_avviste(antall integer)",
    """
    SELECT a.id, a.tid, a.bruker, a.referanse::text, a.side::text, a.metode::text FROM vern_avvist a
    WHERE vern.har_rolle('personvernombud') ORDER BY a.id DESC LIMIT least(antall, 1000)
    """,
    gir="TABLE (id bigint, tid timestamptz, bruker bigint, referanse text, side text, metode text)",
    hode="LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp",
)

SAK_FOR_OMBUD = funksjon(
    "sak_for_ombud(adresse text)",
    """
    SELECT s.id, s.nummer::text FROM bekymring_sak s WHERE s.ref = adresse AND vern.har_rolle('personvernombud')
    """,
    gir="TABLE (id uuid, nummer text)",
    hode="LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp",
)

# Log before key, in one statement: the zones the reader holds, read through the policies, then the log row.
INNSYN = funksjon(
    "innsyn(hvilke uuid[], utsnitt text)",
    """
    DECLARE funnet text[]; hvorfor text[];
    BEGIN
        SELECT array_agg(DISTINCT t.sone) FILTER (WHERE t.rett = 'les'), array_agg(DISTINCT t.grunnlag)
        INTO funnet, hvorfor
        FROM public.bekymring_tilgang t WHERE t.sak_id = ANY (hvilke);
        PERFORM vern.logg_innsyn(hvilke, utsnitt, ARRAY['register'] || coalesce(funnet, '{}'), coalesce(hvorfor, '{rolle}'));
        RETURN QUERY SELECT DISTINCT t.sak_id, t.sone::text FROM public.bekymring_tilgang t
            WHERE t.sak_id = ANY (hvilke) AND t.rett IN ('les', 'skriv');
    END
    """,
    gir="TABLE (sak uuid, sone text)",
    hode="LANGUAGE plpgsql",
)

# The sort key of each reader's list. A change in a zone moves the case only for those who hold the zone.
RYKK = funksjon(
    "rykk()",
    """
    BEGIN
        IF TG_TABLE_NAME = 'bekymring_sak' THEN
            UPDATE bekymring_tilgang t
            SET sist_endret = CASE TG_OP WHEN 'INSERT' THEN NEW.sist_endret ELSE greatest(t.sist_endret, NEW.sist_endret) END
            WHERE t.sak_id = NEW.id AND t.rett = 'se';
        ELSIF NEW.sone IN ('register', 'felles') THEN
            UPDATE bekymring_sak s SET sist_endret = NEW.tid WHERE s.id = NEW.sak_id AND s.sist_endret < NEW.tid;
        ELSE
            UPDATE bekymring_tilgang t SET sist_endret = NEW.tid
            WHERE t.sak_id = NEW.sak_id AND t.rett = 'se' AND t.sist_endret < NEW.tid AND EXISTS (
                SELECT FROM bekymring_tilgang z
                WHERE z.sak_id = t.sak_id AND z.user_id = t.user_id AND z.rett = 'les' AND z.sone = NEW.sone
                  AND (z.til IS NULL OR z.til > statement_timestamp()));
        END IF;
        RETURN NULL;
    END
    """,
    gir="trigger",
    til="hp_owner",
)

UTLOSERE = migrations.RunSQL(
    """
    CREATE TRIGGER rykk AFTER INSERT OR UPDATE OF sist_endret ON bekymring_sak
        FOR EACH ROW EXECUTE FUNCTION vern.rykk();
    CREATE TRIGGER rykk AFTER INSERT ON bekymring_hendelse FOR EACH ROW EXECUTE FUNCTION vern.rykk();
    """,
    "DROP TRIGGER rykk ON bekymring_hendelse; DROP TRIGGER rykk ON bekymring_sak;",
)


class Migration(migrations.Migration):
    dependencies = [("bekymring", "0002_vegger")]
    operations = [
        ER_SPERRET,
        HAR_RETT,
        VAKT,
        FORNY_SE,
        GI_EN,
        NY_SAK,
        GI_TILGANG,
        LEDER_AV,
        TREKK_TILGANG,
        SETT_SPERRE,
        OPPHEV_SPERRE,
        KAN_SPORRE,
        HVEM_KAN_SE,
        LESERE,
        MINE_OPPSLAG,
        ALLE_OPPSLAG,
        ALLE_AVVISTE,
        SAK_FOR_OMBUD,
        INNSYN,
        RYKK,
        UTLOSERE,
    ]
