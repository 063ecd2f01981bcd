"""What has been shared in a case: with whom, what, for what, from when to when."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from brukere.models import Bruker
from felles import sporring
from samarbeid.models import Aktor
from vern.choices import Sone

from ..choices import UTEN_NAVN, Formal, Sakrolle
from ..models import Sak


@dataclass(frozen=True)
class Delt:
    """What one person got on a ground, for one purpose."""

    hvem: str
    sted: str
    hva: str
    formal: str
    fra: datetime
    til: datetime | None

    @property
    def over(self) -> bool:
        """It has ended."""
        return self.til is not None and self.til <= timezone.now()


def delt_i(sak: Sak) -> list[Delt]:
    """All of it, first first; for who leads the case, empty for all others. A mentor has no name here."""
    rader = sporring.rader("SELECT bruker, sted, rolle, formal, soner, fra, til FROM vern.delt(%s)", sak.pk)
    brukere = Bruker.objects.in_bulk({rad[0] for rad in rader})
    steder = Aktor.objects.in_bulk({rad[1] for rad in rader if rad[1]})
    return [
        Delt(
            hvem=str(UTEN_NAVN[Sakrolle(rolle)]) if rolle in UTEN_NAVN else brukere[bruker].navn,
            sted=steder[sted].kort if sted in steder and rolle not in UTEN_NAVN else "",
            hva=", ".join(sorted(str(Sone(sone).label) for sone in soner)),
            formal=str(Formal(formal).label),
            fra=fra,
            til=til,
        )
        for bruker, sted, rolle, formal, soner, fra, til in rader
    ]
