"""Access is administered, bars are seen by who leads, and the case of an inhabil koordinator has the deputy (R23).

A kjernegruppe's leader leads beside the koordinator while the group has the case. So "somebody leads" is not enough:
a case never loses the last koordinator who leads it, neither by an ended grant nor by a bar.
"""

# ruff: noqa: S608 - our own constants in our own functions

from django.db import migrations, models

from felles.db.migrasjon import som_vokter

SQL = "LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp"
PLPGSQL = "LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp"
NAA = "statement_timestamp()"

LEDES_AV_KOORDINATOR = f"""
CREATE FUNCTION vern.ledes_av_koordinator(i uuid) RETURNS boolean {SQL} AS $$
    SELECT EXISTS (
        SELECT FROM bekymring_tilgang t JOIN brukere_bruker b ON b.id = t.user_id AND b.is_active
        WHERE t.sak_id = i AND t.rett = 'led' AND t.grunnlag IN ('koordinator', 'saksansvarlig')
          AND t.fra <= {NAA} AND (t.til IS NULL OR t.til > {NAA})
          AND vern.rett_gjelder(t.user_id, t.grunnlag, t.sone) AND NOT vern.er_sperret(i, t.user_id))
$$;
REVOKE ALL ON FUNCTION vern.ledes_av_koordinator(uuid) FROM PUBLIC
"""

TREKK_TILGANG = f"""
CREATE OR REPLACE FUNCTION vern.trekk_tilgang(i uuid, hvem bigint, hvorfor text, grunn_id uuid, soner text[])
RETURNS integer {PLPGSQL} AS $$
DECLARE antall integer; hadde boolean;
BEGIN
    IF vern.uid() IS NULL OR NOT (vern.har_rett(i, 'led') OR hvem = vern.uid() AND vern.har_rett(i, 'se')) THEN
        RAISE EXCEPTION 'leder ikke saken' USING ERRCODE = 'insufficient_privilege';
    END IF;
    hadde := vern.ledes_av_koordinator(i);
    UPDATE bekymring_tilgang t SET til = {NAA}
    WHERE t.sak_id = i AND t.user_id = hvem AND t.rett <> 'se' AND (t.til IS NULL OR t.til > {NAA})
      AND (hvorfor IS NULL OR t.grunnlag = hvorfor) AND (grunn_id IS NULL OR t.grunn = grunn_id)
      AND (soner IS NULL OR t.sone = ANY (soner));
    GET DIAGNOSTICS antall = ROW_COUNT;
    PERFORM vern.forny_se(i, hvem, vern.uid());
    IF antall > 0 AND (vern.leder_av(i) IS NULL OR hadde AND NOT vern.ledes_av_koordinator(i)) THEN
        RAISE EXCEPTION 'saken må ha en leder' USING ERRCODE = 'object_not_in_prerequisite_state';
    END IF;
    RETURN antall;
END
$$
"""

# Gives the deputy who now has the case, or NULL when it already had another koordinator: they are to be told.
SETT_SPERRE = f"""
DROP FUNCTION vern.sett_sperre(uuid, bigint, text);
CREATE FUNCTION vern.sett_sperre(i uuid, hvem bigint, hvorfor text) RETURNS bigint {PLPGSQL} AS $$
DECLARE meg bigint := vern.uid(); neste bigint; sperret bigint[]; hadde boolean;
BEGIN
    IF meg IS NULL OR NOT (vern.har_rett(i, 'led') OR hvem = meg AND
        (vern.har_rett(i, 'se') OR vern.har_rolle('koordinator') AND NOT vern.er_sperret(i, meg)
         AND EXISTS (SELECT FROM bekymring_sak s WHERE s.id = i))) THEN
        RAISE EXCEPTION 'leder ikke saken' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF vern.er_sperret(i, hvem) THEN
        RETURN NULL;
    END IF;
    hadde := vern.ledes_av_koordinator(i);
    INSERT INTO bekymring_sperre (sak_id, bruker_id, grunn, satt_av_id, fra)
    VALUES (i, hvem, left(hvorfor, 200), meg, {NAA});
    IF vern.leder_av(i) IS NOT NULL AND (NOT hadde OR vern.ledes_av_koordinator(i)) THEN
        RETURN NULL;
    END IF;
    SELECT array_agg(s.bruker_id) INTO sperret FROM bekymring_sperre s
    WHERE s.sak_id = i AND (s.til IS NULL OR s.til > {NAA});
    neste := vern.vakt(sperret);
    IF neste IS NULL THEN
        RAISE EXCEPTION 'ingen koordinator' USING ERRCODE = 'no_data_found';
    END IF;
    PERFORM vern.gi_en(i, neste, 'led', '', 'koordinator', NULL, NULL, meg);
    PERFORM vern.gi_en(i, neste, 'les', 'felles', 'koordinator', NULL, NULL, meg);
    PERFORM vern.gi_en(i, neste, 'skriv', 'felles', 'koordinator', NULL, NULL, meg);
    PERFORM vern.forny_se(i, neste, meg);
    UPDATE bekymring_sak s SET saksansvarlig_id = neste WHERE s.id = i AND s.saksansvarlig_id = hvem;
    RETURN neste;
END
$$;
REVOKE ALL ON FUNCTION vern.sett_sperre(uuid, bigint, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.sett_sperre(uuid, bigint, text) TO hp_web, hp_worker
"""
SETT_SPERRE_BAK = """
DROP FUNCTION vern.sett_sperre(uuid, bigint, text);
CREATE FUNCTION vern.sett_sperre(i uuid, hvem bigint, hvorfor text) RETURNS void LANGUAGE sql AS 'SELECT'
"""

# Who is kept out: for who leads and for the personvernombud. The members learn nothing of it.
SPERRER = f"""
CREATE FUNCTION vern.sperrer(i uuid) RETURNS TABLE (bruker bigint, grunn text, satt_av bigint, fra timestamptz)
{SQL} AS $$
    SELECT s.bruker_id, s.grunn::text, s.satt_av_id, s.fra FROM bekymring_sperre s
    WHERE s.sak_id = i AND (s.til IS NULL OR s.til > {NAA})
      AND (vern.har_rett(i, 'led') OR vern.har_rolle('personvernombud'))
    ORDER BY s.fra, s.id
$$;
REVOKE ALL ON FUNCTION vern.sperrer(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.sperrer(uuid) TO hp_web
"""

# For the person concerned: every look into the case by day, place of work, part in the case and what was shown.
# No name and no user, not even the reporter's place of work; own look-ups included: it is an answer, not a review (R34). For who leads and the ombud.
UTSKRIFT = f"""
CREATE FUNCTION vern.innsyn_utskrift(i uuid) RETURNS TABLE (dag date, sted text, rolle text, utsnitt text,
    antall bigint, forste timestamptz, siste timestamptz)
{SQL} AS $$
    WITH spor AS MATERIALIZED (SELECT vern.har_rett(i, 'led') OR vern.har_rolle('personvernombud') AS ja)
    SELECT (n.tid AT TIME ZONE 'Europe/Oslo')::date, CASE WHEN 'melder' = ANY (n.grunnlag) THEN '' ELSE coalesce(a.navn, '') END,
        coalesce(n.grunnlag[1]::text, ''),
        n.utsnitt::text, count(*), min(n.tid), max(n.tid)
    FROM spor, vern_innsyn n
    LEFT JOIN LATERAL (
        SELECT coalesce(nullif(a.kortnavn, ''), a.navn) AS navn FROM samarbeid_tilknytning k JOIN samarbeid_aktor a ON a.id = k.aktor_id
        WHERE k.bruker_id = n.bruker AND k.fra <= n.tid AND (k.til IS NULL OR k.til > n.tid)
        ORDER BY k.fra DESC, k.id DESC LIMIT 1) a ON true
    WHERE ja AND n.saker @> ARRAY[i]
    GROUP BY 1, 2, 3, 4 ORDER BY 1 DESC, 6 DESC
$$;
REVOKE ALL ON FUNCTION vern.innsyn_utskrift(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.innsyn_utskrift(uuid) TO hp_web
"""

INGEN_SPERRE = (
    "NOT EXISTS (SELECT FROM bekymring_sperre s WHERE s.sak_id = bekymring_kvittering.sak_id "
    "AND s.bruker_id = (SELECT vern.uid()) AND (s.til IS NULL OR s.til > statement_timestamp()))"
)


SAKSANSVARLIG = "SELECT (saksansvarlig_id), UPDATE (saksansvarlig_id) ON bekymring_sak"


class Migration(migrations.Migration):
    dependencies = [("bekymring", "0016_uvanlige_oppslag")]
    operations = [
        migrations.RunSQL(f"GRANT {SAKSANSVARLIG} TO hp_vokter", f"REVOKE {SAKSANSVARLIG} FROM hp_vokter"),
        som_vokter(LEDES_AV_KOORDINATOR, "DROP FUNCTION vern.ledes_av_koordinator(uuid)"),
        som_vokter(TREKK_TILGANG, "SELECT 1"),
        som_vokter(SETT_SPERRE, SETT_SPERRE_BAK),
        som_vokter(SPERRER, "DROP FUNCTION vern.sperrer(uuid)"),
        som_vokter(UTSKRIFT, "DROP FUNCTION vern.innsyn_utskrift(uuid)"),
        migrations.RunSQL(
            f"CREATE POLICY sperre ON bekymring_kvittering AS RESTRICTIVE FOR SELECT TO hp_web USING ({INGEN_SPERRE})",
            "DROP POLICY sperre ON bekymring_kvittering",
        ),
        migrations.AlterField(
            model_name="hendelse",
            name="art",
            field=models.CharField(
                choices=[
                    ("meldt", "Bekymring meldt"),
                    ("angret", "Steget ble angret"),
                    ("tatt_imot", "Koordinatoren tok imot bekymringen"),
                    ("returnert", "Sendt tilbake til melderen"),
                    ("sendt_pa_nytt", "Sendt på nytt"),
                    ("droftes", "Drøftes uten navn"),
                    ("til_avklaring", "Til avklaring"),
                    ("samtykke", "Samtykke gitt"),
                    ("samtykke_trukket", "Samtykket gjelder ikke lenger"),
                    ("grunnlag", "Grunnlag for deling registrert"),
                    ("grunnlag_bekreftet", "Grunnlag for deling bekreftet"),
                    ("henvist", "Henvist til kjernegruppa"),
                    ("sendt_tilbake", "Kjernegruppa sendte saken tilbake"),
                    ("pa_saksliste", "Satt på saksliste"),
                    ("utsatt", "Utsatt til et senere møte"),
                    ("vurdering", "Vurdering skrevet"),
                    ("konkludert", "Kjernegruppa konkluderte"),
                    ("samtale_avtalt", "Bekymringssamtale avtalt"),
                    ("samtale_flyttet", "Samtalen ble flyttet"),
                    ("samtale_avlyst", "Samtalen ble ikke noe av"),
                    ("samtale_holdt", "Samtalen er gjennomført"),
                    ("ansvarsgruppe", "Ansvarsgruppe opprettet"),
                    ("mentor_foreslatt", "Mentor foreslått"),
                    ("mentor", "Mentor er i gang"),
                    ("mentor_slutt", "Mentorforløpet er avsluttet"),
                    ("kontakt", "Kontakt med mentor"),
                    ("oppfolging", "Oppfølging startet"),
                    ("oppgave", "Oppgave gitt"),
                    ("oppgave_ferdig", "Oppgave gjort"),
                    ("evaluering", "Klar for evaluering"),
                    ("fortsetter", "Oppfølgingen fortsetter"),
                    ("stanset", "Saken er stanset"),
                    ("avverging", "Politiet er varslet for å avverge fare"),
                    ("barnevern", "Barnevernet har fått melding"),
                    ("inhabil", "En person er tatt ut av saken"),
                    ("habil", "En person kan være med i saken igjen"),
                    ("overfort", "Overført"),
                    ("avsluttet", "Avsluttet"),
                    ("sperret", "Sperret"),
                    ("gjenapnet", "Gjenåpnet"),
                    ("kort_skrevet", "Skrev hvem saken gjelder"),
                    ("kort_apnet", "Åpnet hvem saken gjelder"),
                    ("kort_delt", "Delte hvem saken gjelder"),
                    ("tilgang", "Tilgang gitt"),
                    ("tilgang_slutt", "Tilgang avsluttet"),
                ],
                max_length=24,
                verbose_name="art",
            ),
        ),
    ]
