"""The read log as people may see it: everyone their own look-ups, the personvernombud all (beslutninger 12).

The database decides who gets rows: these functions are asked as the acting user and answer nobody else.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from felles import sporring

SIDE = 50


@dataclass(frozen=True)
class Oppslag:
    """One response that showed something of one or more cases."""

    id: int
    tid: datetime
    bruker_id: int
    saker: tuple[Any, ...]
    utsnitt: str
    soner: tuple[str, ...]
    roller: tuple[str, ...] = ()


@dataclass(frozen=True)
class AvvistForsok:
    """A try that was refused, with what was typed."""

    id: int
    tid: datetime
    bruker_id: int | None
    referanse: str
    side: str
    metode: str


def mine_oppslag(eldre_enn: int | None = None) -> list[Oppslag]:
    """One's own look-ups, newest first; `saker` holds case ids."""
    rader = sporring.rader(
        "SELECT id, tid, saker, utsnitt, soner, vern.uid() FROM vern.mine_oppslag(%s, %s::bigint)", SIDE + 1, eldre_enn
    )
    return [Oppslag(id, tid, meg, tuple(saker), utsnitt, tuple(soner)) for id, tid, saker, utsnitt, soner, meg in rader]


def alle_oppslag(eldre_enn: int | None = None) -> list[Oppslag]:
    """Everybody's look-ups, for the personvernombud; `saker` holds (number, address)."""
    rader = sporring.rader("SELECT * FROM vern.alle_oppslag(%s, %s::bigint)", SIDE + 1, eldre_enn)
    return [
        Oppslag(id, tid, bruker, tuple(sak.split(" ") for sak in saker), utsnitt, tuple(soner), tuple(roller))
        for id, tid, bruker, roller, utsnitt, soner, saker in rader
    ]


def lesere(sak_id: UUID) -> list[Oppslag]:
    """Who has seen one case: for the koordinator, never own look-ups, and for the personvernombud."""
    rader = sporring.rader("SELECT id, tid, bruker, roller, utsnitt, soner FROM vern.lesere(%s, %s)", sak_id, SIDE)
    return [
        Oppslag(id, tid, bruker, (sak_id,), utsnitt, tuple(soner), tuple(roller))
        for id, tid, bruker, roller, utsnitt, soner in rader
    ]


def avviste_forsok() -> list[AvvistForsok]:
    """The newest refused tries, for the personvernombud."""
    return [AvvistForsok(*rad) for rad in sporring.rader("SELECT * FROM vern.alle_avviste(%s)", SIDE)]


def sak_for_ombud(ref: str) -> tuple[UUID, str] | None:
    """Id and number of a case by its address, for the personvernombud, who sees no register line."""
    rader = sporring.rader("SELECT id, nummer FROM vern.sak_for_ombud(%s)", ref)
    return rader[0] if rader else None
