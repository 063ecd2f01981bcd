"""/personvern/: everyone's own look-ups, and the whole log for the personvernombud (beslutninger 12)."""

from collections.abc import Iterable
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from brukere.models import Bruker, Foresporsel
from vern.choices import Sone

from ..choices import Rett, Sakrolle
from ..lesing import innsynslogg
from ..lesing.innsynslogg import SIDE, Oppslag
from ..lesing.tilgang import hvem_kan_se
from ..models import Sak
from ..policy import can_fore_tilsyn
from .felles import krev

UTSNITT = {
    "sak": gettext_lazy("åpnet saken"),
    "liste": gettext_lazy("listen over saker"),
    "oversikt": gettext_lazy("oversikten"),
    "innsyn": gettext_lazy("hvem kan se saken"),
    "utskrift": gettext_lazy("utskriften av hvem som kan se og har sett saken"),
    "tilgang": gettext_lazy("styringen av tilgang"),
    "grunnlag": gettext_lazy("et grunnlag for deling"),
    "deling": gettext_lazy("delingen av opplysninger"),
    "mottatt": gettext_lazy("tekster som var delt"),
    "mote": gettext_lazy("møtet i kjernegruppa"),
    "referat": gettext_lazy("referatet"),
    "oppsummering": gettext_lazy("oppsummeringen"),
    "saksliste": gettext_lazy("sakslista til et møte"),
    "mentor": gettext_lazy("mentorforløpet"),
    "kvittering": gettext_lazy("kvitteringen"),
    "identitet": gettext_lazy("hvem saken gjelder"),
    "personsok": gettext_lazy("søkte etter en person i egne saker"),
    "gjenapning": gettext_lazy("spørsmålet om å åpne en lukket sak"),
    "nodtilgang": gettext_lazy("begrunnelsen for nødtilgang"),
}


@dataclass(frozen=True)
class Person:
    navn: str
    tittel: str


def _sone(sone: str) -> str:
    return str(Sone(sone).label) if sone in Sone.values else sone


def _eldre_enn(request: Foresporsel) -> int | None:
    """`?eldre=<id>`: where the next page begins."""
    tekst = request.GET.get("eldre", "")
    if not tekst:
        return None
    if not (tekst.isascii() and tekst.isdigit() and len(tekst) < 19):
        raise Http404
    return int(tekst)


def _side(oppslag: list[Oppslag]) -> dict[str, Any]:
    """One page, and the id where the next begins if there is more."""
    return {"oppslag": oppslag[:SIDE], "eldre": oppslag[SIDE - 1].id if len(oppslag) > SIDE else None}


def _personer(ids: Iterable[int | None]) -> dict[int | None, Person]:
    found = Bruker.objects.filter(pk__in={id for id in ids if id}).values_list("pk", "navn", "tittel")
    return {pk: Person(navn, tittel) for pk, navn, tittel in found}


def _linje(oppslag: Oppslag, **mer: Any) -> SimpleNamespace:
    return SimpleNamespace(
        tid=oppslag.tid,
        hva=UTSNITT.get(oppslag.utsnitt, oppslag.utsnitt),
        soner=", ".join(_sone(sone) for sone in oppslag.soner if sone != Sone.REGISTER) or _("bare registerlinjen"),
        **mer,
    )


def _bare_ombud(request: Foresporsel) -> None:
    krev(can_fore_tilsyn(request.user))


@require_safe
def mine_oppslag(request: Foresporsel) -> HttpResponse:
    """What I have looked at. A case I no longer see is told without its number."""
    side = _side(innsynslogg.mine_oppslag(_eldre_enn(request)))
    ids = {sak for oppslag in side["oppslag"] for sak in oppslag.saker}
    synlige = {
        pk: SimpleNamespace(nummer=nummer, url=reverse("bekymring_sak", args=[ref]))
        for pk, nummer, ref in Sak.objects.visible_to(request.user)
        .filter(pk__in=ids)
        .values_list("pk", "nummer", "ref")
    }
    linjer = [
        _linje(
            oppslag,
            antall=len(oppslag.saker),
            sak=synlige.get(oppslag.saker[0]) if len(oppslag.saker) == 1 else None,
        )
        for oppslag in side["oppslag"]
    ]
    er_ombud = can_fore_tilsyn(request.user)
    context = {"linjer": linjer, "eldre": side["eldre"], "er_ombud": er_ombud}
    return render(request, "personvern/mine_oppslag.html", context)


@require_safe
def logg(request: Foresporsel) -> HttpResponse:
    """All look-ups and refused tries, for the personvernombud."""
    _bare_ombud(request)
    side = _side(innsynslogg.alle_oppslag(_eldre_enn(request)))
    avviste = innsynslogg.avviste_forsok()
    personer = _personer([rad.bruker_id for rad in (*side["oppslag"], *avviste)])
    linjer = [
        _linje(
            oppslag,
            hvem=personer.get(oppslag.bruker_id),
            antall=len(oppslag.saker),
            saker=[SimpleNamespace(nummer=nummer, ref=ref) for nummer, ref in oppslag.saker[:3]],
        )
        for oppslag in side["oppslag"]
    ]
    forsok = [SimpleNamespace(rad=rad, hvem=personer.get(rad.bruker_id or 0)) for rad in avviste]
    return render(request, "personvern/logg.html", {"linjer": linjer, "eldre": side["eldre"], "forsok": forsok})


@require_safe
def logg_for_sak(request: Foresporsel, ref: str) -> HttpResponse:
    """Who may see one case and who has seen it, for the personvernombud."""
    _bare_ombud(request)
    found = innsynslogg.sak_for_ombud(ref)
    if found is None:
        raise Http404
    sak_id, nummer = found
    rettigheter = hvem_kan_se(Sak(pk=sak_id))
    sett = innsynslogg.lesere(sak_id)
    personer = _personer([*(rett.bruker_id for rett in rettigheter), *(oppslag.bruker_id for oppslag in sett)])
    hvem: dict[int | None, Any] = {}
    for rett in rettigheter:
        rad = hvem.setdefault(
            rett.bruker_id, SimpleNamespace(hvem=personer.get(rett.bruker_id), til=rett.til, kan=[], hvorfor=set())
        )
        if rett.rett != Rett.SE:
            rad.kan.append(f"{Rett(rett.rett).label} {_sone(rett.sone)}".strip())
        rad.hvorfor.add(str(Sakrolle(rett.grunnlag).label) if rett.grunnlag in Sakrolle.values else _("rolle"))
    linjer = [_linje(oppslag, hvem=personer.get(oppslag.bruker_id)) for oppslag in sett]
    return render(request, "personvern/sak.html", {"nummer": nummer, "hvem": list(hvem.values()), "linjer": linjer})
