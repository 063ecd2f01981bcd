"""The document read back from its bytes: validators, tags, text, page numbers, fonts, and what it refuses to fetch."""

import io
import os
import re
from datetime import datetime
from functools import lru_cache

import page
import pikepdf
import pypdf
import pytest

from rapport.trykk.arsbilde import Omradebilde, Tiltaksbilde, rens
from rapport.trykk.html import Kolofon, lag_html, nokkeltall
from rapport.trykk.pdf import Henter, Tegnefeil, lag_pdf

from .eksempel import arsbilde

KOLOFON = Kolofon(versjon=2, bestilt_av="Liv Holm, rådmann", erstatter="versjon 1 av 19. november 2026")
NAR = datetime(2026, 12, 1)
SAMISK = "Áššu čáhci ŋ đ ŧ ž 🎉 漢 é"


@pytest.fixture(autouse=True)
def fast_tid(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1577836800")


@lru_cache
def eksempelet() -> bytes:
    assert os.environ["SOURCE_DATE_EPOCH"]
    return lag_pdf(lag_html(arsbilde(), KOLOFON, NAR), identifikator="0" * 16)


@lru_cache
def sider() -> list[str]:
    return [side.extract_text() for side in pypdf.PdfReader(io.BytesIO(eksempelet())).pages]


def strukturelementer(pdf, navn):
    return [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and o.get("/S") == pikepdf.Name(navn)]


@pytest.mark.parametrize("profil", [page.ValidationProfile.PDF_A_2A, page.ValidationProfile.PDF_UA_1])
def test_the_document_is_valid_for_archive_and_for_all_readers(profil):
    rapport = page.validate_pdf_bytes(eksempelet(), profile=profil)
    assert [(feil.rule_id, feil.message) for feil in rapport.failures] == []
    assert rapport.is_compliant


@pytest.mark.parametrize("aar", range(2026, 2036))
def test_no_stream_ends_so_that_its_length_can_be_doubted(aar):
    """One report in four had such a stream: whether this one has, its words decide."""
    pdf = lag_pdf(lag_html(arsbilde(beslutning=f"I {aar}"), KOLOFON, NAR), identifikator="0" * 16)
    assert b"\r\nendstream" not in pdf


def test_it_says_that_it_is_norwegian_tagged_and_named():
    with pikepdf.open(io.BytesIO(eksempelet())) as pdf:
        assert str(pdf.Root.Lang) == "nb"
        assert bool(pdf.Root.MarkInfo.Marked)
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        assert str(pdf.docinfo["/Title"]).startswith("Statusrapport 2026")


def test_every_figure_has_words():
    with pikepdf.open(io.BytesIO(eksempelet())) as pdf:
        ord_ = [str(figur.get("/Alt", "")).strip() for figur in strukturelementer(pdf, "/Figure")]
    assert len(ord_) > 50
    assert all(ord_)


def test_the_outline_has_the_chapters_and_the_tiltak():
    with pikepdf.open(io.BytesIO(eksempelet())) as pdf, pdf.open_outline() as disposisjon:
        kapitler = {punkt.title: [under.title for under in punkt.children] for punkt in disposisjon.root}
    assert list(kapitler) == [
        "Statusrapport 2026",
        "Kort fortalt",
        "Alle tiltak, år for år",
        "1. Samordning, samarbeid og dialog",
        "2. Trygge og inkluderende nærmiljø",
        "3. Tett oppfølging av ekstreme personer og miljøer",
        "4. Informasjon og kunnskapsutvikling",
        "Bekymringer og oppfølging, i tall",
        "Slik er rapporten laget",
    ]
    assert "15. Mentorordning" in kapitler["3. Tett oppfølging av ekstreme personer og miljøer"]


def test_only_our_own_font_is_used_and_it_is_embedded():
    with pikepdf.open(io.BytesIO(eksempelet())) as pdf:
        fonter = [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and o.get("/Type") == "/Font"]
        navn = {str(font.BaseFont) for font in fonter}
    assert navn
    assert all(re.fullmatch(r"/[A-Z]{6}\+Inter(-[A-Za-z-]+)?", n) for n in navn)


def test_the_contents_lead_to_the_pages_they_name():
    innhold = sider()[1].split("Innhold")[1]
    for tittel in ("Alle tiltak, år for år", "3. Tett oppfølging av ekstreme personer og miljøer"):
        nr = int(re.search(re.escape(tittel) + r"[\s.]*(\d+)", innhold)[1])
        assert nr > 2
        assert tittel in sider()[nr - 1]


def test_every_page_but_the_cover_has_its_number():
    alle = sider()
    assert f"av {len(alle)}" not in alle[0]
    assert all(f"{nr} av {len(alle)}" in alle[nr - 1] for nr in range(2, len(alle) + 1))


def test_page_2_tells_the_whole_in_a_few_sentences_and_asks_for_the_decision():
    tekst = " ".join(sider()[1].split())
    assert "13 av 18 tiltak er i rute eller gjennomført. Det er to flere enn i fjor." in tekst
    assert "«Mentorordning» står stille." in tekst
    assert "Skal kommunen bruke 480 000 kroner" in tekst


def test_the_four_numbers_of_page_2_are_compared_with_last_year():
    assert [f"{tall.verdi} {tall.tekst}" for tall in nokkeltall(arsbilde())] == [
        "13 tiltak i rute eller gjennomført, av 18",
        "4 tiltak er forsinket eller står stille",
        "312 deltakere på kurs, 71 flere enn i 2025",
        "14 meldte bekymringer, mot 11 i 2025",
    ]


def test_small_figures_are_words_and_the_reason_stands_below():
    tekst = " ".join(next(s for s in sider() if "Ansvarsgruppe eller mentor" in s).split())
    assert "Ansvarsgruppe eller mentor – 0 under 5 under 5" in tekst
    assert "Tall under 5 vises ikke, av hensyn til personvernet." in tekst


def test_the_versions_are_told():
    tekst = " ".join(sider()[-1].split())
    assert "Dette er versjon 2" in tekst
    assert "Den erstatter versjon 1 av 19. november 2026." in tekst


def test_a_draft_says_so_on_the_cover_and_the_final_one_does_not():
    assert "Utkast. Ikke godkjent." in sider()[0]
    html = lag_html(arsbilde(), Kolofon(utkast=False, godkjent="Godkjent av Liv Holm 2. desember 2026."), NAR)
    assert "Utkast." not in html
    assert "Godkjent av Liv Holm 2. desember 2026." in html


def test_the_same_report_has_the_same_bytes():
    igjen = lag_pdf(lag_html(arsbilde(), KOLOFON, NAR), identifikator="0" * 16)
    assert igjen == eksempelet()


def test_a_year_without_figures_courses_and_decision_is_still_a_valid_document():
    bart = arsbilde(saker=(), saker_per=None, deltakere=(), aarshjul=(), beslutning="", mottaker="")
    pdf = lag_pdf(lag_html(bart, Kolofon(), NAR), identifikator="0" * 16)
    assert page.validate_pdf_bytes(pdf, profile=page.ValidationProfile.PDF_UA_1).is_compliant


@pytest.mark.parametrize(
    "tekst",
    ["x" * 4000, "<script>alert(1)</script>", "{{ 1 }} {% csrf_token %}", "a\x07b", "ord " * 900, "\n" * 500, SAMISK],
)
def test_whatever_somebody_writes_becomes_text(tekst):
    ett = Tiltaksbilde(1, "Et tiltak", "Kommunen", (), (None, None, None), "i_rute", gjort=rens(tekst))
    bilde = arsbilde(omrader=(Omradebilde(1, "Et område", (ett,)),))
    pdf = lag_pdf(lag_html(bilde, KOLOFON, NAR), identifikator="0" * 16)
    assert page.validate_pdf_bytes(pdf, profile=page.ValidationProfile.PDF_UA_1).is_compliant


def trykt(tekst: str) -> tuple[str, set[str]]:
    """What a reader finds on page 2 for a text that somebody wrote, and the fonts of the document."""
    pdf = lag_pdf(lag_html(arsbilde(beslutning=rens(tekst)), KOLOFON, NAR), identifikator="0" * 16)
    side = " ".join(pypdf.PdfReader(io.BytesIO(pdf)).pages[1].extract_text().split())
    with pikepdf.open(io.BytesIO(pdf)) as dokument:
        skrifter = {str(o.BaseFont) for o in dokument.objects if isinstance(o, pikepdf.Dictionary) and "/BaseFont" in o}
    return side, skrifter


@pytest.mark.parametrize(
    ("skrevet", "ventet"),
    [
        (
            "Porsáŋgu, Kárášjohka, Deatnu ja Čáhcesuolu: đ ŧ ž ǧ ǩ ʒ",
            "Porsáŋgu, Kárášjohka, Deatnu ja Čáhcesuolu: đ ŧ ž ǧ ǩ ʒ",
        ),
        ("Łukasz Żółć, İstanbul, Şahin, Nguyễn Thị Hằng", "Łukasz Żółć, İstanbul, Şahin, Nguyễn Thị Hằng"),
        ("bla\u030a baer på is", "blå baer på is"),
        ("e\u2011post og sam\u00adarbeid i null\u200bbredde", "e\u2011post og samarbeid i nullbredde"),
        ("\uf0b7 punkt ● to ▪ tre • fire \uf0a7 fem", "• punkt ● to ▪ tre • fire ▪ fem"),
        ("✓ gjort → neste ≥ 3 ‰ – — … «ja» „so“ ✔\ufe0f", "✓ gjort → neste ≥ 3 ‰ – — … «ja» „so“ ✓"),
        ("\ufb01nne e\ufb03kt", "finne effikt"),
    ],
)
def test_what_people_paste_is_printed_as_it_stands_on_the_page(skrevet, ventet):
    side, _skrifter = trykt(skrevet)
    assert ventet in side


def test_a_narrow_space_in_a_number_is_printed_as_one():
    side, _skrifter = trykt("Det koster 40\u202f000 kroner")
    assert "Det koster 40 000 kroner" in side.replace("\u202f", " ")


def test_a_box_to_tick_is_a_box_and_nothing_else_is():
    side, _skrifter = trykt("☐ ring \ufffd skriv \ufffc slutt 👍")
    assert side.count("□") == 1 and side.count("[?]") == 3


def test_a_sign_the_font_lacks_is_set_as_a_question_and_never_another_letter_or_another_font():
    side, skrifter = trykt("tegn 👍 漢 é slutt")
    assert "tegn [?] [?] é slutt" in side
    assert all("Inter" in navn for navn in skrifter)


@pytest.mark.parametrize(
    "kilde",
    [
        '<img alt="x" src="file:///etc/passwd">',
        '<img alt="x" src="http://127.0.0.1:9/a.png">',
        '<link rel="attachment" href="file:///etc/passwd">',
        '<link rel="stylesheet" href="http://127.0.0.1:9/a.css">',
        '<img alt="x" src="data:text/html;base64,PGI+">',
        "<style>@import url(file:///etc/passwd);</style>",
    ],
)
def test_no_address_is_ever_fetched(kilde):
    with pytest.raises(Tegnefeil, match="Adressen er ikke tillatt"):
        lag_pdf(f'<html lang="nb"><title>x</title><body>{kilde}</body></html>', identifikator="0" * 16)


def test_a_warning_from_the_typesetter_is_an_error():
    with pytest.raises(Tegnefeil):
        lag_pdf('<html lang="nb"><title>x</title><style>p { colour: red }</style><p>x</p></html>', identifikator="0")


def test_the_fetcher_gives_the_font_and_nothing_else():
    assert Henter(allowed_protocols={"data"}).fetch("skrift:inter").read(4) == b"wOF2"
