"""Signatures don't lie: who an act says did it is who the database was told acts."""

import ast
import importlib
import inspect
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bekymring.models import Sak
from brukere.models import Bruker
from felles.handler import UlikHandler, krev_handler
from tests.factories.saker import bruker, lag_sak
from tests.factories.spor import handler, hendelser, holder, tekster
from vern.kontekst import som

pytestmark = pytest.mark.django_db
ROOT = Path(__file__).resolve().parents[2]
ROM = ("brukere", "samarbeid", "bekymring", "rapport", "tiltak")


@dataclass(frozen=True)
class Handling:
    """A function that takes `av`."""

    modul: str
    node: ast.FunctionDef

    def __str__(self) -> str:
        return f"{self.modul}.{self.node.name}"

    def utfor(self, av: Bruker, sak: Sak) -> None:
        """In somebody's name. What it is given besides is nothing: a gate asks before it looks."""
        funksjon = getattr(importlib.import_module(self.modul), self.node.name)
        kreves = [p for p in inspect.signature(funksjon).parameters.values() if p.default is p.empty]
        gitt = {p.name: {"av": av, "sak": sak}.get(p.name) for p in kreves if p.kind is not p.VAR_KEYWORD}
        funksjon(**gitt)


@cache
def handlinger() -> dict[str, list[Handling]]:
    """The functions of the rooms that take `av`, by name."""
    funnet: dict[str, list[Handling]] = {}
    for fil in (fil for rom in ROM for fil in (ROOT / rom).rglob("*.py") if "migrations" not in fil.parts):
        modul = ".".join(fil.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        for node in ast.walk(ast.parse(fil.read_text())):
            if isinstance(node, ast.FunctionDef) and "av" in {a.arg for a in (*node.args.args, *node.args.kwonlyargs)}:
                funnet.setdefault(node.name, []).append(Handling(modul, node))
    return funnet


def porter() -> list[Handling]:
    """Every function that asks itself; all other acts pass one of these."""
    return [en for alle in handlinger().values() for en in alle if "krev_handler" in gir_av_til(en.node)]


def gir_av_til(funksjon: ast.FunctionDef) -> set[str]:
    """The names of the functions it hands its own `av` on to."""
    navn = set()
    for node in ast.walk(funksjon):
        if isinstance(node, ast.Call):
            gitt = (*node.args, *(nokkel.value for nokkel in node.keywords if nokkel.arg == "av"))
            if any(isinstance(verdi, ast.Name) and verdi.id == "av" for verdi in gitt):
                navn.add(node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", ""))
    return navn


def spor() -> set[str]:
    """The functions that ask, themselves or through one they hand `av` on to."""
    sporrer, forrige = {"krev_handler"}, set()
    while sporrer != forrige:
        forrige = set(sporrer)
        sporrer |= {navn for navn, alle in handlinger().items() if all(gir_av_til(en.node) & forrige for en in alle)}
    return sporrer


def test_every_act_that_says_by_whom_passes_a_gate_that_asks():
    handler_ = {
        navn
        for navn, alle in handlinger().items()
        if any("av" in {a.arg for a in h.node.args.kwonlyargs} for h in alle)
    }
    assert handler_ > {"utfor", "signer", "bestill_rapport", "opprett_bruker", "registrer_kurs", "vedta"}
    assert handler_ - spor() == set()


@pytest.mark.parametrize("port", porter(), ids=str)
def test_an_act_in_somebody_elses_name_is_refused_before_anything_is_asked_or_written(port):
    sak = lag_sak()
    slt2, for_ = bruker("slt2"), (hendelser(sak), tekster(sak), holder(sak, "slt2"))
    with handler("slt"), CaptureQueriesContext(connection) as spurt, pytest.raises(UlikHandler):
        port.utfor(slt2, sak)
    assert [rad["sql"] for rad in spurt if "SAVEPOINT" not in rad["sql"]] == []
    assert (hendelser(sak), tekster(sak), holder(sak, "slt2")) == for_


def test_who_acts_is_known_inside_the_context_only():
    slt, slt2 = bruker("slt"), bruker("slt2")
    with som(slt):
        krev_handler(slt)
        with som(slt2):
            krev_handler(slt2)
            with pytest.raises(UlikHandler):
                krev_handler(slt)
        krev_handler(slt)
    with pytest.raises(UlikHandler):
        krev_handler(slt)


def test_an_error_inside_gives_the_former_one_back():
    slt = bruker("slt")
    with som(slt):
        with pytest.raises(ValueError, match="x"), som(bruker("slt2")):
            raise ValueError("x")
        krev_handler(slt)


def test_one_who_is_not_logged_in_acts_for_nobody():
    nobody = AnonymousUser()
    with som(nobody), pytest.raises(UlikHandler):
        krev_handler(nobody)
