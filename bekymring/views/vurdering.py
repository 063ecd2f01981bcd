"""The assessment of privacy: the personvernombud registers, the leader approves and takes back (R56)."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from brukere.models import Foresporsel
from felles.skjemaside import skjemaside, uten

from ..forms import PersonvernvurderingSkjema, VurderingGodkjenning
from ..lesing.saksdelen import Saksdelen, saksdelen
from ..models import Personvernvurdering
from ..policy import can_godkjenne_vurdering, can_registrere_vurdering, can_trekke_vurdering, can_view_vurdering
from ..services import godkjenning
from ..services.feil import IkkeTillatt
from .felles import krev


@require_safe
def oversikt(request: Foresporsel) -> HttpResponse:
    """Whether the case part is on, and by which assessment; what was before it."""
    krev(can_view_vurdering(request.user))
    rader = list(Personvernvurdering.objects.siste_forst())
    tilstand = saksdelen()
    return render(
        request,
        "personvern/vurdering.html",
        {
            "er_av": tilstand is Saksdelen.AV,
            "er_utlopt": tilstand is Saksdelen.UTLOPT,
            "rader": [
                {
                    "rad": rad,
                    "kan_godkjenne": can_godkjenne_vurdering(request.user, rad),
                    "kan_trekke": can_trekke_vurdering(request.user, rad),
                }
                for rad in rader
            ],
            "kan_registrere": can_registrere_vurdering(request.user),
        },
    )


@require_http_methods(["GET", "HEAD", "POST"])
def ny(request: Foresporsel) -> HttpResponse:
    krev(can_registrere_vurdering(request.user))
    skjema = PersonvernvurderingSkjema(request.POST or None)

    def gjor(data: dict[str, Any]) -> HttpResponse:
        godkjenning.registrer_vurdering(av=request.user, nokkel=data["nokkel"], **uten(data))
        return _tilbake(request, _("Vurderingen er registrert. Rådmannen må godkjenne den."))

    return _skjema(request, skjema, gjor, tittel=_("Registrer vurdering av personvernet"), knapp=_("Registrer"))


@require_http_methods(["GET", "HEAD", "POST"])
def godkjenn(request: Foresporsel, id: UUID) -> HttpResponse:
    rad = get_object_or_404(Personvernvurdering, pk=id)
    krev(can_godkjenne_vurdering(request.user, rad))
    skjema = VurderingGodkjenning(request.POST or None)

    def gjor(data: dict[str, Any]) -> HttpResponse:
        try:
            godkjenning.godkjenn_vurdering(av=request.user, rad=rad, **data)
        except IkkeTillatt:
            raise Http404 from None
        return _tilbake(request, _("Vurderingen er godkjent. Bekymringssakene er i bruk."))

    return _skjema(
        request, skjema, gjor, tittel=_("Godkjenn vurderingen av personvernet"), knapp=_("Godkjenn"), rad=rad
    )


@require_POST
def trekk(request: Foresporsel, id: UUID) -> HttpResponse:
    rad = get_object_or_404(Personvernvurdering, pk=id)
    krev(can_trekke_vurdering(request.user, rad))
    godkjenning.trekk_vurdering(av=request.user, rad=rad)
    return _tilbake(request, _("Godkjenningen er trukket."))


def _skjema(request: Foresporsel, skjema: Any, gjor: Any, **side: Any) -> HttpResponse:
    return skjemaside(
        request, skjema, gjor, lambda: render(request, "personvern/godkjenning.html", {"skjema": skjema} | side)
    )


def _tilbake(request: Foresporsel, melding: str) -> HttpResponse:
    messages.success(request, melding)
    return redirect("personvern_vurdering")
