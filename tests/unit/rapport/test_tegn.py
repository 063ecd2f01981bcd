"""Which signs the paper can show: one question, asked of a text and of a whole year."""

import unicodedata

import pytest

from rapport.trykk.arsbilde import Omradebilde, Tiltaksbilde
from rapport.trykk.tegn import mangler, papirtekst, ukjente_tegn

from .eksempel import arsbilde


@pytest.mark.parametrize("fra_til", [(0xA0, 0x180), (0x180, 0x250), (0x1E00, 0x1F00)])
def test_every_latin_letter_can_be_printed_also_when_typed_in_two_pieces(fra_til):
    for tegn in map(chr, range(*fra_til)):
        if unicodedata.category(tegn).startswith("L") and tegn != "\u1e9c":  # a long s of old prints
            assert not ukjente_tegn(tegn), tegn
            assert not ukjente_tegn(unicodedata.normalize("NFD", tegn)), tegn


@pytest.mark.parametrize("tegn", ["👍🏽", "🇳🇴", "👨\u200d👩\u200d👧", "漢", "\ue000"])
def test_what_paper_lacks_is_named_whole(tegn):
    assert "".join(ukjente_tegn(f"Før {tegn} etter")) == tegn.replace("\u200d", "")


def test_a_sign_is_named_once():
    assert ukjente_tegn("👍 og 🎉 og 👍") == ("👍", "🎉")


def test_a_stroke_after_markup_does_not_break_the_page():
    assert papirtekst("<p>\u0338a</p>") == "<p>\u0338a</p>"


def test_each_tiltak_and_what_stands_outside_them_say_what_they_lack():
    def ett(nr, **felter):
        return Tiltaksbilde(nr, f"Tiltak {nr}", "Kommunen", (), (None,), "i_rute", **felter)

    omrade = Omradebilde(1, "Område", (ett(1, gjort="✓ fint"), ett(2, avvik="Nei 🎉"), ett(3, bevis=("漢",))))
    funnet = mangler(arsbilde(omrader=(omrade,), beslutning="Ja 👍", mottaker="Ærlig talt"))
    assert [(m.tiltak, m.tegn) for m in funnet] == [(2, ("🎉",)), (3, ("漢",)), (0, ("👍",))]
