"""Which moves exist for a case, who makes them, and what must be true first. Nothing else is a move.

One line a move; what it does is one function in `services/virkninger.py`, its page one line in `views/steg.py`. The
same table gives the buttons on the page, `docs/saksgang.md` and the exhaustive test. Why each is as it is: saksgang
1-18, beslutninger 20, 23-25 and 27.

What two people do with a sealed case is no move of one: it is opened again by `services/gjenapning.py` (saksgang 19);
the erasure act (saksgang 20) does not exist yet. Nor does a move happen by itself: what was shared closes by the end of
its grant, and the one who has the case is reminded to decide the rest (`oversikt.forfalte`).
"""

from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .choices import APNE, LUKKET
from .choices import Flytrolle as R
from .choices import Hendelseart as H
from .choices import Mentortilstand as M
from .choices import Samtaletilstand as ST
from .choices import Tilstand as T
from .krav import (
    Krav,
    barnet_hort,
    begrunnelse,
    beskyttelse_og_gjort,
    dialog_planlagt,
    droftet_eller_akutt,
    foresatte_plan,
    frist,
    grunnlag_for_alle,
    gruppe_valgt,
    informert,
    ingen_apen_oppgave,
    ingen_apen_samtale,
    konklusjon_hel,
    mote_valgt,
    mottaker_bekreftet,
    nytt_grunnlag,
    om_en_person,
    oppfolging_finnes,
    samtale_anbefalt,
    skriftlig_samtykke,
    spor_med_hjemmel,
    tekst_sett_over,
    uten_navn,
)

NY = ""


class Steg(TextChoices):
    """The moves of a case: the name in addresses and code, and the button."""

    MELD = "meld", _("Send til koordinatoren")
    TA_IMOT = "ta_imot", _("Ta imot")
    RETURNER = "returner", _("Send tilbake")
    SEND_PA_NYTT = "send_pa_nytt", _("Send på nytt")
    AVVIS = "avvis", _("Avslutt uten grunnlag")
    DROFT_UTEN_NAVN = "droft_uten_navn", _("Drøft uten navn")
    GI_RAD = "gi_rad", _("Gi råd og avslutt")
    TIL_AVKLARING = "til_avklaring", _("Start avklaring")
    HENVIS = "henvis", _("Henvis til kjernegruppa")
    AVSLUTT_AVKLARING = "avslutt_avklaring", _("Avslutt saken")
    SEND_TIL_AVKLARING = "send_til_avklaring", _("Send tilbake til avklaring")
    SETT_PA_SAKSLISTE = "sett_pa_saksliste", _("Sett på saksliste")
    UTSETT = "utsett", _("Utsett til et senere møte")
    KONKLUDER = "konkluder", _("Velg neste steg")
    MER_AVKLARING = "mer_avklaring", _("Mer avklaring")
    AVTAL_SAMTALE = "avtal_samtale", _("Avtal samtale")
    START_OPPFOLGING = "start_oppfolging", _("Start oppfølging")
    EVALUER = "evaluer", _("Start evaluering")
    FORTSETT = "fortsett", _("Fortsett oppfølgingen")
    HENVIS_IGJEN = "henvis_igjen", _("Henvis til kjernegruppa igjen")
    AVSLUTT = "avslutt", _("Avslutt saken")
    OVERFOR = "overfor", _("Overfør saken")
    STANS = "stans", _("Stans saken")
    GJENOPPTA = "gjenoppta", _("Ta opp igjen")
    AVSLUTT_STANSET = "avslutt_stanset", _("Avslutt saken")
    SPERR = "sperr", _("Sperr saken")


class Samtalesteg(TextChoices):
    """The moves of one conversation."""

    FLYTT = "flytt", _("Flytt samtalen")
    AVLYS = "avlys", _("Samtalen ble ikke noe av")
    REFERAT = "referat", _("Skriv referat")


class Mentorsteg(TextChoices):
    """The moves of one mentor relation."""

    SIGNER = "signer", _("Avtalen er signert")
    START = "start", _("Start")
    FORTSETT = "fortsett", _("Start igjen")
    PAUSE = "pause", _("Ta pause")
    AVSLUTT = "avslutt", _("Avslutt mentorforløpet")


@dataclass(frozen=True)
class Overgang:
    """One move of a case, a conversation or a mentor relation. `hendelse` is what is shown afterwards.

    `angrbar`: may be taken back within ten minutes. Only moves that share nothing and make no rows of their own.
    """

    steg: Steg | Samtalesteg | Mentorsteg
    fra: tuple[str, ...]
    til: str
    roller: tuple[R, ...]
    hendelse: H
    krav: tuple[Krav, ...]
    angrbar: bool

    @property
    def navn(self) -> str:
        """As in the address of its page."""
        return self.steg.value

    @property
    def etikett(self) -> str | Promise:
        """The button."""
        return self.steg.label


def _en(
    steg: Steg | Samtalesteg | Mentorsteg,
    fra: str | tuple[str, ...],
    til: str,
    roller: R | tuple[R, ...],
    hendelse: H,
    *krav: Krav,
    angrbar: bool = False,
) -> Overgang:
    """A line of the table: one state or several, one role or several, then what must be met."""
    fra = (fra,) if isinstance(fra, str) else fra
    return Overgang(steg, fra, til, (roller,) if isinstance(roller, R) else roller, hendelse, krav, angrbar)


S = Steg
FOR_AVKLARING = (T.MOTTATT, T.ANONYM_DROFTING)
ETTER_MOTET = (T.KONKLUDERT, T.SAMTALE)
MENTOR_APNE = (M.FORESLATT, M.AVTALT, M.AKTIV, M.PAUSE)
OPPFOLGERE = (R.SAKSANSVARLIG, R.ANSVARLIG)
TIL_NY_START = (gruppe_valgt, dialog_planlagt, nytt_grunnlag)
TIL_GRUPPA = (om_en_person, gruppe_valgt, grunnlag_for_alle)
HEL_KONKLUSJON = (grunnlag_for_alle, barnet_hort, konklusjon_hel)
KLAR_FOR_SAMTALE = (samtale_anbefalt, grunnlag_for_alle, spor_med_hjemmel, foresatte_plan, ingen_apen_samtale)
KLAR_FOR_OPPFOLGING = (ingen_apen_samtale, oppfolging_finnes, skriftlig_samtykke, frist)
KLAR_FOR_SLUTT = (ingen_apen_samtale, ingen_apen_oppgave, informert, begrunnelse)
KLAR_FOR_ANDRE = (mottaker_bekreftet, ingen_apen_oppgave, begrunnelse)

SAKSGANG: tuple[Overgang, ...] = (
    _en(S.MELD, NY, T.MOTTATT, R.MELDER, H.MELDT, droftet_eller_akutt, beskyttelse_og_gjort, tekst_sett_over),
    _en(S.TA_IMOT, T.MOTTATT, T.MOTTATT, R.SAKSANSVARLIG, H.TATT_IMOT, gruppe_valgt),
    _en(S.RETURNER, T.MOTTATT, T.RETURNERT, R.SAKSANSVARLIG, H.RETURNERT, begrunnelse, angrbar=True),
    _en(S.SEND_PA_NYTT, T.RETURNERT, T.MOTTATT, R.MELDER, H.SENDT_PA_NYTT, beskyttelse_og_gjort, tekst_sett_over),
    _en(S.AVVIS, (T.MOTTATT, T.RETURNERT), T.AVSLUTTET, R.SAKSANSVARLIG, H.AVSLUTTET, begrunnelse),
    _en(S.DROFT_UTEN_NAVN, T.MOTTATT, T.ANONYM_DROFTING, R.SAKSANSVARLIG, H.DROFTES, uten_navn, gruppe_valgt),
    _en(S.GI_RAD, T.ANONYM_DROFTING, T.AVSLUTTET, R.SAKSANSVARLIG, H.AVSLUTTET, begrunnelse),
    _en(S.TIL_AVKLARING, FOR_AVKLARING, T.AVKLARING, R.SAKSANSVARLIG, H.TIL_AVKLARING, gruppe_valgt, dialog_planlagt),
    _en(S.HENVIS, T.AVKLARING, T.HENVIST, R.SAKSANSVARLIG, H.HENVIST, *TIL_GRUPPA),
    _en(S.AVSLUTT_AVKLARING, T.AVKLARING, T.AVSLUTTET, R.SAKSANSVARLIG, H.AVSLUTTET, begrunnelse, ingen_apen_oppgave),
    _en(S.SEND_TIL_AVKLARING, T.HENVIST, T.AVKLARING, R.GRUPPELEDER, H.SENDT_TILBAKE, begrunnelse),
    _en(S.SETT_PA_SAKSLISTE, T.HENVIST, T.PA_SAKSLISTE, R.GRUPPELEDER, H.PA_SAKSLISTE, mote_valgt, grunnlag_for_alle),
    _en(S.UTSETT, T.PA_SAKSLISTE, T.HENVIST, R.GRUPPELEDER, H.UTSATT, begrunnelse),
    _en(S.KONKLUDER, T.PA_SAKSLISTE, T.KONKLUDERT, R.GRUPPELEDER, H.KONKLUDERT, *HEL_KONKLUSJON),
    _en(S.MER_AVKLARING, T.KONKLUDERT, T.AVKLARING, R.SAKSANSVARLIG, H.TIL_AVKLARING, begrunnelse),
    _en(S.AVTAL_SAMTALE, ETTER_MOTET, T.SAMTALE, R.POLITIKONTAKT, H.SAMTALE_AVTALT, *KLAR_FOR_SAMTALE),
    _en(S.START_OPPFOLGING, ETTER_MOTET, T.TILTAK_PAGAR, OPPFOLGERE, H.OPPFOLGING, *KLAR_FOR_OPPFOLGING),
    _en(S.EVALUER, T.TILTAK_PAGAR, T.EVALUERING, OPPFOLGERE, H.EVALUERING, angrbar=True),
    _en(S.FORTSETT, T.EVALUERING, T.TILTAK_PAGAR, OPPFOLGERE, H.FORTSETTER, begrunnelse, frist, skriftlig_samtykke),
    _en(
        S.HENVIS_IGJEN,
        T.EVALUERING,
        T.HENVIST,
        R.SAKSANSVARLIG,
        H.HENVIST,
        gruppe_valgt,
        grunnlag_for_alle,
        begrunnelse,
    ),
    _en(S.AVSLUTT, (*ETTER_MOTET, T.EVALUERING), T.AVSLUTTET, R.SAKSANSVARLIG, H.AVSLUTTET, *KLAR_FOR_SLUTT),
    _en(S.OVERFOR, APNE, T.OVERFORT, R.SAKSANSVARLIG, H.OVERFORT, *KLAR_FOR_ANDRE),
    _en(S.STANS, APNE, T.STANSET, R.SAKSANSVARLIG, H.STANSET),
    _en(S.GJENOPPTA, T.STANSET, T.AVKLARING, R.SAKSANSVARLIG, H.TIL_AVKLARING, *TIL_NY_START),
    _en(S.AVSLUTT_STANSET, T.STANSET, T.AVSLUTTET, R.SAKSANSVARLIG, H.AVSLUTTET, *KLAR_FOR_SLUTT),
    _en(S.SPERR, (T.AVSLUTTET, T.OVERFORT), T.SPERRET, R.SAKSANSVARLIG, H.SPERRET, ingen_apen_oppgave),
)
SAMTALEGANG: tuple[Overgang, ...] = (
    _en(Samtalesteg.FLYTT, ST.AVTALT, ST.AVTALT, R.POLITIKONTAKT, H.SAMTALE_FLYTTET),
    _en(Samtalesteg.AVLYS, ST.AVTALT, ST.AVLYST, R.POLITIKONTAKT, H.SAMTALE_AVLYST),
    _en(Samtalesteg.REFERAT, ST.AVTALT, ST.GJENNOMFORT, R.POLITIKONTAKT, H.SAMTALE_HOLDT),
)
MENTORGANG: tuple[Overgang, ...] = (
    _en(Mentorsteg.SIGNER, M.FORESLATT, M.AVTALT, R.SAKSANSVARLIG, H.MENTOR_AVTALE),
    _en(Mentorsteg.START, M.AVTALT, M.AKTIV, (R.SAKSANSVARLIG, R.MENTOR), H.MENTOR),
    _en(Mentorsteg.FORTSETT, M.PAUSE, M.AKTIV, R.SAKSANSVARLIG, H.MENTOR),
    _en(Mentorsteg.PAUSE, M.AKTIV, M.PAUSE, (R.SAKSANSVARLIG, R.MENTOR), H.MENTOR_PAUSE),
    _en(Mentorsteg.AVSLUTT, MENTOR_APNE, M.AVSLUTTET, (R.SAKSANSVARLIG, R.MENTOR), H.MENTOR_SLUTT),
)
OVERGANGER: dict[str, Overgang] = {o.navn: o for o in SAKSGANG}

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


def mulige(tilstand: str, roller: frozenset[R], gang: tuple[Overgang, ...] = SAKSGANG) -> tuple[Overgang, ...]:
    """The moves that state and roles allow; krav are asked when the move is made."""
    return tuple(o for o in gang if tilstand in o.fra and not roller.isdisjoint(o.roller))
