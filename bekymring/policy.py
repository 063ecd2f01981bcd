"""May this person? Every such question of the case part has its answer here, and nowhere else.

Asked about the one who is logged in: row security shows only own grants. About others, ask
`services.tilgang.hvem_kan_se`. What a person holds in a case comes from `Tilgang` (beslutninger 1, 14), through
guardian, once a page (docs/adr/0015).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from guardian.core import ObjectPermissionChecker
from guardian.utils import get_user_obj_perms_model

from brukere.models import Bruker
from brukere.roles import Rolle
from vern.choices import Sone

from .choices import (
    APNE,
    AR,
    GIS_FOR_HAND,
    LUKKET,
    VOKSEN,
    Flytrolle,
    Grupperolle,
    Mentortilstand,
    Modus,
    Rett,
    Sakrolle,
    Tilstand,
)
from .workflow import OVERGANGER, Overgang, Steg, mulige

if TYPE_CHECKING:
    from .models import (
        Deling,
        Delingsgrunnlag,
        Foresattunntak,
        Gjenapning,
        Hjemmelgodkjenning,
        Medlemskap,
        Mentorforlop,
        Nodtilgang,
        Oppgave,
        Personvernvurdering,
        Sak,
        Samtale,
    )

Rettrad = tuple[str, str]
"""What guardian knows of one right, its codename, and the ground it was given on."""
ARBEIDER_IKKE_MED_SAKEN = frozenset({Sakrolle.MELDER, Sakrolle.MENTOR})
TRENGER_ROLLE = {Sakrolle.SAMTALE: Rolle.POLITIKONTAKT, Sakrolle.SAKSANSVARLIG: Rolle.KOORDINATOR}


# --- What one person holds in one case --------------------------------------------------------------------------
@dataclass(frozen=True)
class Adgang:
    """What the person who asks holds in one case, read once: roles, and rights by zone."""

    roller: frozenset[Flytrolle] = frozenset()
    leser: frozenset[str] = frozenset()
    skriver: frozenset[str] = frozenset()
    leder: bool = False
    grunner: frozenset[str] = frozenset()

    def har(self, *roller: Flytrolle) -> bool:
        """True when the person has any of the roles in this case."""
        return not self.roller.isdisjoint(roller)

    @property
    def bare_melder(self) -> bool:
        """Reported it, and no more: sees the receipt instead of the case (beslutninger 9)."""
        return self.roller == {Flytrolle.MELDER}

    @property
    def bare_mottaker(self) -> bool:
        """Has been given chosen texts: sees them, and nothing else of the case (R3)."""
        return Sakrolle.MOTTAKER in self.grunner and not self.leser

    @property
    def bare_mentor(self) -> bool:
        """Sees the own relation and log, and nothing else of the case."""
        return self.roller == {Flytrolle.MENTOR}


class Sjekker(ObjectPermissionChecker):
    """guardian's checker, which also tells the ground of each right: its own query, with one column more."""

    def rader(self, sak: "Sak") -> Iterable[Rettrad]:
        """Codename and ground of each right held in the case now."""
        tilgang: Any = get_user_obj_perms_model(sak)  # ours, which the stubs take for any model
        vei = tilgang.permission.field.related_query_name()
        rader: Iterable[Rettrad] = self.get_user_perms(sak).values_list("codename", f"{vei}__grunnlag")
        return rader


def les_adgang(user: Bruker, sak: "Sak") -> Adgang:
    """One query, by guardian: the user's own valid rows on this case."""
    return _adgang(user, Sjekker(user).rader(sak))


def les_adganger(user: Bruker, saker: Sequence["Sak"]) -> dict[Any, Adgang]:
    """The same for many cases, in one query of guardian's table: its own `prefetch_perms` asks two."""
    rader: dict[Any, list[Rettrad]] = {sak.pk: [] for sak in saker}
    if saker:
        egne = get_user_obj_perms_model(saker[0])._default_manager.filter(user=user, content_object__in=rader)
        for sak_id, *rad in egne.values_list("content_object", "permission__codename", "grunnlag"):
            rader[sak_id].append((rad[0], rad[1]))
    return {pk: _adgang(user, holdt) for pk, holdt in rader.items()}


def _adgang(user: Bruker, rader: Iterable[Rettrad]) -> Adgang:
    rader = list(rader)
    holdt = {kode for kode, _ in rader}
    leser = frozenset(sone.value for sone in Sone if f"{Rett.LES}_{sone}" in holdt)
    skriver = frozenset(sone.value for sone in Sone if f"{Rett.SKRIV}_{sone}" in holdt)
    grunner = frozenset(grunnlag for kode, grunnlag in rader if kode != f"{Rett.SE}_sak")
    leder_som = frozenset(grunnlag for kode, grunnlag in rader if kode == f"{Rett.LED}_sak")
    return Adgang(_roller(user, grunner, leder_som, skriver), leser, skriver, bool(leder_som), grunner)


def _roller(
    user: Bruker, grunner: frozenset[str], leder_som: frozenset[str], skriver: frozenset[str]
) -> frozenset[Flytrolle]:
    holder = {
        Flytrolle.MELDER: Sakrolle.MELDER in grunner,
        Flytrolle.SAKSANSVARLIG: bool(leder_som - {Sakrolle.GRUPPE}) and user.har_rolle(Rolle.KOORDINATOR),
        Flytrolle.GRUPPELEDER: Sakrolle.GRUPPE in leder_som,
        Flytrolle.GRUPPEMEDLEM: Sakrolle.GRUPPE in grunner,
        Flytrolle.POLITIKONTAKT: Sakrolle.SAMTALE in grunner
        and Sone.POLITI in skriver
        and user.har_rolle(Rolle.POLITIKONTAKT),
        Flytrolle.ANSVARLIG: Sakrolle.ANSVARSGRUPPE in grunner,
        Flytrolle.MENTOR: Sakrolle.MENTOR in grunner,
    }
    return frozenset(rolle for rolle, ja in holder.items() if ja)


# --- Outside any one case: by role and by place in a group ------------------------------------------------------
def can_meld(user: Bruker) -> bool:
    """The page exists for those with the role and for nobody else (beslutninger 10)."""
    return user.har_rolle(Rolle.MELDER)


def can_starte_familieveiledning(user: Bruker) -> bool:
    """A family asks the koordinator for guidance; nobody reports it (R9)."""
    return user.har_rolle(Rolle.KOORDINATOR)


def can_view_alle_saker(user: Bruker) -> bool:
    """The koordinator sees every register line by role, but for those they are kept out of (R23)."""
    return user.har_rolle(Rolle.KOORDINATOR)


def can_apne_saker(user: Bruker) -> bool:
    """Who goes on from the figures of the start page to cases."""
    return user.har_rolle(Rolle.KOORDINATOR, Rolle.POLITIKONTAKT)


def can_view_tall(user: Bruker) -> bool:
    """Published, suppressed figures on the start page. In a published report they are for everybody (31, 11)."""
    return user.har_rolle(Rolle.KOORDINATOR, Rolle.RADMANN, Rolle.POLITIKONTAKT, Rolle.PERSONVERNOMBUD)


def can_fore_tilsyn(user: Bruker) -> bool:
    """The personvernombud reads the whole read log, every break-glass and every look through of access (11, 12)."""
    return user.har_rolle(Rolle.PERSONVERNOMBUD)


def can_soke_person(user: Bruker) -> bool:
    """Ask whether a person is in one of one's own cases: the koordinator, before a new case."""
    return user.har_rolle(Rolle.KOORDINATOR)


def can_styre_grupper(user: Bruker) -> bool:
    """The koordinator makes groups and gives the places in them."""
    return user.har_rolle(Rolle.KOORDINATOR)


def can_view_grupper(user: Bruker) -> bool:
    """Those who sit in one, and the koordinator."""
    return can_styre_grupper(user) or user.medlemskap.gjeldende().exists()


def can_kalle_inn(user: Bruker, medlemmer: Iterable["Medlemskap"]) -> bool:
    """The koordinator, or the leader of the group. `medlemmer`: those who sit in it now."""
    return can_styre_grupper(user) or any(m.bruker_id == user.pk and m.rolle == Grupperolle.LEDER for m in medlemmer)


def mangler_rolle(person: Bruker, rolle: Sakrolle | str) -> Rolle | None:
    """The role a person must hold for a part in a case, and does not."""
    trenger = TRENGER_ROLLE.get(Sakrolle(rolle))
    return None if trenger is None or person.har_rolle(trenger) else trenger


def leses_uten_grunnlag(person: Bruker, sak: "Sak") -> bool:
    """The municipality's own koordinator who has the case needs no consent to read it."""
    return person.pk == sak.saksansvarlig_id and person.har_rolle(Rolle.KOORDINATOR)


# --- What is settled before the case part is used: the laws, and the assessment of privacy ----------------------
SAKSROLLER = (Rolle.KOORDINATOR, Rolle.POLITIKONTAKT, Rolle.MELDER, Rolle.TJENESTELEDER, Rolle.MENTORANSVARLIG)


def can_godkjenne_hjemler(user: Bruker) -> bool:
    """Register and confirm what a jurist has said, and take a law out: never somebody who sees cases (R2)."""
    return user.har_rolle(Rolle.PERSONVERNOMBUD, Rolle.RADMANN)


def can_bekrefte_hjemmel(user: Bruker, rad: "Hjemmelgodkjenning") -> bool:
    """The second person."""
    return can_godkjenne_hjemler(user) and rad.venter and rad.registrert_av_id != user.pk


def can_lese_hjemler(user: Bruker, *, i_gruppe: bool | None = None) -> bool:
    """Every employee who works with cases, and those who approve. The systemansvarlig has nothing to do there.

    `i_gruppe`: the answer of `can_view_grupper`, where the page has asked already.
    """
    if can_godkjenne_hjemler(user) or user.har_rolle(*SAKSROLLER):
        return True
    if user.har_rolle(Rolle.SYSTEMANSVARLIG):
        return False
    return can_view_grupper(user) if i_gruppe is None else i_gruppe


def can_view_vurdering(user: Bruker) -> bool:
    """The personvernombud and the leader (R56)."""
    return user.har_rolle(Rolle.PERSONVERNOMBUD, Rolle.RADMANN)


def can_registrere_vurdering(user: Bruker) -> bool:
    """The personvernombud."""
    return user.har_rolle(Rolle.PERSONVERNOMBUD)


def can_godkjenne_vurdering(user: Bruker, rad: "Personvernvurdering") -> bool:
    """The leader, once, and never what they registered themselves."""
    return user.har_rolle(Rolle.RADMANN) and rad.venter and rad.registrert_av_id != user.pk


def can_trekke_vurdering(user: Bruker, rad: "Personvernvurdering") -> bool:
    """The leader, who answers for it."""
    return user.har_rolle(Rolle.RADMANN) and rad.godkjent is not None and rad.trukket is None


# --- Break-glass ------------------------------------------------------------------------------------------------
def can_soke_nodtilgang(user: Bruker, *, i_gruppe: bool | None = None) -> bool:
    """Who works with cases: koordinator, politikontakt, members of a kjernegruppe. Which cases, the database says.

    The personvernombud reviews break-glass and therefore never uses it (beslutninger 11, R33). `i_gruppe`: the answer
    of `can_view_grupper`, where the page has asked already.
    """
    if user.har_rolle(Rolle.POLITIKONTAKT):
        return True
    return can_view_grupper(user) if i_gruppe is None else i_gruppe


def can_view_nodtilganger(user: Bruker, *, i_saker: bool) -> bool:
    """Whether any break-glass may concern the person. `i_saker`: they hold something in some case."""
    return i_saker or user.har_rolle(Rolle.KOORDINATOR, Rolle.POLITIKONTAKT, Rolle.PERSONVERNOMBUD)


def far_vite_om_nodtilgang(user: Bruker) -> bool:
    """The rådmann is told that a review is open, and no more (beslutninger 11)."""
    return user.har_rolle(Rolle.RADMANN)


def can_avgjore_nodtilgang(user: Bruker, rad: "Nodtilgang") -> bool:
    """The second person: a koordinator or the personvernombud, never the one who asks."""
    return rad.venter and rad.bruker_id != user.pk and user.har_rolle(Rolle.KOORDINATOR, Rolle.PERSONVERNOMBUD)


def can_vurdere_nodtilgang(user: Bruker, rad: "Nodtilgang") -> bool:
    """The review is closed by the personvernombud, when the hour is over (beslutninger 11)."""
    return can_fore_tilsyn(user) and rad.bruker_id != user.pk and rad.over and rad.vurdert is None


def can_avslutte_nodtilgang(user: Bruker, rad: "Nodtilgang") -> bool:
    """One's own, once it has begun."""
    return rad.bruker_id == user.pk and rad.fra is not None


# --- A closed case, opened by two ---------------------------------------------------------------------------------
def can_view_gjenapninger(user: Bruker) -> bool:
    """Those who ask for a closed case to be opened, and answer: the koordinators and the personvernombud (R49)."""
    return user.har_rolle(Rolle.KOORDINATOR, Rolle.PERSONVERNOMBUD)


def can_svare_gjenapning(user: Bruker, rad: "Gjenapning") -> bool:
    """One of each: the ombud answers a koordinator, a koordinator the ombud. Never one's own question."""
    if not rad.venter or rad.bedt_av_id == user.pk:
        return False
    par = (Rolle.KOORDINATOR, Rolle.PERSONVERNOMBUD)
    return any(user.har_rolle(en) and rad.bedt_av.har_rolle(annen) for en, annen in (par, par[::-1]))


def roller_som_spor(user: Bruker) -> frozenset[Rolle]:
    """The roles whose questions this one answers."""
    par = (Rolle.KOORDINATOR, Rolle.PERSONVERNOMBUD)
    return frozenset(annen for en, annen in (par, par[::-1]) if user.har_rolle(en))


def svarer_for(bedt_av: Bruker) -> Rolle:
    """The role that answers this one's question."""
    return Rolle.PERSONVERNOMBUD if bedt_av.har_rolle(Rolle.KOORDINATOR) else Rolle.KOORDINATOR


def can_avslutte_gjenapning(user: Bruker, rad: "Gjenapning") -> bool:
    """Take back one's own question, or shut what is open: the reader, or anyone of the two roles."""
    if rad.venter:
        return rad.bedt_av_id == user.pk
    return rad.pagar and (rad.leser_id == user.pk or can_view_gjenapninger(user))


# --- In one case: the moves -------------------------------------------------------------------------------------
def can_utfore(adgang: Adgang, sak: "Sak", overgang: Overgang) -> bool:
    """State and role allow the move; krav are asked by the service."""
    return sak.tilstand in overgang.fra and adgang.har(*overgang.roller)


def mulige_steg(adgang: Adgang, sak: "Sak") -> tuple[Overgang, ...]:
    """The buttons on the page of a case."""
    return mulige(sak.tilstand, adgang.roller)


def can_konkludere(adgang: Adgang, sak: "Sak") -> bool:
    """The leader of the group, at the meeting: the move «konkluder» of the table."""
    return can_utfore(adgang, sak, OVERGANGER[Steg.KONKLUDER])


def can_henvise(adgang: Adgang, sak: "Sak") -> bool:
    """The move «henvis» of the table."""
    return can_utfore(adgang, sak, OVERGANGER[Steg.HENVIS])


def can_starte_oppfolging(adgang: Adgang, sak: "Sak") -> bool:
    """The move «start_oppfolging» of the table."""
    return can_utfore(adgang, sak, OVERGANGER[Steg.START_OPPFOLGING])


def can_avtale_samtale(adgang: Adgang, sak: "Sak") -> bool:
    """The move «avtal_samtale» of the table."""
    return can_utfore(adgang, sak, OVERGANGER[Steg.AVTAL_SAMTALE])


def can_sende_pa_nytt(adgang: Adgang, sak: "Sak") -> bool:
    """The move «send_pa_nytt» of the table, while the text still is open to its writer."""
    return can_utfore(adgang, sak, OVERGANGER[Steg.SEND_PA_NYTT]) and Sone.FELLES in adgang.skriver


def er_sendt_tilbake(sak: "Sak") -> bool:
    """The reporter is asked for more, and is told why."""
    return sak.tilstand in OVERGANGER[Steg.SEND_PA_NYTT].fra


# --- In one case: what is read ----------------------------------------------------------------------------------
def can_lese_oppsummering(adgang: Adgang) -> bool:
    """Those who work with the case and read any part of it."""
    return bool(adgang.leser) and can_se_hvem_som_ser(adgang)


def can_se_hvem_som_ser(adgang: Adgang) -> bool:
    """Members of a case see who may see it (beslutninger 12). Reporter and mentor have pages of their own."""
    return not (adgang.bare_melder or adgang.bare_mentor or adgang.bare_mottaker)


def can_lese_kort(adgang: Adgang) -> bool:
    """Whoever holds the zone now. The reporter writes there at birth and never reads."""
    return Sone.IDENTITET in adgang.leser


def can_skrive_kort(adgang: Adgang, sak: "Sak") -> bool:
    """Who the case concerns is written by the one who has the case, as long as it is open."""
    er_om_en = sak.modus != Modus.FAMILIE
    return adgang.har(Flytrolle.SAKSANSVARLIG) and sak.tilstand not in LUKKET and er_om_en


def can_apne_kort(adgang: Adgang, sak: "Sak") -> bool:
    """Opened and shared by the same one, and never in a case without a name (beslutninger 8)."""
    return can_skrive_kort(adgang, sak) and sak.modus != Modus.ANONYM


# --- In one case: what is shared --------------------------------------------------------------------------------
def can_registrere_samtykke(adgang: Adgang, sak: "Sak") -> bool:
    """The koordinator who has the case, as long as it is open."""
    return adgang.har(Flytrolle.SAKSANSVARLIG) and sak.tilstand not in LUKKET


def bekrefter_grunnlag(user: Bruker) -> bool:
    """Koordinators confirm each other's grounds for sharing without consent."""
    return user.har_rolle(Rolle.KOORDINATOR)


def can_vaere_den_andre(user: Bruker, adgang: Adgang) -> bool:
    """Whether the person is a second koordinator in this case, who may confirm a ground another decided."""
    return bekrefter_grunnlag(user) and Sone.FELLES in adgang.skriver


def can_bekrefte(user: Bruker, adgang: Adgang, rad: "Delingsgrunnlag | Foresattunntak") -> bool:
    """A second koordinator, never the one who decided; confirms or refuses (saksgang 6)."""
    return rad.venter and rad.bestemt_av_id != user.pk and can_vaere_den_andre(user, adgang)


def can_registrere_unntak(adgang: Adgang, sak: "Sak") -> bool:
    """Leave out a guardian: where guardians have a say at all (R18)."""
    return can_registrere_samtykke(adgang, sak) and sak.aldersspenn in AR and sak.aldersspenn not in VOKSEN


def can_dele(adgang: Adgang, sak: "Sak") -> bool:
    """Who works with an open case and writes in it. Identity has an act of its own; the mentor shares nothing."""
    return bool(delbare_soner(adgang)) and sak.tilstand not in LUKKET


def delbare_soner(adgang: Adgang) -> frozenset[str]:
    """Zones whose texts one may share: those one both reads and writes, and works with."""
    if not adgang.grunner - ARBEIDER_IKKE_MED_SAKEN - {Sakrolle.NODTILGANG}:
        return frozenset()
    return (adgang.leser & adgang.skriver) - {Sone.IDENTITET, Sone.MENTOR}


def can_avslutte_deling(adgang: Adgang, deling: "Deling") -> bool:
    """Whoever may write where the original lies takes a sharing back."""
    return deling.fra_sone in adgang.skriver


# --- In one case: who else has it -------------------------------------------------------------------------------
def can_styre_tilgang(adgang: Adgang) -> bool:
    """Give, limit and end access: who leads the case, and can write the reason down (beslutninger 6)."""
    return adgang.leder and Sone.FELLES in adgang.skriver


def can_gi_rolle(adgang: Adgang, sak: "Sak") -> tuple[Sakrolle, ...]:
    """The roles one may give by hand: a kjernegruppe's leader those of the group, the koordinator all.

    None in a case that is stopped, closed or sealed (R49).
    """
    if not can_styre_tilgang(adgang) or sak.tilstand not in APNE:
        return ()
    return GIS_FOR_HAND if adgang.har(Flytrolle.SAKSANSVARLIG) else (Sakrolle.GRUPPE,)


def can_avslutte_rolle(adgang: Adgang, grunnlag: str) -> bool:
    """Whose access one may end: a kjernegruppe's leader the members', the koordinator everybody's."""
    return can_styre_tilgang(adgang) and (adgang.har(Flytrolle.SAKSANSVARLIG) or grunnlag == Sakrolle.GRUPPE)


def can_melde_inhabil(user: Bruker, adgang: Adgang) -> bool:
    """Everybody who works with the case or sees its line by role (R23). Reporter and mentor do neither."""
    return bool(adgang.grunner - ARBEIDER_IKKE_MED_SAKEN) or can_view_alle_saker(user)


def can_overta(user: Bruker, *, har_leder: bool) -> bool:
    """A koordinator takes over a case that nobody leads any more (R29)."""
    return user.har_rolle(Rolle.KOORDINATOR) and not har_leder


# --- In one case: the work --------------------------------------------------------------------------------------
def can_vurdere(adgang: Adgang, sak: "Sak") -> bool:
    """A member writes in the window, before the conclusion (R24)."""
    return adgang.har(Flytrolle.GRUPPEMEDLEM, Flytrolle.GRUPPELEDER) and sak.tilstand == Tilstand.PA_SAKSLISTE


def can_gjore_oppgave(user: Bruker, adgang: Adgang, oppgave: "Oppgave") -> bool:
    """A task is ticked off by the one who took it on, or by who leads the case."""
    return adgang.leder or oppgave.ansvarlig_id == user.pk


def can_overlate_oppgave(adgang: Adgang, oppgave: "Oppgave") -> bool:
    """A task nobody gets done in the case is handed to a service by the koordinator who has it (saksgang 18)."""
    return adgang.har(Flytrolle.SAKSANSVARLIG) and oppgave.apen


def can_gjore_samtale(adgang: Adgang, samtale: "Samtale") -> bool:
    """The police contact of the case, in the conversation's own zone."""
    return adgang.har(Flytrolle.POLITIKONTAKT) and Sone.POLITI in adgang.skriver and samtale.sone == Sone.POLITI


def can_opprette_oppfolging(adgang: Adgang, sak: "Sak") -> bool:
    """Ansvarsgruppe and mentor are set up by the one who has the case, after the conclusion."""
    return adgang.har(Flytrolle.SAKSANSVARLIG) and sak.tilstand in {
        Tilstand.KONKLUDERT,
        Tilstand.SAMTALE,
        Tilstand.TILTAK_PAGAR,
        Tilstand.EVALUERING,
    }


def can_logge_kontakt(user: Bruker, adgang: Adgang, forlop: "Mentorforlop") -> bool:
    """Only the mentor of this relation, while it runs (faggrunnlag 22)."""
    return adgang.har(Flytrolle.MENTOR) and forlop.mentor_id == user.pk and forlop.tilstand == Mentortilstand.AKTIV


def can_varsle(adgang: Adgang) -> bool:
    """Avverging is personal: everybody who writes in the case, whatever its state, and nobody may block it (R12, R14).

    Who only reads it has the telephone, which the page tells of, and no row of their own to leave.
    """
    return bool(adgang.skriver) and bool(adgang.grunner - {Sakrolle.NODTILGANG})
