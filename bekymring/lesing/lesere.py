"""Who has opened a case, for those who may know (beslutninger 12). The database answers; the log stays closed."""

from dataclasses import dataclass
from datetime import date, datetime

from brukere.models import Bruker
from felles import sporring

from ..models import Sak


@dataclass(frozen=True)
class Lesning:
    """One look at the case."""

    tid: datetime
    bruker_id: int
    navn: str
    tittel: str
    utsnitt: str


@dataclass(frozen=True)
class Lesedag:
    """Looks at the case on one day from one service and part: no name (R34)."""

    dag: date
    sted: str
    rolle: str
    utsnitt: str
    antall: int
    forste: datetime
    siste: datetime


def lesere(sak: Sak, antall: int = 200) -> list[Lesning]:
    """Newest first, never one's own; empty for all but the koordinator and the personvernombud."""
    rader = sporring.rader("SELECT tid, bruker, utsnitt FROM vern.lesere(%s, %s)", sak.pk, antall)
    brukere = Bruker.objects.in_bulk({bruker for _, bruker, _ in rader})
    return [Lesning(tid, b, brukere[b].navn, brukere[b].tittel, utsnitt) for tid, b, utsnitt in rader]


def utskrift_av_lesere(sak: Sak) -> list[Lesedag]:
    """Every look at the case, gathered by day, own ones included. For who leads it and the personvernombud."""
    return [Lesedag(*rad) for rad in sporring.rader("SELECT * FROM vern.innsyn_utskrift(%s)", sak.pk)]
