"""One function moves a case: locked, by who may, when all is in place, once; and back again for ten minutes."""

from datetime import timedelta

import pytest

from bekymring.models import Sak
from bekymring.services import flyt
from bekymring.services.feil import ForSent, IkkeTillatt, Konflikt, KravMangler
from demo import regi
from felles.tid import flytt, na
from tests.factories.gang import konkludert, meldt
from tests.factories.oppslag import oppslag
from tests.factories.rapporter import forbi_veggene
from tests.factories.saker import bruker
from tests.factories.spor import handler, hendelser, holder, saken_na, tekster

pytestmark = pytest.mark.django_db


@pytest.fixture
def sak(db):
    return meldt()


def returner(sak):
    return regi.steg(sak, "slt", "returner", begrunnelse="Fortell mer.")


def angre(sak, av="slt"):
    with handler(av) as person:
        return flyt.angre(av=person, sak=sak)


def test_a_move_changes_the_state_counts_the_version_and_writes_one_event_in_felles(sak):
    for_ = saken_na(sak)
    returner(sak)
    na_ = saken_na(sak)
    assert (na_.tilstand, na_.versjon) == ("returnert", for_.versjon + 1)
    assert na_.sist_endret > for_.sist_endret
    assert hendelser(sak)[-1] == ("returnert", "felles")
    with handler("slt"):
        siste = sak.hendelser.latest("tid")
        assert (siste.fra, siste.til, siste.av.username) == ("mottatt", "returnert", "slt")


def test_from_an_older_page_it_is_a_conflict_and_nothing_is_written(sak):
    versjon = saken_na(sak).versjon
    for_ = hendelser(sak), tekster(sak)
    with pytest.raises(Konflikt):
        regi.steg(sak, "slt", "returner", begrunnelse="x", versjon=versjon - 1)
    assert (hendelser(sak), tekster(sak), saken_na(sak).versjon) == (*for_, versjon)
    regi.steg(sak, "slt", "returner", begrunnelse="x", versjon=versjon)


def test_the_same_move_twice_is_made_once(sak):
    returner(sak)
    with pytest.raises(IkkeTillatt):
        returner(sak)
    assert [art for art, _ in hendelser(sak)].count("returnert") == 1


def test_everything_that_is_missing_is_told_at_once_and_nothing_is_written(sak):
    for_ = hendelser(sak), tekster(sak), saken_na(sak).versjon
    with pytest.raises(KravMangler) as feil:
        regi.steg(sak, "slt", "til_avklaring", dialog=" ")
    assert len(feil.value.meldinger) == 2
    assert (hendelser(sak), tekster(sak), saken_na(sak).versjon) == for_


def test_who_may_not_is_refused_before_being_told_what_is_missing(sak):
    regi.ta_imot(sak)
    with handler("laerer") as laerer, pytest.raises((IkkeTillatt, Konflikt)):
        flyt.utfor(av=laerer, sak=sak, overgang="til_avklaring", dialog="")


def test_a_row_that_is_no_longer_ours_is_an_error_and_never_a_new_row(sak):
    with forbi_veggene():
        for_ = Sak.objects.count()
    with handler("politi"), pytest.raises(Exception, match="did not affect"):
        flyt.lagre(sak)
    with forbi_veggene():
        assert Sak.objects.count() == for_


def test_taken_back_the_case_is_where_it_was_and_what_the_move_opened_is_closed(sak):
    returner(sak)
    assert ("les", "felles") in holder(sak, "laerer")
    angre(sak)
    assert saken_na(sak).tilstand == "mottatt"
    assert ("les", "felles") not in holder(sak, "laerer")
    assert hendelser(sak)[-1] == ("angret", "felles")


def test_taken_back_it_is_not_taken_back_again(sak):
    returner(sak)
    angre(sak)
    with pytest.raises(ForSent):
        angre(sak)


@pytest.mark.parametrize(("gatt", "ja"), [(timedelta(minutes=9, seconds=50), True), (timedelta(minutes=11), False)])
def test_for_ten_minutes(sak, gatt, ja):
    returner(sak)
    with handler("slt") as slt, flytt(na() + gatt):
        assert (flyt.siste_angrbare(slt, sak=saken(sak)) is not None) is ja


def saken(sak):
    return Sak.objects.get(pk=sak.pk)


def test_somebody_elses_move_is_not_mine_to_take_back(sak):
    returner(sak)
    with handler("laerer") as laerer:
        assert flyt.siste_angrbare(laerer, saken(sak)) is None
    with pytest.raises(ForSent):
        angre(sak, "laerer")
    assert saken_na(sak).tilstand == "returnert"


def test_opened_by_somebody_else_meanwhile_it_stands(sak):
    returner(sak)
    oppslag(sak, "laerer", na() + timedelta(seconds=1))
    with pytest.raises(ForSent):
        angre(sak)
    assert saken_na(sak).tilstand == "returnert"


def test_opened_by_oneself_it_can_still_be_taken_back(sak):
    returner(sak)
    oppslag(sak, "slt", na() + timedelta(seconds=1))
    angre(sak)
    assert saken_na(sak).tilstand == "mottatt"


def test_a_move_that_is_not_marked_so_stands(sak):
    regi.ta_imot(sak)
    with pytest.raises(ForSent):
        angre(sak)
    til = regi.til_avklaring(sak)
    with handler("slt") as slt:
        assert flyt.siste_angrbare(slt, til) is None


def test_the_events_a_page_has_read_are_not_read_again(sak, django_assert_num_queries):
    returner(sak)
    with handler("slt") as slt:
        na_ = saken(sak)
        lest = list(na_.hendelser.order_by("-tid"))
        with django_assert_num_queries(0):
            assert flyt.siste_angrbare(slt, na_, lest) == lest[0]
            assert flyt.siste_angrbare(slt, na_, []) is None


def test_an_event_that_is_no_move_stands_in_nobodys_way(sak):
    returner(sak)
    with handler("slt") as slt:
        flyt.skriv_hendelse(av=slt, sak=sak, sone="felles", art="tilgang")
    angre(sak)
    assert saken_na(sak).tilstand == "mottatt"


def test_an_evaluation_that_was_begun_can_be_taken_back():
    sak = konkludert()
    regi.foresla_mentor(sak)
    regi.steg(sak, "slt", "start_oppfolging", frist=regi.om(30))
    regi.steg(sak, "slt", "evaluer")
    angre(sak)
    assert saken_na(sak).tilstand == "tiltak_pagar"
    assert saken_na(sak).saksansvarlig == bruker("slt")
