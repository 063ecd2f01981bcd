"""Avverging: personal, before all silence, and never in the way of the telephone (R12, R14, straffeloven § 196)."""

from uuid import UUID

from django.db import transaction

from brukere.models import Bruker
from felles.engang import alt_laget
from vern.choices import Sone

from .. import policy
from ..choices import Hendelseart
from ..models import Sak
from .feil import IkkeTillatt
from .tilgang import skriv_hendelse


@transaction.atomic
def varsle_avverging(*, av: Bruker, sak: Sak, nokkel: UUID | None = None) -> None:
    """That the police was told, when and by whom. No content. In the widest zone the person may write in.

    The same key again is the same notice; no key at all never stands in the way.
    """
    adgang = policy.les_adgang(av, sak)
    if not policy.can_varsle(adgang):
        raise IkkeTillatt
    sone = next((s for s in (Sone.FELLES, *sorted(adgang.skriver)) if s in adgang.skriver), None)
    if sone is None:
        raise IkkeTillatt
    if nokkel and alt_laget(sak.hendelser, nokkel):
        return
    skriv_hendelse(av=av, sak=sak, sone=sone, art=Hendelseart.AVVERGING, id=nokkel)
