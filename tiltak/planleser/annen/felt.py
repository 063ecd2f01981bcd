"""What the lines under one tiltak say, sorted by their labels. What has no label of ours stays in its wording."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ..funn import Dokumentlinje
from ..tekst import blokker, flyt
from .frist import antyder_tid
from .ordliste import ALENE_ORD, AVSNITT, FELT_FOR, NRORD, OMRADEORD, TILTAKSORD
from .parter import ligner_part
from .sider import uten_tegnsetting

MERKELAPP = re.compile(r"(?:^|\s{2,}|\t+|;\s*)([A-ZÆØÅ][\wæøåÆØÅ/ -]{1,30}?)\s?:[ \t]*")
KJENT = re.compile(
    rf"(?<!\w)({'|'.join(sorted(map(re.escape, FELT_FOR), key=len, reverse=True))})\s?:[ \t]*", re.IGNORECASE
)
UKJENT_LAPP = re.compile(r"^[A-ZÆØÅ][\w /-]{1,30}:\s*(\S.*)$")
TIDSLAPPER = {"gjennomføring", "gjennomføres", "gjennomførast", "tid", "innen", "innan", "periode"}
NUMMERERT = re.compile(r"^(?:\d+(?:\.\d+)+\.?\s+|Tiltak\s*:\s*)[A-ZÆØÅ«]")
GAR_VIDERE = re.compile(
    r"(?:[,/+&]|\b(?:og|samt|med|av|ved|for|fra|frå|innen|innan|utgangen|utgangen av))$", re.IGNORECASE
)
PUNKT = re.compile(r"^[•*–-]\s")
UNDEROVERSKRIFT = {word for words in AVSNITT.values() for word in words}
Par = tuple[str, str]


@dataclass
class LestFelt:
    """The labelled values and the rest. `uforstatt`: labels unknown to us with something like a time behind them."""

    ansvar: list[str] = field(default_factory=list)
    med: list[str] = field(default_factory=list)
    samarbeid: list[str] = field(default_factory=list)
    frist: list[str] = field(default_factory=list)
    start: list[str] = field(default_factory=list)
    tekst: list[str] = field(default_factory=list)
    uforstatt: list[str] = field(default_factory=list)
    kanskje_to: bool = False  # a second deadline, or a second responsible after the first deadline or after more text
    ukjente: list[str] = field(default_factory=list)  # labels unknown to us beside known ones
    etter: list[str] = field(default_factory=list)  # what looks like a heading, after both are said
    kanskje_part: list[str] = field(default_factory=list)  # a name on the line under the responsible
    kanskje_frist: list[str] = field(default_factory=list)  # a time on the line under the deadline
    fristlapp: str = "Frist"  # the deadline's label, as the plan has it
    avbrutt: bool = False  # somebody is responsible, and then came other text

    def legg(self, navn: str, verdi: str) -> str:
        """Put a value where its label says; the name of the field."""
        label = navn.strip().lower()
        name = FELT_FOR.get(label, "")
        if label in TIDSLAPPER and verdi and not antyder_tid(verdi):
            name = ""
        if name and verdi:
            self.kanskje_to |= bool(self.frist) and name in ("ansvar", "frist")
            if name == "frist" and not self.frist:
                self.fristlapp = navn.strip()
            self.kanskje_to |= self.avbrutt and name == "ansvar"
            getattr(self, name).append(verdi)
        elif verdi:  # a label we do not know is kept in the wording, with its label
            self.tekst.append(f"{navn.strip()}: {verdi}" if navn.strip() else verdi)
            if antyder_tid(verdi):
                self.uforstatt.append(f"{navn.strip()}: {verdi}")
        return name


def les_felt(linjer: Sequence[Dokumentlinje]) -> LestFelt:
    """Every line goes to a field or to the wording."""
    felt, head, is_open = LestFelt(), list[str](), ""
    for block in blokker(linjer):
        prose: list[Dokumentlinje] = []
        if (felt.ansvar and felt.frist and _kan_vaere_overskrift(block[0].tekst)) or _er_nummerert(felt, block[0]):
            felt.etter.append(block[0].tekst)
        beside = any(merkelapper(linje.raa) for linje in block)
        for nr, linje in enumerate(block):
            following = block[nr + 1] if nr + 1 < len(block) else None
            if "|" in linje.tekst or (head and len(celler(linje.raa)) == len(head)):
                head = _rad(felt, head, celler(linje.raa), linje, following)
            elif _er_hode(linje, following):
                head, is_open = [celle.rstrip(" :") for celle in celler(linje.raa)], ""
            elif pairs := merkelapper(linje.raa):
                is_open = _par(felt, pairs)
            elif (
                is_open
                and (linje.innrykk or is_open.endswith("?") or _er_apen(felt, is_open))
                and not (_underoverskrift(linje))
            ):
                is_open = _fortsett(felt, is_open, linje)
            elif _underoverskrift(linje):
                _prosa(felt, prose)
                felt.tekst.append(linje.tekst)
                is_open = ""
            else:
                if is_open in ("ansvar", "med", "samarbeid") and ligner_part(linje.tekst):
                    felt.kanskje_part.append(linje.tekst)
                if is_open == "frist" and antyder_tid(linje.tekst):
                    felt.kanskje_frist.append(linje.tekst)
                prose.append(linje)
                felt.avbrutt |= bool(felt.ansvar)
                felt.uforstatt += _ukjent_tid(linje.tekst)
                felt.ukjente += _ukjent_lapp(linje.tekst) if beside else []
                is_open = ""
        _prosa(felt, prose)
        is_open = is_open if is_open.endswith("?") else ""
    return felt


def _kan_vaere_overskrift(tekst: str) -> bool:
    """Short, a capital first and no full stop: «Økonomi», «Slik følger vi opp planen»."""
    ord_ = tekst.split()
    kjent = tekst.lower() in UNDEROVERSKRIFT or merkelapper(tekst)
    return bool(ord_) and len(ord_) <= 5 and tekst[0].isupper() and tekst[-1] not in ".:;,?!" and not kjent


def _er_nummerert(felt: LestFelt, linje: Dokumentlinje) -> bool:
    """«1.2 Kurs» or «Tiltak: Kurs» where a tiltak already has somebody responsible."""
    return bool(felt.ansvar and NUMMERERT.match(linje.tekst))


def _er_hode(linje: Dokumentlinje, following: Dokumentlinje | None) -> bool:
    """Two labels or more side by side with nothing behind them: their values stand in columns on the next line."""
    cells = [celle.rstrip(" :").lower() for celle in celler(linje.raa)]
    if len(cells) < 2 or following is None or not all(celle in FELT_FOR for celle in cells):
        return False
    return len(celler(following.raa)) == len(cells)


def _ukjent_lapp(tekst: str) -> list[str]:
    match = UKJENT_LAPP.match(tekst)
    return [tekst.split(":")[0]] if match and not antyder_tid(match[1]) else []


def _ukjent_tid(tekst: str) -> list[str]:
    """«Milepæl: 2026»: a label we do not know, with something like a time behind it."""
    match = UKJENT_LAPP.match(tekst)
    return [tekst] if match and antyder_tid(match[1]) else []


def _prosa(felt: LestFelt, prose: list[Dokumentlinje]) -> None:
    """One paragraph; a list keeps a line for each of its points."""
    points: list[list[Dokumentlinje]] = []
    for linje in prose:
        if not points or PUNKT.match(linje.tekst):
            points.append([])
        points[-1].append(linje)
    if points:
        felt.tekst.append("\n".join(map(flyt, points)))
    prose.clear()


def _par(felt: LestFelt, pairs: list[Par]) -> str:
    """The field left open: with «?» when its value has not come yet."""
    for name, verdi in pairs:
        felt.legg(name, verdi)
    name, verdi = pairs[-1]
    return FELT_FOR.get(name.lower(), "") + ("" if verdi else "?")


def _fortsett(felt: LestFelt, is_open: str, linje: Dokumentlinje) -> str:
    """An indented line goes on with the value; under a bare label each line is a value."""
    verdier = getattr(felt, is_open.rstrip("?") or "tekst")
    if is_open.endswith("?") or not verdier:
        verdier.append(linje.tekst.lstrip("•*–- ").strip() or linje.tekst)
        return is_open
    verdier[-1] = flyt([Dokumentlinje(0, "", verdier[-1], innrykk=False, ny_side=False), linje])
    return is_open


def _er_apen(felt: LestFelt, is_open: str) -> bool:
    """The value ends in a comma or a small word: «SLT-koordinator i samarbeid med», with the rest on the next line."""
    verdier = getattr(felt, is_open)
    return bool(verdier) and bool(GAR_VIDERE.search(verdier[-1]))


def _underoverskrift(linje: Dokumentlinje) -> bool:
    return linje.tekst.lower() in UNDEROVERSKRIFT


def _rad(
    felt: LestFelt, head: list[str], rad: list[str], linje: Dokumentlinje, following: Dokumentlinje | None
) -> list[str]:
    """A row under a head, a label with its value beside it, or the head itself."""
    known = [celle.rstrip(" :").lower() in FELT_FOR for celle in rad]
    if er_strek(linje.tekst):
        return head
    if not head and any(known):
        if known == [True, False] and not (following and er_strek(following.tekst)):
            felt.legg(rad[0].rstrip(" :"), rad[1])
            return head
        return [celle.rstrip(" :") for celle in rad]
    for nr, celle in enumerate(rad):
        felt.legg(head[nr] if nr < len(head) else "", celle)
    return head


def celler(raw: str) -> list[str]:
    """The cells of a table row, parted by bars, tabs or wide gaps."""
    raw = uten_tegnsetting(raw.strip(" \f\r\n"))
    if "|" in raw:
        return [celle.strip() for celle in raw.strip("|").split("|")]
    if "\t" in raw:
        return [celle.strip() for celle in raw.split("\t")]
    return [celle.strip() for celle in re.split(r" {2,}", raw)]


def er_strek(tekst: str) -> bool:
    """The line under a table's head."""
    return set(tekst) <= set("|-+:=–— ")


def er_tabellhode(raw: str) -> bool:
    """«Nr | Tiltak | Ansvarlig | Frist»: a column for the tiltak and one for a field."""
    names = [celle.lower().rstrip(":") for celle in celler(raw)]
    return (
        len(names) > 1
        and bool(TILTAKSORD & set(names))
        and any(FELT_FOR.get(navn, "tekst") != "tekst" for navn in names)
    )


def omradekolonne(head: Sequence[str]) -> int | None:
    """Which column names the area, when one does."""
    return next((i for i, celle in enumerate(head) if celle.lower().rstrip(":") in OMRADEORD), None)


def er_nrord(navn: str) -> bool:
    """A column of numbers."""
    return navn.lower() in NRORD


def merkelapper(raw: str) -> list[Par]:
    """«Ansvarlig: NAV   Frist: 2028» as pairs, when the line begins with a label we know one of; else none."""
    raw = uten_tegnsetting(raw.replace("\u00ad", "").strip()).lstrip("•*–- ")
    if raw.lower() in ALENE_ORD:
        return [(raw, "")]
    if len(cells := celler(raw)) == 2 and cells[0].lower() in ALENE_ORD:  # the value in a column beside it
        return [(cells[0], cells[1])]
    found = {match.start(1): match for match in MERKELAPP.finditer(raw)}
    if match := KJENT.match(raw):
        found[0] = match
    if not found or min(found) != 0 or not any(m[1].strip().lower() in FELT_FOR for m in found.values()):
        return []
    for match in KJENT.finditer(raw):  # «Ansvar: NAV Frist: 2028», with one space between
        if match[1][0].isupper() and not any(m.start(1) <= match.start(1) < m.end() for m in found.values()):
            found[match.start(1)] = match
    marks = [found[start] for start in sorted(found)]
    ends = [*(match.start() for match in marks[1:]), len(raw)]
    return [
        (m[1].strip(), re.sub(r"\s+", " ", raw[m.end() : end]).strip(" ;")) for m, end in zip(marks, ends, strict=True)
    ]
