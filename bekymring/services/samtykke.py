"""Consent is given and withdrawn: a reason for grants, and ending it ends the grants it carried."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db import transaction

from brukere.models import Bruker
from felles.engang import alt_laget
from felles.tid import idag, na
from samarbeid.models import Aktor

from ..choices import Hendelseart, Hjemmelkode
from ..lesing.grunnlag import dagslutt
from ..models import Delingsgrunnlag, Hjemmel, Sak, Samtykke
from .tildeling import lukk_grunn
from .tilgang import skriv_hendelse


@transaction.atomic
def gi_samtykke(*, av: Bruker, sak: Sak, nokkel: UUID, mottakere: Iterable[Aktor], **felt: Any) -> Samtykke:
    """Register a consent and its recipients (R5). The same key twice gives the same row: a double submit."""
    if found := alt_laget(sak.samtykker, nokkel):
        return found
    samtykke = Samtykke(id=nokkel, sak=sak, registrert_av=av, informert=True, **felt)
    samtykke.save(force_insert=True)
    hjemmel = Hjemmel.objects.gjeldende(idag()).get(kode=Hjemmelkode.SAMTYKKE)
    Delingsgrunnlag.objects.bulk_create(
        Delingsgrunnlag(
            sak=sak,
            mottaker=mottaker,
            hjemmel=hjemmel,
            samtykke=samtykke,
            bestemt_av=av,
            til=dagslutt(samtykke.gyldig_til),
        )
        for mottaker in mottakere
    )
    skriv_hendelse(av=av, sak=sak, sone=samtykke.sone, art=Hendelseart.SAMTYKKE)
    return samtykke


@transaction.atomic
def trekk_samtykke(*, av: Bruker, sak: Sak, samtykke: Samtykke) -> Samtykke:
    """One click, no reason, no flag (R7). The grants it carried end at once (R6). Twice is once."""
    if samtykke.trukket:
        return samtykke
    naa = na()
    samtykke.trukket, samtykke.trukket_av = naa, av
    samtykke.save(update_fields=["trukket", "trukket_av"])
    for grunnlag in samtykke.grunnlag.filter(til__gt=naa):
        grunnlag.til = max(naa, grunnlag.fra)
        grunnlag.save(update_fields=["til"])
        lukk_grunn(av, sak, grunnlag.pk)
    skriv_hendelse(av=av, sak=sak, sone=samtykke.sone, art=Hendelseart.SAMTYKKE_TRUKKET)
    return samtykke
