"""The same security headers on every status (B12)."""

import pytest
from django.test import Client

from tests.factories.saker import bruker

FASTE = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


def svar(hva, client, som):
    klient = som("slt")
    klient.raise_request_exception = False
    if hva == "403 csrf":
        streng = Client(enforce_csrf_checks=True)
        streng.force_login(bruker("slt"), backend="allauth.account.auth_backends.AuthenticationBackend")
        return streng.post("/logg-ut/")
    return {
        "200": lambda: klient.get("/"),
        "302": lambda: client.get("/"),
        "400": lambda: klient.get("/feil/400/"),
        "400 vert": lambda: klient.get("/", HTTP_HOST="et-annet-sted.example"),
        "403": lambda: klient.get("/feil/403/"),
        "404": lambda: klient.get("/finnes-ikke/"),
        "404 statisk": lambda: klient.get("/static/finnes-ikke"),
        "405": lambda: klient.put("/"),
        "500": lambda: klient.get("/feil/500/"),
    }[hva]()


@pytest.mark.urls("tests.access.urls_feil")
@pytest.mark.parametrize(
    "hva", ["200", "302", "400", "400 vert", "403", "403 csrf", "404", "404 statisk", "405", "500"]
)
def test_headers_stand_on_every_status(hva, client, som):
    respons = svar(hva, client, som)
    assert respons.status_code == int(hva[:3])
    assert {navn: respons.headers.get(navn) for navn in FASTE} == FASTE
    assert "camera=()" in respons.headers["Permissions-Policy"]
    csp = respons.headers["Content-Security-Policy"]
    assert "default-src 'none'" in csp
    assert "unsafe-inline" not in csp and "unsafe-eval" not in csp
    assert b"HEMMELIG" not in respons.content
    assert "Server" not in respons.headers and "X-Powered-By" not in respons.headers
