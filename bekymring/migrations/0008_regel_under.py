"""Who must consent can depend on a birthday within an age span: at 15 (R16)."""

from datetime import date

from django.db import migrations, models


def under_15(apps, schema_editor):
    """Where the birthday is known, the guardians alone consent until the 15th (R16; barneloven § 33 a)."""
    schema_editor.execute("SET LOCAL row_security = on")
    for tabell in ("bekymring_samtykkeregel", "bekymring_tilgang"):
        schema_editor.execute(f"ALTER TABLE {tabell} NO FORCE ROW LEVEL SECURITY")
    Samtykkeregel = apps.get_model("bekymring", "Samtykkeregel")
    Samtykkeregel.objects.using(schema_editor.connection.alias).create(
        art="saerlig", aldersspenn="13_15", under=15, selv=False, foresatte=True, gyldig_fra=date(2015, 4, 14)
    )


class Migration(migrations.Migration):

    dependencies = [
        ('bekymring', '0007_gjenapning'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='samtykkeregel',
            name='samtykkeregel_en_versjon',
        ),
        migrations.AddField(
            model_name='historicalsamtykkeregel',
            name='under',
            field=models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='bare når personen er yngre enn'),
        ),
        migrations.AddField(
            model_name='samtykkeregel',
            name='under',
            field=models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='bare når personen er yngre enn'),
        ),
        migrations.AddConstraint(
            model_name='samtykkeregel',
            constraint=models.UniqueConstraint(fields=('art', 'aldersspenn', 'under', 'gyldig_fra'), name='samtykkeregel_en_versjon', nulls_distinct=False),
        ),
        migrations.AlterModelOptions(
            name='samtykkeregel',
            options={'default_permissions': (), 'ordering': ['art', 'aldersspenn', 'gyldig_fra', 'pk'], 'verbose_name': 'samtykkeregel', 'verbose_name_plural': 'samtykkeregler'},
        ),
        migrations.RunPython(under_15, migrations.RunPython.noop),
    ]
