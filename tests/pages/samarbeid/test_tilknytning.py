"""Where people work: said by the systemansvarlig, never about oneself, and counted at once."""

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from brukere.models import Bruker
from samarbeid.models import Aktor, Tilknytning
from vern.kontekst import som as som_bruker

pytestmark = pytest.mark.django_db


def bruker(brukernavn):
    return Bruker.objects.get(username=brukernavn)


def ny(client, hvem, send, **felt):
    aktor = Aktor.objects.get(slug="kripos")
    url = f"/samarbeid/tilknytning/{bruker(hvem).pk}/ny/"
    return send(client, url, **({"aktor": aktor.pk, "funksjon": "rådgiver"} | felt))


def test_a_place_of_work_is_given_shown_and_ended(som, send):
    system, person = som("system"), bruker("fremmed")
    assert ny(system, "fremmed", send).headers["Location"] == person.get_absolute_url()
    assert "Kripos" in system.get(person.get_absolute_url()).content.decode()
    assert "Kripos" in som("fremmed").get("/min-side/").content.decode()
    rad = person.tilknytninger.get()
    assert system.post(f"/samarbeid/tilknytning/{rad.pk}/avslutt/").status_code == 302
    rad.refresh_from_db()
    assert rad.til <= timezone.now()
    assert "Kripos" not in som("fremmed").get("/min-side/").content.decode()
    assert [ett.history_user.username for ett in rad.history.all()] == ["system", "system"]


def test_the_same_place_is_not_given_twice(som, send, feil):
    system = som("system")
    ny(system, "fremmed", send)
    assert "har alt dette arbeidsstedet" in feil(ny(system, "fremmed", send))
    assert bruker("fremmed").tilknytninger.count() == 1


@pytest.mark.parametrize(
    ("felt", "melding"), [({"aktor": "9" * 30}, "Velg ett"), ({"til": "1.1.2001"}, "tilbake i tid")]
)
def test_a_place_that_cannot_be_given_says_why(som, send, feil, felt, melding):
    assert melding in feil(ny(som("system"), "fremmed", send, **felt))


@pytest.mark.parametrize(("av", "til"), [("slt", "fremmed"), ("system", "system"), ("fremmed", "fremmed")])
def test_the_database_refuses_places_from_others_and_to_oneself(av, til):
    aktor, person = Aktor.objects.get(slug="barnevern"), bruker(til)
    with som_bruker(bruker(av)), pytest.raises(DatabaseError, match="systemansvarlig"), transaction.atomic():
        Tilknytning.objects.create(bruker=person, aktor=aktor, funksjon="x")


def test_the_zone_of_a_place_cannot_be_changed_on_any_page(som, send):
    aktor = Aktor.objects.get(slug="kripos")
    url = f"{aktor.get_absolute_url()}endre/"
    assert send(som("slt"), url, sone="politi", merknad="ny").status_code == 302
    aktor.refresh_from_db()
    assert (aktor.merknad, aktor.sone) == ("ny", "")
