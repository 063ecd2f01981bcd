"""Steps with deadlines: our addition to the plan, kept by those who report on the tiltak."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from ..forms import EndreMilepaelSkjema, NyMilepaelSkjema
from ..models import Milepael, Tiltak
from ..services.rapportering import MilepaelEndret, endre_milepael, lag_milepael, milepaelversjon
from .planen import sti, til_tiltaket


def _side(request: HttpRequest, tiltak: Tiltak, skjema: object, tittel: str) -> HttpResponse:
    crumbs = sti(til_tiltaket(tiltak.nr), (tittel, request.path))
    context = {"tiltak": tiltak, "skjema": skjema, "overskrift": tittel, "sti": crumbs}
    return render(request, "tiltak/milepael.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def ny(request: HttpRequest, nr: int) -> HttpResponse:
    tiltak = get_object_or_404(Tiltak.objects.rapporteres_av(request.user).med_plass(), nr=nr)
    skjema = NyMilepaelSkjema(request.POST or None)
    if request.method == "POST" and skjema.is_valid():
        try:
            lag_milepael(av=request.user, tiltak=tiltak, **skjema.cleaned_data)
        except ValidationError as error:
            skjema.add_error(None, error)
        else:
            messages.success(request, _("Milepælen er lagret."))
            return redirect("et_tiltak", nr=nr)
    return _side(request, tiltak, skjema, _("Ny milepæl"))


@require_http_methods(["GET", "HEAD", "POST"])
def endre(request: HttpRequest, nr: int, pk: str) -> HttpResponse:
    tiltak = get_object_or_404(Tiltak.objects.rapporteres_av(request.user).med_plass(), nr=nr)
    milepael = get_object_or_404(Milepael.objects.select_related("tiltak"), tiltak=tiltak, pk=pk)
    saved = {"tittel": milepael.tittel, "frist": milepael.frist, "nadd_dato": milepael.nadd_dato}
    skjema = EndreMilepaelSkjema(request.POST or None, initial=saved | {"versjon": milepaelversjon(milepael)})
    if request.method == "POST" and skjema.is_valid():
        data = skjema.cleaned_data
        try:
            endre_milepael(
                av=request.user, milepael=milepael, sett=data["versjon"], **{name: data[name] for name in saved}
            )
        except ValidationError as error:
            skjema.add_error(None, error)
        except MilepaelEndret as other:
            who = str(other.sist.history_user or _("Systemet"))
            skjema.konflikt(navn=who, tid=other.sist.history_date, versjon=other.versjon, lagret=saved)
        else:
            messages.success(request, _("Milepælen er lagret."))
            return redirect("et_tiltak", nr=nr)
    return _side(request, tiltak, skjema, _("Endre milepæl"))
