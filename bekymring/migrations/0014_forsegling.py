"""What happens in cases, who was given access and who was barred: sealed like the read log (ADR 10)."""

from django.db import migrations

from felles.db.migrasjon import Forsegles

HISTORIKK = "history_date, history_type, history_user_id, id, sak_id, fra, til"


class Migration(migrations.Migration):
    dependencies = [("bekymring", "0013_tilgang_sak"), ("vern", "0009_segl_funksjoner")]
    operations = [
        Forsegles("bekymring_hendelse", "sak_id, sone, art, fra, til, av_id, tid, tekst_id", skrivere="hp_web"),
        Forsegles(
            "bekymring_historicaltilgang",
            f"{HISTORIKK}, user_id, rett, sone, grunnlag, grunn, gitt_av_id",
            nokkel="history_id",
            klokke="history_date",
        ),
        Forsegles(
            "bekymring_historicalsperre",
            f"{HISTORIKK}, bruker_id, grunn, satt_av_id",
            nokkel="history_id",
            klokke="history_date",
        ),
    ]
