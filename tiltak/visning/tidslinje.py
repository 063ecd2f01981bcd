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
from .forskjell import feltnavn, ledetekst, verdi
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


def _reports(rader: Sequence[Statusrapport], bevis: Mapping[Any, Sequence[Bevis]]) -> Iterator[Innslag]:
    former: Statusrapport | None = None
    for rad in rader:
        tittel, tekst = _report_title(rad, former), _report_text(rad, former)
        lenker = [{"navn": one.tekst, "url": one.url} for one in bevis.get(rad.pk, ())]
        yield Innslag("FileText", tittel, rad.tid, str(rad.rapportert_av), tekst, lenker)
        former = rad


def _reviews(rader: Sequence[Statusrapport]) -> Iterator[Innslag]:
    """What was said to the reports. No query where they were read with `vurdering__av`."""
    for rad in rader:
        if rad.krever and hasattr(rad, "vurdering"):
            said = rad.vurdering
            icon = "Leave" if rad.er_sendt_tilbake else "Checkmark"
            tittel = _("Status for %(ar)s: %(utfall)s") % {"ar": rad.ar, "utfall": said.get_utfall_display().lower()}
            yield Innslag(icon, tittel, said.tid, str(said.av), said.kommentar)


def _handovers(tiltak: Tiltak) -> Iterator[Innslag]:
    """Responsibility that changed hands, from the history: it knows who wrote it."""
    rader = Ansvar.history.filter(tiltak=tiltak.pk, history_type="+", etter__isnull=False)
    for rad in rader.select_related("history_user", "etter"):
        tittel = _("Ansvaret er overført fra %(fra)s til %(til)s") % {"fra": rad.etter, "til": rad.instance}
        tekst = _from_to(_("Fra"), None, rad.fra) + f"\n{rad.grunn}"
        yield Innslag("ArrowRight", tittel, rad.history_date, _who(rad), tekst)


def _report_title(rad: Statusrapport, former: Statusrapport | None) -> str:
    naa = rad.get_status_display()
    if former and former.status != rad.status:
        return _("Status for %(ar)s: fra «%(fra)s» til «%(til)s»") % {
            "ar": rad.ar,
            "fra": former.get_status_display(),
            "til": naa,
        }
    return _("Status for %(ar)s: %(status)s") % {"ar": rad.ar, "status": naa}


def _report_text(rad: Statusrapport, former: Statusrapport | None) -> str:
    """All of it the first time in a year; what changed when it supersedes."""
    supersedes = former is not None and former.ar == rad.ar
    linjer = []
    for navn in ("gjort", "avvik", "neste_steg", "begrunnelse"):
        tekst = getattr(rad, navn)
        if tekst and not (supersedes and tekst == getattr(former, navn)):
            linjer.append(f"{ledetekst(rad, navn)}: {tekst}")
    before = former.frist if supersedes and former else None
    if rad.frist != before:
        linjer.append(_from_to(_("Frist for neste steg"), before, rad.frist))
    if rad.rapporteres_ikke_videre:
        linjer.append(
            _("Tiltaket anses som gjennomført og rapporteres ikke videre.")
            if rad.status == Status.GJENNOMFORT
            else _("Tiltaket rapporteres ikke videre.")
        )
    return "\n".join(linjer)


def _from_to(navn: str, before: Any, after: Any) -> str:
    if not before:
        return f"{navn}: {talldato(after)}"
    if not after:
        return _("%(navn)s: %(fra)s er tatt bort") % {"navn": navn, "fra": talldato(before)}
    return _("%(navn)s: fra %(fra)s til %(til)s") % {"navn": navn, "fra": talldato(before), "til": talldato(after)}


def _who(rad: Any) -> str:
    return str(rad.history_user) if rad.history_user else _("Systemet")


def _pairs(rader: Iterable[Any]) -> Iterator[tuple[Any | None, Any]]:
    """Each state of a row with the one before it."""
    former: dict[Any, Any] = {}
    for rad in rader:
        yield former.get(rad.id), rad
        former[rad.id] = rad


def _changes(tiltak: Tiltak) -> Iterator[Innslag]:
    rader = Tiltak.history.filter(id=tiltak.pk).select_related("history_user").order_by("history_date", "history_id")
    for before, after in _pairs(rader):
        if before is None:
            continue
        changed = [navn for navn in FULGTE_FELT if getattr(before, navn) != getattr(after, navn)]
        if changed == ["ordlyd"] and not before.ordlyd:
            yield Innslag("FileText", _("Ordlyden er hentet inn fra planen"), after.history_date, _who(after))
        elif changed:
            names = ", ".join(feltnavn(Tiltak, navn) for navn in changed)
            tittel = _("Endret: %(felt)s") % {"felt": names}
            yield Innslag("PencilLine", tittel, after.history_date, _who(after), _difference(before, after, changed))


def _links(tiltak: Tiltak) -> Iterator[Innslag]:
    """Principles and focus areas it was tied to or let go of."""
    for one in koblinger(tiltak=tiltak.pk)[tiltak.pk]:
        yield Innslag(one.ikon, one.tittel, one.tid, one.hvem)


def _difference(before: Any, after: Any, names: Iterable[str]) -> str:
    shown = (navn for navn in names if navn != "ordlyd")
    pairs = ((verdi(before, navn), verdi(after, navn)) for navn in shown)
    return "\n".join(
        f"«{then}» → «{naa}»" if naa else _("«%(tekst)s» er tatt bort") % {"tekst": then} for then, naa in pairs
    )


def _content(tiltak: Tiltak) -> Iterator[Innslag]:
    """Activities, indicators and figures, decisions, links and documents."""
    for one in hendelser(tiltak=tiltak.pk)[tiltak.pk]:
        yield Innslag(one.ikon, one.tittel, one.tid, one.hvem, one.som_linjer)


def _milestones(tiltak: Tiltak) -> Iterator[Innslag]:
    rader = (
        Milepael.history.filter(tiltak=tiltak.pk).select_related("history_user").order_by("history_date", "history_id")
    )
    for before, after in _pairs(rader):
        verdier = {"tittel": after.tittel}
        if before is None:
            tekst = _from_to(_("Frist"), None, after.frist)
            yield Innslag("Calendar", _("Ny milepæl: %(tittel)s") % verdier, after.history_date, _who(after), tekst)
        elif after.nadd_dato and not before.nadd_dato:
            tekst = _from_to(_("Nådd"), None, after.nadd_dato)
            yield Innslag(
                "CheckmarkCircle", _("Milepæl nådd: %(tittel)s") % verdier, after.history_date, _who(after), tekst
            )
        else:
            parts = [_from_to(_("Frist"), before.frist, after.frist)] if before.frist != after.frist else []
            if before.nadd_dato != after.nadd_dato:
                parts.append(_from_to(_("Nådd"), before.nadd_dato, after.nadd_dato))
            if before.tittel != after.tittel:
                parts.append(f"«{before.tittel}» → «{after.tittel}»")
            tittel = _("Milepæl endret: %(tittel)s") % verdier
            yield Innslag("PencilLine", tittel, after.history_date, _who(after), "\n".join(parts))
