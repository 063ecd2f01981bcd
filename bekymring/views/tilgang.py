"""Access to one case: who has it and why; given, limited and ended by who leads; and who is inhabil."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from brukere.models import Bruker, Foresporsel
from felles.avslag import Avslag
from vern.opptrapping import krev_fersk_innlogging

from ..choices import Rett, Sakrolle
from ..forms.tilgang import AvsluttTilgang, GiTilgang, SignerGjennomgang, SperrPerson
from ..lesing.innsyn import innsyn
from ..lesing.tilgang import Tilgangsrad, arbeidssteder, hvem_kan_se, sperregrunn, sperrer, til_grunnlag, tilgangsrader
from ..models import Sak
from ..policy import Adgang, can_avslutte_rolle, can_gi_rolle, can_melde_inhabil, can_styre_tilgang
from ..services import inhabil as habilitet
from ..services import tilgangsstyring as styring
from ..services.gjennomgang import kvartal, signer, til_gjennomgang
from ..visning.sak import overskrift
from .felles import alt_gjort, finn, krev, skjemaside, til_lista

View = Callable[..., HttpResponse]
BEGGE = ["GET", "HEAD", "POST"]
AVSLUTTET = gettext_lazy("Tilgangen er avsluttet. Det gjelder fra nå.")
SPERRET = gettext_lazy("Personen er ute av saken, og saken er borte fra listene til personen.")


def for_leder(view: View) -> View:
    """For others than who leads the case the page does not exist; they are asked who they are once more."""
    trygg = krev_fersk_innlogging(view)

    @wraps(view)
    def vakt(request: Foresporsel, ref: str, **kwargs: Any) -> HttpResponse:
        sak, adgang = finn(request, ref)
        krev(can_styre_tilgang(adgang))
        return trygg(request, sak, adgang, **kwargs)

    return vakt


def _til_tilgang(request: Foresporsel, sak: Sak, melding: str | Promise) -> HttpResponse:
    messages.success(request, str(melding))
    return redirect("bekymring_tilgang", ref=sak.ref)


@require_safe
@for_leder
def oversikt(request: Foresporsel, sak: Sak, adgang: Adgang) -> HttpResponse:
    """Everybody's effective access explained, and who is kept out."""
    innsyn(request, [sak], del_="tilgang")
    return render(request, "bekymring/tilgang.html", _kontekst(request, sak, adgang))


def _kontekst(request: Foresporsel, sak: Sak, adgang: Adgang) -> dict[str, Any]:
    rettigheter, stengt = hvem_kan_se(sak), sperrer(sak)
    ids = {r.bruker_id for r in rettigheter} | {r.gitt_av_id for r in rettigheter}
    brukere = Bruker.objects.in_bulk((ids | {i for rad in stengt for i in (rad.bruker_id, rad.satt_av_id)}) - {None})
    rader = tilgangsrader(sak, rettigheter, brukere, til_grunnlag(sak))
    return {
        "sak": sak,
        "overskrift": overskrift(sak),
        "rader": [(rad, _kan_endres(request, adgang, rad)) for rad in rader],
        "sperrede": [
            {"person": brukere[s.bruker_id], "grunn": sperregrunn(s.grunn), "fra": s.fra, "av": brukere[s.satt_av_id]}
            for s in stengt
        ],
    }


@require_http_methods(BEGGE)
@for_leder
def gjennomgang(request: Foresporsel, sak: Sak, adgang: Adgang) -> HttpResponse:
    """The quarter's look through who has access: end what is not needed, sign the rest, and on to the next case."""
    skjema = SignerGjennomgang(request.POST or None)
    if request.method == "POST" and skjema.is_valid():
        signer(av=request.user, sak=sak, nokkel=skjema.cleaned_data["nokkel"])
        neste = til_gjennomgang(request.user).exclude(pk=sak.pk).values_list("ref", flat=True).first()
        messages.success(request, _("Gjennomgangen er signert. Her er neste sak.") if neste else _("Alle er signert."))
        return redirect("bekymring_gjennomgang", ref=neste) if neste else redirect("bekymring_tilgang", ref=sak.ref)
    innsyn(request, [sak], del_="tilgang")
    gjort = sak.gjennomganger.filter(kvartal=kvartal()).select_related("av").first()
    return render(
        request, "bekymring/gjennomgang.html", _kontekst(request, sak, adgang) | {"skjema": skjema, "gjort": gjort}
    )


def _kan_endres(request: Foresporsel, adgang: Adgang, rad: Tilgangsrad) -> bool:
    """Others' grants that one may end; what follows from a role ends with the role."""
    egen = rad.bruker_id == request.user.pk
    gitt = rad.bruker_id is not None and rad.antall == 1 and rad.grunnlag in Sakrolle.values
    return gitt and not egen and can_avslutte_rolle(adgang, rad.grunnlag)


@require_http_methods(BEGGE)
@for_leder
def gi(request: Foresporsel, sak: Sak, adgang: Adgang) -> HttpResponse:
    brukere = styring.mulige_mottakere(request.user, sak)
    skjema = GiTilgang(
        request.POST or None,
        brukere=brukere,
        steder=arbeidssteder(brukere.values_list("pk", flat=True)),
        roller=can_gi_rolle(adgang, sak),
        grunnlag=sak.delingsgrunnlag.gjeldende().til_valg(),
    )

    def gjor(data: dict[str, Any]) -> HttpResponse:
        styring.gi(av=request.user, sak=sak, **skjema.felt())
        return _til_tilgang(request, sak, _("Tilgangen er gitt."))

    return skjemaside(
        request,
        sak,
        skjema,
        gjor,
        mal="bekymring/tilgangsskjema.html",
        tittel=_("Gi tilgang"),
        knapp=_("Gi tilgang"),
        forklaring=_("Gi bare tilgang til den som trenger det i arbeidet sitt, og ikke til mer enn det."),
        stopp=True,
    )


@require_http_methods(BEGGE)
@for_leder
def avslutt(request: Foresporsel, sak: Sak, adgang: Adgang, id: int) -> HttpResponse:
    """Limit or end what one person holds."""
    if alt_gjort(request, sak):
        return _til_tilgang(request, sak, AVSLUTTET)
    person = _person(id)
    rettigheter = [r for r in styring.rettigheter_til(sak, person.pk) if can_avslutte_rolle(adgang, r.grunnlag)]
    krev(bool(rettigheter) and person.pk != request.user.pk)
    soner = sorted({r.sone for r in rettigheter if r.rett == Rett.LES})
    skjema = AvsluttTilgang(request.POST or None, soner=soner if len(soner) > 1 else ())

    def gjor(data: dict[str, Any]) -> HttpResponse:
        styring.avslutt(av=request.user, sak=sak, bruker=person, **data)
        return _til_tilgang(request, sak, AVSLUTTET)

    rad = next(iter(tilgangsrader(sak, rettigheter, {person.pk: person}, til_grunnlag(sak))))
    return skjemaside(
        request,
        sak,
        skjema,
        gjor,
        mal="bekymring/tilgangsskjema.html",
        tittel=_("Begrens eller avslutt tilgang"),
        knapp=_("Avslutt tilgangen"),
        forklaring=_("%(navn)s kan nå %(kan)s. Det du avslutter, er borte neste gang personen åpner en side.")
        % {"navn": rad.navn, "kan": rad.kan},
        stopp=False,
    )


def _person(pk: int) -> Bruker:
    if pk > 2**31 - 1:
        raise Http404
    return get_object_or_404(Bruker, pk=pk)


# --- Inhabil ------------------------------------------------------------------------------------------------
@require_http_methods(BEGGE)
def inhabil(request: Foresporsel, ref: str) -> HttpResponse:
    """One takes oneself out; the case is gone from one's lists at once (R23)."""
    sak, adgang = finn(request, ref)
    krev(can_melde_inhabil(request.user, adgang))
    feil = ""
    if request.method == "POST":
        try:
            habilitet.meld_inhabil(av=request.user, sak=sak)
        except Avslag as avslag:
            feil = str(avslag.meldinger[0])
        else:
            return til_lista(request, _("Du er ute av saken. Den er borte fra listene dine."))
    context = {"sak": sak, "overskrift": overskrift(sak), "feil": feil, "leder": adgang.leder}
    return render(request, "bekymring/inhabil.html", context)


@require_http_methods(BEGGE)
@for_leder
def sperr(request: Foresporsel, sak: Sak, adgang: Adgang) -> HttpResponse:
    """Who leads says that somebody is inhabil."""
    if alt_gjort(request, sak):
        return _til_tilgang(request, sak, SPERRET)
    brukere = styring.mulige_mottakere(request.user, sak)
    steder = arbeidssteder(brukere.values_list("pk", flat=True))
    skjema = SperrPerson(request.POST or None, brukere=brukere, steder=steder)

    def gjor(data: dict[str, Any]) -> HttpResponse:
        habilitet.sperr_person(av=request.user, sak=sak, **data)
        return _til_tilgang(request, sak, SPERRET)

    return skjemaside(
        request,
        sak,
        skjema,
        gjor,
        mal="bekymring/tilgangsskjema.html",
        tittel=_("Noen er inhabil"),
        knapp=_("Ta personen ut av saken"),
        forklaring=_(
            "Saken blir borte for personen med en gang, uansett hva personen hadde tilgang til. "
            "Er det en koordinator som har saken, tar stedfortrederen over."
        ),
        stopp=True,
    )


@require_POST
@for_leder
def opphev(request: Foresporsel, sak: Sak, adgang: Adgang, id: int) -> HttpResponse:
    """The bar is lifted. For one's own the page does not exist: who is barred does not find the case."""
    person = _person(id)
    krev(person.pk in {rad.bruker_id for rad in sperrer(sak)})
    habilitet.opphev(av=request.user, sak=sak, bruker=person)
    return _til_tilgang(request, sak, _("Personen er ikke lenger inhabil i saken."))
