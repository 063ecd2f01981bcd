"""A workbook in: chosen, shown, confirmed. Between showing and confirming it lies signed in the page, nowhere else."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core import signing
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from brukere.models import Foresporsel
from felles.tid import idag

from ..ark.leser import les
from ..ark.regneark import Arkfeil
from ..ark.visning import borte, vis
from ..forms.rapportering import ArkSkjema
from ..models import Plan, Tiltak
from ..services.arkimport import Arkimport, Radfeil, prov, skriv
from .planen import sti

GYLDIG = 3600  # seconds from showing to confirming


def _salt(request: Foresporsel) -> str:
    return f"tiltak.regneark.{request.user.pk}.{settings.KOMMUNE}"


@require_http_methods(["GET", "HEAD", "POST"])
def importer(request: Foresporsel) -> HttpResponse:
    """For those who tell the status of something; for others the page does not exist."""
    if not Tiltak.objects.rapporteres_av(request.user).exists():
        raise Http404
    if "innhold" in request.POST:
        return _bekreft(request)
    skjema = ArkSkjema(request.POST or None, request.FILES or None) if request.method == "POST" else ArkSkjema()
    side: dict[str, Any] = {"skjema": skjema}
    if request.method == "POST" and skjema.is_valid():
        try:
            lest = les(skjema.cleaned_data["fil"].read(), utgave=Plan.objects.gjeldende().utgave, ar=idag().year)
        except Arkfeil as error:
            skjema.add_error("fil", str(error))
        else:
            errors = lest.feil + prov(av=request.user, arket=lest.arket)
            side |= _forhandsvis(request, lest.arket, errors)
            side |= {"ulest": lest.ulest, "borte": [] if errors else borte(lest.borte)}
    return _side(request, side)


def _forhandsvis(request: Foresporsel, arket: Arkimport, errors: list[Radfeil]) -> dict[str, Any]:
    side: dict[str, Any] = {"feil": errors, "lest": True, "endringer": vis(arket), "har_feil": bool(errors)}
    if not errors and not arket.tom:
        side["innhold"] = signing.dumps(arket.som_data(), salt=_salt(request), compress=True)
    return side


def _bekreft(request: Foresporsel) -> HttpResponse:
    try:
        data = signing.loads(request.POST["innhold"], salt=_salt(request), max_age=GYLDIG)
    except signing.BadSignature:
        skjema = ArkSkjema({}, {})
        skjema.errors.clear()
        skjema.add_error(None, _("Det gikk for lang tid, eller siden er endret. Velg filen på nytt."))
        return _side(request, {"skjema": skjema})
    arket = Arkimport.fra_data(data)
    if errors := skriv(av=request.user, arket=arket):
        return _side(request, {"skjema": ArkSkjema()} | _forhandsvis(request, arket, errors))
    antall = len(arket.status) + len(arket.milepaeler)
    tekst = ngettext("%(antall)s rad fra regnearket er lagret.", "%(antall)s rader fra regnearket er lagret.", antall)
    messages.success(request, tekst % {"antall": antall})
    return redirect("tiltak")


def _side(request: Foresporsel, side: dict[str, Any]) -> HttpResponse:
    return render(request, "tiltak/regneark.html", side | {"sti": sti((_("Les inn regneark"), request.path))})
