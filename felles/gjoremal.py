"""What waits on a person: the one shape in which every room tells the start page."""

from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise


@dataclass(frozen=True)
class Gjoremal:
    """One line of «Dette venter på deg». `undertekst` never holds a person's name or a case's content."""

    tittel: str | Promise
    url: str
    undertekst: str | Promise = ""
    frist: date | None = None


def sorter(gjoremal: list[Gjoremal]) -> list[Gjoremal]:
    """Earliest deadline first; without a deadline last."""
    return sorted(gjoremal, key=lambda g: (g.frist is None, g.frist or date.max))
