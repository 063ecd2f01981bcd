"""Where two rooms meet on one page: the upper room's rows are handed down, so that the lower never imports it."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q
from django.utils import timezone

from brukere.models import Bruker
from samarbeid.models import Aktor, Tilknytning
from tiltak.models import Ansvar


def tiltak_for(aktor: Aktor) -> list[dict[str, Any]]:
    """The tiltak of the current plan that the partner answers for now, in the plan's order."""
    rader = (
        Ansvar.objects.gjeldende()
        .filter(Q(aktor=aktor) | Q(enhet=aktor), tiltak__plan__erstattet_av__isnull=True)
        .select_related("tiltak")
        .order_by("tiltak__nr")
    )
    return [
        {
            "nr": rad.tiltak.nr,
            "tittel": rad.tiltak.tittel,
            "url": f"/tiltak/{rad.tiltak.nr}/",
            "rolle": rad.get_rolle_display(),
        }
        for rad in rader
    ]


def arbeidssteder(brukere: Iterable[Bruker]) -> dict[int, list[str]]:
    """Where each of the users works now, as «funksjon, aktør»."""
    na = timezone.now()
    rader = (
        Tilknytning.objects.filter(Q(til__isnull=True) | Q(til__gt=na), fra__lte=na, bruker__in=brukere)
        .select_related("aktor")
        .order_by("fra", "pk")
    )
    steder: dict[int, list[str]] = {}
    for rad in rader:
        steder.setdefault(rad.bruker_id, []).append(f"{rad.funksjon}, {rad.aktor}")
    return steder
