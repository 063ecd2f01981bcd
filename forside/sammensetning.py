"""Where two rooms meet on one page: the upper room's rows are handed down, so that the lower never imports it."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q

from brukere.models import Bruker
from samarbeid.models import Aktor, Tilknytning
from tiltak.models import Ansvar, Tiltak


def tiltak_for(aktor: Aktor) -> list[dict[str, Any]]:
    """The tiltak of the current plan that the partner answers for now, in the plan's order."""
    rader = (
        Ansvar.objects.gjeldende()
        .filter(Q(aktor=aktor) | Q(enhet=aktor), tiltak__plan__erstattet_av__isnull=True)
        .select_related("tiltak")
        .order_by("tiltak__nr")
    )
    roller: dict[Tiltak, list[str]] = {}
    for rad in rader:  # a partner may stand twice, for itself and through a unit: one line, both parts
        roller.setdefault(rad.tiltak, []).append(str(rad.get_rolle_display()))
    return [
        {
            "nr": tiltak.nr,
            "tittel": tiltak.tittel,
            "url": tiltak.get_absolute_url(),
            "rolle": ", ".join([navn[0], *(part.lower() for part in navn[1:])]),
        }
        for tiltak, navn in ((tiltak, list(dict.fromkeys(parter))) for tiltak, parter in roller.items())
    ]


def arbeidssteder(brukere: Iterable[Bruker]) -> dict[int, list[Tilknytning]]:
    """Where each of the users works now."""
    steder: dict[int, list[Tilknytning]] = {}
    for rad in Tilknytning.objects.gjeldende().filter(bruker__in=brukere).select_related("aktor").order_by("fra", "pk"):
        steder.setdefault(rad.bruker_id, []).append(rad)
    return steder
