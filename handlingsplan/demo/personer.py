"""The personas of the demo: invented people, one for each kind of user. Only where DEMO=1."""

from dataclasses import dataclass

from django.contrib.auth.hashers import make_password
from django.db import transaction

from brukere.models import Bruker, Rolletildeling
from brukere.roles import Rolle

PASSORD = "handlingsplan"


@dataclass(frozen=True)
class Persona:
    brukernavn: str
    navn: str
    tittel: str
    roller: tuple[Rolle, ...] = ()


PERSONER: tuple[Persona, ...] = (
    Persona("slt", "Kari Nordby", "SLT-koordinator", (Rolle.KOORDINATOR,)),
    Persona("slt2", "Hanne Berge", "SLT-koordinator, stedfortreder", (Rolle.KOORDINATOR,)),
    Persona("politi", "Ola Berg", "politikontakt", (Rolle.POLITIKONTAKT,)),
    Persona("kjerneleder", "Turid Lie", "leder av kjernegruppa Ungdomsskolene"),
    Persona("kjerne.helse", "Marit Sand", "helsesykepleier"),
    Persona("kjerne.barnevern", "Jon Dahl", "barnevernskonsulent"),
    Persona("kjerne.vgs", "Eva Moen", "rådgiver, videregående skole"),
    Persona("laerer", "Per Haug", "kontaktlærer", (Rolle.MELDER,)),
    Persona("mentor", "Siv Strand", "mentor"),
    Persona("folkehelse", "Anne Vik", "prosjektleder, folkehelse", (Rolle.TILTAKSANSVARLIG,)),
    Persona("radmann", "Liv Holm", "rådmann", (Rolle.RADMANN,)),
    Persona("personvern", "Geir Aas", "personvernombud", (Rolle.PERSONVERNOMBUD,)),
    Persona("system", "Nils Foss", "systemansvarlig", (Rolle.SYSTEMANSVARLIG,)),
    Persona("fremmed", "Tor Ek", "ansatt"),
)


@transaction.atomic
def lag_personer() -> None:
    """Make the personas that are missing, with their roles."""
    password = make_password(PASSORD)
    for persona in PERSONER:
        bruker, ny = Bruker.objects.get_or_create(
            username=persona.brukernavn,
            defaults={"navn": persona.navn, "tittel": persona.tittel, "password": password},
        )
        if ny:
            for rolle in persona.roller:
                Rolletildeling.objects.create(bruker=bruker, rolle=rolle, grunn="demo")
