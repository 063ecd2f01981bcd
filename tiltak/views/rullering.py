"""The next edition: its draft, what becomes of each old tiltak, and its adoption. And, for all, what was changed."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse, reverse_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from brukere.models import Foresporsel
from felles.skjemaside import skjemaside, uten

from ..forms import rullering as skjemaer
from ..models import Plan, Rullering, Rulleringskobling, Tiltak
from ..policy import can_rullere, can_view_utkast
from ..services import rullering as tjenester
from ..services.utgave import Planvedtak, tidligst, vedta
from ..visning.rullering import avsluttet, endringsbilde, folger, ubesvart
from .planen import sti

HER = reverse_lazy("rullering")


def _utkast(request: Foresporsel, *, skriv: bool = True) -> Rullering:
    """The open draft, for those who may see it; for others, and when there is none, the page is not there."""
    if not (can_rullere if skriv else can_view_utkast)(request.user):
        raise Http404
    rader = Rullering.objects.visible_to(request.user).utkast().select_related("fra__erstattet_av")
    found: Rullering = get_object_or_404(rader, fra__erstattet_av__isnull=True)
    return found


def _vis(request: Foresporsel, skjema: Any, tittel: str, **mer: Any) -> HttpResponse:
    crumbs = sti((_("Neste utgave"), HER), (tittel, request.path))
    context = {"skjema": skjema, "overskrift": tittel, "tilbake": HER, "sti": crumbs}
    return render(request, "tiltak/rulleringsskjema.html", context | mer)


def _skjemaside(
    request: Foresporsel, skjema: Any, gjor: Callable[[dict[str, Any]], object], tittel: str, **mer: Any
) -> HttpResponse:
    """A form of the draft, which is shown again when it is saved."""

    def lagre(data: dict[str, Any]) -> HttpResponse:
        gjor(data)
        return _lagret(request, "rullering")

    return skjemaside(request, skjema, lagre, lambda: _vis(request, skjema, tittel, **mer))


def _lagret(request: Foresporsel, til: str) -> HttpResponse:
    messages.success(request, _("Det er lagret."))
    return redirect(til)


@require_http_methods(["GET", "HEAD", "POST"])
def rullering(request: Foresporsel) -> HttpResponse:
    """The draft as a readable difference, or the form that begins one."""
    if not can_view_utkast(request.user):
        raise Http404
    rad = Rullering.objects.visible_to(request.user).utkast().select_related("fra__erstattet_av").first()
    if rad is None:
        return _begynn(request)
    if request.method == "POST":
        return redirect("rullering")
    context = {
        "rullering": rad,
        "bilde": endringsbilde(rad),
        "mangler": tjenester.mangler(rad),
        "kan_endre": can_rullere(request.user),
        "sti": sti((_("Neste utgave"), HER)),
    }
    return render(request, "tiltak/rullering.html", context)


def _begynn(request: Foresporsel) -> HttpResponse:
    plan = Plan.objects.gjeldende()
    skjema = skjemaer.BegynnSkjema(request.POST or None, initial={"utgave": plan.utgave + 4, "tittel": plan.tittel})
    may = can_rullere(request.user)
    if request.method == "POST" and not may:
        raise Http404
    context = {"skjema": skjema, "plan": plan, "kan_endre": may, "sti": sti((_("Neste utgave"), HER))}

    def gjor(data: dict[str, Any]) -> HttpResponse:
        tjenester.begynn(av=request.user, **data)
        return _lagret(request, "rullering")

    return skjemaside(request, skjema, gjor, lambda: render(request, "tiltak/begynn_rullering.html", context))


@require_http_methods(["GET", "HEAD", "POST"])
def hode(request: Foresporsel) -> HttpResponse:
    rad = _utkast(request)
    skjema = skjemaer.HodeSkjema(request.POST or None, initial=skjemaer.HodeSkjema.verdier(rad))

    def gjor(data: dict[str, Any]) -> None:
        tjenester.endre_hode(av=request.user, rullering=rad, sett=data["versjon"], **uten(data))

    return _skjemaside(request, skjema, gjor, _("Tittel, utgave og innsatsområder"))


@require_http_methods(["GET", "HEAD", "POST"])
def nytt(request: Foresporsel) -> HttpResponse:
    rad = _utkast(request)
    skjema = skjemaer.NyttUtkasttiltak(request.POST or None, rullering=rad)

    def gjor(data: dict[str, Any]) -> None:
        tjenester.nytt_tiltak(av=request.user, rullering=rad, **data)

    return _skjemaside(request, skjema, gjor, _("Nytt tiltak i utkastet"))


@require_http_methods(["GET", "HEAD", "POST"])
def endre(request: Foresporsel, pk: UUID) -> HttpResponse:
    rad = _utkast(request)
    tiltak = get_object_or_404(rad.tiltak.all(), pk=pk)
    initial = skjemaer.EndreUtkasttiltak.verdier(tiltak)
    skjema = skjemaer.EndreUtkasttiltak(request.POST or None, rullering=rad, initial=initial)

    def gjor(data: dict[str, Any]) -> None:
        tjenester.endre_tiltak(av=request.user, rullering=rad, tiltak=tiltak, sett=data["versjon"], **uten(data))

    return _skjemaside(
        request, skjema, gjor, _("Endre tiltaket i utkastet"), ta_ut=reverse("rullering_ta_ut", args=[pk])
    )


@require_POST
def ta_ut(request: Foresporsel, pk: UUID) -> HttpResponse:
    rad = _utkast(request)
    tjenester.ta_ut_tiltak(av=request.user, rullering=rad, tiltak=get_object_or_404(rad.tiltak.all(), pk=pk))
    messages.success(request, _("Tiltaket er tatt ut av utkastet."))
    return redirect("rullering")


@require_http_methods(["GET", "HEAD", "POST"])
def kobling(request: Foresporsel, nr: int) -> HttpResponse:
    """What becomes of one old tiltak."""
    rad = _utkast(request)
    fra = get_object_or_404(Tiltak.objects.filter(plan=rad.fra), nr=nr)
    naa = list(Rulleringskobling.objects.filter(rullering=rad, fra=fra))
    initial = {
        "utfall": naa[0].utfall if naa else None,
        "til": [lenke.til_id for lenke in naa if lenke.til_id],
        "begrunnelse": naa[0].begrunnelse if naa else "",
    }
    skjema = skjemaer.KoblingSkjema(request.POST or None, rullering=rad, initial=initial)

    def gjor(data: dict[str, Any]) -> None:
        tjenester.koble(av=request.user, rullering=rad, fra=fra, **data | {"til": list(data["til"])})

    return _skjemaside(request, skjema, gjor, _("Tiltak %(nr)s i den nye utgaven") % {"nr": nr}, ingress=fra.tittel)


@require_http_methods(["GET", "HEAD", "POST"])
def vedta_plan(request: Foresporsel) -> HttpResponse:
    """One act, with a decision. What is missing is said, and nothing is written."""
    rad = _utkast(request)
    skjema = skjemaer.VedtaPlanSkjema(request.POST or None, initial={"versjon": rad.versjon})

    def gjor(data: dict[str, Any]) -> HttpResponse:
        unanswered = ubesvart(rad.fra)
        try:
            vedta(av=request.user, rullering=rad, sett=data["versjon"], vedtak=Planvedtak(**uten(data)))
        except ValidationError:  # the next try has seen the draft as it is shown now
            skjema.har_sett(rad.versjon)
            raise
        svar = _lagret(request, "tiltak")
        if unanswered is not None:
            messages.info(request, avsluttet(unanswered))
        return svar

    return skjemaside(request, skjema, gjor, lambda: _vedtaside(request, rad, skjema))


def _vedtaside(request: Foresporsel, rad: Rullering, skjema: Any) -> HttpResponse:
    context = {
        "forklaring": _("Når du lagrer, blir utgave %(utgave)s den som gjelder. Utgave %(gammel)s kan fortsatt leses.")
        % {"utgave": rad.utgave, "gammel": rad.fra.utgave},
        "mangler": tjenester.mangler(rad),
        "folger": folger(rad.fra),
        "tidligst": tidligst(rad.fra),
        "knapp": _("Vedta utgaven"),
    }
    return _vis(request, skjema, _("Registrer vedtak av planen"), **context)


@require_POST
def forkast(request: Foresporsel) -> HttpResponse:
    tjenester.forkast(av=request.user, rullering=_utkast(request))
    messages.success(request, _("Utkastet er forkastet."))
    return redirect("rullering")


@require_safe
def endringer(request: Foresporsel, utgave: int) -> HttpResponse:
    """What an adopted edition changed, for everyone who reads the plan."""
    rad = get_object_or_404(
        Rullering.objects.visible_to(request.user).select_related("fra", "plan__erstattet_av"), plan__utgave=utgave
    )
    context = {
        "rullering": rad,
        "bilde": endringsbilde(rad),
        "vedtak": rad.plan.vedtak.filter(tiltak__isnull=True).first(),
        "sti": sti((_("Om planen"), reverse("om_planen")), (_("Hva er endret"), request.path)),
    }
    return render(request, "tiltak/endringer.html", context)
