"""Ordered once, approved by the rådmann, published when the final document is there; each by who may."""

import pytest
from django.core.exceptions import PermissionDenied

from felles.tid import idag
from rapport.models import Jobb, Rapport
from rapport.services import bestill_rapport, godkjenn_rapport, prov_igjen, publiser_rapport
from tests.factories.rapporter import bestilt, forbi_veggene, lever, publisert, utkast
from tests.factories.saker import bruker
from tests.factories.spor import handler

pytestmark = pytest.mark.django_db
ANDRE = ["politi", "personvern", "system", "folkehelse", "fremmed"]


def som(handling, rapport, hvem):
    with handler(hvem) as person:
        return handling(av=person, rapport=rapport)


def raden(rapport):
    with forbi_veggene():
        return Rapport.objects.get(pk=rapport.pk)


def jobber(rapport):
    with forbi_veggene():
        return list(Jobb.objects.filter(rapport=rapport).order_by("opprettet").values_list("art", "tilstand"))


def test_an_order_is_one_draft_and_one_job_and_the_same_data_again_gives_the_same():
    forste = bestilt()
    assert (forste.versjon, forste.tilstand, forste.bestilt_av) == (1, "utkast", bruker("slt"))
    assert bestilt("radmann") == forste
    assert jobber(forste) == [("utkast", "ventende")]


def test_other_data_is_a_new_version_that_says_what_it_replaces():
    forste, andre = bestilt(), bestilt(mottaker="Formannskapet")
    assert (andre.versjon, andre.erstatter) == (2, forste)
    with handler("slt"):
        assert Rapport.objects.get(pk=forste.pk).er_erstattet
        assert not Rapport.objects.get(pk=andre.pk).er_erstattet


@pytest.mark.parametrize("hvem", ANDRE)
def test_nobody_else_orders(hvem):
    with handler(hvem) as person, pytest.raises(PermissionDenied):
        bestill_rapport(av=person, ar=idag().year)
    with forbi_veggene():
        assert not Rapport.objects.exists()


def test_a_failed_job_is_left_and_a_new_one_ordered():
    rapport = bestilt()
    lever(rapport, "feilet", "tid", 5)
    som(prov_igjen, rapport, "slt")
    som(prov_igjen, rapport, "slt")
    assert jobber(rapport) == [("utkast", "feilet"), ("utkast", "ventende")]


def test_ordered_again_after_a_failure_it_is_tried_again():
    rapport = bestilt()
    lever(rapport, "feilet", "tid", 5)
    assert bestilt() == rapport
    assert len(jobber(rapport)) == 2


@pytest.mark.parametrize("hvem", ANDRE)
def test_nobody_else_tries_approves_or_publishes(hvem):
    rapport = utkast()
    for handling in (prov_igjen, godkjenn_rapport, publiser_rapport):
        with pytest.raises(PermissionDenied):
            som(handling, rapport, hvem)
    assert raden(rapport).tilstand == "utkast"
    assert jobber(rapport) == [("utkast", "ferdig")]


def test_approved_it_says_by_whom_and_the_final_document_is_ordered():
    rapport = utkast()
    som(godkjenn_rapport, rapport, "radmann")
    na = raden(rapport)
    assert (na.tilstand, na.godkjent_av) == ("godkjent", bruker("radmann"))
    assert na.godkjent is not None
    assert jobber(rapport)[-1] == ("endelig", "ventende")


def test_the_koordinator_who_orders_does_not_approve():
    rapport = utkast()
    with pytest.raises(PermissionDenied):
        som(godkjenn_rapport, rapport, "slt")
    assert raden(rapport).godkjent is None


def test_what_has_no_document_yet_is_replaced_or_is_approved_cannot_be_approved():
    for rapport in (bestilt(), godkjent()):
        with pytest.raises(PermissionDenied):
            som(godkjenn_rapport, rapport, "radmann")
    gammel = utkast(mottaker="Rådet")
    bestilt(mottaker="Formannskapet")
    with pytest.raises(PermissionDenied):
        som(godkjenn_rapport, gammel, "radmann")
    assert raden(gammel).tilstand == "utkast"


def godkjent():
    rapport = utkast(mottaker="Kommunestyret")
    som(godkjenn_rapport, rapport, "radmann")
    return rapport


def test_it_is_published_when_the_final_document_is_there_and_not_before():
    rapport = godkjent()
    with pytest.raises(PermissionDenied):
        som(publiser_rapport, rapport, "radmann")
    lever(rapport)
    som(publiser_rapport, rapport, "slt")
    assert (raden(rapport).tilstand, raden(rapport).publisert_av) == ("publisert", bruker("slt"))


def test_a_draft_is_not_published_and_a_published_one_not_again():
    for rapport in (utkast(), publisert(mottaker="Rådet")):
        with pytest.raises(PermissionDenied):
            som(publiser_rapport, rapport, "radmann")


def test_before_it_is_published_others_do_not_see_it_and_then_everybody_does():
    rapport = utkast()
    with handler("fremmed") as fremmed:
        assert not Rapport.objects.visible_to(fremmed).filter(pk=rapport.pk).exists()
        assert not Rapport.objects.filter(pk=rapport.pk).exists()
    apen = publisert(mottaker="Rådet")
    with handler("fremmed") as fremmed:
        assert list(Rapport.objects.visible_to(fremmed)) == [apen]
