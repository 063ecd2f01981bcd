"""The quarterly review of access: signed by who leads the case, for the quarter that runs."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import felles.tid
from felles.db.migrasjon import Rettigheter, Vegg, som_vokter

LEDER = (
    "EXISTS (SELECT FROM bekymring_tilgang t WHERE t.sak_id = bekymring_tilgangsgjennomgang.sak_id AND t.rett = 'led')"
)
NY = (
    f"av_id = (SELECT vern.uid()) AND {LEDER} "
    "AND kvartal = date_trunc('quarter', statement_timestamp() AT TIME ZONE 'Europe/Oslo')::date"
)
UTEN = """
CREATE FUNCTION vern.uten_gjennomgang(fra date, start timestamptz) RETURNS TABLE (nummer text, ref text, leder bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT s.nummer::text, s.ref::text, vern.leder_av(s.id) FROM bekymring_sak s
    WHERE vern.har_rolle('personvernombud') AND s.opprettet < start
      AND s.tilstand NOT IN ('avsluttet', 'overfort', 'sperret')
      AND NOT EXISTS (SELECT FROM bekymring_tilgangsgjennomgang g WHERE g.sak_id = s.id AND g.kvartal = fra)
    ORDER BY s.opprettet, s.id
$$;
REVOKE ALL ON FUNCTION vern.uten_gjennomgang(date, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.uten_gjennomgang(date, timestamptz) TO hp_web
"""
SAK = "SELECT (opprettet) ON bekymring_sak"


class Migration(migrations.Migration):
    dependencies = [
        ("bekymring", "0021_deling"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
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
                    ("gjennomgang", "Tilgangene er gjennomgått"),
                    ("delt", "Opplysninger delt"),
                    ("deling_slutt", "Delingen er avsluttet"),
                    ("nodtilgang", "Nødtilgang brukt"),
                ],
                max_length=24,
                verbose_name="art",
            ),
        ),
        migrations.CreateModel(
            name="Tilgangsgjennomgang",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("kvartal", models.DateField(verbose_name="kvartalet begynner")),
                ("tid", models.DateTimeField(default=felles.tid.na, verbose_name="tid")),
                (
                    "av",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="av",
                    ),
                ),
                (
                    "sak",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="gjennomganger",
                        to="bekymring.sak",
                        verbose_name="sak",
                    ),
                ),
            ],
            options={
                "verbose_name": "gjennomgang av tilganger",
                "verbose_name_plural": "gjennomganger av tilganger",
                "default_permissions": (),
                "constraints": [models.UniqueConstraint(fields=("sak", "kvartal"), name="gjennomgang_en_i_kvartalet")],
            },
        ),
        Vegg(
            "bekymring_tilgangsgjennomgang",
            les=("SELECT", "hp_web", LEDER),
            ny=("INSERT", "hp_web", NY),
            vokter=("ALL", "hp_vokter", "true"),
        ),
        Rettigheter("bekymring_tilgangsgjennomgang", hp_vokter="SELECT"),
        migrations.RunSQL(f"GRANT {SAK} TO hp_vokter", f"REVOKE {SAK} FROM hp_vokter"),
        som_vokter(UTEN, "DROP FUNCTION vern.uten_gjennomgang(date, timestamptz)"),
    ]
