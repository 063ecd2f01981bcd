"""Pages that report: one tiltak, or many in one table."""

from collections import Counter
from dataclasses import dataclass, replace
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from felles.tid import idag

from ..choices import Status
from ..forms import RadSkjema, StatusSkjema
from ..models import Statusrapport, Tiltak
from ..services.rapportering import FELT, Samtidig, Statussvar, forslag, registrer_status, versjon
from .planen import sti


def _initial(rapport: Statusrapport | None, sett: int, **extra: Any) -> dict[str, Any]:
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
    return not skjema.errors


@require_http_methods(["GET", "HEAD", "POST"])
def status(request: HttpRequest, nr: int) -> HttpResponse:
    """New status for one tiltak, with last year's answer beside each field."""
    tiltak = get_object_or_404(Tiltak.objects.rapporteres_av(request.user).med_plass(), nr=nr)
    ar = idag().year
    now = Statusrapport.objects.siste_til(tiltak, ar)
    before = Statusrapport.objects.siste_til(tiltak, ar - 1)
    if request.method == "POST":
        skjema = StatusSkjema(request.POST)
        if skjema.is_valid() and lagre(request, tiltak, ar, skjema, skjema.svar()):
            messages.success(request, _("Statusen er lagret."))
            return redirect("et_tiltak", nr=nr)
    else:
        source = before if request.GET.get("bruk") == "i_fjor" else now
        skjema = StatusSkjema(initial=_initial(source, versjon(tiltak, ar)))
    context = {
        "tiltak": tiltak,
        "ar": ar,
        "skjema": skjema,
        "i_fjor": before,
        "forslag": forslag(tiltak, ar, gjort=now.gjort if now else ""),
        "felter": _beside(skjema, before),
        "sti": sti((_("Tiltak %(nr)s") % {"nr": nr}, f"/tiltak/{nr}/"), (_("Ny status"), request.path)),
    }
    return render(request, "tiltak/status.html", context)


def _beside(skjema: StatusSkjema, before: Statusrapport | None) -> list[dict[str, Any]]:
    """Each field with what was answered last year."""
    return [
        {"felt": field, "i_fjor": _shown(before, field.name) if before else ""} for field in skjema.visible_fields()
    ]


def _shown(rapport: Statusrapport, name: str) -> Any:
    if name == "status":
        return rapport.get_status_display()
    return "" if name == "rapporteres_ikke_videre" else getattr(rapport, name)


@dataclass
class Oppdateringsrad:
    """One tiltak in the table: its form, and what was answered last year and this."""

    tiltak: Tiltak
    skjema: RadSkjema
    i_fjor: Statusrapport | None
    na: Statusrapport | None
    lagret: bool = False
    feilet: bool = False

    @property
    def vis_begrunnelse(self) -> bool:
        """Asked for when it is missing, or when it was given before."""
        return self.feilet or bool(self.skjema["begrunnelse"].value())


def _rows(request: HttpRequest, ar: int) -> list[Oppdateringsrad]:
    """Every tiltak the user answers for. Two queries for all reports."""
    tiltak = list(Tiltak.objects.rapporteres_av(request.user).med_plass())
    reports = Statusrapport.objects.filter(tiltak__in=tiltak, ar__in=(ar - 1, ar)).select_related("rapportert_av")
    found: dict[tuple[int, int], Statusrapport] = {}
    count: Counter[int] = Counter()
    for rapport in reports.order_by("tid"):
        found[rapport.tiltak_id, rapport.ar] = rapport
        count[rapport.tiltak_id] += rapport.ar == ar
    rows = []
    for row in tiltak:
        now, before = found.get((row.pk, ar)), found.get((row.pk, ar - 1))
        latest = now or before
        initial = _initial(now, count[row.pk], status=latest.status if latest else Status.IKKE_STARTET)
        rows.append(Oppdateringsrad(row, RadSkjema(prefix=f"t{row.nr}", initial=initial), before, now))
    return rows


@require_http_methods(["GET", "HEAD", "POST"])
def oppdater(request: HttpRequest) -> HttpResponse:
    """Many reports in one table. A row that cannot be saved stands there with its reason; the others are saved."""
    ar = idag().year
    rows = _rows(request, ar)
    if request.method == "POST":
        _save_changed(request, rows, ar)
        _tell(request, rows)
        failed = {row.tiltak.pk: row for row in rows if row.feilet}
        if not failed:
            return redirect(request.path)
        rows = [failed.get(row.tiltak.pk, row) for row in _rows(request, ar)]
    context = {
        "rader": rows,
        "ar": ar,
        "har_feil": any(row.feilet for row in rows),
        "har_svar": sum(row.na is not None for row in rows),
        "sti": sti((_("Oppdater flere tiltak"), request.path)),
    }
    return render(request, "tiltak/oppdater.html", context)


def _save_changed(request: HttpRequest, rows: list[Oppdateringsrad], ar: int) -> None:
    """Whichever button was pressed, every changed row is saved: no typed word is lost. The pressed row always is."""
    pressed = request.POST.get("rad", "")
    for row in rows:
        if row.skjema.add_prefix("nokkel") not in request.POST:
            continue
        form = RadSkjema(request.POST, prefix=row.skjema.prefix, initial=row.skjema.initial)
        if pressed == str(row.tiltak.nr) or form.er_endret():
            row.skjema = form
            row.lagret = form.is_valid() and lagre(request, row.tiltak, ar, form, _svar(row))
            row.feilet = not row.lagret


def _svar(row: Oppdateringsrad) -> Statussvar:
    """What the row says, and what it does not ask for as it stood."""
    data = row.skjema.cleaned_data
    svar = Statussvar(**{name: data[name] for name in FELT if name in data})
    if row.na is None:
        return svar
    still_done = row.na.rapporteres_ikke_videre and svar.status == row.na.status
    return replace(svar, avvik=row.na.avvik, rapporteres_ikke_videre=still_done)


def _tell(request: HttpRequest, rows: list[Oppdateringsrad]) -> None:
    """Which were saved and which were not: partial success is said, by number."""
    saved = [str(row.tiltak.nr) for row in rows if row.lagret]
    failed = [str(row.tiltak.nr) for row in rows if row.feilet]
    if saved:
        text = ngettext("Lagret tiltak %(nr)s.", "Lagret %(antall)s tiltak: %(nr)s.", len(saved))
        messages.success(request, text % {"nr": ", ".join(saved), "antall": len(saved)})
    if failed:
        text = ngettext("Tiltak %(nr)s er ikke lagret.", "%(antall)s tiltak er ikke lagret: %(nr)s.", len(failed))
        messages.error(request, text % {"nr": ", ".join(failed), "antall": len(failed)})
    if not saved and not failed:
        messages.info(request, _("Ingenting var endret."))
