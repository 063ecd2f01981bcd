"""Another ground than consent, and a guardian left out: registered by one, confirmed or refused by another."""

from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from brukere.models import Foresporsel
from felles.sortering import Sorter
from felles.tid import idag
from samarbeid.models import Aktor

from ..choices import Tilstand
from ..forms import GrunnlagSkjema, UnntakSkjema
from ..lesing.grunnlag import andre_mottakere, mulige_mottakere
from ..lesing.innsyn import innsyn
from ..models import Delingsgrunnlag, Foresattunntak, Hjemmel, Sak, Tekst
from ..policy import can_bekrefte, can_registrere_samtykke, can_registrere_unntak
from ..services.annet_grunnlag import registrer_grunnlag, registrer_unntak
from ..services.feil import IkkeTillatt, Konflikt, KravMangler
from ..services.to_personer import avsla as avsla_rad
from ..services.to_personer import avslutt as avslutt_rad
from ..services.to_personer import bekreft as bekreft_rad
from ..visning.sak import overskrift
from .felles import finn, krev, skjemaside, til_saken


def _mottakere(sak: Sak) -> QuerySet[Aktor]:
    """Services with a zone: those of the group first to mind, and those a law can name besides."""
    med_sone = andre_mottakere(sak).exclude(sone="")
    ider = mulige_mottakere(sak) | set(med_sone.values_list("pk", flat=True))
    return Aktor.objects.filter(pk__in=ider).order_by(Sorter("navn"), "pk")


@require_http_methods(["GET", "HEAD", "POST"])
def grunnlag(request: Foresporsel, ref: str) -> HttpResponse:
    sak, adgang = finn(request, ref)
    krev(can_registrere_samtykke(adgang, sak))
    skjema = GrunnlagSkjema(
        request.POST or None,
        mottakere=_mottakere(sak),
        hjemler=Hjemmel.objects.til_deling(idag()),
    )

    def gjor(data: dict[str, Any]) -> HttpResponse:
        registrer_grunnlag(av=request.user, sak=sak, **data)
        if data["haster"] and sak.tilstand == Tilstand.STANSET:
            return til_saken(request, sak, _("Grunnlaget er registrert. Ta saken opp igjen før noen kan lese den."))
        if data["haster"]:
            return til_saken(request, sak, _("Grunnlaget gjelder nå. En annen koordinator må bekrefte innen 24 timer."))
        return til_saken(request, sak, _("Grunnlaget er sendt til en annen koordinator for bekreftelse."))

    return skjemaside(
        request,
        sak,
        skjema,
        gjor,
        tittel=_("Del uten samtykke"),
        knapp=_("Send til bekreftelse"),
        forklaring=_(
            "Samtykke er hovedregelen. Ingenting deles før en annen koordinator har bekreftet grunnlaget, om det ikke "
            "er fare for liv eller helse og haster."
        ),
        stopp=True,
    )


@require_http_methods(["GET", "HEAD", "POST"])
def unntak(request: Foresporsel, ref: str) -> HttpResponse:
    """R18: one guardian is not asked."""
    sak, adgang = finn(request, ref)
    krev(can_registrere_unntak(adgang, sak))
    skjema = UnntakSkjema(request.POST or None, hjemler=Hjemmel.objects.til_unntak(idag()))

    def gjor(data: dict[str, Any]) -> HttpResponse:
        registrer_unntak(av=request.user, sak=sak, **data)
        return til_saken(request, sak, _("Unntaket er sendt til en annen koordinator for bekreftelse."))

    return skjemaside(
        request,
        sak,
        skjema,
        gjor,
        tittel=_("La være å spørre en foresatt"),
        knapp=_("Send til bekreftelse"),
        forklaring=_(
            "Alle med foreldreansvar skal spørres, hver for seg. Unntaket krever en hjemmel, en grunn og en annen "
            "koordinator som er enig, og gjelder bare til dagen det vurderes på nytt. De andre må fortsatt samtykke."
        ),
        stopp=True,
    )


@require_http_methods(["GET", "HEAD", "POST"])
def bekreft(request: Foresporsel, ref: str, id: UUID) -> HttpResponse:
    """The second person reads the law and the reason, and agrees or refuses."""
    sak, adgang = finn(request, ref)
    rad = get_object_or_404(sak.delingsgrunnlag.select_related("hjemmel", "mottaker", "nodvendighet"), pk=id)
    krev(can_bekrefte(request.user, adgang, rad))
    return _svar(request, sak, rad, rad.nodvendighet, grunnlag=True)


@require_http_methods(["GET", "HEAD", "POST"])
def bekreft_unntak(request: Foresporsel, ref: str, id: UUID) -> HttpResponse:
    """The same for a guardian who is left out."""
    sak, adgang = finn(request, ref)
    rad = get_object_or_404(sak.foresattunntak.select_related("hjemmel", "part", "begrunnelse"), pk=id)
    krev(can_bekrefte(request.user, adgang, rad))
    return _svar(request, sak, rad, rad.begrunnelse, grunnlag=False)


def _svar(
    request: Foresporsel, sak: Sak, rad: Delingsgrunnlag | Foresattunntak, grunn: Tekst | None, *, grunnlag: bool
) -> HttpResponse:
    feil: list[str] = []
    if request.method == "POST":
        try:
            with transaction.atomic():
                return _gjor_svar(request, sak, rad, nei=request.POST.get("svar") == "nei")
        except (IkkeTillatt, Konflikt):
            raise Http404 from None
        except KravMangler as mangler:
            feil = [str(melding) for melding in mangler.meldinger]
    tekst = innsyn(request, [sak], del_="grunnlag").apne(grunn) if grunn else ""
    context = {"sak": sak, "overskrift": overskrift(sak), "rad": rad, "tekst": tekst, "feil": feil}
    return render(request, "bekymring/bekreft.html", context | {"er_grunnlag": grunnlag})


def _gjor_svar(request: Foresporsel, sak: Sak, rad: Any, *, nei: bool) -> HttpResponse:
    if nei:
        avsla_rad(av=request.user, sak=sak, rad=rad)
        return til_saken(request, sak, _("Du har sagt nei. Den som spurte, får beskjed."))
    bekreft_rad(av=request.user, sak=sak, rad=rad)
    return til_saken(
        request, sak, _("Grunnlaget er bekreftet.") if isinstance(rad, Delingsgrunnlag) else _("Unntaket er bekreftet.")
    )


@require_POST
def avslutt(request: Foresporsel, ref: str, id: UUID) -> HttpResponse:
    """Taken back before it is confirmed, or ended afterwards: one press, no reason."""
    sak, adgang = finn(request, ref)
    krev(can_registrere_samtykke(adgang, sak))
    rad = get_object_or_404(sak.delingsgrunnlag.filter(samtykke=None), pk=id)
    avslutt_rad(av=request.user, sak=sak, rad=rad)
    return til_saken(request, sak, _("Grunnlaget er avsluttet. Det som bare sto på det, er lukket."))


@require_POST
def avslutt_unntak(request: Foresporsel, ref: str, id: UUID) -> HttpResponse:
    sak, adgang = finn(request, ref)
    krev(can_registrere_samtykke(adgang, sak))
    rad = get_object_or_404(sak.foresattunntak, pk=id)
    avslutt_rad(av=request.user, sak=sak, rad=rad)
    return til_saken(request, sak, _("Unntaket er avsluttet. Det som bare sto på det, er lukket."))
