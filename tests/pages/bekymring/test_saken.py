"""The page of a case and its acts: buttons, conflicts, double sends, consent, inhabil, undo."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bekymring.choices import Sakrolle
from bekymring.choices import Tilstand as T
from bekymring.models import Sak
from demo import regi
from felles.dato import kortdato
from tests.factories.dager import Om
from tests.factories.saker import gi
from vern.kontekst import som as i_kontekst

from .conftest import samtykket, til_saksliste
from .skjema import felt, send, valgene

pytestmark = pytest.mark.django_db


def tilstand(sak):
    with i_kontekst(regi.person("slt")):
        return Sak.objects.get(pk=sak.pk).tilstand


def test_an_empty_list_says_so(som):
    assert "Ingen saker venter på deg." in som("politi").get("/bekymring/").content.decode()


def test_there_is_one_primary_button_for_the_one_whose_turn_it_is(som, med_samtale):
    for hvem, antall in (("slt", 0), ("politi", 1)):
        side = som(hvem).get(med_samtale.her).content.decode()
        assert side.count('data-variant="primary"') == antall, hvem


def test_the_stepper_is_in_the_third_step(som, med_samtale):
    side = som("politi").get(med_samtale.her).content.decode()
    assert side.count('aria-current="step"') == 1
    assert "Bekymringssamtale" in side.split('aria-current="step"')[1].split("</li>")[0]


def test_the_same_move_sent_twice_is_made_once(som, grupper):
    sak = regi.meld()
    slt, side = som("slt"), f"/bekymring/{sak.ref}/steg/returner/"
    skjema = felt(slt.get(side)) | {"begrunnelse": "Mangler noe."}
    assert slt.post(side, skjema).status_code == 302
    assert slt.post(side, skjema).status_code == 302
    with i_kontekst(regi.person("slt")):
        assert sak.hendelser.filter(art="returnert").count() == 1


def test_two_people_change_the_same_case_and_the_second_is_told(som, pa_saksliste):
    leder, side = som("kjerneleder"), pa_saksliste.her + "steg/utsett/"
    skjema = felt(leder.get(side)) | {"begrunnelse": "Vi rekker den ikke."}
    with i_kontekst(regi.person("slt")):
        Sak.objects.filter(pk=pa_saksliste.sak.pk).update(versjon=99)
    svar = leder.post(side, skjema)
    tekst = svar.content.decode()
    assert "Noen andre har endret saken mens du skrev." in tekst
    assert "Vi rekker den ikke." in tekst
    assert tilstand(pa_saksliste.sak) == T.PA_SAKSLISTE
    assert leder.post(side, felt(svar)).status_code == 302
    assert tilstand(pa_saksliste.sak) == T.HENVIST


def test_a_refused_move_keeps_what_was_typed_and_writes_nothing(som, grupper):
    sak = regi.meld("13_15")
    regi.til_avklaring(sak)
    svar = send(som("slt"), f"/bekymring/{sak.ref}/steg/henvis/")
    side = svar.content.decode()
    assert "Det mangler samtykke eller annet grunnlag" in side
    assert "Feil:" in side
    assert tilstand(sak) == T.AVKLARING


@pytest.mark.parametrize("navn", ["konkluder", "meld", "avtal_samtale", "xx", "sperr"])
def test_a_move_that_is_not_there_for_me_does_not_exist(som, grupper, navn):
    sak = regi.meld()
    assert som("slt").get(f"/bekymring/{sak.ref}/steg/{navn}/").status_code == 404


def test_withdrawn_consent_closes_the_case_for_the_members_at_once(som, pa_saksliste):
    helse, slt = som("kjerne.helse"), som("slt")
    assert helse.get(pa_saksliste.her).status_code == 200
    side = f"{pa_saksliste.her}samtykke/{pa_saksliste.samtykke.pk}/trekk/"
    assert slt.post(side).status_code == 302
    assert slt.post(side).status_code == 302
    assert helse.get(pa_saksliste.her).status_code == 404
    with i_kontekst(regi.person("slt")):
        assert pa_saksliste.sak.hendelser.filter(art="samtykke_trukket").count() == 1


@pytest.mark.parametrize(
    ("felter", "melding"),
    [
        ({"informert": []}, "Fortell at samtykket kan trekkes"),
        ({"form": "muntlig"}, "Et muntlig samtykke må ha et vitne."),
        ({"gyldig_til": "30.02.2030"}, "finnes ikke"),
        ({"gyldig_til": "01.01.0001"}, "Året må være"),
        ({"gyldig_til": "01.01.2020"}, "Dato kan ikke være tilbake i tid."),
        ({"gyldig_til": Om(900)}, "høyst ett år"),
        ({"mottakere": ["999999"]}, "Velg ett av valgene i lista."),
        ({"mottakere": [], "personer": []}, "Velg minst én som kan få opplysninger."),
        ({"mottakere": [], "personer": ["999999"]}, "Velg ett av valgene i lista."),
        ({"givere": ["naboen"]}, "Velg ett av valgene i lista."),
        ({"givere": []}, "Svar på «Hvem har samtykket?»"),
        ({"foreldreansvar": []}, "Svar på «Hvor mange har foreldreansvar?»"),
        ({"givere": ["foresatt-2"]}, "Du har krysset av for to foresatte."),
        ({"opplysninger": []}, "Svar på «Hva kan deles?»"),
        ({"formal": []}, "Svar på «Hva skal opplysningene brukes til?»"),
        ({"formal": ["mentor"]}, "Velg hvem som skal være mentor."),
        ({"formal": ["mentor"], "form": "muntlig", "vitne": "on"}, "må være skriftlig"),
    ],
)
def test_an_unclear_consent_is_not_registered(som, grupper, felter, melding):
    sak = regi.meld()
    regi.til_avklaring(sak)
    slt, side = som("slt"), f"/bekymring/{sak.ref}/samtykke/"
    mottakere = valgene(slt.get(side), "mottakere")
    svar = send(slt, side, **samtykket(**({"mottakere": mottakere} | felter)))
    assert melding in svar.content.decode()
    with i_kontekst(regi.person("slt")):
        assert sak.samtykker.count() == 0


def test_a_consent_to_a_person_is_for_ansvarsgruppe_or_mentor(som, grupper):
    sak = regi.meld()
    regi.til_avklaring(sak)
    slt, side = som("slt"), f"/bekymring/{sak.ref}/samtykke/"
    svar = send(slt, side, **samtykket(personer=[str(regi.person("mentor").pk)], formal=["samtale"]))
    assert "Et samtykke til en person gjelder ansvarsgruppe eller mentor." in svar.content.decode()


@pytest.mark.parametrize(
    ("alder", "sier"),
    [
        ("10_12", "alle med foreldreansvar som må si ja"),
        ("13_15", "både personen selv og alle med foreldreansvar si ja"),
        ("18_24", "bare personen selv som kan si ja"),
    ],
)
def test_the_form_says_who_must_consent_at_this_age(som, grupper, alder, sier):
    sak = regi.meld(alder)
    regi.til_avklaring(sak)
    assert sier in som("slt").get(f"/bekymring/{sak.ref}/samtykke/").content.decode()


def test_consent_by_the_wrong_person_does_not_open_the_case(som, grupper):
    """R16: between 15 and 17 the guardians alone cannot consent to sharing this."""
    sak = regi.meld("16_17")
    regi.til_avklaring(sak)
    regi.gi_samtykke(sak, givere=["foresatt"])
    svar = send(som("slt"), f"/bekymring/{sak.ref}/steg/henvis/")
    assert "(mangler samtykke fra personen selv)" in svar.content.decode()


def test_one_of_two_guardians_is_not_every_guardian(som, grupper):
    """R20: each who has parental responsibility is a party of their own, and the missing one is named."""
    sak = regi.meld("16_17")
    regi.til_avklaring(sak)
    slt, her = som("slt"), f"/bekymring/{sak.ref}/"
    mottakere = valgene(slt.get(her + "samtykke/"), "mottakere")
    send(slt, her + "samtykke/", **samtykket(mottakere=mottakere, foreldreansvar="2"))
    assert "(mangler samtykke fra foresatt 2)" in send(slt, her + "steg/henvis/").content.decode()
    send(slt, her + "samtykke/", **samtykket(mottakere=mottakere, foreldreansvar="2", givere=["foresatt-2"]))
    assert "Venter på kjernegruppa" in send(slt, her + "steg/henvis/").content.decode()


def test_each_consent_says_who_with_whom_what_for_what_and_how_long(som, pa_saksliste):
    side = som("slt").get(pa_saksliste.her + "oppsummering/").content.decode()
    utsnitt = side[side.index("Personen selv") :]
    for ord_ in (
        "Skriftlig",
        f"gjelder til og med {kortdato(regi.om(180))}",
        "Barnevern",
        "Siv Strand",
        "når de vet hvem den gjelder",
        "Navn og kontaktopplysninger",
        "Holde en bekymringssamtale",
    ):
        assert ord_ in utsnitt, ord_


def test_an_inhabil_member_loses_the_case_everywhere_at_once(som, pa_saksliste):
    helse = som("kjerne.helse")
    assert "Er du inhabil" in helse.get(pa_saksliste.her + "inhabil/").content.decode()
    helse.post(pa_saksliste.her + "inhabil/")
    assert helse.get(pa_saksliste.her).status_code == 404
    for side in ("/bekymring/", f"/kjernegruppe/mote/{pa_saksliste.mote.ref}/"):
        assert pa_saksliste.sak.nummer not in helse.get(side).content.decode()


def test_avverging_is_there_for_everybody_with_the_case_and_stores_no_word(som, pa_saksliste):
    helse = som("kjerne.helse")
    assert "Ring 112." in helse.get(pa_saksliste.her + "avverging/").content.decode()
    side = helse.post(pa_saksliste.her + "avverging/", {"begrunnelse": "SKAL IKKE LAGRES"}, follow=True)
    assert "Politiet er varslet for å avverge fare" in side.content.decode()
    with i_kontekst(regi.person("slt")):
        assert pa_saksliste.sak.hendelser.get(art="avverging").tekst is None


def test_a_returned_report_can_be_taken_back_until_somebody_has_seen_it(som, grupper):
    sak = regi.steg(regi.meld(), "slt", "returner", begrunnelse="Mangler noe.")
    slt, her = som("slt"), f"/bekymring/{sak.ref}/"
    assert "Angre siste steg" in slt.get(her).content.decode()
    assert "Steget er angret." in slt.post(her + "angre/", follow=True).content.decode()
    assert tilstand(sak) == T.MOTTATT


def test_when_somebody_has_opened_the_case_it_is_too_late_to_undo(som, grupper):
    sak = regi.steg(regi.meld(), "slt", "returner", begrunnelse="Mangler noe.")
    her = f"/bekymring/{sak.ref}/"
    som("laerer").get(her)
    svar = som("slt").post(her + "angre/", follow=True)
    assert "Steget kan ikke angres lenger." in svar.content.decode()
    assert tilstand(sak) == T.RETURNERT


def antall_sporringer(klient, side):
    klient.get(side)
    with CaptureQueriesContext(connection) as fanget:
        assert klient.get(side).status_code == 200
    return len(fanget)


def test_the_list_costs_the_same_with_one_case_and_with_thirty(som, grupper):
    regi.meld()
    slt = som("slt")
    en = antall_sporringer(slt, "/bekymring/")
    for _ in range(29):
        regi.meld()
    assert antall_sporringer(slt, "/bekymring/") == en
    assert en <= 14


def test_the_meeting_page_costs_the_same_with_one_case_and_with_four(som, pa_saksliste):
    helse, side = som("kjerne.helse"), f"/kjernegruppe/mote/{pa_saksliste.mote.ref}/"
    en = antall_sporringer(helse, side)
    for _ in range(3):
        sak = til_saksliste().sak
        regi.steg(sak, "kjerneleder", "utsett", begrunnelse="Flyttes.")
        regi.steg(sak, "kjerneleder", "sett_pa_saksliste", mote=pa_saksliste.mote)
    assert antall_sporringer(helse, side) == en


def test_the_page_of_a_case_has_a_fixed_cost(som, med_samtale):
    assert antall_sporringer(som("politi"), med_samtale.her) <= 22
    assert antall_sporringer(som("slt"), med_samtale.her) <= 22


def test_the_next_page_goes_on_where_the_first_ended(som, grupper):
    for _ in range(23):
        regi.meld()
    slt = som("slt")
    forste = slt.get("/bekymring/")
    neste = forste.context["neste"]
    andre = slt.get("/bekymring/", {"etter": neste})
    vist = [rad["tittel"] for svar in (forste, andre) for rad in svar.context["oppgaver"]]
    assert len(vist) == len(set(vist)) == 23


@pytest.mark.parametrize("etter", ["x", "1" * 30, "a|b:sig", "\u0000", "😀"])
def test_an_address_with_junk_shows_the_first_page(som, etter):
    assert som("slt").get("/bekymring/", {"etter": etter, "vis": "xx"}).status_code in (200, 400)


def test_one_who_only_reads_is_told_to_ring_and_meets_no_broken_button(som, pa_saksliste):
    gi(pa_saksliste.sak, "kjerne.vgs", "felles", grunnlag=Sakrolle.ANSVARSGRUPPE)
    klient = som("kjerne.vgs")
    side = klient.get(pa_saksliste.her).content.decode()
    assert "Ring 112." in side
    assert "avverging/" not in side
    assert klient.post(pa_saksliste.her + "avverging/").status_code == 404


def test_the_meeting_page_tells_a_member_which_cases_they_have_assessed_and_nobody_else(som, pa_saksliste):
    side = f"/kjernegruppe/mote/{pa_saksliste.mote.ref}/"
    regi.vurder(pa_saksliste.sak, "kjerne.helse", "helse", "Har vært til samtale.")
    assert "Du har skrevet vurdering" in som("kjerne.helse").get(side).content.decode()
    assert "Du har skrevet vurdering" not in som("kjerneleder").get(side).content.decode()
