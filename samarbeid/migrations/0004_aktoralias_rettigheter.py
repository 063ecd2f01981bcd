"""Other names are read by everyone logged in, like the registry."""

from django.db import migrations

from felles.db.migrasjon import Historikk, Rettigheter


class Migration(migrations.Migration):
    dependencies = [("samarbeid", "0003_aktoralias")]
    operations = [
        Rettigheter("samarbeid_aktoralias", hp_web="SELECT, INSERT, UPDATE", hp_worker="SELECT"),
        Historikk("samarbeid_aktoralias", "samarbeid_historicalaktoralias"),
    ]
