"""The police contact's conversation, on a phone and without script."""

import re
from datetime import timedelta

import pytest

from bekymring.choices import Samtaleutfall
from bekymring.models import Samtale
from bekymring.services.utkast import lagre_utkast
from demo import regi
from felles.skjema import SETT_OVER
from felles.tid import na
from tests.factories.rapporter import forbi_veggene
from vern.kontekst import som as i_kontekst

from .skjema import felt, send

pytestmark = pytest.mark.django_db


def side(v, navn):
    return f"{v.her}samtale/{v.samtale.pk}/{navn}/"


def test_a_date_in_the_future_and_no_text_are_said_as_in_the_picture(som, med_samtale):
    svar = send(
        som("politi"),
        side(med_samtale, "referat"),
        gjennomfort="som_avtalt",
        holdt=f"{regi.om(5):%d.%m.%Y}",
        enighet="",
        forslag="ny_samtale",
    )
    tekst = svar.content.decode()
    assert "Du må rette 2 feil" in tekst
    assert "Dato kan ikke være fram i tid." in tekst
    assert "Skriv hva dere ble enige om." in tekst


def test_the_draft_is_there_when_one_comes_back(som, med_samtale):
    politi = som("politi")
    send(politi, side(med_samtale, "referat"), gjennomfort="som_avtalt", enighet="Halvveis", utkast="1")
    svar = politi.get(side(med_samtale, "referat")).content.decode()
    assert "Halvveis" in svar
    assert "Bare du ser det." in svar
    assert "Halvveis" not in politi.get(med_samtale.her).content.decode()
    assert "/fortsett/" not in politi.get("/?oppgaver=alle").content.decode()  # no form that a log-out interrupted


def test_the_referat_sent_twice_is_written_once(som, med_samtale):
    politi, her = som("politi"), side(med_samtale, "referat")
    skjema = felt(politi.get(her)) | {"gjennomfort": "som_avtalt", "enighet": "Enige.", "forslag": "oppfolging"}
    assert politi.post(her, skjema).status_code == 302
    assert politi.post(her, skjema).status_code == 302
    with i_kontekst(regi.person("politi")):
        assert med_samtale.sak.tekster.filter(art="referat").count() == 1


def test_a_birth_number_in_the_referat_is_asked_about(som, med_samtale):
    politi, her = som("politi"), side(med_samtale, "referat")
    svar = {"gjennomfort": "som_avtalt", "enighet": "Enige om 010203    12345.", "forslag": "oppfolging"}
    spurt = politi.post(her, felt(politi.get(her)) | svar).content.decode()
    assert "fødselsnummer" in spurt
    [boks] = re.findall(rf'name="({SETT_OVER}_\w+)"', spurt)
    assert politi.post(her, felt(politi.get(her)) | svar | {boks: "on"}).status_code == 302


def test_what_the_municipality_shall_do_becomes_a_task_in_felles(som, med_samtale):
    send(
        som("politi"),
        side(med_samtale, "referat"),
        gjennomfort="uten_foresatte",
        enighet="Bare for politiet",
        forslag="annen_instans",
        oppgave="Ring skolen",
        frist=f"{regi.om(7):%d.%m.%Y}",
    )
    tekst = som("slt").get(med_samtale.her + "oppsummering/").content.decode()
    assert "Ring skolen" in tekst
    assert "En annen instans tar over" in tekst
    assert "Bare for politiet" not in tekst


def test_not_held_asks_for_no_reason_and_leaves_no_flag(som, med_samtale):
    send(som("politi"), side(med_samtale, "referat"), gjennomfort="nei")
    assert "Samtalen ble ikke noe av" in som("slt").get(med_samtale.her).content.decode()
    with i_kontekst(regi.person("politi")):
        rad = med_samtale.sak.samtaler.get()
        assert (rad.tilstand, rad.utfall, rad.referat) == ("avlyst", "", None)


def test_a_conversation_can_be_moved(som, med_samtale):
    svar = send(som("politi"), side(med_samtale, "flytt"), dato=f"{regi.om(4):%d.%m.%Y}", klokka="09:30", sted="skole")
    assert "kl. 09.30, skolen" in svar.content.decode()


@pytest.mark.parametrize("klokka", ["25.00", "halv ni", "9.99", "", "12.3.4", "-1", "9" * 50])
def test_a_strange_time_of_day_gives_a_message(som, med_samtale, klokka):
    svar = send(som("politi"), side(med_samtale, "flytt"), dato=f"{regi.om(4):%d.%m.%Y}", klokka=klokka)
    assert "ds-error-summary" in svar.content.decode()


def test_an_ordered_meeting_needs_its_law_and_adults_cannot_be_ordered(som, grupper):
    sak = regi.meld("18_24")
    regi.til_avklaring(sak)
    regi.gi_samtykke(sak)
    regi.steg(sak, "slt", "henvis")
    regi.steg(sak, "kjerneleder", "sett_pa_saksliste", mote=regi.mote())
    regi.konkluder(sak)
    svar = send(
        som("politi"),
        f"/bekymring/{sak.ref}/samtale/",
        spor="palagt",
        dato=f"{regi.om(4):%d.%m.%Y}",
        klokka="12",
        sted="skole",
    )
    assert "Voksne kan ikke pålegges å møte." in svar.content.decode()


def test_the_conversation_is_only_for_the_police(som, med_samtale):
    for hvem in ("slt", "kjerneleder", "kjerne.helse", "laerer", "mentor"):
        for navn in ("referat", "flytt", "avlys"):
            assert som(hvem).get(side(med_samtale, navn)).status_code == 404, (hvem, navn)


def test_while_the_conversation_is_ahead_the_koordinator_is_asked_to_wait(som, med_samtale):
    side = som("slt").get(med_samtale.her).content.decode()
    assert "Venter på samtalen" in side
    assert "Start oppfølging" not in side
    regi.skriv_referat(med_samtale.samtale, Samtaleutfall.OPPFOLGING)
    side = som("slt").get(med_samtale.her).content.decode()
    assert "Opprett ansvarsgruppe" in side and "Start oppfølging" not in side
    regi.ansvarsgruppe(med_samtale.sak)
    assert "Start oppfølging" in som("slt").get(med_samtale.her).content.decode()


def test_a_case_without_a_ground_has_no_button_that_leads_to_a_refusal(som, grupper):
    sak = regi.til_avklaring(regi.meld())
    henvis = f"/bekymring/{sak.ref}/steg/henvis/"
    assert henvis not in som("slt").get(f"/bekymring/{sak.ref}/").content.decode()
    regi.gi_samtykke(sak)
    assert henvis in som("slt").get(f"/bekymring/{sak.ref}/").content.decode()


def test_after_the_referat_the_police_contact_may_agree_on_a_new_conversation(som, med_samtale):
    ny = f'href="{med_samtale.her}samtale/"'
    assert ny not in som("politi").get(med_samtale.her).content.decode()
    regi.skriv_referat(med_samtale.samtale, Samtaleutfall.NY_SAMTALE)
    assert ny in som("politi").get(med_samtale.her).content.decode()
    assert som("politi").get(f"{med_samtale.her}samtale/").status_code == 200


def test_a_form_that_a_log_out_interrupted_waits_on_one_who_has_a_case_and_no_role(som, med_samtale):
    leder = regi.person("kjerneleder")
    assert not leder.roller
    with i_kontekst(leder):
        lagre_utkast(av=leder, skjema="avbrutt:merke", data={"sti": "/", "felt": {}})
    assert 'href="/fortsett/merke/"' in som("kjerneleder").get("/?oppgaver=alle").content.decode()


def test_a_conversation_whose_time_has_gone_is_told_of_as_past(som, med_samtale):
    politi = som("politi")
    for dager, ord in ((1, "Samtalen er avtalt til"), (-1, "Samtalen var avtalt til")):
        with forbi_veggene():
            Samtale.objects.filter(pk=med_samtale.samtale.pk).update(tid=na() + timedelta(days=dager))
        assert ord in politi.get(med_samtale.her).content.decode()
