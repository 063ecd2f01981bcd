"""One function applies a move of the case: lock, table, policy, krav, write, event, notices after commit."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django.db import transaction

from brukere.models import Bruker
from felles.avslag import Konflikt
from felles.tid import na
from vern.choices import Sone

from .. import policy
from ..choices import Hendelseart
from ..lesing.apnet import apnet_av_andre
from ..models import Hendelse, Sak
from ..workflow import OVERGANGER, Overgang
from .fakta import Saksfakta
from .feil import ForSent, IkkeTillatt, KravMangler
from .felles import las
from .tildeling import lukk_for_melder_igjen
from .tilgang import skriv_hendelse
from .virkninger import VIRKNINGER, Data, Virkning

ANGREFRIST = timedelta(minutes=10)


@transaction.atomic
def utfor(*, av: Bruker, sak: Sak, overgang: str, versjon: int | None = None, **data: Any) -> Sak:
    """Apply one row of workflow.py, or raise an Avslag and write nothing (docs/saksgang.md).

    `versjon` is the one the user saw: an older one means that somebody else moved the case meanwhile.
    """
    flytt = OVERGANGER[overgang]
    rad = las(sak)
    if versjon is not None and versjon != rad.versjon:
        raise Konflikt
    if not policy.can_utfore(policy.les_adgang(av, rad), rad, flytt):
        raise IkkeTillatt
    virkning = VIRKNINGER[flytt.steg]
    _krev(flytt, virkning, rad, av, data)
    fra = rad.tilstand
    _skriv(av, rad, flytt, fra, virkning.gjor(av, rad, data))
    virkning.etterpa(av, rad)
    return rad


def _krev(flytt: Overgang, virkning: Virkning, sak: Sak, av: Bruker, data: Data) -> None:
    f = Saksfakta(sak, data, lambda: virkning.deler_med(av, sak, data))
    mangler = [svar for krav in flytt.krav if (svar := krav(f)) is not None]
    if mangler:
        raise KravMangler(mangler)


def _skriv(av: Bruker, sak: Sak, flytt: Overgang, fra: str, tekst: Any) -> None:
    """The event first: when the case is sealed, nobody writes in it any more."""
    skriv_hendelse(av=av, sak=sak, sone=Sone.FELLES, art=flytt.hendelse, fra=fra, til=flytt.til, tekst=tekst)
    sak.tilstand = flytt.til
    lagre(sak)


def lagre(sak: Sak) -> None:
    """Write the register line; a row that is no longer ours is an error, never a new row."""
    sak.versjon += 1
    sak.sist_endret = na()
    sak.save(
        force_update=True,
        update_fields=[
            "tilstand",
            "kjernegruppe",
            "saksansvarlig",
            "frist",
            "modus",
            "aldersspenn",
            "sist_endret",
            "versjon",
        ],
    )


def siste_angrbare(bruker: Bruker, sak: Sak, lest: Iterable[Hendelse] | None = None) -> Hendelse | None:
    """The move this user may take back now: their own, the last, marked so, ten minutes (beslutninger 27).

    `lest` are the events, newest first, where the page has read them already.
    """
    if lest is None:
        lest = sak.hendelser.exclude(til="").order_by("-tid", "pk")[:1]
    latest = next((hendelse for hendelse in lest if hendelse.til), None)
    if latest is None or latest.av_id != bruker.pk or latest.tid < na() - ANGREFRIST or latest.til != sak.tilstand:
        return None
    rad = next((o for o in OVERGANGER.values() if o.hendelse == latest.art and latest.fra in o.fra), None)
    return latest if rad and rad.angrbar and latest.fra else None


@transaction.atomic
def angre(*, av: Bruker, sak: Sak) -> Sak:
    """Take the last move back, only while nobody else has opened the case. It is an event of its own."""
    rad = las(sak)
    latest = siste_angrbare(av, rad)
    if latest is None or apnet_av_andre(rad, latest.tid):
        raise ForSent
    rad.tilstand = latest.fra
    if latest.art == Hendelseart.RETURNERT:
        lukk_for_melder_igjen(av, rad)
    lagre(rad)
    skriv_hendelse(av=av, sak=rad, sone=Sone.FELLES, art=Hendelseart.ANGRET, fra=latest.til, til=latest.fra)
    return rad
