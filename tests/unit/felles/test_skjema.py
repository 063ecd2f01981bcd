from datetime import UTC, date, datetime, time
from types import SimpleNamespace
from uuid import UUID

import pytest
from django import forms
from hypothesis import given
from hypothesis import strategies as st

from felles.avslag import Konflikt
from felles.skjema import (
    DatoFelt,
    Filterskjema,
    KlokkeFelt,
    MedNokkel,
    MedVersjon,
    NokkelFelt,
    Skjema,
    TekstFelt,
    forskjell,
)
from felles.slug import ascii_slug
from felles.tid import idag


class Opprett(MedNokkel, Skjema):
    tittel = TekstFelt(label="Tittel", linjer=1, max_length=20)
    dato = DatoFelt(label="Dato", fram_i_tid=False, required=False)


class Endre(MedVersjon, Skjema):
    tekst = TekstFelt(label="Vurdering")
    slag = forms.ChoiceField(label="Slag", choices=[("a", "Første"), ("b", "Andre")])


def test_a_create_form_gives_the_key_it_was_drawn_with():
    nokkel = Opprett()["nokkel"].value()
    skjema = Opprett({"tittel": "T", "nokkel": nokkel})
    assert skjema.is_valid(), skjema.errors
    assert skjema.cleaned_data["nokkel"] == UUID(nokkel.split(":")[0])


@pytest.mark.parametrize("juks", ["", "x", "0" * 32, "0" * 32 + ":abc", None])
def test_a_key_not_made_by_us_is_refused_and_replaced_when_shown_again(juks):
    skjema = Opprett({"tittel": "Beholdt", "nokkel": juks})
    assert not skjema.is_valid()
    assert "nokkel" in skjema.errors
    tegnet = str(skjema)
    assert "Vi kunne ikke kjenne igjen skjemaet." in tegnet
    assert "Beholdt" in tegnet
    NokkelFelt().clean(skjema["nokkel"].value())


def test_a_label_names_the_field_that_is_missing_and_the_summary_links_to_it():
    tegnet = str(Opprett({"nokkel": NokkelFelt.ny()}))
    assert '<a href="#id_tittel">Fyll ut «Tittel».</a>' in tegnet
    assert 'aria-invalid="true"' in tegnet
    assert 'aria-describedby="id_tittel_error"' in tegnet
    assert 'id="id_tittel_error"' in tegnet


def test_a_box_that_must_be_ticked_is_not_asked_to_be_filled_in():
    class Kryss(Skjema):
        sett = forms.BooleanField(label="Jeg har sett over")

    assert Kryss({}).errors["sett"] == ["Kryss av for «Jeg har sett over»."]


def test_mixed_forms_say_of_each_field_whether_it_must_be_filled_in():
    tegnet = str(Opprett())
    assert (tegnet.count("Må fylles ut"), tegnet.count("Valgfritt")) == (1, 1)
    assert " required" not in tegnet


@pytest.mark.parametrize("tekst", ["a\x00b", "\x00"])
def test_a_nul_byte_gives_a_message(tekst):
    skjema = Opprett({"tittel": tekst, "nokkel": NokkelFelt.ny()})
    assert skjema.errors["tittel"] == ["Teksten har tegn som ikke kan lagres. Skriv den på nytt."]


def test_too_long_a_text_says_how_long_it_is():
    skjema = Opprett({"tittel": "x" * 1_000_000, "nokkel": NokkelFelt.ny()})
    assert skjema.errors["tittel"] == ["Teksten er 1000000 tegn. Den kan være høyst 20 tegn."]


def test_a_date_ahead_is_refused_where_only_the_past_makes_sense():
    skjema = Opprett({"tittel": "T", "dato": "i morgen", "nokkel": NokkelFelt.ny()})
    assert skjema.errors["dato"] == ["Dato kan ikke være fram i tid."]


def test_a_saved_date_is_drawn_as_it_is_typed():
    assert 'value="18.11.2026"' in str(Opprett(initial={"dato": date(2026, 11, 18)}))


@given(st.text(max_size=200))
def test_no_typed_text_breaks_the_form_or_is_lost_from_it(tekst):
    skjema = Opprett({"tittel": tekst, "dato": tekst, "nokkel": tekst})
    skjema.is_valid()
    assert skjema["tittel"].value() == tekst
    str(skjema)


def test_a_filter_leaves_out_what_it_does_not_understand():
    class Filter(Filterskjema):
        slag = forms.ChoiceField(choices=[("a", "A")])
        fra = DatoFelt(label="Fra")

    assert Filter({"slag": "tull", "fra": "i dag"}).valgt() == {"fra": idag()}


def test_a_conflict_shows_the_difference_and_lets_a_second_save_win_knowingly():
    skjema = Endre({"tekst": "Gutten møtte opp.", "slag": "b", "versjon": "1"})
    assert skjema.is_valid()
    lagret = SimpleNamespace(tekst="Møtte opp.", slag="a")
    skjema.konflikt(Konflikt(lagret, versjon=2, navn="Ola", tid=datetime(2026, 11, 23, 9, 12, tzinfo=UTC)))
    tegnet = " ".join(str(skjema).split())
    assert "Ola endret dette kl. 10.12 mens du skrev. Se forskjellen før du lagrer." in tegnet
    assert "<del>Møtte</del> <ins>Gutten møtte</ins> opp." in tegnet
    assert "<del>Første</del> <ins>Andre</ins>" in tegnet
    assert '<input type="hidden" name="versjon" value="2"' in tegnet


@given(st.text(alphabet="ab \n", max_size=40), st.text(alphabet="ab \n", max_size=40))
def test_the_difference_holds_every_word_of_both_texts(lagret, ditt):
    deler = forskjell(lagret, ditt)
    assert " ".join(t for slag, t in deler if slag != "bare_ditt").split() == lagret.split()
    assert " ".join(t for slag, t in deler if slag != "bare_lagret").split() == ditt.split()


def test_two_long_texts_are_compared_line_by_line_and_not_word_by_word():
    """Word by word the time grows with the square of the length."""
    en, annen = ("ord " * 100_000).strip(), ("ord " * 100_001).strip()
    assert forskjell(f"{en}\nlikt", f"{annen}\nlikt") == [("bare_lagret", en), ("bare_ditt", annen), ("lik", "likt")]


def test_norwegian_letters_become_readable_ascii():
    assert ascii_slug("Oppfølging på ærlig Ål") == "oppfolging-pa-aerlig-al"


@pytest.mark.parametrize("skrevet", ["9.30", "09:30", "0930", "930", "kl. 9.30", " KL 09.30 "])
def test_one_clock_reads_what_people_type(skrevet):
    assert KlokkeFelt().clean(skrevet) == time(9, 30)


@pytest.mark.parametrize("skrevet", ["25.00", "9.99", "halv ni", "12.3.4", "-1", "9" * 100])
def test_what_is_no_time_of_day_is_answered_with_how_to_write_it(skrevet):
    with pytest.raises(forms.ValidationError, match="Skriv klokkeslettet slik"):
        KlokkeFelt().clean(skrevet)
