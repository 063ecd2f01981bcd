"""What one is told of a case, also of one that is no longer one's own; and what has been shared, for who has it."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from brukere.models import Foresporsel

from ..lesing.delt import delt_i
from ..lesing.innsyn import innsyn
from ..models import Beskjed, Sak
from ..policy import can_styre_tilgang
from ..services.beskjed import les_beskjed
from ..visning.beskjed import ordene
from ..visning.sak import overskrift
from .felles import finn, krev


@require_http_methods(["GET", "HEAD", "POST"])
def beskjed(request: Foresporsel, id: UUID) -> HttpResponse:
    """One message, for the one it is to; read, it is off the start page."""
    rad = get_object_or_404(Beskjed.objects.select_related("om"), pk=id, bruker=request.user)
    if request.method == "POST":
        les_beskjed(av=request.user, rad=rad)
        return redirect("oversikt")
    sak = Sak.objects.visible_to(request.user).filter(pk=rad.sak_id).first()
    return render(request, "bekymring/beskjed.html", {"rad": rad, "tekst": ordene(rad), "sak": sak})


@require_safe
def delt(request: Foresporsel, ref: str) -> HttpResponse:
    """With whom the case has been shared, what, for what, how long: no content."""
    sak, adgang = finn(request, ref)
    krev(can_styre_tilgang(adgang))
    innsyn(request, [sak], del_="tilgang")
    context = {"sak": sak, "overskrift": overskrift(sak), "rader": delt_i(sak)}
    return render(request, "bekymring/delt.html", context)
