"""One who is inhabil is out at once, whatever they hold; no reason is asked, and a case is never without a leader."""

from uuid import uuid4

import pytest

from bekymring.lesing.tilgang import sperrer
from bekymring.models import Sperre
from bekymring.services import inhabil
from bekymring.services.feil import IkkeTillatt, Konflikt, KravMangler
from brukere.models import Rolletildeling
from felles.tid import na
from tests.factories.gang import henvist, meldt
from tests.factories.rapporter import forbi_veggene
from tests.factories.saker import bruker, gi
from tests.factories.spor import handler, hendelser, holder

pytestmark = pytest.mark.django_db


@pytest.fixture
def sak(db):
    return meldt()


def meld(sak, hvem):
    with handler(hvem) as person:
        inhabil.meld_inhabil(av=person, sak=sak)


def sperr(sak, hvem, av="slt"):
    with handler(av) as person:
        inhabil.sperr_person(av=person, sak=sak, nokkel=uuid4(), bruker=bruker(hvem), grunn="slekt")


def opphev(sak, hvem, av="slt"):
    with handler(av) as person:
        inhabil.opphev(av=person, sak=sak, bruker=bruker(hvem))


def utestengt(sak):
    with forbi_veggene():
        return {rad.bruker.username: rad.grunn for rad in Sperre.objects.gjeldende().filter(sak=sak)}


def ser(sak, hvem):
    with handler(hvem) as person:
        return type(sak).objects.visible_to(person).filter(pk=sak.pk).exists()


def test_who_takes_themselves_out_says_no_more_than_that(sak):
    gi(sak, "politi", "felles", "politi", skriv=True)
    meld(sak, "politi")
    assert utestengt(sak) == {"politi": "selv"}
    assert not ser(sak, "politi")
    assert hendelser(sak)[-1] == ("inhabil", "felles")


def test_who_writes_nothing_in_felles_leaves_no_event_there(sak):
    for_ = hendelser(sak)
    meld(sak, "slt2")
    assert utestengt(sak) == {"slt2": "selv"}
    assert hendelser(sak) == for_


def test_a_koordinator_leaves_the_case_to_the_deputy_who_is_told(sak, mailoutbox, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        meld(sak, "slt")
    assert ("led", "") in holder(sak, "slt2")
    assert not ser(sak, "slt")
    assert [post.to for post in mailoutbox] == [["slt2@kommunen.example"]]


def test_without_a_deputy_the_koordinator_stays_and_is_told_to_ring(sak):
    with forbi_veggene():
        Rolletildeling.objects.filter(bruker=bruker("slt2")).update(til=na())
    for_ = hendelser(sak)
    with pytest.raises(KravMangler, match="Ring lederen din"):
        meld(sak, "slt")
    assert utestengt(sak) == {}
    assert hendelser(sak) == for_
    assert ser(sak, "slt")


@pytest.mark.parametrize("hvem", ["laerer", "fremmed", "system"])
def test_reporter_and_strangers_have_nothing_to_step_out_of(sak, hvem):
    with pytest.raises(IkkeTillatt):
        meld(sak, hvem)
    assert utestengt(sak) == {}


def test_who_leads_keeps_somebody_out_before_they_ever_had_access(sak):
    sperr(sak, "politi")
    assert utestengt(sak) == {"politi": "slekt"}
    assert hendelser(sak)[-1] == ("inhabil", "felles")


def test_kept_out_twice_is_once(sak):
    sperr(sak, "politi")
    sperr(sak, "politi")
    assert [art for art, _ in hendelser(sak)].count("inhabil") == 1


def test_the_bar_beats_what_is_held_and_what_is_given_later(sak):
    gi(sak, "kjerne.helse", "felles")
    sperr(sak, "kjerne.helse")
    assert not ser(sak, "kjerne.helse")


@pytest.mark.parametrize("av", ["laerer", "slt2", "politi", "kjerne.helse"])
def test_who_does_not_lead_keeps_nobody_out_and_lets_nobody_in(sak, av):
    with pytest.raises((IkkeTillatt, Konflikt)):
        sperr(sak, "kjerne.barnevern", av=av)
    sperr(sak, "kjerne.barnevern")
    with pytest.raises((IkkeTillatt, Konflikt)):
        opphev(sak, "kjerne.barnevern", av=av)
    assert set(utestengt(sak)) == {"kjerne.barnevern"}


def test_oneself_is_not_kept_out_as_somebody_else(sak):
    with pytest.raises(IkkeTillatt):
        sperr(sak, "slt")
    assert utestengt(sak) == {}


def test_lifted_what_was_held_counts_again():
    sak = henvist()
    gi(sak, "politi", "felles")
    sperr(sak, "politi")
    opphev(sak, "politi")
    assert ser(sak, "politi")
    assert hendelser(sak)[-1] == ("habil", "felles")
    with handler("slt"):
        assert sperrer(sak) == []


def test_lifting_what_is_not_there_writes_nothing(sak):
    for_ = hendelser(sak)
    opphev(sak, "politi")
    assert hendelser(sak) == for_
