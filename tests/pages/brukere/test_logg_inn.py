"""Log-in: right words, no enumeration, nobody locked out by others."""

import pytest
from django.core.cache import cache

from brukere.models import Bruker

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def fresh_cache():
    cache.clear()


def logg_inn(client, brukernavn, passord, **extra):
    return client.post("/logg-inn/", {"login": brukernavn, "password": passord}, **extra)


def test_right_password_leads_to_the_start_page(client):
    assert logg_inn(client, "slt", "handlingsplan").headers["Location"] == "/"


def test_unknown_user_and_wrong_password_get_the_same_answer(client):
    wrong = list(logg_inn(client, "slt", "feil").context["form"].non_field_errors())
    unknown = list(logg_inn(client, "finnes-ikke", "feil").context["form"].non_field_errors())
    assert wrong and wrong == unknown


def test_a_deactivated_user_gets_the_same_answer_as_an_unknown_one(client):
    Bruker.objects.filter(username="fremmed").update(is_active=False)
    assert logg_inn(client, "fremmed", "handlingsplan").context["form"].non_field_errors()


def test_many_wrong_tries_are_stopped_at_that_address_but_not_elsewhere(client):
    for _ in range(6):
        logg_inn(client, "slt", "feil")
    assert logg_inn(client, "slt", "handlingsplan").status_code == 200
    assert logg_inn(client, "slt", "handlingsplan", REMOTE_ADDR="10.0.0.9").status_code == 302


def test_next_never_leads_to_another_site(client):
    response = client.post("/logg-inn/demo/", {"bruker": "slt", "next": "https://ondt.example/"})
    assert response.headers["Location"] == "/"


def test_demo_button_with_unknown_persona_is_not_found(client):
    assert client.post("/logg-inn/demo/", {"bruker": "ukjent"}).status_code == 404


@pytest.mark.parametrize("brukernavn", ["slt\x00", "x" * 1_000_000, "🙂"])
def test_odd_user_names_are_answered_not_crashed_on(client, brukernavn):
    assert logg_inn(client, brukernavn, "feil").status_code in (200, 400)
