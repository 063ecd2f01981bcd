"""The walls of what the workflow adds. A row with a zone is for those who hold the zone, as `Tekst` is."""

from django.db import migrations

from felles.db.migrasjon import Historikk, Vegg, som_vokter

MEG = "(SELECT vern.uid())"
INNLOGGET = f"{MEG} IS NOT NULL"
KOORDINATOR = "(SELECT vern.har_rolle('koordinator'))"
SKRIV_HISTORIKK = ("INSERT", "hp_vokter", "true")


def tilgang(sak: str, vilkar: str) -> str:
    return f"EXISTS (SELECT FROM bekymring_tilgang t WHERE t.sak_id = {sak} AND {vilkar})"


def i_sone(tabell: str, rett: str) -> str:
    return tilgang(f"{tabell}.sak_id", f"t.rett = '{rett}' AND t.sone = {tabell}.sone")


def i_gruppe(gruppe: str, vilkar: str = "true") -> str:
    return (
        f"EXISTS (SELECT FROM bekymring_medlemskap m WHERE m.gruppe_id = {gruppe} AND m.bruker_id = {MEG} "
        f"AND m.fra <= now() AND (m.til IS NULL OR m.til > now()) AND {vilkar})"
    )


def sonevegg(navn: str, *, av: str = "", endre: str = "") -> list:
    """Read, add and change by zone; `av` is the column that must be the writer, `endre` the columns that change."""
    tabell = f"bekymring_{navn}"
    skriv = i_sone(tabell, "skriv")
    policyer = {
        "les": ("SELECT", "hp_web", i_sone(tabell, "les")),
        "ny": ("INSERT", "hp_web", f"{av} = {MEG} AND {skriv}" if av else skriv),
    }
    if endre:
        policyer["endre"] = ("UPDATE", "hp_web", skriv, endre)
    return [Vegg(tabell, **policyer)]


def sonehistorikk(navn: str) -> list:
    """The history of a row is for the same readers as the row."""
    historikk = f"bekymring_historical{navn}"
    return [
        Vegg(historikk, les=("SELECT", "hp_web", i_sone(historikk, "les")), skriv=SKRIV_HISTORIKK),
        Historikk(f"bekymring_{navn}", historikk, lesere=""),
    ]


# The mentor does not hold felles; the row of the own relation is for them as well.
EGEN_MENTOR = f"mentor_id = {MEG} AND " + tilgang(
    "bekymring_mentorforlop.sak_id", "t.rett = '{rett}' AND t.sone = 'mentor'"
)

APNET_AV_ANDRE = """
CREATE FUNCTION vern.apnet_av_andre(i uuid, siden timestamptz) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public AS $$
    SELECT NOT vern.har_rett(i, 'led') OR EXISTS (
        SELECT FROM vern_innsyn n WHERE n.saker @> ARRAY[i] AND n.bruker <> vern.uid() AND n.tid >= siden)
$$;
REVOKE ALL ON FUNCTION vern.apnet_av_andre(uuid, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vern.apnet_av_andre(uuid, timestamptz) TO hp_web
"""


class Migration(migrations.Migration):
    dependencies = [("bekymring", "0005_hjemler")]
    operations = [
        Vegg("bekymring_hjemmel", les=("SELECT", "hp_web", INNLOGGET)),
        Vegg("bekymring_historicalhjemmel", les=("SELECT", "hp_web", KOORDINATOR), skriv=SKRIV_HISTORIKK),
        Historikk("bekymring_hjemmel", "bekymring_historicalhjemmel", lesere=""),
        *sonevegg("samtykke", av="registrert_av_id", endre="trukket, trukket_av_id"),
        *sonehistorikk("samtykke"),
        *sonevegg("delingsgrunnlag", av="bestemt_av_id", endre="til, bekreftet_av_id"),
        *sonehistorikk("delingsgrunnlag"),
        Vegg(
            "bekymring_kvittering",
            les=("SELECT", "hp_web", f"bruker_id = {MEG}"),
            ny=(
                "INSERT",
                "hp_web",
                f"bruker_id = {MEG} AND " + tilgang("bekymring_kvittering.sak_id", "t.rett = 'egne'"),
            ),
        ),
        Vegg(
            "bekymring_mote",
            les=("SELECT", "hp_web", f"{KOORDINATOR} OR {i_gruppe('bekymring_mote.gruppe_id')}"),
            ny=(
                "INSERT",
                "hp_web",
                f"innkalt_av_id = {MEG} AND ({KOORDINATOR} OR "
                + i_gruppe("bekymring_mote.gruppe_id", "m.rolle = 'leder'")
                + ")",
            ),
        ),
        Vegg(
            "bekymring_historicalmote",
            les=("SELECT", "hp_web", f"{KOORDINATOR} OR {i_gruppe('bekymring_historicalmote.gruppe_id')}"),
            skriv=SKRIV_HISTORIKK,
        ),
        Historikk("bekymring_mote", "bekymring_historicalmote", lesere=""),
        *sonevegg("sakslistepost", endre="tatt_av"),
        *sonehistorikk("sakslistepost"),
        *sonevegg("konklusjon", av="av_id"),
        *sonevegg("oppgave", endre="gjort, gjort_av_id"),
        *sonehistorikk("oppgave"),
        *sonevegg(
            "samtale", av="forer_id", endre="tilstand, tid, sted, gjennomfort, holdt, utfall, referat_id, versjon"
        ),
        *sonehistorikk("samtale"),
        *sonevegg("ansvarsgruppe", endre="neste_mote, evaluering, ip_finnes, avsluttet"),
        *sonehistorikk("ansvarsgruppe"),
        Vegg(
            "bekymring_mentorforlop",
            les=(
                "SELECT",
                "hp_web",
                f"{i_sone('bekymring_mentorforlop', 'les')} OR {EGEN_MENTOR.format(rett='les')}",
            ),
            ny=("INSERT", "hp_web", i_sone("bekymring_mentorforlop", "skriv")),
            endre=(
                "UPDATE",
                "hp_web",
                f"{i_sone('bekymring_mentorforlop', 'skriv')} OR {EGEN_MENTOR.format(rett='skriv')}",
                "tilstand, versjon",
            ),
        ),
        *sonehistorikk("mentorforlop"),
        *sonevegg("kontakt", av="av_id"),
        som_vokter(APNET_AV_ANDRE, "DROP FUNCTION vern.apnet_av_andre(uuid, timestamptz)"),
    ]
