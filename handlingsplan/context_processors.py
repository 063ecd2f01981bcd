"""What every page's frame needs: the municipality's name, the menu and whether this is the demo."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import Resolver404, resolve
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext_lazy as _

from .demo.personer import PERSONER

MENY = (
    (_("Oversikt"), "/", ()),
    (_("Tiltak"), "/tiltak/", ()),
    (_("Samarbeid"), "/samarbeid/", ()),
    (_("Bekymringssaker"), "/bekymring/", ("/kjernegruppe/",)),
    (_("Rapporter"), "/rapport/", ()),
)


def _finnes(url: str) -> bool:
    try:
        resolve(url)
    except Resolver404:
        return False
    return True


def meny(request: HttpRequest) -> list[dict[str, Any]]:
    """The main menu; a room that has no front page yet is left out."""
    path = request.path
    return [
        {"navn": navn, "url": url, "aktiv": path == url or (url != "/" and path.startswith((url, *ogsa)))}
        for navn, url, ogsa in MENY
        if _finnes(url)
    ]


def ramme(request: HttpRequest) -> dict[str, Any]:
    return {
        "kommune": settings.KOMMUNE,
        "er_demo": settings.DEMO,
        "meny": SimpleLazyObject(lambda: meny(request)),
        "personer": PERSONER if settings.DEMO else (),
    }
