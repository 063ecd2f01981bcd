"""How the plan stands: one reading for the list, the start page, the export and what waits on a person.

A fixed number of queries, whatever the number of tiltak and reports."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import Any

from django.contrib.postgres.aggregates import ArrayAgg
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from brukere.models import Bruker
from felles.dato import aret_for, midnatt
from felles.gjoremal import Gjoremal, sorter
from felles.tid import idag, na

from ..choices import FERDIG, Status
from ..forms.rapportering import TiltakFilter
from ..lesing.rapporter import Rapporter
from ..models import Ansvar, Milepael, Plan, Statusrapport, Statusrunde, Tiltak
from ..policy import can_rapportere_alle
from .utvalg import Gruppe, Tiltaksrad, ansvarlige, brikker, grupper, i_adressen, passer

ANTALL_AR = 4
GODE = (Status.I_RUTE, Status.GJENNOMFORT)
PURRES_FRA = 10  # October


@dataclass
class Frist:
    """A deadline ahead."""

    dato: date
    tittel: str
    tiltak: Tiltak


@dataclass
class Planstatus:
    """Everything the status card and the matrix show. `rader` are all tiltak, `grupper` those the filter lets by."""

    plan: Plan
    ar: int
    arene: list[int]
    rader: list[Tiltaksrad]
    grupper: list[Gruppe]
    skjema: TiltakFilter
    brikker: list[dict[str, str]]
    sporring: str
    i_fjor: int | None
    dag: date | None
    frister: list[Frist]

    @property
    def statuser(self) -> list[str]:
        return [rad.status for rad in self.rader]

    @property
    def antall(self) -> Counter[str]:
        return Counter(self.statuser)

    @property
    def i_alt(self) -> int:
        return len(self.rader)

    @property
    def gode(self) -> int:
        return sum(status in GODE for status in self.statuser)

    @property
    def svar(self) -> int:
        """Tiltak that have told their status this year, or need not."""
        return sum(rad.har_svar for rad in self.rader)

    @property
    def treff(self) -> int:
        return len({rad.tiltak.pk for gruppe in self.grupper for rad in gruppe.rader})

    @cached_property
    def rapportfrist(self) -> date | None:
        """The deadline of the round under way about the year; none before somebody has set one (beslutninger 59)."""
        runde: Statusrunde | None = Statusrunde.objects.apne().filter(ar=self.ar).first()
        return runde.frist if runde else None

    @property
    def kan_rapportere(self) -> bool:
        return any(rad.kan_rapporteres for rad in self.rader)

    @property
    def eksportsporring(self) -> str:
        """The address of the same rows as Excel."""
        utgave = "" if self.plan.er_gjeldende else f"utgave={self.plan.utgave}"
        return "&".join(part for part in (self.sporring, utgave) if part)

    @property
    def for_sent(self) -> list[Tiltaksrad]:
        """Late tiltak, the latest first."""
        return sorted((r for r in self.rader if r.over_frist and not r.er_ferdig), key=lambda r: r.frist or date.max)


def planstatus(
    user: Bruker | None,
    ar: int | None = None,
    valg: Mapping[str, Any] | None = None,
    *,
    plan: Plan | None = None,
    historisk: bool = False,
) -> Planstatus:
    """The plan as it stands for this user, or for all alike: `valg` is request.GET, whose junk is left out.

    With `historisk`, `?dato=` gives the state as it was known at the end of that day."""
    chosen = TiltakFilter(valg or {}).valgt()
    dag = chosen.get("dato") if historisk else None
    year = dag.year if dag else ar or idag().year
    plan = plan or (Plan.objects.pa(dag) if dag else Plan.objects.gjeldende())
    until = midnatt(dag + timedelta(days=1)) if dag else None
    parter, rapporter, milepaeler = _parties(plan, dag), Rapporter(plan, til=until), _milestones(plan, until)
    seen = Tiltak.objects.visible_to(user) if user else Tiltak.objects.all()
    tiltak = list(seen.filter(plan=plan).defer("ordlyd").i_rekkefolge())
    mine = egne(user, plan, tiltak) if user and not dag else set()
    arene = list(range(year - ANTALL_AR + 1, year + 1))
    rader = [
        _row(one, parter[one.pk], rapporter, milepaeler[one.pk], arene, kan=one.pk in mine, dag=dag or idag())
        for one in tiltak
    ]
    skjema = TiltakFilter(valg or {}, ansvarlige=ansvarlige(rader))
    chosen = {navn: verdi for navn, verdi in skjema.valgt().items() if historisk or navn != "dato"}
    return Planstatus(
        plan=plan,
        ar=year,
        arene=arene,
        rader=rader,
        grupper=grupper([rad for rad in rader if passer(rad, chosen)], chosen.get("gruppe", "")),
        skjema=skjema,
        brikker=brikker(skjema, chosen),
        sporring=i_adressen(chosen),
        i_fjor=_last_year(rader, rapporter, until),
        dag=dag,
        frister=_ahead(rader, milepaeler),
    )


def egne(user: Bruker, plan: Plan, tiltak: Iterable[Tiltak]) -> set[int]:
    """Which of the plan's tiltak the user may report on. No query where the answer is all or none of them."""
    if not plan.er_gjeldende:
        return set()
    if can_rapportere_alle(user):
        return {rad.pk for rad in tiltak}
    return set(Tiltak.objects.filter(plan=plan).rapporteres_av(user).values_list("pk", flat=True))


def _parties(plan: Plan, dag: date | None) -> dict[int, list[Ansvar]]:
    found: dict[int, list[Ansvar]] = defaultdict(list)
    rader = Ansvar.objects.filter(tiltak__plan=plan)
    for ansvar in rader.pa(dag) if dag else rader.gjeldende():
        found[ansvar.tiltak_id].append(ansvar)
    return found


def _milestones(plan: Plan, until: datetime | None) -> dict[int, list[Any]]:
    """Open milestones; for an earlier moment as the history knows them."""
    found: dict[int, list[Any]] = defaultdict(list)
    rader: Iterable[Any] = Milepael.objects.filter(tiltak__plan=plan).apne().order_by("frist", "pk")
    if until:
        then = Milepael.history.filter(tiltak__plan=plan, history_date__lt=until)
        then = then.order_by("id", "-history_date", "-history_id").distinct("id")
        rader = sorted((m for m in then if m.nadd_dato is None and m.history_type != "-"), key=lambda m: m.frist)
    for milepael in rader:
        found[milepael.tiltak_id].append(milepael)
    return found


def _row(
    tiltak: Tiltak,
    parter: list[Ansvar],
    rapporter: Rapporter,
    milepaeler: list[Milepael],
    arene: list[int],
    *,
    kan: bool,
    dag: date,
) -> Tiltaksrad:
    ar = arene[-1]
    latest = rapporter.siste(tiltak.pk)
    status = latest.status if latest else Status.IKKE_STARTET
    done = status in FERDIG
    datoer = [milepael.frist for milepael in milepaeler[:1]] + ([latest.frist] if latest and latest.frist else [])
    return Tiltaksrad(
        tiltak=tiltak,
        ansvar=parter,
        far=[found.status if (found := rapporter.siste(tiltak.pk, ar=y)) else "" for y in arene[:-1]],
        status=status,
        fra_ar=latest.ar if latest and latest.ar < ar else None,
        har_svar=rapporter.har_svart(tiltak.pk, ar),
        frist=None if done else min(datoer, default=None),
        oppdatert=latest.tid if latest else None,
        kan_rapporteres=kan,
        dag=dag,
    )


def _last_year(rader: Sequence[Tiltaksrad], rapporter: Rapporter, naa: datetime | None) -> int | None:
    """How many were on track or done at this time last year, as known then; none before anyone had reported."""
    then = aret_for(naa or na())
    if not rapporter.finnes(til=then):
        return None
    statuses = (rapporter.siste(rad.tiltak.pk, til=then) for rad in rader)
    return sum(found is not None and found.status in GODE for found in statuses)


def _ahead(rader: Sequence[Tiltaksrad], milepaeler: Mapping[int, list[Milepael]]) -> list[Frist]:
    """Open milestones from today on, the nearest first."""
    today = idag()
    found = [Frist(m.frist, m.tittel, rad.tiltak) for rad in rader for m in milepaeler[rad.tiltak.pk]]
    return sorted((frist for frist in found if frist.dato >= today), key=lambda frist: (frist.dato, frist.tiltak.nr))


def ventende(user: Bruker, status: Planstatus | None = None) -> list[Gjoremal]:
    """What the plan wants of this user: late tiltak, and answers to the yearly report from October on."""
    if not user.roller:
        return []
    status = status or planstatus(user)
    own = egne(user, status.plan, (rad.tiltak for rad in status.rader))
    mine = [rad for rad in status.rader if rad.tiltak.pk in own]
    late = [
        Gjoremal(
            tittel=_("Oppdater status: %(tittel)s") % {"tittel": rad.tiltak.tittel},
            url=reverse("ny_status", args=[rad.tiltak.nr]),
            undertekst=_("Tiltak %(nr)s") % {"nr": rad.tiltak.nr},
            frist=rad.frist,
        )
        for rad in mine
        if rad in status.for_sent
    ]
    late += _to_agree(user)
    missing = [rad for rad in mine if not rad.har_svar]
    runde = Statusrunde.objects.apne().annotate(spurte=ArrayAgg("foresporsler__tiltak")).first()
    if runde:
        return sorter(late + _asked(user, runde, mine))
    return sorter(late + _answers(status, missing))


def _to_agree(user: Bruker) -> list[Gjoremal]:
    """Reports that wait for this user's word."""
    waiting = Statusrapport.objects.venter_pa(user).order_by("tiltak__nr").values_list("tiltak__nr", flat=True)
    numre = [str(nr) for nr in waiting]
    if not numre:
        return []
    tekst = ngettext("Tiltak %(nr)s", "%(antall)s tiltak: %(nr)s", len(numre))
    under = tekst % {"nr": ", ".join(numre), "antall": len(numre)}
    return [Gjoremal(tittel=_("Godkjenn status"), url=reverse("godkjenning"), undertekst=under)]


def _asked(user: Bruker, runde: Any, mine: Sequence[Tiltaksrad]) -> list[Gjoremal]:
    """What the round wants: of who answers the status, of the koordinator that the silent are followed up."""
    silent = [
        rad for rad in mine if rad.tiltak.pk in runde.spurte and not (rad.oppdatert and rad.oppdatert >= runde.tid)
    ]
    if not silent:
        return []
    if can_rapportere_alle(user):
        return [_gjoremal(_("Følg opp innhentingen av status"), reverse("innhenting"), silent, runde.frist)]
    url = reverse("ny_status", args=[silent[0].tiltak.nr]) if len(silent) == 1 else reverse("oppdater_tiltak")
    return [_gjoremal(_("Meld status for %(ar)s") % {"ar": runde.ar}, url, silent, runde.frist)]


def _answers(status: Planstatus, missing: Sequence[Tiltaksrad]) -> list[Gjoremal]:
    """Without a round: the answers to the yearly report, from October on, with no deadline of their own."""
    if not missing or idag().month < PURRES_FRA:
        return []
    tittel = _("Meld status for %(ar)s") % {"ar": status.ar}
    return [_gjoremal(tittel, reverse("oppdater_tiltak"), missing, None)]


def _gjoremal(tittel: str, url: str, rader: Sequence[Tiltaksrad], frist: date | None) -> Gjoremal:
    antall = len(rader)
    tekst = ngettext("Tiltak %(nr)s mangler svar", "%(antall)s tiltak mangler svar: %(nr)s", antall)
    numre = ", ".join(str(rad.tiltak.nr) for rad in rader)
    return Gjoremal(tittel=tittel, url=url, undertekst=tekst % {"nr": numre, "antall": antall}, frist=frist)
