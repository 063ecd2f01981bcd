"""Documents uploaded under a tiltak. The web may change and empty a row, never remove it or put other bytes in it."""

import uuid

import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models

import felles.personnummer
from felles.db.migrasjon import Historikk, Rettigheter

# Bytes are written once. What is taken away is emptied, and stays so.
EN_GANG = """
CREATE FUNCTION vern.vedlegg_skrives_en_gang() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
    RAISE insufficient_privilege USING MESSAGE = 'innholdet i et vedlegg kan bare tas bort';
END $$;
REVOKE ALL ON FUNCTION vern.vedlegg_skrives_en_gang() FROM PUBLIC;
CREATE TRIGGER en_gang BEFORE UPDATE ON tiltak_vedlegg FOR EACH ROW
    WHEN (NEW.innhold IS NOT NULL AND NEW.innhold IS DISTINCT FROM OLD.innhold)
    EXECUTE FUNCTION vern.vedlegg_skrives_en_gang();
"""
FLERE_GANGER = """
DROP TRIGGER en_gang ON tiltak_vedlegg;
DROP FUNCTION vern.vedlegg_skrives_en_gang();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("tiltak", "0007_statusregler"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="HistoricalVedlegg",
            fields=[
                ("id", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                ("versjon", models.PositiveIntegerField(default=1, editable=False, verbose_name="versjon")),
                ("tatt_bort", models.BooleanField(default=False, verbose_name="tatt bort")),
                (
                    "tittel",
                    models.CharField(
                        max_length=200, validators=[felles.personnummer.uten_personnummer], verbose_name="tittel"
                    ),
                ),
                ("dato", models.DateField(verbose_name="dato")),
                (
                    "filtype",
                    models.CharField(
                        choices=[
                            ("pdf", "PDF"),
                            ("docx", "Word"),
                            ("xlsx", "Excel"),
                            ("pptx", "PowerPoint"),
                            ("odt", "ODT"),
                            ("ods", "ODS"),
                            ("odp", "ODP"),
                            ("png", "PNG"),
                            ("jpeg", "JPEG"),
                        ],
                        max_length=4,
                        verbose_name="filtype",
                    ),
                ),
                ("storrelse", models.PositiveIntegerField(verbose_name="størrelse i byte")),
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
                "verbose_name": "historical vedlegg",
                "verbose_name_plural": "historical vedlegg",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Vedlegg",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("versjon", models.PositiveIntegerField(default=1, editable=False, verbose_name="versjon")),
                ("tatt_bort", models.BooleanField(default=False, verbose_name="tatt bort")),
                (
                    "tittel",
                    models.CharField(
                        max_length=200, validators=[felles.personnummer.uten_personnummer], verbose_name="tittel"
                    ),
                ),
                ("dato", models.DateField(verbose_name="dato")),
                (
                    "filtype",
                    models.CharField(
                        choices=[
                            ("pdf", "PDF"),
                            ("docx", "Word"),
                            ("xlsx", "Excel"),
                            ("pptx", "PowerPoint"),
                            ("odt", "ODT"),
                            ("ods", "ODS"),
                            ("odp", "ODP"),
                            ("png", "PNG"),
                            ("jpeg", "JPEG"),
                        ],
                        max_length=4,
                        verbose_name="filtype",
                    ),
                ),
                ("storrelse", models.PositiveIntegerField(verbose_name="størrelse i byte")),
                ("innhold", models.BinaryField(null=True, verbose_name="innhold")),
                (
                    "tiltak",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="vedlegg",
                        to="tiltak.tiltak",
                        verbose_name="tiltak",
                    ),
                ),
            ],
            options={
                "verbose_name": "vedlegg",
                "verbose_name_plural": "vedlegg",
                "ordering": ["-dato", "tittel"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("filtype__in", ["pdf", "docx", "xlsx", "pptx", "odt", "ods", "odp", "png", "jpeg"])
                        ),
                        name="vedlegg_kjent_filtype",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("tittel", ""), _negated=True), name="vedlegg_har_tittel"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("storrelse__range", (1, 10000000))), name="vedlegg_hoyst_10_mb"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("innhold__isnull", True), ("tatt_bort", True)),
                            models.Q(("innhold__isnull", False), ("tatt_bort", False)),
                            _connector="OR",
                        ),
                        name="vedlegg_tatt_bort_er_tomt",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("tittel__regex", "(?<![0-9])[0-9]{6}[ .-]?[0-9]{5}(?![0-9])"), _negated=True
                        ),
                        name="vedlegg_tittel_uten_fnr",
                    ),
                ],
            },
        ),
        Rettigheter("tiltak_vedlegg", hp_web="SELECT, INSERT, UPDATE (tittel, dato, tatt_bort, innhold, versjon)"),
        Historikk("tiltak_vedlegg", "tiltak_historicalvedlegg", lesere="hp_web"),
        migrations.RunSQL(EN_GANG, FLERE_GANGER),
    ]
