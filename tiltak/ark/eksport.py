"""The list as a workbook or as CSV: the same rows as the page with the same filter.

The workbook can be filled in and sent back (services/arkimport.py): a hidden sheet says which municipality, edition and
year it is of, and for each row how often it had been written and what stood there."""

import csv
from collections import Counter
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
from ..visning.oversikt import Planstatus
from ..visning.utvalg import Tiltaksrad
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
    ULEST,
    avtrykk,
    merke,
    segl,
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
    rapporter = _reports(status)
    rader = [rad for gruppe in status.grupper for rad in gruppe.rader]
    felt = {rad.tiltak.nr: _felt(rad, rapporter.get(rad.tiltak.pk)) for rad in rader}
    return Arktabell(_head(status), [_values(rad, felt[rad.tiltak.nr]) for rad in rader], felt)


def arbeidsbok(status: Planstatus) -> bytes:
    """Heads frozen, every text a text: what begins with = is not a formula."""
    table = tabell(status)
    book = Workbook()
    ark = book.active
    assert ark is not None  # noqa: S101 - a new workbook has one
    _fill(ark, str(ARK_TILTAK), table.hode, table.rader)
    ark.freeze_panes = "C2"
    for nr in range(1, ark.max_column + 1):
        wide = 40 if nr > ark.max_column - TEKSTKOLONNER else 16
        ark.column_dimensions[get_column_letter(nr)].width = BREDDER[nr - 1] if nr <= len(BREDDER) else wide
    milepaeler = _milestones(status)
    _fill(book.create_sheet(), str(ARK_MILEPAELER), [str(navn) for navn in MILEPAEL.values()], milepaeler)
    _format_milestones(book.worksheets[1])
    _about(book.create_sheet(), status, table, milepaeler)
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
    for rad in table.rader:
        writer.writerow([_csv(verdi) for verdi in rad])
    return "\ufeff".encode() + out.getvalue().encode()


def _csv(verdi: Any) -> str:
    if verdi is None:
        return ""
    if hasattr(verdi, "isoformat"):
        return f"{verdi:%d.%m.%Y}"
    tekst = ILLEGAL_CHARACTERS_RE.sub("", str(verdi))
    return f"'{tekst}" if isinstance(verdi, str) and tekst.startswith(FORMELTEGN) else tekst


def _reports(status: Planstatus) -> dict[int, Statusrapport]:
    rader = Statusrapport.objects.gjeldende().filter(tiltak__plan=status.plan, ar=status.ar)
    return {rad.tiltak_id: rad for rad in rader}


def _head(status: Planstatus) -> list[str]:
    ulest = {navn: str(tittel) for navn, (tittel, _where) in ULEST.items()}
    return [
        str(TILTAK["nr"]),
        *(ulest[navn] for navn in ("omrade", "tittel", "etikett", "ansvarlige")),
        *(ulest["far"] % {"ar": ar} for ar in status.arene[:-1]),
        str(STATUS_HODE) % {"ar": status.ar},
        *(ulest[navn] for navn in ("neste_frist", "oppdatert")),
        *(str(TILTAK[navn]) for navn in STATUSFELT[1:]),
    ]


def _label(status: str) -> str:
    return str(Status(status).label) if status else _("Ikke rapportert")


def _felt(rad: Tiltaksrad, rapport: Statusrapport | None) -> dict[str, Any]:
    """What can be filled in, as it stands: the status holds until another is told, the texts belong to the year."""
    tekster = {navn: _ren(getattr(rapport, navn)) if rapport else "" for navn in STATUSFELT if navn != "frist"}
    return tekster | {"status": _label(rad.status), "frist": rapport.frist if rapport else None}


def _ren(tekst: str) -> str:
    return ILLEGAL_CHARACTERS_RE.sub("", tekst)


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
        *(felt[navn] for navn in STATUSFELT[1:]),
    ]


def _milestones(status: Planstatus) -> list[list[Any]]:
    shown = {rad.tiltak.pk: rad.tiltak.nr for gruppe in status.grupper for rad in gruppe.rader}
    rader = Milepael.objects.filter(tiltak__in=shown).order_by("tiltak__nr", "frist", "pk")
    return [[shown[m.tiltak_id], _ren(m.tittel), m.frist, m.nadd_dato, str(m.pk)] for m in rader]


def _format_milestones(ark: Any) -> None:
    for kolonne, width in zip("ABCD", (8, 60, 14, 14), strict=True):
        ark.column_dimensions[kolonne].width = width
    ark.column_dimensions["E"].hidden = True
    ark.freeze_panes = "A2"


def _about(ark: Any, status: Planstatus, table: Arktabell, milepaeler: list[list[Any]]) -> None:
    """The hidden sheet. Not secret, and nobody is trusted for what stands in it: it only tells what was seen."""
    ark.title = str(ARK_OM)
    ark.sheet_state = "hidden"
    told: Counter[int] = Counter()
    numre = {rad.tiltak.pk: rad.tiltak.nr for rad in status.rader}
    counts = Statusrapport.objects.filter(tiltak__in=numre, ar=status.ar).order_by().values_list("tiltak")
    for pk, antall in counts.annotate(Count("pk")):
        told[numre[pk]] = antall
    historikk = Milepael.history.filter(tiltak__in=numre).order_by().values_list("id").annotate(Count("pk"))
    written = {str(pk): antall for pk, antall in historikk}
    shown = _unread(status, table.hode)
    rader: list[list[Any]] = [
        [FORMAT, settings.KOMMUNE, status.plan.utgave, status.ar, f"{timezone.localtime(na()):%d.%m.%Y %H.%M}"],
        ["vist", "", 0, "", *(navn for navn, _nr in shown)],
        *(["vist", row[0], 0, "", *(merke(row[nr]) for _navn, nr in shown)] for row in table.rader),
        *(["tiltak", nr, told[nr], avtrykk(felt[navn] for navn in STATUSFELT)] for nr, felt in table.felt.items()),
        *(["milepael", row[4], written.get(row[4], 0), avtrykk(row[: len(MILEPAELFELT)])] for row in milepaeler),
    ]
    rader[0].append(segl(rader))
    for linje, verdier in enumerate(rader, 1):
        _write(ark, linje, verdier)


def _unread(status: Planstatus, head: list[str]) -> list[tuple[str, int]]:
    """The columns that are shown only, each with its place."""
    read = {*map(str, TILTAK.values()), str(STATUS_HODE) % {"ar": status.ar}}
    return [(navn, nr) for nr, navn in enumerate(head) if navn not in read]


def _fill(ark: Any, tittel: str, head: list[str], rader: list[list[Any]]) -> None:
    ark.title = tittel
    for linje, verdier in enumerate([head, *rader], 1):
        _write(ark, linje, verdier)
    for celle in ark[1]:
        celle.font = Font(bold=True)
    ark.auto_filter.ref = ark.dimensions


def _write(ark: Any, linje: int, verdier: list[Any]) -> None:
    for kolonne, verdi in enumerate(verdier, 1):
        celle: Cell = ark.cell(linje, kolonne)
        if isinstance(verdi, str):
            celle.value = ILLEGAL_CHARACTERS_RE.sub("", verdi)
            celle.data_type = "s"  # «=SUM(A1)» stays the six letters somebody typed
            celle.quotePrefix = True  # also when the cell is edited in Excel
            celle.alignment = Alignment(wrap_text=True, vertical="top")
        else:
            celle.value = verdi
            celle.alignment = Alignment(vertical="top")
            if hasattr(verdi, "isoformat"):
                celle.number_format = "DD.MM.YYYY"
