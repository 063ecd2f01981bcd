"""The read log asked by services: everyone their own look-ups, the personvernombud all, others nothing (R33-R35)."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from bekymring.lesing import apnet, innsynslogg, lesere
from bekymring.services import uvanlige
from felles.tid import na
from tests.factories.oppslag import oppslag, uvanlig
from tests.factories.rapporter import forbi_veggene
from tests.factories.saker import bruker, gi, knytt_alle, lag_sak, sql
from tests.factories.spor import handler

pytestmark = pytest.mark.django_db
ANDRE = ["slt", "politi", "radmann", "system", "laerer", "fremmed"]


@pytest.fixture
def sak(db):
    knytt_alle()
    sak = lag_sak()
    gi(sak, "politi", "felles")
    return sak


def test_ones_own_look_ups_are_ones_own_newest_first(sak):
    gammelt = oppslag(sak, "politi", na() - timedelta(hours=2))
    nytt = oppslag(sak, "politi", na() - timedelta(hours=1))
    oppslag(sak, "slt")
    with handler("politi") as politi:
        rader = innsynslogg.mine_oppslag()
        assert [rad.id for rad in rader] == [nytt, gammelt]
        assert {rad.bruker_id for rad in rader} == {politi.pk}
        assert rader[0].saker == (sak.pk,)
        assert [rad.id for rad in innsynslogg.mine_oppslag(eldre_enn=nytt)] == [gammelt]


def test_a_page_holds_one_more_than_it_shows_so_that_the_next_is_known(sak):
    for _ in range(innsynslogg.SIDE + 5):
        oppslag(sak, "politi")
    with handler("politi"):
        assert len(innsynslogg.mine_oppslag()) == innsynslogg.SIDE + 1


def test_the_personvernombud_gets_all_with_number_and_address(sak):
    oppslag(sak, "politi")
    with handler("personvern"):
        [rad] = innsynslogg.alle_oppslag()
    assert rad.bruker_id == bruker("politi").pk
    assert rad.saker == ([sak.nummer, sak.ref],)


@pytest.mark.parametrize("navn", ANDRE)
def test_nobody_else_gets_any(sak, navn):
    uvanlig(sak, "slt2")
    with forbi_veggene():
        sql(
            "INSERT INTO vern_avvist (tid, bruker, referanse, side, metode) VALUES (now(), %s, 'x', 'sak', 'GET')",
            bruker("slt").pk,
        )
    with handler(navn):
        assert innsynslogg.alle_oppslag() == []
        assert innsynslogg.avviste_forsok() == []
        assert innsynslogg.sak_for_ombud(sak.ref) is None
        assert uvanlige.uvanlige_oppslag(vurderte=False) == []
        assert uvanlige.antall_uvanlige() == 0


def test_the_personvernombud_finds_a_case_by_its_address_and_the_refused_tries(sak):
    with forbi_veggene():
        sql(
            "INSERT INTO vern_avvist (tid, bruker, referanse, side, metode) VALUES (now(), %s, 'feil', 'sak', 'GET')",
            bruker("slt").pk,
        )
    with handler("personvern"):
        assert innsynslogg.sak_for_ombud(sak.ref) == (sak.pk, sak.nummer)
        assert innsynslogg.sak_for_ombud("finnes-ikke") is None
        [rad] = innsynslogg.avviste_forsok()
    assert (rad.referanse, rad.side, rad.metode, rad.bruker_id) == ("feil", "sak", "GET", bruker("slt").pk)


def test_who_has_seen_the_case_is_told_to_the_koordinator_without_own_looks(sak):
    oppslag(sak, "politi")
    oppslag(sak, "slt")
    with handler("slt"):
        assert [(rad.navn, rad.tittel) for rad in lesere.lesere(sak)] == [("Ola Berg", "politikontakt")]
        assert [rad.bruker_id for rad in innsynslogg.lesere(sak.pk)] == [bruker("politi").pk]


def test_the_newest_comes_first_and_no_more_than_asked_for(sak):
    for timer in (3, 2, 1):
        oppslag(sak, "politi", na() - timedelta(hours=timer))
    with handler("slt"):
        tider = [rad.tid for rad in lesere.lesere(sak, antall=2)]
    assert len(tider) == 2
    assert tider == sorted(tider, reverse=True)
    assert na() - tider[0] < timedelta(hours=2)


@pytest.mark.parametrize("navn", ["politi", "laerer", "kjerne.helse", "radmann", "system"])
def test_others_are_not_told_who_has_seen_it(sak, navn):
    oppslag(sak, "slt")
    with handler(navn):
        assert lesere.lesere(sak) == []
        assert innsynslogg.lesere(sak.pk) == []
        assert lesere.utskrift_av_lesere(sak) == []


def test_printed_each_day_and_place_is_a_line_without_a_name_own_looks_included(sak):
    for minutter in (30, 20, 10):
        oppslag(sak, "politi", na() - timedelta(minutes=minutter))
    oppslag(sak, "slt", na() - timedelta(minutes=5))
    with handler("slt"):
        rader = lesere.utskrift_av_lesere(sak)
    assert sum(rad.antall for rad in rader) == 4
    assert not [rad for rad in rader if "Ola" in str(rad) or "Kari" in str(rad)]
    assert all(rad.forste <= rad.siste for rad in rader)


def test_undo_asks_whether_somebody_else_has_opened_it_since(sak):
    for_ = na() - timedelta(minutes=5)
    with handler("slt"):
        assert not apnet.apnet_av_andre(sak, for_)
    oppslag(sak, "slt")
    oppslag(sak, "politi", for_ - timedelta(minutes=1))
    with handler("slt"):
        assert not apnet.apnet_av_andre(sak, for_)
    oppslag(sak, "politi")
    with handler("slt"):
        assert apnet.apnet_av_andre(sak, for_)


def test_a_look_at_another_case_is_none_at_this(sak):
    oppslag(lag_sak(), "politi")
    with handler("slt"):
        assert not apnet.apnet_av_andre(sak, na() - timedelta(hours=1))


def test_who_may_not_know_is_told_that_it_was_opened(sak):
    with handler("politi"):
        assert apnet.apnet_av_andre(sak, na())


def vurder(pk, av="personvern"):
    with handler(av) as person:
        return uvanlige.vurder_oppslag(av=person, oppslag_id=pk, merknad="Spurt.")


def test_one_out_of_the_ordinary_is_told_with_its_rule_in_words_and_closed_once(sak):
    pk = uvanlig(sak, "politi")
    with handler("personvern"):
        rad = uvanlige.ett_uvanlig(pk)
        assert rad.regler == (str(uvanlige.REGLER["uten_oppgave"]),)
        assert uvanlige.antall_uvanlige() == 1
    assert vurder(pk)
    assert not vurder(pk)
    with handler("personvern"):
        assert uvanlige.ett_uvanlig(pk) is None
        assert uvanlige.antall_uvanlige() == 0
        [lukket] = uvanlige.uvanlige_oppslag(vurderte=True)
    assert (lukket.merknad, lukket.vurdert_av) == ("Spurt.", bruker("personvern").pk)


def test_the_one_before_an_id_is_not_taken_for_it(sak):
    pk = uvanlig(sak, "politi")
    with handler("personvern"):
        assert uvanlige.ett_uvanlig(pk + 1) is None


def test_own_look_ups_are_somebody_elses_to_review(sak):
    pk = uvanlig(sak, "personvern")
    with handler("personvern"):
        assert uvanlige.antall_uvanlige() == 0
    with pytest.raises(PermissionDenied):
        vurder(pk)


@pytest.mark.parametrize("av", ["slt", "politi", "radmann", "system"])
def test_nobody_but_the_personvernombud_closes_one(sak, av):
    pk = uvanlig(sak, "politi")
    with pytest.raises(PermissionDenied):
        vurder(pk, av)
    with handler("personvern"):
        assert uvanlige.ett_uvanlig(pk) is not None


def test_what_does_not_exist_cannot_be_closed(sak):
    assert not vurder(999_999_999)
