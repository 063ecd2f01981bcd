"""Groups and meetings: who sits where, when they meet, and the cases of a meeting that I may see (jobb 7)."""

from typing import Any

from django.contrib import messages
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from brukere.models import Foresporsel
from felles.tid import na
from vern.choices import Sone
from vern.opptrapping import krev_fersk_innlogging

from ..choices import Tekstart
from ..forms import Innkalling, Vurdering
from ..lesing.innsyn import innsyn
from ..models import Kjernegruppe, Medlemskap, Mote, Sak, Tekst
from ..policy import can_kalle_inn, can_konkludere, can_styre_grupper, can_vurdere, les_adganger
from ..services.kjernegruppe import avslutt_medlemskap, egne_grupper, kall_inn, skriv_vurdering
from .felles import finn, krev, skjemaside, til_saken


@require_safe
def grupper(request: Foresporsel) -> HttpResponse:
    """My groups with members and meetings; for those who sit in none the page does not exist."""
    user = request.user
    egne = egne_grupper(user)
    krev(bool(egne) or can_styre_grupper(user))
    moter: dict[int, list[Mote]] = {}
    for mote in Mote.objects.filter(gruppe__in=egne).order_by("tid", "pk"):
        moter.setdefault(mote.gruppe_id, []).append(mote)
    medlemmer: dict[int, list[Any]] = {}
    for gruppe in Kjernegruppe.objects.filter(pk__in=[g.pk for g in egne]).prefetch_related("medlemskap__bruker"):
        medlemmer[gruppe.pk] = [m for m in gruppe.medlemskap.all() if m.til is None or m.til > na()]
    rader = [
        {
            "gruppe": gruppe,
            "medlemmer": medlemmer[gruppe.pk],
            "kommende": [_motelenke(m) for m in moter.get(gruppe.pk, []) if m.tid > na()],
            "tidligere": [_motelenke(m) for m in reversed(moter.get(gruppe.pk, [])) if m.tid <= na()][:5],
            "kan_kalle_inn": can_kalle_inn(user, medlemmer[gruppe.pk]),
        }
        for gruppe in egne
    ]
    return render(request, "kjernegruppe/grupper.html", {"rader": rader, "kan_styre": can_styre_grupper(user)})


def _motelenke(mote: Mote) -> dict[str, Any]:
    return {"mote": mote, "url": reverse("kjernegruppe_mote", args=[mote.ref])}


@require_http_methods(["GET", "HEAD", "POST"])
def innkall(request: Foresporsel, id: int) -> HttpResponse:
    """Call a meeting."""
    user = request.user
    gruppe = get_object_or_404(Kjernegruppe, pk=id)
    krev(can_kalle_inn(user, gruppe.medlemskap.gjeldende()))
    skjema = Innkalling(request.POST or None)
    if request.method == "POST" and skjema.is_valid():
        mote = kall_inn(av=user, gruppe=gruppe, nokkel=skjema.cleaned_data["nokkel"], tid=skjema.tid())
        messages.success(request, _("Møtet er kalt inn. Lederen setter hver sak på sakslista fra saken selv."))
        return redirect("kjernegruppe_mote", ref=mote.ref)
    return render(request, "kjernegruppe/innkall.html", {"gruppe": gruppe, "skjema": skjema})


@require_http_methods(["GET", "HEAD", "POST"])
def avslutt(request: Foresporsel, id: int) -> HttpResponse:
    """Somebody leaves the group: what they could see because of it is gone on their next request."""
    krev(can_styre_grupper(request.user))
    sete = get_object_or_404(Medlemskap.objects.gjeldende().select_related("bruker", "gruppe"), pk=id, til=None)
    return _avslutt(request, sete)


@krev_fersk_innlogging
def _avslutt(request: Foresporsel, sete: Medlemskap) -> HttpResponse:
    if request.method == "POST":
        avslutt_medlemskap(av=request.user, medlemskap=sete)
        messages.success(request, _("%(navn)s er ikke lenger med i gruppa.") % {"navn": sete.bruker.navn})
        return redirect("kjernegruppe_liste")
    return render(request, "kjernegruppe/avslutt.html", {"sete": sete})


@require_safe
def mote(request: Foresporsel, ref: str) -> HttpResponse:
    """The list of the meeting: only cases I may see; the others leave no trace, not even a number."""
    mote = get_object_or_404(Mote.objects.select_related("gruppe"), ref=ref)
    saker = list(
        Sak.objects.visible_to(request.user)
        .filter(saksliste__mote=mote, saksliste__tatt_av=None)
        .order_by("saksliste__mote", "opprettet", "pk")
    )
    ring = innsyn(request, saker, del_="saksliste")
    adganger = les_adganger(request.user, saker)
    tekster: dict[Any, list[str]] = {}
    vurdert = set()
    vises = Q(art=Tekstart.OBSERVASJON, sone=Sone.FELLES) | Q(art=Tekstart.VURDERING, av=request.user)
    for tekst in Tekst.objects.filter(vises, sak__in=saker).order_by("tid", "pk"):
        if tekst.art == Tekstart.VURDERING:
            vurdert.add(tekst.sak_id)
        else:
            tekster.setdefault(tekst.sak_id, []).append(ring.apne(tekst))
    rader = [
        {
            "sak": sak,
            "tittel": _("Sak %(nummer)s · %(alder)s") % {"nummer": sak.nummer, "alder": sak.hvem},
            "tekst": " ".join(tekster.get(sak.pk, [])),
            "kan_vurdere": can_vurdere(adganger[sak.pk], sak),
            "har_vurdert": sak.pk in vurdert,
            "kan_konkludere": can_konkludere(adganger[sak.pk], sak),
        }
        for sak in saker
    ]
    return render(request, "kjernegruppe/mote.html", {"mote": mote, "rader": rader})


@require_http_methods(["GET", "HEAD", "POST"])
def vurdering(request: Foresporsel, ref: str) -> HttpResponse:
    """A member's own assessment; the writer chooses who reads it."""
    sak, adgang = finn(request, ref)
    krev(can_vurdere(adgang, sak))
    egne = [s for s in sorted(adgang.skriver) if s not in {Sone.FELLES, Sone.IDENTITET}]
    soner = [(Sone.FELLES.value, _("Alle som er med på saken"))] if Sone.FELLES in adgang.skriver else []
    soner += [(s, _("Bare %(sone)s") % {"sone": Sone(s).label}) for s in egne]
    skjema = Vurdering(request.POST or None, soner=soner)

    def gjor(data: dict[str, Any]) -> HttpResponse:
        skriv_vurdering(av=request.user, sak=sak, **data)
        return til_saken(request, sak, _("Vurderingen er lagret."))

    return skjemaside(request, sak, skjema, gjor, tittel=_("Skriv vurdering"), knapp=_("Lagre vurderingen"))
