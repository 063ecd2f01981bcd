"""The server log says what went wrong and where, and never what somebody wrote."""

import logging
import logging.config

import pytest
from django.conf import settings
from django.core import mail
from django.test import RequestFactory, override_settings
from django.urls import resolve

from felles.logglinje import TryggLinje

TEKST = "HEMMELIG-om-en-person"


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
