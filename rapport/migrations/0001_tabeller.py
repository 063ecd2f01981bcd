"""Reports and the jobs that make them."""

import uuid

import django.core.validators
import django.db.models.deletion
import django.db.models.functions.datetime
import simple_history.models
from django.conf import settings
from django.db import migrations, models

import felles.tid
from felles.db.migrasjon import samle


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = samle([
        migrations.CreateModel(
            name='Rapport',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ar', models.PositiveSmallIntegerField(verbose_name='år')),
                ('versjon', models.PositiveSmallIntegerField(verbose_name='versjon')),
                ('tilstand', models.CharField(choices=[('utkast', 'Utkast'), ('godkjent', 'Godkjent'), ('publisert', 'Publisert')], default='utkast', max_length=10, verbose_name='tilstand')),
                ('bilde', models.JSONField(editable=False, verbose_name='fryst bilde')),
                ('avtrykk', models.CharField(editable=False, max_length=64, verbose_name='avtrykk av dataene')),
                ('bestilt', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name='bestilt')),
                ('godkjent', models.DateTimeField(blank=True, null=True, verbose_name='godkjent')),
                ('publisert', models.DateTimeField(blank=True, null=True, verbose_name='publisert')),
                ('bestilt_av', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='bestilt av')),
                ('erstatter', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='erstattet_av', to='rapport.rapport', verbose_name='erstatter')),
                ('godkjent_av', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='godkjent av')),
                ('publisert_av', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='publisert av')),
            ],
            options={
                'verbose_name': 'statusrapport for et år',
                'verbose_name_plural': 'statusrapporter for år',
                'ordering': ['-ar', '-versjon'],
            },
        ),
        migrations.CreateModel(
            name='Jobb',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('art', models.CharField(choices=[('utkast', 'Utkast'), ('endelig', 'Endelig utgave')], default='utkast', max_length=8, verbose_name='art')),
                ('opprettet', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name='opprettet')),
                ('tilstand', models.CharField(choices=[('ventende', 'Venter på tur'), ('pagar', 'Lages nå'), ('ferdig', 'Ferdig'), ('feilet', 'Feilet')], default='ventende', max_length=8, verbose_name='tilstand')),
                ('forsok', models.PositiveSmallIntegerField(default=0, validators=[django.core.validators.MaxValueValidator(5)], verbose_name='forsøk')),
                ('lease', models.DateTimeField(blank=True, null=True, verbose_name='holdes til')),
                ('steg', models.CharField(choices=[('ko', 'Venter på tur'), ('tall', 'Henter det som er meldt'), ('tegner', 'Setter sidene'), ('lagrer', 'Lagrer dokumentet'), ('ferdig', 'Dokumentet er klart')], default='ko', max_length=8, verbose_name='steg')),
                ('feilkode', models.CharField(blank=True, choices=[('tegning', 'Rapporten kunne ikke tegnes. Det er trolig noe i teksten som programmet ikke forstår.'), ('tid', 'Det tok for lang tid å lage rapporten.'), ('minne', 'Rapporten ble for stor for maskinen.'), ('avbrutt', 'Arbeidet ble avbrutt for mange ganger.'), ('ingen_rett', 'Den som bestilte, har ikke lenger rett til å bestille rapporter.'), ('data', 'Grunnlaget for rapporten kan ikke leses.')], max_length=12, verbose_name='feil')),
                ('ferdig', models.DateTimeField(blank=True, null=True, verbose_name='ferdig')),
                ('bestilt_av', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='bestilt av')),
                ('rapport', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='jobber', to='rapport.rapport', verbose_name='rapport')),
            ],
            options={
                'verbose_name': 'jobb',
                'verbose_name_plural': 'jobber',
                'ordering': ['-opprettet'],
            },
        ),
        migrations.CreateModel(
            name='HistoricalRapport',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('ar', models.PositiveSmallIntegerField(verbose_name='år')),
                ('versjon', models.PositiveSmallIntegerField(verbose_name='versjon')),
                ('tilstand', models.CharField(choices=[('utkast', 'Utkast'), ('godkjent', 'Godkjent'), ('publisert', 'Publisert')], default='utkast', max_length=10, verbose_name='tilstand')),
                ('avtrykk', models.CharField(editable=False, max_length=64, verbose_name='avtrykk av dataene')),
                ('bestilt', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name='bestilt')),
                ('godkjent', models.DateTimeField(blank=True, null=True, verbose_name='godkjent')),
                ('publisert', models.DateTimeField(blank=True, null=True, verbose_name='publisert')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('bestilt_av', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='bestilt av')),
                ('godkjent_av', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='godkjent av')),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('publisert_av', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='publisert av')),
                ('erstatter', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='rapport.rapport', verbose_name='erstatter')),
            ],
            options={
                'verbose_name': 'historical statusrapport for et år',
                'verbose_name_plural': 'historical statusrapporter for år',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='Dokument',
            fields=[
                ('jobb', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='dokument', serialize=False, to='rapport.jobb')),
                ('innhold', models.BinaryField(verbose_name='innhold')),
                ('storrelse', models.PositiveIntegerField(verbose_name='størrelse i byte')),
                ('sha256', models.CharField(max_length=64, verbose_name='SHA-256')),
                ('laget', models.DateTimeField(default=felles.tid.na, verbose_name='laget')),
                ('rapport', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='dokumenter', to='rapport.rapport', verbose_name='rapport')),
            ],
            options={
                'verbose_name': 'dokument',
                'verbose_name_plural': 'dokumenter',
                'ordering': ['-laget'],
            },
        ),
        migrations.AddConstraint(
            model_name='rapport',
            constraint=models.UniqueConstraint(fields=('ar', 'versjon'), name='rapport_versjon_i_aret'),
        ),
        migrations.AddConstraint(
            model_name='rapport',
            constraint=models.UniqueConstraint(fields=('ar', 'avtrykk'), name='rapport_en_per_dataversjon'),
        ),
        migrations.AddConstraint(
            model_name='rapport',
            constraint=models.CheckConstraint(condition=models.Q(('ar__range', (1990, 2200))), name='rapport_ar_er_et_ar'),
        ),
        migrations.AddConstraint(
            model_name='rapport',
            constraint=models.CheckConstraint(condition=models.Q(('tilstand__in', ['utkast', 'godkjent', 'publisert'])), name='rapport_kjent_tilstand'),
        ),
        migrations.AddConstraint(
            model_name='rapport',
            constraint=models.CheckConstraint(condition=models.Q(('erstatter__isnull', True), models.Q(('erstatter', models.F('id')), _negated=True), _connector='OR'), name='rapport_erstatter_ikke_seg_selv'),
        ),
        migrations.AddConstraint(
            model_name='rapport',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('godkjent__isnull', True), ('tilstand', 'utkast')), models.Q(models.Q(('tilstand', 'utkast'), _negated=True), ('godkjent__isnull', False), ('godkjent_av__isnull', False)), _connector='OR'), name='rapport_godkjent_av_noen'),
        ),
        migrations.AddConstraint(
            model_name='jobb',
            constraint=models.UniqueConstraint(condition=models.Q(('tilstand__in', ('ventende', 'pagar'))), fields=('rapport',), name='jobb_en_aktiv_per_rapport'),
        ),
        migrations.AddConstraint(
            model_name='jobb',
            constraint=models.CheckConstraint(condition=models.Q(('tilstand__in', ['ventende', 'pagar', 'ferdig', 'feilet'])), name='jobb_kjent_tilstand'),
        ),
        migrations.AddConstraint(
            model_name='jobb',
            constraint=models.CheckConstraint(condition=models.Q(('art__in', ['utkast', 'endelig'])), name='jobb_kjent_art'),
        ),
        migrations.AddConstraint(
            model_name='jobb',
            constraint=models.CheckConstraint(condition=models.Q(('forsok__range', (0, 5))), name='jobb_hoyst_fem_forsok'),
        ),
        migrations.AddConstraint(
            model_name='jobb',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('tilstand', 'feilet'), models.Q(('feilkode', ''), _negated=True)), models.Q(('tilstand', 'feilet'), _negated=True), _connector='OR'), name='jobb_feil_har_kode'),
        ),
    ])
