import uuid

import django.db.models.deletion
import django.db.models.functions.datetime
import simple_history.models
from django.conf import settings
from django.db import migrations, models

import bekymring.models.kjerne
import felles.tid
from felles.db.migrasjon import samle


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("brukere", "__first__"),
    ]

    operations = [
        migrations.CreateModel(
            name="Kjernegruppe",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("navn", models.CharField(max_length=80, unique=True, verbose_name="navn")),
                ("omrade", models.CharField(blank=True, max_length=120, verbose_name="område")),
            ],
            options={
                "verbose_name": "kjernegruppe",
                "verbose_name_plural": "kjernegrupper",
                "ordering": ["navn"],
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="HistoricalKjernegruppe",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("navn", models.CharField(db_index=True, max_length=80, verbose_name="navn")),
                ("omrade", models.CharField(blank=True, max_length=120, verbose_name="område")),
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
                "verbose_name": "historical kjernegruppe",
                "verbose_name_plural": "historical kjernegrupper",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalSak",
            fields=[
                ("id", models.UUIDField(db_index=True, editable=False)),
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
                ("nummer", models.CharField(db_index=True, editable=False, max_length=7, verbose_name="saksnummer")),
                (
                    "modus",
                    models.CharField(
                        choices=[
                            ("anonym", "Uten navn"),
                            ("identifisert", "Med navn"),
                            ("familie", "Familieveiledning"),
                        ],
                        default="anonym",
                        max_length=12,
                        verbose_name="modus",
                    ),
                ),
                (
                    "tilstand",
                    models.CharField(
                        choices=[
                            ("mottatt", "Mottatt"),
                            ("returnert", "Sendt tilbake"),
                            ("anonym_drofting", "Drøftes uten navn"),
                            ("avklaring", "Avklaring"),
                            ("henvist", "Henvist til kjernegruppe"),
                            ("pa_saksliste", "På saksliste"),
                            ("konkludert", "Konkludert"),
                            ("samtale", "Bekymringssamtale"),
                            ("tiltak_pagar", "Oppfølging pågår"),
                            ("evaluering", "Evaluering"),
                            ("stanset", "Stanset"),
                            ("avsluttet", "Avsluttet"),
                            ("overfort", "Overført"),
                            ("sperret", "Sperret"),
                        ],
                        default="mottatt",
                        max_length=24,
                        verbose_name="tilstand",
                    ),
                ),
                (
                    "aldersspenn",
                    models.CharField(
                        choices=[
                            ("under_10", "under 10 år"),
                            ("10_12", "10–12 år"),
                            ("13_15", "13–15 år"),
                            ("16_17", "16–17 år"),
                            ("18_24", "18–24 år"),
                            ("25_pluss", "25 år eller eldre"),
                        ],
                        max_length=8,
                        verbose_name="alder",
                    ),
                ),
                ("frist", models.DateField(blank=True, null=True, verbose_name="frist")),
                (
                    "sist_endret",
                    models.DateTimeField(default=felles.tid.na, editable=False, verbose_name="sist endret"),
                ),
                ("opprettet", models.DateTimeField(default=felles.tid.na, editable=False, verbose_name="opprettet")),
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
                    "saksansvarlig",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="saksansvarlig",
                    ),
                ),
                (
                    "kjernegruppe",
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
            ],
            options={
                "verbose_name": "historical sak",
                "verbose_name_plural": "historical saker",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalMedlemskap",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("funksjon", models.CharField(max_length=80, verbose_name="funksjon")),
                (
                    "rolle",
                    models.CharField(
                        choices=[("leder", "leder"), ("medlem", "medlem")],
                        default="medlem",
                        max_length=6,
                        verbose_name="rolle",
                    ),
                ),
                ("fra", models.DateTimeField(default=felles.tid.na, verbose_name="fra")),
                ("til", models.DateTimeField(blank=True, null=True, verbose_name="til")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "bruker",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="bruker",
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
                    "gruppe",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="bekymring.kjernegruppe",
                        verbose_name="gruppe",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical medlemskap",
                "verbose_name_plural": "historical medlemskap",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Sak",
            fields=[
                ("id", models.UUIDField(editable=False, primary_key=True, serialize=False)),
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
                ("nummer", models.CharField(editable=False, max_length=7, unique=True, verbose_name="saksnummer")),
                (
                    "modus",
                    models.CharField(
                        choices=[
                            ("anonym", "Uten navn"),
                            ("identifisert", "Med navn"),
                            ("familie", "Familieveiledning"),
                        ],
                        default="anonym",
                        max_length=12,
                        verbose_name="modus",
                    ),
                ),
                (
                    "tilstand",
                    models.CharField(
                        choices=[
                            ("mottatt", "Mottatt"),
                            ("returnert", "Sendt tilbake"),
                            ("anonym_drofting", "Drøftes uten navn"),
                            ("avklaring", "Avklaring"),
                            ("henvist", "Henvist til kjernegruppe"),
                            ("pa_saksliste", "På saksliste"),
                            ("konkludert", "Konkludert"),
                            ("samtale", "Bekymringssamtale"),
                            ("tiltak_pagar", "Oppfølging pågår"),
                            ("evaluering", "Evaluering"),
                            ("stanset", "Stanset"),
                            ("avsluttet", "Avsluttet"),
                            ("overfort", "Overført"),
                            ("sperret", "Sperret"),
                        ],
                        default="mottatt",
                        max_length=24,
                        verbose_name="tilstand",
                    ),
                ),
                (
                    "aldersspenn",
                    models.CharField(
                        choices=[
                            ("under_10", "under 10 år"),
                            ("10_12", "10–12 år"),
                            ("13_15", "13–15 år"),
                            ("16_17", "16–17 år"),
                            ("18_24", "18–24 år"),
                            ("25_pluss", "25 år eller eldre"),
                        ],
                        max_length=8,
                        verbose_name="alder",
                    ),
                ),
                ("frist", models.DateField(blank=True, null=True, verbose_name="frist")),
                (
                    "sist_endret",
                    models.DateTimeField(default=felles.tid.na, editable=False, verbose_name="sist endret"),
                ),
                ("opprettet", models.DateTimeField(default=felles.tid.na, editable=False, verbose_name="opprettet")),
                ("versjon", models.PositiveIntegerField(default=1, editable=False, verbose_name="versjon")),
                (
                    "kjernegruppe",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="saker",
                        to="bekymring.kjernegruppe",
                        verbose_name="kjernegruppe",
                    ),
                ),
                (
                    "saksansvarlig",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="saker_ansvarlig",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="saksansvarlig",
                    ),
                ),
            ],
            options={
                "verbose_name": "sak",
                "verbose_name_plural": "saker",
                "permissions": [
                    ("se_sak", "Se registerlinjen"),
                    ("les_egne", "Lese det en selv har skrevet"),
                    ("led_sak", "Lede saken"),
                    ("les_felles", "Lese sonen felles"),
                    ("les_identitet", "Lese sonen identitet"),
                    ("les_politi", "Lese sonen politi"),
                    ("les_helse", "Lese sonen helse"),
                    ("les_barnevern", "Lese sonen barnevern"),
                    ("les_skole", "Lese sonen skole"),
                    ("les_nav", "Lese sonen nav"),
                    ("les_mentor", "Lese sonen mentor"),
                    ("skriv_felles", "Skrive i sonen felles"),
                    ("skriv_identitet", "Skrive i sonen identitet"),
                    ("skriv_politi", "Skrive i sonen politi"),
                    ("skriv_helse", "Skrive i sonen helse"),
                    ("skriv_barnevern", "Skrive i sonen barnevern"),
                    ("skriv_skole", "Skrive i sonen skole"),
                    ("skriv_nav", "Skrive i sonen nav"),
                    ("skriv_mentor", "Skrive i sonen mentor"),
                ],
                "default_permissions": (),
                "indexes": [
                    models.Index(
                        models.OrderBy(models.F("sist_endret"), descending=True),
                        models.OrderBy(models.F("id"), descending=True),
                        name="sak_nyeste",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("modus__in", ["anonym", "identifisert", "familie"])), name="sak_kjent_modus"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "tilstand__in",
                                [
                                    "mottatt",
                                    "returnert",
                                    "anonym_drofting",
                                    "avklaring",
                                    "henvist",
                                    "pa_saksliste",
                                    "konkludert",
                                    "samtale",
                                    "tiltak_pagar",
                                    "evaluering",
                                    "stanset",
                                    "avsluttet",
                                    "overfort",
                                    "sperret",
                                ],
                            )
                        ),
                        name="sak_kjent_tilstand",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("aldersspenn__in", ["under_10", "10_12", "13_15", "16_17", "18_24", "25_pluss"])
                        ),
                        name="sak_kjent_alder",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("nummer__regex", "^\\d\\d-[2-9A-Z]{4}$")), name="sak_nummerform"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoricalTilgang",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                (
                    "rett",
                    models.CharField(
                        choices=[
                            ("se", "se nummer, tilstand og frist"),
                            ("les", "lese"),
                            ("egne", "lese det du selv har skrevet"),
                            ("skriv", "skrive"),
                            ("led", "lede saken"),
                        ],
                        max_length=5,
                        verbose_name="rett",
                    ),
                ),
                (
                    "sone",
                    models.CharField(
                        blank=True,
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
                        verbose_name="sone",
                    ),
                ),
                (
                    "grunnlag",
                    models.CharField(
                        choices=[
                            ("koordinator", "SLT-koordinator på vakt"),
                            ("saksansvarlig", "saksansvarlig"),
                            ("melder", "melder"),
                            ("gruppe", "medlem av kjernegruppa"),
                            ("ansvarsgruppe", "medlem av ansvarsgruppa"),
                            ("samtale", "fører bekymringssamtalen"),
                            ("mentor", "mentor"),
                        ],
                        max_length=20,
                        verbose_name="grunnlag",
                    ),
                ),
                ("grunn", models.UUIDField(blank=True, null=True, verbose_name="grunn")),
                ("fra", models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name="fra")),
                ("til", models.DateTimeField(blank=True, null=True, verbose_name="til")),
                (
                    "sist_endret",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), verbose_name="sist endret"
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "gitt_av",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="gitt av",
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
                    "permission",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="auth.permission",
                        verbose_name="rettighet",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="bruker",
                    ),
                ),
                (
                    "content_object",
                    models.ForeignKey(
                        blank=True,
                        db_column="sak_id",
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
                "verbose_name": "historical tilgang",
                "verbose_name_plural": "historical tilganger",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalSperre",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("grunn", models.CharField(blank=True, max_length=200, verbose_name="grunn")),
                ("fra", models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name="fra")),
                ("til", models.DateTimeField(blank=True, null=True, verbose_name="til")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "bruker",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="bruker",
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
                    "satt_av",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="satt av",
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
                "verbose_name": "historical sperre",
                "verbose_name_plural": "historical sperrer",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Sperre",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("grunn", models.CharField(blank=True, max_length=200, verbose_name="grunn")),
                ("fra", models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name="fra")),
                ("til", models.DateTimeField(blank=True, null=True, verbose_name="til")),
                (
                    "bruker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sperrer",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="bruker",
                    ),
                ),
                (
                    "sak",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sperrer",
                        to="bekymring.sak",
                        verbose_name="sak",
                    ),
                ),
                (
                    "satt_av",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="satt av",
                    ),
                ),
            ],
            options={
                "verbose_name": "sperre",
                "verbose_name_plural": "sperrer",
                "default_permissions": (),
                "indexes": [models.Index(fields=["bruker", "sak"], name="sperre_bruker")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("til__isnull", True), ("til__gte", models.F("fra")), _connector="OR"),
                        name="sperre_til_etter_fra",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Tekst",
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
                        max_length=12,
                        verbose_name="sone",
                    ),
                ),
                (
                    "art",
                    models.CharField(
                        choices=[
                            ("observasjon", "Det som er observert"),
                            ("beskyttelse", "Det som er bra"),
                            ("gjort", "Det som er gjort"),
                            ("begrunnelse", "Begrunnelse"),
                            ("vurdering", "Vurdering"),
                            ("den_unges_syn", "Den unges syn"),
                            ("barnets_beste", "Barnets beste"),
                            ("konklusjon", "Konklusjon"),
                            ("oppgave", "Oppgave"),
                            ("referat", "Referat"),
                            ("avtale", "Veien videre"),
                            ("nodvendighet", "Hvorfor det er nødvendig"),
                            ("kontakt", "Kontaktlogg"),
                            ("evaluering", "Evaluering"),
                            ("identitet", "Hvem det gjelder"),
                            ("notat", "Notat"),
                        ],
                        max_length=20,
                        verbose_name="art",
                    ),
                ),
                (
                    "kilde",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("selv", "Jeg har sett eller hørt det selv"),
                            ("fortalt", "Noen har fortalt meg det"),
                            ("begge", "Noe har jeg sett selv, noe er fortalt meg"),
                        ],
                        max_length=12,
                        verbose_name="kilde",
                    ),
                ),
                ("innhold", models.BinaryField(verbose_name="innhold")),
                ("tid", models.DateTimeField(default=felles.tid.na, verbose_name="tid")),
                ("deling", models.UUIDField(blank=True, null=True, verbose_name="deling")),
                (
                    "av",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tekster",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="av",
                    ),
                ),
                (
                    "retter",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rettelser",
                        to="bekymring.tekst",
                        verbose_name="retter",
                    ),
                ),
                (
                    "sak",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tekster",
                        to="bekymring.sak",
                        verbose_name="sak",
                    ),
                ),
            ],
            options={
                "verbose_name": "tekst",
                "verbose_name_plural": "tekster",
                "default_permissions": (),
                "indexes": [
                    models.Index(models.F("sak"), models.OrderBy(models.F("tid"), descending=True), name="tekst_nyeste")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "sone__in",
                                ["felles", "identitet", "politi", "helse", "barnevern", "skole", "nav", "mentor"],
                            )
                        ),
                        name="tekst_kjent_sone",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Hendelse",
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
                        default="register",
                        max_length=12,
                        verbose_name="sone",
                    ),
                ),
                (
                    "art",
                    models.CharField(
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
                            ("tilgang", "Tilgang gitt"),
                            ("tilgang_slutt", "Tilgang avsluttet"),
                        ],
                        max_length=24,
                        verbose_name="art",
                    ),
                ),
                ("fra", models.CharField(blank=True, max_length=24, verbose_name="fra")),
                ("til", models.CharField(blank=True, max_length=24, verbose_name="til")),
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
                        related_name="hendelser",
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
                        related_name="hendelser",
                        to="bekymring.tekst",
                        verbose_name="tekst",
                    ),
                ),
            ],
            options={
                "verbose_name": "hendelse",
                "verbose_name_plural": "hendelser",
                "default_permissions": (),
                "indexes": [
                    models.Index(
                        models.F("sak"), models.OrderBy(models.F("tid"), descending=True), name="hendelse_nyeste"
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "sone__in",
                                [
                                    "register",
                                    "felles",
                                    "identitet",
                                    "politi",
                                    "helse",
                                    "barnevern",
                                    "skole",
                                    "nav",
                                    "mentor",
                                ],
                            )
                        ),
                        name="hendelse_kjent_sone",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Tilgang",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "rett",
                    models.CharField(
                        choices=[
                            ("se", "se nummer, tilstand og frist"),
                            ("les", "lese"),
                            ("egne", "lese det du selv har skrevet"),
                            ("skriv", "skrive"),
                            ("led", "lede saken"),
                        ],
                        max_length=5,
                        verbose_name="rett",
                    ),
                ),
                (
                    "sone",
                    models.CharField(
                        blank=True,
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
                        verbose_name="sone",
                    ),
                ),
                (
                    "grunnlag",
                    models.CharField(
                        choices=[
                            ("koordinator", "SLT-koordinator på vakt"),
                            ("saksansvarlig", "saksansvarlig"),
                            ("melder", "melder"),
                            ("gruppe", "medlem av kjernegruppa"),
                            ("ansvarsgruppe", "medlem av ansvarsgruppa"),
                            ("samtale", "fører bekymringssamtalen"),
                            ("mentor", "mentor"),
                        ],
                        max_length=20,
                        verbose_name="grunnlag",
                    ),
                ),
                ("grunn", models.UUIDField(blank=True, null=True, verbose_name="grunn")),
                ("fra", models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name="fra")),
                ("til", models.DateTimeField(blank=True, null=True, verbose_name="til")),
                (
                    "sist_endret",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), verbose_name="sist endret"
                    ),
                ),
                (
                    "content_object",
                    models.ForeignKey(
                        db_column="sak_id",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tilganger",
                        to="bekymring.sak",
                        verbose_name="sak",
                    ),
                ),
                (
                    "gitt_av",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="gitt av",
                    ),
                ),
                (
                    "permission",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="auth.permission",
                        verbose_name="rettighet",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tilganger",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="bruker",
                    ),
                ),
            ],
            options={
                "verbose_name": "tilgang",
                "verbose_name_plural": "tilganger",
                "default_permissions": (),
                "indexes": [
                    models.Index(
                        models.F("user"),
                        models.OrderBy(models.F("sist_endret"), descending=True),
                        models.OrderBy(models.F("content_object"), descending=True),
                        condition=models.Q(("rett", "se")),
                        name="tilgang_liste",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("rett", "se")), fields=("content_object", "user"), name="tilgang_en_se"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("rett", "se"), _negated=True),
                        fields=("content_object", "user", "rett", "sone", "grunnlag", "grunn"),
                        name="tilgang_en_grunn",
                        nulls_distinct=False,
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("rett__in", ["les", "skriv"]),
                                (
                                    "sone__in",
                                    ["felles", "identitet", "politi", "helse", "barnevern", "skole", "nav", "mentor"],
                                ),
                            ),
                            models.Q(("rett__in", ["se", "egne", "led"]), ("sone", "")),
                            _connector="OR",
                        ),
                        name="tilgang_rett_og_sone",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("til__isnull", True), ("til__gte", models.F("fra")), _connector="OR"),
                        name="tilgang_til_etter_fra",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Utkast",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("skjema", models.CharField(max_length=40, verbose_name="skjema")),
                ("innhold", models.BinaryField(verbose_name="innhold")),
                ("endret", models.DateTimeField(default=felles.tid.na, verbose_name="endret")),
                (
                    "bruker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="utkast",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="bruker",
                    ),
                ),
            ],
            options={
                "verbose_name": "utkast",
                "verbose_name_plural": "utkast",
                "default_permissions": (),
                "constraints": [models.UniqueConstraint(fields=("bruker", "skjema"), name="utkast_ett_per_skjema")],
            },
        ),
        migrations.CreateModel(
            name="Medlemskap",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("funksjon", models.CharField(max_length=80, verbose_name="funksjon")),
                (
                    "rolle",
                    models.CharField(
                        choices=[("leder", "leder"), ("medlem", "medlem")],
                        default="medlem",
                        max_length=6,
                        verbose_name="rolle",
                    ),
                ),
                ("fra", models.DateTimeField(default=felles.tid.na, verbose_name="fra")),
                ("til", models.DateTimeField(blank=True, null=True, verbose_name="til")),
                (
                    "bruker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="medlemskap",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="bruker",
                    ),
                ),
                (
                    "gruppe",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="medlemskap",
                        to="bekymring.kjernegruppe",
                        verbose_name="gruppe",
                    ),
                ),
            ],
            options={
                "verbose_name": "medlemskap",
                "verbose_name_plural": "medlemskap",
                "default_permissions": (),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("rolle__in", ["leder", "medlem"])), name="medlemskap_kjent_rolle"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("til__isnull", True), ("til__gte", models.F("fra")), _connector="OR"),
                        name="medlemskap_til_etter_fra",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("til__isnull", True)),
                        fields=("gruppe", "bruker"),
                        name="medlemskap_ett_apent",
                    ),
                ],
            },
        ),
    ]
    operations = samle(operations)
