"""Avverging: everybody who writes in the case can say that the police was told, and nothing stands in the way (R12)."""

from uuid import uuid4

import pytest

from bekymring.services import varsling
from bekymring.services.feil import IkkeTillatt
from tests.access.rader.bekymring import bruk_nod
from tests.factories.gang import henvist, konkludert, meldt
from tests.factories.rapporter import forbi_veggene
from tests.factories.saker import gi
from tests.factories.spor import handler, hendelser, tekster

pytestmark = pytest.mark.django_db


def varsle(sak, av, nokkel=None):
    with handler(av) as person:
        varsling.varsle_avverging(av=person, sak=sak, nokkel=nokkel)


def test_it_is_told_in_felles_without_a_word_of_content():
    sak = meldt()
    skrevet = tekster(sak)
    varsle(sak, "slt")
    assert hendelser(sak)[-1] == ("avverging", "felles")
    assert tekster(sak) == skrevet


@pytest.mark.parametrize("av", ["politi", "kjerneleder"])
def test_everybody_who_writes_in_the_case_can(av):
    sak = konkludert() if av == "politi" else henvist()
    varsle(sak, av)
    assert hendelser(sak)[-1] == ("avverging", "felles")


def test_who_writes_in_an_own_zone_only_tells_it_there():
    sak = meldt()
    gi(sak, "mentor", "mentor", skriv=True, grunnlag="mentor")
    varsle(sak, "mentor")
    assert hendelser(sak)[-1] == ("avverging", "mentor")


def test_also_in_a_closed_case():
    sak = meldt()
    with forbi_veggene():
        type(sak).objects.filter(pk=sak.pk).update(tilstand="avsluttet")
    varsle(sak, "slt")
    assert hendelser(sak)[-1] == ("avverging", "felles")


def test_the_same_key_is_the_same_notice_and_without_a_key_each_is_one():
    sak, nokkel = meldt(), uuid4()
    for _ in range(2):
        varsle(sak, "slt", nokkel)
    for _ in range(2):
        varsle(sak, "slt")
    assert [art for art, _ in hendelser(sak)].count("avverging") == 3


@pytest.mark.parametrize("av", ["slt2", "fremmed", "system", "kjerne.helse"])
def test_who_writes_nothing_in_the_case_has_the_telephone(av):
    sak = meldt()
    for_ = hendelser(sak)
    with pytest.raises(IkkeTillatt):
        varsle(sak, av)
    assert hendelser(sak) == for_


def test_break_glass_is_for_reading():
    sak = meldt()
    bruk_nod(sak, "politi")
    with pytest.raises(IkkeTillatt):
        varsle(sak, "politi")
