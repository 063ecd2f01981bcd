"""What happened to what lies under a tiltak, read from the history that a trigger writes; figures say so themselves.

What was taken away had been put there by mistake: that it happened is told, never what it was. Six queries, whatever
the number of tiltak and years."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from felles.dato import talldato
from felles.diagram import tall_som_tekst
from felles.skjerming import Skjult

from ..models import Aktivitet, Indikator, Lenke, Maling, Vedlegg, Vedtak
from .forskjell import Tekstforskjell, deler, ledetekst


@dataclass(frozen=True)
class Endringsslag:
    """A kind of content: where it stands on the page, what it is called by, and which fields are followed."""

    modell: Any
    overskrift: str | Promise
    ikon: str
    ny: str | Promise
    endret: str | Promise
    tatt_bort: str | Promise
    felt: tuple[str, ...]

    @property
    def tittelfelt(self) -> str:
        return self.felt[0]


SLAG = (
    Endringsslag(
        Aktivitet,
        gettext_lazy("Aktiviteter"),
        "Calendar",
        gettext_lazy("Ny aktivitet: %(tittel)s"),
        gettext_lazy("Aktivitet endret: %(tittel)s"),
        gettext_lazy("En aktivitet er tatt bort"),
        ("tittel", "dato", "status", "antall", "revisjon", "notat", "adresse"),
    ),
    Endringsslag(
        Indikator,
        gettext_lazy("Indikatorer"),
        "BarChart",
        gettext_lazy("Ny indikator: %(tittel)s"),
        gettext_lazy("Indikator endret: %(tittel)s"),
        gettext_lazy("En indikator er tatt bort"),
        ("navn", "definisjon", "enhet", "kilde", "maltall", "mal_ar"),
    ),
    Endringsslag(
        Vedtak,
        gettext_lazy("Vedtak"),
        "FileText",
        gettext_lazy("Nytt vedtak: %(tittel)s"),
        gettext_lazy("Vedtak endret: %(tittel)s"),
        gettext_lazy("Et vedtak er tatt bort"),
        ("gjelder", "organ", "dato", "saksnummer", "merknad"),
    ),
    Endringsslag(
        Lenke,
        gettext_lazy("Dokumenter og lenker"),
        "Paperclip",
        gettext_lazy("Ny lenke: %(tittel)s"),
        gettext_lazy("Lenke endret: %(tittel)s"),
        gettext_lazy("En lenke er tatt bort"),
        ("tittel", "adresse", "dato", "nasjonal_nr"),
    ),
    Endringsslag(
        Vedlegg,
        gettext_lazy("Dokumenter og lenker"),
        "Paperclip",
        gettext_lazy("Nytt dokument: %(tittel)s"),
        gettext_lazy("Dokument endret: %(tittel)s"),
        gettext_lazy("Et dokument er tatt bort"),
        ("tittel", "dato"),
    ),
)


@dataclass
class Innholdshendelse:
    """One thing that came, changed or went away: what, when, who, and the words that differ."""

    overskrift: str
    tittel: str
    tid: datetime
    hvem: str
    ikon: str = ""
    tekster: list[Tekstforskjell] = field(default_factory=list)

    @property
    def som_linjer(self) -> str:
        """The changes as plain lines: «Notat: «før» → «etter»»; what is only told, as it is."""
        linjer = []
        for tekst in self.tekster:
            old = " ".join(part for slag, part in tekst.deler if slag != "bare_ditt")
            new = " ".join(part for slag, part in tekst.deler if slag != "bare_lagret")
            linjer.append(f"{tekst.navn}: «{old}» → «{new}»" if old not in ("", new) else f"{tekst.navn}: {new}")
        return "\n".join(linjer)


def hendelser(
    *, etter: datetime | None = None, til: datetime | None = None, **hvilke: Any
) -> dict[int, list[Innholdshendelse]]:
    """By tiltak, the oldest first. Between two moments: what stood at the first against the last. Else every step.

    `hvilke` says which tiltak: `tiltak=…` or `tiltak__plan=…`."""
    found: dict[int, list[Innholdshendelse]] = defaultdict(list)
    for slag in SLAG:
        rader: dict[Any, list[Any]] = defaultdict(list)
        historikk = slag.modell.history.filter(**hvilke, tiltak__isnull=False).select_related("history_user")
        for row in historikk.order_by("history_date", "history_id"):
            rader[row.id].append(row)
        for steps in rader.values():
            told = _mellom(slag, steps, etter, til) if etter and til else _alle(slag, steps)
            found[steps[-1].tiltak_id] += told
    for tiltak_id, figure in _figures(hvilke, etter, til):
        found[tiltak_id].append(figure)
    for rad in found.values():
        rad.sort(key=lambda one: one.tid)
    return found


def _mellom(slag: Endringsslag, steps: Sequence[Any], etter: datetime, til: datetime) -> Iterator[Innholdshendelse]:
    before = [rad for rad in steps if rad.history_date <= etter]
    within = [rad for rad in steps if etter < rad.history_date <= til]
    if within:
        yield from _steg(slag, before[-1] if before else None, within[-1], borte=steps[-1].tatt_bort)


def _alle(slag: Endringsslag, steps: Sequence[Any]) -> Iterator[Innholdshendelse]:
    for before, after in zip([None, *steps], steps, strict=False):
        yield from _steg(slag, before, after, borte=steps[-1].tatt_bort)


def _steg(slag: Endringsslag, old: Any, new: Any, *, borte: bool) -> Iterator[Innholdshendelse]:
    """From one state to another. `borte`: it is gone now, so that nothing of it is repeated."""
    common = {"overskrift": str(slag.overskrift), "tid": new.history_date, "ikon": slag.ikon}
    who = str(new.history_user) if new.history_user else _("Systemet")
    tittel = {"tittel": getattr(new, slag.tittelfelt)}
    if borte:
        if new.tatt_bort and old is not None and not old.tatt_bort:
            yield Innholdshendelse(tittel=str(slag.tatt_bort), hvem=who, **common)
    elif old is None:
        dag = verdi(new, "dato") if "dato" in slag.felt else ""
        what = [Tekstforskjell(_("Dato"), [("lik", dag)])] if dag else []
        yield Innholdshendelse(tittel=str(slag.ny) % tittel, hvem=who, tekster=what, **common)
    elif tekster := _forskjeller(slag, old, new):
        yield Innholdshendelse(tittel=str(slag.endret) % tittel, hvem=who, tekster=tekster, **common)


def _forskjeller(slag: Endringsslag, old: Any, new: Any) -> list[Tekstforskjell]:
    pairs = ((navn, verdi(old, navn), verdi(new, navn)) for navn in slag.felt)
    return [Tekstforskjell(ledetekst(slag.modell, navn), deler(then, naa)) for navn, then, naa in pairs if then != naa]


def verdi(row: Any, name: str) -> str:
    """A field's value in words."""
    if name == "antall" and row.under_fem:
        return str(tall_som_tekst(Skjult.UNDER))
    value = getattr(row, name)
    if name == "status":
        return str(row.get_status_display())
    if isinstance(value, date):
        return talldato(value)
    return "" if value is None else str(value)


def _figures(
    hvilke: dict[str, Any], etter: datetime | None, til: datetime | None
) -> Iterator[tuple[int, Innholdshendelse]]:
    """Figures are a chain: a correction says which it supersedes."""
    rader = Maling.objects.filter(**{f"indikator__{navn}": value for navn, value in hvilke.items()})
    by_id: dict[UUID | None, Maling] = {
        rad.pk: rad for rad in rader.select_related("indikator", "registrert_av").order_by("tid", "pk")
    }
    for rad in by_id.values():
        if rad.indikator.tatt_bort or (etter and til and not etter < rad.tid <= til):
            continue
        verdier = {"ar": rad.ar, "navn": rad.indikator.navn}
        old = by_id.get(rad.erstatter_id)
        tittel = (_("Tallet for %(ar)s er rettet: %(navn)s") if old else _("Nytt tall for %(ar)s: %(navn)s")) % verdier
        naa = f"{tall_som_tekst(rad.vist)} {rad.indikator.enhet}"
        parts = deler(f"{tall_som_tekst(old.vist)} {rad.indikator.enhet}", naa) if old else [("lik", naa)]
        tekster = [Tekstforskjell(_("Tall"), parts)]
        if rad.merknad:
            tekster.append(Tekstforskjell(_("Merknad"), [("lik", rad.merknad)]))
        who = str(rad.registrert_av)
        yield rad.indikator.tiltak_id, Innholdshendelse(_("Indikatorer"), tittel, rad.tid, who, "BarChart", tekster)
