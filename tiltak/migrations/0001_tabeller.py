"""The plan, its editions, and what is reported on it."""

import uuid

import django.contrib.postgres.fields
import django.contrib.postgres.functions
import django.db.models.deletion
import django.db.models.functions.datetime
import simple_history.models
from django.conf import settings
from django.db import migrations, models

import felles.personnummer
from felles.db.migrasjon import samle

# What a model cannot tie together: two keys that must lead to the same place.
SAMME = """
ALTER TABLE tiltak_innsatsomrade ADD CONSTRAINT innsatsomrade_id_plan UNIQUE (id, plan_id);
ALTER TABLE tiltak_tiltak ADD CONSTRAINT tiltak_omrade_i_samme_plan
    FOREIGN KEY (innsatsomrade_id, plan_id) REFERENCES tiltak_innsatsomrade (id, plan_id)
    DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE tiltak_tiltak ADD CONSTRAINT tiltak_id_plan UNIQUE (id, plan_id);
ALTER TABLE tiltak_vedtak ADD CONSTRAINT vedtak_tiltak_i_samme_plan
    FOREIGN KEY (tiltak_id, plan_id) REFERENCES tiltak_tiltak (id, plan_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE tiltak_indikator ADD CONSTRAINT indikator_id_teller UNIQUE (id, teller_personer);
ALTER TABLE tiltak_maling ADD CONSTRAINT maling_teller_som_indikatoren
    FOREIGN KEY (indikator_id, teller_personer) REFERENCES tiltak_indikator (id, teller_personer)
    DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE tiltak_statusvurdering ADD CONSTRAINT vurdering_av_rapportens_rapportor
    FOREIGN KEY (rapport_id, rapportert_av_id) REFERENCES tiltak_statusrapport (id, rapportert_av_id);
"""


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("samarbeid", "0001_tabeller"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [*samle([
        migrations.CreateModel(
            name='Fokusomrade',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('nr', models.PositiveSmallIntegerField(verbose_name='nummer')),
                ('tittel', models.CharField(max_length=200, verbose_name='tittel')),
                ('ordlyd', models.TextField(blank=True, verbose_name='ordlyd')),
            ],
            options={
                'verbose_name': 'fokusområde',
                'verbose_name_plural': 'fokusområder',
                'ordering': ['plan', 'nr'],
            },
        ),
        migrations.CreateModel(
            name='Indikator',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('versjon', models.PositiveIntegerField(default=1, editable=False, verbose_name='versjon')),
                ('tatt_bort', models.BooleanField(default=False, verbose_name='tatt bort')),
                ('navn', models.CharField(max_length=120, validators=[felles.personnummer.uten_personnummer], verbose_name='navn')),
                ('definisjon', models.TextField(max_length=600, validators=[felles.personnummer.uten_personnummer], verbose_name='definisjon')),
                ('enhet', models.CharField(max_length=40, validators=[felles.personnummer.uten_personnummer], verbose_name='enhet')),
                ('kilde', models.CharField(max_length=160, validators=[felles.personnummer.uten_personnummer], verbose_name='kilde')),
                ('maltall', models.PositiveIntegerField(blank=True, null=True, verbose_name='mål')),
                ('mal_ar', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='målet gjelder året')),
                ('teller_personer', models.BooleanField(default=True, verbose_name='teller personer')),
            ],
            options={
                'verbose_name': 'indikator',
                'verbose_name_plural': 'indikatorer',
                'ordering': ['navn'],
            },
        ),
        migrations.CreateModel(
            name='Ansvar',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('rekkefolge', models.PositiveSmallIntegerField(verbose_name='rekkefølge')),
                ('rolle', models.CharField(choices=[('hovedansvarlig', 'Hovedansvarlig'), ('medansvarlig', 'Medansvarlig'), ('samarbeidspart', 'Samarbeidspart'), ('uspesifisert', 'Ikke navngitt')], max_length=16, verbose_name='rolle')),
                ('navn_i_planen', models.CharField(max_length=120, verbose_name='navn i planen')),
                ('enhet_i_planen', models.CharField(blank=True, max_length=120, verbose_name='enhet i planen')),
                ('fra', models.DateField(blank=True, null=True, verbose_name='fra')),
                ('til', models.DateField(blank=True, null=True, verbose_name='til')),
                ('grunn', models.CharField(blank=True, max_length=300, validators=[felles.personnummer.uten_personnummer], verbose_name='grunn')),
                ('aktor', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='ansvar', to='samarbeid.aktor', verbose_name='aktør')),
                ('enhet', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='ansvar_som_enhet', to='samarbeid.aktor', verbose_name='enhet')),
                ('etter', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='overtatt_av', to='tiltak.ansvar', verbose_name='overtatt fra')),
            ],
            options={
                'verbose_name': 'ansvar',
                'verbose_name_plural': 'ansvar',
                'ordering': ['tiltak', 'rekkefolge'],
            },
        ),
        migrations.CreateModel(
            name='Fokuskobling',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('fokusomrade', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='tiltak.fokusomrade', verbose_name='fokusområde')),
            ],
            options={
                'verbose_name': 'kobling til et fokusområde',
                'verbose_name_plural': 'koblinger til fokusområder',
                'db_table': 'tiltak_tiltak_fokusomrader',
            },
        ),
        migrations.CreateModel(
            name='HistoricalVarseltekst',
            fields=[
                ('art', models.CharField(choices=[('foresporsel', 'Når du ber om status'), ('paminnelse', 'Når fristen nærmer seg'), ('over_frist', 'Når fristen er over'), ('leder', 'Til lederen, når den ansvarlige ikke har svart')], db_index=True, max_length=12, verbose_name='gjelder')),
                ('emne', models.CharField(max_length=120, validators=[felles.personnummer.uten_personnummer], verbose_name='emne')),
                ('tekst', models.TextField(max_length=1000, validators=[felles.personnummer.uten_personnummer], verbose_name='tekst')),
                ('versjon', models.PositiveIntegerField(default=1, editable=False, verbose_name='versjon')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'historical varseltekst',
                'verbose_name_plural': 'historical varseltekster',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='Kommentar',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('tekst', models.TextField(max_length=2000, validators=[felles.personnummer.uten_personnummer], verbose_name='kommentar')),
                ('tid', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name='tid')),
                ('tatt_bort', models.BooleanField(default=False, verbose_name='tatt bort')),
                ('av', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='skrevet av')),
            ],
            options={
                'verbose_name': 'kommentar',
                'verbose_name_plural': 'kommentarer',
                'ordering': ['tid'],
            },
        ),
        migrations.CreateModel(
            name='Maling',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('teller_personer', models.BooleanField(verbose_name='teller personer')),
                ('ar', models.PositiveSmallIntegerField(verbose_name='år')),
                ('verdi', models.PositiveIntegerField(blank=True, null=True, verbose_name='verdi')),
                ('merknad', models.CharField(blank=True, max_length=300, validators=[felles.personnummer.uten_personnummer], verbose_name='merknad')),
                ('tid', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name='tid')),
                ('erstatter', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='erstattet_av', to='tiltak.maling', verbose_name='erstatter')),
                ('indikator', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='malinger', to='tiltak.indikator', verbose_name='indikator')),
                ('registrert_av', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='registrert av')),
            ],
            options={
                'verbose_name': 'måling',
                'verbose_name_plural': 'målinger',
                'ordering': ['ar', 'tid'],
            },
        ),
        migrations.CreateModel(
            name='Nevning',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('lest_tid', models.DateTimeField(blank=True, null=True, verbose_name='lest')),
                ('bruker', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='nevninger', to=settings.AUTH_USER_MODEL, verbose_name='bruker')),
                ('kommentar', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='nevninger', to='tiltak.kommentar', verbose_name='kommentar')),
            ],
            options={
                'verbose_name': 'nevning',
                'verbose_name_plural': 'nevninger',
            },
        ),
        migrations.CreateModel(
            name='Plan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('utgave', models.PositiveSmallIntegerField(unique=True, verbose_name='utgave')),
                ('tittel', models.CharField(max_length=200, verbose_name='tittel')),
                ('vedtatt_dato', models.DateField(blank=True, null=True, verbose_name='vedtatt')),
                ('dato_merknad', models.CharField(blank=True, max_length=400, verbose_name='merknad til datoen')),
                ('signatarer', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=120), default=list, size=None, verbose_name='underskrevet av')),
                ('erstatter', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='erstattet_av', to='tiltak.plan', verbose_name='erstatter')),
            ],
            options={
                'verbose_name': 'plan',
                'verbose_name_plural': 'planer',
                'ordering': ['-utgave'],
            },
        ),
        migrations.CreateModel(
            name='MuligTiltak',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('nr', models.PositiveSmallIntegerField(verbose_name='nummer')),
                ('tittel', models.CharField(max_length=200, verbose_name='tittel')),
                ('ordlyd', models.TextField(blank=True, verbose_name='ordlyd')),
                ('sammendrag', models.TextField(blank=True, max_length=2000, validators=[felles.personnummer.uten_personnummer], verbose_name='kort fortalt')),
                ('egen', models.BooleanField(default=False, verbose_name='lagt til her')),
                ('skjema', models.UUIDField(db_default=django.contrib.postgres.functions.RandomUUID(), editable=False, unique=True, verbose_name='skjemaets nøkkel')),
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='mulige_tiltak', to='tiltak.plan', verbose_name='plan')),
            ],
            options={
                'verbose_name': 'mulig tiltak',
                'verbose_name_plural': 'mulige tiltak',
                'ordering': ['plan', 'nr'],
            },
        ),
        migrations.CreateModel(
            name='Kilde',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('tittel', models.CharField(max_length=200, verbose_name='tittel')),
                ('adresse', models.URLField(blank=True, verbose_name='adresse')),
                ('ar', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='år')),
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='kilder', to='tiltak.plan', verbose_name='plan')),
            ],
            options={
                'verbose_name': 'kilde',
                'verbose_name_plural': 'kilder',
                'ordering': ['plan', 'id'],
            },
        ),
        migrations.CreateModel(
            name='Innsatsomrade',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('nr', models.PositiveSmallIntegerField(verbose_name='nummer')),
                ('tittel', models.CharField(max_length=200, verbose_name='tittel')),
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='innsatsomrader', to='tiltak.plan', verbose_name='plan')),
            ],
            options={
                'verbose_name': 'innsatsområde',
                'verbose_name_plural': 'innsatsområder',
                'ordering': ['plan', 'nr'],
            },
        ),
        migrations.CreateModel(
            name='HistoricalTiltak',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('nr', models.PositiveSmallIntegerField(verbose_name='nummer')),
                ('tittel', models.CharField(max_length=200, verbose_name='tittel')),
                ('tittel_oversikt', models.CharField(max_length=200, verbose_name='tittel i planens oversikt')),
                ('ordlyd', models.TextField(blank=True, verbose_name='ordlyd')),
                ('sammendrag', models.TextField(blank=True, max_length=2000, validators=[felles.personnummer.uten_personnummer], verbose_name='kort fortalt')),
                ('ansvarsetikett', models.CharField(choices=[('utforing', 'Ansvar for utføring'), ('oppfolging', 'Ansvar for oppfølging'), ('bare_oppfolging', 'Oppfølging')], max_length=16, verbose_name='etikett foran ansvar')),
                ('type', models.CharField(choices=[('utredning', 'Utredning'), ('etablering', 'Etablering'), ('lopende', 'Løpende')], max_length=12, verbose_name='type')),
                ('fristar', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='år planen lover')),
                ('viktig', models.BooleanField(default=False, verbose_name='viktig: to personer må si at det er gjennomført')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('innsatsomrade', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='tiltak.innsatsomrade', verbose_name='innsatsområde')),
                ('plan', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='tiltak.plan', verbose_name='plan')),
            ],
            options={
                'verbose_name': 'historical tiltak',
                'verbose_name_plural': 'historical tiltak',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='HistoricalStatusrunde',
            fields=[
                ('id', models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                ('ar', models.PositiveSmallIntegerField(verbose_name='år')),
                ('frist', models.DateField(verbose_name='frist')),
                ('melding', models.TextField(blank=True, max_length=1000, validators=[felles.personnummer.uten_personnummer], verbose_name='melding')),
                ('tid', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name='startet')),
                ('paminnet', models.DateTimeField(blank=True, null=True, verbose_name='sist påminnet')),
                ('avsluttet', models.DateTimeField(blank=True, null=True, verbose_name='avsluttet')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('startet_av', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='startet av')),
                ('plan', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='tiltak.plan', verbose_name='plan')),
            ],
            options={
                'verbose_name': 'historical innhenting av status',
                'verbose_name_plural': 'historical innhentinger av status',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='HistoricalRullering',
            fields=[
                ('id', models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                ('utgave', models.PositiveSmallIntegerField(verbose_name='ny utgave')),
                ('tittel', models.CharField(max_length=200, validators=[felles.personnummer.uten_personnummer], verbose_name='tittel')),
                ('omrader', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=200), size=None, verbose_name='innsatsområder')),
                ('tid', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name='begynt')),
                ('forkastet_tid', models.DateTimeField(blank=True, null=True, verbose_name='forkastet')),
                ('versjon', models.PositiveIntegerField(default=1, editable=False, verbose_name='versjon')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('opprettet_av', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='begynt av')),
                ('fra', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='tiltak.plan', verbose_name='fra utgave')),
                ('plan', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='tiltak.plan', verbose_name='ble utgave')),
            ],
            options={
                'verbose_name': 'historical rullering',
                'verbose_name_plural': 'historical rulleringer',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='HistoricalPlan',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('utgave', models.PositiveSmallIntegerField(db_index=True, verbose_name='utgave')),
                ('tittel', models.CharField(max_length=200, verbose_name='tittel')),
                ('vedtatt_dato', models.DateField(blank=True, null=True, verbose_name='vedtatt')),
                ('dato_merknad', models.CharField(blank=True, max_length=400, verbose_name='merknad til datoen')),
                ('signatarer', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=120), default=list, size=None, verbose_name='underskrevet av')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('erstatter', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='tiltak.plan', verbose_name='erstatter')),
            ],
            options={
                'verbose_name': 'historical plan',
                'verbose_name_plural': 'historical planer',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.AddField(
            model_name='fokusomrade',
            name='plan',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='fokusomrader', to='tiltak.plan', verbose_name='plan'),
        ),
        migrations.CreateModel(
            name='Avsnitt',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kode', models.CharField(choices=[('forord', 'Forord'), ('bakgrunn', 'Bakgrunn'), ('veien_fremover', 'Veien fremover'), ('ansvarsregel', 'Om ansvar'), ('mulige_tiltak', 'Om mulige tiltak')], max_length=16, verbose_name='del')),
                ('ordlyd', models.TextField(blank=True, verbose_name='ordlyd')),
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='avsnitt', to='tiltak.plan', verbose_name='plan')),
            ],
            options={
                'verbose_name': 'avsnitt',
                'verbose_name_plural': 'avsnitt',
                'ordering': ['plan', 'id'],
            },
        ),
        migrations.CreateModel(
            name='Prinsipp',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('nr', models.PositiveSmallIntegerField(verbose_name='nummer')),
                ('tittel', models.CharField(max_length=200, verbose_name='tittel')),
                ('ordlyd', models.TextField(blank=True, verbose_name='ordlyd')),
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='prinsipper', to='tiltak.plan', verbose_name='plan')),
            ],
            options={
                'verbose_name': 'prinsipp',
                'verbose_name_plural': 'prinsipper',
                'ordering': ['plan', 'nr'],
            },
        ),
        migrations.CreateModel(
            name='Prinsippkobling',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('prinsipp', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='tiltak.prinsipp', verbose_name='prinsipp')),
            ],
            options={
                'verbose_name': 'kobling til et prinsipp',
                'verbose_name_plural': 'koblinger til prinsipper',
                'db_table': 'tiltak_tiltak_prinsipper',
            },
        ),
        migrations.CreateModel(
            name='Rullering',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('utgave', models.PositiveSmallIntegerField(verbose_name='ny utgave')),
                ('tittel', models.CharField(max_length=200, validators=[felles.personnummer.uten_personnummer], verbose_name='tittel')),
                ('omrader', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=200), size=None, verbose_name='innsatsområder')),
                ('tid', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name='begynt')),
                ('forkastet_tid', models.DateTimeField(blank=True, null=True, verbose_name='forkastet')),
                ('versjon', models.PositiveIntegerField(default=1, editable=False, verbose_name='versjon')),
                ('fra', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='rulleringer', to='tiltak.plan', verbose_name='fra utgave')),
                ('opprettet_av', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='begynt av')),
                ('plan', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='rullering', to='tiltak.plan', verbose_name='ble utgave')),
            ],
            options={
                'verbose_name': 'rullering',
                'verbose_name_plural': 'rulleringer',
            },
        ),
        migrations.CreateModel(
            name='Sammendrag',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('dag', models.DateField(verbose_name='dag')),
                ('emne', models.CharField(max_length=200, verbose_name='emne')),
                ('tekst', models.TextField(verbose_name='tekst')),
                ('tiltak', django.contrib.postgres.fields.ArrayField(base_field=models.PositiveSmallIntegerField(), default=list, size=None, verbose_name='gjelder tiltak')),
                ('tilstand', models.CharField(choices=[('venter', 'Venter på å bli sendt'), ('sender', 'Sendes nå'), ('sendt', 'Sendt'), ('avbrutt', 'Avbrutt under sending, kan ha kommet fram'), ('feilet', 'Ikke sendt')], default='venter', max_length=8, verbose_name='tilstand')),
                ('forsok', models.PositiveSmallIntegerField(default=0, verbose_name='forsøk')),
                ('lease', models.DateTimeField(blank=True, null=True, verbose_name='holdes til')),
                ('opprettet', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name='opprettet')),
                ('sendt', models.DateTimeField(blank=True, null=True, verbose_name='sendt')),
                ('bruker', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='mottaker')),
            ],
            options={
                'verbose_name': 'sammendrag på e-post',
                'verbose_name_plural': 'sammendrag på e-post',
                'ordering': ['-dag', 'bruker'],
            },
        ),
        migrations.CreateModel(
            name='Statusrapport',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('ar', models.PositiveSmallIntegerField(verbose_name='år')),
                ('status', models.CharField(choices=[('ikke_startet', 'Ikke startet'), ('i_rute', 'I rute'), ('noe_forsinket', 'Noe forsinket'), ('star_stille', 'Står stille'), ('gjennomfort', 'Gjennomført'), ('tatt_ut', 'Tatt ut av planen')], max_length=16, verbose_name='status')),
                ('foreslatt', models.CharField(choices=[('ikke_startet', 'Ikke startet'), ('i_rute', 'I rute'), ('noe_forsinket', 'Noe forsinket'), ('star_stille', 'Står stille'), ('gjennomfort', 'Gjennomført'), ('tatt_ut', 'Tatt ut av planen')], max_length=16, verbose_name='foreslått status')),
                ('begrunnelse', models.TextField(blank=True, max_length=4000, validators=[felles.personnummer.uten_personnummer], verbose_name='hvorfor en annen status enn den foreslåtte')),
                ('gjort', models.TextField(blank=True, max_length=4000, validators=[felles.personnummer.uten_personnummer], verbose_name='gjort i år')),
                ('avvik', models.TextField(blank=True, max_length=4000, validators=[felles.personnummer.uten_personnummer], verbose_name='avvik fra planen')),
                ('neste_steg', models.TextField(blank=True, max_length=4000, validators=[felles.personnummer.uten_personnummer], verbose_name='neste steg')),
                ('frist', models.DateField(blank=True, null=True, verbose_name='frist for neste steg')),
                ('rapporteres_ikke_videre', models.BooleanField(default=False, verbose_name='rapporteres ikke videre')),
                ('krever', models.CharField(blank=True, choices=[('', 'Ingen'), ('godkjenning', 'Koordinatoren godkjenner'), ('bekreftelse', 'En annen person bekrefter')], default='', max_length=12, verbose_name='må godtas av')),
                ('tid', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name='tid')),
                ('erstatter', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='erstattet_av', to='tiltak.statusrapport', verbose_name='erstatter')),
                ('rapportert_av', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='rapportert av')),
            ],
            options={
                'verbose_name': 'statusrapport',
                'verbose_name_plural': 'statusrapporter',
                'ordering': ['-ar', '-tid'],
            },
        ),
        migrations.CreateModel(
            name='Statusrunde',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('ar', models.PositiveSmallIntegerField(verbose_name='år')),
                ('frist', models.DateField(verbose_name='frist')),
                ('melding', models.TextField(blank=True, max_length=1000, validators=[felles.personnummer.uten_personnummer], verbose_name='melding')),
                ('tid', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name='startet')),
                ('paminnet', models.DateTimeField(blank=True, null=True, verbose_name='sist påminnet')),
                ('avsluttet', models.DateTimeField(blank=True, null=True, verbose_name='avsluttet')),
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='statusrunder', to='tiltak.plan', verbose_name='plan')),
                ('startet_av', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='startet av')),
            ],
            options={
                'verbose_name': 'innhenting av status',
                'verbose_name_plural': 'innhentinger av status',
                'ordering': ['-tid'],
            },
        ),
        migrations.CreateModel(
            name='Statusvurdering',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('utfall', models.CharField(choices=[('godkjent', 'Godkjent'), ('sendt_tilbake', 'Sendt tilbake')], max_length=13, verbose_name='utfall')),
                ('kommentar', models.TextField(blank=True, max_length=4000, validators=[felles.personnummer.uten_personnummer], verbose_name='kommentar')),
                ('tid', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name='tid')),
                ('av', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='vurdert av')),
                ('rapport', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='vurdering', to='tiltak.statusrapport', verbose_name='statusrapport')),
                ('rapportert_av', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='rapportert av')),
            ],
            options={
                'verbose_name': 'vurdering av status',
                'verbose_name_plural': 'vurderinger av status',
            },
        ),
        migrations.CreateModel(
            name='Tiltak',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('nr', models.PositiveSmallIntegerField(verbose_name='nummer')),
                ('tittel', models.CharField(max_length=200, verbose_name='tittel')),
                ('tittel_oversikt', models.CharField(max_length=200, verbose_name='tittel i planens oversikt')),
                ('ordlyd', models.TextField(blank=True, verbose_name='ordlyd')),
                ('sammendrag', models.TextField(blank=True, max_length=2000, validators=[felles.personnummer.uten_personnummer], verbose_name='kort fortalt')),
                ('ansvarsetikett', models.CharField(choices=[('utforing', 'Ansvar for utføring'), ('oppfolging', 'Ansvar for oppfølging'), ('bare_oppfolging', 'Oppfølging')], max_length=16, verbose_name='etikett foran ansvar')),
                ('type', models.CharField(choices=[('utredning', 'Utredning'), ('etablering', 'Etablering'), ('lopende', 'Løpende')], max_length=12, verbose_name='type')),
                ('fristar', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='år planen lover')),
                ('viktig', models.BooleanField(default=False, verbose_name='viktig: to personer må si at det er gjennomført')),
                ('fokusomrader', models.ManyToManyField(blank=True, related_name='tiltak', through='tiltak.Fokuskobling', to='tiltak.fokusomrade', verbose_name='fokusområder')),
                ('innsatsomrade', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='tiltak', to='tiltak.innsatsomrade', verbose_name='innsatsområde')),
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='tiltak', to='tiltak.plan', verbose_name='plan')),
                ('prinsipper', models.ManyToManyField(blank=True, related_name='tiltak', through='tiltak.Prinsippkobling', to='tiltak.prinsipp', verbose_name='prinsipper')),
            ],
            options={
                'verbose_name': 'tiltak',
                'verbose_name_plural': 'tiltak',
                'ordering': ['plan', 'nr'],
            },
        ),
        migrations.CreateModel(
            name='Statusutkast',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ar', models.PositiveSmallIntegerField(verbose_name='år')),
                ('felt', models.JSONField(default=dict, verbose_name='det som er skrevet')),
                ('endret', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name='endret')),
                ('bruker', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='bruker')),
                ('tiltak', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tiltak.tiltak', verbose_name='tiltak')),
            ],
            options={
                'verbose_name': 'utkast til status',
                'verbose_name_plural': 'utkast til status',
            },
        ),
        migrations.AddField(
            model_name='statusrapport',
            name='tiltak',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='statusrapporter', to='tiltak.tiltak', verbose_name='tiltak'),
        ),
        migrations.CreateModel(
            name='Statusforesporsel',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('runde', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='foresporsler', to='tiltak.statusrunde', verbose_name='innhenting')),
                ('tiltak', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='foresporsler', to='tiltak.tiltak', verbose_name='tiltak')),
            ],
            options={
                'verbose_name': 'forespørsel om status',
                'verbose_name_plural': 'forespørsler om status',
                'ordering': ['runde', 'tiltak'],
            },
        ),
        migrations.CreateModel(
            name='Rulleringstiltak',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('plass', models.PositiveSmallIntegerField(verbose_name='plass')),
                ('omrade_nr', models.PositiveSmallIntegerField(verbose_name='innsatsområde')),
                ('tittel', models.CharField(max_length=200, validators=[felles.personnummer.uten_personnummer], verbose_name='tittel')),
                ('sammendrag', models.TextField(blank=True, max_length=2000, validators=[felles.personnummer.uten_personnummer], verbose_name='kort fortalt')),
                ('type', models.CharField(choices=[('utredning', 'Utredning'), ('etablering', 'Etablering'), ('lopende', 'Løpende')], max_length=12, verbose_name='type')),
                ('ansvarsetikett', models.CharField(choices=[('utforing', 'Ansvar for utføring'), ('oppfolging', 'Ansvar for oppfølging'), ('bare_oppfolging', 'Oppfølging')], max_length=16, verbose_name='etikett foran ansvar')),
                ('fristar', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='år planen lover')),
                ('ansvar', models.JSONField(default=list, verbose_name='ansvarlige')),
                ('prinsipper', django.contrib.postgres.fields.ArrayField(base_field=models.PositiveSmallIntegerField(), default=list, size=None, verbose_name='prinsipper')),
                ('fokusomrader', django.contrib.postgres.fields.ArrayField(base_field=models.PositiveSmallIntegerField(), default=list, size=None, verbose_name='fokusområder')),
                ('versjon', models.PositiveIntegerField(default=1, editable=False, verbose_name='versjon')),
                ('rullering', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='tiltak', to='tiltak.rullering', verbose_name='rullering')),
                ('tiltak', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='utkast', to='tiltak.tiltak', verbose_name='ble tiltak')),
            ],
            options={
                'verbose_name': 'tiltak i utkastet',
                'verbose_name_plural': 'tiltak i utkastet',
                'ordering': ['omrade_nr', 'plass', 'tittel'],
            },
        ),
        migrations.CreateModel(
            name='Rulleringskobling',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('utfall', models.CharField(choices=[('viderefort', 'Videreført'), ('endret', 'Endret'), ('slatt_sammen', 'Slått sammen'), ('delt', 'Delt'), ('utgatt', 'Utgått')], max_length=12, verbose_name='utfall')),
                ('begrunnelse', models.TextField(blank=True, max_length=2000, validators=[felles.personnummer.uten_personnummer], verbose_name='begrunnelse')),
                ('rullering', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='koblinger', to='tiltak.rullering', verbose_name='rullering')),
                ('til', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='kommer_fra', to='tiltak.rulleringstiltak', verbose_name='til')),
                ('fra', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='viderefort', to='tiltak.tiltak', verbose_name='fra tiltak')),
            ],
            options={
                'verbose_name': 'kobling',
                'verbose_name_plural': 'koblinger',
                'ordering': ['fra__nr'],
            },
        ),
        migrations.AddField(
            model_name='prinsippkobling',
            name='tiltak',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='tiltak.tiltak', verbose_name='tiltak'),
        ),
        migrations.CreateModel(
            name='Milepael',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('tittel', models.CharField(max_length=200, validators=[felles.personnummer.uten_personnummer], verbose_name='tittel')),
                ('frist', models.DateField(verbose_name='frist')),
                ('nadd_dato', models.DateField(blank=True, null=True, verbose_name='nådd')),
                ('tiltak', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='milepaeler', to='tiltak.tiltak', verbose_name='tiltak')),
            ],
            options={
                'verbose_name': 'milepæl',
                'verbose_name_plural': 'milepæler',
                'ordering': ['frist', 'tittel'],
            },
        ),
        migrations.CreateModel(
            name='Merknad',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kode', models.SlugField(max_length=40, verbose_name='kode')),
                ('tekst', models.TextField(max_length=1000, verbose_name='merknad')),
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='merknader', to='tiltak.plan', verbose_name='plan')),
                ('tiltak', models.ManyToManyField(blank=True, related_name='merknader', to='tiltak.tiltak', verbose_name='gjelder tiltak')),
            ],
            options={
                'verbose_name': 'merknad',
                'verbose_name_plural': 'merknader',
                'ordering': ['plan', 'id'],
            },
        ),
        migrations.CreateModel(
            name='Lenke',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('versjon', models.PositiveIntegerField(default=1, editable=False, verbose_name='versjon')),
                ('tatt_bort', models.BooleanField(default=False, verbose_name='tatt bort')),
                ('art', models.CharField(choices=[('dokument', 'Dokument'), ('nasjonalt', 'Tiltak i nasjonal plan'), ('nettsted', 'Nettsted')], max_length=12, verbose_name='slags lenke')),
                ('tittel', models.CharField(max_length=200, validators=[felles.personnummer.uten_personnummer], verbose_name='tittel')),
                ('nasjonal_nr', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='nummer i den nasjonale planen')),
                ('adresse', models.URLField(blank=True, max_length=400, verbose_name='adresse')),
                ('dato', models.DateField(blank=True, null=True, verbose_name='dato')),
                ('tiltak', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='lenker', to='tiltak.tiltak', verbose_name='tiltak')),
            ],
            options={
                'verbose_name': 'lenke',
                'verbose_name_plural': 'lenker',
                'ordering': ['art', '-dato', 'tittel'],
            },
        ),
        migrations.AddField(
            model_name='kommentar',
            name='tiltak',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='kommentarer', to='tiltak.tiltak', verbose_name='tiltak'),
        ),
        migrations.AddField(
            model_name='indikator',
            name='tiltak',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='indikatorer', to='tiltak.tiltak', verbose_name='tiltak'),
        ),
        migrations.CreateModel(
            name='HistoricalVedtak',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('gjelder', models.CharField(max_length=200, validators=[felles.personnummer.uten_personnummer], verbose_name='gjelder')),
                ('organ', models.CharField(max_length=120, validators=[felles.personnummer.uten_personnummer], verbose_name='organ')),
                ('dato', models.DateField(verbose_name='dato')),
                ('saksnummer', models.CharField(blank=True, max_length=40, validators=[felles.personnummer.uten_personnummer], verbose_name='saksnummer')),
                ('merknad', models.CharField(blank=True, max_length=400, validators=[felles.personnummer.uten_personnummer], verbose_name='merknad')),
                ('skjema', models.UUIDField(db_default=django.contrib.postgres.functions.RandomUUID(), db_index=True, editable=False, verbose_name='skjemaets nøkkel')),
                ('versjon', models.PositiveIntegerField(default=1, editable=False, verbose_name='versjon')),
                ('tatt_bort', models.BooleanField(default=False, verbose_name='tatt bort')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('plan', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='tiltak.plan', verbose_name='plan')),
                ('tiltak', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='tiltak.tiltak', verbose_name='tiltak')),
            ],
            options={
                'verbose_name': 'historical vedtak',
                'verbose_name_plural': 'historical vedtak',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='HistoricalVedlegg',
            fields=[
                ('id', models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                ('versjon', models.PositiveIntegerField(default=1, editable=False, verbose_name='versjon')),
                ('tatt_bort', models.BooleanField(default=False, verbose_name='tatt bort')),
                ('tittel', models.CharField(max_length=200, validators=[felles.personnummer.uten_personnummer], verbose_name='tittel')),
                ('dato', models.DateField(verbose_name='dato')),
                ('filtype', models.CharField(choices=[('pdf', 'PDF'), ('docx', 'Word'), ('xlsx', 'Excel'), ('pptx', 'PowerPoint'), ('odt', 'ODT'), ('ods', 'ODS'), ('odp', 'ODP'), ('png', 'PNG'), ('jpeg', 'JPEG')], max_length=4, verbose_name='filtype')),
                ('storrelse', models.PositiveIntegerField(verbose_name='størrelse i byte')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('tiltak', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='tiltak.tiltak', verbose_name='tiltak')),
            ],
            options={
                'verbose_name': 'historical vedlegg',
                'verbose_name_plural': 'historical vedlegg',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='HistoricalRulleringstiltak',
            fields=[
                ('id', models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                ('plass', models.PositiveSmallIntegerField(verbose_name='plass')),
                ('omrade_nr', models.PositiveSmallIntegerField(verbose_name='innsatsområde')),
                ('tittel', models.CharField(max_length=200, validators=[felles.personnummer.uten_personnummer], verbose_name='tittel')),
                ('sammendrag', models.TextField(blank=True, max_length=2000, validators=[felles.personnummer.uten_personnummer], verbose_name='kort fortalt')),
                ('type', models.CharField(choices=[('utredning', 'Utredning'), ('etablering', 'Etablering'), ('lopende', 'Løpende')], max_length=12, verbose_name='type')),
                ('ansvarsetikett', models.CharField(choices=[('utforing', 'Ansvar for utføring'), ('oppfolging', 'Ansvar for oppfølging'), ('bare_oppfolging', 'Oppfølging')], max_length=16, verbose_name='etikett foran ansvar')),
                ('fristar', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='år planen lover')),
                ('ansvar', models.JSONField(default=list, verbose_name='ansvarlige')),
                ('prinsipper', django.contrib.postgres.fields.ArrayField(base_field=models.PositiveSmallIntegerField(), default=list, size=None, verbose_name='prinsipper')),
                ('fokusomrader', django.contrib.postgres.fields.ArrayField(base_field=models.PositiveSmallIntegerField(), default=list, size=None, verbose_name='fokusområder')),
                ('versjon', models.PositiveIntegerField(default=1, editable=False, verbose_name='versjon')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('rullering', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='tiltak.rullering', verbose_name='rullering')),
                ('tiltak', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='tiltak.tiltak', verbose_name='ble tiltak')),
            ],
            options={
                'verbose_name': 'historical tiltak i utkastet',
                'verbose_name_plural': 'historical tiltak i utkastet',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='HistoricalPrinsippkobling',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('prinsipp', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='tiltak.prinsipp', verbose_name='prinsipp')),
                ('tiltak', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='tiltak.tiltak', verbose_name='tiltak')),
            ],
            options={
                'verbose_name': 'historical kobling til et prinsipp',
                'verbose_name_plural': 'historical koblinger til prinsipper',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='HistoricalMilepael',
            fields=[
                ('id', models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                ('tittel', models.CharField(max_length=200, validators=[felles.personnummer.uten_personnummer], verbose_name='tittel')),
                ('frist', models.DateField(verbose_name='frist')),
                ('nadd_dato', models.DateField(blank=True, null=True, verbose_name='nådd')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('tiltak', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='tiltak.tiltak', verbose_name='tiltak')),
            ],
            options={
                'verbose_name': 'historical milepæl',
                'verbose_name_plural': 'historical milepæler',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='HistoricalLenke',
            fields=[
                ('id', models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                ('versjon', models.PositiveIntegerField(default=1, editable=False, verbose_name='versjon')),
                ('tatt_bort', models.BooleanField(default=False, verbose_name='tatt bort')),
                ('art', models.CharField(choices=[('dokument', 'Dokument'), ('nasjonalt', 'Tiltak i nasjonal plan'), ('nettsted', 'Nettsted')], max_length=12, verbose_name='slags lenke')),
                ('tittel', models.CharField(max_length=200, validators=[felles.personnummer.uten_personnummer], verbose_name='tittel')),
                ('nasjonal_nr', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='nummer i den nasjonale planen')),
                ('adresse', models.URLField(blank=True, max_length=400, verbose_name='adresse')),
                ('dato', models.DateField(blank=True, null=True, verbose_name='dato')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('tiltak', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='tiltak.tiltak', verbose_name='tiltak')),
            ],
            options={
                'verbose_name': 'historical lenke',
                'verbose_name_plural': 'historical lenker',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='HistoricalIndikator',
            fields=[
                ('id', models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                ('versjon', models.PositiveIntegerField(default=1, editable=False, verbose_name='versjon')),
                ('tatt_bort', models.BooleanField(default=False, verbose_name='tatt bort')),
                ('navn', models.CharField(max_length=120, validators=[felles.personnummer.uten_personnummer], verbose_name='navn')),
                ('definisjon', models.TextField(max_length=600, validators=[felles.personnummer.uten_personnummer], verbose_name='definisjon')),
                ('enhet', models.CharField(max_length=40, validators=[felles.personnummer.uten_personnummer], verbose_name='enhet')),
                ('kilde', models.CharField(max_length=160, validators=[felles.personnummer.uten_personnummer], verbose_name='kilde')),
                ('maltall', models.PositiveIntegerField(blank=True, null=True, verbose_name='mål')),
                ('mal_ar', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='målet gjelder året')),
                ('teller_personer', models.BooleanField(default=True, verbose_name='teller personer')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('tiltak', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='tiltak.tiltak', verbose_name='tiltak')),
            ],
            options={
                'verbose_name': 'historical indikator',
                'verbose_name_plural': 'historical indikatorer',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='HistoricalFokuskobling',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('fokusomrade', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='tiltak.fokusomrade', verbose_name='fokusområde')),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('tiltak', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='tiltak.tiltak', verbose_name='tiltak')),
            ],
            options={
                'verbose_name': 'historical kobling til et fokusområde',
                'verbose_name_plural': 'historical koblinger til fokusområder',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='HistoricalAnsvar',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('rekkefolge', models.PositiveSmallIntegerField(verbose_name='rekkefølge')),
                ('rolle', models.CharField(choices=[('hovedansvarlig', 'Hovedansvarlig'), ('medansvarlig', 'Medansvarlig'), ('samarbeidspart', 'Samarbeidspart'), ('uspesifisert', 'Ikke navngitt')], max_length=16, verbose_name='rolle')),
                ('navn_i_planen', models.CharField(max_length=120, verbose_name='navn i planen')),
                ('enhet_i_planen', models.CharField(blank=True, max_length=120, verbose_name='enhet i planen')),
                ('fra', models.DateField(blank=True, null=True, verbose_name='fra')),
                ('til', models.DateField(blank=True, null=True, verbose_name='til')),
                ('grunn', models.CharField(blank=True, max_length=300, validators=[felles.personnummer.uten_personnummer], verbose_name='grunn')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('aktor', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='samarbeid.aktor', verbose_name='aktør')),
                ('enhet', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='samarbeid.aktor', verbose_name='enhet')),
                ('etter', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='tiltak.ansvar', verbose_name='overtatt fra')),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('tiltak', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='tiltak.tiltak', verbose_name='tiltak')),
            ],
            options={
                'verbose_name': 'historical ansvar',
                'verbose_name_plural': 'historical ansvar',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='HistoricalAktivitet',
            fields=[
                ('id', models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                ('versjon', models.PositiveIntegerField(default=1, editable=False, verbose_name='versjon')),
                ('tatt_bort', models.BooleanField(default=False, verbose_name='tatt bort')),
                ('art', models.CharField(choices=[('kurs', 'Kurs eller seminar'), ('mote', 'Møte'), ('forum', 'Forum'), ('nettverk', 'Nettverk'), ('opplegg', 'Undervisningsopplegg'), ('tatt_i_bruk', 'Tatt i bruk'), ('gruppe', 'Gruppe'), ('tilskudd', 'Tilskudd'), ('uttalelse', 'Uttalelse fra en etat'), ('publikasjon', 'Publikasjon'), ('utredning', 'Utredning'), ('tilbud', 'Tilbud')], max_length=12, verbose_name='slags aktivitet')),
                ('tittel', models.CharField(max_length=200, validators=[felles.personnummer.uten_personnummer], verbose_name='tittel')),
                ('dato', models.DateField(verbose_name='dato')),
                ('status', models.CharField(choices=[('planlagt', 'Planlagt'), ('gjennomfort', 'Gjennomført'), ('avlyst', 'Avlyst')], max_length=12, verbose_name='status')),
                ('antall', models.PositiveIntegerField(blank=True, null=True, verbose_name='antall')),
                ('under_fem', models.BooleanField(default=False, verbose_name='antallet er under fem')),
                ('revisjon', models.DateField(blank=True, null=True, verbose_name='gjennomgås på nytt')),
                ('notat', models.TextField(blank=True, max_length=1000, validators=[felles.personnummer.uten_personnummer], verbose_name='notat')),
                ('adresse', models.URLField(blank=True, max_length=400, verbose_name='lenke')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('aktor', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='samarbeid.aktor', verbose_name='aktør')),
                ('forum', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='samarbeid.forum', verbose_name='forum')),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('kurs', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='samarbeid.kurs', verbose_name='kurs')),
                ('tiltak', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='tiltak.tiltak', verbose_name='tiltak')),
            ],
            options={
                'verbose_name': 'historical aktivitet',
                'verbose_name_plural': 'historical aktiviteter',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='Fotnote',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('nr', models.PositiveSmallIntegerField(verbose_name='nummer')),
                ('forkortelse', models.CharField(max_length=20, verbose_name='forkortelse')),
                ('tekst', models.CharField(max_length=200, verbose_name='tekst')),
                ('har_merke', models.BooleanField(default=True, verbose_name='har merke i teksten')),
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='fotnoter', to='tiltak.plan', verbose_name='plan')),
                ('tiltak', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='fotnoter', to='tiltak.tiltak', verbose_name='tiltak')),
            ],
            options={
                'verbose_name': 'fotnote',
                'verbose_name_plural': 'fotnoter',
                'ordering': ['plan', 'nr'],
            },
        ),
        migrations.AddField(
            model_name='fokuskobling',
            name='tiltak',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='tiltak.tiltak', verbose_name='tiltak'),
        ),
        migrations.AddField(
            model_name='ansvar',
            name='tiltak',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='ansvar', to='tiltak.tiltak', verbose_name='tiltak'),
        ),
        migrations.CreateModel(
            name='Aktivitet',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('versjon', models.PositiveIntegerField(default=1, editable=False, verbose_name='versjon')),
                ('tatt_bort', models.BooleanField(default=False, verbose_name='tatt bort')),
                ('art', models.CharField(choices=[('kurs', 'Kurs eller seminar'), ('mote', 'Møte'), ('forum', 'Forum'), ('nettverk', 'Nettverk'), ('opplegg', 'Undervisningsopplegg'), ('tatt_i_bruk', 'Tatt i bruk'), ('gruppe', 'Gruppe'), ('tilskudd', 'Tilskudd'), ('uttalelse', 'Uttalelse fra en etat'), ('publikasjon', 'Publikasjon'), ('utredning', 'Utredning'), ('tilbud', 'Tilbud')], max_length=12, verbose_name='slags aktivitet')),
                ('tittel', models.CharField(max_length=200, validators=[felles.personnummer.uten_personnummer], verbose_name='tittel')),
                ('dato', models.DateField(verbose_name='dato')),
                ('status', models.CharField(choices=[('planlagt', 'Planlagt'), ('gjennomfort', 'Gjennomført'), ('avlyst', 'Avlyst')], max_length=12, verbose_name='status')),
                ('antall', models.PositiveIntegerField(blank=True, null=True, verbose_name='antall')),
                ('under_fem', models.BooleanField(default=False, verbose_name='antallet er under fem')),
                ('revisjon', models.DateField(blank=True, null=True, verbose_name='gjennomgås på nytt')),
                ('notat', models.TextField(blank=True, max_length=1000, validators=[felles.personnummer.uten_personnummer], verbose_name='notat')),
                ('adresse', models.URLField(blank=True, max_length=400, verbose_name='lenke')),
                ('aktor', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='aktiviteter', to='samarbeid.aktor', verbose_name='aktør')),
                ('forum', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='aktiviteter', to='samarbeid.forum', verbose_name='forum')),
                ('kurs', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='aktiviteter', to='samarbeid.kurs', verbose_name='kurs')),
                ('tiltak', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='aktiviteter', to='tiltak.tiltak', verbose_name='tiltak')),
            ],
            options={
                'verbose_name': 'aktivitet',
                'verbose_name_plural': 'aktiviteter',
                'ordering': ['-dato', 'tittel'],
            },
        ),
        migrations.CreateModel(
            name='Varseltekst',
            fields=[
                ('art', models.CharField(choices=[('foresporsel', 'Når du ber om status'), ('paminnelse', 'Når fristen nærmer seg'), ('over_frist', 'Når fristen er over'), ('leder', 'Til lederen, når den ansvarlige ikke har svart')], max_length=12, primary_key=True, serialize=False, verbose_name='gjelder')),
                ('emne', models.CharField(max_length=120, validators=[felles.personnummer.uten_personnummer], verbose_name='emne')),
                ('tekst', models.TextField(max_length=1000, validators=[felles.personnummer.uten_personnummer], verbose_name='tekst')),
                ('versjon', models.PositiveIntegerField(default=1, editable=False, verbose_name='versjon')),
            ],
            options={
                'verbose_name': 'varseltekst',
                'verbose_name_plural': 'varseltekster',
                'constraints': [models.CheckConstraint(condition=models.Q(('art__in', ['foresporsel', 'paminnelse', 'over_frist', 'leder'])), name='varseltekst_kjent_art'), models.CheckConstraint(condition=models.Q(('emne__regex', '(?<![0-9])[0-9]{6}[ .-]?[0-9]{5}(?![0-9])'), _negated=True), name='varseltekst_emne_uten_fnr'), models.CheckConstraint(condition=models.Q(('tekst__regex', '(?<![0-9])[0-9]{6}[ .-]?[0-9]{5}(?![0-9])'), _negated=True), name='varseltekst_tekst_uten_fnr')],
            },
        ),
        migrations.CreateModel(
            name='Vedlegg',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('versjon', models.PositiveIntegerField(default=1, editable=False, verbose_name='versjon')),
                ('tatt_bort', models.BooleanField(default=False, verbose_name='tatt bort')),
                ('tittel', models.CharField(max_length=200, validators=[felles.personnummer.uten_personnummer], verbose_name='tittel')),
                ('dato', models.DateField(verbose_name='dato')),
                ('filtype', models.CharField(choices=[('pdf', 'PDF'), ('docx', 'Word'), ('xlsx', 'Excel'), ('pptx', 'PowerPoint'), ('odt', 'ODT'), ('ods', 'ODS'), ('odp', 'ODP'), ('png', 'PNG'), ('jpeg', 'JPEG')], max_length=4, verbose_name='filtype')),
                ('storrelse', models.PositiveIntegerField(verbose_name='størrelse i byte')),
                ('innhold', models.BinaryField(null=True, verbose_name='innhold')),
                ('tiltak', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='vedlegg', to='tiltak.tiltak', verbose_name='tiltak')),
            ],
            options={
                'verbose_name': 'vedlegg',
                'verbose_name_plural': 'vedlegg',
                'ordering': ['-dato', 'tittel'],
            },
        ),
        migrations.CreateModel(
            name='Vedtak',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('gjelder', models.CharField(max_length=200, validators=[felles.personnummer.uten_personnummer], verbose_name='gjelder')),
                ('organ', models.CharField(max_length=120, validators=[felles.personnummer.uten_personnummer], verbose_name='organ')),
                ('dato', models.DateField(verbose_name='dato')),
                ('saksnummer', models.CharField(blank=True, max_length=40, validators=[felles.personnummer.uten_personnummer], verbose_name='saksnummer')),
                ('merknad', models.CharField(blank=True, max_length=400, validators=[felles.personnummer.uten_personnummer], verbose_name='merknad')),
                ('skjema', models.UUIDField(db_default=django.contrib.postgres.functions.RandomUUID(), editable=False, unique=True, verbose_name='skjemaets nøkkel')),
                ('versjon', models.PositiveIntegerField(default=1, editable=False, verbose_name='versjon')),
                ('tatt_bort', models.BooleanField(default=False, verbose_name='tatt bort')),
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='vedtak', to='tiltak.plan', verbose_name='plan')),
                ('tiltak', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='vedtak', to='tiltak.tiltak', verbose_name='tiltak')),
            ],
            options={
                'verbose_name': 'vedtak',
                'verbose_name_plural': 'vedtak',
                'ordering': ['dato'],
            },
        ),
        migrations.CreateModel(
            name='Statusbevis',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('aktivitet', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tiltak.aktivitet', verbose_name='aktivitet')),
                ('lenke', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tiltak.lenke', verbose_name='lenke')),
                ('maling', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tiltak.maling', verbose_name='måling')),
                ('rapport', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='bevis', to='tiltak.statusrapport', verbose_name='statusrapport')),
                ('vedlegg', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tiltak.vedlegg', verbose_name='vedlegg')),
                ('vedtak', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='tiltak.vedtak', verbose_name='vedtak')),
            ],
            options={
                'verbose_name': 'bevis for status',
                'verbose_name_plural': 'bevis for status',
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='MuligHendelse',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('fra', models.CharField(choices=[('ide', 'Idé'), ('vurdert', 'Vurdert'), ('foreslatt', 'Foreslått'), ('vedtatt', 'Vedtatt'), ('avvist', 'Avvist')], max_length=12, verbose_name='fra')),
                ('til', models.CharField(choices=[('ide', 'Idé'), ('vurdert', 'Vurdert'), ('foreslatt', 'Foreslått'), ('vedtatt', 'Vedtatt'), ('avvist', 'Avvist')], max_length=12, verbose_name='til')),
                ('begrunnelse', models.TextField(blank=True, max_length=2000, validators=[felles.personnummer.uten_personnummer], verbose_name='begrunnelse')),
                ('tid', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name='tid')),
                ('av', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='av')),
                ('forrige', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='neste', to='tiltak.mulighendelse', verbose_name='forrige hendelse')),
                ('mulig', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='hendelser', to='tiltak.muligtiltak', verbose_name='mulig tiltak')),
                ('tiltak', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='ble_fra', to='tiltak.tiltak', verbose_name='ble tiltak')),
                ('vedtak', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='hendelse', to='tiltak.vedtak', verbose_name='vedtak')),
            ],
            options={
                'verbose_name': 'hendelse for mulig tiltak',
                'verbose_name_plural': 'hendelser for mulige tiltak',
                'ordering': ['tid'],
            },
        ),
        migrations.AddConstraint(
            model_name='maling',
            constraint=models.CheckConstraint(condition=models.Q(('ar__range', (1990, 2200))), name='maling_ar_er_et_ar'),
        ),
        migrations.AddConstraint(
            model_name='maling',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('teller_personer', False), ('verdi__isnull', False)), models.Q(('teller_personer', True), models.Q(('verdi__isnull', True), ('verdi', 0), ('verdi__gte', 5), _connector='OR')), _connector='OR'), name='maling_verdi_ikke_1_4_personer'),
        ),
        migrations.AddConstraint(
            model_name='maling',
            constraint=models.UniqueConstraint(condition=models.Q(('erstatter__isnull', True)), fields=('indikator', 'ar'), name='maling_en_forste_per_ar'),
        ),
        migrations.AddConstraint(
            model_name='maling',
            constraint=models.CheckConstraint(condition=models.Q(('merknad__regex', '(?<![0-9])[0-9]{6}[ .-]?[0-9]{5}(?![0-9])'), _negated=True), name='maling_merknad_uten_fnr'),
        ),
        migrations.AddIndex(
            model_name='nevning',
            index=models.Index(condition=models.Q(('lest_tid__isnull', True)), fields=['bruker'], name='nevning_uleste'),
        ),
        migrations.AddConstraint(
            model_name='nevning',
            constraint=models.UniqueConstraint(fields=('kommentar', 'bruker'), name='nevning_en_gang'),
        ),
        migrations.AddConstraint(
            model_name='plan',
            constraint=models.CheckConstraint(condition=models.Q(('utgave__range', (1990, 2200))), name='plan_utgave_er_et_ar'),
        ),
        migrations.AddConstraint(
            model_name='plan',
            constraint=models.CheckConstraint(condition=models.Q(('erstatter__isnull', True), models.Q(('erstatter', models.F('id')), _negated=True), _connector='OR'), name='plan_erstatter_ikke_seg_selv'),
        ),
        migrations.AddConstraint(
            model_name='muligtiltak',
            constraint=models.UniqueConstraint(fields=('plan', 'nr'), name='muligtiltak_nr_i_planen'),
        ),
        migrations.AddConstraint(
            model_name='muligtiltak',
            constraint=models.CheckConstraint(condition=models.Q(('tittel__regex', '(?<![0-9])[0-9]{6}[ .-]?[0-9]{5}(?![0-9])'), _negated=True), name='muligtiltak_tittel_uten_fnr'),
        ),
        migrations.AddConstraint(
            model_name='muligtiltak',
            constraint=models.CheckConstraint(condition=models.Q(('sammendrag__regex', '(?<![0-9])[0-9]{6}[ .-]?[0-9]{5}(?![0-9])'), _negated=True), name='muligtiltak_sammendrag_uten_fnr'),
        ),
        migrations.AddConstraint(
            model_name='kilde',
            constraint=models.UniqueConstraint(fields=('plan', 'tittel'), name='kilde_en_gang'),
        ),
        migrations.AddConstraint(
            model_name='innsatsomrade',
            constraint=models.UniqueConstraint(fields=('plan', 'nr'), name='innsatsomrade_nr_i_planen'),
        ),
        migrations.AddConstraint(
            model_name='fokusomrade',
            constraint=models.UniqueConstraint(fields=('plan', 'nr'), name='fokusomrade_nr_i_planen'),
        ),
        migrations.AddConstraint(
            model_name='avsnitt',
            constraint=models.UniqueConstraint(fields=('plan', 'kode'), name='avsnitt_en_gang'),
        ),
        migrations.AddConstraint(
            model_name='avsnitt',
            constraint=models.CheckConstraint(condition=models.Q(('kode__in', ['forord', 'bakgrunn', 'veien_fremover', 'ansvarsregel', 'mulige_tiltak'])), name='avsnitt_kjent_kode'),
        ),
        migrations.AddConstraint(
            model_name='prinsipp',
            constraint=models.UniqueConstraint(fields=('plan', 'nr'), name='prinsipp_nr_i_planen'),
        ),
        migrations.AddConstraint(
            model_name='rullering',
            constraint=models.CheckConstraint(condition=models.Q(('utgave__range', (1990, 2200))), name='rullering_utgave_er_et_ar'),
        ),
        migrations.AddConstraint(
            model_name='rullering',
            constraint=models.CheckConstraint(condition=models.Q(('plan__isnull', True), ('forkastet_tid__isnull', True), _connector='OR'), name='rullering_vedtatt_eller_forkastet'),
        ),
        migrations.AddConstraint(
            model_name='rullering',
            constraint=models.UniqueConstraint(condition=models.Q(('forkastet_tid__isnull', True), ('plan__isnull', True)), fields=('fra',), name='rullering_ett_utkast_om_gangen'),
        ),
        migrations.AddConstraint(
            model_name='rullering',
            constraint=models.CheckConstraint(condition=models.Q(('tittel__regex', '(?<![0-9])[0-9]{6}[ .-]?[0-9]{5}(?![0-9])'), _negated=True), name='rullering_tittel_uten_fnr'),
        ),
        migrations.AddConstraint(
            model_name='sammendrag',
            constraint=models.UniqueConstraint(fields=('bruker', 'dag'), name='sammendrag_ett_om_dagen'),
        ),
        migrations.AddConstraint(
            model_name='sammendrag',
            constraint=models.CheckConstraint(condition=models.Q(('tilstand__in', ['venter', 'sender', 'sendt', 'avbrutt', 'feilet'])), name='sammendrag_kjent_tilstand'),
        ),
        migrations.AddConstraint(
            model_name='sammendrag',
            constraint=models.CheckConstraint(condition=models.Q(('forsok__range', (0, 5))), name='sammendrag_hoyst_fem_forsok'),
        ),
        migrations.AddConstraint(
            model_name='sammendrag',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('sendt__isnull', False), ('tilstand', 'sendt')), models.Q(models.Q(('tilstand', 'sendt'), _negated=True), ('sendt__isnull', True)), _connector='OR'), name='sammendrag_sendt_har_tid'),
        ),
        migrations.AddConstraint(
            model_name='statusrunde',
            constraint=models.UniqueConstraint(condition=models.Q(('avsluttet__isnull', True)), fields=('plan',), name='statusrunde_en_apen_per_plan'),
        ),
        migrations.AddConstraint(
            model_name='statusrunde',
            constraint=models.CheckConstraint(condition=models.Q(('ar__range', (1990, 2200))), name='statusrunde_ar_er_et_ar'),
        ),
        migrations.AddConstraint(
            model_name='statusrunde',
            constraint=models.CheckConstraint(condition=models.Q(('frist__gte', models.F('tid__date'))), name='statusrunde_frist_etter_start'),
        ),
        migrations.AddConstraint(
            model_name='statusrunde',
            constraint=models.CheckConstraint(condition=models.Q(('melding__regex', '(?<![0-9])[0-9]{6}[ .-]?[0-9]{5}(?![0-9])'), _negated=True), name='statusrunde_melding_uten_fnr'),
        ),
        migrations.AddConstraint(
            model_name='statusvurdering',
            constraint=models.CheckConstraint(condition=models.Q(('utfall__in', ['godkjent', 'sendt_tilbake'])), name='vurdering_kjent_utfall'),
        ),
        migrations.AddConstraint(
            model_name='statusvurdering',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('utfall', 'sendt_tilbake'), _negated=True), models.Q(('kommentar', ''), _negated=True), _connector='OR'), name='vurdering_tilbake_sier_hvorfor'),
        ),
        migrations.AddConstraint(
            model_name='statusvurdering',
            constraint=models.CheckConstraint(condition=models.Q(('av', models.F('rapportert_av')), _negated=True), name='vurdering_ikke_egen'),
        ),
        migrations.AddConstraint(
            model_name='statusvurdering',
            constraint=models.CheckConstraint(condition=models.Q(('kommentar__regex', '(?<![0-9])[0-9]{6}[ .-]?[0-9]{5}(?![0-9])'), _negated=True), name='statusvurdering_kommentar_uten_fnr'),
        ),
        migrations.AddConstraint(
            model_name='tiltak',
            constraint=models.UniqueConstraint(fields=('plan', 'nr'), name='tiltak_nr_i_planen'),
        ),
        migrations.AddConstraint(
            model_name='tiltak',
            constraint=models.CheckConstraint(condition=models.Q(('nr__gte', 1)), name='tiltak_nr_fra_en'),
        ),
        migrations.AddConstraint(
            model_name='tiltak',
            constraint=models.CheckConstraint(condition=models.Q(('ansvarsetikett__in', ['utforing', 'oppfolging', 'bare_oppfolging'])), name='tiltak_kjent_ansvarsetikett'),
        ),
        migrations.AddConstraint(
            model_name='tiltak',
            constraint=models.CheckConstraint(condition=models.Q(('type__in', ['utredning', 'etablering', 'lopende'])), name='tiltak_kjent_type'),
        ),
        migrations.AddConstraint(
            model_name='tiltak',
            constraint=models.CheckConstraint(condition=models.Q(('sammendrag__regex', '(?<![0-9])[0-9]{6}[ .-]?[0-9]{5}(?![0-9])'), _negated=True), name='tiltak_sammendrag_uten_fnr'),
        ),
        migrations.AddConstraint(
            model_name='statusutkast',
            constraint=models.UniqueConstraint(fields=('bruker', 'tiltak', 'ar'), name='statusutkast_ett_hver'),
        ),
        migrations.AddIndex(
            model_name='statusrapport',
            index=models.Index(fields=['tiltak', '-ar', '-tid'], name='statusrapport_siste'),
        ),
        migrations.AddConstraint(
            model_name='statusrapport',
            constraint=models.CheckConstraint(condition=models.Q(('status__in', ['ikke_startet', 'i_rute', 'noe_forsinket', 'star_stille', 'gjennomfort', 'tatt_ut'])), name='statusrapport_kjent_status'),
        ),
        migrations.AddConstraint(
            model_name='statusrapport',
            constraint=models.CheckConstraint(condition=models.Q(('foreslatt__in', ['ikke_startet', 'i_rute', 'noe_forsinket', 'star_stille', 'gjennomfort', 'tatt_ut'])), name='statusrapport_kjent_forslag'),
        ),
        migrations.AddConstraint(
            model_name='statusrapport',
            constraint=models.CheckConstraint(condition=models.Q(('ar__range', (1990, 2200))), name='statusrapport_ar_er_et_ar'),
        ),
        migrations.AddConstraint(
            model_name='statusrapport',
            constraint=models.CheckConstraint(condition=models.Q(('status', models.F('foreslatt')), models.Q(('begrunnelse', ''), _negated=True), _connector='OR'), name='statusrapport_avvik_begrunnet'),
        ),
        migrations.AddConstraint(
            model_name='statusrapport',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('status', 'gjennomfort'), _negated=True), models.Q(('gjort', ''), _negated=True), _connector='OR'), name='statusrapport_gjennomfort_sier_hva'),
        ),
        migrations.AddConstraint(
            model_name='statusrapport',
            constraint=models.CheckConstraint(condition=models.Q(('rapporteres_ikke_videre', False), ('status__in', ('gjennomfort', 'tatt_ut')), _connector='OR'), name='statusrapport_siste_er_ferdig'),
        ),
        migrations.AddConstraint(
            model_name='statusrapport',
            constraint=models.UniqueConstraint(condition=models.Q(('erstatter__isnull', True)), fields=('tiltak', 'ar'), name='statusrapport_en_forste_per_ar'),
        ),
        migrations.AddConstraint(
            model_name='statusrapport',
            constraint=models.CheckConstraint(condition=models.Q(('krever__in', ['', 'godkjenning', 'bekreftelse'])), name='statusrapport_kjent_krav'),
        ),
        migrations.AddConstraint(
            model_name='statusrapport',
            constraint=models.UniqueConstraint(fields=('id', 'rapportert_av'), name='statusrapport_id_rapportert_av'),
        ),
        migrations.AddConstraint(
            model_name='statusrapport',
            constraint=models.CheckConstraint(condition=models.Q(('begrunnelse__regex', '(?<![0-9])[0-9]{6}[ .-]?[0-9]{5}(?![0-9])'), _negated=True), name='statusrapport_begrunnelse_uten_fnr'),
        ),
        migrations.AddConstraint(
            model_name='statusrapport',
            constraint=models.CheckConstraint(condition=models.Q(('gjort__regex', '(?<![0-9])[0-9]{6}[ .-]?[0-9]{5}(?![0-9])'), _negated=True), name='statusrapport_gjort_uten_fnr'),
        ),
        migrations.AddConstraint(
            model_name='statusrapport',
            constraint=models.CheckConstraint(condition=models.Q(('avvik__regex', '(?<![0-9])[0-9]{6}[ .-]?[0-9]{5}(?![0-9])'), _negated=True), name='statusrapport_avvik_uten_fnr'),
        ),
        migrations.AddConstraint(
            model_name='statusrapport',
            constraint=models.CheckConstraint(condition=models.Q(('neste_steg__regex', '(?<![0-9])[0-9]{6}[ .-]?[0-9]{5}(?![0-9])'), _negated=True), name='statusrapport_neste_steg_uten_fnr'),
        ),
        migrations.AddConstraint(
            model_name='statusforesporsel',
            constraint=models.UniqueConstraint(fields=('runde', 'tiltak'), name='statusforesporsel_en_gang'),
        ),
        migrations.AddConstraint(
            model_name='rulleringstiltak',
            constraint=models.CheckConstraint(condition=models.Q(('tittel', ''), _negated=True), name='rulleringstiltak_har_tittel'),
        ),
        migrations.AddConstraint(
            model_name='rulleringstiltak',
            constraint=models.CheckConstraint(condition=models.Q(('type__in', ['utredning', 'etablering', 'lopende'])), name='rulleringstiltak_kjent_type'),
        ),
        migrations.AddConstraint(
            model_name='rulleringstiltak',
            constraint=models.CheckConstraint(condition=models.Q(('ansvarsetikett__in', ['utforing', 'oppfolging', 'bare_oppfolging'])), name='rulleringstiltak_kjent_etikett'),
        ),
        migrations.AddConstraint(
            model_name='rulleringstiltak',
            constraint=models.CheckConstraint(condition=models.Q(('tittel__regex', '(?<![0-9])[0-9]{6}[ .-]?[0-9]{5}(?![0-9])'), _negated=True), name='rulleringstiltak_tittel_uten_fnr'),
        ),
        migrations.AddConstraint(
            model_name='rulleringstiltak',
            constraint=models.CheckConstraint(condition=models.Q(('sammendrag__regex', '(?<![0-9])[0-9]{6}[ .-]?[0-9]{5}(?![0-9])'), _negated=True), name='rulleringstiltak_sammendrag_uten_fnr'),
        ),
        migrations.AddConstraint(
            model_name='rulleringskobling',
            constraint=models.UniqueConstraint(fields=('rullering', 'fra', 'til'), name='rulleringskobling_en_gang'),
        ),
        migrations.AddConstraint(
            model_name='rulleringskobling',
            constraint=models.UniqueConstraint(condition=models.Q(('utfall', 'delt'), _negated=True), fields=('rullering', 'fra'), name='rulleringskobling_bare_delt_har_flere'),
        ),
        migrations.AddConstraint(
            model_name='rulleringskobling',
            constraint=models.CheckConstraint(condition=models.Q(('utfall__in', ['viderefort', 'endret', 'slatt_sammen', 'delt', 'utgatt'])), name='rulleringskobling_kjent_utfall'),
        ),
        migrations.AddConstraint(
            model_name='rulleringskobling',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('til__isnull', True), ('utfall', 'utgatt'), models.Q(('begrunnelse', ''), _negated=True)), models.Q(models.Q(('utfall', 'utgatt'), _negated=True), ('til__isnull', False)), _connector='OR'), name='rulleringskobling_utgatt_sier_hvorfor'),
        ),
        migrations.AddConstraint(
            model_name='rulleringskobling',
            constraint=models.CheckConstraint(condition=models.Q(('begrunnelse__regex', '(?<![0-9])[0-9]{6}[ .-]?[0-9]{5}(?![0-9])'), _negated=True), name='rulleringskobling_begrunnelse_uten_fnr'),
        ),
        migrations.AlterUniqueTogether(
            name='prinsippkobling',
            unique_together={('tiltak', 'prinsipp')},
        ),
        migrations.AddIndex(
            model_name='milepael',
            index=models.Index(condition=models.Q(('nadd_dato__isnull', True)), fields=['tiltak', 'frist'], name='milepael_apne'),
        ),
        migrations.AddConstraint(
            model_name='milepael',
            constraint=models.CheckConstraint(condition=models.Q(('tittel__regex', '(?<![0-9])[0-9]{6}[ .-]?[0-9]{5}(?![0-9])'), _negated=True), name='milepael_tittel_uten_fnr'),
        ),
        migrations.AddConstraint(
            model_name='merknad',
            constraint=models.UniqueConstraint(fields=('plan', 'kode'), name='merknad_en_gang'),
        ),
        migrations.AddConstraint(
            model_name='lenke',
            constraint=models.CheckConstraint(condition=models.Q(('art__in', ['dokument', 'nasjonalt', 'nettsted'])), name='lenke_kjent_art'),
        ),
        migrations.AddConstraint(
            model_name='lenke',
            constraint=models.CheckConstraint(condition=models.Q(('tittel', ''), _negated=True), name='lenke_har_tittel'),
        ),
        migrations.AddConstraint(
            model_name='lenke',
            constraint=models.CheckConstraint(condition=models.Q(('art', 'nasjonalt'), models.Q(models.Q(('adresse', ''), _negated=True), ('nasjonal_nr__isnull', True)), _connector='OR'), name='lenke_har_adresse'),
        ),
        migrations.AddConstraint(
            model_name='lenke',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('art', 'dokument'), _negated=True), ('dato__isnull', False), _connector='OR'), name='lenke_dokument_har_dato'),
        ),
        migrations.AddConstraint(
            model_name='lenke',
            constraint=models.CheckConstraint(condition=models.Q(('tittel__regex', '(?<![0-9])[0-9]{6}[ .-]?[0-9]{5}(?![0-9])'), _negated=True), name='lenke_tittel_uten_fnr'),
        ),
        migrations.AddConstraint(
            model_name='kommentar',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('tatt_bort', False), models.Q(('tekst', ''), _negated=True)), models.Q(('tatt_bort', True), ('tekst', '')), _connector='OR'), name='kommentar_tatt_bort_er_tom'),
        ),
        migrations.AddConstraint(
            model_name='kommentar',
            constraint=models.CheckConstraint(condition=models.Q(('tekst__regex', '(?<![0-9])[0-9]{6}[ .-]?[0-9]{5}(?![0-9])'), _negated=True), name='kommentar_tekst_uten_fnr'),
        ),
        migrations.AddConstraint(
            model_name='indikator',
            constraint=models.UniqueConstraint(condition=models.Q(('tatt_bort', False)), fields=('tiltak', 'navn'), name='indikator_navn_i_tiltaket'),
        ),
        migrations.AddConstraint(
            model_name='indikator',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('navn', ''), _negated=True), models.Q(('definisjon', ''), _negated=True), models.Q(('enhet', ''), _negated=True), models.Q(('kilde', ''), _negated=True)), name='indikator_er_forklart'),
        ),
        migrations.AddConstraint(
            model_name='indikator',
            constraint=models.CheckConstraint(condition=models.Q(('mal_ar__isnull', True), ('mal_ar__range', (1990, 2200)), _connector='OR'), name='indikator_mal_ar_er_et_ar'),
        ),
        migrations.AddConstraint(
            model_name='indikator',
            constraint=models.CheckConstraint(condition=models.Q(('navn__regex', '(?<![0-9])[0-9]{6}[ .-]?[0-9]{5}(?![0-9])'), _negated=True), name='indikator_navn_uten_fnr'),
        ),
        migrations.AddConstraint(
            model_name='indikator',
            constraint=models.CheckConstraint(condition=models.Q(('definisjon__regex', '(?<![0-9])[0-9]{6}[ .-]?[0-9]{5}(?![0-9])'), _negated=True), name='indikator_definisjon_uten_fnr'),
        ),
        migrations.AddConstraint(
            model_name='indikator',
            constraint=models.CheckConstraint(condition=models.Q(('enhet__regex', '(?<![0-9])[0-9]{6}[ .-]?[0-9]{5}(?![0-9])'), _negated=True), name='indikator_enhet_uten_fnr'),
        ),
        migrations.AddConstraint(
            model_name='indikator',
            constraint=models.CheckConstraint(condition=models.Q(('kilde__regex', '(?<![0-9])[0-9]{6}[ .-]?[0-9]{5}(?![0-9])'), _negated=True), name='indikator_kilde_uten_fnr'),
        ),
        migrations.AddConstraint(
            model_name='fotnote',
            constraint=models.UniqueConstraint(fields=('plan', 'nr'), name='fotnote_nr_i_planen'),
        ),
        migrations.AlterUniqueTogether(
            name='fokuskobling',
            unique_together={('tiltak', 'fokusomrade')},
        ),
        migrations.AddConstraint(
            model_name='ansvar',
            constraint=models.UniqueConstraint(condition=models.Q(('til__isnull', True)), fields=('tiltak', 'rekkefolge'), name='ansvar_en_per_plass'),
        ),
        migrations.AddConstraint(
            model_name='ansvar',
            constraint=models.CheckConstraint(condition=models.Q(('rolle__in', ['hovedansvarlig', 'medansvarlig', 'samarbeidspart', 'uspesifisert'])), name='ansvar_kjent_rolle'),
        ),
        migrations.AddConstraint(
            model_name='ansvar',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('rekkefolge', 1), ('rolle', 'hovedansvarlig')), models.Q(models.Q(('rolle', 'hovedansvarlig'), _negated=True), ('rekkefolge__gt', 1)), _connector='OR'), name='ansvar_forste_er_hovedansvarlig'),
        ),
        migrations.AddConstraint(
            model_name='ansvar',
            constraint=models.CheckConstraint(condition=models.Q(('aktor__isnull', False), models.Q(('enhet__isnull', True), ('rolle', 'uspesifisert')), _connector='OR'), name='ansvar_navngitt_eller_uspesifisert'),
        ),
        migrations.AddConstraint(
            model_name='ansvar',
            constraint=models.CheckConstraint(condition=models.Q(('til__isnull', True), ('fra__isnull', True), ('til__gte', models.F('fra')), _connector='OR'), name='ansvar_til_etter_fra'),
        ),
        migrations.AddConstraint(
            model_name='ansvar',
            constraint=models.CheckConstraint(condition=models.Q(('etter__isnull', True), models.Q(('fra__isnull', False), models.Q(('grunn', ''), _negated=True)), _connector='OR'), name='ansvar_overtatt_har_dag_og_grunn'),
        ),
        migrations.AddConstraint(
            model_name='ansvar',
            constraint=models.CheckConstraint(condition=models.Q(('grunn__regex', '(?<![0-9])[0-9]{6}[ .-]?[0-9]{5}(?![0-9])'), _negated=True), name='ansvar_grunn_uten_fnr'),
        ),
        migrations.AddIndex(
            model_name='aktivitet',
            index=models.Index(fields=['tiltak', '-dato'], name='aktivitet_i_tiltaket'),
        ),
        migrations.AddConstraint(
            model_name='aktivitet',
            constraint=models.CheckConstraint(condition=models.Q(('art__in', ['kurs', 'mote', 'forum', 'nettverk', 'opplegg', 'tatt_i_bruk', 'gruppe', 'tilskudd', 'uttalelse', 'publikasjon', 'utredning', 'tilbud'])), name='aktivitet_kjent_art'),
        ),
        migrations.AddConstraint(
            model_name='aktivitet',
            constraint=models.CheckConstraint(condition=models.Q(('status__in', ['planlagt', 'gjennomfort', 'avlyst'])), name='aktivitet_kjent_status'),
        ),
        migrations.AddConstraint(
            model_name='aktivitet',
            constraint=models.CheckConstraint(condition=models.Q(('tittel', ''), _negated=True), name='aktivitet_har_tittel'),
        ),
        migrations.AddConstraint(
            model_name='aktivitet',
            constraint=models.CheckConstraint(condition=models.Q(('antall__isnull', True), ('antall', 0), ('antall__gte', 5), _connector='OR'), name='aktivitet_antall_ikke_1_4'),
        ),
        migrations.AddConstraint(
            model_name='aktivitet',
            constraint=models.CheckConstraint(condition=models.Q(('under_fem', False), ('antall__isnull', True), _connector='OR'), name='aktivitet_under_fem_uten_tall'),
        ),
        migrations.AddConstraint(
            model_name='aktivitet',
            constraint=models.CheckConstraint(condition=models.Q(('kurs__isnull', True), ('forum__isnull', True), _connector='OR'), name='aktivitet_peker_paa_en'),
        ),
        migrations.AddConstraint(
            model_name='aktivitet',
            constraint=models.CheckConstraint(condition=models.Q(('revisjon__isnull', True), ('revisjon__gte', models.F('dato')), _connector='OR'), name='aktivitet_revisjon_etter'),
        ),
        migrations.AddConstraint(
            model_name='aktivitet',
            constraint=models.CheckConstraint(condition=models.Q(('tittel__regex', '(?<![0-9])[0-9]{6}[ .-]?[0-9]{5}(?![0-9])'), _negated=True), name='aktivitet_tittel_uten_fnr'),
        ),
        migrations.AddConstraint(
            model_name='aktivitet',
            constraint=models.CheckConstraint(condition=models.Q(('notat__regex', '(?<![0-9])[0-9]{6}[ .-]?[0-9]{5}(?![0-9])'), _negated=True), name='aktivitet_notat_uten_fnr'),
        ),
        migrations.AddConstraint(
            model_name='vedlegg',
            constraint=models.CheckConstraint(condition=models.Q(('filtype__in', ['pdf', 'docx', 'xlsx', 'pptx', 'odt', 'ods', 'odp', 'png', 'jpeg'])), name='vedlegg_kjent_filtype'),
        ),
        migrations.AddConstraint(
            model_name='vedlegg',
            constraint=models.CheckConstraint(condition=models.Q(('tittel', ''), _negated=True), name='vedlegg_har_tittel'),
        ),
        migrations.AddConstraint(
            model_name='vedlegg',
            constraint=models.CheckConstraint(condition=models.Q(('storrelse__range', (1, 10000000))), name='vedlegg_hoyst_10_mb'),
        ),
        migrations.AddConstraint(
            model_name='vedlegg',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('innhold__isnull', True), ('tatt_bort', True)), models.Q(('innhold__isnull', False), ('tatt_bort', False)), _connector='OR'), name='vedlegg_tatt_bort_er_tomt'),
        ),
        migrations.AddConstraint(
            model_name='vedlegg',
            constraint=models.CheckConstraint(condition=models.Q(('tittel__regex', '(?<![0-9])[0-9]{6}[ .-]?[0-9]{5}(?![0-9])'), _negated=True), name='vedlegg_tittel_uten_fnr'),
        ),
        migrations.AddConstraint(
            model_name='vedtak',
            constraint=models.UniqueConstraint(condition=models.Q(('tiltak__isnull', True)), fields=('plan', 'organ', 'dato'), name='vedtak_en_gang'),
        ),
        migrations.AddConstraint(
            model_name='vedtak',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('tatt_bort', False), ('tiltak__isnull', True)), models.Q(('tiltak__isnull', False), models.Q(('saksnummer', ''), _negated=True)), _connector='OR'), name='vedtak_i_tiltak_har_saksnummer'),
        ),
        migrations.AddConstraint(
            model_name='vedtak',
            constraint=models.CheckConstraint(condition=models.Q(('gjelder__regex', '(?<![0-9])[0-9]{6}[ .-]?[0-9]{5}(?![0-9])'), _negated=True), name='vedtak_gjelder_uten_fnr'),
        ),
        migrations.AddConstraint(
            model_name='vedtak',
            constraint=models.CheckConstraint(condition=models.Q(('organ__regex', '(?<![0-9])[0-9]{6}[ .-]?[0-9]{5}(?![0-9])'), _negated=True), name='vedtak_organ_uten_fnr'),
        ),
        migrations.AddConstraint(
            model_name='vedtak',
            constraint=models.CheckConstraint(condition=models.Q(('saksnummer__regex', '(?<![0-9])[0-9]{6}[ .-]?[0-9]{5}(?![0-9])'), _negated=True), name='vedtak_saksnummer_uten_fnr'),
        ),
        migrations.AddConstraint(
            model_name='vedtak',
            constraint=models.CheckConstraint(condition=models.Q(('merknad__regex', '(?<![0-9])[0-9]{6}[ .-]?[0-9]{5}(?![0-9])'), _negated=True), name='vedtak_merknad_uten_fnr'),
        ),
        migrations.AddConstraint(
            model_name='statusbevis',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('aktivitet__isnull', False), ('lenke__isnull', True), ('maling__isnull', True), ('vedlegg__isnull', True), ('vedtak__isnull', True)), models.Q(('aktivitet__isnull', True), ('lenke__isnull', True), ('maling__isnull', True), ('vedlegg__isnull', True), ('vedtak__isnull', False)), models.Q(('aktivitet__isnull', True), ('lenke__isnull', True), ('maling__isnull', False), ('vedlegg__isnull', True), ('vedtak__isnull', True)), models.Q(('aktivitet__isnull', True), ('lenke__isnull', False), ('maling__isnull', True), ('vedlegg__isnull', True), ('vedtak__isnull', True)), models.Q(('aktivitet__isnull', True), ('lenke__isnull', True), ('maling__isnull', True), ('vedlegg__isnull', False), ('vedtak__isnull', True)), _connector='OR'), name='statusbevis_peker_paa_en'),
        ),
        migrations.AddConstraint(
            model_name='statusbevis',
            constraint=models.UniqueConstraint(fields=('rapport', 'aktivitet', 'vedtak', 'maling', 'lenke', 'vedlegg'), name='statusbevis_en_gang_per_rapport', nulls_distinct=False),
        ),
        migrations.AddConstraint(
            model_name='mulighendelse',
            constraint=models.CheckConstraint(condition=models.Q(('fra__in', ['ide', 'vurdert', 'foreslatt', 'vedtatt', 'avvist'])), name='mulighendelse_kjent_fra'),
        ),
        migrations.AddConstraint(
            model_name='mulighendelse',
            constraint=models.CheckConstraint(condition=models.Q(('til__in', ['ide', 'vurdert', 'foreslatt', 'vedtatt', 'avvist'])), name='mulighendelse_kjent_til'),
        ),
        migrations.AddConstraint(
            model_name='mulighendelse',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('til', 'vedtatt'), ('tiltak__isnull', False), ('vedtak__isnull', False)), models.Q(models.Q(('til', 'vedtatt'), _negated=True), ('tiltak__isnull', True), ('vedtak__isnull', True), models.Q(('begrunnelse', ''), _negated=True)), _connector='OR'), name='mulighendelse_vedtatt_eller_begrunnet'),
        ),
        migrations.AddConstraint(
            model_name='mulighendelse',
            constraint=models.UniqueConstraint(condition=models.Q(('forrige__isnull', True)), fields=('mulig',), name='mulighendelse_en_forste'),
        ),
        migrations.AddConstraint(
            model_name='mulighendelse',
            constraint=models.CheckConstraint(condition=models.Q(('begrunnelse__regex', '(?<![0-9])[0-9]{6}[ .-]?[0-9]{5}(?![0-9])'), _negated=True), name='mulighendelse_begrunnelse_uten_fnr'),
        ),
    ]),
        migrations.RunSQL(SAMME, migrations.RunSQL.noop),
    ]
