"""What every reader of the plan sees alike, put together once for each state the plan is in (P7).

Kept in the process and never for longer than it is true: each request asks the database which state this is. Nothing
that depends on who reads, and nothing of a case, is here."""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.utils.translation import get_language

from felles import sporring
from felles.tid import idag

from .oversikt import Planstatus, planstatus

PLASS = 8

# The database itself comes first: one put back from a copy counts its rows anew.
# Every change of these, by whatever way, adds a row of history, whose keys are never used twice: the number of rows
# tells of one that was committed late, the newest key of one that was rolled back. Reports and reviews are only ever
# added, and areas have no history: the set of their rows is what they say.
VERSJON = " || ' ' || ".join(
    [
        "(SELECT oid::text FROM pg_database WHERE datname = current_database())",
        *(
            f"(SELECT count(*) || '.' || coalesce(max(history_id), 0) FROM {tabell})"  # noqa: S608
            for tabell in (
                "tiltak_historicalplan",
                "tiltak_historicaltiltak",
                "tiltak_historicalansvar",
                "tiltak_historicalmilepael",
                "tiltak_historicalstatusrunde",
                "samarbeid_historicalaktor",
            )
        ),
        *(
            f"(SELECT count(*) || '.' || coalesce(bit_xor(hashtextextended({rad}, 0)), 0) FROM {tabell})"  # noqa: S608
            for tabell, rad in (
                ("tiltak_statusrapport", "id::text"),
                ("tiltak_statusvurdering", "id::text"),
                ("tiltak_innsatsomrade", "id || tittel"),
            )
        ),
    ]
)


@dataclass
class Planbilde:
    """The plan's status without a filter, and the parts of pages that were drawn of it."""

    status: Planstatus
    deler: dict[str, str] = field(default_factory=dict)

    def del_(self, navn: str, tegn: Callable[[], str]) -> str:
        """A part of a page, drawn the first time it is asked for."""
        if navn not in self.deler:
            self.deler[navn] = tegn()
        return self.deler[navn]


_bilder: dict[tuple[object, ...], Planbilde] = {}


def dataversjon() -> str:
    """Names the state of all that the plan's status is made of. One query."""
    return str(sporring.verdi(f"SELECT {VERSJON}"))


def planbilde() -> Planbilde:
    """The current edition as it stands now, in the language of the one who asks."""
    key = (dataversjon(), idag(), get_language())
    found = _bilder.get(key)
    if found is None:
        if len(_bilder) >= PLASS:
            _bilder.clear()
        found = _bilder[key] = Planbilde(planstatus(None))
    return found
