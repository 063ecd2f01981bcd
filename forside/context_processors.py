"""What every page's frame needs: the municipality's name, the menu and whether this is the demo."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext_lazy as _

from brukere import okter
from brukere.models import Bruker
from samarbeid.policy import can_view_registeret

MENY: tuple[tuple[Any, str, tuple[str, ...], Callable[[Bruker], bool]], ...] = (
    (_("Oversikt"), "oversikt", (), lambda user: True),
    (_("Tiltak"), "tiltak", (), lambda user: True),
    (_("Samarbeid"), "samarbeid:aktorer", (), can_view_registeret),
    (_("Bekymringssaker"), "bekymring_liste", ("kjernegruppe_liste",), can_view_registeret),
    (_("Rapporter"), "rapport:liste", (), lambda user: True),
)


def meny(request: HttpRequest) -> list[dict[str, Any]]:
    """The main menu: what the policies would refuse is not offered."""
    user, path = request.user, request.path
    found = []
    for navn, side, ogsa, kan in MENY:
        if isinstance(user, Bruker) and kan(user):
            url, under = reverse(side), tuple(map(reverse, (side, *ogsa)))
            found.append({"navn": navn, "url": url, "aktiv": path == url or (url != "/" and path.startswith(under))})
    return found


def okt_slutt(request: HttpRequest) -> datetime | None:
    """When the one who reads this is logged out if they ask for nothing more."""
    return datetime.fromtimestamp(okter.slutt(request.session), UTC) if request.user.is_authenticated else None


def ramme(request: HttpRequest) -> dict[str, Any]:
    return {
        "kommune": settings.KOMMUNE,
        "er_demo": settings.DEMO,
        "meny": SimpleLazyObject(lambda: meny(request)),
        "okt_slutt": SimpleLazyObject(lambda: okt_slutt(request)),
    }
