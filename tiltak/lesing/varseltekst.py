"""The wording of the digest: ours until the koordinator writes another. Only known places are filled in."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ..choices import Varselart
from ..models import Varseltekst

FELT: dict[str, str | Promise] = {
    "{navn}": _("den som får e-posten"),
    "{frist}": _("fristen for å svare"),
    "{ar}": _("året det gjelder"),
    "{antall}": _("hvor mange tiltak som mangler svar"),
    "{koordinator}": _("den som ba om status"),
}
_PLASS = re.compile(r"\{[^{}\s]*\}?|\}")


@dataclass(frozen=True)
class Ordlyd:
    """Subject and text of one kind of letter, and which version they are; 0 is our own."""

    emne: str | Promise
    tekst: str | Promise
    versjon: int = 0


STANDARD: dict[Varselart, Ordlyd] = {
    Varselart.FORESPORSEL: Ordlyd(
        _("Handlingsplan: meld status innen {frist}"),
        _("{koordinator} ber om status for {ar} på tiltakene du svarer for. Fristen er {frist}."),
    ),
    Varselart.PAMINNELSE: Ordlyd(
        _("Handlingsplan: fristen for status er {frist}"),
        _("Disse tiltakene mangler status for {ar}. Fristen er {frist}."),
    ),
    Varselart.OVER_FRIST: Ordlyd(
        _("Handlingsplan: status mangler, fristen var {frist}"),
        _("Fristen var {frist}, og disse tiltakene mangler fortsatt status for {ar}."),
    ),
    Varselart.LEDER: Ordlyd(
        _("Handlingsplan: enheten din mangler status for {antall} tiltak"),
        _("Den som svarer for disse tiltakene, har fått påminnelser. Fristen var {frist}. Kan du hjelpe dem i gang?"),
    ),
}


def ukjente_felt(tekst: str) -> list[str]:
    """What looks like a place to fill in and is none of ours."""
    return [found for found in _PLASS.findall(tekst) if found not in FELT]


def fyll_inn(tekst: str, verdier: Mapping[str, str]) -> str:
    """Known places only, never Python's own formatting: the text is typed by people."""
    return _PLASS.sub(lambda found: verdier.get(found[0], found[0]), tekst)


def ordlyder() -> dict[Varselart, Ordlyd]:
    """The wording that holds for each kind."""
    own = {rad.art: Ordlyd(rad.emne, rad.tekst, rad.versjon) for rad in Varseltekst.objects.all()}
    return {art: own.get(art, standard) for art, standard in STANDARD.items()}
