"""Gather the year from the plan and the published figures into one frozen value. Reads only, in a few queries."""

from collections import defaultdict

from django.conf import settings

from bekymring.statistikk import publiserte_tall
from felles.tid import idag
from samarbeid.statistikk import kursdeltakere
from tiltak.models import Ansvar, Plan, Statusrapport, Tiltak

from ..arsbilde import TITTEL_MAKS, Arsbilde, Omradebilde, Tallrad, Tiltaksbilde, rens

ANTALL_AR = 4
FORSTAVELSE = "Handlingsplan. "


def bygg_arsbilde(ar: int, *, mottaker: str = "", beslutning: str = "") -> Arsbilde:
    """The year as it is now: the current edition of the plan and four years of status (ux.md §4, rådmann)."""
    plan = Plan.objects.gjeldende()
    arene = tuple(range(ar - ANTALL_AR + 1, ar + 1))
    tall = publiserte_tall(ar, antall_ar=ANTALL_AR)
    kurs = kursdeltakere(arene[0], ar)
    return Arsbilde(
        ar=ar,
        kommune=settings.KOMMUNE,
        plantittel=rens(plan.tittel.removeprefix(FORSTAVELSE), TITTEL_MAKS),
        planperiode=str(plan.utgave),
        status_per=idag(),
        arene=arene,
        omrader=_omrader(plan, arene),
        saker=tuple(Tallrad(rad.navn, rad.verdier) for rad in tall.rader),
        saker_per=tall.per,
        deltakere=tuple(kurs.items()) if any(kurs.values()) else (),
        mottaker=rens(mottaker, TITTEL_MAKS),
        beslutning=rens(beslutning, 1000),
    )


def _omrader(plan: Plan, arene: tuple[int, ...]) -> tuple[Omradebilde, ...]:
    ansvar: dict[int, list[Ansvar]] = defaultdict(list)
    for part in Ansvar.objects.gjeldende().filter(tiltak__plan=plan).select_related("aktor", "enhet"):
        ansvar[part.tiltak_id].append(part)
    rapporter: dict[int, dict[int, Statusrapport]] = defaultdict(dict)
    for rad in Statusrapport.objects.gjeldende().filter(tiltak__plan=plan, ar__in=arene):
        rapporter[rad.tiltak_id][rad.ar] = rad
    tiltak: dict[int, list[Tiltaksbilde]] = defaultdict(list)
    for ett in Tiltak.objects.filter(plan=plan).order_by("nr"):
        tiltak[ett.innsatsomrade_id].append(_tiltak(ett, ansvar[ett.pk], rapporter[ett.pk], arene))
    return tuple(
        Omradebilde(omrade.nr, rens(omrade.tittel, TITTEL_MAKS), tuple(tiltak[omrade.pk]))
        for omrade in plan.innsatsomrader.order_by("nr")
    )


def _tiltak(
    tiltak: Tiltak, ansvar: list[Ansvar], rapporter: dict[int, Statusrapport], arene: tuple[int, ...]
) -> Tiltaksbilde:
    parter = [rens(part.kort, TITTEL_MAKS) for part in ansvar]
    siste = rapporter.get(arene[-1])
    bilde = Tiltaksbilde(
        nr=tiltak.nr,
        tittel=rens(tiltak.tittel, TITTEL_MAKS),
        ansvarlig=parter[0] if parter else "",
        medansvarlige=tuple(dict.fromkeys(part for part in parter[1:] if part != parter[0])),
        historikk=tuple(rapporter[ar].status if ar in rapporter else None for ar in arene),
    )
    if siste is None:
        return bilde
    return Tiltaksbilde(
        **{felt: getattr(bilde, felt) for felt in ("nr", "tittel", "ansvarlig", "medansvarlige", "historikk")},
        gjort=rens(siste.gjort),
        avvik=rens(siste.avvik),
        neste_steg=rens(siste.neste_steg),
        frist=siste.frist,
        rapporteres_ikke_videre=siste.rapporteres_ikke_videre,
    )
