"""Who the case concerns: written on a ground, opened for half an hour and with a purpose, shared by act (R9)."""

from datetime import timedelta
from uuid import uuid4

import pytest

from bekymring.lesing.innsyn import innsyn
from bekymring.services import identitet
from bekymring.services.feil import IkkeTillatt, Konflikt, KravMangler
from demo import regi
from felles.tid import na
from tests.factories.gang import avklart, konkludert, meldt, pa_saksliste
from tests.factories.grunnlag import ja
from tests.factories.saker import bruker
from tests.factories.spor import handler, hendelser, holder, saken_na, tekster, til_og_med
from vern import nokler
from vern.kontekst import som

pytestmark = pytest.mark.django_db
KORT = identitet.Kort("Oppdiktet Åsen", "gjennom skolen", 2010, "mor")


@pytest.fixture
def sak(db):
    return avklart()


def skriv(sak, kort=KORT, av="slt", nokkel=None):
    with handler(av) as person:
        return identitet.skriv_kort(av=person, sak=sak, nokkel=nokkel or uuid4(), kort=kort)


def les(sak, hvem="slt"):
    person = bruker(hvem)
    with som(person) as ctx:
        return identitet.les_kort(sak, innsyn(ctx, [sak], del_="test"))


def del_(sak, hvem, formal="samtale", av="slt"):
    with handler(av) as person:
        identitet.del_kort(av=person, sak=sak, bruker=bruker(hvem), formal=formal)


def test_what_was_written_is_read_back_and_the_case_has_a_name_from_then_on(sak):
    assert saken_na(sak).modus == "anonym"
    skriv(sak)
    assert les(sak) == KORT
    assert saken_na(sak).modus == "identifisert"
    assert hendelser(sak)[-1] == ("kort_skrevet", "felles")


def test_without_a_ground_the_case_stays_without_a_name():
    sak = regi.til_avklaring(meldt())
    with pytest.raises(KravMangler, match="uten navn"):
        skriv(sak)
    assert saken_na(sak).modus == "anonym"
    assert ("identitet", "identitet") not in tekster(sak)
    assert ("les", "identitet") not in holder(sak, "slt")


@pytest.mark.parametrize(("alder", "giver"), [("under_10", "selv"), ("16_17", "foresatt")])
def test_a_consent_that_lacks_one_who_must_agree_gives_the_case_no_name(alder, giver):
    sak = regi.til_avklaring(meldt(alder))
    regi.gi_samtykke(sak, givere=[giver])
    with pytest.raises(KravMangler, match="uten navn"):
        skriv(sak)
    assert saken_na(sak).modus == "anonym"


def test_the_newest_card_counts(sak):
    skriv(sak)
    ny = skriv(sak, identitet.Kort("Oppdiktet Rettet", "direkte"))
    assert les(sak).navn == "Oppdiktet Rettet"
    assert ny.retter_id is not None


def test_the_same_form_twice_is_one_card(sak):
    nokkel = uuid4()
    assert skriv(sak, nokkel=nokkel) == skriv(sak, nokkel=nokkel)
    assert [art for art, _ in hendelser(sak)].count("kort_skrevet") == 1


def test_writing_opens_the_card_for_half_an_hour(sak):
    skriv(sak)
    slutter = til_og_med(sak, "slt") - {None}
    assert len(slutter) == 1
    assert timedelta(minutes=29) < slutter.pop() - na() <= identitet.APENT


@pytest.mark.parametrize("av", ["slt2", "laerer", "politi", "kjerneleder"])
def test_nobody_else_writes_opens_or_shares_it(sak, av):
    skriv(sak)
    for_ = hendelser(sak)
    with pytest.raises((IkkeTillatt, Konflikt)):
        skriv(sak, av=av)
    with handler(av) as person, pytest.raises((IkkeTillatt, Konflikt)):
        identitet.apne_kort(av=person, sak=sak, formal="avtale")
    with pytest.raises((IkkeTillatt, Konflikt)):
        del_(sak, "kjerneleder", av=av)
    assert hendelser(sak) == for_


def test_a_case_without_a_name_has_no_card_to_open(sak):
    with handler("slt") as slt, pytest.raises(IkkeTillatt):
        identitet.apne_kort(av=slt, sak=sak, formal="avtale")


def test_opened_it_says_what_for(sak):
    skriv(sak)
    with handler("slt") as slt:
        identitet.apne_kort(av=slt, sak=sak, formal="samtykke")
    assert hendelser(sak)[-1] == ("kort_apnet", "felles")
    assert tekster(sak)[-1] == ("notat", "felles")


def test_a_purpose_nobody_can_choose_opens_nothing(sak):
    skriv(sak)
    for_ = hendelser(sak)
    with handler("slt") as slt, pytest.raises(ValueError, match="nysgjerrig"):
        identitet.apne_kort(av=slt, sak=sak, formal="nysgjerrig")
    assert hendelser(sak) == for_


def test_shared_it_is_read_as_long_as_the_part_in_the_case_lasts_and_not_written():
    sak = konkludert()
    regi.skriv_kort(sak)
    for_ = til_og_med(sak, "politi")
    del_(sak, "politi")
    assert ("les", "identitet") in holder(sak, "politi")
    assert ("skriv", "identitet") not in holder(sak, "politi")
    assert til_og_med(sak, "politi") == for_
    assert les(sak, "politi").navn == "Oppdiktet Person"
    assert hendelser(sak)[-1] == ("kort_delt", "felles")


def test_the_purpose_that_is_stated_is_the_one_a_ground_must_cover():
    sak = avklart(formal=["kjernegruppe", "samtale"], opplysninger=["med_navn"])
    ja(sak, "selv", "sandefjord-politi", formal="kjernegruppe", hva=["identitet"])
    ja(sak, "foresatt", "sandefjord-politi", formal="kjernegruppe", hva=["identitet"])
    regi.steg(sak, "slt", "henvis")
    regi.konkluder(regi.steg(sak, "kjerneleder", "sett_pa_saksliste", mote=regi.mote()))
    regi.skriv_kort(sak)
    with pytest.raises(KravMangler, match="Holde en bekymringssamtale".lower()):
        del_(sak, "politi", "samtale")
    assert ("les", "identitet") not in holder(sak, "politi")
    del_(sak, "politi", "kjernegruppe")
    assert ("les", "identitet") in holder(sak, "politi")


def test_one_without_a_part_in_the_case_gets_no_card(sak):
    skriv(sak)
    with pytest.raises(KravMangler, match="ikke lenger en del"):
        del_(sak, "politi")
    assert holder(sak, "politi") == set()


def test_those_it_can_be_shared_with_have_a_part_and_not_the_card():
    sak = pa_saksliste()
    regi.skriv_kort(sak)
    del_(sak, "kjerneleder", "kjernegruppe")
    with handler("slt"):
        navn = {en.username for en in identitet.mulige_lesere(sak)}
    assert navn == {"kjerne.helse", "kjerne.barnevern"}


def test_a_card_whose_key_is_destroyed_is_gone(sak):
    skriv(sak)
    nokler.odelegg(sak.pk)
    assert les(sak) is None


def test_a_case_without_a_card_has_none(sak):
    assert les(sak) is None
