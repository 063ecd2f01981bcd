"""Access given and ended by hand: who may, on which ground, how long, and the reason that stays (R1, R22, R29)."""

from datetime import timedelta
from uuid import uuid4

import pytest

from bekymring.lesing.grunnlag import dagslutt
from bekymring.models import Delingsgrunnlag
from bekymring.services import tilgangsstyring
from bekymring.services.feil import IkkeTillatt, Konflikt, KravMangler
from bekymring.services.tilgang import sett_sperre
from demo import regi
from felles.tid import flytt, idag, na
from tests.factories.gang import avklart, henvist
from tests.factories.rapporter import forbi_veggene
from tests.factories.saker import bruker
from tests.factories.spor import handler, hendelser, holder, tekster, til_og_med

pytestmark = pytest.mark.django_db
DAGER = 60


@pytest.fixture
def sak(db):
    return avklart(dager=DAGER)


def grunn(sak, slug="helse"):
    with forbi_veggene():
        return Delingsgrunnlag.objects.filter(sak=sak, mottaker__slug=slug).select_related("mottaker").first()


def gi(sak, hvem="kjerne.helse", *soner, av="slt", **mer):
    felt = {"rolle": "ansvarsgruppe", "skriv": False, "begrunnelse": "Trengs.", "til": regi.om(10)}
    felt |= {"nokkel": uuid4(), "grunn": grunn(sak)} | mer
    with handler(av) as person:
        tilgangsstyring.gi(av=person, sak=sak, bruker=bruker(hvem), soner=soner or ["felles"], **felt)


def avslutt(sak, hvem="kjerne.helse", hva="alt", av="slt", nokkel=None):
    with handler(av) as person:
        tilgangsstyring.avslutt(
            av=person, sak=sak, nokkel=nokkel or uuid4(), bruker=bruker(hvem), hva=hva, begrunnelse="Ferdig."
        )


def test_given_it_opens_until_the_end_of_the_day_and_says_so_with_the_reason(sak):
    gi(sak, "kjerne.helse", "felles", "egen", skriv=True)
    assert holder(sak, "kjerne.helse") == {
        ("se", ""),
        *((rett, sone) for rett in ("les", "skriv") for sone in ("felles", "helse")),
    }
    assert til_og_med(sak, "kjerne.helse") == {dagslutt(regi.om(10))}
    assert hendelser(sak)[-1] == ("tilgang", "felles")
    assert tekster(sak)[-1] == ("begrunnelse", "felles")


def test_the_same_form_twice_is_one_act(sak):
    nokkel = uuid4()
    for _ in range(2):
        gi(sak, nokkel=nokkel)
    assert [art for art, _ in hendelser(sak)].count("tilgang") == 1


def test_the_one_it_is_given_to_is_told_that_there_is_something_to_do(
    sak, mailoutbox, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        gi(sak)
    assert [post.to for post in mailoutbox] == [["kjerne.helse@kommunen.example"]]
    assert sak.nummer not in mailoutbox[0].subject + mailoutbox[0].body


@pytest.mark.parametrize(
    ("mer", "ord_"),
    [
        ({"grunn": None}, "Velg grunnlaget"),
        ({"til": None}, "hvor lenge"),
        ({"til": 367}, "ett år"),
        ({"til": DAGER + 1}, "lenger enn grunnlaget"),
        ({"grunn": "barnevern"}, "arbeider ikke der"),
        ({"rolle": "samtale"}, "er ikke politikontakt"),
    ],
)
def test_what_is_missing_is_said_in_words_and_nothing_is_opened_or_written(sak, mer, ord_):
    if isinstance(mer.get("til"), int):
        mer = {"til": regi.om(mer["til"])}
    if isinstance(mer.get("grunn"), str):
        mer = {"grunn": grunn(sak, mer["grunn"])}
    for_ = hendelser(sak), tekster(sak)
    with pytest.raises(KravMangler, match=ord_):
        gi(sak, **mer)
    assert holder(sak, "kjerne.helse") == set()
    assert (hendelser(sak), tekster(sak)) == for_


def test_the_grounds_last_day_is_the_longest_it_can_be(sak):
    gi(sak, til=regi.om(DAGER))
    assert til_og_med(sak, "kjerne.helse") == {dagslutt(regi.om(DAGER))}


def test_a_ground_that_has_ended_carries_nothing(sak):
    rad = grunn(sak)
    with flytt(rad.til + timedelta(seconds=1)), pytest.raises(KravMangler, match="gjelder ikke lenger"):
        gi(sak, til=idag())


def test_the_own_zone_of_one_without_a_service_is_refused(sak):
    with pytest.raises(KravMangler, match="egen sone"):
        gi(sak, "mentor", "egen")


def test_one_who_is_kept_out_gets_nothing(sak):
    with handler("slt") as slt:
        sett_sperre(av=slt, sak=sak, bruker=bruker("kjerne.helse"), grunn="slekt")
    with pytest.raises(KravMangler, match="inhabil"):
        gi(sak)
    assert holder(sak, "kjerne.helse") == set()


def test_another_koordinator_leads_without_ground_and_without_end(sak):
    gi(sak, "slt2", rolle="saksansvarlig", grunn=None, til=None)
    assert holder(sak, "slt2") == {("se", ""), ("led", ""), ("les", "felles"), ("skriv", "felles")}
    assert til_og_med(sak, "slt2") == {None}


def test_only_a_koordinator_can_become_the_one_who_has_the_case(sak):
    with pytest.raises(KravMangler, match="er ikke SLT-koordinator"):
        gi(sak, rolle="saksansvarlig")


def test_a_place_in_the_group_ends_the_access_that_rests_on_it(sak):
    slutt = na() + timedelta(days=4)
    with forbi_veggene():
        bruker("kjerne.helse").medlemskap.update(til=slutt)
    gi(sak, rolle="gruppe")
    assert til_og_med(sak, "kjerne.helse") == {slutt}


def test_nobody_gives_to_themselves_or_a_role_that_is_not_given_by_hand(sak):
    with pytest.raises(IkkeTillatt):
        gi(sak, "slt")
    with pytest.raises(IkkeTillatt):
        gi(sak, rolle="mentor")


@pytest.mark.parametrize("av", ["slt2", "politi", "kjerne.helse", "system"])
def test_who_does_not_lead_the_case_gives_and_ends_nothing(sak, av):
    gi(sak, "kjerne.helse", "felles")
    with pytest.raises((IkkeTillatt, Konflikt)):
        gi(sak, "kjerne.barnevern", av=av, grunn=grunn(sak, "barnevern"))
    with pytest.raises((IkkeTillatt, Konflikt)):
        avslutt(sak, "slt", av=av)
    assert holder(sak, "kjerne.barnevern") == set()
    assert ("led", "") in holder(sak, "slt")


def test_the_leader_of_the_group_gives_to_the_group_only():
    sak = henvist()
    with pytest.raises(IkkeTillatt):
        gi(sak, av="kjerneleder")
    gi(sak, av="kjerneleder", rolle="gruppe")
    assert ("les", "felles") in holder(sak, "kjerne.helse")


def test_ended_it_is_closed_at_once_and_the_reason_stays(sak):
    gi(sak, "kjerne.helse", "felles", "egen")
    avslutt(sak)
    assert holder(sak, "kjerne.helse") == set()
    assert hendelser(sak)[-1] == ("tilgang_slutt", "felles")
    assert tekster(sak)[-1] == ("begrunnelse", "felles")


def test_one_zone_can_be_ended_alone(sak):
    gi(sak, "kjerne.helse", "felles", "egen")
    avslutt(sak, hva="helse")
    assert holder(sak, "kjerne.helse") == {("se", ""), ("les", "felles")}


def test_ending_twice_with_the_same_key_is_once_and_without_anything_to_end_is_refused(sak):
    gi(sak)
    nokkel = uuid4()
    for _ in range(2):
        avslutt(sak, nokkel=nokkel)
    assert [art for art, _ in hendelser(sak)].count("tilgang_slutt") == 1
    with pytest.raises(IkkeTillatt):
        avslutt(sak)


def test_nobody_ends_their_own_access_here(sak):
    gi(sak, "slt2", rolle="saksansvarlig", grunn=None, til=None)
    with pytest.raises(IkkeTillatt):
        avslutt(sak, "slt")
    assert ("led", "") in holder(sak, "slt")


def test_the_former_koordinator_can_be_taken_out_when_another_leads(sak):
    gi(sak, "slt2", rolle="saksansvarlig", grunn=None, til=None)
    avslutt(sak, "slt", av="slt2")
    assert ("led", "") not in holder(sak, "slt")
    assert ("led", "") in holder(sak, "slt2")


def test_those_one_can_give_to_work_somewhere_now_and_are_neither_oneself_nor_kept_out(sak):
    with handler("slt") as slt:
        sett_sperre(av=slt, sak=sak, bruker=bruker("politi"), grunn="slekt")
        navn = [en.username for en in tilgangsstyring.mulige_mottakere(slt, sak)]
    assert "kjerne.helse" in navn
    assert not {"slt", "politi", "fremmed"} & set(navn)


def test_a_closed_account_and_a_former_colleague_are_not_among_them(sak):
    with forbi_veggene():
        type(bruker("mentor")).objects.filter(username="mentor").update(is_active=False)
        bruker("kjerne.helse").tilknytninger.update(til=na())
    with handler("slt") as slt:
        assert not tilgangsstyring.mulige_mottakere(slt, sak).filter(username__in=["mentor", "kjerne.helse"])


def test_what_one_person_holds_is_told_right_by_right_without_the_line_itself(sak):
    gi(sak, "kjerne.helse", "felles", "egen")
    with handler("slt"):
        rader = tilgangsstyring.rettigheter_til(sak, bruker("kjerne.helse").pk)
    assert {(rad.rett, rad.sone) for rad in rader} == {("les", "felles"), ("les", "helse")}
