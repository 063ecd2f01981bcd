"""What each status report rests on. The web adds with the report, and neither changes nor removes."""

import django.db.models.deletion
from django.db import migrations, models

from felles.db.migrasjon import Rettigheter

SAMME_TILTAK = """
CREATE FUNCTION vern.bevis_i_samme_tiltak() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public AS $$
BEGIN
    IF (SELECT r.tiltak_id FROM tiltak_statusrapport r WHERE r.id = NEW.rapport_id) IS DISTINCT FROM coalesce(
        (SELECT a.tiltak_id FROM tiltak_aktivitet a WHERE a.id = NEW.aktivitet_id),
        (SELECT v.tiltak_id FROM tiltak_vedtak v WHERE v.id = NEW.vedtak_id),
        (SELECT i.tiltak_id FROM tiltak_maling m JOIN tiltak_indikator i ON i.id = m.indikator_id
         WHERE m.id = NEW.maling_id),
        (SELECT l.tiltak_id FROM tiltak_lenke l WHERE l.id = NEW.lenke_id),
        (SELECT f.tiltak_id FROM tiltak_vedlegg f WHERE f.id = NEW.vedlegg_id)) THEN
        RAISE check_violation USING MESSAGE = 'det en status bygger på, ligger under det samme tiltaket',
            CONSTRAINT = 'statusbevis_i_samme_tiltak';
    END IF;
    RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION vern.bevis_i_samme_tiltak() FROM PUBLIC;
CREATE TRIGGER samme_tiltak BEFORE INSERT ON tiltak_statusbevis
    FOR EACH ROW EXECUTE FUNCTION vern.bevis_i_samme_tiltak();
"""
UTEN_SAMME_TILTAK = """
DROP TRIGGER samme_tiltak ON tiltak_statusbevis;
DROP FUNCTION vern.bevis_i_samme_tiltak();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("tiltak", "0008_vedlegg"),
    ]

    operations = [
        migrations.CreateModel(
            name="Statusbevis",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "aktivitet",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="tiltak.aktivitet",
                        verbose_name="aktivitet",
                    ),
                ),
                (
                    "lenke",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="tiltak.lenke",
                        verbose_name="lenke",
                    ),
                ),
                (
                    "maling",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="tiltak.maling",
                        verbose_name="måling",
                    ),
                ),
                (
                    "rapport",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="bevis",
                        to="tiltak.statusrapport",
                        verbose_name="statusrapport",
                    ),
                ),
                (
                    "vedlegg",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="tiltak.vedlegg",
                        verbose_name="vedlegg",
                    ),
                ),
                (
                    "vedtak",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="tiltak.vedtak",
                        verbose_name="vedtak",
                    ),
                ),
            ],
            options={
                "verbose_name": "bevis for status",
                "verbose_name_plural": "bevis for status",
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("aktivitet__isnull", False),
                                ("lenke__isnull", True),
                                ("maling__isnull", True),
                                ("vedlegg__isnull", True),
                                ("vedtak__isnull", True),
                            ),
                            models.Q(
                                ("aktivitet__isnull", True),
                                ("lenke__isnull", True),
                                ("maling__isnull", True),
                                ("vedlegg__isnull", True),
                                ("vedtak__isnull", False),
                            ),
                            models.Q(
                                ("aktivitet__isnull", True),
                                ("lenke__isnull", True),
                                ("maling__isnull", False),
                                ("vedlegg__isnull", True),
                                ("vedtak__isnull", True),
                            ),
                            models.Q(
                                ("aktivitet__isnull", True),
                                ("lenke__isnull", False),
                                ("maling__isnull", True),
                                ("vedlegg__isnull", True),
                                ("vedtak__isnull", True),
                            ),
                            models.Q(
                                ("aktivitet__isnull", True),
                                ("lenke__isnull", True),
                                ("maling__isnull", True),
                                ("vedlegg__isnull", False),
                                ("vedtak__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="statusbevis_peker_paa_en",
                    ),
                    models.UniqueConstraint(
                        fields=("rapport", "aktivitet", "vedtak", "maling", "lenke", "vedlegg"),
                        name="statusbevis_en_gang_per_rapport",
                        nulls_distinct=False,
                    ),
                ],
            },
        ),
        Rettigheter("tiltak_statusbevis", hp_web="SELECT, INSERT"),
        migrations.RunSQL(SAMME_TILTAK, UTEN_SAMME_TILTAK),
    ]
