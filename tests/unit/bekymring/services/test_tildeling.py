"""Who gets to see what at which move, and until the earliest of all ends (beslutninger 1, R1, R24)."""

from datetime import timedelta

import pytest

from bekymring.models import Delingsgrunnlag, Sak
from bekymring.services import tildeling
from bekymring.services.tilgang import sett_sperre
from demo import regi
from felles.tid import na
from tests.factories.gang import avklart, henvist, konkludert, meldt, pa_saksliste
from tests.factories.rapporter import forbi_veggene
from tests.factories.saker import bruker, gi
from tests.factories.spor import handler, holder, saken_na, til_og_med

pytestmark = pytest.mark.django_db
MEDLEMMER = ("kjerneleder", "kjerne.helse", "kjerne.barnevern")


def sperr(sak, hvem):
    with handler("slt") as slt:
        sett_sperre(av=slt, sak=sak, bruker=bruker(hvem), grunn="slekt")


def navn(medlemskap):
    return {rad.bruker.username for rad in medlemskap}


def test_before_a_group_is_chosen_there_are_no_members():
    sak = meldt()
    with handler("slt"):
        assert tildeling.medlemmer(sak) == []


def test_members_are_those_who_sit_there_now_and_are_not_kept_out():
    sak = avklart()
    sperr(sak, "kjerne.helse")
    with handler("slt"):
        assert navn(tildeling.medlemmer(sak)) == {"kjerneleder", "kjerne.barnevern"}
        assert navn(tildeling.ledere(sak)) == {"kjerneleder"}
    with forbi_veggene():
        bruker("kjerne.barnevern").medlemskap.update(til=na())
    with handler("slt"):
        assert navn(tildeling.medlemmer(sak)) == {"kjerneleder"}


def test_in_an_anonymous_discussion_the_whole_group_reads_felles_for_two_weeks_and_writes_nowhere():
    sak = meldt()
    regi.ta_imot(sak)
    regi.steg(sak, "slt", "droft_uten_navn")
    for hvem in MEDLEMMER:
        assert holder(sak, hvem) == {("se", ""), ("les", "felles")}
        [slutt] = til_og_med(sak, hvem)
        assert timedelta(days=13, hours=23) < slutt - na() <= tildeling.DROFTING


def test_a_discussion_ends_with_the_place_in_the_group():
    sak = regi.ta_imot(meldt())
    slutt = na() + timedelta(days=2)
    with forbi_veggene():
        bruker("kjerne.helse").medlemskap.update(til=slutt)
    regi.steg(sak, "slt", "droft_uten_navn")
    assert til_og_med(sak, "kjerne.helse") == {slutt}


def test_a_referred_case_is_led_by_the_leader_of_the_group_and_seen_by_no_other_member():
    sak = henvist()
    assert {("led", ""), ("skriv", "felles"), ("skriv", "skole")} <= holder(sak, "kjerneleder")
    assert holder(sak, "kjerne.helse") == set()
    assert holder(sak, "laerer") == set()


def test_the_leaders_access_ends_with_the_ground():
    sak = henvist(dager=20)
    with forbi_veggene():
        frister = Delingsgrunnlag.objects.filter(sak=sak, mottaker__slug="skole-barnehagekontor")
        assert til_og_med(sak, "kjerneleder") == set(frister.values_list("til", flat=True))


def test_before_the_meeting_covered_members_read_and_write_until_two_weeks_after_it():
    mote_tid = na() + timedelta(days=3)
    regi.lag_grupper()
    sak = pa_saksliste(mote=regi.mote(tid=mote_tid))
    assert holder(sak, "kjerne.helse") == {
        ("se", ""),
        *((rett, sone) for rett in ("les", "skriv") for sone in ("felles", "helse")),
    }
    assert til_og_med(sak, "kjerne.helse") == {mote_tid + tildeling.VINDU_ETTER}


def test_members_no_ground_covers_see_nothing():
    sak = pa_saksliste("16_17", "skole-barnehagekontor", "helse")
    assert ("les", "helse") in holder(sak, "kjerne.helse")
    assert holder(sak, "kjerne.barnevern") == set()


def test_a_window_that_is_over_opens_nothing():
    regi.lag_grupper()
    sak = pa_saksliste(mote=regi.mote(tid=na() - timedelta(days=15)))
    assert holder(sak, "kjerne.helse") == set()


def test_one_who_is_kept_out_gets_nothing_at_any_move():
    sak = henvist()
    sperr(sak, "kjerne.helse")
    regi.steg(sak, "kjerneleder", "sett_pa_saksliste", mote=regi.mote())
    assert holder(sak, "kjerne.helse") == set()
    assert ("les", "barnevern") in holder(sak, "kjerne.barnevern")


def test_a_recommended_conversation_opens_felles_and_the_police_zone_to_who_holds_it():
    sak = konkludert()
    assert {("les", "politi"), ("skriv", "politi"), ("les", "felles")} <= holder(sak, "politi")
    assert ("led", "") not in holder(sak, "politi")


def test_only_those_who_can_open_the_case_are_told_of_it():
    sak = henvist()
    with handler("slt"):
        hvem = [bruker("kjerneleder"), bruker("kjerne.helse")]
        assert tildeling.med_tilgang(sak, hvem) == [bruker("kjerneleder")]


def test_a_returned_report_opens_felles_to_the_reporter_for_two_weeks_and_only_them():
    sak = regi.steg(meldt(), "slt", "returner", begrunnelse="Fortell mer.")
    assert {("les", "felles"), ("skriv", "felles")} <= holder(sak, "laerer")
    slutter = til_og_med(sak, "laerer") - {None}
    assert len(slutter) == 1
    assert timedelta(days=13, hours=23) < slutter.pop() - na() <= tildeling.RETTEFRIST
    assert holder(sak, "kjerneleder") == set()


def test_closed_again_the_reporter_reads_own_words_and_nothing_else():
    sak = regi.steg(meldt(), "slt", "returner", begrunnelse="Fortell mer.")
    with handler("slt") as slt:
        tildeling.lukk_for_melder_igjen(slt, sak)
    assert ("egne", "") in holder(sak, "laerer")
    assert ("les", "felles") not in holder(sak, "laerer")


def test_closing_a_part_closes_that_part_only():
    sak = pa_saksliste()
    gi(sak, "politi", "felles", "politi", grunnlag="samtale")
    with handler("slt") as slt:
        tildeling.lukk(slt, sak, "gruppe")
    assert [holder(sak, hvem) for hvem in MEDLEMMER] == [set()] * 3
    assert ("les", "politi") in holder(sak, "politi")


def test_closing_the_members_leaves_the_leader():
    sak = pa_saksliste()
    with handler("slt") as slt:
        tildeling.lukk_medlemmer(slt, sak)
    assert holder(sak, "kjerne.helse") == holder(sak, "kjerne.barnevern") == set()
    assert ("led", "") in holder(sak, "kjerneleder")


def test_at_the_end_only_the_koordinator_sees_the_case_on():
    sak = konkludert()
    with forbi_veggene():
        Sak.objects.filter(pk=sak.pk).update(tilstand="avsluttet")
    assert [hvem for hvem in (*MEDLEMMER, "politi", "laerer") if holder(sak, hvem)] == []
    assert ("led", "") in holder(sak, "slt")
    assert saken_na(sak).saksansvarlig.username == "slt"
