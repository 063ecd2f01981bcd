"""Report on one tiltak; the table of many is in oppdatering.py."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from brukere.models import Foresporsel
from felles.dato import langdato
from felles.skjemaside import prov
from felles.tid import idag

from ..forms.innhold import NyttBevis
from ..forms.rapportering import StatusSkjema
from ..lesing.bevis import bevisvalg
from ..lesing.rapporter import sist_fortalt
from ..models import Statusrapport, Tiltak
from ..services.innhold import legg_ved
from ..services.rapportering import FELT, Statussvar, forslag, registrer_status, versjon
from ..services.utkast import hent_utkast, lagre_utkast, slett_utkast
from .planen import sti, til_tiltaket


def initial_av(rapport: Statusrapport | None, sett: int, **extra: Any) -> dict[str, Any]:
    """What a form begins with."""
    verdier = {navn: getattr(rapport, navn) for navn in FELT} if rapport else {}
    return verdier | {"versjon": sett} | extra


def lagre(
    request: Foresporsel, tiltak: Tiltak, ar: int, skjema: Any, svar: Statussvar, bevis: list[str] | None = None
) -> bool:
    """One report through the service; what it refuses stands in the form, with all that was typed."""
    data = skjema.cleaned_data
    key, seen = data["nokkel"], data["versjon"]
    rad = prov(
        skjema,
        lambda: registrer_status(av=request.user, tiltak=tiltak, nokkel=key, ar=ar, svar=svar, sett=seen, bevis=bevis),
    )
    if rad is not None:
        slett_utkast(av=request.user, tiltak=tiltak, ar=ar)
    return rad is not None


def fra_felt(felt: Mapping[str, str]) -> dict[str, Any]:
    """What was typed, or kept as a draft, as a form begins with it: the version it was typed against stays."""
    if not felt:
        return {}
    chosen = {"bevis": felt["bevis"].split()} if "bevis" in felt else {}
    return dict(felt) | {"rapporteres_ikke_videre": bool(felt.get("rapporteres_ikke_videre"))} | chosen


def _skrevet(data: QueryDict) -> dict[str, str]:
    """The form as it was sent, field by field, to be kept or shown again."""
    names = StatusSkjema.base_fields.keys() - {"nokkel", "bevis"}
    return {navn: data.get(navn, "") for navn in names} | {"bevis": " ".join(data.getlist("bevis"))}


@require_http_methods(["GET", "HEAD", "POST"])
def status(request: Foresporsel, nr: int) -> HttpResponse:
    """New status for one tiltak, with last year's answer beside each field, and what it rests on."""
    tiltak = get_object_or_404(Tiltak.objects.rapporteres_av(request.user).med_plass(), nr=nr)
    ar = idag().year
    if request.method != "POST":
        return _side(request, tiltak, ar, None, NyttBevis(prefix="ny"))
    if "utkast" in request.POST:
        return _keep_draft(request, tiltak, ar)
    added, typed = _legg_ved(request, tiltak)
    if added.errors:
        return _side(request, tiltak, ar, StatusSkjema(initial=fra_felt(_skrevet(typed))), added)
    if "legg_ved" in request.POST:
        lagre_utkast(av=request.user, tiltak=tiltak, ar=ar, felt=_skrevet(typed))
        return redirect(reverse("ny_status", args=[nr]) + "#bevis")
    return _side(request, tiltak, ar, StatusSkjema(typed), added)


def _legg_ved(request: Foresporsel, tiltak: Tiltak) -> tuple[NyttBevis, QueryDict]:
    """A link or a file sent along is added under the tiltak at once: it is there whatever becomes of the rest."""
    skjema, typed = NyttBevis(request.POST, request.FILES, prefix="ny"), request.POST.copy()
    fresh = NyttBevis(prefix="ny")
    if skjema.er_tomt() and "legg_ved" not in request.POST:
        return fresh, typed
    if skjema.is_valid():
        data = skjema.cleaned_data
        nokkel = data.pop("nokkel")
        kode = prov(skjema, lambda: legg_ved(av=request.user, tiltak=tiltak, nokkel=nokkel, data=data))
        if kode is not None:
            typed.appendlist("bevis", kode)
            messages.success(request, _("«%(tittel)s» er lagt til under tiltaket.") % data)
            return fresh, typed
    return skjema, typed


def _side(
    request: Foresporsel, tiltak: Tiltak, ar: int, skjema: StatusSkjema | None, nytt_bevis: NyttBevis
) -> HttpResponse:
    """Save what is bound and good, or show the form: as typed, as drafted, or as it was told."""
    naa = Statusrapport.objects.siste_til(tiltak, ar)
    before = Statusrapport.objects.siste_til(tiltak, ar - 1) or sist_fortalt([tiltak], ar).get(tiltak.pk)
    utkast = hent_utkast(av=request.user, ar=ar).get(tiltak.pk)
    seen, offer = versjon(tiltak, ar), bevisvalg(tiltak, ar, naa)
    if skjema is None:
        source = before if request.GET.get("bruk") == "i_fjor" else naa
        begin = initial_av(source, seen, bevis=offer.valgt) | fra_felt(utkast.felt if utkast else {})
        skjema = StatusSkjema(initial=begin)
    skjema.velg_blant("bevis", offer.koder)
    if skjema.is_valid() and lagre(request, tiltak, ar, skjema, skjema.svar(), skjema.cleaned_data["bevis"]):
        messages.success(request, _("Statusen er lagret."))
        return redirect("et_tiltak", nr=tiltak.nr)
    context = {
        "tiltak": tiltak,
        "ar": ar,
        "skjema": skjema,
        "nytt_bevis": nytt_bevis,
        "har_feil": bool(nytt_bevis.errors),
        "bevis": offer.grupper(ar, set(skjema["bevis"].value() or [])),
        "i_fjor": before,
        "utkast": utkast,
        "tilbake": naa if naa and naa.er_sendt_tilbake else None,
        "annen": naa if utkast and naa and utkast.felt.get("versjon") != str(seen) else None,
        "forslag": forslag(tiltak, ar, gjort=naa.gjort if naa else ""),
        "felter": _beside(skjema, before),
        "sti": sti(til_tiltaket(tiltak.nr), (_("Ny status"), request.path)),
    }
    return render(request, "tiltak/status.html", context)


def _keep_draft(request: Foresporsel, tiltak: Tiltak, ar: int) -> HttpResponse:
    """While one types, or by the button: keep it, or throw it away."""
    if request.POST["utkast"] == "slett":
        slett_utkast(av=request.user, tiltak=tiltak, ar=ar)
        return redirect("ny_status", nr=tiltak.nr)
    lagre_utkast(av=request.user, tiltak=tiltak, ar=ar, felt=_skrevet(request.POST))
    if "X-Utkast" in request.headers:
        return HttpResponse(status=204)
    messages.success(request, _("Utkastet er lagret. Bare du ser det."))
    return redirect("ny_status", nr=tiltak.nr)


def _beside(skjema: StatusSkjema, before: Statusrapport | None) -> list[dict[str, Any]]:
    """Each field with what was answered last year."""
    return [
        {"felt": felt, "i_fjor": _shown(before, felt.name) if before else ""}
        for felt in skjema.visible_fields()
        if felt.name != "bevis"
    ]


def _shown(rapport: Statusrapport, navn: str) -> Any:
    if navn == "status":
        return rapport.get_status_display()
    if navn == "frist":
        return langdato(rapport.frist) if rapport.frist else ""
    return "" if navn == "rapporteres_ikke_videre" else getattr(rapport, navn)
