"""Effective access to a case in words: who, from where, in which role, what they can do, why, from when to when."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from brukere.models import Bruker
from felles import sporring
from felles.dato import klokkeslett, kortdato
from samarbeid.models import Tilknytning
from vern.choices import Sone

from ..choices import UTEN_NAVN, Formal, Rett, Sakrolle, Sperregrunn
from ..models import Delingsgrunnlag, Sak

ROLLEN = "rolle"


@dataclass
class Tilgangsrad:
    """What one person holds for one reason."""

    bruker_id: int | None
    navn: str
    tittel: str
    sted: str
    rolle: str
    grunn: str
    fra: datetime
    til: datetime | None
    gitt_av: str
    leser: set[str] = field(default_factory=set)
    skriver: set[str] = field(default_factory=set)
    leder: bool = False
    grunnlag: str = ""
    antall: int = 1

    @property
    def kan(self) -> str:
        """«lese og skrive i felles, lese helse, lede saken»."""
        begge, bare = self.leser & self.skriver, self.leser - self.skriver
        deler = [
            _("lese og skrive i %(soner)s") % {"soner": _liste(begge)} if begge else "",
            _("lese %(soner)s") % {"soner": _liste(bare)} if bare else "",
            _("lede saken") if self.leder else "",
        ]
        return ", ".join(del_ for del_ in deler if del_) or self._ellers()

    def _ellers(self) -> str:
        if self.grunnlag == Sakrolle.MELDER:
            return _("lese det melderen selv har skrevet")
        return _("se nummer, tilstand og frist")


def _liste(soner: Iterable[str]) -> str:
    return ", ".join(sorted(str(Sone(sone).label) for sone in soner))


def arbeidssteder(brukere: Iterable[int | None]) -> dict[int, str]:
    """Where each of them works now, by the short name."""
    rader = Tilknytning.objects.gjeldende().filter(bruker__in=[b for b in brukere if b]).select_related("aktor")
    return {rad.bruker_id: rad.aktor.kort for rad in rader.order_by("fra", "pk")}


def tilgangsrader(
    sak: Sak, rettigheter: Iterable[Any], brukere: Mapping[int, Bruker], grunnlag: Iterable[Delingsgrunnlag] = ()
) -> list[Tilgangsrad]:
    """One row a person and reason; the reporter without a name, the mentors as a number (beslutninger 12)."""
    rettigheter = [r for r in rettigheter if r.rett != Rett.SE or r.grunnlag == ROLLEN]
    steder = arbeidssteder(r.bruker_id for r in rettigheter)
    grunnlag = list(grunnlag)
    rader: dict[Any, Tilgangsrad] = {}
    mentorer = {r.bruker_id for r in rettigheter if r.grunnlag == Sakrolle.MENTOR}
    for r in rettigheter:
        skjult = UTEN_NAVN.get(r.grunnlag)
        nokkel = (r.grunnlag, None if r.grunnlag == Sakrolle.MENTOR else r.bruker_id, None if skjult else r.grunn)
        person = None if skjult else brukere.get(r.bruker_id)
        rad = rader.setdefault(
            nokkel,
            Tilgangsrad(
                bruker_id=r.bruker_id,
                navn=str(skjult) if skjult or person is None else person.navn,
                tittel="" if person is None else person.tittel,
                sted="" if skjult else steder.get(r.bruker_id, ""),
                rolle="" if skjult else rolletekst(r.grunnlag),
                grunn=grunntekst(sak, r, None if skjult else _baerer(r, grunnlag)),
                fra=r.fra,
                til=r.til,
                gitt_av=_gitt_av(r, brukere),
                grunnlag=r.grunnlag,
                antall=len(mentorer) if r.grunnlag == Sakrolle.MENTOR else 1,
            ),
        )
        _legg_til(rad, r)
    return list(rader.values())


def _baerer(r: Any, grunnlag: Iterable[Delingsgrunnlag]) -> Delingsgrunnlag | None:
    """The ground a right rests on: the one it was given on, else the longest that names its purpose and place."""
    grunnlag = [g for g in grunnlag if g.pk == r.grunn] or [
        g
        for g in grunnlag
        if r.formal in g.formal
        and (g.samtykke_id or g.bekreftet_av_id)
        and (g.mottaker_id == r.sted_id or g.mottaker_person_id == r.bruker_id)
    ]
    return max(grunnlag, key=lambda g: g.til, default=None)


def _gitt_av(r: Any, brukere: Mapping[int, Bruker]) -> str:
    """By whom. The first grants of a case come with the report, and the reporter has no name here."""
    if r.grunnlag in (Sakrolle.KOORDINATOR, *UTEN_NAVN) or r.gitt_av_id not in brukere:
        return ""
    return brukere[r.gitt_av_id].navn


def _legg_til(rad: Tilgangsrad, r: Any) -> None:
    if r.rett == Rett.LES:
        rad.leser.add(r.sone)
    if r.rett == Rett.SKRIV:
        rad.skriver.add(r.sone)
    rad.leder = rad.leder or r.rett == Rett.LED
    rad.fra = min(rad.fra, r.fra)
    rad.til = None if rad.til is None or r.til is None else max(rad.til, r.til)


def rolletekst(grunnlag: str) -> str:
    return str(Sakrolle(grunnlag).label) if grunnlag in Sakrolle.values else _("SLT-koordinator")


def grunntekst(sak: Sak, rett: Any, grunn: Delingsgrunnlag | None) -> str:
    """Why, in a line: the consent or the law, else what follows from the part the person has."""
    if grunn is not None:
        return grunnlagsnavn(grunn)
    if rett.formal == Formal.DROFTING:
        return _("Drøfting uten navn")
    if rett.grunn == sak.pk:
        return _("Saken er sendt tilbake til melderen")
    if rett.sone == Sone.IDENTITET:
        return _("Åpnet hvem saken gjelder, med formål")
    return {
        ROLLEN: _("Rollen som koordinator: alle saker, uten innhold"),
        Sakrolle.KOORDINATOR: _("Rollen som koordinator på vakt"),
        Sakrolle.SAKSANSVARLIG: _("Har ansvaret for saken"),
        Sakrolle.MELDER: _("Har meldt bekymringen"),
        Sakrolle.MENTOR: _("Frivillig avtale om mentor"),
        Sakrolle.MOTTAKER: _("Har fått utvalgte tekster"),
    }.get(rett.grunnlag, "")


def grunnlagsnavn(grunn: Delingsgrunnlag) -> str:
    """«Samtykke, Helse, være mentor, til 12. mai 2027 (foresatt 1)»."""
    tekst = _("%(navn)s, %(sted)s, %(formal)s, til %(dato)s") % {
        "navn": grunn.hjemmel.navn if grunn.samtykke is None else _("Samtykke"),
        "sted": grunn.hvem,
        "formal": ", ".join(str(Formal(en).label).lower() for en in grunn.formal),
        "dato": kortdato(grunn.til),
    }
    return tekst if grunn.samtykke is None else f"{tekst} ({grunn.samtykke.part.navn.lower()})"


def sperregrunn(grunn: str) -> str:
    return str(Sperregrunn(grunn).label) if grunn in Sperregrunn.values else grunn


def til_grunnlag(sak: Sak) -> list[Delingsgrunnlag]:
    """All grounds of the case the reader may see, with what their names are made of."""
    return list(sak.delingsgrunnlag.select_related("hjemmel", "mottaker", "mottaker_person", "samtykke__part"))


# --- Who has seen -------------------------------------------------------------------------------------------
@dataclass
class Leserad:
    """All looks of one person on one day, in one line."""

    dag: date
    navn: str
    tittel: str
    sted: str
    deler: list[str] = field(default_factory=list)
    tider: list[datetime] = field(default_factory=list)

    @property
    def naar(self) -> str:
        """«09.12» or «09.12–10.30, 4 oppslag»."""
        spenn = _spenn(min(self.tider), max(self.tider))
        if len(self.tider) == 1:
            return spenn
        return _("%(spenn)s, %(antall)s oppslag") % {"spenn": spenn, "antall": len(self.tider)}


def _spenn(fra: datetime, til: datetime) -> str:
    first, latest = klokkeslett(fra), klokkeslett(til)
    return first if first == latest else f"{first}–{latest}"


def per_dag(lesninger: Iterable[Any], utsnitt: Mapping[str, Any]) -> list[Leserad]:
    """One line a person and day, newest day first: when, and which parts of the case."""
    lesninger = list(lesninger)
    steder = arbeidssteder({rad.bruker_id for rad in lesninger})
    rader: dict[Any, Leserad] = {}
    for les in lesninger:
        dag = localdate(les.tid)
        rad = rader.setdefault((dag, les.bruker_id), Leserad(dag, les.navn, les.tittel, steder.get(les.bruker_id, "")))
        rad.tider.append(les.tid)
        if (del_ := str(utsnitt.get(les.utsnitt, les.utsnitt))) not in rad.deler:
            rad.deler.append(del_)
    return list(rader.values())


def til_utskrift(
    sak: Sak, rettigheter: Iterable[Any], dager: Iterable[Any], utsnitt: Mapping[str, Any]
) -> dict[str, Any]:
    """The print for the person concerned: parts and services, never a name or where the reporter works."""
    hvem: dict[Any, dict[str, Any]] = {}
    for rad in tilgangsrader(sak, rettigheter, {}):
        sted = "" if rad.grunnlag in UTEN_NAVN else rad.sted
        rolle = rad.navn if rad.grunnlag in UTEN_NAVN else rad.rolle
        linje = hvem.setdefault(
            (rolle, sted, rad.kan, rad.til and localdate(rad.til)),
            {"rolle": rolle, "sted": sted, "kan": rad.kan, "fra": rad.fra, "til": rad.til, "antall": 0},
        )
        linje["antall"] += rad.antall
        linje["fra"] = min(linje["fra"], rad.fra)
    return {
        "hvem": list(hvem.values()),
        "dager": [
            {
                "dag": d.dag,
                "rolle": rolletekst(d.rolle) if d.rolle else "",
                "sted": d.sted,
                "hva": utsnitt.get(d.utsnitt, d.utsnitt),
                "antall": d.antall,
                "naar": _spenn(d.forste, d.siste),
            }
            for d in dager
        ],
    }


TJENESTESONER = frozenset({Sone.POLITI, Sone.HELSE, Sone.BARNEVERN, Sone.SKOLE, Sone.NAV})


@dataclass(frozen=True)
class Innsynsrett:
    """One right of one person in a case, as `hvem_kan_se` tells it."""

    bruker_id: int | None  # None: the melder, to whom it is not told
    rett: str
    sone: str
    grunnlag: str
    grunn: UUID | None
    fra: datetime
    til: datetime | None
    gitt_av_id: int | None
    formal: str  # what a ground must cover it for, and where the person worked; empty where none is needed
    sted_id: int | None


@dataclass(frozen=True)
class Utestengt:
    """One bar that holds now."""

    bruker_id: int
    grunn: str
    satt_av_id: int
    fra: datetime


def egne_soner(bruker: Bruker) -> list[Sone]:
    """The zones of the services where a person works now (beslutninger 3)."""
    steder = Tilknytning.objects.gjeldende().filter(bruker=bruker, aktor__sone__in=TJENESTESONER)
    return sorted({Sone(sone) for sone in steder.values_list("aktor__sone", flat=True)})


def sperrer(sak: Sak) -> list[Utestengt]:
    """Who is kept out now. For who leads the case and the personvernombud; empty for all others."""
    rader = sporring.rader("SELECT bruker, grunn, satt_av, fra FROM vern.sperrer(%s)", sak.pk)
    return [Utestengt(*rad) for rad in rader]


def hvem_kan_se(sak: Sak) -> list[Innsynsrett]:
    """Everybody who may see something of the case now, right by right. For members and the personvernombud."""
    rader = sporring.rader("SELECT * FROM vern.hvem_kan_se(%s) ORDER BY bruker, rett, sone", sak.pk)
    return [Innsynsrett(*rad) for rad in rader]
