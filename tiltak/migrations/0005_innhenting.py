"""Asking for status: rounds, wording, the outbox of digests, and drafts that only their writer sees."""

import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.datetime
import simple_history.models
from django.conf import settings
from django.db import migrations, models

import felles.personnummer
from felles.db.migrasjon import Historikk, Rettigheter, Vegg, samle

EGNE = "bruker_id = (SELECT vern.uid())"


class Migration(migrations.Migration):
    dependencies = [
        ("tiltak", "0004_innhold"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="HistoricalStatusrunde",
            fields=[
                ("id", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                ("ar", models.PositiveSmallIntegerField(verbose_name="år")),
                ("frist", models.DateField(verbose_name="frist")),
                (
                    "melding",
                    models.TextField(
                        blank=True,
                        max_length=1000,
                        validators=[felles.personnummer.uten_personnummer],
                        verbose_name="melding",
                    ),
                ),
                (
                    "tid",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name="startet"),
                ),
                ("paminnet", models.DateTimeField(blank=True, null=True, verbose_name="sist påminnet")),
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
                    "plan",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="tiltak.plan",
                        verbose_name="plan",
                    ),
                ),
                (
                    "startet_av",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="startet av",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical innhenting av status",
                "verbose_name_plural": "historical innhentinger av status",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalVarseltekst",
            fields=[
                (
                    "art",
                    models.CharField(
                        choices=[
                            ("foresporsel", "Når du ber om status"),
                            ("paminnelse", "Når fristen nærmer seg"),
                            ("over_frist", "Når fristen er over"),
                            ("leder", "Til lederen, når den ansvarlige ikke har svart"),
                        ],
                        db_index=True,
                        max_length=12,
                        verbose_name="gjelder",
                    ),
                ),
                (
                    "emne",
                    models.CharField(
                        max_length=120, validators=[felles.personnummer.uten_personnummer], verbose_name="emne"
                    ),
                ),
                (
                    "tekst",
                    models.TextField(
                        max_length=1000, validators=[felles.personnummer.uten_personnummer], verbose_name="tekst"
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
                "verbose_name": "historical varseltekst",
                "verbose_name_plural": "historical varseltekster",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Statusrunde",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("ar", models.PositiveSmallIntegerField(verbose_name="år")),
                ("frist", models.DateField(verbose_name="frist")),
                (
                    "melding",
                    models.TextField(
                        blank=True,
                        max_length=1000,
                        validators=[felles.personnummer.uten_personnummer],
                        verbose_name="melding",
                    ),
                ),
                (
                    "tid",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name="startet"),
                ),
                ("paminnet", models.DateTimeField(blank=True, null=True, verbose_name="sist påminnet")),
                ("avsluttet", models.DateTimeField(blank=True, null=True, verbose_name="avsluttet")),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="statusrunder",
                        to="tiltak.plan",
                        verbose_name="plan",
                    ),
                ),
                (
                    "startet_av",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="startet av",
                    ),
                ),
            ],
            options={
                "verbose_name": "innhenting av status",
                "verbose_name_plural": "innhentinger av status",
                "ordering": ["-tid"],
            },
        ),
        migrations.CreateModel(
            name="Statusforesporsel",
            fields=[
                (
                    "id",
                    models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                ),
                (
                    "tiltak",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="foresporsler",
                        to="tiltak.tiltak",
                        verbose_name="tiltak",
                    ),
                ),
                (
                    "runde",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="foresporsler",
                        to="tiltak.statusrunde",
                        verbose_name="innhenting",
                    ),
                ),
            ],
            options={
                "verbose_name": "forespørsel om status",
                "verbose_name_plural": "forespørsler om status",
                "ordering": ["runde", "tiltak"],
            },
        ),
        migrations.CreateModel(
            name="Statusutkast",
            fields=[
                (
                    "id",
                    models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                ),
                ("ar", models.PositiveSmallIntegerField(verbose_name="år")),
                ("felt", models.JSONField(default=dict, verbose_name="det som er skrevet")),
                (
                    "endret",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name="endret"),
                ),
                (
                    "bruker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="bruker",
                    ),
                ),
                (
                    "tiltak",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="tiltak.tiltak",
                        verbose_name="tiltak",
                    ),
                ),
            ],
            options={
                "verbose_name": "utkast til status",
                "verbose_name_plural": "utkast til status",
            },
        ),
        migrations.CreateModel(
            name="Varseltekst",
            fields=[
                (
                    "art",
                    models.CharField(
                        choices=[
                            ("foresporsel", "Når du ber om status"),
                            ("paminnelse", "Når fristen nærmer seg"),
                            ("over_frist", "Når fristen er over"),
                            ("leder", "Til lederen, når den ansvarlige ikke har svart"),
                        ],
                        max_length=12,
                        primary_key=True,
                        serialize=False,
                        verbose_name="gjelder",
                    ),
                ),
                (
                    "emne",
                    models.CharField(
                        max_length=120, validators=[felles.personnummer.uten_personnummer], verbose_name="emne"
                    ),
                ),
                (
                    "tekst",
                    models.TextField(
                        max_length=1000, validators=[felles.personnummer.uten_personnummer], verbose_name="tekst"
                    ),
                ),
                ("versjon", models.PositiveIntegerField(default=1, editable=False, verbose_name="versjon")),
            ],
            options={
                "verbose_name": "varseltekst",
                "verbose_name_plural": "varseltekster",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("art__in", ["foresporsel", "paminnelse", "over_frist", "leder"])),
                        name="varseltekst_kjent_art",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("emne__regex", "(?<![0-9])[0-9]{6}[ .-]?[0-9]{5}(?![0-9])"), _negated=True),
                        name="varseltekst_emne_uten_fnr",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("tekst__regex", "(?<![0-9])[0-9]{6}[ .-]?[0-9]{5}(?![0-9])"), _negated=True
                        ),
                        name="varseltekst_tekst_uten_fnr",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Sammendrag",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("dag", models.DateField(verbose_name="dag")),
                ("emne", models.CharField(max_length=200, verbose_name="emne")),
                ("tekst", models.TextField(verbose_name="tekst")),
                (
                    "tiltak",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.PositiveSmallIntegerField(),
                        default=list,
                        size=None,
                        verbose_name="gjelder tiltak",
                    ),
                ),
                (
                    "tilstand",
                    models.CharField(
                        choices=[
                            ("venter", "Venter på å bli sendt"),
                            ("sender", "Sendes nå"),
                            ("sendt", "Sendt"),
                            ("avbrutt", "Avbrutt under sending, kan ha kommet fram"),
                            ("feilet", "Ikke sendt"),
                        ],
                        default="venter",
                        max_length=8,
                        verbose_name="tilstand",
                    ),
                ),
                ("forsok", models.PositiveSmallIntegerField(default=0, verbose_name="forsøk")),
                ("lease", models.DateTimeField(blank=True, null=True, verbose_name="holdes til")),
                (
                    "opprettet",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), verbose_name="opprettet"
                    ),
                ),
                ("sendt", models.DateTimeField(blank=True, null=True, verbose_name="sendt")),
                (
                    "bruker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="mottaker",
                    ),
                ),
            ],
            options={
                "verbose_name": "sammendrag på e-post",
                "verbose_name_plural": "sammendrag på e-post",
                "ordering": ["-dag", "bruker"],
                "constraints": [
                    models.UniqueConstraint(fields=("bruker", "dag"), name="sammendrag_ett_om_dagen"),
                    models.CheckConstraint(
                        condition=models.Q(("tilstand__in", ["venter", "sender", "sendt", "avbrutt", "feilet"])),
                        name="sammendrag_kjent_tilstand",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("forsok__range", (0, 5))), name="sammendrag_hoyst_fem_forsok"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("sendt__isnull", False), ("tilstand", "sendt")),
                            models.Q(models.Q(("tilstand", "sendt"), _negated=True), ("sendt__isnull", True)),
                            _connector="OR",
                        ),
                        name="sammendrag_sendt_har_tid",
                    ),
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="statusrunde",
            constraint=models.UniqueConstraint(
                condition=models.Q(("avsluttet__isnull", True)),
                fields=("plan",),
                name="statusrunde_en_apen_per_plan",
            ),
        ),
        migrations.AddConstraint(
            model_name="statusrunde",
            constraint=models.CheckConstraint(
                condition=models.Q(("ar__range", (1990, 2200))), name="statusrunde_ar_er_et_ar"
            ),
        ),
        migrations.AddConstraint(
            model_name="statusrunde",
            constraint=models.CheckConstraint(
                condition=models.Q(("frist__gte", models.F("tid__date"))), name="statusrunde_frist_etter_start"
            ),
        ),
        migrations.AddConstraint(
            model_name="statusrunde",
            constraint=models.CheckConstraint(
                condition=models.Q(("melding__regex", "(?<![0-9])[0-9]{6}[ .-]?[0-9]{5}(?![0-9])"), _negated=True),
                name="statusrunde_melding_uten_fnr",
            ),
        ),
        migrations.AddConstraint(
            model_name="statusforesporsel",
            constraint=models.UniqueConstraint(fields=("runde", "tiltak"), name="statusforesporsel_en_gang"),
        ),
        migrations.AddConstraint(
            model_name="statusutkast",
            constraint=models.UniqueConstraint(fields=("bruker", "tiltak", "ar"), name="statusutkast_ett_hver"),
        ),
    ]
    operations = samle(operations)
    operations += [
        Rettigheter(
            "tiltak_statusrunde",
            hp_web="SELECT, INSERT, UPDATE (frist, melding, paminnet, avsluttet)",
            hp_worker="SELECT",
        ),
        Rettigheter("tiltak_statusforesporsel", hp_web="SELECT, INSERT", hp_worker="SELECT"),
        Rettigheter("tiltak_varseltekst", hp_web="SELECT, INSERT, UPDATE", hp_worker="SELECT"),
        # The web orders; only the worker writes what is sent, and nobody takes it away.
        Rettigheter(
            "tiltak_sammendrag",
            hp_web="SELECT",
            hp_worker="SELECT, INSERT, UPDATE (tilstand, forsok, lease, sendt)",
        ),
        Historikk("tiltak_statusrunde", "tiltak_historicalstatusrunde"),
        Historikk("tiltak_varseltekst", "tiltak_historicalvarseltekst"),
        Vegg(
            "tiltak_statusutkast",
            les_egne=("SELECT", "hp_web", EGNE),
            skriv_egne=("INSERT", "hp_web", EGNE),
            endre_egne=("UPDATE", "hp_web", EGNE),
            slett_egne=("DELETE", "hp_web", EGNE),
            se_utgatte=("SELECT", "hp_worker", "endret < now() - interval '14 days'"),
            slett_utgatte=("DELETE", "hp_worker", "endret < now() - interval '14 days'"),
        ),
    ]
