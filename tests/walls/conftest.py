import pytest

from tests.factories.saker import gi, knytt_alle, lag_sak, skriv


@pytest.fixture
def personer(db):
    """Every persona with the service it works in."""
    knytt_alle()


@pytest.fixture
def saken(personer):
    """One case with members of three services, and one text in each zone."""
    sak = lag_sak()
    gi(sak, "politi", "felles", "politi", skriv=True, grunnlag="samtale")
    gi(sak, "kjerne.helse", "felles", "helse", skriv=True)
    gi(sak, "kjerne.barnevern", "felles", "barnevern", skriv=True)
    gi(sak, "mentor", "mentor", skriv=True, grunnlag="mentor")
    skriv(sak, "laerer", "felles", "MARKØR-MELDING")
    skriv(sak, "laerer", "identitet", "MARKØR-IDENTITET")
    skriv(sak, "politi", "politi", "MARKØR-POLITI")
    skriv(sak, "kjerne.helse", "helse", "MARKØR-HELSE")
    skriv(sak, "kjerne.barnevern", "barnevern", "MARKØR-BARNEVERN")
    skriv(sak, "mentor", "mentor", "MARKØR-MENTOR")
    return sak
