import django.db.models.deletion
import django.db.models.functions.datetime
import simple_history.models
from django.conf import settings
from django.db import migrations, models

from felles.db.migrasjon import samle


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("brukere", "__first__"),
    ]

    operations = [
        migrations.CreateModel(
            name="Aktor",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("slug", models.SlugField(max_length=60, unique=True, verbose_name="kode")),
                ("navn", models.CharField(max_length=160, verbose_name="navn")),
                ("kortnavn", models.CharField(blank=True, max_length=60, verbose_name="kortnavn")),
                (
                    "type",
                    models.CharField(
                        choices=[
                            ("kommune", "Kommune"),
                            ("kommunal_enhet", "Kommunal enhet"),
                            ("politi", "Politi"),
                            ("fylke", "Fylkeskommune"),
                            ("stat", "Stat"),
                            ("trossamfunn", "Tros- og livssynssamfunn"),
                            ("frivillig", "Frivillig organisasjon"),
                            ("kompetansesenter", "Kompetansesenter"),
                            ("konfliktrad", "Konfliktråd"),
                            ("nettverk", "Nettverk"),
                            ("annet", "Annet"),
                        ],
                        max_length=20,
                        verbose_name="type",
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
                        verbose_name="sone i saker",
                    ),
                ),
                ("gyldig_fra", models.DateField(blank=True, null=True, verbose_name="gyldig fra")),
                ("gyldig_til", models.DateField(blank=True, null=True, verbose_name="gyldig til")),
                ("nettsted", models.URLField(blank=True, verbose_name="nettsted")),
                ("merknad", models.TextField(blank=True, max_length=2000, verbose_name="merknad")),
                (
                    "etterfulgt_av",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="forgjengere",
                        to="samarbeid.aktor",
                        verbose_name="etterfulgt av",
                    ),
                ),
                (
                    "over",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="enheter",
                        to="samarbeid.aktor",
                        verbose_name="del av",
                    ),
                ),
            ],
            options={
                "verbose_name": "aktør",
                "verbose_name_plural": "aktører",
                "ordering": ["navn"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "type__in",
                                [
                                    "kommune",
                                    "kommunal_enhet",
                                    "politi",
                                    "fylke",
                                    "stat",
                                    "trossamfunn",
                                    "frivillig",
                                    "kompetansesenter",
                                    "konfliktrad",
                                    "nettverk",
                                    "annet",
                                ],
                            )
                        ),
                        name="aktor_kjent_type",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("gyldig_til__isnull", True),
                            ("gyldig_fra__isnull", True),
                            ("gyldig_til__gte", models.F("gyldig_fra")),
                            _connector="OR",
                        ),
                        name="aktor_til_etter_fra",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoricalAktor",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("slug", models.SlugField(max_length=60, verbose_name="kode")),
                ("navn", models.CharField(max_length=160, verbose_name="navn")),
                ("kortnavn", models.CharField(blank=True, max_length=60, verbose_name="kortnavn")),
                (
                    "type",
                    models.CharField(
                        choices=[
                            ("kommune", "Kommune"),
                            ("kommunal_enhet", "Kommunal enhet"),
                            ("politi", "Politi"),
                            ("fylke", "Fylkeskommune"),
                            ("stat", "Stat"),
                            ("trossamfunn", "Tros- og livssynssamfunn"),
                            ("frivillig", "Frivillig organisasjon"),
                            ("kompetansesenter", "Kompetansesenter"),
                            ("konfliktrad", "Konfliktråd"),
                            ("nettverk", "Nettverk"),
                            ("annet", "Annet"),
                        ],
                        max_length=20,
                        verbose_name="type",
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
                        verbose_name="sone i saker",
                    ),
                ),
                ("gyldig_fra", models.DateField(blank=True, null=True, verbose_name="gyldig fra")),
                ("gyldig_til", models.DateField(blank=True, null=True, verbose_name="gyldig til")),
                ("nettsted", models.URLField(blank=True, verbose_name="nettsted")),
                ("merknad", models.TextField(blank=True, max_length=2000, verbose_name="merknad")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "etterfulgt_av",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="samarbeid.aktor",
                        verbose_name="etterfulgt av",
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
                    "over",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="samarbeid.aktor",
                        verbose_name="del av",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical aktør",
                "verbose_name_plural": "historical aktører",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalTilknytning",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("funksjon", models.CharField(max_length=80, verbose_name="funksjon")),
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
                    "aktor",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="samarbeid.aktor",
                        verbose_name="aktør",
                    ),
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
            ],
            options={
                "verbose_name": "historical tilknytning",
                "verbose_name_plural": "historical tilknytninger",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Tilknytning",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("funksjon", models.CharField(max_length=80, verbose_name="funksjon")),
                ("fra", models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name="fra")),
                ("til", models.DateTimeField(blank=True, null=True, verbose_name="til")),
                (
                    "aktor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tilknytninger",
                        to="samarbeid.aktor",
                        verbose_name="aktør",
                    ),
                ),
                (
                    "bruker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tilknytninger",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="bruker",
                    ),
                ),
            ],
            options={
                "verbose_name": "tilknytning",
                "verbose_name_plural": "tilknytninger",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("til__isnull", True), ("til__gt", models.F("fra")), _connector="OR"),
                        name="tilknytning_til_etter_fra",
                    )
                ],
            },
        ),
    ]
    operations = samle(operations)
