"""The rows of the matrix: which are shown, in which groups, and the chips that say so."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from felles.dato import talldato
from felles.sok import listeord, sokbar
from felles.sortering import nokkel as sorteringsnokkel

from ..choices import FERDIG, Gruppering, Visning
from ..forms.rapportering import TiltakFilter
from ..models import Ansvar, Tiltak


@dataclass
class Tiltaksrad:
    """One tiltak in the matrix."""

    tiltak: Tiltak
    ansvar: list[Ansvar]
    far: list[str]
    status: str
    fra_ar: int | None
    har_svar: bool
    frist: date | None
    oppdatert: datetime | None
    kan_rapporteres: bool
    dag: date

    @property
    def ansvarlig(self) -> str:
        """The lead, as short as a cell needs."""
        return self.ansvar[0].kort if self.ansvar else ""

    @property
    def over_frist(self) -> bool:
        return self.frist is not None and self.frist < self.dag

    @property
    def er_ferdig(self) -> bool:
        return self.status in FERDIG


@dataclass
class Gruppe:
    """Rows under one heading: an area, a party or a principle."""

    tittel: str
    rader: list[Tiltaksrad] = field(default_factory=list)


def ansvarlige(rows: Sequence[Tiltaksrad]) -> list[tuple[str, str]]:
    """Everyone who answers for something, by name: units as well as organisations."""
    found = {holder.slug: holder.kort for rad in rows for a in rad.ansvar for holder in (a.aktor, a.enhet) if holder}
    return sorted(found.items(), key=lambda item: sorteringsnokkel(item[1]))


def passer(rad: Tiltaksrad, chosen: Mapping[str, Any]) -> bool:
    tekst = sokbar(f"{rad.tiltak.nr} {rad.tiltak.tittel} {rad.tiltak.sammendrag}")
    slugs = {holder.slug for a in rad.ansvar for holder in (a.aktor, a.enhet) if holder}
    wanted = {Visning.FORSINKET: rad.over_frist and not rad.er_ferdig, Visning.STILLE: not rad.har_svar}
    return (
        all(word in tekst for word in listeord(str(chosen.get("sok", ""))))
        and chosen.get("status", rad.status) == rad.status
        and ("ansvarlig" not in chosen or chosen["ansvarlig"] in slugs)
        and ("vis" not in chosen or wanted[chosen["vis"]])
    )


def grupper(rows: Sequence[Tiltaksrad], etter: str) -> list[Gruppe]:
    """In the plan's order; parties by name. A tiltak of two principles stands under both. At most one query."""
    if etter == Gruppering.PRINSIPP:
        return _etter_prinsipp(rows)
    groups: dict[str, Gruppe] = {}
    for rad in rows:
        tittel = rad.ansvarlig or _("Ingen") if etter == Gruppering.ANSVARLIG else str(rad.tiltak.innsatsomrade)
        groups.setdefault(tittel, Gruppe(tittel)).rader.append(rad)
    found = list(groups.values())
    return sorted(found, key=lambda g: sorteringsnokkel(g.tittel)) if etter == Gruppering.ANSVARLIG else found


def _etter_prinsipp(rader: Sequence[Tiltaksrad]) -> list[Gruppe]:
    by_pk = {rad.tiltak.pk: rad for rad in rader}
    pairs = Tiltak.objects.filter(pk__in=by_pk, prinsipper__isnull=False).order_by("prinsipper__nr", "nr")
    groups: dict[str, Gruppe] = {}
    placed = set()
    for pk, nr, tittel in pairs.values_list("pk", "prinsipper__nr", "prinsipper__tittel"):
        heading = f"{nr}. {tittel}"
        groups.setdefault(heading, Gruppe(heading)).rader.append(by_pk[pk])
        placed.add(pk)
    rest = [rad for rad in rader if rad.tiltak.pk not in placed]
    return [*groups.values(), *([Gruppe(_("Uten prinsipp"), rest)] if rest else [])]


def i_adressen(chosen: Mapping[str, Any]) -> str:
    """The choices as they stand in the address."""
    return urlencode({navn: talldato(verdi) if isinstance(verdi, date) else verdi for navn, verdi in chosen.items()})


def brikker(skjema: TiltakFilter, chosen: Mapping[str, Any]) -> list[dict[str, str]]:
    """One chip for each chosen filter, linking to the list without it."""
    chips = []
    for navn, verdi in chosen.items():
        tekst = talldato(verdi) if isinstance(verdi, date) else verdi
        shown = dict(getattr(skjema.fields[navn], "choices", [])).get(verdi, tekst)
        rest = {key: other for key, other in chosen.items() if key != navn}
        chips.append({"tekst": f"{skjema.fields[navn].label}: {shown}", "url": f"?{i_adressen(rest)}"})
    return chips
