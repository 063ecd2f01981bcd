TEKST = "Eleven trekker seg unna vennene i timen, og har sluttet på trening."


def test_what_a_teacher_typed_survives_a_browser_that_dies(nettleser):
    page = nettleser.side("laerer")
    page.goto("/bekymring/meld/")
    felt = page.locator("main form textarea").first
    felt.fill(TEKST)
    page.locator("[data-hp-utkast]", has_text="Utkast lagret kl.").wait_for()
    nettleser.lukk()  # no good-bye: the tab is gone
    igjen = nettleser.side("laerer", bredde=390, js=False)
    igjen.goto("/bekymring/meld/")
    assert igjen.locator("main form textarea").first.input_value() == TEKST
    igjen.get_by_role("button", name="Slett utkastet").click()
    assert igjen.locator("main form textarea").first.input_value() == ""


def test_leaving_a_long_text_that_is_not_saved_asks_first(nettleser):
    page = nettleser.side("slt")
    page.goto("/tiltak/4/status/")
    spurt = []
    page.on("dialog", lambda dialog: (spurt.append(dialog.type), dialog.accept()))
    page.locator("main form textarea").first.fill("Møtt to ganger.")
    page.goto("/hjelp/")
    assert spurt == ["beforeunload"]


def test_a_draft_that_cannot_be_saved_says_so(nettleser):
    page = nettleser.side("laerer")
    page.goto("/bekymring/meld/")
    page.route("**/bekymring/meld/", lambda rute: rute.abort() if rute.request.method == "POST" else rute.continue_())
    page.locator("main form textarea").first.fill(TEKST)
    page.locator("[data-hp-utkast]", has_text="Ikke lagret. Vi prøver igjen.").wait_for()
    nettleser.feil.clear()  # the browser tells of the request we broke
