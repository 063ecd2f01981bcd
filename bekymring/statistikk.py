"""The only door through which figures about cases leave this room: published, suppressed, never live."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from felles.skjerming import Skjult

from .choices import Tallart
from .models import Tall


@dataclass(frozen=True)
class Tallrad:
    """One kind of act, year by year: a number, the words "under 5", or None where nothing is published."""

    navn: str
    verdier: tuple[int | str | None, ...]


@dataclass(frozen=True)
class Talltabell:
    """Published figures by year, oldest first, and the day the newest year was counted."""

    arene: tuple[int, ...]
    rader: tuple[Tallrad, ...]
    per: date | None


def publiserte_tall(ar: int, *, antall_ar: int = 2) -> Talltabell:
    """What has been published about the years up to and including `ar` (beslutninger 31). One query."""
    arene = tuple(range(ar - antall_ar + 1, ar + 1))
    rader = Tall.objects.filter(ar__in=arene).order_by("ar", "art", "-maned", "pk").distinct("ar", "art")
    found = {(rad.ar, rad.art): rad for rad in rader}
    if not found:
        return Talltabell(arene, (), None)
    talt = [rad.talt for (rad_ar, _art), rad in found.items() if rad_ar == ar]
    return Talltabell(
        arene,
        tuple(Tallrad(str(art.label), tuple(_vis(found.get((a, art.value))) for a in arene)) for art in Tallart),
        timezone.localdate(max(talt)) if talt else None,
    )


def _vis(rad: Tall | None) -> int | str | None:
    if rad is None:
        return None
    return str(rad.celle.tekst) if isinstance(rad.celle, Skjult) else rad.celle
