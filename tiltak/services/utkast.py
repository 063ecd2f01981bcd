"""Drafts of status: kept on the server while one types, gone when the status is told. The wall shows each only own."""

from collections.abc import Mapping

from brukere.models import Bruker
from felles.handler import krev_handler
from felles.tid import na

from ..models import Statusutkast, Tiltak

FELT_MAKS = 20_000
KJENTE = frozenset(
    {"status", "begrunnelse", "gjort", "avvik", "neste_steg", "frist", "rapporteres_ikke_videre", "versjon", "bevis"}
)


def lagre_utkast(*, av: Bruker, tiltak: Tiltak, ar: int, felt: Mapping[str, str]) -> None:
    """What stands in the form, as it was typed. Fields the form lacks stay as they were in the draft."""
    krev_handler(av)
    if not Tiltak.objects.rapporteres_av(av).filter(pk=tiltak.pk).exists():
        return
    rad = Statusutkast.objects.filter(bruker=av, tiltak=tiltak, ar=ar).first()
    typed = {navn: tekst[:FELT_MAKS].replace("\x00", "") for navn, tekst in felt.items() if navn in KJENTE}
    merged = (rad.felt if rad else {}) | typed
    Statusutkast.objects.update_or_create(bruker=av, tiltak=tiltak, ar=ar, defaults={"felt": merged, "endret": na()})


def hent_utkast(*, av: Bruker, ar: int) -> dict[int, Statusutkast]:
    """One's own living drafts of a year, by tiltak."""
    krev_handler(av)
    return {rad.tiltak_id: rad for rad in Statusutkast.objects.levende(na()).filter(bruker=av, ar=ar)}


def slett_utkast(*, av: Bruker, tiltak: Tiltak, ar: int) -> None:
    """The status is told, or the draft given up."""
    krev_handler(av)
    Statusutkast.objects.filter(bruker=av, tiltak=tiltak, ar=ar).delete()
