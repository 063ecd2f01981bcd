"""The words of what somebody is told: what has happened, who does what, and nothing of the case (R30)."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from felles.dato import kortdato, tidspunkt

from ..choices import Beskjedart as B
from ..models import Beskjed

ORDENE: dict[str, Any] = {
    B.TILGANG_SLUTT: gettext_lazy(
        "Grunnlaget for å dele saken med deg gjelder ikke lenger. Du skal ikke gjøre mer i den nå. "
        "Lurer du på noe, spør %(om)s."
    ),
    B.SAMTALE_FORER: gettext_lazy(
        "Samtalen du hadde avtalt %(tid)s, skal ikke holdes. Du trenger ikke gjøre noe. "
        "%(om)s sier fra til den det gjelder og til de foresatte. Lurer du på noe, spør %(om)s."
    ),
    B.SAMTALE_SI_FRA: gettext_lazy(
        "Samtalen som var avtalt %(tid)s, er avlyst, fordi grunnlaget for den er borte. %(om)s vet det. "
        "Du sier fra til den det gjelder, og er det et barn, til de foresatte, før samtalen skulle vært."
    ),
    B.STANSET: gettext_lazy(
        "Ingen som skulle gjøre neste steg, er dekket av et samtykke eller annet grunnlag. Alle andre enn du er ute av "
        "saken. Den kan tas opp igjen på et nytt grunnlag, eller avsluttes."
    ),
    B.LUKKET: gettext_lazy(
        "Et grunnlag gjelder ikke lenger, og det som var delt på det, er lukket. Se hva som har vært delt, og si fra "
        "til dem som må legge bort noe."
    ),
    B.OPPGAVE_IGJEN: gettext_lazy(
        "%(om)s har ikke lenger saken, men har en oppgave eller et steg der. Gi den til en annen, eller gjør den selv."
    ),
    B.UTEN_LEDER: gettext_lazy("Ingen leder av kjernegruppa kan åpne saken. Gi gruppa en ny leder, eller stans saken."),
    B.GAR_UT: gettext_lazy("Det som dekker neste steg, gjelder til %(dag)s. Spør om et nytt samtykke i god tid."),
    B.FYLLER: gettext_lazy("%(dag)s har personen en bursdag som endrer hvem som må samtykke. Spør dem i god tid."),
    B.FYLT: gettext_lazy(
        "Personen er kommet i neste aldersspenn. Samtykker som ikke er nok i den nye alderen, gjelder ikke lenger."
    ),
}


def ordene(rad: Beskjed) -> str:
    """What it says."""
    return str(ORDENE[rad.art]) % {
        "tid": tidspunkt(rad.tid) if rad.tid else "",
        "dag": kortdato(rad.tid) if rad.tid else "",
        "om": rad.om.navn if rad.om else _("Koordinatoren"),
    }
