"""What shares a moment stands in the same order twice."""

from django.db import migrations

import felles.sortering


class Migration(migrations.Migration):

    dependencies = [
        ('samarbeid', '0001_tabeller'),
    ]

    operations = [
        migrations.AlterModelOptions(
            name='aktor',
            options={'ordering': [felles.sortering.Sorter('navn'), 'pk'], 'verbose_name': 'aktør', 'verbose_name_plural': 'aktører'},
        ),
        migrations.AlterModelOptions(
            name='aktoralias',
            options={'ordering': [felles.sortering.Sorter('navn'), 'pk'], 'verbose_name': 'annet navn', 'verbose_name_plural': 'andre navn'},
        ),
    ]
