"""One writes down, a second koordinator looks and agrees or refuses: a law instead of a consent, or an exception.

What may be sent in, confirmed and shortened the database also says (`vern.to_personer`), so that SQL as the web cannot
do it for another (R2, R4, R18, saksgang 6).
"""

import re
from datetime import timedelta
from typing import TypeVar

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from brukere.models import Bruker, Rolletildeling
from brukere.roles import Rolle
from felles.tid import idag, na
from vern.choices import Sone

from .. import policy
from ..choices import KORTESTE_GRUNN, Hendelseart, Sakrolle
from ..models import Delingsgrunnlag, Foresattunntak, Hjemmel, Sak
from .feil import IkkeTillatt, KravMangler
from .felles import las, varsle
from .tilgang import gi_tilgang, skriv_hendelse, trekk_tilgang

R = TypeVar("R", Delingsgrunnlag, Foresattunntak)
BEKREFTES_INNEN = timedelta(days=7)
EGNE_ORD = 3  # words that are not the law's own: fewer are no reason
INGEN_ANNEN = _("Det finnes ingen annen koordinator som kan bekrefte. Innhent samtykke, eller vent.")
ARTER = {
    Delingsgrunnlag: (Hendelseart.GRUNNLAG_BEKREFTET, Hendelseart.GRUNNLAG_AVSLATT, Hendelseart.GRUNNLAG_SLUTT),
    Foresattunntak: (Hendelseart.UNNTAK_BEKREFTET, Hendelseart.UNNTAK_AVSLATT, Hendelseart.UNNTAK_SLUTT),
}


def feil_ved_grunnen(grunn: str, hjemmel: Hjemmel) -> list[str | Promise]:
    """A reason of substance: not a few signs, not one sign again and again, not the law's own text (R4)."""
    lovens = _ordene(f"{hjemmel.navn} {hjemmel.henvisning} {hjemmel.forklaring}")
    if len(grunn.strip()) >= KORTESTE_GRUNN and len(_ordene(grunn) - lovens) >= EGNE_ORD:
        return []
    return [_("Skriv med egne ord hvorfor det er nødvendig i denne saken, så den som skal bekrefte, forstår det.")]


def _ordene(tekst: str) -> set[str]:
    """Words of more than one letter, each once: «xxxx» is none."""
    return {ordet for ordet in re.findall(r"\w+", tekst.casefold()) if len(set(ordet)) > 1}


def be_om_bekreftelse(av: Bruker, sak: Sak, rad: Delingsgrunnlag | Foresattunntak) -> Bruker:
    """The deputy reads felles for a week, for this one purpose. One who is barred is passed over (R23)."""
    for annen in _andre_koordinatorer(av):
        try:
            gi_tilgang(
                av=av,
                sak=sak,
                bruker=annen,
                soner=[Sone.FELLES],
                skriv=True,
                grunnlag=Sakrolle.SAKSANSVARLIG,
                grunn=rad.pk,
                til=na() + BEKREFTES_INNEN,
            )
        except PermissionDenied:
            continue
        return annen
    raise KravMangler([INGEN_ANNEN])


def _andre_koordinatorer(av: Bruker) -> list[Bruker]:
    rader = Rolletildeling.objects.gjeldende().filter(rolle=Rolle.KOORDINATOR).exclude(bruker=av)
    return list(Bruker.objects.filter(pk__in=rader.values("bruker"), is_active=True).order_by("pk"))


@transaction.atomic
def bekreft(*, av: Bruker, sak: Sak, rad: R) -> R:
    """The second person agrees; with that their own look into the case ends. Twice is once.

    Raises KravMangler when the law has been taken out of use since the page was shown (R2).
    """
    rad = _som_den_er_na(sak, rad)
    if rad.bekreftet_av_id:
        return rad
    if not policy.can_bekrefte(av, policy.les_adgang(av, sak), rad):
        raise IkkeTillatt
    if not Hjemmel.objects.godkjente(idag()).filter(pk=rad.hjemmel_id).exists():
        raise KravMangler([_("Denne hjemmelen kan ikke brukes lenger. Si nei, så får den som spurte, beskjed.")])
    rad.bekreftet_av = av
    rad.save(update_fields=["bekreftet_av"])
    skriv_hendelse(av=av, sak=sak, sone=Sone.FELLES, art=ARTER[type(rad)][0])
    varsle([rad.bestemt_av])
    trekk_tilgang(av=av, sak=sak, bruker=av, grunn=rad.pk)
    return rad


@transaction.atomic
def avsla(*, av: Bruker, sak: Sak, rad: R) -> R:
    """The second person does not agree: it is over, also what began at once, and the one who asked is told."""
    rad = _som_den_er_na(sak, rad)
    if not policy.can_bekrefte(av, policy.les_adgang(av, sak), rad):
        raise IkkeTillatt
    _avslutt(rad)
    skriv_hendelse(av=av, sak=sak, sone=Sone.FELLES, art=ARTER[type(rad)][1])
    varsle([rad.bestemt_av])
    trekk_tilgang(av=av, sak=sak, bruker=av, grunn=rad.pk)
    return rad


@transaction.atomic
def avslutt(*, av: Bruker, sak: Sak, rad: R) -> R:
    """Taken back or ended, whenever: what stood on it closes in the database. Twice is once (R6)."""
    rad = _som_den_er_na(sak, rad)
    if not policy.can_registrere_samtykke(policy.les_adgang(av, sak), sak):
        raise IkkeTillatt
    if not rad.varer:
        return rad
    _avslutt(rad)
    skriv_hendelse(av=av, sak=sak, sone=Sone.FELLES, art=ARTER[type(rad)][2])
    for annen in _andre_koordinatorer(av):
        trekk_tilgang(av=av, sak=sak, bruker=annen, grunn=rad.pk)
    return rad


def _som_den_er_na(sak: Sak, rad: R) -> R:
    """The row, locked. It is gone when one's look into the case has ended meanwhile."""
    las(sak)
    found: R | None = type(rad)._default_manager.select_for_update(of=("self",)).filter(pk=rad.pk).first()
    if found is None:
        raise IkkeTillatt
    return found


def _avslutt(rad: Delingsgrunnlag | Foresattunntak) -> None:
    rad.til = max(na(), rad.fra)
    rad.save(update_fields=["til"])
