"""Cases for tests, made as the product makes them: by the services, as a persona, behind the walls."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any
from uuid import uuid4

from django.db import connection

from bekymring.choices import (
    FORMAL_FOR_ROLLE,
    TRENGER_GRUNNLAG,
    Aldersspenn,
    Formal,
    Opplysning,
    Sakrolle,
    Samtykkeform,
    Tekstart,
)
from bekymring.models import Sak
from bekymring.services.samtykke import gi_samtykke, parter
from bekymring.services.tilgang import gi_tilgang, ny_sak, skriv_tekst
from brukere.models import Bruker
from felles.tid import idag
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


@contextmanager
def forbi_veggene() -> Iterator[None]:
    """The tests' own role, which sees all; as often as wanted."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('role')")
        (former,) = cursor.fetchone()
        cursor.execute("SET ROLE hp_rigg")
        yield
        cursor.execute(f'SET ROLE "{former}"')


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
    """The leader of the case opens zones to a persona. What a ground must cover, a consent is made to cover first."""
    leder, person = bruker(av), bruker(mottaker)
    rolle = Sakrolle(mer.pop("grunnlag", Sakrolle.GRUPPE))
    if rolle in TRENGER_GRUNNLAG:
        mer = {"formal": FORMAL_FOR_ROLLE[rolle]} | mer
        dekk(sak, leder, person)
    kort = [sone for sone in soner if sone == Sone.IDENTITET]
    for hva, del_ in (({}, [sone for sone in soner if sone not in kort]), ({"opplysning": Opplysning.IDENTITET}, kort)):
        if del_:
            with som(leder):
                gi_tilgang(av=leder, sak=sak, bruker=person, soner=del_, grunnlag=rolle, **(hva | mer))


def dekk(sak: Sak, leder: Bruker, person: Bruker) -> None:
    """Everybody who must, has consented to all of it, for the person and where they work."""
    with som(leder):
        gi_samtykke(
            av=leder,
            sak=sak,
            nokkel=uuid4(),
            givere=parter(sak, foresatte=1),
            mottakere=[t.aktor for t in person.tilknytninger.gjeldende().select_related("aktor")],
            personer=[person],
            opplysninger=Opplysning.values,
            formal=Formal.values,
            gyldig_til=idag() + timedelta(days=300),
            form=Samtykkeform.SKRIFTLIG,
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
