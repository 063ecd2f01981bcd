"""The calendar at its secret address: what is in it, who makes it, and what a wrong address tells: nothing."""

import logging
import re
from datetime import date, datetime, timedelta
from uuid import uuid4

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.http import http_date
from icalendar import Calendar

from brukere.models import Bruker, Kalenderadresse
from demo import regi
from felles.dato import kortdato, langdato, talldato
from felles.logglinje import TryggLinje
from felles.tid import idag, na
from rapport.services.bygg import bygg_arsbilde
from samarbeid.models import Aktor, Forum, Forummedlem, Mote
from tests.factories.rapporter import forbi_veggene
from tests.factories.tiltak import milepael, rapporter
from tiltak.lesing.arshjul import maneder, poster
from tiltak.models import Ansvar, Plan, Sammendrag, Tiltak
from tiltak.services.ansvar import overfor_ansvar
from tiltak.services.innhenting import avslutt_runde, flytt_frist, start_runde
from tiltak.services.sammendrag import lag_sammendrag
from vern.kontekst import som as kontekst

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
    start(frist=idag() + timedelta(days=30))
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
    milepael(12)
    assert Client().get(sti, HTTP_IF_NONE_MATCH=first["ETag"]).status_code == 200


def overfor(nr: int) -> None:
    """The first who answers for it hands it over to Folkehelse."""
    slt = regi.person("slt")
    part = Ansvar.objects.gjeldende().filter(tiltak__nr=nr, tiltak__plan=Plan.objects.gjeldende()).first()
    with kontekst(slt):
        overfor_ansvar(av=slt, ansvar=part, til=Aktor.objects.get(slug="folkehelse"), fra=idag(), grunn="Nytt ansvar")


def nytt_sprak(_sti: str) -> None:
    with forbi_veggene():
        Bruker.objects.filter(username="folkehelse").update(sprak="nn")


@pytest.mark.parametrize(
    "endre", [lambda _sti: overfor(1), nytt_sprak, lambda _sti: milepael(12)], ids=["ansvar", "språk", "milepæl"]
)
def test_who_asks_by_date_alone_gets_what_is_true_now(som, endre):
    sti = lag(som("folkehelse"))
    start(frist=idag() + timedelta(days=30))
    before = Client().get(sti)
    assert "Last-Modified" not in before
    endre(sti)
    asked = Client().get(sti, HTTP_IF_MODIFIED_SINCE=http_date(na().timestamp() + 60))
    assert asked.status_code == 200 and asked.content != before.content


# --- The deadline of the round, which alone has it ------------------------------------------------------------------
def start(*, frist, numre=(7, 12)):
    slt, rader = regi.person("slt"), Tiltak.objects.filter(plan=Plan.objects.gjeldende(), nr__in=numre)
    with kontekst(slt):
        return start_runde(av=slt, nokkel=uuid4(), ar=idag().year, frist=frist, tiltak=list(rader))


def arspost(sti):
    return next((e for e in hendelser(sti) if e["UID"].startswith("statusfrist")), None)


def test_without_a_round_no_deadline_for_status_is_in_the_calendar(som):
    assert arspost(lag(som("folkehelse"))) is None


def test_only_what_is_asked_and_not_answered_is_in_the_entry_of_the_round(som):
    sti = lag(som("folkehelse"))
    start(frist=idag() + timedelta(days=9))
    first = arspost(sti)
    assert "tiltak 7, 12." in first["DESCRIPTION"]
    rapporter(12, av="folkehelse")
    then = arspost(sti)
    assert "tiltak 7." in then["DESCRIPTION"] and then["SEQUENCE"] > first["SEQUENCE"]
    rapporter(7, av="folkehelse")
    assert arspost(sti) is None


def test_the_entry_of_the_round_grows_with_what_it_says(som):
    sti = lag(som("folkehelse"))
    runde = start(frist=idag() + timedelta(days=9), numre=(1, 7))
    before = arspost(sti)
    overfor(1)
    handed = arspost(sti)
    assert "tiltak 1, 7." in handed["DESCRIPTION"] and handed["SEQUENCE"] > before["SEQUENCE"]
    assert handed.decoded("LAST-MODIFIED") >= before.decoded("LAST-MODIFIED")
    flytt_runde(runde, idag() + timedelta(days=40))
    moved = arspost(sti)
    assert moved.decoded("DTSTART") == idag() + timedelta(days=40) and moved["SEQUENCE"] > handed["SEQUENCE"]


def flytt_runde(runde, frist):
    slt = regi.person("slt")
    with kontekst(slt):
        flytt_frist(av=slt, runde=runde, frist=frist)


def nevner(text, dag):
    """Whether a page or a letter tells of a day, in any of the ways it may word it."""
    former = "|".join(map(re.escape, (langdato(dag), kortdato(dag), talldato(dag))))
    return re.search(rf"(?<!\d)({former})", text)


def test_a_moved_deadline_is_the_new_one_on_every_page_letter_and_feed_and_the_old_one_on_none(som, settings):
    settings.EPOST = True
    old, new = idag() + timedelta(days=45), idag() + timedelta(days=75)
    sti, mine, slt = lag(som("folkehelse")), som("folkehelse"), som("slt")
    runde = start(frist=old)

    def sider():
        return {"mine": mine.get("/").text, "alle": slt.get("/").text, "runde": slt.get("/tiltak/innhenting/").text}

    assert all(nevner(text, old) for text in sider().values())
    flytt_runde(runde, new)
    with forbi_veggene():
        lag_sammendrag()
        brev = Sammendrag.objects.get(bruker__username="folkehelse")
    for navn, text in (sider() | {"brev": brev.emne + brev.tekst}).items():
        assert nevner(text, new) and not nevner(text, old), navn
    assert arspost(sti).decoded("DTSTART") == new


def test_the_year_wheel_has_the_deadline_of_the_round_and_of_no_round_that_was_ended_before_it():
    old, new, plan = idag() + timedelta(days=20), idag() + timedelta(days=60), Plan.objects.gjeldende()

    def hjulet():
        posts = poster(maneder(plan, idag().year))
        return [tekst for _nr, tekst in posts if tekst.startswith("Frist for status")]

    assert hjulet() == []
    runde = start(frist=old)
    assert [bool(nevner(tekst, old)) for tekst in hjulet()] == [True]
    flytt_runde(runde, new)
    assert [bool(nevner(tekst, new)) for tekst in hjulet()] == [True]
    slt = regi.person("slt")
    with kontekst(slt):
        avslutt_runde(av=slt, runde=runde)
    assert hjulet() == []


def test_a_deadline_in_the_year_after_stands_in_the_wheel_of_the_year_it_is_about_and_in_its_own(som):
    ar = idag().year
    start(frist=date(ar + 1, 1, 12))
    sagt = f"Frist for status {ar}: 12. januar {ar + 1}"
    assert (12, sagt) in poster(maneder(Plan.objects.gjeldende(), ar))
    assert (1, sagt) in poster(maneder(Plan.objects.gjeldende(), ar + 1))
    assert (12, sagt) in bygg_arsbilde(ar).aarshjul, "the report's wheel"
    assert sagt in som("slt").get("/tiltak/arshjul/").text


@pytest.mark.parametrize("antall", [1, 30])
def test_the_number_of_queries_does_not_grow(som, antall, django_assert_num_queries):
    for n in range(antall):
        milepael(12, tittel=f"Steg {n}")
    sti = lag(som("folkehelse"))
    start(frist=idag() + timedelta(days=30))
    with django_assert_num_queries(27):
        assert len(hendelser(sti)) == antall + 1
