"""A concern is reported, without identity unless somebody has a reason for it (beslutninger 6, 9)."""

from typing import Any
from uuid import UUID

from django.db import transaction

from brukere.models import Bruker
from felles.engang import alt_laget
from felles.tid import na
from vern.choices import Sone

from ..choices import Hendelseart, Modus, Rett, Tilstand
from ..krav import Fakta
from ..lesing.tilgang import hvem_kan_se
from ..models import Kvittering, Sak
from ..policy import can_meld
from ..workflow import OVERGANGER, Steg
from .feil import IkkeTillatt, KravMangler
from .felles import fylt, svarfrist, varsle
from .tilgang import ny_sak, skriv_hendelse
from .virkninger import skriv_melding


@transaction.atomic
def meld(*, av: Bruker, nokkel: UUID, aldersspenn: str, koordinator_inhabil: bool = False, **data: Any) -> Kvittering:
    """Make the case, the reporter's texts, the first event and the receipt. The same key gives the same receipt."""
    if not can_meld(av):
        raise IkkeTillatt
    if found := alt_laget(Kvittering.objects, nokkel):
        return found
    _krev(aldersspenn, data)
    sak = ny_sak(
        av=av, koordinator_inhabil=koordinator_inhabil, modus=Modus.ANONYM, aldersspenn=aldersspenn, frist=svarfrist()
    )
    svarer = _leder(sak)
    tekst = skriv_melding(av, sak, data)
    skriv_hendelse(av=av, sak=sak, sone=Sone.FELLES, art=Hendelseart.MELDT, til=Tilstand.MOTTATT, tekst=tekst)
    kvittering = Kvittering(
        id=nokkel,
        bruker=av,
        sak=sak,
        nummer=sak.nummer,
        tid=na(),
        svarer=svarer,
        akutt=bool(data.get("akutt")),
    )
    kvittering.save(force_insert=True)
    sak.saksansvarlig = svarer
    sak.save(update_fields=["saksansvarlig"])
    varsle([svarer])
    return kvittering


def _leder(sak: Sak) -> Bruker:
    """The koordinator on duty, or the deputy."""
    return Bruker.objects.get(pk=next(rad.bruker_id or 0 for rad in hvem_kan_se(sak) if rad.rett == Rett.LED))


def _krev(aldersspenn: str, data: dict[str, Any]) -> None:
    f = Fakta(
        aldersspenn=aldersspenn,
        akutt=bool(data.get("akutt")),
        droftet_med_leder=bool(data.get("droftet")),
        beskyttelse=fylt(data.get("beskyttelse")),
        gjort=fylt(data.get("gjort")),
        tekst_bekreftet=bool(data.get("tekst_bekreftet")),
    )
    mangler = [svar for krav in OVERGANGER[Steg.MELD].krav if (svar := krav(f)) is not None]
    if mangler:
        raise KravMangler(mangler)
