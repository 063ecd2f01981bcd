"""Suppression: nothing small is shown, and nothing hidden can be worked out by a reader with patience."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from felles.skjerming import Celle, SkjermetTabell, Skjult, neste_verdi, skjerm, skjerm_tall

TABELLER = st.integers(1, 5).flatmap(
    lambda kolonner: st.lists(
        st.lists(st.integers(0, 14), min_size=kolonner, max_size=kolonner), min_size=1, max_size=5
    )
)


def variabler(tabell: SkjermetTabell) -> dict[str, Celle]:
    alle = {f"c{r}.{k}": celle for r, rad in enumerate(tabell.celler) for k, celle in enumerate(rad)}
    alle |= {f"r{r}": celle for r, celle in enumerate(tabell.radsummer)}
    alle |= {f"k{k}": celle for k, celle in enumerate(tabell.kolonnesummer)}
    return alle | {"sum": tabell.sum}


def fasit(tall: list[list[int]]) -> dict[str, int]:
    alle = {f"c{r}.{k}": verdi for r, rad in enumerate(tall) for k, verdi in enumerate(rad)}
    alle |= {f"r{r}": sum(rad) for r, rad in enumerate(tall)}
    alle |= {f"k{k}": sum(rad[k] for rad in tall) for k in range(len(tall[0]))}
    return alle | {"sum": sum(map(sum, tall))}


def likninger(rader: int, kolonner: int) -> list[tuple[str, list[str]]]:
    """Every sum that a reader knows must hold: (total, parts)."""
    return [
        *((f"r{r}", [f"c{r}.{k}" for k in range(kolonner)]) for r in range(rader)),
        *((f"k{k}", [f"c{r}.{k}" for r in range(rader)]) for k in range(kolonner)),
        ("sum", [f"r{r}" for r in range(rader)]),
        ("sum", [f"k{k}" for k in range(kolonner)]),
    ]


class Leser:
    """A reader who tries every whole number: the exact solver, written without a thought of networks.

    A figure of 5 or more that is hidden is tried a little beyond its true value only, which makes the reader
    stronger than a real one.
    """

    def __init__(self, vist: dict[str, Celle], sant: dict[str, int], summer: list[tuple[str, list[str]]]) -> None:
        self.summer = summer
        self.grenser = {
            navn: (celle, celle) if isinstance(celle, int) else (1, 4) if celle is Skjult.UNDER else (5, sant[navn] + 6)
            for navn, celle in vist.items()
        }

    def snevre_inn(self, grenser: dict[str, tuple[int, int]]) -> dict[str, tuple[int, int]] | None:
        endret = True
        while endret:
            endret = False
            for total, deler in self.summer:
                ledd = [(total, -1), *((navn, 1) for navn in deler)]
                for navn, fortegn in ledd:
                    andre = [(grenser[n], f) for n, f in ledd if n != navn]
                    lav = sum(g[0] if f == 1 else -g[1] for g, f in andre)
                    hoy = sum(g[1] if f == 1 else -g[0] for g, f in andre)
                    fra, til = (-hoy, -lav) if fortegn == 1 else (lav, hoy)
                    ny = (max(grenser[navn][0], fra), min(grenser[navn][1], til))
                    if ny[0] > ny[1]:
                        return None
                    if ny != grenser[navn]:
                        grenser[navn], endret = ny, True
        return grenser

    def mulig(self, grenser: dict[str, tuple[int, int]]) -> bool:
        snevret = self.snevre_inn(dict(grenser))
        if snevret is None:
            return False
        apne = [(hoy - lav, navn) for navn, (lav, hoy) in snevret.items() if lav < hoy]
        if not apne:
            return True
        _, navn = min(apne)
        lav, hoy = snevret[navn]
        return any(self.mulig(snevret | {navn: (verdi, verdi)}) for verdi in range(lav, hoy + 1))

    def kan_vite(self, navn: str, sann: int) -> bool:
        """Whether the true value is the only one possible."""
        lav, hoy = self.grenser[navn]
        return not any(
            self.mulig(self.grenser | {navn: (verdi, verdi)}) for verdi in range(lav, hoy + 1) if verdi != sann
        )


def avslorte(tall: list[list[int]]) -> list[str]:
    """Hidden figures that the reader knows exactly."""
    vist, sant = variabler(skjerm(tall)), fasit(tall)
    if skjerm(tall).helt_skjult:
        return []
    leser = Leser(vist, sant, likninger(len(tall), len(tall[0])))
    return [navn for navn, celle in vist.items() if isinstance(celle, Skjult) and leser.kan_vite(navn, sant[navn])]


@pytest.mark.parametrize(("verdi", "vist"), [(0, 0), (1, Skjult.UNDER), (4, Skjult.UNDER), (5, 5), (14, 14)])
def test_one_to_four_are_under_5_and_zero_is_shown(verdi, vist):
    assert skjerm_tall(verdi) == vist


def test_the_word_is_under_5():
    assert str(Skjult.UNDER.tekst) == "under 5"


def test_a_negative_count_is_refused():
    with pytest.raises(ValueError, match="negativt"):
        skjerm_tall(-1)
    with pytest.raises(ValueError, match="negativt"):
        skjerm([[1, -1]])


def test_a_ragged_table_is_refused():
    with pytest.raises(ValueError, match="like lange"):
        skjerm([[1], [1, 2]])


def test_one_small_cell_in_a_row_takes_a_second_cell_with_it():
    assert skjerm([[3, 20], [10, 30]]).celler == ((Skjult.UNDER, Skjult.VISES_IKKE), (Skjult.VISES_IKKE,) * 2)


def test_two_ones_under_a_total_of_six_do_not_stand_beside_a_five():
    """1 and 5 are the only way to make 6 of a 1-4 and a 5-or-more: hiding one neighbour is not enough."""
    assert avslorte([[1, 5, 0]]) == []


def test_four_ones_are_not_counted_by_their_words():
    tabell = skjerm([[1, 1, 1, 1]])
    assert tabell.helt_skjult
    assert set(variabler(tabell).values()) == {Skjult.VISES_IKKE}


def test_a_table_without_small_cells_is_shown_whole():
    assert skjerm([[5, 0], [7, 9]]) == SkjermetTabell(((5, 0), (7, 9)), (5, 16), (12, 9), 21)


@pytest.mark.parametrize(
    ("forrige", "ny", "vist"),
    [
        (None, 14, 14),
        (None, Skjult.UNDER, Skjult.UNDER),
        (0, Skjult.UNDER, Skjult.UNDER),
        (Skjult.UNDER, 6, 6),
        (14, 16, 14),
        (14, 18, 14),
        (14, 19, 19),
        (14, 14, 14),
        (14, 9, 14),
        (14, Skjult.UNDER, 14),
    ],
)
def test_a_published_figure_stands_until_it_has_grown_by_five(forrige, ny, vist):
    assert neste_verdi(forrige, ny) == vist


@given(TABELLER)
@settings(max_examples=200, deadline=None)
def test_nothing_from_1_to_4_is_ever_shown(tall):
    vist = variabler(skjerm(tall)).values()
    assert not [celle for celle in vist if isinstance(celle, int) and 0 < celle < 5]


@given(TABELLER)
@settings(max_examples=200, deadline=None)
def test_what_is_shown_is_true(tall):
    tabell = skjerm(tall)
    sant = fasit(tall)
    for navn, celle in variabler(tabell).items():
        if isinstance(celle, int):
            assert celle == sant[navn]
        elif not tabell.helt_skjult:
            assert (celle is Skjult.UNDER) == (0 < sant[navn] < 5)


@given(TABELLER)
@settings(max_examples=100, deadline=None)
def test_zero_is_always_shown_unless_the_whole_table_is_hidden(tall):
    tabell, sant = skjerm(tall), fasit(tall)
    if not tabell.helt_skjult:
        assert all(variabler(tabell)[navn] == 0 for navn, verdi in sant.items() if verdi == 0)


@given(TABELLER)
@settings(max_examples=100, deadline=None)
def test_the_same_table_gives_the_same_answer(tall):
    assert skjerm(tall) == skjerm([list(rad) for rad in tall])


def test_the_reader_of_this_test_does_find_what_simple_hiding_gives_away():
    """The solver must be able to fail: with only 1-4 hidden it finds the figure by subtraction."""
    vist = variabler(SkjermetTabell(((Skjult.UNDER, 20),), (23,), (Skjult.UNDER, 20), 23))
    leser = Leser(vist, fasit([[3, 20]]), likninger(1, 2))
    assert leser.kan_vite("c0.0", 3)


def test_no_hidden_figure_can_be_computed_in_random_tables(pytestconfig):
    tilfeldig = random.Random(31)
    antall = 5_000 if pytestconfig.getoption("--alt", default=False) else 500
    for _ in range(antall):
        rader, kolonner = tilfeldig.randint(1, 4), tilfeldig.randint(1, 4)
        storst = tilfeldig.choice([4, 8, 15, 40])
        tall = [[tilfeldig.randint(0, storst) for _ in range(kolonner)] for _ in range(rader)]
        assert avslorte(tall) == [], tall
