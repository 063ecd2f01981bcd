"""Is this person in one of my cases: the name as it is written, and nothing that is only alike (R26)."""

import unicodedata

import pytest
from django.core.exceptions import PermissionDenied

from bekymring.services import personsok
from demo import regi
from tests.factories.gang import avklart
from tests.factories.rapporter import forbi_veggene
from tests.factories.saker import bruker, sql
from vern.kontekst import som

NAVN = "Søkenavn Åsen"


@pytest.mark.parametrize(
    "skrevet", ["søkenavn åsen", "  Søkenavn   Åsen ", unicodedata.normalize("NFD", NAVN), "SØKENAVN ÅSEN"]
)
def test_case_spaces_and_how_the_letters_are_put_together_do_not_count(skrevet):
    assert personsok.like(NAVN, skrevet)


@pytest.mark.parametrize("skrevet", ["Søkenavn", "Søkenavn Åse", "Åsen Søkenavn", "Sokenavn Åsen", "Søkenavn-Åsen", ""])
def test_a_part_and_something_alike_is_another_name(skrevet):
    assert not personsok.like(NAVN, skrevet)


def sok(hvem="slt", navn=NAVN, ar=16):
    person = bruker(hvem)
    with som(person) as ctx:
        return personsok.sok_person(ctx, av=person, formal="ny_melding", navn=navn, fodselsar=regi.idag().year - ar)


@pytest.fixture
def sak(db):
    sak = avklart()
    regi.skriv_kort(sak, NAVN)
    return sak


def test_an_own_case_with_the_name_and_the_year_is_found(sak):
    [treff] = sok()
    assert (treff.sak.pk, treff.med_ar) == (sak.pk, True)


def test_another_year_is_another_person(sak):
    assert sok(ar=17) == []


def test_others_learn_nothing_and_are_refused_without_the_role(sak):
    assert sok("slt2") == []
    with pytest.raises(PermissionDenied):
        sok("politi")


def test_a_closed_case_is_not_looked_into(sak):
    with forbi_veggene():
        sql("UPDATE bekymring_sak SET tilstand = 'avsluttet' WHERE id = %s", sak.pk)
    assert sok() == []


def test_that_one_asked_is_told_to_the_personvernombud_without_the_name(sak):
    sok()
    with som(bruker("personvern")):
        [rad] = personsok.siste_sok()
    assert (rad.bruker_id, rad.formal) == (bruker("slt").pk, "ny_melding")
    assert NAVN not in str(rad)
    with som(bruker("slt")):
        assert personsok.siste_sok() == []


def test_the_eleventh_within_an_hour_is_refused(db):
    for _ in range(10):
        sok()
    with pytest.raises(personsok.ForMangeSok):
        sok()
    assert sok("slt2") == []
