"""Which ground covers whom, to the minute: begun, not ended, and confirmed where no consent carries it (R1, R2)."""

from datetime import date, datetime, timedelta

import pytest
from django.utils import timezone

from bekymring.lesing import grunnlag
from bekymring.models import Delingsgrunnlag
from brukere.models import Rolletildeling
from demo import regi
from felles.tid import flytt, na
from samarbeid.models import Aktor, Tilknytning
from tests.factories.gang import avklart, meldt
from tests.factories.rapporter import forbi_veggene
from tests.factories.saker import bruker
from tests.factories.spor import handler

pytestmark = pytest.mark.django_db


def sted(slug):
    return Aktor.objects.get(slug=slug).pk


@pytest.mark.parametrize("dag", [date(2026, 3, 29), date(2026, 10, 25), date(2024, 2, 29), date(2026, 12, 31)])
def test_a_day_ends_just_before_midnight_in_norway_also_when_the_clock_is_changed(dag):
    slutt = timezone.localtime(grunnlag.dagslutt(dag))
    assert slutt == datetime(dag.year, dag.month, dag.day, 23, 59, 59, tzinfo=slutt.tzinfo)
    assert timezone.localdate(grunnlag.dagslutt(dag) + timedelta(seconds=1)) == dag + timedelta(days=1)


def test_where_somebody_works_is_where_they_work_now():
    helse = bruker("kjerne.helse")
    assert grunnlag.instanser([helse.pk]) == {helse.pk: Aktor.objects.get(slug="helse")}
    with forbi_veggene():
        Tilknytning.objects.filter(bruker=helse).update(til=na())
        assert grunnlag.instanser([helse.pk]) == {}


def test_a_place_without_a_zone_is_no_place_in_a_case():
    with forbi_veggene():
        Aktor.objects.filter(slug="helse").update(sone="")
        assert grunnlag.instanser([bruker("kjerne.helse").pk]) == {}


def test_of_two_places_the_newest_counts():
    helse = bruker("kjerne.helse")
    with forbi_veggene():
        Tilknytning.objects.filter(bruker=helse).update(fra=na() - timedelta(days=50))
        Tilknytning.objects.create(
            bruker=helse, aktor=Aktor.objects.get(slug="barnevern"), funksjon="x", fra=na() - timedelta(days=1)
        )
        assert grunnlag.instanser([helse.pk])[helse.pk].slug == "barnevern"


def test_a_recipient_is_covered_by_the_ground_that_holds_longest():
    sak = avklart("16_17", "helse", dager=10)
    lang = regi.gi_samtykke(sak, "helse", dager=90)
    regi.gi_samtykke(sak, "helse", dager=30)
    with handler("slt"):
        dekket = grunnlag.dekning(sak)
    assert set(dekket) == {sted("helse")}
    assert dekket[sted("helse")].samtykke_id == lang.pk


def test_a_ground_counts_from_its_first_to_its_last_moment():
    sak = avklart("16_17", "helse", dager=10)
    with handler("slt"):
        rad = sak.delingsgrunnlag.get()
        for tid, dekket in (
            (rad.fra - timedelta(seconds=1), False),
            (rad.fra, True),
            (rad.til - timedelta(seconds=1), True),
            (rad.til, False),
        ):
            with flytt(tid):
                assert bool(grunnlag.dekning(sak)) is dekket, tid


def test_those_no_ground_covers_are_named_by_their_instans_once_and_in_order():
    sak = avklart("16_17", "helse")
    hvem = [bruker(navn).pk for navn in ("kjerneleder", "kjerne.barnevern", "kjerne.helse", "kjerneleder")]
    with handler("slt"):
        assert grunnlag.uten_grunnlag(sak, hvem) == ("Barnevern", "Skole og barnehage")


def test_nobody_at_all_is_covered_by_nothing():
    sak = meldt()
    with handler("slt"):
        assert grunnlag.uten_grunnlag(sak, []) == ()


def test_an_oral_consent_covers_but_is_not_written():
    sak = avklart("16_17", "helse", form="muntlig", vitne=True)
    with handler("slt"):
        assert grunnlag.dekning(sak)
        assert not grunnlag.har_skriftlig(sak)


def test_a_written_consent_counts_until_it_is_withdrawn_or_runs_out():
    sak = regi.til_avklaring(meldt())
    rad = regi.gi_samtykke(sak, "helse", dager=10)
    with handler("slt"):
        assert grunnlag.har_skriftlig(sak)
        with flytt(na() + timedelta(days=11)):
            assert not grunnlag.har_skriftlig(sak)
    regi.trekk_samtykke(sak, rad)
    with handler("slt"):
        assert not grunnlag.har_skriftlig(sak)


def test_a_law_is_no_written_consent():
    sak = regi.til_avklaring(meldt())
    rad = regi.registrer_grunnlag(sak)
    with handler("slt"):
        assert grunnlag.dekning(sak) == {}
    with forbi_veggene():
        Delingsgrunnlag.objects.filter(pk=rad.pk).update(bekreftet_av=bruker("slt2"))
    with handler("slt"):
        assert set(grunnlag.dekning(sak)) == {sted("skole-barnehagekontor")}
        assert not grunnlag.har_skriftlig(sak)


def test_a_consent_can_name_the_groups_members_and_the_police():
    sak = regi.til_avklaring(meldt())
    with handler("slt"):
        assert grunnlag.mulige_mottakere(sak) == {
            sted(slug) for slug in ("skole-barnehagekontor", "helse", "barnevern", "sandefjord-politi")
        }


def test_before_a_group_is_chosen_all_groups_are_possible():
    sak = meldt()
    with handler("slt"):
        assert sted("videregaende") in grunnlag.mulige_mottakere(sak)


def test_one_who_left_the_group_or_the_police_is_no_recipient():
    sak = regi.til_avklaring(meldt())
    with forbi_veggene():
        bruker("kjerne.helse").medlemskap.update(til=na())
        Rolletildeling.objects.filter(rolle="politikontakt").update(til=na())
    with handler("slt"):
        assert grunnlag.mulige_mottakere(sak) == {sted("skole-barnehagekontor"), sted("barnevern")}
