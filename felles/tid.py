"""The clock that acts read. Only the seeder moves it (beslutninger 44)."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime

from django.utils import timezone

_flyttet: ContextVar[datetime | None] = ContextVar("hp_tid", default=None)


def na() -> datetime:
    """Now, with time zone."""
    return _flyttet.get() or timezone.now()


def idag() -> date:
    """Today's date where the municipality lies."""
    return timezone.localdate(na())


@contextmanager
def flytt(til: datetime) -> Iterator[None]:
    """Let acts inside happen at another time. For the seeder only: `with flytt(da): meld(...)`."""
    token = _flyttet.set(til)
    try:
        yield
    finally:
        _flyttet.reset(token)
