"""The personas of the demo: invented people, one for each kind of user. Only where DEMO=1."""

from dataclasses import dataclass

from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from brukere.models import Bruker, Rolletildeling
from brukere.roles import Rolle

PASSORD = "handlingsplan"


@dataclass(frozen=True)
class Persona:
    brukernavn: str
    navn: str
    tittel: str
    roller: tuple[Rolle, ...] = ()
    gjor: str | Promise = ""


PERSONER: tuple[Persona, ...] = (
    Persona(
        "slt",
        "Kari Nordby",
        "SLT-koordinator",
        (Rolle.KOORDINATOR,),
        gjor=_("Følger planen, tar imot bekymringer og bestiller årsrapporten"),
    ),
    Persona(
        "slt2",
        "Hanne Berge",
        "SLT-koordinator, stedfortreder",
        (Rolle.KOORDINATOR,),
        gjor=_("Tar sakene Kari er inhabil i"),
    ),
    Persona("politi", "Ola Berg", "politikontakt", (Rolle.POLITIKONTAKT,), gjor=_("Fører bekymringssamtaler")),
    Persona(
        "kjerneleder",
        "Turid Lie",
        "leder av kjernegruppa Ungdomsskolene",
        gjor=_("Leder møtene og skriver konklusjonen"),
    ),
    Persona(
        "kjerne.helse",
        "Marit Sand",
        "helsesykepleier",
        gjor=_("Vurderer saker i gruppa, og ser det som er delt med helse"),
    ),
    Persona(
        "kjerne.barnevern",
        "Jon Dahl",
        "barnevernskonsulent",
        gjor=_("Vurderer saker i gruppa, og ser det som er delt med barnevernet"),
    ),
    Persona(
        "kjerne.vgs",
        "Eva Moen",
        "rådgiver, videregående skole",
        gjor=_("Sitter i en annen gruppe, og ser ikke sakene til Turid"),
    ),
    Persona("laerer", "Per Haug", "kontaktlærer", (Rolle.MELDER,), gjor=_("Melder bekymring fra ungdomsskolen")),
    Persona("mentor", "Siv Strand", "mentor", gjor=_("Følger opp én person")),
    Persona(
        "folkehelse",
        "Anne Vik",
        "prosjektleder, folkehelse",
        (Rolle.TILTAKSANSVARLIG,),
        gjor=_("Melder status for tiltakene til folkehelse"),
    ),
    Persona("radmann", "Liv Holm", "rådmann", (Rolle.RADMANN,), gjor=_("Godkjenner og laster ned årsrapporten")),
    Persona("personvern", "Geir Aas", "personvernombud", (Rolle.PERSONVERNOMBUD,), gjor=_("Leser innsynsloggen")),
    Persona(
        "system",
        "Nils Foss",
        "systemansvarlig",
        (Rolle.SYSTEMANSVARLIG,),
        gjor=_("Styrer kontoer og roller, og ser ingen saker"),
    ),
    Persona("fremmed", "Tor Ek", "ansatt", gjor=_("Ser planen og veiledningen, og ikke noe annet")),
)


@transaction.atomic
def lag_personer() -> None:
    """Make the personas that are missing, with their roles."""
    password = make_password(PASSORD)
    for persona in PERSONER:
        bruker, ny = Bruker.objects.get_or_create(
            username=persona.brukernavn,
            defaults={"navn": persona.navn, "tittel": persona.tittel, "password": password}
            | {"email": f"{persona.brukernavn}@kommunen.example"},
        )
        if ny:
            for rolle in persona.roller:
                Rolletildeling.objects.create(bruker=bruker, rolle=rolle, grunn="demo")
