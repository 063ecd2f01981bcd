"""The coordinator's and the responsible's jobs with the plan, in a real browser (jobb 2 and 3)."""

import re

from felles.tid import idag


def _velg(page, ord_: str) -> None:
    page.get_by_role("radio", name=ord_, exact=True).check()


def test_a_responsible_reports_and_sees_it_in_the_history(nettleser):
    # Given Anne at the list, without script
    page = nettleser.side("folkehelse", bredde=390, js=False)
    page.goto("/tiltak/?ansvarlig=folkehelse")
    # When she opens her tiltak and reports
    page.get_by_role("link", name="Kurs og opplæring").click()
    page.get_by_role("link", name="Oppdater status").click()
    _velg(page, "I rute")
    page.get_by_label("Hva er gjort i år?").fill("Tre seminarer er holdt.")
    page.get_by_label("Hva er neste steg?").fill("Holde kurs om bekymringstegn.")
    page.get_by_label("Frist for neste steg").fill(f"1.12.{idag().year + 1}")
    page.get_by_role("button", name="Lagre status").click()
    # Then she is back at the tiltak with a receipt, the next step and who did it
    assert re.search(r"/tiltak/17/$", page.url)
    assert page.get_by_role("status").inner_text() == "Statusen er lagret."
    assert "Holde kurs om bekymringstegn." in page.locator(".hp-neste").inner_text()
    latest = page.locator("#historikk li").first.inner_text()
    assert "I rute" in latest
    assert "Anne Vik" in latest


def test_the_coordinator_reports_on_many_with_the_keyboard(nettleser):
    # Given Kari at the table
    page = nettleser.side("slt")
    page.goto("/tiltak/oppdater/")
    # When she fills two rows, one of them wrongly, by Tab from field to field, and saves
    page.locator("#t5 select").focus()
    page.keyboard.type("I rute")
    page.keyboard.press("Tab")
    page.keyboard.type("Delt erfaringer i nettverket.")
    page.locator("#t6 select").select_option("gjennomfort")
    page.get_by_role("button", name="Lagre alle endringer").click()
    # Then the right one is saved, and the other says what is missing
    assert "Lagret tiltak 5." in page.locator("main").inner_text()
    assert "Tiltak 6 er ikke lagret." in page.locator("main").inner_text()
    assert "Skriv hva som er oppnådd" in page.locator("#t6").inner_text()
    assert page.locator("#t6 select").input_value() == "gjennomfort"
    assert page.locator("#t5 textarea").first.input_value() == "Delt erfaringer i nettverket."
