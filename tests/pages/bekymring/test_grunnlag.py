"""Sharing without consent: a law that holds, a reason, and a second koordinator; until then nothing is shared."""

import pytest
from django.db import ProgrammingError, transaction

from bekymring.models import Hjemmel, Sperre
from bekymring.services import to_personer
from bekymring.services.feil import IkkeTillatt, KravMangler
from demo import regi
from tests.factories.dager import Om
from vern.kontekst import som as i_kontekst

from .skjema import felt, send, valgene

pytestmark = pytest.mark.django_db


@pytest.fixture
def avklart(grupper):
    sak = regi.meld()
    regi.til_avklaring(sak)
    return sak


def fyll_ut(slt, sak, **mer):
    side = f"/bekymring/{sak.ref}/grunnlag/"
    svar = slt.get(side)
    navn = {o.split(",")[0]: v for v, o in _valg(svar, "hjemmel")}
    mottaker = {o: v for v, o in _valg(svar, "mottaker")}
    data = {
        "hjemmel": navn["Fare for liv eller helse"],
        "mottaker": mottaker["Skole- og barnehagekontoret"] if len(mottaker) > 3 else next(iter(mottaker.values())),
        "opplysninger": ["med_navn"],
        "formal": ["kjernegruppe"],
        "nodvendighet": "NODMERKE noen kan bli skadet.",
        "til": f"{regi.om(30):%d.%m.%Y}",
    }
    return slt.post(side, felt(svar) | data | mer, follow=True)


def _valg(svar, felt):
    import re

    liste = svar.content.decode().split(f'name="{felt}"')[1].split("</select>")[0]
    return re.findall(r'<option value="([^"]+)"[^>]*>\s*([^<]+?)\s*</option>', liste)


def test_two_koordinatorer_open_the_case_for_the_leader_and_the_second_then_sees_nothing(som, avklart):
    slt, slt2, her = som("slt"), som("slt2"), f"/bekymring/{avklart.ref}/"
    regi.registrer_grunnlag(avklart)
    assert "Det mangler samtykke" in send(slt, her + "steg/henvis/").content.decode()
    side = slt2.get(her).content.decode()
    assert "Neste steg: bekreft grunnlaget" in side
    with i_kontekst(regi.person("slt2")):
        rad = avklart.delingsgrunnlag.get()
    svar = slt2.get(f"{her}grunnlag/{rad.pk}/bekreft/")
    assert "Det er fare for at noen blir skadet." in svar.content.decode()
    assert "Grunnlaget er bekreftet." in slt2.post(f"{her}grunnlag/{rad.pk}/bekreft/", follow=True).content.decode()
    assert "Eleven har delt" not in slt2.get(her).content.decode()
    assert "Venter på kjernegruppa" in send(slt, her + "steg/henvis/").content.decode()
    assert som("kjerneleder").get(her).status_code == 200


def test_the_form_offers_only_laws_that_hold_and_can_carry_a_sharing(som, avklart):
    svar = som("slt").get(f"/bekymring/{avklart.ref}/grunnlag/")
    navn = {o.split(",")[0] for _, o in _valg(svar, "hjemmel")}
    assert "Fare for liv eller helse" in navn
    assert not navn & {"Samtykke", "Uten navn", "Forskrift om deling", "Avverging", "Møteplikt for barn"}
    assert valgene(svar, "mottaker")


@pytest.mark.parametrize(
    ("felter", "melding"),
    [
        ({"nodvendighet": "  "}, "Du må rette 1 feil"),
        ({"til": Om(200)}, "høyst tre måneder"),
        ({"til": "i går"}, "tilbake i tid"),
        ({"hjemmel": "999999"}, "Velg ett av valgene i lista."),
        ({"nodvendighet": "x"}, "forstår hvorfor samtykke ikke er nok"),
        ({"nodvendighet": "x" * 40}, "Skriv med egne ord hvorfor"),
        ({"opplysninger": []}, "Svar på «Hva kan deles?»"),
        ({"opplysninger": ["utfall"]}, "dekker ikke alle opplysningene du har valgt."),
        ({"formal": ["mentor"]}, "dekker ikke alt det skal brukes til."),
    ],
)
def test_without_reason_or_limit_it_is_not_registered(som, avklart, felter, melding):
    assert melding in fyll_ut(som("slt"), avklart, **felter).content.decode()
    with i_kontekst(regi.person("slt")):
        assert avklart.delingsgrunnlag.count() == 0


def test_what_is_typed_is_kept_for_the_second_person_and_shown_as_waiting(som, avklart):
    svar = fyll_ut(som("slt"), avklart)
    assert "NODMERKE" in svar.content.decode()
    assert "venter på bekreftelse" in som("slt").get(f"/bekymring/{avklart.ref}/oppsummering/").content.decode()
    assert "Bekreft et grunnlag for deling" in som("slt2").get("/?oppgaver=alle").content.decode()


def test_the_one_who_decided_cannot_confirm(som, avklart):
    rad = regi.registrer_grunnlag(avklart)
    assert som("slt").get(f"/bekymring/{avklart.ref}/grunnlag/{rad.pk}/bekreft/").status_code == 404
    slt = regi.person("slt")
    with i_kontekst(slt), pytest.raises(IkkeTillatt):
        to_personer.bekreft(av=slt, sak=avklart, rad=rad)


def test_a_law_that_is_not_in_use_is_refused_by_the_service(avklart):
    with pytest.raises(KravMangler, match="kan ikke brukes"):
        regi.registrer_grunnlag(avklart, hjemmel="forskrift")


def test_a_barred_deputy_is_not_asked_and_nothing_is_written(avklart, rigg):
    with rigg:
        Sperre.objects.create(sak=avklart, bruker=regi.person("slt2"), satt_av=regi.person("slt"))
    with pytest.raises(KravMangler, match="ingen annen koordinator"):
        regi.registrer_grunnlag(avklart)
    with i_kontekst(regi.person("slt")):
        assert avklart.delingsgrunnlag.count() == 0


def rad_i(sak, navn="delingsgrunnlag"):
    with i_kontekst(regi.person("slt")):
        return getattr(sak, navn).get()


def test_the_second_person_says_no_on_the_page_and_both_pages_say_so(som, avklart):
    regi.registrer_grunnlag(avklart)
    her = f"/bekymring/{avklart.ref}/"
    svar = som("slt2").post(f"{her}grunnlag/{rad_i(avklart).pk}/bekreft/", {"svar": "nei"})
    assert svar.status_code == 302
    assert "sluttet" in som("slt").get(f"{her}oppsummering/").content.decode()
    assert "Grunnlag for deling ble ikke bekreftet" in som("slt").get(her).content.decode()


def test_a_law_taken_out_between_page_and_press_is_told_and_nothing_is_confirmed(som, avklart, rigg):
    regi.registrer_grunnlag(avklart)
    rad, slt2 = rad_i(avklart), som("slt2")
    with rigg:
        Hjemmel.objects.update(jurist_godkjent=None)
    svar = slt2.post(f"/bekymring/{avklart.ref}/grunnlag/{rad.pk}/bekreft/")
    assert "Denne hjemmelen kan ikke brukes lenger." in svar.content.decode()
    assert rad_i(avklart).bekreftet_av_id is None


def test_it_is_taken_back_by_the_one_who_has_the_case(som, avklart):
    regi.registrer_grunnlag(avklart)
    slt, her = som("slt"), f"/bekymring/{avklart.ref}/"
    assert "Ta grunnlaget tilbake" in slt.get(f"{her}oppsummering/").content.decode()
    svar = slt.post(f"{her}grunnlag/{rad_i(avklart).pk}/avslutt/", follow=True)
    assert "Grunnlaget er avsluttet." in svar.content.decode()
    assert som("slt2").get(f"{her}grunnlag/{rad_i(avklart).pk}/bekreft/").status_code == 404


def test_what_cannot_wait_says_when_it_ends(som, avklart):
    svar = fyll_ut(som("slt"), avklart, haster="on")
    assert "En annen koordinator må bekrefte innen 24 timer." in svar.content.decode()
    side = som("slt2").get(f"/bekymring/{avklart.ref}/grunnlag/{rad_i(avklart).pk}/bekreft/").content.decode()
    assert "hvis ingen har bekreftet det" in side


# --- A guardian who is not asked (R18) -----------------------------------------------------------------------------
def fyll_unntak(slt, sak, **mer):
    side = f"/bekymring/{sak.ref}/unntak/"
    svar = slt.get(side)
    data = {
        "foresatt": "2",
        "hjemmel": next(v for v, o in _valg(svar, "hjemmel") if o.startswith("Fare for liv eller helse")),
        "begrunnelse": "NODMERKE forelderen kan skade barnet.",
        "til": f"{regi.om(20):%d.%m.%Y}",
    }
    return slt.post(side, felt(svar) | data | mer, follow=True)


def test_a_guardian_is_left_out_by_two_people_until_the_day_it_is_seen_anew(som, avklart):
    slt, slt2, her = som("slt"), som("slt2"), f"/bekymring/{avklart.ref}/"
    assert "Unntaket er sendt" in fyll_unntak(slt, avklart).content.decode()
    rad = rad_i(avklart, "foresattunntak")
    side = slt2.get(f"{her}unntak/{rad.pk}/bekreft/").content.decode()
    assert "Foresatt 2" in side and "NODMERKE" in side
    assert "Unntaket er bekreftet." in slt2.post(f"{her}unntak/{rad.pk}/bekreft/", follow=True).content.decode()
    assert "vurderes på nytt" in slt.get(f"{her}oppsummering/").content.decode()
    assert "Vurder på nytt: en foresatt blir ikke spurt" in slt.get("/?oppgaver=alle").content.decode()
    assert slt.post(f"{her}unntak/{rad.pk}/avslutt/").status_code == 302
    with i_kontekst(regi.person("slt")):
        assert not avklart.foresattunntak.gjeldende().exists()


@pytest.mark.parametrize(
    ("felter", "melding"),
    [
        ({"begrunnelse": "x" * 40}, "Skriv med egne ord hvorfor"),
        ({"til": Om(200)}, "høyst tre måneder"),
        ({"foresatt": "3"}, "Hvem skal ikke spørres?"),
    ],
)
def test_a_guardian_is_not_left_out_without_reason_and_day(som, avklart, felter, melding):
    assert melding in fyll_unntak(som("slt"), avklart, **felter).content.decode()
    with i_kontekst(regi.person("slt")):
        assert not avklart.foresattunntak.exists()


def test_nobody_leaves_a_guardian_out_alone(som, avklart):
    fyll_unntak(som("slt"), avklart)
    rad = rad_i(avklart, "foresattunntak")
    assert som("slt").post(f"/bekymring/{avklart.ref}/unntak/{rad.pk}/bekreft/").status_code == 404
    with i_kontekst(regi.person("slt")), pytest.raises(ProgrammingError), transaction.atomic():
        type(rad).objects.filter(pk=rad.pk).update(bekreftet_av=regi.person("slt2"))
