"""The registry's figures for the annual report: courses and meetings, counted by organisation and year."""

import datetime

from django.db.models import Count, F, Q, QuerySet, Sum
from django.db.models.functions import ExtractYear
from django.utils import timezone

from felles.dato import midnatt
from felles.sortering import Sorter

from ..models import Kurs, Kursdeltakelse, Mote


def kursdeltakere(fra_ar: int, til_ar: int) -> dict[int, int]:
    """Participants in courses held, year by year; a year without courses is 0 (faggrunnlag 18)."""
    rader = _holdt(fra_ar, til_ar).values(ar=ExtractYear("kurs__dato")).annotate(sum=Sum("antall")).order_by("ar")
    antall = {rad["ar"]: rad["sum"] for rad in rader}
    return {ar: antall.get(ar, 0) for ar in range(fra_ar, til_ar + 1)}


def kursdeltakere_per_tjeneste(ar: int) -> list[tuple[str, int]]:
    """Participants per service in one year, most first."""
    rader = _holdt(ar, ar).values_list(F("tjeneste__navn")).annotate(sum=Sum("antall")).filter(sum__gt=0)
    return list(rader.order_by("-sum", "tjeneste__navn"))


def kurs_holdt(ar: int) -> int:
    return Kurs.objects.filter(avlyst=False, dato__year=ar, dato__lte=timezone.localdate()).count()


def moter_holdt(ar: int) -> list[tuple[str, int, int | None]]:
    """Forum, meetings held in the year, and meetings the year wheel asks for (faggrunnlag 18)."""
    holdt = Count("id", filter=Q(avlyst=False, tid__lte=timezone.now()))
    rader = Mote.objects.filter(tid__gte=_start(ar), tid__lt=_start(ar + 1)).order_by(Sorter("forum__navn"))
    return list(rader.values_list("forum__navn").annotate(antall=holdt, plan=F("forum__moter_per_ar")))


def _holdt(fra_ar: int, til_ar: int) -> QuerySet[Kursdeltakelse]:
    return Kursdeltakelse.objects.filter(
        kurs__avlyst=False,
        kurs__dato__range=(datetime.date(fra_ar, 1, 1), min(datetime.date(til_ar, 12, 31), timezone.localdate())),
    )


def _start(ar: int) -> datetime.datetime:
    return midnatt(datetime.date(ar, 1, 1))
