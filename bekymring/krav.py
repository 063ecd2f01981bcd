"""What must be true before a move: small named functions over facts, without database or request.

A krav carries what must be met in Norwegian, for docs/saksgang.md, and where it comes from. Asked, it answers None when
it is met, else the sentence the user sees. `services/fakta.py` collects the facts.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .choices import VOKSEN, Foresattkontakt, Modus, Samtalespor

Svar = str | Promise | None


class Fakta:
    """All a krav may look at. A new krav that needs more adds a field here, with a safe default: not met."""

    modus: str = Modus.ANONYM
    aldersspenn: str = ""
    akutt: bool = False
    droftet_med_leder: bool = False
    beskyttelse: bool = False
    gjort: bool = False
    tekst_bekreftet: bool = False
    gruppe_valgt: bool = False
    nytt_grunnlag: bool = False
    begrunnelse: bool = False
    dialog_planlagt: bool = False
    uten_grunnlag: tuple[str, ...] = ("ukjent mottaker",)
    mote_valgt: bool = False
    den_unges_syn: bool = False
    barnets_beste: bool = False
    konklusjoner: tuple[tuple[bool, bool, bool], ...] = ()
    samtale_anbefalt: bool = False
    spor: str = ""
    palegg_hjemlet: bool = False
    foresattkontakt: str = ""
    apen_samtale: bool = True
    oppfolging_finnes: bool = False
    skriftlig_samtykke: bool = False
    frist: bool = False
    apne_oppgaver: int = 1
    informert: bool = False
    mottaker_bekreftet: bool = False

    def __init__(self, **kjent: Any) -> None:
        """`kjent`: what is known. Raises TypeError for a fact no krav can look at."""
        if ukjent := [navn for navn in kjent if not hasattr(Fakta, navn)]:
            raise TypeError(f"ukjente fakta: {ukjent}")
        vars(self).update(kjent)


@dataclass(frozen=True)
class Krav:
    """One requirement: what must be met, why, and the answer for these facts."""

    navn: str
    tekst: str
    kilde: str
    svar: Callable[[Fakta], Svar]

    def __call__(self, f: Fakta) -> Svar:
        return self.svar(f)


def kreves(tekst: str, kilde: str = "") -> Callable[[Callable[[Fakta], Svar]], Krav]:
    """Make a krav of a function. `tekst` goes into docs/saksgang.md; `kilde` is a rule in docs/, or an act."""
    return lambda svar: Krav(svar.__name__, tekst, kilde, svar)


@kreves("bekymringen er drøftet med lederen, eller den haster", "saksgang 1")
def droftet_eller_akutt(f: Fakta) -> Svar:
    """Trinn 1 and 2 of the national guide come first, unless it cannot wait."""
    if f.droftet_med_leder or f.akutt:
        return None
    return _("Drøft bekymringen med lederen din først, uten å nevne navn hvis du kan.")


@kreves("det som er bra, og det som er gjort, er skrevet", "faggrunnlag 13")
def beskyttelse_og_gjort(f: Fakta) -> Svar:
    """What is good, and what has been done, are part of every referral."""
    return None if f.beskyttelse and f.gjort else _("Skriv hva som er bra, og hva dere har gjort til nå.")


@kreves("det som ligner et navn eller nummer, er rettet eller bekreftet", "R10")
def tekst_sett_over(f: Fakta) -> Svar:
    """The writer has seen what looks like a name or number."""
    return None if f.tekst_bekreftet else _("Se over teksten. Noe ligner på et navn eller et nummer.")


@kreves("kjernegruppa er valgt")
def gruppe_valgt(f: Fakta) -> Svar:
    return None if f.gruppe_valgt else _("Velg hvilken kjernegruppe saken hører til.")


@kreves("saken er uten navn", "R9, forvaltningsloven § 13 a nr. 2")
def uten_navn(f: Fakta) -> Svar:
    """An anonymous discussion is for cases without a name only."""
    return None if f.modus == Modus.ANONYM else _("Saken har navn og kan ikke drøftes anonymt.")


@kreves("saken er ikke familieveiledning", "R9")
def om_en_person(f: Fakta) -> Svar:
    """Guidance of a family says nothing of the person they worry about, and nobody assesses that person in it."""
    return None if f.aldersspenn else _("Familieveiledning går ikke til kjernegruppa.")


@kreves("det er skrevet hvorfor")
def begrunnelse(f: Fakta) -> Svar:
    return None if f.begrunnelse else _("Skriv en kort begrunnelse.")


@kreves("det er bestemt hvem som snakker med personen eller de foresatte", "saksgang 5")
def dialog_planlagt(f: Fakta) -> Svar:
    """Trinn 3: talk with the person or the guardians first."""
    return None if f.dialog_planlagt else _("Skriv hvem som snakker med personen eller de foresatte.")


@kreves(
    "alle som skal se saken, er dekket av et grunnlag som gjelder i dag, for det de skal bruke den til",
    "beslutninger 25, R2, R11, R16",
)
def grunnlag_for_alle(f: Fakta) -> Svar:
    """Every recipient is covered now: by consents of all who must give one at this age, or by another ground."""
    if not f.uten_grunnlag:
        return None
    return _("Det mangler samtykke eller annet grunnlag for å dele med: %(hvem)s.") % {
        "hvem": ", ".join(f.uten_grunnlag)
    }


@kreves("et nytt samtykke eller annet grunnlag er registrert etter at saken ble stanset", "R6")
def nytt_grunnlag(f: Fakta) -> Svar:
    """What the case rested on before it was stopped is not enough to take it up again."""
    if f.nytt_grunnlag:
        return None
    return _("Registrer et nytt samtykke eller et annet grunnlag først. Det gamle er ikke nok.")


@kreves("møtet er valgt", "R24")
def mote_valgt(f: Fakta) -> Svar:
    """The meeting sets the window in which members see the case."""
    return None if f.mote_valgt else _("Velg et møte.")


@kreves("under 18 år er den unges syn og barnets beste skrevet", "R19")
def barnet_hort(f: Fakta) -> Svar:
    """Under 18 nothing is concluded without the young person's view and the child's best interests."""
    if f.aldersspenn in VOKSEN or (f.den_unges_syn and f.barnets_beste):
        return None
    return _("Skriv den unges syn og hva som er best for barnet. Skriv hvorfor hvis du ikke har den unges syn.")


@kreves("hver konklusjon har begrunnelse, ansvarlig og frist", "saksgang 8")
def konklusjon_hel(f: Fakta) -> Svar:
    if f.konklusjoner and all(all(delene) for delene in f.konklusjoner):
        return None
    return _("Hver konklusjon må ha begrunnelse, ansvarlig og frist.")


@kreves("kjernegruppa har anbefalt en samtale", "R25")
def samtale_anbefalt(f: Fakta) -> Svar:
    """The police do not take a case up by themselves."""
    return None if f.samtale_anbefalt else _("Kjernegruppa har ikke anbefalt en samtale.")


@kreves("samtalen er frivillig, eller et barn er pålagt å møte med hjemmel", "faggrunnlag 6")
def spor_med_hjemmel(f: Fakta) -> Svar:
    """Track and ground are chosen; an ordered meeting is for children and needs its statute."""
    if f.spor == Samtalespor.FRIVILLIG:
        return None
    if f.spor != Samtalespor.PALAGT:
        return _("Velg om samtalen er frivillig eller pålagt.")
    if f.aldersspenn in VOKSEN:
        return _("Voksne kan ikke pålegges å møte. Samtalen må være frivillig.")
    return None if f.palegg_hjemlet else _("Et pålagt møte må ha hjemmel.")


@kreves("under 18 år er det bestemt hvem som kontakter de foresatte, og over 18 år gjør ingen det", "saksgang 9")
def foresatte_plan(f: Fakta) -> Svar:
    """The age in the case decides: a child's guardians are told by somebody, an adult's by nobody."""
    ingen = f.foresattkontakt == Foresattkontakt.IKKE_AKTUELT
    if f.aldersspenn in VOKSEN:
        return None if ingen else _("Personen er over 18 år. Ingen skal kontakte de foresatte.")
    return _("Velg hvem som kontakter de foresatte.") if ingen or not f.foresattkontakt else None


@kreves("ingen samtale venter på å bli holdt")
def ingen_apen_samtale(f: Fakta) -> Svar:
    return _("Det er avtalt en samtale. Skriv referat eller avlys den først.") if f.apen_samtale else None


@kreves("det finnes en ansvarsgruppe eller en mentor", "saksgang 11")
def oppfolging_finnes(f: Fakta) -> Svar:
    return None if f.oppfolging_finnes else _("Opprett en ansvarsgruppe eller foreslå en mentor først.")


@kreves("et skriftlig samtykke gjelder i dag", "faggrunnlag 10")
def skriftlig_samtykke(f: Fakta) -> Svar:
    """A koordinator or a mentor needs a written consent."""
    return None if f.skriftlig_samtykke else _("Oppfølging krever et skriftlig samtykke som gjelder i dag.")


@kreves("fristen er satt")
def frist(f: Fakta) -> Svar:
    return None if f.frist else _("Velg en dato.")


@kreves("ingen oppgave står igjen", "saksgang 8b og 18")
def ingen_apen_oppgave(f: Fakta) -> Svar:
    return (
        _("Saken har oppgaver som ikke er gjort. Merk dem som gjort, eller overlat dem til en tjeneste.")
        if f.apne_oppgaver
        else None
    )


@kreves("personen eller de foresatte vet at saken slutter", "saksgang 8b")
def informert(f: Fakta) -> Svar:
    return None if f.informert else _("Si fra til personen eller de foresatte før du avslutter.")


@kreves("mottakeren har bekreftet at de tar over", "saksgang 15")
def mottaker_bekreftet(f: Fakta) -> Svar:
    return None if f.mottaker_bekreftet else _("Mottakeren må bekrefte at de tar over.")
