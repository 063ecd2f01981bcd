"""Text on its way in is brought to one form, in every form, and the database knows the same birth numbers."""

import re
import unicodedata
from itertools import product

import pytest
from django import forms
from django.db import connection
from django.forms.utils import ErrorDict
from django.http import QueryDict
from django.urls import get_resolver
from hypothesis import given
from hypothesis import strategies as st

from felles.personnummer import MONSTER, finn_personnummer
from felles.skjema import IKKE_TEKST, SETT_OVER, Grunn, Skjema, VedPersonnummer
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
FNR = "010203 12345"
# Forms that do not refuse, and why.
CASE = "a text of the case, which lies encrypted: the form asks"
REPORT = "a page of the report, which is never refused: its last page asks (R10)"
REFUSES_NOT = {
    "AvsluttTilgang": CASE,
    "Avklaring": CASE,
    "Avslutt": CASE,
    "Begrunnelse": CASE,
    "DelOpplysninger": CASE,
    "Familieskjema": CASE,
    "Fortsett": CASE,
    "GiTilgang": CASE,
    "Gjenapningsskjema": CASE,
    "Gjenapningssvar": CASE,
    "GrunnlagSkjema": CASE,
    "Konkluder": CASE,
    "MeldGjort": REPORT,
    "MeldHvem": REPORT,
    "MeldSett": REPORT,
    "MentorkontaktSkjema": CASE,
    "Nodskjema": CASE,
    "Nodvurdering": CASE,
    "Overfor": CASE,
    "PaNytt": CASE,
    "Referat": CASE,
    "UnntakSkjema": CASE,
    "Vurdering": CASE,
}


def _skrives(felt):
    return not isinstance(felt, IKKE_TEKST) and not isinstance(felt.widget, forms.PasswordInput | forms.HiddenInput)


def _skrevet(klasse, navn, tekst):
    """The form with a birth number in one field, cleaned as far as the fields go."""
    skjema = klasse.__new__(klasse)
    Grunn.__init__(skjema, QueryDict(mutable=True))
    skjema.fields = {navn: skjema.fields[navn]}
    skjema.data[navn] = tekst
    skjema._errors, skjema.cleaned_data = ErrorDict(), {}
    skjema._clean_fields()
    return skjema


def _spor(skjema):
    """The boxes that ask whether a text may stand."""
    return [navn for navn in skjema.errors if navn.startswith(SETT_OVER)]


def test_no_form_can_forget_to_look_for_a_birth_number():
    let_through, asks, seen = set(), set(), 0
    for klasse in _skjemaer():
        assert klasse._clean_fields is Grunn._clean_fields, klasse
        texts = [navn for navn, felt in klasse.base_fields.items() if _skrives(felt)]
        for navn, tekst in product(texts, (FNR, f"Et nummer står her: {FNR}, i en lang tekst.")):
            skjema = _skrevet(klasse, navn, tekst)
            if navn not in skjema.errors and isinstance(skjema.cleaned_data.get(navn), str):
                let_through.add(klasse.__name__)
            if _spor(skjema):
                asks.add(klasse.__name__)
        seen += len(texts)
    assert let_through == set(REFUSES_NOT)
    assert asks == {navn for navn, why in REFUSES_NOT.items() if why == CASE}
    assert seen > 100


class Sakstekst(Skjema):
    ved_personnummer = VedPersonnummer.SPOR
    tekst = forms.CharField()


def test_a_case_text_is_taken_when_its_writer_has_looked():
    asked = Sakstekst({"tekst": FNR})
    assert not asked.is_valid()
    [box] = _spor(asked)
    assert f'name="{box}"' in str(asked)
    answered = Sakstekst({"tekst": FNR, box: "on"})
    assert answered.is_valid()
    assert answered.cleaned_data == {"tekst": FNR}
    assert Sakstekst({"tekst": "Konto 1234.56.12345"}).is_valid()


SKILLER = [
    *"\u00a0\u202f\u2011–−\t\n/\u200b\u00ad-,:·(.•_*+~|=…'’\\&#;\ufe0f\u2800\u3164\u0301\uff0e",
    *(sign * antall for sign in " \t\n" for antall in (4, 10)),
    *(" - ", ", ", " (", " pnr. ", ", personnr.: ", " personnummer ", " fnr: ", " fødselsnr. "),
]


@pytest.mark.parametrize(
    "tekst",
    [f"Gjelder 010203{skille}12345 i går" for skille in SKILLER]
    + ["010203  12345", "01.02.03 12345", "01 02 03 12345", "01·02·03 12345", "010203 123 45", "(010203) 12345"]
    + ["01.02.2003 12345", "01.02.1999, 12345", "01022003 12345", "01. 02. 2003 – 12345"]
    + ["410203/12345", "014203/12345", "018203\t12345", "016703–12345", "010203 12345²", "010203 12345 krever noe"]
    + ["０１０２０３１２３４５", "٠١٠٢٠٣ ١٢٣٤٥", "۰۱۰۲۰۳۱۲۳۴۵", "⁰¹⁰²⁰³¹²³⁴⁵", "⓪①⓪②⓪③①②③④⑤", "𝟎𝟏𝟎𝟐𝟎𝟑𝟏𝟐𝟑𝟒𝟓"]
    + ["".join(f"{siffer}\ufe0f\u20e3" for siffer in "01020312345")],
)
def test_a_birth_number_is_known_whatever_stands_between(tekst):
    assert finn_personnummer(en_form(tekst))


@pytest.mark.parametrize(
    "tekst",
    [
        "Konto 1234.56.12345",
        "Konto 1234 56 12345",
        "Org.nr. 987 654 321",
        "Org.nr. 987654321, 912345678",
        "Tlf. 33 41 60 00, 33 41 60 01",
        "22 11 60 00\n23 12 61 01\n24 10 60 02",
        "+47 901 23 456, +47 22 11 10 00",
        "01.02.2026 12345 kroner",
        "18.11.2015 12345 kroner",
        "18.11.26: 12345 kr",
        "18.11.26 – 12345,-",
        "10.11.26, 12 345 kr",
        "250000\t30000",
        "150 000, 210 500, 30 000",
        "18.11.26 kl. 10.30",
        "18.11.26–19.11.26, 30 deltakere",
        "01.01.2019–31.12.2024",
        "24.12.2026 (12345)",
        "2026-11-18 12345",
        "11.10.26: 120, 30 og 15",
        "saken 2026/12345",
        "18.11.26, sak 12345",
        "90 12 34 56 91 12 34 56",
        "m² 12, 13 og 14²",
        "1020312345",
    ],
)
def test_other_numbers_are_left_alone(tekst):
    assert not finn_personnummer(en_form(tekst))


@pytest.mark.django_db
@given(
    st.lists(
        st.text("0123456789 .,:(-/\n\t\u00a0\u2013\u200b\u3164\u0301٣²økrp•", max_size=12)
        | st.sampled_from(["010203", "01 02 03", "01.02.2003", "12345", " pnr. ", " kr", " " * 9])
    )
)
def test_the_database_knows_the_same_numbers(deler):
    tekst = "".join(deler)
    with connection.cursor() as cursor:
        cursor.execute("SELECT %s ~ %s", [tekst, MONSTER])
        refuses = cursor.fetchone()[0]
    assert refuses == bool(re.search(MONSTER, tekst))
    assert finn_personnummer(tekst) or not refuses
