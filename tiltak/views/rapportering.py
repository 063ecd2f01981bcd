"""Report on one tiltak; the table of many is in oppdatering.py."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from felles.tid import idag

from ..forms import StatusSkjema
from ..models import Statusrapport, Statusutkast, Tiltak
from ..rapporter import sist_fortalt
from ..services.rapportering import FELT, Samtidig, Statussvar, forslag, registrer_status, versjon
from ..services.utkast import hent_utkast, lagre_utkast, slett_utkast
from .planen import sti


def initial_av(rapport: Statusrapport | None, sett: int, **extra: Any) -> dict[str, Any]:
    """What a form begins with."""
    values = {name: getattr(rapport, name) for name in FELT} if rapport else {}
    return values | {"versjon": sett} | extra


def lagre(request: HttpRequest, tiltak: Tiltak, ar: int, skjema: Any, svar: Statussvar) -> bool:
    """One report through the service; what it refuses stands in the form, with all that was typed."""
    data = skjema.cleaned_data
    try:
        registrer_status(av=request.user, tiltak=tiltak, nokkel=data["nokkel"], ar=ar, svar=svar, sett=data["versjon"])
    except ValidationError as error:
        skjema.add_error(None, error)
    except Samtidig as other:
        saved = {name: getattr(other.rapport, name) for name in FELT if name in skjema.fields}
        name = str(other.rapport.rapportert_av)
        skjema.konflikt(navn=name, tid=other.rapport.tid, versjon=other.versjon, lagret=saved)
    if not skjema.errors:
        slett_utkast(av=request.user, tiltak=tiltak, ar=ar)
    return not skjema.errors


def fra_utkast(utkast: Statusutkast | None) -> dict[str, Any]:
    """What the draft fills a form with: as it was typed, and the version it was typed against."""
    if utkast is None:
        return {}
    done = utkast.felt.get("rapporteres_ikke_videre")
    return utkast.felt | {"rapporteres_ikke_videre": bool(done)}


@require_http_methods(["GET", "HEAD", "POST"])
def status(request: HttpRequest, nr: int) -> HttpResponse:
    """New status for one tiltak, with last year's answer beside each field."""
    tiltak = get_object_or_404(Tiltak.objects.rapporteres_av(request.user).med_plass(), nr=nr)
    ar = idag().year
    now = Statusrapport.objects.siste_til(tiltak, ar)
    before = Statusrapport.objects.siste_til(tiltak, ar - 1) or sist_fortalt([tiltak], ar).get(tiltak.pk)
    if request.method == "POST" and "utkast" in request.POST:
        return _keep_draft(request, tiltak, ar)
    draft = hent_utkast(av=request.user, ar=ar).get(tiltak.pk)
    if request.method == "POST":
        skjema = StatusSkjema(request.POST)
        if skjema.is_valid() and lagre(request, tiltak, ar, skjema, skjema.svar()):
            messages.success(request, _("Statusen er lagret."))
            return redirect("et_tiltak", nr=nr)
    else:
        source = before if request.GET.get("bruk") == "i_fjor" else now
        skjema = StatusSkjema(initial=initial_av(source, versjon(tiltak, ar)) | fra_utkast(draft))
    context = {
        "tiltak": tiltak,
        "ar": ar,
        "skjema": skjema,
        "i_fjor": before,
        "utkast": draft,
        "tilbake": now if now and now.er_sendt_tilbake else None,
        "annen": now if draft and now and draft.felt.get("versjon") != str(versjon(tiltak, ar)) else None,
        "forslag": forslag(tiltak, ar, gjort=now.gjort if now else ""),
        "felter": _beside(skjema, before),
        "sti": sti((_("Tiltak %(nr)s") % {"nr": nr}, f"/tiltak/{nr}/"), (_("Ny status"), request.path)),
    }
    return render(request, "tiltak/status.html", context)


def _keep_draft(request: HttpRequest, tiltak: Tiltak, ar: int) -> HttpResponse:
    """While one types, or by the button: keep it, or throw it away."""
    if request.POST["utkast"] == "slett":
        slett_utkast(av=request.user, tiltak=tiltak, ar=ar)
        return redirect("ny_status", nr=tiltak.nr)
    names = StatusSkjema.base_fields
    typed = {name: request.POST.get(name, "") for name in names if name != "nokkel"}
    lagre_utkast(av=request.user, tiltak=tiltak, ar=ar, felt=typed)
    if "X-Utkast" in request.headers:
        return HttpResponse(status=204)
    messages.success(request, _("Utkastet er lagret. Bare du ser det."))
    return redirect("ny_status", nr=tiltak.nr)


def _beside(skjema: StatusSkjema, before: Statusrapport | None) -> list[dict[str, Any]]:
    """Each field with what was answered last year."""
    return [
        {"felt": field, "i_fjor": _shown(before, field.name) if before else ""} for field in skjema.visible_fields()
    ]


def _shown(rapport: Statusrapport, name: str) -> Any:
    if name == "status":
        return rapport.get_status_display()
    return "" if name == "rapporteres_ikke_videre" else getattr(rapport, name)
