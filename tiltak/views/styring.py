"""Steering: agree to reports or send them back, hand responsibility over, say which tiltak are important."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from brukere.models import Foresporsel
from felles.skjemaside import prov, skjemaside, uten
from felles.tid import idag
from samarbeid.choices import TJENESTETYPER, Aktortype
from samarbeid.models import Aktor

from ..choices import Vurderingsutfall
from ..forms.innhold import EgneSkjema
from ..forms.rapportering import OverforSkjema, VurderingSkjema
from ..lesing.bevis import bevis_til
from ..models import Ansvar, Statusrapport, Tiltak
from ..policy import can_rapportere_alle
from ..services.ansvar import overfor_ansvar
from ..services.egne import endre_egne, versjon
from ..services.vurdering import sett_viktig, vurder
from .planen import sti, til_tiltaket

SVARER = {*TJENESTETYPER, Aktortype.KOMMUNE}


@require_http_methods(["GET", "HEAD", "POST"])
def godkjenning(request: Foresporsel) -> HttpResponse:
    """Every report that waits for this user's word, on one page."""
    waiting = list(Statusrapport.objects.venter_pa(request.user))
    failed: dict[str, Any] = {}
    if request.method == "POST":
        rapport = next((rad for rad in waiting if str(rad.pk) == request.POST.get("rapport")), None)
        if rapport is None:
            messages.info(request, _("Rapporten venter ikke lenger på deg."))
            return redirect("godkjenning")
        skjema = VurderingSkjema(request.POST, prefix=str(rapport.pk))
        if skjema.is_valid() and _vurder(request, rapport, skjema):
            return redirect("godkjenning")
        failed[str(rapport.pk)] = skjema
    evidence = bevis_til(waiting)
    rader = [
        {
            "rapport": rad,
            "bevis": evidence[rad.pk],
            "skjema": failed.get(str(rad.pk)) or VurderingSkjema(prefix=str(rad.pk)),
        }
        for rad in waiting
    ]
    context = {"rader": rader, "sti": sti((_("Godkjenn status"), request.path))}
    return render(request, "tiltak/godkjenning.html", context)


def _vurder(request: Foresporsel, rapport: Statusrapport, skjema: VurderingSkjema) -> bool:
    back = request.POST.get("utfall") == Vurderingsutfall.SENDT_TILBAKE
    outcome = Vurderingsutfall.SENDT_TILBAKE if back else Vurderingsutfall.GODKJENT
    data = skjema.cleaned_data
    said = prov(
        skjema,
        lambda: vurder(
            av=request.user, rapport=rapport, nokkel=data["nokkel"], utfall=outcome, kommentar=data["kommentar"]
        ),
    )
    if said is None:
        return False
    tekst = _("Tiltak %(nr)s er sendt tilbake.") if back else _("Tiltak %(nr)s er godkjent.")
    messages.success(request, tekst % {"nr": rapport.tiltak.nr})
    return True


def _tiltak(request: Foresporsel, nr: int) -> Tiltak:
    if not can_rapportere_alle(request.user):
        raise Http404
    return get_object_or_404(Tiltak.objects.visible_to(request.user).gjeldende().med_plass(), nr=nr)


@require_http_methods(["GET", "HEAD", "POST"])
def overfor(request: Foresporsel, nr: int) -> HttpResponse:
    """Hand a party's responsibility over to another."""
    tiltak = _tiltak(request, nr)
    parter = Ansvar.objects.filter(tiltak=tiltak).gjeldende()
    takers = Aktor.objects.filter(type__in=SVARER).gjeldende(idag())
    skjema = OverforSkjema(request.POST or None, ansvar=parter, aktorer=takers, initial={"fra": idag()})

    def gjor(data: dict[str, Any]) -> HttpResponse:
        overfor_ansvar(av=request.user, **data)
        messages.success(request, _("Ansvaret er overført."))
        return redirect("et_tiltak", nr=nr)

    crumbs = sti(til_tiltaket(nr), (_("Overfør ansvar"), request.path))
    context = {"tiltak": tiltak, "skjema": skjema, "sti": crumbs}
    return skjemaside(request, skjema, gjor, lambda: render(request, "tiltak/overfor.html", context))


@require_POST
def viktig(request: Foresporsel, nr: int) -> HttpResponse:
    """Mark as important, or no longer."""
    tiltak = _tiltak(request, nr)
    sett_viktig(av=request.user, tiltak=tiltak, viktig=request.POST.get("viktig") == "ja")
    messages.success(
        request,
        _("To personer må nå si at tiltaket er gjennomført.")
        if tiltak.viktig
        else _("Én person kan nå si at tiltaket er gjennomført."),
    )
    return redirect("et_tiltak", nr=nr)


@require_http_methods(["GET", "HEAD", "POST"])
def opplysninger(request: Foresporsel, nr: int) -> HttpResponse:
    """Correct what is the municipality's own. What was adopted is changed by the next edition."""
    tiltak = _tiltak(request, nr)
    naa = EgneSkjema.verdier(tiltak) | {"versjon": versjon(tiltak)}
    skjema = EgneSkjema(request.POST or None, initial=naa, plan=tiltak.plan)

    def gjor(data: dict[str, Any]) -> HttpResponse:
        endre_egne(av=request.user, tiltak=tiltak, sett=data["versjon"], **uten(data))
        messages.success(request, _("Det er lagret."))
        return redirect("et_tiltak", nr=nr)

    tittel = _("Kommunens egne opplysninger")
    crumbs = sti(til_tiltaket(nr), (tittel, request.path))
    intro = _(
        "Tittel, ordlyd og ansvarlige er vedtatt og kan ikke rettes her. De endres i neste utgave av planen. Det under "
        "er kommunens eget, og historikken viser hvem som endret det."
    )
    context = {"tiltak": tiltak, "skjema": skjema, "overskrift": tittel, "ingress": intro, "sti": crumbs}
    return skjemaside(request, skjema, gjor, lambda: render(request, "tiltak/innholdsskjema.html", context))
