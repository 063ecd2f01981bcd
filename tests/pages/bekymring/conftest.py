"""Cases for page tests: made by the personas through the services."""

from types import SimpleNamespace

import pytest

from bekymring.choices import Formal, Opplysning
from demo import regi


def samtykket(**mer):
    """What the koordinator fills in when the person and the one guardian say yes to all of it."""
    return {
        "foreldreansvar": "1",
        "givere": ["selv", "foresatt-1"],
        "form": "skriftlig",
        "opplysninger": [Opplysning.MED_NAVN, Opplysning.IDENTITET],
        "formal": [Formal.KJERNEGRUPPE, Formal.SAMTALE, Formal.ANSVARSGRUPPE],
        "gyldig_til": f"{regi.om(180):%d.%m.%Y}",
        "informert": "on",
    } | mer


@pytest.fixture
def grupper(db):
    regi.lag_grupper()


@pytest.fixture
def pa_saksliste(grupper):
    """A case before the kjernegruppe, consent covering school, health, child welfare and police."""
    return til_saksliste()


def til_saksliste(alder="16_17", **samtykke):
    sak = regi.meld(alder)
    regi.ta_imot(sak)
    regi.til_avklaring(sak)
    samtykke = regi.gi_samtykke(sak, **samtykke)
    regi.steg(sak, "slt", "henvis")
    mote = regi.mote()
    regi.steg(sak, "kjerneleder", "sett_pa_saksliste", mote=mote)
    return SimpleNamespace(sak=sak, her=f"/bekymring/{sak.ref}/", mote=mote, samtykke=samtykke)


@pytest.fixture
def med_samtale(pa_saksliste):
    """The same case with a conversation planned today."""
    regi.konkluder(pa_saksliste.sak)
    pa_saksliste.samtale = regi.avtal_samtale(pa_saksliste.sak, tid=regi.klokka(regi.om(0), 8))
    return pa_saksliste
