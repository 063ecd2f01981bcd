"""The search page: plan and registry together, by each one's own right. Nothing of a case is ever searched.

`bekymring` is not asked and not imported here; what is searched are the sources of `tiltak` and `samarbeid`."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from brukere.models import Bruker
from felles.skjema import Filterskjema
from felles.sok import Kilder, Sporsmal, Treff, finn, merk, ordene, rett, tolk
from samarbeid.lesing import sok as samarbeid
from tiltak.lesing import sok as tiltak

SOK_MAKS = 200
VIST = 8  # of each kind, until one asks for all


class SokSkjema(Filterskjema):
    """One field. Junk is answered in words, never refused."""

    q = forms.CharField(
        label=gettext_lazy("Søk i planen og partnerne"),
        max_length=SOK_MAKS,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
        error_messages={"max_length": gettext_lazy("Søk med færre ord. Teksten kan være høyst 200 tegn.")},
    )


@dataclass
class Treffgruppe:
    """Hits of one kind."""

    navn: str
    treff: list[Treff]
    antall: int

    @property
    def flere(self) -> int:
        return self.antall - len(self.treff)


@dataclass
class Resultat:
    """What was found, and how the question had to be changed to find it."""

    sporsmal: Sporsmal
    treff: list[Treff] = field(default_factory=list)
    rettet: str = ""
    noen_av_ordene: bool = False

    def grupper(self, bare: str = "") -> list[Treffgruppe]:
        """In the order of the best hit, a few of each kind; all of the one asked for."""
        found: dict[str, list[Treff]] = {}
        for treff in self.treff:
            found.setdefault(treff.gruppe, []).append(treff)
        if bare in found:
            return [self._gruppe(bare, found[bare], len(found[bare]))]
        return [self._gruppe(navn, rader, VIST) for navn, rader in found.items()]

    def _gruppe(self, navn: str, rader: Sequence[Treff], vist: int) -> Treffgruppe:
        return Treffgruppe(navn, [merk(treff, self.sporsmal) for treff in rader[:vist]], len(rader))


def alle_kilder(user: Bruker) -> Kilder:
    return Kilder([*tiltak.kilder(user), *samarbeid.kilder(user)])


def let(user: Bruker, tekst: str) -> Resultat:
    """Search; when nothing has all the words, first with spelling put right, then for any of them.

    The number of queries depends on the asker's rights and on which of these steps are needed, never on the rows."""
    asked = tolk(ordene(tekst))
    if not asked.ord:
        return Resultat(asked)
    sources = alle_kilder(user)
    if treff := finn(sources, asked):
        return Resultat(asked, treff)
    right = rett(sources, asked)
    if right.ord != asked.ord and (treff := finn(sources, right)):
        return Resultat(right, treff, rettet=" ".join(right.ord))
    if len(right.ord) < 2:
        return Resultat(asked)
    any_of = replace(right, alle=False)
    return Resultat(any_of, finn(sources, any_of), noen_av_ordene=True)


def sokeside(user: Bruker, data: Any) -> dict[str, Any]:
    """What the page shows."""
    skjema = SokSkjema(data if "q" in data else None)
    q = str(skjema.valgt().get("q", "")).strip() if skjema.is_bound else ""
    side: dict[str, Any] = {"skjema": skjema, "q": q, "har_feil": bool(skjema.errors)}
    if not q:
        return side
    resultat = let(user, q)
    grupper = resultat.grupper(str(data.get("bare", "")))
    return side | {"resultat": resultat, "grupper": grupper, "antall": _antall(resultat.treff)}


def _antall(treff: Sequence[Treff]) -> str:
    return (
        ngettext("%(antall)s treff", "%(antall)s treff", len(treff)) % {"antall": len(treff)}
        if treff
        else _("Ingen treff")
    )
