"""The walls: who reads and writes which row, for every statement the web can send (datamodell.md §2).

The truth about validity stands once, on the grants: own row, begun, not ended, no bar. All else asks through it.
"""

from django.db import migrations

from felles.db.migrasjon import Historikk, Rettigheter, Vegg

MEG = "(SELECT vern.uid())"
KOORDINATOR = "(SELECT vern.har_rolle('koordinator'))"
VOKTER = ("ALL", "hp_vokter", "true")
SKRIV_HISTORIKK = ("INSERT", "hp_vokter", "true")


def tilgang(sak: str, vilkar: str) -> str:
    return f"EXISTS (SELECT FROM bekymring_tilgang t WHERE t.sak_id = {sak} AND {vilkar})"


def ingen_sperre(sak: str) -> str:
    return (
        f"NOT EXISTS (SELECT FROM bekymring_sperre s WHERE s.sak_id = {sak} AND s.bruker_id = {MEG} "
        "AND (s.til IS NULL OR s.til > statement_timestamp()))"
    )


def i_sone(tabell: str, rett: str) -> str:
    return tilgang(f"{tabell}.sak_id", f"t.rett = '{rett}' AND t.sone = {tabell}.sone")


SER = tilgang("bekymring_sak.id", "t.rett = 'se'")
SER_EGNE = tilgang("bekymring_tekst.sak_id", "t.rett = 'egne'")
KAN_ENDRE = tilgang("bekymring_sak.id", "t.rett IN ('led', 'skriv')")


class Migration(migrations.Migration):
    dependencies = [
        ("bekymring", "0001_kjerne"),
        ("vern", "0005_loggfunksjoner"),
        ("samarbeid", "0002_rettigheter"),
    ]
    operations = [
        Vegg(
            "bekymring_sperre",
            egne=("SELECT", "hp_web", f"bruker_id = {MEG}"),
            vokter=VOKTER,
        ),
        Vegg(
            "bekymring_tilgang",
            egne=(
                "SELECT",
                "hp_web",
                f"user_id = {MEG} AND fra <= statement_timestamp() AND (til IS NULL OR til > statement_timestamp())",
            ),
            sperre=("RESTRICTIVE SELECT", "hp_web", ingen_sperre("bekymring_tilgang.sak_id")),
            vokter=VOKTER,
        ),
        Vegg(
            "bekymring_sak",
            se=("SELECT", "hp_web", f"{KOORDINATOR} OR {SER}"),
            sperre=("RESTRICTIVE ALL", "hp_web", ingen_sperre("bekymring_sak.id")),
            ny=("INSERT", "hp_web", SER),
            endre=(
                "UPDATE",
                "hp_web",
                KAN_ENDRE,
                "modus, tilstand, aldersspenn, kjernegruppe_id, saksansvarlig_id, frist, sist_endret, versjon",
            ),
            vokter=VOKTER,
        ),
        Vegg(
            "bekymring_tekst",
            les=("SELECT", "hp_web", i_sone("bekymring_tekst", "les")),
            egne=("SELECT", "hp_web", f"av_id = {MEG} AND {SER_EGNE}"),
            skriv=("INSERT", "hp_web", f"av_id = {MEG} AND {i_sone('bekymring_tekst', 'skriv')}"),
        ),
        Vegg(
            "bekymring_hendelse",
            register=(
                "SELECT",
                "hp_web",
                "sone = 'register' AND EXISTS (SELECT FROM bekymring_sak s WHERE s.id = bekymring_hendelse.sak_id)",
            ),
            les=("SELECT", "hp_web", i_sone("bekymring_hendelse", "les")),
            skriv=("INSERT", "hp_web", f"av_id = {MEG} AND {i_sone('bekymring_hendelse', 'skriv')}"),
            skriv_register=(
                "INSERT",
                "hp_web",
                f"av_id = {MEG} AND sone = 'register' AND "
                + tilgang("bekymring_hendelse.sak_id", "t.rett IN ('led', 'skriv')"),
            ),
        ),
        Vegg(
            "bekymring_utkast",
            les=("SELECT", "hp_web", f"bruker_id = {MEG}"),
            ny=("INSERT", "hp_web", f"bruker_id = {MEG}"),
            endre=("UPDATE", "hp_web", f"bruker_id = {MEG}"),
            slett=("DELETE", "hp_web", f"bruker_id = {MEG}"),
        ),
        Vegg(
            "bekymring_kjernegruppe",
            les=("SELECT", "hp_web", f"{MEG} IS NOT NULL"),
            ny=("INSERT", "hp_web", KOORDINATOR),
            endre=("UPDATE", "hp_web", KOORDINATOR),
        ),
        Vegg(
            "bekymring_medlemskap",
            les=("SELECT", "hp_web", f"{MEG} IS NOT NULL"),
            ny=("INSERT", "hp_web", KOORDINATOR),
            endre=("UPDATE", "hp_web", KOORDINATOR),
        ),
        # History: of the register line for those who see the line; of grants and bars for nobody but functions.
        Vegg(
            "bekymring_historicalsak",
            les=("SELECT", "hp_web", "EXISTS (SELECT FROM bekymring_sak s WHERE s.id = bekymring_historicalsak.id)"),
            skriv=SKRIV_HISTORIKK,
        ),
        Vegg("bekymring_historicaltilgang", skriv=SKRIV_HISTORIKK),
        Vegg("bekymring_historicalsperre", skriv=SKRIV_HISTORIKK),
        Vegg("bekymring_historicalkjernegruppe", les=("SELECT", "hp_web", KOORDINATOR), skriv=SKRIV_HISTORIKK),
        Vegg("bekymring_historicalmedlemskap", les=("SELECT", "hp_web", KOORDINATOR), skriv=SKRIV_HISTORIKK),
        Historikk(
            "bekymring_sak",
            "bekymring_historicalsak",
            lesere="",
            kolonner="modus, tilstand, aldersspenn, kjernegruppe_id, saksansvarlig_id, frist",
        ),
        Historikk("bekymring_tilgang", "bekymring_historicaltilgang", lesere="", kolonner="fra, til"),
        Historikk("bekymring_sperre", "bekymring_historicalsperre", lesere=""),
        Historikk("bekymring_kjernegruppe", "bekymring_historicalkjernegruppe", lesere=""),
        Historikk("bekymring_medlemskap", "bekymring_historicalmedlemskap", lesere=""),
        # What the functions of the next migration touch; never text.
        Rettigheter("bekymring_tilgang", hp_vokter="SELECT, INSERT, UPDATE"),
        Rettigheter("bekymring_sperre", hp_vokter="SELECT, INSERT, UPDATE"),
        Rettigheter("bekymring_sak", hp_vokter="SELECT (id, ref, nummer, sist_endret), UPDATE (sist_endret)"),
        Rettigheter("auth_permission", hp_vokter="SELECT"),
        Rettigheter("django_content_type", hp_vokter="SELECT"),
        Rettigheter("samarbeid_aktor", hp_vokter="SELECT"),
        Rettigheter("samarbeid_tilknytning", hp_vokter="SELECT"),
    ]
