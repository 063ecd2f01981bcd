"""Accounts and roles: what the systemansvarlig can do, what nobody can, and when it takes effect."""

import re

import pytest
from django.core.cache import cache
from django.db import DatabaseError, transaction
from django.test import Client
from django.utils import timezone

from brukere.models import Bruker, Rolletildeling
from brukere.roles import ROLLER, UFORENLIGE, Rolle
from vern.kontekst import som as som_bruker

pytestmark = pytest.mark.django_db
PASSORD = re.compile(r"\b(?:[a-z2-9]{4}-){3}[a-z2-9]{4}\b")


@pytest.fixture(autouse=True)
def fresh_cache():
    """Log-in limits are counted in the cache."""
    cache.clear()


def bruker(brukernavn):
    return Bruker.objects.get(username=brukernavn)


def side(brukernavn, del_=""):
    return f"/brukere/{bruker(brukernavn).pk}/{del_}"


def nokkel(client, url):
    return client.get(url).context["skjema"]["nokkel"].value()


def gi(client, hvem, rolle, **felt):
    url = side(hvem, "rolle/")
    return client.post(url, {"nokkel": nokkel(client, url), "rolle": rolle, "grunn": "ny jobb", "til": ""} | felt)


def ny_konto(client, **felt):
    data = {"nokkel": nokkel(client, "/brukere/ny/"), "brukernavn": "ny.bruker", "navn": "Ny Bruker"} | felt
    return client.post("/brukere/ny/", data)


@pytest.mark.parametrize("brukernavn", ["slt", "radmann", "personvern", "politi", "fremmed"])
def test_the_pages_of_accounts_exist_for_the_systemansvarlig_only(som, brukernavn):
    client = som(brukernavn)
    for url in ("/brukere/", "/brukere/ny/", side("laerer"), side("laerer", "rolle/"), side("laerer", "steng/")):
        assert som("system").get(url).status_code == 200
        assert client.get(url).status_code == 404
        assert client.post(url, {}).status_code in (404, 405)


def test_the_list_shows_roles_and_places_of_work(som):
    tekst = som("system").get("/brukere/?q=kari").content.decode()
    assert "Kari Nordby" in tekst
    assert "SLT-koordinator, Sandefjord kommune" in " ".join(tekst.split())
    assert "Ola Berg" not in tekst


@pytest.mark.parametrize("antall", [1, 30])
def test_the_list_asks_the_same_number_of_questions_for_one_and_for_thirty(som, django_assert_num_queries, antall):
    for nr in range(antall):
        ny = Bruker.objects.create(username=f"zz{nr}", navn=f"Zz {nr}")
        Rolletildeling.objects.create(bruker=ny, rolle="melder")
    client = som("system")
    client.get("/brukere/?q=zz")
    with django_assert_num_queries(11):
        client.get("/brukere/?q=zz")


def test_a_role_given_and_ended_takes_effect_on_the_next_request(som):
    system, person = som("system"), som("fremmed")
    assert person.get("/samarbeid/ny/").status_code == 404
    assert gi(system, "fremmed", "koordinator").status_code == 302
    assert person.get("/samarbeid/ny/").status_code == 200
    tildeling = bruker("fremmed").rolletildelinger.get()
    assert (tildeling.grunn, tildeling.gitt_av.username) == ("ny jobb", "system")
    assert system.post(f"/brukere/rolle/{tildeling.pk}/avslutt/", {"grunn": "sluttet"}).status_code == 302
    assert person.get("/samarbeid/ny/")["Location"].startswith("/logg-inn/")  # the session ended with the role
    assert som("fremmed").get("/samarbeid/ny/").status_code == 404
    assert bruker("fremmed").rolletildelinger.get().sluttgrunn == "sluttet"


def test_a_role_lasts_through_its_last_day(som):
    ar = timezone.localdate().year + 1
    assert gi(som("system"), "fremmed", "melder", til=f"31.12.{ar}").status_code == 302
    til = timezone.localtime(bruker("fremmed").rolletildelinger.get().til)
    assert f"{til:%Y-%m-%d %H:%M}" == f"{ar + 1}-01-01 00:00"


def test_the_same_form_sent_twice_gives_the_role_once(som):
    system, url = som("system"), side("fremmed", "rolle/")
    data = {"nokkel": nokkel(system, url), "rolle": "melder", "grunn": "ny", "til": ""}
    assert [system.post(url, data).status_code for _ in range(2)] == [302, 302]
    assert bruker("fremmed").rolletildelinger.count() == 1


@pytest.mark.parametrize(
    ("hvem", "felt", "melding"),
    [
        ("fremmed", {"grunn": ""}, "Svar på"),
        ("fremmed", {"rolle": "konge"}, "Velg ett av valgene"),
        ("fremmed", {"til": "30.2.2030"}, "finnes ikke"),
        ("fremmed", {"til": "1.1.2020"}, "tilbake i tid"),
        ("laerer", {"rolle": "melder"}, "har alt denne rollen"),
        ("personvern", {"rolle": "koordinator"}, "kan ikke holdes sammen med personvernombud"),
        ("slt", {"rolle": "systemansvarlig"}, "kan ikke holdes sammen med SLT-koordinator"),
    ],
)
def test_a_role_that_cannot_be_given_says_why(som, hvem, felt, melding):
    for_antall = Rolletildeling.objects.count()
    svar = gi(som("system"), hvem, **({"rolle": "melder"} | felt))
    assert melding in svar.content.decode()
    assert Rolletildeling.objects.count() == for_antall


def test_nobody_manages_their_own_account(som):
    system = som("system")
    egen = bruker("system").rolletildelinger.get()
    sider = [side("system", del_) for del_ in ("rolle/", "steng/", "passord/", "endre/")]
    for url in [*sider, f"/brukere/rolle/{egen.pk}/avslutt/"]:
        assert system.get(url).status_code == 404
        assert system.post(url, {"grunn": "x"}).status_code == 404
    assert "annen systemansvarlig" in system.get(side("system")).content.decode()


@pytest.mark.parametrize(("av", "til"), [("slt", "fremmed"), ("system", "system"), ("fremmed", "fremmed")])
def test_the_database_refuses_roles_from_others_and_to_oneself(av, til):
    with som_bruker(bruker(av)), pytest.raises(DatabaseError, match="systemansvarlig"), transaction.atomic():
        Rolletildeling.objects.create(bruker=bruker(til), rolle="koordinator")


def test_the_database_refuses_a_superuser():
    with pytest.raises(DatabaseError, match="ingen_superbruker"), transaction.atomic():
        Bruker.objects.filter(username="system").update(is_superuser=True)


def test_whoever_gives_roles_or_reviews_look_ups_can_hold_no_role_in_cases():
    for en in (Rolle.SYSTEMANSVARLIG, Rolle.PERSONVERNOMBUD, Rolle.RADMANN):
        for annen in (Rolle.KOORDINATOR, Rolle.POLITIKONTAKT, Rolle.MENTORANSVARLIG):
            assert frozenset({en, annen}) in UFORENLIGE


def test_no_persona_holds_roles_that_cannot_go_together():
    holdt = [bruker(navn).roller for navn in Bruker.objects.values_list("username", flat=True)]
    assert [par for par in UFORENLIGE for roller in holdt if par <= roller] == []


def test_a_new_account_gets_a_password_that_must_be_changed_before_anything_else(som):
    svar = ny_konto(som("system"))
    engangs = PASSORD.search(svar.content.decode())[0]
    client = Client()
    assert client.post("/logg-inn/", {"login": "ny.bruker", "password": engangs}).status_code == 302
    for url in ("/", "/samarbeid/", "/min-side/"):
        assert client.get(url).headers["Location"] == "/min-side/passord/"
    nytt = "en lang setning jeg husker"
    data = {"oldpassword": engangs, "password1": nytt, "password2": nytt}
    assert client.post("/min-side/passord/", data).headers["Location"] == "/min-side/"
    assert client.get("/").status_code == 200
    assert Client().login(username="ny.bruker", password=engangs) is False


def test_the_one_time_password_is_the_same_for_the_same_form_and_kept_nowhere_in_clear(som):
    system = som("system")
    data = {"nokkel": nokkel(system, "/brukere/ny/"), "brukernavn": "en.til", "navn": "En Til"}
    forste, andre = (system.post("/brukere/ny/", data).content.decode() for _ in range(2))
    engangs = PASSORD.search(forste)[0]
    assert PASSORD.search(andre)[0] == engangs
    assert Bruker.objects.filter(username="en.til").count() == 1
    konto = bruker("en.til")
    assert engangs not in konto.password
    assert engangs not in system.get(konto.get_absolute_url()).content.decode()


@pytest.mark.parametrize(
    ("felt", "melding"),
    [
        ({"brukernavn": "SLT"}, "små bokstaver"),
        ({"brukernavn": "slt"}, "Brukernavnet «slt» er i bruk"),
        ({"brukernavn": "kåre"}, "små bokstaver"),
        ({"navn": ""}, "Fyll ut"),
        ({"navn": "x" * 1_000_000}, "høyst 120 tegn"),
        ({"epost": "ikke en adresse"}, "e-post"),
        ({"nokkel": "tull"}, "kjenne igjen skjemaet"),
    ],
)
def test_an_account_that_cannot_be_made_says_why(som, felt, melding):
    antall = Bruker.objects.count()
    assert melding in ny_konto(som("system"), **felt).content.decode()
    assert Bruker.objects.count() == antall


def test_a_new_one_time_password_ends_the_persons_sessions(som):
    person = som("laerer")
    svar = som("system").post(side("laerer", "passord/"))
    assert PASSORD.search(svar.content.decode())
    assert person.get("/").headers["Location"].startswith("/logg-inn/")


def test_a_closed_account_is_out_on_the_next_request_and_loses_its_roles(som):
    person, system = som("politi"), som("system")
    assert person.get("/").status_code == 200
    assert system.post(side("politi", "steng/"), {"grunn": "sluttet"}).status_code == 302
    assert person.get("/").headers["Location"].startswith("/logg-inn/")
    assert system.post(side("politi", "apne/")).status_code == 302
    assert bruker("politi").roller == frozenset()
    assert [rad.sluttgrunn for rad in bruker("politi").rolletildelinger.all()] == ["sluttet"]


def test_the_story_of_an_account_tells_who_closed_it_and_holds_no_password(som):
    som("system").post(side("politi", "steng/"), {"grunn": "sluttet"})
    siste = bruker("politi").history.first()
    assert (siste.is_active, siste.history_user.username) == (False, "system")
    assert not hasattr(siste, "password")


def test_a_log_in_leaves_no_line_in_the_story_of_the_account():
    antall = bruker("slt").history.count()
    assert Client().post("/logg-inn/", {"login": "slt", "password": "handlingsplan"}).status_code == 302
    assert bruker("slt").history.count() == antall


@pytest.mark.parametrize("brukernavn", ["slt", "fremmed"])
def test_ones_own_page_says_in_words_what_one_can_do(som, brukernavn):
    tekst = som(brukernavn).get("/min-side/").content.decode()
    for rad in ROLLER:
        assert (str(rad.kan) in tekst) is (rad.rolle in bruker(brukernavn).roller)
    assert ("Du leser planen og veiledningen." in tekst) is (brukernavn == "fremmed")


def test_language_and_colours_are_ones_own_choice(som):
    client = som("fremmed")
    assert client.post("/min-side/", {"sprak": "nn", "fargevalg": "dark"}).status_code == 302
    side = client.get("/min-side/").content.decode()
    assert 'lang="nn"' in side
    assert 'data-color-scheme="dark"' in side
    assert bruker("slt").fargevalg == "auto"
    assert client.post("/min-side/", {"sprak": "xx", "fargevalg": "rosa"}).status_code == 200
    assert bruker("fremmed").fargevalg == "dark"


def test_a_password_is_changed_with_the_old_one_only(som):
    client, nytt = som("fremmed"), "en lang setning jeg husker"
    feil = {"oldpassword": "feil", "password1": nytt, "password2": nytt}
    assert client.post("/min-side/passord/", feil).status_code == 200
    svak = {"oldpassword": "handlingsplan", "password1": "kort", "password2": "kort"}
    assert client.post("/min-side/passord/", svak).status_code == 200
    rett = {"oldpassword": "handlingsplan", "password1": nytt, "password2": nytt}
    assert client.post("/min-side/passord/", rett).status_code == 302
    assert client.get("/").status_code == 200
    assert bruker("fremmed").check_password(nytt)


def test_the_address_of_an_account_begins_a_letter(som):
    svar = ny_konto(som("system"), epost="ny.bruker@example.no")
    assert svar.status_code == 200
    konto = bruker("ny.bruker")
    assert 'href="mailto:ny.bruker@example.no"' in som("system").get(konto.get_absolute_url()).content.decode()
