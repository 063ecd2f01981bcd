"""My cases: the reader's own lines, newest change first, a page at a time by key."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.core.signing import BadSignature, Signer
from django.db.models import Exists, OuterRef, Q, Subquery
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from brukere.models import Foresporsel

from ..choices import Rett, Sakrolle, Tilstand
from ..lesing.innsyn import innsyn
from ..models import Kvittering, Sak, Tilgang
from ..policy import (
    can_lese_hjemler,
    can_meld,
    can_soke_nodtilgang,
    can_soke_person,
    can_view_alle_saker,
    can_view_grupper,
)
from ..services.utkast import utkast_tid
from ..visning.sak import sakslinje

SIDE = 20
MOTTAK = (Tilstand.MOTTATT, Tilstand.RETURNERT, Tilstand.STANSET)
UTENFOR = (Sakrolle.MENTOR, Sakrolle.MOTTAKER)
signer = Signer(salt="bekymring.liste")


@require_safe
def liste(request: Foresporsel) -> HttpResponse:
    """The koordinator sees register lines, the one who reports the receipts, the others their own cases."""
    user = request.user
    er_koordinator = can_view_alle_saker(user)
    saker = _side(request, er_koordinator=er_koordinator)
    innsyn(request, saker[:SIDE], del_="liste")
    har_grupper = can_view_grupper(user)
    siste: Any = saker[SIDE - 1] if len(saker) > SIDE else None  # with `endret`, from visible_to
    neste = signer.sign(f"{siste.endret.isoformat()}|{siste.pk}") if siste else ""
    return render(
        request,
        "bekymring/liste.html",
        {
            "oppgaver": [_linje(sak) for sak in saker[:SIDE]],
            "neste": neste,
            "videre": bool(request.GET.get("etter")),
            "vis": _filter(request) if er_koordinator else "",
            "tilstand": dict(Tilstand.choices).get(request.GET.get("tilstand", "")),
            "er_koordinator": er_koordinator,
            "har_grupper": har_grupper,
            "kan_soke_person": can_soke_person(user),
            "kan_nodtilgang": can_soke_nodtilgang(user, i_gruppe=har_grupper),
            "kan_melde": can_meld(user),
            "kan_lese_hjemler": can_lese_hjemler(user, i_gruppe=har_grupper),
            "kvitteringer": Kvittering.objects.filter(bruker=user)[:10] if can_meld(user) else (),
            "utkast": can_meld(user) and utkast_tid(av=user, skjema="melding"),
        },
    )


def _linje(sak: Sak) -> dict[str, Any]:
    """A mentor, or one who got chosen texts, sees no state and no deadline: those are of the case (faggrunnlag 22)."""
    if not getattr(sak, "utenfor", False):
        return sakslinje(sak)
    if sak.rolle == Sakrolle.MENTOR:  # type: ignore[attr-defined]  # annotated in _side
        return sakslinje(sak) | {"meta": _("Du er mentor"), "frist": None}
    return sakslinje(sak) | {"tittel": _("Sak %(nr)s") % {"nr": sak.nummer}, "meta": _("Delt med deg"), "frist": None}


def _filter(request: Foresporsel) -> str:
    vis = request.GET.get("vis", "")
    return vis if vis in {"mottak", "mine"} else ""


def _side(request: Foresporsel, *, er_koordinator: bool) -> list[Sak]:
    """One row more than a page, so that we know whether there is a next."""
    saker = Sak.objects.visible_to(request.user)
    if er_koordinator:
        vis = _filter(request)
        if vis == "mottak":
            saker = saker.filter(tilstand__in=MOTTAK)
        elif vis == "mine":
            saker = saker.filter(saksansvarlig=request.user)
    else:
        annet = Tilgang.objects.filter(content_object=OuterRef("pk"), user=request.user).exclude(rett=Rett.SE)
        # asked row by row down the list: as Exists() it becomes a join that reads all the member's grants first
        annet = annet.exclude(grunnlag=Sakrolle.MELDER)
        saker = saker.annotate(rolle=Subquery(annet.values("grunnlag")[:1])).filter(rolle__isnull=False)
        saker = saker.annotate(utenfor=~Exists(annet.exclude(grunnlag__in=UTENFOR)))
    tilstand = request.GET.get("tilstand", "")
    if tilstand in Tilstand.values:
        saker = saker.filter(tilstand=tilstand, **({} if er_koordinator else {"utenfor": False}))
    if etter := _etter(request):
        endret, pk = etter
        saker = saker.filter(Q(endret__lt=endret) | Q(endret=endret, pk__lt=pk))
    return list(saker.nyeste_forst()[: SIDE + 1])


def _etter(request: Foresporsel) -> tuple[datetime, UUID] | None:
    """The key of the last row shown; what we did not sign is ignored."""
    try:
        tid, _sep, pk = signer.unsign(request.GET.get("etter", "")).partition("|")
        return datetime.fromisoformat(tid), UUID(pk)
    except (BadSignature, ValueError):
        return None
