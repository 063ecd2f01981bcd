"""Which moves exist for a case, who makes them, and what must be true first. Nothing else is a move.

Why each is as it is: saksgang 1-18, beslutninger 20, 23-25 and 27. The same table gives the buttons on the page, the
diagram in `docs/saksgang.md` and the exhaustive test. Two-person moves out of SPERRET (saksgang 19-20) are not here
before the erasure act exists: a row that cannot be carried out would be a false statement. Nor does a move happen by
itself: what was shared closes by the end of its grant, and the one who has the case is reminded to decide the rest
(`oversikt.forfalte`).
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from . import krav
from .choices import APNE, LUKKET, Mentortilstand, Samtaletilstand
from .choices import Flytrolle as R
from .choices import Hendelseart as H
from .choices import Tilstand as T
from .krav import Krav

NY = ""


@dataclass(frozen=True)
class Overgang:
    """One move. `etikett` is the button, `hendelse` what is shown afterwards.

    `angrbar`: may be taken back within ten minutes. Only moves that share nothing and make no rows of their own.
    """

    navn: str
    fra: tuple[str, ...]
    til: str
    roller: tuple[R, ...]
    hendelse: H
    etikett: str | Promise
    krav: tuple[Krav, ...] = ()
    angrbar: bool = False


SAKSGANG: tuple[Overgang, ...] = (
    Overgang(
        "meld",
        (NY,),
        T.MOTTATT,
        (R.MELDER,),
        H.MELDT,
        _("Send til koordinatoren"),
        (krav.droftet_eller_akutt, krav.beskyttelse_og_gjort, krav.tekst_sett_over),
    ),
    Overgang("ta_imot", (T.MOTTATT,), T.MOTTATT, (R.SAKSANSVARLIG,), H.TATT_IMOT, _("Ta imot"), (krav.gruppe_valgt,)),
    Overgang(
        "returner",
        (T.MOTTATT,),
        T.RETURNERT,
        (R.SAKSANSVARLIG,),
        H.RETURNERT,
        _("Send tilbake"),
        (krav.begrunnelse,),
        angrbar=True,
    ),
    Overgang(
        "send_pa_nytt",
        (T.RETURNERT,),
        T.MOTTATT,
        (R.MELDER,),
        H.SENDT_PA_NYTT,
        _("Send på nytt"),
        (krav.beskyttelse_og_gjort, krav.tekst_sett_over),
    ),
    Overgang(
        "avvis",
        (T.MOTTATT, T.RETURNERT),
        T.AVSLUTTET,
        (R.SAKSANSVARLIG,),
        H.AVSLUTTET,
        _("Avslutt uten grunnlag"),
        (krav.begrunnelse,),
    ),
    Overgang(
        "droft_uten_navn",
        (T.MOTTATT,),
        T.ANONYM_DROFTING,
        (R.SAKSANSVARLIG,),
        H.DROFTES,
        _("Drøft uten navn"),
        (krav.uten_navn, krav.gruppe_valgt),
    ),
    Overgang(
        "gi_rad",
        (T.ANONYM_DROFTING,),
        T.AVSLUTTET,
        (R.SAKSANSVARLIG,),
        H.AVSLUTTET,
        _("Gi råd og avslutt"),
        (krav.begrunnelse,),
    ),
    Overgang(
        "til_avklaring",
        (T.MOTTATT, T.ANONYM_DROFTING),
        T.AVKLARING,
        (R.SAKSANSVARLIG,),
        H.TIL_AVKLARING,
        _("Start avklaring"),
        (krav.gruppe_valgt, krav.dialog_planlagt),
    ),
    Overgang(
        "henvis",
        (T.AVKLARING,),
        T.HENVIST,
        (R.SAKSANSVARLIG,),
        H.HENVIST,
        _("Henvis til kjernegruppa"),
        (krav.gruppe_valgt, krav.grunnlag_for_alle, krav.rett_samtykkegiver),
    ),
    Overgang(
        "avslutt_avklaring",
        (T.AVKLARING,),
        T.AVSLUTTET,
        (R.SAKSANSVARLIG,),
        H.AVSLUTTET,
        _("Avslutt saken"),
        (krav.begrunnelse, krav.ingen_apen_oppgave),
    ),
    Overgang(
        "send_til_avklaring",
        (T.HENVIST,),
        T.AVKLARING,
        (R.GRUPPELEDER,),
        H.SENDT_TILBAKE,
        _("Send tilbake til avklaring"),
        (krav.begrunnelse,),
    ),
    Overgang(
        "sett_pa_saksliste",
        (T.HENVIST,),
        T.PA_SAKSLISTE,
        (R.GRUPPELEDER,),
        H.PA_SAKSLISTE,
        _("Sett på saksliste"),
        (krav.mote_valgt, krav.grunnlag_for_alle),
    ),
    Overgang(
        "utsett",
        (T.PA_SAKSLISTE,),
        T.HENVIST,
        (R.GRUPPELEDER,),
        H.UTSATT,
        _("Utsett til et senere møte"),
        (krav.begrunnelse,),
    ),
    Overgang(
        "konkluder",
        (T.PA_SAKSLISTE,),
        T.KONKLUDERT,
        (R.GRUPPELEDER,),
        H.KONKLUDERT,
        _("Velg neste steg"),
        (krav.grunnlag_for_alle, krav.barnet_hort, krav.konklusjon_hel),
    ),
    Overgang(
        "mer_avklaring",
        (T.KONKLUDERT,),
        T.AVKLARING,
        (R.SAKSANSVARLIG,),
        H.TIL_AVKLARING,
        _("Mer avklaring"),
        (krav.begrunnelse,),
    ),
    Overgang(
        "avtal_samtale",
        (T.KONKLUDERT, T.SAMTALE),
        T.SAMTALE,
        (R.POLITIKONTAKT,),
        H.SAMTALE_AVTALT,
        _("Avtal samtale"),
        (
            krav.samtale_anbefalt,
            krav.grunnlag_for_alle,
            krav.spor_med_hjemmel,
            krav.foresatte_plan,
            krav.ingen_apen_samtale,
        ),
    ),
    Overgang(
        "start_oppfolging",
        (T.KONKLUDERT, T.SAMTALE),
        T.TILTAK_PAGAR,
        (R.SAKSANSVARLIG, R.ANSVARLIG),
        H.OPPFOLGING,
        _("Start oppfølging"),
        (krav.ingen_apen_samtale, krav.oppfolging_finnes, krav.skriftlig_samtykke, krav.frist),
    ),
    Overgang(
        "evaluer",
        (T.TILTAK_PAGAR,),
        T.EVALUERING,
        (R.SAKSANSVARLIG, R.ANSVARLIG),
        H.EVALUERING,
        _("Start evaluering"),
        angrbar=True,
    ),
    Overgang(
        "fortsett",
        (T.EVALUERING,),
        T.TILTAK_PAGAR,
        (R.SAKSANSVARLIG, R.ANSVARLIG),
        H.FORTSETTER,
        _("Fortsett oppfølgingen"),
        (krav.begrunnelse, krav.frist, krav.skriftlig_samtykke),
    ),
    Overgang(
        "henvis_igjen",
        (T.EVALUERING,),
        T.HENVIST,
        (R.SAKSANSVARLIG,),
        H.HENVIST,
        _("Henvis til kjernegruppa igjen"),
        (krav.gruppe_valgt, krav.grunnlag_for_alle, krav.rett_samtykkegiver, krav.begrunnelse),
    ),
    Overgang(
        "avslutt",
        (T.KONKLUDERT, T.SAMTALE, T.EVALUERING),
        T.AVSLUTTET,
        (R.SAKSANSVARLIG,),
        H.AVSLUTTET,
        _("Avslutt saken"),
        (krav.ingen_apen_samtale, krav.ingen_apen_oppgave, krav.informert, krav.begrunnelse),
    ),
    Overgang(
        "overfor",
        APNE,
        T.OVERFORT,
        (R.SAKSANSVARLIG,),
        H.OVERFORT,
        _("Overfør saken"),
        (krav.mottaker_bekreftet, krav.begrunnelse),
    ),
    Overgang("stans", APNE, T.STANSET, (R.SAKSANSVARLIG,), H.STANSET, _("Stans saken")),
    Overgang(
        "gjenoppta",
        (T.STANSET,),
        T.AVKLARING,
        (R.SAKSANSVARLIG,),
        H.TIL_AVKLARING,
        _("Ta opp igjen"),
        (krav.gruppe_valgt, krav.dialog_planlagt),
    ),
    Overgang(
        "avslutt_stanset",
        (T.STANSET,),
        T.AVSLUTTET,
        (R.SAKSANSVARLIG,),
        H.AVSLUTTET,
        _("Avslutt saken"),
        (krav.begrunnelse,),
    ),
    Overgang(
        "sperr",
        (T.AVSLUTTET, T.OVERFORT),
        T.SPERRET,
        (R.SAKSANSVARLIG,),
        H.SPERRET,
        _("Sperr saken"),
        (krav.ingen_apen_oppgave,),
    ),
)
OVERGANGER: dict[str, Overgang] = {o.navn: o for o in SAKSGANG}


@dataclass(frozen=True)
class Delovergang:
    """A move of a part of the case: one conversation, one mentor relation."""

    navn: str
    fra: tuple[str, ...]
    til: str
    roller: tuple[R, ...]
    hendelse: H
    etikett: str | Promise


SAMTALEGANG: tuple[Delovergang, ...] = (
    Delovergang(
        "flytt",
        (Samtaletilstand.AVTALT,),
        Samtaletilstand.AVTALT,
        (R.POLITIKONTAKT,),
        H.SAMTALE_FLYTTET,
        _("Flytt samtalen"),
    ),
    Delovergang(
        "avlys",
        (Samtaletilstand.AVTALT,),
        Samtaletilstand.AVLYST,
        (R.POLITIKONTAKT,),
        H.SAMTALE_AVLYST,
        _("Samtalen ble ikke noe av"),
    ),
    Delovergang(
        "referat",
        (Samtaletilstand.AVTALT,),
        Samtaletilstand.GJENNOMFORT,
        (R.POLITIKONTAKT,),
        H.SAMTALE_HOLDT,
        _("Skriv referat"),
    ),
)
MENTORGANG: tuple[Delovergang, ...] = (
    Delovergang(
        "signer",
        (Mentortilstand.FORESLATT,),
        Mentortilstand.AVTALT,
        (R.SAKSANSVARLIG,),
        H.MENTOR_AVTALE,
        _("Avtalen er signert"),
    ),
    Delovergang(
        "start",
        (Mentortilstand.AVTALT, Mentortilstand.PAUSE),
        Mentortilstand.AKTIV,
        (R.SAKSANSVARLIG, R.MENTOR),
        H.MENTOR,
        _("Start"),
    ),
    Delovergang(
        "pause",
        (Mentortilstand.AKTIV,),
        Mentortilstand.PAUSE,
        (R.SAKSANSVARLIG, R.MENTOR),
        H.MENTOR_PAUSE,
        _("Ta pause"),
    ),
    Delovergang(
        "avslutt",
        (Mentortilstand.FORESLATT, Mentortilstand.AVTALT, Mentortilstand.AKTIV, Mentortilstand.PAUSE),
        Mentortilstand.AVSLUTTET,
        (R.SAKSANSVARLIG, R.MENTOR),
        H.MENTOR_SLUTT,
        _("Avslutt mentorforløpet"),
    ),
)

# The stepper (beslutninger 24). STANSET has no step of its own: it keeps the one the case came from.
TRINN: tuple[tuple[str | Promise, tuple[T, ...]], ...] = (
    (_("Bekymring meldt"), (T.MOTTATT, T.RETURNERT, T.AVKLARING)),
    (_("Vurdert i kjernegruppa"), (T.ANONYM_DROFTING, T.HENVIST, T.PA_SAKSLISTE, T.KONKLUDERT)),
    (_("Bekymringssamtale"), (T.SAMTALE,)),
    (_("Ansvarsgruppe eller mentor"), (T.TILTAK_PAGAR, T.EVALUERING)),
    (_("Avslutning"), LUKKET),
)


def trinn(tilstand: str, for_stans: str = "") -> int:
    """Which of the five steps a state is in; a stopped case stays where it was."""
    soker = for_stans if tilstand == T.STANSET else tilstand
    for nummer, (_navn, tilstander) in enumerate(TRINN, start=1):
        if soker in tilstander:
            return nummer
    return 1


def mulige(tilstand: str, roller: frozenset[R]) -> tuple[Overgang, ...]:
    """The moves that state and roles allow; krav are asked when the move is made."""
    return tuple(o for o in SAKSGANG if tilstand in o.fra and not roller.isdisjoint(o.roller))


def mulige_delsteg(gang: tuple[Delovergang, ...], tilstand: str, roller: frozenset[R]) -> tuple[Delovergang, ...]:
    """The same for a part of the case."""
    return tuple(o for o in gang if tilstand in o.fra and not roller.isdisjoint(o.roller))
