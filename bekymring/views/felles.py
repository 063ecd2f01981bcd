"""What all pages of a case begin with."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from brukere.models import Bruker
from felles.engang import alt_laget
from felles.skjema import Skjema, sendt_nokkel
from vern.forberedt import forberedt

from ..models import Sak
from ..policy import Adgang, les_adgang
from ..services.feil import Flytfeil, IkkeTillatt, Konflikt
from ..visning import overskrift


def finn(request: HttpRequest, ref: str) -> tuple[Sak, Adgang]:
    """The case and what the reader holds in it; else 404, whether it exists or not."""
    saker = Sak.objects.visible_to(request.user).select_related("kjernegruppe", "saksansvarlig")
    with forberedt():
        sak = get_object_or_404(saker, ref=ref)
        return sak, les_adgang(request.user, sak)


def krev(ja: bool) -> None:
    """A page that is not for this person does not exist."""
    if not ja:
        raise Http404


def bruker(request: HttpRequest) -> Bruker:
    return request.user  # type: ignore[return-value]


def feil_i_skjema(skjema: Skjema, feil: Flytfeil, sak: Sak) -> None:
    """The act was refused: say why at the top, keep what was typed, and let a second send see the newest row."""
    if isinstance(feil, IkkeTillatt):
        raise Http404
    for melding in feil.meldinger:
        skjema.add_error(None, str(melding))
    if isinstance(feil, Konflikt) and "versjon" in skjema.fields:
        sak.refresh_from_db(fields=["versjon"])
        skjema.data = skjema.data.copy()
        skjema.data[skjema.add_prefix("versjon")] = str(sak.versjon)


def vis_skjema(request: HttpRequest, sak: Sak, skjema: Skjema, **mer: Any) -> HttpResponse:
    """One form on one page."""
    kontekst = {"sak": sak, "overskrift": overskrift(sak), "skjema": skjema} | mer
    return render(request, mer.get("mal", "bekymring/skjema.html"), kontekst)


def alt_gjort(request: HttpRequest, sak: Sak) -> bool:
    """The form has been sent before: what it did is an event with its key, whatever the page would say now."""
    nokkel = sendt_nokkel(request)
    return nokkel is not None and alt_laget(sak.hendelser, nokkel) is not None


def til_saken(request: HttpRequest, sak: Sak, melding: str = "") -> HttpResponse:
    messages.success(request, melding or _("Lagret."))
    return redirect("bekymring_sak", ref=sak.ref)


def til_lista(request: HttpRequest, melding: str) -> HttpResponse:
    """When the act took the case away from the one who did it."""
    messages.success(request, melding)
    return redirect("bekymring_liste")
