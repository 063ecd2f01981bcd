"""The sort key in Python and the one in the database are the same key."""

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from brukere.models import Bruker
from felles.sortering import FRA, Sorter, nokkel

RIKTIG = ["Arne", "éa", "Oslo", "Zoo", "Ærø", "Østfold", "aa", "Ås"]
# what PostgreSQL can store: no NUL, no lone surrogates
TEKST = st.text(st.one_of(st.sampled_from(FRA), st.characters(exclude_characters="\0", exclude_categories=["Cs"])))


def in_database(tekst: str) -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT vern.sorter(%s)", [tekst])
        return cursor.fetchone()[0]


def test_ae_oe_aa_come_last_and_double_a_sorts_as_aa():
    assert sorted(["Ås", "Zoo", "aa", "Østfold", "éa", "Ærø", "Oslo", "Arne"], key=nokkel) == RIKTIG


@pytest.mark.django_db
@settings(max_examples=300, suppress_health_check=list(HealthCheck), deadline=None)
@given(TEKST)
def test_python_and_database_make_the_same_key(tekst):
    assert in_database(tekst) == nokkel(tekst)


@pytest.mark.django_db
def test_each_letter_of_the_table_has_the_same_key_in_both():
    assert [in_database(letter) for letter in FRA] == [nokkel(letter) for letter in FRA]


@pytest.mark.django_db
def test_order_by_sorter_orders_as_python_does():
    navn = [*RIKTIG, "Åse", "Aase", "Zaa", "{", "z"]
    for nr, value in enumerate(navn):
        Bruker.objects.create(username=f"sorter{nr}", navn=value)
    rader = Bruker.objects.filter(username__startswith="sorter").order_by(Sorter("navn"), "id")
    assert [rad.navn for rad in rader] == sorted(navn, key=nokkel)


@pytest.mark.django_db
def test_the_function_is_immutable_so_that_it_can_carry_an_index():
    with connection.cursor() as cursor:
        cursor.execute("SELECT provolatile FROM pg_proc WHERE oid = 'vern.sorter(text)'::regprocedure")
        assert cursor.fetchone() == ("i",)
