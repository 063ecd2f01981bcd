"""Lists stand in the same order twice: what shares a moment or a day is told apart by something no two rows share."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.db import models

ROOT = Path(__file__).resolve().parents[3]
ROM = ("bekymring", "brukere", "felles", "forside", "rapport", "samarbeid", "tiltak", "vern")
MODELLER = [m for m in apps.get_models() if m._meta.app_label in ROM and "istorical" not in m.__name__]
TIDER = {f.name for m in MODELLER for f in m._meta.fields if isinstance(f, models.DateField)}


def navn(ledd: Any) -> str:
    """The field that one part of an ordering reads."""
    if isinstance(ledd, str):
        return ledd.lstrip("-")
    return getattr(ledd, "name", "") or navn(ledd.get_source_expressions()[0])


def skiller(modell: type[models.Model]) -> bool:
    """No two rows stand equal in the model's own order, or it has none."""
    felt = {navn(ledd) for ledd in modell._meta.ordering}
    unike = [{"pk"}, *({f.name} for f in modell._meta.fields if f.unique)]
    unike += [set(c.fields) for c in modell._meta.total_unique_constraints]
    return not felt or any(en <= felt for en in unike)


def uten_skille(kilde: str) -> Iterator[str]:
    """Calls of order_by that end with a moment or a day."""
    for node in ast.walk(ast.parse(kilde)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "order_by":
            siste = node.args[-1] if node.args else None
            if isinstance(siste, ast.Constant) and siste.value.split("__")[-1].lstrip("-") in TIDER:
                yield f"{node.lineno}: {siste.value}"


@pytest.mark.parametrize("modell", MODELLER, ids=lambda modell: modell._meta.label)
def test_a_models_own_order_tells_every_row_apart(modell):
    assert skiller(modell), modell._meta.ordering


def test_no_query_of_the_rooms_leaves_what_shares_a_moment_to_chance():
    filer = [fil for rom in ROM for fil in (ROOT / rom).rglob("*.py") if "migrations" not in fil.parts]
    assert [f"{fil.relative_to(ROOT)}:{feil}" for fil in filer for feil in uten_skille(fil.read_text())] == []


def test_a_query_that_ends_with_a_moment_is_found():
    assert list(uten_skille('x.order_by("-tid")\nx.order_by("mote__tid")')) == ["1: -tid", "2: mote__tid"]
    assert list(uten_skille('x.order_by("-tid", "pk")\nx.order_by("navn")\nx.order_by()')) == []
