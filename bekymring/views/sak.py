"""One case: what happened, what there is, who may see it. Each part reads only what the walls let through."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from brukere.models import Bruker, Foresporsel
from felles.tid import na
from vern.forberedt import forberedt
from vern.innsyn import Nokkelring

from ..choices import Flytrolle, Sakrolle, Samtaletilstand, Tekstart
from ..forms import BareNokkel
from ..lesing.grunnlag import givertyper, hvem_som_samtykker
from ..lesing.innsyn import innsyn
from ..lesing.tilgang import hvem_kan_se
from ..models import Kvittering, Sak
from ..policy import (
    Adgang,
    can_bekrefte,
    can_dele,
    can_gjore_oppgave,
    can_gjore_samtale,
    can_henvise,
    can_lese_kort,
    can_lese_oppsummering,
    can_melde_inhabil,
    can_opprette_oppfolging,
    can_overlate_oppgave,
    can_registrere_samtykke,
    can_registrere_unntak,
    can_skrive_kort,
    can_starte_oppfolging,
    can_styre_tilgang,
    can_vaere_den_andre,
    can_varsle,
    mulige_steg,
)
from ..services.fakta import har_oppfolging, samtale_venter
from ..services.feil import ForSent
from ..services.flyt import angre, siste_angrbare
from ..services.oppfolging import gjor_oppgave
from ..services.samtykke import Trukket, trekk_samtykke
from ..services.varsling import varsle_avverging
from ..visning import sak as visning
from ..workflow import Steg
from .deling import mottakerside
from .felles import finn, krev, til_saken
from .melding import vis_kvittering
from .oppfolging import mentorside


@require_safe
def sak(request: Foresporsel, ref: str) -> HttpResponse:
    """The page of the case: stepper, next step, timeline, facts."""
    sak, adgang = finn(request, ref)
    if adgang.bare_mottaker:
        return mottakerside(request, sak)
    if adgang.bare_melder:
        return vis_kvittering(request, _kvittering(request, sak), sak)
    if adgang.bare_mentor:
        return mentorside(request, sak, adgang)
    ring = innsyn(request, [sak], del_="sak")
    with forberedt():
        hendelser = list(sak.hendelser.select_related("av", "tekst").order_by("-tid", "pk"))
    context = ramme(request, sak, adgang, hendelser, "bekymring_sak")
    return render(request, "bekymring/sak.html", context | {"hendelser": visning.tidslinje(hendelser, ring)})


def _kvittering(request: Foresporsel, sak: Sak) -> Kvittering:
    """The reporter's receipt; a case made without the form has none, and shows the same."""
    found = Kvittering.objects.select_related("svarer").filter(sak=sak, bruker=request.user).first()
    return found or Kvittering(sak=sak, nummer=sak.nummer, tid=sak.opprettet, svarer=sak.saksansvarlig)


def ramme(request: Foresporsel, sak: Sak, adgang: Adgang, hendelser: list[Any], aktiv: str) -> dict[str, Any]:
    """What the three parts of the page share."""
    steg_rader, stanset = visning.stegviser(sak, hendelser)
    moves = mulige_steg(adgang, sak)
    rettigheter = hvem_kan_se(sak)
    brukere = Bruker.objects.in_bulk({r.bruker_id for r in rettigheter})
    return {
        "sak": sak,
        "overskrift": visning.overskrift(sak),
        "steg": steg_rader,
        "stanset": stanset,
        "faner": visning.faner(sak, aktiv, oppsummering=can_lese_oppsummering(adgang)),
        "om_saken": visning.om_saken(sak, rettigheter, brukere),
        "antall_med_tilgang": len(brukere),
        "det_du_ser": visning.det_du_ser(adgang),
        "flere_valg": visning.flere_valg(sak, moves),
        "kan_varsle": can_varsle(adgang),
        "kan_hvem": can_lese_kort(adgang) or can_skrive_kort(adgang, sak),
        "kan_soke_person": can_skrive_kort(adgang, sak),
        "kan_inhabil": can_melde_inhabil(request.user, adgang),
        "kan_styre": can_styre_tilgang(adgang),
        "kan_angre": siste_angrbare(request.user, sak, hendelser) is not None,
        "panel": None
        if (samtale := _apen_samtale(sak, adgang))
        else visning.panel(
            sak, adgang, moves, klar=_klar(sak, adgang), venter_pa_samtale=samtale_venter(h.art for h in hendelser)
        ),
        "samtale": samtale,
        "samtalen_var": samtale is not None and samtale.tid <= na(),
        "til_bekreftelse": _til_bekreftelse(request, sak, adgang),
        "rettigheter": rettigheter,
        "brukere": brukere,
        "nod": _nodtilgang(request, sak, adgang),
    }


def _nodtilgang(request: Foresporsel, sak: Sak, adgang: Adgang) -> Any:
    """The hour of break-glass that runs, for the banner."""
    if Sakrolle.NODTILGANG not in adgang.grunner:
        return None
    return sak.nodtilganger.pagar().filter(bruker=request.user).order_by("-til", "pk").first()


def _apen_samtale(sak: Sak, adgang: Adgang) -> Any:
    """The planned conversation, for the one who is to hold it."""
    if not adgang.har(Flytrolle.POLITIKONTAKT):
        return None
    rad = sak.samtaler.filter(tilstand=Samtaletilstand.AVTALT).first()
    return rad if rad and can_gjore_samtale(adgang, rad) else None


def _til_bekreftelse(request: Foresporsel, sak: Sak, adgang: Adgang) -> str:
    """Where the ground or exception is that waits for this koordinator as the second person, or nothing."""
    user = request.user
    if adgang.leder or not can_vaere_den_andre(user, adgang):
        return ""
    venter = [
        *((rad, "bekymring_bekreft") for rad in sak.delingsgrunnlag.venter()),
        *((rad, "bekymring_bekreft_unntak") for rad in sak.foresattunntak.venter()),
    ]
    return next((reverse(rute, args=[sak.ref, rad.pk]) for rad, rute in venter if can_bekrefte(user, adgang, rad)), "")


def _klar(sak: Sak, adgang: Adgang) -> frozenset[str]:
    """Buttons whose conditions are met come first; some are not shown before (visning.NAR_DE_ER_KLARE)."""
    if can_henvise(adgang, sak):
        return frozenset({Steg.HENVIS} if sak.delingsgrunnlag.gjeldende().exists() else set())
    if can_starte_oppfolging(adgang, sak) and har_oppfolging(sak):
        return frozenset({Steg.START_OPPFOLGING})
    return frozenset()


@require_safe
def oppsummering(request: Foresporsel, ref: str) -> HttpResponse:
    """All texts and rows the reader holds, by kind."""
    sak, adgang = finn(request, ref)
    krev(can_lese_oppsummering(adgang))
    ring = innsyn(request, [sak], del_="oppsummering")
    hendelser = list(sak.hendelser.select_related("av").order_by("-tid", "pk"))
    alle = list(sak.tekster.select_related("av").order_by("tid", "pk"))
    rettet = {r.retter_id for r in alle}
    tekster = [t for t in alle if t.pk not in rettet and t.deling is None]
    delinger = list(sak.delinger.select_related("grunnlag__hjemmel", "grunnlag__mottaker", "delt_av", "mottaker"))
    context = ramme(request, sak, adgang, hendelser, "bekymring_oppsummering")
    return render(
        request,
        "bekymring/oppsummering.html",
        context
        | {
            "meldingen": [
                *_av_art(tekster, ring, Tekstart.OBSERVASJON),
                *_av_art(tekster, ring, Tekstart.BESKYTTELSE),
                *_av_art(tekster, ring, Tekstart.GJORT),
            ],
            "vurderinger": _vurderinger(tekster, ring),
            "barnet": _av_art(tekster, ring, Tekstart.DEN_UNGES_SYN, Tekstart.BARNETS_BESTE),
            "referater": _av_art(tekster, ring, Tekstart.REFERAT, Tekstart.AVTALE),
            "delt": visning.delte_tekster(alle, delinger, ring),
            "delinger": visning.delinger(delinger, adgang),
            "kan_dele": can_dele(adgang, sak),
            "samtykker": _samtykker(sak),
            "kreves": hvem_som_samtykker(sak),
            "kan_samtykke": can_registrere_samtykke(adgang, sak),
            "andre_grunnlag": list(
                sak.delingsgrunnlag.filter(samtykke=None)
                .select_related("hjemmel", "mottaker", "bestemt_av", "bekreftet_av")
                .order_by("fra", "pk")
            ),
            "unntak": list(
                sak.foresattunntak.select_related("hjemmel", "part", "bestemt_av", "bekreftet_av").order_by("fra", "pk")
            ),
            "kan_unntak": can_registrere_unntak(adgang, sak),
            "konklusjoner": _med_tekst(
                sak.konklusjoner.select_related("ansvarlig", "begrunnelse"), ring, "begrunnelse"
            ),
            "oppgaver": _oppgaver(request.user, sak, adgang, ring),
            "samtaler": list(sak.samtaler.select_related("forer")),
            "ansvarsgrupper": list(sak.ansvarsgrupper.select_related("koordinator")),
            "mentorforlop": list(sak.mentorforlop.select_related("mentor")),
            "kan_folge_opp": can_opprette_oppfolging(adgang, sak),
        },
    )


def _samtykker(sak: Sak) -> list[dict[str, Any]]:
    """Each as it was given, newest first, and whether it is given by one whose consent is asked for (R16)."""
    typer = givertyper(sak)
    rader = sak.samtykker.select_related("part").prefetch_related("grunnlag__mottaker", "grunnlag__mottaker_person")
    return [{"rad": rad, "ugyldig": rad.holder and rad.part.type not in typer} for rad in rader.order_by("-tid", "pk")]


def _av_art(tekster: list[Any], ring: Nokkelring, *arter: Tekstart) -> list[dict[str, Any]]:
    return [{"navn": t.get_art_display(), "verdi": ring.apne(t)} for t in tekster if t.art in arter]


def _vurderinger(tekster: list[Any], ring: Nokkelring) -> list[dict[str, Any]]:
    return [
        {"hvem": t.av, "sone": t.get_sone_display(), "tid": t.tid, "tekst": ring.apne(t)}
        for t in tekster
        if t.art == Tekstart.VURDERING
    ]


def _med_tekst(rader: Any, ring: Nokkelring, felt: str) -> list[dict[str, Any]]:
    return [{"rad": rad, "tekst": ring.apne(getattr(rad, felt))} for rad in rader]


def _oppgaver(user: Bruker, sak: Sak, adgang: Adgang, ring: Nokkelring) -> list[dict[str, Any]]:
    """Own tasks and others'; in a stopped case a task stands there though its text is closed."""
    rader = list(sak.oppgaver.select_related("ansvarlig", "overlatt_til"))
    tekster = sak.tekster.in_bulk([rad.innhold_id for rad in rader])
    return [
        {
            "rad": rad,
            "tekst": ring.apne(tekster[rad.innhold_id]) if rad.innhold_id in tekster else _("Teksten er lukket."),
            "kan_gjores": rad.apen and can_gjore_oppgave(user, adgang, rad),
            "kan_overlates": can_overlate_oppgave(adgang, rad),
        }
        for rad in rader
    ]


# --- Small acts ------------------------------------------------------------------------------------------------
@require_POST
def angre_steg(request: Foresporsel, ref: str) -> HttpResponse:
    """Take back the last move (beslutninger 27)."""
    sak, _p = finn(request, ref)
    krev(siste_angrbare(request.user, sak) is not None)
    try:
        angre(av=request.user, sak=sak)
    except ForSent as feil:
        return til_saken(request, sak, str(feil.meldinger[0]))
    return til_saken(request, sak, _("Steget er angret."))


@require_POST
def trekk(request: Foresporsel, ref: str, id: UUID) -> HttpResponse:
    """One click, no reason (R7)."""
    sak, adgang = finn(request, ref)
    krev(can_registrere_samtykke(adgang, sak))
    samtykke = get_object_or_404(sak.samtykker, pk=id)
    return til_saken(request, sak, _trukket(trekk_samtykke(av=request.user, sak=sak, samtykke=samtykke)))


def _trukket(gjort: Trukket) -> str:
    """What the withdrawal did, and what still stands: no more than that is true."""
    if not gjort.ny:
        return _("Samtykket var trukket fra før.")
    if gjort.leser_fortsatt:
        navn = ", ".join(gjort.leser_fortsatt)
        return _("Samtykket er trukket. På et annet samtykke eller grunnlag ser disse fortsatt saken: %(navn)s.") % {
            "navn": navn
        }
    if gjort.lukket:
        return _("Samtykket er trukket. Det som var delt, er lukket.")
    return _("Samtykket er trukket. Ingenting var delt på det nå.")


@require_POST
def oppgave_gjort(request: Foresporsel, ref: str, id: UUID) -> HttpResponse:
    sak, adgang = finn(request, ref)
    oppgave = get_object_or_404(sak.oppgaver.select_related("sak"), pk=id)
    krev(can_gjore_oppgave(request.user, adgang, oppgave))
    gjor_oppgave(av=request.user, oppgave=oppgave)
    return til_saken(request, sak, _("Oppgaven er gjort."))


@require_http_methods(["GET", "HEAD", "POST"])
def avverging(request: Foresporsel, ref: str) -> HttpResponse:
    """R12: ring 112 first; then say that the police has been told. No content, nothing to wait for."""
    sak, adgang = finn(request, ref)
    krev(can_varsle(adgang))
    skjema = BareNokkel(request.POST if request.method == "POST" else None)
    if request.method == "POST":
        skjema.is_valid()  # a spoilt key never stands in the way of the notice
        varsle_avverging(av=request.user, sak=sak, nokkel=skjema.cleaned_data.get("nokkel"))
        return til_saken(request, sak, _("Det er notert at politiet er varslet."))
    context = {"sak": sak, "overskrift": visning.overskrift(sak), "skjema": skjema}
    return render(request, "bekymring/avverging.html", context)
