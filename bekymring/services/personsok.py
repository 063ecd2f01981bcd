"""Is this person already in one of my cases? The name is compared and forgotten: it is kept and logged nowhere.

Exact, but for case, spaces and accents. Never a prefix, a part or something alike: it answers one question, it is no
way to look around. Only cards in cases the koordinator leads now are opened, so an answer tells of no other case.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from brukere.models import Bruker
from felles import sporring
from felles.avslag import Avslag
from felles.handler import krev_handler
from felles.sortering import nokkel
from felles.tekst import en_form
from vern.choices import Sone
from vern.kontekst import Kontekst

from ..choices import Sokeformal, Tekstart
from ..lesing.innsyn import innsyn
from ..models import Sak, Tekst
from .identitet import kort_av
from .tilgang import oversatt


class ForMangeSok(Avslag):
    def __init__(self) -> None:
        super().__init__(_("Du har søkt ti ganger den siste timen. Vent litt før du søker igjen."))


@dataclass(frozen=True)
class Personsoktreff:
    """One of the koordinator's own cases, and whether the card says the year of birth."""

    sak: Sak
    med_ar: bool


@dataclass(frozen=True)
class Sok:
    """That somebody asked, for the personvernombud."""

    tid: datetime
    bruker_id: int
    formal: str
    saker: int


def sok_person(
    hvem: HttpRequest | Kontekst, *, av: Bruker, formal: Sokeformal | str, navn: str, fodselsar: int
) -> list[Personsoktreff]:
    """Own open cases whose card has this name and year. A card without a year is told apart, never left out.

    The row of the act is written before the log of what it opens, and that before any key (ADR 3). Raises ForMangeSok.
    """
    krev_handler(av)
    saker = _begynn(formal)
    ring = innsyn(hvem, [Sak(pk=pk) for pk in saker], del_="personsok")
    nyeste = Tekst.objects.filter(sak__in=saker, sone=Sone.IDENTITET, art=Tekstart.IDENTITET)
    found: dict[UUID, bool] = {}
    for tekst in nyeste.order_by("sak", "-tid", "pk").distinct("sak"):
        kort = kort_av(tekst, ring)
        if kort and like(kort.navn, navn) and kort.fodselsar in (None, fodselsar):
            found[tekst.sak_id] = kort.fodselsar is not None
    rader = Sak.objects.visible_to(av).filter(pk__in=found).nyeste_forst()
    return [Personsoktreff(sak, found[sak.pk]) for sak in rader]


def _begynn(formal: Sokeformal | str) -> list[UUID]:
    with oversatt():
        saker = sporring.verdi("SELECT vern.start_personsok(%s)", str(formal))
    if saker is None:
        raise ForMangeSok
    return list(saker)


def like(ett: str, annet: str) -> bool:
    """The same name, however it was typed: by the key names are sorted by (felles.sortering)."""
    return _form(ett) == _form(annet)


def _form(navn: str) -> str:
    return nokkel(en_form(navn, linjer=False).casefold())


def siste_sok(antall: int = 20) -> list[Sok]:
    """The newest look-ups, for the personvernombud; nobody else gets any."""
    return [Sok(*rad) for rad in sporring.rader("SELECT * FROM vern.personsok(%s)", antall)]
