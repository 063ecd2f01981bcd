"""Many tiltak in one table: saved row by row, drafts kept while one types, what fails said by number."""

from collections import Counter
from dataclasses import dataclass, replace
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from brukere.models import Foresporsel
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


def _rows(request: Foresporsel, ar: int) -> list[Oppdateringsrad]:
    """Every tiltak the user answers for. Two queries for all reports, one for the drafts."""
    tiltak = list(Tiltak.objects.rapporteres_av(request.user).med_plass())
    rapporter = Statusrapport.objects.filter(tiltak__in=tiltak, ar__in=(ar - 1, ar)).select_related("rapportert_av")
    ordene, antall = siste_ord(rapporter), Counter(rapport.tiltak_id for rapport in rapporter if rapport.ar == ar)
    utkastene, older = hent_utkast(av=request.user, ar=ar), sist_fortalt(tiltak, ar)
    rader = []
    for rad in tiltak:
        naa, utkast = ordene[rad.pk].get(ar), utkastene.get(rad.pk)
        before = ordene[rad.pk].get(ar - 1) or older.get(rad.pk)
        latest = naa or before
        saved = initial_av(naa, antall[rad.pk], status=latest.status if latest else Status.IKKE_STARTET)
        skjema = RadSkjema(prefix=f"t{rad.nr}", initial=saved | fra_felt(utkast.felt if utkast else {}))
        rader.append(Oppdateringsrad(rad, saved, before, naa, utkast, skjema))
    return rader


@require_http_methods(["GET", "HEAD", "POST"])
def oppdater(request: Foresporsel) -> HttpResponse:
    """Many reports in one table. A row that cannot be saved stands there with its reason; the others are saved."""
    ar = idag().year
    rader = _rows(request, ar)
    if request.method == "POST" and "utkast" in request.POST:
        return _keep_drafts(request, rader, ar)
    if request.method == "POST":
        _save_changed(request, rader, ar)
        _tell(request, rader)
        failed = {rad.tiltak.pk: rad for rad in rader if rad.feilet}
        if not failed:
            return redirect(_next_row(request, rader))
        rader = [failed.get(rad.tiltak.pk, rad) for rad in _rows(request, ar)]
    utkastene = [rad.utkast.endret for rad in rader if rad.utkast]
    context = {
        "rader": rader,
        "ar": ar,
        "har_feil": any(rad.feilet for rad in rader),
        "har_svar": sum(rad.na is not None for rad in rader),
        "antall_utkast": len(utkastene),
        "utkast_lagret": max(utkastene, default=None),
        "sti": sti((_("Oppdater flere tiltak"), request.path)),
    }
    return render(request, "tiltak/oppdater.html", context)


def _next_row(request: Foresporsel, rader: list[Oppdateringsrad]) -> str:
    """After a row's own button the work goes on in the row below: the browser moves the focus there."""
    pressed, numre = request.POST.get("rad", ""), [str(rad.tiltak.nr) for rad in rader]
    if pressed not in numre:
        return request.path
    sted = numre.index(pressed) + 1
    return f"{request.path}#id_t{numre[sted]}-status" if sted < len(numre) else request.path


def _bound(request: Foresporsel, rad: Oppdateringsrad) -> RadSkjema | None:
    """The row as it was sent, compared with what is saved; none when the browser did not send it."""
    if rad.skjema.add_prefix("nokkel") not in request.POST:
        return None
    return RadSkjema(request.POST, prefix=rad.skjema.prefix, initial=rad.lagret)


def _keep_drafts(request: Foresporsel, rader: list[Oppdateringsrad], ar: int) -> HttpResponse:
    """Each row that differs from what is saved is a draft; one that does not, is none."""
    for rad in rader:
        skjema = _bound(request, rad)
        if skjema is None:
            continue
        if skjema.er_endret():
            typed = {navn: request.POST.get(skjema.add_prefix(navn), "") for navn in (*RADFELT, "versjon")}
            if rad.utkast is None or (rad.utkast.felt | typed) != rad.utkast.felt:
                lagre_utkast(av=request.user, tiltak=rad.tiltak, ar=ar, felt=typed)
        elif rad.utkast:
            slett_utkast(av=request.user, tiltak=rad.tiltak, ar=ar)
    if "X-Utkast" in request.headers:
        return HttpResponse(status=204)
    messages.success(request, _("Utkastet er lagret. Bare du ser det."))
    return redirect(reverse("oppdater_tiltak"))


def _save_changed(request: Foresporsel, rader: list[Oppdateringsrad], ar: int) -> None:
    """Whichever button was pressed, every changed row is saved: no typed word is lost. The pressed row always is."""
    pressed = request.POST.get("rad", "")
    for rad in rader:
        skjema = _bound(request, rad)
        if skjema and (pressed == str(rad.tiltak.nr) or skjema.er_endret()):
            rad.skjema = skjema
            rad.er_lagret = skjema.is_valid() and lagre(request, rad.tiltak, ar, skjema, _svar(rad))
            rad.feilet = not rad.er_lagret


def _svar(rad: Oppdateringsrad) -> Statussvar:
    """What the row says; what it does not ask for, as it stands in the draft or in what is saved."""
    data = rad.skjema.cleaned_data
    svar = Statussvar(**{navn: data[navn] for navn in FELT if navn in data})
    utkast = rad.utkast.felt.get("avvik") if rad.utkast else None
    if rad.na is None:
        return replace(svar, avvik=utkast or "")
    still_done = rad.na.rapporteres_ikke_videre and svar.status == rad.na.status
    return replace(svar, avvik=rad.na.avvik if utkast is None else utkast, rapporteres_ikke_videre=still_done)


def _tell(request: Foresporsel, rader: list[Oppdateringsrad]) -> None:
    """Which were saved and which were not: partial success is said, by number."""
    saved = [str(rad.tiltak.nr) for rad in rader if rad.er_lagret]
    failed = [str(rad.tiltak.nr) for rad in rader if rad.feilet]
    if saved:
        tekst = ngettext("Lagret tiltak %(nr)s.", "Lagret %(antall)s tiltak: %(nr)s.", len(saved))
        messages.success(request, tekst % {"nr": ", ".join(saved), "antall": len(saved)})
    if failed:
        tekst = ngettext("Tiltak %(nr)s er ikke lagret.", "%(antall)s tiltak er ikke lagret: %(nr)s.", len(failed))
        messages.error(request, tekst % {"nr": ", ".join(failed), "antall": len(failed)})
    if not saved and not failed:
        messages.info(request, _("Ingenting var endret."))
