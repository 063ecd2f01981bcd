"""What is the municipality's own under an adopted tiltak: the web may change it, and the history keeps who and when.

Title, wording, label and year stand as adopted: the web has no right to write them."""

import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models

import felles.personnummer
from felles.db.migrasjon import Historikk, Rettigheter, samle

# The tables of the links are there already; now they are models, so that the history can say who changed them.
KOBLINGER = [
    migrations.CreateModel(
        name="Fokuskobling",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            (
                "fokusomrade",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.CASCADE,
                    related_name="+",
                    to="tiltak.fokusomrade",
                    verbose_name="fokusområde",
                ),
            ),
            (
                "tiltak",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.CASCADE,
                    related_name="+",
                    to="tiltak.tiltak",
                    verbose_name="tiltak",
                ),
            ),
        ],
        options={
            "verbose_name": "kobling til et fokusområde",
            "verbose_name_plural": "koblinger til fokusområder",
            "db_table": "tiltak_tiltak_fokusomrader",
        },
    ),
    migrations.AlterField(
        model_name="tiltak",
        name="fokusomrader",
        field=models.ManyToManyField(
            blank=True,
            related_name="tiltak",
            through="tiltak.Fokuskobling",
            to="tiltak.fokusomrade",
            verbose_name="fokusområder",
        ),
    ),
    migrations.CreateModel(
        name="Prinsippkobling",
        fields=[
            ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
            (
                "prinsipp",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.CASCADE,
                    related_name="+",
                    to="tiltak.prinsipp",
                    verbose_name="prinsipp",
                ),
            ),
            (
                "tiltak",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.CASCADE,
                    related_name="+",
                    to="tiltak.tiltak",
                    verbose_name="tiltak",
                ),
            ),
        ],
        options={
            "verbose_name": "kobling til et prinsipp",
            "verbose_name_plural": "koblinger til prinsipper",
            "db_table": "tiltak_tiltak_prinsipper",
        },
    ),
    migrations.AlterField(
        model_name="tiltak",
        name="prinsipper",
        field=models.ManyToManyField(
            blank=True,
            related_name="tiltak",
            through="tiltak.Prinsippkobling",
            to="tiltak.prinsipp",
            verbose_name="prinsipper",
        ),
    ),
    migrations.AlterUniqueTogether(
        name="fokuskobling",
        unique_together={("tiltak", "fokusomrade")},
    ),
    migrations.AlterUniqueTogether(
        name="prinsippkobling",
        unique_together={("tiltak", "prinsipp")},
    ),
]


class Migration(migrations.Migration):
    dependencies = [
        ("tiltak", "0009_statusbevis"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(state_operations=KOBLINGER),
        *samle(
            [
                migrations.AlterField(
                    model_name="historicaltiltak",
                    name="sammendrag",
                    field=models.TextField(
                        blank=True,
                        max_length=2000,
                        validators=[felles.personnummer.uten_personnummer],
                        verbose_name="kort fortalt",
                    ),
                ),
                migrations.AlterField(
                    model_name="tiltak",
                    name="sammendrag",
                    field=models.TextField(
                        blank=True,
                        max_length=2000,
                        validators=[felles.personnummer.uten_personnummer],
                        verbose_name="kort fortalt",
                    ),
                ),
                migrations.CreateModel(
                    name="HistoricalFokuskobling",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        ("history_change_reason", models.CharField(max_length=100, null=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                            ),
                        ),
                        (
                            "fokusomrade",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="tiltak.fokusomrade",
                                verbose_name="fokusområde",
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
                            "tiltak",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="tiltak.tiltak",
                                verbose_name="tiltak",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical kobling til et fokusområde",
                        "verbose_name_plural": "historical koblinger til fokusområder",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.CreateModel(
                    name="HistoricalPrinsippkobling",
                    fields=[
                        ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                        ("history_id", models.AutoField(primary_key=True, serialize=False)),
                        ("history_date", models.DateTimeField(db_index=True)),
                        ("history_change_reason", models.CharField(max_length=100, null=True)),
                        (
                            "history_type",
                            models.CharField(
                                choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
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
                            "prinsipp",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="tiltak.prinsipp",
                                verbose_name="prinsipp",
                            ),
                        ),
                        (
                            "tiltak",
                            models.ForeignKey(
                                blank=True,
                                db_constraint=False,
                                null=True,
                                on_delete=django.db.models.deletion.DO_NOTHING,
                                related_name="+",
                                to="tiltak.tiltak",
                                verbose_name="tiltak",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "historical kobling til et prinsipp",
                        "verbose_name_plural": "historical koblinger til prinsipper",
                        "ordering": ("-history_date", "-history_id"),
                        "get_latest_by": ("history_date", "history_id"),
                    },
                    bases=(simple_history.models.HistoricalChanges, models.Model),
                ),
                migrations.AddConstraint(
                    model_name="tiltak",
                    constraint=models.CheckConstraint(
                        condition=models.Q(
                            ("sammendrag__regex", "(?<![0-9])[0-9]{6}[ .-]?[0-9]{5}(?![0-9])"), _negated=True
                        ),
                        name="tiltak_sammendrag_uten_fnr",
                    ),
                ),
            ]
        ),
        Rettigheter("tiltak_tiltak", hp_web="UPDATE (sammendrag, type)"),
        Rettigheter("tiltak_tiltak_prinsipper", hp_web="DELETE"),
        Rettigheter("tiltak_tiltak_fokusomrader", hp_web="DELETE"),
        Historikk("tiltak_tiltak_prinsipper", "tiltak_historicalprinsippkobling"),
        Historikk("tiltak_tiltak_fokusomrader", "tiltak_historicalfokuskobling"),
    ]
