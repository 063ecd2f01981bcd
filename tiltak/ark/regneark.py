"""Open a workbook that somebody else has made: small enough, whole, and without what could mislead. No database."""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from typing import Any

from django.utils.translation import gettext as _
from openpyxl import load_workbook
from openpyxl.packaging.relationship import get_dependents, get_rels_path
from openpyxl.utils import get_column_letter
from openpyxl.xml.constants import COMMENTS_NS

from felles.dato import FORM, Datofeil, les_dato
from felles.tekst import en_form

from .kolonner import som_ord

MAKS_FIL = 5_000_000
MAKS_UTPAKKET = 25_000_000  # a small file can hold a great deal when it is unpacked
MAKS_DELER = 200
MAKS_RADER = 1_000
MAKS_KOLONNER = 60
SAMMENSLATT = re.compile(rb'<(?:\w+:)?mergeCell\s+ref="([A-Z0-9:]+)"')
MERKNAD = re.compile(rb'<(?:\w+:)?comment\s[^>]*?\bref="([A-Z]{1,3}[0-9]+)"')
SKRASTREK = re.compile(r"([0-9]{1,2})/([0-9]{1,2})(/[0-9]{2,4})?")


class Arkfeil(Exception):
    """The whole file cannot be used; the message says why, and what to do."""


class Cellefeil(Exception):
    """One cell cannot be read as what it should be."""


@dataclass(frozen=True)
class Celle:
    """A value and where it stands."""

    verdi: Any
    sted: str
    formel: bool = False

    @property
    def tom(self) -> bool:
        return self.verdi is None or str(self.verdi).strip() == ""


TOM = Celle(None, "")


@dataclass(frozen=True)
class Bok:
    """Every sheet by its name, hidden ones too: its rows, and the cells that carry a note."""

    rader: dict[str, list[list[Celle]]]
    merknader: dict[str, list[str]]


def apne(data: bytes) -> Bok:
    """The workbook, or an `Arkfeil`."""
    if len(data) > MAKS_FIL:
        raise Arkfeil(
            _("Filen er %(mb)s MB. Den kan være høyst %(maks)s MB.")
            % {"mb": round(len(data) / 1e6), "maks": MAKS_FIL // 1_000_000}
        )
    _kontroller_pakken(data)
    try:
        book = load_workbook(BytesIO(data), read_only=True, data_only=False, keep_links=False)
        with zipfile.ZipFile(BytesIO(data)) as package:
            notes = {ark.title: _merknader(package, ark._worksheet_path) for ark in book.worksheets}
        return Bok({ark.title: _rader(ark) for ark in book.worksheets}, notes)
    except Arkfeil:
        raise
    except Exception:  # a parser of somebody else's file: whatever it stumbles on is the file's fault
        raise Arkfeil(_("Filen er skadet og kan ikke leses. Last ned et nytt regneark og prøv igjen.")) from None


def _kontroller_pakken(data: bytes) -> None:
    """What can be said before anything is unpacked."""
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise Arkfeil(_("Filen er i det gamle Excel-formatet eller har passord. Lagre den som .xlsx uten passord."))
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            parts = package.infolist()
            if sum(part.file_size for part in parts) > MAKS_UTPAKKET or len(parts) > MAKS_DELER:
                raise Arkfeil(_("Filen er for stor når den pakkes ut. Bruk regnearket du lastet ned herfra."))
            if "xl/workbook.xml" not in package.namelist():
                raise Arkfeil(_("Filen er ikke et Excel-regneark (.xlsx)."))
            for part in parts:
                _kontroller_del(part.filename, package.read(part))
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, OSError, ValueError):
        raise Arkfeil(_("Filen er ikke et Excel-regneark (.xlsx).")) from None


def _kontroller_del(navn: str, content: bytes) -> None:
    if navn.endswith((".xml", ".rels")) and (b"<!DOCTYPE" in content or b"<!ENTITY" in content):
        raise Arkfeil(_("Filen er ikke et Excel-regneark (.xlsx)."))
    if navn.startswith("xl/worksheets/") and (match := SAMMENSLATT.search(content)):
        raise Arkfeil(
            _("Regnearket har sammenslåtte celler (%(sted)s). Opphev sammenslåingen og prøv igjen.")
            % {"sted": match[1].decode()}
        )


def _rader(ark: Any) -> list[list[Celle]]:
    """Rows that hold something. Rows and columns that are only formatted cost nothing."""
    found: list[list[Celle]] = []
    for nr, rad in enumerate(ark.iter_rows(), 1):
        celler = [_celle(celle, nr, kolonne) for kolonne, celle in enumerate(rad, 1) if kolonne <= MAKS_KOLONNER]
        if any(celle.value is not None for celle in rad[MAKS_KOLONNER:]):
            raise Arkfeil(_("Arket «%(ark)s» har for mange kolonner.") % {"ark": ark.title})
        if all(celle.tom for celle in celler):
            continue
        if nr > MAKS_RADER:
            raise Arkfeil(
                _("Arket «%(ark)s» har flere enn %(maks)s rader. Bruk regnearket du lastet ned herfra.")
                % {"ark": ark.title, "maks": MAKS_RADER}
            )
        found.append(celler)
    return found


def _merknader(package: zipfile.ZipFile, ark: str) -> list[str]:
    """The cells of a sheet that somebody put a note or a comment on; Excel keeps a note for each comment too."""
    rels = get_rels_path(ark)
    if rels not in package.namelist():
        return []
    parts = (package.read(rel.target) for rel in get_dependents(package, rels).find(COMMENTS_NS))
    return [match[1].decode() for part in parts for match in MERKNAD.finditer(part)]


def _celle(celle: Any, rad: int, kolonne: int) -> Celle:
    return Celle(celle.value, f"{get_column_letter(kolonne)}{rad}", formel=celle.data_type == "f")


# --- From a cell to a value ------------------------------------------------------------------------------------------
def som_tekst(celle: Celle) -> str:
    """Text as typed; a number or a date as it reads."""
    verdi = _verdi(celle)
    if verdi is None:
        return ""
    if isinstance(verdi, datetime | date):
        return f"{verdi:%d.%m.%Y}"
    if isinstance(verdi, float) and verdi.is_integer():
        verdi = int(verdi)
    return en_form(str(verdi).replace("_x000D_", "")).strip()


def som_dato(celle: Celle) -> date | None:
    """A date, also written as text as the forms take it, when it can be read in one way only."""
    verdi = _verdi(celle)
    if isinstance(verdi, datetime):
        return verdi.date()
    if isinstance(verdi, date):
        return verdi
    if isinstance(verdi, int | float):
        raise Cellefeil(_("Dette er et tall, ikke en dato. Skriv datoen slik: 18.11.2026."))
    tekst = som_tekst(celle)
    return _les_dato(tekst) if tekst else None


def _les_dato(tekst: str) -> date:
    """As in the forms, but for 3/4/2027, which is two days in two countries: a sheet may have been in both."""
    if match := SKRASTREK.fullmatch(tekst):
        one, two, year = int(match[1]), int(match[2]), match[3] or ""
        if one <= 12 and two <= 12 and one != two:
            raise Cellefeil(_("«%(tekst)s» kan leses på to måter. Skriv datoen slik: 18.11.2026.") % {"tekst": tekst})
        if two > 12:
            tekst = f"{two}/{one}{year}"
    try:
        return les_dato(tekst)
    except Datofeil as error:
        if error.melding != FORM:
            raise Cellefeil(str(error.melding)) from None
    raise Cellefeil(_("«%(tekst)s» er ikke en dato. Skriv den slik: 18.11.2026.") % {"tekst": tekst[:40]})


def som_nummer(celle: Celle) -> int | None:
    """The number of a tiltak, or None when the cell holds something else."""
    try:
        tekst = som_tekst(celle)
    except Cellefeil:
        return None
    return int(tekst) if tekst.isascii() and tekst.isdigit() and len(tekst) < 5 else None


def _verdi(celle: Celle) -> Any:
    if celle.formel:
        raise Cellefeil(_("Her står det en formel. Skriv verdien i stedet."))
    if isinstance(celle.verdi, str) and re.fullmatch(r"#[A-Z0-9/]+[!?]?", celle.verdi):
        raise Cellefeil(_("Her står det en feil (%(feil)s). Skriv verdien i stedet.") % {"feil": celle.verdi})
    return celle.verdi


def etter_hode(rader: list[list[Celle]], navn: dict[str, set[str]], ark: str) -> Iterator[dict[str, Celle]]:
    """Rows as column → cell, found by the words in the head, in whatever order they stand."""
    if not rader:
        raise Arkfeil(_("Arket «%(ark)s» er tomt.") % {"ark": ark})
    head = [som_ord(celle.verdi or "") for celle in rader[0]]
    steder = {key: [sted for sted, word in enumerate(head) if word in ordene] for key, ordene in navn.items()}
    mangler = _("Kolonnen «%(navn)s» mangler i arket «%(ark)s».")
    flere = _("Kolonnen «%(navn)s» står flere ganger i arket «%(ark)s».")
    feil = [
        (flere if hits else mangler) % {"navn": min(navn[key]), "ark": ark}
        for key, hits in steder.items()
        if len(hits) != 1
    ]
    if feil:
        raise Arkfeil(" ".join(feil))
    for rad in rader[1:]:
        yield {key: rad[sted] if sted < len(rad) else TOM for key, [sted] in steder.items()}
