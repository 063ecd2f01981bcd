"""A form sent after the session ended comes back after log-in, unsent and as it was (ADR 13)."""

import re

import pytest
from django.test import Client

from bekymring.models import Hendelse, Utkast
from brukere import okter
from demo import regi
from tests.factories.saker import bruker, sql
from tests.pages.brukere.test_okter import la_ga
from vern.kontekst import som as i_kontekst

pytestmark = pytest.mark.django_db
TEKST = "Det jeg skrev, med æøå & <b>tegn</b>"


def skjulte(svar):
    """What the page «fortsett» would send on."""
    html = svar.content.decode()
    del_ = next(skjema for skjema in html.split("</form>") if "hp_gjenoppta" in skjema).rpartition("<form")[2]
    felt = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', del_))
    return {navn: verdi.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&") for navn, verdi in felt.items()}


def logg_inn_igjen(klient, navn, svar):
    """From the answer «log in first» to the page it leads to."""
    neste = svar["Location"].partition("?next=")[2].replace("%2F", "/")
    klient.post("/logg-inn/demo/", {"bruker": navn, "next": neste})
    return klient.get(neste)


@pytest.fixture
def sen(som):
    """The koordinator sends a form a quarter of an hour too late."""
    klient = som("slt")
    la_ga(klient, 16 * 60)
    return klient, klient.post("/samarbeid/kurs/nytt/", {"tittel": TEKST, "nokkel": "x", "csrfmiddlewaretoken": "y"})


def test_what_was_typed_too_late_comes_back_after_log_in(sen):
    klient, svar = sen
    side = logg_inn_igjen(klient, "slt", svar)
    assert side.status_code == 200
    assert "tatt vare på" in side.content.decode()
    igjen = klient.post("/samarbeid/kurs/nytt/", skjulte(side))
    assert igjen.status_code == 200
    assert igjen.context["skjema"]["tittel"].value() == TEKST
    assert "Dette skrev du før du ble logget ut" in igjen.content.decode()


def test_the_draft_is_encrypted_and_its_address_tells_nothing(sen, rigg):
    _klient, svar = sen
    assert "kurs" not in svar["Location"]
    with rigg:
        [(innhold, skjema)] = sql("SELECT innhold, skjema FROM bekymring_utkast")
    assert b"skrev" not in bytes(innhold) and "kurs" not in skjema


def test_nobody_else_gets_the_draft(sen, som):
    _klient, svar = sen
    neste = svar["Location"].partition("?next=")[2].replace("%2F", "/")
    assert som("politi").get(neste).status_code == 404
    assert Client().get(neste).status_code == 302


def test_it_waits_on_the_start_page_too(sen, som):
    assert "da du ble logget ut" in som("slt").get("/?oppgaver=alle").content.decode()


def test_the_draft_is_gone_when_it_is_thrown_away(sen):
    klient, svar = sen
    adresse = logg_inn_igjen(klient, "slt", svar).wsgi_request.path
    assert klient.post(adresse)["Location"] == "/samarbeid/kurs/nytt/"
    assert klient.get(adresse).status_code == 404


def test_the_draft_is_gone_when_the_form_is_sent(som):
    klient = som("slt")
    data = {"sprak": "nn", "fargevalg": "dark"}
    la_ga(klient, 16 * 60)
    side = logg_inn_igjen(klient, "slt", klient.post("/min-side/", data))
    assert klient.post("/min-side/", skjulte(side)).status_code == 200
    assert bruker("slt").sprak == "nb"  # shown, not saved
    assert klient.post("/min-side/", data).status_code == 302
    assert bruker("slt").sprak == "nn"
    with i_kontekst(bruker("slt")):
        assert not Utkast.objects.exists()


def test_a_page_without_a_form_does_nothing_with_a_draft(som):
    """The language button has no form: fetched back it must not be pressed."""
    klient = som("slt")
    svar = klient.post("/sprak/", {"sprak": "nn", "hp_gjenoppta": "1"})
    assert (svar.status_code, bruker("slt").sprak) == (302, "nb")


def test_a_button_without_words_leaves_no_draft_and_leads_back_to_the_page(som):
    regi.lag_grupper()
    sak, klient = regi.meld(), som("slt")
    la_ga(klient, 16 * 60)
    her = f"http://testserver/bekymring/{sak.ref}/avverging/"
    svar = klient.post(f"/bekymring/{sak.ref}/avverging/", {"nokkel": "x"}, headers={"referer": her})
    assert svar["Location"] == f"/logg-inn/?next=%2Fbekymring%2F{sak.ref}%2Favverging%2F"
    with i_kontekst(bruker("slt")):
        assert not Utkast.objects.exists()
        assert not Hendelse.objects.filter(art="avverging").exists()


def test_a_form_sent_too_late_twice_keeps_the_last(sen):
    klient, _svar = sen
    svar = klient.post("/samarbeid/kurs/nytt/", {"tittel": "Det siste jeg skrev"})
    assert skjulte(logg_inn_igjen(klient, "slt", svar))["tittel"] == "Det siste jeg skrev"


def test_without_a_token_nothing_is_kept(db):
    streng = Client(enforce_csrf_checks=True)
    streng.force_login(bruker("slt"), backend="allauth.account.auth_backends.AuthenticationBackend")
    la_ga(streng, 16 * 60)
    assert streng.post("/samarbeid/kurs/nytt/", {"tittel": TEKST}).status_code == 403
    with i_kontekst(bruker("slt")):
        assert not Utkast.objects.exists()


def test_a_password_is_never_kept(som):
    klient = som("slt")
    la_ga(klient, 16 * 60)
    klient.post("/min-side/passord/", {"oldpassword": "a b", "password1": "c d", "password2": "c d"})
    with i_kontekst(bruker("slt")):
        assert not Utkast.objects.exists()


def test_a_step_up_in_the_middle_keeps_what_was_typed(som):
    system, pk = som("system"), bruker("politi").pk
    la_ga(system, 11 * 60, okter.FERSK)
    svar = system.post(f"/brukere/{pk}/endre/", {"navn": "Nytt Navn", "tittel": "Noe nytt"})
    assert svar["Location"].startswith("/logg-inn/bekreft/?next=%2Ffortsett%2F")
    neste = svar["Location"].partition("?next=")[2].replace("%2F", "/")
    assert system.post("/logg-inn/bekreft/", {"passord": "handlingsplan", "next": neste})["Location"] == neste
    igjen = system.post(f"/brukere/{pk}/endre/", skjulte(system.get(neste)))
    assert igjen.context["skjema"]["navn"].value() == "Nytt Navn"
    assert bruker("politi").navn == "Ola Berg"
