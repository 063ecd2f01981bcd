"""Where somebody works counts from the day it begins and to the day it ends, whoever asks."""

from datetime import timedelta

import pytest
from django.utils import timezone

from bekymring.lesing.ansvarlige import mentorer
from bekymring.lesing.grunnlag import instanser, mulige_mottakere
from bekymring.lesing.tilgang import egne_soner
from demo import regi
from samarbeid.models import Tilknytning
from vern.kontekst import som

pytestmark = pytest.mark.django_db

DAG = timedelta(days=1)


@pytest.fixture(autouse=True)
def grupper(db):
    regi.lag_grupper()


@pytest.fixture
def sted():
    """Move the place of work of a person in time, and return it."""

    def flytt(brukernavn: str, *, fra: timedelta, til: timedelta | None = None) -> Tilknytning:
        now = timezone.now()
        rad = Tilknytning.objects.get(bruker__username=brukernavn)
        rad.fra, rad.til = now + fra, now + til if til is not None else None
        rad.save(update_fields=["fra", "til"])
        return rad

    return flytt


@pytest.mark.parametrize(
    ("fra", "til", "gjelder"),
    [(-2 * DAG, None, True), (-2 * DAG, DAG, True), (DAG, None, False), (-2 * DAG, -DAG, False)],
)
def test_a_place_of_work_gives_instans_and_zone_only_while_it_lasts(sted, fra, til, gjelder):
    rad = sted("politi", fra=fra, til=til)
    assert (rad.bruker_id in instanser([rad.bruker_id])) is gjelder
    assert bool(egne_soner(rad.bruker)) is gjelder


def test_one_who_has_not_begun_yet_can_receive_nothing(sted):
    sak = regi.meld()
    with som(regi.person("slt")):
        before = mulige_mottakere(sak)
    flyttet = sted("politi", fra=DAG)
    with som(regi.person("slt")):
        assert before - mulige_mottakere(sak) == {flyttet.aktor_id}


def test_one_who_has_not_begun_as_mentor_yet_is_not_offered(sted):
    assert regi.person("mentor") in mentorer()
    sted("mentor", fra=DAG)
    assert regi.person("mentor") not in mentorer()
