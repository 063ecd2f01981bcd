"""The kjernegruppe's meeting: a member prepares, the leader concludes, the police takes over (jobb 7 and 8)."""

import re

from felles.tid import idag


def _neste_ar() -> str:
    return f"31.12.{idag().year + 1}"


def test_the_group_reviews_and_concludes_and_the_police_contact_is_asked(nettleser):
    # Given Marit on her phone, without script, and a meeting ahead
    page = nettleser.side("kjerne.helse", bredde=390, js=False)
    page.goto("/")
    # When she opens the meeting from what waits on her, and writes her own assessment of the first case
    page.get_by_role("link", name="Forbered møtet i kjernegruppa").first.click()
    assert page.get_by_role("heading", level=1).inner_text() == "Møte i kjernegruppa"
    moteside = page.url
    page.get_by_role("link", name="Skriv vurdering").first.click()
    page.get_by_label("Hva er din vurdering?").fill("Kommer til samtale hver uke. Sover godt.")
    page.get_by_label("Alle som er med på saken").check()
    page.get_by_role("button", name="Lagre vurderingen").click()
    # Then it stands in the case, under her name
    assert page.get_by_role("status").inner_text() == "Vurderingen er lagret."
    saken = page.url
    page.get_by_role("link", name="Oppsummering").click()
    assert "Kommer til samtale hver uke." in page.locator("main").inner_text()
    assert "Marit Sand" in page.locator("main").inner_text()

    # Given Turid, who leads the group, at the same meeting
    leder = nettleser.side("kjerneleder", js=False)
    leder.goto(moteside)
    assert "Kommer til samtale hver uke." not in leder.locator("main").inner_text()
    leder.goto(saken + "oppsummering/")
    assert "Kommer til samtale hver uke." in leder.locator("main").inner_text()
    leder.goto(saken)
    leder.get_by_role("link", name="Velg neste steg").click()
    # When she forgets what the child says
    leder.get_by_label("Anbefale bekymringssamtale").check()
    leder.get_by_label("Hvorfor?").fill("Bekymringen er reell, men ikke akutt.")
    ola = leder.get_by_label("Hvem har ansvaret?").locator("option", has_text="Ola Berg").get_attribute("value")
    leder.get_by_label("Hvem har ansvaret?").select_option(ola)
    leder.locator("[name=frist]").fill(_neste_ar())
    leder.get_by_role("button", name="Velg neste steg").click()
    # Then it is said, and nothing is lost
    assert "Hva sier personen selv?" in leder.get_by_role("alert").inner_text()
    assert leder.get_by_label("Hvorfor?").input_value() == "Bekymringen er reell, men ikke akutt."
    # When she writes it and sends
    leder.get_by_label("Hva sier personen selv?").fill("Vil gjerne snakke.")
    leder.get_by_label("Hva er best for barnet?").fill("Tidlig hjelp.")
    leder.get_by_role("button", name="Velg neste steg").click()
    # Then the case says who, why and when
    tidslinje = leder.locator(".hp-tidslinje").inner_text()
    assert "Kjernegruppa konkluderte" in tidslinje
    assert "Bekymringen er reell, men ikke akutt." in tidslinje
    assert "Turid Lie" in tidslinje

    # And the police contact has it first among what waits, and arranges the conversation
    politi = nettleser.side("politi", bredde=390, js=False)
    politi.goto("/?oppgaver=alle")
    assert politi.get_by_role("link", name="Avtal bekymringssamtale").count() >= 1
    politi.goto(saken)
    politi.get_by_role("link", name="Avtal samtale").first.click()
    politi.get_by_label("Ja, samtalen er frivillig").or_(
        politi.get_by_label(re.compile("frivillig", re.I))
    ).first.check()
    politi.locator("[name=dato]").fill(_neste_ar())
    politi.locator("[name=klokka]").fill("14")
    politi.get_by_role("button", name="Avtal samtale").click()
    assert politi.get_by_role("status").inner_text() == "Samtalen er avtalt."
    # And a member of another group sees nothing of it all
    fremmed = nettleser.side("kjerne.vgs")
    for sti in (saken, saken + "oppsummering/", moteside):
        assert fremmed.goto(sti).status == 404


def test_the_koordinator_takes_a_concern_from_intake_to_the_group(nettleser):
    # Given Kari, without script, and a concern that waits on her
    page = nettleser.side("slt", js=False)
    page.goto("/bekymring/?tilstand=mottatt")
    page.locator(".hp-oppgaver a").last.click()
    saken = page.url
    # When she starts the clarification
    page.get_by_role("link", name="Start avklaring").click()
    page.get_by_label("Kjernegruppe").select_option(label="Ungdomsskolene")
    page.get_by_label("Hvem snakker med personen eller de foresatte?").fill("Rektor og kontaktlærer.")
    page.get_by_role("button", name="Start avklaring").click()
    assert "Neste steg" in page.locator(".hp-neste").inner_text()
    # And tries to refer before anyone has agreed
    page.goto(saken + "steg/henvis/")
    page.get_by_role("button", name="Henvis til kjernegruppa").click()
    assert "Det mangler samtykke eller annet grunnlag" in page.get_by_role("alert").inner_text()
    # When she registers the consent and refers
    page.goto(saken + "samtykke/")
    voksen = re.search("18–24 år|25 år", page.locator("main").inner_text())
    page.get_by_label("Personen selv").check()
    if not voksen:
        page.get_by_label("Én", exact=True).check()
        page.get_by_label("Foresatt 1").check()
    page.locator('input[name="form"][value="skriftlig"]').check()
    for valg in page.locator('input[name="mottakere"]').all():
        valg.check()
    page.get_by_label("Hvor lenge gjelder samtykket?").fill(f"1.{idag().month}.{idag().year + 1}")
    page.locator('input[name="informert"]').check()
    page.get_by_role("button", name="Registrer samtykke").click()
    assert page.get_by_role("status").inner_text() == "Samtykket er registrert."
    page.goto(saken + "steg/henvis/")
    assert "Stopp og se over" in page.locator("main").inner_text()
    page.get_by_role("button", name="Henvis til kjernegruppa").click()
    # Then the leader of the group has it among what waits
    assert "Henvist" in page.locator("main").inner_text()
    leder = nettleser.side("kjerneleder", bredde=390)
    leder.goto("/?oppgaver=alle")
    assert leder.get_by_role("link", name=re.compile("på saksliste")).count() == 1
    assert leder.goto(saken).status == 200
