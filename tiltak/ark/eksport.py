"""The list as a workbook or as CSV: the same rows as the page with the same filter.

The workbook can be filled in and sent back (services/arkimport.py): a hidden sheet says which municipality, edition and
year it is of, and for each row how often it had been written and what stood there."""

import csv
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO, StringIO
from typing import Any

from django.conf import settings
from django.db.models import Count
from django.utils import timezone
from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from felles.tid import na

from ..choices import Ansvarsetikett, Status
from ..models import Milepael, Statusrapport
from ..visning.oversikt import Planstatus, Tiltaksrad
from .kolonner import (
    ARK_MILEPAELER,
    ARK_OM,
    ARK_TILTAK,
    FORMAT,
    MILEPAEL,
    MILEPAELFELT,
    STATUS_HODE,
    STATUSFELT,
    TILTAK,
    avtrykk,
)

MIMETYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV_TYPE = "text/csv; charset=utf-8"
BREDDER = (6, 30, 50, 26, 46)
TEKSTKOLONNER = 5  # the last ones, which hold what is written
FORMELTEGN = ("=", "+", "-", "@", "\t", "\r")


@dataclass
class Arktabell:
    """Head and rows of the first sheet, with the report each row tells of."""

    hode: list[str]
    rader: list[list[Any]]
    felt: dict[int, dict[str, Any]]  # by number of the tiltak: what can be filled in


def tabell(status: Planstatus) -> Arktabell:
    reports = _reports(status)
    rows = [rad for gruppe in status.grupper for rad in gruppe.rader]
    felt = {rad.tiltak.nr: _felt(rad, reports.get(rad.tiltak.pk)) for rad in rows}
    return Arktabell(_head(status), [_values(rad, felt[rad.tiltak.nr]) for rad in rows], felt)


def arbeidsbok(status: Planstatus) -> bytes:
    """Heads frozen, every text a text: what begins with = is not a formula."""
    table = tabell(status)
    book = Workbook()
    sheet = book.active
    assert sheet is not None  # noqa: S101 - a new workbook has one
    _fill(sheet, str(ARK_TILTAK), table.hode, table.rader)
    sheet.freeze_panes = "C2"
    for nr in range(1, sheet.max_column + 1):
        wide = 40 if nr > sheet.max_column - TEKSTKOLONNER else 16
        sheet.column_dimensions[get_column_letter(nr)].width = BREDDER[nr - 1] if nr <= len(BREDDER) else wide
    milestones = _milestones(status)
    _fill(book.create_sheet(), str(ARK_MILEPAELER), [str(name) for name in MILEPAEL.values()], milestones)
    _format_milestones(book.worksheets[1])
    _about(book.create_sheet(), status, table, milestones)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def som_csv(status: Planstatus) -> bytes:
    """Semicolons and a byte order mark, as Excel in Norwegian wants it. CSV has no text cells, so what would be taken
    for a formula gets an apostrophe in front."""
    table = tabell(status)
    out = StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(table.hode)
    for row in table.rader:
        writer.writerow([_csv(value) for value in row])
    return "\ufeff".encode() + out.getvalue().encode()


def _csv(value: Any) -> str:
    if value is None:
        return ""
    if hasattr(value, "isoformat"):
        return f"{value:%d.%m.%Y}"
    text = ILLEGAL_CHARACTERS_RE.sub("", str(value))
    return f"'{text}" if isinstance(value, str) and text.startswith(FORMELTEGN) else text


def _reports(status: Planstatus) -> dict[int, Statusrapport]:
    rows = Statusrapport.objects.gjeldende().filter(tiltak__plan=status.plan, ar=status.ar)
    return {row.tiltak_id: row for row in rows}


def _head(status: Planstatus) -> list[str]:
    return [
        str(TILTAK["nr"]),
        _("Innsatsområde"),
        _("Tiltak"),
        _("Etikett i planen"),
        _("Ansvarlige, hovedansvarlig først"),
        *(str(ar) for ar in status.arene[:-1]),
        str(STATUS_HODE) % {"ar": status.ar},
        _("Neste frist"),
        _("Oppdatert"),
        *(str(TILTAK[name]) for name in STATUSFELT[1:]),
    ]


def _label(status: str) -> str:
    return str(Status(status).label) if status else _("Ikke rapportert")


def _felt(rad: Tiltaksrad, rapport: Statusrapport | None) -> dict[str, Any]:
    """What can be filled in, as it stands: the status holds until another is told, the texts belong to the year."""
    texts = {name: _ren(getattr(rapport, name)) if rapport else "" for name in STATUSFELT if name != "frist"}
    return texts | {"status": _label(rad.status), "frist": rapport.frist if rapport else None}


def _ren(text: str) -> str:
    return ILLEGAL_CHARACTERS_RE.sub("", text)


def _values(rad: Tiltaksrad, felt: dict[str, Any]) -> list[Any]:
    omrade = rad.tiltak.innsatsomrade
    return [
        rad.tiltak.nr,
        f"{omrade.nr}. {omrade.tittel}",
        rad.tiltak.tittel,
        str(Ansvarsetikett(rad.tiltak.ansvarsetikett).label),
        "; ".join(str(ansvar) for ansvar in rad.ansvar),
        *(_label(status) for status in rad.far),
        felt["status"],
        rad.frist,
        timezone.localtime(rad.oppdatert).date() if rad.oppdatert else None,
        *(felt[name] for name in STATUSFELT[1:]),
    ]


def _milestones(status: Planstatus) -> list[list[Any]]:
    shown = {rad.tiltak.pk: rad.tiltak.nr for gruppe in status.grupper for rad in gruppe.rader}
    rows = Milepael.objects.filter(tiltak__in=shown).order_by("tiltak__nr", "frist", "pk")
    return [[shown[m.tiltak_id], _ren(m.tittel), m.frist, m.nadd_dato, str(m.pk)] for m in rows]


def _format_milestones(sheet: Any) -> None:
    for column, width in zip("ABCD", (8, 60, 14, 14), strict=True):
        sheet.column_dimensions[column].width = width
    sheet.column_dimensions["E"].hidden = True
    sheet.freeze_panes = "A2"


def _about(sheet: Any, status: Planstatus, table: Arktabell, milestones: list[list[Any]]) -> None:
    """The hidden sheet. Not secret, and nobody is trusted for what stands in it: it only tells what was seen."""
    sheet.title = str(ARK_OM)
    sheet.sheet_state = "hidden"
    told: Counter[int] = Counter()
    numbers = {rad.tiltak.pk: rad.tiltak.nr for rad in status.rader}
    counts = Statusrapport.objects.filter(tiltak__in=numbers, ar=status.ar).order_by().values_list("tiltak")
    for pk, count in counts.annotate(Count("pk")):
        told[numbers[pk]] = count
    history = Milepael.history.filter(tiltak__in=numbers).order_by().values_list("id").annotate(Count("pk"))
    written = {str(pk): count for pk, count in history}
    rows: Iterable[list[Any]] = [
        [FORMAT, settings.KOMMUNE, status.plan.utgave, status.ar, f"{timezone.localtime(na()):%d.%m.%Y %H.%M}"],
        *(["tiltak", nr, told[nr], avtrykk(felt[name] for name in STATUSFELT)] for nr, felt in table.felt.items()),
        *(["milepael", row[4], written.get(row[4], 0), avtrykk(row[: len(MILEPAELFELT)])] for row in milestones),
    ]
    for line, values in enumerate(rows, 1):
        _write(sheet, line, values)


def _fill(sheet: Any, title: str, head: list[str], rows: list[list[Any]]) -> None:
    sheet.title = title
    for line, values in enumerate([head, *rows], 1):
        _write(sheet, line, values)
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    sheet.auto_filter.ref = sheet.dimensions


def _write(sheet: Any, line: int, values: list[Any]) -> None:
    for column, value in enumerate(values, 1):
        cell: Cell = sheet.cell(line, column)
        if isinstance(value, str):
            cell.value = ILLEGAL_CHARACTERS_RE.sub("", value)
            cell.data_type = "s"  # «=SUM(A1)» stays the six letters somebody typed
            cell.quotePrefix = True  # also when the cell is edited in Excel
            cell.alignment = Alignment(wrap_text=True, vertical="top")
        else:
            cell.value = value
            cell.alignment = Alignment(vertical="top")
            if hasattr(value, "isoformat"):
                cell.number_format = "DD.MM.YYYY"
