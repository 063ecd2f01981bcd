import uuid

import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models

import bekymring.models.kjerne
import felles.tid
from felles.db.migrasjon import samle


class Migration(migrations.Migration):
    dependencies = [
        ("bekymring", "0003_vegg_funksjoner"),
        ("brukere", "__first__"),
        ("samarbeid", "0006_vern_om_registeret"),
    ]

    operations = [
        migrations.CreateModel(
            name="HistoricalAnsvarsgruppe",
            fields=[
                ("id", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                (
                    "sone",
                    models.CharField(
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
                        default="felles",
                        max_length=12,
                        verbose_name="sone",
                    ),
                ),
                ("neste_mote", models.DateField(verbose_name="neste møte")),
                ("evaluering", models.DateField(verbose_name="evalueres")),
                ("ip_finnes", models.BooleanField(default=False, verbose_name="individuell plan finnes")),
                ("avsluttet", models.DateTimeField(blank=True, null=True, verbose_name="avsluttet")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "koordinator",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="koordinator",
                    ),
                ),
                (
                    "sak",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="bekymring.sak",
                        verbose_name="sak",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical ansvarsgruppe",
                "verbose_name_plural": "historical ansvarsgrupper",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalHjemmel",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                (
                    "kode",
                    models.CharField(
                        choices=[
                            ("samtykke", "Samtykke"),
                            ("anonym", "Uten navn"),
                            ("alment_kjent", "Alment kjent"),
                            ("samme_organ", "Samme organ"),
                            ("egne_oppgaver", "Egne oppgaver"),
                            ("anmeldelse", "Anmeldelse"),
                            ("liv_helse", "Fare for liv eller helse"),
                            ("forskrift", "Forskrift"),
                            ("avverging", "Avverging"),
                            ("barnevern", "Melding til barnevernet"),
                            ("politi", "Politiets egen lov"),
                            ("opplysningsplikt", "Opplysningsplikt"),
                            ("moteplikt", "Møteplikt for barn"),
                        ],
                        max_length=20,
                        verbose_name="kode",
                    ),
                ),
                ("navn", models.CharField(max_length=120, verbose_name="navn")),
                ("henvisning", models.CharField(max_length=160, verbose_name="lov og paragraf")),
                ("forklaring", models.CharField(max_length=400, verbose_name="forklaring")),
                ("kilde", models.CharField(max_length=200, verbose_name="kilde")),
                ("for_deling", models.BooleanField(default=False, verbose_name="kan brukes ved deling")),
                ("aktiv", models.BooleanField(default=True, verbose_name="i bruk")),
                ("gyldig_fra", models.DateField(verbose_name="gyldig fra")),
                ("gyldig_til", models.DateField(blank=True, null=True, verbose_name="gyldig til")),
                ("jurist_godkjent", models.DateField(blank=True, null=True, verbose_name="godkjent av jurist")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical hjemmel",
                "verbose_name_plural": "historical hjemler",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalMentorforlop",
            fields=[
                ("id", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                (
                    "sone",
                    models.CharField(
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
                        default="felles",
                        max_length=12,
                        verbose_name="sone",
                    ),
                ),
                (
                    "tilstand",
                    models.CharField(
                        choices=[
                            ("foreslatt", "Foreslått"),
                            ("avtalt", "Avtale signert"),
                            ("aktiv", "I gang"),
                            ("pause", "Pause"),
                            ("avsluttet", "Avsluttet"),
                        ],
                        default="foreslatt",
                        max_length=10,
                        verbose_name="tilstand",
                    ),
                ),
                ("erklaering", models.DateField(verbose_name="taushetserklæring signert")),
                ("politiattest", models.DateField(verbose_name="politiattest vist")),
                ("evaluering", models.DateField(verbose_name="evalueres")),
                ("versjon", models.PositiveIntegerField(default=1, editable=False, verbose_name="versjon")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "mentor",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="mentor",
                    ),
                ),
                (
                    "sak",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="bekymring.sak",
                        verbose_name="sak",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical mentorforløp",
                "verbose_name_plural": "historical mentorforløp",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalMote",
            fields=[
                ("id", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                (
                    "ref",
                    models.CharField(
                        db_index=True,
                        default=bekymring.models.kjerne.ny_ref,
                        editable=False,
                        max_length=22,
                        verbose_name="adresse",
                    ),
                ),
                ("tid", models.DateTimeField(verbose_name="tid")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "gruppe",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="bekymring.kjernegruppe",
                        verbose_name="kjernegruppe",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "innkalt_av",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="innkalt av",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical møte i kjernegruppe",
                "verbose_name_plural": "historical møter i kjernegruppe",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalSamtykke",
            fields=[
                ("id", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                (
                    "sone",
                    models.CharField(
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
                        default="felles",
                        max_length=12,
                        verbose_name="sone",
                    ),
                ),
                (
                    "giver",
                    models.CharField(
                        choices=[
                            ("selv", "Personen selv"),
                            ("foresatte", "Alle foresatte med foreldreansvar"),
                            ("begge", "Personen selv og de foresatte"),
                        ],
                        max_length=10,
                        verbose_name="hvem har samtykket",
                    ),
                ),
                (
                    "form",
                    models.CharField(
                        choices=[("skriftlig", "Skriftlig"), ("muntlig", "Muntlig, med vitne")],
                        max_length=10,
                        verbose_name="form",
                    ),
                ),
                ("vitne", models.BooleanField(default=False, verbose_name="en kollega var vitne")),
                ("informert", models.BooleanField(verbose_name="vet at samtykket kan trekkes")),
                (
                    "formal",
                    models.CharField(
                        choices=[
                            ("kjernegruppe", "Drøfte saken i kjernegruppa og finne riktig hjelp"),
                            ("samtale", "Holde en bekymringssamtale"),
                            ("oppfolging", "Følge opp i ansvarsgruppe eller med mentor"),
                        ],
                        max_length=14,
                        verbose_name="formål",
                    ),
                ),
                (
                    "omfang",
                    models.CharField(
                        choices=[
                            ("felles", "Det som står i saken, uten navn"),
                            ("navn", "Det som står i saken, med navn og kontaktopplysninger"),
                        ],
                        default="felles",
                        max_length=6,
                        verbose_name="hva kan deles",
                    ),
                ),
                ("gyldig_til", models.DateField(verbose_name="gjelder til og med")),
                ("tid", models.DateTimeField(default=felles.tid.na, verbose_name="registrert")),
                ("trukket", models.DateTimeField(blank=True, null=True, verbose_name="trukket")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "registrert_av",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="registrert av",
                    ),
                ),
                (
                    "sak",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="bekymring.sak",
                        verbose_name="sak",
                    ),
                ),
                (
                    "trukket_av",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="registrert trukket av",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical samtykke",
                "verbose_name_plural": "historical samtykker",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Hjemmel",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kode",
                    models.CharField(
                        choices=[
                            ("samtykke", "Samtykke"),
                            ("anonym", "Uten navn"),
                            ("alment_kjent", "Alment kjent"),
                            ("samme_organ", "Samme organ"),
                            ("egne_oppgaver", "Egne oppgaver"),
                            ("anmeldelse", "Anmeldelse"),
                            ("liv_helse", "Fare for liv eller helse"),
                            ("forskrift", "Forskrift"),
                            ("avverging", "Avverging"),
                            ("barnevern", "Melding til barnevernet"),
                            ("politi", "Politiets egen lov"),
                            ("opplysningsplikt", "Opplysningsplikt"),
                            ("moteplikt", "Møteplikt for barn"),
                        ],
                        max_length=20,
                        verbose_name="kode",
                    ),
                ),
                ("navn", models.CharField(max_length=120, verbose_name="navn")),
                ("henvisning", models.CharField(max_length=160, verbose_name="lov og paragraf")),
                ("forklaring", models.CharField(max_length=400, verbose_name="forklaring")),
                ("kilde", models.CharField(max_length=200, verbose_name="kilde")),
                ("for_deling", models.BooleanField(default=False, verbose_name="kan brukes ved deling")),
                ("aktiv", models.BooleanField(default=True, verbose_name="i bruk")),
                ("gyldig_fra", models.DateField(verbose_name="gyldig fra")),
                ("gyldig_til", models.DateField(blank=True, null=True, verbose_name="gyldig til")),
                ("jurist_godkjent", models.DateField(blank=True, null=True, verbose_name="godkjent av jurist")),
            ],
            options={
                "verbose_name": "hjemmel",
                "verbose_name_plural": "hjemler",
                "ordering": ["kode", "gyldig_fra"],
                "default_permissions": (),
                "constraints": [
                    models.UniqueConstraint(fields=("kode", "gyldig_fra"), name="hjemmel_en_versjon"),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kode__in",
                                [
                                    "samtykke",
                                    "anonym",
                                    "alment_kjent",
                                    "samme_organ",
                                    "egne_oppgaver",
                                    "anmeldelse",
                                    "liv_helse",
                                    "forskrift",
                                    "avverging",
                                    "barnevern",
                                    "politi",
                                    "opplysningsplikt",
                                    "moteplikt",
                                ],
                            )
                        ),
                        name="hjemmel_kjent_kode",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("gyldig_til__isnull", True), ("gyldig_til__gt", models.F("gyldig_fra")), _connector="OR"
                        ),
                        name="hjemmel_til_etter_fra",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoricalSamtale",
            fields=[
                ("id", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                (
                    "sone",
                    models.CharField(
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
                        default="politi",
                        max_length=12,
                        verbose_name="sone",
                    ),
                ),
                (
                    "type",
                    models.CharField(
                        choices=[
                            ("bekymring", "Bekymringssamtale"),
                            ("avklaring", "Avklaringssamtale"),
                            ("oppfolging", "Oppfølgingssamtale"),
                        ],
                        default="bekymring",
                        max_length=12,
                        verbose_name="type",
                    ),
                ),
                (
                    "spor",
                    models.CharField(
                        choices=[("frivillig", "Frivillig invitasjon"), ("palagt", "Pålagt møte")],
                        max_length=10,
                        verbose_name="spor",
                    ),
                ),
                (
                    "tilstand",
                    models.CharField(
                        choices=[("avtalt", "Avtalt"), ("gjennomfort", "Gjennomført"), ("avlyst", "Ble ikke noe av")],
                        default="avtalt",
                        max_length=12,
                        verbose_name="tilstand",
                    ),
                ),
                ("tid", models.DateTimeField(verbose_name="tid")),
                (
                    "sted",
                    models.CharField(
                        choices=[
                            ("politistasjon", "politistasjonen"),
                            ("skole", "skolen"),
                            ("hjemme", "hjemme"),
                            ("kommune", "kommunens lokaler"),
                            ("ute", "et annet sted"),
                        ],
                        max_length=14,
                        verbose_name="sted",
                    ),
                ),
                ("tolk", models.BooleanField(default=False, verbose_name="tolk")),
                (
                    "foresatte",
                    models.CharField(
                        choices=[
                            ("politi", "Politikontakten"),
                            ("koordinator", "SLT-koordinatoren"),
                            ("tjeneste", "Tjenesten som kjenner familien"),
                            ("ikke_aktuelt", "Ingen, personen er over 18 år"),
                        ],
                        max_length=14,
                        verbose_name="hvem kontakter de foresatte",
                    ),
                ),
                (
                    "deltakere",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=20),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="hvem er med",
                    ),
                ),
                (
                    "gjennomfort",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("som_avtalt", "Ja, som avtalt"),
                            ("uten_foresatte", "Ja, men uten foresatte"),
                            ("nei", "Nei"),
                        ],
                        max_length=14,
                        verbose_name="gjennomført",
                    ),
                ),
                ("holdt", models.DateField(blank=True, null=True, verbose_name="holdt")),
                (
                    "utfall",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("ingen_grunn", "Ikke grunn til bekymring"),
                            ("ny_samtale", "Ny samtale om noen uker"),
                            ("oppfolging", "Ansvarsgruppe eller mentor"),
                            ("annen_instans", "En annen instans tar over"),
                        ],
                        max_length=14,
                        verbose_name="utfall",
                    ),
                ),
                ("versjon", models.PositiveIntegerField(default=1, editable=False, verbose_name="versjon")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "forer",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="fører samtalen",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "referat",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="bekymring.tekst",
                        verbose_name="referat",
                    ),
                ),
                (
                    "sak",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="bekymring.sak",
                        verbose_name="sak",
                    ),
                ),
                (
                    "hjemmel",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="bekymring.hjemmel",
                        verbose_name="hjemmel",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical samtale",
                "verbose_name_plural": "historical samtaler",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Mote",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "ref",
                    models.CharField(
                        default=bekymring.models.kjerne.ny_ref,
                        editable=False,
                        max_length=22,
                        unique=True,
                        verbose_name="adresse",
                    ),
                ),
                ("tid", models.DateTimeField(verbose_name="tid")),
                (
                    "gruppe",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="moter",
                        to="bekymring.kjernegruppe",
                        verbose_name="kjernegruppe",
                    ),
                ),
                (
                    "innkalt_av",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="innkalt av",
                    ),
                ),
            ],
            options={
                "verbose_name": "møte i kjernegruppe",
                "verbose_name_plural": "møter i kjernegruppe",
                "ordering": ["-tid"],
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="Sakslistepost",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "sone",
                    models.CharField(
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
                        default="felles",
                        max_length=12,
                        verbose_name="sone",
                    ),
                ),
                ("vindu_til", models.DateTimeField(verbose_name="synlig til")),
                ("tatt_av", models.DateTimeField(blank=True, null=True, verbose_name="tatt av lista")),
                (
                    "mote",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="poster",
                        to="bekymring.mote",
                        verbose_name="møte",
                    ),
                ),
                (
                    "sak",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="saksliste",
                        to="bekymring.sak",
                        verbose_name="sak",
                    ),
                ),
            ],
            options={
                "verbose_name": "post på saksliste",
                "verbose_name_plural": "poster på saksliste",
                "default_permissions": (),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("tatt_av__isnull", True)),
                        fields=("sak",),
                        name="sakslistepost_en_om_gangen",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Konklusjon",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "sone",
                    models.CharField(
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
                        default="felles",
                        max_length=12,
                        verbose_name="sone",
                    ),
                ),
                (
                    "type",
                    models.CharField(
                        choices=[
                            ("ingen_bekymring", "Ikke grunn til bekymring"),
                            ("mer_avklaring", "Mer avklaring i egen tjeneste"),
                            ("tilbud", "Tilbud i en tjeneste"),
                            ("samtale", "Anbefale bekymringssamtale"),
                            ("ansvarsgruppe", "Ansvarsgruppe"),
                            ("mentor", "Mentor"),
                            ("veiledning", "Veiledning til familien"),
                            ("konfliktrad", "Konfliktrådet"),
                        ],
                        max_length=16,
                        verbose_name="anbefaling",
                    ),
                ),
                ("frist", models.DateField(verbose_name="frist")),
                ("tid", models.DateTimeField(default=felles.tid.na, verbose_name="tid")),
                (
                    "ansvarlig",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="ansvarlig",
                    ),
                ),
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
                    "begrunnelse",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="bekymring.tekst",
                        verbose_name="begrunnelse",
                    ),
                ),
                (
                    "sak",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="konklusjoner",
                        to="bekymring.sak",
                        verbose_name="sak",
                    ),
                ),
                (
                    "post",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="konklusjoner",
                        to="bekymring.sakslistepost",
                        verbose_name="post på saksliste",
                    ),
                ),
            ],
            options={
                "verbose_name": "konklusjon",
                "verbose_name_plural": "konklusjoner",
                "ordering": ["-tid"],
                "default_permissions": (),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "type__in",
                                [
                                    "ingen_bekymring",
                                    "mer_avklaring",
                                    "tilbud",
                                    "samtale",
                                    "ansvarsgruppe",
                                    "mentor",
                                    "veiledning",
                                    "konfliktrad",
                                ],
                            )
                        ),
                        name="konklusjon_kjent_type",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoricalOppgave",
            fields=[
                ("id", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                (
                    "sone",
                    models.CharField(
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
                        default="felles",
                        max_length=12,
                        verbose_name="sone",
                    ),
                ),
                ("frist", models.DateField(verbose_name="frist")),
                ("gjort", models.DateTimeField(blank=True, null=True, verbose_name="gjort")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "ansvarlig",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="ansvarlig",
                    ),
                ),
                (
                    "gjort_av",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="gjort av",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "innhold",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="bekymring.tekst",
                        verbose_name="hva som skal gjøres",
                    ),
                ),
                (
                    "sak",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="bekymring.sak",
                        verbose_name="sak",
                    ),
                ),
                (
                    "konklusjon",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="bekymring.konklusjon",
                        verbose_name="konklusjon",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical oppgave",
                "verbose_name_plural": "historical oppgaver",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Kvittering",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("nummer", models.CharField(max_length=7, verbose_name="saksnummer")),
                ("tid", models.DateTimeField(default=felles.tid.na, verbose_name="sendt")),
                ("akutt", models.BooleanField(default=False, verbose_name="haster")),
                (
                    "bruker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="kvitteringer",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="melder",
                    ),
                ),
                (
                    "sak",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="kvitteringer",
                        to="bekymring.sak",
                        verbose_name="sak",
                    ),
                ),
                (
                    "svarer",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="svarer",
                    ),
                ),
            ],
            options={
                "verbose_name": "kvittering",
                "verbose_name_plural": "kvitteringer",
                "ordering": ["-tid"],
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="Mentorforlop",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "sone",
                    models.CharField(
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
                        default="felles",
                        max_length=12,
                        verbose_name="sone",
                    ),
                ),
                (
                    "tilstand",
                    models.CharField(
                        choices=[
                            ("foreslatt", "Foreslått"),
                            ("avtalt", "Avtale signert"),
                            ("aktiv", "I gang"),
                            ("pause", "Pause"),
                            ("avsluttet", "Avsluttet"),
                        ],
                        default="foreslatt",
                        max_length=10,
                        verbose_name="tilstand",
                    ),
                ),
                ("erklaering", models.DateField(verbose_name="taushetserklæring signert")),
                ("politiattest", models.DateField(verbose_name="politiattest vist")),
                ("evaluering", models.DateField(verbose_name="evalueres")),
                ("versjon", models.PositiveIntegerField(default=1, editable=False, verbose_name="versjon")),
                (
                    "mentor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="mentorforlop",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="mentor",
                    ),
                ),
                (
                    "sak",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="mentorforlop",
                        to="bekymring.sak",
                        verbose_name="sak",
                    ),
                ),
            ],
            options={
                "verbose_name": "mentorforløp",
                "verbose_name_plural": "mentorforløp",
                "default_permissions": (),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("tilstand", "avsluttet"), _negated=True),
                        fields=("sak",),
                        name="mentorforlop_ett_om_gangen",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Kontakt",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "sone",
                    models.CharField(
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
                        default="mentor",
                        max_length=12,
                        verbose_name="sone",
                    ),
                ),
                ("dato", models.DateField(verbose_name="dato")),
                (
                    "type",
                    models.CharField(
                        choices=[
                            ("mote", "Møttes"),
                            ("telefon", "Telefon eller melding"),
                            ("aktivitet", "Aktivitet sammen"),
                            ("nettverk", "Møte med familie eller nettverk"),
                        ],
                        max_length=10,
                        verbose_name="type",
                    ),
                ),
                (
                    "hvordan",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(5),
                        ],
                        verbose_name="hvordan gikk det",
                    ),
                ),
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
                        related_name="kontakter",
                        to="bekymring.sak",
                        verbose_name="sak",
                    ),
                ),
                (
                    "tekst",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="bekymring.tekst",
                        verbose_name="tekst",
                    ),
                ),
                (
                    "forlop",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="kontakter",
                        to="bekymring.mentorforlop",
                        verbose_name="forløp",
                    ),
                ),
            ],
            options={
                "verbose_name": "kontakt",
                "verbose_name_plural": "kontakter",
                "ordering": ["-dato", "-tid"],
                "default_permissions": (),
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("hvordan__range", (1, 5))), name="kontakt_en_til_fem")
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoricalSakslistepost",
            fields=[
                ("id", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                (
                    "sone",
                    models.CharField(
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
                        default="felles",
                        max_length=12,
                        verbose_name="sone",
                    ),
                ),
                ("vindu_til", models.DateTimeField(verbose_name="synlig til")),
                ("tatt_av", models.DateTimeField(blank=True, null=True, verbose_name="tatt av lista")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "sak",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="bekymring.sak",
                        verbose_name="sak",
                    ),
                ),
                (
                    "mote",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="bekymring.mote",
                        verbose_name="møte",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical post på saksliste",
                "verbose_name_plural": "historical poster på saksliste",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Oppgave",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "sone",
                    models.CharField(
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
                        default="felles",
                        max_length=12,
                        verbose_name="sone",
                    ),
                ),
                ("frist", models.DateField(verbose_name="frist")),
                ("gjort", models.DateTimeField(blank=True, null=True, verbose_name="gjort")),
                (
                    "ansvarlig",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="ansvarlig",
                    ),
                ),
                (
                    "gjort_av",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="gjort av",
                    ),
                ),
                (
                    "innhold",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="bekymring.tekst",
                        verbose_name="hva som skal gjøres",
                    ),
                ),
                (
                    "konklusjon",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="oppgaver",
                        to="bekymring.konklusjon",
                        verbose_name="konklusjon",
                    ),
                ),
                (
                    "sak",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="oppgaver",
                        to="bekymring.sak",
                        verbose_name="sak",
                    ),
                ),
            ],
            options={
                "verbose_name": "oppgave",
                "verbose_name_plural": "oppgaver",
                "ordering": ["frist"],
                "default_permissions": (),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("gjort__isnull", True), ("gjort_av__isnull", True)),
                            models.Q(("gjort__isnull", False), ("gjort_av__isnull", False)),
                            _connector="OR",
                        ),
                        name="oppgave_gjort_hel",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Samtale",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "sone",
                    models.CharField(
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
                        default="politi",
                        max_length=12,
                        verbose_name="sone",
                    ),
                ),
                (
                    "type",
                    models.CharField(
                        choices=[
                            ("bekymring", "Bekymringssamtale"),
                            ("avklaring", "Avklaringssamtale"),
                            ("oppfolging", "Oppfølgingssamtale"),
                        ],
                        default="bekymring",
                        max_length=12,
                        verbose_name="type",
                    ),
                ),
                (
                    "spor",
                    models.CharField(
                        choices=[("frivillig", "Frivillig invitasjon"), ("palagt", "Pålagt møte")],
                        max_length=10,
                        verbose_name="spor",
                    ),
                ),
                (
                    "tilstand",
                    models.CharField(
                        choices=[("avtalt", "Avtalt"), ("gjennomfort", "Gjennomført"), ("avlyst", "Ble ikke noe av")],
                        default="avtalt",
                        max_length=12,
                        verbose_name="tilstand",
                    ),
                ),
                ("tid", models.DateTimeField(verbose_name="tid")),
                (
                    "sted",
                    models.CharField(
                        choices=[
                            ("politistasjon", "politistasjonen"),
                            ("skole", "skolen"),
                            ("hjemme", "hjemme"),
                            ("kommune", "kommunens lokaler"),
                            ("ute", "et annet sted"),
                        ],
                        max_length=14,
                        verbose_name="sted",
                    ),
                ),
                ("tolk", models.BooleanField(default=False, verbose_name="tolk")),
                (
                    "foresatte",
                    models.CharField(
                        choices=[
                            ("politi", "Politikontakten"),
                            ("koordinator", "SLT-koordinatoren"),
                            ("tjeneste", "Tjenesten som kjenner familien"),
                            ("ikke_aktuelt", "Ingen, personen er over 18 år"),
                        ],
                        max_length=14,
                        verbose_name="hvem kontakter de foresatte",
                    ),
                ),
                (
                    "deltakere",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=20),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="hvem er med",
                    ),
                ),
                (
                    "gjennomfort",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("som_avtalt", "Ja, som avtalt"),
                            ("uten_foresatte", "Ja, men uten foresatte"),
                            ("nei", "Nei"),
                        ],
                        max_length=14,
                        verbose_name="gjennomført",
                    ),
                ),
                ("holdt", models.DateField(blank=True, null=True, verbose_name="holdt")),
                (
                    "utfall",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("ingen_grunn", "Ikke grunn til bekymring"),
                            ("ny_samtale", "Ny samtale om noen uker"),
                            ("oppfolging", "Ansvarsgruppe eller mentor"),
                            ("annen_instans", "En annen instans tar over"),
                        ],
                        max_length=14,
                        verbose_name="utfall",
                    ),
                ),
                ("versjon", models.PositiveIntegerField(default=1, editable=False, verbose_name="versjon")),
                (
                    "forer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="fører samtalen",
                    ),
                ),
                (
                    "hjemmel",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="bekymring.hjemmel",
                        verbose_name="hjemmel",
                    ),
                ),
                (
                    "referat",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="bekymring.tekst",
                        verbose_name="referat",
                    ),
                ),
                (
                    "sak",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="samtaler",
                        to="bekymring.sak",
                        verbose_name="sak",
                    ),
                ),
            ],
            options={
                "verbose_name": "samtale",
                "verbose_name_plural": "samtaler",
                "ordering": ["-tid"],
                "default_permissions": (),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("spor", "frivillig"), ("hjemmel__isnull", False), _connector="OR"),
                        name="samtale_palagt_hjemlet",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("tilstand", "gjennomfort"), _negated=True),
                            models.Q(
                                ("holdt__isnull", False),
                                ("referat__isnull", False),
                                models.Q(("utfall", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="samtale_gjennomfort_hel",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("tilstand", "avtalt")), fields=("sak",), name="samtale_en_avtalt"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Samtykke",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "sone",
                    models.CharField(
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
                        default="felles",
                        max_length=12,
                        verbose_name="sone",
                    ),
                ),
                (
                    "giver",
                    models.CharField(
                        choices=[
                            ("selv", "Personen selv"),
                            ("foresatte", "Alle foresatte med foreldreansvar"),
                            ("begge", "Personen selv og de foresatte"),
                        ],
                        max_length=10,
                        verbose_name="hvem har samtykket",
                    ),
                ),
                (
                    "form",
                    models.CharField(
                        choices=[("skriftlig", "Skriftlig"), ("muntlig", "Muntlig, med vitne")],
                        max_length=10,
                        verbose_name="form",
                    ),
                ),
                ("vitne", models.BooleanField(default=False, verbose_name="en kollega var vitne")),
                ("informert", models.BooleanField(verbose_name="vet at samtykket kan trekkes")),
                (
                    "formal",
                    models.CharField(
                        choices=[
                            ("kjernegruppe", "Drøfte saken i kjernegruppa og finne riktig hjelp"),
                            ("samtale", "Holde en bekymringssamtale"),
                            ("oppfolging", "Følge opp i ansvarsgruppe eller med mentor"),
                        ],
                        max_length=14,
                        verbose_name="formål",
                    ),
                ),
                (
                    "omfang",
                    models.CharField(
                        choices=[
                            ("felles", "Det som står i saken, uten navn"),
                            ("navn", "Det som står i saken, med navn og kontaktopplysninger"),
                        ],
                        default="felles",
                        max_length=6,
                        verbose_name="hva kan deles",
                    ),
                ),
                ("gyldig_til", models.DateField(verbose_name="gjelder til og med")),
                ("tid", models.DateTimeField(default=felles.tid.na, verbose_name="registrert")),
                ("trukket", models.DateTimeField(blank=True, null=True, verbose_name="trukket")),
                (
                    "registrert_av",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="registrert av",
                    ),
                ),
                (
                    "sak",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="samtykker",
                        to="bekymring.sak",
                        verbose_name="sak",
                    ),
                ),
                (
                    "trukket_av",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="registrert trukket av",
                    ),
                ),
            ],
            options={
                "verbose_name": "samtykke",
                "verbose_name_plural": "samtykker",
                "default_permissions": (),
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("informert", True)), name="samtykke_informert"),
                    models.CheckConstraint(
                        condition=models.Q(("form", "skriftlig"), ("vitne", True), _connector="OR"),
                        name="samtykke_muntlig_med_vitne",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("trukket__isnull", True), ("trukket_av__isnull", True)),
                            models.Q(("trukket__isnull", False), ("trukket_av__isnull", False)),
                            _connector="OR",
                        ),
                        name="samtykke_trukket_hel",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoricalDelingsgrunnlag",
            fields=[
                ("id", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                (
                    "sone",
                    models.CharField(
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
                        default="felles",
                        max_length=12,
                        verbose_name="sone",
                    ),
                ),
                ("fra", models.DateTimeField(default=felles.tid.na, verbose_name="fra")),
                ("til", models.DateTimeField(verbose_name="til")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "bekreftet_av",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="bekreftet av",
                    ),
                ),
                (
                    "bestemt_av",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="bestemt av",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "mottaker",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="samarbeid.aktor",
                        verbose_name="mottaker",
                    ),
                ),
                (
                    "nodvendighet",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="bekymring.tekst",
                        verbose_name="hvorfor det er nødvendig",
                    ),
                ),
                (
                    "sak",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="bekymring.sak",
                        verbose_name="sak",
                    ),
                ),
                (
                    "hjemmel",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="bekymring.hjemmel",
                        verbose_name="hjemmel",
                    ),
                ),
                (
                    "samtykke",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="bekymring.samtykke",
                        verbose_name="samtykke",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical grunnlag for deling",
                "verbose_name_plural": "historical grunnlag for deling",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Delingsgrunnlag",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "sone",
                    models.CharField(
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
                        default="felles",
                        max_length=12,
                        verbose_name="sone",
                    ),
                ),
                ("fra", models.DateTimeField(default=felles.tid.na, verbose_name="fra")),
                ("til", models.DateTimeField(verbose_name="til")),
                (
                    "bekreftet_av",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="bekreftet av",
                    ),
                ),
                (
                    "bestemt_av",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="bestemt av",
                    ),
                ),
                (
                    "mottaker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="samarbeid.aktor",
                        verbose_name="mottaker",
                    ),
                ),
                (
                    "nodvendighet",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="bekymring.tekst",
                        verbose_name="hvorfor det er nødvendig",
                    ),
                ),
                (
                    "sak",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="delingsgrunnlag",
                        to="bekymring.sak",
                        verbose_name="sak",
                    ),
                ),
                (
                    "hjemmel",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="bekymring.hjemmel",
                        verbose_name="hjemmel",
                    ),
                ),
                (
                    "samtykke",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="grunnlag",
                        to="bekymring.samtykke",
                        verbose_name="samtykke",
                    ),
                ),
            ],
            options={
                "verbose_name": "grunnlag for deling",
                "verbose_name_plural": "grunnlag for deling",
                "default_permissions": (),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("samtykke__isnull", False), ("nodvendighet__isnull", False), _connector="OR"
                        ),
                        name="delingsgrunnlag_grunn",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("bekreftet_av__isnull", True),
                            models.Q(("bekreftet_av", models.F("bestemt_av")), _negated=True),
                            _connector="OR",
                        ),
                        name="delingsgrunnlag_to_personer",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("til__gte", models.F("fra"))), name="delingsgrunnlag_til_etter_fra"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Ansvarsgruppe",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "sone",
                    models.CharField(
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
                        default="felles",
                        max_length=12,
                        verbose_name="sone",
                    ),
                ),
                ("neste_mote", models.DateField(verbose_name="neste møte")),
                ("evaluering", models.DateField(verbose_name="evalueres")),
                ("ip_finnes", models.BooleanField(default=False, verbose_name="individuell plan finnes")),
                ("avsluttet", models.DateTimeField(blank=True, null=True, verbose_name="avsluttet")),
                (
                    "koordinator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="koordinator",
                    ),
                ),
                (
                    "sak",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="ansvarsgrupper",
                        to="bekymring.sak",
                        verbose_name="sak",
                    ),
                ),
            ],
            options={
                "verbose_name": "ansvarsgruppe",
                "verbose_name_plural": "ansvarsgrupper",
                "default_permissions": (),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("avsluttet__isnull", True)),
                        fields=("sak",),
                        name="ansvarsgruppe_en_om_gangen",
                    )
                ],
            },
        ),
    ]
    operations = samle(operations)
