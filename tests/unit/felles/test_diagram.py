"""Charts: a sentence, the figures as text, and nothing that the strict content policy would refuse."""

import re
from dataclasses import fields
from pathlib import Path
from xml.etree import ElementTree

import pytest

from felles import diagram
from felles.skjerming import Skjult

TOKENS = Path(__file__).resolve().parents[3] / "static" / "css" / "tokens.css"
NS = "{http://www.w3.org/2000/svg}"
PLANEN = ["gjennomfort"] * 3 + ["i_rute"] * 10 + ["noe_forsinket"] * 3 + ["star_stille", "ikke_startet"]
OMRADER = [("1. Samordning", PLANEN[:7]), ("2. Nærmiljø <og> & byen", PLANEN[7:])]


def alle(palett):
    return {
        "statuslinje": diagram.statuslinje(PLANEN, palett=palett),
        "omslag": diagram.omslag(OMRADER, palett=palett),
        "status_per_omrade": diagram.status_per_omrade(OMRADER, palett=palett),
        "stolper": diagram.stolper(
            "Deltakere på kurs", [("2025", 241), ("2026", Skjult.UNDER), ("2027", 0)], palett=palett
        ),
        "aarshjul": diagram.aarshjul(2026, [(1, "Årsstatus"), (11, "Fagdag"), (11, "Møte")], palett=palett, na=11),
    }


def tre(svg):
    return ElementTree.fromstring(str(svg))


@pytest.mark.parametrize("navn", list(alle(diagram.NETT)))
@pytest.mark.parametrize("palett", [diagram.NETT, diagram.TRYKK], ids=["nett", "trykk"])
class TestEveryChart:
    def test_is_one_image_named_by_a_whole_sentence(self, navn, palett):
        bilde = alle(palett)[navn]
        rot = tre(bilde.svg)
        assert rot.get("role") == "img"
        assert rot[0].tag == f"{NS}title"
        assert rot[0].text == bilde.setning
        assert bilde.setning.endswith(".")

    def test_has_no_style_attribute_no_script_and_no_address(self, navn, palett):
        for element in tre(alle(palett)[navn].svg).iter():
            assert element.tag in {f"{NS}{n}" for n in ("svg", "title", "rect", "path", "text", "circle", "polygon")}
            assert not {"style", "href", "onload"} & set(element.keys())
        assert "url(" not in alle(palett)[navn].svg

    def test_has_a_table_with_the_same_figures(self, navn, palett):
        tabell = alle(palett)[navn].tabell
        assert tabell.rader
        assert all(len(rad) == len(tabell.kolonner) for rad in tabell.rader)
        assert tabell.html().count("<tr>") == len(tabell.rader) + 1


def test_colours_are_theme_variables_on_the_web_and_written_out_in_the_pdf():
    assert "var(--hp-i-rute)" in alle(diagram.NETT)["statuslinje"].svg
    assert not [svg.svg for svg in alle(diagram.TRYKK).values() if "var(" in svg.svg or "currentColor" in svg.svg]


def test_the_pdf_has_the_colours_of_the_screen():
    tokens = dict(re.findall(r"--hp-([a-z-]+): (#[0-9a-f]{6});", TOKENS.read_text()))
    par = {felt.name: getattr(diagram.NETT, felt.name) for felt in fields(diagram.NETT) if felt.name != "skrift"}
    par |= par.pop("status")
    trykk = {felt.name: getattr(diagram.TRYKK, felt.name) for felt in fields(diagram.TRYKK) if felt.name != "skrift"}
    trykk |= trykk.pop("status")
    assert trykk == {navn: tokens[verdi.removeprefix("var(--hp-").rstrip(")")] for navn, verdi in par.items()}


def test_the_status_line_has_one_cell_for_each_tiltak_and_counts_them_in_words():
    bilde = diagram.statuslinje(PLANEN)
    assert len(tre(bilde.svg).findall(f"{NS}rect")) == 18
    assert bilde.setning == (
        "13 av 18 tiltak er i rute eller gjennomført: "
        "3 gjennomført, 10 i rute, 3 noe forsinket, 1 står stille, 1 ikke startet."
    )


def test_the_cells_of_the_cover_stand_in_the_order_of_the_plan():
    farger = [r.get("fill") for r in tre(diagram.omslag([("A", ["i_rute", "gjennomfort"])]).svg).findall(f"{NS}rect")]
    assert farger == ["#068718", "#0a71c0"]


def test_a_hidden_figure_has_no_length_that_tells_it():
    ulike = [diagram.stolper("Saker", [("a", Skjult.UNDER), ("b", verdi)]).svg for verdi in (10, 100)]
    bredder = [tre(svg).findall(f"{NS}rect")[0].get("width") for svg in ulike]
    assert bredder[0] == bredder[1]
    assert "under 5" in ulike[0]


def test_zero_has_a_number_and_no_bar():
    rot = tre(diagram.stolper("Saker", [("a", 0), ("b", 3)]).svg)
    assert len(rot.findall(f"{NS}rect")) == 1
    assert [t.text for t in rot.findall(f"{NS}text")] == ["a", "0", "b", "3"]


def test_each_status_has_its_own_shape_or_sign():
    ren = [re.sub(r'(fill|stroke)="[^"]*"|<title>.*</title>', "", diagram.statustegn(s)) for s in diagram.STATUSER]
    assert len(set(ren)) == len(diagram.STATUSER)


def test_a_status_sign_says_its_name():
    assert tre(diagram.statustegn("star_stille")).find(f"{NS}title").text == "Står stille"


def test_markup_in_a_name_stays_text():
    assert "<og>" not in diagram.status_per_omrade(OMRADER).svg
    assert "&lt;script&gt;" in diagram.stolper("<script>", [("a", 1)]).svg


def test_the_wheel_names_the_first_of_a_month_and_counts_the_rest_and_the_table_has_all():
    bilde = alle(diagram.NETT)["aarshjul"]
    assert "Fagdag og 1 til" in bilde.svg
    assert ("nov", "Fagdag, Møte") in bilde.tabell.rader


@pytest.mark.parametrize("tom", [diagram.statuslinje([]), diagram.status_per_omrade([]), diagram.aarshjul(2026, [])])
def test_nothing_to_draw_is_drawn_as_nothing(tom):
    assert tre(tom.svg).get("role") == "img"


def test_no_bars_at_all_is_drawn_as_nothing():
    assert tre(diagram.stolper("Saker", []).svg).get("role") == "img"
