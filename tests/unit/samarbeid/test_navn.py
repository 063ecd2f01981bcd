"""A name in the registry is the same name however it was typed, also for rows from before."""

import unicodedata
from importlib import import_module

import pytest
from django.db import connection

from samarbeid.forms.register import AktorSkjema
from samarbeid.models import Aktor, AktorAlias

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


def test_old_names_are_brought_to_the_form_and_two_that_become_equal_do_not_stop_the_upgrade():
    aktor = Aktor.objects.create(slug="lag", navn=unicodedata.normalize("NFD", NAVN), type="frivillig")
    for navn in ("Laget  vårt", "Laget\u00a0vårt"):
        AktorAlias.objects.create(aktor=aktor, navn=navn)
    migrasjon = import_module("samarbeid.migrations.0004_navn_i_en_form").Migration
    with connection.cursor() as cursor:
        for steg in migrasjon.operations:
            cursor.execute(steg.sql)
    aktor.refresh_from_db()
    assert aktor.navn == NAVN
    assert sorted(aktor.aliaser.values_list("navn", flat=True)) == ["Laget vårt", "Laget\u00a0vårt"]
