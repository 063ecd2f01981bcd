"""Steps with deadlines: our addition to the plan, kept by those who report on the tiltak."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from brukere.models import Foresporsel
from felles.skjemaside import skjemaside, uten

from ..forms.rapportering import EndreMilepaelSkjema, NyMilepaelSkjema
from ..models import Milepael, Tiltak
from ..services.rapportering import endre_milepael, lag_milepael, milepaelversjon
from .planen import sti, til_tiltaket


def _side(request: Foresporsel, tiltak: Tiltak, skjema: object, tittel: str) -> HttpResponse:
    crumbs = sti(til_tiltaket(tiltak.nr), (tittel, request.path))
    context = {"tiltak": tiltak, "skjema": skjema, "overskrift": tittel, "sti": crumbs}
    return render(request, "tiltak/milepael.html", context)


def _lagret(request: Foresporsel, nr: int) -> HttpResponse:
    messages.success(request, _("Milepælen er lagret."))
    return redirect("et_tiltak", nr=nr)


@require_http_methods(["GET", "HEAD", "POST"])
def ny(request: Foresporsel, nr: int) -> HttpResponse:
    tiltak = get_object_or_404(Tiltak.objects.rapporteres_av(request.user).med_plass(), nr=nr)
    skjema = NyMilepaelSkjema(request.POST or None)

    def gjor(data: dict[str, Any]) -> HttpResponse:
        lag_milepael(av=request.user, tiltak=tiltak, **data)
        return _lagret(request, nr)

    return skjemaside(request, skjema, gjor, lambda: _side(request, tiltak, skjema, _("Ny milepæl")))


@require_http_methods(["GET", "HEAD", "POST"])
def endre(request: Foresporsel, nr: int, pk: str) -> HttpResponse:
    tiltak = get_object_or_404(Tiltak.objects.rapporteres_av(request.user).med_plass(), nr=nr)
    milepael = get_object_or_404(Milepael.objects.select_related("tiltak"), tiltak=tiltak, pk=pk)
    saved = {"tittel": milepael.tittel, "frist": milepael.frist, "nadd_dato": milepael.nadd_dato}
    skjema = EndreMilepaelSkjema(request.POST or None, initial=saved | {"versjon": milepaelversjon(milepael)})

    def gjor(data: dict[str, Any]) -> HttpResponse:
        endre_milepael(av=request.user, milepael=milepael, sett=data["versjon"], **uten(data))
        return _lagret(request, nr)

    return skjemaside(request, skjema, gjor, lambda: _side(request, tiltak, skjema, _("Endre milepæl")))
