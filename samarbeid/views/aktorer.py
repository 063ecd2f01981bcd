"""The list of partners, one partner, and the forms behind its buttons."""

import uuid
from collections.abc import Callable, Iterable
from itertools import groupby
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from brukere.models import Foresporsel
from felles.skjemaside import uten
from felles.sortering import Sorter
from felles.tid import idag, na

from .. import forms, services
from ..models import Aktor, Avtale, Kontaktrolle, Mote
from ..policy import can_edit_registeret, can_view_internt
from .grunn import for_leser, for_redaktor, skjemaside, sti

PER_SIDE = 100


def _brikker(request: Foresporsel, skjema: forms.AktorFilter, chosen: dict[str, Any]) -> list[dict[str, str]]:
    """Each chosen filter with the address of the list without it."""
    brikker = []
    for navn, verdi in chosen.items():
        adresse = request.GET.copy()
        for bort in (navn, "page"):
            adresse.pop(bort, None)
        tekst = dict(getattr(skjema.fields[navn], "choices", [])).get(verdi, verdi)
        brikker.append({"tekst": tekst, "url": f"?{adresse.urlencode()}"})
    return brikker


@for_leser
@require_safe
def aktorer(request: Foresporsel) -> HttpResponse:
    """Partners by kind, with search."""
    skjema = forms.AktorFilter(request.GET)
    chosen = skjema.valgt()
    rader = Aktor.objects.visible_to(request.user).til_liste().etter_type()
    if "vis" not in chosen:
        rader = rader.gjeldende(idag())
    if "type" in chosen:
        rader = rader.filter(type=chosen["type"])
    if "q" in chosen:
        rader = rader.sok(chosen["q"])
    side = Paginator(rader, PER_SIDE).get_page(request.GET.get("page"))
    grupper = [(navn, list(gruppe)) for navn, gruppe in groupby(side, key=lambda aktor: aktor.get_type_display())]
    data = {
        "skjema": skjema,
        "side": side,
        "grupper": grupper,
        "brikker": _brikker(request, skjema, chosen),
        "kan_endre": can_edit_registeret(request.user),
    }
    return render(request, "samarbeid/aktorer.html", data)


@for_leser
@require_safe
def aktor(
    request: Foresporsel, pk: int, tiltak_for: Callable[[Aktor], Iterable[Any]] = lambda aktor: ()
) -> HttpResponse:
    """One partner. The root address book hands in `tiltak_for`: the plan lies above this room."""
    aktor = get_object_or_404(Aktor.objects.visible_to(request.user).select_related("over", "etterfulgt_av"), pk=pk)
    user = request.user
    medlemskap = aktor.forummedlemskap.filter(til__isnull=True, forum__avsluttet__isnull=True)
    moter = Mote.objects.visible_to(user).filter(forum__medlemskap__in=medlemskap).select_related("forum")
    data = {
        "aktor": aktor,
        "sti": sti((aktor.navn, "")),
        "tiltak": list(tiltak_for(aktor)),
        "aliaser": list(aktor.aliaser.all()),
        "enheter": list(aktor.enheter.visible_to(user)),
        "forgjengere": list(aktor.forgjengere.visible_to(user)),
        "fora": [rad.forum for rad in medlemskap.select_related("forum").order_by(Sorter("forum__navn"))],
        "kommende": list(moter.filter(avlyst=False).kommende(na())[:5]),
        "tidligere": list(moter.filter(avlyst=False).tidligere(na())[:5]),
        "ser_internt": can_view_internt(user),
        "kontakter": list(Kontaktrolle.objects.visible_to(user).i_bruk(idag()).filter(aktor=aktor)),
        "avtaler": list(Avtale.objects.visible_to(user).filter(aktor=aktor)),
        "kan_endre": can_edit_registeret(user),
    }
    return render(request, "samarbeid/aktor.html", data)


@for_redaktor
def ny_aktor(request: Foresporsel) -> HttpResponse:
    def lagre(data: dict[str, Any]) -> Aktor:
        return services.opprett_aktor(av=request.user, skjema=data["nokkel"], **uten(data))

    return skjemaside(
        request,
        forms.NyAktor(request.POST or None),
        lagre=lagre,
        tittel=_("Ny aktør"),
        smuler=sti((_("Ny aktør"), "")),
        tilbake=reverse("samarbeid:aktorer"),
        beskjed=_("Aktøren er lagt til."),
        knapp=_("Legg til aktøren"),
    )


def _aktor(request: Foresporsel, pk: int) -> Aktor:
    return get_object_or_404(Aktor.objects.visible_to(request.user), pk=pk)


@for_redaktor
def endre_aktor(request: Foresporsel, pk: int) -> HttpResponse:
    aktor = _aktor(request, pk)

    def lagre(data: dict[str, Any]) -> Aktor:
        return services.endre_aktor(av=request.user, aktor=aktor, versjon=data["versjon"], **uten(data))

    url = aktor.get_absolute_url()
    return skjemaside(
        request,
        forms.EndreAktor(request.POST or None, aktor=aktor, initial=forms.EndreAktor.verdier(aktor)),
        lagre=lagre,
        tittel=_("Endre %(navn)s") % {"navn": aktor.navn},
        smuler=sti((aktor.navn, url), (_("Endre"), "")),
        tilbake=url,
        beskjed=_("Endringen er lagret."),
    )


@for_redaktor
def ny_kontakt(request: Foresporsel, pk: int) -> HttpResponse:
    aktor = _aktor(request, pk)

    def lagre(data: dict[str, Any]) -> Kontaktrolle:
        return services.ny_kontakt(av=request.user, id=data["nokkel"], aktor=aktor, **uten(data))

    url = aktor.get_absolute_url()
    return skjemaside(
        request,
        forms.NyKontakt(request.POST or None, aktor=aktor),
        lagre=lagre,
        tittel=_("Ny kontakt hos %(navn)s") % {"navn": aktor.navn},
        smuler=sti((aktor.navn, url), (_("Ny kontakt"), "")),
        tilbake=url,
        beskjed=_("Kontakten er lagt til."),
        knapp=_("Legg til kontakten"),
        ingress=_("Skriv vervet og den offisielle kanalen. Bare de som har en rolle i systemet, ser kontakter."),
    )


def _kontakt(request: Foresporsel, pk: uuid.UUID) -> Kontaktrolle:
    rader = Kontaktrolle.objects.visible_to(request.user).i_bruk(idag()).select_related("aktor")
    return get_object_or_404(rader, pk=pk)


@for_redaktor
def endre_kontakt(request: Foresporsel, pk: uuid.UUID) -> HttpResponse:
    kontakt = _kontakt(request, pk)

    def lagre(data: dict[str, Any]) -> Kontaktrolle:
        return services.endre_kontakt(av=request.user, kontakt=kontakt, versjon=data["versjon"], **uten(data))

    verdier = forms.EndreKontakt.verdier(kontakt)
    url = kontakt.get_absolute_url()
    return skjemaside(
        request,
        forms.EndreKontakt(request.POST or None, aktor=kontakt.aktor, initial=verdier),
        lagre=lagre,
        tittel=_("Endre kontakten %(verv)s") % {"verv": kontakt.verv},
        smuler=sti((kontakt.aktor.navn, url), (_("Endre kontakt"), "")),
        tilbake=url,
        beskjed=_("Endringen er lagret."),
    )


@for_redaktor
def slett_kontakt(request: Foresporsel, pk: uuid.UUID) -> HttpResponse:
    kontakt = _kontakt(request, pk)
    if request.method == "POST":
        services.slett_kontakt(av=request.user, kontakt=kontakt)
        messages.success(request, _("Kontakten er slettet."))
        return redirect(kontakt)
    smuler = sti((kontakt.aktor.navn, kontakt.get_absolute_url()), (_("Slett kontakt"), ""))
    return render(request, "samarbeid/slett_kontakt.html", {"kontakt": kontakt, "sti": smuler})


@for_redaktor
def ny_avtale(request: Foresporsel, pk: int) -> HttpResponse:
    aktor = _aktor(request, pk)

    def lagre(data: dict[str, Any]) -> Avtale:
        return services.ny_avtale(av=request.user, id=data["nokkel"], aktor=aktor, **uten(data))

    url = aktor.get_absolute_url()
    return skjemaside(
        request,
        forms.NyAvtale(request.POST or None),
        lagre=lagre,
        tittel=_("Ny avtale med %(navn)s") % {"navn": aktor.navn},
        smuler=sti((aktor.navn, url), (_("Ny avtale"), "")),
        tilbake=url,
        beskjed=_("Avtalen er lagt til."),
        knapp=_("Legg til avtalen"),
    )


@for_redaktor
def endre_avtale(request: Foresporsel, pk: uuid.UUID) -> HttpResponse:
    avtale = get_object_or_404(Avtale.objects.visible_to(request.user).select_related("aktor"), pk=pk)

    def lagre(data: dict[str, Any]) -> Avtale:
        return services.endre_avtale(av=request.user, avtale=avtale, versjon=data["versjon"], **uten(data))

    url = avtale.get_absolute_url()
    return skjemaside(
        request,
        forms.EndreAvtale(request.POST or None, initial=forms.EndreAvtale.verdier(avtale)),
        lagre=lagre,
        tittel=_("Endre avtalen"),
        smuler=sti((avtale.aktor.navn, url), (_("Endre avtalen"), "")),
        tilbake=url,
        beskjed=_("Endringen er lagret."),
    )
