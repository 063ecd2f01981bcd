"""The age in the heading is put right: it was wrong, or a birthday has passed."""

from datetime import date

from django.db import transaction

from brukere.models import Bruker
from felles.avslag import Konflikt
from felles.handler import krev_handler
from vern.choices import Sone

from .. import policy
from ..choices import Hendelseart
from ..models import Aldersgrense, Sak
from .feil import IkkeTillatt
from .felles import las
from .flyt import lagre
from .tilgang import skriv_hendelse


@transaction.atomic
def rett_alder(*, av: Bruker, sak: Sak, aldersspenn: str, versjon: int) -> Sak:
    """Set the age. What the consents do not cover at that age ends at once, in the database (R16, R17).

    The day the next span begins was that of the old age, and is forgotten. Raises IkkeTillatt and
    Konflikt. The age it already has writes nothing.
    """
    rad = las(sak)
    if versjon != rad.versjon:
        raise Konflikt
    if not policy.can_skrive_kort(policy.les_adgang(av, rad), rad):
        raise IkkeTillatt
    if aldersspenn == rad.aldersspenn:
        return rad
    rad.aldersspenn = aldersspenn
    Aldersgrense.objects.filter(sak=rad).update(dato=None)
    lagre(rad)
    skriv_hendelse(av=av, sak=rad, sone=Sone.FELLES, art=Hendelseart.ALDER)
    return rad


def sett_aldersgrense(*, av: Bruker, sak: Sak, dato: date) -> None:
    """The day the person enters the next age span: from then on others must have consented (R17)."""
    krev_handler(av)
    if not policy.can_registrere_samtykke(policy.les_adgang(av, sak), sak):
        raise IkkeTillatt
    Aldersgrense.objects.update_or_create(sak=sak, defaults={"dato": dato})
