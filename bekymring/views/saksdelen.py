"""The case part may be off: then every address of it answers one page, which says whom to turn to (R56).

Here and nowhere else, so that no page can forget to ask; the database refuses a new case by the same answer.
"""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from ..lesing.saksdelen import Saksdelen, saksdelen
from . import melding

ROM = __name__.rpartition(".")[0]
# What is about the case part itself, or the oversight of it, is open also when it is off.
APNE = {f"{ROM}.{navn}" for navn in ("vurdering", "hjemler", "logg", "gjennomgang", "uvanlige")}
INNTAK = (melding.side, melding.se_over)


class Port:
    """Asked before each page of the room."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], args: Any, kwargs: Any
    ) -> HttpResponse | None:
        modul = view.__module__
        if not modul.startswith(ROM) or modul in APNE or not request.user.is_authenticated:
            return None
        tilstand = saksdelen()
        request.saksdelen_utlopt = tilstand is Saksdelen.UTLOPT  # type: ignore[attr-defined]  # for base.html
        if tilstand is Saksdelen.AV or (tilstand is Saksdelen.UTLOPT and view in INNTAK):
            return render(request, "bekymring/av.html", {"er_av": tilstand is Saksdelen.AV}, status=403)
        return None
