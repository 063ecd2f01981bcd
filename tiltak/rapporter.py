"""All reports of an edition in one query, asked for the status of a tiltak in a year or at a time."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q

from .choices import Utfall
from .models import Plan, Rulleringskobling, Statusrapport


@dataclass(frozen=True)
class Rapport:
    """What the matrix needs of a report."""

    ar: int
    tid: datetime
    status: str
    frist: date | None
    ferdig: bool


def arvinger() -> dict[int, int]:
    """Old tiltak to the one that was kept from it, alone and as it was or changed, in the next edition. One query."""
    kept = Rulleringskobling.objects.filter(utfall__in=(Utfall.VIDEREFORT, Utfall.ENDRET), til__tiltak__isnull=False)
    return dict(kept.values_list("fra", "til__tiltak"))


def forgjengere(tiltak_id: int) -> list[int]:
    """The tiltak of older editions that this one was kept from, nearest first."""
    before = {new: old for old, new in arvinger().items()}
    found: list[int] = []
    while tiltak_id in before:
        tiltak_id = before[tiltak_id]
        found.append(tiltak_id)
    return found


class Rapporter:
    """All reports of an edition, asked for the status of a tiltak in a year or at a time."""

    def __init__(self, plan: Plan) -> None:
        heir = arvinger() if plan.erstatter_id else {}
        mine = Q(tiltak__plan=plan) | Q(tiltak__in=heir)
        rows = Statusrapport.objects.filter(mine).order_by("ar", "tid")
        columns = ("tiltak_id", "ar", "tid", "status", "frist", "rapporteres_ikke_videre")
        self._av: dict[int, list[Rapport]] = defaultdict(list)
        for tiltak_id, *values in rows.values_list(*columns):
            report = Rapport(*values)
            while True:  # a report belongs to its own edition, and to each later one that kept the tiltak
                self._av[tiltak_id].append(report)
                if tiltak_id not in heir:
                    break
                tiltak_id = heir[tiltak_id]

    def siste(self, tiltak_id: int, *, til: datetime | None = None) -> Rapport | None:
        """The last word on a tiltak, as known at a time."""
        known = [rapport for rapport in self._av[tiltak_id] if til is None or rapport.tid <= til]
        return known[-1] if known else None

    def i_ar(self, tiltak_id: int, ar: int) -> Rapport | None:
        """The last word on a tiltak in one year."""
        known = [rapport for rapport in self._av[tiltak_id] if rapport.ar == ar]
        return known[-1] if known else None

    def finnes(self, *, til: datetime) -> bool:
        return any(rapport.tid <= til for rows in self._av.values() for rapport in rows)
