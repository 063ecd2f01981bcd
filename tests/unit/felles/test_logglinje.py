"""The server log says what went wrong and where, and never what somebody wrote."""

import logging
import logging.config
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from django.conf import settings
from django.core import mail
from django.test import RequestFactory, override_settings
from django.urls import resolve
from gunicorn.config import Config

from felles.logglinje import TryggLinje
from oppstart.prosess import wait_until
from oppstart.tjenester import web

TEKST = "HEMMELIG-om-en-person"
FEILER = "tests.unit.felles.wsgi_feil"


@pytest.fixture
def linje():
    """The formatter that the settings use."""
    oppsett = settings.LOGGING["formatters"]["linje"]
    assert oppsett["()"] == "felles.logglinje.TryggLinje"
    formaterer = TryggLinje(oppsett["format"])

    def lag(melding, *args, feil=None, **mer):
        info = (type(feil), feil, feil.__traceback__) if feil else None
        record = logging.LogRecord("x", logging.ERROR, __file__, 1, melding, args, info)
        record.__dict__.update(mer)
        return formaterer.format(record)

    return lag


def fanget(gjor):
    try:
        gjor()
    except Exception as feil:
        return feil
    raise AssertionError


def test_an_exceptions_words_and_local_values_stay_out(linje):
    def les():
        innhold = TEKST
        int(innhold)

    linja = linje("noe gikk galt", feil=fanget(les))
    assert TEKST not in linja
    assert "builtins.ValueError" in linja and "test_logglinje.py:" in linja and " les" in linja


def test_so_do_those_of_the_causes(linje):
    def ytre():
        try:
            int(TEKST)
        except ValueError as feil:
            raise RuntimeError(f"kunne ikke lese {TEKST}") from feil

    linja = linje("galt", feil=fanget(ytre))
    assert TEKST not in linja
    assert "builtins.ValueError" in linja and "builtins.RuntimeError" in linja


def test_an_exception_given_as_the_message_or_a_value_is_its_kind_only(linje):
    assert linje("stanset: %s", ValueError(TEKST)).endswith("stanset: builtins.ValueError")
    assert linje(ValueError(TEKST)).endswith("builtins.ValueError")


def test_a_request_is_told_by_its_pattern(linje):
    request = RequestFactory().get("/bekymring/abcdefghijklmnopqrstuv/?q=HEMMELIG-om-en-person")
    request.resolver_match = resolve("/bekymring/abcdefghijklmnopqrstuv/")
    linja = linje("%s: %s", "Not Found", request.path, request=request, status_code=404)
    assert linja.endswith("404 GET /bekymring/<str:ref>/")


def test_an_address_without_a_pattern_is_not_repeated(linje):
    request = RequestFactory().get(f"/{TEKST}/")
    assert linje("Not Found: %s", request.path, request=request, status_code=404).endswith("404 GET ukjent adresse")


def test_celerys_line_of_a_failed_task_has_no_arguments(linje):
    data = {"name": "rapport.kjor", "id": "1", "description": "raised", "args": TEKST, "exc": TEKST, "traceback": TEKST}
    linja = linje("%(name)s %(exc)s %(args)s", data, data=data, feil=fanget(lambda: int(TEKST)))
    assert TEKST not in linja and "oppgave rapport.kjor 1 feilet builtins.ValueError" in linja


@override_settings(ADMINS=[("Drift", "drift@example.no")])
def test_an_error_is_never_mailed(client, db):
    logger = logging.getLogger("django.request")
    request = RequestFactory().get("/")
    logger.error("Internal Server Error: %s", "/", extra={"status_code": 500, "request": request}, exc_info=True)
    assert mail.outbox == []
    kjede = []
    while logger:
        kjede += [type(handler).__name__ for handler in logger.handlers]
        logger = logger.parent
    assert "AdminEmailHandler" not in kjede


def test_every_handler_of_the_settings_uses_the_safe_line():
    assert {oppsett["formatter"] for oppsett in settings.LOGGING["handlers"].values()} == {"linje"}
    assert settings.LOGGING["loggers"]["django"]["handlers"] == []


# --- gunicorn's own log, as the server is started -------------------------------------------------------------------
def gunicorn(melding, *args, nivaa=logging.ERROR):
    """The line the server's own logger writes, with the class the start-up gives it."""
    kommando = web("127.0.0.1:0")
    cfg = Config()
    cfg.set("logger_class", kommando[kommando.index("--logger-class") + 1])
    logger = cfg.logger_class(cfg)
    handler = next(h for h in reversed(logger.error_log.handlers) if getattr(h, "_gunicorn", False))
    return handler.format(logging.LogRecord("gunicorn.error", nivaa, __file__, 1, melding, args, None))


@pytest.mark.parametrize(
    ("melding", "args", "linja"),
    [
        ("Error handling request %s %s", ("GET", f"/bekymring/{TEKST}/"), "Error handling request"),
        (f"Invalid request from ip=10.0.0.1: '{TEKST}'", (), "Invalid request from ip"),
        ("Exception during worker exit:\n%s", (TEKST + " ",), "Exception during worker exit"),
        ("Worker (pid:%s) was sent %s!", (12, "SIGKILL"), "Worker (pid:12) was sent SIGKILL!"),
        ("WORKER TIMEOUT (pid:%s)", (12,), "WORKER TIMEOUT (pid:12)"),
    ],
)
def test_what_gunicorn_was_sent_is_not_repeated(melding, args, linja):
    assert gunicorn(melding, *args).endswith(f"ERROR gunicorn.error {linja}")


def test_gunicorn_tells_that_it_started():
    assert gunicorn("Listening at: %s (%s)", "http://127.0.0.1:8000", 7, nivaa=logging.INFO).endswith("8000 (7)")


def test_the_running_server_writes_neither_address_nor_words():
    with tempfile.TemporaryDirectory(dir="/tmp") as mappe, (Path(mappe) / "logg").open("w+") as ut:
        sokkel = Path(mappe) / "s"
        kommando = [FEILER if del_ == "handlingsplan.wsgi" else del_ for del_ in web(f"unix:{sokkel}", 1)]
        prosess = subprocess.Popen([sys.executable, "-m", *kommando], stderr=ut, stdout=ut, cwd=settings.BASE_DIR)
        try:
            for sendt in (f"GET /bekymring/{TEKST}/ HTTP/1.1\r\nHost: x\r\n\r\n", f"{TEKST} odelagt\r\n\r\n"):
                assert b"HTTP/1.1" in _sporr(sokkel, sendt.encode(), prosess)
        finally:
            prosess.terminate()
            prosess.wait(timeout=30)
        ut.seek(0)
        logg = ut.read()
    assert "builtins.ValueError" in logg and "Error handling request" in logg and "Invalid request" in logg
    assert TEKST not in logg


def _sporr(sokkel, data, prosess):
    assert wait_until(lambda: sokkel.exists(), seconds=60, child=prosess)
    with socket.socket(socket.AF_UNIX) as link:
        link.settimeout(30)
        link.connect(str(sokkel))
        link.sendall(data)
        return link.recv(4000)
