"""The key store: one key a case and zone, made once, bound to its place, and gone for good when destroyed."""

from uuid import uuid4

import pytest

from vern import kek, nokler
from vern.krypto import KryptoFeil

pytestmark = pytest.mark.django_db


def test_a_key_is_made_once_and_each_case_and_zone_has_its_own():
    en, to = uuid4(), uuid4()
    nokkel = nokler.lag(en, "felles")
    assert len(nokkel) == 32
    assert nokler.lag(en, "felles") == nokkel
    assert len({nokkel, nokler.lag(en, "politi"), nokler.lag(to, "felles")}) == 3


def test_those_that_exist_are_fetched_and_no_key_is_made_by_asking():
    sak = uuid4()
    nokkel = nokler.lag(sak, "felles")
    assert nokler.hent([(sak, "felles"), (sak, "politi"), (uuid4(), "felles")]) == {(sak, "felles"): nokkel}
    assert nokler.hent([(sak, "politi")]) == {}


def test_asked_for_none_it_gives_none():
    assert nokler.hent([]) == {}


def test_many_are_made_at_once():
    par = [(uuid4(), sone) for sone in ("felles", "helse")]
    funnet = nokler.lag_mange(par)
    assert set(funnet) == set(par)
    assert funnet == nokler.hent(par)


def test_destroyed_all_keys_of_the_case_are_gone_and_no_others():
    sak, annen = uuid4(), uuid4()
    for sone in ("felles", "politi"):
        nokler.lag(sak, sone)
    annens = nokler.lag(annen, "felles")
    assert nokler.odelegg(sak) == 2
    assert nokler.odelegg(sak) == 0
    assert nokler.hent([(sak, "felles"), (annen, "felles")]) == {(annen, "felles"): annens}


def test_a_key_copied_to_another_zone_does_not_open():
    sak = uuid4()
    nokler.lag(sak, "felles")
    nokler._utfor(
        "INSERT INTO nokkel (sak, sone, kek_versjon, innpakket) "
        "SELECT sak, 'politi', kek_versjon, innpakket FROM nokkel WHERE sak = %s",
        [sak],
    )
    with pytest.raises(KryptoFeil):
        nokler.hent([(sak, "politi")])
    nokler.odelegg(sak)


def test_a_lost_connection_is_opened_again():
    sak = uuid4()
    nokkel = nokler.lag(sak, "felles")
    nokler.lukk_forbindelse()
    assert nokler.hent([(sak, "felles")]) == {(sak, "felles"): nokkel}


def test_a_store_that_does_not_answer_is_said_in_one_word(settings):
    settings.NOKKEL_DATABASE_URL = "postgresql://ingen@127.0.0.1:1/ingen"
    with pytest.raises(nokler.NoklerUtilgjengelige):
        nokler.hent([(uuid4(), "felles")])


def test_new_keys_are_wrapped_by_the_newest_version():
    sak = uuid4()
    nokler.lag(sak, "felles")
    assert nokler._utfor("SELECT kek_versjon FROM nokkel WHERE sak = %s", [sak]) == [(kek.nyeste(),)]
