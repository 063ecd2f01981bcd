"""Pages of the systemansvarlig (accounts and roles) and everyone's own page.

The root address book hands in `arbeidssteder`: where people work is told by a room above this one.
"""

from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.core.paginator import Paginator
from django.db.models import Prefetch
from django.forms import BaseForm
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse, reverse_lazy
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from felles.dato import langdato
from felles.skjemaside import skjemaside

from .. import forms, services
from ..models import Bruker, Foresporsel, Rolletildeling
from ..okter import MERKE
from ..policy import can_administer, can_change_account
from ..roles import KAN
from .opptrapping import krev_fersk_innlogging

View = Callable[..., HttpResponse]
Arbeidssteder = Callable[[Iterable[Bruker]], dict[int, list[Any]]]
BRUKERE = {"navn": _("Brukere"), "url": reverse_lazy("brukere")}


def _ingen(brukere: Iterable[Bruker]) -> dict[int, list[Any]]:
    return {}


def for_systemansvarlig(view: View) -> View:
    """For others the page does not exist."""

    @wraps(view)
    def vakt(request: Foresporsel, *args: Any, **kwargs: Any) -> HttpResponse:
        if not can_administer(request.user):
            raise Http404
        return view(request, *args, **kwargs)

    return vakt


def _konto(request: Foresporsel, pk: int) -> Bruker:
    """An account the acting user may manage: never their own."""
    konto = get_object_or_404(Bruker.objects.visible_to(request.user), pk=pk)
    if not can_change_account(request.user, konto):
        raise Http404
    return konto


@for_systemansvarlig
@require_safe
def brukere(request: Foresporsel, arbeidssteder: Arbeidssteder = _ingen) -> HttpResponse:
    """All accounts, with the roles they hold now."""
    skjema = forms.Brukerfilter(request.GET)
    chosen = skjema.valgt()
    rader = Bruker.objects.visible_to(request.user).etter_navn()
    if "vis" not in chosen:
        rader = rader.filter(is_active=True)
    if "rolle" in chosen:
        rader = rader.med_rolle(chosen["rolle"])
    if "q" in chosen:
        rader = rader.sok(chosen["q"])
    naa = Prefetch("rolletildelinger", Rolletildeling.objects.gjeldende().order_by("rolle"), to_attr="na_roller")
    side = Paginator(rader.prefetch_related(naa), 50).get_page(request.GET.get("page"))
    steder = arbeidssteder(side.object_list)
    kontoer = [(konto, steder.get(konto.pk, [])) for konto in side]
    return render(
        request, "brukere/brukere.html", {"skjema": skjema, "side": side, "kontoer": kontoer, "filtrert": bool(chosen)}
    )


@for_systemansvarlig
@require_safe
def bruker(request: Foresporsel, pk: int, arbeidssteder: Arbeidssteder = _ingen) -> HttpResponse:
    """One account: its roles now and before, and where the person works."""
    konto = get_object_or_404(Bruker.objects.visible_to(request.user), pk=pk)
    gyldige = list(konto.rolletildelinger.gjeldende().select_related("gitt_av").order_by("rolle"))
    tidligere = konto.rolletildelinger.exclude(pk__in=[rad.pk for rad in gyldige]).order_by("-til", "-pk")
    data = {
        "konto": konto,
        "sti": [BRUKERE, {"navn": konto.navn, "url": "#innhold"}],
        "gyldige": [(rad, KAN[rad.rolle], _om_rollen(rad)) for rad in gyldige],
        "tidligere": list(tidligere[:50]),
        "arbeidssteder": arbeidssteder([konto]).get(konto.pk, []),
        "kan_endre": can_change_account(request.user, konto),
    }
    return render(request, "brukere/bruker.html", data)


def _om_rollen(rad: Rolletildeling) -> str:
    """From when to when, by whom and why."""
    deler = [_("Fra %(fra)s") % {"fra": langdato(rad.fra)}]
    if rad.til:
        deler.append(_("slutter %(til)s") % {"til": langdato(rad.til)})
    if rad.gitt_av:
        deler.append(_("gitt av %(av)s") % {"av": rad.gitt_av.navn})
    om = ", ".join(str(del_) for del_ in deler)
    return f"{om}: {rad.grunn}" if rad.grunn else om


def _skjemaside(
    request: Foresporsel,
    skjema: BaseForm,
    lagre: Callable[[dict[str, Any]], HttpResponse],
    **side: Any,
) -> HttpResponse:
    return skjemaside(
        request, skjema, lagre, lambda: render(request, "brukere/skjema.html", {"skjema": skjema, **side})
    )


def _sti(konto: Bruker, navn: Any) -> list[dict[str, Any]]:
    return [BRUKERE, {"navn": konto.navn, "url": konto.get_absolute_url()}, {"navn": navn, "url": "#innhold"}]


def _vis_passord(request: Foresporsel, konto: Bruker, passord: str) -> HttpResponse:
    """Shown in the answer itself: it is kept nowhere."""
    path = _sti(konto, _("Engangspassord"))
    return render(request, "brukere/engangspassord.html", {"konto": konto, "passord": passord, "sti": path})


@for_systemansvarlig
@krev_fersk_innlogging
def ny_bruker(request: Foresporsel) -> HttpResponse:
    def lagre(data: dict[str, Any]) -> HttpResponse:
        konto, passord = services.opprett_bruker(av=request.user, skjema=data.pop("nokkel"), **data)
        return _vis_passord(request, konto, passord)

    return _skjemaside(
        request,
        forms.NyKonto(request.POST or None),
        lagre,
        tittel=_("Ny konto"),
        knapp=_("Lag kontoen"),
        sti=[BRUKERE, {"navn": _("Ny konto"), "url": "#innhold"}],
        tilbake=BRUKERE["url"],
    )


@for_systemansvarlig
@krev_fersk_innlogging
def endre_bruker(request: Foresporsel, pk: int) -> HttpResponse:
    konto = _konto(request, pk)

    def lagre(data: dict[str, Any]) -> HttpResponse:
        services.endre_bruker(av=request.user, bruker=konto, **data)
        messages.success(request, _("Endringen er lagret."))
        return redirect(konto)

    verdier = {"navn": konto.navn, "tittel": konto.tittel, "epost": konto.email}
    return _skjemaside(
        request,
        forms.Kontoskjema(request.POST or None, initial=verdier),
        lagre,
        tittel=_("Endre kontoen"),
        knapp=_("Lagre"),
        sti=_sti(konto, _("Endre")),
        tilbake=konto.get_absolute_url(),
    )


@for_systemansvarlig
@krev_fersk_innlogging
def ny_rolle(request: Foresporsel, pk: int) -> HttpResponse:
    konto = _konto(request, pk)
    skjema = forms.Rolleskjema(request.POST or None)

    def lagre(data: dict[str, Any]) -> HttpResponse:
        services.gi_rolle(
            av=request.user,
            bruker=konto,
            skjema=data["nokkel"],
            rolle=data["rolle"],
            grunn=data["grunn"],
            til=skjema.slutt(),
        )
        messages.success(request, _("Rollen er gitt."))
        return redirect(konto)

    return _skjemaside(
        request,
        skjema,
        lagre,
        tittel=_("Gi %(navn)s en rolle") % {"navn": konto.navn},
        ingress=_("En rolle åpner ingen saker. Tilgang til en sak gis i saken."),
        knapp=_("Gi rollen"),
        sti=_sti(konto, _("Ny rolle")),
        tilbake=konto.get_absolute_url(),
    )


@for_systemansvarlig
@krev_fersk_innlogging
def avslutt_rolle(request: Foresporsel, pk: int) -> HttpResponse:
    tildeling = get_object_or_404(Rolletildeling.objects.gjeldende().select_related("bruker"), pk=pk)
    konto = _konto(request, tildeling.bruker_id)

    def lagre(data: dict[str, Any]) -> HttpResponse:
        services.avslutt_rolle(av=request.user, tildeling=tildeling, grunn=data["grunn"])
        messages.success(request, _("Rollen er avsluttet."))
        return redirect(konto)

    navn = {"rolle": tildeling.get_rolle_display(), "navn": konto.navn}
    return _skjemaside(
        request,
        forms.Grunnskjema(request.POST or None),
        lagre,
        tittel=_("Avslutt rollen %(rolle)s for %(navn)s") % navn,
        ingress=_("Det gjelder fra neste gang personen åpner en side."),
        knapp=_("Avslutt rollen"),
        sti=_sti(konto, _("Avslutt rolle")),
        tilbake=konto.get_absolute_url(),
    )


@for_systemansvarlig
@krev_fersk_innlogging
def nytt_passord(request: Foresporsel, pk: int) -> HttpResponse:
    konto = _konto(request, pk)
    if request.method == "POST":
        return _vis_passord(request, konto, services.nytt_engangspassord(av=request.user, bruker=konto))
    data = {
        "konto": konto,
        "tittel": _("Nytt engangspassord"),
        "tekst": _("Passordet personen har nå, slutter å virke. Personen blir logget ut alle steder."),
        "knapp": _("Lag engangspassord"),
        "sti": _sti(konto, _("Nytt engangspassord")),
    }
    return render(request, "brukere/bekreft.html", data)


@for_systemansvarlig
@krev_fersk_innlogging
def logg_ut(request: Foresporsel, pk: int) -> HttpResponse:
    konto = _konto(request, pk)
    if request.method == "POST":
        services.logg_ut_bruker(av=request.user, bruker=konto)
        messages.success(request, _("Personen er logget ut alle steder."))
        return redirect(konto)
    data = {
        "konto": konto,
        "tittel": _("Logg ut alle steder"),
        "tekst": _("Personen blir logget ut med en gang, og kan logge inn igjen. Roller og passord er som før."),
        "knapp": _("Logg ut personen"),
        "sti": _sti(konto, _("Logg ut alle steder")),
    }
    return render(request, "brukere/bekreft.html", data)


@for_systemansvarlig
@krev_fersk_innlogging
def steng(request: Foresporsel, pk: int) -> HttpResponse:
    konto = _konto(request, pk)

    def lagre(data: dict[str, Any]) -> HttpResponse:
        services.deaktiver(av=request.user, bruker=konto, grunn=data["grunn"])
        messages.success(request, _("Kontoen er stengt."))
        return redirect(konto)

    return _skjemaside(
        request,
        forms.Grunnskjema(request.POST or None),
        lagre,
        tittel=_("Steng kontoen til %(navn)s") % {"navn": konto.navn},
        ingress=_("Personen blir logget ut med en gang, og alle roller tar slutt."),
        knapp=_("Steng kontoen"),
        sti=_sti(konto, _("Steng")),
        tilbake=konto.get_absolute_url(),
    )


@for_systemansvarlig
@krev_fersk_innlogging
def apne(request: Foresporsel, pk: int) -> HttpResponse:
    konto = _konto(request, pk)
    if request.method == "POST":
        services.aktiver(av=request.user, bruker=konto)
        messages.success(request, _("Kontoen er åpnet. Roller må gis på nytt."))
        return redirect(konto)
    data = {
        "konto": konto,
        "tittel": _("Åpne kontoen igjen"),
        "tekst": _("Personen kan logge inn igjen, uten noen av rollene fra før."),
        "knapp": _("Åpne kontoen"),
        "sti": _sti(konto, _("Åpne")),
    }
    return render(request, "brukere/bekreft.html", data)


def min_side(request: Foresporsel, arbeidssteder: Arbeidssteder = _ingen) -> HttpResponse:
    """One's own roles in words, and one's own choices."""
    user = request.user
    skjema = forms.Utseende(request.POST or None, initial={"sprak": user.sprak, "fargevalg": user.fargevalg})
    if request.method == "POST" and skjema.is_valid():
        services.velg_utseende(av=user, **skjema.cleaned_data)
        messages.success(request, _("Valgene er lagret."))
        return redirect("min_side")
    data = {
        "skjema": skjema,
        "roller": [(rad, KAN[rad.rolle]) for rad in user.rolletildelinger.gjeldende().order_by("rolle")],
        "arbeidssteder": arbeidssteder([user]).get(user.pk, []),
        "styrer_kontoer": can_administer(user),
        "okter": [(okt, str(okt.merke) == request.session.get(MERKE)) for okt in user.okter.apne(user)],
        "kalender": user.kalenderadresser.gjeldende().first(),
    }
    return render(request, "brukere/min_side.html", data)


@require_POST
def kalender(request: Foresporsel) -> HttpResponse:
    """Make or withdraw the address of one's own calendar. It is shown once, in the answer itself."""
    user = request.user
    if request.POST.get("handling") == "slutt":
        services.trekk_kalenderadresse(av=user)
        messages.success(request, _("Kalenderadressen er slått av."))
        return redirect("min_side")
    if request.POST.get("handling") != "ny":
        raise BadRequest("handling")
    address = request.build_absolute_uri(reverse("kalender", args=[services.ny_kalenderadresse(av=user)]))
    path = [{"navn": _("Min side"), "url": reverse("min_side")}, {"navn": _("Kalender"), "url": "#innhold"}]
    return render(request, "brukere/kalender.html", {"adresse": address, "sti": path})
