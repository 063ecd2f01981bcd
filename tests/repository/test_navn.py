"""One meaning, one name: of classes, and of the words of technique in docs/ordliste.md."""

import ast
import re
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("felles", "brukere", "vern", "samarbeid", "tiltak", "bekymring", "rapport", "forside", "demo", "oppstart")
FILES = sorted(path for room in (*ROOMS, "handlingsplan") for path in (ROOT / room).rglob("*.py"))
TREES = {path: ast.parse(path.read_text()) for path in FILES if "migrations" not in path.parts}
# Django asks for these names; a meeting is a meeting, of a forum or of a kjernegruppe.
MEANT = {"Command", "Meta", "Mote"}


def test_no_class_name_means_two_things():
    places = defaultdict(list)
    for path, tree in TREES.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef):
                places[node.name].append(str(path.relative_to(ROOT)))
    assert {name: where for name, where in places.items() if len(where) > 1 and name not in MEANT} == {}


def test_what_is_meant_to_stand_twice_still_does():
    names = [node.name for tree in TREES.values() for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    assert [name for name in sorted(MEANT) if names.count(name) < 2] == []


def test_every_word_of_technique_is_in_use():
    section = (ROOT / "docs" / "ordliste.md").read_text().partition("\n## Teknikk\n")[2].partition("\n## ")[0]
    words = re.findall(r"`(\w+)`", section)
    names = set()
    for tree in TREES.values():
        for node in ast.walk(tree):
            names |= {getattr(node, field, None) for field in ("name", "id", "attr", "arg")}
    assert len(words) >= 9
    assert [word for word in words if word not in names and not (ROOT / "tiltak" / word).is_dir()] == []
