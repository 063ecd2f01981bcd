"""No test's cases are made from the day they were collected: a run that passes midnight tells the same."""

import ast
from collections.abc import Iterator
from pathlib import Path

TESTER = Path(__file__).parents[1]
KLOKKA = {"idag", "na", "om", "klokka", "now", "today", "localdate", "localtime"}


def _asks_the_clock(node: ast.AST) -> Iterator[int]:
    """The lines below the node that ask, but for what is asked later."""
    if isinstance(node, ast.Lambda):
        return
    if isinstance(node, ast.Call):
        func = node.func
        if (func.id if isinstance(func, ast.Name) else getattr(func, "attr", "")) in KLOKKA:
            yield node.lineno
    for child in ast.iter_child_nodes(node):
        yield from _asks_the_clock(child)


def _decorators(tree: ast.AST) -> Iterator[ast.AST]:
    for node in ast.walk(tree):
        yield from getattr(node, "decorator_list", [])


def test_no_list_of_cases_asks_what_day_it_is():
    asks = [
        f"{fil.relative_to(TESTER)}:{line}"
        for fil in sorted(TESTER.rglob("*.py"))
        for decorator in _decorators(ast.parse(fil.read_text()))
        for line in _asks_the_clock(decorator)
    ]
    assert asks == []


def test_one_that_asks_is_found():
    tree = ast.parse("@pytest.mark.parametrize('dag', [idag(), lambda: idag()])\ndef test_x(dag): pass")
    assert [list(_asks_the_clock(d)) for d in _decorators(tree)] == [[1]]
