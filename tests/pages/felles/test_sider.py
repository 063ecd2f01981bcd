import pytest
from django.template.loader import render_to_string
from django.views.defaults import server_error

from felles.hjelp import SIDER


@pytest.mark.parametrize(
    "adresse", ["/hjelp/", "/personvern/", "/tilgjengelighet/", *(f"/hjelp/{s.slug}/" for s in SIDER)]
)
def test_help_and_privacy_are_open_before_log_in(client, db, adresse):
    assert client.get(adresse).status_code == 200


def test_every_page_links_to_help_privacy_accessibility_and_where_to_report_faults(som):
    tekst = som("fremmed").get("/").text
    for adresse in ("/hjelp/", "/personvern/", "/tilgjengelighet/", "/hjelp/meld-feil/"):
        assert f'href="{adresse}"' in tekst


@pytest.mark.parametrize("adresse", ["/finnes-ikke/", "/hjelp/finnes-ikke/", "/hjelp/%00/", "/%C3%28"])
def test_what_is_not_there_gives_the_same_page(som, adresse):
    klient = som("slt")
    svar = klient.get(adresse)
    assert svar.status_code == 404
    assert "Vi finner ikke siden" in svar.text
    assert svar.content == klient.get("/en-annen-som-ikke-finnes/").content


@pytest.mark.parametrize("adresse", ["/hjelp/?sok=%00", "/?%00=1", "/galleri/?page=%00"])
def test_a_nul_byte_in_the_address_gets_a_clear_answer(som, adresse):
    svar = som("slt").get(adresse)
    assert svar.status_code == 400
    assert "Vi forstod ikke det du sendte" in svar.text


def test_a_nul_byte_in_a_form_gets_a_clear_answer(client, db):
    svar = client.post("/logg-inn/", {"login": "slt\0", "password": "x"})
    assert svar.status_code == 400
    assert "Vi forstod ikke det du sendte" in svar.text


def test_a_nul_byte_in_a_cookie_is_no_session(client, db):
    client.cookies["sesjon"] = '"\\000aaaaaaaaaa"'
    client.cookies["sessionid"] = '"\\000aaaaaaaaaa"'
    assert client.get("/").status_code == 302


@pytest.mark.parametrize("side", ["0", "-1", "x", str(10**30), "", "٣"])
def test_any_page_number_gives_a_page(som, side):
    assert som("slt").get("/galleri/", {"page": side}).status_code == 200


def test_a_failure_of_ours_is_told_without_asking_the_database(rf, django_assert_num_queries, db):
    with django_assert_num_queries(0):
        svar = server_error(rf.get("/"))
        nede = render_to_string("503.html")
    assert svar.status_code == 500
    assert "Noe gikk galt hos oss" in svar.content.decode()
    assert "Tjenesten er nede et øyeblikk" in nede


def test_a_form_from_elsewhere_is_told_to_load_the_page_again(db):
    from django.test import Client

    svar = Client(enforce_csrf_checks=True).post("/logg-inn/", {"login": "slt"})
    assert svar.status_code == 403
    assert "Skjemaet var åpent for lenge" in svar.text


def test_a_body_that_is_too_large_gets_a_clear_answer(client, db):
    svar = client.post("/logg-inn/", {"login": "x" * 3_000_000})
    assert svar.status_code == 400
    assert "Vi forstod ikke det du sendte" in svar.text


def test_log_in_shows_every_persona_and_logs_in_with_one_button(client, db):
    tekst = client.get("/logg-inn/?next=/tiltak/").text
    assert tekst.count('name="bruker"') == 14
    svar = client.post("/logg-inn/demo/", {"bruker": "politi", "next": "/hjelp/"})
    assert svar.headers["Location"] == "/hjelp/"
    assert "Ola Berg" in client.get("/hjelp/").text


def test_wrong_password_keeps_the_name_and_says_so_first_in_the_title(client, db):
    tekst = client.post("/logg-inn/", {"login": "slt", "password": "feil"}).text
    assert "<title>Feil: Logg inn – Handlingsplan</title>" in tekst
    assert 'value="slt"' in tekst


def test_the_frame_follows_the_language_the_user_chose(som):
    klient = som("slt")
    assert '<html lang="nb"' in klient.get("/hjelp/").text
    svar = klient.post("/sprak/", {"sprak": "nn", "next": "/hjelp/"})
    assert svar.headers["Location"] == "/hjelp/"
    assert '<html lang="nn"' in klient.get("/hjelp/").text


def test_a_language_we_do_not_have_is_refused(som):
    assert som("slt").post("/sprak/", {"sprak": "xx"}).status_code == 400


def test_an_address_that_only_takes_forms_says_so_when_it_is_opened(som):
    svar = som("slt").get("/min-side/kalender/")
    assert svar.status_code == 405 and svar.headers["Allow"] == "POST"
    assert 'href="/"' in svar.content.decode().split("<main", 1)[1]


def test_a_wrong_password_tells_what_to_do(client, db):
    svar = client.post("/logg-inn/", {"login": "finnes-ikke", "password": "feil"})
    assert "be systemansvarlig om et nytt passord" in svar.content.decode()
