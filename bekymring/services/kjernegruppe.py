"""Meetings of a kjernegruppe: called, and prepared by each member."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from brukere.models import Bruker
from felles.engang import alt_laget, lag_en_gang
from felles.handler import krev_handler
from felles.tid import na

from .. import policy
from ..choices import Hendelseart, Tekstart
from ..models import Kjernegruppe, Medlemskap, Mote, Sak, Tekst
from .feil import IkkeTillatt
from .felles import las
from .tilgang import skriv_hendelse, skriv_tekst


def egne_grupper(bruker: Bruker) -> list[Kjernegruppe]:
    """Groups the user sits in; the koordinator sees all."""
    if policy.can_styre_grupper(bruker):
        return list(Kjernegruppe.objects.all())
    ids = Medlemskap.objects.gjeldende().filter(bruker=bruker).values("gruppe")
    return list(Kjernegruppe.objects.filter(pk__in=ids))


@transaction.atomic
def kall_inn(*, av: Bruker, gruppe: Kjernegruppe, nokkel: UUID, tid: datetime) -> Mote:
    """A new meeting; the leader or the koordinator calls it."""
    krev_handler(av)
    if not policy.can_kalle_inn(av, gruppe.medlemskap.gjeldende()):
        raise IkkeTillatt
    return lag_en_gang(Mote.objects, nokkel, {"gruppe": gruppe, "tid": tid, "innkalt_av": av})[0]


def avslutt_medlemskap(*, av: Bruker, medlemskap: Medlemskap) -> None:
    """The place in the group ends now, and with it what it opened: the database ends those grants (R29)."""
    krev_handler(av)
    if not policy.can_styre_grupper(av):
        raise IkkeTillatt
    Medlemskap.objects.filter(pk=medlemskap.pk, til__isnull=True).update(til=max(na(), medlemskap.fra))


@transaction.atomic
def skriv_vurdering(*, av: Bruker, sak: Sak, nokkel: UUID, sone: str, innhold: str) -> Tekst:
    """A member's own assessment, in the zone of their instans or shared with the group. The same key is one text."""
    sak = las(sak)
    adgang = policy.les_adgang(av, sak)
    if not policy.can_vurdere(adgang, sak) or sone not in adgang.skriver:
        raise IkkeTillatt
    if found := alt_laget(sak.tekster.filter(av=av), nokkel):
        return found
    tekst = skriv_tekst(av=av, sak=sak, sone=sone, art=Tekstart.VURDERING, innhold=innhold.strip(), id=nokkel)
    skriv_hendelse(av=av, sak=sak, sone=sone, art=Hendelseart.VURDERING, tekst=tekst)
    return tekst
