"""The partner registry."""

import uuid

import django.contrib.postgres.functions
import django.db.models.deletion
import django.db.models.functions.datetime
import django.db.models.functions.text
import simple_history.models
from django.conf import settings
from django.db import migrations, models

import felles.personnummer
import felles.sortering
from felles.db.migrasjon import samle


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = samle([
        migrations.CreateModel(
            name='Aktor',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(max_length=60, unique=True, verbose_name='kode')),
                ('navn', models.CharField(max_length=160, validators=[felles.personnummer.uten_personnummer], verbose_name='navn')),
                ('kortnavn', models.CharField(blank=True, max_length=60, validators=[felles.personnummer.uten_personnummer], verbose_name='kortnavn')),
                ('type', models.CharField(choices=[('kommune', 'Kommune'), ('kommunal_enhet', 'Kommunal enhet'), ('politi', 'Politi'), ('fylke', 'Fylkeskommune'), ('stat', 'Stat'), ('trossamfunn', 'Tros- og livssynssamfunn'), ('frivillig', 'Frivillig organisasjon'), ('kompetansesenter', 'Kompetansesenter'), ('konfliktrad', 'Konfliktråd'), ('nettverk', 'Nettverk'), ('annet', 'Annet')], max_length=20, verbose_name='type')),
                ('sone', models.CharField(blank=True, choices=[('register', 'registerlinje'), ('felles', 'felles'), ('identitet', 'identitet'), ('politi', 'politi'), ('helse', 'helse'), ('barnevern', 'barnevern'), ('skole', 'skole'), ('nav', 'NAV'), ('mentor', 'mentor')], max_length=12, verbose_name='sone i saker')),
                ('gyldig_fra', models.DateField(blank=True, null=True, verbose_name='gyldig fra')),
                ('gyldig_til', models.DateField(blank=True, null=True, verbose_name='gyldig til')),
                ('nettsted', models.URLField(blank=True, verbose_name='nettsted')),
                ('merknad', models.TextField(blank=True, max_length=2000, validators=[felles.personnummer.uten_personnummer], verbose_name='merknad')),
                ('skjema', models.UUIDField(db_default=django.contrib.postgres.functions.RandomUUID(), editable=False, unique=True, verbose_name='skjemaets nøkkel')),
                ('versjon', models.PositiveIntegerField(default=1, editable=False, verbose_name='versjon')),
                ('etterfulgt_av', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='forgjengere', to='samarbeid.aktor', verbose_name='etterfulgt av')),
                ('over', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='enheter', to='samarbeid.aktor', verbose_name='del av')),
            ],
            options={
                'verbose_name': 'aktør',
                'verbose_name_plural': 'aktører',
                'ordering': [felles.sortering.Sorter('navn')],
            },
        ),
        migrations.CreateModel(
            name='AktorAlias',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('navn', models.CharField(max_length=160, verbose_name='navn')),
                ('merknad', models.CharField(blank=True, max_length=300, verbose_name='merknad')),
                ('gyldig_fra', models.DateField(blank=True, null=True, verbose_name='i bruk fra')),
                ('gyldig_til', models.DateField(blank=True, null=True, verbose_name='i bruk til')),
                ('aktor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='aliaser', to='samarbeid.aktor', verbose_name='aktør')),
            ],
            options={
                'verbose_name': 'annet navn',
                'verbose_name_plural': 'andre navn',
                'ordering': [felles.sortering.Sorter('navn')],
            },
        ),
        migrations.CreateModel(
            name='Avtale',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('versjon', models.PositiveIntegerField(default=1, editable=False, verbose_name='versjon')),
                ('art', models.CharField(choices=[('samarbeid', 'Samarbeidsavtale'), ('databehandling', 'Databehandleravtale'), ('taushet', 'Taushetserklæring')], max_length=20, verbose_name='type avtale')),
                ('tittel', models.CharField(max_length=160, validators=[felles.personnummer.uten_personnummer], verbose_name='tittel')),
                ('gyldig_fra', models.DateField(verbose_name='gyldig fra')),
                ('gyldig_til', models.DateField(blank=True, null=True, verbose_name='gyldig til')),
                ('revisjon', models.DateField(blank=True, null=True, verbose_name='neste gjennomgang')),
                ('dokumentreferanse', models.CharField(max_length=80, validators=[felles.personnummer.uten_personnummer], verbose_name='referanse i arkivet')),
                ('aktor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='avtaler', to='samarbeid.aktor', verbose_name='aktør')),
            ],
            options={
                'verbose_name': 'avtale',
                'verbose_name_plural': 'avtaler',
                'ordering': ['-gyldig_fra', 'id'],
            },
        ),
        migrations.CreateModel(
            name='Forum',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('versjon', models.PositiveIntegerField(default=1, editable=False, verbose_name='versjon')),
                ('navn', models.CharField(max_length=120, unique=True, validators=[felles.personnummer.uten_personnummer], verbose_name='navn')),
                ('formal', models.TextField(blank=True, max_length=1000, validators=[felles.personnummer.uten_personnummer], verbose_name='formål')),
                ('tiltak_nr', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='hører til tiltak nummer')),
                ('moter_per_ar', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='møter i året etter årshjulet')),
                ('avsluttet', models.DateField(blank=True, null=True, verbose_name='avsluttet')),
                ('ansvarlig', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='ansvarlig_for_fora', to='samarbeid.aktor', verbose_name='kaller inn')),
            ],
            options={
                'verbose_name': 'forum',
                'verbose_name_plural': 'fora',
                'ordering': [felles.sortering.Sorter('navn')],
            },
        ),
        migrations.CreateModel(
            name='Forummedlem',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('fra', models.DateField(verbose_name='fra')),
                ('til', models.DateField(blank=True, null=True, verbose_name='til')),
                ('aktor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='forummedlemskap', to='samarbeid.aktor', verbose_name='aktør')),
                ('forum', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='medlemskap', to='samarbeid.forum', verbose_name='forum')),
            ],
            options={
                'verbose_name': 'forummedlem',
                'verbose_name_plural': 'forummedlemmer',
            },
        ),
        migrations.AddField(
            model_name='forum',
            name='medlemmer',
            field=models.ManyToManyField(related_name='fora', through='samarbeid.Forummedlem', to='samarbeid.aktor', verbose_name='medlemmer'),
        ),
        migrations.CreateModel(
            name='HistoricalAktor',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('slug', models.SlugField(max_length=60, verbose_name='kode')),
                ('navn', models.CharField(max_length=160, validators=[felles.personnummer.uten_personnummer], verbose_name='navn')),
                ('kortnavn', models.CharField(blank=True, max_length=60, validators=[felles.personnummer.uten_personnummer], verbose_name='kortnavn')),
                ('type', models.CharField(choices=[('kommune', 'Kommune'), ('kommunal_enhet', 'Kommunal enhet'), ('politi', 'Politi'), ('fylke', 'Fylkeskommune'), ('stat', 'Stat'), ('trossamfunn', 'Tros- og livssynssamfunn'), ('frivillig', 'Frivillig organisasjon'), ('kompetansesenter', 'Kompetansesenter'), ('konfliktrad', 'Konfliktråd'), ('nettverk', 'Nettverk'), ('annet', 'Annet')], max_length=20, verbose_name='type')),
                ('sone', models.CharField(blank=True, choices=[('register', 'registerlinje'), ('felles', 'felles'), ('identitet', 'identitet'), ('politi', 'politi'), ('helse', 'helse'), ('barnevern', 'barnevern'), ('skole', 'skole'), ('nav', 'NAV'), ('mentor', 'mentor')], max_length=12, verbose_name='sone i saker')),
                ('gyldig_fra', models.DateField(blank=True, null=True, verbose_name='gyldig fra')),
                ('gyldig_til', models.DateField(blank=True, null=True, verbose_name='gyldig til')),
                ('nettsted', models.URLField(blank=True, verbose_name='nettsted')),
                ('merknad', models.TextField(blank=True, max_length=2000, validators=[felles.personnummer.uten_personnummer], verbose_name='merknad')),
                ('skjema', models.UUIDField(db_default=django.contrib.postgres.functions.RandomUUID(), db_index=True, editable=False, verbose_name='skjemaets nøkkel')),
                ('versjon', models.PositiveIntegerField(default=1, editable=False, verbose_name='versjon')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('etterfulgt_av', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='samarbeid.aktor', verbose_name='etterfulgt av')),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('over', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='samarbeid.aktor', verbose_name='del av')),
            ],
            options={
                'verbose_name': 'historical aktør',
                'verbose_name_plural': 'historical aktører',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='HistoricalAktorAlias',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('navn', models.CharField(max_length=160, verbose_name='navn')),
                ('merknad', models.CharField(blank=True, max_length=300, verbose_name='merknad')),
                ('gyldig_fra', models.DateField(blank=True, null=True, verbose_name='i bruk fra')),
                ('gyldig_til', models.DateField(blank=True, null=True, verbose_name='i bruk til')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('aktor', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='samarbeid.aktor', verbose_name='aktør')),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'historical annet navn',
                'verbose_name_plural': 'historical andre navn',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='HistoricalAvtale',
            fields=[
                ('id', models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                ('versjon', models.PositiveIntegerField(default=1, editable=False, verbose_name='versjon')),
                ('art', models.CharField(choices=[('samarbeid', 'Samarbeidsavtale'), ('databehandling', 'Databehandleravtale'), ('taushet', 'Taushetserklæring')], max_length=20, verbose_name='type avtale')),
                ('tittel', models.CharField(max_length=160, validators=[felles.personnummer.uten_personnummer], verbose_name='tittel')),
                ('gyldig_fra', models.DateField(verbose_name='gyldig fra')),
                ('gyldig_til', models.DateField(blank=True, null=True, verbose_name='gyldig til')),
                ('revisjon', models.DateField(blank=True, null=True, verbose_name='neste gjennomgang')),
                ('dokumentreferanse', models.CharField(max_length=80, validators=[felles.personnummer.uten_personnummer], verbose_name='referanse i arkivet')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('aktor', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='samarbeid.aktor', verbose_name='aktør')),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'historical avtale',
                'verbose_name_plural': 'historical avtaler',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='HistoricalForum',
            fields=[
                ('id', models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                ('versjon', models.PositiveIntegerField(default=1, editable=False, verbose_name='versjon')),
                ('navn', models.CharField(db_index=True, max_length=120, validators=[felles.personnummer.uten_personnummer], verbose_name='navn')),
                ('formal', models.TextField(blank=True, max_length=1000, validators=[felles.personnummer.uten_personnummer], verbose_name='formål')),
                ('tiltak_nr', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='hører til tiltak nummer')),
                ('moter_per_ar', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='møter i året etter årshjulet')),
                ('avsluttet', models.DateField(blank=True, null=True, verbose_name='avsluttet')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('ansvarlig', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='samarbeid.aktor', verbose_name='kaller inn')),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'historical forum',
                'verbose_name_plural': 'historical fora',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='HistoricalForummedlem',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('fra', models.DateField(verbose_name='fra')),
                ('til', models.DateField(blank=True, null=True, verbose_name='til')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('aktor', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='samarbeid.aktor', verbose_name='aktør')),
                ('forum', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='samarbeid.forum', verbose_name='forum')),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'historical forummedlem',
                'verbose_name_plural': 'historical forummedlemmer',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='HistoricalKontaktrolle',
            fields=[
                ('id', models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                ('versjon', models.PositiveIntegerField(default=1, editable=False, verbose_name='versjon')),
                ('verv', models.CharField(max_length=80, validators=[felles.personnummer.uten_personnummer], verbose_name='rolle eller verv')),
                ('kilde', models.CharField(max_length=120, validators=[felles.personnummer.uten_personnummer], verbose_name='kilde')),
                ('dato', models.DateField(verbose_name='opplyst dato')),
                ('samtykke_dato', models.DateField(blank=True, null=True, verbose_name='sa ja til å stå her')),
                ('slettes_dato', models.DateField(verbose_name='slettes')),
                ('slettet_dato', models.DateField(blank=True, editable=False, null=True, verbose_name='slettet')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('aktor', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='samarbeid.aktor', verbose_name='aktør')),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'historical kontaktrolle',
                'verbose_name_plural': 'historical kontaktroller',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='HistoricalKurs',
            fields=[
                ('id', models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                ('versjon', models.PositiveIntegerField(default=1, editable=False, verbose_name='versjon')),
                ('tittel', models.CharField(max_length=160, validators=[felles.personnummer.uten_personnummer], verbose_name='tittel')),
                ('dato', models.DateField(verbose_name='dato')),
                ('sted', models.CharField(blank=True, max_length=120, validators=[felles.personnummer.uten_personnummer], verbose_name='sted')),
                ('tiltak_nr', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='hører til tiltak nummer')),
                ('avlyst', models.BooleanField(default=False, verbose_name='avlyst')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('arrangor', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='samarbeid.aktor', verbose_name='arrangør')),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'historical kurs',
                'verbose_name_plural': 'historical kurs',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='HistoricalMote',
            fields=[
                ('id', models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                ('versjon', models.PositiveIntegerField(default=1, editable=False, verbose_name='versjon')),
                ('tid', models.DateTimeField(verbose_name='tid')),
                ('sted', models.CharField(max_length=120, validators=[felles.personnummer.uten_personnummer], verbose_name='sted')),
                ('saksliste', models.TextField(blank=True, max_length=5000, validators=[felles.personnummer.uten_personnummer], verbose_name='saksliste')),
                ('referat', models.TextField(blank=True, max_length=20000, validators=[felles.personnummer.uten_personnummer], verbose_name='referat')),
                ('avlyst', models.BooleanField(default=False, verbose_name='avlyst')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('forum', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='samarbeid.forum', verbose_name='forum')),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'historical møte',
                'verbose_name_plural': 'historical møter',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='HistoricalTilknytning',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('funksjon', models.CharField(max_length=80, verbose_name='funksjon')),
                ('fra', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name='fra')),
                ('til', models.DateTimeField(blank=True, null=True, verbose_name='til')),
                ('skjema', models.UUIDField(db_default=django.contrib.postgres.functions.RandomUUID(), db_index=True, editable=False, verbose_name='skjemaets nøkkel')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('aktor', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='samarbeid.aktor', verbose_name='aktør')),
                ('bruker', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='bruker')),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'historical tilknytning',
                'verbose_name_plural': 'historical tilknytninger',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='Kontaktrolle',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('versjon', models.PositiveIntegerField(default=1, editable=False, verbose_name='versjon')),
                ('verv', models.CharField(max_length=80, validators=[felles.personnummer.uten_personnummer], verbose_name='rolle eller verv')),
                ('navn', models.CharField(blank=True, max_length=120, validators=[felles.personnummer.uten_personnummer], verbose_name='navn')),
                ('telefon', models.CharField(blank=True, max_length=20, validators=[felles.personnummer.uten_personnummer], verbose_name='telefon i vervet')),
                ('epost', models.EmailField(blank=True, max_length=120, validators=[felles.personnummer.uten_personnummer], verbose_name='e-post i vervet')),
                ('kilde', models.CharField(max_length=120, validators=[felles.personnummer.uten_personnummer], verbose_name='kilde')),
                ('dato', models.DateField(verbose_name='opplyst dato')),
                ('samtykke_dato', models.DateField(blank=True, null=True, verbose_name='sa ja til å stå her')),
                ('slettes_dato', models.DateField(verbose_name='slettes')),
                ('slettet_dato', models.DateField(blank=True, editable=False, null=True, verbose_name='slettet')),
                ('aktor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='kontaktroller', to='samarbeid.aktor', verbose_name='aktør')),
            ],
            options={
                'verbose_name': 'kontaktrolle',
                'verbose_name_plural': 'kontaktroller',
                'ordering': ['verv', 'id'],
            },
        ),
        migrations.CreateModel(
            name='Kurs',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('versjon', models.PositiveIntegerField(default=1, editable=False, verbose_name='versjon')),
                ('tittel', models.CharField(max_length=160, validators=[felles.personnummer.uten_personnummer], verbose_name='tittel')),
                ('dato', models.DateField(verbose_name='dato')),
                ('sted', models.CharField(blank=True, max_length=120, validators=[felles.personnummer.uten_personnummer], verbose_name='sted')),
                ('tiltak_nr', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='hører til tiltak nummer')),
                ('avlyst', models.BooleanField(default=False, verbose_name='avlyst')),
                ('arrangor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='kurs', to='samarbeid.aktor', verbose_name='arrangør')),
            ],
            options={
                'verbose_name': 'kurs',
                'verbose_name_plural': 'kurs',
                'ordering': ['-dato', 'id'],
            },
        ),
        migrations.CreateModel(
            name='HistoricalKursdeltakelse',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('antall', models.PositiveSmallIntegerField(verbose_name='antall')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('tjeneste', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='samarbeid.aktor', verbose_name='tjeneste')),
                ('kurs', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='samarbeid.kurs', verbose_name='kurs')),
            ],
            options={
                'verbose_name': 'historical kursdeltakelse',
                'verbose_name_plural': 'historical kursdeltakelser',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='Kursdeltakelse',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('antall', models.PositiveSmallIntegerField(verbose_name='antall')),
                ('kurs', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='deltakelser', to='samarbeid.kurs', verbose_name='kurs')),
                ('tjeneste', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='kursdeltakelser', to='samarbeid.aktor', verbose_name='tjeneste')),
            ],
            options={
                'verbose_name': 'kursdeltakelse',
                'verbose_name_plural': 'kursdeltakelser',
            },
        ),
        migrations.CreateModel(
            name='Mote',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('versjon', models.PositiveIntegerField(default=1, editable=False, verbose_name='versjon')),
                ('tid', models.DateTimeField(verbose_name='tid')),
                ('sted', models.CharField(max_length=120, validators=[felles.personnummer.uten_personnummer], verbose_name='sted')),
                ('saksliste', models.TextField(blank=True, max_length=5000, validators=[felles.personnummer.uten_personnummer], verbose_name='saksliste')),
                ('referat', models.TextField(blank=True, max_length=20000, validators=[felles.personnummer.uten_personnummer], verbose_name='referat')),
                ('avlyst', models.BooleanField(default=False, verbose_name='avlyst')),
                ('forum', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='moter', to='samarbeid.forum', verbose_name='forum')),
            ],
            options={
                'verbose_name': 'møte',
                'verbose_name_plural': 'møter',
                'ordering': ['-tid', 'id'],
            },
        ),
        migrations.CreateModel(
            name='HistoricalOppfolgingspunkt',
            fields=[
                ('id', models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                ('versjon', models.PositiveIntegerField(default=1, editable=False, verbose_name='versjon')),
                ('tekst', models.CharField(max_length=300, validators=[felles.personnummer.uten_personnummer], verbose_name='hva skal gjøres')),
                ('frist', models.DateField(blank=True, null=True, verbose_name='frist')),
                ('utfort_dato', models.DateField(blank=True, null=True, verbose_name='gjort')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('ansvarlig', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='samarbeid.aktor', verbose_name='hvem')),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('mote', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='samarbeid.mote', verbose_name='møte')),
            ],
            options={
                'verbose_name': 'historical oppfølgingspunkt',
                'verbose_name_plural': 'historical oppfølgingspunkter',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='HistoricalMotedeltakelse',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('antall', models.PositiveSmallIntegerField(verbose_name='antall')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('aktor', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='samarbeid.aktor', verbose_name='aktør')),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('mote', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='samarbeid.mote', verbose_name='møte')),
            ],
            options={
                'verbose_name': 'historical møtedeltakelse',
                'verbose_name_plural': 'historical møtedeltakelser',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='Motedeltakelse',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('antall', models.PositiveSmallIntegerField(verbose_name='antall')),
                ('aktor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='motedeltakelser', to='samarbeid.aktor', verbose_name='aktør')),
                ('mote', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='deltakelser', to='samarbeid.mote', verbose_name='møte')),
            ],
            options={
                'verbose_name': 'møtedeltakelse',
                'verbose_name_plural': 'møtedeltakelser',
            },
        ),
        migrations.CreateModel(
            name='Oppfolgingspunkt',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('versjon', models.PositiveIntegerField(default=1, editable=False, verbose_name='versjon')),
                ('tekst', models.CharField(max_length=300, validators=[felles.personnummer.uten_personnummer], verbose_name='hva skal gjøres')),
                ('frist', models.DateField(blank=True, null=True, verbose_name='frist')),
                ('utfort_dato', models.DateField(blank=True, null=True, verbose_name='gjort')),
                ('ansvarlig', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='oppfolgingspunkter', to='samarbeid.aktor', verbose_name='hvem')),
                ('mote', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='punkter', to='samarbeid.mote', verbose_name='møte')),
            ],
            options={
                'verbose_name': 'oppfølgingspunkt',
                'verbose_name_plural': 'oppfølgingspunkter',
                'ordering': [models.OrderBy(models.F('frist'), nulls_last=True), 'id'],
            },
        ),
        migrations.CreateModel(
            name='Tilknytning',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('funksjon', models.CharField(max_length=80, verbose_name='funksjon')),
                ('fra', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name='fra')),
                ('til', models.DateTimeField(blank=True, null=True, verbose_name='til')),
                ('skjema', models.UUIDField(db_default=django.contrib.postgres.functions.RandomUUID(), editable=False, unique=True, verbose_name='skjemaets nøkkel')),
                ('aktor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='tilknytninger', to='samarbeid.aktor', verbose_name='aktør')),
                ('bruker', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='tilknytninger', to=settings.AUTH_USER_MODEL, verbose_name='bruker')),
            ],
            options={
                'verbose_name': 'tilknytning',
                'verbose_name_plural': 'tilknytninger',
            },
        ),
        migrations.AddConstraint(
            model_name='aktor',
            constraint=models.CheckConstraint(condition=models.Q(('type__in', ['kommune', 'kommunal_enhet', 'politi', 'fylke', 'stat', 'trossamfunn', 'frivillig', 'kompetansesenter', 'konfliktrad', 'nettverk', 'annet'])), name='aktor_kjent_type'),
        ),
        migrations.AddConstraint(
            model_name='aktor',
            constraint=models.CheckConstraint(condition=models.Q(('gyldig_til__isnull', True), ('gyldig_fra__isnull', True), ('gyldig_til__gte', models.F('gyldig_fra')), _connector='OR'), name='aktor_til_etter_fra'),
        ),
        migrations.AddConstraint(
            model_name='aktor',
            constraint=models.CheckConstraint(condition=models.Q(('over__isnull', True), models.Q(('over', models.F('id')), _negated=True), _connector='OR'), name='aktor_ikke_del_av_seg_selv'),
        ),
        migrations.AddConstraint(
            model_name='aktor',
            constraint=models.CheckConstraint(condition=models.Q(('etterfulgt_av__isnull', True), models.Q(('etterfulgt_av', models.F('id')), _negated=True), _connector='OR'), name='aktor_ikke_egen_etterfolger'),
        ),
        migrations.AddConstraint(
            model_name='aktor',
            constraint=models.CheckConstraint(condition=models.Q(('navn__regex', '(?<![0-9])[0-9]{6}[ .-]?[0-9]{5}(?![0-9])'), _negated=True), name='aktor_navn_uten_fnr'),
        ),
        migrations.AddConstraint(
            model_name='aktor',
            constraint=models.CheckConstraint(condition=models.Q(('kortnavn__regex', '(?<![0-9])[0-9]{6}[ .-]?[0-9]{5}(?![0-9])'), _negated=True), name='aktor_kortnavn_uten_fnr'),
        ),
        migrations.AddConstraint(
            model_name='aktor',
            constraint=models.CheckConstraint(condition=models.Q(('merknad__regex', '(?<![0-9])[0-9]{6}[ .-]?[0-9]{5}(?![0-9])'), _negated=True), name='aktor_merknad_uten_fnr'),
        ),
        migrations.AddConstraint(
            model_name='aktoralias',
            constraint=models.UniqueConstraint(django.db.models.functions.text.Lower('navn'), name='aktoralias_ett_eie'),
        ),
        migrations.AddConstraint(
            model_name='aktoralias',
            constraint=models.CheckConstraint(condition=models.Q(('gyldig_til__isnull', True), ('gyldig_fra__isnull', True), ('gyldig_til__gte', models.F('gyldig_fra')), _connector='OR'), name='aktoralias_til_etter_fra'),
        ),
        migrations.AddConstraint(
            model_name='aktoralias',
            constraint=models.CheckConstraint(condition=models.Q(('navn__regex', '(?<![0-9])[0-9]{6}[ .-]?[0-9]{5}(?![0-9])'), _negated=True), name='aktoralias_navn_uten_fnr'),
        ),
        migrations.AddConstraint(
            model_name='aktoralias',
            constraint=models.CheckConstraint(condition=models.Q(('merknad__regex', '(?<![0-9])[0-9]{6}[ .-]?[0-9]{5}(?![0-9])'), _negated=True), name='aktoralias_merknad_uten_fnr'),
        ),
        migrations.AddConstraint(
            model_name='avtale',
            constraint=models.CheckConstraint(condition=models.Q(('art__in', ['samarbeid', 'databehandling', 'taushet'])), name='avtale_kjent_art'),
        ),
        migrations.AddConstraint(
            model_name='avtale',
            constraint=models.CheckConstraint(condition=models.Q(('tittel', ''), _negated=True), name='avtale_har_tittel'),
        ),
        migrations.AddConstraint(
            model_name='avtale',
            constraint=models.CheckConstraint(condition=models.Q(('gyldig_til__isnull', True), ('gyldig_til__gte', models.F('gyldig_fra')), _connector='OR'), name='avtale_til_etter_fra'),
        ),
        migrations.AddConstraint(
            model_name='avtale',
            constraint=models.CheckConstraint(condition=models.Q(('revisjon__isnull', True), ('revisjon__gte', models.F('gyldig_fra')), _connector='OR'), name='avtale_revisjon_etter_fra'),
        ),
        migrations.AddConstraint(
            model_name='avtale',
            constraint=models.CheckConstraint(condition=models.Q(('tittel__regex', '(?<![0-9])[0-9]{6}[ .-]?[0-9]{5}(?![0-9])'), _negated=True), name='avtale_tittel_uten_fnr'),
        ),
        migrations.AddConstraint(
            model_name='avtale',
            constraint=models.CheckConstraint(condition=models.Q(('dokumentreferanse__regex', '(?<![0-9])[0-9]{6}[ .-]?[0-9]{5}(?![0-9])'), _negated=True), name='avtale_dokumentreferanse_uten_fnr'),
        ),
        migrations.AddConstraint(
            model_name='forummedlem',
            constraint=models.CheckConstraint(condition=models.Q(('til__isnull', True), ('til__gte', models.F('fra')), _connector='OR'), name='forummedlem_til_etter_fra'),
        ),
        migrations.AddConstraint(
            model_name='forummedlem',
            constraint=models.UniqueConstraint(condition=models.Q(('til__isnull', True)), fields=('forum', 'aktor'), name='forummedlem_en_gang_om_gangen'),
        ),
        migrations.AddConstraint(
            model_name='forum',
            constraint=models.CheckConstraint(condition=models.Q(('navn', ''), _negated=True), name='forum_har_navn'),
        ),
        migrations.AddConstraint(
            model_name='forum',
            constraint=models.CheckConstraint(condition=models.Q(('tiltak_nr__isnull', True), ('tiltak_nr__range', (1, 99)), _connector='OR'), name='forum_tiltak_nr_1_99'),
        ),
        migrations.AddConstraint(
            model_name='forum',
            constraint=models.CheckConstraint(condition=models.Q(('moter_per_ar__isnull', True), ('moter_per_ar__range', (1, 52)), _connector='OR'), name='forum_moter_1_52'),
        ),
        migrations.AddConstraint(
            model_name='forum',
            constraint=models.CheckConstraint(condition=models.Q(('navn__regex', '(?<![0-9])[0-9]{6}[ .-]?[0-9]{5}(?![0-9])'), _negated=True), name='forum_navn_uten_fnr'),
        ),
        migrations.AddConstraint(
            model_name='forum',
            constraint=models.CheckConstraint(condition=models.Q(('formal__regex', '(?<![0-9])[0-9]{6}[ .-]?[0-9]{5}(?![0-9])'), _negated=True), name='forum_formal_uten_fnr'),
        ),
        migrations.AddConstraint(
            model_name='kontaktrolle',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('verv', ''), _negated=True), models.Q(('kilde', ''), _negated=True)), name='kontakt_har_verv_og_kilde'),
        ),
        migrations.AddConstraint(
            model_name='kontaktrolle',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('telefon', ''), _negated=True), models.Q(('epost', ''), _negated=True), ('slettet_dato__isnull', False), _connector='OR'), name='kontakt_har_kanal'),
        ),
        migrations.AddConstraint(
            model_name='kontaktrolle',
            constraint=models.CheckConstraint(condition=models.Q(('slettet_dato__isnull', True), models.Q(('epost', ''), ('navn', ''), ('telefon', '')), _connector='OR'), name='kontakt_slettet_er_tom'),
        ),
        migrations.AddConstraint(
            model_name='kontaktrolle',
            constraint=models.CheckConstraint(condition=models.Q(('slettes_dato__gte', models.F('dato'))), name='kontakt_slettes_etter_dato'),
        ),
        migrations.AddConstraint(
            model_name='kontaktrolle',
            constraint=models.CheckConstraint(condition=models.Q(('verv__regex', '(?<![0-9])[0-9]{6}[ .-]?[0-9]{5}(?![0-9])'), _negated=True), name='kontakt_verv_uten_fnr'),
        ),
        migrations.AddConstraint(
            model_name='kontaktrolle',
            constraint=models.CheckConstraint(condition=models.Q(('navn__regex', '(?<![0-9])[0-9]{6}[ .-]?[0-9]{5}(?![0-9])'), _negated=True), name='kontakt_navn_uten_fnr'),
        ),
        migrations.AddConstraint(
            model_name='kontaktrolle',
            constraint=models.CheckConstraint(condition=models.Q(('telefon__regex', '(?<![0-9])[0-9]{6}[ .-]?[0-9]{5}(?![0-9])'), _negated=True), name='kontakt_telefon_uten_fnr'),
        ),
        migrations.AddConstraint(
            model_name='kontaktrolle',
            constraint=models.CheckConstraint(condition=models.Q(('epost__regex', '(?<![0-9])[0-9]{6}[ .-]?[0-9]{5}(?![0-9])'), _negated=True), name='kontakt_epost_uten_fnr'),
        ),
        migrations.AddConstraint(
            model_name='kontaktrolle',
            constraint=models.CheckConstraint(condition=models.Q(('kilde__regex', '(?<![0-9])[0-9]{6}[ .-]?[0-9]{5}(?![0-9])'), _negated=True), name='kontakt_kilde_uten_fnr'),
        ),
        migrations.AddConstraint(
            model_name='kurs',
            constraint=models.CheckConstraint(condition=models.Q(('tittel', ''), _negated=True), name='kurs_har_tittel'),
        ),
        migrations.AddConstraint(
            model_name='kurs',
            constraint=models.CheckConstraint(condition=models.Q(('tiltak_nr__isnull', True), ('tiltak_nr__range', (1, 99)), _connector='OR'), name='kurs_tiltak_nr_1_99'),
        ),
        migrations.AddConstraint(
            model_name='kurs',
            constraint=models.CheckConstraint(condition=models.Q(('tittel__regex', '(?<![0-9])[0-9]{6}[ .-]?[0-9]{5}(?![0-9])'), _negated=True), name='kurs_tittel_uten_fnr'),
        ),
        migrations.AddConstraint(
            model_name='kurs',
            constraint=models.CheckConstraint(condition=models.Q(('sted__regex', '(?<![0-9])[0-9]{6}[ .-]?[0-9]{5}(?![0-9])'), _negated=True), name='kurs_sted_uten_fnr'),
        ),
        migrations.AddConstraint(
            model_name='kursdeltakelse',
            constraint=models.UniqueConstraint(fields=('kurs', 'tjeneste'), name='kursdeltakelse_en_rad_per_tjeneste'),
        ),
        migrations.AddConstraint(
            model_name='kursdeltakelse',
            constraint=models.CheckConstraint(condition=models.Q(('antall__lte', 9999)), name='kursdeltakelse_hoyst_9999'),
        ),
        migrations.AddConstraint(
            model_name='mote',
            constraint=models.CheckConstraint(condition=models.Q(('avlyst', False), ('referat', ''), _connector='OR'), name='mote_avlyst_uten_referat'),
        ),
        migrations.AddConstraint(
            model_name='mote',
            constraint=models.CheckConstraint(condition=models.Q(('sted__regex', '(?<![0-9])[0-9]{6}[ .-]?[0-9]{5}(?![0-9])'), _negated=True), name='mote_sted_uten_fnr'),
        ),
        migrations.AddConstraint(
            model_name='mote',
            constraint=models.CheckConstraint(condition=models.Q(('saksliste__regex', '(?<![0-9])[0-9]{6}[ .-]?[0-9]{5}(?![0-9])'), _negated=True), name='mote_saksliste_uten_fnr'),
        ),
        migrations.AddConstraint(
            model_name='mote',
            constraint=models.CheckConstraint(condition=models.Q(('referat__regex', '(?<![0-9])[0-9]{6}[ .-]?[0-9]{5}(?![0-9])'), _negated=True), name='mote_referat_uten_fnr'),
        ),
        migrations.AddConstraint(
            model_name='motedeltakelse',
            constraint=models.UniqueConstraint(fields=('mote', 'aktor'), name='motedeltakelse_en_rad_per_aktor'),
        ),
        migrations.AddConstraint(
            model_name='motedeltakelse',
            constraint=models.CheckConstraint(condition=models.Q(('antall__lte', 999)), name='motedeltakelse_hoyst_999'),
        ),
        migrations.AddConstraint(
            model_name='oppfolgingspunkt',
            constraint=models.CheckConstraint(condition=models.Q(('tekst', ''), _negated=True), name='oppfolgingspunkt_har_tekst'),
        ),
        migrations.AddConstraint(
            model_name='oppfolgingspunkt',
            constraint=models.CheckConstraint(condition=models.Q(('tekst__regex', '(?<![0-9])[0-9]{6}[ .-]?[0-9]{5}(?![0-9])'), _negated=True), name='oppfolgingspunkt_tekst_uten_fnr'),
        ),
        migrations.AddConstraint(
            model_name='tilknytning',
            constraint=models.CheckConstraint(condition=models.Q(('til__isnull', True), ('til__gt', models.F('fra')), _connector='OR'), name='tilknytning_til_etter_fra'),
        ),
    ])
