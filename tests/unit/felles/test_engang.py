"""The helper itself; what two at the same moment meet is tried in tests/walls/test_engang.py."""

from uuid import uuid4

import pytest

from brukere.models import Bruker
from felles import sporring
from felles.engang import alt_laget, lag_en_gang, vent_pa_tur

pytestmark = pytest.mark.django_db


def laast() -> int:
    """Turns held now."""
    return sporring.verdi("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid()")


def test_a_turn_is_held_till_the_transaction_ends_and_each_key_has_its_own():
    foer, nokkel = laast(), uuid4()
    vent_pa_tur(nokkel)
    vent_pa_tur(nokkel)
    assert laast() == foer + 1
    vent_pa_tur(uuid4())
    assert laast() == foer + 2


def test_what_the_form_made_is_found_in_the_rows_one_looks_among():
    bruker = Bruker.objects.create(username="en.gang", navn="En Gang", skjema=uuid4())
    assert alt_laget(Bruker.objects, bruker.skjema, felt="skjema") == bruker
    assert alt_laget(Bruker.objects.exclude(pk=bruker.pk), bruker.skjema, felt="skjema") is None


def test_a_second_send_gives_the_first_row_whatever_it_says():
    nokkel = uuid4()
    data = {"username": "en.gang", "navn": "En Gang"}
    rad, ny = lag_en_gang(Bruker.objects, nokkel, data, felt="skjema")
    assert ny
    assert lag_en_gang(Bruker.objects, nokkel, data | {"navn": "Annet"}, felt="skjema") == (rad, False)
    assert Bruker.objects.get(skjema=nokkel).navn == "En Gang"
