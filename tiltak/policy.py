"""Who may do what with the plan. Everyone logged in reads it; its status is told by those who answer for it."""

from django.db.models import Q

from brukere.models import Bruker
from brukere.roles import Rolle
from samarbeid.choices import Aktortype
from samarbeid.models import Tilknytning
from samarbeid.policy import can_view_registeret

from .choices import Ansvarsrolle, Statuskrav
from .workflow import FAGFOLK, MuligOvergang

SVARER = (Ansvarsrolle.HOVEDANSVARLIG, Ansvarsrolle.MEDANSVARLIG)


def can_view_planen(user: Bruker) -> bool:
    """Everyone logged in reads plan and guidance (beslutninger 10)."""
    return user.is_authenticated


def can_rapportere_alle(user: Bruker) -> bool:
    """The koordinator follows the whole plan (faggrunnlag 21)."""
    return user.har_rolle(Rolle.KOORDINATOR)


def can_kommentere(user: Bruker) -> bool:
    """Those who hold a role or work at a partner talk together under a tiltak; others read the plan."""
    return can_view_registeret(user)


def can_rullere(user: Bruker) -> bool:
    """The koordinator drafts the next edition and registers that it is adopted."""
    return user.har_rolle(Rolle.KOORDINATOR)


def can_view_utkast(user: Bruker) -> bool:
    """The rådmann reads the draft before it goes to the politicians."""
    return user.har_rolle(Rolle.KOORDINATOR, Rolle.RADMANN)


def can_foresla_ide(user: Bruker) -> bool:
    """Those who work with the plan by role may bring an idea (workflow.FAGFOLK)."""
    return user.har_rolle(*FAGFOLK)


def can_flytte_mulig(user: Bruker, overgang: MuligOvergang) -> bool:
    """The table of moves says which roles (workflow.MULIGE_OVERGANGER)."""
    return user.har_rolle(*overgang.roller)


def kreves(av: Bruker, *, viktig: bool, gjennomfort: bool) -> Statuskrav:
    """Who must agree to a report: a second person at the end of an important tiltak, else the koordinator."""
    if viktig and gjennomfort:
        return Statuskrav.BEKREFTELSE
    return Statuskrav.INGEN if can_rapportere_alle(av) else Statuskrav.GODKJENNING


def egne_tiltak(user: Bruker) -> Q:
    """Which tiltak are «own» (faggrunnlag 21): a condition on Tiltak, so that lists and single rows ask the same.

    A tiltaksansvarlig answers for tiltak that name the unit they work in, or the organisation itself where the plan
    names no unit. A politikontakt answers for tiltak that police lead. Both only with a place of work that holds."""
    condition = Q(pk__in=())
    if not user.har_rolle(Rolle.TILTAKSANSVARLIG, Rolle.POLITIKONTAKT):
        return condition
    steder = list(Tilknytning.objects.gjeldende().filter(bruker=user).values_list("aktor_id", "aktor__type"))
    if user.har_rolle(Rolle.TILTAKSANSVARLIG):
        mine = [pk for pk, _type in steder]
        svarene = Q(ansvar__til__isnull=True, ansvar__rolle__in=SVARER)
        condition |= svarene & (Q(ansvar__enhet__in=mine) | Q(ansvar__enhet__isnull=True, ansvar__aktor__in=mine))
    if user.har_rolle(Rolle.POLITIKONTAKT) and any(slag == Aktortype.POLITI for _pk, slag in steder):
        condition |= Q(
            ansvar__til__isnull=True,
            ansvar__rolle=Ansvarsrolle.HOVEDANSVARLIG,
            ansvar__aktor__type=Aktortype.POLITI,
        )
    return condition
