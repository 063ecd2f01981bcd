import hashlib
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
