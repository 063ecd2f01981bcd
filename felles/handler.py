"""Who acts now: whom the database was told (vern.kontekst), known here too, so that every room can ask."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

_handler: ContextVar[int | None] = ContextVar("hp_handler", default=None)


class UlikHandler(RuntimeError):
    """A fault in the program: an act was done by one person in the name of another."""


def krev_handler(av: Any) -> None:
    """Every act that takes `av` asks this: the database decides and writes as who it was told acts (`hp.uid`).

    Costs no query. Raises UlikHandler, which no page catches.
    """
    if av.pk is None or av.pk != _handler.get():
        raise UlikHandler("av er en annen enn den som handler")


@contextmanager
def handler_er(pk: int | None) -> Iterator[None]:
    """For vern.kontekst alone, which tells the database the same."""
    token = _handler.set(pk)
    try:
        yield
    finally:
        _handler.reset(token)
