"""May this person? Asked about the one who is logged in, and nobody else: row security shows only own grants.

Roles in a case come from `Tilgang` (beslutninger 1, 14). About others, ask `services.tilgang.hvem_kan_se`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from brukere.models import Bruker
from brukere.roles import Rolle
from vern.choices import Sone

from .choices import GIS_FOR_HAND, Flytrolle, Mentortilstand, Modus, Rett, Sakrolle, Tilstand
from .workflow import OVERGANGER, Overgang, mulige

if TYPE_CHECKING:
    from .models import Delingsgrunnlag, Mentorforlop, Nodtilgang, Sak, Samtale

Rettrad = tuple[str, str, str]
SKJULT_ETTER = frozenset({Tilstand.AVSLUTTET, Tilstand.OVERFORT, Tilstand.SPERRET})


@dataclass(frozen=True)
class Plass:
    """What the person who asks holds in one case, read once: rights by zone, and roles."""

    roller: frozenset[Flytrolle] = frozenset()
    leser: frozenset[str] = frozenset()
    skriver: frozenset[str] = frozenset()
    leder: bool = False
    grunner: frozenset[str] = field(default_factory=frozenset)

    def har(self, *roller: Flytrolle) -> bool:
        return not self.roller.isdisjoint(roller)


def plass(user: Bruker, sak: "Sak") -> Plass:
    """One query: the user's own valid rows on this case."""
    return _plass(user, sak.tilganger.filter(user=user).values_list("rett", "sone", "grunnlag"))


def plasser(user: Bruker, saker: Sequence["Sak"]) -> dict[Any, Plass]:
    """The same for many cases, in one query."""
    rader: dict[Any, list[Rettrad]] = {sak.pk: [] for sak in saker}
    if saker:
        modell = saker[0].tilganger.model
        treff = modell.objects.filter(user=user, content_object__in=rader)
        for sak_id, *rad in treff.values_list("content_object", "rett", "sone", "grunnlag"):
            rader[sak_id].append(tuple(rad))
    return {pk: _plass(user, egne) for pk, egne in rader.items()}


def _plass(user: Bruker, rader: Iterable[Rettrad]) -> Plass:
    rader = list(rader)
    leser = frozenset(sone for rett, sone, _ in rader if rett == Rett.LES)
    skriver = frozenset(sone for rett, sone, _ in rader if rett == Rett.SKRIV)
    grunner = frozenset(grunnlag for rett, _, grunnlag in rader if rett != Rett.SE)
    leder_som = frozenset(grunnlag for rett, _, grunnlag in rader if rett == Rett.LED)
    return Plass(_roller(user, grunner, leder_som, skriver), leser, skriver, bool(leder_som), grunner)


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


def can_meld(user: Bruker) -> bool:
    """The page exists for those with the role and for nobody else (beslutninger 10)."""
    return user.har_rolle(Rolle.MELDER)


def can_utfore(p: Plass, sak: "Sak", overgang: Overgang) -> bool:
    """State and role allow the move; krav are asked by the service."""
    return sak.tilstand in overgang.fra and p.har(*overgang.roller)


def steg(p: Plass, sak: "Sak") -> tuple[Overgang, ...]:
    """The buttons on the page of a case."""
    return mulige(sak.tilstand, p.roller)


def can_lese(p: Plass, sone: str) -> bool:
    return sone in p.leser


def can_registrere_samtykke(p: Plass, sak: "Sak") -> bool:
    """The koordinator who has the case, as long as it is open."""
    return p.har(Flytrolle.SAKSANSVARLIG) and sak.tilstand not in SKJULT_ETTER


def can_skrive_kort(p: Plass, sak: "Sak") -> bool:
    """Who the case concerns is written by the one who has the case, as long as it is open."""
    return p.har(Flytrolle.SAKSANSVARLIG) and sak.tilstand not in SKJULT_ETTER


def can_apne_kort(p: Plass, sak: "Sak") -> bool:
    """Opened and shared by the same one, and never in a case without a name (beslutninger 8)."""
    return can_skrive_kort(p, sak) and sak.modus != Modus.ANONYM


def can_lese_kort(p: Plass) -> bool:
    """Whoever holds the zone now. The reporter writes there at birth and never reads."""
    return Sone.IDENTITET in p.leser


def can_bekrefte(user: Bruker, p: Plass, rad: "Delingsgrunnlag") -> bool:
    """A second koordinator, never the one who decided (saksgang 6)."""
    venter = rad.samtykke_id is None and rad.bekreftet_av_id is None and rad.bestemt_av_id != user.pk
    return venter and user.har_rolle(Rolle.KOORDINATOR) and Sone.FELLES in p.skriver


def can_vurdere(p: Plass, sak: "Sak") -> bool:
    """A member writes in the window, before the conclusion (R24)."""
    return p.har(Flytrolle.GRUPPEMEDLEM, Flytrolle.GRUPPELEDER) and sak.tilstand == Tilstand.PA_SAKSLISTE


def can_konkludere(p: Plass, sak: "Sak") -> bool:
    """The leader of the group, at the meeting: the move «konkluder» of the table."""
    return can_utfore(p, sak, OVERGANGER["konkluder"])


def er_sendt_tilbake(sak: "Sak") -> bool:
    """The reporter is asked for more, and is told why."""
    return sak.tilstand in OVERGANGER["send_pa_nytt"].fra


def can_henvise(p: Plass, sak: "Sak") -> bool:
    """The move «henvis» of the table."""
    return can_utfore(p, sak, OVERGANGER["henvis"])


def can_gjore_samtale(p: Plass, samtale: "Samtale") -> bool:
    return p.har(Flytrolle.POLITIKONTAKT) and Sone.POLITI in p.skriver and samtale.sone == Sone.POLITI


def can_opprette_oppfolging(p: Plass, sak: "Sak") -> bool:
    """Ansvarsgruppe and mentor are set up by the one who has the case, after the conclusion."""
    return p.har(Flytrolle.SAKSANSVARLIG) and sak.tilstand in {
        Tilstand.KONKLUDERT,
        Tilstand.SAMTALE,
        Tilstand.TILTAK_PAGAR,
        Tilstand.EVALUERING,
    }


def can_logge_kontakt(user: Bruker, p: Plass, forlop: "Mentorforlop") -> bool:
    """Only the mentor of this relation, while it runs (faggrunnlag 22)."""
    return p.har(Flytrolle.MENTOR) and forlop.mentor_id == user.pk and forlop.tilstand == Mentortilstand.AKTIV


def can_varsle(p: Plass) -> bool:
    """Avverging is personal: everybody who writes in the case, whatever its state, and nobody may block it (R12, R14).

    Who only reads it has the telephone, which the page tells of, and no row of their own to leave.
    """
    return bool(p.skriver) and bool(p.grunner - {Sakrolle.NODTILGANG})


def can_styre_tilgang(p: Plass) -> bool:
    """Give, limit and end access: who leads the case, and can write the reason down (beslutninger 6)."""
    return p.leder and Sone.FELLES in p.skriver


def can_gi_rolle(p: Plass) -> tuple[Sakrolle, ...]:
    """The roles one may give by hand: a kjernegruppe's leader those of the group, the koordinator all."""
    if not can_styre_tilgang(p):
        return ()
    return GIS_FOR_HAND if p.har(Flytrolle.SAKSANSVARLIG) else (Sakrolle.GRUPPE,)


def can_avslutte_rolle(p: Plass, grunnlag: str) -> bool:
    """Whose access one may end: a kjernegruppe's leader the members', the koordinator everybody's."""
    return can_styre_tilgang(p) and (p.har(Flytrolle.SAKSANSVARLIG) or grunnlag == Sakrolle.GRUPPE)


def can_melde_inhabil(user: Bruker, p: Plass) -> bool:
    """Everybody who works with the case or sees its line by role (R23). Reporter and mentor do neither."""
    return bool(p.grunner - {Sakrolle.MELDER, Sakrolle.MENTOR}) or user.har_rolle(Rolle.KOORDINATOR)


def can_soke_nodtilgang(user: Bruker) -> bool:
    """Who works with cases: koordinator, politikontakt, members of a kjernegruppe. Which cases, the database says.

    The personvernombud reviews break-glass and therefore never uses it (beslutninger 11, R33).
    """
    return user.har_rolle(Rolle.KOORDINATOR, Rolle.POLITIKONTAKT) or user.medlemskap.gjeldende().exists()


def can_soke_person(user: Bruker) -> bool:
    """Ask whether a person is in one of one's own cases: the koordinator, before a new case (R26)."""
    return user.har_rolle(Rolle.KOORDINATOR)


def can_avgjore_nodtilgang(user: Bruker, rad: "Nodtilgang") -> bool:
    """The second person: a koordinator or the personvernombud, never the one who asks."""
    return rad.venter and rad.bruker_id != user.pk and user.har_rolle(Rolle.KOORDINATOR, Rolle.PERSONVERNOMBUD)


def can_vurdere_nodtilgang(user: Bruker, rad: "Nodtilgang") -> bool:
    """The review is closed by the personvernombud, when the hour is over (beslutninger 11)."""
    er_ombud = user.har_rolle(Rolle.PERSONVERNOMBUD) and rad.bruker_id != user.pk
    return er_ombud and rad.over and rad.vurdert is None


def can_dele(p: Plass, sak: "Sak") -> bool:
    """Who works with an open case and writes in it. Identity has an act of its own; the mentor shares nothing."""
    return bool(delbare_soner(p)) and sak.tilstand not in SKJULT_ETTER


def delbare_soner(p: Plass) -> frozenset[str]:
    """Zones whose texts one may share: those one both reads and writes, and works with."""
    if not p.grunner - {Sakrolle.MELDER, Sakrolle.MENTOR, Sakrolle.NODTILGANG}:
        return frozenset()
    return (p.leser & p.skriver) - {Sone.IDENTITET, Sone.MENTOR}
