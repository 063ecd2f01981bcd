"""All reports of an edition in one query, asked for the status of a tiltak in a year or at a time."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime

from .models import Plan, Statusrapport


@dataclass(frozen=True)
class Rapport:
    """What the matrix needs of a report."""

    ar: int
    tid: datetime
    status: str
    frist: date | None
    ferdig: bool


class Rapporter:
    """All reports of an edition, asked for the status of a tiltak in a year or at a time."""

    def __init__(self, plan: Plan) -> None:
        rows = Statusrapport.objects.filter(tiltak__plan=plan).order_by("ar", "tid")
        columns = ("tiltak_id", "ar", "tid", "status", "frist", "rapporteres_ikke_videre")
        self._av: dict[int, list[Rapport]] = defaultdict(list)
        for tiltak_id, *values in rows.values_list(*columns):
            self._av[tiltak_id].append(Rapport(*values))

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
