"""What a status demands, as one table, and the status that milestones and deadlines propose (beslutninger 32).

A status may follow any other: the plan is steered by people. The table says what each must be told with."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from brukere.roles import Rolle

from .choices import FERDIG, Muligtilstand, Status, Tiltakstype


@dataclass(frozen=True)
class Feltkrav:
    """A field that must be filled, and what to say when it is not."""

    felt: str
    melding: str | Promise


@dataclass(frozen=True)
class Statusregel:
    status: Status
    krav: tuple[Feltkrav, ...] = ()
    kan_avslutte: bool = False


HVA_ER_OPPNADD = Feltkrav("gjort", _("Skriv hva som er oppnådd, når tiltaket er gjennomført."))

STATUSREGLER: tuple[Statusregel, ...] = (
    Statusregel(Status.IKKE_STARTET),
    Statusregel(Status.I_RUTE),
    Statusregel(Status.NOE_FORSINKET),
    Statusregel(Status.STAR_STILLE),
    Statusregel(Status.GJENNOMFORT, krav=(HVA_ER_OPPNADD,), kan_avslutte=True),
    Statusregel(Status.TATT_UT, kan_avslutte=True),
)
REGEL = {regel.status: regel for regel in STATUSREGLER}

AVVIKER = Feltkrav("begrunnelse", _("Statusen avviker fra forslaget «%(forslag)s». Skriv hvorfor."))
KAN_IKKE_AVSLUTTES = Feltkrav(
    "rapporteres_ikke_videre",
    _("Bare tiltak som er gjennomført eller tatt ut av planen, kan slutte å rapportere."),
)
STILLE_ETTER = timedelta(days=90)


@dataclass(frozen=True)
class Grunnlag:
    """What the proposal looks at: open and reached milestones, the next deadline, what was done, what was before."""

    type: str
    apne_frister: Sequence[date] = ()
    antall_nadd: int = 0
    noe_gjort: bool = False
    forrige: str = ""


def foresla(grunnlag: Grunnlag, *, dag: date) -> Status:
    """The status that the deadlines speak for. A person decides, and gives a reason where they differ."""
    if grunnlag.forrige in FERDIG:
        return Status(grunnlag.forrige)
    late = [frist for frist in grunnlag.apne_frister if frist < dag]
    if late:
        return Status.STAR_STILLE if dag - min(late) > STILLE_ETTER else Status.NOE_FORSINKET
    if grunnlag.antall_nadd and not grunnlag.apne_frister and grunnlag.type != Tiltakstype.LOPENDE:
        return Status.GJENNOMFORT
    started = grunnlag.antall_nadd or grunnlag.noe_gjort or grunnlag.forrige not in ("", Status.IKKE_STARTET)
    return Status.I_RUTE if started else Status.IKKE_STARTET


# --- From possible to adopted ---------------------------------------------------------------------------------
@dataclass(frozen=True)
class MuligOvergang:
    """One move of a possible tiltak: from where to where, by which roles, told with what."""

    navn: str
    fra: tuple[Muligtilstand, ...]
    til: Muligtilstand
    knapp: str | Promise
    roller: tuple[Rolle, ...]
    krav: tuple[Feltkrav, ...] = ()


M = Muligtilstand
FAGFOLK = (Rolle.KOORDINATOR, Rolle.TILTAKSANSVARLIG, Rolle.POLITIKONTAKT)
BARE_KOORDINATOR = (Rolle.KOORDINATOR,)

MULIGE_OVERGANGER: tuple[MuligOvergang, ...] = (
    MuligOvergang(
        "vurder",
        (M.IDE,),
        M.VURDERT,
        _("Skriv vurdering"),
        FAGFOLK,
        (Feltkrav("begrunnelse", _("Skriv hva tiltaket krever, og hva det kan gi.")),),
    ),
    MuligOvergang(
        "foresla",
        (M.VURDERT,),
        M.FORESLATT,
        _("Foreslå for vedtak"),
        BARE_KOORDINATOR,
        (Feltkrav("begrunnelse", _("Skriv hvorfor tiltaket bør vedtas nå.")),),
    ),
    MuligOvergang(
        "vedta",
        (M.FORESLATT,),
        M.VEDTATT,
        _("Registrer vedtak"),
        BARE_KOORDINATOR,
        (
            Feltkrav("organ", _("Skriv hvem som vedtok det.")),
            Feltkrav("saksnummer", _("Skriv saksnummeret.")),
        ),
    ),
    MuligOvergang(
        "vurder-pa-nytt",
        (M.FORESLATT,),
        M.VURDERT,
        _("Vurder på nytt"),
        BARE_KOORDINATOR,
        (Feltkrav("begrunnelse", _("Skriv hva som må vurderes på nytt.")),),
    ),
    MuligOvergang(
        "avvis",
        (M.IDE, M.VURDERT, M.FORESLATT),
        M.AVVIST,
        _("Avvis"),
        BARE_KOORDINATOR,
        (Feltkrav("begrunnelse", _("Skriv hvorfor tiltaket ikke tas inn i planen.")),),
    ),
    MuligOvergang(
        "ta-opp-igjen",
        (M.AVVIST,),
        M.IDE,
        _("Ta opp igjen"),
        BARE_KOORDINATOR,
        (Feltkrav("begrunnelse", _("Skriv hva som er nytt.")),),
    ),
)
OVERGANG = {overgang.navn: overgang for overgang in MULIGE_OVERGANGER}
