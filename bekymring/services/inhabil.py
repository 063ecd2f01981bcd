"""Somebody is inhabil (R23): declared by themselves or by who leads. The bar beats every grant, at once."""

from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from brukere.models import Bruker
from vern.choices import Sone

from .. import policy
from ..choices import Hendelseart, Sperregrunn
from ..lesing.tilgang import sperrer
from ..models import Sak
from .feil import IkkeTillatt, KravMangler
from .felles import las, varsle
from .tilgang import IngenKoordinator, opphev_sperre, sett_sperre, skriv_hendelse

INGEN_STEDFORTREDER = _(
    "Ingen annen koordinator kan ta over saken nå, og en sak må ha noen som leder den. Ring lederen din."
)


@transaction.atomic
def meld_inhabil(*, av: Bruker, sak: Sak) -> None:
    """One takes oneself out. No reason is asked for, and the event names nobody.

    A koordinator who has the case leaves it to the deputy, who is told.
    """
    adgang = policy.les_adgang(av, sak)
    if not policy.can_melde_inhabil(av, adgang):
        raise IkkeTillatt
    if Sone.FELLES in adgang.skriver:
        skriv_hendelse(av=av, sak=sak, sone=Sone.FELLES, art=Hendelseart.INHABIL)
    _sperr(av, sak, av, Sperregrunn.SELV)


@transaction.atomic
def sperr_person(*, av: Bruker, sak: Sak, nokkel: UUID, bruker: Bruker, grunn: Sperregrunn | str) -> None:
    """Who leads the case keeps somebody out of it, whether they have access now or not. Twice is once."""
    sak = las(sak)
    if not policy.can_styre_tilgang(policy.les_adgang(av, sak)) or bruker.pk == av.pk:
        raise IkkeTillatt
    if bruker.pk in {rad.bruker_id for rad in sperrer(sak)}:
        return
    skriv_hendelse(av=av, sak=sak, sone=Sone.FELLES, art=Hendelseart.INHABIL, id=nokkel)
    _sperr(av, sak, bruker, grunn)


def _sperr(av: Bruker, sak: Sak, bruker: Bruker, grunn: Sperregrunn | str) -> None:
    try:
        stedfortreder = sett_sperre(av=av, sak=sak, bruker=bruker, grunn=grunn)
    except IngenKoordinator:
        raise KravMangler([INGEN_STEDFORTREDER]) from None
    varsle(Bruker.objects.filter(pk=stedfortreder))


@transaction.atomic
def opphev(*, av: Bruker, sak: Sak, bruker: Bruker) -> None:
    """The bar is lifted by who leads, never one's own. What the person held besides counts again."""
    sak = las(sak)
    if not policy.can_styre_tilgang(policy.les_adgang(av, sak)) or bruker.pk == av.pk:
        raise IkkeTillatt
    if bruker.pk not in {rad.bruker_id for rad in sperrer(sak)}:
        return
    opphev_sperre(av=av, sak=sak, bruker=bruker)
    skriv_hendelse(av=av, sak=sak, sone=Sone.FELLES, art=Hendelseart.HABIL)
