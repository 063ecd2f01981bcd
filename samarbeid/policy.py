"""Who may do what in the registry. Reading is for all who are logged in; people's channels are for roles."""

from brukere.models import Bruker
from brukere.roles import Rolle


def can_view_registeret(user: Bruker) -> bool:
    """Everyone logged in sees which partners there are (beslutninger 10)."""
    return user.is_authenticated


def can_view_internt(user: Bruker) -> bool:
    """Contacts, agreements, minutes and follow-up are for those who hold a role (beslutninger 10, R60)."""
    return bool(user.roller)


def can_edit_registeret(user: Bruker) -> bool:
    """The koordinator keeps the registry (domene §1)."""
    return user.har_rolle(Rolle.KOORDINATOR)


def can_place(user: Bruker, annen: Bruker) -> bool:
    """The systemansvarlig says where people work, and never where they themselves do: it decides their zone."""
    return user.har_rolle(Rolle.SYSTEMANSVARLIG) and user.pk != annen.pk
