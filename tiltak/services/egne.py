"""What is the municipality's own under an adopted tiltak: the koordinator corrects it, and the history keeps it.

Title, wording, label, parties and year are what was adopted. They change by a revision (or, for parties, a dated
handover), never here: the web role has no right to write them (faggrunnlag 19)."""

from collections.abc import Collection
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from brukere.models import Bruker
from felles.avslag import Konflikt
from felles.handler import krev_handler

from ..models import Fokuskobling, Fokusomrade, Prinsipp, Prinsippkobling, Tiltak
from ..policy import can_rapportere_alle


def versjon(tiltak: Tiltak) -> int:
    """How many times the tiltak or its links have changed."""
    lenker = (kobling.history.filter(tiltak=tiltak.pk).count() for kobling in (Prinsippkobling, Fokuskobling))
    return int(Tiltak.history.filter(id=tiltak.pk).count() + sum(lenker))


def siste_endring(tiltak: Tiltak) -> Any:
    """The newest entry of the history of the tiltak and its links: who and when."""
    entries = [Tiltak.history.filter(id=tiltak.pk)]
    entries += [kobling.history.filter(tiltak=tiltak.pk) for kobling in (Prinsippkobling, Fokuskobling)]
    found = (rader.select_related("history_user").first() for rader in entries)
    return max((rad for rad in found if rad), key=lambda rad: rad.history_date)


@transaction.atomic
def endre_egne(
    *,
    av: Bruker,
    tiltak: Tiltak,
    sett: int,
    sammendrag: str,
    type: str,
    prinsipper: Collection[Prinsipp],
    fokusomrader: Collection[Fokusomrade],
) -> Tiltak:
    """Our summary and kind of it, and which of the plan's principles and focus areas it serves."""
    krev_handler(av)
    if not can_rapportere_alle(av):
        raise PermissionDenied
    rad = Tiltak.objects.select_for_update(of=("self",)).med_plass().get(pk=tiltak.pk)
    chosen: list[Prinsipp | Fokusomrade] = [*prinsipper, *fokusomrader]
    if not rad.plan.er_gjeldende or any(one.plan_id != rad.plan_id for one in chosen):
        raise PermissionDenied
    if versjon(rad) != sett:
        latest = siste_endring(rad)
        navn = str(latest.history_user or _("En annen"))
        raise Konflikt(rad, versjon=versjon(rad), navn=navn, tid=latest.history_date)
    rad.sammendrag, rad.type = sammendrag, type
    rad.save(update_fields=["sammendrag", "type"])
    rad.prinsipper.set(prinsipper)
    rad.fokusomrader.set(fokusomrader)
    return rad
