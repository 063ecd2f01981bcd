"""What a row of the matrix says, and the small world it is tried in."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

from bekymring.choices import Tilstand
from bekymring.models import Sak
from bekymring.services.tilgang import sett_sperre
from tests.conftest import PERSONER
from tests.factories.saker import bruker, gi, knytt_alle, lag_sak
from vern.kontekst import som

ALLE = frozenset(PERSONER)
INGEN: frozenset[str] = frozenset()
GET, POST, BEGGE = ("GET",), ("POST",), ("GET", "POST")
UKJENT_REF = "A" * 22
SAKEN = frozenset({"slt", "slt2", "laerer", "politi", "kjerne.helse", "kjerne.barnevern"})
"""Those who see the register line of `v.sak`."""


class Verden:
    """Made anew for each row, inside the test's transaction."""

    def __init__(self) -> None:
        knytt_alle()
        self._husket: dict[str, Any] = {}

    def husk(self, navn: str, lag: Callable[[], Any]) -> Any:
        """Make something once and keep it for the rest of the row."""
        if navn not in self._husket:
            self._husket[navn] = lag()
        return self._husket[navn]

    @cached_property
    def sak(self) -> Sak:
        """A case that is shared with police, health and child welfare; reported by the teacher."""
        sak = lag_sak()
        gi(sak, "politi", "felles", "politi", skriv=True, grunnlag="samtale")
        gi(sak, "kjerne.helse", "felles", "helse", skriv=True)
        gi(sak, "kjerne.barnevern", "felles", "barnevern", skriv=True)
        return sak

    @cached_property
    def annen(self) -> Sak:
        """A case known to the teacher and the koordinator only."""
        return lag_sak()

    @cached_property
    def sperret(self) -> Sak:
        """A case that was shared with the police contact, who was then barred."""
        sak, slt = lag_sak(), bruker("slt")
        gi(sak, "politi", "felles", "politi")
        with som(slt):
            sett_sperre(av=slt, sak=sak, bruker=bruker("politi"), grunn="inhabil")
        return sak

    @cached_property
    def lukket(self) -> Sak:
        """A case that was closed; the teacher reported it and the koordinator led it."""
        sak, slt = lag_sak(), bruker("slt")
        with som(slt):
            Sak.objects.filter(pk=sak.pk).update(tilstand=Tilstand.AVSLUTTET)
        return sak


Argumenter = Mapping[str, Any] | Callable[[Verden], Mapping[str, Any]]


@dataclass(frozen=True)
class Objekt:
    """One thing an address can point at. Readers and writers default to the row's."""

    navn: str
    kwargs: Argumenter = field(default_factory=dict)
    leser: Collection[str] | None = None
    skriver: Collection[str] | None = None

    def argumenter(self, verden: Verden) -> Mapping[str, Any]:
        return self.kwargs(verden) if callable(self.kwargs) else self.kwargs


@dataclass(frozen=True)
class Rad:
    """Who gets what at one URL pattern."""

    rute: str
    leser: Collection[str] = ALLE
    metoder: tuple[str, ...] = GET
    skriver: Collection[str] | None = None
    objekter: Collection[Objekt] = (Objekt("siden"),)
    get: Collection[int] = (200,)
    post: Collection[int] = (200, 302, 400, 409)
    data: Argumenter = field(default_factory=dict)
    apen: bool = False

    def lesere(self, objekt: Objekt) -> Collection[str]:
        return self.leser if objekt.leser is None else objekt.leser

    def skrivere(self, objekt: Objekt) -> Collection[str]:
        """Nobody writes who cannot read."""
        skriver = self.skriver if objekt.skriver is None else objekt.skriver
        return self.lesere(objekt) if skriver is None else frozenset(skriver) & frozenset(self.lesere(objekt))


def ruter() -> list[str]:
    """Every URL pattern of the resolver, as it is written."""

    def ned(resolver: URLResolver, foran: str) -> list[str]:
        funnet = []
        for del_ in resolver.url_patterns:
            rute = foran + str(del_.pattern)
            funnet += [rute] if isinstance(del_, URLPattern) else ned(del_, rute)
        return funnet

    return ned(get_resolver(), "")
