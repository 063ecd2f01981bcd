"""The age is put right, and consents that are not enough at that age end with what they opened (R16, R17)."""

import pytest

from bekymring.services import alder
from bekymring.services.feil import IkkeTillatt, Konflikt
from tests.factories.gang import avklart, henvist
from tests.factories.rapporter import forbi_veggene
from tests.factories.spor import handler, hendelser, holder, saken_na

pytestmark = pytest.mark.django_db


def rett(sak, til, av="slt", versjon=None):
    with handler(av) as person:
        return alder.rett_alder(
            av=person, sak=sak, aldersspenn=til, versjon=saken_na(sak).versjon if versjon is None else versjon
        )


def test_the_line_gets_the_age_a_new_version_and_an_event():
    sak = avklart()
    for_ = saken_na(sak).versjon
    rett(sak, "13_15")
    na_ = saken_na(sak)
    assert (na_.aldersspenn, na_.versjon) == ("13_15", for_ + 1)
    assert hendelser(sak)[-1] == ("alder", "felles")


@pytest.mark.parametrize(
    ("til", "leser"), [("under_10", True), ("10_12", True), ("13_15", True), ("18_24", True), ("25_pluss", True)]
)
def test_what_the_person_and_the_guardians_consented_to_together_is_covered_at_every_age(til, leser):
    sak = henvist()
    rett(sak, til)
    assert (("led", "") in holder(sak, "kjerneleder")) is leser


@pytest.mark.parametrize(
    ("giver", "fra", "til", "leser"),
    [
        ("selv", "18_24", "16_17", False),  # under 18 the guardians too
        ("selv", "18_24", "25_pluss", True),
        ("foresatt", "10_12", "under_10", True),
        ("foresatt", "10_12", "13_15", False),  # the person is heard from 15, and the stricter row holds
    ],
)
def test_what_is_not_covered_at_the_age_ends_in_the_same_act(giver, fra, til, leser):
    sak = henvist(fra, givere=[giver])
    assert ("led", "") in holder(sak, "kjerneleder")
    rett(sak, til)
    assert (("led", "") in holder(sak, "kjerneleder")) is leser
    assert [art for art, _ in hendelser(sak)][-1] == "alder"


def test_the_age_it_has_writes_nothing():
    sak = avklart()
    for_ = hendelser(sak), saken_na(sak).versjon
    rett(sak, "16_17")
    assert (hendelser(sak), saken_na(sak).versjon) == for_


def test_from_an_older_page_it_is_a_conflict():
    sak = avklart()
    with pytest.raises(Konflikt):
        rett(sak, "13_15", versjon=saken_na(sak).versjon - 1)
    assert saken_na(sak).aldersspenn == "16_17"


@pytest.mark.parametrize("av", ["slt2", "laerer", "politi"])
def test_only_who_has_the_case_puts_it_right(av):
    sak = avklart()
    with pytest.raises((IkkeTillatt, Konflikt)):
        rett(sak, "13_15", av=av)
    assert saken_na(sak).aldersspenn == "16_17"


def test_a_closed_case_is_left_as_it_is():
    sak = avklart()
    with forbi_veggene():
        type(sak).objects.filter(pk=sak.pk).update(tilstand="avsluttet")
    with pytest.raises(IkkeTillatt):
        rett(sak, "13_15")
