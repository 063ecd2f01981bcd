"""The start page: what waits on whom, the plan for everybody, and nothing of a case for those outside."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.db.models import F
from django.test.utils import CaptureQueriesContext

from bekymring.choices import Tallart
from bekymring.models import Delingsgrunnlag, Sak, Tall
from demo import regi
from felles.tid import idag, na
from samarbeid.models import Aktor
from tests.conftest import PERSONER
from tests.factories.rapporter import forbi_veggene
from tests.factories.saker import sql
from tests.factories.tiltak import gjor, meld_alle, milepael, ny_utgave, person, rapporter, tiltak
from tiltak.models import Ansvar, Innsatsomrade, Statusrapport, Tiltak
from tiltak.services.ansvar import overfor_ansvar
from tiltak.services.vurdering import vurder
from vern.kontekst import som as som_bruker

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("persona", PERSONER)
def test_every_persona_sees_the_18_tiltak(som, persona):
    response = som(persona).get("/")
    assert sum(len(gruppe.rader) for gruppe in response.context["planstatus"].grupper) == 18
    assert response.content.count(b"hp-tittel") == 18


def oppgaver(client):
    return [str(oppgave["tittel"]) for oppgave in client.get("/?oppgaver=alle").context["oppgaver"]]


def test_a_new_concern_waits_on_the_koordinator_on_duty_and_on_nobody_else(som):
    regi.meld()
    assert "Behandle ny bekymring" in oppgaver(som("slt"))
    for persona in ("slt2", "politi", "kjerneleder", "laerer", "radmann", "personvern", "system", "fremmed"):
        assert "Behandle ny bekymring" not in oppgaver(som(persona))


def test_two_concerns_are_one_line_with_their_number(som):
    regi.meld()
    regi.meld()
    assert "Behandle 2 nye bekymringer" in oppgaver(som("slt"))


def test_what_waits_names_no_case(som):
    sak = regi.meld()
    page = som("slt").get("/?oppgaver=alle").content.decode()
    assert "Behandle ny bekymring" in page
    assert sak.nummer not in page and sak.get_aldersspenn_display() not in page


def test_referat_is_the_first_thing_the_police_contact_sees_after_a_conversation(som):
    meld_alle("politi")
    sak = regi.ta_imot(regi.meld())
    sak = regi.til_avklaring(sak)
    regi.gi_samtykke(sak)
    regi.steg(sak, "slt", "henvis")
    regi.steg(sak, "kjerneleder", "sett_pa_saksliste", mote=regi.mote())
    regi.konkluder(sak)
    assert "Avtal bekymringssamtale" in oppgaver(som("politi"))
    regi.avtal_samtale(sak, tid=regi.klokka(regi.om(-1), 14))
    assert oppgaver(som("politi"))[0] == "Skriv referat fra samtalen"


def _i_oppfolging():
    sak = regi.ta_imot(regi.meld())
    regi.til_avklaring(sak)
    regi.gi_samtykke(sak)
    regi.steg(sak, "slt", "henvis")
    regi.steg(sak, "kjerneleder", "sett_pa_saksliste", mote=regi.mote())
    regi.konkluder(sak)
    regi.ansvarsgruppe(sak)
    return regi.steg(sak, "slt", "start_oppfolging", frist=regi.om(30))


def test_a_case_whose_consent_has_run_out_is_stopped_and_waits_on_the_one_who_has_it(som, rigg):
    sak = _i_oppfolging()
    slt = som("slt")
    assert not any("Samtykket" in oppgave or "stanset" in oppgave for oppgave in oppgaver(slt))
    with rigg:
        Delingsgrunnlag.objects.filter(sak=sak).update(fra=F("fra") - timedelta(days=9), til=na() - timedelta(days=1))
    assert "Avgjør en stanset sak" in oppgaver(slt)
    assert not any("Samtykket" in oppgave or "stanset" in oppgave for oppgave in oppgaver(som("slt2")))


def test_a_consent_with_less_than_30_days_left_waits_on_the_one_who_has_the_case(som, rigg):
    sak = _i_oppfolging()
    with rigg:
        Delingsgrunnlag.objects.filter(sak=sak).update(til=na() + timedelta(days=29))
        sql("SELECT vern.folg_klokka()")
    assert "Grunnlaget i en sak går snart ut" in oppgaver(som("slt"))


def test_an_evaluation_that_is_due_waits_on_the_one_who_has_the_case(som, rigg):
    sak = _i_oppfolging()
    assert "Start evalueringen: fristen er nådd" not in oppgaver(som("slt"))
    with rigg:
        Sak.objects.filter(pk=sak.pk).update(frist=idag())
    assert "Start evalueringen: fristen er nådd" in oppgaver(som("slt"))


def test_a_stranger_sees_no_case_figures_and_has_nothing_waiting(som):
    response = som("fremmed").get("/")
    assert response.context["saker"] is None and response.context["oppgaver"] == []
    assert b"/hjelp/" in response.content


def test_only_those_who_may_have_cases_are_led_to_them_from_the_figures(som):
    with forbi_veggene():
        Tall.objects.create(ar=idag().year, art=Tallart.MELDT, maned=idag().replace(day=1), verdi=7)
    for persona, leder in (("slt", True), ("politi", True), ("radmann", False), ("personvern", False)):
        side = som(persona).get("/").content.decode()
        assert ">Bekymringssaker</h2>" in side, persona
        assert (">Åpne saker</a>" in side) is leder, persona
    assert 'href="/personvern/logg/"' in side  # the last one's own work


def test_there_is_at_most_one_primary_button_at_the_top(som):
    for persona in PERSONER:
        handlinger = som(persona).get("/").context["handlinger"]
        assert sum(handling.variant == "primary" for handling in handlinger) <= 1


def antall_sporringer(client):
    client.get("/")
    with CaptureQueriesContext(
        connection,
    ) as captured:
        client.get("/")
    return len(captured)


def test_more_cases_do_not_mean_more_queries(som):
    client = som("slt")
    regi.meld()
    few = antall_sporringer(client)
    for _ in range(9):
        regi.meld()
    assert antall_sporringer(client) == few == 18


ENDRINGER = {
    "report": lambda: rapporter(4, "star_stille"),
    "sent back": lambda: gjor(
        vurder,
        av="slt",
        rapport=Statusrapport.objects.venter_pa(person("slt")).get(),
        nokkel=uuid4(),
        utfall="sendt_tilbake",
        kommentar="Skriv mer.",
    ),
    "milestone": lambda: milepael(4, dager=3),
    "party": lambda: gjor(
        overfor_ansvar,
        av="slt",
        ansvar=Ansvar.objects.gjeldende().filter(tiltak=tiltak(4)).first(),
        til=Aktor.objects.get(slug="folkehelse"),
        fra=idag(),
        grunn="Byttet",
    ),
    "name of a party": lambda: Aktor.objects.filter(slug="folkehelse").update(kortnavn="Helsa"),
    "title": lambda: Tiltak.objects.filter(nr=4).update(tittel="Noe annet"),
    "area": lambda: Innsatsomrade.objects.filter(nr=1).update(tittel="Noe annet"),
    "edition": ny_utgave,
}


@pytest.mark.parametrize("endring", ENDRINGER)
def test_the_plan_is_drawn_once_for_all_and_anew_after_any_change(som, rigg, endring):
    def kort(hvem):
        context = som(hvem).get("/").context
        return str(context["statuskort"]), str(context["tiltakskort"]), context["planstatus"]

    # Given a page that two people have seen: drawn once
    rapporter(12, av="folkehelse")
    before = kort("fremmed")
    assert kort("slt")[2] is before[2]
    # When something changes, by whatever way
    if endring in ("name of a party", "title", "area"):
        with rigg:
            ENDRINGER[endring]()
    else:
        with som_bruker(person("slt")):
            ENDRINGER[endring]()
    # Then the next page says so
    after = kort("fremmed")
    assert after[:2] != before[:2] or after[2].plan != before[2].plan


@pytest.mark.parametrize(
    "sporring", ["?status=tull", "?ansvarlig=%00", "?sok=" + "x" * 3000, "?oppgaver=alle&page=9" * 3]
)
def test_junk_in_the_address_never_breaks_the_page(som, sporring):
    assert som("slt").get("/" + sporring).status_code in (200, 400)


def test_several_cases_of_one_kind_lead_to_a_list_of_just_those(som):
    regi.meld()
    regi.meld()
    regi.ta_imot(regi.meld())
    sak = regi.til_avklaring(regi.meld())
    client = som("slt")
    linje = next(o for o in client.get("/?oppgaver=alle").context["oppgaver"] if "bekymringer" in str(o["tittel"]))
    page = client.get(linje["url"])
    assert page.status_code == 200 and len(page.context["oppgaver"]) == 3
    assert sak.nummer not in page.content.decode()


def test_an_unknown_state_in_the_address_shows_the_whole_list(som):
    regi.meld()
    assert len(som("slt").get("/bekymring/?tilstand=tull").context["oppgaver"]) == 1


def test_the_menu_offers_a_stranger_only_what_exists_for_a_stranger(som):
    menus = {
        who: [str(rad["navn"]) for rad in som(who).get("/").context["meny"]] for who in ("fremmed", "kjerne.helse")
    }
    assert menus["fremmed"] == ["Oversikt", "Tiltak", "Rapporter"]
    assert menus["kjerne.helse"] == ["Oversikt", "Tiltak", "Samarbeid", "Bekymringssaker", "Rapporter"]
