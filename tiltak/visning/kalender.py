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
    endringer = {
        rad["id"]: (rad["sist"], rad["antall"])
        for rad in Milepael.history.filter(tiltak__in=mine)
        .order_by()
        .values("id")
        .annotate(sist=Max("history_date"), antall=Count("pk"))
    }
    for milepael in Milepael.objects.filter(tiltak__in=mine, frist__gte=idag() - BAKOVER).apne():
        tiltak = mine[milepael.tiltak_id]
        when, antall = endringer[milepael.pk]
        yield Kalenderpost(
            uid=f"milepael-{milepael.pk}",
            nar=milepael.frist,
            tittel=_("Frist: %(tittel)s") % {"tittel": milepael.tittel},
            tekst=_("Tiltak %(nr)s: %(tittel)s") % {"nr": tiltak.nr, "tittel": tiltak.tittel},
            sti=f"{tiltak.get_absolute_url()}#milepaeler",
            endret=when,
            versjon=antall - 1,
        )


def _next_steps(mine: dict[int, Tiltak]) -> Iterator[Kalenderpost]:
    ordene = siste_ord(Statusrapport.objects.gjeldende().filter(tiltak__in=mine))
    for pk, arene in ordene.items():
        rapport = siste_i(arene)
        if rapport and rapport.frist and rapport.frist >= idag() - BAKOVER and not rapport.er_ferdig:
            yield Kalenderpost(
                uid=f"neste-steg-{pk}-{rapport.ar}",
                nar=rapport.frist,
                tittel=_("Frist for neste steg i tiltak %(nr)s") % {"nr": mine[pk].nr},
                tekst=mine[pk].tittel,
                sti=mine[pk].get_absolute_url(),
                endret=rapport.tid,
                versjon=int(rapport.tid.timestamp()) % 2**31,
            )


def _yearly(mine: dict[int, Tiltak]) -> Kalenderpost:
    ar = idag().year
    return Kalenderpost(
        uid=f"statusfrist-{ar}",
        nar=date(ar, *RAPPORTFRIST),
        tittel=_("Frist for å melde status for %(ar)s") % {"ar": ar},
        tekst=_("Du melder status for tiltak %(nr)s.") % {"nr": ", ".join(str(t.nr) for t in mine.values())},
        sti=reverse("oppdater_tiltak"),
        endret=_begynnelsen(ar),
    )


def _begynnelsen(ar: int) -> datetime:
    """The round of reporting is the same every year; it was set when the year began."""
    return datetime.fromisoformat(f"{ar}-01-01T00:00:00+00:00")


def sist_endret() -> datetime | None:
    """When the plan's deadlines were last touched by anybody."""
    found = (
        Milepael.history.aggregate(sist=Max("history_date"))["sist"],
        Statusrapport.objects.aggregate(sist=Max("tid"))["sist"],
        Plan.history.aggregate(sist=Max("history_date"))["sist"],
    )
    return max((when for when in found if when), default=None)
