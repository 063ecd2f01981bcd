"""The koordinator makes the kjernegrupper and fills their places. A place opens no case by itself."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from brukere.models import Foresporsel
from felles.skjemaside import skjemaside
from vern.opptrapping import krev_fersk_innlogging

from ..forms import GruppeSkjema, MedlemSkjema
from ..models import Kjernegruppe
from ..policy import can_styre_grupper
from ..services.gruppestyring import gi_plass, lagre_gruppe, mulige_medlemmer
from .felles import krev


@require_http_methods(["GET", "HEAD", "POST"])
def skriv(request: Foresporsel, id: int | None = None) -> HttpResponse:
    """A new group, or another name for one."""
    krev(can_styre_grupper(request.user))
    gruppe = get_object_or_404(Kjernegruppe, pk=id) if id is not None else Kjernegruppe()
    skjema = GruppeSkjema(request.POST or None, gruppe=gruppe)
    tittel = _("Ny kjernegruppe") if id is None else _("Endre kjernegruppa")

    def gjor(data: dict[str, Any]) -> HttpResponse:
        lagre_gruppe(av=request.user, gruppe=gruppe, **data)
        messages.success(request, _("Gruppa er lagret."))
        return redirect("kjernegruppe_liste")

    return skjemaside(
        request, skjema, gjor, lambda: render(request, "kjernegruppe/skriv.html", {"skjema": skjema, "tittel": tittel})
    )


@require_http_methods(["GET", "HEAD", "POST"])
def nytt_medlem(request: Foresporsel, id: int) -> HttpResponse:
    krev(can_styre_grupper(request.user))
    return _nytt_medlem(request, get_object_or_404(Kjernegruppe, pk=id))


@krev_fersk_innlogging
def _nytt_medlem(request: Foresporsel, gruppe: Kjernegruppe) -> HttpResponse:
    skjema = MedlemSkjema(request.POST or None, medlemmer=mulige_medlemmer(gruppe))
    if request.method == "POST" and skjema.is_valid():
        sete = gi_plass(av=request.user, gruppe=gruppe, **skjema.cleaned_data)
        messages.success(request, _("%(navn)s er med i gruppa.") % {"navn": sete.bruker.navn})
        return redirect("kjernegruppe_liste")
    return render(
        request,
        "kjernegruppe/skriv.html",
        {
            "skjema": skjema,
            "tittel": _("Nytt medlem"),
            "gruppe": gruppe,
            "forklaring": _(
                "Medlemmet ser saker som settes på saksliste etter dette, hvis samtykket dekker instansen deres. "
                "Trengs tilgang til en eldre sak, gis den i saken."
            ),
        },
    )
