"""A form's row is made once, however often and however fast the form is sent (beslutninger 29 and 57).

A form that creates carries a key (felles.skjema.MedNokkel) that becomes the row's own. Whoever makes the row asks here
first. A second send of the same form waits until the first has ended; then it finds the row, and gives the same answer.
"""

from typing import Any, TypeVar
from uuid import UUID

from django.db.models import Manager, Model, QuerySet

from . import sporring

Rad = TypeVar("Rad", bound=Model)


def vent_pa_tur(hva: UUID | str) -> None:
    """One at a time with this key, until the transaction ends. What is read after this is what the former left.

    Ask before anything is read that the act itself changes, and inside a transaction: its end is the turn's end.
    """
    sporring.rader("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", str(hva))


def alt_laget(rader: Manager[Rad] | QuerySet[Rad], nokkel: UUID, *, felt: str = "pk") -> Rad | None:
    """The row that this form has made, or None: then it is the caller's turn to make it."""
    vent_pa_tur(nokkel)
    return rader.filter(**{felt: nokkel}).first()


def lag_en_gang(
    rader: Manager[Rad] | QuerySet[Rad], nokkel: UUID, data: dict[str, Any], *, felt: str = "pk"
) -> tuple[Rad, bool]:
    """The row, and whether it was made now. For what is one row and nothing more."""
    if rad := alt_laget(rader, nokkel, felt=felt):
        return rad, False
    return rader.create(**{felt: nokkel}, **data), True
