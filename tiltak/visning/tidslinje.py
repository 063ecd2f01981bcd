"""What happened to a tiltak, newest first: what, who, when. A fixed number of queries."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from felles.dato import talldato

from ..choices import Status
from ..lesing.bevis import Bevis
from ..models import Ansvar, Milepael, Statusrapport, Tiltak
from .forskjell import verdi
from .innholdsendring import hendelser
from .koblinger import koblinger

FULGTE_FELT = ("tittel", "sammendrag", "ordlyd", "type", "fristar")


@dataclass
class Innslag:
    """One entry, in the form of the component `tidslinje`."""

    ikon: str
    tittel: str
    tid: datetime
    hvem: str
    tekst: str = ""
    lenker: Sequence[dict[str, str]] = ()


def tidslinje(
    tiltak: Tiltak, rapporter: Sequence[Statusrapport], bevis: Mapping[Any, Sequence[Bevis]]
) -> list[Innslag]:
    """Reports (oldest first) and what they rest on, changes of the tiltak itself, milestones made, moved, reached."""
    found = [*_reports(rapporter, bevis), *_reviews(rapporter), *_handovers(tiltak), *_changes(tiltak)]
    found += [*_links(tiltak), *_milestones(tiltak), *_content(tiltak)]
    return sorted(found, key=lambda innslag: innslag.tid, reverse=True)


def _reports(rows: Sequence[Statusrapport], bevis: Mapping[Any, Sequence[Bevis]]) -> Iterator[Innslag]:
    former: Statusrapport | None = None
    for row in rows:
        title, text = _report_title(row, former), _report_text(row, former)
        links = [{"navn": one.tekst, "url": one.url} for one in bevis.get(row.pk, ())]
        yield Innslag("FileText", title, row.tid, str(row.rapportert_av), text, links)
        former = row


def _reviews(rows: Sequence[Statusrapport]) -> Iterator[Innslag]:
    """What was said to the reports. No query where they were read with `vurdering__av`."""
    for row in rows:
        if row.krever and hasattr(row, "vurdering"):
            said = row.vurdering
            icon = "Leave" if row.er_sendt_tilbake else "Checkmark"
            title = _("Status for %(ar)s: %(utfall)s") % {"ar": row.ar, "utfall": said.get_utfall_display().lower()}
            yield Innslag(icon, title, said.tid, str(said.av), said.kommentar)


def _handovers(tiltak: Tiltak) -> Iterator[Innslag]:
    """Responsibility that changed hands, from the history: it knows who wrote it."""
    rows = Ansvar.history.filter(tiltak=tiltak.pk, history_type="+", etter__isnull=False)
    for row in rows.select_related("history_user", "etter"):
        title = _("Ansvaret er overført fra %(fra)s til %(til)s") % {"fra": row.etter, "til": row.instance}
        text = _from_to(_("Fra"), None, row.fra) + f"\n{row.grunn}"
        yield Innslag("ArrowRight", title, row.history_date, _who(row), text)


def _report_title(row: Statusrapport, former: Statusrapport | None) -> str:
    now = row.get_status_display()
    if former and former.status != row.status:
        return _("Status for %(ar)s: fra «%(fra)s» til «%(til)s»") % {
            "ar": row.ar,
            "fra": former.get_status_display(),
            "til": now,
        }
    return _("Status for %(ar)s: %(status)s") % {"ar": row.ar, "status": now}


def _report_text(row: Statusrapport, former: Statusrapport | None) -> str:
    """All of it the first time in a year; what changed when it supersedes."""
    supersedes = former is not None and former.ar == row.ar
    lines = []
    for name in ("gjort", "avvik", "neste_steg", "begrunnelse"):
        text = getattr(row, name)
        if text and not (supersedes and text == getattr(former, name)):
            lines.append(f"{row._meta.get_field(name).verbose_name.capitalize()}: {text}")  # type: ignore[union-attr]
    before = former.frist if supersedes and former else None
    if row.frist != before:
        lines.append(_from_to(_("Frist for neste steg"), before, row.frist))
    if row.rapporteres_ikke_videre:
        lines.append(
            _("Tiltaket anses som gjennomført og rapporteres ikke videre.")
            if row.status == Status.GJENNOMFORT
            else _("Tiltaket rapporteres ikke videre.")
        )
    return "\n".join(lines)


def _from_to(name: str, before: Any, after: Any) -> str:
    if not before:
        return f"{name}: {talldato(after)}"
    if not after:
        return _("%(navn)s: %(fra)s er tatt bort") % {"navn": name, "fra": talldato(before)}
    return _("%(navn)s: fra %(fra)s til %(til)s") % {"navn": name, "fra": talldato(before), "til": talldato(after)}


def _who(row: Any) -> str:
    return str(row.history_user) if row.history_user else _("Systemet")


def _pairs(rows: Iterable[Any]) -> Iterator[tuple[Any | None, Any]]:
    """Each state of a row with the one before it."""
    former: dict[Any, Any] = {}
    for row in rows:
        yield former.get(row.id), row
        former[row.id] = row


def _changes(tiltak: Tiltak) -> Iterator[Innslag]:
    rows = Tiltak.history.filter(id=tiltak.pk).select_related("history_user").order_by("history_date", "history_id")
    for before, after in _pairs(rows):
        if before is None:
            continue
        changed = [name for name in FULGTE_FELT if getattr(before, name) != getattr(after, name)]
        if changed == ["ordlyd"] and not before.ordlyd:
            yield Innslag("FileText", _("Ordlyden er hentet inn fra planen"), after.history_date, _who(after))
        elif changed:
            names = ", ".join(str(Tiltak._meta.get_field(name).verbose_name) for name in changed)  # type: ignore[union-attr]
            title = _("Endret: %(felt)s") % {"felt": names}
            yield Innslag("PencilLine", title, after.history_date, _who(after), _difference(before, after, changed))


def _links(tiltak: Tiltak) -> Iterator[Innslag]:
    """Principles and focus areas it was tied to or let go of."""
    for one in koblinger(tiltak=tiltak.pk)[tiltak.pk]:
        yield Innslag(one.ikon, one.tittel, one.tid, one.hvem)


def _difference(before: Any, after: Any, names: Iterable[str]) -> str:
    shown = (name for name in names if name != "ordlyd")
    pairs = ((verdi(before, name), verdi(after, name)) for name in shown)
    return "\n".join(
        f"«{then}» → «{now}»" if now else _("«%(tekst)s» er tatt bort") % {"tekst": then} for then, now in pairs
    )


def _content(tiltak: Tiltak) -> Iterator[Innslag]:
    """Activities, indicators and figures, decisions, links and documents."""
    for one in hendelser(tiltak=tiltak.pk)[tiltak.pk]:
        yield Innslag(one.ikon, one.tittel, one.tid, one.hvem, one.som_linjer)


def _milestones(tiltak: Tiltak) -> Iterator[Innslag]:
    rows = (
        Milepael.history.filter(tiltak=tiltak.pk).select_related("history_user").order_by("history_date", "history_id")
    )
    for before, after in _pairs(rows):
        values = {"tittel": after.tittel}
        if before is None:
            text = _from_to(_("Frist"), None, after.frist)
            yield Innslag("Calendar", _("Ny milepæl: %(tittel)s") % values, after.history_date, _who(after), text)
        elif after.nadd_dato and not before.nadd_dato:
            text = _from_to(_("Nådd"), None, after.nadd_dato)
            yield Innslag(
                "CheckmarkCircle", _("Milepæl nådd: %(tittel)s") % values, after.history_date, _who(after), text
            )
        else:
            parts = [_from_to(_("Frist"), before.frist, after.frist)] if before.frist != after.frist else []
            if before.nadd_dato != after.nadd_dato:
                parts.append(_from_to(_("Nådd"), before.nadd_dato, after.nadd_dato))
            if before.tittel != after.tittel:
                parts.append(f"«{before.tittel}» → «{after.tittel}»")
            title = _("Milepæl endret: %(tittel)s") % values
            yield Innslag("PencilLine", title, after.history_date, _who(after), "\n".join(parts))
