"""Who acts, told to the database for the length of one transaction and not a moment longer (ADR 5)."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

from django.db import connection, transaction

from brukere.models import Bruker
from felles import sporring

_handler: ContextVar[int | None] = ContextVar("hp_handler", default=None)


class UlikHandler(RuntimeError):
    """A fault in the program: an act was done by one person in the name of another."""


def krev_handler(av: Bruker) -> None:
    """Every act that takes `av` asks this: the database decides and writes as who it was told acts (`hp.uid`).

    Costs no query. Raises UlikHandler, which no page catches.
    """
    if av.pk is None or av.pk != _handler.get():
        raise UlikHandler("av er en annen enn den som handler")


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
def _handler_er(user: Any) -> Iterator[None]:
    """What the database is told, known here too."""
    token = _handler.set(user.pk)
    try:
        yield
    finally:
        _handler.reset(token)


@contextmanager
def kontekst(user: Any) -> Iterator[Kontekst]:
    """A transaction in which the database knows who acts; nested (in tests) it gives the former user back."""
    nested = connection.in_atomic_block
    former = ""
    try:
        with transaction.atomic(), _handler_er(user):
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
