"""The quarterly review of access: when it is due, what is left, and one signature a quarter (R29)."""

from datetime import date, datetime, timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from bekymring.models import Sak, Tilgangsgjennomgang
from bekymring.services import gjennomgang
from bekymring.services.feil import IkkeTillatt, Konflikt
from felles.tid import flytt, na
from tests.factories.gang import henvist, meldt
from tests.factories.rapporter import forbi_veggene
from tests.factories.saker import bruker
from tests.factories.spor import handler, hendelser

pytestmark = pytest.mark.django_db


def dag(*deler):
    return flytt(timezone.make_aware(datetime(*deler, 12)))


@pytest.fixture
def gammel(db):
    """A case from before this quarter."""
    sak = meldt()
    with forbi_veggene():
        Sak.objects.filter(pk=sak.pk).update(opprettet=na() - timedelta(days=120))
    return sak


def signer(sak, av="slt", nokkel=None):
    with handler(av) as person:
        gjennomgang.signer(av=person, sak=sak, nokkel=nokkel or uuid4())


def venter(hvem="slt"):
    with handler(hvem) as person:
        return list(gjennomgang.til_gjennomgang(person))


@pytest.mark.parametrize(
    ("i_dag", "forste", "siste", "forrige"),
    [
        (date(2026, 1, 1), date(2026, 1, 1), date(2026, 3, 31), date(2025, 10, 1)),
        (date(2026, 3, 31), date(2026, 1, 1), date(2026, 3, 31), date(2025, 10, 1)),
        (date(2028, 2, 29), date(2028, 1, 1), date(2028, 3, 31), date(2027, 10, 1)),
        (date(2026, 4, 1), date(2026, 4, 1), date(2026, 6, 30), date(2026, 1, 1)),
        (date(2026, 9, 30), date(2026, 7, 1), date(2026, 9, 30), date(2026, 4, 1)),
        (date(2026, 12, 31), date(2026, 10, 1), date(2026, 12, 31), date(2026, 7, 1)),
    ],
)
def test_a_quarter_begins_and_ends_on_its_days(i_dag, forste, siste, forrige):
    with dag(i_dag.year, i_dag.month, i_dag.day):
        assert gjennomgang.kvartal() == forste
        assert gjennomgang.frist() == siste
        assert gjennomgang.forrige_kvartal() == forrige


def test_a_case_that_was_there_when_the_quarter_began_waits_for_who_has_it(gammel):
    assert venter() == [gammel]
    assert venter("slt2") == []


def test_a_case_born_this_quarter_waits_for_the_next(db):
    sak = meldt()
    assert venter() == []
    with flytt(na() + timedelta(days=100)):
        assert venter() == [sak]


def test_a_closed_case_waits_for_nobody(gammel):
    with forbi_veggene():
        Sak.objects.filter(pk=gammel.pk).update(tilstand="avsluttet")
    assert venter() == []


def test_who_leads_as_a_member_of_the_group_has_none(db):
    sak = henvist()
    with forbi_veggene():
        Sak.objects.filter(pk=sak.pk).update(opprettet=na() - timedelta(days=120))
    assert venter("kjerneleder") == []


def test_signed_it_is_done_for_the_quarter_and_comes_back_in_the_next(gammel):
    signer(gammel)
    assert venter() == []
    assert hendelser(gammel)[-1] == ("gjennomgang", "felles")
    with flytt(na() + timedelta(days=100)):
        assert venter() == [gammel]


def test_signed_twice_is_once(gammel):
    signer(gammel)
    signer(gammel)
    with forbi_veggene():
        rad = Tilgangsgjennomgang.objects.get(sak=gammel)
    assert (rad.av, rad.kvartal) == (bruker("slt"), gjennomgang.kvartal())
    assert [art for art, _ in hendelser(gammel)].count("gjennomgang") == 1


@pytest.mark.parametrize("av", ["slt2", "laerer", "politi", "personvern"])
def test_who_does_not_lead_the_case_signs_nothing(gammel, av):
    with pytest.raises((IkkeTillatt, Konflikt)):
        signer(gammel, av=av)
    with forbi_veggene():
        assert not Tilgangsgjennomgang.objects.filter(sak=gammel).exists()


def test_the_personvernombud_is_told_what_is_missing_and_by_whom(gammel):
    with handler("personvern"):
        [rad] = gjennomgang.mangler(gjennomgang.kvartal())
    assert (rad.nummer, rad.ref, rad.leder_id) == (gammel.nummer, gammel.ref, bruker("slt").pk)
    signer(gammel)
    with handler("personvern"):
        assert gjennomgang.mangler(gjennomgang.kvartal()) == []


@pytest.mark.parametrize("hvem", ["slt", "radmann", "system", "fremmed"])
def test_nobody_else_is_told(gammel, hvem):
    with handler(hvem):
        assert gjennomgang.mangler(gjennomgang.kvartal()) == []
