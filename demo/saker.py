"""About thirty invented cases, played by the personas through the services: every state at least once."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from uuid import uuid4

from django.utils import timezone

from bekymring.choices import Konklusjonstype, Nodgrunnlag, Samtaleutfall, Samtykkeform, Sokeformal, Tilstand
from bekymring.lesing.innsyn import innsyn
from bekymring.models import Nodtilgang, Sak
from bekymring.services.nodtilgang import avslutt_nodtilgang, sok_nodtilgang
from bekymring.services.personsok import sok_person
from felles.tid import flytt
from vern.kontekst import som

from . import regi
from .historier import HISTORIER, Historie

T = Tilstand
# Nobody is called so. Unlike each other, so that looking up a person finds one case and not all.
ETTERNAVN = ("Alm", "Bjerk", "Eik", "Furu", "Gran", "Hassel", "Lind", "Lønn", "Osp", "Rogn", "Selje")


@dataclass
class Klokke:
    """The case's own time: each act a little after the one before, never in the future."""

    start: int
    brukt: float = 0
    naa: datetime = field(default_factory=timezone.now)

    @contextmanager
    def etter(self, dager: float) -> Iterator[datetime]:
        self.brukt += dager
        dag = timezone.localdate() - timedelta(days=max(0, self.start - int(self.brukt)))
        moment = timezone.make_aware(datetime.combine(dag, time(9, 0))) + timedelta(minutes=int(self.brukt * 37) % 420)
        self.naa = min(max(moment, self.naa if self.brukt > dager else moment), timezone.now())
        with flytt(self.naa):
            yield self.naa


def lag_saker() -> int:
    """Make the cases, unless there are some already. Returns how many were made."""
    slt = regi.person("slt")
    with som(slt):
        if Sak.objects.exists():
            return 0
    regi.lag_grupper()
    for historie in HISTORIER:
        _spill(historie)
    regi.signer_gjennomganger()
    _se_seg_rundt()
    _bruk_nodtilgang()
    _sok_person()
    return len(HISTORIER)


def _bruk_nodtilgang() -> None:
    """The police contact broke the glass, read, and ended it: the personvernombud has a review open."""
    with som(regi.person("slt")):
        sak = Sak.objects.filter(tilstand=T.AVKLARING, saksansvarlig__username="slt").order_by("sist_endret").first()
    politi = regi.person("politi")
    if sak is None:
        return
    with som(politi) as ctx:
        rad = sok_nodtilgang(
            av=politi,
            nokkel=uuid4(),
            nummer=sak.nummer,
            grunnlag=Nodgrunnlag.LIV,
            begrunnelse="Foresatte ringte og var redde i natt. Koordinatoren svarer ikke på telefon.",
        )
        innsyn(ctx, [sak], del_="oppsummering")
        if isinstance(rad, Nodtilgang):
            avslutt_nodtilgang(av=politi, rad=rad)


def _sok_person() -> None:
    """Somebody rang the koordinator, who asked whether the person was known."""
    slt = regi.person("slt")
    with som(slt) as ctx:
        sok_person(ctx, av=slt, formal=Sokeformal.HENVENDELSE, navn="Oppdiktet Navnesen", fodselsar=2009)


def _se_seg_rundt() -> None:
    """The second koordinator opens two cases of the first one's: something for the personvernombud to ask about."""
    with som(regi.person("slt2")):
        saker = list(Sak.objects.filter(tilstand__in=(T.HENVIST, T.AVKLARING)).order_by("sist_endret")[:2])
    for sak in saker:
        with som(regi.person("slt2")) as ctx:
            innsyn(ctx, [sak], del_="sak")


def _spill(h: Historie) -> Sak:
    """Play one case to where it stands now."""
    klokke = Klokke(h.dager)
    with klokke.etter(0):
        sak = regi.meld(h.alder, observasjon=h.sett, beskyttelse=h.bra, gjort=h.gjort)
    if h.tilstand == T.MOTTATT:
        return sak
    with klokke.etter(1):
        if h.tilstand == T.RETURNERT:
            return regi.steg(sak, "slt", "returner", begrunnelse="Skriv litt mer om hva dere har gjort.")
        regi.ta_imot(sak)
    if h.tilstand == T.ANONYM_DROFTING or h.via == "rad":
        return _droft(sak, h, klokke)
    return _med_samtykke(sak, h, klokke)


def _droft(sak: Sak, h: Historie, klokke: Klokke) -> Sak:
    with klokke.etter(1):
        regi.steg(sak, "slt", "droft_uten_navn", kjernegruppe=regi.GRUPPE)
    if h.via == "rad":
        with klokke.etter(7):
            regi.steg(sak, "slt", "gi_rad", begrunnelse="Gruppa anbefaler at kontaktlæreren følger med.")
    return sak


def _med_samtykke(sak: Sak, h: Historie, klokke: Klokke) -> Sak:
    with klokke.etter(1):
        regi.til_avklaring(sak)
    if h.tilstand == T.AVKLARING:
        return sak
    with klokke.etter(5):
        regi.gjor_oppgaver(sak)
        if h.via == "uten_samtykke":
            return regi.steg(sak, "slt", "avslutt_avklaring", begrunnelse="Saken følges opp i egen tjeneste.")
        samtykke = regi.gi_samtykke(sak, dager=330, form=Samtykkeform.SKRIFTLIG)
    with klokke.etter(1):
        regi.steg(sak, "slt", "henvis")
    if h.tilstand == T.HENVIST:
        return sak
    if h.tilstand == T.OVERFORT:
        with klokke.etter(4):
            return regi.steg(sak, "slt", "overfor", begrunnelse="Barnevernet tar over.", mottaker_bekreftet=True)
    if h.tilstand == T.STANSET:
        with klokke.etter(6):
            regi.trekk_samtykke(sak, samtykke)  # with that the case is stopped
            return sak
    return _i_gruppa(sak, h, klokke)


def _i_gruppa(sak: Sak, h: Historie, klokke: Klokke) -> Sak:
    with klokke.etter(1) as naa:
        mote = regi.neste_mote() if h.tilstand == T.PA_SAKSLISTE else regi.mote(tid=naa + timedelta(days=4))
        regi.steg(sak, "kjerneleder", "sett_pa_saksliste", mote=mote)
    if h.tilstand == T.PA_SAKSLISTE:
        with klokke.etter(1):
            regi.vurder(sak, "kjerne.helse", "helse", "Har vært til samtale to ganger. Sover og spiser som før.")
            regi.vurder(sak, "kjerne.barnevern", "felles", "Ingen tiltak hos oss. Familien ønsker hjelp.")
            if h.dager == 11:
                regi.del_opplysninger(sak)
        return sak
    with klokke.etter(4):
        ansvarlig = "politi" if h.konklusjon == Konklusjonstype.SAMTALE else "kjerne.helse"
        regi.konkluder(sak, h.konklusjon, ansvarlig=ansvarlig)
    if h.tilstand == T.KONKLUDERT:
        return sak
    if h.konklusjon == Konklusjonstype.INGEN_BEKYMRING:
        return _avslutt(sak, h, klokke)
    return _samtale(sak, h, klokke)


def _samtale(sak: Sak, h: Historie, klokke: Klokke) -> Sak:
    with klokke.etter(2) as naa:
        samtale = regi.avtal_samtale(sak, tid=regi.klokka(timezone.localdate(naa) + timedelta(days=4), 14))
        regi.skriv_kort(sak, f"Oppdiktet {ETTERNAVN[HISTORIER.index(h) % len(ETTERNAVN)]}", ar=int(h.alder[:2]))
        regi.del_kort(sak, "politi")
    if h.tilstand == T.SAMTALE and not h.via:
        return sak
    with klokke.etter(4):
        if h.via == "avlyst":
            regi.avlys_samtale(samtale)
            return sak
        regi.skriv_referat(samtale, Samtaleutfall.OPPFOLGING)
    if h.tilstand == T.SAMTALE:
        return sak
    return _oppfolging(sak, h, klokke)


def _oppfolging(sak: Sak, h: Historie, klokke: Klokke) -> Sak:
    forlop = None
    with klokke.etter(3):
        if h.via == "mentor":
            forlop = regi.foresla_mentor(sak)
        else:
            regi.ansvarsgruppe(sak)
        regi.steg(sak, "slt", "start_oppfolging", frist=regi.om(60))
    if forlop is not None:
        with klokke.etter(2):
            regi.flytt_mentor(forlop, "slt", "signer")
            regi.flytt_mentor(forlop, "mentor", "start")
        for tekst in ("Gikk tur og snakket om sommerjobb.", "", "Var på klatring sammen."):
            with klokke.etter(7):
                regi.logg_kontakt(forlop, tekst)
    if h.tilstand == T.TILTAK_PAGAR:
        return sak
    with klokke.etter(35):
        regi.steg(sak, "slt", "evaluer")
    if h.tilstand == T.EVALUERING:
        return sak
    if forlop is not None:
        with klokke.etter(5):
            regi.flytt_mentor(forlop, "slt", "avslutt")
    return _avslutt(sak, h, klokke)


def _avslutt(sak: Sak, h: Historie, klokke: Klokke) -> Sak:
    with klokke.etter(3):
        regi.gjor_oppgaver(sak)
        regi.steg(sak, "slt", "avslutt", informert=True, begrunnelse="Det er ikke behov for mer nå.")
    if h.tilstand == T.SPERRET:
        with klokke.etter(0.1):
            regi.steg(sak, "slt", "sperr")
    return sak
