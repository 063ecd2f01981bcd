"""The logs and their seals; which tables are sealed; the extension that finds misspelt words."""

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.db.models.functions.datetime
from django.db import migrations, models

from felles.db.migrasjon import Transaksjonsnummer, samle

KILDE = "CREATE TABLE vern.kilde (tabell text PRIMARY KEY, nokkel text NOT NULL, kolonner text NOT NULL, klokke text)"
# pg_trgm comes with PostgreSQL and is «trusted», so the owner may make it; in a schema of its own, because an
# extension's functions are open to all who may enter.
LIKHET = "CREATE SCHEMA sok; CREATE EXTENSION pg_trgm WITH SCHEMA sok"


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [*samle([
        migrations.CreateModel(
            name='Avvist',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('tid', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name='tid')),
                ('bruker', models.BigIntegerField(null=True, verbose_name='bruker')),
                ('referanse', models.CharField(max_length=64, verbose_name='referanse')),
                ('side', models.CharField(max_length=60, verbose_name='side')),
                ('metode', models.CharField(max_length=10, verbose_name='metode')),
            ],
            options={
                'verbose_name': 'avvist',
                'verbose_name_plural': 'avvist',
                'default_permissions': (),
                'indexes': [models.Index(fields=['bruker', '-id'], name='avvist_bruker')],
            },
        ),
        migrations.CreateModel(
            name='Innsyn',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('tid', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name='tid')),
                ('bruker', models.BigIntegerField(verbose_name='bruker')),
                ('roller', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=20), default=list, size=None, verbose_name='roller')),
                ('saker', django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField(), size=None, verbose_name='saker')),
                ('utsnitt', models.CharField(max_length=40, verbose_name='del')),
                ('soner', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=12), default=list, size=None, verbose_name='soner')),
                ('grunnlag', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=20), default=list, size=None, verbose_name='grunnlag')),
            ],
            options={
                'verbose_name': 'innsyn',
                'verbose_name_plural': 'innsyn',
                'default_permissions': (),
                'indexes': [models.Index(fields=['bruker', '-id'], name='innsyn_bruker'), django.contrib.postgres.indexes.GinIndex(fields=['saker'], name='innsyn_saker')],
            },
        ),
        migrations.CreateModel(
            name='Oppslagsvurdering',
            fields=[
                ('innsyn', models.BigIntegerField(primary_key=True, serialize=False, verbose_name='oppslag')),
                ('bruker', models.BigIntegerField(verbose_name='bruker')),
                ('tid', models.DateTimeField(verbose_name='tid')),
                ('regler', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=20), size=None, verbose_name='hvorfor')),
                ('vurdert', models.DateTimeField(null=True, verbose_name='vurdert')),
                ('vurdert_av', models.BigIntegerField(null=True, verbose_name='vurdert av')),
                ('merknad', models.CharField(blank=True, max_length=300, verbose_name='merknad')),
            ],
            options={
                'verbose_name': 'vurdering av oppslag',
                'verbose_name_plural': 'vurderinger av oppslag',
                'default_permissions': (),
                'indexes': [models.Index(condition=models.Q(('vurdert__isnull', True)), fields=['-innsyn'], name='vurdering_apne')],
            },
        ),
        migrations.CreateModel(
            name='Segl',
            fields=[
                ('nr', models.BigIntegerField(primary_key=True, serialize=False, verbose_name='nummer')),
                ('logg', models.CharField(max_length=63, verbose_name='logg')),
                ('tid', models.DateTimeField(verbose_name='tid')),
                ('fra_xid', models.BigIntegerField(verbose_name='fra transaksjon')),
                ('til_xid', models.BigIntegerField(verbose_name='til transaksjon')),
                ('ider', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None, verbose_name='rader')),
                ('avtrykk', django.contrib.postgres.fields.ArrayField(base_field=models.BinaryField(), size=None, verbose_name='radenes avtrykk')),
                ('forrige', models.BinaryField(verbose_name='forrige segl')),
                ('hash', models.BinaryField(verbose_name='avtrykk')),
            ],
            options={
                'verbose_name': 'segl',
                'verbose_name_plural': 'segl',
                'default_permissions': (),
                'indexes': [models.Index(fields=['logg', '-nr'], name='segl_logg')],
            },
        ),
    ]),
        Transaksjonsnummer("vern_innsyn"),
        Transaksjonsnummer("vern_avvist"),
        migrations.RunSQL(KILDE, "DROP TABLE vern.kilde"),
        migrations.RunSQL(LIKHET, "DROP SCHEMA sok CASCADE"),
    ]
