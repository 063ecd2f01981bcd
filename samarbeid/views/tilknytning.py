"""Where a user works: pages the systemansvarlig reaches from the account."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from brukere.models import Bruker, Foresporsel

from .. import forms, services
from ..models import Tilknytning
from ..policy import can_place
from .grunn import skjemaside


def _sti(bruker: Bruker, navn: Any) -> list[dict[str, Any]]:
    return [
        {"navn": _("Brukere"), "url": reverse("brukere")},
        {"navn": bruker.navn, "url": bruker.get_absolute_url()},
        {"navn": navn, "url": "#innhold"},
    ]


def _krev(request: Foresporsel, bruker: Bruker) -> None:
    """For others, and for one's own account, the page does not exist."""
    if not can_place(request.user, bruker):
        raise Http404


def ny_tilknytning(request: Foresporsel, pk: int) -> HttpResponse:
    bruker = get_object_or_404(Bruker.objects.visible_to(request.user), pk=pk)
    _krev(request, bruker)
    skjema = forms.TilknytningSkjema(request.POST or None)

    def lagre(data: dict[str, Any]) -> Bruker:
        services.knytt_til(
            av=request.user,
            bruker=bruker,
            skjema=data["nokkel"],
            aktor=data["aktor"],
            funksjon=data["funksjon"],
            til=skjema.slutt(),
        )
        return bruker

    return skjemaside(
        request,
        skjema,
        lagre=lagre,
        tittel=_("Nytt arbeidssted for %(navn)s") % {"navn": bruker.navn},
        smuler=_sti(bruker, _("Nytt arbeidssted")),
        tilbake=bruker.get_absolute_url(),
        beskjed=_("Arbeidsstedet er lagt til."),
        knapp=_("Legg til arbeidsstedet"),
        ingress=_("Arbeidsstedet avgjør hvilken del av en sak personen kan få tilgang til. Det åpner ingen saker."),
    )


def avslutt_tilknytning(request: Foresporsel, pk: int) -> HttpResponse:
    tilknytning = get_object_or_404(Tilknytning.objects.gjeldende().select_related("bruker", "aktor"), pk=pk)
    bruker = tilknytning.bruker
    _krev(request, bruker)
    if request.method == "POST":
        services.avslutt_tilknytning(av=request.user, tilknytning=tilknytning)
        messages.success(request, _("Arbeidsstedet er avsluttet."))
        return redirect(bruker)
    data = {"tilknytning": tilknytning, "sti": _sti(bruker, _("Avslutt arbeidssted"))}
    return render(request, "samarbeid/avslutt_tilknytning.html", data)
