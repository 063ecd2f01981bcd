import re

import pytest

from .nettleser import axe, for_bred, for_smaa
from .sider import SIDER

PROVER = [(1280, False), (390, True), (320, False)]


def _apne(side, page):
    page.goto(side.sti)
    for velger in side.klikk:
        page.locator(velger).first.click()
    page.wait_for_load_state()


@pytest.mark.parametrize("side", SIDER, ids=str)
def test_a_page_is_accessible_in_light_and_dark_and_fits_a_narrow_screen(nettleser, bilder, side):
    page = nettleser.side(side.persona, csp=False)
    _apne(side, page)
    for bredde, mork in PROVER:
        page.set_viewport_size({"width": bredde, "height": 844})
        page.emulate_media(color_scheme="dark" if mork else "light")
        if bilder:
            navn = re.sub(r"[^a-z0-9.]+", "-", str(side).lower()).strip("-")[:80]
            page.screenshot(path=bilder / f"{navn}-{bredde}.png", full_page=True)
        if bredde != 320:
            assert axe(page) == []
        if bredde == 390:
            assert for_smaa(page) == []
        assert for_bred(page) == ""
