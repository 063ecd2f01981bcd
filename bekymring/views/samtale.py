"""The police contact on a phone: plan, move, call off, write up (jobb 6)."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from brukere.models import Foresporsel
from felles import skjemaside as felles
from felles.dato import klokkeslett
from felles.tid import idag

from .. import forms
from ..choices import VOKSEN, Aldersspenn, Foresattkontakt, Hjemmelkode, Samtaletilstand
from ..lesing.innsyn import innsyn
from ..models import Hjemmel, Sak, Samtale
from ..policy import can_avtale_samtale, can_gjore_samtale
from ..services import samtale as tjeneste
from ..services.utkast import hent_utkast, lagre_utkast, slett_utkast, utkast_tid
from .felles import finn, i_saken, krev, skjemaside, til_saken, vis_skjema


@require_http_methods(["GET", "HEAD", "POST"])
def avtal(request: Foresporsel, ref: str) -> HttpResponse:
    """Plan a conversation."""
    sak, adgang = finn(request, ref)
    krev(can_avtale_samtale(adgang, sak))
    voksen = Aldersspenn(sak.aldersspenn) in VOKSEN
    skjema = forms.AvtalSamtale(
        request.POST or None,
        hjemler=Hjemmel.objects.godkjente(idag()).filter(kode=Hjemmelkode.MOTEPLIKT),
        voksen=voksen,
        initial={"versjon": sak.versjon},
    )

    def gjor(data: dict[str, Any]) -> HttpResponse:
        navn = ("type", "spor", "hjemmel", "sted", "deltakere", "tolk", "nokkel", "versjon")
        foresatte = data.get("foresatte", Foresattkontakt.IKKE_AKTUELT)
        felt = {n: data[n] for n in navn} | {"foresatte": foresatte}
        tjeneste.avtal_samtale(av=request.user, sak=sak, tid=skjema.tid(), **felt)
        return til_saken(request, sak, _("Samtalen er avtalt."))

    return skjemaside(
        request,
        sak,
        skjema,
        gjor,
        tittel=_("Avtal samtale"),
        knapp=_("Avtal samtale"),
        forklaring=_("En samtale er ikke et avhør. Ingen har plikt til å forklare seg."),
    )


def _finn(request: Foresporsel, ref: str, id: UUID) -> tuple[Sak, Samtale]:
    """The conversation, for the one who holds it."""
    sak, adgang = finn(request, ref)
    rad = get_object_or_404(sak.samtaler.select_related("sak"), pk=id)
    krev(can_gjore_samtale(adgang, rad))
    return sak, rad


def _ferdig_alt(request: Foresporsel, sak: Sak, rad: Samtale) -> HttpResponse | None:
    """Sent twice, or written up by somebody else meanwhile."""
    if rad.tilstand == Samtaletilstand.AVTALT:
        return None
    return til_saken(request, sak, _("Samtalen er alt registrert."))


@require_http_methods(["GET", "HEAD", "POST"])
def flytt(request: Foresporsel, ref: str, id: UUID) -> HttpResponse:
    """Another time or place."""
    sak, rad = _finn(request, ref, id)
    if ferdig := _ferdig_alt(request, sak, rad):
        return ferdig
    naa = timezone.localtime(rad.tid)
    skjema = forms.FlyttSamtale(
        request.POST or None,
        initial={"versjon": rad.versjon, "dato": naa.date(), "klokka": klokkeslett(rad.tid), "sted": rad.sted},
    )

    def gjor(data: dict[str, Any]) -> HttpResponse:
        tjeneste.flytt_samtale(
            av=request.user, samtale=rad, versjon=data["versjon"], tid=skjema.tid(), sted=data["sted"]
        )
        return til_saken(request, sak, _("Samtalen er flyttet."))

    return skjemaside(request, sak, skjema, gjor, rad=rad, tittel=_("Flytt samtalen"), knapp=_("Flytt samtalen"))


@require_http_methods(["GET", "HEAD", "POST"])
def avlys(request: Foresporsel, ref: str, id: UUID) -> HttpResponse:
    """It came to nothing: no reason is asked."""
    sak, rad = _finn(request, ref, id)
    if ferdig := _ferdig_alt(request, sak, rad):
        return ferdig
    skjema = forms.BareVersjon(request.POST or None, initial={"versjon": rad.versjon})

    def gjor(data: dict[str, Any]) -> HttpResponse:
        tjeneste.avlys_samtale(av=request.user, samtale=rad, versjon=data["versjon"])
        slett_utkast(av=request.user, skjema=_utkastnavn(rad))
        return til_saken(request, sak, _("Det er notert at samtalen ikke ble noe av."))

    return skjemaside(
        request,
        sak,
        skjema,
        gjor,
        rad=rad,
        tittel=_("Samtalen ble ikke noe av"),
        knapp=_("Samtalen ble ikke noe av"),
        forklaring=_("Du trenger ikke skrive hvorfor. Det får ingen følger at noen ikke møter."),
    )


def _utkastnavn(rad: Samtale) -> str:
    return f"referat:{rad.pk.hex}"


@require_http_methods(["GET", "HEAD", "POST"])
def referat(request: Foresporsel, ref: str, id: UUID) -> HttpResponse:
    """Four questions. «Fortsett senere» keeps the draft for its writer only."""
    sak, rad = _finn(request, ref, id)
    if ferdig := _ferdig_alt(request, sak, rad):
        return ferdig
    user, navn = request.user, _utkastnavn(rad)
    if request.method == "POST" and "utkast" in request.POST:
        lagre_utkast(av=user, skjema=navn, data=_typed(request))
        if "X-Utkast" in request.headers:
            return HttpResponse(status=204)
        return til_saken(request, sak, _("Utkastet er lagret. Bare du ser det."))
    initial = {"holdt": timezone.localtime(rad.tid).date() if rad.tid.date() <= idag() else None}
    initial |= (hent_utkast(av=user, skjema=navn) or {}) | {"versjon": rad.versjon}
    skjema = forms.Referat(request.POST or None, initial=initial)

    def gjor(data: dict[str, Any]) -> HttpResponse:
        tjeneste.skriv_referat(av=user, samtale=rad, **data)
        slett_utkast(av=user, skjema=navn)
        return til_saken(request, sak, _("Referatet er sendt. Teksten er hos politiet, resten er delt med gruppa."))

    def vis() -> HttpResponse:
        innsyn(request, [sak], del_="referat")
        lagret = utkast_tid(av=user, skjema=navn)
        return vis_skjema(request, sak, skjema, mal="bekymring/referat.html", samtale=rad, lagret=lagret)

    return felles.skjemaside(request, skjema, i_saken(skjema, rad, gjor), vis)


def _typed(request: Foresporsel) -> dict[str, Any]:
    """What was typed, whether right or wrong: a draft may be wrong."""
    felt = ("gjennomfort", "holdt", "enighet", "forslag", "oppgave", "frist")
    return {navn: request.POST.get(navn, "")[:20_000].replace("\x00", "") for navn in felt}
