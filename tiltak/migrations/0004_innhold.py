"""Activities, indicators, links and comments under a tiltak, and decisions of its own.

The web changes what it made; measurements and comments are only added, and what the plan itself refers to stands."""

import uuid

import django.contrib.postgres.functions
import django.db.models.deletion
import django.db.models.functions.datetime
import simple_history.models
from django.conf import settings
from django.db import migrations, models

import felles.personnummer
from felles.db.migrasjon import Historikk, Rettigheter, samle

SKRIV = "SELECT, INSERT, UPDATE"
EGNE = ("aktivitet", "indikator", "lenke", "vedtak")

# A decision and its tiltak are of one edition; a figure counts what its indicator counts.
SAMME = """
ALTER TABLE tiltak_tiltak ADD CONSTRAINT tiltak_id_plan UNIQUE (id, plan_id);
ALTER TABLE tiltak_vedtak ADD CONSTRAINT vedtak_tiltak_i_samme_plan
    FOREIGN KEY (tiltak_id, plan_id) REFERENCES tiltak_tiltak (id, plan_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE tiltak_indikator ADD CONSTRAINT indikator_id_teller UNIQUE (id, teller_personer);
ALTER TABLE tiltak_maling ADD CONSTRAINT maling_teller_som_indikatoren
    FOREIGN KEY (indikator_id, teller_personer) REFERENCES tiltak_indikator (id, teller_personer)
    DEFERRABLE INITIALLY DEFERRED;
"""
UTEN_SAMME = """
ALTER TABLE tiltak_maling DROP CONSTRAINT maling_teller_som_indikatoren;
ALTER TABLE tiltak_indikator DROP CONSTRAINT indikator_id_teller;
ALTER TABLE tiltak_vedtak DROP CONSTRAINT vedtak_tiltak_i_samme_plan;
ALTER TABLE tiltak_tiltak DROP CONSTRAINT tiltak_id_plan;
"""

# The web writes decisions under a tiltak. Those of the adopted document are the owner's.
PLANENS_EGNE = """
CREATE FUNCTION vern.planens_vedtak_staar() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
    RAISE insufficient_privilege USING MESSAGE = 'vedtak som planen viser til, skrives bare av eieren';
END $$;
REVOKE ALL ON FUNCTION vern.planens_vedtak_staar() FROM PUBLIC;
CREATE TRIGGER planens_egne_ny BEFORE INSERT ON tiltak_vedtak FOR EACH ROW
    WHEN (NEW.tiltak_id IS NULL AND current_user = 'hp_web') EXECUTE FUNCTION vern.planens_vedtak_staar();
CREATE TRIGGER planens_egne_endret BEFORE UPDATE ON tiltak_vedtak FOR EACH ROW
    WHEN ((OLD.tiltak_id IS NULL OR NEW.tiltak_id IS NULL) AND current_user = 'hp_web')
    EXECUTE FUNCTION vern.planens_vedtak_staar();
"""
UTEN_PLANENS_EGNE = """
DROP TRIGGER planens_egne_endret ON tiltak_vedtak;
DROP TRIGGER planens_egne_ny ON tiltak_vedtak;
DROP FUNCTION vern.planens_vedtak_staar();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("brukere", "__first__"),
        ("samarbeid", "0008_vern_om_tilknytning"),
        ("tiltak", "0003_uten_fodselsnummer"),
    ]

    operations = [
        migrations.CreateModel(
            name="Aktivitet",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("versjon", models.PositiveIntegerField(default=1, editable=False, verbose_name="versjon")),
                ("tatt_bort", models.BooleanField(default=False, verbose_name="tatt bort")),
                (
                    "art",
                    models.CharField(
                        choices=[
                            ("kurs", "Kurs eller seminar"),
                            ("mote", "Møte"),
                            ("forum", "Forum"),
                            ("nettverk", "Nettverk"),
                            ("opplegg", "Undervisningsopplegg"),
                            ("tatt_i_bruk", "Tatt i bruk"),
                            ("gruppe", "Gruppe"),
                            ("tilskudd", "Tilskudd"),
                            ("uttalelse", "Uttalelse fra en etat"),
                            ("publikasjon", "Publikasjon"),
                            ("utredning", "Utredning"),
                            ("tilbud", "Tilbud"),
                        ],
                        max_length=12,
                        verbose_name="slags aktivitet",
                    ),
                ),
                (
                    "tittel",
                    models.CharField(
                        max_length=200, validators=[felles.personnummer.uten_personnummer], verbose_name="tittel"
                    ),
                ),
                ("dato", models.DateField(verbose_name="dato")),
                (
                    "status",
                    models.CharField(
                        choices=[("planlagt", "Planlagt"), ("gjennomfort", "Gjennomført"), ("avlyst", "Avlyst")],
                        max_length=12,
                        verbose_name="status",
                    ),
                ),
                ("antall", models.PositiveIntegerField(blank=True, null=True, verbose_name="antall")),
                ("under_fem", models.BooleanField(default=False, verbose_name="antallet er under fem")),
                ("revisjon", models.DateField(blank=True, null=True, verbose_name="gjennomgås på nytt")),
                (
                    "notat",
                    models.TextField(
                        blank=True,
                        max_length=1000,
                        validators=[felles.personnummer.uten_personnummer],
                        verbose_name="notat",
                    ),
                ),
                ("adresse", models.URLField(blank=True, max_length=400, verbose_name="lenke")),
                (
                    "aktor",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="aktiviteter",
                        to="samarbeid.aktor",
                        verbose_name="aktør",
                    ),
                ),
                (
                    "forum",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="aktiviteter",
                        to="samarbeid.forum",
                        verbose_name="forum",
                    ),
                ),
                (
                    "kurs",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="aktiviteter",
                        to="samarbeid.kurs",
                        verbose_name="kurs",
                    ),
                ),
                (
                    "tiltak",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="aktiviteter",
                        to="tiltak.tiltak",
                        verbose_name="tiltak",
                    ),
                ),
            ],
            options={
                "verbose_name": "aktivitet",
                "verbose_name_plural": "aktiviteter",
                "ordering": ["-dato", "tittel"],
                "indexes": [models.Index(fields=["tiltak", "-dato"], name="aktivitet_i_tiltaket")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "art__in",
                                [
                                    "kurs",
                                    "mote",
                                    "forum",
                                    "nettverk",
                                    "opplegg",
                                    "tatt_i_bruk",
                                    "gruppe",
                                    "tilskudd",
                                    "uttalelse",
                                    "publikasjon",
                                    "utredning",
                                    "tilbud",
                                ],
                            )
                        ),
                        name="aktivitet_kjent_art",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["planlagt", "gjennomfort", "avlyst"])),
                        name="aktivitet_kjent_status",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("tittel", ""), _negated=True), name="aktivitet_har_tittel"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("antall__isnull", True), ("antall", 0), ("antall__gte", 5), _connector="OR"
                        ),
                        name="aktivitet_antall_ikke_1_4",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("under_fem", False), ("antall__isnull", True), _connector="OR"),
                        name="aktivitet_under_fem_uten_tall",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kurs__isnull", True), ("forum__isnull", True), _connector="OR"),
                        name="aktivitet_peker_paa_en",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("revisjon__isnull", True), ("revisjon__gte", models.F("dato")), _connector="OR"
                        ),
                        name="aktivitet_revisjon_etter",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("tittel__regex", "(?<![0-9])[0-9]{6}[ .-]?[0-9]{5}(?![0-9])"), _negated=True
                        ),
                        name="aktivitet_tittel_uten_fnr",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("notat__regex", "(?<![0-9])[0-9]{6}[ .-]?[0-9]{5}(?![0-9])"), _negated=True
                        ),
                        name="aktivitet_notat_uten_fnr",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoricalAktivitet",
            fields=[
                ("id", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                ("versjon", models.PositiveIntegerField(default=1, editable=False, verbose_name="versjon")),
                ("tatt_bort", models.BooleanField(default=False, verbose_name="tatt bort")),
                (
                    "art",
                    models.CharField(
                        choices=[
                            ("kurs", "Kurs eller seminar"),
                            ("mote", "Møte"),
                            ("forum", "Forum"),
                            ("nettverk", "Nettverk"),
                            ("opplegg", "Undervisningsopplegg"),
                            ("tatt_i_bruk", "Tatt i bruk"),
                            ("gruppe", "Gruppe"),
                            ("tilskudd", "Tilskudd"),
                            ("uttalelse", "Uttalelse fra en etat"),
                            ("publikasjon", "Publikasjon"),
                            ("utredning", "Utredning"),
                            ("tilbud", "Tilbud"),
                        ],
                        max_length=12,
                        verbose_name="slags aktivitet",
                    ),
                ),
                (
                    "tittel",
                    models.CharField(
                        max_length=200, validators=[felles.personnummer.uten_personnummer], verbose_name="tittel"
                    ),
                ),
                ("dato", models.DateField(verbose_name="dato")),
                (
                    "status",
                    models.CharField(
                        choices=[("planlagt", "Planlagt"), ("gjennomfort", "Gjennomført"), ("avlyst", "Avlyst")],
                        max_length=12,
                        verbose_name="status",
                    ),
                ),
                ("antall", models.PositiveIntegerField(blank=True, null=True, verbose_name="antall")),
                ("under_fem", models.BooleanField(default=False, verbose_name="antallet er under fem")),
                ("revisjon", models.DateField(blank=True, null=True, verbose_name="gjennomgås på nytt")),
                (
                    "notat",
                    models.TextField(
                        blank=True,
                        max_length=1000,
                        validators=[felles.personnummer.uten_personnummer],
                        verbose_name="notat",
                    ),
                ),
                ("adresse", models.URLField(blank=True, max_length=400, verbose_name="lenke")),
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
                    "forum",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="samarbeid.forum",
                        verbose_name="forum",
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
                    "kurs",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="samarbeid.kurs",
                        verbose_name="kurs",
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
                "verbose_name": "historical aktivitet",
                "verbose_name_plural": "historical aktiviteter",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalIndikator",
            fields=[
                ("id", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                ("versjon", models.PositiveIntegerField(default=1, editable=False, verbose_name="versjon")),
                ("tatt_bort", models.BooleanField(default=False, verbose_name="tatt bort")),
                (
                    "navn",
                    models.CharField(
                        max_length=120, validators=[felles.personnummer.uten_personnummer], verbose_name="navn"
                    ),
                ),
                (
                    "definisjon",
                    models.TextField(
                        max_length=600, validators=[felles.personnummer.uten_personnummer], verbose_name="definisjon"
                    ),
                ),
                (
                    "enhet",
                    models.CharField(
                        max_length=40, validators=[felles.personnummer.uten_personnummer], verbose_name="enhet"
                    ),
                ),
                (
                    "kilde",
                    models.CharField(
                        max_length=160, validators=[felles.personnummer.uten_personnummer], verbose_name="kilde"
                    ),
                ),
                ("maltall", models.PositiveIntegerField(blank=True, null=True, verbose_name="mål")),
                ("mal_ar", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="målet gjelder året")),
                ("teller_personer", models.BooleanField(default=True, verbose_name="teller personer")),
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
                "verbose_name": "historical indikator",
                "verbose_name_plural": "historical indikatorer",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalLenke",
            fields=[
                ("id", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                ("versjon", models.PositiveIntegerField(default=1, editable=False, verbose_name="versjon")),
                ("tatt_bort", models.BooleanField(default=False, verbose_name="tatt bort")),
                (
                    "art",
                    models.CharField(
                        choices=[
                            ("dokument", "Dokument"),
                            ("nasjonalt", "Tiltak i nasjonal plan"),
                            ("nettsted", "Nettsted"),
                        ],
                        max_length=12,
                        verbose_name="slags lenke",
                    ),
                ),
                (
                    "tittel",
                    models.CharField(
                        max_length=200, validators=[felles.personnummer.uten_personnummer], verbose_name="tittel"
                    ),
                ),
                (
                    "nasjonal_nr",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="nummer i den nasjonale planen"
                    ),
                ),
                ("adresse", models.URLField(blank=True, max_length=400, verbose_name="adresse")),
                ("dato", models.DateField(blank=True, null=True, verbose_name="dato")),
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
                "verbose_name": "historical lenke",
                "verbose_name_plural": "historical lenker",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalVedtak",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                (
                    "gjelder",
                    models.CharField(
                        max_length=200, validators=[felles.personnummer.uten_personnummer], verbose_name="gjelder"
                    ),
                ),
                (
                    "organ",
                    models.CharField(
                        max_length=120, validators=[felles.personnummer.uten_personnummer], verbose_name="organ"
                    ),
                ),
                ("dato", models.DateField(verbose_name="dato")),
                (
                    "saksnummer",
                    models.CharField(
                        blank=True,
                        max_length=40,
                        validators=[felles.personnummer.uten_personnummer],
                        verbose_name="saksnummer",
                    ),
                ),
                (
                    "merknad",
                    models.CharField(
                        blank=True,
                        max_length=400,
                        validators=[felles.personnummer.uten_personnummer],
                        verbose_name="merknad",
                    ),
                ),
                (
                    "skjema",
                    models.UUIDField(
                        db_default=django.contrib.postgres.functions.RandomUUID(),
                        db_index=True,
                        editable=False,
                        verbose_name="skjemaets nøkkel",
                    ),
                ),
                ("versjon", models.PositiveIntegerField(default=1, editable=False, verbose_name="versjon")),
                ("tatt_bort", models.BooleanField(default=False, verbose_name="tatt bort")),
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
                "verbose_name": "historical vedtak",
                "verbose_name_plural": "historical vedtak",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Indikator",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("versjon", models.PositiveIntegerField(default=1, editable=False, verbose_name="versjon")),
                ("tatt_bort", models.BooleanField(default=False, verbose_name="tatt bort")),
                (
                    "navn",
                    models.CharField(
                        max_length=120, validators=[felles.personnummer.uten_personnummer], verbose_name="navn"
                    ),
                ),
                (
                    "definisjon",
                    models.TextField(
                        max_length=600, validators=[felles.personnummer.uten_personnummer], verbose_name="definisjon"
                    ),
                ),
                (
                    "enhet",
                    models.CharField(
                        max_length=40, validators=[felles.personnummer.uten_personnummer], verbose_name="enhet"
                    ),
                ),
                (
                    "kilde",
                    models.CharField(
                        max_length=160, validators=[felles.personnummer.uten_personnummer], verbose_name="kilde"
                    ),
                ),
                ("maltall", models.PositiveIntegerField(blank=True, null=True, verbose_name="mål")),
                ("mal_ar", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="målet gjelder året")),
                ("teller_personer", models.BooleanField(default=True, verbose_name="teller personer")),
                (
                    "tiltak",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="indikatorer",
                        to="tiltak.tiltak",
                        verbose_name="tiltak",
                    ),
                ),
            ],
            options={
                "verbose_name": "indikator",
                "verbose_name_plural": "indikatorer",
                "ordering": ["navn"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("tatt_bort", False)),
                        fields=("tiltak", "navn"),
                        name="indikator_navn_i_tiltaket",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("navn", ""), _negated=True),
                            models.Q(("definisjon", ""), _negated=True),
                            models.Q(("enhet", ""), _negated=True),
                            models.Q(("kilde", ""), _negated=True),
                        ),
                        name="indikator_er_forklart",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("mal_ar__isnull", True), ("mal_ar__range", (1990, 2200)), _connector="OR"),
                        name="indikator_mal_ar_er_et_ar",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("navn__regex", "(?<![0-9])[0-9]{6}[ .-]?[0-9]{5}(?![0-9])"), _negated=True),
                        name="indikator_navn_uten_fnr",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("definisjon__regex", "(?<![0-9])[0-9]{6}[ .-]?[0-9]{5}(?![0-9])"), _negated=True
                        ),
                        name="indikator_definisjon_uten_fnr",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("enhet__regex", "(?<![0-9])[0-9]{6}[ .-]?[0-9]{5}(?![0-9])"), _negated=True
                        ),
                        name="indikator_enhet_uten_fnr",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kilde__regex", "(?<![0-9])[0-9]{6}[ .-]?[0-9]{5}(?![0-9])"), _negated=True
                        ),
                        name="indikator_kilde_uten_fnr",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Kommentar",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "tekst",
                    models.TextField(
                        max_length=2000, validators=[felles.personnummer.uten_personnummer], verbose_name="kommentar"
                    ),
                ),
                ("tid", models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name="tid")),
                ("tatt_bort", models.BooleanField(default=False, verbose_name="tatt bort")),
                (
                    "av",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="skrevet av",
                    ),
                ),
                (
                    "tiltak",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="kommentarer",
                        to="tiltak.tiltak",
                        verbose_name="tiltak",
                    ),
                ),
            ],
            options={
                "verbose_name": "kommentar",
                "verbose_name_plural": "kommentarer",
                "ordering": ["tid"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("tatt_bort", False), models.Q(("tekst", ""), _negated=True)),
                            models.Q(("tatt_bort", True), ("tekst", "")),
                            _connector="OR",
                        ),
                        name="kommentar_tatt_bort_er_tom",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("tekst__regex", "(?<![0-9])[0-9]{6}[ .-]?[0-9]{5}(?![0-9])"), _negated=True
                        ),
                        name="kommentar_tekst_uten_fnr",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Lenke",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("versjon", models.PositiveIntegerField(default=1, editable=False, verbose_name="versjon")),
                ("tatt_bort", models.BooleanField(default=False, verbose_name="tatt bort")),
                (
                    "art",
                    models.CharField(
                        choices=[
                            ("dokument", "Dokument"),
                            ("nasjonalt", "Tiltak i nasjonal plan"),
                            ("nettsted", "Nettsted"),
                        ],
                        max_length=12,
                        verbose_name="slags lenke",
                    ),
                ),
                (
                    "tittel",
                    models.CharField(
                        max_length=200, validators=[felles.personnummer.uten_personnummer], verbose_name="tittel"
                    ),
                ),
                (
                    "nasjonal_nr",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="nummer i den nasjonale planen"
                    ),
                ),
                ("adresse", models.URLField(blank=True, max_length=400, verbose_name="adresse")),
                ("dato", models.DateField(blank=True, null=True, verbose_name="dato")),
                (
                    "tiltak",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lenker",
                        to="tiltak.tiltak",
                        verbose_name="tiltak",
                    ),
                ),
            ],
            options={
                "verbose_name": "lenke",
                "verbose_name_plural": "lenker",
                "ordering": ["art", "-dato", "tittel"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("art__in", ["dokument", "nasjonalt", "nettsted"])), name="lenke_kjent_art"
                    ),
                    models.CheckConstraint(condition=models.Q(("tittel", ""), _negated=True), name="lenke_har_tittel"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("art", "nasjonalt"),
                            models.Q(models.Q(("adresse", ""), _negated=True), ("nasjonal_nr__isnull", True)),
                            _connector="OR",
                        ),
                        name="lenke_har_adresse",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("art", "dokument"), _negated=True), ("dato__isnull", False), _connector="OR"
                        ),
                        name="lenke_dokument_har_dato",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("tittel__regex", "(?<![0-9])[0-9]{6}[ .-]?[0-9]{5}(?![0-9])"), _negated=True
                        ),
                        name="lenke_tittel_uten_fnr",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Maling",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("teller_personer", models.BooleanField(verbose_name="teller personer")),
                ("ar", models.PositiveSmallIntegerField(verbose_name="år")),
                ("verdi", models.PositiveIntegerField(blank=True, null=True, verbose_name="verdi")),
                (
                    "merknad",
                    models.CharField(
                        blank=True,
                        max_length=300,
                        validators=[felles.personnummer.uten_personnummer],
                        verbose_name="merknad",
                    ),
                ),
                ("tid", models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name="tid")),
                (
                    "erstatter",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="erstattet_av",
                        to="tiltak.maling",
                        verbose_name="erstatter",
                    ),
                ),
                (
                    "indikator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="malinger",
                        to="tiltak.indikator",
                        verbose_name="indikator",
                    ),
                ),
                (
                    "registrert_av",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="registrert av",
                    ),
                ),
            ],
            options={
                "verbose_name": "måling",
                "verbose_name_plural": "målinger",
                "ordering": ["ar", "tid"],
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("ar__range", (1990, 2200))), name="maling_ar_er_et_ar"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("teller_personer", False), ("verdi__isnull", False)),
                            models.Q(
                                ("teller_personer", True),
                                models.Q(("verdi__isnull", True), ("verdi", 0), ("verdi__gte", 5), _connector="OR"),
                            ),
                            _connector="OR",
                        ),
                        name="maling_verdi_ikke_1_4_personer",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("erstatter__isnull", True)),
                        fields=("indikator", "ar"),
                        name="maling_en_forste_per_ar",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("merknad__regex", "(?<![0-9])[0-9]{6}[ .-]?[0-9]{5}(?![0-9])"), _negated=True
                        ),
                        name="maling_merknad_uten_fnr",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Nevning",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("lest_tid", models.DateTimeField(blank=True, null=True, verbose_name="lest")),
                (
                    "bruker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="nevninger",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="bruker",
                    ),
                ),
                (
                    "kommentar",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="nevninger",
                        to="tiltak.kommentar",
                        verbose_name="kommentar",
                    ),
                ),
            ],
            options={
                "verbose_name": "nevning",
                "verbose_name_plural": "nevninger",
                "indexes": [
                    models.Index(
                        condition=models.Q(("lest_tid__isnull", True)), fields=["bruker"], name="nevning_uleste"
                    )
                ],
                "constraints": [models.UniqueConstraint(fields=("kommentar", "bruker"), name="nevning_en_gang")],
            },
        ),
        migrations.RemoveConstraint(
            model_name="vedtak",
            name="vedtak_en_gang",
        ),
        migrations.AddField(
            model_name="tiltak",
            name="fokusomrader",
            field=models.ManyToManyField(
                blank=True, related_name="tiltak", to="tiltak.fokusomrade", verbose_name="fokusområder"
            ),
        ),
        migrations.AddField(
            model_name="vedtak",
            name="saksnummer",
            field=models.CharField(
                blank=True, max_length=40, validators=[felles.personnummer.uten_personnummer], verbose_name="saksnummer"
            ),
        ),
        migrations.AddField(
            model_name="vedtak",
            name="skjema",
            field=models.UUIDField(
                db_default=django.contrib.postgres.functions.RandomUUID(),
                editable=False,
                unique=True,
                verbose_name="skjemaets nøkkel",
            ),
        ),
        migrations.AddField(
            model_name="vedtak",
            name="tatt_bort",
            field=models.BooleanField(default=False, verbose_name="tatt bort"),
        ),
        migrations.AddField(
            model_name="vedtak",
            name="tiltak",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="vedtak",
                to="tiltak.tiltak",
                verbose_name="tiltak",
            ),
        ),
        migrations.AddField(
            model_name="vedtak",
            name="versjon",
            field=models.PositiveIntegerField(default=1, editable=False, verbose_name="versjon"),
        ),
        migrations.AlterField(
            model_name="vedtak",
            name="gjelder",
            field=models.CharField(
                max_length=200, validators=[felles.personnummer.uten_personnummer], verbose_name="gjelder"
            ),
        ),
        migrations.AlterField(
            model_name="vedtak",
            name="merknad",
            field=models.CharField(
                blank=True, max_length=400, validators=[felles.personnummer.uten_personnummer], verbose_name="merknad"
            ),
        ),
        migrations.AlterField(
            model_name="vedtak",
            name="organ",
            field=models.CharField(
                max_length=120, validators=[felles.personnummer.uten_personnummer], verbose_name="organ"
            ),
        ),
        migrations.AddConstraint(
            model_name="vedtak",
            constraint=models.UniqueConstraint(
                condition=models.Q(("tiltak__isnull", True)), fields=("plan", "organ", "dato"), name="vedtak_en_gang"
            ),
        ),
        migrations.AddConstraint(
            model_name="vedtak",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("tatt_bort", False), ("tiltak__isnull", True)),
                    models.Q(("tiltak__isnull", False), models.Q(("saksnummer", ""), _negated=True)),
                    _connector="OR",
                ),
                name="vedtak_i_tiltak_har_saksnummer",
            ),
        ),
        migrations.AddConstraint(
            model_name="vedtak",
            constraint=models.CheckConstraint(
                condition=models.Q(("gjelder__regex", "(?<![0-9])[0-9]{6}[ .-]?[0-9]{5}(?![0-9])"), _negated=True),
                name="vedtak_gjelder_uten_fnr",
            ),
        ),
        migrations.AddConstraint(
            model_name="vedtak",
            constraint=models.CheckConstraint(
                condition=models.Q(("organ__regex", "(?<![0-9])[0-9]{6}[ .-]?[0-9]{5}(?![0-9])"), _negated=True),
                name="vedtak_organ_uten_fnr",
            ),
        ),
        migrations.AddConstraint(
            model_name="vedtak",
            constraint=models.CheckConstraint(
                condition=models.Q(("saksnummer__regex", "(?<![0-9])[0-9]{6}[ .-]?[0-9]{5}(?![0-9])"), _negated=True),
                name="vedtak_saksnummer_uten_fnr",
            ),
        ),
        migrations.AddConstraint(
            model_name="vedtak",
            constraint=models.CheckConstraint(
                condition=models.Q(("merknad__regex", "(?<![0-9])[0-9]{6}[ .-]?[0-9]{5}(?![0-9])"), _negated=True),
                name="vedtak_merknad_uten_fnr",
            ),
        ),
        *(Rettigheter(f"tiltak_{tabell}", hp_web=SKRIV, hp_worker="SELECT") for tabell in EGNE),
        *(Historikk(f"tiltak_{tabell}", f"tiltak_historical{tabell}") for tabell in EGNE),
        Rettigheter("tiltak_tiltak_fokusomrader", hp_web="SELECT", hp_worker="SELECT"),
        Rettigheter("tiltak_maling", hp_web="SELECT, INSERT", hp_worker="SELECT"),
        Rettigheter("tiltak_kommentar", hp_web="SELECT, INSERT, UPDATE (tekst, tatt_bort)"),
        Rettigheter("tiltak_nevning", hp_web="SELECT, INSERT, UPDATE (lest_tid)"),
        migrations.RunSQL(SAMME, UTEN_SAMME),
        migrations.RunSQL(PLANENS_EGNE, UTEN_PLANENS_EGNE),
    ]
    operations = samle(operations)
