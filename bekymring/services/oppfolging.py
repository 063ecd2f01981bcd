"""Tasks, ansvarsgruppe and mentor: what is done after the conclusion (faggrunnlag 8-10, saksgang 11-13)."""

from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy

from brukere.models import Bruker
from felles.avslag import Konflikt
from felles.engang import alt_laget
from felles.tid import na
from samarbeid.models import Aktor
from vern.choices import Sone

from .. import policy
from ..choices import Formal, Hendelseart, Mentortilstand, Opplysning, Sakrolle, Tekstart
from ..lesing.grunnlag import dekning, har_skriftlig
from ..models import Ansvarsgruppe, Kontakt, Mentorforlop, Oppgave, Sak
from ..workflow import MENTORGANG, Mentorsteg
from .feil import IkkeTillatt, KravMangler
from .felles import fylt, las, varsle
from .tildeling import del_med_en
from .tilgang import gi_tilgang, skriv_hendelse, skriv_tekst

GANG = {o.steg: o for o in MENTORGANG}
APNER = (Mentorsteg.SIGNER, Mentorsteg.FORTSETT)
MANGLER = gettext_lazy("Oppfølging krever et skriftlig samtykke som gjelder i dag.")
MANGLER_FOR = gettext_lazy("Det må finnes et skriftlig samtykke som nevner %(navn)s og denne oppfølgingen.")


@transaction.atomic
def gjor_oppgave(*, av: Bruker, oppgave: Oppgave) -> Oppgave:
    """Mark a task as done: the one responsible, or the one who has the case. Twice is once."""
    if not policy.can_gjore_oppgave(av, policy.les_adgang(av, oppgave.sak), oppgave):
        raise IkkeTillatt
    rad = Oppgave.objects.select_for_update(of=("self",)).get(pk=oppgave.pk)
    if rad.gjort is None:
        rad.gjort, rad.gjort_av = na(), av
        rad.save(update_fields=["gjort", "gjort_av"])
        skriv_hendelse(av=av, sak=rad.sak, sone=Sone.FELLES, art=Hendelseart.OPPGAVE_FERDIG)
    return rad


@transaction.atomic
def overlat_oppgave(*, av: Bruker, oppgave: Oppgave, til: Aktor, frist: date) -> Oppgave:
    """What is not done when the case ends is handed to a service, by a day. It is never called done. Twice is once."""
    rad = Oppgave.objects.select_for_update(of=("self",)).get(pk=oppgave.pk)
    if rad.overlatt:
        return rad
    if not policy.can_overlate_oppgave(policy.les_adgang(av, oppgave.sak), rad):
        raise IkkeTillatt
    rad.overlatt, rad.overlatt_av, rad.overlatt_til, rad.overlatt_frist = na(), av, til, frist
    rad.save(update_fields=["overlatt", "overlatt_av", "overlatt_til", "overlatt_frist"])
    skriv_hendelse(av=av, sak=rad.sak, sone=Sone.FELLES, art=Hendelseart.OPPGAVE_OVERLATT)
    return rad


@transaction.atomic
def opprett_ansvarsgruppe(
    *, av: Bruker, sak: Sak, nokkel: UUID, koordinator: Bruker, neste_mote: date, evaluering: date, ip_finnes: bool
) -> Ansvarsgruppe:
    """A pointer to a group that meets elsewhere; its koordinator sees the case by a written consent."""
    if found := alt_laget(sak.ansvarsgrupper, nokkel):
        return found
    sak = _krev(av, sak)
    krev_dekket(sak, koordinator, Formal.ANSVARSGRUPPE)
    if sak.ansvarsgrupper.filter(avsluttet=None).exists():
        raise Konflikt
    gruppe = Ansvarsgruppe(
        id=nokkel,
        sak=sak,
        koordinator=koordinator,
        neste_mote=neste_mote,
        evaluering=evaluering,
        ip_finnes=ip_finnes,
    )
    gruppe.save(force_insert=True)
    if koordinator.pk != av.pk:
        del_med_en(av, sak, koordinator, Sakrolle.ANSVARSGRUPPE)
        varsle([koordinator])
    skriv_hendelse(av=av, sak=sak, sone=Sone.FELLES, art=Hendelseart.ANSVARSGRUPPE)
    return gruppe


@transaction.atomic
def foresla_mentor(
    *, av: Bruker, sak: Sak, nokkel: UUID, mentor: Bruker, erklaering: date, politiattest: date, evaluering: date
) -> Mentorforlop:
    """Propose a mentor whose papers are in order. The mentor sees nothing before the agreement is signed."""
    if found := alt_laget(sak.mentorforlop, nokkel):
        return found
    sak = _krev(av, sak)
    krev_dekket(sak, mentor, Formal.MENTOR)
    if sak.mentorforlop.exclude(tilstand=Mentortilstand.AVSLUTTET).exists():
        raise Konflikt
    forlop = Mentorforlop(
        id=nokkel,
        sak=sak,
        mentor=mentor,
        erklaering=erklaering,
        politiattest=politiattest,
        evaluering=evaluering,
    )
    forlop.save(force_insert=True)
    skriv_hendelse(av=av, sak=sak, sone=Sone.FELLES, art=Hendelseart.MENTOR_FORESLATT)
    return forlop


@transaction.atomic
def flytt_mentor(*, av: Bruker, forlop: Mentorforlop, overgang: str, versjon: int) -> Mentorforlop:
    """One move of MENTORGANG. Signing opens the mentor zone; to go on after a pause asks the ground anew.

    A pause or an end closes what the mentor holds, in the database; no reason is asked (R7).
    """
    rad = Mentorforlop.objects.select_for_update(of=("self",)).select_related("sak", "mentor").get(pk=forlop.pk)
    gang = GANG[Mentorsteg(overgang)]
    if rad.versjon != versjon or rad.tilstand not in gang.fra:
        raise Konflikt
    if not policy.les_adgang(av, rad.sak).har(*gang.roller):
        raise IkkeTillatt
    if gang.steg in APNER:
        _apne_for_mentor(av, rad)
    sone = Sone.FELLES if policy.les_adgang(av, rad.sak).leder else Sone.MENTOR
    skriv_hendelse(av=av, sak=rad.sak, sone=sone, art=gang.hendelse)
    rad.tilstand = gang.til
    rad.versjon += 1
    rad.save(update_fields=["tilstand", "versjon"])
    return rad


def _apne_for_mentor(av: Bruker, forlop: Mentorforlop) -> None:
    krev_dekket(forlop.sak, forlop.mentor, Formal.MENTOR)
    gi_tilgang(
        av=av,
        sak=forlop.sak,
        bruker=forlop.mentor,
        soner=[Sone.MENTOR],
        skriv=True,
        grunnlag=Sakrolle.MENTOR,
        grunn=forlop.pk,
        formal=Formal.MENTOR,
        opplysning=Opplysning.MED_NAVN,
    )
    varsle([forlop.mentor])


def krev_dekket(sak: Sak, bruker: Bruker, formal: Formal) -> None:
    """A written consent names this person, for this. Raises KravMangler."""
    if bruker.pk != sak.saksansvarlig_id and bruker.pk not in dekning(sak, [bruker.pk], formal):
        raise KravMangler([MANGLER_FOR % {"navn": bruker.navn}])


@transaction.atomic
def logg_kontakt(
    *, av: Bruker, forlop: Mentorforlop, nokkel: UUID, dato: date, type: str, hvordan: int, tekst: str = ""
) -> Kontakt:
    """The mentor's own log, in the mentor zone. The same key again gives the same row."""
    if found := alt_laget(forlop.kontakter, nokkel):
        return found
    sak = forlop.sak
    forlop.refresh_from_db(fields=["tilstand"])
    if not policy.can_logge_kontakt(av, policy.les_adgang(av, sak), forlop):
        raise IkkeTillatt
    notat: Any = None
    if fylt(tekst):
        notat = skriv_tekst(av=av, sak=sak, sone=Sone.MENTOR, art=Tekstart.KONTAKT, innhold=tekst.strip())
    kontakt = Kontakt(id=nokkel, sak=sak, forlop=forlop, dato=dato, type=type, hvordan=hvordan, tekst=notat, av=av)
    kontakt.save(force_insert=True)
    skriv_hendelse(av=av, sak=sak, sone=Sone.MENTOR, art=Hendelseart.KONTAKT, tekst=notat)
    return kontakt


def _krev(av: Bruker, sak: Sak) -> Sak:
    """Locked, open, allowed, and with a written consent that holds today."""
    rad = las(sak)
    if not policy.can_opprette_oppfolging(policy.les_adgang(av, rad), rad):
        raise IkkeTillatt
    if not har_skriftlig(rad):
        raise KravMangler([MANGLER])
    return rad
