"""The goals, and whether they are met. A goal that was not measured in this run is left out, never called met.

P1-P5, P9, P10 and P13, and what all walls together may cost.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from .rader import EGNE, SIDE


@dataclass(frozen=True)
class Mal:
    """One goal: `verdi` is to be at most (or with `minst` at least) `grense`."""

    navn: str
    verdi: float
    grense: float
    minst: bool = False

    @property
    def nadd(self) -> bool:
        return self.verdi >= self.grense if self.minst else self.verdi <= self.grense


def sammen(funnet: dict[str, Any]) -> list[Mal]:
    """All goals this run can answer. `funnet`: size → what was measured there, and `vekst`."""
    storrelser = [s for s in funnet if s.isdigit()]
    ut = [*_vekst(funnet.get("vekst", {}))]
    for s in storrelser:
        ut += _en_storrelse(funnet[s]["malt"], f"{int(s):,} saker".replace(",", " "))
    return [*ut, *_rader([funnet[s].get("rader", {}) for s in storrelser]), *_logg(funnet)]


def _vekst(malt: dict[str, Any]) -> Iterator[Mal]:
    hvem = list(dict.fromkeys(navn.rpartition(": ")[0] for navn in malt))
    for leser in hvem:
        vekst = malt[f"{leser}: størst"]["forhold"] / malt[f"{leser}: minst"]["forhold"]
        yield Mal(f"P1 mine saker, størst mot minst ({leser[7:]})", vekst, 1.15)
    if len(hvem) == 2:
        tung, lett = (malt[f"{leser}: størst"]["forhold"] for leser in (hvem[1], hvem[0]))
        yield Mal("P1 mine saker, tung mot lett", tung / lett, 1.5)


# name of the page in the wall table → its goal for all walls together
SIDEMAL = {
    "mine saker": 1.25,
    "søk i mine saker": 1.25,
    "en sak, 50 tekster": 1.35,
    "skriv en tekst": 1.7,
    "flytt saken": 1.7,
}


def _en_storrelse(malt: dict[str, Any], saker: str) -> Iterator[Mal]:
    def kost(side: str, slag: str, uten: str) -> float | None:
        rad = malt.get(f"vegg: {side}, {slag}: {uten}")
        return 1 / rad["forhold"] if rad else None

    def ett(navn: str, verdi: float | None, grense: float, *, minst: bool = False) -> Iterator[Mal]:
        if verdi is not None:
            yield Mal(f"{navn}, {saker}", verdi, grense, minst)

    def forhold(navn: str) -> float | None:
        return malt[navn]["forhold"] if navn in malt else None

    for slag in ("lett", "tung"):
        for side, grense in SIDEMAL.items():
            yield from ett(f"alle vegger: {side}, {slag}", kost(side, slag, "uten vegger"), grense)
        for nr, hva, grense in (("P9", "logg", 1.05), ("P13", "kryptering", 1.03)):
            verdi = kost("en sak, 50 tekster", slag, f"uten {hva}")
            yield from ett(f"{nr} en sak med og uten {hva}, {slag}", verdi, grense)
        yield from ett(f"P4 mine saker mot rå side, {slag}", forhold(f"rå side: mine saker, {slag}: vår"), 2.0)
        yield from ett(f"P5 søk i mine saker mot lista, {slag}", forhold(f"rå side: mine saker, {slag}: søk"), 1.3)
    yield from ett("P13 50 tekster mot klartekst", forhold("tekster: 50 åpnet"), 1.25)
    vare, guardian = forhold("liste: lett, 50 saker: vår liste"), forhold("liste: lett, 50 saker: guardian")
    if vare and guardian:
        yield from ett("P2 guardian mot vår liste (200 gjelder 1 million)", guardian / vare, 200, minst=True)


def _rader(rader: list[dict[str, int]]) -> Iterator[Mal]:
    """The page that grows most from size to size, of those whose reader has as much at both; and the bound."""
    if len(rader) > 1 and all(rader):
        vekst = {
            navn: rader[-1][navn] / max(rader[0][navn], 1) for navn in rader[0] if navn != EGNE and "tung" not in navn
        }
        verst = max(vekst, key=lambda navn: vekst[navn])
        yield Mal(f"P3 rader rørt, siste størrelse mot første (verst: {verst})", vekst[verst], 1.0)
    if rader and rader[-1]:
        yield Mal("P3 rader rørt, mine saker, lett", rader[-1]["mine saker, lett"], 4 * (SIDE + rader[-1][EGNE]))


def _logg(funnet: dict[str, Any]) -> Iterator[Mal]:
    for rad in funnet.values():
        if isinstance(rad, dict) and "logg" in rad:
            yield Mal("P10 loggrader/s fra 8 mens det forsegles", rad["logg"]["skriving"]["rader/s"], 2000, minst=True)
            yield Mal("P10 p99 for én loggrad, ms", rad["logg"]["skriving"]["p99 ms"], 10)
            yield Mal("P10 loggrader/s verifisert", rad["logg"]["verifisering"]["rader/s"], 200_000, minst=True)
