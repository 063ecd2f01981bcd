"""One worker at a time holds a row of an outbox, and only who holds it says how it went."""

from datetime import timedelta

import pytest
from django.utils import timezone

from felles import utboks
from tests.factories.tiltak import person
from tiltak.choices import Sendetilstand
from tiltak.models import Sammendrag

pytestmark = pytest.mark.django_db

HOLD = timedelta(seconds=60)
OVER = timezone.now() - timedelta(days=1)


@pytest.fixture
def brev(rigg, db):
    with rigg:
        yield Sammendrag.objects.create(bruker=person("slt"), dag=timezone.localdate(), emne="x", tekst="y")


def ta(brev, **felt):
    return Sammendrag.objects.uholdte(timezone.now()).ta(brev.pk, HOLD, **felt)


def test_what_one_has_taken_nobody_else_can_take(brev):
    taken = ta(brev, tilstand=Sendetilstand.SENDER)
    assert (taken.pk, taken.forsok, taken.tilstand) == (brev.pk, 1, Sendetilstand.SENDER)
    assert ta(brev) is None


def test_when_the_hold_is_over_another_may_take_it_and_the_former_has_lost_it(brev):
    former = ta(brev)
    Sammendrag.objects.update(lease=OVER)
    latter = ta(brev)
    assert latter.forsok == 2
    assert not utboks.ferdig(former, tilstand=Sendetilstand.AVBRUTT)
    assert not utboks.forleng(former, HOLD)
    assert utboks.ferdig(latter, tilstand=Sendetilstand.AVBRUTT)


def test_a_hold_is_renewed_from_now(brev):
    taken = ta(brev)
    Sammendrag.objects.update(lease=OVER)
    assert utboks.forleng(taken, HOLD)
    assert ta(brev) is None


def test_each_failed_try_doubles_the_wait(brev):
    waits = []
    for _try in range(3):
        before = timezone.now()
        utboks.utsett(ta(brev), timedelta(hours=1))
        brev.refresh_from_db()
        waits.append(round((brev.lease - before) / timedelta(hours=1)))
        Sammendrag.objects.update(lease=OVER)
    assert waits == [2, 4, 8]
