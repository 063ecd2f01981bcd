"""Consent is registered: one form, R5 field by field. Renewed, narrowed and put right by the same."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from brukere.models import Foresporsel
from felles.sortering import Sorter
from samarbeid.models import Aktor

from ..choices import Avlosning, Partstype
from ..forms import AvlosSamtykke, SamtykkeSkjema
from ..lesing.ansvarlige import mulige_personer
from ..lesing.grunnlag import andre_mottakere, givertyper, hvem_som_samtykker, mulige_mottakere
from ..models import Part, Sak
from ..policy import can_registrere_samtykke
from ..services.alder import sett_bursdag
from ..services.samtykke import avlos_samtykke, gi_samtykke, parter
from .felles import finn, krev, skjemaside, til_saken


@require_http_methods(["GET", "HEAD", "POST"])
def samtykke(request: Foresporsel, ref: str) -> HttpResponse:
    sak, adgang = finn(request, ref)
    krev(can_registrere_samtykke(adgang, sak))
    skjema = SamtykkeSkjema(request.POST or None, **_valg(sak))

    def gjor(data: dict[str, Any]) -> HttpResponse:
        alle = parter(sak, data.get("foreldreansvar", 0))
        if fyller := data.get("fyller"):
            sett_bursdag(av=request.user, sak=sak, fyller=fyller)
        givere = [part for part in alle if skjema.er_giver(part)]
        gi_samtykke(av=request.user, sak=sak, givere=givere, **skjema.felt())
        return til_saken(request, sak, kvittering(sak, givere))

    return skjemaside(
        request,
        sak,
        skjema,
        gjor,
        tittel=_("Registrer samtykke"),
        knapp=_("Registrer samtykke"),
        forklaring=_("Spør først. Sier noen nei, registrerer du ingenting, og ingen spør hvorfor."),
    )


def _valg(sak: Sak) -> dict[str, Any]:
    return {
        "mottakere": Aktor.objects.filter(pk__in=mulige_mottakere(sak)).order_by(Sorter("navn"), "pk"),
        "andre": andre_mottakere(sak).order_by(Sorter("navn"), "pk"),
        "personer": mulige_personer(sak),
        "aldersspenn": sak.aldersspenn,
        "kreves": hvem_som_samtykker(sak),
        "foresatte": sak.parter.filter(til=None, type=Partstype.FORESATT).count(),
    }


def kvittering(sak: Sak, givere: list[Part]) -> str:
    """What was registered, and that it is not valid when it was given by one whose consent is not asked for (R16)."""
    if teller := givertyper(sak):
        utenfor = [part.navn for part in givere if part.type not in teller]
        if utenfor:
            hvem = ", ".join(utenfor).lower()
            return _("Registrert som ikke gyldig for %(hvem)s. %(regel)s") % {
                "hvem": hvem,
                "regel": hvem_som_samtykker(sak),
            }
    return _("Samtykket er registrert.")


SIDER = {
    Avlosning.FORNY: (
        gettext_lazy("Forny samtykket"),
        gettext_lazy("Spør på nytt. Det nye samtykket gjelder det samme som før, med ny dato."),
        gettext_lazy("Samtykket er fornyet."),
    ),
    Avlosning.SNEVRE: (
        gettext_lazy("Snevre inn samtykket"),
        gettext_lazy("Ta bort det de ikke vil dele lenger. Det som bare gjaldt det du tar bort, lukkes med en gang."),
        gettext_lazy("Samtykket er snevret inn."),
    ),
    Avlosning.RETT: (
        gettext_lazy("Rett en feil"),
        gettext_lazy("Bare når noe ble registrert feil. Har de ombestemt seg, registrerer du at samtykket er trukket."),
        gettext_lazy("Samtykket er rettet."),
    ),
}


@require_http_methods(["GET", "HEAD", "POST"])
def avlos(request: Foresporsel, ref: str, id: UUID, hvordan: str) -> HttpResponse:
    """Renew, narrow, or put right."""
    sak, adgang = finn(request, ref)
    krev(can_registrere_samtykke(adgang, sak) and hvordan in SIDER)
    maten = Avlosning(hvordan)
    gammelt = get_object_or_404(
        sak.samtykker.select_related("part").prefetch_related("grunnlag__mottaker", "grunnlag__mottaker_person"), pk=id
    )
    tittel, forklaring, svar = SIDER[maten]
    skjema = AvlosSamtykke(request.POST or None, gammelt=gammelt, hvordan=maten, **_valg(sak))

    def gjor(data: dict[str, Any]) -> HttpResponse:
        giver = next((part for part in sak.parter.filter(til=None) if skjema.er_giver(part)), None)
        avlos_samtykke(
            av=request.user,
            sak=sak,
            gammelt=gammelt,
            hvordan=maten,
            giver=giver,
            feil=data.get("feil", ""),
            **skjema.felt(),
        )
        return til_saken(request, sak, str(svar))

    return skjemaside(request, sak, skjema, gjor, tittel=tittel, knapp=tittel, forklaring=forklaring)
