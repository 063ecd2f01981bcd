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

from ..models import Fokuskobling, Fokusomrade, Prinsipp, Prinsippkobling, Tiltak
from ..policy import can_rapportere_alle


def versjon(tiltak: Tiltak) -> int:
    """How many times the tiltak or its links have changed."""
    links = (kobling.history.filter(tiltak=tiltak.pk).count() for kobling in (Prinsippkobling, Fokuskobling))
    return int(Tiltak.history.filter(id=tiltak.pk).count() + sum(links))


def siste_endring(tiltak: Tiltak) -> Any:
    """The newest entry of the history of the tiltak and its links: who and when."""
    entries = [Tiltak.history.filter(id=tiltak.pk)]
    entries += [kobling.history.filter(tiltak=tiltak.pk) for kobling in (Prinsippkobling, Fokuskobling)]
    found = (rows.select_related("history_user").first() for rows in entries)
    return max((row for row in found if row), key=lambda row: row.history_date)


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
    if not can_rapportere_alle(av):
        raise PermissionDenied
    row = Tiltak.objects.select_for_update(of=("self",)).med_plass().get(pk=tiltak.pk)
    chosen: list[Prinsipp | Fokusomrade] = [*prinsipper, *fokusomrader]
    if not row.plan.er_gjeldende or any(one.plan_id != row.plan_id for one in chosen):
        raise PermissionDenied
    if versjon(row) != sett:
        siste = siste_endring(row)
        navn = str(siste.history_user or _("En annen"))
        raise Konflikt(row, versjon=versjon(row), navn=navn, tid=siste.history_date)
    row.sammendrag, row.type = sammendrag, type
    row.save(update_fields=["sammendrag", "type"])
    row.prinsipper.set(prinsipper)
    row.fokusomrader.set(fokusomrader)
    return row
