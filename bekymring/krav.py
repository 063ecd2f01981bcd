"""What must be true before a move: small named functions over facts, without database or request.

A krav answers None when it is met, else the sentence the user sees. `services/flyt.py` collects the facts.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .choices import SAMTYKKEMATRISE, VOKSEN, Aldersspenn, Modus, Samtalespor

Svar = str | Promise | None


@dataclass(frozen=True, kw_only=True)
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
    begrunnelse: bool = False
    dialog_planlagt: bool = False
    uten_grunnlag: tuple[str, ...] = ("ukjent mottaker",)
    samtykkegiver: str = ""
    mote_valgt: bool = False
    den_unges_syn: bool = False
    barnets_beste: bool = False
    konklusjoner: tuple[tuple[bool, bool, bool], ...] = ()
    samtale_anbefalt: bool = False
    spor: str = ""
    palegg_hjemlet: bool = False
    foresatte_plan: bool = False
    apen_samtale: bool = True
    oppfolging_finnes: bool = False
    skriftlig_samtykke: bool = False
    frist: bool = False
    apne_oppgaver: int = 1
    informert: bool = False
    mottaker_bekreftet: bool = False


Krav = Callable[[Fakta], Svar]
SAMTYKKETEKST: dict[str, Promise] = {
    Aldersspenn.UNDER_10: _("De foresatte må samtykke."),
    Aldersspenn.A10_12: _("De foresatte må samtykke."),
    Aldersspenn.A13_15: _("Både personen selv og de foresatte må samtykke."),
    Aldersspenn.A16_17: _("Både personen selv og de foresatte må samtykke."),
    Aldersspenn.A18_24: _("Fra 18 år er det bare personen selv som kan samtykke."),
    Aldersspenn.A25: _("Fra 18 år er det bare personen selv som kan samtykke."),
}


def droftet_eller_akutt(f: Fakta) -> Svar:
    """Trinn 1 and 2 of the national guide come first, unless it cannot wait (saksgang 1)."""
    if f.droftet_med_leder or f.akutt:
        return None
    return _("Drøft bekymringen med lederen din først, uten å nevne navn hvis du kan.")


def beskyttelse_og_gjort(f: Fakta) -> Svar:
    """What is good, and what has been done, are part of every referral (faggrunnlag 13)."""
    return None if f.beskyttelse and f.gjort else _("Skriv hva som er bra, og hva dere har gjort til nå.")


def tekst_sett_over(f: Fakta) -> Svar:
    """The writer has seen what looks like a name or number (R10)."""
    return None if f.tekst_bekreftet else _("Se over teksten. Noe ligner på et navn eller et nummer.")


def gruppe_valgt(f: Fakta) -> Svar:
    return None if f.gruppe_valgt else _("Velg hvilken kjernegruppe saken hører til.")


def uten_navn(f: Fakta) -> Svar:
    """An anonymous discussion is for cases without a name only (R9, forvaltningsloven § 13 a nr. 2)."""
    return None if f.modus == Modus.ANONYM else _("Saken har navn og kan ikke drøftes anonymt.")


def begrunnelse(f: Fakta) -> Svar:
    return None if f.begrunnelse else _("Skriv en kort begrunnelse.")


def dialog_planlagt(f: Fakta) -> Svar:
    """Trinn 3: talk with the person or the guardians first (saksgang 5)."""
    return None if f.dialog_planlagt else _("Skriv hvem som snakker med personen eller de foresatte.")


def grunnlag_for_alle(f: Fakta) -> Svar:
    """Every recipient has a consent or another ground that holds today (beslutninger 25, R2, R11)."""
    if not f.uten_grunnlag:
        return None
    return _("Det mangler samtykke eller annet grunnlag for å dele med: %(hvem)s.") % {
        "hvem": ", ".join(f.uten_grunnlag)
    }


def rett_samtykkegiver(f: Fakta) -> Svar:
    """R16: the one who consented is one whose consent holds at this age. No consent in use: nothing to check."""
    if not f.samtykkegiver or f.samtykkegiver in SAMTYKKEMATRISE.get(f.aldersspenn, ()):
        return None
    return SAMTYKKETEKST.get(f.aldersspenn, _("Velg aldersspenn før du registrerer samtykke."))


def mote_valgt(f: Fakta) -> Svar:
    """The meeting sets the window in which members see the case (R24)."""
    return None if f.mote_valgt else _("Velg et møte.")


def barnet_hort(f: Fakta) -> Svar:
    """R19: under 18 nothing is concluded without the young person's view and the child's best interests."""
    if f.aldersspenn in VOKSEN or (f.den_unges_syn and f.barnets_beste):
        return None
    return _("Skriv den unges syn og hva som er best for barnet. Skriv hvorfor hvis du ikke har den unges syn.")


def konklusjon_hel(f: Fakta) -> Svar:
    """Each conclusion has reason, responsible and deadline (saksgang 8)."""
    if f.konklusjoner and all(all(delene) for delene in f.konklusjoner):
        return None
    return _("Hver konklusjon må ha begrunnelse, ansvarlig og frist.")


def samtale_anbefalt(f: Fakta) -> Svar:
    """The police do not take a case up by themselves (R25)."""
    return None if f.samtale_anbefalt else _("Kjernegruppa har ikke anbefalt en samtale.")


def spor_med_hjemmel(f: Fakta) -> Svar:
    """Track and ground are chosen; an ordered meeting is for children and needs its statute (faggrunnlag 6)."""
    if f.spor == Samtalespor.FRIVILLIG:
        return None
    if f.spor != Samtalespor.PALAGT:
        return _("Velg om samtalen er frivillig eller pålagt.")
    if f.aldersspenn in VOKSEN:
        return _("Voksne kan ikke pålegges å møte. Samtalen må være frivillig.")
    return None if f.palegg_hjemlet else _("Et pålagt møte må ha hjemmel.")


def foresatte_plan(f: Fakta) -> Svar:
    if f.aldersspenn in VOKSEN or f.foresatte_plan:
        return None
    return _("Velg hvem som kontakter de foresatte.")


def ingen_apen_samtale(f: Fakta) -> Svar:
    return _("Det er avtalt en samtale. Skriv referat eller avlys den først.") if f.apen_samtale else None


def oppfolging_finnes(f: Fakta) -> Svar:
    """At least one of ansvarsgruppe and mentor (saksgang 11)."""
    return None if f.oppfolging_finnes else _("Opprett en ansvarsgruppe eller foreslå en mentor først.")


def skriftlig_samtykke(f: Fakta) -> Svar:
    """A koordinator or a mentor needs a written consent (faggrunnlag 10)."""
    return None if f.skriftlig_samtykke else _("Oppfølging krever et skriftlig samtykke som gjelder i dag.")


def frist(f: Fakta) -> Svar:
    return None if f.frist else _("Velg en dato.")


def ingen_apen_oppgave(f: Fakta) -> Svar:
    """No task is left open (saksgang 8b and 18)."""
    return _("Saken har oppgaver som ikke er gjort.") if f.apne_oppgaver else None


def informert(f: Fakta) -> Svar:
    """The person or the guardians know that the case ends (saksgang 8b)."""
    return None if f.informert else _("Si fra til personen eller de foresatte før du avslutter.")


def mottaker_bekreftet(f: Fakta) -> Svar:
    return None if f.mottaker_bekreftet else _("Mottakeren må bekrefte at de tar over.")
