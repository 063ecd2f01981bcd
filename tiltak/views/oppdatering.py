"""Many tiltak in one table: saved row by row, drafts kept while one types, what fails said by number."""

from collections import Counter
from dataclasses import dataclass, replace
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from felles.tid import idag

from ..choices import Status
from ..forms.rapportering import RadSkjema
from ..lesing.rapporter import sist_fortalt, siste_ord
from ..models import Statusrapport, Statusutkast, Tiltak
from ..services.rapportering import FELT, Statussvar
from ..services.utkast import hent_utkast, lagre_utkast, slett_utkast
from .planen import sti
from .rapportering import fra_felt, initial_av, lagre

RADFELT = ("status", "gjort", "neste_steg", "frist", "begrunnelse")


@dataclass
class Oppdateringsrad:
    """One tiltak in the table: its form, what was answered last year and this, and what is typed and not sent."""

    tiltak: Tiltak
    lagret: dict[str, Any]
    i_fjor: Statusrapport | None
    na: Statusrapport | None
    utkast: Statusutkast | None
    skjema: RadSkjema
    er_lagret: bool = False
    feilet: bool = False

    @property
    def vis_begrunnelse(self) -> bool:
        """Asked for when it is missing, or when it was given before."""
        return self.feilet or bool(self.skjema["begrunnelse"].value())

    @property
    def annen(self) -> Statusrapport | None:
        """What somebody told after the draft was begun: shown before one saves."""
        if self.utkast is None or self.na is None or self.feilet:
            return None
        return self.na if self.utkast.felt.get("versjon") != str(self.lagret["versjon"]) else None


def _rows(request: HttpRequest, ar: int) -> list[Oppdateringsrad]:
    """Every tiltak the user answers for. Two queries for all reports, one for the drafts."""
    tiltak = list(Tiltak.objects.rapporteres_av(request.user).med_plass())
    reports = Statusrapport.objects.filter(tiltak__in=tiltak, ar__in=(ar - 1, ar)).select_related("rapportert_av")
    words, count = siste_ord(reports), Counter(rapport.tiltak_id for rapport in reports if rapport.ar == ar)
    drafts, older = hent_utkast(av=request.user, ar=ar), sist_fortalt(tiltak, ar)
    rows = []
    for row in tiltak:
        now, draft = words[row.pk].get(ar), drafts.get(row.pk)
        before = words[row.pk].get(ar - 1) or older.get(row.pk)
        latest = now or before
        saved = initial_av(now, count[row.pk], status=latest.status if latest else Status.IKKE_STARTET)
        form = RadSkjema(prefix=f"t{row.nr}", initial=saved | fra_felt(draft.felt if draft else {}))
        rows.append(Oppdateringsrad(row, saved, before, now, draft, form))
    return rows


@require_http_methods(["GET", "HEAD", "POST"])
def oppdater(request: HttpRequest) -> HttpResponse:
    """Many reports in one table. A row that cannot be saved stands there with its reason; the others are saved."""
    ar = idag().year
    rows = _rows(request, ar)
    if request.method == "POST" and "utkast" in request.POST:
        return _keep_drafts(request, rows, ar)
    if request.method == "POST":
        _save_changed(request, rows, ar)
        _tell(request, rows)
        failed = {row.tiltak.pk: row for row in rows if row.feilet}
        if not failed:
            return redirect(_next_row(request, rows))
        rows = [failed.get(row.tiltak.pk, row) for row in _rows(request, ar)]
    drafts = [row.utkast.endret for row in rows if row.utkast]
    context = {
        "rader": rows,
        "ar": ar,
        "har_feil": any(row.feilet for row in rows),
        "har_svar": sum(row.na is not None for row in rows),
        "antall_utkast": len(drafts),
        "utkast_lagret": max(drafts, default=None),
        "sti": sti((_("Oppdater flere tiltak"), request.path)),
    }
    return render(request, "tiltak/oppdater.html", context)


def _next_row(request: HttpRequest, rows: list[Oppdateringsrad]) -> str:
    """After a row's own button the work goes on in the row below: the browser moves the focus there."""
    pressed, numbers = request.POST.get("rad", ""), [str(row.tiltak.nr) for row in rows]
    if pressed not in numbers:
        return request.path
    place = numbers.index(pressed) + 1
    return f"{request.path}#id_t{numbers[place]}-status" if place < len(numbers) else request.path


def _bound(request: HttpRequest, row: Oppdateringsrad) -> RadSkjema | None:
    """The row as it was sent, compared with what is saved; none when the browser did not send it."""
    if row.skjema.add_prefix("nokkel") not in request.POST:
        return None
    return RadSkjema(request.POST, prefix=row.skjema.prefix, initial=row.lagret)


def _keep_drafts(request: HttpRequest, rows: list[Oppdateringsrad], ar: int) -> HttpResponse:
    """Each row that differs from what is saved is a draft; one that does not, is none."""
    for row in rows:
        form = _bound(request, row)
        if form is None:
            continue
        if form.er_endret():
            typed = {name: request.POST.get(form.add_prefix(name), "") for name in (*RADFELT, "versjon")}
            if row.utkast is None or (row.utkast.felt | typed) != row.utkast.felt:
                lagre_utkast(av=request.user, tiltak=row.tiltak, ar=ar, felt=typed)
        elif row.utkast:
            slett_utkast(av=request.user, tiltak=row.tiltak, ar=ar)
    if "X-Utkast" in request.headers:
        return HttpResponse(status=204)
    messages.success(request, _("Utkastet er lagret. Bare du ser det."))
    return redirect(reverse("oppdater_tiltak"))


def _save_changed(request: HttpRequest, rows: list[Oppdateringsrad], ar: int) -> None:
    """Whichever button was pressed, every changed row is saved: no typed word is lost. The pressed row always is."""
    pressed = request.POST.get("rad", "")
    for row in rows:
        form = _bound(request, row)
        if form and (pressed == str(row.tiltak.nr) or form.er_endret()):
            row.skjema = form
            row.er_lagret = form.is_valid() and lagre(request, row.tiltak, ar, form, _svar(row))
            row.feilet = not row.er_lagret


def _svar(row: Oppdateringsrad) -> Statussvar:
    """What the row says; what it does not ask for, as it stands in the draft or in what is saved."""
    data = row.skjema.cleaned_data
    svar = Statussvar(**{name: data[name] for name in FELT if name in data})
    draft = row.utkast.felt.get("avvik") if row.utkast else None
    if row.na is None:
        return replace(svar, avvik=draft or "")
    still_done = row.na.rapporteres_ikke_videre and svar.status == row.na.status
    return replace(svar, avvik=row.na.avvik if draft is None else draft, rapporteres_ikke_videre=still_done)


def _tell(request: HttpRequest, rows: list[Oppdateringsrad]) -> None:
    """Which were saved and which were not: partial success is said, by number."""
    saved = [str(row.tiltak.nr) for row in rows if row.er_lagret]
    failed = [str(row.tiltak.nr) for row in rows if row.feilet]
    if saved:
        text = ngettext("Lagret tiltak %(nr)s.", "Lagret %(antall)s tiltak: %(nr)s.", len(saved))
        messages.success(request, text % {"nr": ", ".join(saved), "antall": len(saved)})
    if failed:
        text = ngettext("Tiltak %(nr)s er ikke lagret.", "%(antall)s tiltak er ikke lagret: %(nr)s.", len(failed))
        messages.error(request, text % {"nr": ", ".join(failed), "antall": len(failed)})
    if not saved and not failed:
        messages.info(request, _("Ingenting var endret."))
