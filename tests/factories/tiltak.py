"""Set-up for tests of the plan: reports and milestones through the services, more tiltak past the walls."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, TypeVar
from uuid import uuid4

from brukere.models import Bruker
from felles.tid import idag
from tiltak.choices import Ansvarsetikett, Ansvarsrolle, Status, Tiltakstype
from tiltak.models import (
    Aktivitet,
    Ansvar,
    Indikator,
    Innsatsomrade,
    Kommentar,
    Lenke,
    Maling,
    Milepael,
    Plan,
    Rullering,
    Statusrapport,
    Tiltak,
    Vedlegg,
    Vedtak,
)
from tiltak.services.innhold import legg_til, malingsversjon, registrer_maling
from tiltak.services.rapportering import Statussvar, lag_milepael, registrer_status, versjon
from tiltak.services.rullering import begynn
from tiltak.services.samtale import skriv_kommentar
from tiltak.services.utgave import Planvedtak, vedta
from vern.kontekst import som

Gjort = TypeVar("Gjort")
SVAR = {"gjort": "Vi har møttes.", "begrunnelse": "Slik er det."}


def person(brukernavn: str) -> Bruker:
    return Bruker.objects.get(username=brukernavn)


def tiltak(nr: int) -> Tiltak:
    return Tiltak.objects.gjeldende().get(nr=nr)


def gjor(handling: Callable[..., Gjort], *, av: str, **data: Any) -> Gjort:
    """An act of the room, done by the one who is said to do it."""
    with som(who := person(av)):
        return handling(av=who, **data)


def rapporter(
    nr: int, status: str = Status.I_RUTE, *, av: str = "slt", ar: int | None = None, **felt: Any
) -> Statusrapport:
    """A report through the service, with a reason where one is needed."""
    row, year, svar = tiltak(nr), ar or idag().year, Statussvar(status=status, **(SVAR | felt))
    return gjor(registrer_status, av=av, tiltak=row, nokkel=uuid4(), ar=year, svar=svar, sett=versjon(row, year))


def meld_alle(av: str) -> None:
    """This person has told the year's status of all own tiltak: whatever the season, the plan asks for nothing."""
    for row in Tiltak.objects.rapporteres_av(person(av)):
        rapporter(row.nr, av=av)


def milepael(nr: int, *, dager: int = 30, tittel: str = "Første møte", av: str = "slt") -> Milepael:
    deadline = idag() + timedelta(days=dager)
    return gjor(lag_milepael, av=av, tiltak=tiltak(nr), nokkel=uuid4(), tittel=tittel, frist=deadline)


def _nytt(modell: type[Any], nr: int, av: str, data: dict[str, Any]) -> Any:
    return gjor(legg_til, av=av, tiltak=tiltak(nr), modell=modell, nokkel=uuid4(), **data)


def aktivitet(nr: int, *, av: str = "slt", **felt: Any) -> Aktivitet:
    data = {"art": "mote", "tittel": "Kontaktmøte", "dato": idag(), "status": "gjennomfort"}
    return _nytt(Aktivitet, nr, av, data | felt)


def indikator(nr: int, *, av: str = "slt", **felt: Any) -> Indikator:
    data = {"navn": "Møter", "definisjon": "Møter som ble holdt.", "enhet": "møter", "kilde": "Kalenderen"}
    return _nytt(Indikator, nr, av, data | {"teller_personer": False} | felt)


def tiltaksvedtak(nr: int, *, av: str = "slt", **felt: Any) -> Vedtak:
    data = {"gjelder": "Penger til arbeidet", "organ": "formannskapet", "dato": idag(), "saksnummer": "26/0001"}
    return _nytt(Vedtak, nr, av, data | felt)


def lenke(nr: int, *, av: str = "slt", **felt: Any) -> Lenke:
    data = {"art": "nettsted", "tittel": "Veilederen", "adresse": "https://www.example.no/"}
    return _nytt(Lenke, nr, av, data | felt)


def vedlegg(nr: int, *, av: str = "slt", **felt: Any) -> Vedlegg:
    data = {"tittel": "Referatet", "dato": idag(), "fil": b"%PDF-1.7\n%%EOF"}
    return _nytt(Vedlegg, nr, av, data | felt)


def mal(rad: Indikator, ar: int, verdi: int, *, av: str = "slt", **felt: Any) -> Maling:
    sett = malingsversjon(rad)
    return gjor(registrer_maling, av=av, indikator=rad, nokkel=uuid4(), ar=ar, verdi=verdi, sett=sett, **felt)


def kommentar(nr: int, *, av: str = "slt", tekst: str = "Godt jobbet.") -> Kommentar:
    return gjor(skriv_kommentar, av=av, tiltak=tiltak(nr), nokkel=uuid4(), tekst=tekst)


def utkast(*, av: str = "slt", utgave: int = 2026) -> Rullering:
    return gjor(begynn, av=av, nokkel=uuid4(), utgave=utgave, tittel="Trygt for alle")


def ny_utgave(row: Rullering | None = None, *, av: str = "slt", dato: date | None = None) -> Plan:
    """The draft adopted as it stands."""
    row = row or utkast()
    row.refresh_from_db()
    decision = Planvedtak(organ="kommunestyret", dato=dato or idag(), saksnummer="26/0500")
    return gjor(vedta, av=av, rullering=row, sett=row.versjon, vedtak=decision)


def fyll_opp(antall: int) -> None:
    """So many tiltak in the current edition, each with party, milestone and five reports. Call inside `with rigg`."""
    plan, slt = Plan.objects.gjeldende(), person("slt")
    omrade, kommune = Innsatsomrade.objects.filter(plan=plan).first(), Ansvar.objects.first().aktor
    for nr in range(plan.tiltak.count() + 1, antall + 1):
        row = Tiltak.objects.create(
            plan=plan,
            innsatsomrade=omrade,
            nr=nr,
            tittel=f"Tiltak {nr}",
            tittel_oversikt=f"Tiltak {nr}",
            ansvarsetikett=Ansvarsetikett.UTFORING,
            type=Tiltakstype.LOPENDE,
        )
        Ansvar.objects.create(
            tiltak=row,
            rekkefolge=1,
            rolle=Ansvarsrolle.HOVEDANSVARLIG,
            aktor=kommune,
            navn_i_planen=kommune.navn,
        )
    for row in plan.tiltak.all():
        Milepael.objects.create(tiltak=row, tittel="Møte", frist=date(idag().year, 12, 31))
        for year in range(idag().year - 4, idag().year + 1):
            Statusrapport.objects.create(
                tiltak=row, ar=year, status=Status.I_RUTE, foreslatt=Status.I_RUTE, gjort="x", rapportert_av=slt
            )
    assert plan.tiltak.count() >= antall
