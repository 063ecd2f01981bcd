import uuid

import django.contrib.postgres.fields
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
        ("samarbeid", "0003_aktoralias"),
    ]

    operations = [
        migrations.CreateModel(
            name="Plan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("utgave", models.PositiveSmallIntegerField(unique=True, verbose_name="utgave")),
                ("tittel", models.CharField(max_length=200, verbose_name="tittel")),
                ("vedtatt_dato", models.DateField(blank=True, null=True, verbose_name="vedtatt")),
                ("dato_merknad", models.CharField(blank=True, max_length=400, verbose_name="merknad til datoen")),
                (
                    "signatarer",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=120),
                        default=list,
                        size=None,
                        verbose_name="underskrevet av",
                    ),
                ),
                (
                    "erstatter",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="erstattet_av",
                        to="tiltak.plan",
                        verbose_name="erstatter",
                    ),
                ),
            ],
            options={
                "verbose_name": "plan",
                "verbose_name_plural": "planer",
                "ordering": ["-utgave"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("utgave__range", (1990, 2200))), name="plan_utgave_er_et_ar"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("erstatter__isnull", True),
                            models.Q(("erstatter", models.F("id")), _negated=True),
                            _connector="OR",
                        ),
                        name="plan_erstatter_ikke_seg_selv",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MuligTiltak",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("nr", models.PositiveSmallIntegerField(verbose_name="nummer")),
                ("tittel", models.CharField(max_length=200, verbose_name="tittel")),
                ("ordlyd", models.TextField(blank=True, verbose_name="ordlyd")),
                ("sammendrag", models.TextField(blank=True, verbose_name="kort fortalt")),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="mulige_tiltak",
                        to="tiltak.plan",
                        verbose_name="plan",
                    ),
                ),
            ],
            options={
                "verbose_name": "mulig tiltak",
                "verbose_name_plural": "mulige tiltak",
                "ordering": ["plan", "nr"],
                "constraints": [models.UniqueConstraint(fields=("plan", "nr"), name="muligtiltak_nr_i_planen")],
            },
        ),
        migrations.CreateModel(
            name="Kilde",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("tittel", models.CharField(max_length=200, verbose_name="tittel")),
                ("adresse", models.URLField(blank=True, verbose_name="adresse")),
                ("ar", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="år")),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="kilder",
                        to="tiltak.plan",
                        verbose_name="plan",
                    ),
                ),
            ],
            options={
                "verbose_name": "kilde",
                "verbose_name_plural": "kilder",
                "ordering": ["plan", "id"],
                "constraints": [models.UniqueConstraint(fields=("plan", "tittel"), name="kilde_en_gang")],
            },
        ),
        migrations.CreateModel(
            name="Innsatsomrade",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("nr", models.PositiveSmallIntegerField(verbose_name="nummer")),
                ("tittel", models.CharField(max_length=200, verbose_name="tittel")),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="innsatsomrader",
                        to="tiltak.plan",
                        verbose_name="plan",
                    ),
                ),
            ],
            options={
                "verbose_name": "innsatsområde",
                "verbose_name_plural": "innsatsområder",
                "ordering": ["plan", "nr"],
                "constraints": [models.UniqueConstraint(fields=("plan", "nr"), name="innsatsomrade_nr_i_planen")],
            },
        ),
        migrations.CreateModel(
            name="HistoricalTiltak",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("nr", models.PositiveSmallIntegerField(verbose_name="nummer")),
                ("tittel", models.CharField(max_length=200, verbose_name="tittel")),
                ("tittel_oversikt", models.CharField(max_length=200, verbose_name="tittel i planens oversikt")),
                ("ordlyd", models.TextField(blank=True, verbose_name="ordlyd")),
                ("sammendrag", models.TextField(blank=True, verbose_name="kort fortalt")),
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
                (
                    "type",
                    models.CharField(
                        choices=[("utredning", "Utredning"), ("etablering", "Etablering"), ("lopende", "Løpende")],
                        max_length=12,
                        verbose_name="type",
                    ),
                ),
                ("fristar", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="år planen lover")),
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
                    "innsatsomrade",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="tiltak.innsatsomrade",
                        verbose_name="innsatsområde",
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
            ],
            options={
                "verbose_name": "historical tiltak",
                "verbose_name_plural": "historical tiltak",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalPlan",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("utgave", models.PositiveSmallIntegerField(db_index=True, verbose_name="utgave")),
                ("tittel", models.CharField(max_length=200, verbose_name="tittel")),
                ("vedtatt_dato", models.DateField(blank=True, null=True, verbose_name="vedtatt")),
                ("dato_merknad", models.CharField(blank=True, max_length=400, verbose_name="merknad til datoen")),
                (
                    "signatarer",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=120),
                        default=list,
                        size=None,
                        verbose_name="underskrevet av",
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
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "erstatter",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="tiltak.plan",
                        verbose_name="erstatter",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical plan",
                "verbose_name_plural": "historical planer",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Fokusomrade",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("nr", models.PositiveSmallIntegerField(verbose_name="nummer")),
                ("tittel", models.CharField(max_length=200, verbose_name="tittel")),
                ("ordlyd", models.TextField(blank=True, verbose_name="ordlyd")),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="fokusomrader",
                        to="tiltak.plan",
                        verbose_name="plan",
                    ),
                ),
            ],
            options={
                "verbose_name": "fokusområde",
                "verbose_name_plural": "fokusområder",
                "ordering": ["plan", "nr"],
                "constraints": [models.UniqueConstraint(fields=("plan", "nr"), name="fokusomrade_nr_i_planen")],
            },
        ),
        migrations.CreateModel(
            name="Avsnitt",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kode",
                    models.CharField(
                        choices=[
                            ("forord", "Forord"),
                            ("bakgrunn", "Bakgrunn"),
                            ("veien_fremover", "Veien fremover"),
                            ("ansvarsregel", "Om ansvar"),
                            ("mulige_tiltak", "Om mulige tiltak"),
                        ],
                        max_length=16,
                        verbose_name="del",
                    ),
                ),
                ("ordlyd", models.TextField(blank=True, verbose_name="ordlyd")),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="avsnitt",
                        to="tiltak.plan",
                        verbose_name="plan",
                    ),
                ),
            ],
            options={
                "verbose_name": "avsnitt",
                "verbose_name_plural": "avsnitt",
                "ordering": ["plan", "id"],
                "constraints": [
                    models.UniqueConstraint(fields=("plan", "kode"), name="avsnitt_en_gang"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kode__in", ["forord", "bakgrunn", "veien_fremover", "ansvarsregel", "mulige_tiltak"])
                        ),
                        name="avsnitt_kjent_kode",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Prinsipp",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("nr", models.PositiveSmallIntegerField(verbose_name="nummer")),
                ("tittel", models.CharField(max_length=200, verbose_name="tittel")),
                ("ordlyd", models.TextField(blank=True, verbose_name="ordlyd")),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="prinsipper",
                        to="tiltak.plan",
                        verbose_name="plan",
                    ),
                ),
            ],
            options={
                "verbose_name": "prinsipp",
                "verbose_name_plural": "prinsipper",
                "ordering": ["plan", "nr"],
                "constraints": [models.UniqueConstraint(fields=("plan", "nr"), name="prinsipp_nr_i_planen")],
            },
        ),
        migrations.CreateModel(
            name="Tiltak",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("nr", models.PositiveSmallIntegerField(verbose_name="nummer")),
                ("tittel", models.CharField(max_length=200, verbose_name="tittel")),
                ("tittel_oversikt", models.CharField(max_length=200, verbose_name="tittel i planens oversikt")),
                ("ordlyd", models.TextField(blank=True, verbose_name="ordlyd")),
                ("sammendrag", models.TextField(blank=True, verbose_name="kort fortalt")),
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
                (
                    "type",
                    models.CharField(
                        choices=[("utredning", "Utredning"), ("etablering", "Etablering"), ("lopende", "Løpende")],
                        max_length=12,
                        verbose_name="type",
                    ),
                ),
                ("fristar", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="år planen lover")),
                (
                    "innsatsomrade",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tiltak",
                        to="tiltak.innsatsomrade",
                        verbose_name="innsatsområde",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tiltak",
                        to="tiltak.plan",
                        verbose_name="plan",
                    ),
                ),
                (
                    "prinsipper",
                    models.ManyToManyField(
                        blank=True, related_name="tiltak", to="tiltak.prinsipp", verbose_name="prinsipper"
                    ),
                ),
            ],
            options={
                "verbose_name": "tiltak",
                "verbose_name_plural": "tiltak",
                "ordering": ["plan", "nr"],
                "constraints": [
                    models.UniqueConstraint(fields=("plan", "nr"), name="tiltak_nr_i_planen"),
                    models.CheckConstraint(condition=models.Q(("nr__gte", 1)), name="tiltak_nr_fra_en"),
                    models.CheckConstraint(
                        condition=models.Q(("ansvarsetikett__in", ["utforing", "oppfolging", "bare_oppfolging"])),
                        name="tiltak_kjent_ansvarsetikett",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("type__in", ["utredning", "etablering", "lopende"])),
                        name="tiltak_kjent_type",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Statusrapport",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("ar", models.PositiveSmallIntegerField(verbose_name="år")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("ikke_startet", "Ikke startet"),
                            ("i_rute", "I rute"),
                            ("noe_forsinket", "Noe forsinket"),
                            ("star_stille", "Står stille"),
                            ("gjennomfort", "Gjennomført"),
                            ("tatt_ut", "Tatt ut av planen"),
                        ],
                        max_length=16,
                        verbose_name="status",
                    ),
                ),
                (
                    "foreslatt",
                    models.CharField(
                        choices=[
                            ("ikke_startet", "Ikke startet"),
                            ("i_rute", "I rute"),
                            ("noe_forsinket", "Noe forsinket"),
                            ("star_stille", "Står stille"),
                            ("gjennomfort", "Gjennomført"),
                            ("tatt_ut", "Tatt ut av planen"),
                        ],
                        max_length=16,
                        verbose_name="foreslått status",
                    ),
                ),
                (
                    "begrunnelse",
                    models.TextField(
                        blank=True, max_length=4000, verbose_name="hvorfor en annen status enn den foreslåtte"
                    ),
                ),
                ("gjort", models.TextField(blank=True, max_length=4000, verbose_name="gjort i år")),
                ("avvik", models.TextField(blank=True, max_length=4000, verbose_name="avvik fra planen")),
                ("neste_steg", models.TextField(blank=True, max_length=4000, verbose_name="neste steg")),
                ("frist", models.DateField(blank=True, null=True, verbose_name="frist for neste steg")),
                ("rapporteres_ikke_videre", models.BooleanField(default=False, verbose_name="rapporteres ikke videre")),
                ("tid", models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name="tid")),
                (
                    "erstatter",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="erstattet_av",
                        to="tiltak.statusrapport",
                        verbose_name="erstatter",
                    ),
                ),
                (
                    "rapportert_av",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="rapportert av",
                    ),
                ),
                (
                    "tiltak",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="statusrapporter",
                        to="tiltak.tiltak",
                        verbose_name="tiltak",
                    ),
                ),
            ],
            options={
                "verbose_name": "statusrapport",
                "verbose_name_plural": "statusrapporter",
                "ordering": ["-ar", "-tid"],
                "indexes": [models.Index(fields=["tiltak", "-ar", "-tid"], name="statusrapport_siste")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "status__in",
                                ["ikke_startet", "i_rute", "noe_forsinket", "star_stille", "gjennomfort", "tatt_ut"],
                            )
                        ),
                        name="statusrapport_kjent_status",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "foreslatt__in",
                                ["ikke_startet", "i_rute", "noe_forsinket", "star_stille", "gjennomfort", "tatt_ut"],
                            )
                        ),
                        name="statusrapport_kjent_forslag",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("ar__range", (1990, 2200))), name="statusrapport_ar_er_et_ar"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status", models.F("foreslatt")),
                            models.Q(("begrunnelse", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="statusrapport_avvik_begrunnet",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "gjennomfort"), _negated=True),
                            models.Q(("gjort", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="statusrapport_gjennomfort_sier_hva",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("rapporteres_ikke_videre", False),
                            ("status__in", ("gjennomfort", "tatt_ut")),
                            _connector="OR",
                        ),
                        name="statusrapport_siste_er_ferdig",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("erstatter__isnull", True)),
                        fields=("tiltak", "ar"),
                        name="statusrapport_en_forste_per_ar",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Milepael",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("tittel", models.CharField(max_length=200, verbose_name="tittel")),
                ("frist", models.DateField(verbose_name="frist")),
                ("nadd_dato", models.DateField(blank=True, null=True, verbose_name="nådd")),
                (
                    "tiltak",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="milepaeler",
                        to="tiltak.tiltak",
                        verbose_name="tiltak",
                    ),
                ),
            ],
            options={
                "verbose_name": "milepæl",
                "verbose_name_plural": "milepæler",
                "ordering": ["frist", "tittel"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("nadd_dato__isnull", True)),
                        fields=["tiltak", "frist"],
                        name="milepael_apne",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Merknad",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kode", models.SlugField(max_length=40, verbose_name="kode")),
                ("tekst", models.TextField(max_length=1000, verbose_name="merknad")),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="merknader",
                        to="tiltak.plan",
                        verbose_name="plan",
                    ),
                ),
                (
                    "tiltak",
                    models.ManyToManyField(
                        blank=True, related_name="merknader", to="tiltak.tiltak", verbose_name="gjelder tiltak"
                    ),
                ),
            ],
            options={
                "verbose_name": "merknad",
                "verbose_name_plural": "merknader",
                "ordering": ["plan", "id"],
                "constraints": [models.UniqueConstraint(fields=("plan", "kode"), name="merknad_en_gang")],
            },
        ),
        migrations.CreateModel(
            name="HistoricalMilepael",
            fields=[
                ("id", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                ("tittel", models.CharField(max_length=200, verbose_name="tittel")),
                ("frist", models.DateField(verbose_name="frist")),
                ("nadd_dato", models.DateField(blank=True, null=True, verbose_name="nådd")),
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
                "verbose_name": "historical milepæl",
                "verbose_name_plural": "historical milepæler",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalAnsvar",
            fields=[
                ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
                ("rekkefolge", models.PositiveSmallIntegerField(verbose_name="rekkefølge")),
                (
                    "rolle",
                    models.CharField(
                        choices=[
                            ("hovedansvarlig", "Hovedansvarlig"),
                            ("medansvarlig", "Medansvarlig"),
                            ("samarbeidspart", "Samarbeidspart"),
                            ("uspesifisert", "Ikke navngitt"),
                        ],
                        max_length=16,
                        verbose_name="rolle",
                    ),
                ),
                ("navn_i_planen", models.CharField(max_length=120, verbose_name="navn i planen")),
                ("enhet_i_planen", models.CharField(blank=True, max_length=120, verbose_name="enhet i planen")),
                ("fra", models.DateField(blank=True, null=True, verbose_name="fra")),
                ("til", models.DateField(blank=True, null=True, verbose_name="til")),
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
                    "enhet",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="samarbeid.aktor",
                        verbose_name="enhet",
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
                "verbose_name": "historical ansvar",
                "verbose_name_plural": "historical ansvar",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Fotnote",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("nr", models.PositiveSmallIntegerField(verbose_name="nummer")),
                ("forkortelse", models.CharField(max_length=20, verbose_name="forkortelse")),
                ("tekst", models.CharField(max_length=200, verbose_name="tekst")),
                ("har_merke", models.BooleanField(default=True, verbose_name="har merke i teksten")),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="fotnoter",
                        to="tiltak.plan",
                        verbose_name="plan",
                    ),
                ),
                (
                    "tiltak",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="fotnoter",
                        to="tiltak.tiltak",
                        verbose_name="tiltak",
                    ),
                ),
            ],
            options={
                "verbose_name": "fotnote",
                "verbose_name_plural": "fotnoter",
                "ordering": ["plan", "nr"],
                "constraints": [models.UniqueConstraint(fields=("plan", "nr"), name="fotnote_nr_i_planen")],
            },
        ),
        migrations.CreateModel(
            name="Ansvar",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("rekkefolge", models.PositiveSmallIntegerField(verbose_name="rekkefølge")),
                (
                    "rolle",
                    models.CharField(
                        choices=[
                            ("hovedansvarlig", "Hovedansvarlig"),
                            ("medansvarlig", "Medansvarlig"),
                            ("samarbeidspart", "Samarbeidspart"),
                            ("uspesifisert", "Ikke navngitt"),
                        ],
                        max_length=16,
                        verbose_name="rolle",
                    ),
                ),
                ("navn_i_planen", models.CharField(max_length=120, verbose_name="navn i planen")),
                ("enhet_i_planen", models.CharField(blank=True, max_length=120, verbose_name="enhet i planen")),
                ("fra", models.DateField(blank=True, null=True, verbose_name="fra")),
                ("til", models.DateField(blank=True, null=True, verbose_name="til")),
                (
                    "aktor",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="ansvar",
                        to="samarbeid.aktor",
                        verbose_name="aktør",
                    ),
                ),
                (
                    "enhet",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="ansvar_som_enhet",
                        to="samarbeid.aktor",
                        verbose_name="enhet",
                    ),
                ),
                (
                    "tiltak",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="ansvar",
                        to="tiltak.tiltak",
                        verbose_name="tiltak",
                    ),
                ),
            ],
            options={
                "verbose_name": "ansvar",
                "verbose_name_plural": "ansvar",
                "ordering": ["tiltak", "rekkefolge"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("til__isnull", True)),
                        fields=("tiltak", "rekkefolge"),
                        name="ansvar_en_per_plass",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("rolle__in", ["hovedansvarlig", "medansvarlig", "samarbeidspart", "uspesifisert"])
                        ),
                        name="ansvar_kjent_rolle",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("rekkefolge", 1), ("rolle", "hovedansvarlig")),
                            models.Q(models.Q(("rolle", "hovedansvarlig"), _negated=True), ("rekkefolge__gt", 1)),
                            _connector="OR",
                        ),
                        name="ansvar_forste_er_hovedansvarlig",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("aktor__isnull", False),
                            models.Q(("enhet__isnull", True), ("rolle", "uspesifisert")),
                            _connector="OR",
                        ),
                        name="ansvar_navngitt_eller_uspesifisert",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("til__isnull", True), ("fra__isnull", True), ("til__gte", models.F("fra")), _connector="OR"
                        ),
                        name="ansvar_til_etter_fra",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Vedtak",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("gjelder", models.CharField(max_length=200, verbose_name="gjelder")),
                ("organ", models.CharField(max_length=120, verbose_name="organ")),
                ("dato", models.DateField(verbose_name="dato")),
                ("merknad", models.CharField(blank=True, max_length=400, verbose_name="merknad")),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="vedtak",
                        to="tiltak.plan",
                        verbose_name="plan",
                    ),
                ),
            ],
            options={
                "verbose_name": "vedtak",
                "verbose_name_plural": "vedtak",
                "ordering": ["dato"],
                "constraints": [models.UniqueConstraint(fields=("plan", "organ", "dato"), name="vedtak_en_gang")],
            },
        ),
    ]
    operations = samle(operations)
