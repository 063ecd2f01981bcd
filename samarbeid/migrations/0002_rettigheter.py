"""Everyone logged in reads the registry; only the web role writes it."""

from django.db import migrations

from felles.db.migrasjon import Historikk, Rettigheter


class Migration(migrations.Migration):
    dependencies = [("samarbeid", "0001_initial"), ("vern", "0002_rettigheter")]
    operations = [
        Rettigheter("samarbeid_aktor", hp_web="SELECT, INSERT, UPDATE", hp_worker="SELECT"),
        Rettigheter("samarbeid_tilknytning", hp_web="SELECT, INSERT, UPDATE", hp_worker="SELECT"),
        Historikk("samarbeid_aktor", "samarbeid_historicalaktor"),
        Historikk("samarbeid_tilknytning", "samarbeid_historicaltilknytning"),
    ]
