"""For the personvernombud: cases whose access was not looked through (R29)."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from brukere.models import Bruker, Foresporsel

from ..policy import can_fore_tilsyn
from ..services.gjennomgang import forrige_kvartal, frist, kvartal, mangler
from .felles import krev


@require_safe
def manglende(request: Foresporsel) -> HttpResponse:
    """Overdue from the quarter that is over, and what is left in this one."""
    krev(can_fore_tilsyn(request.user))
    forfalt, gjenstar = mangler(forrige_kvartal()), mangler(kvartal())
    navn = Bruker.objects.in_bulk({rad.leder_id for rad in (*forfalt, *gjenstar)} - {None})
    return render(
        request,
        "personvern/gjennomgang.html",
        {
            "frist": frist(),
            "forfalt": [(rad, navn.get(rad.leder_id)) for rad in forfalt],
            "gjenstar": [(rad, navn.get(rad.leder_id)) for rad in gjenstar],
        },
    )
