"""Possible tiltak: the list, one page each, a new idea, and the moves of the table."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse, reverse_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from brukere.models import Foresporsel
from felles.skjemaside import skjemaside

from ..forms.rullering import IdeSkjema, flyttskjema
from ..models import MuligTiltak, Plan
from ..policy import can_flytte_mulig, can_foresla_ide
from ..services import mulige as tjenester
from ..visning.mulige import alle_mulige, ett_mulig
from ..workflow import OVERGANG
from .planen import sti, valgt_plan

MULIGE = reverse_lazy("mulige_tiltak")


@require_safe
def liste(request: Foresporsel) -> HttpResponse:
    plan = valgt_plan(request)
    context = {
        "plan": plan,
        "mulige": alle_mulige(plan),
        "innledning": plan.avsnitt.filter(kode="mulige_tiltak").first(),
        "merknad": plan.merknader.filter(kode="kjernegrupper").first(),
        "kan_foresla": plan.er_gjeldende and can_foresla_ide(request.user),
        "sti": sti((_("Mulige tiltak"), request.path)),
    }
    return render(request, "tiltak/mulige.html", context)


def _mulig(nr: int, plan: Plan) -> MuligTiltak:
    found: MuligTiltak = get_object_or_404(MuligTiltak.objects.select_related("plan__erstattet_av"), plan=plan, nr=nr)
    return found


def _smuler(mulig: MuligTiltak | None, *ledd: tuple[str, str]) -> list[dict[str, Any]]:
    own = [(mulig.tittel, mulig.get_absolute_url())] if mulig else []
    return sti((_("Mulige tiltak"), MULIGE), *own, *ledd)


@require_safe
def ett(request: Foresporsel, nr: int) -> HttpResponse:
    mulig = _mulig(nr, valgt_plan(request))
    context = ett_mulig(mulig, request.user) | {"sti": _smuler(mulig)}
    return render(request, "tiltak/mulig.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def ny(request: Foresporsel) -> HttpResponse:
    if not can_foresla_ide(request.user):
        raise Http404
    skjema = IdeSkjema(request.POST or None)

    def gjor(data: dict[str, Any]) -> HttpResponse:
        rad = tjenester.ny_ide(av=request.user, plan=Plan.objects.gjeldende(), **data)
        messages.success(request, _("Ideen er lagret."))
        return redirect("mulig_tiltak", nr=rad.nr)

    def vis() -> HttpResponse:
        smuler = _smuler(None, (_("Ny idé"), request.path))
        context = {"skjema": skjema, "overskrift": _("Ny idé"), "tilbake": MULIGE, "sti": smuler}
        return render(request, "tiltak/rulleringsskjema.html", context)

    return skjemaside(request, skjema, gjor, vis)


@require_http_methods(["GET", "HEAD", "POST"])
def flytt(request: Foresporsel, nr: int, overgang: str) -> HttpResponse:
    """The form of one move. A move that is not possible now is a page that is not there."""
    move = OVERGANG.get(overgang)
    if move is None or not can_flytte_mulig(request.user, move):
        raise Http404
    mulig = _mulig(nr, Plan.objects.gjeldende())
    chain = tjenester.i_kjede(list(mulig.hendelser.all()))
    if request.method != "POST" and tjenester.tilstand(chain) not in move.fra:
        raise Http404
    skjema = flyttskjema(move)(request.POST or None, overgang=move, mulig=mulig, initial={"versjon": len(chain)})

    def gjor(data: dict[str, Any]) -> HttpResponse:
        tjenester.flytt(
            av=request.user,
            mulig=mulig,
            overgang=overgang,
            nokkel=data["nokkel"],
            sett=data["versjon"],
            begrunnelse=data["begrunnelse"],
            vedtak=skjema.vedtak(),
        )
        messages.success(request, _("Det er lagret."))
        return redirect("mulig_tiltak", nr=nr)

    context = {
        "skjema": skjema,
        "overskrift": move.knapp,
        "ingress": f"{mulig.nr}. {mulig.tittel}",
        "tilbake": reverse("mulig_tiltak", args=[nr]),
        "sti": _smuler(mulig, (str(move.knapp), request.path)),
    }
    return skjemaside(request, skjema, gjor, lambda: render(request, "tiltak/rulleringsskjema.html", context))
