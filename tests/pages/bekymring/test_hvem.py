"""Who the case concerns: consent or anonymity first, then by act and with purpose, and only to who needs it."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection

from bekymring.choices import Sakrolle
from bekymring.models import Sak
from bekymring.services.feil import IkkeTillatt
from bekymring.services.identitet import apne_kort
from bekymring.services.tilgang import skriv_tekst, trekk_tilgang
from demo import regi
from vern.kontekst import som as i_kontekst

from .skjema import felt, send

pytestmark = pytest.mark.django_db
NAVN = "NAVNMERKE Oppdiktet"
UTFYLT = {"navn": NAVN, "fodselsar": "2010", "kontakt": "KONTAKTMERKE", "foresatte": "FORESATTMERKE"}


@pytest.fixture
def konkludert(pa_saksliste):
    regi.konkluder(pa_saksliste.sak)
    return pa_saksliste


@pytest.fixture
def med_kort(konkludert):
    regi.skriv_kort(konkludert.sak, NAVN)
    return konkludert


def test_without_a_ground_nobody_can_write_a_name_and_what_was_typed_is_kept(som, grupper):
    sak = regi.meld()
    regi.til_avklaring(sak)
    side = send(som("slt"), f"/bekymring/{sak.ref}/hvem/skriv/", **UTFYLT).content.decode()
    assert "Registrer samtykke eller et annet grunnlag først" in side
    assert NAVN in side
    with i_kontekst(regi.person("slt")):
        assert Sak.objects.get(pk=sak.pk).modus == "anonym"
        assert not sak.tekster.filter(sone="identitet").exists()


def test_the_koordinator_writes_it_and_the_case_then_has_a_name(som, konkludert):
    side = send(som("slt"), konkludert.her + "hvem/skriv/", **UTFYLT).content.decode()
    assert all(merke in side for merke in (NAVN, "2010", "KONTAKTMERKE", "FORESATTMERKE"))
    with i_kontekst(regi.person("slt")):
        assert Sak.objects.get(pk=konkludert.sak.pk).modus == "identifisert"


@pytest.mark.parametrize(
    ("felter", "melding"),
    [
        ({"navn": ""}, "Du må rette 1 feil"),
        ({"kontakt": "fødselsnummer 01019012345"}, "Du må rette 1 feil"),
        ({"fodselsar": "2999"}, "fram i tid"),
        ({"fodselsar": "tolv"}, "Du må rette 1 feil"),
    ],
)
def test_a_card_that_is_not_right_is_not_saved(som, konkludert, felter, melding):
    assert melding in send(som("slt"), konkludert.her + "hvem/skriv/", **(UTFYLT | felter)).content.decode()
    with i_kontekst(regi.person("slt")):
        assert Sak.objects.get(pk=konkludert.sak.pk).modus == "anonym"


def test_after_half_an_hour_the_koordinator_must_say_what_for(som, med_kort):
    slt = som("slt")
    assert NAVN in slt.get(med_kort.her + "hvem/").content.decode()
    _glem(med_kort.sak)
    side = slt.get(med_kort.her + "hvem/").content.decode()
    assert NAVN not in side
    assert "Hva trenger du det til?" in side
    uten = slt.post(med_kort.her + "hvem/", {}).content.decode()
    assert NAVN not in uten
    assert NAVN in send(slt, med_kort.her + "hvem/", formal="informere").content.decode()
    assert "Informere personen eller de foresatte" in slt.get(med_kort.her).content.decode()


def _glem(sak):
    """As if the half hour were over."""
    slt = regi.person("slt")
    with i_kontekst(slt):
        assert trekk_tilgang(av=slt, sak=sak, bruker=slt, grunnlag=Sakrolle.SAKSANSVARLIG, soner=["identitet"])


def test_the_half_hour_is_an_end_in_the_database(med_kort):
    slt = regi.person("slt")
    with i_kontekst(slt):
        rad = med_kort.sak.tilganger.get(user=slt, rett="les", sone="identitet")
        assert rad.til - rad.fra <= timedelta(minutes=31)


def test_nobody_else_in_the_case_sees_the_card_or_that_there_is_one(som, med_kort):
    for navn in ("kjerneleder", "kjerne.helse", "politi", "slt2", "laerer", "fremmed"):
        assert som(navn).get(med_kort.her + "hvem/").status_code == 404, navn
    assert NAVN not in som("kjerneleder").get(med_kort.her + "oppsummering/").content.decode()


def test_the_police_contact_gets_the_card_for_the_conversation_and_loses_it_with_the_consent(som, med_kort):
    politi = som("politi")
    regi.avtal_samtale(med_kort.sak)
    side = med_kort.her + "hvem/"
    assert politi.get(side).status_code == 404
    svar = send(som("slt"), side + "del/", bruker=str(regi.person("politi").pk), formal="samtale")
    assert "Ola Berg kan nå se hvem saken gjelder." in svar.content.decode()
    assert NAVN in politi.get(side).content.decode()
    assert "Hvem saken gjelder" in politi.get(med_kort.her).content.decode()
    som("slt").post(f"{med_kort.her}samtykke/{med_kort.samtykke.pk}/trekk/")
    assert politi.get(side).status_code == 404


def test_only_those_with_a_part_in_the_case_can_be_given_it(som, med_kort):
    svar = som("slt").get(med_kort.her + "hvem/del/").content.decode()
    assert "Turid Lie" in svar
    assert "Tor Ek" not in svar
    data = felt(som("slt").get(med_kort.her + "hvem/del/")) | {"bruker": regi.person("fremmed").pk, "formal": "samtale"}
    assert "Velg ett av valgene i lista." in som("slt").post(med_kort.her + "hvem/del/", data).content.decode()


def test_each_look_at_the_card_is_logged_as_what_it_is(som, med_kort):
    som("slt").get(med_kort.her + "hvem/")
    with i_kontekst(regi.person("slt")), connection.cursor() as cursor:
        cursor.execute("SELECT utsnitt FROM vern.mine_oppslag(1, NULL)")
        assert cursor.fetchone() == ("identitet",)


def test_a_mentor_sees_name_and_contact_and_no_more(som, konkludert):
    forlop = regi.foresla_mentor(konkludert.sak)
    regi.flytt_mentor(forlop, "slt", "signer")
    regi.skriv_kort(konkludert.sak, NAVN)
    regi.del_kort(konkludert.sak, "mentor")
    side = som("mentor").get(konkludert.her + "hvem/").content.decode()
    assert NAVN in side
    assert "gjennom kontaktlærer" in side
    assert "mor, gjennom skolen" not in side


def test_in_a_case_without_a_name_the_database_takes_no_card_even_from_the_reporter(grupper):
    sak, laerer = regi.meld(), regi.person("laerer")
    with i_kontekst(laerer), pytest.raises(PermissionDenied):
        skriv_tekst(av=laerer, sak=sak, sone="identitet", art="identitet", innhold="{}")


def test_a_closed_case_cannot_be_opened_for_a_name(som, med_kort):
    slt = regi.person("slt")
    _glem(med_kort.sak)
    regi.gjor_oppgaver(med_kort.sak)
    regi.steg(med_kort.sak, "slt", "avslutt", begrunnelse="Ferdig.", informert=True)
    assert som("slt").get(med_kort.her + "hvem/").status_code == 404
    with i_kontekst(slt), pytest.raises(IkkeTillatt):
        apne_kort(av=slt, sak=med_kort.sak, formal="avtale")


def test_a_corrected_card_is_the_one_that_is_shown(som, med_kort):
    side = send(som("slt"), med_kort.her + "hvem/skriv/", **(UTFYLT | {"navn": "NYTTMERKE"})).content.decode()
    assert "NYTTMERKE" in side
    assert NAVN not in side
