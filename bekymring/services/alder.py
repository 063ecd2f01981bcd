"""The age in the heading is put right: it was wrong, or a birthday has passed."""

from django.db import transaction

from brukere.models import Bruker
from felles.avslag import Konflikt
from vern.choices import Sone

from .. import policy
from ..choices import SAMTYKKEMATRISE, Hendelseart
from ..models import Sak
from .feil import IkkeTillatt
from .felles import las
from .flyt import lagre
from .samtykke import trekk_samtykke
from .tilgang import skriv_hendelse


@transaction.atomic
def rett_alder(*, av: Bruker, sak: Sak, aldersspenn: str, versjon: int) -> Sak:
    """Set the age, and end the consents that are not enough at that age, with the grants they carried (R16, R17).

    Raises IkkeTillatt and Konflikt. The age it already has writes nothing.
    """
    rad = las(sak)
    if versjon != rad.versjon:
        raise Konflikt
    if not policy.can_skrive_kort(policy.les_adgang(av, rad), rad):
        raise IkkeTillatt
    if aldersspenn == rad.aldersspenn:
        return rad
    rad.aldersspenn = aldersspenn
    lagre(rad)
    skriv_hendelse(av=av, sak=rad, sone=Sone.FELLES, art=Hendelseart.ALDER)
    for samtykke in rad.samtykker.filter(trukket=None).exclude(giver__in=SAMTYKKEMATRISE[aldersspenn]):
        trekk_samtykke(av=av, sak=rad, samtykke=samtykke)
    return rad
