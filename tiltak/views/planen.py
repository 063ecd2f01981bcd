"""Pages that only read."""

from collections.abc import Sequence
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from brukere.models import Foresporsel
from felles.dato import talldato
from felles.diagram import aarshjul as tegn_aarshjul
from felles.tid import idag

from ..ark.eksport import CSV_TYPE, MIMETYPE, arbeidsbok, som_csv
from ..forms.rapportering import PeriodeSkjema, TiltakFilter
from ..lesing.arshjul import maneder, poster
from ..models import Plan, Rullering, Tiltak
from ..policy import can_rapportere_alle, can_view_utkast
from ..visning.endret import endringer, forvalgt
from ..visning.oversikt import planstatus
from ..visning.tiltak import tiltaksside


def valgt_plan(request: Foresporsel, utgaver: Sequence[Plan] | None = None) -> Plan:
    """The current edition, or the one asked for with ?utgave= (beslutninger 36)."""
    asked = request.GET.get("utgave")
    if asked is None and (dag := TiltakFilter(request.GET).valgt().get("dato")):
        return Plan.objects.pa(dag)
    for plan in utgaver or Plan.objects.utgaver():
        if plan.er_gjeldende if asked is None else str(plan.utgave) == asked:
            return plan
    raise Http404


def til_tiltaket(nr: int) -> tuple[str, str]:
    """The tiltak as a breadcrumb."""
    return _("Tiltak %(nr)s") % {"nr": nr}, reverse("et_tiltak", args=[nr])


def sti(*ledd: tuple[str, str | Promise]) -> list[dict[str, Any]]:
    """Breadcrumbs from the list of tiltak."""
    return [{"navn": _("Tiltak"), "url": reverse("tiltak")}, *({"navn": navn, "url": url} for navn, url in ledd)]


@require_safe
def liste(request: Foresporsel) -> HttpResponse:
    utgaver = list(Plan.objects.utgaver())
    plan = valgt_plan(request, utgaver)
    status = planstatus(request.user, None, request.GET, historisk=True, plan=plan)
    context = {
        "planstatus": status,
        "plan": plan,
        "andre_utgaver": [annen for annen in utgaver if annen != plan],
        "er_rullert": plan.erstatter_id and Rullering.objects.filter(plan=plan).exists(),
        "ser_utkast": plan.er_gjeldende and can_view_utkast(request.user),
    }
    return render(request, "tiltak/liste.html", context)


@require_safe
def eksport(request: Foresporsel) -> HttpResponse:
    """The list as Excel, with the same filter."""
    status = planstatus(request.user, None, request.GET, historisk=True, plan=valgt_plan(request))
    response = HttpResponse(arbeidsbok(status), content_type=MIMETYPE)
    response["Content-Disposition"] = f'attachment; filename="tiltak-{status.plan.utgave}.xlsx"'
    return response


@require_safe
def eksport_csv(request: Foresporsel) -> HttpResponse:
    """The same rows for programs that do not read Excel."""
    status = planstatus(request.user, None, request.GET, historisk=True, plan=valgt_plan(request))
    response = HttpResponse(som_csv(status), content_type=CSV_TYPE)
    response["Content-Disposition"] = f'attachment; filename="tiltak-{status.plan.utgave}.csv"'
    return response


@require_safe
def tiltak(request: Foresporsel, nr: int) -> HttpResponse:
    rader = Tiltak.objects.visible_to(request.user).med_planen()
    older = request.GET.keys() & {"utgave", "dato"}
    rader = rader.filter(plan=valgt_plan(request)) if older else rader.gjeldende()
    found = get_object_or_404(rader, nr=nr)
    context = tiltaksside(found, request.user) | {"sti": sti((_("Tiltak %(nr)s") % {"nr": nr}, request.path))}
    return render(request, "tiltak/tiltak.html", context)


@require_safe
def endret(request: Foresporsel) -> HttpResponse:
    """What changed between two dates; since last year ended, when none are given."""
    plan = valgt_plan(request)
    fra, til = forvalgt()
    skjema = PeriodeSkjema({"fra": talldato(fra), "til": talldato(til)} | request.GET.dict())
    chosen = skjema.valgt()
    former = Rullering.objects.visible_to(request.user).filter(plan=plan).select_related("fra").first()
    context: dict[str, Any] = {"plan": plan, "skjema": skjema, "rullering": former}
    context["sti"] = sti((_("Endret siden"), request.path))
    if not skjema.errors:
        found = endringer(request.user, plan, fra=chosen.get("fra", fra), til=chosen.get("til", til))
        context |= {"endringer": found, "hurtig": [(fra.year - n, f"31.12.{fra.year - n}") for n in range(3)]}
    return render(request, "tiltak/endret.html", context)


@require_safe
def om_planen(request: Foresporsel) -> HttpResponse:
    """The document outside its tiltak: decision, parts, focus areas, principles, sources, and what disagrees."""
    plan = valgt_plan(request)
    context = {
        "plan": plan,
        "avsnitt": [rad for rad in plan.avsnitt.exclude(kode="mulige_tiltak") if rad.ordlyd],
        "vedtak": plan.vedtak.filter(tiltak__isnull=True),
        "merknader": plan.merknader.prefetch_related("tiltak"),
        "kan_redigere": can_rapportere_alle(request.user),
        "sti": sti((_("Om planen"), request.path)),
    }
    return render(request, "tiltak/om_planen.html", context)


@require_safe
def arshjul(request: Foresporsel) -> HttpResponse:
    today = idag()
    months = maneder(Plan.objects.gjeldende(), today.year)
    context = {
        "ar": today.year,
        "maneder": months,
        "diagram": tegn_aarshjul(today.year, poster(months), na=today.month),
        "sti": sti((_("Årshjul"), request.path)),
    }
    return render(request, "tiltak/arshjul.html", context)
