"""The deadlines a person answers for, as calendar entries."""

from collections.abc import Iterator
from datetime import date, datetime

from django.db.models import Count, Max
from django.urls import reverse
from django.utils.translation import gettext as _

from brukere.models import Bruker
from felles.kalender import BAKOVER, Kalenderpost
from felles.tid import idag

from ..lesing.rapporter import siste_i, siste_ord
from ..models import Milepael, Plan, Statusrapport, Tiltak
from .oversikt import RAPPORTFRIST


def frister(user: Bruker) -> list[Kalenderpost]:
    """Open milestones, deadlines of next steps, and the yearly report, of the tiltak the user reports on."""
    mine = {tiltak.pk: tiltak for tiltak in Tiltak.objects.rapporteres_av(user).select_related("plan").defer("ordlyd")}
    if not mine:
        return []
    return [*_milestones(mine), *_next_steps(mine), _yearly(mine)]


def _milestones(mine: dict[int, Tiltak]) -> Iterator[Kalenderpost]:
    changes = {
        row["id"]: (row["sist"], row["antall"])
        for row in Milepael.history.filter(tiltak__in=mine)
        .order_by()
        .values("id")
        .annotate(sist=Max("history_date"), antall=Count("pk"))
    }
    for milepael in Milepael.objects.filter(tiltak__in=mine, frist__gte=idag() - BAKOVER).apne():
        tiltak = mine[milepael.tiltak_id]
        when, count = changes[milepael.pk]
        yield Kalenderpost(
            uid=f"milepael-{milepael.pk}",
            nar=milepael.frist,
            tittel=_("Frist: %(tittel)s") % {"tittel": milepael.tittel},
            tekst=_("Tiltak %(nr)s: %(tittel)s") % {"nr": tiltak.nr, "tittel": tiltak.tittel},
            sti=f"{tiltak.get_absolute_url()}#milepaeler",
            endret=when,
            versjon=count - 1,
        )


def _next_steps(mine: dict[int, Tiltak]) -> Iterator[Kalenderpost]:
    words = siste_ord(Statusrapport.objects.gjeldende().filter(tiltak__in=mine))
    for pk, years in words.items():
        report = siste_i(years)
        if report and report.frist and report.frist >= idag() - BAKOVER and not report.er_ferdig:
            yield Kalenderpost(
                uid=f"neste-steg-{pk}-{report.ar}",
                nar=report.frist,
                tittel=_("Frist for neste steg i tiltak %(nr)s") % {"nr": mine[pk].nr},
                tekst=mine[pk].tittel,
                sti=mine[pk].get_absolute_url(),
                endret=report.tid,
                versjon=int(report.tid.timestamp()) % 2**31,
            )


def _yearly(mine: dict[int, Tiltak]) -> Kalenderpost:
    year = idag().year
    return Kalenderpost(
        uid=f"statusfrist-{year}",
        nar=date(year, *RAPPORTFRIST),
        tittel=_("Frist for å melde status for %(ar)s") % {"ar": year},
        tekst=_("Du melder status for tiltak %(nr)s.") % {"nr": ", ".join(str(t.nr) for t in mine.values())},
        sti=reverse("oppdater_tiltak"),
        endret=_begynnelsen(year),
    )


def _begynnelsen(year: int) -> datetime:
    """The round of reporting is the same every year; it was set when the year began."""
    return datetime.fromisoformat(f"{year}-01-01T00:00:00+00:00")


def sist_endret() -> datetime | None:
    """When the plan's deadlines were last touched by anybody."""
    found = (
        Milepael.history.aggregate(sist=Max("history_date"))["sist"],
        Statusrapport.objects.aggregate(sist=Max("tid"))["sist"],
        Plan.history.aggregate(sist=Max("history_date"))["sist"],
    )
    return max((when for when in found if when), default=None)
