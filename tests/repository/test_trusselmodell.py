"""The threat model names tests; a promise whose test is gone is no promise."""

import ast
import re

import pytest

from .test_papirer import ROOT

MODELL = (ROOT / "docs" / "trusselmodell.md").read_text()
TRUSLER = dict(re.findall(r"^### (T\d+)\. .+?\n(.*?)(?=^### |\Z)", MODELL, re.MULTILINE | re.DOTALL))


def navn_i(fil):
    """Names of the test functions of a file."""
    return {node.name for node in ast.walk(ast.parse(fil.read_text())) if isinstance(node, ast.FunctionDef)}


def test_all_sixteen_threats_stand_in_order():
    assert list(TRUSLER) == [f"T{nr}" for nr in range(1, 17)]


@pytest.mark.parametrize("trussel", TRUSLER)
def test_each_threat_is_shown_by_tests_that_exist(trussel):
    nevnt = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", TRUSLER[trussel])
    assert len(nevnt) >= 2
    assert [
        f"{fil}::{navn}" for fil, navn in nevnt if not (ROOT / fil).exists() or navn not in navn_i(ROOT / fil)
    ] == []
