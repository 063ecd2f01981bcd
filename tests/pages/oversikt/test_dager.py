"""The journeys that dates decide the most, on the days of the year that have deceived somebody.

The product's own clock is moved. The database's goes on as it is, as for the seeder: access holds by the real time."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db.models import F
from django.utils import timezone

from bekymring.models import Oppgave, Sak, Samtale
from bekymring.services.felles import svarfrist
from bekymring.services.gjennomgang import frist as gjennomgangsfrist
from bekymring.services.gjennomgang import kvartal
from demo import regi
from felles.dato import langdato, talldato
from felles.tid import flytt, idag
from samarbeid.models import Aktor, Forum, Mote
from tests.factories.rapporter import bestilt, forbi_veggene
from tests.factories.tiltak import meld_alle, milepael, rapporter
from tiltak.models import Statusrapport

from .test_kalender import hendelser, lag, start

pytestmark = pytest.mark.django_db
OSLO = ZoneInfo("Europe/Oslo")
DAGER = {
    "the day before the yearly deadline": datetime(2026, 11, 30, 12),
    "the yearly deadline": datetime(2026, 12, 1, 8),
    "past the yearly deadline": datetime(2026, 12, 3, 15),
    "the last half hour of the year": datetime(2026, 12, 31, 23, 30),
    "the year is new here and old in UTC": datetime(2027, 1, 1, 0, 20),
    "a Sunday in week 53 of last year": datetime(2027, 1, 3, 12),
    "the last minute of February": datetime(2027, 2, 28, 23, 59),
    "before the clock goes forward": datetime(2027, 3, 28, 1, 30),
    "after the clock went forward": datetime(2027, 3, 28, 3, 30),
    "the national day": datetime(2027, 5, 17, 10),
    "the hour that comes twice, the first time": datetime(2027, 10, 31, 2, 30),
    "the hour that comes twice, the second time": datetime(2027, 10, 31, 2, 30, fold=1),
    "the leap day": datetime(2028, 2, 29, 0, 5),
    "the 366th day": datetime(2028, 12, 31, 10),
}


@pytest.fixture(params=DAGER.values(), ids=DAGER)
def dag(request):
    """That moment is now; the value is its date in Norway."""
    with flytt(request.param.replace(tzinfo=OSLO)):
        assert idag() == request.param.date()
        yield idag()


def venter(klient):
    return {str(linje["tittel"]): linje["frist"] for linje in klient.get("/?oppgaver=alle").context["oppgaver"]}


@pytest.fixture
def holdt(som):
    """A conversation the police contact has held, made by the real clock."""
    sak = regi.ta_imot(regi.meld())
    sak = regi.til_avklaring(sak)
    regi.gi_samtykke(sak)
    regi.steg(sak, "slt", "henvis")
    regi.steg(sak, "kjerneleder", "sett_pa_saksliste", mote=regi.mote())
    regi.konkluder(sak)
    return regi.avtal_samtale(sak)


def test_the_plan_and_the_cases_wait_by_their_deadlines_and_the_referat_first_once_the_status_is_told(som, holdt, dag):
    with forbi_veggene():
        Samtale.objects.filter(pk=holdt.pk).update(tid=regi.klokka(regi.om(-1), 14))
        Oppgave.objects.filter(sak=holdt.sak).update(frist=regi.om(14))
    politi = som("politi")
    both = venter(politi)
    assert both["Skriv referat fra samtalen"] == dag + timedelta(days=1)
    assert (f"Meld status for {dag.year}" in both) == (dag.month >= 10)
    assert both.get(f"Meld status for {dag.year}") is None  # nobody has set a deadline before a round
    assert list(both.values()) == sorted(both.values(), key=lambda frist: frist or date.max)
    meld_alle("politi")
    assert next(iter(venter(politi))) == "Skriv referat fra samtalen"


def test_the_koordinator_answers_within_three_working_days_and_reviews_access_within_the_quarter(som, dag):
    with forbi_veggene():
        Sak.objects.filter(pk=regi.meld().pk).update(opprettet=F("opprettet") - timedelta(days=4000))
    mine = venter(som("slt"))
    assert mine["Behandle ny bekymring"] == svarfrist() and svarfrist().weekday() < 5
    assert timedelta(days=3) <= svarfrist() - dag <= timedelta(days=10)
    assert mine["Gå gjennom hvem som har tilgang"] == gjennomgangsfrist() >= dag
    assert kvartal(gjennomgangsfrist() + timedelta(days=1)) > kvartal(dag) <= dag


def test_the_status_form_is_for_the_year_it_is_in_norway_and_the_start_page_counts_it(som, dag):
    klient = som("folkehelse")
    assert f"<h1>Status for {dag.year}</h1>" in klient.get("/tiltak/12/status/").text
    rapporter(12, ar=dag.year - 1, gjort="Gjort i fjor")
    rapporter(12, av="folkehelse")
    assert Statusrapport.objects.filter(ar=dag.year).count() == 1
    text = klient.get("/").text
    assert f"Statusrapporten for {dag.year} har svar for 1 av 18 tiltak." in text
    assert "Frist 1. desember" not in text
    assert "Gjort i fjor" in klient.get("/tiltak/12/status/").text


def test_a_deadline_is_late_from_the_day_after_and_is_told_in_words(som, dag):
    for dager, tittel in ((-1, "Forbi"), (0, "Nå"), (1, "Snart")):
        milepael(12, dager=dager, tittel=tittel)
    side = som("folkehelse").get("/")
    assert [str(frist["tittel"]) for frist in side.context["frister"]] == ["Nå", "Snart"]
    assert [frist["frist"] for frist in side.context["frister"]] == [dag, dag + timedelta(days=1)]
    assert ">i dag<" in side.text and ">i morgen<" in side.text and "1 dag over frist" in side.text
    assert [rad.tiltak.nr for rad in side.context["planstatus"].for_sent] == [12]


def test_the_year_wheel_holds_this_years_deadlines_and_no_others(som, dag):
    for ar in (dag.year - 1, dag.year, dag.year + 1):
        milepael(12, dager=(date(ar, 2, 28) - dag).days, tittel=f"Sluttført {ar}")
    text = som("folkehelse").get("/tiltak/arshjul/").text
    assert f"<h1>Årshjul {dag.year}</h1>" in text and f"Sluttført {dag.year}" in text
    assert f"Sluttført {dag.year - 1}" not in text and f"Sluttført {dag.year + 1}" not in text


def test_the_calendar_has_whole_days_and_meetings_at_their_hour_here(som, dag):
    row, tid = milepael(12, dager=1), regi.klokka(regi.om(1), 9)
    with forbi_veggene():
        folkehelse = Aktor.objects.get(slug="folkehelse")
        Mote.objects.create(forum=Forum.objects.create(navn="Laget", ansvarlig=folkehelse), tid=tid, sted="Rådhuset")
    start(frist=dag + timedelta(days=31))
    found = {str(hendelse["SUMMARY"]): hendelse for hendelse in hendelser(lag(som("slt")))}
    frist, mote = found[f"Frist: {row.tittel}"], found["Laget"]
    assert [frist.decoded(felt) for felt in ("DTSTART", "DTEND")] == [dag + timedelta(days=n) for n in (1, 2)]
    assert timezone.localtime(mote.decoded("DTSTART")).replace(tzinfo=None) == tid.replace(tzinfo=None)
    assert mote.decoded("DTEND") - mote.decoded("DTSTART") == timedelta(hours=1)
    assert found[f"Frist for å melde status for {dag.year}"].decoded("DTSTART") == dag + timedelta(days=31)


def test_the_report_ordered_is_of_the_year_and_says_the_day(som, dag):
    rapporter(12)
    assert f"Bestill statusrapport for {dag.year}" in som("radmann").get("/rapport/").text
    rapport = bestilt("radmann")
    assert (rapport.ar, rapport.bilde["status_per"], rapport.bilde["arene"][-1]) == (dag.year, str(dag), dag.year)


def test_what_has_changed_is_counted_from_the_last_day_of_last_year(som, dag):
    rapporter(4, ar=dag.year, gjort="Nytt av året")
    svar = som("fremmed").get("/tiltak/endret/")
    assert f"Endret siden {langdato(date(dag.year - 1, 12, 31))}" in svar.text
    assert [endring.tiltak.nr for endring in svar.context["endringer"].endret] == [4]
    ahead = som("fremmed").get("/tiltak/endret/", {"fra": talldato(dag + timedelta(days=1))})
    assert "fram i tid" in ahead.text
