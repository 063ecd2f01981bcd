"""Who has opened a case, for those who may know (beslutninger 12). The database answers; the log stays closed."""

from dataclasses import dataclass
from datetime import datetime

from django.db import connection

from brukere.models import Bruker

from ..models import Sak


@dataclass(frozen=True)
class Lesning:
    """One look at the case."""

    tid: datetime
    navn: str
    tittel: str
    utsnitt: str


def lesere(sak: Sak, antall: int = 50) -> list[Lesning]:
    """Newest first, never one's own; empty for all but the koordinator and the personvernombud."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT tid, bruker, utsnitt FROM vern.lesere(%s, %s)", [sak.pk, antall])
        rader = cursor.fetchall()
    brukere = Bruker.objects.in_bulk({bruker for _, bruker, _ in rader})
    return [Lesning(tid, brukere[b].navn, brukere[b].tittel, utsnitt) for tid, b, utsnitt in rader]
