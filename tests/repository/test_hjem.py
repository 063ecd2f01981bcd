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
