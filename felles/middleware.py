"""What holds for every request: headers, clean input, and one receipt for one press."""

import hashlib
from base64 import urlsafe_b64encode
from collections.abc import Callable
from typing import Any

from cryptography.fernet import Fernet
from django.contrib.sessions.backends.base import UpdateError
from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from .engang import vent_pa_tur

FASTE = {
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Frame-Options": "DENY",
}


class Hoder:
    """No page but the static files may be kept by a browser or a proxy (R31)."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        for navn, verdi in FASTE.items():
            response.headers.setdefault(navn, verdi)
        if not request.path.startswith("/static/") or response.status_code >= 400:
            response.headers["Cache-Control"] = "no-store"
        return response


class RenInndata:
    """NUL bytes never reach a view: PostgreSQL refuses them, and no person types them.

    In the path they make a page that is not found; in query or form a 400 with plain words.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> None:
        if "\0" in request.path:
            raise Http404
        for data in (request.GET, request.POST):
            if any("\0" in tekst for key, verdier in data.lists() for tekst in (key, *verdier)):
                raise BadRequest("NUL")


class Skjemaadresser:
    """An address that only takes forms, opened as a page: words and a way on, where a browser would show nothing."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code != 405 or request.method != "GET":
            return response
        side = render(request, "405.html", {"uten_skjema": True}, status=405)
        side.headers["Allow"] = response.headers["Allow"]
        return side


class ReneKaker:
    """A cookie can carry a NUL byte in quotes; such cookies are none of ours."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if any("\0" in verdi for verdi in request.COOKIES.values()):
            request.COOKIES = {}
        return self.get_response(request)


class SammeKvittering:
    """A press that is sent once more is answered with the receipt of the first, and nothing is done again.

    It is the same press when one session sends the same to the letter, and something in it belongs to one showing of
    the page: the CSRF token is fresh each time, and a version is written over once. So whoever presses twice is never
    told that somebody was first, or that the page is gone (beslutninger 57). Stands inside the transaction.
    """

    EGNE = {"csrfmiddlewaretoken", "versjon"}
    HUSKET = "hp_kvitteringer"
    ANTALL = 8

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        trykk = getattr(request, "trykk", None)
        if trykk and response.status_code == 302 and request.session.session_key == trykk.sesjon:
            self._husk(request, response, trykk)
        return response

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        """After the CSRF check. The second waits here until the first has ended, and reads what it left."""
        skjema = request.method == "POST" and request.user.is_authenticated and not request.FILES
        if not skjema or getattr(request, "uten_virkning", False) or not self.EGNE & request.POST.keys():
            return None
        trykk = Trykk(request)
        vent_pa_tur(trykk.navn)
        trykk.husket = type(request.session)(trykk.sesjon).get(self.HUSKET, {})
        if kvittering := trykk.husket.get(trykk.navn):
            request.session.modified = False  # what the first wrote there stands
            return redirect(trykk.las.decrypt(kvittering).decode())
        request.trykk = trykk  # type: ignore[attr-defined]  # for __call__
        return None

    def _husk(self, request: HttpRequest, response: HttpResponse, trykk: "Trykk") -> None:
        """Together with the act, and with what the receipt says: the second may be read before this one is sent."""
        request._messages.update(response)  # type: ignore[attr-defined]  # where the framework keeps them
        ny = {trykk.navn: trykk.las.encrypt(response["Location"].encode()).decode()}
        request.session[self.HUSKET] = dict([*trykk.husket.items(), *ny.items()][-self.ANTALL :])
        try:
            request.session.save()
        except UpdateError:
            return  # ended elsewhere meanwhile: then there is nobody to remember it for


class Trykk:
    """One press. The session keeps its mark, and its receipt locked: only what was sent opens it (R31)."""

    def __init__(self, request: HttpRequest) -> None:
        self.sesjon = request.session.session_key
        sendt = f"{self.sesjon} {request.get_full_path()} {request.POST.urlencode()}"
        nokkel = hashlib.sha256(sendt.encode()).digest()
        self.las = Fernet(urlsafe_b64encode(nokkel))
        self.navn = hashlib.sha256(nokkel).hexdigest()
        self.husket: dict[str, str] = {}
