"""Asking for status: the koordinator's pages. For others they do not exist."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from brukere.models import Foresporsel
from felles.dato import dager_i_ord, langdato
from felles.skjemaside import prov, skjemaside, uten
from felles.tid import idag

from ..choices import Varselart
from ..forms.rapportering import InnhentingSkjema, NyFristSkjema, VarseltekstSkjema
from ..lesing.innhenting import Spurt, innhenting, spurte, standardfrist
from ..lesing.varseltekst import FELT, fyll_inn, ordlyder
from ..models import Plan, Sammendrag, Statusrunde
from ..policy import can_rapportere_alle
from ..services.innhenting import (
    avslutt_runde,
    flytt_frist,
    lagre_varseltekst,
    minn_om_status,
    start_runde,
)
from ..visning.oversikt import planstatus
from .planen import sti

BREV_VIST = 20
Side = Callable[..., HttpResponse]


def for_koordinator(view: Side) -> Side:
    """Who cannot ask for the whole plan finds nothing here."""

    @wraps(view)
    def guarded(request: Foresporsel, *args: Any, **kwargs: Any) -> HttpResponse:
        if not can_rapportere_alle(request.user):
            raise Http404
        return view(request, *args, **kwargs)

    return guarded


def _apen() -> Statusrunde:
    if runde := Statusrunde.objects.apen():
        return runde
    raise Http404


def _sti(*ledd: tuple[str, str]) -> list[dict[str, Any]]:
    return sti((_("Innhenting av status"), reverse("innhenting")), *ledd)


@require_safe
@for_koordinator
def vis(request: Foresporsel) -> HttpResponse:
    """Who has answered and who is silent."""
    runde = Statusrunde.objects.apen()
    letters = Sammendrag.objects.select_related("bruker").order_by("-dag", "bruker__navn")
    context = {
        "runde": runde,
        "status": innhenting(runde) if runde else None,
        "planstatus": planstatus(request.user),
        "purring": {
            "for": dager_i_ord(settings.PURRING_FOR),
            "etter": dager_i_ord(settings.PURRING_ETTER),
            "leder": dager_i_ord([settings.PURRING_LEDER]),
        },
        "brev": [{"rad": rad, "tiltak": ", ".join(map(str, rad.tiltak))} for rad in letters[:BREV_VIST]],
        "fristskjema": NyFristSkjema(initial={"frist": runde.frist}) if runde else None,
        "epost": settings.EPOST,
        "sti": _sti(),
    }
    return render(request, "tiltak/innhenting.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@for_koordinator
def ny(request: Foresporsel) -> HttpResponse:
    """One act asks all who answer for the chosen tiltak. Those who lack an answer are chosen beforehand."""
    if request.method != "POST" and Statusrunde.objects.apen():
        return redirect("innhenting")
    ar = idag().year
    rader = spurte(Plan.objects.gjeldende(), ar)
    if request.method == "POST":
        skjema = InnhentingSkjema(request.POST, numre=[rad.tiltak.nr for rad in rader])
        if skjema.is_valid() and _start(request, skjema, rader, ar):
            return redirect("innhenting")
        chosen = set(request.POST.getlist("tiltak"))
    else:
        chosen = _forvalgt(request, rader)
        skjema = InnhentingSkjema(initial={"frist": standardfrist(ar)}, numre=[rad.tiltak.nr for rad in rader])
    context = {
        "ar": ar,
        "skjema": skjema,
        "rader": [{"rad": rad, "valgt": str(rad.tiltak.nr) in chosen} for rad in rader],
        "noen_uten": any(rad.hindring for rad in rader),
        "tekst": fyll_inn(str(ordlyder()[Varselart.FORESPORSEL].tekst), _verdier(request, ar, skjema)),
        "epost": settings.EPOST,
        "sti": _sti((_("Be om status"), request.path)),
    }
    return render(request, "tiltak/be_om_status.html", context)


def _forvalgt(request: Foresporsel, rader: list[Spurt]) -> set[str]:
    """The numbers in the address, else all that are not done and have not answered this year."""
    asked = set(request.GET.get("tiltak", "").split(",")) - {""}
    return asked or {str(rad.tiltak.nr) for rad in rader if not rad.svart and not rad.er_ferdig}


def _verdier(request: Foresporsel, ar: int, skjema: InnhentingSkjema) -> dict[str, str]:
    """What the fixed text will say."""
    dag = skjema.initial.get("frist")
    return {"{koordinator}": str(request.user), "{ar}": str(ar)} | ({"{frist}": langdato(dag)} if dag else {})


def _start(request: Foresporsel, skjema: InnhentingSkjema, rader: list[Spurt], ar: int) -> bool:
    data = skjema.cleaned_data
    chosen = [rad.tiltak for rad in rader if str(rad.tiltak.nr) in data["tiltak"]]
    runde = prov(
        skjema,
        lambda: start_runde(
            av=request.user,
            nokkel=data["nokkel"],
            ar=ar,
            frist=data["frist"],
            tiltak=chosen,
            melding=data["melding"],
        ),
    )
    if runde is None:
        return False
    antall = len(chosen)
    text = ngettext(
        "Du har bedt om status for %(antall)s tiltak.", "Du har bedt om status for %(antall)s tiltak.", antall
    )
    messages.success(request, text % {"antall": antall})
    return True


def _gjor(request: Foresporsel, act: Callable[[], object], kvittering: str) -> HttpResponse:
    """Do it, or say why not; then back to the round."""
    try:
        act()
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, kvittering)
    return redirect("innhenting")


@require_POST
@for_koordinator
def paminn(request: Foresporsel) -> HttpResponse:
    runde = _apen()
    receipt = _("Alle som mangler svar, får en påminnelse. De som alt har fått e-post i dag, får den i morgen.")
    return _gjor(request, lambda: minn_om_status(av=request.user, runde=runde), receipt)


@require_POST
@for_koordinator
def frist(request: Foresporsel) -> HttpResponse:
    runde = _apen()
    skjema = NyFristSkjema(request.POST)
    if not skjema.is_valid():
        messages.error(request, " ".join(str(feil) for feil in skjema.errors["frist"]))
        return redirect("innhenting")
    new = skjema.cleaned_data["frist"]
    receipt = _("Fristen er %(frist)s.") % {"frist": langdato(new)}
    return _gjor(request, lambda: flytt_frist(av=request.user, runde=runde, frist=new), receipt)


@require_POST
@for_koordinator
def avslutt(request: Foresporsel) -> HttpResponse:
    runde = _apen()
    receipt = _("Innhentingen er avsluttet. Ingen får flere påminnelser.")
    return _gjor(request, lambda: avslutt_runde(av=request.user, runde=runde), receipt)


@require_safe
@for_koordinator
def tekster(request: Foresporsel) -> HttpResponse:
    """The wording of each kind of letter."""
    rader = [{"art": art, "navn": art.label, "ordlyd": ordlyd} for art, ordlyd in ordlyder().items()]
    return render(request, "tiltak/varseltekster.html", {"rader": rader, "sti": _sti((_("Tekster"), request.path))})


@require_http_methods(["GET", "HEAD", "POST"])
@for_koordinator
def tekst(request: Foresporsel, art: str) -> HttpResponse:
    if art not in Varselart.values:
        raise Http404
    slag = Varselart(art)
    naa = ordlyder()[slag]
    initial = {"emne": str(naa.emne), "tekst": str(naa.tekst), "versjon": naa.versjon}
    skjema = VarseltekstSkjema(request.POST or None, initial=initial)

    def gjor(data: dict[str, Any]) -> HttpResponse:
        lagre_varseltekst(av=request.user, art=slag, sett=data["versjon"], **uten(data))
        messages.success(request, _("Teksten er lagret."))
        return redirect("varseltekster")

    context = {
        "skjema": skjema,
        "overskrift": slag.label,
        "felt": FELT.items(),
        "sti": _sti((_("Tekster"), reverse("varseltekster")), (str(slag.label), request.path)),
    }
    return skjemaside(request, skjema, gjor, lambda: render(request, "tiltak/varseltekst.html", context))
