"""Who can be given a task or a part in a case."""

from django.db.models import Q, QuerySet

from brukere.models import Bruker, Rolletildeling
from brukere.roles import Rolle
from samarbeid.models import Tilknytning

from ..models import Medlemskap, Sak
from .grunnlag import sperrede


def mulige_ansvarlige(sak: Sak) -> QuerySet[Bruker]:
    """Members of the case's group, police contacts, and the one who has the case; nobody who is kept out of it."""
    medlemmer = Medlemskap.objects.gjeldende().filter(gruppe=sak.kjernegruppe_id).values("bruker")
    politi = Rolletildeling.objects.gjeldende().filter(rolle=Rolle.POLITIKONTAKT).values("bruker")
    hvem = Q(pk__in=medlemmer) | Q(pk__in=politi) | Q(pk=sak.saksansvarlig_id)
    return Bruker.objects.filter(hvem, is_active=True).exclude(pk__in=sperrede(sak)).etter_navn()


def mentorer() -> QuerySet[Bruker]:
    """Those who work as mentor now."""
    ids = Tilknytning.objects.gjeldende().filter(funksjon__iexact="mentor").values("bruker")
    return Bruker.objects.filter(pk__in=ids, is_active=True).etter_navn()


def mulige_mottakere_av_tekster(sak: Sak) -> QuerySet[Bruker]:
    """Those who work where a ground of the case points: who leads it may give them chosen texts."""
    steder = sak.delingsgrunnlag.gjeldende().exclude(mottaker=None).values("mottaker")
    ansatte = Tilknytning.objects.gjeldende().filter(aktor__in=steder).exclude(aktor__sone="").values("bruker")
    return Bruker.objects.filter(pk__in=ansatte, is_active=True).exclude(pk__in=sperrede(sak))


def mulige_lesere() -> QuerySet[Bruker]:
    """Who parts of a closed case can be opened for: a koordinator, or one who works in a service with its own zone."""
    koordinatorer = Rolletildeling.objects.gjeldende().filter(rolle=Rolle.KOORDINATOR).values("bruker")
    ansatte = Tilknytning.objects.gjeldende().exclude(aktor__sone="").values("bruker")
    return Bruker.objects.filter(Q(pk__in=koordinatorer) | Q(pk__in=ansatte), is_active=True).etter_navn()


def mulige_personer(sak: Sak) -> QuerySet[Bruker]:
    """Who a consent can name: mentors, and those who can lead an ansvarsgruppe. Who has the case needs no ground."""
    hvem = Q(pk__in=mentorer().values("pk")) | Q(pk__in=mulige_ansvarlige(sak).values("pk"))
    return Bruker.objects.filter(hvem).exclude(pk=sak.saksansvarlig_id or 0).etter_navn()
