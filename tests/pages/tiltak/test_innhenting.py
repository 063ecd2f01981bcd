"""The koordinator's pages for asking, and what the one who is asked meets."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest

from felles.dato import talldato
from felles.tid import idag
from tests.factories.tiltak import fyll_opp, gjor, rapporter
from tiltak.models import Statusrunde, Tiltak, Varseltekst
from tiltak.services.innhenting import start_runde

pytestmark = pytest.mark.django_db
NY = "/tiltak/innhenting/ny/"
SIDE = "/tiltak/innhenting/"


def start(*numre: int) -> Statusrunde:
    rows = Tiltak.objects.gjeldende().filter(nr__in=numre or range(1, 19))
    return gjor(
        start_runde, av="slt", nokkel=uuid4(), ar=idag().year, frist=idag() + timedelta(days=9), tiltak=list(rows)
    )


def utfylt(client) -> dict[str, object]:
    """The form as a browser sends it when nobody has touched it."""
    text = client.get(NY).text
    return {
        "nokkel": re.search(r'name="nokkel" value="([^"]*)"', text)[1],
        "frist": re.search(r'name="frist" value="([^"]*)"', text)[1],
        "melding": "",
        "tiltak": re.findall(r'name="tiltak" value="(\d+)"[^>]* checked', text),
    }


def test_the_form_is_filled_in_and_one_press_asks_everybody(som):
    client = som("slt")
    assert 'href="/tiltak/innhenting/ny/"' in client.get("/").text
    data = utfylt(client)
    assert len(data["tiltak"]) == 18
    answer = client.post(NY, data, follow=True)
    assert answer.redirect_chain == [(SIDE, 302)]
    assert "Du har bedt om status for 18 tiltak." in answer.text
    assert Statusrunde.objects.get().foresporsler.count() == 18


def test_those_who_have_answered_this_year_are_not_asked_again_unless_chosen(som):
    rapporter(4)
    rapporter(5, ar=idag().year - 1)
    assert sorted(map(int, utfylt(som("slt"))["tiltak"])) == [nr for nr in range(1, 19) if nr != 4]


def test_late_tiltak_can_be_asked_about_by_address(som):
    text = som("slt").get(f"{NY}?tiltak=4,12").text
    assert re.findall(r'value="(\d+)"[^>]* checked', text) == ["4", "12"]


@pytest.mark.parametrize(
    ("felt", "melding"),
    [
        ({"frist": "1.1.2020"}, "Dato kan ikke være tilbake i tid."),
        ({"frist": ""}, "Fyll ut «Frist for å svare»."),
        ({"tiltak": []}, "Velg minst ett tiltak."),
        ({"tiltak": ["999"]}, "Velg"),
        ({"melding": "x" * 1_000_000}, "Den kan være høyst 1000 tegn."),
        ({"melding": "Gjelder 01020312345"}, "kan være et fødselsnummer"),
        ({"melding": "a\x00b"}, ""),
        ({"nokkel": "juks"}, "Vi kunne ikke kjenne igjen skjemaet."),
    ],
)
def test_bad_input_is_answered_and_nothing_typed_is_lost(som, felt, melding):
    client = som("slt")
    answer = client.post(NY, utfylt(client) | {"melding": "Behold meg"} | felt)
    assert answer.status_code in ((200,) if melding else (200, 400))
    assert melding in answer.text
    if "melding" not in felt:
        assert "Behold meg</textarea>" in answer.text
    assert not Statusrunde.objects.exists()


def test_the_page_says_who_is_silent_who_answered_and_what_nobody_is_asked_about(som):
    start()
    rapporter(12, av="folkehelse")
    text = som("slt").get(SIDE).text
    silent = text.partition('id="stille"')[2].partition('id="svart"')[0]
    answered = text.partition('id="svart"')[2].partition("</section>")[0]
    assert re.findall(r'href="/tiltak/(\d+)/"', silent) == ["7", "17", "18", "2", "10", "13"]
    assert re.findall(r'href="/tiltak/(\d+)/"', answered) == ["12"]
    assert "Ingen ved Kommunen har konto med rollen tiltaksansvarlig." in text
    assert "1 av 18 tiltak har status for" in text


def test_the_one_who_is_asked_has_it_on_the_start_page_with_the_deadline(som):
    start(12)
    text = som("folkehelse").get("/?oppgaver=alle").text
    assert 'href="/tiltak/12/status/"' in text
    rapporter(12, av="folkehelse")
    assert "Meld status for" not in som("folkehelse").get("/?oppgaver=alle").text


def test_remind_move_and_end(som):
    start(7)
    client, new = som("slt"), idag() + timedelta(days=30)
    client.post(f"{SIDE}paminn/")
    client.post(f"{SIDE}frist/", {"frist": talldato(new)})
    row = Statusrunde.objects.get()
    assert (row.paminnet is not None, row.frist) == (True, new)
    assert "Dato kan ikke være tilbake i tid." in client.post(f"{SIDE}frist/", {"frist": "1.1.2020"}, follow=True).text
    client.post(f"{SIDE}avslutt/")
    assert Statusrunde.objects.apen() is None
    assert client.post(f"{SIDE}avslutt/").status_code == 404


def test_the_wording_is_changed_and_two_at_once_see_the_difference(som):
    kari, hanne, page = som("slt"), som("slt2"), f"{SIDE}tekster/paminnelse/"
    mine, hers = (
        {"versjon": re.search(r'name="versjon" value="(\d+)"', c.get(page).text)[1], "emne": "E", "tekst": t}
        for c, t in ((kari, "Karis ord"), (hanne, "Hannes ord"))
    )
    assert kari.post(page, mine).status_code == 302
    answer = hanne.post(page, hers)
    assert "Kari Nordby endret dette" in answer.text
    assert Varseltekst.objects.get().tekst == "Karis ord"
    hanne.post(page, hers | {"versjon": re.search(r'name="versjon" value="(\d+)"', answer.text)[1]})
    assert Varseltekst.objects.get().tekst == "Hannes ord"
    assert "Vi kjenner ikke {x}." in kari.post(page, mine | {"tekst": "{x}", "versjon": "2"}).text


def antall_sporringer(client, page, django_assert_max_num_queries) -> int:
    with django_assert_max_num_queries(100) as seen:
        client.get(page)
    return len(seen)


@pytest.mark.parametrize("page", [SIDE, NY])
def test_the_number_of_queries_is_the_same_with_18_and_40_tiltak(som, rigg, page, django_assert_max_num_queries):
    client = som("slt")
    if page == SIDE:
        start()
    few = antall_sporringer(client, page, django_assert_max_num_queries)
    with rigg:
        fyll_opp(40)
        if page == SIDE:
            round_ = Statusrunde.objects.get()
            asked = set(round_.foresporsler.values_list("tiltak", flat=True))
            for row in Tiltak.objects.gjeldende().exclude(pk__in=asked):
                round_.foresporsler.create(tiltak=row)
    assert antall_sporringer(client, page, django_assert_max_num_queries) == few


def test_a_deep_link_asks_for_log_in_and_then_shows_the_form(client):
    answer = client.get("/tiltak/12/status/")
    assert answer.status_code == 302
    assert answer.headers["Location"] == "/logg-inn/?next=/tiltak/12/status/"


def test_the_page_says_the_days_on_which_reminders_go(som, settings):
    settings.PURRING_FOR, settings.PURRING_ETTER, settings.PURRING_LEDER = (9, 1), (3,), 11
    start(4)
    text = " ".join(som("slt").get("/tiltak/innhenting/").text.split())
    assert "Påminnelser går 9 dager og 1 dag før fristen, 3 dager etter, og så hver uke. 11 dager etter" in text
