"""All reports of an edition in one query, asked for the status of a tiltak in a year or at a time."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import MAXYEAR, date, datetime
from types import MappingProxyType

from django.db.models import Case, Q, Value, When

from ..choices import Statuskrav, Utfall, Vurderingsutfall
from ..models import Plan, Rulleringskobling, Statusrapport, Tiltak
from ..models.rapportering import StatusrapportQuerySet

Ord = dict[int, dict[int, Statusrapport]]  # tiltak → year → report
NO_HEIRS: Mapping[int, int] = MappingProxyType({})


@dataclass(frozen=True)
class Statuslinje:
    """What the matrix needs of a report."""

    ar: int
    tid: datetime
    status: str
    frist: date | None
    ferdig: bool
    i_kraft: bool = True
    tilbake: bool = False


def arvinger() -> dict[int, int]:
    """Old tiltak to the one that was kept from it, alone and as it was or changed, in the next edition. One query."""
    kept = Rulleringskobling.objects.filter(utfall__in=(Utfall.VIDEREFORT, Utfall.ENDRET), til__tiltak__isnull=False)
    return dict(kept.values_list("fra", "til__tiltak"))


def arvekjede(tiltak_id: int, arving: Mapping[int, int]) -> list[int]:
    """The tiltak itself and each later one that was kept from it: what was told of the first is told of them all."""
    chain = [tiltak_id]
    while chain[-1] in arving:
        chain.append(arving[chain[-1]])
    return chain


def forgjengere(tiltak_id: int) -> list[int]:
    """The tiltak of older editions that this one was kept from, nearest first."""
    before = {new: old for old, new in arvinger().items()}
    found: list[int] = []
    while tiltak_id in before:
        tiltak_id = before[tiltak_id]
        found.append(tiltak_id)
    return found


def fortalt(plan: Plan) -> tuple[StatusrapportQuerySet, dict[int, int]]:
    """All that was told of an edition, also of what its tiltak were kept from, and the old tiltak to the kept ones."""
    arving = arvinger() if plan.erstatter_id else {}
    return Statusrapport.objects.filter(Q(tiltak__plan=plan) | Q(tiltak__in=arving)), arving


def siste_ord(rader: Iterable[Statusrapport], arving: Mapping[int, int] = NO_HEIRS) -> Ord:
    """The last word on each tiltak in each year, also where it was told of the one it was kept from."""
    found: Ord = defaultdict(dict)
    for rad in sorted(rader, key=lambda rad: (rad.ar, rad.tid)):
        for pk in arvekjede(rad.tiltak_id, arving):
            found[pk][rad.ar] = rad
    return found


def siste_i(arene: Mapping[int, Statusrapport], til_ar: int = MAXYEAR) -> Statusrapport | None:
    """The last word on a tiltak, which holds until there is another one, of its last words by year."""
    return arene[max(known)] if (known := [ar for ar in arene if ar <= til_ar]) else None


def sist_fortalt(tiltak: Sequence[Tiltak], ar: int) -> dict[int, Statusrapport]:
    """What an older edition told last, this year or the one before, of tiltak this one kept."""
    arving = arvinger() if any(rad.plan.erstatter_id for rad in tiltak) else {}
    if not arving:
        return {}
    rader = Statusrapport.objects.gjeldende().filter(tiltak__in=arving, ar__in=(ar - 1, ar))
    ordene = siste_ord(rader.select_related("rapportert_av"), arving)
    return {pk: rad for pk in set(arving.values()) if (rad := siste_i(ordene[pk]))}


class Rapporter:
    """All reports of an edition, asked for the status of a tiltak in a year or at a time."""

    def __init__(self, plan: Plan, *, til: datetime | None = None) -> None:
        """With `til`, only what was known before that moment."""
        told, arving = fortalt(plan)
        said = Q(vurdering__tid__lt=til) if til else Q()
        agreed = said & Q(vurdering__utfall=Vurderingsutfall.GODKJENT)
        back = said & Q(vurdering__utfall=Vurderingsutfall.SENDT_TILBAKE)
        known = Q(tid__lt=til) if til else Q()
        rader = told.filter(known).order_by("ar", "tid", "pk")
        rader = rader.annotate(
            gjelder=Case(
                When(agreed, then=Value(True)),
                When(krever=Statuskrav.BEKREFTELSE, then=Value(False)),
                default=Value(True),
            ),
            tilbake=Case(When(back, then=Value(True)), default=Value(False)),
        )
        kolonner = ("tiltak_id", "ar", "tid", "status", "frist", "rapporteres_ikke_videre", "gjelder", "tilbake")
        self._av: dict[int, list[Statuslinje]] = defaultdict(list)
        for tiltak_id, *verdier in rader.values_list(*kolonner):
            rapport = Statuslinje(*verdier)
            for pk in arvekjede(tiltak_id, arving):
                self._av[pk].append(rapport)

    def siste(self, tiltak_id: int, *, ar: int | None = None, til: datetime | None = None) -> Statuslinje | None:
        """The last word on a tiltak: in one year, or as known at a time."""
        held = (rad for rad in reversed(self._av[tiltak_id]) if rad.i_kraft)
        return next((rad for rad in held if ar in (None, rad.ar) and (til is None or rad.tid <= til)), None)

    def har_svart(self, tiltak_id: int, ar: int) -> bool:
        """Told this year, or done for good. What was sent back is no answer; what waits for a second person is."""
        rader = self._av[tiltak_id]
        return (
            bool(rader) and not rader[-1].tilbake and (rader[-1].ar >= ar or (rader[-1].i_kraft and rader[-1].ferdig))
        )

    def finnes(self, *, til: datetime) -> bool:
        return any(rapport.tid <= til for rader in self._av.values() for rapport in rader)
