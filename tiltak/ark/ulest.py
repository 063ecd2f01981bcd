"""What somebody wrote in a workbook where nothing is read: which cells, and where each thing is changed instead."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from openpyxl.utils import get_column_letter

from .kolonner import FREMMED, MERKNAD, ULEST, merke, ord_for, som_ord
from .regneark import TOM, Celle, som_nummer

VIST = 8  # places told of by name in one column


@dataclass(frozen=True)
class Ulest:
    """A column (or a whole sheet) that was written in to no effect."""

    ark: str
    kolonne: str
    steder: list[str]
    hvor: str

    @property
    def celler(self) -> str:
        """«C3, C5», and of many only the first."""
        rest = len(self.steder) - VIST
        named = ", ".join(self.steder[:VIST])
        more = ngettext("og %(antall)s til", "og %(antall)s til", rest) % {"antall": rest}
        return f"{named} {more}" if rest > 0 else named


@dataclass(frozen=True)
class Vist:
    """What the columns that aren't read showed when the workbook was made: headings, and marks by tiltak number."""

    hode: list[str]
    merker: dict[int, list[str]]

    def endret(self, nr: int, word: str, celle: Celle) -> bool:
        """Does the cell differ from what was shown? A tiltak the file didn't have has nothing to differ from."""
        return nr in self.merker and merke(celle.verdi) != self.merker[nr][self.hode.index(word)]

    def annet_nummer(self, nr: int, rad: dict[str, Celle]) -> int | None:
        """The tiltak that this row showed, when its title is that of another than its number says."""
        tittel = next((word for word in self.hode if _slag(word) == "tittel"), "")
        if tittel not in rad or not self.endret(nr, tittel, rad[tittel]):
            return None
        sign = merke(rad[tittel].verdi)
        return next((other for other, marks in self.merker.items() if marks[self.hode.index(tittel)] == sign), None)


def rader_med_nummer(rader: list[list[Celle]], nr_ord: set[str]) -> Iterator[tuple[int, dict[str, Celle]]]:
    """Each row that has a tiltak number, as heading → cell."""
    head = [som_ord(celle.verdi or "") for celle in rader[0]]
    for row in rader[1:]:
        cells = dict(zip(head, row, strict=False))
        nr = next((som_nummer(celle) for word, celle in cells.items() if word in nr_ord), None)
        if nr is not None:
            yield nr, cells


def uleste(ark: str, rader: list[list[Celle]], leses: set[str], nr_ord: set[str], vist: Vist) -> list[Ulest]:
    """The columns of one sheet that were changed or added, and aren't read."""
    found = []
    for sted in range(max(map(len, rader), default=0)):
        head = rader[0][sted] if sted < len(rader[0]) else TOM
        word = som_ord(head.verdi or "")
        if word in leses:
            continue
        if word in vist.hode:
            steder = [
                cells[word].sted
                for nr, cells in rader_med_nummer(rader, nr_ord)
                if word in cells and vist.endret(nr, word, cells[word])
            ]
        else:
            steder = [row[sted].sted for row in rader[1:] if sted < len(row) and not row[sted].tom]
            steder = steder or ([head.sted] if word else [])
        if steder:
            navn = str(head.verdi or "").strip() or get_column_letter(sted + 1)
            found.append(Ulest(ark, navn, steder, _hvor(word) if word in vist.hode else str(FREMMED)))
    return found


def ulest_ark(ark: str) -> Ulest:
    """A sheet that the workbook didn't have."""
    return Ulest(ark, _("Hele arket"), [], _("Arket er ikke herfra. Bare «Tiltak» og «Milepæler» leses."))


def ulest_merknad(ark: str, steder: list[str]) -> Ulest:
    """Notes on cells, which a sheet has beside what stands in them."""
    return Ulest(ark, _("Merknader på celler"), steder, str(MERKNAD))


def _slag(word: str) -> str:
    """Which of our columns the heading is, in any of our languages."""
    if word.isdigit():
        return "far"
    return next((navn for navn, (tittel, _where) in ULEST.items() if word in ord_for(tittel)), "")


def _hvor(word: str) -> str:
    slag = _slag(word)
    return str(ULEST[slag][1] if slag else FREMMED)
