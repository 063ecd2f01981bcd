"""Ansvarsgruppe and mentor. The mentor sees the own relation and log, and nothing else of the case."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from brukere.models import Foresporsel
from felles.avslag import Avslag, Konflikt
from felles.sortering import Sorter
from felles.tid import idag
from samarbeid.models import Aktor

from .. import forms
from ..choices import Flytrolle, Mentortilstand
from ..lesing.ansvarlige import mentorer, mulige_ansvarlige
from ..lesing.innsyn import innsyn
from ..models import Sak
from ..policy import Adgang, can_lese_kort, can_logge_kontakt, can_opprette_oppfolging, can_overlate_oppgave
from ..services import oppfolging as tjeneste
from ..visning.sak import overskrift
from ..workflow import MENTORGANG, mulige
from .felles import SAKEN_ENDRET, finn, krev, skjemaside, til_lista, til_saken, vis_skjema


def mentorside(request: Foresporsel, sak: Sak, adgang: Adgang) -> HttpResponse:
    """What the mentor sees: the relation, the own log, one button."""
    forlop = get_object_or_404(sak.mentorforlop.exclude(tilstand=Mentortilstand.AVSLUTTET), mentor=request.user)
    ring = innsyn(request, [sak], del_="mentor")
    kontakter = [
        {"rad": k, "tekst": ring.apne(k.tekst) if k.tekst else ""} for k in forlop.kontakter.select_related("tekst")
    ]
    context = {
        "sak": sak,
        "overskrift": overskrift(sak),
        "forlop": forlop,
        "kontakter": kontakter,
        "steg": mulige(forlop.tilstand, adgang.roller, MENTORGANG),
        "kan_logge": can_logge_kontakt(request.user, adgang, forlop),
        "kan_hvem": can_lese_kort(adgang),
    }
    return render(request, "bekymring/mentor.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def overlat(request: Foresporsel, ref: str, id: UUID) -> HttpResponse:
    """A task that is not done when the case ends is handed to a service."""
    sak, adgang = finn(request, ref)
    oppgave = get_object_or_404(sak.oppgaver.select_related("sak"), pk=id)
    if request.method == "POST" and not oppgave.apen:
        krev(adgang.har(Flytrolle.SAKSANSVARLIG))
        return til_saken(request, sak, _("Oppgaven er alt gjort eller overlatt."))
    krev(can_overlate_oppgave(adgang, oppgave))
    aktorer = Aktor.objects.gjeldende(idag()).order_by(Sorter("navn"), "pk")
    skjema = forms.OverlatSkjema(request.POST if request.method == "POST" else None, aktorer=aktorer)

    def gjor(data: dict[str, Any]) -> HttpResponse:
        tjeneste.overlat_oppgave(av=request.user, oppgave=oppgave, **data)
        return til_saken(request, sak, _("Oppgaven er overlatt."))

    return skjemaside(
        request,
        sak,
        skjema,
        gjor,
        tittel=_("Overlat oppgaven"),
        knapp=_("Overlat oppgaven"),
        forklaring=_("Si fra til tjenesten selv, om det personen har sagt ja til. Ingenting sendes herfra."),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def ansvarsgruppe(request: Foresporsel, ref: str) -> HttpResponse:
    """Set up an ansvarsgruppe."""
    sak, adgang = finn(request, ref)
    krev(can_opprette_oppfolging(adgang, sak))
    skjema = forms.AnsvarsgruppeSkjema(request.POST or None, ansvarlige=mulige_ansvarlige(sak))

    def gjor(data: dict[str, Any]) -> HttpResponse:
        tjeneste.opprett_ansvarsgruppe(av=request.user, sak=sak, **data)
        return til_saken(request, sak, _("Ansvarsgruppa er opprettet."))

    return skjemaside(
        request,
        sak,
        skjema,
        gjor,
        tittel=_("Opprett ansvarsgruppe"),
        knapp=_("Opprett ansvarsgruppe"),
        forklaring=_("Her står bare at gruppa finnes og når den møtes. Planen ligger i fagsystemet."),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def mentor(request: Foresporsel, ref: str) -> HttpResponse:
    """Propose a mentor."""
    sak, adgang = finn(request, ref)
    krev(can_opprette_oppfolging(adgang, sak))
    skjema = forms.MentorSkjema(request.POST or None, mentorer=mentorer())

    def gjor(data: dict[str, Any]) -> HttpResponse:
        tjeneste.foresla_mentor(av=request.user, sak=sak, **data)
        return til_saken(request, sak, _("Mentoren er foreslått."))

    return skjemaside(
        request,
        sak,
        skjema,
        gjor,
        tittel=_("Foreslå mentor"),
        knapp=_("Foreslå mentor"),
        forklaring=_("Å ha mentor er frivillig. Mentoren ser ikke saken, bare sin egen logg."),
    )


@require_POST
def mentorsteg(request: Foresporsel, ref: str, id: UUID, navn: str) -> HttpResponse:
    """One move of the mentor relation."""
    sak, adgang = finn(request, ref)
    forlop = get_object_or_404(sak.mentorforlop, pk=id)
    flytt = next((o for o in MENTORGANG if o.navn == navn), None)
    if flytt is None or not adgang.har(*flytt.roller):
        raise Http404
    skjema = forms.BareVersjon(request.POST)
    if not skjema.is_valid():
        return til_saken(request, sak, _("Vi kunne ikke kjenne igjen skjemaet. Last siden på nytt."))
    if flytt.til == Mentortilstand.AVSLUTTET and not request.POST.get("bekreftet"):
        return _se_over(request, sak, skjema.cleaned_data["versjon"], flytt.etikett)
    try:
        tjeneste.flytt_mentor(av=request.user, forlop=forlop, overgang=navn, versjon=skjema.cleaned_data["versjon"])
    except Konflikt:
        return til_saken(request, sak, str(SAKEN_ENDRET))
    except Avslag as avslag:
        return til_saken(request, sak, " ".join(str(m) for m in avslag.meldinger))
    beskjed = _("Mentorforløpet: %(tilstand)s.") % {"tilstand": Mentortilstand(flytt.til).label}
    if not Sak.objects.visible_to(request.user).filter(pk=sak.pk).exists():
        return til_lista(request, beskjed)
    return til_saken(request, sak, beskjed)


def _se_over(request: Foresporsel, sak: Sak, versjon: int, tittel: str | Promise) -> HttpResponse:
    """The end cannot be taken back and shuts the mentor out: one more press, so that no thumb does it by mistake."""
    forklaring = _("Begge kan avslutte når de vil, og ingen trenger å si hvorfor. Mentoren ser ikke saken etterpå.")
    skjema = forms.Bekreftelse(initial={"versjon": versjon})
    return vis_skjema(request, sak, skjema, tittel=tittel, knapp=tittel, forklaring=forklaring, stopp=True)


@require_http_methods(["GET", "HEAD", "POST"])
def kontakt(request: Foresporsel, ref: str, id: UUID) -> HttpResponse:
    """«Logg kontakt»: three taps (jobb 9)."""
    sak, adgang = finn(request, ref)
    forlop = get_object_or_404(sak.mentorforlop.select_related("sak"), pk=id)
    krev(can_logge_kontakt(request.user, adgang, forlop))
    skjema = forms.MentorkontaktSkjema(request.POST or None, initial={"dato": idag()})

    def gjor(data: dict[str, Any]) -> HttpResponse:
        tjeneste.logg_kontakt(av=request.user, forlop=forlop, **data)
        return til_saken(request, sak, _("Kontakten er logget."))

    return skjemaside(request, sak, skjema, gjor, tittel=_("Logg kontakt"), knapp=_("Lagre"))
