"""Is the case part in use? The answer is the database's (`vern.saksdelen`), which refuses a new case by it (R56)."""

from enum import Enum

from felles import sporring


class Saksdelen(Enum):
    """`AV`: nothing opens. `UTLOPT`: nothing new is taken in, and cases that run go on. `PA`: all is open."""

    AV = "av"
    UTLOPT = "utlopt"
    PA = "pa"


def saksdelen() -> Saksdelen:
    """How it is now."""
    return Saksdelen(sporring.verdi("SELECT vern.saksdelen()"))
