"""The age in the heading is put right: it was wrong, or a birthday has passed."""

from datetime import date

from dateutil.relativedelta import relativedelta
from django.db import transaction
from django.utils.translation import gettext as _

from brukere.models import Bruker
from felles.avslag import Konflikt
from felles.handler import krev_handler
from felles.tid import idag
from vern.choices import Sone

from .. import policy
from ..choices import AR, BURSDAG, Aldersspenn, Hendelseart
from ..models import Aldersgrense, Sak
from .feil import IkkeTillatt, KravMangler
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


def aldersgrense(aldersspenn: str, fyller: date) -> date:
    """The first day of the next age span, from the birthday that is asked for at this age (`BURSDAG`).

    Raises KravMangler when nobody of that age has that birthday: then the day or the age is wrong.
    """
    spenn = Aldersspenn(aldersspenn)
    fra, til = AR[spenn]
    neste = fyller + relativedelta(years=til - BURSDAG.get(spenn, til))
    if spenn not in BURSDAG or not idag() < neste <= idag() + relativedelta(years=til - fra):
        raise KravMangler(
            [
                _("Med den datoen er personen ikke %(alder)s. Se over datoen, eller rett alderen først.")
                % {"alder": spenn.label}
            ]
        )
    return neste


def sett_bursdag(*, av: Bruker, sak: Sak, fyller: date) -> None:
    """A birthday that changes whose consent is asked for: then the database does it by itself (R17)."""
    krev_handler(av)
    dato = aldersgrense(sak.aldersspenn, fyller)
    if not policy.can_registrere_samtykke(policy.les_adgang(av, sak), sak):
        raise IkkeTillatt
    Aldersgrense.objects.update_or_create(sak=sak, defaults={"dato": dato})
