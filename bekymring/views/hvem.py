"""Who the case concerns: shown to those who hold the zone, opened and shared by the one who has the case."""

from dataclasses import replace
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from brukere.models import Foresporsel

from ..forms import AlderSkjema, ApneKortSkjema, DelKortSkjema, KortSkjema
from ..lesing.innsyn import innsyn
from ..policy import can_apne_kort, can_lese_kort, can_skrive_kort
from ..services.alder import rett_alder
from ..services.identitet import Kort, apne_kort, del_kort, les_kort, mulige_lesere, skriv_kort
from ..visning.sak import overskrift
from .felles import finn, krev, skjemaside, til_saken


@require_http_methods(["GET", "HEAD", "POST"])
def hvem(request: Foresporsel, ref: str) -> HttpResponse:
    """The card; before it is opened, the question what for."""
    sak, adgang = finn(request, ref)
    leser, apner, skriver = can_lese_kort(adgang), can_apne_kort(adgang, sak), can_skrive_kort(adgang, sak)
    krev(leser or skriver)
    skjema = ApneKortSkjema(request.POST or None)
    if request.method == "POST":
        krev(apner)
        if skjema.is_valid():
            apne_kort(av=request.user, sak=sak, **skjema.cleaned_data)
            return redirect("bekymring_hvem", ref=sak.ref)
    kort = les_kort(sak, innsyn(request, [sak], del_="identitet")) if leser else None
    if kort and adgang.bare_mentor:  # a mentor needs name and contact (faggrunnlag 22)
        kort = replace(kort, fodselsar=None, foresatte="")
    context = {
        "sak": sak,
        "overskrift": overskrift(sak),
        "kort": _fakta(kort) if kort else None,
        "skjema": skjema if apner and not leser else None,
        "kan_skrive": skriver,
        "kan_dele": apner,
    }
    return render(request, "bekymring/hvem.html", context)


def _fakta(kort: Kort) -> list[dict[str, object]]:
    rader = (
        (_("Navn"), kort.navn),
        (_("Fødselsår"), kort.fodselsar),
        (_("Kan nås"), kort.kontakt),
        (_("Foresatte"), kort.foresatte),
    )
    return [{"navn": navn, "verdi": verdi} for navn, verdi in rader if verdi]


@require_http_methods(["GET", "HEAD", "POST"])
def skriv(request: Foresporsel, ref: str) -> HttpResponse:
    sak, adgang = finn(request, ref)
    krev(can_skrive_kort(adgang, sak))
    skjema = KortSkjema(request.POST or None)

    def gjor(data: dict[str, Any]) -> HttpResponse:
        felter = dict(data)
        skriv_kort(av=request.user, sak=sak, nokkel=felter.pop("nokkel"), kort=Kort(**felter))
        return redirect("bekymring_hvem", ref=sak.ref)

    return skjemaside(
        request,
        sak,
        skjema,
        gjor,
        tittel=_("Skriv hvem saken gjelder"),
        knapp=_("Lagre"),
        forklaring=_("Skriv bare det som trengs for å nå personen. Fødselsnummer skal ikke stå her."),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def del_med(request: Foresporsel, ref: str) -> HttpResponse:
    sak, adgang = finn(request, ref)
    krev(can_apne_kort(adgang, sak))
    skjema = DelKortSkjema(request.POST or None, lesere=mulige_lesere(sak))

    def gjor(data: dict[str, Any]) -> HttpResponse:
        del_kort(av=request.user, sak=sak, **data)
        navn = data["bruker"].navn
        return til_saken(request, sak, _("%(navn)s kan nå se hvem saken gjelder.") % {"navn": navn})

    return skjemaside(
        request,
        sak,
        skjema,
        gjor,
        tittel=_("Del hvem saken gjelder"),
        knapp=_("Del"),
        forklaring=_(
            "Del bare med den som skal ha kontakt med personen. Delingen slutter når oppdraget deres slutter."
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def alder(request: Foresporsel, ref: str) -> HttpResponse:
    sak, adgang = finn(request, ref)
    krev(can_skrive_kort(adgang, sak))
    skjema = AlderSkjema(request.POST or None, initial={"versjon": sak.versjon, "aldersspenn": sak.aldersspenn})

    def gjor(data: dict[str, Any]) -> HttpResponse:
        rett_alder(av=request.user, sak=sak, **data)
        return til_saken(request, sak, _("Alderen er rettet."))

    return skjemaside(
        request,
        sak,
        skjema,
        gjor,
        tittel=_("Rett alderen"),
        knapp=_("Lagre"),
        forklaring=_("Et samtykke som ikke er nok i den nye alderen, slutter å gjelde med en gang."),
    )
