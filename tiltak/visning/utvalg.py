"""Which rows of the matrix are shown, in which groups, and the chips that say so."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from felles.dato import talldato
from felles.sortering import nokkel as sorteringsnokkel

from ..choices import Gruppering, Visning
from ..forms.rapportering import TiltakFilter
from ..models import Tiltak

if TYPE_CHECKING:
    from .oversikt import Tiltaksrad


@dataclass
class Gruppe:
    """Rows under one heading: an area, a party or a principle."""

    tittel: str
    rader: list["Tiltaksrad"] = field(default_factory=list)


def ansvarlige(rows: Sequence["Tiltaksrad"]) -> list[tuple[str, str]]:
    """Everyone who answers for something, by name: units as well as organisations."""
    found = {holder.slug: holder.kort for row in rows for a in row.ansvar for holder in (a.aktor, a.enhet) if holder}
    return sorted(found.items(), key=lambda item: sorteringsnokkel(item[1]))


def passer(row: "Tiltaksrad", chosen: Mapping[str, Any]) -> bool:
    words = str(chosen.get("sok", "")).casefold().split()
    text = f"{row.tiltak.nr} {row.tiltak.tittel} {row.tiltak.sammendrag}".casefold()
    slugs = {holder.slug for a in row.ansvar for holder in (a.aktor, a.enhet) if holder}
    wanted = {Visning.FORSINKET: row.over_frist and not row.er_ferdig, Visning.STILLE: not row.har_svar}
    return (
        all(word in text for word in words)
        and chosen.get("status", row.status) == row.status
        and ("ansvarlig" not in chosen or chosen["ansvarlig"] in slugs)
        and ("vis" not in chosen or wanted[chosen["vis"]])
    )


def grupper(rows: Sequence["Tiltaksrad"], etter: str) -> list[Gruppe]:
    """In the plan's order; parties by name. A tiltak of two principles stands under both. At most one query."""
    if etter == Gruppering.PRINSIPP:
        return _etter_prinsipp(rows)
    groups: dict[str, Gruppe] = {}
    for row in rows:
        title = row.ansvarlig or _("Ingen") if etter == Gruppering.ANSVARLIG else str(row.tiltak.innsatsomrade)
        groups.setdefault(title, Gruppe(title)).rader.append(row)
    found = list(groups.values())
    return sorted(found, key=lambda g: sorteringsnokkel(g.tittel)) if etter == Gruppering.ANSVARLIG else found


def _etter_prinsipp(rows: Sequence["Tiltaksrad"]) -> list[Gruppe]:
    by_pk = {row.tiltak.pk: row for row in rows}
    pairs = Tiltak.objects.filter(pk__in=by_pk, prinsipper__isnull=False).order_by("prinsipper__nr", "nr")
    groups: dict[str, Gruppe] = {}
    for pk, nr, title in pairs.values_list("pk", "prinsipper__nr", "prinsipper__tittel"):
        heading = f"{nr}. {title}"
        groups.setdefault(heading, Gruppe(heading)).rader.append(by_pk.pop(pk, None) or _row(rows, pk))
    rest = [row for row in rows if row.tiltak.pk in by_pk]
    return [*groups.values(), *([Gruppe(_("Uten prinsipp"), rest)] if rest else [])]


def _row(rows: Iterable["Tiltaksrad"], pk: int) -> "Tiltaksrad":
    return next(row for row in rows if row.tiltak.pk == pk)


def i_adressen(chosen: Mapping[str, Any]) -> str:
    """The choices as they stand in the address."""
    return urlencode({name: talldato(value) if isinstance(value, date) else value for name, value in chosen.items()})


def brikker(form: TiltakFilter, chosen: Mapping[str, Any]) -> list[dict[str, str]]:
    """One chip for each chosen filter, linking to the list without it."""
    chips = []
    for name, value in chosen.items():
        text = talldato(value) if isinstance(value, date) else value
        shown = dict(getattr(form.fields[name], "choices", [])).get(value, text)
        rest = {key: other for key, other in chosen.items() if key != name}
        chips.append({"tekst": f"{form.fields[name].label}: {shown}", "url": f"?{i_adressen(rest)}"})
    return chips
