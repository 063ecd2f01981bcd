"""The language of the pages (R63): words we never use, marks we never set, texts that skip gettext."""

import re
from pathlib import Path

import pytest
from django.conf import settings

from felles.sprak import meldinger

FORBUDT = re.compile(
    r"vennligst|\bugyldig|\bobligatorisk|\bpåkrev|\brediger\b|\bfjern\b|\bradikalisert\b|\bmistenkt|\bobjektet\b", re.I
)
MALER = sorted(
    path
    for path in (settings.BASE_DIR / "templates").rglob("*.html")
    # the gallery is for developers; the annual report is a record in the municipality's own form of Norwegian
    if path.name not in {"galleri.html", "pdf.html"}
)
UTEN_NYNORSK = re.compile(r"Handlingsplan|NAV|PDF|Excel|DEMO|Bokmål|Nynorsk")


def _navn(path: Path) -> str:
    return str(path.relative_to(settings.BASE_DIR / "templates"))


def _texts() -> list[tuple[str, str]]:
    return [
        (text, f"{path}:{line}")
        for path, line, message, _context in meldinger()
        for text in (message if isinstance(message, tuple) else (message,))
    ]


def test_no_text_uses_a_word_that_talks_down_or_marks_people():
    assert [found for found in _texts() if FORBUDT.search(found[0])] == []


def test_no_text_shouts_or_marks_with_a_star():
    assert [found for found in _texts() if re.search(r"!|\*", found[0])] == []


def test_no_text_has_two_spaces_or_straight_quotes():
    assert [found for found in _texts() if re.search(r"\S  +\S|\"", found[0])] == []


@pytest.mark.parametrize("mal", MALER, ids=_navn)
def test_a_button_never_ends_with_a_mark(mal):
    kilde = mal.read_text()
    navngitt = dict(re.findall(r'{% translate "([^"]*)" as (\w+) %}', kilde))
    navngitt = {navn: tekst for tekst, navn in navngitt.items()}
    ord_paa = re.findall(r'{% (?:lenke)?knapp [^%]*?tekst=(?:"([^"]*)"|(\w+))', kilde)
    knapper = [tekst or navngitt.get(navn, "") for tekst, navn in ord_paa]
    knapper += re.findall(r'<button[^>]*>[^<]*{% translate "([^"]*)" %}', kilde)
    assert [tekst for tekst in knapper if tekst.endswith((".", ":", "?", ","))] == []


@pytest.mark.parametrize("mal", MALER, ids=_navn)
def test_every_text_of_a_template_can_be_translated(mal):
    kilde = re.sub(r"{% comment %}.*?{% endcomment %}|{#.*?#}", "", mal.read_text(), flags=re.S)
    kilde = re.sub(r"{% blocktranslate.*?{% endblocktranslate %}", "", kilde, flags=re.S)
    bare = re.sub(r"{%.*?%}|{{.*?}}", "", kilde, flags=re.S)
    bare = re.sub(r"<(style|title)\b.*?</\1>", "", bare, flags=re.S)
    egenskaper = re.findall(r'(?:aria-label|title|alt|placeholder)="([^"]*[A-Za-zÆØÅæøå]{2}[^"]*)"', bare)
    tekst = re.sub(r"<[^>]*>|&\w+;", " ", bare)
    ord_ = re.findall(r"[A-Za-zÆØÅæøå][A-Za-zÆØÅæøå]+", UTEN_NYNORSK.sub("", tekst))
    i_merker = re.findall(
        r"{% (?!translate|url|if|elif|load|extends|include|with|static|block|cycle)\w+ [^%]*?"
        r'(?:tittel|tekst|meta|lenketekst|handling|navn)="([^"]*[a-zæøå]{2}[^"]*)"',
        kilde,
    )
    assert (ord_, egenskaper, [t for t in i_merker if not re.fullmatch(r"[A-Z]\w+|[a-z_]+", t)]) == ([], [], [])
