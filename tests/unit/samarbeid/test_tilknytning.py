"""Where people work: said by the systemansvarlig, never about oneself, and ended it ends the sessions (R29)."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from felles.tid import na
from samarbeid.models import Aktor, Tilknytning
from samarbeid.services import avslutt_tilknytning, knytt_til
from tests.factories.rapporter import forbi_veggene
from tests.factories.saker import bruker
from tests.factories.spor import handler

pytestmark = pytest.mark.django_db


def knytt(hvem="fremmed", slug="helse", av="system", skjema=None, **mer):
    with handler(av) as person:
        return knytt_til(
            av=person,
            bruker=bruker(hvem),
            skjema=skjema or uuid4(),
            aktor=Aktor.objects.get(slug=slug),
            funksjon="vikar",
            **mer,
        )


def avslutt(rad, av="system"):
    with handler(av) as person:
        avslutt_tilknytning(av=person, tilknytning=rad)


def steder(hvem):
    with forbi_veggene():
        return set(Tilknytning.objects.gjeldende().filter(bruker__username=hvem).values_list("aktor__slug", flat=True))


def test_one_works_there_from_now_until_it_ends():
    slutt = na() + timedelta(days=30)
    rad = knytt(til=slutt)
    assert (rad.fra <= na(), rad.til, steder("fremmed")) == (True, slutt, {"helse"})


def test_the_same_form_twice_is_one_place():
    skjema = uuid4()
    assert knytt(skjema=skjema) == knytt(skjema=skjema)
    with forbi_veggene():
        assert Tilknytning.objects.filter(bruker__username="fremmed").count() == 1


def test_a_place_one_has_is_not_given_again_but_can_be_after_it_ended():
    rad = knytt()
    with pytest.raises(ValidationError, match="alt dette arbeidsstedet"):
        knytt()
    with forbi_veggene():
        Tilknytning.objects.filter(pk=rad.pk).update(fra=na() - timedelta(days=2), til=na() - timedelta(days=1))
    assert knytt() != rad


def test_one_can_work_in_two_places():
    knytt()
    knytt(slug="barnevern")
    assert steder("fremmed") == {"helse", "barnevern"}


@pytest.mark.parametrize("av", ["slt", "radmann", "personvern", "politi", "fremmed"])
def test_nobody_else_says_where_people_work(av):
    with pytest.raises(PermissionDenied):
        knytt(av=av)
    with forbi_veggene():
        rad = Tilknytning.objects.get(bruker__username="kjerne.helse")
    with pytest.raises(PermissionDenied):
        avslutt(rad, av=av)
    assert steder("fremmed") == set()
    assert steder("kjerne.helse") == {"helse"}


def test_nobody_says_where_they_work_themselves():
    with pytest.raises(PermissionDenied):
        knytt("system")
    assert "helse" not in steder("system")


def test_ended_it_is_over_now_and_so_are_the_sessions(som):
    som("kjerne.helse")
    with forbi_veggene():
        rad = Tilknytning.objects.get(bruker__username="kjerne.helse")
    assert bruker("kjerne.helse").okter.exists()
    avslutt(rad)
    assert steder("kjerne.helse") == set()
    assert not bruker("kjerne.helse").okter.exists()


def test_ended_twice_keeps_the_first_end_and_the_new_sessions(som):
    with forbi_veggene():
        rad = Tilknytning.objects.get(bruker__username="kjerne.helse")
        slutt = na() - timedelta(hours=1)
        Tilknytning.objects.filter(pk=rad.pk).update(fra=slutt - timedelta(days=1), til=slutt)
    som("kjerne.helse")
    avslutt(rad)
    with forbi_veggene():
        assert Tilknytning.objects.get(pk=rad.pk).til == slutt
    assert bruker("kjerne.helse").okter.exists()
