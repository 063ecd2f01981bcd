"""Accounts, roles and sessions."""

import django.contrib.auth.validators
import django.contrib.postgres.functions
import django.db.models.deletion
import django.db.models.functions.datetime
import django.db.models.functions.text
import django.utils.timezone
import simple_history.models
from django.conf import settings
from django.db import migrations, models

from felles.db.migrasjon import Transaksjonsnummer, samle


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [*samle([
        migrations.CreateModel(
            name='Bruker',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('is_superuser', models.BooleanField(default=False, help_text='Designates that this user has all permissions without explicitly assigning them.', verbose_name='superuser status')),
                ('username', models.CharField(error_messages={'unique': 'A user with that username already exists.'}, help_text='Required. 150 characters or fewer. Letters, digits and @/./+/-/_ only.', max_length=150, unique=True, validators=[django.contrib.auth.validators.UnicodeUsernameValidator()], verbose_name='username')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='email address')),
                ('is_staff', models.BooleanField(default=False, help_text='Designates whether the user can log into this admin site.', verbose_name='staff status')),
                ('is_active', models.BooleanField(default=True, help_text='Designates whether this user should be treated as active. Unselect this instead of deleting accounts.', verbose_name='active')),
                ('date_joined', models.DateTimeField(default=django.utils.timezone.now, verbose_name='date joined')),
                ('navn', models.CharField(max_length=120, verbose_name='navn')),
                ('tittel', models.CharField(blank=True, max_length=120, verbose_name='tittel')),
                ('ma_bytte_passord', models.BooleanField(default=False, verbose_name='må bytte passord')),
                ('fargevalg', models.CharField(choices=[('auto', 'Som på maskinen'), ('light', 'Lyse'), ('dark', 'Mørke')], default='auto', max_length=5, verbose_name='farger')),
                ('skjema', models.UUIDField(db_default=django.contrib.postgres.functions.RandomUUID(), editable=False, unique=True, verbose_name='skjemaets nøkkel')),
                ('sprak', models.CharField(choices=[('nb', 'Bokmål'), ('nn', 'Nynorsk')], default='nb', max_length=2, verbose_name='språk')),
                ('groups', models.ManyToManyField(blank=True, help_text='The groups this user belongs to. A user will get all permissions granted to each of their groups.', related_name='user_set', related_query_name='user', to='auth.group', verbose_name='groups')),
                ('user_permissions', models.ManyToManyField(blank=True, help_text='Specific permissions for this user.', related_name='user_set', related_query_name='user', to='auth.permission', verbose_name='user permissions')),
            ],
            options={
                'verbose_name': 'bruker',
                'verbose_name_plural': 'brukere',
            },
        ),
        migrations.CreateModel(
            name='HistoricalBruker',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('is_superuser', models.BooleanField(default=False, help_text='Designates that this user has all permissions without explicitly assigning them.', verbose_name='superuser status')),
                ('username', models.CharField(db_index=True, error_messages={'unique': 'A user with that username already exists.'}, help_text='Required. 150 characters or fewer. Letters, digits and @/./+/-/_ only.', max_length=150, validators=[django.contrib.auth.validators.UnicodeUsernameValidator()], verbose_name='username')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='email address')),
                ('is_staff', models.BooleanField(default=False, help_text='Designates whether the user can log into this admin site.', verbose_name='staff status')),
                ('is_active', models.BooleanField(default=True, help_text='Designates whether this user should be treated as active. Unselect this instead of deleting accounts.', verbose_name='active')),
                ('date_joined', models.DateTimeField(default=django.utils.timezone.now, verbose_name='date joined')),
                ('navn', models.CharField(max_length=120, verbose_name='navn')),
                ('tittel', models.CharField(blank=True, max_length=120, verbose_name='tittel')),
                ('ma_bytte_passord', models.BooleanField(default=False, verbose_name='må bytte passord')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'historical bruker',
                'verbose_name_plural': 'historical brukere',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='HistoricalRolletildeling',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('rolle', models.CharField(choices=[('koordinator', 'SLT-koordinator'), ('politikontakt', 'politikontakt'), ('tiltaksansvarlig', 'tiltaksansvarlig'), ('melder', 'kan melde bekymring'), ('tjenesteleder', 'tjenesteleder'), ('mentoransvarlig', 'mentoransvarlig'), ('radmann', 'rådmann'), ('personvernombud', 'personvernombud'), ('systemansvarlig', 'systemansvarlig'), ('arkivansvarlig', 'arkivansvarlig')], max_length=20, verbose_name='rolle')),
                ('fra', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name='fra')),
                ('til', models.DateTimeField(blank=True, null=True, verbose_name='til')),
                ('grunn', models.CharField(blank=True, max_length=200, verbose_name='grunn')),
                ('sluttgrunn', models.CharField(blank=True, max_length=200, verbose_name='grunn til at den tok slutt')),
                ('skjema', models.UUIDField(db_default=django.contrib.postgres.functions.RandomUUID(), db_index=True, editable=False, verbose_name='skjemaets nøkkel')),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('bruker', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='bruker')),
                ('gitt_av', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='gitt av')),
                ('history_user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'historical rolletildeling',
                'verbose_name_plural': 'historical rolletildelinger',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='Kalenderadresse',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('avtrykk', models.CharField(max_length=64, unique=True, verbose_name='avtrykk')),
                ('laget', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name='laget')),
                ('trukket', models.DateTimeField(blank=True, null=True, verbose_name='trukket tilbake')),
                ('bruker', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='kalenderadresser', to=settings.AUTH_USER_MODEL, verbose_name='bruker')),
            ],
            options={
                'verbose_name': 'kalenderadresse',
                'verbose_name_plural': 'kalenderadresser',
            },
        ),
        migrations.CreateModel(
            name='Okt',
            fields=[
                ('session_key', models.CharField(max_length=40, primary_key=True, serialize=False, verbose_name='session key')),
                ('session_data', models.TextField(verbose_name='session data')),
                ('expire_date', models.DateTimeField(db_index=True, verbose_name='expire date')),
                ('merke', models.UUIDField(null=True, verbose_name='merke')),
                ('nettleser', models.CharField(blank=True, max_length=40, verbose_name='nettleser')),
                ('startet', models.DateTimeField(null=True, verbose_name='startet')),
                ('sist', models.DateTimeField(null=True, verbose_name='sist brukt')),
                ('bruker', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='okter', to=settings.AUTH_USER_MODEL, verbose_name='bruker')),
            ],
            options={
                'verbose_name': 'økt',
                'verbose_name_plural': 'økter',
                'abstract': False,
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='Rolletildeling',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('rolle', models.CharField(choices=[('koordinator', 'SLT-koordinator'), ('politikontakt', 'politikontakt'), ('tiltaksansvarlig', 'tiltaksansvarlig'), ('melder', 'kan melde bekymring'), ('tjenesteleder', 'tjenesteleder'), ('mentoransvarlig', 'mentoransvarlig'), ('radmann', 'rådmann'), ('personvernombud', 'personvernombud'), ('systemansvarlig', 'systemansvarlig'), ('arkivansvarlig', 'arkivansvarlig')], max_length=20, verbose_name='rolle')),
                ('fra', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name='fra')),
                ('til', models.DateTimeField(blank=True, null=True, verbose_name='til')),
                ('grunn', models.CharField(blank=True, max_length=200, verbose_name='grunn')),
                ('sluttgrunn', models.CharField(blank=True, max_length=200, verbose_name='grunn til at den tok slutt')),
                ('skjema', models.UUIDField(db_default=django.contrib.postgres.functions.RandomUUID(), editable=False, unique=True, verbose_name='skjemaets nøkkel')),
                ('bruker', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='rolletildelinger', to=settings.AUTH_USER_MODEL, verbose_name='bruker')),
                ('gitt_av', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='gitt av')),
            ],
            options={
                'verbose_name': 'rolletildeling',
                'verbose_name_plural': 'rolletildelinger',
            },
        ),
        migrations.AddConstraint(
            model_name='bruker',
            constraint=models.CheckConstraint(condition=models.Q(('is_staff', False), ('is_superuser', False)), name='bruker_ingen_superbruker'),
        ),
        migrations.AddConstraint(
            model_name='bruker',
            constraint=models.CheckConstraint(condition=models.Q(('fargevalg__in', ['auto', 'light', 'dark'])), name='bruker_kjent_fargevalg'),
        ),
        migrations.AddConstraint(
            model_name='bruker',
            constraint=models.UniqueConstraint(django.db.models.functions.text.Lower('username'), name='bruker_ett_brukernavn'),
        ),
        migrations.AddConstraint(
            model_name='kalenderadresse',
            constraint=models.UniqueConstraint(condition=models.Q(('trukket__isnull', True)), fields=('bruker',), name='kalenderadresse_en_om_gangen'),
        ),
        migrations.AddConstraint(
            model_name='rolletildeling',
            constraint=models.CheckConstraint(condition=models.Q(('rolle__in', ['koordinator', 'politikontakt', 'tiltaksansvarlig', 'melder', 'tjenesteleder', 'mentoransvarlig', 'radmann', 'personvernombud', 'systemansvarlig', 'arkivansvarlig'])), name='rolletildeling_kjent_rolle'),
        ),
        migrations.AddConstraint(
            model_name='rolletildeling',
            constraint=models.CheckConstraint(condition=models.Q(('til__isnull', True), ('til__gt', models.F('fra')), _connector='OR'), name='rolletildeling_til_etter_fra'),
        ),
    ]),
        Transaksjonsnummer("brukere_historicalrolletildeling"),
    ]
