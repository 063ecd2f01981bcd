"""Consent is given and withdrawn. What it opens, and that this ends with it, the database decides."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID, uuid5

from django.db import transaction

from brukere.models import Bruker
from felles.engang import vent_pa_tur
from felles.tid import idag, na
from samarbeid.models import Aktor

from ..choices import Formal, Hendelseart, Hjemmelkode, Opplysning, Partstype
from ..lesing.grunnlag import dagslutt
from ..lesing.tilgang import hvem_kan_se
from ..models import Delingsgrunnlag, Hjemmel, Part, Sak, Samtykke
from .felles import varsle
from .tilgang import skriv_hendelse


def parter(sak: Sak, foresatte: int = 0) -> list[Part]:
    """The parties there are: the person, and as many guardians as have parental responsibility (R20).

    Registered when somebody is first asked, and never fewer than are known already.
    """
    for type, antall in ((Partstype.SELV, 1), (Partstype.FORESATT, foresatte)):
        for nummer in range(1, antall + 1):
            Part.objects.get_or_create(sak=sak, type=type, nummer=nummer)
    return list(sak.parter.filter(til=None))


@transaction.atomic
def gi_samtykke(
    *,
    av: Bruker,
    sak: Sak,
    nokkel: UUID,
    givere: Iterable[Part],
    mottakere: Iterable[Aktor] = (),
    personer: Iterable[Bruker] = (),
    opplysninger: Iterable[Opplysning | str],
    formal: Iterable[Formal | str],
    gyldig_til: date,
    **felt: Any,
) -> list[Samtykke]:
    """Register what each of `givere` has said yes to: with whom, what, for what, how long (R5).

    One row a party, since each consents and withdraws alone (R20). The same key twice is one act: a double submit.
    """
    vent_pa_tur(nokkel)
    nokler = {part: uuid5(nokkel, str(part.pk)) for part in givere}
    if found := list(sak.samtykker.filter(pk__in=nokler.values())):
        return found
    hva: dict[str, Any] = {"opplysninger": list(opplysninger), "formal": list(formal)}
    hvem: list[dict[str, Any]] = [{"mottaker": sted} for sted in mottakere] + [
        {"mottaker_person": en} for en in personer
    ]
    hjemmel = Hjemmel.objects.gjeldende(idag()).get(kode=Hjemmelkode.SAMTYKKE)
    gitt = [
        Samtykke(id=pk, sak=sak, part=part, registrert_av=av, informert=True, gyldig_til=gyldig_til, **felt)
        for part, pk in nokler.items()
    ]
    for samtykke in gitt:
        samtykke.save(force_insert=True)
        Delingsgrunnlag.objects.bulk_create(
            Delingsgrunnlag(
                sak=sak,
                hjemmel=hjemmel,
                samtykke=samtykke,
                bestemt_av=av,
                til=dagslutt(gyldig_til),
                **hva,
                **en,
            )
            for en in hvem
        )
        skriv_hendelse(av=av, sak=sak, sone=samtykke.sone, art=Hendelseart.SAMTYKKE)
    return gitt


@transaction.atomic
def trekk_samtykke(*, av: Bruker, sak: Sak, samtykke: Samtykke) -> Samtykke:
    """One click, no reason, no flag (R7). What stood on it ends at once, in the database (R6). Twice is once."""
    if samtykke.trukket:
        return samtykke
    naa = na()
    hadde = lesere(sak)
    samtykke.trukket, samtykke.trukket_av = naa, av
    samtykke.save(update_fields=["trukket", "trukket_av"])
    for grunnlag in samtykke.grunnlag.filter(til__gt=naa):
        grunnlag.til = max(naa, grunnlag.fra)
        grunnlag.save(update_fields=["til"])
    skriv_hendelse(av=av, sak=sak, sone=samtykke.sone, art=Hendelseart.SAMTYKKE_TRUKKET)
    varsle(Bruker.objects.filter(pk__in=hadde - lesere(sak)))
    return samtykke


def lesere(sak: Sak) -> set[int]:
    """Who sees the case now, by a grant that can be told of."""
    return {rad.bruker_id for rad in hvem_kan_se(sak) if rad.bruker_id is not None}
