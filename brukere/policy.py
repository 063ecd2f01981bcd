"""Who may manage accounts and roles. Nothing here opens a case: only a `Tilgang` does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .roles import UFORENLIGE, Rolle

if TYPE_CHECKING:
    from .models import Bruker


def can_administer(user: Bruker) -> bool:
    """The systemansvarlig manages accounts and roles (beslutninger 41)."""
    return user.har_rolle(Rolle.SYSTEMANSVARLIG)


def can_change_account(user: Bruker, konto: Bruker) -> bool:
    """Nobody manages their own account: no one gives themselves a role."""
    return can_administer(user) and user.pk != konto.pk


def uforenlig_med(rolle: str, har: frozenset[str]) -> frozenset[str]:
    """Roles among `har` that the same person cannot hold together with `rolle` (R22, R33)."""
    return frozenset(annen for annen in har if frozenset({rolle, annen}) in UFORENLIGE)
