"""Status that somebody must agree to, important tiltak, responsibility handed over, deadlines after adoption."""

import uuid

import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models

import felles.personnummer
from felles.db.migrasjon import Rettigheter

# The reporter in the row of the review is the report's own: «never one's own» cannot be got round.
SAMME = """
ALTER TABLE tiltak_statusvurdering ADD CONSTRAINT vurdering_av_rapportens_rapportor
    FOREIGN KEY (rapport_id, rapportert_av_id) REFERENCES tiltak_statusrapport (id, rapportert_av_id);
"""
UTEN_SAMME = "ALTER TABLE tiltak_statusvurdering DROP CONSTRAINT vurdering_av_rapportens_rapportor"

REGLER = """
CREATE FUNCTION vern.viktig_krever_bekreftelse() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public AS $$
BEGIN
    IF NEW.krever <> 'bekreftelse' AND (SELECT t.viktig FROM tiltak_tiltak t WHERE t.id = NEW.tiltak_id) THEN
        RAISE check_violation USING MESSAGE = 'et viktig tiltak er gjennomført når en annen person bekrefter det',
            CONSTRAINT = 'statusrapport_viktig_krever_bekreftelse';
    END IF;
    RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION vern.viktig_krever_bekreftelse() FROM PUBLIC;
CREATE TRIGGER viktig_krever_bekreftelse BEFORE INSERT ON tiltak_statusrapport
    FOR EACH ROW WHEN (NEW.status = 'gjennomfort') EXECUTE FUNCTION vern.viktig_krever_bekreftelse();

CREATE FUNCTION vern.frist_etter_vedtak() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public AS $$
BEGIN
    IF NEW.frist < (SELECT coalesce(p.vedtatt_dato, make_date(p.utgave, 1, 1)) FROM tiltak_plan p
                    JOIN tiltak_tiltak t ON t.plan_id = p.id WHERE t.id = NEW.tiltak_id) THEN
        RAISE check_violation USING MESSAGE = 'fristen er før planen ble vedtatt', CONSTRAINT = 'frist_etter_vedtak';
    END IF;
    RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION vern.frist_etter_vedtak() FROM PUBLIC;
CREATE TRIGGER frist_etter_vedtak BEFORE INSERT OR UPDATE OF frist ON tiltak_milepael
    FOR EACH ROW EXECUTE FUNCTION vern.frist_etter_vedtak();
CREATE TRIGGER frist_etter_vedtak BEFORE INSERT ON tiltak_statusrapport
    FOR EACH ROW WHEN (NEW.frist IS NOT NULL) EXECUTE FUNCTION vern.frist_etter_vedtak();

CREATE FUNCTION vern.avsluttet_ansvar_star() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, public AS $$
BEGIN
    RAISE check_violation USING MESSAGE = 'ansvar som er avsluttet, endres ikke', CONSTRAINT = 'ansvar_avsluttet_star';
END $$;
REVOKE ALL ON FUNCTION vern.avsluttet_ansvar_star() FROM PUBLIC;
CREATE TRIGGER avsluttet_star BEFORE UPDATE ON tiltak_ansvar
    FOR EACH ROW WHEN (OLD.til IS NOT NULL) EXECUTE FUNCTION vern.avsluttet_ansvar_star();
"""
UTEN_REGLER = """
DROP TRIGGER avsluttet_star ON tiltak_ansvar;
DROP FUNCTION vern.avsluttet_ansvar_star();
DROP TRIGGER frist_etter_vedtak ON tiltak_statusrapport;
DROP TRIGGER frist_etter_vedtak ON tiltak_milepael;
DROP FUNCTION vern.frist_etter_vedtak();
DROP TRIGGER viktig_krever_bekreftelse ON tiltak_statusrapport;
DROP FUNCTION vern.viktig_krever_bekreftelse();
"""
# Of who answers, the web may say since when no more; of a tiltak, that it is important.
ANSVAR = "REVOKE UPDATE ON tiltak_ansvar FROM hp_web; GRANT UPDATE (til) ON tiltak_ansvar TO hp_web"
ANSVAR_FOR = "REVOKE UPDATE (til) ON tiltak_ansvar FROM hp_web; GRANT UPDATE ON tiltak_ansvar TO hp_web"


class Migration(migrations.Migration):
    dependencies = [
        ("samarbeid", "0008_vern_om_tilknytning"),
        ("tiltak", "0006_rullering"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Statusvurdering",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "utfall",
                    models.CharField(
                        choices=[("godkjent", "Godkjent"), ("sendt_tilbake", "Sendt tilbake")],
                        max_length=13,
                        verbose_name="utfall",
                    ),
                ),
                (
                    "kommentar",
                    models.TextField(
                        blank=True,
                        max_length=4000,
                        validators=[felles.personnummer.uten_personnummer],
                        verbose_name="kommentar",
                    ),
                ),
                ("tid", models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name="tid")),
            ],
            options={
                "verbose_name": "vurdering av status",
                "verbose_name_plural": "vurderinger av status",
            },
        ),
        migrations.AddField(
            model_name="ansvar",
            name="etter",
            field=models.OneToOneField(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="overtatt_av",
                to="tiltak.ansvar",
                verbose_name="overtatt fra",
            ),
        ),
        migrations.AddField(
            model_name="ansvar",
            name="grunn",
            field=models.CharField(
                blank=True, max_length=300, validators=[felles.personnummer.uten_personnummer], verbose_name="grunn"
            ),
        ),
        migrations.AddField(
            model_name="historicalansvar",
            name="etter",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="tiltak.ansvar",
                verbose_name="overtatt fra",
            ),
        ),
        migrations.AddField(
            model_name="historicalansvar",
            name="grunn",
            field=models.CharField(
                blank=True, max_length=300, validators=[felles.personnummer.uten_personnummer], verbose_name="grunn"
            ),
        ),
        migrations.AddField(
            model_name="historicaltiltak",
            name="viktig",
            field=models.BooleanField(default=False, verbose_name="viktig: to personer må si at det er gjennomført"),
        ),
        migrations.AddField(
            model_name="statusrapport",
            name="krever",
            field=models.CharField(
                blank=True,
                choices=[
                    ("", "Ingen"),
                    ("godkjenning", "Koordinatoren godkjenner"),
                    ("bekreftelse", "En annen person bekrefter"),
                ],
                default="",
                max_length=12,
                verbose_name="må godtas av",
            ),
        ),
        migrations.AddField(
            model_name="tiltak",
            name="viktig",
            field=models.BooleanField(default=False, verbose_name="viktig: to personer må si at det er gjennomført"),
        ),
        migrations.AddConstraint(
            model_name="ansvar",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("etter__isnull", True),
                    models.Q(("fra__isnull", False), models.Q(("grunn", ""), _negated=True)),
                    _connector="OR",
                ),
                name="ansvar_overtatt_har_dag_og_grunn",
            ),
        ),
        migrations.AddConstraint(
            model_name="ansvar",
            constraint=models.CheckConstraint(
                condition=models.Q(("grunn__regex", "(?<![0-9])[0-9]{6}[ .-]?[0-9]{5}(?![0-9])"), _negated=True),
                name="ansvar_grunn_uten_fnr",
            ),
        ),
        migrations.AddConstraint(
            model_name="statusrapport",
            constraint=models.CheckConstraint(
                condition=models.Q(("krever__in", ["", "godkjenning", "bekreftelse"])), name="statusrapport_kjent_krav"
            ),
        ),
        migrations.AddConstraint(
            model_name="statusrapport",
            constraint=models.UniqueConstraint(fields=("id", "rapportert_av"), name="statusrapport_id_rapportert_av"),
        ),
        migrations.AddField(
            model_name="statusvurdering",
            name="av",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="vurdert av",
            ),
        ),
        migrations.AddField(
            model_name="statusvurdering",
            name="rapport",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="vurdering",
                to="tiltak.statusrapport",
                verbose_name="statusrapport",
            ),
        ),
        migrations.AddField(
            model_name="statusvurdering",
            name="rapportert_av",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="rapportert av",
            ),
        ),
        migrations.AddConstraint(
            model_name="statusvurdering",
            constraint=models.CheckConstraint(
                condition=models.Q(("utfall__in", ["godkjent", "sendt_tilbake"])), name="vurdering_kjent_utfall"
            ),
        ),
        migrations.AddConstraint(
            model_name="statusvurdering",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("utfall", "sendt_tilbake"), _negated=True),
                    models.Q(("kommentar", ""), _negated=True),
                    _connector="OR",
                ),
                name="vurdering_tilbake_sier_hvorfor",
            ),
        ),
        migrations.AddConstraint(
            model_name="statusvurdering",
            constraint=models.CheckConstraint(
                condition=models.Q(("av", models.F("rapportert_av")), _negated=True), name="vurdering_ikke_egen"
            ),
        ),
        migrations.AddConstraint(
            model_name="statusvurdering",
            constraint=models.CheckConstraint(
                condition=models.Q(("kommentar__regex", "(?<![0-9])[0-9]{6}[ .-]?[0-9]{5}(?![0-9])"), _negated=True),
                name="statusvurdering_kommentar_uten_fnr",
            ),
        ),
        Rettigheter("tiltak_statusvurdering", hp_web="SELECT, INSERT", hp_worker="SELECT"),
        Rettigheter("tiltak_tiltak", hp_web="UPDATE (viktig)"),
        migrations.RunSQL(SAMME, UTEN_SAMME),
        migrations.RunSQL(REGLER, UTEN_REGLER),
        migrations.RunSQL(ANSVAR, ANSVAR_FOR),
    ]
