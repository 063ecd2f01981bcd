"""A possible tiltak on its way into the plan, and the next edition from draft to adoption.

The web may add an edition with its parts, whole, when it is adopted. It can never change or remove one."""

import uuid

import django.contrib.postgres.fields
import django.contrib.postgres.functions
import django.db.models.deletion
import django.db.models.functions.datetime
import simple_history.models
from django.conf import settings
from django.db import migrations, models

import felles.personnummer
from felles.db.migrasjon import Historikk, Rettigheter, samle

LEGGES_TIL = (
    "plan",
    "innsatsomrade",
    "fokusomrade",
    "prinsipp",
    "tiltak",
    "tiltak_prinsipper",
    "tiltak_fokusomrader",
    "muligtiltak",
    "kilde",
)

# The adoption of an edition has a case number; what the adopted document itself refers to is still the owner's.
VEDTAK_MED_SAKSNUMMER = """
DROP TRIGGER planens_egne_ny ON tiltak_vedtak;
CREATE TRIGGER planens_egne_ny BEFORE INSERT ON tiltak_vedtak FOR EACH ROW
    WHEN (NEW.tiltak_id IS NULL AND NEW.saksnummer = '' AND current_user = 'hp_web')
    EXECUTE FUNCTION vern.planens_vedtak_staar();
"""
UTEN_SAKSNUMMER = """
DROP TRIGGER planens_egne_ny ON tiltak_vedtak;
CREATE TRIGGER planens_egne_ny BEFORE INSERT ON tiltak_vedtak FOR EACH ROW
    WHEN (NEW.tiltak_id IS NULL AND current_user = 'hp_web') EXECUTE FUNCTION vern.planens_vedtak_staar();
"""

# An edition comes after the one it replaces, both by year and by the day it was adopted.
ETTER_FORRIGE = """
CREATE FUNCTION vern.utgave_etter_forrige() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
    IF NEW.vedtatt_dato IS NULL OR EXISTS (
        SELECT FROM public.tiltak_plan p WHERE p.id = NEW.erstatter_id AND (
            p.utgave >= NEW.utgave OR coalesce(p.vedtatt_dato, make_date(p.utgave, 1, 1)) > NEW.vedtatt_dato)
    ) THEN
        RAISE check_violation
            USING MESSAGE = 'utgaven kommer ikke etter den forrige', CONSTRAINT = 'plan_etter_forrige';
    END IF;
    RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION vern.utgave_etter_forrige() FROM PUBLIC;
CREATE TRIGGER etter_forrige BEFORE INSERT ON tiltak_plan FOR EACH ROW
    WHEN (NEW.erstatter_id IS NOT NULL AND current_user = 'hp_web') EXECUTE FUNCTION vern.utgave_etter_forrige();
"""
UTEN_ETTER_FORRIGE = "DROP TRIGGER etter_forrige ON tiltak_plan; DROP FUNCTION vern.utgave_etter_forrige()"


class Migration(migrations.Migration):
    dependencies = [
        ("brukere", "__first__"),
        ("tiltak", "0005_innhenting"),
    ]

    operations = [
        migrations.CreateModel(
            name="HistoricalRullering",
            fields=[
                ("id", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                ("utgave", models.PositiveSmallIntegerField(verbose_name="ny utgave")),
                (
                    "tittel",
                    models.CharField(
                        max_length=200, validators=[felles.personnummer.uten_personnummer], verbose_name="tittel"
                    ),
                ),
                (
                    "omrader",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=200), size=None, verbose_name="innsatsområder"
                    ),
                ),
                (
                    "tid",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name="begynt"),
                ),
                ("forkastet_tid", models.DateTimeField(blank=True, null=True, verbose_name="forkastet")),
                ("versjon", models.PositiveIntegerField(default=1, editable=False, verbose_name="versjon")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1),
                ),
                (
                    "fra",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="tiltak.plan",
                        verbose_name="fra utgave",
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
                    "opprettet_av",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="begynt av",
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
                        verbose_name="ble utgave",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical rullering",
                "verbose_name_plural": "historical rulleringer",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Rullering",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("utgave", models.PositiveSmallIntegerField(verbose_name="ny utgave")),
                (
                    "tittel",
                    models.CharField(
                        max_length=200, validators=[felles.personnummer.uten_personnummer], verbose_name="tittel"
                    ),
                ),
                (
                    "omrader",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=200), size=None, verbose_name="innsatsområder"
                    ),
                ),
                (
                    "tid",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name="begynt"),
                ),
                ("forkastet_tid", models.DateTimeField(blank=True, null=True, verbose_name="forkastet")),
                ("versjon", models.PositiveIntegerField(default=1, editable=False, verbose_name="versjon")),
                (
                    "fra",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rulleringer",
                        to="tiltak.plan",
                        verbose_name="fra utgave",
                    ),
                ),
                (
                    "opprettet_av",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="begynt av",
                    ),
                ),
                (
                    "plan",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rullering",
                        to="tiltak.plan",
                        verbose_name="ble utgave",
                    ),
                ),
            ],
            options={
                "verbose_name": "rullering",
                "verbose_name_plural": "rulleringer",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("utgave__range", (1990, 2200))), name="rullering_utgave_er_et_ar"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("plan__isnull", True), ("forkastet_tid__isnull", True), _connector="OR"),
                        name="rullering_vedtatt_eller_forkastet",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("forkastet_tid__isnull", True), ("plan__isnull", True)),
                        fields=("fra",),
                        name="rullering_ett_utkast_om_gangen",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("tittel__regex", "(?<![0-9])[0-9]{6}[ .-]?[0-9]{5}(?![0-9])"), _negated=True
                        ),
                        name="rullering_tittel_uten_fnr",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoricalRulleringstiltak",
            fields=[
                ("id", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                ("plass", models.PositiveSmallIntegerField(verbose_name="plass")),
                ("omrade_nr", models.PositiveSmallIntegerField(verbose_name="innsatsområde")),
                (
                    "tittel",
                    models.CharField(
                        max_length=200, validators=[felles.personnummer.uten_personnummer], verbose_name="tittel"
                    ),
                ),
                (
                    "sammendrag",
                    models.TextField(
                        blank=True,
                        max_length=2000,
                        validators=[felles.personnummer.uten_personnummer],
                        verbose_name="kort fortalt",
                    ),
                ),
                (
                    "type",
                    models.CharField(
                        choices=[("utredning", "Utredning"), ("etablering", "Etablering"), ("lopende", "Løpende")],
                        max_length=12,
                        verbose_name="type",
                    ),
                ),
                (
                    "ansvarsetikett",
                    models.CharField(
                        choices=[
                            ("utforing", "Ansvar for utføring"),
                            ("oppfolging", "Ansvar for oppfølging"),
                            ("bare_oppfolging", "Oppfølging"),
                        ],
                        max_length=16,
                        verbose_name="etikett foran ansvar",
                    ),
                ),
                ("fristar", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="år planen lover")),
                ("ansvar", models.JSONField(default=list, verbose_name="ansvarlige")),
                (
                    "prinsipper",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.PositiveSmallIntegerField(),
                        default=list,
                        size=None,
                        verbose_name="prinsipper",
                    ),
                ),
                (
                    "fokusomrader",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.PositiveSmallIntegerField(),
                        default=list,
                        size=None,
                        verbose_name="fokusområder",
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
                (
                    "tiltak",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="tiltak.tiltak",
                        verbose_name="ble tiltak",
                    ),
                ),
                (
                    "rullering",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="tiltak.rullering",
                        verbose_name="rullering",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical tiltak i utkastet",
                "verbose_name_plural": "historical tiltak i utkastet",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="MuligHendelse",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "fra",
                    models.CharField(
                        choices=[
                            ("ide", "Idé"),
                            ("vurdert", "Vurdert"),
                            ("foreslatt", "Foreslått"),
                            ("vedtatt", "Vedtatt"),
                            ("avvist", "Avvist"),
                        ],
                        max_length=12,
                        verbose_name="fra",
                    ),
                ),
                (
                    "til",
                    models.CharField(
                        choices=[
                            ("ide", "Idé"),
                            ("vurdert", "Vurdert"),
                            ("foreslatt", "Foreslått"),
                            ("vedtatt", "Vedtatt"),
                            ("avvist", "Avvist"),
                        ],
                        max_length=12,
                        verbose_name="til",
                    ),
                ),
                (
                    "begrunnelse",
                    models.TextField(
                        blank=True,
                        max_length=2000,
                        validators=[felles.personnummer.uten_personnummer],
                        verbose_name="begrunnelse",
                    ),
                ),
                ("tid", models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name="tid")),
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
                    "forrige",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="neste",
                        to="tiltak.mulighendelse",
                        verbose_name="forrige hendelse",
                    ),
                ),
                (
                    "mulig",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="hendelser",
                        to="tiltak.muligtiltak",
                        verbose_name="mulig tiltak",
                    ),
                ),
                (
                    "tiltak",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="ble_fra",
                        to="tiltak.tiltak",
                        verbose_name="ble tiltak",
                    ),
                ),
                (
                    "vedtak",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="hendelse",
                        to="tiltak.vedtak",
                        verbose_name="vedtak",
                    ),
                ),
            ],
            options={
                "verbose_name": "hendelse for mulig tiltak",
                "verbose_name_plural": "hendelser for mulige tiltak",
                "ordering": ["tid"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("fra__in", ["ide", "vurdert", "foreslatt", "vedtatt", "avvist"])),
                        name="mulighendelse_kjent_fra",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("til__in", ["ide", "vurdert", "foreslatt", "vedtatt", "avvist"])),
                        name="mulighendelse_kjent_til",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("til", "vedtatt"), ("tiltak__isnull", False), ("vedtak__isnull", False)),
                            models.Q(
                                models.Q(("til", "vedtatt"), _negated=True),
                                ("tiltak__isnull", True),
                                ("vedtak__isnull", True),
                                models.Q(("begrunnelse", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="mulighendelse_vedtatt_eller_begrunnet",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("forrige__isnull", True)), fields=("mulig",), name="mulighendelse_en_forste"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("begrunnelse__regex", "(?<![0-9])[0-9]{6}[ .-]?[0-9]{5}(?![0-9])"), _negated=True
                        ),
                        name="mulighendelse_begrunnelse_uten_fnr",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Rulleringstiltak",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("plass", models.PositiveSmallIntegerField(verbose_name="plass")),
                ("omrade_nr", models.PositiveSmallIntegerField(verbose_name="innsatsområde")),
                (
                    "tittel",
                    models.CharField(
                        max_length=200, validators=[felles.personnummer.uten_personnummer], verbose_name="tittel"
                    ),
                ),
                (
                    "sammendrag",
                    models.TextField(
                        blank=True,
                        max_length=2000,
                        validators=[felles.personnummer.uten_personnummer],
                        verbose_name="kort fortalt",
                    ),
                ),
                (
                    "type",
                    models.CharField(
                        choices=[("utredning", "Utredning"), ("etablering", "Etablering"), ("lopende", "Løpende")],
                        max_length=12,
                        verbose_name="type",
                    ),
                ),
                (
                    "ansvarsetikett",
                    models.CharField(
                        choices=[
                            ("utforing", "Ansvar for utføring"),
                            ("oppfolging", "Ansvar for oppfølging"),
                            ("bare_oppfolging", "Oppfølging"),
                        ],
                        max_length=16,
                        verbose_name="etikett foran ansvar",
                    ),
                ),
                ("fristar", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="år planen lover")),
                ("ansvar", models.JSONField(default=list, verbose_name="ansvarlige")),
                (
                    "prinsipper",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.PositiveSmallIntegerField(),
                        default=list,
                        size=None,
                        verbose_name="prinsipper",
                    ),
                ),
                (
                    "fokusomrader",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.PositiveSmallIntegerField(),
                        default=list,
                        size=None,
                        verbose_name="fokusområder",
                    ),
                ),
                ("versjon", models.PositiveIntegerField(default=1, editable=False, verbose_name="versjon")),
                (
                    "rullering",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tiltak",
                        to="tiltak.rullering",
                        verbose_name="rullering",
                    ),
                ),
                (
                    "tiltak",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="utkast",
                        to="tiltak.tiltak",
                        verbose_name="ble tiltak",
                    ),
                ),
            ],
            options={
                "verbose_name": "tiltak i utkastet",
                "verbose_name_plural": "tiltak i utkastet",
                "ordering": ["omrade_nr", "plass", "tittel"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("tittel", ""), _negated=True), name="rulleringstiltak_har_tittel"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("type__in", ["utredning", "etablering", "lopende"])),
                        name="rulleringstiltak_kjent_type",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("ansvarsetikett__in", ["utforing", "oppfolging", "bare_oppfolging"])),
                        name="rulleringstiltak_kjent_etikett",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("tittel__regex", "(?<![0-9])[0-9]{6}[ .-]?[0-9]{5}(?![0-9])"), _negated=True
                        ),
                        name="rulleringstiltak_tittel_uten_fnr",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("sammendrag__regex", "(?<![0-9])[0-9]{6}[ .-]?[0-9]{5}(?![0-9])"), _negated=True
                        ),
                        name="rulleringstiltak_sammendrag_uten_fnr",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Rulleringskobling",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "utfall",
                    models.CharField(
                        choices=[
                            ("viderefort", "Videreført"),
                            ("endret", "Endret"),
                            ("slatt_sammen", "Slått sammen"),
                            ("delt", "Delt"),
                            ("utgatt", "Utgått"),
                        ],
                        max_length=12,
                        verbose_name="utfall",
                    ),
                ),
                (
                    "begrunnelse",
                    models.TextField(
                        blank=True,
                        max_length=2000,
                        validators=[felles.personnummer.uten_personnummer],
                        verbose_name="begrunnelse",
                    ),
                ),
                (
                    "fra",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="viderefort",
                        to="tiltak.tiltak",
                        verbose_name="fra tiltak",
                    ),
                ),
                (
                    "rullering",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="koblinger",
                        to="tiltak.rullering",
                        verbose_name="rullering",
                    ),
                ),
                (
                    "til",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="kommer_fra",
                        to="tiltak.rulleringstiltak",
                        verbose_name="til",
                    ),
                ),
            ],
            options={
                "verbose_name": "kobling",
                "verbose_name_plural": "koblinger",
                "ordering": ["fra__nr"],
                "constraints": [
                    models.UniqueConstraint(fields=("rullering", "fra", "til"), name="rulleringskobling_en_gang"),
                    models.UniqueConstraint(
                        condition=models.Q(("utfall", "delt"), _negated=True),
                        fields=("rullering", "fra"),
                        name="rulleringskobling_bare_delt_har_flere",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("utfall__in", ["viderefort", "endret", "slatt_sammen", "delt", "utgatt"])),
                        name="rulleringskobling_kjent_utfall",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("til__isnull", True),
                                ("utfall", "utgatt"),
                                models.Q(("begrunnelse", ""), _negated=True),
                            ),
                            models.Q(models.Q(("utfall", "utgatt"), _negated=True), ("til__isnull", False)),
                            _connector="OR",
                        ),
                        name="rulleringskobling_utgatt_sier_hvorfor",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("begrunnelse__regex", "(?<![0-9])[0-9]{6}[ .-]?[0-9]{5}(?![0-9])"), _negated=True
                        ),
                        name="rulleringskobling_begrunnelse_uten_fnr",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="muligtiltak",
            name="egen",
            field=models.BooleanField(default=False, verbose_name="lagt til her"),
        ),
        migrations.AddField(
            model_name="muligtiltak",
            name="skjema",
            field=models.UUIDField(
                db_default=django.contrib.postgres.functions.RandomUUID(),
                editable=False,
                unique=True,
                verbose_name="skjemaets nøkkel",
            ),
        ),
        migrations.AlterField(
            model_name="muligtiltak",
            name="sammendrag",
            field=models.TextField(
                blank=True,
                max_length=2000,
                validators=[felles.personnummer.uten_personnummer],
                verbose_name="kort fortalt",
            ),
        ),
        migrations.AddConstraint(
            model_name="muligtiltak",
            constraint=models.CheckConstraint(
                condition=models.Q(("tittel__regex", "(?<![0-9])[0-9]{6}[ .-]?[0-9]{5}(?![0-9])"), _negated=True),
                name="muligtiltak_tittel_uten_fnr",
            ),
        ),
        migrations.AddConstraint(
            model_name="muligtiltak",
            constraint=models.CheckConstraint(
                condition=models.Q(("sammendrag__regex", "(?<![0-9])[0-9]{6}[ .-]?[0-9]{5}(?![0-9])"), _negated=True),
                name="muligtiltak_sammendrag_uten_fnr",
            ),
        ),
        *(Rettigheter(f"tiltak_{tabell}", hp_web="INSERT") for tabell in LEGGES_TIL),
        Rettigheter("tiltak_mulighendelse", hp_web="SELECT, INSERT", hp_worker="SELECT"),
        Rettigheter("tiltak_rullering", hp_web="SELECT, INSERT, UPDATE"),
        Rettigheter("tiltak_rulleringstiltak", hp_web="SELECT, INSERT, UPDATE, DELETE"),
        Rettigheter("tiltak_rulleringskobling", hp_web="SELECT, INSERT, UPDATE, DELETE"),
        Historikk("tiltak_rullering", "tiltak_historicalrullering", lesere="hp_web"),
        Historikk("tiltak_rulleringstiltak", "tiltak_historicalrulleringstiltak", lesere="hp_web"),
        migrations.RunSQL(VEDTAK_MED_SAKSNUMMER, UTEN_SAKSNUMMER),
        migrations.RunSQL(ETTER_FORRIGE, UTEN_ETTER_FORRIGE),
    ]
    operations = samle(operations)
