"""The nynorsk catalogue is whole: every text, nothing left over, nothing half done, and it is nynorsk."""

import re

import pytest
from django.utils import translation

from felles import sprak

BOKMAL = re.compile(
    r"\b(ikke|jeg|hva|hvem|hvordan|hvorfor|hvis|noen|noe|fra|være|en|et|mer|uke|"
    r"forskjell|begrunnelse|tjeneste|nå|navn|skole|hjemmel|selv|veiledning|mulig|mange ganger)\b"
)


@pytest.fixture(scope="module")
def katalog():
    return sprak.les()


def _noklar(catalog):
    return {(str(message.id), message.context) for message in catalog if message.id}


def _tekster(message):
    return [text for text in (message.string if message.pluralizable else [message.string]) if text]


def test_every_text_has_its_nynorsk_and_no_other_is_kept(katalog):
    """If this fails: run `python manage.py sprak`, and write what it says is missing."""
    assert _noklar(katalog) == _noklar(sprak.oppdater())
    assert sprak.mangler(katalog) == []
    assert not katalog.obsolete


def test_every_translation_keeps_the_places_of_the_text(katalog):
    hull = re.compile(r"%\(\w+\)[sd]|{\w+}")
    for message in katalog:
        if message.id:
            kilde = message.id if isinstance(message.id, tuple) else (message.id,)
            tillatt = [set(hull.findall(text)) for text in kilde]
            if message.id in sprak.FRA_DJANGO:
                tillatt.append(set())
            for tekst in _tekster(message):
                assert set(hull.findall(tekst)) in tillatt, message.id


def test_no_bokmal_word_is_left_in_the_nynorsk(katalog):
    tekster = [tekst for message in katalog if message.id for tekst in _tekster(message)]
    assert [tekst for tekst in tekster if BOKMAL.search(re.sub(r"%\(\w+\)[sd]|{\w+}", "", tekst))] == []


def test_a_page_is_read_in_nynorsk_by_the_one_who_chose_it(som):
    klient = som("slt")
    klient.post("/sprak/", {"sprak": "nn", "next": "/hjelp/"})
    tekst = klient.get("/hjelp/").text
    assert "Hjelp og rettleiing" in tekst
    assert "Hjelp og veiledning" not in tekst


@pytest.mark.parametrize(("malform", "melding"), [("nb", "Fyll ut feltet."), ("nn", "Fyll ut feltet.")])
def test_djangos_own_messages_are_ours(malform, melding):
    with translation.override(malform):
        assert translation.gettext("This field is required.") == melding
        assert "gyldig" not in translation.gettext("Enter a valid date.")
