"""Text on its way in is brought to one form, in every form, and the database knows the same birth numbers."""

import re
import unicodedata

import pytest
from django import forms
from django.db import connection
from django.http import QueryDict
from django.urls import get_resolver
from hypothesis import given
from hypothesis import strategies as st

from felles.personnummer import MONSTER
from felles.skjema import IKKE_TEKST, Grunn, Skjema
from felles.tekst import en_form

VAR = ("brukere", "samarbeid", "tiltak", "bekymring", "rapport", "forside", "felles")
SKRIVEMATER = [
    "Åsgård lag",
    unicodedata.normalize("NFD", "Åsgård lag"),
    "Åsgård\u00a0lag",
    "Ås\u00adgård \u200b lag\ufeff",
]


@pytest.mark.parametrize("tekst", SKRIVEMATER)
def test_a_name_that_looks_the_same_is_the_same(tekst):
    assert en_form(tekst, linjer=False) == "Åsgård lag"


@pytest.mark.parametrize(
    ("inn", "ut"),
    [
        ("en\r\nto\rtre\u2028fire", "en\nto\ntre\nfire"),
        ("avsnitt\n\n- punkt\n  - under", "avsnitt\n\n- punkt\n  - under"),
        ("１２\u201134 \u22125", "12-34 -5"),
        ("2024–2026", "2024–2026"),
        ("👩\u200d👧 ❤\ufe0f\u200d🔥", "👩\u200d👧 ❤\ufe0f\u200d🔥"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("O\u200dla \u202eNordmann\x07", "Ola Nordmann"),
    ],
)
def test_what_is_seen_and_means_something_is_kept(inn, ut):
    assert en_form(inn) == ut


TEGN = st.one_of(
    st.characters(codec="utf-8"),
    st.sampled_from("\u200d\u200c\u0300\u030aa👩\u00ad\u00a0\u2212\u20115\u2028\r\n\ufe0f"),
)


@given(st.text(TEGN), st.booleans())
def test_bringing_it_twice_changes_nothing(tekst, linjer):
    once = en_form(tekst, linjer=linjer)
    assert en_form(once, linjer=linjer) == once


# --- Every form ---------------------------------------------------------------------------------------------------
def _skjemaer():
    """Every form class of ours that is loaded once all addresses are: each is used by some page."""
    assert get_resolver().reverse_dict

    def under(klasse):
        for ett in klasse.__subclasses__():
            yield ett
            yield from under(ett)

    egne = {k for k in under(forms.BaseForm) if k.__module__.split(".")[0] in VAR and getattr(k, "base_fields", None)}
    mixins = {k for k in egne if not issubclass(k, Grunn)}
    assert all(any(issubclass(k, mixin) for k in egne - mixins) for mixin in mixins), "a form outside felles.skjema"
    return sorted(egne - mixins, key=lambda k: (k.__module__, k.__name__))


def test_every_text_field_of_every_form_gets_its_text_in_one_form():
    seen = 0
    for klasse in _skjemaer():
        for navn, felt in klasse.base_fields.items():
            if not isinstance(felt, forms.CharField) or isinstance(felt.widget, forms.PasswordInput):
                continue
            assert not isinstance(felt, IKKE_TEKST)
            skjema = klasse.__new__(klasse)
            Grunn.__init__(skjema, QueryDict(mutable=True))
            skjema.data[navn] = SKRIVEMATER[1]
            assert klasse.full_clean is Grunn.full_clean, klasse
            assert skjema._i_en_form()[navn] == "Åsgård lag", f"{klasse.__name__}.{navn}"
            seen += 1
    assert seen > 60


class Prove(Skjema):
    navn = forms.CharField()
    passord = forms.CharField(widget=forms.PasswordInput, strip=False)


def test_a_form_reads_the_one_form_and_leaves_the_password():
    skjema = Prove({"navn": SKRIVEMATER[2], "passord": "a\u00a0 b"})
    assert skjema.is_valid()
    assert skjema.cleaned_data == {"navn": "Åsgård lag", "passord": "a\u00a0 b"}


# --- Birth numbers ------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "tekst",
    [f"Gjelder 010203{skille}12345 i går" for skille in "\u00a0\u202f\u2011–−\t\n/\u200b\u00ad- "]
    + ["010203  12345", "010203 - 12345", "01.02.03 12345", "01 02 03 12345", "010203 123 45", "０１０２０３１２３４５"]
    + ["410203/12345", "014203/12345", "018203\t12345", "016703–12345"],
)
def test_a_birth_number_is_known_whatever_stands_between(tekst):
    assert re.search(MONSTER, en_form(tekst))


@pytest.mark.parametrize(
    "tekst",
    [
        "Konto 1234.56.12345",
        "Org.nr. 987 654 321",
        "Tlf. 33 41 60 00, 33 41 60 01",
        "01.02.2026 12345 kroner",
        "250000\t30000",
        "18.11.26 kl. 10.30",
        "saken 2026/12345",
        "90 12 34 56 91 12 34 56",
    ],
)
def test_other_numbers_are_left_alone(tekst):
    assert not re.search(MONSTER, en_form(tekst))


@pytest.mark.django_db
@given(
    st.lists(
        st.text("0123456789 .-/\n\t\u00a0\u2013\u200b", max_size=20) | st.sampled_from(["010203", "01 02 03", "12345"])
    )
)
def test_the_database_knows_the_same_numbers(deler):
    tekst = "".join(deler)
    with connection.cursor() as cursor:
        cursor.execute("SELECT %s ~ %s", [tekst, MONSTER])
        assert cursor.fetchone() == (bool(re.search(MONSTER, tekst)),)
