"""The logs stand behind the same kind of wall as the cases, so that a stray grant would still show nothing."""

from django.db import migrations

from felles.db.migrasjon import Vegg

VOKTER = ("ALL", "hp_vokter", "true")
LES = ("SELECT", "hp_innsyn", "true")


class Migration(migrations.Migration):
    dependencies = [("vern", "0005_loggfunksjoner")]
    operations = [
        Vegg("vern_innsyn", vokter=VOKTER, les=LES),
        Vegg("vern_avvist", vokter=VOKTER, les=LES, ny=("INSERT", "hp_logg", "true")),
    ]
