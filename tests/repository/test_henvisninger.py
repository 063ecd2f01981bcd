"""Whatever code, tests and papers cite lies in the repository, and is cited in one form.

`R24`, `B4`, `P10`, `T13`, `ADR 10`, `beslutninger 29`, `saksgang 6`, `faggrunnlag 3` and `jobb 6` are numbered in a
paper in docs/; a paper is cited by its path (`docs/regler.md`), a paragraph by its law (`straffeloven § 196`).
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from demo.personer import PERSONER

from .test_papirer import ROOT, texts

DOCS = ROOT / "docs"
FLERE = r"(?P<nr>\d+b?(?:(?:, | og | and | or |-|–)\d+b?)*)"
RADER = {
    "beslutninger": "beslutninger.md",
    "saksgang": "saksgang-begrunnelser.md",
    "faggrunnlag": "faggrunnlag.md",
    "jobb": "personer.md",
}
BOKSTAV = re.compile(r"(?<![\w\"'./])(?P<hva>[RBPT])(?P<nr>\d{1,2})(?![\w\"'%/])")
ORD = re.compile(rf"\b(?P<hva>ADR|{'|'.join(RADER)}) {FLERE}", re.IGNORECASE)
PAPIR = re.compile(r"[\w./-]*\w\.md\b")
LOV = re.compile(r"(?:lov(?:en|a)|forordningen|forskriften) §§? [\d-]+|\bGrunnloven § \d+", re.IGNORECASE)
FORBUDT = re.compile(
    r"\b(?:issues?|pictures?|traps?|decisions?|findings?|beslutning|inconsistency|jobs?|ux|domene|datamodell|arkitektur"
    r"|ytelse|kontrakt|vern) (?:§ ?)?\d+\b|\bmigrations? \d{4}\b|\bfunn/|\bux/|\bADR on\b|\bADR-\d",
    re.IGNORECASE,
)


@cache
def finnes(hva: str) -> tuple[str, ...]:
    """The numbers that have a row, a heading or a file of their own, in order."""
    if hva == "ADR":
        return tuple(str(int(path.name[:4])) for path in sorted(DOCS.glob("adr/*.md")))
    fil, rad = "lofter.md", rf"^\| {hva}(\d+) \|"
    if hva in RADER:
        fil, rad = RADER[hva], r"^\| (\d+b?) \|"
    elif hva == "R":
        fil = "regler.md"
    elif hva == "T":
        fil, rad = "trusselmodell.md", r"^### T(\d+)\."
    return tuple(re.findall(rad, (DOCS / fil).read_text(), re.MULTILINE))


def numre(tekst: str) -> list[str]:
    """«1, 4 og 6-8» in full."""
    ut: list[str] = []
    for bit in re.split(r", | og | and | or ", tekst):
        fra, _, til = bit.replace("–", "-").partition("-")
        ut += [str(n) for n in range(int(fra), int(til) + 1)] if til.isdigit() else [fra]
    return ut


def uten_mal(linje: str, fil: Path) -> Iterator[str]:
    """What this line cites that is not there, or in another form than ours."""
    for treff in (*BOKSTAV.finditer(linje), *ORD.finditer(linje)):
        hva = treff["hva"] if treff["hva"].isupper() else treff["hva"].lower()
        yield from (f"{hva} {nr}" for nr in numre(treff["nr"]) if nr not in finnes(hva))
    yield from (treff[0] for treff in FORBUDT.finditer(linje))
    for treff in PAPIR.finditer(linje.replace('" / "', "/")):
        if not ((ROOT / treff[0]).exists() or (fil.suffix == ".md" and (fil.parent / treff[0]).exists())):
            yield treff[0]
    yield from ("§ uten lov" for _ in range(linje.count("§") - sum(t[0].count("§") for t in LOV.finditer(linje))))


def linjer() -> Iterator[tuple[Path, int, str]]:
    for path, tekst in texts():
        if path.suffix in (".lock", ".po") or path.name in ("LICENSE", Path(__file__).name):
            continue
        yield from ((path, nr, linje) for nr, linje in enumerate(tekst.splitlines(), 1))


def test_every_citation_leads_to_something_in_the_repository():
    assert [
        f"{path.relative_to(ROOT)}:{nr}: {hva}" for path, nr, linje in linjer() for hva in uten_mal(linje, path)
    ] == []


@pytest.mark.parametrize("hva", [*"RBPT", "ADR", *RADER])
def test_the_numbers_run_from_one_without_a_gap_or_a_double(hva: str):
    rader = [nr for nr in finnes(hva) if nr != "8b"]
    assert len(rader) >= 10
    assert rader == [str(nr) for nr in range(1, len(rader) + 1)]


def test_the_cast_is_the_demos():
    navn = re.findall(r"^\| `([\w.]+)` \| (.+?) \|", (DOCS / "personer.md").read_text(), re.MULTILINE)
    assert navn == [(persona.brukernavn, persona.navn) for persona in PERSONER]


@pytest.mark.parametrize("fil", ["regler", "faggrunnlag", "beslutninger", "saksgang-begrunnelser", "lofter"])
def test_every_row_says_where_it_comes_from(fil: str):
    rader = re.findall(r"^\| [RBP]?\d+b? \|.*\|$", (DOCS / f"{fil}.md").read_text(), re.MULTILINE)
    assert rader
    assert [rad for rad in rader if not rad.split("|")[-2].strip()] == []


@pytest.mark.parametrize(
    "linje",
    [
        "(R65)",
        "(R0)",
        "see B16",
        "(P21)",
        "(T17)",
        "(ADR 99)",
        "ADR on keys",
        "(beslutninger 61)",
        "(beslutninger 1, 61)",
        "(beslutninger 59-61)",
        "(beslutning 29)",
        "(saksgang 21)",
        "(faggrunnlag 99)",
        "(jobb 11)",
        "(issue 3 point 7)",
        "(picture 3)",
        "(trap 16)",
        "decision 13",
        "(domene.md §4)",
        "(domene §4)",
        "vern.md C9",
        "docs/finnes-ikke.md",
        "see ordliste.md",
        "(migrations 0002 and 0003)",
        "(vern 0005)",
        "ux/2-sak",
        "funn/drift",
        "(§ 13 a nr. 2)",
    ],
)
def test_a_citation_that_leads_nowhere_is_found(linje: str):
    assert list(uten_mal(linje, ROOT / "x.py")) != []


@pytest.mark.parametrize(
    "linje",
    [
        "(R1, R64)",
        "(beslutninger 1, 2 og 58-60)",
        "(ADR 1)",
        "saksgang 8b",
        "docs/regler.md",
        'cell "B42" of the sheet',
        "forvaltningsloven § 13 a nr. 2",
        "helse- og omsorgstjenesteloven §§ 7-1 og 7-2",
    ],
)
def test_a_citation_that_holds_is_let_through(linje: str):
    assert list(uten_mal(linje, ROOT / "x.py")) == []
