"""Publish the month's figures. Run by the worker without a user; it gets suppressed counts and nothing else."""

from datetime import date

from django.db import transaction

from felles import sporring
from felles.skjerming import Celle, Skjult, neste_verdi
from felles.tid import idag

from ..choices import Tallart
from ..models import Tall

ANTALL_AR = 4


def _tell(ar: int) -> dict[str, Celle]:
    """One figure an act from the database's own function; empty for a year before the first case."""
    rader = sporring.rader("SELECT art, verdi FROM vern.tell_saker(%s)", ar)
    return {art: Skjult.UNDER if verdi is None else verdi for art, verdi in rader}


def _siste(ar: int) -> dict[str, Tall]:
    return {rad.art: rad for rad in Tall.objects.filter(ar=ar).order_by("art", "-maned", "pk").distinct("art")}


@transaction.atomic
def publiser_tall() -> int:
    """Publish this month's rows, once; return how many were written.

    A figure grows by five or more or stands still, so that two months cannot be subtracted (T13).
    """
    today = idag()
    maned = today.replace(day=1)
    return sum(
        _publiser_ar(ar, maned, alltid=ar == today.year) for ar in range(today.year - ANTALL_AR + 1, today.year + 1)
    )


def _publiser_ar(ar: int, maned: date, *, alltid: bool) -> int:
    latest = _siste(ar)
    nye = []
    for art, celle in _tell(ar).items():
        previous = latest.get(art)
        if previous and previous.maned >= maned:
            continue
        verdi = neste_verdi(previous.celle if previous else None, celle)
        if alltid or previous is None or verdi != previous.celle:
            nye.append(Tall(ar=ar, art=Tallart(art), maned=maned, verdi=verdi if isinstance(verdi, int) else None))
    Tall.objects.bulk_create(nye)
    return len(nye)
