"""The list as a workbook: the same rows as the page with the same filter."""

from io import BytesIO
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from .choices import Ansvarsetikett, Status
from .models import Statusrapport
from .oversikt import Planstatus, Rad

MIMETYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
BREDDER = (6, 30, 50, 26, 46)


def arbeidsbok(status: Planstatus) -> bytes:
    """One sheet, head frozen, every text a text: what begins with = is not a formula."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None  # noqa: S101 - a new workbook has one
    sheet.title = _("Tiltak")
    reports = _reports(status)
    _write(sheet, 1, _head(status))
    line = 2
    for gruppe in status.grupper:
        for rad in gruppe.rader:
            _write(sheet, line, _values(rad, reports.get(rad.tiltak.pk)))
            line += 1
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    sheet.freeze_panes = "C2"
    sheet.auto_filter.ref = sheet.dimensions
    for nr, width in enumerate(BREDDER, 1):
        sheet.column_dimensions[get_column_letter(nr)].width = width
    for nr in range(len(BREDDER) + 1, sheet.max_column + 1):
        sheet.column_dimensions[get_column_letter(nr)].width = 40 if nr > sheet.max_column - 3 else 16
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _reports(status: Planstatus) -> dict[int, Statusrapport]:
    rows = Statusrapport.objects.gjeldende().filter(tiltak__plan=status.plan, ar=status.ar)
    return {row.tiltak_id: row for row in rows}


def _head(status: Planstatus) -> list[Any]:
    return [
        _("Nr."),
        _("Innsatsområde"),
        _("Tiltak"),
        _("Etikett i planen"),
        _("Ansvarlige, hovedansvarlig først"),
        *(str(ar) for ar in status.arene[:-1]),
        _("Status %(ar)s") % {"ar": status.ar},
        _("Neste frist"),
        _("Oppdatert"),
        _("Gjort i år"),
        _("Avvik"),
        _("Neste steg"),
    ]


def _label(status: str) -> str:
    return str(Status(status).label) if status else _("Ikke rapportert")


def _values(rad: Rad, rapport: Statusrapport | None) -> list[Any]:
    omrade = rad.tiltak.innsatsomrade
    return [
        rad.tiltak.nr,
        f"{omrade.nr}. {omrade.tittel}",
        rad.tiltak.tittel,
        str(Ansvarsetikett(rad.tiltak.ansvarsetikett).label),
        "; ".join(str(ansvar) for ansvar in rad.ansvar),
        *(_label(status) for status in rad.far),
        _label(rad.status),
        rad.frist,
        timezone.localtime(rad.oppdatert).date() if rad.oppdatert else None,
        rapport.gjort if rapport else "",
        rapport.avvik if rapport else "",
        rapport.neste_steg if rapport else "",
    ]


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
