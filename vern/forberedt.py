"""Statements whose plan is kept. Behind the walls planning costs more than reading: each policy is planned anew."""

from collections.abc import Iterator
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any

from django.db import connection
from django.db.backends.postgresql.base import ServerBindingCursor

ETTER = 2  # times a statement is sent before its plan is kept


class Cursor(ServerBindingCursor):
    """Says what it sent in the same words before and after the plan is kept: Django's record of queries asks."""

    def execute(self, query: Any, params: Any = None, **mer: Any) -> Any:
        super().execute(query, params, **mer)  # type: ignore[misc]  # psycopg's, by a base made at run time
        self._query: Any = SimpleNamespace(query=str(query).encode())
        return self


@contextmanager
def forberedt() -> Iterator[None]:
    """What is sent in the block is prepared by the server. Who asks is still asked each time: the plan holds no row.

    Only for statements that find their rows by a key: a plan made for everyone must suit the one with many cases too.
    """
    connection.ensure_connection()
    lenke = connection.connection
    former = lenke.cursor_factory, lenke.prepare_threshold
    lenke.cursor_factory, lenke.prepare_threshold = Cursor, ETTER
    try:
        yield
    finally:
        lenke.cursor_factory, lenke.prepare_threshold = former
