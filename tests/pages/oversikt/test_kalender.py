"""The calendar at its secret address: what is in it, who makes it, and what a wrong address tells: nothing."""

import logging
import re
from datetime import datetime, timedelta

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from icalendar import Calendar

from brukere.models import Kalenderadresse
from demo import regi
from felles.dato import talldato
from felles.logglinje import TryggLinje
from felles.tid import idag, na
from samarbeid.models import Aktor, Forum, Forummedlem, Mote
from tests.factories.rapporter import forbi_veggene
from tests.factories.tiltak import milepael, rapporter

pytestmark = pytest.mark.django_db
MERKE = "zebrafinkemerke"


def lag(client):
    """Press the button and read the address off the page."""
    text = client.post("/min-side/kalender/", {"handling": "ny"}).text
    return re.search(r'value="http://testserver(/kalender/[\w-]{43}\.ics)"', text)[1]


def hendelser(sti):
    answer = Client().get(sti)
    assert answer.status_code == 200
    return Calendar.from_ical(answer.content).walk("VEVENT")


def titler(sti):
    return [str(event["SUMMARY"]) for event in hendelser(sti)]


def test_the_deadlines_of_ones_own_tiltak_are_in_it_and_no_others(som):
    milepael(12, tittel="Forslag til kurs")
    milepael(4, tittel="Møte med lagene")
    mine = titler(lag(som("folkehelse")))
    assert "Frist: Forslag til kurs" in mine and "Frist: Møte med lagene" not in mine
    assert "Frist: Møte med lagene" in titler(lag(som("slt")))


def test_a_deadline_is_a_whole_day_and_says_where_to_read_more(som):
    row = milepael(12, dager=9, tittel="Forslag: a, b; c\\d og æøå «sitat» 😀" + " langt" * 20)
    [event] = [e for e in hendelser(lag(som("folkehelse"))) if e["UID"] == f"milepael-{row.pk}@handlingsplan"]
    assert event["SUMMARY"] == f"Frist: {row.tittel}"
    assert event.decoded("DTSTART") == idag() + timedelta(days=9)
    assert event.decoded("DTEND") - event.decoded("DTSTART") == timedelta(days=1)
    assert event["TRANSP"] == "TRANSPARENT"
    assert event["URL"] == "http://testserver/tiltak/12/#milepaeler"


def test_a_milestone_that_is_moved_keeps_its_identity_and_one_that_is_reached_is_gone(som):
    row, client = milepael(12), som("folkehelse")
    sti = lag(client)

    def min_frist():
        return [e for e in hendelser(sti) if str(row.pk) in e["UID"]]

    ny = idag() + timedelta(days=400)
    felt = {"tittel": row.tittel, "frist": talldato(ny), "nadd_dato": "", "versjon": "1"}
    client.post(f"/tiltak/12/milepael/{row.pk}/", felt)
    [event] = min_frist()
    assert (event.decoded("DTSTART"), event["SEQUENCE"]) == (ny, 1)
    client.post(f"/tiltak/12/milepael/{row.pk}/", felt | {"nadd_dato": "i dag", "versjon": "2"})
    assert min_frist() == []


def test_the_deadline_of_the_next_step_and_of_the_yearly_report_are_in_it(som):
    rapporter(12, frist=idag() + timedelta(days=20))
    mine = titler(lag(som("folkehelse")))
    assert "Frist for neste steg i tiltak 12" in mine
    assert f"Frist for å melde status for {idag().year}" in mine


@pytest.fixture
def moter():
    """A meeting of a forum where the persona's place of work sits, and one where it does not; one was called off."""
    with forbi_veggene():
        folkehelse = Aktor.objects.get(slug="folkehelse")
        andre = Aktor.objects.create(slug="andre", navn="Andre", type="frivillig")
        for navn, aktor, avlyst in (
            ("Mitt forum", folkehelse, False),
            ("Stengt", folkehelse, True),
            ("Annet", andre, False),
        ):
            forum = Forum.objects.create(navn=navn, ansvarlig=andre)
            Forummedlem.objects.create(forum=forum, aktor=aktor, fra=idag())
            Mote.objects.create(
                forum=forum, tid=na() + timedelta(days=3), sted="Rådhuset", saksliste=MERKE, avlyst=avlyst
            )  # fmt: skip
        regi.person("folkehelse").tilknytninger.get_or_create(aktor=folkehelse, defaults={"funksjon": "leder"})


def test_meetings_of_ones_own_fora_are_in_it_with_time_and_place(som, moter):
    found = {str(e["SUMMARY"]): e for e in hendelser(lag(som("folkehelse")))}
    event = found["Mitt forum"]
    assert isinstance(event.decoded("DTSTART"), datetime) and event["LOCATION"] == "Rådhuset"
    assert found["Avlyst: Stengt"]["STATUS"] == "CANCELLED"
    assert "Annet" not in found


def test_minutes_and_agenda_are_never_in_it(som, moter):
    assert MERKE.encode() not in Client().get(lag(som("slt"))).content


def test_who_has_no_role_gets_an_empty_calendar(som, moter):
    milepael(12)
    assert hendelser(lag(som("fremmed"))) == []


@pytest.mark.parametrize("persona", ["slt", "politi", "kjerneleder", "laerer"])
def test_nothing_of_a_case_is_in_it_and_no_case_table_is_touched(som, persona):
    regi.lag_grupper()
    sak = regi.ta_imot(regi.meld(observasjon=MERKE))
    regi.til_avklaring(sak)
    regi.gi_samtykke(sak)
    regi.mote()
    sti = lag(som(persona))
    with CaptureQueriesContext(connection) as seen:
        body = Client().get(sti).content.decode()
    assert not [q["sql"] for q in seen.captured_queries if "bekymring_" in q["sql"]]
    assert MERKE not in body and sak.nummer not in body and "jernegruppe" not in body and "bekymring" not in body


# --- The address -------------------------------------------------------------------------------------------------
def test_only_a_digest_is_stored_and_the_address_is_shown_once(som):
    client = som("folkehelse")
    nokkel = lag(client)[len("/kalender/") : -len(".ics")]
    row = Kalenderadresse.objects.get()
    assert nokkel not in row.avtrykk and len(row.avtrykk) == 64
    page = client.get("/min-side/").text
    assert nokkel not in page and "Du har en adresse som ble laget" in page


def test_a_new_address_ends_the_old_and_it_can_be_switched_off(som):
    client = som("folkehelse")
    first = lag(client)
    second = lag(client)
    assert [Client().get(sti).status_code for sti in (first, second)] == [404, 200]
    assert client.post("/min-side/kalender/", {"handling": "slutt"}).status_code == 302
    assert Client().get(second).status_code == 404


def test_a_closed_account_has_no_calendar_and_opening_it_gives_none_back(som):
    sti, system, pk = lag(som("politi")), som("system"), regi.person("politi").pk
    system.post(f"/brukere/{pk}/steng/", {"grunn": "Sluttet"})
    assert Client().get(sti).status_code == 404
    system.post(f"/brukere/{pk}/apne/")
    assert regi.person("politi").is_active
    assert Client().get(sti).status_code == 404


def test_withdrawn_and_never_made_are_the_same_404(som):
    client = som("folkehelse")
    sti = lag(client)
    client.post("/min-side/kalender/", {"handling": "slutt"})
    one, other = Client().get(sti), Client().get("/kalender/aldri-laget.ics")
    assert one.status_code == other.status_code == 404
    assert (one.content, sorted(one.headers.items())) == (other.content, sorted(other.headers.items()))


@pytest.mark.parametrize("nokkel", ["x", "x" * 5000, "æøå", "😀", "..", "'--", "%00"])
def test_odd_addresses_are_not_there(db, nokkel):
    assert Client().get(f"/kalender/{nokkel}.ics").status_code == 404


def test_an_address_is_no_log_in(som):
    answer = Client().get(lag(som("slt")))
    assert "sesjon" not in str(answer.cookies) and "sessionid" not in answer.cookies


def test_the_key_never_stands_in_the_log(caplog):
    """Django tells of every 404; our formatter tells of an address by its pattern."""
    with caplog.at_level(logging.WARNING, logger="django.request"):
        Client().get("/kalender/hemmeligNOKKEL.ics")
    [record] = caplog.records
    assert settings.LOGGING["formatters"]["linje"]["()"] == "felles.logglinje.TryggLinje"
    assert TryggLinje("%(message)s").format(record) == "404 GET /kalender/<str:nokkel>.ics"


# --- What calendar programs need -----------------------------------------------------------------------------------
def test_it_is_a_well_formed_calendar_in_the_users_language(som):
    milepael(12, tittel="Forslag " + "æ" * 150)
    answer = Client().get(lag(som("folkehelse")))
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    lines = answer.content.split(b"\r\n")
    assert lines[0] == b"BEGIN:VCALENDAR" and lines[-2:] == [b"END:VCALENDAR", b""]
    assert max(map(len, lines)) <= 75 and not any(b"\n" in line for line in lines)
    calendar = Calendar.from_ical(answer.content)
    assert calendar["VERSION"] == "2.0" and "NB" in calendar["PRODID"]
    assert calendar["X-WR-CALNAME"] == f"Handlingsplan, {settings.KOMMUNE}"
    for event in calendar.walk("VEVENT"):
        assert {"UID", "DTSTAMP", "DTSTART", "SUMMARY"} <= set(event)


def test_an_unchanged_calendar_is_answered_with_304_and_a_changed_one_whole(som):
    sti = lag(som("folkehelse"))
    first = Client().get(sti)
    again = Client().get(sti, HTTP_IF_NONE_MATCH=first["ETag"])
    assert (again.status_code, again.content) == (304, b"")
    assert Client().get(sti, HTTP_IF_MODIFIED_SINCE=first["Last-Modified"]).status_code == 304
    milepael(12)
    assert Client().get(sti, HTTP_IF_NONE_MATCH=first["ETag"]).status_code == 200


@pytest.mark.parametrize("antall", [1, 30])
def test_the_number_of_queries_does_not_grow(som, antall, django_assert_num_queries):
    for n in range(antall):
        milepael(12, tittel=f"Steg {n}")
    sti = lag(som("folkehelse"))
    with django_assert_num_queries(17):
        assert len(hendelser(sti)) == antall + 1
