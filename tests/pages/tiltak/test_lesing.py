"""Pages that read: what stands there, for whom, and for how many queries."""

from io import BytesIO

import pytest
from openpyxl import load_workbook

from felles.tid import idag
from tests.factories.tiltak import fyll_opp, milepael, person, rapporter
from tiltak.models import Plan, Tiltak

pytestmark = pytest.mark.django_db

SIDER = ["/tiltak/", "/tiltak/4/", "/tiltak/mulige/", "/tiltak/arshjul/", "/tiltak/planen/", "/tiltak/eksport.xlsx"]
SPORRINGER = {
    "/tiltak/": 12,
    "/tiltak/1/": 33,
    "/tiltak/oppdater/": 10,
    "/tiltak/arshjul/": 10,
    "/tiltak/eksport.xlsx": 16,
}


def test_the_list_shows_every_tiltak_under_its_area(som):
    text = som("fremmed").get("/tiltak/").text
    assert text.count('class="hp-tittel"') == 18
    assert "1. Samordning, samarbeid og dialog" in text
    assert "Koordinering av det forebyggende arbeidet opp mot radikalisering og ekstremistisk vold." in text


@pytest.mark.parametrize("antall", [18, 30])
@pytest.mark.parametrize("side", SPORRINGER)
def test_the_number_of_queries_does_not_grow(side, antall, som, rigg, django_assert_num_queries):
    with rigg:
        fyll_opp(antall)
    client = som("slt")
    client.get(side)
    with django_assert_num_queries(SPORRINGER[side]):
        assert client.get(side).status_code == 200


@pytest.mark.parametrize("side", SPORRINGER)
def test_ten_years_of_reports_cost_no_more_queries(side, som, rigg, django_assert_num_queries):
    with rigg:
        fyll_opp(18)
        felt = {"status": "i_rute", "foreslatt": "i_rute", "gjort": "x", "rapportert_av": person("slt")}
        for row in Tiltak.objects.all():
            for year in range(idag().year - 10, idag().year - 4):
                row.statusrapporter.create(ar=year, **felt)
    client = som("slt")
    client.get(side)
    with django_assert_num_queries(SPORRINGER[side]):
        assert client.get(side).status_code == 200


def test_the_history_of_a_tiltak_takes_three_queries_however_long(som, rigg, django_assert_num_queries):
    client = som("slt")
    client.get("/tiltak/4/")
    for _year in range(6):
        rapporter(4)
        milepael(4)
    with django_assert_num_queries(SPORRINGER["/tiltak/1/"]) as seen:
        client.get("/tiltak/4/")
    sources = ('FROM "tiltak_statusrapport"', 'FROM "tiltak_historicaltiltak"', 'FROM "tiltak_historicalmilepael"')
    assert [sum(source in q["sql"] for q in seen.captured_queries) for source in sources] == [1, 1, 1]


def test_only_those_who_report_see_the_button(som):
    assert "/tiltak/12/status/" in som("folkehelse").get("/tiltak/12/").text
    assert "/tiltak/4/status/" not in som("folkehelse").get("/tiltak/4/").text
    assert "/tiltak/12/status/" not in som("fremmed").get("/tiltak/12/").text


def test_one_tiltak_shows_parties_in_order_label_facts_and_notes(som):
    text = som("fremmed").get("/tiltak/7/").text
    positions = [text.index(name) for name in ("(folkehelse)", "(skole/barnehagekontoret)", "NAV integrering")]
    assert positions == sorted(positions)
    assert "«Ansvar for utføring»" in text
    assert "Noen ansvarslinjer navngir enheter" in text
    assert "er ikke hentet inn ennå" in text


def test_the_adopted_wording_stands_there_once_it_is_imported(som, rigg):
    with rigg:
        Tiltak.objects.filter(nr=6).update(ordlyd="Ordlyd om RAN³ <b>her</b>")
    text = som("fremmed").get("/tiltak/6/").text
    assert "Ordlyd om RAN³ &lt;b&gt;her&lt;/b&gt;" in text
    assert "3 Radicalisation Awareness Network" in text
    assert "2 Regionalt ressurssenter" not in text


def test_the_history_says_what_changed_from_and_to_who_and_when(som):
    rapporter(12, "i_rute", gjort="Startet", av="slt")
    rapporter(12, "star_stille", gjort="Startet", begrunnelse="Ingen tid", av="folkehelse")
    row = milepael(12, tittel="Forslag klart")
    som("folkehelse").post(
        f"/tiltak/12/milepael/{row.pk}/",
        {"tittel": "Forslag klart", "frist": "31.12.2027", "nadd_dato": "", "versjon": "1"},
    )
    text = som("slt").get("/tiltak/12/").text
    assert "fra «I rute» til «Står stille»" in text
    assert "Hvorfor en annen status enn den foreslåtte: Ingen tid" in text
    assert text.count("Gjort i år: Startet") == 1
    assert "Milepæl endret: Forslag klart" in text
    assert "til 31.12.2027" in text
    assert text.index("Milepæl endret") < text.index("Ny milepæl: Forslag klart") < text.index("til «Står stille»")
    assert "Anne Vik" in text


def test_an_older_edition_can_be_read_and_is_marked(som, rigg):
    with rigg:
        former = Plan.objects.gjeldende()
        new = Plan.objects.create(utgave=2030, tittel="Ny plan", erstatter=former)
    client = som("slt")
    assert "Ny plan" in client.get("/tiltak/").text
    old = client.get("/tiltak/?utgave=2016").text
    assert "Dette er en eldre utgave" in old
    assert 'href="/tiltak/4/?utgave=2016"' in old
    assert "/tiltak/oppdater/" not in old
    assert client.get("/tiltak/4/").status_code == 404
    assert "som er erstattet" in client.get("/tiltak/4/?utgave=2016").text
    assert client.get("/tiltak/4/status/").status_code == 404
    assert new.er_gjeldende


@pytest.mark.parametrize("utgave", ["1999", "", "x", "20161", "-2016", "²⁰¹⁶", "2016 ", "9" * 30])
def test_an_unknown_edition_is_not_there(som, utgave):
    assert som("slt").get("/tiltak/", {"utgave": utgave}).status_code == 404


@pytest.mark.parametrize("nr", ["0", "99", "-1", "1" + "0" * 30, "4.5", "fire"])
@pytest.mark.parametrize("hale", ["", "status/", "milepael/"])
def test_an_unknown_tiltak_is_not_there(som, nr, hale):
    assert som("slt").get(f"/tiltak/{nr}/{hale}").status_code == 404


@pytest.mark.parametrize("sok", ["😀", "%", "' OR 1=1 --", "<script>", "x" * 5000])
def test_odd_searches_are_only_searches(som, sok):
    answer = som("slt").get("/tiltak/", {"sok": sok, "status": sok, "ansvarlig": sok})
    assert answer.status_code == 200
    assert "<script>" not in answer.text.replace('<script src="', "")


def test_nine_possible_tiltak_are_shown(som):
    text = som("fremmed").get("/tiltak/mulige/").text
    assert text.count('id="mulig-') == 9
    assert "Exit, mentor og avradikaliseringsprogrammer" in text


def test_the_plan_page_says_what_was_decided_and_what_disagrees(som):
    text = som("fremmed").get("/tiltak/planen/").text
    assert "Saken om temaet, formannskapet 14. april 2015" in text
    assert "uten egen dato" in text
    assert "Politistasjonssjef" in text
    assert text.count("<li>") >= 16


def test_the_year_wheel_lists_this_years_deadlines_by_month(som):
    milepael(4, dager=0, tittel="Dagens møte")
    text = som("fremmed").get("/tiltak/arshjul/").text
    assert f"Årshjul {idag().year}" in text
    assert "Dagens møte" in text
    assert "<svg" in text


# --- Excel ----------------------------------------------------------------------------------------------------
def arbeidsbok(client, sporring=""):
    answer = client.get(f"/tiltak/eksport.xlsx{sporring}")
    assert answer.headers["Content-Disposition"].startswith("attachment")
    return load_workbook(BytesIO(answer.content)).active


def test_the_workbook_has_the_rows_of_the_page_and_a_frozen_head(som):
    rapporter(4, gjort="Møtt de frivillige", neste_steg="Nytt møte")
    sheet = arbeidsbok(som("slt"))
    assert (sheet.max_row, sheet.freeze_panes) == (19, "C2")
    head, row = ([cell.value for cell in sheet[line]] for line in (1, 5))
    assert dict(zip(head, row, strict=True)) | {"Oppdatert": None} == {
        "Nr.": 4,
        "Innsatsområde": "1. Samordning, samarbeid og dialog",
        "Tiltak": "Samarbeid med frivillige aktører",
        "Etikett i planen": "Ansvar for oppfølging",
        "Ansvarlige, hovedansvarlig først": "Sandefjord kommune; Sandefjord politidistrikt",
        **{str(idag().year - n): "Ikke rapportert" for n in (3, 2, 1)},
        f"Status {idag().year}": "I rute",
        "Neste frist": None,
        "Oppdatert": None,
        "Gjort i år": "Møtt de frivillige",
        "Avvik": None,
        "Neste steg": "Nytt møte",
        "Frist for neste steg": None,
        "Hvorfor en annen status enn den foreslåtte": None,
    }


def test_the_workbook_follows_the_filter(som):
    sheet = arbeidsbok(som("slt"), "?ansvarlig=folkehelse")
    assert [sheet.cell(line, 1).value for line in range(2, sheet.max_row + 1)] == [7, 12, 17, 18]


@pytest.mark.parametrize("tekst", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", '=HYPERLINK("http://x")'])
def test_what_looks_like_a_formula_stays_a_text(som, tekst):
    rapporter(4, gjort=tekst)
    sheet = arbeidsbok(som("slt"))
    cell = next(cell for cell in sheet[5] if cell.value == tekst)
    assert (cell.data_type, cell.quotePrefix) == ("s", True)


def test_control_characters_do_not_break_the_workbook(som, rigg):
    rapporter(4, gjort="Bjelle\x07 og emoji 😀")
    assert "Bjelle og emoji 😀" in [cell.value for cell in arbeidsbok(som("slt"))[5]]


@pytest.mark.parametrize("side", SIDER)
def test_nothing_without_log_in(client, side):
    assert client.get(side).headers["Location"].startswith("/logg-inn/?next=/tiltak/")


def test_the_plan_on_an_earlier_day_says_so_and_offers_no_reporting(som):
    kari = som("slt")
    text = kari.get("/tiltak/", {"dato": "31.12.2025"}).text
    assert "Slik planen sto 31. desember 2025" in text
    assert "Slik det var: 31.12.2025" in text
    assert "/tiltak/oppdater/" not in text.partition("<main")[2]
    assert "Slik planen sto" not in kari.get("/", {"dato": "31.12.2025"}).text
    assert kari.get("/tiltak/", {"dato": "31.12.2025"}).status_code == 200


@pytest.mark.parametrize(
    "valg", [{"vis": "forsinket"}, {"vis": "stille"}, {"gruppe": "prinsipp"}, {"gruppe": "ansvarlig"}]
)
def test_late_silent_and_groups_are_addresses_that_can_be_sent_on(som, valg):
    answer = som("fremmed").get("/tiltak/", valg)
    assert answer.status_code == 200
    (name, value) = next(iter(valg.items()))
    assert f'value="{value}" selected' in answer.text
    assert f"{name}={value}" in answer.text, "the export keeps the choice"


@pytest.mark.parametrize("dato", ["x", "1.1.0001", "9" * 40, "a\x00b", "2025-12-31"])
def test_a_strange_date_is_no_error(som, dato):
    assert som("fremmed").get("/tiltak/", {"dato": dato}).status_code in (200, 400)
