"""The year as a wheel: what comes back every year, and the deadlines of this one, month by month."""

from dataclasses import dataclass, field
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from felles.dato import MANEDER, kortdato, langdato

from ..models import Milepael, Plan, Statusrunde

# The round of reporting (faggrunnlag 17): collected in the autumn, reported in January, heard in March. A deadline has
# the round itself (beslutninger 59), so none stands here.
FASTE: tuple[tuple[int, str | Promise], ...] = (
    (1, _("Årsrapport")),
    (3, _("Orientering til formannskapet")),
    (10, _("Innhenting av status")),
)


@dataclass
class Maned:
    nr: int
    navn: str
    faste: list[str | Promise] = field(default_factory=list)
    milepaeler: list[Milepael] = field(default_factory=list)


def maneder(plan: Plan, ar: int) -> list[Maned]:
    """Twelve months with what lies in them. Two queries."""
    months = [Maned(nr, navn, [tekst for m, tekst in FASTE if m == nr]) for nr, navn in enumerate(MANEDER, 1)]
    for om, frist in Statusrunde.objects.frister(plan, ar):
        months[_plass(frist, ar)].faste.append(_frist(om, frist))
    window = Milepael.objects.filter(tiltak__plan=plan).i_vinduet(date(ar, 1, 1), date(ar, 12, 31))
    for milepael in window.select_related("tiltak").order_by("frist", "tiltak__nr"):
        months[milepael.frist.month - 1].milepaeler.append(milepael)
    return months


def _plass(frist: date, ar: int) -> int:
    """A deadline in another year stands at the end of the wheel it comes after, or the start of the one before."""
    return frist.month - 1 if frist.year == ar else 11 if frist.year > ar else 0


def _frist(om: int, frist: date) -> str:
    if om == frist.year:
        return _("Frist for status %(dato)s") % {"dato": kortdato(frist)}
    return _("Frist for status %(ar)s: %(dato)s") % {"ar": om, "dato": langdato(frist)}


def poster(months: list[Maned]) -> list[tuple[int, str]]:
    """The same as pairs for felles.diagram.aarshjul."""
    return [
        (maned.nr, tekst)
        for maned in months
        for tekst in [*map(str, maned.faste), *(milepael.tittel for milepael in maned.milepaeler)]
    ]
