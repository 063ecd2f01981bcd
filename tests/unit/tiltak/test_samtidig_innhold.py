"""Two at the very same time, on connections of their own: one act is done, the other is told, nothing is doubled."""

import re
import threading

import pytest
from django.db import connection
from django.test import Client

from felles.tid import idag
from tests.factories.tiltak import indikator, utkast
from tests.walls.conftest import egen_database  # noqa: F401 - the fixture
from tiltak.models import Maling, MuligHendelse, MuligTiltak, Plan, Tiltak

from .test_samtidig import klient

Sending = tuple[Client, str, dict[str, str]]


def fylt(client: Client, side: str, **felt: str) -> Sending:
    """The form as it is drawn now, filled in."""
    text = client.get(side).text
    hidden = dict(re.findall(r'type="hidden" name="(nokkel|versjon)" value="([^"]*)"', text))
    return client, side, hidden | felt


def samtidig(*sendinger: Sending) -> list[tuple[int, str]]:
    """Post all at once; the answers in the order given."""
    answers: list[tuple[int, str]] = [(0, "")] * len(sendinger)
    gate = threading.Barrier(len(sendinger))

    def send(place: int, client: Client, side: str, data: dict[str, str]) -> None:
        gate.wait(10)
        answer = client.post(side, data)
        answers[place] = answer.status_code, answer.text
        connection.close()

    threads = [threading.Thread(target=send, args=(place, *sending)) for place, sending in enumerate(sendinger)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return answers


@pytest.mark.usefixtures("egen_database")
def test_two_who_measure_at_once_leave_one_figure_and_one_sees_the_other():
    side = f"/tiltak/4/maling/{indikator(4).pk}/"
    forms = [fylt(klient(name), side, ar="2025", verdi=number) for name, number in (("slt", "7"), ("slt2", "9"))]
    answers = samtidig(*forms)
    assert sorted(code for code, _text in answers) == [200, 302]
    assert all("endret dette" in text for code, text in answers if code == 200)
    assert Maling.objects.count() == 1


@pytest.mark.usefixtures("egen_database")
def test_two_who_move_the_same_possible_tiltak_leave_one_move():
    forms = [
        fylt(klient(name), f"/tiltak/mulige/3/{move}/", begrunnelse="Slik er det.")
        for name, move in (("slt", "vurder"), ("slt2", "avvis"))
    ]
    answers = samtidig(*forms)
    assert sorted(code for code, _text in answers) == [200, 302]
    assert all("har gjort noe med dette mens du skrev" in text for code, text in answers if code == 200)
    assert MuligHendelse.objects.count() == 1


@pytest.mark.usefixtures("egen_database")
def test_two_ideas_at_once_get_a_number_each():
    forms = [
        fylt(klient(name), "/tiltak/mulige/ny/", tittel=f"Idé fra {name}", sammendrag="x") for name in ("slt", "slt2")
    ]
    assert [code for code, _text in samtidig(*forms)] == [302, 302]
    assert sorted(MuligTiltak.objects.filter(egen=True).values_list("nr", flat=True)) == [10, 11]


@pytest.mark.usefixtures("egen_database")
def test_two_who_adopt_at_once_make_one_edition():
    utkast()
    facts = {"organ": "kommunestyret", "dato": f"{idag():%d.%m.%Y}", "saksnummer": "26/0500"}
    forms = [fylt(klient(name), "/tiltak/rullering/vedta/", **facts) for name in ("slt", "slt2")]
    answers = samtidig(*forms)
    assert sorted(code for code, _text in answers) in ([200, 302], [302, 404])
    assert all("Utkastet er ikke lenger åpent." in text for code, text in answers if code == 200)
    assert (Plan.objects.count(), Tiltak.objects.count()) == (2, 36)
