"""Closed cases, and the two who open them."""

from uuid import uuid4

from bekymring.models import Gjenapning, Sak
from bekymring.services import gjenapning
from demo import regi

from .gang import avklart
from .saker import bruker
from .spor import handler

HVORFOR = "Moren ber om å få se det som står om sønnen hennes."


def lukk(sak: Sak, *, forsegl: bool = True) -> Sak:
    regi.gjor_oppgaver(sak)
    sak = regi.steg(sak, "slt", "avslutt_avklaring", begrunnelse="Ikke behov for mer.")
    return regi.steg(sak, "slt", "sperr") if forsegl else sak


def lukket_sak() -> Sak:
    """A sealed case with a text in felles, led by slt."""
    return lukk(avklart("16_17"))


def be_om_gjenapning(sak: Sak, av: str = "slt", leser: str = "slt", **mer: object) -> Gjenapning:
    data = {"formal": "innsyn", "soner": ["felles"], "dager": 7, "begrunnelse": HVORFOR, "nokkel": uuid4()} | mer
    with handler(av) as person:
        return gjenapning.be_om(av=person, nummer=sak.nummer, leser=bruker(leser), **data)


def svar_gjenapning(rad: Gjenapning, av: str = "personvern", *, ja: bool = True, ord_: str = "") -> None:
    with handler(av) as person:
        gjenapning.avgjor(av=person, rad=rad, ja=ja, svar=ord_)
