"""At the very same time, on connections of their own: nothing lost, nothing doubled, nobody gets an error page."""

import re
import threading

import pytest
from django.db import connection
from django.test import Client

from tests.factories.tiltak import person
from tests.walls.conftest import egen_database  # noqa: F401 - the fixture
from tiltak.models import Statusrapport

ADRESSE = "/tiltak/4/status/"


def klient(brukernavn: str) -> Client:
    fresh = Client(raise_request_exception=False)
    fresh.force_login(person(brukernavn), backend="allauth.account.auth_backends.AuthenticationBackend")
    return fresh


def skjema(client: Client, gjort: str) -> dict[str, str]:
    text = client.get(ADRESSE).text
    hidden = {name: re.search(rf'name="{name}" value="([^"]*)"', text)[1] for name in ("nokkel", "versjon")}
    return hidden | {"status": "i_rute", "gjort": gjort}


def samtidig(*sendinger: tuple[Client, dict[str, str]]) -> list[tuple[int, str]]:
    """Post all at once; the answers in the order given."""
    answers: list[tuple[int, str]] = [(0, "")] * len(sendinger)
    gate = threading.Barrier(len(sendinger))

    def send(place: int, client: Client, data: dict[str, str]) -> None:
        gate.wait(10)
        answer = client.post(ADRESSE, data)
        answers[place] = answer.status_code, answer.text
        connection.close()

    threads = [threading.Thread(target=send, args=(place, *sending)) for place, sending in enumerate(sendinger)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return answers


@pytest.mark.usefixtures("egen_database")
def test_four_who_report_at_once_make_one_report_and_three_see_the_difference():
    clients = [klient(name) for name in ("slt", "slt2", "slt", "slt2")]
    answers = samtidig(*((client, skjema(client, f"Tekst {nr}")) for nr, client in enumerate(clients)))
    assert sorted(code for code, _text in answers) == [200, 200, 200, 302]
    assert Statusrapport.objects.count() == 1
    for nr, (code, text) in enumerate(answers):
        if code == 200:
            assert "endret dette" in text
            assert f"Tekst {nr}</textarea>" in text


@pytest.mark.usefixtures("egen_database")
def test_a_form_sent_twice_at_once_is_one_report_with_two_receipts():
    client = klient("slt")
    data = skjema(client, "En gang")
    other = klient("slt")
    answers = samtidig((client, data), (other, data), (klient("slt"), data))
    assert [code for code, _text in answers] == [302, 302, 302]
    assert Statusrapport.objects.count() == 1
