"""May this person? guardian is asked here and nowhere else, about the acting user only (beslutninger 2).

guardian reads `Tilgang` as the web role, so that its answer, the lists and the database's walls are one.
"""

from guardian.core import ObjectPermissionChecker

from brukere.models import Bruker
from brukere.roles import Rolle
from vern.choices import Sone

from .models import Sak, Sperre


def rettigheter(user: Bruker, sak: Sak) -> frozenset[str]:
    """Codenames the acting user holds in this case now. One query: ask once a page, not once a row."""
    if not user.is_authenticated or not user.is_active:
        return frozenset()
    return frozenset(ObjectPermissionChecker(user).get_user_perms(sak))


def er_koordinator(user: Bruker, sak: Sak) -> bool:
    """Koordinator by role, and not barred from this case (R23)."""
    if not user.is_authenticated or not user.har_rolle(Rolle.KOORDINATOR):
        return False
    return not Sperre.objects.gjeldende().filter(sak=sak, bruker=user).exists()


def can_view_sak(user: Bruker, sak: Sak) -> bool:
    """The register line. Says the same as `Sak.objects.visible_to(user)`."""
    return er_koordinator(user, sak) or "se_sak" in rettigheter(user, sak)


def can_read_sone(user: Bruker, sak: Sak, sone: Sone | str) -> bool:
    """Texts of one zone (beslutninger 3)."""
    return f"les_{sone}" in rettigheter(user, sak)


def can_write_sone(user: Bruker, sak: Sak, sone: Sone | str) -> bool:
    """A new text or event in one zone."""
    return f"skriv_{sone}" in rettigheter(user, sak)


def can_lead_sak(user: Bruker, sak: Sak) -> bool:
    """Give and end access (beslutninger 6)."""
    return "led_sak" in rettigheter(user, sak)


def can_view_tall(user: Bruker) -> bool:
    """Published, suppressed figures on the start page. In a published report they are for everybody (31, 11)."""
    return user.har_rolle(Rolle.KOORDINATOR, Rolle.RADMANN, Rolle.POLITIKONTAKT, Rolle.PERSONVERNOMBUD)
