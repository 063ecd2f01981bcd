"""What changed in the plan between two dates: status, words, milestones, who answers, what lies there; by whom.

Reports are a chain and say so themselves; the rest is read from the history that a trigger writes. A fixed number of
queries, whatever the number of tiltak, reports and years."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from brukere.models import Bruker
from felles.dato import midnatt, talldato
from felles.tid import idag, na

from ..choices import Status
from ..models import Ansvar, Innsatsomrade, Milepael, Plan, Statusrapport, Tiltak
from .forskjell import Tekstforskjell, deler, ledetekst, verdi
from .innholdsendring import Innholdshendelse, hendelser
from .koblinger import koblinger

RAPPORTFELT = ("gjort", "avvik", "neste_steg", "begrunnelse")
PLANFELT = ("tittel", "sammendrag", "type", "ordlyd", "fristar")


@dataclass
class Planhendelse:
    """Something that happened to a milestone or a responsible party."""

    tekst: str
    tid: datetime | date
    hvem: str = ""


@dataclass
class Endring:
    """Everything that changed in one tiltak."""

    tiltak: Tiltak
    status_for: str = ""
    status_na: str = ""
    tekster: list[Tekstforskjell] = field(default_factory=list)
    milepaeler: list[Planhendelse] = field(default_factory=list)
    ansvar: list[Planhendelse] = field(default_factory=list)
    innhold: list[Innholdshendelse] = field(default_factory=list)
    meldinger: list[Statusrapport] = field(default_factory=list)

    @property
    def ny_status(self) -> bool:
        return self.status_for != self.status_na

    @property
    def er_endret(self) -> bool:
        told = self.tekster or self.milepaeler or self.ansvar or self.innhold or self.meldinger
        return bool(self.ny_status or told)

    @property
    def innholdsgrupper(self) -> dict[str, list[Innholdshendelse]]:
        """What lies under the tiltak, heading by heading as on its page."""
        found: dict[str, list[Innholdshendelse]] = defaultdict(list)
        for one in sorted(self.innhold, key=lambda one: one.overskrift):
            found[one.overskrift].append(one)
        return dict(found)

    @property
    def siste(self) -> Statusrapport | None:
        """The last report in the period: who told, and when."""
        return self.meldinger[-1] if self.meldinger else None


@dataclass
class Endringsgruppe:
    omrade: Innsatsomrade
    endringer: list[Endring]


@dataclass
class Endringer:
    """The whole answer."""

    fra: date
    til: date
    alle: list[Endring]

    @property
    def endret(self) -> list[Endring]:
        return [endring for endring in self.alle if endring.er_endret]

    @property
    def uendret(self) -> list[Tiltak]:
        return [endring.tiltak for endring in self.alle if not endring.er_endret]

    @property
    def grupper(self) -> list[Endringsgruppe]:
        found: dict[int, Endringsgruppe] = {}
        for endring in self.endret:
            omrade = endring.tiltak.innsatsomrade
            found.setdefault(omrade.pk, Endringsgruppe(omrade, [])).endringer.append(endring)
        return list(found.values())

    @property
    def tall(self) -> list[tuple[str, int]]:
        """In how many tiltak each kind of thing changed, where any did."""
        counts = [
            (_("med ny status"), sum(e.ny_status for e in self.endret)),
            (_("med nye eller endrede tekster"), sum(bool(e.tekster) for e in self.endret)),
            (_("med endrede milepæler"), sum(bool(e.milepaeler) for e in self.endret)),
            (_("med nye ansvarlige"), sum(bool(e.ansvar) for e in self.endret)),
            (_("med nytt eller endret innhold"), sum(bool(e.innhold) for e in self.endret)),
        ]
        return [(what, antall) for what, antall in counts if antall]


def slutten(dag: date) -> datetime:
    """The last moment of a day where the municipality lies."""
    return midnatt(dag + timedelta(days=1)) - timedelta(microseconds=1)


def forvalgt() -> tuple[date, date]:
    """Since last year ended, until now."""
    today = idag()
    return date(today.year - 1, 12, 31), today


def endringer(user: Bruker, plan: Plan, *, fra: date, til: date) -> Endringer:
    """From the end of one day to the end of another, for everybody who reads the plan."""
    after, until = slutten(fra), slutten(til)
    rapporter = _by_tiltak(
        Statusrapport.objects.filter(tiltak__plan=plan, tid__lte=until)
        .select_related("rapportert_av")
        .order_by("ar", "tid", "pk")
    )
    tekster = _by_tiltak(_history(Tiltak, until).filter(plan=plan.pk), key="id")
    milepaeler = _by_tiltak(_history(Milepael, until).filter(tiltak__plan=plan))
    parter = _parties(plan, fra, til)
    content = hendelser(etter=after, til=until, tiltak__plan=plan)
    for pk, lenker in koblinger(etter=after, til=until, tiltak__plan=plan).items():
        content[pk] = [*content[pk], *lenker]
    return Endringer(
        fra,
        til,
        [
            _endring(
                rad, after, rapporter[rad.pk], tekster[rad.pk], milepaeler[rad.pk], parter[rad.pk], content[rad.pk]
            )
            for rad in Tiltak.objects.visible_to(user).filter(plan=plan).i_rekkefolge()
        ],
    )


def _history(model: Any, until: datetime) -> Any:
    rader = model.history.filter(history_date__lte=until).select_related("history_user")
    return rader.order_by("history_date", "history_id")


def _by_tiltak(rader: Iterable[Any], key: str = "tiltak_id") -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = defaultdict(list)
    for rad in rader:
        found[getattr(rad, key)].append(rad)
    return found


def _endring(
    tiltak: Tiltak,
    after: datetime,
    rapporter: Sequence[Statusrapport],
    tekster: Sequence[Any],
    milepaeler: Sequence[Any],
    parter: list[Planhendelse],
    content: list[Innholdshendelse],
) -> Endring:
    before = [rapport for rapport in rapporter if rapport.tid <= after]
    then, naa = (before[-1] if before else None), (rapporter[-1] if rapporter else None)
    return Endring(
        tiltak=tiltak,
        status_for=then.status if then else Status.IKKE_STARTET,
        status_na=naa.status if naa else Status.IKKE_STARTET,
        tekster=[*_report_texts(then, naa), *_plan_texts(tekster, after)],
        milepaeler=_milestones(milepaeler, after),
        ansvar=parter,
        innhold=content,
        meldinger=sorted((r for r in rapporter if r.tid > after), key=lambda rapport: rapport.tid),
    )


# --- Words ---------------------------------------------------------------------------------------------------------
def _report_texts(then: Statusrapport | None, naa: Statusrapport | None) -> list[Tekstforskjell]:
    """Last year's answer and this year's are two answers; both are shown, and what they share is not marked."""
    found = []
    for navn in RAPPORTFELT:
        old, new = getattr(then, navn, ""), getattr(naa, navn, "")
        if old != new:
            found.append(Tekstforskjell(ledetekst(Statusrapport, navn), deler(old, new)))
    old_date, new_date = getattr(then, "frist", None), getattr(naa, "frist", None)
    if old_date != new_date:
        found.append(Tekstforskjell(ledetekst(Statusrapport, "frist"), deler(talldato(old_date), talldato(new_date))))
    return found


def _plan_texts(historikk: Sequence[Any], after: datetime) -> list[Tekstforskjell]:
    """The tiltak's own words. What stood when it was first registered is where it begins, not a change."""
    if not historikk:
        return []
    then = [rad for rad in historikk if rad.history_date <= after][-1:] or historikk[:1]
    pairs = ((navn, verdi(then[0], navn), verdi(historikk[-1], navn)) for navn in PLANFELT)
    return [Tekstforskjell(ledetekst(Tiltak, navn), deler(old, new)) for navn, old, new in pairs if old != new]


# --- Milestones and parties -------------------------------------------------------------------------------------------
def _milestones(historikk: Sequence[Any], after: datetime) -> list[Planhendelse]:
    """One line for each milestone: what it was when the period began, against what it is now."""
    by_id: dict[Any, list[Any]] = defaultdict(list)
    for rad in historikk:
        by_id[rad.id].append(rad)
    found = []
    for rader in by_id.values():
        before, last = [rad for rad in rader if rad.history_date <= after], rader[-1]
        if last.history_date > after and (tekst := _milestone(before[-1] if before else None, last)):
            found.append(Planhendelse(tekst, last.history_date, str(last.history_user or "")))
    return sorted(found, key=lambda hendelse: hendelse.tid)


def _milestone(old: Any, new: Any) -> str:
    ordene = {"tittel": new.tittel, "frist": talldato(new.frist), "nadd": talldato(new.nadd_dato)}
    if new.nadd_dato and not (old and old.nadd_dato):
        return _("Nådd %(nadd)s: %(tittel)s") % ordene
    if old is None:
        return _("Ny, frist %(frist)s: %(tittel)s") % ordene
    changes = []
    if old.frist != new.frist:
        changes.append(_("frist fra %(fra)s til %(frist)s") % (ordene | {"fra": talldato(old.frist)}))
    if old.nadd_dato and not new.nadd_dato:
        changes.append(_("ikke nådd likevel"))
    if old.tittel != new.tittel:
        changes.append(_("het «%(tittel)s»") % {"tittel": old.tittel})
    return f"{new.tittel}: {', '.join(changes)}" if changes else ""


def _parties(plan: Plan, fra: date, til: date) -> dict[int, list[Planhendelse]]:
    """Responsibility is handed over as dated events: what began and what ended in the period."""
    found: dict[int, list[Planhendelse]] = defaultdict(list)
    rader = list(
        Ansvar.objects.filter(tiltak__plan=plan)
        .filter(Q(fra__gt=fra, fra__lte=til) | Q(til__gt=fra, til__lte=til))
        .order_by("rekkefolge", "pk")
    )
    if not rader:
        return found
    who = {h.id: str(h.history_user or "") for h in _history(Ansvar, na()).filter(id__in=[rad.pk for rad in rader])}
    for rad in rader:
        verdier = {"part": rad, "rolle": rad.get_rolle_display()}
        if rad.til and fra < rad.til <= til:
            found[rad.tiltak_id].append(
                Planhendelse(_("%(part)s er ikke lenger %(rolle)s") % verdier, rad.til, who[rad.pk])
            )
        if rad.fra and fra < rad.fra <= til:
            found[rad.tiltak_id].append(Planhendelse(_("%(part)s er ny %(rolle)s") % verdier, rad.fra, who[rad.pk]))
    return found
