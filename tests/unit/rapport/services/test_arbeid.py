"""The worker's side: one holder at a time, a new try after a silence, and an end to trying (ADR 8)."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.utils import timezone

from brukere.models import Rolletildeling
from felles.utboks import MAKS_FORSOK
from rapport.models import Dokument, Jobb, Rapport
from rapport.services import arbeid
from tests.factories.rapporter import bestilt, forbi_veggene
from tests.factories.saker import bruker, sql

pytestmark = pytest.mark.django_db


@contextmanager
def arbeider() -> Iterator[None]:
    """The worker's role, without a user."""
    sql("SELECT set_config('hp.uid', '', true)")
    sql("SET ROLE hp_worker")
    yield
    if not connection.needs_rollback:
        sql("SET ROLE hp_web")


@pytest.fixture
def jobb():
    rapport = bestilt()
    with forbi_veggene():
        return Jobb.objects.get(rapport=rapport)


def raden(jobb):
    with forbi_veggene():
        return Jobb.objects.get(pk=jobb.pk)


def sett(jobb, **felt):
    with forbi_veggene():
        Jobb.objects.filter(pk=jobb.pk).update(**felt)


def ta(jobb):
    with arbeider():
        return arbeid.ta(jobb.pk)


def siden(**tid):
    return timezone.now() - timedelta(**tid)


def test_a_job_is_taken_once_and_held_for_a_while(jobb):
    tatt = ta(jobb)
    assert (tatt.tilstand, tatt.forsok, tatt.steg) == ("pagar", 1, "tall")
    assert tatt.lease > timezone.now()
    assert ta(jobb) is None
    assert raden(jobb).forsok == 1


def test_one_whose_holder_went_silent_is_taken_again(jobb):
    ta(jobb)
    sett(jobb, lease=siden(seconds=1))
    assert ta(jobb).forsok == 2


@pytest.mark.parametrize("felt", [{"tilstand": "ferdig"}, {"tilstand": "feilet", "feilkode": "tid"}])
def test_one_that_is_done_or_given_up_is_not_taken(jobb, felt):
    sett(jobb, **felt)
    assert ta(jobb) is None


def test_one_that_does_not_exist_is_no_work():
    with arbeider():
        assert arbeid.ta(uuid4()) is None
        assert not arbeid.kjor(uuid4())


def test_the_last_try_is_the_fifth(jobb):
    sett(jobb, forsok=MAKS_FORSOK - 1)
    assert ta(jobb).forsok == MAKS_FORSOK
    sett(jobb, lease=siden(seconds=1))
    assert ta(jobb) is None


def test_the_sweep_gives_back_what_is_free_and_leaves_what_is_held(jobb):
    with arbeider():
        assert arbeid.fei() == [str(jobb.pk)]
        arbeid.ta(jobb.pk)
        assert arbeid.fei() == []
    sett(jobb, lease=siden(seconds=1))
    with arbeider():
        assert arbeid.fei() == [str(jobb.pk)]


def test_the_sweep_gives_up_what_was_tried_five_times_and_says_why(jobb):
    sett(jobb, tilstand="pagar", forsok=MAKS_FORSOK, lease=siden(seconds=1))
    with arbeider():
        assert arbeid.fei() == []
    assert (raden(jobb).tilstand, raden(jobb).feilkode) == ("feilet", "avbrutt")


def test_the_fifth_try_may_be_finished_before_it_is_given_up(jobb):
    sett(jobb, tilstand="pagar", forsok=MAKS_FORSOK, lease=timezone.now() + timedelta(minutes=1))
    with arbeider():
        arbeid.fei()
    assert raden(jobb).tilstand == "pagar"


@pytest.fixture
def uleselig(jobb):
    """A snapshot that is no year."""
    with forbi_veggene():
        Rapport.objects.filter(pk=jobb.rapport_id).update(bilde={})
    return jobb


def kjor(jobb):
    with arbeider():
        return arbeid.kjor(jobb.pk)


def test_what_cannot_be_read_waits_longer_and_longer_and_then_is_given_up(uleselig, settings):
    settings.JOBB_VENT_SEKUNDER = 1000  # so long that the test's own seconds do not count
    ventet = []
    for forsok in range(1, MAKS_FORSOK + 1):
        for_ = timezone.now()
        assert kjor(uleselig)
        rad = raden(uleselig)
        assert (rad.forsok, rad.feilkode) == (forsok, "data")
        if rad.lease:
            ventet.append(round((rad.lease - for_).total_seconds() / settings.JOBB_VENT_SEKUNDER))
        sett(uleselig, lease=siden(seconds=1))
    assert ventet == [2**forsok for forsok in range(1, MAKS_FORSOK)]
    assert raden(uleselig).tilstand == "feilet"
    assert not kjor(uleselig)
    with forbi_veggene():
        assert not Dokument.objects.exists()


def test_a_job_that_waits_for_its_next_try_is_not_taken_before(uleselig):
    kjor(uleselig)
    assert ta(uleselig) is None


def test_the_log_names_the_kind_of_error_and_never_its_words(uleselig, caplog):
    kjor(uleselig)
    [linje] = [rad.getMessage() for rad in caplog.records if str(uleselig.pk) in rad.getMessage()]
    assert "feilet: " in linje
    assert "omrader" not in linje


def test_one_whose_orderer_lost_the_role_is_given_up_at_the_first_try(jobb):
    with forbi_veggene():
        Rolletildeling.objects.filter(bruker=bruker("slt")).update(til=timezone.now())
    kjor(jobb)
    assert (raden(jobb).tilstand, raden(jobb).feilkode, raden(jobb).forsok) == ("feilet", "ingen_rett", 1)


def test_a_try_that_was_overtaken_changes_nothing(uleselig):
    gammel = ta(uleselig)
    sett(uleselig, lease=siden(seconds=1))
    ta(uleselig)
    with arbeider():
        arbeid._feilet(gammel, arbeid.Feilkode.TID)
        arbeid._lever(gammel, b"%PDF")
    assert (raden(uleselig).tilstand, raden(uleselig).forsok, raden(uleselig).feilkode) == ("pagar", 2, "")
    with forbi_veggene():
        assert not Dokument.objects.exists()
