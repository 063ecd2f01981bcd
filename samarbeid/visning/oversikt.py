"""What the start page shows of the registry: meetings and courses ahead, and what waits on the koordinator."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db.models import F, Q, TextField
from django.db.models.functions import Cast, Least
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from brukere.models import Bruker
from felles.gjoremal import Gjoremal
from felles.samlet import Liste, Samlelinje, samlet
from felles.tid import idag, na

from ..models import Avtale, Kurs, Mote, Oppfolgingspunkt
from ..policy import can_edit_registeret, can_view_registeret

VARSLES = timedelta(days=60)
REFERAT_INNEN = timedelta(days=7)
TILBAKE = timedelta(days=60)


@dataclass
class Registeret:
    """What the registry says to the start page: what waits on the reader, and what is ahead for all who read it."""

    ventende: list[Gjoremal] = field(default_factory=list)
    kommende: list[Gjoremal] = field(default_factory=list)


def registeret(user: Bruker, *, til: date) -> Registeret:
    """Meetings and courses until `til`; for who keeps the registry also what is left to do. One query."""
    if not can_view_registeret(user):
        return Registeret()
    keeps = can_edit_registeret(user)
    found = samlet(**_kommende(user, til), **(_ventende(user) if keeps else {}))
    return Registeret(
        ventende=[make(linje) for navn, make in VENTENDE.items() for linje in found.get(navn, [])],
        kommende=[make(linje) for navn, make in KOMMENDE.items() for linje in found[navn]],
    )


def _kommende(user: Bruker, til: date) -> dict[str, Liste]:
    moter = Mote.objects.visible_to(user).filter(avlyst=False, tid__gt=na(), tid__date__lte=til)
    courses = Kurs.objects.visible_to(user).filter(avlyst=False, dato__range=(idag(), til))
    return {
        "moter": Liste(moter, nokkel=_pk(), tekst="forum__navn", mer="sted", tid="tid"),
        "kurs": Liste(courses, nokkel=_pk(), tekst="tittel", dato="dato"),
    }


def _ventende(user: Bruker) -> dict[str, Liste]:
    """Minutes not written, agreements about to end and follow-up past its deadline."""
    until = idag() + VARSLES
    held = Mote.objects.visible_to(user).filter(avlyst=False, referat="", tid__range=(na() - TILBAKE, na()))
    soon = Avtale.objects.visible_to(user).filter(
        Q(gyldig_til__isnull=True) | Q(gyldig_til__gte=idag()), Q(gyldig_til__lte=until) | Q(revisjon__lte=until)
    )
    late = Oppfolgingspunkt.objects.visible_to(user).apne().filter(frist__lt=idag())
    return {
        "referater": Liste(held, nokkel=_pk(), tekst="forum__navn", tid="tid"),
        "avtaler": Liste(soon, nokkel=_pk(), tekst="aktor__navn", mer="tittel", dato=Least("gyldig_til", "revisjon")),
        "punkter": Liste(late, nokkel=_pk("mote_id"), tekst="tekst", mer="ansvarlig__navn", dato="frist"),
    }


def _pk(navn: str = "pk") -> Cast:
    return Cast(F(navn), TextField())


def _mote(linje: Samlelinje) -> Gjoremal:
    return Gjoremal(linje.tekst, reverse("samarbeid:mote", args=[linje.nokkel]), linje.mer, localdate(linje.tid))


def _kurs(linje: Samlelinje) -> Gjoremal:
    return Gjoremal(linje.tekst, reverse("samarbeid:ett_kurs", args=[linje.nokkel]), _("Kurs"), linje.dato)


def _referat(linje: Samlelinje) -> Gjoremal:
    return Gjoremal(
        tittel=_("Skriv referat fra møtet i %(forum)s") % {"forum": linje.tekst},
        url=reverse("samarbeid:referat", args=[linje.nokkel]),
        undertekst=_("Samarbeid"),
        frist=localdate(linje.tid) + REFERAT_INNEN,
    )


def _avtale(linje: Samlelinje) -> Gjoremal:
    return Gjoremal(
        tittel=_("Forny avtalen med %(aktor)s") % {"aktor": linje.tekst},
        url=reverse("samarbeid:endre_avtale", args=[linje.nokkel]),
        undertekst=linje.mer,
        frist=linje.dato,
    )


def _punkt(linje: Samlelinje) -> Gjoremal:
    return Gjoremal(
        tittel=_("Følg opp: %(tekst)s") % {"tekst": linje.tekst},
        url=reverse("samarbeid:mote", args=[linje.nokkel]),
        undertekst=linje.mer,
        frist=linje.dato,
    )


KOMMENDE = {"moter": _mote, "kurs": _kurs}
VENTENDE = {"referater": _referat, "avtaler": _avtale, "punkter": _punkt}
