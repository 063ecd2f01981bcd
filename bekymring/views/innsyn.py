"""«Hvem kan se, og hvem har sett»: for those who have the case, and as a print for the person it is about."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from brukere.models import Bruker, Foresporsel
from felles.tid import na
from vern.opptrapping import krev_fersk_innlogging

from ..choices import Rett
from ..lesing import innsynslogg
from ..lesing.innsyn import innsyn
from ..lesing.lesere import lesere, utskrift_av_lesere
from ..lesing.tilgang import hvem_kan_se, per_dag, sperregrunn, sperrer, til_grunnlag, til_utskrift, tilgangsrader
from ..models import Sak
from ..policy import can_fore_tilsyn, can_overta, can_se_hvem_som_ser, can_styre_tilgang
from .felles import finn, krev
from .logg import UTSNITT, logg_for_sak
from .sak import ramme


@require_safe
def innsynsside(request: Foresporsel, ref: str) -> HttpResponse:
    """Who may see the case and why; koordinator and personvernombud also see who has (beslutninger 12)."""
    if can_fore_tilsyn(request.user):
        return logg_for_sak(request, ref)
    sak, adgang = finn(request, ref)
    krev(can_se_hvem_som_ser(adgang))
    innsyn(request, [sak], del_="innsyn")
    hendelser = list(sak.hendelser.select_related("av").order_by("-tid", "pk"))
    context = ramme(request, sak, adgang, hendelser, "bekymring_innsyn")
    rettigheter = context["rettigheter"]
    stengt = sperrer(sak)
    givere = {r.gitt_av_id for r in rettigheter} | {s.bruker_id for s in stengt}
    brukere = context["brukere"] | Bruker.objects.in_bulk(givere - set(context["brukere"]) - {None})
    return render(
        request,
        "bekymring/innsyn.html",
        context
        | {
            "hvem": tilgangsrader(sak, rettigheter, brukere, til_grunnlag(sak)),
            "dager": per_dag(lesere(sak), UTSNITT),
            "sperrede": [{"person": brukere[s.bruker_id], "grunn": sperregrunn(s.grunn), "fra": s.fra} for s in stengt],
            "kan_skrive_ut": can_styre_tilgang(adgang),
            "uten_leder": can_overta(request.user, har_leder=any(rett.rett == Rett.LED for rett in rettigheter)),
        },
    )


@require_safe
def utskrift(request: Foresporsel, ref: str) -> HttpResponse:
    """An answer on paper to the person concerned: parts, services and times, and no employee's name (R34)."""
    return _utskrift(request, ref=ref, sak=_for_utskrift(request, ref))


@krev_fersk_innlogging
def _utskrift(request: Foresporsel, *, ref: str, sak: Sak) -> HttpResponse:
    """It leaves the house: whoever makes it has just said who they are."""
    innsyn(request, [sak], del_="utskrift")
    context: dict[str, Any] = til_utskrift(sak, hvem_kan_se(sak), utskrift_av_lesere(sak), UTSNITT)
    return render(request, "bekymring/utskrift.html", context | {"nummer": sak.nummer, "laget": na(), "ref": ref})


def _for_utskrift(request: Foresporsel, ref: str) -> Sak:
    """For who leads the case, and for the personvernombud, who sees no register line but its number."""
    if can_fore_tilsyn(request.user):
        found = innsynslogg.sak_for_ombud(ref)
        if found is None:
            raise Http404
        return Sak(pk=found[0], nummer=found[1])
    sak, adgang = finn(request, ref)
    krev(can_styre_tilgang(adgang))
    return sak
