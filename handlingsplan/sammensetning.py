"""Where two rooms meet on one page: the upper room's rows are handed down, so that the lower never imports it."""

from typing import Any

from django.db.models import Q

from samarbeid.models import Aktor
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
