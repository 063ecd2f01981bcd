"""Another ground than consent: registered by the one who has the case, confirmed by a second koordinator."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from brukere.models import Foresporsel
from felles.tid import idag
from samarbeid.models import Aktor

from ..forms import GrunnlagSkjema
from ..lesing.grunnlag import mulige_mottakere
from ..lesing.innsyn import innsyn
from ..models import Hjemmel
from ..policy import can_bekrefte, can_registrere_samtykke
from ..services.annet_grunnlag import bekreft_grunnlag, registrer_grunnlag
from ..services.feil import IkkeTillatt
from ..visning.sak import overskrift
from .felles import finn, krev, skjemaside, til_saken


@require_http_methods(["GET", "HEAD", "POST"])
def grunnlag(request: Foresporsel, ref: str) -> HttpResponse:
    sak, adgang = finn(request, ref)
    krev(can_registrere_samtykke(adgang, sak))
    skjema = GrunnlagSkjema(
        request.POST or None,
        mottakere=Aktor.objects.filter(pk__in=mulige_mottakere(sak)),
        hjemler=Hjemmel.objects.til_deling(idag()),
    )

    def gjor(data: dict[str, Any]) -> HttpResponse:
        registrer_grunnlag(av=request.user, sak=sak, **data)
        return til_saken(request, sak, _("Grunnlaget er sendt til en annen koordinator for bekreftelse."))

    return skjemaside(
        request,
        sak,
        skjema,
        gjor,
        tittel=_("Del uten samtykke"),
        knapp=_("Send til bekreftelse"),
        forklaring=_("Samtykke er hovedregelen. Ingenting deles før en annen koordinator har bekreftet grunnlaget."),
        stopp=True,
    )


@require_http_methods(["GET", "HEAD", "POST"])
def bekreft(request: Foresporsel, ref: str, id: UUID) -> HttpResponse:
    """The second person reads the law and the reason, and agrees or leaves it."""
    sak, adgang = finn(request, ref)
    rad = get_object_or_404(sak.delingsgrunnlag.select_related("hjemmel", "mottaker", "nodvendighet"), pk=id)
    krev(can_bekrefte(request.user, adgang, rad))
    if request.method == "POST":
        try:
            bekreft_grunnlag(av=request.user, sak=sak, rad=rad)
        except IkkeTillatt:
            raise Http404 from None
        return til_saken(request, sak, _("Grunnlaget er bekreftet."))
    ring = innsyn(request, [sak], del_="grunnlag")
    tekst = ring.apne(rad.nodvendighet) if rad.nodvendighet else ""
    context = {"sak": sak, "overskrift": overskrift(sak), "rad": rad, "tekst": tekst}
    return render(request, "bekymring/bekreft.html", context)
