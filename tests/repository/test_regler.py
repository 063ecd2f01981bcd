"""docs/regler-prover.md names each rule of docs/regler.md with the test that holds it, or says what is missing."""

import re
from functools import cache
from pathlib import Path

import pytest

ROT = Path(__file__).parents[2]
REGLER = (ROT / "docs/regler.md").read_text()
PROVER = (ROT / "docs/regler-prover.md").read_text()
HOLDT = dict(re.findall(r"^\| (R\d+) \| (.*) \|$", PROVER, re.M))


def test_every_rule_has_its_line_in_order():
    assert list(HOLDT) == re.findall(r"^\| (R\d+) \|", REGLER, re.M)


@pytest.mark.parametrize("regel", HOLDT)
def test_what_is_said_to_hold_a_rule_is_there(regel):
    prover, mangler = HOLDT[regel].split(" | ") if " | " in HOLDT[regel] else (HOLDT[regel].rstrip(" |"), "")
    named = set(re.findall(r"`(test_\w+)`", prover))
    assert named <= _tester(), named - _tester()
    assert named or (prover == "ingen" and mangler), "without a test it says what is missing"


@cache
def _tester():
    return {n for fil in (ROT / "tests").rglob("test_*.py") for n in re.findall(r"def (test_\w+)", fil.read_text())}
