"""The one form page: shown, answered, or refused in words that stand in the form."""

from datetime import UTC, datetime
from types import SimpleNamespace

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.http import HttpResponse
from django.test import RequestFactory

from brukere.models import Bruker
from felles.avslag import Avslag, Konflikt
from felles.skjema import MedVersjon, Skjema, TekstFelt
from felles.skjemaside import skjemaside, uten

pytestmark = pytest.mark.django_db


class Endre(MedVersjon, Skjema):
    tekst = TekstFelt(label="Vurdering")


def side(gjor, **data):
    """What the page answers, and the form as it stands then."""
    request = RequestFactory().post("/", data) if data else RequestFactory().get("/")
    skjema = Endre(request.POST if data else None)
    return skjemaside(request, skjema, gjor, lambda: HttpResponse("vist")).content.decode(), skjema


def aldri(data):
    raise AssertionError("it was not asked for")


def nekter(feil):
    def gjor(data):
        raise feil

    return gjor


def test_a_page_that_is_only_opened_does_nothing():
    assert side(aldri)[0] == "vist"


def test_a_form_that_is_wrong_does_nothing():
    assert side(aldri, tekst="", versjon="1")[0] == "vist"


def test_a_right_form_is_answered_with_the_receipt():
    assert side(lambda data: HttpResponse(data["tekst"]), tekst="Kvittering", versjon="1")[0] == "Kvittering"


@pytest.mark.parametrize(
    ("feil", "felt"),
    [
        (ValidationError("Det går ikke."), "__all__"),
        (ValidationError({"tekst": "Det går ikke."}), "tekst"),
        (Avslag("Det går ikke."), "__all__"),
    ],
)
def test_what_is_refused_stands_in_the_form_with_what_was_typed(feil, felt):
    svar, skjema = side(nekter(feil), tekst="Skrevet", versjon="1")
    assert (svar, skjema.errors) == ("vist", {felt: ["Det går ikke."]})
    assert "Skrevet" in str(skjema)


def test_who_was_before_you_is_shown_and_the_next_try_has_seen_it():
    konflikt = Konflikt(
        SimpleNamespace(tekst="Deres"), versjon=7, navn="Ola", tid=datetime(2026, 11, 23, 9, 12, tzinfo=UTC)
    )
    svar, skjema = side(nekter(konflikt), tekst="Mitt", versjon="1")
    assert svar == "vist"
    assert skjema.errors == {"__all__": ["Ola endret dette kl. 10.12 mens du skrev. Se forskjellen før du lagrer."]}
    assert skjema["versjon"].value() == "7"
    assert [(rad["lagret"], rad["ditt"]) for rad in skjema.forskjeller] == [("Deres", "Mitt")]


def test_what_was_written_before_the_refusal_is_not_kept():
    def gjor(data):
        Bruker.objects.filter(username="slt").update(tittel="Halvveis")
        raise Avslag("Nei.")

    side(gjor, tekst="x", versjon="1")
    assert not Bruker.objects.filter(tittel="Halvveis").exists()


def test_the_form_s_own_fields_are_not_what_people_fill_in():
    assert uten({"nokkel": 1, "versjon": 2, "klokke": 3, "tekst": 4}, "klokke") == {"tekst": 4}


class Nytt(Skjema):
    """Knows who has a name, as a form of the registry does."""

    navn = TekstFelt(label="Navn")

    def clean_navn(self):
        if Bruker.objects.filter(username=self.cleaned_data["navn"]).exists():
            raise ValidationError("Navnet er i bruk.")
        return self.cleaned_data["navn"]


def nytt(gjor, navn):
    """What the form says after somebody made an account of this name when it had been looked over."""
    skjema = Nytt({"navn": navn})
    assert skjema.is_valid()
    Bruker.objects.create(username="opptatt")
    request = RequestFactory().post("/")
    return skjemaside(request, skjema, gjor, lambda: HttpResponse("vist")).content.decode(), skjema


def lag(data):
    return HttpResponse(Bruker.objects.create(username=data["navn"]).username)


def test_a_name_taken_a_moment_ago_is_said_by_the_field_and_nothing_typed_is_lost():
    svar, skjema = nytt(lag, "opptatt")
    assert (svar, skjema.errors["navn"], skjema["navn"].value()) == ("vist", ["Navnet er i bruk."], "opptatt")


def test_a_number_taken_a_moment_ago_is_found_anew():
    forsok = iter(["opptatt", "opptatt-2"])
    assert nytt(lambda data: lag({"navn": next(forsok)}), "ledig")[0] == "opptatt-2"


def test_what_is_taken_however_often_it_is_tried_is_an_error_of_ours():
    with pytest.raises(IntegrityError):
        nytt(lambda data: lag({"navn": "opptatt"}), "ledig")
