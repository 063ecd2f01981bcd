"""Chosen texts for one who has no other part in the case; a grant knows how long it was given for (R3, R6)."""

from django.conf import settings
from django.db import migrations, models


def som_gitt(apps, schema_editor):
    """What was given before lasts no longer than it did: nobody knows what was asked for."""
    schema_editor.execute("SET LOCAL row_security = on")
    schema_editor.execute("ALTER TABLE bekymring_tilgang NO FORCE ROW LEVEL SECURITY")
    schema_editor.execute("UPDATE bekymring_tilgang SET lengst = til WHERE formal <> ''")


class Migration(migrations.Migration):

    dependencies = [
        ('auth', '0012_alter_user_first_name_max_length'),
        ('bekymring', '0008_regel_under'),
        ('samarbeid', '0004_fodselsnummer'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterModelOptions(
            name='sak',
            options={'default_permissions': (), 'permissions': [('se_sak', 'Se registerlinjen'), ('les_egne', 'Lese det en selv har skrevet'), ('led_sak', 'Lede saken'), ('les_felles', 'Lese sonen felles'), ('les_identitet', 'Lese sonen identitet'), ('les_politi', 'Lese sonen politi'), ('les_helse', 'Lese sonen helse'), ('les_barnevern', 'Lese sonen barnevern'), ('les_skole', 'Lese sonen skole'), ('les_nav', 'Lese sonen nav'), ('les_mentor', 'Lese sonen mentor'), ('delt_politi', 'Lese det som er delt i sonen politi'), ('delt_helse', 'Lese det som er delt i sonen helse'), ('delt_barnevern', 'Lese det som er delt i sonen barnevern'), ('delt_skole', 'Lese det som er delt i sonen skole'), ('delt_nav', 'Lese det som er delt i sonen nav'), ('skriv_felles', 'Skrive i sonen felles'), ('skriv_identitet', 'Skrive i sonen identitet'), ('skriv_politi', 'Skrive i sonen politi'), ('skriv_helse', 'Skrive i sonen helse'), ('skriv_barnevern', 'Skrive i sonen barnevern'), ('skriv_skole', 'Skrive i sonen skole'), ('skriv_nav', 'Skrive i sonen nav'), ('skriv_mentor', 'Skrive i sonen mentor')], 'verbose_name': 'sak', 'verbose_name_plural': 'saker'},
        ),
        migrations.RemoveConstraint(
            model_name='tilgang',
            name='tilgang_rett_og_sone',
        ),
        migrations.RemoveConstraint(
            model_name='tilgang',
            name='tilgang_grunn_eller_unntak',
        ),
        migrations.AddField(
            model_name='historicaltilgang',
            name='lengst',
            field=models.DateTimeField(blank=True, null=True, verbose_name='gitt til, så lenge grunnlaget varer'),
        ),
        migrations.AddField(
            model_name='tilgang',
            name='lengst',
            field=models.DateTimeField(blank=True, null=True, verbose_name='gitt til, så lenge grunnlaget varer'),
        ),
        migrations.RunPython(som_gitt, migrations.RunPython.noop),
        migrations.AlterField(
            model_name='historicaltilgang',
            name='grunnlag',
            field=models.CharField(choices=[('koordinator', 'SLT-koordinator på vakt'), ('saksansvarlig', 'saksansvarlig'), ('melder', 'melder'), ('gruppe', 'medlem av kjernegruppa'), ('ansvarsgruppe', 'medlem av ansvarsgruppa'), ('samtale', 'fører bekymringssamtalen'), ('mentor', 'mentor'), ('mottaker', 'har fått utvalgte tekster'), ('nodtilgang', 'nødtilgang'), ('gjenapning', 'gjenåpnet av to')], max_length=20, verbose_name='grunnlag'),
        ),
        migrations.AlterField(
            model_name='historicaltilgang',
            name='rett',
            field=models.CharField(choices=[('se', 'se nummer, tilstand og frist'), ('les', 'lese'), ('delt', 'lese det som er delt'), ('egne', 'lese det du selv har skrevet'), ('skriv', 'skrive'), ('led', 'lede saken')], max_length=5, verbose_name='rett'),
        ),
        migrations.AlterField(
            model_name='tilgang',
            name='grunnlag',
            field=models.CharField(choices=[('koordinator', 'SLT-koordinator på vakt'), ('saksansvarlig', 'saksansvarlig'), ('melder', 'melder'), ('gruppe', 'medlem av kjernegruppa'), ('ansvarsgruppe', 'medlem av ansvarsgruppa'), ('samtale', 'fører bekymringssamtalen'), ('mentor', 'mentor'), ('mottaker', 'har fått utvalgte tekster'), ('nodtilgang', 'nødtilgang'), ('gjenapning', 'gjenåpnet av to')], max_length=20, verbose_name='grunnlag'),
        ),
        migrations.AlterField(
            model_name='tilgang',
            name='rett',
            field=models.CharField(choices=[('se', 'se nummer, tilstand og frist'), ('les', 'lese'), ('delt', 'lese det som er delt'), ('egne', 'lese det du selv har skrevet'), ('skriv', 'skrive'), ('led', 'lede saken')], max_length=5, verbose_name='rett'),
        ),
        migrations.AddConstraint(
            model_name='tilgang',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('rett__in', ['les', 'skriv']), ('sone__in', ['felles', 'identitet', 'politi', 'helse', 'barnevern', 'skole', 'nav', 'mentor'])), models.Q(('rett', 'delt'), ('sone__in', ['politi', 'helse', 'barnevern', 'skole', 'nav'])), models.Q(('rett__in', ['se', 'egne', 'led']), ('sone', '')), _connector='OR'), name='tilgang_rett_og_sone'),
        ),
        migrations.AddConstraint(
            model_name='tilgang',
            constraint=models.CheckConstraint(condition=models.Q(('rett', 'se'), models.Q(('grunnlag__in', ('gruppe', 'ansvarsgruppe', 'samtale', 'mentor', 'mottaker')), models.Q(('formal', ''), ('opplysning', '')), _connector='XOR'), _connector='OR'), name='tilgang_grunn_eller_unntak'),
        ),
    ]
