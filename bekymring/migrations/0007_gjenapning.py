"""A closed case is opened again by two (R49); a task that is not done when the case ends is handed over."""

import django.contrib.postgres.fields
import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models

from felles.db.migrasjon import Transaksjonsnummer


class Migration(migrations.Migration):
    dependencies = [
        ("bekymring", "0006_lov_og_godkjenning"),
        ("samarbeid", "0004_fodselsnummer"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Gjenapning",
            fields=[
                ("id", models.UUIDField(editable=False, primary_key=True, serialize=False)),
                ("nummer", models.CharField(max_length=7, verbose_name="saksnummer")),
                (
                    "formal",
                    models.CharField(
                        choices=[
                            ("innsyn", "Personen eller de foresatte ber om innsyn"),
                            ("ny_bekymring", "En ny bekymring kan gjelde samme person"),
                            ("arkiv", "Saken skal vurderes for arkiv"),
                            ("feil", "Saken ble avsluttet ved en feil"),
                        ],
                        max_length=12,
                        verbose_name="formål",
                    ),
                ),
                (
                    "soner",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("register", "registerlinje"),
                                ("felles", "felles"),
                                ("identitet", "identitet"),
                                ("politi", "politi"),
                                ("helse", "helse"),
                                ("barnevern", "barnevern"),
                                ("skole", "skole"),
                                ("nav", "NAV"),
                                ("mentor", "mentor"),
                            ],
                            max_length=12,
                        ),
                        size=None,
                        verbose_name="deler av saken",
                    ),
                ),
                ("dager", models.PositiveSmallIntegerField(verbose_name="dager")),
                ("begrunnelse", models.BinaryField(verbose_name="begrunnelse")),
                ("bedt", models.DateTimeField(verbose_name="bedt")),
                ("avgjort", models.DateTimeField(null=True, verbose_name="avgjort")),
                ("svar", models.BinaryField(null=True, verbose_name="svar")),
                ("fra", models.DateTimeField(null=True, verbose_name="fra")),
                ("til", models.DateTimeField(null=True, verbose_name="til")),
                ("avsluttet", models.DateTimeField(null=True, verbose_name="avsluttet")),
            ],
            options={
                "verbose_name": "gjenåpning",
                "verbose_name_plural": "gjenåpninger",
                "ordering": ["-bedt", "pk"],
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="HistoricalGjenapning",
            fields=[
                ("id", models.UUIDField(db_index=True, editable=False)),
                ("nummer", models.CharField(max_length=7, verbose_name="saksnummer")),
                (
                    "formal",
                    models.CharField(
                        choices=[
                            ("innsyn", "Personen eller de foresatte ber om innsyn"),
                            ("ny_bekymring", "En ny bekymring kan gjelde samme person"),
                            ("arkiv", "Saken skal vurderes for arkiv"),
                            ("feil", "Saken ble avsluttet ved en feil"),
                        ],
                        max_length=12,
                        verbose_name="formål",
                    ),
                ),
                (
                    "soner",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("register", "registerlinje"),
                                ("felles", "felles"),
                                ("identitet", "identitet"),
                                ("politi", "politi"),
                                ("helse", "helse"),
                                ("barnevern", "barnevern"),
                                ("skole", "skole"),
                                ("nav", "NAV"),
                                ("mentor", "mentor"),
                            ],
                            max_length=12,
                        ),
                        size=None,
                        verbose_name="deler av saken",
                    ),
                ),
                ("dager", models.PositiveSmallIntegerField(verbose_name="dager")),
                ("bedt", models.DateTimeField(verbose_name="bedt")),
                ("avgjort", models.DateTimeField(null=True, verbose_name="avgjort")),
                ("fra", models.DateTimeField(null=True, verbose_name="fra")),
                ("til", models.DateTimeField(null=True, verbose_name="til")),
                ("avsluttet", models.DateTimeField(null=True, verbose_name="avsluttet")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
            ],
            options={
                "verbose_name": "historical gjenåpning",
                "verbose_name_plural": "historical gjenåpninger",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.AddField(
            model_name="historicaloppgave",
            name="overlatt",
            field=models.DateTimeField(null=True, verbose_name="overlatt"),
        ),
        migrations.AddField(
            model_name="historicaloppgave",
            name="overlatt_av",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="overlatt av",
            ),
        ),
        migrations.AddField(
            model_name="historicaloppgave",
            name="overlatt_frist",
            field=models.DateField(null=True, verbose_name="frist for den som overtar"),
        ),
        migrations.AddField(
            model_name="historicaloppgave",
            name="overlatt_til",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="samarbeid.aktor",
                verbose_name="overlatt til",
            ),
        ),
        migrations.AddField(
            model_name="oppgave",
            name="overlatt",
            field=models.DateTimeField(null=True, verbose_name="overlatt"),
        ),
        migrations.AddField(
            model_name="oppgave",
            name="overlatt_av",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="overlatt av",
            ),
        ),
        migrations.AddField(
            model_name="oppgave",
            name="overlatt_frist",
            field=models.DateField(null=True, verbose_name="frist for den som overtar"),
        ),
        migrations.AddField(
            model_name="oppgave",
            name="overlatt_til",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="samarbeid.aktor",
                verbose_name="overlatt til",
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
                    ("gjenapning", "gjenåpnet av to"),
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
                    ("gjenapning", "gjenåpnet av to"),
                ],
                max_length=20,
                verbose_name="grunnlag",
            ),
        ),
        migrations.AddConstraint(
            model_name="oppgave",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("overlatt", None), ("overlatt_av", None), ("overlatt_frist", None), ("overlatt_til", None)
                    ),
                    models.Q(
                        ("gjort", None),
                        ("overlatt__isnull", False),
                        ("overlatt_av__isnull", False),
                        ("overlatt_frist__isnull", False),
                        ("overlatt_til__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="oppgave_overlatt_hel",
            ),
        ),
        migrations.AddField(
            model_name="gjenapning",
            name="avgjort_av",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="avgjort av",
            ),
        ),
        migrations.AddField(
            model_name="gjenapning",
            name="avsluttet_av",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="avsluttet av",
            ),
        ),
        migrations.AddField(
            model_name="gjenapning",
            name="bedt_av",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="bedt av",
            ),
        ),
        migrations.AddField(
            model_name="gjenapning",
            name="leser",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="leser",
            ),
        ),
        migrations.AddField(
            model_name="gjenapning",
            name="sak",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="gjenapninger",
                to="bekymring.sak",
                verbose_name="sak",
            ),
        ),
        migrations.AddField(
            model_name="historicalgjenapning",
            name="avgjort_av",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="avgjort av",
            ),
        ),
        migrations.AddField(
            model_name="historicalgjenapning",
            name="avsluttet_av",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="avsluttet av",
            ),
        ),
        migrations.AddField(
            model_name="historicalgjenapning",
            name="bedt_av",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="bedt av",
            ),
        ),
        migrations.AddField(
            model_name="historicalgjenapning",
            name="history_user",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="historicalgjenapning",
            name="leser",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="leser",
            ),
        ),
        migrations.AddField(
            model_name="historicalgjenapning",
            name="sak",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="bekymring.sak",
                verbose_name="sak",
            ),
        ),
        migrations.AddConstraint(
            model_name="gjenapning",
            constraint=models.UniqueConstraint(
                condition=models.Q(("avgjort__isnull", True), ("avsluttet__isnull", True)),
                fields=("sak",),
                name="gjenapning_en_venter",
            ),
        ),
        migrations.AddConstraint(
            model_name="gjenapning",
            constraint=models.CheckConstraint(
                condition=models.Q(("formal__in", ["innsyn", "ny_bekymring", "arkiv", "feil"])),
                name="gjenapning_kjent_formal",
            ),
        ),
        migrations.AddConstraint(
            model_name="gjenapning",
            constraint=models.CheckConstraint(condition=models.Q(("dager__range", (1, 30))), name="gjenapning_dager"),
        ),
        migrations.AddConstraint(
            model_name="gjenapning",
            constraint=models.CheckConstraint(
                condition=models.Q(("avgjort_av", models.F("bedt_av")), _negated=True),
                name="gjenapning_avgjort_av_andre",
            ),
        ),
        migrations.AddConstraint(
            model_name="gjenapning",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("fra", None), ("til", None)),
                    models.Q(("avgjort__isnull", False), ("fra__isnull", False), ("til__gte", models.F("fra"))),
                    _connector="OR",
                ),
                name="gjenapning_tid",
            ),
        ),
        migrations.AlterField(
            model_name='hendelse',
            name='art',
            field=models.CharField(choices=[('meldt', 'Bekymring meldt'), ('angret', 'Steget ble angret'), ('tatt_imot', 'Koordinatoren tok imot bekymringen'), ('returnert', 'Sendt tilbake til melderen'), ('sendt_pa_nytt', 'Sendt på nytt'), ('droftes', 'Drøftes uten navn'), ('til_avklaring', 'Til avklaring'), ('samtykke', 'Samtykke gitt'), ('samtykke_trukket', 'Samtykket gjelder ikke lenger'), ('samtykke_endret', 'Et samtykke er fornyet, snevret inn eller rettet'), ('grunnlag', 'Grunnlag for deling registrert'), ('grunnlag_bekreftet', 'Grunnlag for deling bekreftet'), ('grunnlag_avslatt', 'Grunnlag for deling ble ikke bekreftet'), ('grunnlag_slutt', 'Grunnlag for deling avsluttet'), ('unntak', 'Unntak fra en foresatts samtykke registrert'), ('unntak_bekreftet', 'Unntak fra en foresatts samtykke bekreftet'), ('unntak_avslatt', 'Unntak fra en foresatts samtykke ble ikke bekreftet'), ('unntak_slutt', 'Unntak fra en foresatts samtykke avsluttet'), ('henvist', 'Henvist til kjernegruppa'), ('sendt_tilbake', 'Kjernegruppa sendte saken tilbake'), ('pa_saksliste', 'Satt på saksliste'), ('utsatt', 'Utsatt til et senere møte'), ('vurdering', 'Vurdering skrevet'), ('konkludert', 'Kjernegruppa konkluderte'), ('samtale_avtalt', 'Bekymringssamtale avtalt'), ('samtale_flyttet', 'Samtalen ble flyttet'), ('samtale_avlyst', 'Samtalen ble ikke noe av'), ('samtale_holdt', 'Samtalen er gjennomført'), ('ansvarsgruppe', 'Ansvarsgruppe opprettet'), ('mentor_foreslatt', 'Mentor foreslått'), ('mentor_avtale', 'Avtalen med mentoren er signert'), ('mentor', 'Mentor er i gang'), ('mentor_pause', 'Mentorforløpet har pause'), ('mentor_slutt', 'Mentorforløpet er avsluttet'), ('ansvarsgruppe_slutt', 'Ansvarsgruppa er avsluttet'), ('kontakt', 'Kontakt med mentor'), ('oppfolging', 'Oppfølging startet'), ('oppgave', 'Oppgave gitt'), ('oppgave_ferdig', 'Oppgave gjort'), ('oppgave_overlatt', 'Oppgave overlatt til en tjeneste'), ('evaluering', 'Klar for evaluering'), ('fortsetter', 'Oppfølgingen fortsetter'), ('stanset', 'Saken er stanset'), ('avverging', 'Politiet er varslet for å avverge fare'), ('barnevern', 'Barnevernet har fått melding'), ('inhabil', 'En person er tatt ut av saken'), ('habil', 'En person kan være med i saken igjen'), ('overfort', 'Overført'), ('avsluttet', 'Avsluttet'), ('sperret', 'Sperret'), ('gjenapnet', 'Gjenåpnet'), ('alder', 'Alderen er rettet'), ('kort_skrevet', 'Skrev hvem saken gjelder'), ('kort_apnet', 'Åpnet hvem saken gjelder'), ('kort_delt', 'Delte hvem saken gjelder'), ('tilgang', 'Tilgang gitt'), ('tilgang_slutt', 'Tilgang avsluttet'), ('gjennomgang', 'Tilgangene er gjennomgått'), ('delt', 'Opplysninger delt'), ('deling_slutt', 'Delingen er avsluttet'), ('nodtilgang', 'Nødtilgang brukt')], max_length=24, verbose_name='art'),
        ),
        Transaksjonsnummer("bekymring_historicalgjenapning"),
    ]
