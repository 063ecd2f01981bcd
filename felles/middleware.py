"""Headers that stand on every response, whatever its status."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

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
