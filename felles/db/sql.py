"""Functions, triggers, policies and rights as they are now: they stand once, in `<room>/sql/`, applied after migrate.

All of it is taken down and put up again in one transaction: what no longer stands in a file is gone, and a file need
not say what was there before. `funksjoner/` comes first in every room, then `vegger/`, a file a table.
"""

import hashlib
from pathlib import Path

from django.apps import apps
from django.db import connections, transaction
from django.db.backends.utils import CursorWrapper

ROLLER = ("hp_web", "hp_worker", "hp_logg", "hp_innsyn", "hp_vokter", "hp_stat")
MAPPER = ("funksjoner", "vegger")
HER = Path(__file__).parent

# One line a thing: what it is, and how PostgreSQL itself writes it. Rights are those of our roles and of everybody.
KATALOG = (HER / "katalog.sql").read_text()
RIV = (HER / "riv.sql").read_text()


def filer() -> list[Path]:
    """Every file, in the order they are applied."""
    rom = [Path(app.path) / "sql" for app in apps.get_app_configs()]
    return [fil for mappe in MAPPER for sted in rom for fil in sorted((sted / mappe).glob("*.sql"))]


def katalog(cursor: CursorWrapper) -> dict[str, str]:
    """What stands in the database: the name of each thing, and how it reads."""
    cursor.execute(KATALOG, [list(ROLLER)])
    return dict(cursor.fetchall())


def oppdater(alias: str) -> bool:
    """Make the database as the files say; False when it was so already.

    The comment on the schema says what files and catalogue were like after the last time, so that a change in either is
    seen, and nothing is locked when there is none. Raises DatabaseError, with the file as a note, and changes nothing.
    """
    with transaction.atomic(using=alias), connections[alias].cursor() as cursor:
        cursor.execute("SELECT obj_description('vern'::regnamespace)")
        if cursor.fetchone() == (_avtrykk(cursor),):
            return False
        bygg(cursor)
        cursor.execute(f"COMMENT ON SCHEMA vern IS '{_avtrykk(cursor)}'")
    return True


def bygg(cursor: CursorWrapper) -> None:
    """Take down what stands and put up what the files say. Inside a transaction, as the owner of the tables."""
    cursor.execute(RIV)
    cursor.execute("SET LOCAL check_function_bodies = off")  # so that they may name each other in any order
    for fil in filer():
        try:
            cursor.execute(fil.read_text())
        except Exception as feil:
            feil.add_note(str(fil))
            raise
        cursor.execute("SET LOCAL ROLE hp_owner")


def avvik(alias: str) -> dict[str, tuple[str | None, str | None]]:
    """Where the database differs from the files: how it reads there, and how the files would have it."""
    with transaction.atomic(using=alias), connections[alias].cursor() as cursor:
        staar = katalog(cursor)
        bygg(cursor)
        skal = katalog(cursor)
        transaction.set_rollback(True, using=alias)
    return {
        navn: (staar.get(navn), skal.get(navn))
        for navn in sorted(staar.keys() | skal.keys())
        if staar.get(navn) != skal.get(navn)
    }


def _avtrykk(cursor: CursorWrapper) -> str:
    """Of the files and of what stands."""
    deler = [*(fil.read_text() for fil in filer()), *(" ".join(rad) for rad in sorted(katalog(cursor).items()))]
    return hashlib.sha256("\0".join(deler).encode()).hexdigest()
