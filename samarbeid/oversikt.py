"""What the start page shows of the registry: meetings and courses ahead, and what waits on the koordinator."""

from datetime import date, timedelta

from django.db.models import Q
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from brukere.models import Bruker
from felles.gjoremal import Gjoremal
from felles.tid import idag, na

from .models import Avtale, Kurs, Mote, Oppfolgingspunkt
from .policy import can_edit_registeret

VARSLES = timedelta(days=60)
REFERAT_INNEN = timedelta(days=7)
TILBAKE = timedelta(days=60)


def kommende(user: Bruker, *, til: date) -> list[Gjoremal]:
    """Meetings of fora and courses from now to `til`, for everybody who reads the registry."""
    meetings = Mote.objects.visible_to(user).filter(avlyst=False, tid__gt=na(), tid__date__lte=til)
    courses = Kurs.objects.visible_to(user).filter(avlyst=False, dato__range=(idag(), til))
    return [
        Gjoremal(str(mote.forum), f"/samarbeid/moter/{mote.pk}/", mote.sted, localdate(mote.tid))
        for mote in meetings.select_related("forum").defer("saksliste", "referat")
    ] + [Gjoremal(kurs.tittel, f"/samarbeid/kurs/{kurs.pk}/", _("Kurs"), kurs.dato) for kurs in courses]


def ventende(user: Bruker) -> list[Gjoremal]:
    """Minutes not written, agreements about to end and follow-up past its deadline, for who keeps the registry."""
    if not can_edit_registeret(user):
        return []
    return _referater(user) + _avtaler(user) + _punkter(user)


def _referater(user: Bruker) -> list[Gjoremal]:
    held = Mote.objects.visible_to(user).filter(avlyst=False, referat="", tid__range=(na() - TILBAKE, na()))
    return [
        Gjoremal(
            tittel=_("Skriv referat fra møtet i %(forum)s") % {"forum": mote.forum},
            url=f"/samarbeid/moter/{mote.pk}/referat/",
            undertekst=_("Samarbeid"),
            frist=localdate(mote.tid) + REFERAT_INNEN,
        )
        for mote in held.select_related("forum").defer("saksliste", "referat")
    ]


def _avtaler(user: Bruker) -> list[Gjoremal]:
    until = idag() + VARSLES
    soon = Avtale.objects.visible_to(user).filter(
        Q(gyldig_til__isnull=True) | Q(gyldig_til__gte=idag()), Q(gyldig_til__lte=until) | Q(revisjon__lte=until)
    )
    return [
        Gjoremal(
            tittel=_("Forny avtalen med %(aktor)s") % {"aktor": avtale.aktor},
            url=f"/samarbeid/avtale/{avtale.pk}/endre/",
            undertekst=avtale.tittel,
            frist=min(dato for dato in (avtale.gyldig_til, avtale.revisjon) if dato),
        )
        for avtale in soon.select_related("aktor")
    ]


def _punkter(user: Bruker) -> list[Gjoremal]:
    late = Oppfolgingspunkt.objects.visible_to(user).apne().filter(frist__lt=idag())
    return [
        Gjoremal(
            tittel=_("Følg opp: %(tekst)s") % {"tekst": punkt.tekst},
            url=f"/samarbeid/moter/{punkt.mote_id}/",
            undertekst=str(punkt.ansvarlig),
            frist=punkt.frist,
        )
        for punkt in late.select_related("ansvarlig", "mote")
    ]
