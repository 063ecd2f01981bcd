"""Fora and their meetings."""

import uuid
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse, reverse_lazy
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from brukere.models import Foresporsel
from felles.skjemaside import uten
from felles.tid import na

from .. import forms, services
from ..models import Forum, Mote, Oppfolgingspunkt
from ..policy import can_edit_registeret, can_view_internt
from .grunn import for_leser, for_redaktor, skjemaside, sti

FORA = (_("Fora"), reverse_lazy("samarbeid:fora"))
MOTER = (_("Møter"), reverse_lazy("samarbeid:moter"))


@for_leser
@require_safe
def fora(request: Foresporsel) -> HttpResponse:
    rader = list(Forum.objects.visible_to(request.user).til_liste(na()))
    data = {
        "aktive": [forum for forum in rader if not forum.avsluttet],
        "avsluttede": [forum for forum in rader if forum.avsluttet],
        "kan_endre": can_edit_registeret(request.user),
    }
    return render(request, "samarbeid/fora.html", data)


@for_leser
@require_safe
def forum(request: Foresporsel, pk: uuid.UUID) -> HttpResponse:
    forum = get_object_or_404(Forum.objects.visible_to(request.user).til_liste(na()), pk=pk)
    moter = Mote.objects.visible_to(request.user).filter(forum=forum).til_liste()
    medlemskap = list(forum.medlemskap.select_related("aktor").order_by("aktor", "fra", "pk"))
    data = {
        "forum": forum,
        "sti": sti(FORA, (forum.navn, "")),
        "medlemmer": [rad.aktor for rad in medlemskap if not rad.til],
        "tidligere_medlemmer": [rad for rad in medlemskap if rad.til],
        "kommende": list(moter.kommende(na())[:10]),
        "tidligere": list(moter.tidligere(na())[:10]),
        "punkter": list(Oppfolgingspunkt.objects.visible_to(request.user).filter(mote__forum=forum).apne()),
        "ser_internt": can_view_internt(request.user),
        "kan_endre": can_edit_registeret(request.user),
        "nytt_mote": f"{reverse('samarbeid:nytt_mote')}?{urlencode({'forum': forum.pk})}",
    }
    return render(request, "samarbeid/forum.html", data)


@for_redaktor
def nytt_forum(request: Foresporsel) -> HttpResponse:
    def lagre(data: dict[str, Any]) -> Forum:
        return services.opprett_forum(av=request.user, id=data["nokkel"], **uten(data))

    return skjemaside(
        request,
        forms.NyttForum(request.POST or None),
        lagre=lagre,
        tittel=_("Nytt forum"),
        smuler=sti(FORA, (_("Nytt forum"), "")),
        tilbake=FORA[1],
        beskjed=_("Forumet er lagt til."),
        knapp=_("Legg til forumet"),
    )


@for_redaktor
def endre_forum(request: Foresporsel, pk: uuid.UUID) -> HttpResponse:
    forum = get_object_or_404(Forum.objects.visible_to(request.user), pk=pk)

    def lagre(data: dict[str, Any]) -> Forum:
        return services.endre_forum(av=request.user, forum=forum, versjon=data["versjon"], **uten(data))

    url = forum.get_absolute_url()
    return skjemaside(
        request,
        forms.EndreForum(request.POST or None, forum=forum, initial=forms.EndreForum.verdier(forum)),
        lagre=lagre,
        tittel=_("Endre %(navn)s") % {"navn": forum.navn},
        smuler=sti(FORA, (forum.navn, url), (_("Endre"), "")),
        tilbake=url,
        beskjed=_("Endringen er lagret."),
    )


@for_leser
@require_safe
def moter(request: Foresporsel) -> HttpResponse:
    """Coming meetings first; `?vis=tidligere` shows those held."""
    tidligere = request.GET.get("vis") == "tidligere"
    moter = Mote.objects.visible_to(request.user).til_liste()
    rader = moter.tidligere(na()) if tidligere else moter.kommende(na())
    data = {
        "side": Paginator(rader, 25).get_page(request.GET.get("page")),
        "tidligere": tidligere,
        "tittel": _("Tidligere møter") if tidligere else _("Kommende møter"),
        "faner": [
            {"navn": _("Kommende"), "url": MOTER[1], "aktiv": not tidligere},
            {"navn": _("Tidligere"), "url": f"{MOTER[1]}?vis=tidligere", "aktiv": tidligere},
        ],
        "kan_endre": can_edit_registeret(request.user),
    }
    return render(request, "samarbeid/moter.html", data)


def _mote(request: Foresporsel, pk: uuid.UUID) -> Mote:
    return get_object_or_404(Mote.objects.visible_to(request.user).select_related("forum__ansvarlig"), pk=pk)


@for_leser
@require_safe
def mote(request: Foresporsel, pk: uuid.UUID) -> HttpResponse:
    mote = _mote(request, pk)
    deltakelser = list(mote.deltakelser.select_related("aktor").order_by("aktor"))
    punkter = Oppfolgingspunkt.objects.visible_to(request.user).filter(mote=mote).select_related("ansvarlig")
    data = {
        "mote": mote,
        "sti": sti(MOTER, (mote, "")),
        "holdt": mote.tid <= na(),
        "deltakelser": deltakelser,
        "sum": sum(rad.antall for rad in deltakelser),
        "punkter": list(punkter),
        "ser_internt": can_view_internt(request.user),
        "kan_endre": can_edit_registeret(request.user),
    }
    return render(request, "samarbeid/mote.html", data)


@for_redaktor
def nytt_mote(request: Foresporsel) -> HttpResponse:
    skjema = forms.NyttMote(request.POST or None, initial={"forum": request.GET.get("forum")})

    def lagre(data: dict[str, Any]) -> Mote:
        rest = uten(data, "dato", "klokke")
        return services.planlegg_mote(av=request.user, id=data["nokkel"], tid=skjema.tid(), **rest)

    return skjemaside(
        request,
        skjema,
        lagre=lagre,
        tittel=_("Planlegg møte"),
        smuler=sti(MOTER, (_("Planlegg møte"), "")),
        tilbake=MOTER[1],
        beskjed=_("Møtet er lagt inn."),
        knapp=_("Legg inn møtet"),
    )


@for_redaktor
def endre_mote(request: Foresporsel, pk: uuid.UUID) -> HttpResponse:
    mote = _mote(request, pk)
    skjema = forms.EndreMote(request.POST or None, initial=forms.EndreMote.verdier(mote))

    def lagre(data: dict[str, Any]) -> Mote:
        rest = uten(data, "dato", "klokke")
        return services.endre_mote(av=request.user, mote=mote, versjon=data["versjon"], tid=skjema.tid(), **rest)

    url = mote.get_absolute_url()
    return skjemaside(
        request,
        skjema,
        lagre=lagre,
        tittel=_("Endre møtet"),
        smuler=sti(MOTER, (mote, url), (_("Endre"), "")),
        tilbake=url,
        beskjed=_("Endringen er lagret."),
    )


@for_redaktor
def referat(request: Foresporsel, pk: uuid.UUID) -> HttpResponse:
    mote = _mote(request, pk)
    skjema = forms.ReferatSkjema(request.POST or None, mote=mote, initial=forms.ReferatSkjema.verdier(mote))

    def lagre(data: dict[str, Any]) -> Mote:
        return services.skriv_referat(
            av=request.user, mote=mote, versjon=data["versjon"], referat=data["referat"], deltakere=skjema.antall()
        )

    url = mote.get_absolute_url()
    return skjemaside(
        request,
        skjema,
        lagre=lagre,
        tittel=_("Skriv referat"),
        smuler=sti(MOTER, (mote, url), (_("Skriv referat"), "")),
        tilbake=url,
        beskjed=_("Referatet er lagret."),
        knapp=_("Lagre referatet"),
        ingress=_("Skriv hvor mange som kom fra hver organisasjon. Vi skriver ikke ned hvem."),
    )


@for_redaktor
def nytt_punkt(request: Foresporsel, pk: uuid.UUID) -> HttpResponse:
    mote = _mote(request, pk)

    def lagre(data: dict[str, Any]) -> Oppfolgingspunkt:
        return services.nytt_punkt(av=request.user, id=data["nokkel"], mote=mote, **uten(data))

    url = mote.get_absolute_url()
    return skjemaside(
        request,
        forms.PunktSkjema(request.POST or None),
        lagre=lagre,
        tittel=_("Nytt oppfølgingspunkt"),
        smuler=sti(MOTER, (mote, url), (_("Nytt punkt"), "")),
        tilbake=url,
        beskjed=_("Punktet er lagt til."),
        knapp=_("Legg til punktet"),
    )


@for_redaktor
@require_POST
def sett_punkt(request: Foresporsel, pk: uuid.UUID) -> HttpResponse:
    punkt = get_object_or_404(Oppfolgingspunkt.objects.visible_to(request.user).select_related("mote"), pk=pk)
    services.sett_punkt(av=request.user, punkt=punkt, gjort=request.POST.get("gjort") == "ja")
    return redirect(punkt)
