"""What shares a moment stands in the same order twice."""

from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('bekymring', '0001_tabeller'),
    ]

    operations = [
        migrations.AlterModelOptions(
            name='konklusjon',
            options={'default_permissions': (), 'ordering': ['-tid', 'pk'], 'verbose_name': 'konklusjon', 'verbose_name_plural': 'konklusjoner'},
        ),
        migrations.AlterModelOptions(
            name='kontakt',
            options={'default_permissions': (), 'ordering': ['-dato', '-tid', 'pk'], 'verbose_name': 'kontakt', 'verbose_name_plural': 'kontakter'},
        ),
        migrations.AlterModelOptions(
            name='kvittering',
            options={'default_permissions': (), 'ordering': ['-tid', 'pk'], 'verbose_name': 'kvittering', 'verbose_name_plural': 'kvitteringer'},
        ),
        migrations.AlterModelOptions(
            name='mote',
            options={'default_permissions': (), 'ordering': ['-tid', 'pk'], 'verbose_name': 'møte i kjernegruppe', 'verbose_name_plural': 'møter i kjernegruppe'},
        ),
        migrations.AlterModelOptions(
            name='oppgave',
            options={'default_permissions': (), 'ordering': ['frist', 'pk'], 'verbose_name': 'oppgave', 'verbose_name_plural': 'oppgaver'},
        ),
        migrations.AlterModelOptions(
            name='samtale',
            options={'default_permissions': (), 'ordering': ['-tid', 'pk'], 'verbose_name': 'samtale', 'verbose_name_plural': 'samtaler'},
        ),
    ]
