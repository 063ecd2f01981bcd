"""The product in this process: whole requests through the WSGI application with all middleware, logged in."""

import io
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from copy import deepcopy
from typing import Any
from urllib.parse import urlencode

import django

CSRF = "a" * 32


class Benk:
    """Everything one database needs for its measurements."""

    def __init__(self) -> None:
        django.setup()
        from django.contrib.auth import get_user_model
        from django.core.wsgi import get_wsgi_application

        self.app = get_wsgi_application()
        self.brukere = get_user_model().objects
        self.kaker: dict[str, str] = {}

    def bruker(self, navn: str) -> Any:
        return self.brukere.get(username=navn)

    def kake(self, navn: str) -> str:
        """A session, made as log-in makes it."""
        from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY

        from brukere.okter import SessionStore

        if navn not in self.kaker:
            person, sesjon = self.bruker(navn), SessionStore()
            sesjon[SESSION_KEY] = str(person.pk)
            sesjon[BACKEND_SESSION_KEY] = "allauth.account.auth_backends.AuthenticationBackend"
            sesjon[HASH_SESSION_KEY] = person.get_session_auth_hash()
            sesjon.save()
            self.kaker[navn] = sesjon.session_key
        return self.kaker[navn]

    def glem_beskjeder(self, navn: str) -> None:
        """What a form says when it is saved waits in the session for the next page; here there is none."""
        from brukere.okter import SessionStore

        sesjon = SessionStore(self.kake(navn))
        if sesjon.pop("_messages", None):
            sesjon.save()

    def side(self, navn: str, adresse: str) -> Callable[[], bytes]:
        """One page asked for; gives its bytes."""
        sti, _, sporsmal = adresse.partition("?")
        miljo = self._miljo(navn, sti) | {"REQUEST_METHOD": "GET", "QUERY_STRING": sporsmal}

        def kall() -> bytes:
            status, data = self._svar(miljo | {"wsgi.input": io.BytesIO()})
            assert status.startswith("200"), (adresse, status)
            return data

        return kall

    def sending(self, navn: str, sti: str) -> Callable[[dict[str, str]], None]:
        """One form sent; it must be accepted."""
        miljo = self._miljo(navn, sti) | {"REQUEST_METHOD": "POST", "QUERY_STRING": ""}
        miljo["CONTENT_TYPE"] = "application/x-www-form-urlencoded"

        def kall(felter: dict[str, str]) -> None:
            kropp = urlencode(felter | {"csrfmiddlewaretoken": CSRF}).encode()
            status, data = self._svar(miljo | {"CONTENT_LENGTH": str(len(kropp)), "wsgi.input": io.BytesIO(kropp)})
            assert status.startswith("302"), (sti, status, data[:3000])

        return kall

    def _miljo(self, navn: str, sti: str) -> dict[str, Any]:
        from django.conf import settings

        return {
            "PATH_INFO": sti,
            "SERVER_NAME": "127.0.0.1",
            "SERVER_PORT": "80",
            "HTTP_HOST": "127.0.0.1",
            "HTTP_COOKIE": f"{settings.SESSION_COOKIE_NAME}={self.kake(navn)}; {settings.CSRF_COOKIE_NAME}={CSRF}",
            "wsgi.url_scheme": "http",
            "wsgi.errors": sys.stderr,
            "wsgi.version": (1, 0),
        }

    def _svar(self, miljo: dict[str, Any]) -> tuple[str, bytes]:
        status: list[str] = []
        svar = self.app(miljo, lambda linje, hoder: status.append(linje))
        data = b"".join(svar)
        svar.close()
        return status[0], data


def legg_til_side(sti: str, view: Callable[[Any], Any]) -> None:
    """An address of the benchmark's own, in the same stack."""
    from django.urls import clear_url_caches, path

    import handlingsplan.urls as urls

    urls.urlpatterns.append(path(sti, view))
    clear_url_caches()


def forbindelse(rolle: str, innstillinger: str = "", base: str = "") -> Any:
    """A connection as another role, which can take the place of Django's own."""
    from django.db import connections

    vanlig = connections["default"]
    oppsett = deepcopy(vanlig.settings_dict) | {"USER": rolle}
    if base:
        oppsett["NAME"] = base
    if innstillinger:
        oppsett["OPTIONS"] = oppsett["OPTIONS"] | {"options": innstillinger}
    return vanlig.__class__(oppsett, "default")


@contextmanager
def med_forbindelse(link: Any) -> Iterator[None]:
    """All that Django sends goes through this one meanwhile."""
    from django.db import connections

    vanlig = connections["default"]
    connections["default"] = link
    try:
        yield
    finally:
        connections["default"] = vanlig


def som_eier() -> Any:
    """The cluster's superuser, past every wall and trigger: only where the benchmark arranges its data."""
    import psycopg

    link = psycopg.connect(os.environ["BENK_GULV"], autocommit=True, prepare_threshold=1)
    link.execute("SET session_replication_role = replica")
    return link
