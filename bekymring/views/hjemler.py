"""The catalogue of laws: what may be used, between whom, for what; who approved, and who takes it out (R2)."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from brukere.models import Foresporsel
from felles.skjemaside import skjemaside, uten
from felles.tid import idag

from ..forms import HjemmelgodkjenningSkjema
from ..models import Hjemmel, Hjemmelgodkjenning
from ..policy import can_godkjenne_hjemler, can_lese_hjemler
from ..services import godkjenning
from ..services.feil import IkkeTillatt
from ..visning.hjemler import katalog
from .felles import krev


@require_safe
def oversikt(request: Foresporsel) -> HttpResponse:
    """Each law in each edition, with what it may be used for and who has said so."""
    krev(can_lese_hjemler(request.user))
    kan_godkjenne = can_godkjenne_hjemler(request.user)
    lover = katalog(Hjemmel.objects.all(), Hjemmelgodkjenning.objects.siste_forst(), request.user, idag())
    return render(request, "personvern/hjemler.html", {"lover": lover, "kan_godkjenne": kan_godkjenne})


@require_http_methods(["GET", "HEAD", "POST"])
def godkjenn(request: Foresporsel, id: int) -> HttpResponse:
    """One writes down what a jurist has said."""
    krev(can_godkjenne_hjemler(request.user))
    hjemmel = get_object_or_404(Hjemmel, pk=id)
    krev(hjemmel.trenger_jurist)
    skjema = HjemmelgodkjenningSkjema(request.POST or None)

    def gjor(data: dict[str, Any]) -> HttpResponse:
        godkjenning.registrer_hjemmel(av=request.user, nokkel=data["nokkel"], hjemmel=hjemmel, **uten(data))
        return _tilbake(request, _("Godkjenningen er registrert. En annen må bekrefte den før loven kan brukes."))

    return skjemaside(
        request,
        skjema,
        gjor,
        lambda: render(
            request,
            "personvern/godkjenning.html",
            {
                "skjema": skjema,
                "tittel": _("Registrer juristens godkjenning"),
                "knapp": _("Registrer"),
                "hjemmel": hjemmel,
            },
        ),
    )


@require_POST
def bekreft(request: Foresporsel, id: UUID) -> HttpResponse:
    """Another confirms."""
    krev(can_godkjenne_hjemler(request.user))
    rad = get_object_or_404(Hjemmelgodkjenning, pk=id)
    try:
        godkjenning.bekreft_hjemmel(av=request.user, rad=rad)
    except IkkeTillatt:
        raise Http404 from None
    return _tilbake(request, _("Godkjenningen er bekreftet. Loven kan brukes."))


@require_POST
def ta_ut(request: Foresporsel, id: int) -> HttpResponse:
    """Closed by one, at once."""
    krev(can_godkjenne_hjemler(request.user))
    godkjenning.ta_ut_hjemmel(av=request.user, hjemmel=get_object_or_404(Hjemmel, pk=id))
    return _tilbake(
        request, _("Loven er tatt ut av bruk. Tilgang som bare sto på den, er lukket, og de det gjelder, får beskjed.")
    )


def _tilbake(request: Foresporsel, melding: str) -> HttpResponse:
    messages.success(request, melding)
    return redirect("personvern_hjemler")
