"""Who can be given a task or a part in a case."""

from django.db.models import Q, QuerySet

from brukere.models import Bruker
from brukere.roles import Rolle
from felles.tid import na
from samarbeid.models import Tilknytning

from ..models import Medlemskap, Sak
from .tildeling import sperrede


def mulige_ansvarlige(sak: Sak) -> QuerySet[Bruker]:
    """Members of the case's group, police contacts, and the one who has the case; nobody who is kept out of it."""
    now = na()
    medlemmer = Medlemskap.objects.gjeldende().filter(gruppe=sak.kjernegruppe_id).values("bruker")
    politi = Q(rolletildelinger__rolle=Rolle.POLITIKONTAKT, rolletildelinger__fra__lte=now) & (
        Q(rolletildelinger__til=None) | Q(rolletildelinger__til__gt=now)
    )
    hvem = Bruker.objects.filter(Q(pk__in=medlemmer) | politi | Q(pk=sak.saksansvarlig_id), is_active=True)
    return hvem.exclude(pk__in=sperrede(sak)).distinct().order_by("navn")


def mentorer() -> QuerySet[Bruker]:
    """Those who work as mentor now."""
    ids = Tilknytning.objects.filter(funksjon__iexact="mentor").exclude(til__lte=na()).values("bruker")
    return Bruker.objects.filter(pk__in=ids, is_active=True).order_by("navn")
