"""Seals on the logs, and the file outside the database that remembers every one of them (ADR 10).

The database chains the seals; a chain alone says nothing when its end is cut off. So each head is also a line in a file
that is only added to. What is read from the file is read before the database: it can never be ahead by chance.
"""

import fcntl
import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import IO, Any

from django.conf import settings
from django.db import connection, transaction

from felles import sporring

logger = logging.getLogger("vern.segl")
FRIST = timedelta(minutes=2)  # the file may be this much behind: the sealer writes it right after its commit


@dataclass(frozen=True)
class Brudd:
    """One place where the logs are not what was sealed."""

    sted: str
    hva: str


@dataclass
class Seglrapport:
    """What has been verified, what waits for its seal, and what is broken."""

    segl: int = 0
    logger: list[tuple[str, int, int]] = field(default_factory=list)  # (log, rows sealed, rows waiting)
    brudd: list[Brudd] = field(default_factory=list)


def hodefil() -> Path:
    """The file with one line a seal: number, time, hash."""
    return Path(settings.LOGGHODE) / "hoder.txt"


@contextmanager
def _apnet() -> Iterator[IO[str]]:
    """The file, opened to read and add, for one process at a time."""
    path = hodefil()
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600), "r+") as fil:
        fcntl.flock(fil, fcntl.LOCK_EX)
        yield fil


def _les(fil: IO[str]) -> dict[int, str]:
    """Number and hash of each whole line. A line cut off by a crash is not a head yet: it is written once more."""
    hoder = {}
    for linje in fil.read().splitlines():
        deler = linje.split()
        if len(deler) == 3 and deler[0].isascii() and deler[0].isdigit() and len(deler[2]) == 64:
            hoder[int(deler[0])] = deler[2]
    return hoder


def forsegl() -> int:
    """Seal what is finished, then write the new heads down. Returns how many seals were made. Safe to run at once."""
    antall = sporring.verdi("SELECT vern.forsegl()")
    with _apnet() as fil:
        known = _les(fil)
        nye = sporring.rader("SELECT nr, tid, hash FROM vern.hoder(%s)", max(known, default=0))
        if nye:
            fil.write(
                "\n" + "".join(f"{nr} {tid.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ} {hash_}\n" for nr, tid, hash_ in nye)
            )
            fil.flush()
            os.fsync(fil.fileno())
            logger.info("segl %s %s", nye[-1][0], nye[-1][2])
    return int(antall)


def verifiser() -> Seglrapport:
    """Go through every seal and every sealed row. One snapshot, so writers and sealer may go on meanwhile."""
    known = _kjente()
    rapport = Seglrapport()
    with transaction.atomic():
        if len(connection.savepoint_ids) == 0:
            sporring.rader("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        kjede = sporring.rader("SELECT nr, tid, logg, hash, uendret, henger FROM vern.segl_kjede()")
        rapport.segl = len(kjede)
        rapport.brudd += _i_kjeden(kjede) + _mot_filen(kjede, known)
        for logg, forseglet, venter in sporring.rader("SELECT logg, forseglet, venter FROM vern.logg_antall()"):
            rapport.logger.append((logg, forseglet, venter))
            rapport.brudd += [
                Brudd(f"{logg}, rad {id_}" + (f" (segl {segl})" if segl else ""), hva)
                for id_, hva, segl in sporring.rader("SELECT id, hva, segl FROM vern.logg_avvik(%s)", logg)
            ]
    return rapport


def _kjente() -> dict[int, str]:
    try:
        with hodefil().open() as fil:
            return _les(fil)
    except FileNotFoundError:
        return {}


def _i_kjeden(kjede: list[tuple[Any, ...]]) -> list[Brudd]:
    """Seals that are altered, or that are not followed by the one that was next."""
    brudd, ventet = [], 1
    for nr, _tid, logg, _hash, uendret, henger in kjede:
        brudd += [Brudd(f"segl {mangler}", "fjernet") for mangler in range(ventet, nr)]
        if not uendret:
            brudd.append(Brudd(f"segl {nr} ({logg})", "endret"))
        elif not henger and nr == ventet:
            brudd.append(Brudd(f"segl {nr} ({logg})", "henger ikke sammen med seglet før"))
        ventet = nr + 1
    return brudd


def _mot_filen(kjede: list[tuple[Any, ...]], known: dict[int, str]) -> list[Brudd]:
    """Against the heads outside the database: seals replaced as a whole, or cut off at the end."""
    i_basen = {nr: hash_ for nr, _tid, _logg, hash_, _uendret, _henger in kjede}
    latest = max(i_basen, default=0)
    brudd = [Brudd(f"segl {nr}", "fjernet (står i hodefilen)") for nr in sorted(known) if nr > latest]
    brudd += [
        Brudd(f"segl {nr}", "et annet enn det som står i hodefilen")
        for nr, hash_ in i_basen.items()
        if known.get(nr, hash_) != hash_
    ]
    gamle = [nr for nr, tid, *_ in kjede if nr not in known and tid < datetime.now(UTC) - FRIST]
    if gamle:
        brudd.append(Brudd(f"hodefilen, segl {gamle[0]}–{gamle[-1]}", "står ikke i filen"))
    return brudd
