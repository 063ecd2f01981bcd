"""Forms not yet sent: encrypted under a key of their writer's own, for 14 days (beslutninger 20)."""

import json
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4, uuid5

from django.db import transaction

from brukere.models import Bruker
from felles.engang import vent_pa_tur
from felles.handler import krev_handler
from felles.tid import na
from vern import krypto, nokler

from ..models import Utkast

LEVETID = timedelta(days=14)
NAVNEROM = UUID("6f1d1f8e-3c0b-4b55-9d0e-5f3b8a1c7e42")
SONE = "utkast"


def _eier(bruker: Bruker) -> UUID:
    return uuid5(NAVNEROM, str(bruker.pk))


def _sted(bruker: Bruker, rad: UUID) -> bytes:
    return krypto.sted(_eier(bruker), SONE, "utkast", "innhold", rad)


@transaction.atomic
def lagre_utkast(*, av: Bruker, skjema: str, data: dict[str, Any]) -> Utkast:
    """Keep what has been typed so far; one draft a form."""
    krev_handler(av)
    vent_pa_tur(f"utkast {av.pk} {skjema}")
    rad = Utkast.objects.filter(bruker=av, skjema=skjema).first() or Utkast(id=uuid4(), bruker=av, skjema=skjema)
    nokkel = nokler.lag(_eier(av), SONE)
    rad.innhold = krypto.lukk(nokkel, json.dumps(data), _sted(av, rad.pk))
    rad.endret = na()
    rad.save()
    return rad


def hent_utkast(*, av: Bruker, skjema: str) -> dict[str, Any] | None:
    """One's own draft, unless it is older than 14 days."""
    krev_handler(av)
    rad = Utkast.objects.filter(bruker=av, skjema=skjema, endret__gt=na() - LEVETID).first()
    if rad is None:
        return None
    par = (_eier(av), SONE)
    nokkel = nokler.hent([par]).get(par)
    return None if nokkel is None else json.loads(krypto.apne(nokkel, bytes(rad.innhold), _sted(av, rad.pk)))


def slett_utkast(*, av: Bruker, skjema: str) -> None:
    """The form is sent, or given up."""
    krev_handler(av)
    Utkast.objects.filter(bruker=av, skjema=skjema).delete()


def utkast_tid(*, av: Bruker, skjema: str) -> datetime | None:
    """When the draft was saved, for «Utkast lagret kl. 14.32. Bare du ser det.»"""
    krev_handler(av)
    rad = Utkast.objects.filter(bruker=av, skjema=skjema, endret__gt=na() - LEVETID).first()
    return rad.endret if rad else None
