"""The rådmann's job from start to end, in a real browser with a real worker, without JavaScript (jobb 10)."""

import pypdf
from playwright.sync_api import expect, sync_playwright

from felles.tid import idag
from tests.journeys.nettleser import Nettleser, axe, for_bred, gunicorn, start_chromium

from .conftest import FRIST, Hus


def produktet(hus: Hus) -> dict[str, str]:
    for fil in ("secret", "kek"):
        (hus.mappe / fil).write_text("bare-for-tester-" + fil * 12)
    return hus.miljo("hp_web") | {
        "DJANGO_SETTINGS_MODULE": "handlingsplan.settings.prod",
        "DEMO": "1",
        "ALLOWED_HOSTS": "127.0.0.1,localhost",
        "SECRET_KEY_FILE": str(hus.mappe / "secret"),
        "KEK_FILE": str(hus.mappe / "kek"),
    }


def test_the_radmann_orders_follows_reads_approves_and_publishes(hus):
    with gunicorn(produktet(hus), hus.mappe) as adresse, sync_playwright() as playwright:
        krom = start_chromium(playwright)
        nettleser = Nettleser(krom, adresse)
        # Given Liv at the reports, and no worker yet
        side = nettleser.side("radmann", js=False)
        side.goto("/rapport/")
        # When she orders
        side.get_by_label("Hvem skal ha rapporten").fill("Formannskapet, 15. desember")
        side.get_by_role("button", name=f"Bestill statusrapport for {idag().year}").click()
        # Then she sees that it waits
        expect(side.get_by_text("Venter på tur")).to_be_visible()
        rapport = side.url
        # When the worker comes, the page finds the document by itself
        hus.arbeider()
        lenke = side.get_by_role("link", name="Last ned PDF")
        expect(lenke).to_be_visible(timeout=FRIST * 1000)
        with side.expect_download() as nedlasting:
            lenke.click()
        assert nedlasting.value.suggested_filename == f"statusrapport-{idag().year}-versjon-1.pdf"
        forside = pypdf.PdfReader(nedlasting.value.path()).pages[0].extract_text()
        assert f"Statusrapport {idag().year}" in forside
        assert "Formannskapet, 15. desember" in " ".join(forside.split())
        # When she approves and publishes
        side.get_by_role("button", name="Godkjenn rapporten").click()
        side.get_by_role("button", name="Publiser rapporten").click(timeout=FRIST * 1000)
        # Then an employee without any role can read it, and it no longer says that it is a draft
        ansatt = nettleser.side("fremmed", js=False)
        ansatt.goto("/rapport/")
        with ansatt.expect_download() as nedlasting:
            ansatt.get_by_role("link", name=f"Last ned statusrapport {idag().year}, versjon 1 (PDF)").click()
        assert "Utkast" not in pypdf.PdfReader(nedlasting.value.path()).pages[0].extract_text()
        # And every page of it is for all readers, on a phone too
        assert _feil(nettleser, "radmann", ["/rapport/", rapport, f"{rapport}?stans=1"]) == []
        assert nettleser.feil == []
        nettleser.lukk()
        krom.close()


def _feil(nettleser: Nettleser, persona: str, adresser: list[str]) -> list[str]:
    funnet = []
    for adresse in adresser:
        for mork in (False, True):
            side = nettleser.side(persona, mork=mork, csp=False)
            side.goto(adresse)
            funnet += axe(side)
        smal = nettleser.side(persona, bredde=320)
        smal.goto(adresse)
        funnet += [for_bred(smal)] if for_bred(smal) else []
    return funnet
