"""Who can be given a task or a part: those who sit there, hold the role or have the case now, and are not kept out."""

from datetime import timedelta

import pytest

from bekymring.lesing import ansvarlige
from bekymring.services.tilgang import sett_sperre
from brukere.models import Rolletildeling
from felles.tid import na
from tests.factories.gang import avklart, meldt
from tests.factories.rapporter import forbi_veggene
from tests.factories.saker import bruker
from tests.factories.spor import handler

pytestmark = pytest.mark.django_db


def mulige(sak):
    with handler("slt"):
        return [en.username for en in ansvarlige.mulige_ansvarlige(sak)]


def test_the_groups_members_the_police_and_the_koordinator_who_has_the_case_by_name():
    navn = mulige(avklart())
    assert set(navn) == {"kjerneleder", "kjerne.helse", "kjerne.barnevern", "politi", "slt"}
    assert navn == ["kjerne.barnevern", "slt", "kjerne.helse", "politi", "kjerneleder"]


def test_before_a_group_is_chosen_there_are_no_members():
    assert set(mulige(meldt())) == {"politi", "slt"}


@pytest.mark.parametrize("felt", [{"til": lambda: na()}, {"fra": lambda: na() + timedelta(days=1)}])
def test_a_role_that_is_over_or_not_begun_is_none(felt):
    sak = avklart()
    with forbi_veggene():
        Rolletildeling.objects.filter(rolle="politikontakt").update(**{navn: tid() for navn, tid in felt.items()})
    assert "politi" not in mulige(sak)


def test_who_left_the_group_is_closed_or_kept_out_is_not_there():
    sak = avklart()
    with forbi_veggene():
        bruker("kjerne.helse").medlemskap.update(til=na())
        type(bruker("kjerneleder")).objects.filter(username="kjerneleder").update(is_active=False)
    with handler("slt") as slt:
        sett_sperre(av=slt, sak=sak, bruker=bruker("politi"), grunn="slekt")
    assert set(mulige(sak)) == {"kjerne.barnevern", "slt"}


def test_mentors_are_those_who_work_as_one_now():
    assert [en.username for en in ansvarlige.mentorer()] == ["mentor"]
    with forbi_veggene():
        bruker("mentor").tilknytninger.update(til=na())
        bruker("fremmed").tilknytninger.create(
            aktor=bruker("slt").tilknytninger.get().aktor, funksjon="Mentor", fra=na() - timedelta(days=1)
        )
        assert [en.username for en in ansvarlige.mentorer()] == ["fremmed"]


def test_a_closed_account_is_no_mentor():
    with forbi_veggene():
        type(bruker("mentor")).objects.filter(username="mentor").update(is_active=False)
        assert list(ansvarlige.mentorer()) == []
