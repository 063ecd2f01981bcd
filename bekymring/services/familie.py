"""A family asks for guidance for itself: a case that says nothing of the person they worry about (R9, faggrunnlag 9).

No age, no name, and no way to another case. The one who gets the guidance consents, for themselves.
"""

from datetime import timedelta
from uuid import UUID

from django.db import transaction

from brukere.models import Bruker
from felles.engang import alt_laget
from felles.tid import idag, na
from vern.choices import Sone

from ..choices import Hendelseart, Modus, Rett, Tekstart, Tilstand
from ..lesing.tilgang import hvem_kan_se
from ..models import Kvittering, Sak
from ..policy import can_starte_familieveiledning
from .feil import IkkeTillatt
from .felles import varsle
from .tilgang import ny_sak, skriv_hendelse, skriv_tekst

FRIST = timedelta(days=30)


@transaction.atomic
def start_familieveiledning(*, av: Bruker, nokkel: UUID, onske: str) -> Sak:
    """Make the case, with what the family wants help with. The same key gives the same case."""
    if not can_starte_familieveiledning(av):
        raise IkkeTillatt
    if found := alt_laget(Kvittering.objects.select_related("sak"), nokkel):
        return found.sak
    sak = ny_sak(av=av, modus=Modus.FAMILIE, aldersspenn="", tilstand=Tilstand.AVKLARING, frist=idag() + FRIST)
    leder = Bruker.objects.get(pk=next(r.bruker_id or 0 for r in hvem_kan_se(sak) if r.rett == Rett.LED))
    tekst = skriv_tekst(av=av, sak=sak, sone=Sone.FELLES, art=Tekstart.ONSKE, innhold=onske.strip())
    skriv_hendelse(av=av, sak=sak, sone=Sone.FELLES, art=Hendelseart.FAMILIE, til=Tilstand.AVKLARING, tekst=tekst)
    kvittering = Kvittering(id=nokkel, bruker=av, sak=sak, nummer=sak.nummer, tid=na(), svarer=leder)
    kvittering.save(force_insert=True)
    sak.saksansvarlig = leder
    sak.save(update_fields=["saksansvarlig"])
    varsle([leder] if leder.pk != av.pk else [])
    return sak
