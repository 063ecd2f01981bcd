"""A draft is its writer's own, encrypted, one a form, and gone after 14 days (beslutninger 20)."""

from datetime import timedelta

import pytest

from bekymring.models import Utkast
from bekymring.services import utkast
from felles.tid import flytt, na
from tests.factories.rapporter import forbi_veggene
from tests.factories.saker import bruker
from tests.factories.spor import handler
from vern import krypto, nokler

pytestmark = pytest.mark.django_db
DATA = {"observasjon": "Halvferdig setning", "alder": "16_17"}


def lagre(data=DATA, hvem="laerer", skjema="melding"):
    with handler(hvem) as person:
        return utkast.lagre_utkast(av=person, skjema=skjema, data=data)


def hent(hvem="laerer", skjema="melding"):
    with handler(hvem) as person:
        return utkast.hent_utkast(av=person, skjema=skjema)


def test_what_was_typed_comes_back_to_who_typed_it_and_to_no_one_else():
    lagre()
    assert hent() == DATA
    assert hent("slt") is None
    assert hent(skjema="annet") is None


def test_saved_again_it_is_the_same_draft_with_the_newest_words():
    forste = lagre()
    andre = lagre(DATA | {"alder": "13_15"})
    assert andre.pk == forste.pk
    assert hent()["alder"] == "13_15"
    with forbi_veggene():
        assert Utkast.objects.filter(bruker=bruker("laerer")).count() == 1


def test_each_form_has_its_own():
    lagre()
    lagre({"x": "y"}, skjema="samtale/1")
    assert hent() == DATA
    assert hent(skjema="samtale/1") == {"x": "y"}


def test_it_lies_encrypted_and_bound_to_its_row():
    rad = lagre()
    assert b"Halvferdig" not in bytes(rad.innhold)
    annen = lagre({"x": "y"}, skjema="annet")
    with forbi_veggene():
        Utkast.objects.filter(pk=annen.pk).update(innhold=rad.innhold)
    with pytest.raises(krypto.KryptoFeil):
        hent(skjema="annet")


@pytest.mark.parametrize(("alder", "finnes"), [(timedelta(days=13, hours=23), True), (timedelta(days=14), False)])
def test_after_fourteen_days_it_is_gone(alder, finnes):
    lagre()
    with flytt(na() + alder + timedelta(seconds=1)), handler("laerer") as laerer:
        assert (utkast.hent_utkast(av=laerer, skjema="melding") is not None) is finnes
        assert (utkast.utkast_tid(av=laerer, skjema="melding") is not None) is finnes


def test_the_time_is_when_it_was_last_saved():
    rad = lagre()
    with handler("laerer") as laerer:
        assert utkast.utkast_tid(av=laerer, skjema="melding") == rad.endret
        assert utkast.utkast_tid(av=laerer, skjema="annet") is None


def test_deleted_it_is_gone_and_others_stay():
    lagre()
    lagre(hvem="slt")
    with handler("laerer") as laerer:
        utkast.slett_utkast(av=laerer, skjema="melding")
        utkast.slett_utkast(av=laerer, skjema="melding")
    assert hent() is None
    assert hent("slt") == DATA


def test_without_its_key_there_is_no_draft():
    lagre()
    nokler.odelegg(utkast._eier(bruker("laerer")))
    assert hent() is None
