"""Break-glass: its table; its walls and functions come next."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("bekymring", "0017_styring"),
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
                    ("nodtilgang", "Nødtilgang brukt"),
                ],
                max_length=24,
                verbose_name="art",
            ),
        ),
        migrations.AlterField(
            model_name="historicaltilgang",
            name="grunnlag",
            field=models.CharField(
                choices=[
                    ("koordinator", "SLT-koordinator på vakt"),
                    ("saksansvarlig", "saksansvarlig"),
                    ("melder", "melder"),
                    ("gruppe", "medlem av kjernegruppa"),
                    ("ansvarsgruppe", "medlem av ansvarsgruppa"),
                    ("samtale", "fører bekymringssamtalen"),
                    ("mentor", "mentor"),
                    ("nodtilgang", "nødtilgang"),
                ],
                max_length=20,
                verbose_name="grunnlag",
            ),
        ),
        migrations.AlterField(
            model_name="tilgang",
            name="grunnlag",
            field=models.CharField(
                choices=[
                    ("koordinator", "SLT-koordinator på vakt"),
                    ("saksansvarlig", "saksansvarlig"),
                    ("melder", "melder"),
                    ("gruppe", "medlem av kjernegruppa"),
                    ("ansvarsgruppe", "medlem av ansvarsgruppa"),
                    ("samtale", "fører bekymringssamtalen"),
                    ("mentor", "mentor"),
                    ("nodtilgang", "nødtilgang"),
                ],
                max_length=20,
                verbose_name="grunnlag",
            ),
        ),
        migrations.CreateModel(
            name="Nodtilgang",
            fields=[
                ("id", models.UUIDField(editable=False, primary_key=True, serialize=False)),
                ("nummer", models.CharField(max_length=7, verbose_name="saksnummer")),
                (
                    "grunnlag",
                    models.CharField(
                        choices=[
                            ("liv", "Noen kan være i fare for liv eller helse nå"),
                            ("avverge", "Plikt til å avverge en alvorlig straffbar handling"),
                            ("barn", "Et barn kan trenge vern med en gang"),
                            ("ute", "Den som har saken, er ikke å få tak i, og det kan ikke vente"),
                        ],
                        max_length=12,
                        verbose_name="grunnlag",
                    ),
                ),
                ("begrunnelse", models.BinaryField(null=True, verbose_name="begrunnelse")),
                ("sokt", models.DateTimeField(verbose_name="søkt")),
                ("krever_to", models.BooleanField(default=False, verbose_name="krever godkjenning")),
                ("avslatt", models.DateTimeField(null=True, verbose_name="avslått")),
                ("fra", models.DateTimeField(null=True, verbose_name="fra")),
                ("til", models.DateTimeField(null=True, verbose_name="til")),
                ("vurdert", models.DateTimeField(null=True, verbose_name="vurdert")),
                (
                    "konklusjon",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("nodvendig", "Nødvendig og riktig brukt"),
                            ("god_tro", "Ikke nødvendig, men brukt i god tro"),
                            ("brudd", "Brudd som følges opp"),
                        ],
                        max_length=12,
                        verbose_name="konklusjon",
                    ),
                ),
                ("vurdering", models.BinaryField(null=True, verbose_name="vurdering")),
                (
                    "avgjort_av",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="avgjort av",
                    ),
                ),
                (
                    "bruker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="nodtilganger",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="bruker",
                    ),
                ),
                (
                    "sak",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="nodtilganger",
                        to="bekymring.sak",
                        verbose_name="sak",
                    ),
                ),
                (
                    "vurdert_av",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="vurdert av",
                    ),
                ),
            ],
            options={
                "verbose_name": "nødtilgang",
                "verbose_name_plural": "nødtilganger",
                "default_permissions": (),
                "indexes": [
                    models.Index(fields=["bruker", "-sokt"], name="nodtilgang_bruker"),
                    models.Index(
                        condition=models.Q(("vurdert__isnull", True)), fields=["sokt"], name="nodtilgang_apne"
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("grunnlag__in", ["liv", "avverge", "barn", "ute"])),
                        name="nodtilgang_kjent_grunnlag",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("konklusjon", ""), ("vurdert__isnull", True)),
                            models.Q(("konklusjon__in", ["nodvendig", "god_tro", "brudd"]), ("vurdert__isnull", False)),
                            _connector="OR",
                        ),
                        name="nodtilgang_konklusjon",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("vurdert_av", models.F("bruker")), _negated=True),
                        name="nodtilgang_vurdert_av_andre",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("avgjort_av", models.F("bruker")), _negated=True),
                        name="nodtilgang_avgjort_av_andre",
                    ),
                ],
            },
        ),
    ]
