"""Cases for tests, made as the product makes them: by the services, as a persona, behind the walls."""

from typing import Any

from django.db import connection

from bekymring.choices import Aldersspenn, Sakrolle, Tekstart
from bekymring.models import Sak
from bekymring.services.tilgang import gi_tilgang, ny_sak, skriv_tekst
from brukere.models import Bruker
from samarbeid.choices import Aktortype
from samarbeid.models import Aktor, Tilknytning
from vern.choices import Sone
from vern.kontekst import som

SONE_FOR = {
    "politi": Sone.POLITI,
    "kjerneleder": Sone.SKOLE,
    "kjerne.helse": Sone.HELSE,
    "kjerne.barnevern": Sone.BARNEVERN,
    "kjerne.vgs": Sone.SKOLE,
    "laerer": Sone.SKOLE,
}


def bruker(brukernavn: str) -> Bruker:
    """A fresh user object: roles are read once per object."""
    return Bruker.objects.get(username=brukernavn)


def knytt_alle() -> None:
    """Every persona of a service works there now. Personas that already do are left as they are."""
    for navn, sone in SONE_FOR.items():
        person = bruker(navn)
        if not person.tilknytninger.filter(aktor__sone=sone, til__isnull=True).exists():
            aktor, _ = Aktor.objects.get_or_create(
                slug=f"test-{sone}", defaults={"navn": f"Test {sone}", "type": Aktortype.ANNET, "sone": sone}
            )
            Tilknytning.objects.create(bruker=person, aktor=aktor, funksjon="test")


def lag_sak(melder: str = "laerer", **felter: Any) -> Sak:
    """A reported case: led by the koordinator on duty, own texts readable by the melder."""
    av = bruker(melder)
    inhabil = felter.pop("koordinator_inhabil", False)
    with som(av):
        return ny_sak(av=av, koordinator_inhabil=inhabil, aldersspenn=Aldersspenn.A13_15, **felter)


def gi(sak: Sak, mottaker: str, /, *soner: str, av: str = "slt", **mer: Any) -> None:
    """The leader of the case opens zones to a persona."""
    leder = bruker(av)
    with som(leder):
        gi_tilgang(
            av=leder,
            sak=sak,
            bruker=bruker(mottaker),
            soner=soner,
            grunnlag=mer.pop("grunnlag", Sakrolle.GRUPPE),
            **mer,
        )


def skriv(sak: Sak, av: str, sone: str, innhold: str) -> Any:
    """A persona writes a text into a zone."""
    person = bruker(av)
    with som(person):
        return skriv_tekst(av=person, sak=sak, sone=sone, art=Tekstart.NOTAT, innhold=innhold)


def sql(setning: str, *verdier: Any) -> list[tuple[Any, ...]]:
    """What this connection sees by plain SQL."""
    with connection.cursor() as cursor:
        cursor.execute(setning, verdier)
        return cursor.fetchall() if cursor.description else []
