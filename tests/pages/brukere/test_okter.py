"""Sessions: how long, how they end, what is kept (ADR 13, ASVS V7). Clocks are moved in the session itself."""

import re

import pytest
from django.conf import settings
from django.core.cache import cache
from django.test import Client

from brukere import okter
from brukere.models import Okt, Rolletildeling
from brukere.services import avslutt_rolle, deaktiver
from tests.factories.saker import bruker
from vern.kontekst import som as i_kontekst

pytestmark = pytest.mark.django_db
UTE = "/logg-inn/?next="


@pytest.fixture(autouse=True)
def fresh_cache():
    cache.clear()


def la_ga(klient, sekunder, *klokker):
    """As if so much time had passed since these clocks were set."""
    sesjon = klient.session
    for klokke in klokker or (okter.SIST,):
        sesjon[klokke] -= sekunder
    sesjon.save()


def er_inne(klient):
    return klient.get("/min-side/").status_code == 200


def logg_inn(navn, **mer):
    klient = Client(**mer)
    assert klient.post("/logg-inn/", {"login": navn, "password": "handlingsplan"}).status_code == 302
    return klient


# --- Length -------------------------------------------------------------------------------------------------------
def test_the_limits_are_15_minutes_and_8_hours():
    assert (settings.OKT_UBRUKT, settings.OKT_LENGST) == (15 * 60, 8 * 3600)
    assert settings.SESSION_EXPIRE_AT_BROWSER_CLOSE


@pytest.mark.parametrize(("minutter", "inne"), [(13, True), (15, False), (900, False)])
def test_an_idle_session_ends_after_15_minutes(som, minutter, inne):
    klient = som("slt")
    la_ga(klient, minutter * 60)
    assert er_inne(klient) is inne


def test_a_session_in_use_ends_8_hours_after_log_in(som):
    klient = som("slt")
    la_ga(klient, 8 * 3600 - 60, okter.INNLOGGET)
    assert er_inne(klient)
    la_ga(klient, 61, okter.INNLOGGET)
    assert not er_inne(klient)


def test_use_keeps_the_session_open(som):
    klient = som("slt")
    for _ in range(4):
        la_ga(klient, 10 * 60)
        assert er_inne(klient)


def test_an_ended_session_does_not_come_back_to_life_by_asking_again(som):
    klient = som("slt")
    la_ga(klient, 16 * 60)
    for _ in range(3):
        assert not er_inne(klient)


def test_a_page_of_an_ended_session_holds_nothing_and_leads_to_log_in(som):
    klient = som("slt")
    la_ga(klient, 16 * 60)
    svar = klient.get("/bekymring/")
    assert (svar.status_code, svar["Location"], svar.content) == (302, UTE + "/bekymring/", b"")


def test_an_open_page_of_an_ended_session_greets_nobody(som):
    klient = som("slt")
    la_ga(klient, 16 * 60)
    assert bruker("slt").navn not in klient.get("/hjelp/").content.decode()


def test_every_page_says_when_one_is_logged_out_without_javascript(som):
    svar = som("slt").get("/").content.decode()
    assert re.search(r"Du blir logget ut kl\. \d\d\.\d\d", svar)
    assert 'href="/okt/"' in svar
    assert 'http-equiv="refresh"' not in svar  # it would throw away what is being typed


def test_asking_for_the_page_okt_keeps_the_session_open(som):
    klient = som("slt")
    la_ga(klient, 14 * 60)
    assert "skrive videre" in klient.get("/okt/").content.decode()
    la_ga(klient, 14 * 60)
    assert er_inne(klient)


# --- Log-in and log-out ---------------------------------------------------------------------------------------------
def test_the_session_gets_a_new_key_at_log_in(client):
    client.get("/logg-inn/")
    sesjon = client.session
    sesjon["plantet"] = True
    sesjon.save()
    client.cookies[settings.SESSION_COOKIE_NAME] = planted = sesjon.session_key
    client.post("/logg-inn/", {"login": "slt", "password": "handlingsplan"})
    assert client.session.session_key != planted
    assert not Okt.objects.filter(session_key=planted).exists()


def test_a_session_of_somebody_else_is_emptied_at_log_in(som):
    klient = som("slt")
    sesjon = klient.session
    sesjon["arvet"] = "slt"
    sesjon.save()
    klient.post("/logg-inn/demo/", {"bruker": "politi"})
    assert "arvet" not in klient.session


def test_log_out_ends_the_session_on_the_server_and_clears_the_browser(som):
    klient = som("slt")
    stjalet = klient.cookies[settings.SESSION_COOKIE_NAME].value
    svar = klient.post("/logg-ut/")
    assert svar["Clear-Site-Data"] == '"cache", "cookies", "storage"'
    klient.cookies[settings.SESSION_COOKIE_NAME] = stjalet
    assert not er_inne(klient)


def test_a_right_password_is_all_that_differs_between_known_and_unknown(client):
    svar = [client.post("/logg-inn/", {"login": navn, "password": "feil"}) for navn in ("slt", "finnes-ikke")]
    kropper = [re.sub(r'value="[^"]*"', "", en.content.decode()) for en in svar]
    assert kropper[0] == kropper[1]
    assert {en.status_code for en in svar} == {200}


@pytest.mark.parametrize("sti", ["/password/reset/", "/logg-inn/glemt/", "/accounts/password/reset/", "/signup/"])
def test_there_is_no_page_that_tells_who_has_an_account(client, sti):
    assert client.get(sti).status_code == 404


# --- Ended by others and elsewhere ------------------------------------------------------------------------------------
def test_sessions_end_when_the_account_is_closed(som):
    klient, system = som("politi"), bruker("system")
    with i_kontekst(system):
        deaktiver(av=system, bruker=bruker("politi"), grunn="sluttet")
    assert not er_inne(klient)
    assert not Okt.objects.filter(bruker=bruker("politi")).exists()


def test_sessions_end_when_a_role_ends(som):
    klient, system = som("politi"), bruker("system")
    with i_kontekst(system):
        rad = Rolletildeling.objects.gjeldende().get(bruker__username="politi")
        avslutt_rolle(av=system, tildeling=rad, grunn="ny jobb")
    assert not er_inne(klient)


def test_a_role_that_runs_out_is_gone_on_the_next_request(som):
    klient = som("slt")
    assert klient.get("/samarbeid/ny/").status_code == 200
    Rolletildeling.objects.filter(bruker__username="slt").update(til=Okt.objects.get(bruker__username="slt").sist)
    assert klient.get("/samarbeid/ny/").status_code == 404


def test_a_new_password_ends_sessions_elsewhere_and_keeps_this():
    her, der = logg_inn("fremmed"), logg_inn("fremmed")
    nytt = "et ganske langt passord"
    data = {"oldpassword": "handlingsplan", "password1": nytt, "password2": nytt}
    assert her.post("/min-side/passord/", data).status_code == 302
    assert er_inne(her)
    assert not er_inne(der)


MIN_SIDE = "http://testserver/min-side/"


def test_my_page_shows_where_i_am_logged_in_without_any_key(som):
    som("slt")
    svar = logg_inn("slt", headers={"user-agent": "Mozilla/5.0 (Windows NT 10.0) Gecko Firefox/140.0"}).get(
        "/min-side/"
    )
    tekst = svar.content.decode()
    assert "Firefox · Windows" in tekst and tekst.count("Logg ut der") == 1
    for okt in Okt.objects.all():
        assert okt.session_key not in tekst


def test_i_can_log_out_all_other_places_and_stay_here(som):
    her, der, en_annens = som("slt"), som("slt"), som("politi")
    her.post("/min-side/okter/avslutt/")
    assert (er_inne(her), er_inne(der), er_inne(en_annens)) == (True, False, True)


def test_i_can_end_one_session_and_never_somebody_elses(som):
    her, der, en_annens = som("slt"), som("slt"), som("politi")
    for klient in (en_annens, der):
        her.post("/min-side/okter/avslutt/", {"okt": klient.session[okter.MERKE]})
    assert (er_inne(her), er_inne(der), er_inne(en_annens)) == (True, False, True)


def test_ending_sessions_elsewhere_asks_who_i_am_first_and_keeps_nothing(som):
    her, der = som("slt"), som("slt")
    la_ga(her, 11 * 60, okter.FERSK)
    svar = her.post("/min-side/okter/avslutt/", {"okt": der.session[okter.MERKE]}, headers={"referer": MIN_SIDE})
    assert svar["Location"] == "/logg-inn/bekreft/?next=%2Fmin-side%2F"
    assert er_inne(der)


def test_the_systemansvarlig_can_log_somebody_out(som):
    klient = som("politi")
    assert som("system").post(f"/brukere/{bruker('politi').pk}/logg-ut/").status_code == 302
    assert not er_inne(klient)


# --- Step-up ---------------------------------------------------------------------------------------------------
@pytest.fixture
def gammel(som):
    """The systemansvarlig, logged in eleven minutes ago."""
    klient = som("system")
    la_ga(klient, 11 * 60, okter.FERSK)
    return klient


def endre():
    return f"/brukere/{bruker('politi').pk}/endre/"


def test_account_administration_asks_for_a_fresh_log_in(gammel):
    for side in ("endre", "rolle", "passord", "steng", "logg-ut", "apne"):
        svar = gammel.get(f"/brukere/{bruker('politi').pk}/{side}/")
        assert svar["Location"].startswith("/logg-inn/bekreft/?next="), side
    assert gammel.get("/brukere/ny/").status_code == 302
    assert gammel.get("/brukere/").status_code == 200


def test_the_right_password_leads_back_and_holds_for_ten_minutes(gammel):
    til = gammel.get(endre())["Location"]
    assert gammel.post(til, {"passord": "handlingsplan", "next": endre()})["Location"] == endre()
    la_ga(gammel, 9 * 60, okter.FERSK)
    assert gammel.get(endre()).status_code == 200


def test_the_session_gets_a_new_key_at_step_up(gammel):
    for_ = gammel.cookies[settings.SESSION_COOKIE_NAME].value
    gammel.post("/logg-inn/bekreft/", {"passord": "handlingsplan", "next": endre()})
    assert gammel.cookies[settings.SESSION_COOKIE_NAME].value != for_ and er_inne(gammel)
    assert not Okt.objects.filter(session_key=for_).exists()


def test_a_wrong_password_does_not_help_and_many_are_stopped(gammel):
    for _ in range(12):
        svar = gammel.post("/logg-inn/bekreft/", {"passord": "feil", "next": endre()})
    assert "prøvd mange ganger" in svar.content.decode()
    assert gammel.post("/logg-inn/bekreft/", {"passord": "handlingsplan"}).status_code == 200
    assert gammel.get(endre()).status_code == 302


def test_the_demos_button_is_for_sessions_begun_with_it(gammel, client):
    assert gammel.post("/logg-inn/bekreft/", {"knapp": "1"}).status_code == 200
    client.post("/logg-inn/demo/", {"bruker": "system"})
    la_ga(client, 11 * 60, okter.FERSK)
    assert client.post("/logg-inn/bekreft/", {"knapp": "1", "next": endre()})["Location"] == endre()
    assert client.get(endre()).status_code == 200


def test_the_step_up_leads_to_no_other_site(gammel):
    svar = gammel.post("/logg-inn/bekreft/", {"passord": "handlingsplan", "next": "https://ondt.example/"})
    assert svar["Location"] == "/"


def test_a_page_that_does_not_exist_for_me_asks_for_no_password(som):
    klient = som("slt")
    la_ga(klient, 11 * 60, okter.FERSK)
    assert klient.get(endre()).status_code == 404
