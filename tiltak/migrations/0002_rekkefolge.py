"""What shares a moment stands in the same order twice."""

from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('tiltak', '0001_tabeller'),
    ]

    operations = [
        migrations.AlterModelOptions(
            name='aktivitet',
            options={'ordering': ['-dato', 'tittel', 'pk'], 'verbose_name': 'aktivitet', 'verbose_name_plural': 'aktiviteter'},
        ),
        migrations.AlterModelOptions(
            name='ansvar',
            options={'ordering': ['tiltak', 'rekkefolge', 'pk'], 'verbose_name': 'ansvar', 'verbose_name_plural': 'ansvar'},
        ),
        migrations.AlterModelOptions(
            name='indikator',
            options={'ordering': ['navn', 'pk'], 'verbose_name': 'indikator', 'verbose_name_plural': 'indikatorer'},
        ),
        migrations.AlterModelOptions(
            name='kommentar',
            options={'ordering': ['tid', 'pk'], 'verbose_name': 'kommentar', 'verbose_name_plural': 'kommentarer'},
        ),
        migrations.AlterModelOptions(
            name='lenke',
            options={'ordering': ['art', '-dato', 'tittel', 'pk'], 'verbose_name': 'lenke', 'verbose_name_plural': 'lenker'},
        ),
        migrations.AlterModelOptions(
            name='maling',
            options={'ordering': ['ar', 'tid', 'pk'], 'verbose_name': 'måling', 'verbose_name_plural': 'målinger'},
        ),
        migrations.AlterModelOptions(
            name='milepael',
            options={'ordering': ['frist', 'tittel', 'pk'], 'verbose_name': 'milepæl', 'verbose_name_plural': 'milepæler'},
        ),
        migrations.AlterModelOptions(
            name='mulighendelse',
            options={'ordering': ['tid', 'pk'], 'verbose_name': 'hendelse for mulig tiltak', 'verbose_name_plural': 'hendelser for mulige tiltak'},
        ),
        migrations.AlterModelOptions(
            name='rulleringskobling',
            options={'ordering': ['fra__nr', 'pk'], 'verbose_name': 'kobling', 'verbose_name_plural': 'koblinger'},
        ),
        migrations.AlterModelOptions(
            name='rulleringstiltak',
            options={'ordering': ['omrade_nr', 'plass', 'tittel', 'pk'], 'verbose_name': 'tiltak i utkastet', 'verbose_name_plural': 'tiltak i utkastet'},
        ),
        migrations.AlterModelOptions(
            name='statusrapport',
            options={'ordering': ['-ar', '-tid', 'pk'], 'verbose_name': 'statusrapport', 'verbose_name_plural': 'statusrapporter'},
        ),
        migrations.AlterModelOptions(
            name='statusrunde',
            options={'ordering': ['-tid', 'pk'], 'verbose_name': 'innhenting av status', 'verbose_name_plural': 'innhentinger av status'},
        ),
        migrations.AlterModelOptions(
            name='vedlegg',
            options={'ordering': ['-dato', 'tittel', 'pk'], 'verbose_name': 'vedlegg', 'verbose_name_plural': 'vedlegg'},
        ),
        migrations.AlterModelOptions(
            name='vedtak',
            options={'ordering': ['dato', 'pk'], 'verbose_name': 'vedtak', 'verbose_name_plural': 'vedtak'},
        ),
    ]
