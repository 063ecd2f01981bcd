"""Who may read what, said anew from docs/faggrunnlag and R1-R24, without the product's code.

It reads plain facts out of the tables and answers one question: may this person read this zone now? The product is
right when nobody reads what this says no to.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

BARN = {"under_10", "10_12", "13_15", "16_17"}
NESTE = {"under_10": "10_12", "10_12": "13_15", "13_15": "16_17", "16_17": "18_24", "18_24": "25_pluss"}
LUKKET = {"stanset", "avsluttet", "overfort", "sperret"}
KOMMUNEN = {"skole", "helse", "barnevern"}
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
    sted: int
    hva: set[str]
    formal: set[str]
    fra: datetime
    til: datetime


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


@dataclass
class Person:
    id: int
    steder: dict[int, str]
    koordinator: bool


def maa_si_ja(alder: str, helse: bool) -> set[str]:
    """Which kinds of party: a concern of this field is a special category, health has a limit of its own."""
    if alder not in BARN:
        return {"selv"}
    if helse:
        return {"selv"} if alder == "16_17" else {"foresatt"}
    return {"foresatt"} if alder in {"under_10", "10_12"} else {"selv", "foresatt"}


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
    typer = maa_si_ja(alder, hva == "helse")
    givere = {part for part, type_ in sak.parter.items() if type_ in typer}
    if {sak.parter[part] for part in givere} != typer:
        return False
    return all(any(_gjelder(ja, person, sted, hva, formal, naa) for ja in sak.ja if ja.part == p) for p in givere)


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
        lov.bekreftet
        and lov.godkjent
        and lov.sted == sted
        and sone in LOVENE.get(lov.kode, set())
        and (hva in lov.hva or (hva == "uten_navn" and "med_navn" in lov.hva))
        and formal in lov.formal
        and lov.fra <= naa < lov.til
        for lov in sak.lover
    )


def kan_lese(sak: Saken, person: Person, sone: str, naa: datetime, dag: date) -> bool:
    """May this person read this zone: as one whom some ground covers, or as the koordinator of a case that is neither
    stopped nor sealed?"""
    if person.id in sak.ute or sak.tilstand == "sperret":
        return False
    if person.koordinator and sone in {"felles", "identitet"}:
        return sak.tilstand != "stanset" and (sone == "felles" or sak.modus != "anonym")
    if sone in {"skole", "helse", "barnevern", "politi", "nav"} and sone not in person.steder.values():
        return False
    formal = {"mentor"} if sone == "mentor" else {"drofting", "kjernegruppe", "samtale", "ansvarsgruppe", "mentor"}
    hva = "identitet" if sone == "identitet" else "uten_navn"
    return any(dekket(sak, person, hva, en, naa, dag) for en in formal)


def fakta(sak: Any, personer: list[Any]) -> tuple[Saken, list[Person]]:
    """The plain facts, as the one who sees all tables reads them."""
    from bekymring.models import Aldersgrense, Delingsgrunnlag, Medlemskap, Sak, Sperre
    from brukere.models import Rolletildeling
    from samarbeid.models import Tilknytning

    rad = Sak.objects.get(pk=sak.pk)
    grense = Aldersgrense.objects.filter(sak=sak).first()
    bildet = Saken(
        rad.modus,
        rad.tilstand,
        rad.aldersspenn,
        grense.dato if grense else None,
        dict(rad.parter.filter(til=None).values_list("pk", "type")),
        ute=set(Sperre.objects.gjeldende().filter(sak=sak).values_list("bruker", flat=True)),
        gruppa=set(Medlemskap.objects.gjeldende().filter(gruppe=rad.kjernegruppe_id).values_list("bruker", flat=True)),
    )
    for g in Delingsgrunnlag.objects.filter(sak=sak).select_related("samtykke", "hjemmel"):
        hva, formal = set(g.opplysninger), set(g.formal)
        if g.samtykke is None:
            godkjent = g.hjemmel.aktiv and g.hjemmel.jurist_godkjent is not None
            bildet.lover.append(
                Lov(g.hjemmel.kode, godkjent, g.bekreftet_av_id is not None, g.mottaker_id, hva, formal, g.fra, g.til)
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
