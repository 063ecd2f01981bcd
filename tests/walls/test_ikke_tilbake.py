"""SQL as the web's own role: a ground is never made longer, taken up again or confirmed in another's name."""

import pytest
from django.db import DatabaseError, transaction

from bekymring.models import Delingsgrunnlag, Samtykke
from demo import regi
from felles.tid import na
from tests.factories.saker import bruker
from vern.kontekst import som

pytestmark = pytest.mark.django_db


@pytest.fixture
def sak(db):
    regi.lag_grupper()
    sak = regi.meld()
    regi.til_avklaring(sak)
    return sak


@pytest.mark.parametrize("felt", ["trukket", "avlost"])
def test_what_has_ended_is_not_taken_up_again(sak, felt):
    samtykke = regi.gi_samtykke(sak)
    with som(bruker("slt")):
        ended = {
            "trukket": {"trukket": na(), "trukket_av": bruker("slt")},
            "avlost": {"avlost": na(), "avlosning": "forny"},
        }
        Samtykke.objects.filter(pk=samtykke.pk).update(**ended[felt])
        empty = {"trukket": {"trukket": None, "trukket_av": None}, "avlost": {"avlost": None, "avlosning": ""}}
        with pytest.raises(DatabaseError, match="er slutt"), transaction.atomic():
            Samtykke.objects.filter(pk=samtykke.pk).update(**empty[felt])


def test_a_ground_is_not_made_longer(sak):
    samtykke = regi.gi_samtykke(sak)
    with som(bruker("slt")):
        grunnlag = Delingsgrunnlag.objects.filter(samtykke=samtykke)
        with pytest.raises(DatabaseError, match="en annen må bekrefte"), transaction.atomic():
            grunnlag.update(til=regi.klokka(regi.om(900), 12))
        assert grunnlag.update(til=regi.klokka(regi.om(2), 12))


def test_nobody_confirms_in_anothers_name(sak):
    rad = regi.registrer_grunnlag(sak)
    with som(bruker("slt")), pytest.raises(DatabaseError, match="en annen må bekrefte"), transaction.atomic():
        Delingsgrunnlag.objects.filter(pk=rad.pk).update(bekreftet_av=bruker("slt2"))
