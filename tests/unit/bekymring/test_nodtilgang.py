"""Break-glass as an act: what comes back, what opens, who is told, and who may end and review it (R27, ADR 13)."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied

from bekymring.models import Nodtilgang, Sak
from bekymring.services import nodtilgang
from bekymring.services.tilgang import sett_sperre
from felles.avslag import Avslag
from felles.tid import na
from tests.factories.rapporter import forbi_veggene
from tests.factories.saker import bruker, knytt_alle, lag_sak, sql
from tests.factories.spor import handler, holder, til_og_med
from vern import nokler
from vern.innsyn import SLETTET
from vern.kontekst import som

pytestmark = pytest.mark.django_db
HVORFOR = "Personen svarer ikke på telefon."


@pytest.fixture
def sak(db):
    knytt_alle()
    return lag_sak()


def sok(sak, av="politi", nokkel=None, nummer=None):
    with handler(av) as person:
        return nodtilgang.sok_nodtilgang(
            av=person,
            nokkel=nokkel or uuid4(),
            nummer=nummer or sak.nummer,
            grunnlag="liv",
            begrunnelse=HVORFOR,
        )


def raden(rad):
    with forbi_veggene():
        return Nodtilgang.objects.get(pk=rad.pk)


def la_timen_ga(rad):
    with forbi_veggene():
        for kolonne in ("sokt", "fra", "til"):
            sql(f"UPDATE bekymring_nodtilgang SET {kolonne} = {kolonne} - interval '2 hours' WHERE id = %s", rad.pk)


def vurder(rad, av="personvern"):
    with handler(av) as person:
        nodtilgang.vurder_nodtilgang(av=person, rad=rad, konklusjon="nodvendig", vurdering="Riktig brukt.")


def test_it_opens_felles_to_read_for_an_hour(sak):
    rad = sok(sak)
    assert ("les", "felles") in holder(sak, "politi")
    assert not [rett for rett, _sone in holder(sak, "politi") if rett in ("skriv", "led")]
    assert til_og_med(sak, "politi") == {rad.til}
    assert rad.til - rad.fra == timedelta(hours=1)


def test_the_same_form_twice_is_one(sak):
    nokkel = uuid4()
    assert sok(sak, nokkel=nokkel).pk == sok(sak, nokkel=nokkel).pk == nokkel
    with forbi_veggene():
        assert Nodtilgang.objects.filter(sak=sak).count() == 1


def test_who_has_the_case_is_given_its_id_and_nothing_is_used(sak):
    assert sok(sak, av="slt") == sak.pk
    with forbi_veggene():
        assert not Nodtilgang.objects.filter(sak=sak).exists()


def test_an_unknown_number_and_a_case_of_others_get_the_same_answer(sak):
    with pytest.raises(nodtilgang.IngenSak) as ukjent:
        sok(sak, nummer="26-ZZZZ")
    with handler("slt") as slt:
        sett_sperre(av=slt, sak=sak, bruker=bruker("politi"), grunn="slekt")
    with pytest.raises(nodtilgang.IngenSak) as sperret:
        sok(sak)
    assert str(ukjent.value) == str(sperret.value)
    assert isinstance(ukjent.value, Avslag)
    with forbi_veggene():
        assert not Nodtilgang.objects.exists()


def test_owner_and_personvernombud_are_told_and_not_the_asker(sak, mailoutbox, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        sok(sak)
    assert sorted(post.to[0] for post in mailoutbox) == ["personvern@kommunen.example", "slt@kommunen.example"]
    assert sak.nummer not in "".join(post.subject + post.body for post in mailoutbox)


@pytest.fixture
def fjerde(sak):
    """The one that waits for a second person."""
    for _ in range(3):
        sok(lag_sak())
    return sok(sak)


def avgjor(rad, av, *, ja=True):
    with handler(av) as person:
        nodtilgang.avgjor_nodtilgang(av=person, rad=rad, ja=ja)


def test_the_fourth_opens_nothing_before_a_second_person_has_said_yes(sak, fjerde):
    assert (fjerde.krever_to, fjerde.fra, holder(sak, "politi")) == (True, None, set())
    avgjor(fjerde, "slt2")
    assert ("les", "felles") in holder(sak, "politi")
    assert raden(fjerde).avgjort_av == bruker("slt2")


def test_no_is_an_answer_and_opens_nothing(sak, fjerde):
    avgjor(fjerde, "slt2", ja=False)
    assert raden(fjerde).avslatt is not None
    assert holder(sak, "politi") == set()
    with pytest.raises(PermissionDenied):
        avgjor(fjerde, "personvern")


@pytest.mark.parametrize("av", ["politi", "kjerneleder", "radmann", "system"])
def test_the_asker_and_those_without_the_role_say_neither(sak, fjerde, av):
    with pytest.raises(PermissionDenied):
        avgjor(fjerde, av)
    assert holder(sak, "politi") == set()


def test_the_asker_ends_the_hour_and_twice_is_once(sak):
    rad = sok(sak)
    for _ in range(2):
        with handler("politi") as politi:
            nodtilgang.avslutt_nodtilgang(av=politi, rad=raden(rad))
    assert holder(sak, "politi") == set()
    assert raden(rad).til <= na()


@pytest.mark.parametrize("av", ["slt", "personvern", "kjerneleder"])
def test_nobody_else_ends_it(sak, av):
    rad = sok(sak)
    with handler(av) as person, pytest.raises(PermissionDenied):
        nodtilgang.avslutt_nodtilgang(av=person, rad=rad)
    assert ("les", "felles") in holder(sak, "politi")


def test_the_review_waits_until_the_hour_is_over_and_is_closed_once(sak):
    rad = sok(sak)
    with pytest.raises(PermissionDenied):
        vurder(rad)
    la_timen_ga(rad)
    vurder(rad)
    assert (raden(rad).konklusjon, raden(rad).vurdert_av) == ("nodvendig", bruker("personvern"))
    with pytest.raises(PermissionDenied):
        vurder(rad)


@pytest.mark.parametrize("av", ["politi", "slt", "radmann"])
def test_nobody_but_the_personvernombud_reviews(sak, av):
    rad = sok(sak)
    la_timen_ga(rad)
    with pytest.raises(PermissionDenied):
        vurder(rad, av)
    assert raden(rad).vurdert is None


def ordene(rad, hvem="personvern"):
    person = bruker(hvem)
    with som(person) as ctx:
        request = type("Request", (), {"kontekst": ctx})()
        return nodtilgang.les_ordene(request, raden(rad))


def test_the_words_are_read_back_and_go_with_the_cases_key(sak):
    rad = sok(sak)
    assert ordene(rad) == {"begrunnelse": HVORFOR}
    la_timen_ga(rad)
    vurder(rad)
    assert ordene(rad) == {"begrunnelse": HVORFOR, "vurdering": "Riktig brukt."}
    nokler.odelegg(sak.pk)
    assert set(ordene(rad).values()) == {str(SLETTET)}


def test_the_words_lie_encrypted(sak):
    assert HVORFOR.encode() not in bytes(raden(sok(sak)).begrunnelse)


def test_the_radmann_learns_that_a_review_is_open_and_that_it_is_closed(sak):
    with handler("radmann"):
        assert not nodtilgang.apen_vurdering()
    rad = sok(sak)
    with handler("radmann"):
        assert nodtilgang.apen_vurdering()
    la_timen_ga(rad)
    vurder(rad)
    with handler("radmann"):
        assert not nodtilgang.apen_vurdering()


@pytest.mark.parametrize("tilstand", ["avsluttet", "overfort", "sperret"])
def test_a_closed_case_gets_the_same_answer_as_an_unknown_number(sak, tilstand):
    with forbi_veggene():
        Sak.objects.filter(pk=sak.pk).update(tilstand=tilstand)
    with pytest.raises(nodtilgang.IngenSak) as ukjent:
        sok(sak, nummer="26-ZZZZ")
    with pytest.raises(nodtilgang.IngenSak) as lukket:
        sok(sak)
    assert str(ukjent.value) == str(lukket.value)
    assert holder(sak, "politi") == set()


def test_what_waits_for_a_second_person_is_not_opened_when_the_case_has_closed(sak, fjerde):
    with forbi_veggene():
        Sak.objects.filter(pk=sak.pk).update(tilstand="avsluttet")
    with pytest.raises(PermissionDenied):
        avgjor(fjerde, "slt2")
    assert holder(sak, "politi") == set()
