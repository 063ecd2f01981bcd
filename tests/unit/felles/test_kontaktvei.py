"""A number rings and an address opens a letter, however they were written; what isn't one is refused in words."""

import pytest
from django.core.exceptions import ValidationError

from bekymring.forms.nod import Nodskjema
from felles.kontaktvei import epostlenke, ringbart, telefonlenke
from felles.tastatur import EpostFelt, NettadresseFelt


@pytest.mark.parametrize(
    ("skrevet", "nummer"),
    [
        ("33 41 60 00", "+4733416000"),
        ("334 16 000 (sentralbord)", "+4733416000"),
        ("+47 33 41 60 00", "+4733416000"),
        ("0047 33416000", "+4733416000"),
        ("+46 8 123 456", "+468123456"),
        ("116 117", "116117"),
        ("02800", "02800"),
        ("ring sentralbordet", ""),
    ],
)
def test_a_number_is_rung_as_it_is_meant_and_shown_as_it_is_written(skrevet, nummer):
    assert ringbart(skrevet) == nummer
    assert skrevet in telefonlenke(skrevet) and ("href" in telefonlenke(skrevet)) is bool(nummer)


def test_an_address_in_a_link_is_nothing_but_an_address():
    assert 'href="mailto:a%3Fcc%3Db@c.no"' in epostlenke("a?cc=b@c.no") and "<b" not in epostlenke("<b>@c.no")


@pytest.mark.parametrize("skrevet", ["kari＠x.no", "kari @x.no", "kari@\u00a0x.no", " kari@x.no\u00a0"])
def test_an_address_with_a_wide_at_or_a_blank_beside_it_is_the_address(skrevet):
    assert EpostFelt().clean(skrevet) == "kari@x.no"


def test_two_words_before_the_at_are_no_address():
    with pytest.raises(ValidationError):
        EpostFelt().clean("kari nordby@x.no")


@pytest.mark.parametrize("skrevet", ["http://x.no–y/", "x–y.no", "https://www.“x”.no/"])
def test_a_dash_in_the_name_of_a_site_is_refused_with_what_to_write(skrevet):
    with pytest.raises(ValidationError, match=r"bindestrek|nettadresse"):
        NettadresseFelt().clean(skrevet)
    assert NettadresseFelt().clean("https://ås.no/a–b") == "https://ås.no/a–b"


def test_a_case_number_is_typed_in_capitals_and_not_put_right():
    attrs = Nodskjema.base_fields["nummer"].widget.attrs
    assert attrs["autocapitalize"] == "characters" and attrs["autocorrect"] == "off"
