"""A closed case opened by two, as the two see it (R49, ADR 21)."""

import pytest

from bekymring.models import Gjenapning, Hendelse, Sak
from bekymring.services import gjenapning
from brukere.models import Rolletildeling
from demo import regi
from felles.tid import na
from samarbeid.models import Aktor
from tests.factories.dager import Om
from tests.factories.gang import avklart
from tests.factories.gjenapning import HVORFOR, be_om_gjenapning, lukk, lukket_sak, svar_gjenapning
from tests.factories.rapporter import forbi_veggene
from tests.factories.saker import bruker
from tests.factories.spor import handler
from tests.pages.bekymring.skjema import felt

pytestmark = pytest.mark.django_db
SIDEN = "/bekymring/gjenapning/"
HAR = {"formal": "innsyn", "soner": ["felles"], "dager": "7", "begrunnelse": HVORFOR}


@pytest.fixture
def sak(db):
    return lukket_sak()


def send(klient, nummer, **mer):
    return klient.post(SIDEN, felt(klient.get(SIDEN)) | HAR | {"nummer": nummer, "leser": bruker("slt").pk} | mer)


def en(klient, rad):
    return klient.get(f"{SIDEN}{rad.pk}/")


def test_from_the_sealed_case_to_the_text_that_the_mother_asks_for(som, sak):
    slt, ombud = som("slt"), som("personvern")
    saken = slt.get(f"/bekymring/{sak.ref}/")
    assert "Be om å få saken åpnet" in saken.text
    side = slt.get(SIDEN, {"sak": sak.ref})
    assert f'value="{sak.nummer}"' in side.text
    svar = send(slt, sak.nummer.lower())
    assert svar.status_code == 302
    assert "Svar på om en lukket sak skal åpnes" in ombud.get("/").text
    spurt = ombud.get(svar["Location"])
    assert HVORFOR in spurt.text and sak.ref not in spurt.text
    assert ombud.post(svar["Location"], {"svar": "ja", "grunn": ""}).status_code == 302
    assert "Les saken som er åpnet for deg" in slt.get("/").text
    lest = slt.get(f"/bekymring/{sak.ref}/oppsummering/")
    assert "voldelig innhold i klassechatten" in lest.text
    assert "oppsummeringen" in ombud.get(svar["Location"]).text
    assert ombud.get(f"/bekymring/{sak.ref}/").status_code == 404


def test_no_needs_a_reason_and_keeps_what_was_typed(som, sak):
    rad, ombud = be_om_gjenapning(sak), som("personvern")
    uten = ombud.post(f"{SIDEN}{rad.pk}/", {"svar": "nei", "grunn": ""})
    assert "Skriv hvorfor saken ikke skal åpnes." in uten.text
    med = ombud.post(f"{SIDEN}{rad.pk}/", {"svar": "nei", "grunn": "Moren kan få svar av skolen."}, follow=True)
    assert "Du svarte nei. Saken er fortsatt lukket." in med.text
    assert "Moren kan få svar av skolen." in en(som("slt"), rad).text


def test_answered_by_another_first_it_says_so(som, sak):
    rad, ombud = be_om_gjenapning(sak), som("personvern")
    with handler("slt") as slt:
        gjenapning.avslutt(av=slt, rad=rad)
    assert ombud.post(f"{SIDEN}{rad.pk}/", {"svar": "ja", "grunn": ""}).status_code == 404
    assert "Trukket" in en(ombud, rad).text


@pytest.mark.parametrize("nummer", ["26-QQQQ", "apen"])
def test_a_number_that_is_unknown_or_open_gets_one_answer(som, sak, nummer):
    tall = avklart("16_17").nummer if nummer == "apen" else nummer
    svar = send(som("slt"), tall)
    assert "Vi finner ingen lukket sak med dette nummeret" in svar.text
    assert HVORFOR in svar.text  # nothing typed is lost
    assert not Gjenapning.objects.exists()


def test_one_question_at_a_time_is_said_in_words(som, sak):
    be_om_gjenapning(sak)
    assert "Noen har alt spurt om å åpne saken" in send(som("slt2"), sak.nummer).text


def test_a_reader_who_cannot_have_the_part_is_said_in_words(som, sak):
    svar = send(som("slt"), sak.nummer, soner=["helse"])
    assert "Personen kan ikke lese disse delene" in svar.text


def test_shut_before_its_time_the_text_is_gone_at_once(som, sak):
    rad = be_om_gjenapning(sak)
    svar_gjenapning(rad)
    slt = som("slt")
    assert slt.get(f"/bekymring/{sak.ref}/oppsummering/").status_code == 200
    svar = som("personvern").post(f"{SIDEN}{rad.pk}/avslutt/", follow=True)
    assert "Saken er lukket igjen." in svar.text
    lest = slt.get(f"/bekymring/{sak.ref}/oppsummering/")
    assert (lest.status_code, "klassechatten" in lest.text) == (404, False)


def test_the_reader_who_loses_the_role_is_out(som, sak):
    rad = be_om_gjenapning(sak)
    svar_gjenapning(rad)
    with forbi_veggene():
        Rolletildeling.objects.filter(bruker=bruker("slt"), rolle="koordinator").update(til=na())
    assert som("slt").get(f"/bekymring/{sak.ref}/oppsummering/").status_code == 404


def test_in_an_opened_case_there_is_nothing_to_write_or_press(som, sak):
    svar_gjenapning(be_om_gjenapning(sak))
    side = som("slt").get(f"/bekymring/{sak.ref}/oppsummering/").text
    for ord_ in ("Del en tekst", "Registrer samtykke", "Ta opp igjen", "Sperr saken", "Oppgaven er gjort"):
        assert ord_ not in side


# --- What is not done when the case ends ------------------------------------------------------------------------------
def _oppgave(sak):
    with handler("slt"):
        return sak.oppgaver.apne().get()


def test_a_case_with_an_open_task_is_not_closed_until_the_task_is_done_or_handed_over(som):
    sak, slt = avklart("16_17"), som("slt")
    url = f"/bekymring/{sak.ref}/steg/avslutt_avklaring/"
    data = felt(slt.get(url)) | {"begrunnelse": "Ikke behov for mer."}
    assert "eller overlat dem til en tjeneste" in slt.post(url, data).text
    oppgave = _oppgave(sak)
    side = slt.get(f"/bekymring/{sak.ref}/oppsummering/").text
    assert f"/bekymring/{sak.ref}/oppgave/{oppgave.pk}/overlat/" in side
    skole = Aktor.objects.get(slug="helse")
    til = f"/bekymring/{sak.ref}/oppgave/{oppgave.pk}/overlat/"
    assert "Når skal den være gjort" in slt.post(til, {"til": skole.pk, "frist": ""}).text
    svar = slt.post(til, {"til": skole.pk, "frist": str(Om(14))}, follow=True)
    assert "Oppgaven er overlatt." in svar.text
    assert "overlatt til" in slt.get(f"/bekymring/{sak.ref}/oppsummering/").text
    with forbi_veggene():
        oppgave.refresh_from_db()
    assert oppgave.gjort is None and oppgave.overlatt_til == skole
    assert slt.post(url, data).status_code == 302
    with forbi_veggene():
        assert Sak.objects.get(pk=sak.pk).tilstand == "avsluttet"
        assert Hendelse.objects.filter(sak=sak, art="oppgave_overlatt").count() == 1


def test_handed_over_twice_is_once_and_done_is_not_handed_over(som):
    sak, slt = avklart("16_17"), som("slt")
    oppgave, aktor = _oppgave(sak), Aktor.objects.get(slug="helse")
    til = f"/bekymring/{sak.ref}/oppgave/{oppgave.pk}/overlat/"
    for _gang in range(2):
        slt.post(til, {"til": aktor.pk, "frist": str(Om(14))})
    assert "Oppgaven er alt gjort eller overlatt." in slt.post(til, {"til": aktor.pk, "frist": ""}, follow=True).text
    with forbi_veggene():
        assert Hendelse.objects.filter(sak=sak, art="oppgave_overlatt").count() == 1


def test_a_stopped_case_is_closed_only_when_those_concerned_know_and_no_task_is_open(som):
    sak, slt = avklart("16_17"), som("slt")
    regi.steg(sak, "slt", "stans")
    url = f"/bekymring/{sak.ref}/steg/avslutt_stanset/"
    data = felt(slt.get(url)) | {"begrunnelse": "Familien vil ikke mer."}
    assert "vet at saken avsluttes" in slt.get(url).text
    svar = slt.post(url, data | {"informert": "on"})
    assert "oppgaver som ikke er gjort" in svar.text
    slt.post(f"/bekymring/{sak.ref}/oppgave/{_oppgave(sak).pk}/gjort/")
    assert slt.post(url, felt(slt.get(url)) | data | {"informert": "on"}).status_code in (200, 302)


def test_a_closed_case_says_how_long_it_can_be_read(som):
    sak = lukk(avklart("16_17"), forsegl=False)
    assert "Den sperres om få minutter" in som("slt").get(f"/bekymring/{sak.ref}/").text
