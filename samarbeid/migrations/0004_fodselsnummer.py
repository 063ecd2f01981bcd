"""A birth number is known also parted by other signs, further apart, and with the whole year (felles.personnummer)."""

from importlib import import_module

from django.db import migrations

from felles.db.frosset import med_fodselsnummervern
from felles.db.migrasjon import samle

TEKSTER = import_module("samarbeid.migrations.0003_navn_i_en_form").TEKSTER


class Migration(migrations.Migration):
    dependencies = [("samarbeid", "0003_navn_i_en_form")]

    operations = samle(med_fodselsnummervern(TEKSTER))
