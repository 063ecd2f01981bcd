"""What belongs to the printed page and not to the plan: page feet, running heads and the table of contents."""

import re
from collections import Counter

from ..funn import TOM, Dokumentlinje
from .ordliste import FELT_FOR, INNHOLD, OMRADEORD

SIDETALL = re.compile(
    r"^[-–—]?\s*\d{1,3}\s*[-–—]?$|\bside\s*\d{1,3}\s*(?:av|/)\s*\d{1,3}$|^s\.\s*\d{1,3}\s*(?:av|/)\s*\d{1,3}$"
    r"|^side\s+\d{1,3}$",
    re.IGNORECASE,
)
# Never a page's own line, however often it stands: a heading of the plan, or a label with its value.
PLANENS = re.compile(rf"^(?:tiltak|t?\d|{'|'.join(OMRADEORD)})\b|^(?:{'|'.join(FELT_FOR)})\s*:", re.IGNORECASE)
PLANNAVN = re.compile(r"\bkommune\b|handlingsplan", re.IGNORECASE)
MED_SIDETALL = re.compile(r"(?:\s*(?:\.\s?){3,}|\s*…+\s*|\t+| {2,})\s*\d{1,3}$")
OVERSKRIFT, UTHEVET = re.compile(r"^\s*#{1,6}\s+"), re.compile(r"\*\*(.+?)\*\*")
SLUTT_TALL = re.compile(r"[\s.…]+\d{1,3}$")
SLUTT = ".!?:»"


def rydd(linjer: list[Dokumentlinje]) -> list[Dokumentlinje]:
    """The lines that are the plan's own. The others are marked with what they are."""
    for linje in linjer:
        linje.tekst = uten_tegnsetting(linje.tekst)
    _sidefot(linjer)
    _innhold(linjer)
    return _uten_fot([linje for linje in linjer if linje.funnet_som != "innhold"])


def uten_tegnsetting(tekst: str) -> str:
    """Without the signs that set a heading or a word in bold where a plan was saved as Markdown."""
    return UTHEVET.sub(r"\1", OVERSKRIFT.sub("", tekst)) or tekst


def nokkel(tekst: str) -> str:
    """A heading as it is compared: no dots, page number, case or doubled space."""
    return re.sub(r"\W+", " ", SLUTT_TALL.sub("", tekst)).strip().casefold()


def _sidefot(linjer: list[Dokumentlinje]) -> None:
    shapes = Counter(_form(linje.tekst) for linje in linjer if re.search(r"\d$", linje.tekst))
    heads = Counter(linje.tekst for linje in linjer if linje.ny_side)
    after = ""
    for linje in linjer:
        verdi, after = after.endswith(":"), linje.tekst  # a number alone under a label is its value, not a page
        repeated = not PLANENS.match(linje.tekst) and (
            (linje.ny_side and heads[linje.tekst] > 1)
            or (shapes[_form(linje.tekst)] > 2 and re.search(r"\bside \d+$", linje.tekst, re.IGNORECASE))
            or (shapes[_form(linje.tekst)] > 1 and PLANNAVN.search(linje.tekst) and "." not in linje.tekst)
        )
        if linje.funnet_som != TOM and not verdi and (SIDETALL.search(linje.tekst) or repeated):
            linje.funnet_som = "sidefot"


def _form(tekst: str) -> str:
    return re.sub(r"\d+$", "0", tekst).casefold()


def _innhold(linjer: list[Dokumentlinje]) -> None:
    """Lines with dots and a page number; under the heading also those that stand again further down."""
    for linje in linjer:
        if linje.funnet_som != TOM and re.search(r"(?:\.\s?){4,}\s*\d{1,3}$", linje.tekst):
            linje.funnet_som = "innhold"
    start = next((i for i, linje in enumerate(linjer) if linje.tekst.casefold().strip(" :") in INNHOLD), None)
    if start is None:
        return
    linjer[start].funnet_som = "innhold"
    _under_overskriften(linjer[start + 1 :])


def _under_overskriften(linjer: list[Dokumentlinje]) -> None:
    later = Counter(nokkel(linje.tekst) for linje in linjer)
    seen: set[str] = set()
    for linje in linjer:
        key = nokkel(linje.tekst)
        if linje.funnet_som in (TOM, "innhold", "sidefot"):
            seen.add(key)
        elif key in seen or not (MED_SIDETALL.search(linje.raa.rstrip()) or later[key] > 1):
            return
        else:
            seen.add(key)
            linje.funnet_som = "innhold"


def _uten_fot(linjer: list[Dokumentlinje]) -> list[Dokumentlinje]:
    """A sentence that goes on after a page foot goes on: the empty lines round the foot go with it."""
    kept: list[Dokumentlinje] = []
    after_foot = False
    for linje in linjer:
        if linje.funnet_som == "sidefot":
            after_foot = True
            continue
        if after_foot and linje.funnet_som != TOM:
            after_foot = False
            filled = next((i for i in range(len(kept) - 1, -1, -1) if kept[i].funnet_som != TOM), -1)
            if filled >= 0 and kept[filled].tekst[-1] not in SLUTT and linje.tekst[0].islower():
                del kept[filled + 1 :]
        kept.append(linje)
    return kept
