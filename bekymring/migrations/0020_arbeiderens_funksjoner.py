"""The worker makes figures, reports and seals. It opens no case for anybody, and can call nothing that would."""

from django.db import migrations

from felles.db.migrasjon import som_vokter

FUNKSJONER = (
    "ny_sak(boolean)",
    "gi_tilgang(uuid, bigint, text[], boolean, boolean, text, uuid, timestamptz)",
    "trekk_tilgang(uuid, bigint, text, uuid, text[])",
    "sett_sperre(uuid, bigint, text)",
    "opphev_sperre(uuid, bigint)",
    "hvem_kan_se(uuid)",
    "lesere(uuid, integer)",
    "mine_oppslag(integer, bigint)",
    "alle_oppslag(integer, bigint)",
    "alle_avviste(integer)",
    "sak_for_ombud(text)",
    "innsyn(uuid[], text)",
    "logg_innsyn(uuid[], text, text[], text[])",
    "soner()",
    "kan_bruke_nod(uuid, bigint)",
)


class Migration(migrations.Migration):
    dependencies = [("bekymring", "0019_nodtilgang_vegger")]
    operations = [
        som_vokter(
            "; ".join(f"REVOKE EXECUTE ON FUNCTION vern.{funksjon} FROM hp_worker" for funksjon in FUNKSJONER),
            "; ".join(f"GRANT EXECUTE ON FUNCTION vern.{funksjon} TO hp_worker" for funksjon in FUNKSJONER),
        )
    ]
