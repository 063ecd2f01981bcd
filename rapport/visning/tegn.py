"""Signs the paper can't show, worded for who orders and who approves: where they stand and which they are."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from tiltak.models import Plan

from ..models import Rapport
from ..services.bygg import bygg_arsbilde
from ..trykk.arsbilde import Arsbilde, fra_json
from ..trykk.tegn import mangler

EMOJI = "\U0001f000"  # from here on pictures, which no typeface for text has


@dataclass(frozen=True)
class Tegnmangel:
    """One place, with a way to it when it is a tiltak."""

    hvor: str
    tegn: str
    url: str = ""


def i_planen(ar: int) -> list[Tegnmangel]:
    """Of a report ordered now."""
    try:
        return _ord(bygg_arsbilde(ar))
    except Plan.DoesNotExist:
        return []


def i_rapporten(rapport: Rapport) -> list[Tegnmangel]:
    """Of a report that was ordered, from its frozen year."""
    try:
        return _ord(fra_json(rapport.bilde))
    except ValueError:  # a year that can't be drawn either; the job says so
        return []


def _ord(bilde: Arsbilde) -> list[Tegnmangel]:
    return [
        Tegnmangel(
            _("Tiltak %(nr)s, %(tittel)s") % {"nr": mangel.tiltak, "tittel": mangel.tittel}
            if mangel.tiltak
            else _("Utenfor tiltakene: navn, mottaker, avgjørelse eller årshjul"),
            ", ".join(map(_tegn, mangel.tegn)),
            reverse("et_tiltak", args=[mangel.tiltak]) if mangel.tiltak else "",
        )
        for mangel in mangler(bilde)
    ]


def _tegn(tegn: str) -> str:
    return f"{tegn} (emoji)" if tegn >= EMOJI else f"{tegn} (U+{ord(tegn):04X})"
