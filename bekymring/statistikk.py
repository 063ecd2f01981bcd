"""The only door through which figures about cases leave this room: published, suppressed, never live."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Tallrad:
    """One kind of act: a number, "under 5", or None where nothing has been published."""

    navn: str
    verdier: tuple[int | str | None, ...]


@dataclass(frozen=True)
class Talltabell:
    """Published figures by year, and the day they were counted."""

    arene: tuple[int, ...]
    rader: tuple[Tallrad, ...]
    per: date | None


def publiserte_tall(ar: int, *, antall_ar: int = 2) -> Talltabell:
    """What has been published about the years up to and including `ar` (beslutninger 31)."""
    return Talltabell(tuple(range(ar - antall_ar + 1, ar + 1)), (), None)
