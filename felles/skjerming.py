"""Small-cell suppression: no number from 1 to 4 is shown, and none can be worked out from what is shown.

Pure functions on plain integers (beslutninger 31, B15). Zero is shown: nobody stands behind it.
A table with totals is a network: cells are arcs from row to column, row totals arcs from the source to the row,
column totals arcs from the column to the sink, the grand total the arc back. A reader knows every arc shown, that
"under 5" is 1-4 and that "vises ikke" is 5 or more; an arc can be computed exactly if and only if no cycle in the
residual network passes through it. So the test of safety is a path search, exact for every table.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

TERSKEL = 5


class Skjult(Enum):
    """What stands in place of a number: `UNDER` is 1-4, `VISES_IKKE` is 5 or more and guards another cell."""

    UNDER = "under"
    VISES_IKKE = "vises_ikke"

    @property
    def tekst(self) -> Promise:
        """The word that every page, Excel sheet and PDF shows."""
        return _("under 5") if self is Skjult.UNDER else _("vises ikke")


Celle = int | Skjult


def skjerm_tall(verdi: int) -> Celle:
    """A single figure that is part of no sum: 1-4 become "under 5" (beslutninger 31)."""
    if verdi < 0:
        raise ValueError("Et antall kan ikke være negativt.")
    return Skjult.UNDER if 0 < verdi < TERSKEL else verdi


def neste_verdi(previous: Celle | None, ny: Celle) -> Celle:
    """What a published figure becomes when it is counted again: a growth of 1-4 would be a small cell too.

    So a shown figure stands until it has grown by 5 or more; it never goes down (T13, differencing).
    """
    if previous is None or not isinstance(previous, int) or previous == 0:
        return ny
    if isinstance(ny, int) and ny - previous >= TERSKEL:
        return ny
    return previous


@dataclass(frozen=True)
class SkjermetTabell:
    """Cells and totals, ready to be shown. `helt_skjult` when no part of the table could be shown safely."""

    celler: tuple[tuple[Celle, ...], ...]
    radsummer: tuple[Celle, ...]
    kolonnesummer: tuple[Celle, ...]
    sum: Celle
    helt_skjult: bool = False


@dataclass
class _Bue:
    fra: str
    til: str
    verdi: int
    skjult: bool = False

    @property
    def liten(self) -> bool:
        return 0 < self.verdi < TERSKEL

    @property
    def kan_oke(self) -> bool:
        """Could be one more, for all that a reader knows."""
        return self.skjult and (not self.liten or self.verdi < TERSKEL - 1)

    @property
    def kan_minke(self) -> bool:
        return self.skjult and self.verdi > (1 if self.liten else TERSKEL)


def _buer(tabell: Sequence[Sequence[int]]) -> list[_Bue]:
    """The table as a circulation, cells first, then row totals, column totals and the grand total."""
    rader, kolonner = len(tabell), len(tabell[0])
    celler = [_Bue(f"r{r}", f"k{k}", tabell[r][k]) for r in range(rader) for k in range(kolonner)]
    radsummer = [_Bue("s", f"r{r}", sum(tabell[r])) for r in range(rader)]
    kolonnesummer = [_Bue(f"k{k}", "t", sum(rad[k] for rad in tabell)) for k in range(kolonner)]
    return [*celler, *radsummer, *kolonnesummer, _Bue("t", "s", sum(map(sum, tabell)))]


def _finnes_vei(buer: list[_Bue], fra: str, til: str, uten: _Bue) -> bool:
    nabo: dict[str, set[str]] = {}
    for bue in buer:
        if bue is uten:
            continue
        if bue.kan_oke:
            nabo.setdefault(bue.fra, set()).add(bue.til)
        if bue.kan_minke:
            nabo.setdefault(bue.til, set()).add(bue.fra)
    sett, igjen = {fra}, [fra]
    while igjen:
        for neste in nabo.get(igjen.pop(), set()) - sett:
            if neste == til:
                return True
            sett.add(neste)
            igjen.append(neste)
    return False


def _kan_regnes_ut(buer: list[_Bue], bue: _Bue) -> bool:
    opp = bue.kan_oke and _finnes_vei(buer, bue.til, bue.fra, bue)
    return not opp and not (bue.kan_minke and _finnes_vei(buer, bue.fra, bue.til, bue))


def _neste_a_skjule(buer: list[_Bue], bue: _Bue, celler: int) -> _Bue | None:
    """The cheapest guard: shares a sum with the exposed figure, an inner cell before a total, smallest first."""
    indeks = {id(b): i for i, b in enumerate(buer)}
    mulige = [b for b in buer if not b.skjult and b.verdi >= TERSKEL]
    nabo = [b for b in mulige if {b.fra, b.til} & {bue.fra, bue.til}]

    def kostnad(b: _Bue) -> tuple[bool, int, int]:
        return indeks[id(b)] >= celler, b.verdi, indeks[id(b)]

    return min(nabo or mulige, key=kostnad, default=None)


def skjerm(tabell: Sequence[Sequence[int]]) -> SkjermetTabell:
    """Hide 1-4, then as many more as it takes that no hidden figure follows from the totals (B15)."""
    if not tabell or not tabell[0] or any(len(rad) != len(tabell[0]) for rad in tabell):
        raise ValueError("Tabellen må ha minst én celle og like lange rader.")
    if any(verdi < 0 for rad in tabell for verdi in rad):
        raise ValueError("Et antall kan ikke være negativt.")
    buer = _buer(tabell)
    for bue in buer:
        bue.skjult = bue.liten
    antall = len(tabell) * len(tabell[0])
    while utsatt := next((b for b in buer if b.skjult and _kan_regnes_ut(buer, b)), None):
        vern = _neste_a_skjule(buer, utsatt, antall)
        if vern is None:
            return _helt_skjult(len(tabell), len(tabell[0]))
        vern.skjult = True
    return _ferdig([_celle(b) for b in buer], len(tabell), len(tabell[0]))


def _celle(bue: _Bue) -> Celle:
    if not bue.skjult:
        return bue.verdi
    return Skjult.UNDER if bue.liten else Skjult.VISES_IKKE


def _ferdig(alle: list[Celle], rader: int, kolonner: int, helt_skjult: bool = False) -> SkjermetTabell:
    n = rader * kolonner
    return SkjermetTabell(
        celler=tuple(tuple(alle[r * kolonner : (r + 1) * kolonner]) for r in range(rader)),
        radsummer=tuple(alle[n : n + rader]),
        kolonnesummer=tuple(alle[n + rader : n + rader + kolonner]),
        sum=alle[-1],
        helt_skjult=helt_skjult,
    )


def _helt_skjult(rader: int, kolonner: int) -> SkjermetTabell:
    """Words that mean no size at all: four cells of 1 under a total of 4 could otherwise be counted by their words."""
    alle: list[Celle] = [Skjult.VISES_IKKE] * (rader * kolonner + rader + kolonner + 1)
    return _ferdig(alle, rader, kolonner, helt_skjult=True)
