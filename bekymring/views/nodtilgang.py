"""/bekymring/nodtilgang/: break-glass by case number, its own page while it lasts, and its review."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from brukere.models import Foresporsel
from felles.avslag import Avslag
from vern.innsyn import avvist
from vern.opptrapping import krev_fersk_innlogging

from ..forms.nod import Nodskjema, Nodvurdering
from ..lesing.innsynslogg import lesere
from ..models import Nodtilgang, Sak
from ..policy import (
    can_avgjore_nodtilgang,
    can_avslutte_nodtilgang,
    can_fore_tilsyn,
    can_soke_nodtilgang,
    can_vurdere_nodtilgang,
)
from ..services.nodtilgang import (
    ForMange,
    IngenSak,
    avgjor_nodtilgang,
    avslutt_nodtilgang,
    les_ordene,
    sok_nodtilgang,
    vurder_nodtilgang,
)
from .felles import krev
from .logg import UTSNITT


@require_http_methods(["GET", "HEAD", "POST"])
def sok(request: Foresporsel) -> HttpResponse:
    """For who works with cases; for others the page does not exist."""
    krev(can_soke_nodtilgang(request.user))
    return _sok(request)


@krev_fersk_innlogging
def _sok(request: Foresporsel) -> HttpResponse:
    skjema = Nodskjema(request.POST if request.method == "POST" else None)
    if request.method == "POST" and skjema.is_valid():
        try:
            found = sok_nodtilgang(av=request.user, **skjema.cleaned_data)
        except (IngenSak, ForMange) as feil:
            avvist(request, skjema.cleaned_data["nummer"])
            _si(skjema, feil)
        else:
            return _videre(request, found)
    pagar = Nodtilgang.objects.pagar().filter(bruker=request.user).order_by("til", "pk")
    return render(request, "bekymring/nodtilgang.html", {"skjema": skjema, "pagar": pagar})


def _si(skjema: Nodskjema, feil: Avslag) -> None:
    for melding in feil.meldinger:
        skjema.add_error(None, str(melding))


def _videre(request: Foresporsel, found: Nodtilgang | UUID) -> HttpResponse:
    """To the case when it is open; to one's request when it waits."""
    if isinstance(found, Nodtilgang) and not found.pagar:
        return redirect("bekymring_nodtilgang_en", id=found.pk)
    sak = Sak.objects.visible_to(request.user).get(pk=found.sak_id if isinstance(found, Nodtilgang) else found)
    if not isinstance(found, Nodtilgang):
        messages.info(request, _("Du har tilgang til saken fra før."))
    return redirect("bekymring_sak", ref=sak.ref)


def _finn(request: Foresporsel, id: UUID) -> Nodtilgang:
    """One's own, those one decides or reviews, and those in cases one leads: what the walls let through."""
    return get_object_or_404(Nodtilgang.objects.select_related("bruker", "avgjort_av", "vurdert_av"), pk=id)


@require_http_methods(["GET", "HEAD", "POST"])
def en(request: Foresporsel, id: UUID) -> HttpResponse:
    """One break-glass: who, why and how long; for the reviewer also what was opened, and the conclusion."""
    rad, user = _finn(request, id), request.user
    kan_vurdere = can_vurdere_nodtilgang(user, rad)
    skjema = Nodvurdering(request.POST if request.method == "POST" else None)
    if request.method == "POST":
        krev(kan_vurdere)
        if skjema.is_valid():
            vurder_nodtilgang(av=user, rad=rad, **skjema.cleaned_data)
            messages.success(request, _("Vurderingen er lagret."))
            return redirect("bekymring_nodtilgang_en", id=rad.pk)
    egen = rad.bruker_id == user.pk
    sak = Sak.objects.visible_to(user).filter(pk=rad.sak_id).first()
    return render(
        request,
        "bekymring/nodtilgang_en.html",
        {
            "rad": rad,
            "egen": egen,
            "sak": sak,
            "ord": les_ordene(request, rad),
            "skjema": skjema if kan_vurdere else None,
            "kan_avgjore": can_avgjore_nodtilgang(user, rad),
            "oppslag": [] if egen else _oppslag(rad),
        },
    )


def _oppslag(rad: Nodtilgang) -> list[dict[str, Any]]:
    """What was opened in the hour, told by the read log to those who may know."""
    if rad.fra is None or rad.til is None:
        return []
    return [
        {"tid": oppslag.tid, "hva": UTSNITT.get(oppslag.utsnitt, oppslag.utsnitt)}
        for oppslag in lesere(rad.sak_id)
        if oppslag.bruker_id == rad.bruker_id and rad.fra <= oppslag.tid <= rad.til
    ]


@require_POST
def avgjor(request: Foresporsel, id: UUID) -> HttpResponse:
    """The second person's yes or no."""
    rad = _finn(request, id)
    krev(can_avgjore_nodtilgang(request.user, rad))
    return _avgjor(request, rad)


@krev_fersk_innlogging
def _avgjor(request: Foresporsel, rad: Nodtilgang) -> HttpResponse:
    svar = request.POST.get("svar")
    if svar not in ("ja", "nei"):
        messages.error(request, _("Velg om du godkjenner eller avslår."))
        return redirect("bekymring_nodtilgang_en", id=rad.pk)
    try:
        avgjor_nodtilgang(av=request.user, rad=rad, ja=svar == "ja")
    except PermissionDenied:
        raise Http404 from None
    messages.success(request, _("Nødtilgangen er godkjent.") if svar == "ja" else _("Nødtilgangen er avslått."))
    return redirect("bekymring_nodtilgang_en", id=rad.pk)


@require_POST
def avslutt(request: Foresporsel, id: UUID) -> HttpResponse:
    """Done before the hour is over."""
    rad = _finn(request, id)
    krev(can_avslutte_nodtilgang(request.user, rad))
    avslutt_nodtilgang(av=request.user, rad=rad)
    messages.success(request, _("Nødtilgangen er avsluttet."))
    return redirect("bekymring_liste")


@require_safe
def alle(request: Foresporsel) -> HttpResponse:
    """Every break-glass, for the personvernombud: open reviews first."""
    krev(can_fore_tilsyn(request.user))
    rader = Nodtilgang.objects.select_related("bruker", "vurdert_av").order_by("-sokt", "pk")
    return render(
        request,
        "personvern/nodtilganger.html",
        {
            "apne": list(rader.filter(vurdert__isnull=True, avslatt__isnull=True)),
            "lukkede": list(rader.exclude(vurdert__isnull=True, avslatt__isnull=True)[:100]),
        },
    )
