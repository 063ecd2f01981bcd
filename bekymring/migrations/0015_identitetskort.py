"""The card with a name: never in a case without a name, whoever may write in the zone."""

from django.db import migrations, models

NAVN_KREVER_MODUS = """
CREATE POLICY identitet_krever_navn ON bekymring_tekst AS RESTRICTIVE FOR INSERT TO hp_web WITH CHECK (
    sone <> 'identitet' OR EXISTS (SELECT FROM bekymring_sak s WHERE s.id = sak_id AND s.modus <> 'anonym'))
"""


class Migration(migrations.Migration):
    dependencies = [
        ("bekymring", "0014_forsegling"),
    ]

    operations = [
        migrations.RunSQL(NAVN_KREVER_MODUS, "DROP POLICY identitet_krever_navn ON bekymring_tekst"),
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
