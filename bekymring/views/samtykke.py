"""Consent is registered: one form, R5 field by field."""

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from brukere.models import Foresporsel
from samarbeid.models import Aktor

from ..forms import SamtykkeSkjema
from ..lesing.grunnlag import mulige_mottakere
from ..policy import can_registrere_samtykke
from ..services.samtykke import gi_samtykke
from .felles import finn, krev, skjemaside, til_saken


@require_http_methods(["GET", "HEAD", "POST"])
def samtykke(request: Foresporsel, ref: str) -> HttpResponse:
    sak, adgang = finn(request, ref)
    krev(can_registrere_samtykke(adgang, sak))
    mottakere = Aktor.objects.filter(pk__in=mulige_mottakere(sak))
    skjema = SamtykkeSkjema(request.POST or None, mottakere=mottakere, aldersspenn=sak.aldersspenn)

    def gjor(data: dict[str, Any]) -> HttpResponse:
        nokkel, mottakere = data["nokkel"], data["mottakere"]
        gi_samtykke(av=request.user, sak=sak, nokkel=nokkel, mottakere=mottakere, **skjema.felt())
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
