"""Four years of invented status for the plan, told through the services by the personas. Safe to run again."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from uuid import NAMESPACE_URL, UUID, uuid5

from django.utils import timezone

from brukere.models import Bruker
from felles.tid import flytt, na
from tiltak.choices import Status
from tiltak.models import Statusrapport, Tiltak
from tiltak.services.rapportering import (
    Statussvar,
    endre_milepael,
    forslag,
    lag_milepael,
    milepaelversjon,
    registrer_status,
    versjon,
)
from vern.kontekst import som

from .historikk import merk
from .tiltaksfortelling import FORTELLINGER, Fortelling

KODER = {
    "i": Status.IKKE_STARTET,
    "r": Status.I_RUTE,
    "f": Status.NOE_FORSINKET,
    "s": Status.STAR_STILLE,
    "g": Status.GJENNOMFORT,
}
BEGRUNNELSER = {
    Status.IKKE_STARTET: "Arbeidet er ikke i gang. Andre tiltak er prioritert foran.",
    Status.I_RUTE: "Fristen er flyttet etter avtale, og arbeidet går som det skal.",
    Status.NOE_FORSINKET: "Partene har brukt lengre tid enn planlagt på å bli enige om opplegget.",
    Status.STAR_STILLE: "Ingen har hatt tid til å drive arbeidet videre.",
    Status.GJENNOMFORT: "Det tiltaket skulle gi, er på plass. Videre arbeid er vanlig drift.",
}


@dataclass
class Sted:
    """Where the telling is: now, and who tells."""

    naa: datetime
    folk: dict[str, Bruker] = field(default_factory=dict)

    @property
    def idag(self) -> date:
        return timezone.localdate(self.naa)

    def tid(self, dager: int, ar_siden: int = 0) -> datetime:
        """So many days ago, that many years back: inside that year, and before this moment of it."""
        til = self.naa - timedelta(days=365 * ar_siden)
        dag = max(timezone.localdate(til) - timedelta(days=dager), date(self.idag.year - ar_siden, 1, 1))
        found = timezone.make_aware(datetime.combine(dag, time(9 + dager % 6, dager * 7 % 60)))
        return found if found < til else tidligere_pa_dagen(til)


def tidligere_pa_dagen(moment: datetime) -> datetime:
    """Half-way from midnight: the same day, and before, also in the first minutes of a year."""
    midnatt = timezone.localtime(moment).replace(hour=0, minute=0, second=0, microsecond=0)
    return midnatt + (moment - midnatt) / 2


def nokkel(*deler: object) -> UUID:
    """The same key every time, so that a second run adds nothing."""
    return uuid5(NAMESPACE_URL, "handlingsplan-demo/" + "/".join(map(str, deler)))


def fyll_status() -> None:
    """Status reports for four years and milestones for this one, for every tiltak of the current edition."""
    sted = Sted(na())
    sted.folk = {
        bruker.username: bruker for bruker in Bruker.objects.filter(username__in=("slt", "politi", "folkehelse"))
    }
    rader = {tiltak.nr: tiltak for tiltak in Tiltak.objects.gjeldende().med_plass()}
    for fortelling in FORTELLINGER:
        if fortelling.nr in rader:
            _fortell(sted, rader[fortelling.nr], fortelling)


def _fortell(sted: Sted, tiltak: Tiltak, fortelling: Fortelling) -> None:
    av = sted.folk[fortelling.hvem]
    for ar_siden in (3, 2, 1):
        _rapporter(sted, av, tiltak, fortelling, ar_siden)
    _milepaeler(sted, av, tiltak, fortelling)
    if fortelling.dager is not None:
        if fortelling.tidligere:
            _rapporter(sted, av, tiltak, fortelling, 0, tidligere=True)
        _rapporter(sted, av, tiltak, fortelling, 0)


def _rapporter(
    sted: Sted, av: Bruker, tiltak: Tiltak, fortelling: Fortelling, ar_siden: int, *, tidligere: bool = False
) -> None:
    ar = sted.idag.year - ar_siden
    key = nokkel("status", tiltak.nr, ar, "tidligere" if tidligere else "siste")
    if Statusrapport.objects.filter(pk=key).exists():
        return
    tid = sted.tid(3 + tiltak.nr if ar_siden else fortelling.dager or 0, ar_siden)
    if tidligere:
        tid = min(sted.tid((fortelling.dager or 0) + 120), tidligere_pa_dagen(tid))
    with flytt(tid), som(av):
        svar = _svar(sted, tiltak, fortelling, ar_siden, tidligere=tidligere)
        registrer_status(av=av, tiltak=tiltak, nokkel=key, ar=ar, svar=svar, sett=versjon(tiltak, ar))


def _svar(sted: Sted, tiltak: Tiltak, fortelling: Fortelling, ar_siden: int, *, tidligere: bool) -> Statussvar:
    """What was said in a year; where it differs from the proposal, why."""
    status = KODER[fortelling.tidligere if tidligere else fortelling.statuser[3 - ar_siden]]
    gjort = "" if status == Status.IKKE_STARTET else fortelling.gjort[3 - ar_siden]
    if tidligere:
        gjort = "Lagt plan for året og fordelt oppgavene."
    proposed = forslag(tiltak, sted.idag.year - ar_siden, gjort=gjort)
    done = status == Status.GJENNOMFORT
    ahead = [sted.idag + timedelta(days=dager) for _text, dager in fortelling.milepaeler if dager > 0]
    step = fortelling.neste_steg if ar_siden == 0 and not done else ""
    return Statussvar(
        status=status,
        gjort=gjort,
        avvik=fortelling.avvik if ar_siden == fortelling.siste_avvik and not tidligere else "",
        neste_steg=step,
        frist=min(ahead, default=None) if step else None,
        begrunnelse="" if status == proposed else BEGRUNNELSER[status],
        rapporteres_ikke_videre=fortelling.avsluttet and ar_siden == 0 and done,
    )


def _milepaeler(sted: Sted, av: Bruker, tiltak: Tiltak, fortelling: Fortelling) -> None:
    for tekst, dager in fortelling.milepaeler:
        key = nokkel("milepael", tiltak.nr, sted.idag.year, tekst)
        frist = sted.idag + timedelta(days=dager)
        with flytt(sted.tid(200)), som(av):
            merk()
            rad = lag_milepael(av=av, tiltak=tiltak, nokkel=key, tittel=tekst, frist=frist)
            if tekst in fortelling.nadd and rad.nadd_dato is None:
                reached = min(frist, sted.idag)
                endre_milepael(
                    av=av,
                    milepael=rad,
                    sett=milepaelversjon(rad),
                    tittel=rad.tittel,
                    frist=rad.frist,
                    nadd_dato=reached,
                )
