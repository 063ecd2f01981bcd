"""/bekymring/gjenapning/: a closed case is opened again by a koordinator and the personvernombud together (R49)."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from brukere.models import Foresporsel
from felles.skjemaside import skjemaside
from vern.innsyn import avvist
from vern.opptrapping import krev_fersk_innlogging

from ..forms.gjenapning import Gjenapningsskjema, Gjenapningssvar
from ..lesing.ansvarlige import mulige_lesere
from ..lesing.tilgang import arbeidssteder
from ..models import Gjenapning, Sak
from ..policy import can_avslutte_gjenapning, can_svare_gjenapning, can_view_gjenapninger
from ..services import gjenapning as tjeneste
from .felles import krev
from .logg import UTSNITT


@require_http_methods(["GET", "HEAD", "POST"])
def alle(request: Foresporsel) -> HttpResponse:
    """What is asked for, what is open and what is over; and the form to ask. For others the page does not exist."""
    krev(can_view_gjenapninger(request.user))
    return _alle(request)


@krev_fersk_innlogging
def _alle(request: Foresporsel) -> HttpResponse:
    brukere = mulige_lesere()
    skjema = Gjenapningsskjema(
        request.POST if request.method == "POST" else None,
        brukere=brukere,
        steder=arbeidssteder(b.pk for b in brukere),
        initial={"nummer": _nummeret(request)},
    )

    def gjor(data: dict[str, Any]) -> HttpResponse:
        try:
            rad = tjeneste.be_om(av=request.user, **data)
        except tjeneste.IngenLukketSak:
            avvist(request, data["nummer"])
            raise
        messages.success(request, _("Spørsmålet er sendt. Saken åpnes først når den andre har sagt ja."))
        return redirect("bekymring_gjenapning_en", id=rad.pk)

    def vis() -> HttpResponse:
        rader = list(Gjenapning.objects.select_related("bedt_av", "leser").order_by("-bedt", "pk")[:200])
        return render(request, "bekymring/gjenapning.html", {"skjema": skjema, "rader": rader})

    return skjemaside(request, skjema, gjor, vis)


def _nummeret(request: Foresporsel) -> str:
    """The number of the case one came from; an address never carries a number (beslutninger 22)."""
    sak = Sak.objects.visible_to(request.user).filter(ref=request.GET.get("sak", "")).first()
    return sak.nummer if sak else ""


def _finn(id: UUID) -> Gjenapning:
    """What the walls let through: the two roles and the reader."""
    return get_object_or_404(Gjenapning.objects.select_related("bedt_av", "avgjort_av", "leser"), pk=id)


@require_http_methods(["GET", "HEAD", "POST"])
def en(request: Foresporsel, id: UUID) -> HttpResponse:
    """One question: who asks for what and why, the answer, and what was read; the other of the two answers here."""
    rad = _finn(id)
    kan_svare = can_svare_gjenapning(request.user, rad)
    if request.method == "POST":
        krev(kan_svare)
        return _svar(request, rad)
    return _vis(request, rad, Gjenapningssvar() if kan_svare else None)


@krev_fersk_innlogging
def _svar(request: Foresporsel, rad: Gjenapning) -> HttpResponse:
    skjema = Gjenapningssvar(request.POST)

    def gjor(data: dict[str, Any]) -> HttpResponse:
        ja = data["svar"] == "ja"
        tjeneste.avgjor(av=request.user, rad=rad, ja=ja, svar=data["grunn"])
        messages.success(request, _("Saken er åpnet.") if ja else _("Du svarte nei. Saken er fortsatt lukket."))
        return redirect("bekymring_gjenapning_en", id=rad.pk)

    return skjemaside(request, skjema, gjor, lambda: _vis(request, rad, skjema))


def _vis(request: Foresporsel, rad: Gjenapning, skjema: Gjenapningssvar | None) -> HttpResponse:
    user = request.user
    leser_na = rad.pagar and rad.leser_id == user.pk
    return render(
        request,
        "bekymring/gjenapning_en.html",
        {
            "rad": rad,
            "ord": tjeneste.les_ordene(request, rad),
            "sak": Sak.objects.visible_to(user).filter(pk=rad.sak_id).first()
            if leser_na or rad.ble_feil_rettet
            else None,
            "skjema": skjema,
            "kan_avslutte": can_avslutte_gjenapning(user, rad),
            "lest": [{"tid": tid, "hva": UTSNITT.get(utsnitt, utsnitt)} for tid, utsnitt, _s in tjeneste.lest(rad)],
        },
    )


@require_POST
def avslutt(request: Foresporsel, id: UUID) -> HttpResponse:
    """Before its time: what is open is shut, a question is taken back."""
    rad = _finn(id)
    krev(can_avslutte_gjenapning(request.user, rad))
    tjeneste.avslutt(av=request.user, rad=rad)
    messages.success(request, _("Saken er lukket igjen.") if rad.fra else _("Spørsmålet er trukket."))
    return redirect("bekymring_gjenapning" if can_view_gjenapninger(request.user) else "bekymring_liste")
