"""Consent is registered: one form, R5 field by field."""

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from brukere.models import Foresporsel
from samarbeid.models import Aktor

from ..choices import Partstype
from ..forms import SamtykkeSkjema
from ..lesing.ansvarlige import mulige_personer
from ..lesing.grunnlag import hvem_som_samtykker, mulige_mottakere
from ..policy import can_registrere_samtykke
from ..services.alder import sett_aldersgrense
from ..services.samtykke import gi_samtykke, parter
from .felles import finn, krev, skjemaside, til_saken


@require_http_methods(["GET", "HEAD", "POST"])
def samtykke(request: Foresporsel, ref: str) -> HttpResponse:
    sak, adgang = finn(request, ref)
    krev(can_registrere_samtykke(adgang, sak))
    skjema = SamtykkeSkjema(
        request.POST or None,
        mottakere=Aktor.objects.filter(pk__in=mulige_mottakere(sak)),
        personer=mulige_personer(sak),
        aldersspenn=sak.aldersspenn,
        kreves=hvem_som_samtykker(sak),
        foresatte=sak.parter.filter(til=None, type=Partstype.FORESATT).count(),
    )

    def gjor(data: dict[str, Any]) -> HttpResponse:
        alle = parter(sak, data.get("foreldreansvar", 0))
        if voksen := data.get("blir_voksen"):
            sett_aldersgrense(av=request.user, sak=sak, dato=voksen)
        gi_samtykke(av=request.user, sak=sak, givere=[p for p in alle if skjema.er_giver(p)], **skjema.felt())
        return til_saken(request, sak, _("Samtykket er registrert."))

    return skjemaside(
        request,
        sak,
        skjema,
        gjor,
        tittel=_("Registrer samtykke"),
        knapp=_("Registrer samtykke"),
        forklaring=_("Spør først. Sier noen nei, registrerer du ingenting, og ingen spør hvorfor."),
    )
