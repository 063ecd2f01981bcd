"""With Valkey stopped nobody can guess passwords, who is logged in reads and logs out, and no page is an error."""

import tempfile
from pathlib import Path

import pytest
from django.test import Client, override_settings

from handlingsplan.settings.base import hurtiglager
from oppstart.valkey import Valkey
from tests.factories.saker import knytt_alle, lag_sak

pytestmark = pytest.mark.django_db
PASSORD = {"login": "slt", "password": "handlingsplan"}


@pytest.fixture
def valkey():
    """A server of this test's own: the others use theirs meanwhile."""
    with tempfile.TemporaryDirectory(dir="/tmp") as mappe:
        server = Valkey(Path(mappe))
        server.start()
        try:
            with override_settings(CACHES=hurtiglager(f"{server.url()}?db=1")):
                yield server
        finally:
            server.stop()


def test_log_in_waits_and_those_who_are_in_go_on(valkey, som):
    knytt_alle()
    sak, slt, ukjent = lag_sak(), som("slt"), Client(raise_request_exception=False)
    assert ukjent.post("/logg-inn/", PASSORD | {"password": "feil"}).status_code == 200
    valkey.stop()

    for passord in ("feil", PASSORD["password"]):  # the right one too: nothing tells a guesser
        svar = ukjent.post("/logg-inn/", PASSORD | {"password": passord})
        assert svar.status_code == 503 and "Tjenesten er nede et øyeblikk" in svar.content.decode()
    assert "_auth_user_id" not in ukjent.session and ukjent.get("/logg-inn/").status_code == 200
    svar = slt.post("/logg-inn/bekreft/", {"passord": PASSORD["password"], "next": "/"})
    assert svar.status_code == 503
    for side in ("/", "/tiltak/", "/bekymring/", f"/bekymring/{sak.ref}/"):
        assert slt.get(side).status_code == 200, side
    svar = slt.post("/logg-ut/")
    assert svar.status_code == 302 and "_auth_user_id" not in slt.session
    assert slt.get("/bekymring/").status_code == 302

    valkey.start()
    assert ukjent.post("/logg-inn/", PASSORD).status_code == 302
