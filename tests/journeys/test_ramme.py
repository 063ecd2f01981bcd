def _trykk_til(page, tekst, hoyst):
    """Press Tab until the focus stands on `tekst`; return the number of presses."""
    for antall in range(1, hoyst + 1):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.innerText.trim()") == tekst:
            return antall
    raise AssertionError(f"{tekst} ble ikke nådd med {hoyst} trykk")


def test_the_skip_link_is_the_first_stop_and_leads_to_the_content(nettleser):
    page = nettleser.side("slt")
    page.goto("/hjelp/")
    assert _trykk_til(page, "Hopp til innholdet", 1) == 1
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "innhold"


def test_log_in_and_log_out_work_with_the_keyboard_alone(nettleser):
    page = nettleser.side()
    page.goto("/logg-inn/")
    page.locator('button[value="fremmed"]').focus()
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "/logg-inn/" not in url)
    page.locator("details.hp-sidetopp-slutt summary").focus()
    page.keyboard.press("Enter")
    _trykk_til(page, "Logg ut", 3)
    page.keyboard.press("Enter")
    page.wait_for_url("**/logg-inn/**")


def test_on_a_phone_without_script_the_menu_opens_and_the_user_can_log_out(nettleser):
    page = nettleser.side("politi", bredde=390, js=False)
    page.goto("/hjelp/")
    assert not page.get_by_role("button", name="Logg ut").is_visible()
    page.locator("details.hp-mobilmeny summary").click()
    page.get_by_role("navigation", name="Meny").get_by_role("link", name="Oversikt").click()
    page.locator("details.hp-mobilmeny summary").click()
    page.locator("details.hp-mobilmeny").get_by_role("button", name="Logg ut").click()
    page.wait_for_url("**/logg-inn/**")
    nettleser.innlogget.pop("politi")


def test_the_page_loads_under_the_strict_policy_with_nothing_refused(nettleser):
    page = nettleser.side("slt", mork=True)
    hentet = []
    page.on("response", lambda svar: hentet.append((svar.status, svar.url)))
    page.goto("/galleri/")
    assert page.evaluate("document.fonts.check('16px Inter')")
    assert all(status == 200 and url.startswith(nettleser.adresse) for status, url in hentet)
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(26, 32, 37)"


def test_the_focus_goes_to_the_error_summary_and_from_there_to_the_field(nettleser):
    page = nettleser.side("slt")
    page.goto("/galleri/")
    assert page.evaluate("document.activeElement.className") == "ds-error-summary"
    page.get_by_role("link", name="Skriv hva dere ble enige om.").click()
    assert page.evaluate("document.activeElement.id") == "feil_enige"


def test_characters_left_are_counted_when_the_text_grows_long(nettleser):
    page = nettleser.side("slt")
    page.goto("/galleri/")
    felt = page.locator("#feil_enige")
    felt.fill("x" * 480)
    assert page.locator('[data-hp-teller="feil_enige"]').inner_text() == "20 tegn igjen"
    felt.fill("x" * 501)
    assert page.locator('[data-hp-teller="feil_enige"]').inner_text() == "1 tegn for mye"
