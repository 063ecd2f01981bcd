"""Verifying reads and hashes every sealed row: all cores share it, where the planner thought it too little to share."""

from django.db import migrations

from felles.db.migrasjon import som_vokter

AVVIK = "ALTER FUNCTION vern.logg_avvik(text)"


class Migration(migrations.Migration):
    dependencies = [("vern", "0012_segl_horisont")]
    operations = [
        som_vokter(
            f"{AVVIK} SET parallel_setup_cost = 0 SET parallel_tuple_cost = 0 SET work_mem = '32MB'",
            f"{AVVIK} RESET parallel_setup_cost RESET parallel_tuple_cost RESET work_mem",
        )
    ]
