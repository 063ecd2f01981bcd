"""Every persona logs in with one button and lands on own next actions; the koordinator reports from the start page."""

import re

import pytest

from felles.tid import idag

# What waits first on each in the demo's cases, or None where the page says that nothing waits.
VENTER = {
    "slt": "Behandle",
    "politi": "Skriv referat fra samtalen",
    "kjerneleder": "på saksliste",
    "kjerne.helse": "Forbered møtet i kjernegruppa",
    "kjerne.barnevern": "Forbered møtet i kjernegruppa",
    "laerer": "Svar koordinatoren på bekymringen du meldte",
    "fremmed": None,
}
ALLE = [*VENTER, "slt2", "kjerne.vgs", "mentor", "folkehelse", "radmann", "personvern", "system"]
NAVN = {"slt": "Kari Nordby", "politi": "Ola Berg", "laerer": "Per Haug", "radmann": "Liv Holm", "system": "Nils Foss"}


@pytest.mark.parametrize("persona", ALLE)
def test_one_button_leads_to_own_next_actions(nettleser, persona):
    # Given the log-in page, on a phone without script
    page = nettleser.side(bredde=390, js=False)
    page.goto("/logg-inn/")
    # When the persona's button is pressed
    page.locator(f'button[name="bruker"][value="{persona}"]').click()
    # Then it is the start page, and first on it what waits on this person, in this person's name
    assert page.url.endswith("/")
    assert page.locator("h2").first.inner_text() == "Dette venter på deg"
    assert NAVN.get(persona, "") in page.content()
    page.goto("/?oppgaver=alle")
    venter = page.locator("#oppgaver").inner_text()
    if persona in VENTER:
        assert (VENTER[persona] or "Ingenting venter på deg nå.") in venter
    # And at most one button stands out
    assert page.locator('main .ds-button:not([data-variant]), main .ds-button[data-variant="primary"]').count() <= 1
    # And no case is named on it
    assert not re.search(r"\b\d\d-[2-9A-Z]{4}\b", page.locator("main").inner_text())


def test_the_koordinator_reports_from_the_start_page_and_the_history_tells(nettleser):
    # Given Kari at the start page, without script
    page = nettleser.side("slt", js=False)
    page.goto("/")
    # When she opens a tiltak, writes the status with text and next step, and saves
    page.get_by_role("link", name="Internasjonalt samarbeid").click()
    page.get_by_role("link", name="Oppdater status").first.click()
    page.get_by_role("radio", name="I rute", exact=True).check()
    page.get_by_label("Hva er gjort i år?").fill("Møtte vennskapskommunen i juni.")
    page.get_by_label("Hva er neste steg?").fill("Invitere til nettverksmøte.")
    page.get_by_label("Frist for neste steg").fill(f"1.3.{idag().year + 1}")
    page.get_by_role("button", name="Lagre status").click()
    # Then the history shows what, who and when
    assert page.get_by_role("status").inner_text() == "Statusen er lagret."
    siste = page.locator("#historikk li").first.inner_text()
    assert "I rute" in siste
    assert "Kari Nordby" in siste
    assert str(idag().year) in siste
    assert "Møtte vennskapskommunen i juni." in siste
    # And the start page's row says it, with the deadline
    page.goto("/")
    rad = page.locator("tr", has_text="Internasjonalt samarbeid").inner_text()
    assert "I rute" in rad
    assert "1. mars" in rad


def test_two_people_change_the_same_tiltak_and_nothing_is_lost(nettleser):
    # Given Kari and Hanne with the same form open
    kari, hanne = nettleser.side("slt", js=False), nettleser.side("slt2", js=False)
    for page in (kari, hanne):
        page.goto("/tiltak/3/status/")
        page.get_by_role("radio", name="I rute", exact=True).check()
    # When both save
    kari.get_by_label("Hva er gjort i år?").fill("Karis tekst om møtet i mars.")
    kari.get_by_role("button", name="Lagre status").click()
    assert kari.get_by_role("status").inner_text() == "Statusen er lagret."
    hanne.get_by_label("Hva er gjort i år?").fill("Hannes tekst om møtet i mai.")
    hanne.get_by_role("button", name="Lagre status").click()
    # Then the second is told who was first and sees both texts, and hers is still in the form
    side = hanne.locator("main").inner_text()
    assert "Kari Nordby endret dette" in side
    assert "Karis" in side
    assert hanne.get_by_label("Hva er gjort i år?").input_value() == "Hannes tekst om møtet i mai."
