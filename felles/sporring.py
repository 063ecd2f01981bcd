"""SQL of our own on the request's connection: the one place where a page's code holds a cursor."""

from typing import Any

from django.db import connection


def rader(sql: str, *verdier: Any) -> list[tuple[Any, ...]]:
    """The rows of the answer; none where the statement has no answer."""
    with connection.cursor() as cursor:
        cursor.execute(sql, verdier or None)
        return cursor.fetchall() if cursor.description else []


def verdi(sql: str, *verdier: Any) -> Any:
    """The one value of the one row. Raises ValueError where the answer is anything else."""
    [(value,)] = rader(sql, *verdier)
    return value
