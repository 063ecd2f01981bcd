"""Gather the year from the plan and the published figures into one frozen value. Reads only, in a few queries."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from django.conf import settings

from bekymring.statistikk import publiserte_tall
from felles.diagram import i_rute_eller_gjennomfort
from felles.tid import idag
from samarbeid.lesing.statistikk import kursdeltakere
from tiltak.choices import Status
from tiltak.lesing.arshjul import maneder, poster
from tiltak.lesing.bevis import Bevis, bevis_til
from tiltak.lesing.rapporter import Ord, fortalt, siste_i, siste_ord
from tiltak.models import Ansvar, Plan, Statusrapport, Tiltak

from ..trykk.arsbilde import TITTEL_MAKS, Arsbilde, Omradebilde, Sakstall, Tiltaksbilde, rens

ANTALL_AR = 4
HJUL_MAKS = 60
BEVIS_MAKS, BEVIS_LENGDE = 5, 90
FORSTAVELSE = "Handlingsplan. "


def bygg_arsbilde(ar: int, *, mottaker: str = "", beslutning: str = "") -> Arsbilde:
    """The year as it is now: the current edition of the plan and four years of status (jobb 10)."""
    plan = Plan.objects.gjeldende()
    arene = tuple(range(ar - ANTALL_AR + 1, ar + 1))
    tall = publiserte_tall(ar, antall_ar=ANTALL_AR)
    kurs, meldt = kursdeltakere(arene[0], ar), _meldt(plan, ar)
    return Arsbilde(
        ar=ar,
        kommune=settings.KOMMUNE,
        plantittel=rens(plan.tittel.removeprefix(FORSTAVELSE), TITTEL_MAKS),
        planperiode=str(plan.utgave),
        status_per=idag(),
        arene=arene,
        omrader=_omrader(plan, meldt, arene),
        gode_i_fjor=meldt.gode(ar - 1),
        saker=tuple(Sakstall(rad.navn, rad.verdier) for rad in tall.rader),
        saker_per=tall.per,
        deltakere=tuple(kurs.items()) if any(kurs.values()) else (),
        aarshjul=tuple((mnd, rens(tekst, TITTEL_MAKS)) for mnd, tekst in poster(maneder(plan, ar)))[:HJUL_MAKS],
        mottaker=rens(mottaker, TITTEL_MAKS),
        beslutning=rens(beslutning, 1000),
    )


@dataclass(frozen=True)
class _Meldt:
    """Every report that holds, by tiltak of the edition and year."""

    rader: Ord
    bevis: dict[Any, list[Bevis]]

    def i_ar(self, tiltak: Tiltak, ar: int) -> Statusrapport | None:
        return self.rader.get(tiltak.pk, {}).get(ar)

    def siste(self, tiltak: Tiltak, til_ar: int) -> Statusrapport | None:
        """The last word, which holds until there is another one: as the start page counts."""
        return siste_i(self.rader.get(tiltak.pk, {}), til_ar)

    def gode(self, ar: int) -> int | None:
        """How many were on track or done at the end of a year; None before anyone had reported."""
        latest = [rapport for rader in self.rader.values() if (rapport := siste_i(rader, ar))]
        return i_rute_eller_gjennomfort([rapport.status for rapport in latest]) if latest else None


def _meldt(plan: Plan, ar: int) -> _Meldt:
    alt, arving = fortalt(plan)
    meldt = alt.i_kraft().filter(ar__lte=ar)
    rader = {pk: aarene for pk, aarene in siste_ord(meldt, arving).items() if pk not in arving}
    return _Meldt(rader, bevis_til(meldt.filter(ar=ar).order_by()))


def _omrader(plan: Plan, meldt: _Meldt, arene: tuple[int, ...]) -> tuple[Omradebilde, ...]:
    ansvar: dict[int, list[Ansvar]] = defaultdict(list)
    for part in Ansvar.objects.gjeldende().filter(tiltak__plan=plan).select_related("aktor", "enhet"):
        ansvar[part.tiltak_id].append(part)
    tiltak: dict[int, list[Tiltaksbilde]] = defaultdict(list)
    for ett in Tiltak.objects.filter(plan=plan).defer("ordlyd").order_by("nr"):
        tiltak[ett.innsatsomrade_id].append(_tiltak(ett, ansvar[ett.pk], meldt, arene))
    return tuple(
        Omradebilde(omrade.nr, rens(omrade.tittel, TITTEL_MAKS), tuple(tiltak[omrade.pk]))
        for omrade in plan.innsatsomrader.order_by("nr")
    )


def _tiltak(tiltak: Tiltak, ansvar: list[Ansvar], meldt: _Meldt, arene: tuple[int, ...]) -> Tiltaksbilde:
    parter = [rens(part.kort, TITTEL_MAKS) for part in ansvar]
    *for_, ar = arene
    latest, i_ar = meldt.siste(tiltak, ar), meldt.i_ar(tiltak, ar)
    return Tiltaksbilde(
        nr=tiltak.nr,
        tittel=rens(tiltak.tittel, TITTEL_MAKS),
        ansvarlig=parter[0] if parter else "",
        medansvarlige=tuple(dict.fromkeys(part for part in parter[1:] if part != parter[0])),
        historikk=tuple(rapport.status if (rapport := meldt.i_ar(tiltak, a)) else None for a in for_),
        status=latest.status if latest else Status.IKKE_STARTET,
        fra_ar=None if i_ar else latest.ar if latest else 0,
        gjort=rens(i_ar.gjort) if i_ar else "",
        avvik=rens(i_ar.avvik) if i_ar else "",
        neste_steg=rens(i_ar.neste_steg) if i_ar else "",
        frist=i_ar.frist if i_ar else None,
        rapporteres_ikke_videre=bool(latest and latest.rapporteres_ikke_videre),
        bevis=_kort_bevis(meldt.bevis[i_ar.pk]) if i_ar else (),
    )


def _kort_bevis(bevis: list[Bevis]) -> tuple[str, ...]:
    """The titles, and how many more: the report is for reading, the page of the tiltak has them all."""
    titler = [rens(ett.tekst, BEVIS_LENGDE) for ett in bevis if ett.url]
    flere = len(titler) - BEVIS_MAKS
    return (*titler[:BEVIS_MAKS], f"{flere} til") if flere > 0 else tuple(titler)
