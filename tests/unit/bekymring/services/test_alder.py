"""The age is put right, and consents that are not enough at that age end with what they opened (R16, R17)."""

import pytest

from bekymring.choices import SAMTYKKEMATRISE, Aldersspenn
from bekymring.services import alder
from bekymring.services.feil import IkkeTillatt, Konflikt
from demo import regi
from felles.tid import na
from tests.factories.gang import avklart, henvist
from tests.factories.rapporter import forbi_veggene
from tests.factories.spor import handler, hendelser, holder, saken_na

pytestmark = pytest.mark.django_db


def rett(sak, til, av="slt", versjon=None):
    with handler(av) as person:
        return alder.rett_alder(
            av=person, sak=sak, aldersspenn=til, versjon=saken_na(sak).versjon if versjon is None else versjon
        )


def trukket(sak):
    with forbi_veggene():
        return sak.samtykker.get().trukket


def test_the_line_gets_the_age_a_new_version_and_an_event():
    sak = avklart()
    for_ = saken_na(sak).versjon
    rett(sak, "13_15")
    na_ = saken_na(sak)
    assert (na_.aldersspenn, na_.versjon) == ("13_15", for_ + 1)
    assert hendelser(sak)[-1] == ("alder", "felles")


@pytest.mark.parametrize("til", [spenn for spenn in Aldersspenn if spenn != "16_17"])
def test_a_consent_that_is_not_enough_at_the_age_ends_and_any_other_stays(til):
    sak = avklart()
    rett(sak, til)
    assert (trukket(sak) is None) is ("begge" in SAMTYKKEMATRISE[til])


def test_with_the_consent_ends_what_it_opened():
    sak = henvist()
    assert ("led", "") in holder(sak, "kjerneleder")
    rett(sak, "18_24")
    assert holder(sak, "kjerneleder") == set()
    assert [art for art, _ in hendelser(sak)][-2:] == ["alder", "samtykke_trukket"]


def test_one_already_withdrawn_keeps_its_time():
    sak = avklart()
    with handler("slt"):
        rad = sak.samtykker.get()
    regi.trekk_samtykke(sak, rad)
    forste = trukket(sak)
    rett(sak, "18_24")
    assert trukket(sak) == forste <= na()


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
