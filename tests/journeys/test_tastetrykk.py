"""Four jobs (jobb 1, 2, 3 and 10), done with hands in a real browser: screens, clicks and key presses, counted.

A screen is a page on the way from the logged-in start page (or from the letter) to the last press; the receipt is
none. The time of the koordinator's 18 rows is the count of keys at an ordinary typist's pace (0.28 s a key, the
average of the keystroke-level model), a moment's thought for each field (1.35 s), and what the server took."""

import time
from dataclasses import dataclass, field

import psycopg
import pytest

from felles.tid import idag
from tests.tjenere import tjenere

TASTE, TANKE = 0.28, 1.35
SVAR = "Holdt to møter og fulgt opp avtalene fra i fjor."
NESTE = "Planlegge møtene for neste år."


@dataclass
class Hender:
    """What a person does at the keyboard and with the mouse, counted."""

    page: object
    taster: int = 0
    klikk: int = 0
    tanker: int = 0
    ventet: float = 0
    sider: list[str] = field(default_factory=list)

    def trykk(self, *navn: str) -> None:
        for en in navn:
            self.page.keyboard.press(en)
            self.taster += 1

    def skriv(self, tekst: str) -> None:
        self.page.keyboard.type(tekst)
        self.taster += len(tekst)
        self.tanker += 1

    def klikk_pa(self, mal, *, ferdig: bool = False) -> None:
        """`ferdig`: the last press; what comes after it is the receipt."""
        mal.click()
        self.klikk += 1
        if not ferdig and self.page.url not in self.sider:
            self.sider.append(self.page.url)

    @property
    def brukt(self) -> tuple[int, int]:
        return len(self.sider), self.klikk

    @property
    def minutter(self) -> float:
        return (self.taster * TASTE + self.tanker * TANKE + self.ventet) / 60


def fokus(page) -> str:
    return page.evaluate("document.activeElement.id")


def knapp(page, navn: str):
    return page.get_by_role("button", name=navn)


def _job_1(nettleser) -> None:
    """The late are asked, and the silent reminded, each in one screen and two clicks."""
    # Given Kari on Monday, at her start page
    page = nettleser.side("slt", js=False)
    page.goto("/")
    # When she asks for status, with the text and the deadline that stand there
    hender = Hender(page)
    hender.klikk_pa(page.get_by_role("link", name="Be om status"))
    hender.klikk_pa(knapp(page, "Be om status"), ferdig=True)
    # Then the owners are asked
    assert "Du har bedt om status for" in page.locator("main").inner_text()
    assert hender.brukt == (1, 2)
    # When she comes back another Monday: the same button leads to the round under way, where the silent are reminded
    page.goto("/")
    hender = Hender(page)
    hender.klikk_pa(page.get_by_role("link", name="Be om status"))
    hender.klikk_pa(page.get_by_role("button", name="Send påminnelse til"), ferdig=True)
    # Then they are
    assert "Alle som mangler svar, får en påminnelse." in page.get_by_role("status").first.inner_text()
    assert hender.brukt == (1, 2)


def test_jobs_1_and_2_owners_are_asked_and_eighteen_rows_answered_in_under_twelve_minutes(nettleser):
    _job_1(nettleser)  # first: afterwards there is nobody to ask
    # Given Kari in November, at her start page; she opens the table and puts the cursor in the first row
    page = nettleser.side("slt", js=False)
    page.goto("/")
    hender = Hender(page)
    hender.klikk_pa(page.get_by_role("link", name="Oppdater flere tiltak"))
    hender.klikk_pa(page.locator("#id_t1-status"))
    hender.trykk("Escape")
    # When she fills 18 rows: status, what is done, next step; and presses the row's button by Tab and Enter
    for nr in range(1, 19):
        assert fokus(page) == f"id_t{nr}-status", "the focus stands in the next row"
        hender.skriv("I r")
        hender.trykk("Tab")
        hender.skriv(SVAR)
        hender.trykk("Tab")
        hender.skriv(NESTE)
        hender.trykk("Tab", "Tab")
        before = time.monotonic()
        with page.expect_navigation():
            hender.trykk("Enter")
        hender.ventet += time.monotonic() - before
    # Then all are saved, in one screen, with one click to open it and one to begin, in under twelve minutes
    assert "18 av 18 tiltak har svart" in page.locator("main").inner_text()
    assert hender.brukt == (1, 2)
    assert hender.taster == 1 + 18 * (len("I r") + len(SVAR) + len(NESTE) + 5)
    assert hender.minutter < 12, f"{hender.minutter:.1f} minutter, derav server {hender.ventet:.1f} s"


def test_job_3_the_responsible_answers_from_the_letter_in_one_screen_and_three_clicks(nettleser):
    # Given Anne, who is not logged in and presses the link in the letter; logging in leads to the form itself
    page = nettleser.side(js=False)
    page.goto("/tiltak/12/status/")
    page.locator('button[name="bruker"][value="folkehelse"]').click()
    assert page.url.endswith("/tiltak/12/status/")
    # When she says how it goes, what was done, and saves
    hender = Hender(page)
    hender.klikk_pa(page.get_by_label("I rute"))
    hender.klikk_pa(page.get_by_label("Hva er gjort i år?"))
    hender.skriv(SVAR)
    hender.klikk_pa(knapp(page, "Lagre status"), ferdig=True)
    # Then it is saved
    assert page.get_by_role("status").first.inner_text() == "Statusen er lagret."
    assert hender.brukt == (1, 3)


@pytest.fixture
def publisert(base: str) -> None:
    """The year's report, published, as the worker left it."""
    postgres, _valkey = tjenere()
    with psycopg.connect(postgres.url("hp_test", base)) as link:
        link.execute("SET ROLE hp_rigg")
        link.execute(
            """
            WITH hvem AS (SELECT id FROM brukere_bruker WHERE username = 'radmann'),
            rapport AS (
                INSERT INTO rapport_rapport (ar, versjon, tilstand, bilde, avtrykk, bestilt_av_id, godkjent_av_id,
                    godkjent, publisert_av_id, publisert)
                SELECT %s, 1, 'publisert', '{}', 'x', id, id, now(), id, now() FROM hvem RETURNING id),
            jobb AS (
                INSERT INTO rapport_jobb (id, rapport_id, art, bestilt_av_id, tilstand, forsok, steg, feilkode)
                SELECT gen_random_uuid(), rapport.id, 'endelig', hvem.id, 'ferdig', 1, 'ferdig', '' FROM rapport, hvem
                RETURNING id, rapport_id)
            INSERT INTO rapport_dokument (jobb_id, rapport_id, innhold, storrelse, sha256, laget)
            SELECT id, rapport_id, '%%PDF-1.7', 8, '', now() FROM jobb
            """,
            [idag().year],
        )


@pytest.mark.usefixtures("publisert")
def test_job_10_the_radmann_downloads_the_report_in_one_click_and_compares_the_years_in_two(nettleser):
    # Given Liv at her start page
    page = nettleser.side("radmann", js=False)
    page.goto("/")
    hender = Hender(page)
    # When she presses the year's report
    with page.expect_download() as waiting:
        hender.klikk_pa(page.get_by_role("link", name=f"Last ned statusrapporten for {idag().year}"))
    # Then it is downloaded, and she never left the start page
    assert waiting.value.suggested_filename == f"statusrapport-{idag().year}-versjon-1.pdf"
    assert hender.brukt == (1, 1)
    # When she asks what has changed since last year
    page.get_by_role("link", name="Rapporter", exact=True).click()
    page.get_by_role("link", name="Hva er endret siden i fjor?").click()
    # Then the years are beside each other
    assert f"31.12.{idag().year - 1}" in page.locator("main").inner_html()


def test_what_is_typed_survives_a_closed_browser(nettleser):
    # Given Anne, who types in a row and goes on to the next field
    page = nettleser.side("folkehelse")
    page.goto("/tiltak/oppdater/")
    page.locator("#id_t7-gjort").fill("Halvferdig tanke")
    with page.expect_response(lambda answer: answer.status == 204):
        page.keyboard.press("Tab")
    # When the browser is closed, and she comes back in another
    page.context.close()
    again = nettleser.side("folkehelse")
    again.goto("/tiltak/oppdater/")
    # Then it stands there
    assert again.locator("#id_t7-gjort").input_value() == "Halvferdig tanke"
    assert "Utkast lagret kl." in again.locator("main").inner_text()
