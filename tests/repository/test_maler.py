"""Templates show what they are given. What is decided from state, role or person is asked of a model or a policy."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

MALER = Path(__file__).resolve().parents[2] / "templates"
TAGG = re.compile(r"\{% (?:el)?if (.*?) %\}")
SAMMENLIGNER = {"==", "!=", "<", ">", "<=", ">=", "in"}
SITAT = re.compile(r'"[^"]*"')


def regler(mal: str) -> Iterator[str]:
    """Conditions that hold a fact of a row or a person against something.

    A count may be held against a number, and a plain name against a word: what the page was told to draw."""
    for tagg in TAGG.findall(mal):
        ledd = SITAT.sub('""', tagg).split()
        for i, ord_ in enumerate(ledd[1:-1], start=1):
            sider = (ledd[i - 1], ledd[i + 1])
            if ord_ in SAMMENLIGNER and any("." in s for s in sider) and not any(s.isdigit() for s in sider):
                yield tagg


def maler(*, utenom: str = "komponenter/") -> list[tuple[str, str]]:
    alle = [(str(fil.relative_to(MALER)), fil.read_text()) for fil in sorted(MALER.rglob("*.html"))]
    return [(navn, tekst) for navn, tekst in alle if not navn.startswith(utenom)]


@pytest.mark.parametrize(
    "mal",
    [
        '{% if sak.tilstand == "ny" %}',
        "{% if p.leder or rad.ansvarlig_id == user.pk %}",
        "{% elif aktor.gyldig_til < idag %}",
        "{% if annen.pk != plan.pk %}",
        "{% if kan_endre and rolle in user.roller %}",
    ],
)
def test_a_rule_is_found(mal):
    assert list(regler(mal))


@pytest.mark.parametrize(
    "mal",
    [
        "{% if sak.er_lukket and kan_endre %}",
        '{% if vis == "mottak" %}',
        "{% if rad.antall > 1 %}",
        "{% if okter|length > 1 %}",
        "{% if user.is_authenticated %}",
        "{% if planstatus.i_fjor is not None %}",
        '{% if tekst == "a == b.c" %}',
    ],
)
def test_what_the_page_was_told_to_draw_is_no_rule(mal):
    assert list(regler(mal)) == []


def test_no_template_decides_by_state_role_or_person():
    """Components are given plain values and draw them; they know no rows."""
    assert [(navn, tagg) for navn, tekst in maler() for tagg in regler(tekst)] == []


def test_a_text_is_said_where_it_is_used():
    """`_("…")` inside the tag; no name for it on a line before."""
    navngitt = re.compile(r'\{% translate "[^"]*" as \w+ %\}')
    assert [(navn, tekst) for navn, mal in maler(utenom="-") for tekst in navngitt.findall(mal)] == []


@pytest.mark.parametrize(
    "fil, kjennetegn",
    [
        ("_etikett.html", r"\.merk\b"),
        ("_hjelp.html", r"\.help_text\b"),
        ("_feil.html", r"\{% for \w+ in [\w.]*errors %\}"),
    ],
)
def test_label_help_and_error_of_a_field_are_written_in_one_place_each(fil, kjennetegn):
    skrevet = [navn for navn, tekst in maler(utenom="-") if re.search(kjennetegn, tekst)]
    assert skrevet == [f"komponenter/{fil}"]


def test_where_line_breaks_are_kept_there_is_no_layout():
    """`.hp-linjer` shows every line break of its content, the template's own too."""
    med_luft = re.compile(r"<\w+[^>]*\bhp-linjer\b[^>]*>(?:\s*\n|[^<]*\n\s*</)")
    assert [navn for navn, tekst in maler(utenom="-") if med_luft.search(tekst)] == []
