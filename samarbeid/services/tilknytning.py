"""Where users work. The place decides which zone of a case a grant can open to them (beslutninger 3)."""

import uuid
from datetime import datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from brukere.models import Bruker
from felles.engang import alt_laget
from felles.handler import krev_handler
from felles.tid import na

from ..models import Aktor, Tilknytning
from ..policy import can_place


@transaction.atomic
def knytt_til(
    *, av: Bruker, bruker: Bruker, skjema: uuid.UUID, aktor: Aktor, funksjon: str, til: datetime | None = None
) -> Tilknytning:
    """The user works at the partner from now. It opens no case: only a `Tilgang` does."""
    krev_handler(av)
    if not can_place(av, bruker):
        raise PermissionDenied
    Bruker.objects.select_for_update(of=("self",)).get(pk=bruker.pk)
    if finnes := alt_laget(Tilknytning.objects.filter(bruker=bruker), skjema, felt="skjema"):
        return finnes
    if Tilknytning.objects.gjeldende().filter(bruker=bruker, aktor=aktor).exists():
        raise ValidationError({"aktor": _("Brukeren har alt dette arbeidsstedet.")})
    return Tilknytning.objects.create(bruker=bruker, aktor=aktor, funksjon=funksjon, til=til, fra=na(), skjema=skjema)


@transaction.atomic
def avslutt_tilknytning(*, av: Bruker, tilknytning: Tilknytning) -> None:
    """The user works there no more, from now, and their sessions end (R29). Ending it twice changes nothing."""
    krev_handler(av)
    if not can_place(av, tilknytning.bruker):
        raise PermissionDenied
    if Tilknytning.objects.gjeldende().filter(pk=tilknytning.pk).update(til=na()):
        tilknytning.bruker.okter.all().delete()
