"""What ends by itself, when nobody is there to end it. The rules stand in the database (`vern.folg_klokka`)."""

from brukere.models import Bruker
from felles import sporring

from .felles import varsle


def folg_klokka() -> int:
    """Let birthdays count, stop cases whose ground has run out, seal those that are closed. Returns how many are told.

    Told are those who have something new to read (`Beskjed`), whoever's act it came of. The letter says that there is
    something to look at, and nothing of what (R30).
    """
    hvem = [bruker for (bruker,) in sporring.rader("SELECT bruker FROM vern.folg_klokka()")]
    hvem += [bruker for (bruker,) in sporring.rader("SELECT bruker FROM vern.ubekreftede()")]
    varsle(Bruker.objects.filter(pk__in=hvem))
    return len(hvem)
