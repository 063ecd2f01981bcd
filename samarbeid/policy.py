"""Who may do what in the registry. Reading is for those who work in it; people's channels are for roles."""

from brukere.models import Bruker
from brukere.roles import Rolle


def can_view_registeret(user: Bruker) -> bool:
    """Which partners there are: for those with a role or a place of work. A stranger has the plan, which names them."""
    if not user.is_authenticated:
        return False
    if "_har_arbeidssted" not in user.__dict__:  # asked by every list of a page; the user lives for one request
        user.__dict__["_har_arbeidssted"] = bool(user.roller) or user.tilknytninger.gjeldende().exists()
    return bool(user.__dict__["_har_arbeidssted"])


def can_view_internt(user: Bruker) -> bool:
    """Contacts, agreements, minutes and follow-up are for those who hold a role (beslutninger 10, R60)."""
    return bool(user.roller)


def can_edit_registeret(user: Bruker) -> bool:
    """The koordinator keeps the registry (faggrunnlag 5)."""
    return user.har_rolle(Rolle.KOORDINATOR)


def can_place(user: Bruker, annen: Bruker) -> bool:
    """The systemansvarlig says where people work, and never where they themselves do: it decides their zone."""
    return user.har_rolle(Rolle.SYSTEMANSVARLIG) and user.pk != annen.pk
