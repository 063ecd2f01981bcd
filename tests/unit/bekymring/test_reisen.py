"""A case goes the whole way, through the services, as the people who do it."""

import pytest

from bekymring.choices import Tilstand as T
from bekymring.models import Hendelse, Sak
from demo import regi
from tests.factories.rapporter import forbi_veggene
from vern.kontekst import som

pytestmark = pytest.mark.django_db


@pytest.fixture
def grupper():
    regi.lag_grupper()


def tilstand(sak, av="slt"):
    with som(regi.person(av)):
        return Sak.objects.get(pk=sak.pk).tilstand


def test_from_a_report_to_a_mentor_and_to_the_end(grupper):
    sak = regi.meld()
    regi.ta_imot(sak)
    regi.til_avklaring(sak)
    regi.gi_samtykke(sak)
    regi.gjor_oppgaver(sak)
    regi.steg(sak, "slt", "henvis")
    regi.steg(sak, "kjerneleder", "sett_pa_saksliste", mote=regi.mote())
    regi.vurder(sak, "kjerne.helse", "helse", "Sover godt.")
    regi.vurder(sak, "kjerne.barnevern", "felles", "Ingen tiltak hos oss.")
    regi.konkluder(sak)
    samtale = regi.avtal_samtale(sak)
    assert tilstand(sak) == T.SAMTALE
    regi.skriv_referat(samtale)
    forlop = regi.foresla_mentor(sak)
    regi.steg(sak, "slt", "start_oppfolging", frist=regi.om(60))
    regi.flytt_mentor(forlop, "slt", "signer")
    regi.flytt_mentor(forlop, "mentor", "start")
    regi.logg_kontakt(forlop, "Gikk tur.")
    regi.steg(sak, "slt", "evaluer")
    regi.flytt_mentor(forlop, "slt", "avslutt")
    regi.steg(sak, "slt", "avslutt", informert=True, begrunnelse="Målet er nådd.")
    regi.steg(sak, "slt", "sperr")
    assert tilstand(sak) == T.SPERRET
    with forbi_veggene():  # nobody reads a sealed case
        moves = list(Hendelse.objects.filter(sak=sak).exclude(til="").order_by("tid").values_list("til", flat=True))
    assert moves == [
        "mottatt",
        "mottatt",
        "avklaring",
        "henvist",
        "pa_saksliste",
        "konkludert",
        "samtale",
        "tiltak_pagar",
        "evaluering",
        "avsluttet",
        "sperret",
    ]
