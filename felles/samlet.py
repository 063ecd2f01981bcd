"""Several short lists in one question: what waits on a person lies in many tables, with a few rows in each."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple

from django.db.models import DateField, DateTimeField, Field, IntegerField, QuerySet, TextField, Value
from django.db.models.functions import Cast


class Samlelinje(NamedTuple):
    """One row of one of the lists. What each column holds is for the list to say."""

    nokkel: str
    tekst: str
    mer: str
    dato: date | None
    tid: datetime | None
    antall: int | None


@dataclass(frozen=True)
class Liste:
    """One list: its rows, and which of their columns go where."""

    rader: QuerySet[Any]
    nokkel: Any
    tekst: Any = ""
    mer: Any = ""
    dato: Any = None
    tid: Any = None
    antall: Any = None

    def _kolonner(self, navn: str) -> Sequence[Any]:
        """Alike in number and type, as UNION wants them."""
        empty: dict[str, Field[Any, Any]] = {"dato": DateField(), "tid": DateTimeField(), "antall": IntegerField()}
        kolonner = (getattr(self, felt) for felt in Samlelinje._fields)
        return [
            Value(navn, output_field=TextField()),
            *(
                kolonne or Cast(Value(None if name in empty else ""), empty.get(name, TextField()))
                for name, kolonne in zip(Samlelinje._fields, kolonner, strict=True)
            ),
        ]

    def som(self, navn: str) -> QuerySet[Any, Any]:
        return self.rader.values_list(*self._kolonner(navn))


def samlet(**lister: Liste) -> dict[str, list[Samlelinje]]:
    """All the lists with one query, each in the order it asks for."""
    found: dict[str, list[Samlelinje]] = {navn: [] for navn in lister}
    first, *others = (liste.som(navn) for navn, liste in lister.items())
    for navn, *kolonner in first.union(*others, all=True) if others else first:
        found[navn].append(Samlelinje(*kolonner))
    return found
