"""A text opens with its key in its place, and in no other way; keys are wrapped by files that lie in no database."""

import os
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vern import kek, krypto

NOKKEL = os.urandom(32)
STED = krypto.sted("sak", "felles", "tekst", "innhold", "rad")


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_whatever_is_locked_comes_back_as_it_was(tekst):
    assert krypto.apne(NOKKEL, krypto.lukk(NOKKEL, tekst, STED), STED) == tekst


def test_the_same_words_never_look_the_same():
    assert krypto.lukk(NOKKEL, "ja", STED) != krypto.lukk(NOKKEL, "ja", STED)


@pytest.mark.parametrize("nr", range(5))
def test_a_text_moved_in_any_way_does_not_open(nr):
    deler = ["sak", "felles", "tekst", "innhold", "rad"]
    deler[nr] = "annet"
    with pytest.raises(krypto.KryptoFeil):
        krypto.apne(NOKKEL, krypto.lukk(NOKKEL, "ja", STED), krypto.sted(*deler))


def test_another_key_and_a_changed_byte_open_nothing():
    lukket = krypto.lukk(NOKKEL, "ja", STED)
    with pytest.raises(krypto.KryptoFeil):
        krypto.apne(os.urandom(32), lukket, STED)
    for nr in range(len(lukket)):
        endret = lukket[:nr] + bytes([lukket[nr] ^ 1]) + lukket[nr + 1 :]
        with pytest.raises(krypto.KryptoFeil):
            krypto.apne(NOKKEL, endret, STED)


def test_an_unknown_edition_is_refused_by_name():
    lukket = b"\x02" + krypto.lukk(NOKKEL, "ja", STED)[1:]
    with pytest.raises(krypto.KryptoFeil, match="utgave"):
        krypto.apne(NOKKEL, lukket, STED)


@pytest.fixture
def kekfil(tmp_path, settings):
    """A place of its own for the files, with version 1 in it."""
    fil = tmp_path / uuid4().hex
    settings.KEK, settings.KEK_FILE = "", str(fil)
    fil.write_text("a" * kek.MINST)
    return fil


def ny(kekfil, versjon, tekst="b" * kek.MINST):
    kekfil.with_name(f"{kekfil.name}.{versjon}").write_text(tekst)


def test_the_first_file_is_version_one_and_the_highest_number_wraps_new_keys(kekfil):
    assert kek.nyeste() == 1
    ny(kekfil, 2)
    ny(kekfil, 10)
    assert kek.nyeste() == 10
    assert set(kek.filer(kekfil)) == {1, 2, 10}


@pytest.mark.parametrize("ende", ["1", "0", "02", "2.bak", "x", "9999999"])
def test_other_files_beside_it_are_no_keys(kekfil, ende):
    ny(kekfil, ende)
    assert set(kek.filer(kekfil)) == {1}


def test_a_key_wrapped_by_one_version_is_unwrapped_by_that_version_only(kekfil):
    ny(kekfil, 2)
    pakke = krypto.pakk(NOKKEL, b"sted", 1)
    assert krypto.pakk_ut(pakke, b"sted", 1) == NOKKEL
    with pytest.raises(krypto.KryptoFeil):
        krypto.pakk_ut(pakke, b"sted", 2)
    with pytest.raises(krypto.KryptoFeil):
        krypto.pakk_ut(pakke, b"et annet sted", 1)


def test_a_version_without_a_file_is_unknown(kekfil):
    with pytest.raises(kek.UkjentKek, match="3"):
        kek.kek(3)
    with pytest.raises(krypto.KryptoFeil):
        krypto.pakk_ut(os.urandom(60), b"sted", 3)


@pytest.mark.parametrize(("lengde", "ja"), [(kek.MINST, True), (kek.MINST - 1, False)])
def test_a_file_that_is_too_short_is_no_key(kekfil, lengde, ja):
    ny(kekfil, 2, " " + "c" * lengde + "\n")
    if ja:
        assert kek.kek(2)
    else:
        with pytest.raises(kek.UkjentKek, match="for kort"):
            kek.kek(2)


def test_the_same_secret_under_two_versions_is_two_keys(kekfil):
    ny(kekfil, 2, kekfil.read_text())
    with pytest.raises(krypto.KryptoFeil):
        krypto.pakk_ut(krypto.pakk(NOKKEL, b"sted", 1), b"sted", 2)
