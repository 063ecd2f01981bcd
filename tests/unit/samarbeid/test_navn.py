"""A name in the registry is the same name however it was typed, also for rows from before."""

import unicodedata

import pytest

from samarbeid.forms.register import AktorSkjema
from samarbeid.models import Aktor

NAVN = "Ødegård lag"
pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "skrevet",
    [unicodedata.normalize("NFD", NAVN), "Ødegård\u00a0lag", "Ødegård  lag", "ØDEGÅRD LAG", "Øde\u00adgård lag"],
)
def test_a_name_in_use_is_known_again(skrevet):
    Aktor.objects.create(slug="lag", navn=NAVN, type="frivillig")
    skjema = AktorSkjema({"navn": skrevet, "type": "frivillig"})
    skjema.is_valid()
    assert "er i bruk" in str(skjema.errors["navn"])


@pytest.mark.parametrize(("lagret", "skrevet"), [("Ålgård–vel", "Ålgård-vel"), ("Ålgård-vel", "ålgård—vel")])
def test_a_name_is_the_same_with_a_hyphen_and_a_dash(lagret, skrevet):
    Aktor.objects.create(slug="vel", navn=lagret, type="frivillig")
    skjema = AktorSkjema({"navn": skrevet, "type": "frivillig"})
    skjema.is_valid()
    assert "er i bruk" in str(skjema.errors["navn"])
