"""Consent is registered: one form, R5 field by field."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from samarbeid.models import Aktor

from ..forms import SamtykkeSkjema
from ..policy import can_registrere_samtykke
from ..services.grunnlag import mulige_mottakere
from ..services.samtykke import gi_samtykke
from .felles import bruker, finn, krev, til_saken, vis_skjema


@require_http_methods(["GET", "HEAD", "POST"])
def samtykke(request: HttpRequest, ref: str) -> HttpResponse:
    sak, adgang = finn(request, ref)
    krev(can_registrere_samtykke(adgang, sak))
    mottakere = Aktor.objects.filter(pk__in=mulige_mottakere(sak)).order_by("navn")
    skjema = SamtykkeSkjema(request.POST or None, mottakere=mottakere, aldersspenn=sak.aldersspenn)
    if request.method == "POST" and skjema.is_valid():
        gi_samtykke(
            av=bruker(request),
            sak=sak,
            nokkel=skjema.cleaned_data["nokkel"],
            mottakere=skjema.cleaned_data["mottakere"],
            **skjema.felt(),
        )
        return til_saken(request, sak, _("Samtykket er registrert."))
    return vis_skjema(
        request,
        sak,
        skjema,
        tittel=_("Registrer samtykke"),
        knapp=_("Registrer samtykke"),
        forklaring=_("Spør først. Sier noen nei, registrerer du ingenting, og ingen spør hvorfor."),
    )
