"""One rule, one home: what has a home is not written a second time elsewhere."""

import re

from django.conf import settings

ROM = ("felles", "brukere", "vern", "samarbeid", "tiltak", "bekymring", "rapport", "handlingsplan")


def _moduler():
    """Product code by path: no migrations."""
    for rom in ROM:
        for fil in sorted((settings.BASE_DIR / rom).rglob("*.py")):
            if "migrations" not in fil.parts:
                yield fil.relative_to(settings.BASE_DIR).as_posix(), fil.read_text(encoding="utf-8")


def _steder(monster: str) -> set[str]:
    return {navn for navn, tekst in _moduler() if re.search(monster, tekst)}


def test_the_request_s_connection_gives_a_cursor_in_one_module_only():
    assert _steder(r"(?<![.\w])connection\.cursor\(") == {"felles/sporring.py"}


def test_an_address_is_named_by_its_route_and_written_out_in_no_module():
    """Settings, the demo's start-up checks and what looks at the beginning of a path before any route is known may."""
    written = {navn for navn in _steder(r"(?m)(?<!^\"\")[\"']/[a-z][a-z-]*[/?#{\"']") if "/oppstart/" not in navn}
    assert {navn for navn in written if "/settings/" not in navn} == {
        "brukere/middleware.py",
        "felles/middleware.py",
        "vern/middleware.py",
    }
