"""The police contact on a phone, in the car after a talk (jobb 6): two screens, four taps, no script."""

from felles.tid import idag


def test_the_police_contact_writes_the_referat_on_a_phone(nettleser):
    # Given Ola at the start page on his phone, without script
    page = nettleser.side("politi", bredde=390, js=False)
    page.goto("/")
    # When he opens what waits on him first: the referat
    forst = page.locator(".hp-oppgaver a").first
    assert forst.inner_text() == "Skriv referat fra samtalen"
    forst.click()
    # Then it is four questions with large targets, all on one page
    for knapp in page.locator("form.hp-skjema .ds-button").all():
        assert knapp.bounding_box()["height"] >= 48
    for valg in page.locator(".hp-store-valg .hp-valg .ds-field").all():
        assert valg.bounding_box()["height"] >= 36
    # When he forgets what they agreed and types a date ahead
    page.get_by_label("Ja, som avtalt").check()
    page.get_by_label("Dato for samtalen").fill(f"31.12.{idag().year + 1}")
    page.get_by_label("Ansvarsgruppe eller mentor").check()
    page.get_by_role("button", name="Send til kjernegruppa").click()
    # Then both are said, at the top and by the field, and his answers are still there
    feil = page.get_by_role("alert").inner_text()
    assert "Du må rette 2 feil" in feil
    assert "Dato kan ikke være fram i tid." in feil
    assert "Skriv hva dere ble enige om." in feil
    assert page.get_by_label("Ansvarsgruppe eller mentor").is_checked()
    # When he is interrupted, goes on later, and sends
    page.get_by_label("Dato for samtalen").fill("i går")
    page.get_by_label("Hva ble dere enige om?").fill("Vi møtes igjen om to uker.")
    page.get_by_role("button", name="Fortsett senere").click()
    page.get_by_role("link", name="Skriv referat").click()
    assert page.get_by_label("Hva ble dere enige om?").input_value() == "Vi møtes igjen om to uker."
    assert "Bare du ser det." in page.locator("main").inner_text()
    page.get_by_role("button", name="Send til kjernegruppa").click()
    # Then it is sent, and nothing more waits in this case
    assert "Referatet er sendt." in page.get_by_role("status").inner_text()
    assert "Samtalen er gjennomført" in page.locator(".hp-tidslinje").inner_text()


def test_the_teacher_reports_with_the_keyboard_and_gets_a_receipt(nettleser):
    # Given Per at the form, without script
    page = nettleser.side("laerer", js=False)
    page.goto("/bekymring/meld/")
    # When he answers the three short pages
    page.get_by_label("Hva har du sett eller hørt?").fill("Eleven sa i timen at noen burde få svi.")
    page.get_by_label("Jeg har sett eller hørt det selv").check()
    page.keyboard.press("Enter")
    page.get_by_label("16–17 år").check()
    page.get_by_label("Hva er bra i livet til personen?").fill("Har en trener hen stoler på.")
    page.get_by_role("button", name="Neste").click()
    page.get_by_label("Hva har dere gjort til nå?").fill("Jeg har snakket med eleven.")
    page.get_by_label("Jeg har drøftet bekymringen med lederen min").check()
    page.get_by_role("button", name="Neste").click()
    # Then he sees it all once more, and sends
    assert "noen burde få svi" in page.locator("main").inner_text()
    page.get_by_role("button", name="Send til koordinatoren").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Vi har fått bekymringen"
    assert "Kari Nordby svarer deg senest" in page.locator("main").inner_text()
