"""What a workbook would change, for the page that asks before anything is written."""

from typing import Any

from django.utils.translation import gettext as _

from felles.dato import talldato
from felles.skjema import forskjell

from ..choices import Status
from ..models import Milepael, Statusrapport
from ..services.arkimport import Arkimport
from .leser import Borte


def vis(arket: Arkimport) -> list[dict[str, Any]]:
    """One entry for each row: where, and for each field that differs what stands there and what would. Two queries."""
    naa = {
        row.tiltak.nr: row
        for row in Statusrapport.objects.gjeldende()
        .filter(tiltak__plan__erstattet_av__isnull=True, ar=arket.ar, tiltak__nr__in=[r.nr for r in arket.status])
        .select_related("tiltak")
    }
    before = {str(row.pk): row for row in Milepael.objects.filter(pk__in=[r.pk for r in arket.milepaeler if r.pk])}
    return [
        *(
            {
                "tittel": _("Status for tiltak %(nr)s") % {"nr": rad.nr},
                "felt": _felt(Statusrapport, naa.get(rad.nr), rad.felt),
            }
            for rad in arket.status
        ),
        *(
            {
                "tittel": (_("Milepæl i tiltak %(nr)s") if rad.pk else _("Ny milepæl i tiltak %(nr)s"))
                % {"nr": rad.nr},
                "felt": _felt(
                    Milepael,
                    before.get(rad.pk),
                    {"tittel": rad.tittel, "frist": rad.frist, "nadd_dato": rad.nadd_dato},
                ),
            }
            for rad in arket.milepaeler
        ),
    ]


def borte(rader: Borte) -> list[str]:
    """The rows that the file has no more, each named. A milestone that is gone here too is not missed. One query."""
    found = (
        Milepael.objects.filter(pk__in=rader.milepaeler).select_related("tiltak").order_by("tiltak__nr", "frist", "pk")
    )
    return [
        *(_("Tiltak %(nr)s") % {"nr": nr} for nr in sorted(rader.tiltak)),
        *(_("Milepælen «%(tittel)s» i tiltak %(nr)s") % {"tittel": m.tittel, "nr": m.tiltak.nr} for m in found),
    ]


def _felt(model: Any, rad: Any, verdier: dict[str, Any]) -> list[dict[str, Any]]:
    rader = []
    for navn, verdi in verdier.items():
        old, new = _tekst(navn, getattr(rad, navn, "")), _tekst(navn, verdi)
        if old != new:
            label = str(model._meta.get_field(navn).verbose_name).capitalize()
            rader.append({"navn": label, "deler": forskjell(old, new)})
    return rader


def _tekst(name: str, value: Any) -> str:
    if name == "status" and value:
        return str(Status(value).label)
    return talldato(value) if name in ("frist", "nadd_dato") else str(value or "")
