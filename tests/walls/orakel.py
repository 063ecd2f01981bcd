"""Who may read what, said anew from docs/faggrunnlag and R1-R24, without the product's code.

It reads plain facts out of the tables and answers two questions. May this person read this text now? The product is
right when nobody reads what this says no to. Which parts of the case are open to whom, for what they do in it? The
product is right when one who has such a part, and whom a ground has covered since it began, reads what belongs to it.
"""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from dateutil.relativedelta import relativedelta
from django.db.models import Q
from django.utils import timezone

BARN = {"under_10", "10_12", "13_15", "16_17"}
NESTE = {"under_10": "10_12", "10_12": "13_15", "13_15": "16_17", "16_17": "18_24", "18_24": "25_pluss"}
SILES = {"mottatt", "returnert", "anonym_drofting", "avklaring"}
LUKKET = {"stanset", "avsluttet", "overfort", "sperret"}
TJENESTER = {"skole", "helse", "barnevern", "politi", "nav"}
KOMMUNEN = {"skole", "helse", "barnevern"}
UTEN_FORESATTE = {"liv_helse"}
LOVENE = {
    "samme_organ": KOMMUNEN,
    "egne_oppgaver": KOMMUNEN | {"nav", "politi"},
    "liv_helse": KOMMUNEN | {"nav", "politi"},
    "anmeldelse": {"politi"},
    "opplysningsplikt": KOMMUNEN,
    "politi": KOMMUNEN | {"nav"},
}


@dataclass
class Ja:
    """Somebody's yes: which party, to whom, what, for what, in writing or not, from when to when."""

    part: UUID
    hvem: set[tuple[str, int]]
    hva: set[str]
    formal: set[str]
    skriftlig: bool
    fra: datetime
    til: datetime


@dataclass
class Lov:
    kode: str
    godkjent: bool
    bekreftet: bool
    haster_til: datetime | None
    sted: int
    hva: set[str]
    formal: set[str]
    fra: datetime
    til: datetime


@dataclass
class Delt:
    """Texts that were copied: what they are, for what, to one person or to all there, and whether it still holds."""

    varer: bool
    hva: str
    formal: str
    bare: int | None


@dataclass(frozen=True)
class Apning:
    """A part in the case: whose, for what, in which zones, and what began it."""

    person: int
    formal: str
    soner: frozenset[str]
    ved: str


@dataclass
class Saken:
    modus: str
    tilstand: str
    alder: str
    bursdag: date | None
    parter: dict[UUID, str]
    ja: list[Ja] = field(default_factory=list)
    lover: list[Lov] = field(default_factory=list)
    ute: set[int] = field(default_factory=set)
    gruppa: set[int] = field(default_factory=set)
    unntatt: set[UUID] = field(default_factory=set)
    delt: dict[UUID, Delt] = field(default_factory=dict)
    har: set[int] = field(default_factory=set)
    signeres: set[UUID] = field(default_factory=set)
    gjenapnet: set[tuple[int, str]] = field(default_factory=set)
    apninger: set[Apning] = field(default_factory=set)


@dataclass
class Person:
    id: int
    steder: dict[int, str]
    koordinator: bool


def maa_si_ja(alder: str, helse: bool, under_15: bool = False) -> set[str]:
    """Which kinds of party: a concern of this field is a special category, health has a limit of its own."""
    if alder not in BARN:
        return {"selv"}
    if helse:
        return {"selv"} if alder == "16_17" else {"foresatt"}
    return {"foresatt"} if alder in {"under_10", "10_12"} or under_15 else {"selv", "foresatt"}


def dekket(sak: Saken, person: Person, hva: str, formal: str, naa: datetime, dag: date) -> bool:
    """Does a ground cover this person, this kind and this purpose?"""
    if sak.tilstand in LUKKET or person.id in sak.ute:
        return False
    if hva == "uten_navn" and sak.modus != "anonym":
        hva = "med_navn"
    if formal == "drofting":
        return sak.tilstand == "anonym_drofting" and sak.modus == "anonym" and person.id in sak.gruppa
    return any(
        _samtykket(sak, person, sted, hva, formal, naa, dag) or _lovlig(sak, sted, sone, hva, formal, naa)
        for sted, sone in person.steder.items()
    )


def _samtykket(sak: Saken, person: Person, sted: int, hva: str, formal: str, naa: datetime, dag: date) -> bool:
    alder = NESTE.get(sak.alder, sak.alder) if sak.bursdag and sak.bursdag <= dag else sak.alder
    under_15 = bool(sak.alder == alder == "13_15" and sak.bursdag and dag < sak.bursdag - relativedelta(years=1))
    typer = maa_si_ja(alder, hva == "helse", under_15)
    givere = {part for part, type_ in sak.parter.items() if type_ in typer}
    if {sak.parter[part] for part in givere} != typer:
        return False
    return all(
        p in sak.unntatt or any(_gjelder(ja, person, sted, hva, formal, naa) for ja in sak.ja if ja.part == p)
        for p in givere
    )


def _gjelder(ja: Ja, person: Person, sted: int, hva: str, formal: str, naa: datetime) -> bool:
    mottaker = {("sted", sted)} if formal != "mentor" else set()
    if formal in {"mentor", "ansvarsgruppe"}:
        mottaker |= {("person", person.id)}
        if not ja.skriftlig:
            return False
    dekker = hva in ja.hva or (hva == "uten_navn" and "med_navn" in ja.hva)
    return bool(mottaker & ja.hvem) and dekker and formal in ja.formal and ja.fra <= naa < ja.til


def _lovlig(sak: Saken, sted: int, sone: str, hva: str, formal: str, naa: datetime) -> bool:
    return any(
        (lov.bekreftet or (lov.haster_til is not None and naa < lov.haster_til))
        and lov.godkjent
        and lov.sted == sted
        and sone in LOVENE.get(lov.kode, set())
        and (hva in lov.hva or (hva == "uten_navn" and "med_navn" in lov.hva))
        and formal in lov.formal
        and lov.fra <= naa < lov.til
        for lov in sak.lover
    )


def kan_lese(sak: Saken, person: Person, sone: str, naa: datetime, dag: date) -> bool:
    """May this person read this zone: as one whom some ground covers, as the koordinator who has the case or sifts it,
    unless it is stopped or sealed, or as one whom two people have opened a sealed one for?"""
    if person.id in sak.ute:
        return False
    if sak.tilstand == "sperret":
        return (person.id, sone) in sak.gjenapnet
    if person.koordinator and sone in {"felles", "identitet"} and (person.id in sak.har or sak.tilstand in SILES):
        return sak.tilstand != "stanset" and (sone == "felles" or sak.modus != "anonym")
    if sone in TJENESTER and sone not in person.steder.values():
        return False
    formal = {"mentor"} if sone == "mentor" else {"drofting", "kjernegruppe", "samtale", "ansvarsgruppe", "mentor"}
    hva = "identitet" if sone == "identitet" else "uten_navn"
    return any(dekket(sak, person, hva, en, naa, dag) for en in formal)


def kan_lese_tekst(sak: Saken, person: Person, tekst: Any, naa: datetime, dag: date) -> bool:
    """A text where it lies; a copy also asks the sharing it came by, and the koordinator needs no ground for it."""
    if tekst.pk in sak.signeres and person.koordinator and person.id not in sak.ute:
        return True
    if tekst.deling is None:
        return kan_lese(sak, person, tekst.sone, naa, dag)
    delt = sak.delt[tekst.deling]
    if not delt.varer or delt.bare not in {None, person.id}:
        return False
    if person.koordinator and kan_lese(sak, person, tekst.sone, naa, dag):
        return True
    arbeider_der = tekst.sone not in TJENESTER or tekst.sone in person.steder.values()
    return arbeider_der and dekket(sak, person, delt.hva, delt.formal, naa, dag)


def skal_lese(sak: Saken, person: Person) -> set[str]:
    """What the koordinator who has an open case reads. What others must read follows from their parts (`apninger`)."""
    har_saken = person.id in sak.har and person.koordinator and person.id not in sak.ute
    return {"felles"} if har_saken and sak.tilstand not in LUKKET else set()


def _apninger(rad: Any, bildet: Saken, naa: datetime) -> set[Apning]:
    """The parts that the state, the meeting, the conversation and the relations give."""
    sone = {"kjernegruppe": {"felles"}, "samtale": {"felles", "politi"}, "mentor": {"mentor"}}

    def en(hvem: int, formal: str, ved: Any) -> Apning:
        return Apning(hvem, formal, frozenset(sone.get(formal, {"felles"})), str(ved))

    funnet = set()
    seter = rad.kjernegruppe.medlemskap.gjeldende() if rad.kjernegruppe else []
    if rad.tilstand in {"henvist", "pa_saksliste"}:
        henvist = rad.hendelser.filter(art__in=["henvist", "utsatt"]).order_by("tid").last()
        funnet |= {en(m.bruker_id, "kjernegruppe", henvist.pk) for m in seter if m.rolle == "leder" and henvist}
    if rad.tilstand == "pa_saksliste":
        for post in rad.saksliste.filter(tatt_av=None).select_related("mote"):
            if post.mote.tid - timedelta(days=5) <= naa < post.mote.tid + timedelta(days=14):
                funnet |= {en(m.bruker_id, "kjernegruppe", post.pk) for m in seter if m.rolle != "leder"}
    if rad.tilstand == "samtale":
        funnet |= {en(s.forer_id, "samtale", s.pk) for s in rad.samtaler.filter(tilstand="avtalt")}
    if rad.tilstand not in LUKKET:
        funnet |= {en(f.mentor_id, "mentor", f.pk) for f in rad.mentorforlop.filter(tilstand__in=["avtalt", "aktiv"])}
        funnet |= {en(g.koordinator_id, "ansvarsgruppe", g.pk) for g in rad.ansvarsgrupper.filter(avsluttet=None)}
    return funnet


def fakta(sak: Any, personer: list[Any]) -> tuple[Saken, list[Person]]:
    """The plain facts, as the one who sees all tables reads them."""
    from bekymring.models import Aldersgrense, Delingsgrunnlag, Medlemskap, Sak, Sperre
    from brukere.models import Rolletildeling
    from samarbeid.models import Tilknytning

    naa = timezone.now()
    rad = Sak.objects.select_related("kjernegruppe").get(pk=sak.pk)
    grense = Aldersgrense.objects.filter(sak=sak).first()
    leder = rad.tilganger.filter(Q(til=None) | Q(til__gt=naa), rett="led", fra__lte=naa)
    bildet = Saken(
        rad.modus,
        rad.tilstand,
        rad.aldersspenn,
        grense.dato if grense else None,
        dict(rad.parter.filter(til=None).values_list("pk", "type")),
        ute=set(Sperre.objects.gjeldende().filter(sak=sak).values_list("bruker", flat=True)),
        gruppa=set(Medlemskap.objects.gjeldende().filter(gruppe=rad.kjernegruppe_id).values_list("bruker", flat=True)),
        har=set(leder.exclude(grunnlag="gruppe").values_list("user", flat=True)),
    )
    bildet.apninger = _apninger(rad, bildet, naa)
    for u in rad.foresattunntak.filter(fra__lte=naa, til__gt=naa).exclude(bekreftet_av=None).select_related("hjemmel"):
        if u.hjemmel.aktiv and u.hjemmel.jurist_godkjent is not None and u.hjemmel.kode in UTEN_FORESATTE:
            bildet.unntatt.add(u.part_id)
    venter = [*rad.delingsgrunnlag.venter().values_list("nodvendighet", flat=True)]
    bildet.signeres = {*venter, *rad.foresattunntak.venter().values_list("begrunnelse", flat=True)}
    for g in rad.gjenapninger.filter(fra__lte=naa, til__gt=naa, avsluttet=None):
        bildet.gjenapnet |= {(g.leser_id, sone) for sone in g.soner}
    for d in rad.delinger.all():
        bildet.delt[d.pk] = Delt(d.avsluttet is None and d.til > naa, d.opplysning, d.formal, d.mottaker_id)
    for g in Delingsgrunnlag.objects.filter(sak=sak).select_related("samtykke", "hjemmel"):
        hva, formal = set(g.opplysninger), set(g.formal)
        if g.samtykke is None:
            godkjent = g.hjemmel.aktiv and g.hjemmel.jurist_godkjent is not None
            bildet.lover.append(
                Lov(
                    g.hjemmel.kode,
                    godkjent,
                    g.bekreftet_av_id is not None,
                    g.bekreftes_innen if g.hjemmel.kode == "liv_helse" else None,
                    g.mottaker_id,
                    hva,
                    formal,
                    g.fra,
                    g.til,
                )
            )
        elif g.samtykke.trukket is None:
            hvem = {("sted", g.mottaker_id) if g.mottaker_id else ("person", g.mottaker_person_id)}
            skriftlig = g.samtykke.form == "skriftlig"
            bildet.ja.append(Ja(g.samtykke.part_id, hvem, hva, formal, skriftlig, g.fra, g.til))
    roller = set(Rolletildeling.objects.gjeldende().filter(rolle="koordinator").values_list("bruker", flat=True))
    steder: dict[int, dict[int, str]] = {}
    for bruker, sted, sone in Tilknytning.objects.gjeldende().values_list("bruker", "aktor", "aktor__sone"):
        steder.setdefault(bruker, {})[sted] = sone
    return bildet, [Person(p.pk, steder.get(p.pk, {}), p.pk in roller) for p in personer]
