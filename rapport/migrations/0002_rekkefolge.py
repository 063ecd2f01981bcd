"""What shares a moment stands in the same order twice."""

from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('rapport', '0001_tabeller'),
    ]

    operations = [
        migrations.AlterModelOptions(
            name='dokument',
            options={'ordering': ['-laget', 'pk'], 'verbose_name': 'dokument', 'verbose_name_plural': 'dokumenter'},
        ),
        migrations.AlterModelOptions(
            name='jobb',
            options={'ordering': ['-opprettet', 'pk'], 'verbose_name': 'jobb', 'verbose_name_plural': 'jobber'},
        ),
    ]
