"""R44 and R45: every text of a case says who may read it, and is looked over before it is kept."""

from django import forms
from django.urls import get_resolver

from bekymring.forms import KAN_LESE, Sakstekster, er_fritekst
from felles.skjema import SETT_OVER, Grunn, TekstFelt, VedPersonnummer


class Sakslapp(Sakstekster):
    tekst = TekstFelt(help_text="Kort.")
    navn = forms.CharField(required=False)


def _spor(skjema):
    return [navn for navn in skjema.errors if navn.startswith(SETT_OVER)]


def _skjemaer_i_saken():
    assert get_resolver().reverse_dict

    def under(klasse):
        for ett in klasse.__subclasses__():
            yield ett
            yield from under(ett)

    alle = {k for k in under(Grunn) if k.__module__.startswith("bekymring")}
    return {k for k in alle if any(er_fritekst(felt) for felt in k.base_fields.values())}


def test_no_form_of_a_case_has_a_text_that_is_not_looked_over():
    found = _skjemaer_i_saken()
    assert len(found) > 15
    assert all(issubclass(klasse, Sakstekster) for klasse in found), found


def test_a_text_is_put_off_only_by_the_report_whose_last_page_asks():
    put_off = {k.__name__ for k in _skjemaer_i_saken() if k.ved_personnummer is VedPersonnummer.SENERE}
    assert put_off == {"MeldSett", "MeldHvem", "MeldGjort"}


def test_each_text_says_that_the_person_may_read_it():
    skjema = Sakslapp()
    assert str(KAN_LESE) in skjema.fields["tekst"].help_text
    assert "Kort." in skjema.fields["tekst"].help_text
    assert not skjema.fields["navn"].help_text


def test_what_is_found_is_shown_and_nothing_is_taken_away():
    skjema = Sakslapp({"tekst": "Kari Nordmann var der, og han er muslim"})
    assert not skjema.is_valid()
    [boks] = _spor(skjema)
    text = str(skjema)
    assert "«Kari Nordmann» ligner på et navn" in text
    assert "«muslim» kan si noe om tro eller meninger" in text
    assert "Kari Nordmann var der, og han er muslim</textarea>" in text
    assert f'name="{boks}"' in text


def test_the_writer_says_that_it_may_stand():
    tekst = "Kari Nordmann var der"
    [boks] = _spor(Sakslapp({"tekst": tekst}))
    answered = Sakslapp({"tekst": tekst, boks: "on"})
    assert answered.is_valid(), answered.errors
    assert answered.cleaned_data["tekst"] == tekst


def test_the_answer_is_to_what_was_shown_and_no_more():
    [boks] = _spor(Sakslapp({"tekst": "Kari Nordmann var der"}))
    changed = Sakslapp({"tekst": "Kari Nordmann og Ola Nordmann var der", boks: "on"})
    assert not changed.is_valid()
    assert _spor(changed) != [boks]


def test_a_line_for_a_name_is_not_asked_about():
    assert Sakslapp({"tekst": "Alt gikk bra", "navn": "Kari Nordmann"}).is_valid()
