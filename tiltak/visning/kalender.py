"""The deadlines a person answers for, as calendar entries."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.db.models import Count, Max
from django.urls import reverse
from django.utils.translation import gettext as _

from brukere.models import Bruker
from felles.kalender import BAKOVER, Kalenderpost
from felles.tid import idag
from samarbeid.models import Tilknytning

from ..lesing.innhenting import innhenting
from ..lesing.rapporter import siste_i, siste_ord
from ..models import Ansvar, Milepael, Statusrapport, Statusrunde, Statusvurdering, Tiltak


def frister(user: Bruker) -> list[Kalenderpost]:
    """Open milestones, deadlines of next steps, and the round of status, of the tiltak the user reports on."""
    mine = {tiltak.pk: tiltak for tiltak in Tiltak.objects.rapporteres_av(user).select_related("plan").defer("ordlyd")}
    if not mine:
        return []
    planen = _historikk(Tiltak.history.filter(id__in=mine))
    return [*_milestones(mine, planen), *_next_steps(mine, planen), *_yearly(user, mine)]


def _historikk(rader: Any) -> dict[Any, tuple[datetime, int]]:
    """When each row was last changed, and how often."""
    rader = rader.order_by().values("id").annotate(sist=Max("history_date"), antall=Count("pk"))
    return {rad["id"]: (rad["sist"], rad["antall"] - 1) for rad in rader}


def _milestones(mine: dict[int, Tiltak], planen: dict[Any, tuple[datetime, int]]) -> Iterator[Kalenderpost]:
    endringer = _historikk(Milepael.history.filter(tiltak__in=mine))
    for milepael in Milepael.objects.filter(tiltak__in=mine, frist__gte=idag() - BAKOVER).apne():
        tiltak = mine[milepael.tiltak_id]
        (when, antall), (named, navn) = endringer[milepael.pk], planen[tiltak.pk]
        yield Kalenderpost(
            uid=f"milepael-{milepael.pk}",
            nar=milepael.frist,
            tittel=_("Frist: %(tittel)s") % {"tittel": milepael.tittel},
            tekst=_("Tiltak %(nr)s: %(tittel)s") % {"nr": tiltak.nr, "tittel": tiltak.tittel},
            sti=f"{tiltak.get_absolute_url()}#milepaeler",
            endret=max(when, named),
            versjon=antall + navn,
        )


def _next_steps(mine: dict[int, Tiltak], planen: dict[Any, tuple[datetime, int]]) -> Iterator[Kalenderpost]:
    ordene = siste_ord(Statusrapport.objects.gjeldende().filter(tiltak__in=mine))
    for pk, arene in ordene.items():
        rapport = siste_i(arene)
        if rapport and rapport.frist and rapport.frist >= idag() - BAKOVER and not rapport.er_ferdig:
            named, navn = planen[pk]
            yield Kalenderpost(
                uid=f"neste-steg-{pk}-{rapport.ar}",
                nar=rapport.frist,
                tittel=_("Frist for neste steg i tiltak %(nr)s") % {"nr": mine[pk].nr},
                tekst=mine[pk].tittel,
                sti=mine[pk].get_absolute_url(),
                endret=max(rapport.tid, named),
                versjon=(int(rapport.tid.timestamp()) + navn) % 2**31,
            )


def _yearly(user: Bruker, mine: dict[int, Tiltak]) -> Iterator[Kalenderpost]:
    """The deadline of the round under way, as long as it waits for one of these. Without a round nobody has asked."""
    runde = Statusrunde.objects.apne().select_related("plan").first()
    if runde is None:
        return
    silent = [rad.tiltak for rad in innhenting(runde).mangler if rad.tiltak.pk in mine]
    if not silent:
        return
    when, antall = _endringer(user, runde)
    yield Kalenderpost(
        uid=f"statusfrist-{runde.ar}",
        nar=runde.frist,
        tittel=_("Frist for å melde status for %(ar)s") % {"ar": runde.ar},
        tekst=_("Du melder status for tiltak %(nr)s.") % {"nr": ", ".join(str(t.nr) for t in silent)},
        sti=reverse("oppdater_tiltak"),
        endret=when,
        versjon=antall,
    )


def _endringer(user: Bruker, runde: Statusrunde) -> tuple[datetime, int]:
    """When anything that the entry of the year is made of was last changed, and how often until now.

    Rounds, answers, what was said to them, who answers for what and who works where: none of these is ever taken away,
    so the number only grows, as a calendar program wants it."""
    kilder: tuple[tuple[Any, str], ...] = (
        (Statusrunde.history.filter(ar=runde.ar), "history_date"),
        (Statusrapport.objects.order_by(), "tid"),
        (Statusvurdering.objects.order_by(), "tid"),
        (Ansvar.history.order_by(), "history_date"),
        (Tilknytning.history.filter(bruker=user), "history_date"),
    )
    found = [rader.aggregate(sist=Max(felt), antall=Count("pk")) for rader, felt in kilder]
    return max(rad["sist"] for rad in found if rad["sist"]), sum(rad["antall"] for rad in found)
