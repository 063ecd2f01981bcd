"""Groups, places in them, meetings, and a member's own assessment: who may, once only, and what ends with it."""

from datetime import timedelta
from uuid import uuid4

import pytest

from bekymring.models import Kjernegruppe, Medlemskap, Mote
from bekymring.services import gruppestyring, kjernegruppe
from bekymring.services.feil import IkkeTillatt, Konflikt
from demo import regi
from felles.tid import na
from tests.factories.gang import henvist, pa_saksliste
from tests.factories.rapporter import forbi_veggene
from tests.factories.saker import bruker
from tests.factories.spor import handler, hendelser, holder, tekster

pytestmark = pytest.mark.django_db
ANDRE = ["kjerneleder", "politi", "system", "personvern", "laerer"]


@pytest.fixture(autouse=True)
def grupper(db):
    regi.lag_grupper()


def gruppa():
    with forbi_veggene():
        return Kjernegruppe.objects.get(navn=regi.GRUPPE)


def sete(hvem):
    with forbi_veggene():
        return Medlemskap.objects.get(bruker__username=hvem, gruppe=gruppa())


def gi_plass(hvem, av="slt", leder=False):
    with handler(av) as person:
        return gruppestyring.gi_plass(av=person, gruppe=gruppa(), bruker=bruker(hvem), funksjon="x", leder=leder)


def test_the_koordinator_makes_and_renames_a_group():
    with handler("slt") as slt:
        ny = gruppestyring.lagre_gruppe(av=slt, gruppe=Kjernegruppe(), navn="Barneskolene", omrade="nord")
        gruppestyring.lagre_gruppe(av=slt, gruppe=ny, navn="Barnetrinnet", omrade="nord")
        assert list(Kjernegruppe.objects.filter(pk=ny.pk).values_list("navn", "omrade")) == [("Barnetrinnet", "nord")]


@pytest.mark.parametrize("av", ANDRE)
def test_nobody_else_keeps_groups_or_places(av):
    for_ = Medlemskap.objects.count(), gruppa().navn
    plass = sete("kjerne.helse")
    with handler(av) as person:
        with pytest.raises(IkkeTillatt):
            gruppestyring.lagre_gruppe(av=person, gruppe=gruppa(), navn="Annet", omrade="")
        with pytest.raises(IkkeTillatt):
            kjernegruppe.avslutt_medlemskap(av=person, medlemskap=plass)
    with pytest.raises(IkkeTillatt):
        gi_plass("politi", av=av)
    assert (Medlemskap.objects.count(), gruppa().navn) == for_
    assert sete("kjerne.helse").til is None


def test_a_place_begins_now_and_the_same_form_twice_is_one_place():
    rad = gi_plass("politi", leder=True)
    assert (rad.rolle, rad.til, rad.fra <= na()) == ("leder", None, True)
    assert gi_plass("politi", leder=False) == rad
    assert sete("politi").rolle == "leder"


def test_a_new_place_opens_no_case():
    sak = pa_saksliste()
    gi_plass("politi")
    assert holder(sak, "politi") == set()


def test_those_who_can_get_a_place_work_in_a_service_with_a_zone_and_have_none_yet():
    with handler("slt"):
        navn = set(gruppestyring.mulige_medlemmer(gruppa()).values_list("username", flat=True))
    assert {"politi", "kjerne.vgs"} <= navn
    assert not {"kjerneleder", "kjerne.helse", "fremmed", "slt"} & navn


def test_who_left_the_group_can_get_a_place_again_and_a_closed_account_cannot():
    with forbi_veggene():
        Medlemskap.objects.filter(bruker=bruker("kjerne.helse")).update(til=na())
        type(bruker("politi")).objects.filter(username="politi").update(is_active=False)
    with handler("slt"):
        navn = set(gruppestyring.mulige_medlemmer(gruppa()).values_list("username", flat=True))
    assert "kjerne.helse" in navn
    assert "politi" not in navn


def test_with_the_place_ends_what_it_opened():
    sak = pa_saksliste()
    assert ("les", "helse") in holder(sak, "kjerne.helse")
    with handler("slt") as slt:
        kjernegruppe.avslutt_medlemskap(av=slt, medlemskap=sete("kjerne.helse"))
    assert sete("kjerne.helse").til is not None
    assert holder(sak, "kjerne.helse") == set()
    assert ("les", "barnevern") in holder(sak, "kjerne.barnevern")


def test_a_place_that_has_ended_keeps_its_end():
    plass, slutt = sete("kjerne.helse"), na() - timedelta(days=1)
    with forbi_veggene():
        Medlemskap.objects.filter(pk=plass.pk).update(til=slutt)
    with handler("slt") as slt:
        kjernegruppe.avslutt_medlemskap(av=slt, medlemskap=plass)
    assert sete("kjerne.helse").til == slutt


def test_one_sees_the_groups_one_sits_in_and_the_koordinator_all():
    navn = {}
    for hvem in ("slt", "kjerne.helse", "kjerne.vgs", "politi"):
        with handler(hvem) as person:
            navn[hvem] = {gruppe.navn for gruppe in kjernegruppe.egne_grupper(person)}
    assert navn == {
        "slt": {"Ungdomsskolene", "Videregående"},
        "kjerne.helse": {"Ungdomsskolene"},
        "kjerne.vgs": {"Videregående"},
        "politi": set(),
    }


def kall_inn(av, nokkel=None):
    with handler(av) as person:
        return kjernegruppe.kall_inn(av=person, gruppe=gruppa(), nokkel=nokkel or uuid4(), tid=na() + timedelta(days=3))


@pytest.mark.parametrize("av", ["kjerneleder", "slt"])
def test_leader_and_koordinator_call_a_meeting_once(av):
    nokkel = uuid4()
    assert kall_inn(av, nokkel) == kall_inn(av, nokkel)
    with forbi_veggene():
        assert Mote.objects.get(pk=nokkel).innkalt_av == bruker(av)


@pytest.mark.parametrize("av", ["kjerne.helse", "kjerne.vgs", "politi"])
def test_members_and_leaders_of_other_groups_call_none(av):
    with pytest.raises(IkkeTillatt):
        kall_inn(av)
    with forbi_veggene():
        assert not Mote.objects.filter(gruppe=gruppa()).exists()


def test_who_led_the_group_before_calls_none_now():
    with forbi_veggene():
        Medlemskap.objects.filter(bruker=bruker("kjerneleder")).update(til=na())
    with pytest.raises(IkkeTillatt):
        kall_inn("kjerneleder")


def vurder(sak, av, sone, nokkel=None, innhold="  Sover godt.  "):
    with handler(av) as person:
        return kjernegruppe.skriv_vurdering(av=person, sak=sak, nokkel=nokkel or uuid4(), sone=sone, innhold=innhold)


@pytest.mark.parametrize("sone", ["helse", "felles"])
def test_an_assessment_lies_in_the_zone_that_was_chosen_with_its_event(sone):
    sak = pa_saksliste()
    vurder(sak, "kjerne.helse", sone)
    assert tekster(sak)[-1] == ("vurdering", sone)
    assert hendelser(sak)[-1] == ("vurdering", sone)


def test_the_same_assessment_twice_is_one():
    sak, nokkel = pa_saksliste(), uuid4()
    assert vurder(sak, "kjerne.helse", "helse", nokkel) == vurder(sak, "kjerne.helse", "helse", nokkel)
    assert [art for art, _ in hendelser(sak)].count("vurdering") == 1


def test_before_the_list_and_after_the_window_nobody_assesses():
    sak = henvist()
    with pytest.raises(IkkeTillatt):
        vurder(sak, "kjerneleder", "felles")
    regi.steg(sak, "kjerneleder", "sett_pa_saksliste", mote=regi.mote())
    regi.steg(sak, "kjerneleder", "utsett", begrunnelse="Ingen tid.")
    with pytest.raises((IkkeTillatt, Konflikt)):
        vurder(sak, "kjerne.helse", "helse")
    assert "vurdering" not in {art for art, _ in hendelser(sak)}


def test_nobody_assesses_in_another_services_zone():
    sak = pa_saksliste()
    for_ = tekster(sak)
    with pytest.raises(IkkeTillatt):
        vurder(sak, "kjerne.helse", "barnevern")
    assert tekster(sak) == for_
