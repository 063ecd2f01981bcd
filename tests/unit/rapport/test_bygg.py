"""The frozen year says what the start page says, and keeps saying it."""

import json
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from felles.diagram import STATUSER
from felles.tid import idag
from rapport.services.bygg import bygg_arsbilde
from rapport.trykk.arsbilde import fra_json, rens
from rapport.trykk.html import ingress
from tests.factories.tiltak import ny_utgave, person, rapporter
from tiltak.choices import Status
from tiltak.visning.oversikt import planstatus
from vern.kontekst import som

from .eksempel import arsbilde

DB = pytest.mark.django_db


def bygg(**felter):
    with som(person("slt")):
        return bygg_arsbilde(idag().year, **felter)


def ett(bilde, nr):
    return next(tiltak for tiltak in bilde.tiltak if tiltak.nr == nr)


def test_a_year_survives_being_stored():
    bilde = arsbilde()
    assert fra_json(json.loads(json.dumps(bilde.til_json()))) == bilde


def test_the_print_of_the_data_is_the_same_on_another_day_and_changes_with_the_facts():
    bilde = arsbilde()
    assert bilde.avtrykk() == arsbilde(status_per=bilde.status_per + timedelta(days=9)).avtrykk()
    assert bilde.avtrykk() != arsbilde(beslutning="En annen").avtrykk()


def test_junk_is_not_a_year():
    for junk in ({}, {"omrader": []}, arsbilde().til_json() | {"ukjent": 1}):
        with pytest.raises((KeyError, TypeError, ValueError)):
            fra_json(junk)


@given(st.text(max_size=300))
def test_whatever_text_comes_can_be_set(tekst):
    ren = rens(tekst)
    assert not [tegn for tegn in ren if ord(tegn) < 32 and tegn != "\n"]
    assert max(map(len, ren.split()), default=0) <= 50
    assert rens("x" * 9000).endswith("…")


def test_the_shapes_have_a_name_for_every_status_of_the_plan():
    assert {navn: str(stil.navn) for navn, stil in STATUSER.items()} == {s.value: str(s.label) for s in Status}


@DB
def test_the_report_counts_as_the_start_page_counts():
    ar = idag().year
    rapporter(1, Status.GJENNOMFORT)
    rapporter(2, Status.I_RUTE, ar=ar - 1)
    rapporter(3, Status.I_RUTE, ar=ar - 1)
    rapporter(3, Status.STAR_STILLE)
    bilde = bygg()
    with som(person("slt")):
        status = planstatus(person("slt"))
    assert [t.status for t in bilde.tiltak] == [str(s) for s in status.statuser]
    assert [t.historikk[-1] or "" for t in bilde.tiltak] == [str(rad.far[-1]) for rad in status.rader]
    assert sum(t.fra_ar is None for t in bilde.tiltak) == status.svar == 2
    assert (ett(bilde, 2).fra_ar, ett(bilde, 2).mangler_svar) == (ar - 1, True)
    assert bilde.gode_i_fjor == 2


@DB
def test_what_was_told_of_a_tiltak_before_a_new_edition_counts_once():
    rapporter(2, Status.I_RUTE, ar=idag().year - 1)
    ny_utgave()
    bilde = bygg()
    assert ett(bilde, 2).historikk[-1] == Status.I_RUTE
    assert bilde.gode_i_fjor == 1


@DB
def test_without_a_single_report_it_says_that_nothing_was_told():
    tekst = ingress(bygg())
    assert tekst.startswith("0 av 18 tiltak er i rute eller gjennomført.")
    assert "18 tiltak har ikke meldt status" in tekst


@DB
def test_all_tiltak_stand_in_their_area_in_the_order_of_the_plan():
    bilde = bygg()
    assert [len(omrade.tiltak) for omrade in bilde.omrader] == [7, 4, 4, 3]
    assert [tiltak.nr for tiltak in bilde.tiltak] == list(range(1, 19))
    assert all(tiltak.ansvarlig for tiltak in bilde.tiltak)


@DB
def test_gathering_the_year_asks_a_fixed_number_of_questions(django_assert_num_queries):
    with som(person("slt")):
        with django_assert_num_queries(10):  # the tenth asks the rounds for their deadlines
            bygg_arsbilde(idag().year)
        for nr in range(1, 19):
            rapporter(nr, Status.I_RUTE)
        with django_assert_num_queries(10):
            bygg_arsbilde(idag().year)
