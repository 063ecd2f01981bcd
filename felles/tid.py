"""The clock of all acts. Only the seeder moves it, so that demo cases lie in the past (beslutninger 44)."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime

from django.utils import timezone

_moved: ContextVar[datetime | None] = ContextVar("moved", default=None)


def na() -> datetime:
    """The moment an act takes place."""
    return _moved.get() or timezone.now()


@contextmanager
def flytt(moment: datetime) -> Iterator[None]:
    """Acts inside take place at `moment`. For the seeder."""
    token = _moved.set(moment)
    try:
        yield
    finally:
        _moved.reset(token)
