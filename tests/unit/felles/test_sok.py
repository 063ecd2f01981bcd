"""The pieces of the search: letters, stems, excerpts, and how far a misspelt word may be from the right one."""

import unicodedata

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from felles.sok import UTDRAG, Sporsmal, Treff, avstand, brett, merk, ordene, sokbar, tolk, vei


def i_basen(tekst):
    with connection.cursor() as cursor:
        cursor.execute("SELECT vern.sokbar(%s)", [tekst])
        return cursor.fetchone()[0]


@pytest.mark.django_db
def test_python_and_the_database_fold_text_alike():
    letters = "".join(map(chr, (*range(0x20, 0x250), *range(0x370, 0x500), *range(0x1E00, 0x1F00), 0x212B)))
    tekst = f"{letters} Ærlig Ås Øst Idé Müller Aasen skole/barnehage a@b.no 😀 ЖЮ"
    assert i_basen(tekst) == sokbar(tekst)
    assert i_basen(unicodedata.normalize("NFD", tekst)) == sokbar(unicodedata.normalize("NFD", tekst)) == sokbar(tekst)


@given(st.text(alphabet=st.characters(exclude_categories=("Cs",), exclude_characters="\0"), max_size=80))
def test_folding_keeps_the_length_so_that_places_agree(tekst):
    assert len(brett(tekst)) == len(tekst)


def test_aa_ae_and_o_are_letters_of_their_own_and_foreign_marks_do_not_count():
    assert brett("BÅR Ære Øl") == "bår ære øl"
    assert brett("Idé, Müller, Ödegård, Ängelholm") == "ide, muller, ødegård, ængelholm"


def test_the_words_of_a_question_are_few_and_each_once():
    assert ordene("Skole-skole «SKOLE» og 7 x !!") == ("skole", "og", "7")
    assert len(ordene(" ".join(f"ord{n}" for n in range(50)))) == 8


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("ord", "stamme"),
    [("skolene", "skol"), ("foreldrene", "foreldr"), ("ungdommen", "ungdom"), ("2016", "2016"), ("nav", "nav")],
)
def test_words_are_looked_for_by_their_norwegian_stem(ord, stamme):
    assert tolk([ord]).stammer == (stamme,)


@pytest.mark.django_db
def test_small_words_are_not_looked_for():
    assert tolk(["og", "skole", "ikke"]).ord == ("skole",)


def merket(treff):
    return [tekst for er_treff, tekst in treff.deler if er_treff]


def test_hits_are_marked_as_they_are_written_and_whole_words_count_most():
    sporsmal = Sporsmal(("gruppe",), ("grupp",))
    treff = merk(Treff("x", "Kjernegruppene", "/", tekst="Ei Gruppe og en foreldregruppe."), sporsmal)
    assert merket(treff) == ["Gruppe", "foreldregruppe"]
    assert treff.tittel_deler == ((True, "Kjernegruppene"),)
    assert vei(Treff("x", "Gruppe", "/"), sporsmal).poeng > vei(treff, sporsmal).poeng


def test_the_excerpt_is_where_the_hits_are_and_is_cut_between_words():
    tekst = "først " * 100 + "her står skolen og skolene " + "sist " * 100
    deler = merk(Treff("x", "t", "/", tekst=tekst), Sporsmal(("skolen",), ("skol",))).deler
    utdrag = "".join(tekst for _treff, tekst in deler)
    assert merket(merk(Treff("x", "t", "/", tekst=tekst), Sporsmal(("skolen",), ("skol",)))) == ["skolen", "skolene"]
    assert utdrag.startswith("… først") and utdrag.endswith(" …")
    assert len(utdrag) <= UTDRAG + 5


@given(st.text(max_size=400), st.text(min_size=1, max_size=6, alphabet="abå "))
def test_no_letter_of_the_text_is_lost_or_made_up(tekst, ord):
    stammer = ordene(ord)
    deler = merk(Treff("x", "t", "/", tekst=tekst), Sporsmal(stammer, stammer)).deler
    kjerne = "".join(tekst for _treff, tekst in deler).removeprefix("… ").removesuffix(" …")
    assert kjerne in tekst


@pytest.mark.parametrize(
    ("a", "b", "feil"),
    [("skole", "skole", 0), ("skoel", "skole", 1), ("frivilige", "frivillige", 1), ("bar", "bår", 1), ("nav", "", 3)],
)
def test_swapped_missing_and_wrong_letters_count_one_each(a, b, feil):
    assert avstand(a, b) == feil
