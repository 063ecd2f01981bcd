"""Who acts, told to the database for the length of one transaction and not a moment longer (ADR 5)."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from django.db import connection, transaction

from brukere.models import Bruker
from felles import sporring
from felles.handler import handler_er


@dataclass
class Kontekst:
    """One acting user in one transaction: what `innsyn()` needs to log, for requests and for commands."""

    user: Any
    dybde: int
    innsyn: Any = field(default=None)  # the one key ring of this response, once asked for


def set_uid(uid: str) -> str:
    """Set the acting user of this transaction; return the former, which a savepoint does not restore."""
    [(former, _now)] = sporring.rader("SELECT current_setting('hp.uid', true), set_config('hp.uid', %s, true)", uid)
    return former or ""


@contextmanager
def kontekst(user: Any) -> Iterator[Kontekst]:
    """A transaction in which the database knows who acts; nested (in tests) it gives the former user back."""
    nested = connection.in_atomic_block
    former = ""
    try:
        with transaction.atomic(), handler_er(user.pk):
            former = set_uid(str(user.pk or ""))
            yield Kontekst(user, len(connection.savepoint_ids))
    finally:
        if nested and not connection.needs_rollback:
            set_uid(former)


@contextmanager
def som(bruker: Bruker) -> Iterator[Kontekst]:
    """Act as a user outside a request: commands, the seeder, the worker, tests."""
    with kontekst(bruker) as ctx:
        yield ctx
