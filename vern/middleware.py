"""One transaction around the whole request, with the database knowing who asks; and what follows when it fails."""

import logging
from collections.abc import Callable

from django.db import DatabaseError, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.template import TemplateDoesNotExist
from django.template.loader import get_template
from redis.exceptions import RedisError

from .innsyn import LoggUtilgjengelig, avvist
from .kontekst import kontekst
from .nokler import NoklerUtilgjengelige

logger = logging.getLogger(__name__)
NODSIDE = (
    '<!doctype html><html lang="nb"><head><meta charset="utf-8"><title>Siden kan ikke vises nå – Handlingsplan'
    "</title></head><body><h1>Siden kan ikke vises nå</h1><p>Prøv igjen om litt. Ingenting er lagret.</p></body></html>"
)


def utilgjengelig() -> HttpResponse:
    """503 without anything of the page. Rendered without the request: the database may be what is down."""
    try:
        return HttpResponse(get_template("503.html").render(), status=503)
    except TemplateDoesNotExist:
        return HttpResponse(NODSIDE, status=503)


class Transaksjon:
    """Commits below 500, rolls back at 500 and above, and lets nothing out before the commit has succeeded.

    A draft fetched back is only shown (`uten_virkning`): what a page without a form did with it is rolled back.
    `request.kontekst` is what `innsyn()` logs through. A 404 or 403 on an address with a `ref` is logged as
    refused, whether the case exists or not; the answer is the same.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path.startswith("/helse/"):
            return self.get_response(request)
        try:
            with kontekst(request.user) as request.kontekst:  # type: ignore[attr-defined]  # for innsyn()
                response = self.get_response(request)
                uten_virkning = getattr(request, "uten_virkning", False) and response.status_code != 200
                if response.status_code >= 500 or uten_virkning:
                    transaction.set_rollback(True)
            match = request.resolver_match
            if response.status_code in (403, 404) and match and "ref" in match.kwargs:
                avvist(request, match.kwargs["ref"])
        except (DatabaseError, LoggUtilgjengelig) as feil:
            kode = getattr(feil.__cause__, "sqlstate", None) or "uten kode"
            logger.error("svaret ble holdt tilbake: %s, %s", type(feil).__name__, kode)
            return utilgjengelig()
        return response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """No log row or no keys: no content (beslutninger 17). No memory of wrong passwords: no more tries."""
        if isinstance(exception, LoggUtilgjengelig | NoklerUtilgjengelige | RedisError):
            logger.error("siden ble stanset: %s", type(exception).__name__)
            return utilgjengelig()
        return None


class Metoder:
    """Pages are read with GET and HEAD and sent with POST. Nothing else reaches a view (ASVS 4.1.4)."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method not in ("GET", "HEAD", "POST"):
            return HttpResponseNotAllowed(["GET", "HEAD", "POST"])
        return self.get_response(request)
