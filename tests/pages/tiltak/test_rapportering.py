"""Pages that report: what is kept, what is refused, and that nothing typed is lost."""

import re
from datetime import timedelta

import pytest

from felles.dato import talldato
from felles.tid import idag
from tests.factories.tiltak import milepael, rapporter
from tiltak.models import Milepael, Statusrapport

pytestmark = pytest.mark.django_db
ADRESSE = "/tiltak/12/status/"
FRAM = talldato(idag() + timedelta(days=400))  # a deadline ahead


def skjulte(text: str, prefix: str = "") -> dict[str, str]:
    """The hidden fields of the page's form, as a browser would send them."""
    found = {}
    for name in ("nokkel", "versjon"):
        full = f"{prefix}-{name}" if prefix else name
        found[full] = re.search(rf'name="{full}" value="([^"]*)"', text)[1]
    return found


def skjema(client, adresse=ADRESSE, **felt):
    return skjulte(client.get(adresse).text) | {"status": "i_rute", "gjort": "Vi har møttes."} | felt


def test_a_report_is_saved_and_shown_with_a_receipt(som):
    client = som("folkehelse")
    answer = client.post(ADRESSE, skjema(client, neste_steg="Nytt møte", frist=FRAM), follow=True)
    assert answer.redirect_chain == [("/tiltak/12/", 302)]
    assert "Statusen er lagret." in answer.text
    assert "Nytt møte" in answer.text
    row = Statusrapport.objects.get()
    assert (row.tiltak.nr, row.ar, row.status, row.rapportert_av.username) == (12, idag().year, "i_rute", "folkehelse")
    assert talldato(row.frist) == FRAM


def test_the_form_sent_twice_is_one_report_and_the_same_receipt(som):
    client = som("folkehelse")
    data = skjema(client)
    first, second = client.post(ADRESSE, data), client.post(ADRESSE, data)
    assert (first.status_code, first.headers["Location"]) == (second.status_code, second.headers["Location"])
    assert Statusrapport.objects.count() == 1


def test_last_years_answer_stands_beside_and_can_be_used(som):
    rapporter(12, "i_rute", ar=idag().year - 1, gjort="Det vi gjorde i fjor")
    client = som("folkehelse")
    beside = client.get(ADRESSE).text
    assert "Det vi gjorde i fjor</p>" in beside
    assert "Det vi gjorde i fjor</textarea>" not in beside
    assert "Det vi gjorde i fjor</textarea>" in client.get(f"{ADRESSE}?bruk=i_fjor").text


def test_done_without_saying_what_is_refused_and_nothing_typed_is_lost(som):
    client = som("folkehelse")
    text = client.post(ADRESSE, skjema(client, status="gjennomfort", gjort="", neste_steg="Behold meg")).text
    assert "<title>Feil:" in text
    assert "Skriv hva som er oppnådd" in text
    assert "Behold meg</textarea>" in text
    assert not Statusrapport.objects.exists()


def test_another_status_than_proposed_asks_why(som):
    client = som("folkehelse")
    assert "Statusen avviker fra forslaget «I rute». Skriv hvorfor." in (
        client.post(ADRESSE, skjema(client, status="star_stille")).text
    )
    client.post(ADRESSE, skjema(client, status="star_stille", begrunnelse="Ingen tid"))
    assert Statusrapport.objects.get().begrunnelse == "Ingen tid"


def test_two_people_at_the_same_time_see_the_difference_and_the_second_may_win_knowingly(som):
    anne, kari = som("folkehelse"), som("slt")
    hers, mine = skjema(anne, gjort="Annes tekst"), skjema(kari, gjort="Karis tekst")
    anne.post(ADRESSE, hers)
    answer = kari.post(ADRESSE, mine)
    assert "Anne Vik endret dette" in answer.text
    assert "Annes" in answer.text
    assert "Karis tekst</textarea>" in answer.text
    assert Statusrapport.objects.count() == 1
    kari.post(ADRESSE, mine | skjulte(answer.text))
    assert [r.gjort for r in Statusrapport.objects.order_by("tid")] == ["Annes tekst", "Karis tekst"]


@pytest.mark.parametrize(
    ("felt", "melding"),
    [
        ({"frist": "30.2.2027"}, "Datoen 30.02.2027 finnes ikke."),
        ({"frist": "1.1.0001"}, ""),
        ({"frist": "snart"}, "Skriv datoen slik"),
        ({"gjort": "x" * 1_000_000}, "Den kan være høyst 4000 tegn."),
        ({"gjort": "Gjelder 01020312345"}, "kan være et fødselsnummer"),
        ({"status": "kanskje"}, "Velg ett av valgene i lista."),
        ({"status": ""}, "Svar på «Hvordan går det?»"),
        ({"nokkel": "juks"}, "Vi kunne ikke kjenne igjen skjemaet."),
        ({"versjon": "-1"}, ""),
        ({"versjon": "9" * 30}, ""),
    ],
)
def test_bad_input_is_answered_in_norwegian_and_changes_nothing(som, felt, melding):
    client = som("folkehelse")
    answer = client.post(ADRESSE, skjema(client) | felt)
    assert answer.status_code == 200
    assert melding in answer.text
    assert "ds-error-summary" in answer.text
    assert not Statusrapport.objects.exists()


def test_nul_bytes_are_stopped_and_emoji_is_kept(som):
    client = som("folkehelse")
    assert client.post(ADRESSE, skjema(client, gjort="før\x00etter")).status_code in (200, 400)
    assert not Statusrapport.objects.exists()
    client.post(ADRESSE, skjema(client, gjort="Bra 👍 og «æøå»"))
    assert Statusrapport.objects.get().gjort == "Bra 👍 og «æøå»"


def test_a_key_from_another_form_of_ours_is_not_a_second_report(som):
    client = som("folkehelse")
    data = skjema(client)
    client.post(ADRESSE, data)
    answer = client.post("/tiltak/7/status/", data)
    assert answer.status_code == 200
    assert "Vi kunne ikke kjenne igjen skjemaet" in answer.text
    assert Statusrapport.objects.count() == 1


# --- Many at once -----------------------------------------------------------------------------------------------
def tabell(client, numre, **felt):
    """The whole form of the table as a browser sends it, with some fields typed."""
    text = client.get("/tiltak/oppdater/").text
    data = {}
    for nr in numre:
        data |= skjulte(text, f"t{nr}")
        chosen = re.search(rf'name="t{nr}-status".*?value="(\w+)" selected', text, re.S)[1]
        data |= {f"t{nr}-status": chosen, f"t{nr}-gjort": "", f"t{nr}-neste_steg": "", f"t{nr}-frist": ""}
    return data | {name.replace("__", "-"): value for name, value in felt.items()}


EGNE = (7, 12, 17, 18)


def test_the_table_holds_what_one_answers_for_and_no_more(som):
    text = som("folkehelse").get("/tiltak/oppdater/").text
    assert re.findall(r'<section class="hp-oppdaterrad" id="t(\d+)"', text) == ["7", "12", "17", "18"]
    assert "Du har ingen tiltak å melde status for" in som("fremmed").get("/tiltak/oppdater/").text


def test_all_eighteen_for_the_koordinator(som):
    assert som("slt").get("/tiltak/oppdater/").text.count('<section class="hp-oppdaterrad" id="t') == 18


def test_changed_rows_are_saved_and_the_others_left_alone(som):
    client = som("folkehelse")
    data = tabell(client, EGNE, t7__status="i_rute", t7__gjort="Sju", t18__status="i_rute", t18__gjort="Atten")
    answer = client.post("/tiltak/oppdater/", data, follow=True)
    assert "Lagret 2 tiltak: 7, 18." in answer.text
    assert {r.tiltak.nr: r.gjort for r in Statusrapport.objects.all()} == {7: "Sju", 18: "Atten"}


def test_what_fails_is_named_and_kept_while_the_rest_is_saved(som):
    client = som("folkehelse")
    data = tabell(
        client,
        EGNE,
        t7__status="i_rute",
        t7__gjort="Sju",
        t12__status="gjennomfort",
        t12__neste_steg="Behold",
        t17__frist="30.2.2027",
    )
    answer = client.post("/tiltak/oppdater/", data)
    assert "Lagret tiltak 7." in answer.text
    assert "2 tiltak er ikke lagret: 12, 17." in answer.text
    assert "Skriv hva som er oppnådd" in answer.text
    assert "Behold</textarea>" in answer.text
    assert 'value="30.2.2027"' in answer.text
    assert [r.tiltak.nr for r in Statusrapport.objects.all()] == [7]


def test_a_rows_own_button_confirms_it_unchanged_and_saves_what_else_was_typed(som):
    rapporter(12, "i_rute", ar=idag().year - 1)
    client = som("folkehelse")
    data = tabell(client, EGNE, t7__status="i_rute", t7__gjort="Sju", rad="12")
    client.post("/tiltak/oppdater/", data)
    assert sorted(r.tiltak.nr for r in Statusrapport.objects.filter(ar=idag().year)) == [7, 12]


def test_nothing_changed_is_said(som):
    client = som("folkehelse")
    answer = client.post("/tiltak/oppdater/", tabell(client, EGNE), follow=True)
    assert "Ingenting var endret." in answer.text
    assert not Statusrapport.objects.exists()


def test_the_table_sent_twice_saves_once(som):
    client = som("folkehelse")
    data = tabell(client, EGNE, t7__status="i_rute", t7__gjort="Sju")
    for _time in range(2):
        client.post("/tiltak/oppdater/", data)
    assert Statusrapport.objects.count() == 1


def test_a_row_that_someone_else_changed_meanwhile_shows_the_difference(som):
    client = som("folkehelse")
    data = tabell(client, EGNE, t7__status="i_rute", t7__gjort="Mitt")
    rapporter(7, gjort="Karis", av="slt")
    answer = client.post("/tiltak/oppdater/", data)
    assert "Kari Nordby endret dette" in answer.text
    assert "Mitt</textarea>" in answer.text
    assert Statusrapport.objects.count() == 1


def test_another_persons_rows_in_the_form_are_left_out(som):
    text = som("slt").get("/tiltak/oppdater/").text
    data = skjulte(text, "t4") | {"t4-status": "i_rute", "t4-gjort": "Fire", "rad": "4"}
    som("folkehelse").post("/tiltak/oppdater/", data)
    assert not Statusrapport.objects.exists()


def test_what_the_table_does_not_ask_for_stays_as_it_was(som):
    rapporter(7, "gjennomfort", avvik="Viktig avvik", rapporteres_ikke_videre=True, av="folkehelse")
    client = som("folkehelse")
    data = tabell(client, EGNE, t7__gjort="Nytt", t7__begrunnelse="Slik er det.")
    client.post("/tiltak/oppdater/", data)
    row = Statusrapport.objects.siste_til(Statusrapport.objects.first().tiltak, idag().year)
    assert (row.gjort, row.avvik, row.rapporteres_ikke_videre) == ("Nytt", "Viktig avvik", True)


# --- Milestones -------------------------------------------------------------------------------------------------
def test_a_milestone_is_made_reached_and_shown(som):
    client = som("folkehelse")
    data = {"nokkel": re.search(r'name="nokkel" value="([^"]*)"', client.get("/tiltak/12/milepael/").text)[1]}
    data |= {"tittel": "Forslag klart", "frist": FRAM}
    for _time in range(2):
        client.post("/tiltak/12/milepael/", data)
    row = Milepael.objects.get()
    page = f"/tiltak/12/milepael/{row.pk}/"
    seen = skjulte_versjon(client, page)
    client.post(page, {"tittel": row.tittel, "frist": FRAM, "nadd_dato": "i går"} | seen)
    row.refresh_from_db()
    assert row.nadd_dato < idag()
    assert "Milepæl nådd: Forslag klart" in client.get("/tiltak/12/").text


def skjulte_versjon(client, page):
    return {"versjon": re.search(r'name="versjon" value="(\d+)"', client.get(page).text)[1]}


def test_a_milestone_cannot_be_reached_tomorrow(som):
    row = milepael(12)
    client, page = som("folkehelse"), f"/tiltak/12/milepael/{row.pk}/"
    data = {"tittel": row.tittel, "frist": FRAM, "nadd_dato": "i morgen"} | skjulte_versjon(client, page)
    assert "Dato kan ikke være fram i tid." in client.post(page, data).text


def test_two_people_change_a_milestone(som):
    row = milepael(12)
    anne, kari, page = som("folkehelse"), som("slt"), f"/tiltak/12/milepael/{row.pk}/"
    base = {"frist": FRAM, "nadd_dato": ""} | skjulte_versjon(kari, page)
    anne.post(page, base | {"tittel": "Annes"})
    answer = kari.post(page, base | {"tittel": "Karis"})
    assert "Anne Vik endret dette" in answer.text
    row.refresh_from_db()
    assert row.tittel == "Annes"


def test_a_milestone_of_another_tiltak_is_not_there(som):
    assert som("slt").get(f"/tiltak/4/milepael/{milepael(12).pk}/").status_code == 404
