import gzip
import hashlib
import re
import tomllib

import pytest
from django.conf import settings

MAPPER = sorted(path for path in (settings.BASE_DIR / "static/vendor").iterdir() if path.is_dir())


@pytest.mark.parametrize("mappe", MAPPER, ids=lambda mappe: mappe.name)
def test_vendored_files_are_the_ones_that_were_fetched(mappe):
    liste = tomllib.loads((mappe / "VENDOR.toml").read_text())
    filer = {f.name: hashlib.sha256(f.read_bytes()).hexdigest() for f in mappe.iterdir() if f.name != "VENDOR.toml"}
    assert filer == liste["sha256"]
    assert {"LICENSE"} <= filer.keys()
    assert {"name", "version", "license", "use"} <= liste.keys()


def _gz(path) -> int:
    return len(gzip.compress(path.read_bytes(), 6))


def test_a_first_visit_is_light():
    """Everything base.html asks for, compressed as on the wire."""
    static = settings.BASE_DIR / "static"
    stiler = re.findall(r'static "([^"]+)"', (settings.BASE_DIR / "templates/komponenter/_stiler.html").read_text())
    skrift = (static / "vendor/inter/inter-latin-wght-normal.woff2").stat().st_size
    assert _gz(static / "js/hp.js") <= 6_000
    assert sum(_gz(static / fil) for fil in stiler) + _gz(static / "js/hp.js") + skrift <= 100_000


def test_the_dark_of_the_machine_and_the_dark_one_chose_are_the_same():
    stil = (settings.BASE_DIR / "static/css/tokens-mork.css").read_text()
    maskinen, valgt = (
        re.findall(r"(--hp-[\w-]+): ([^;]+);", del_) for del_ in stil.split('[data-color-scheme="dark"]')
    )
    assert maskinen == valgt


def test_paper_gets_the_tables_and_the_year_wheel_not_the_phones_cards():
    """A4 is narrower than the width under which a screen shows cards."""
    for fil in ("matrise.css", "tiltak.css"):
        stil = (settings.BASE_DIR / "static/css" / fil).read_text()
        telefon = re.findall(r"@media[^{]*max-width: 59.99rem[^{]*", stil)
        assert telefon and all("screen and" in regel for regel in telefon), fil
