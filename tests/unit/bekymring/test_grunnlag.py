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
from tests.factories.grunnlag import dekkes, godkjenn, ja, part, trekk_alle
from tests.factories.rapporter import forbi_veggene
from tests.factories.saker import bruker
from tests.factories.spor import handler

pytestmark = pytest.mark.django_db


def sted(slug):
    return Aktor.objects.get(slug=slug).pk


def dekning(sak, *hvem):
    """Whom the gate covers for the kjernegruppe's work, by user name."""
    with handler("slt"):
        svar = grunnlag.dekning(sak, [bruker(navn).pk for navn in hvem], "kjernegruppe")
    return {navn: svar[bruker(navn).pk] for navn in hvem if bruker(navn).pk in svar}


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
    regi.gi_samtykke(sak, "helse", dager=90)
    regi.gi_samtykke(sak, "helse", dager=30)
    assert dekning(sak, "kjerne.helse", "kjerneleder") == {
        "kjerne.helse": grunnlag.Dekket(sted("helse"), grunnlag.dagslutt(regi.om(90)))
    }


def test_where_two_must_agree_it_lasts_as_long_as_the_shorter_yes():
    sak = regi.til_avklaring(meldt("16_17"))
    ja(sak, "selv", "helse", formal="kjernegruppe", til=90)
    ja(sak, "foresatt", "helse", formal="kjernegruppe", til=30)
    assert dekning(sak, "kjerne.helse")["kjerne.helse"].til == grunnlag.dagslutt(regi.om(30))


def test_a_ground_counts_from_its_first_to_its_last_moment():
    sak = avklart("16_17", "helse", dager=10)
    naa, dag = na(), timedelta(days=1)
    for fra, til, dekket in (
        (naa + dag, naa + 2 * dag, False),
        (naa - dag, naa + dag, True),
        (naa - dag, naa, False),
    ):
        with forbi_veggene():
            Delingsgrunnlag.objects.filter(sak=sak).update(fra=fra, til=til)
        assert dekkes(sak, "kjerne.helse", "kjernegruppe") is dekket, (fra, til)


def test_those_no_ground_covers_are_named_by_their_instans_once_and_in_order():
    sak = avklart("16_17", "helse")
    hvem = [bruker(navn).pk for navn in ("kjerneleder", "kjerne.barnevern", "kjerne.helse", "kjerneleder")]
    with handler("slt"):
        assert grunnlag.uten_grunnlag(sak, hvem, "kjernegruppe") == ("Barnevern", "Skole og barnehage")


def test_nobody_at_all_is_covered_by_nothing():
    sak = meldt()
    with handler("slt"):
        assert grunnlag.uten_grunnlag(sak, [], "kjernegruppe") == ()


def test_where_some_have_agreed_it_is_said_whose_yes_is_missing():
    """R16, R20."""
    sak = regi.til_avklaring(meldt("16_17"))
    part(sak, "foresatt", 2)
    ja(sak, "selv", "helse", formal="kjernegruppe")
    ja(sak, "foresatt", "helse", formal="kjernegruppe")
    with handler("slt"):
        assert grunnlag.uten_grunnlag(sak, [bruker("kjerne.helse").pk], "kjernegruppe") == (
            "Helse (mangler samtykke fra foresatt 2)",
        )


def test_an_oral_consent_covers_but_is_not_written():
    sak = avklart("16_17", "helse", form="muntlig", vitne=True)
    assert dekkes(sak, "kjerne.helse", "kjernegruppe")
    assert not dekkes(sak, "kjerne.helse", "ansvarsgruppe")
    with handler("slt"):
        assert not grunnlag.har_skriftlig(sak)


def test_a_written_consent_counts_until_it_is_withdrawn_or_runs_out():
    sak = regi.til_avklaring(meldt())
    regi.gi_samtykke(sak, "helse", dager=10)
    with handler("slt"):
        assert grunnlag.har_skriftlig(sak)
        with flytt(na() + timedelta(days=11)):
            assert not grunnlag.har_skriftlig(sak)
    trekk_alle(sak)
    with handler("slt"):
        assert not grunnlag.har_skriftlig(sak)


def test_one_who_has_consented_in_writing_is_not_enough_where_two_must():
    """R16, R20: the guardian's yes is missing until it is there."""
    sak = regi.til_avklaring(meldt("13_15"))
    ja(sak, "selv", "helse", formal="ansvarsgruppe")
    with handler("slt"):
        assert not grunnlag.har_skriftlig(sak)
    ja(sak, "foresatt", "helse", formal="ansvarsgruppe")
    with handler("slt"):
        assert grunnlag.har_skriftlig(sak)


def test_a_law_is_no_written_consent():
    sak = regi.til_avklaring(meldt())
    godkjenn("liv_helse")
    rad = regi.registrer_grunnlag(sak)
    assert not dekkes(sak, "kjerneleder", "kjernegruppe")
    with forbi_veggene():
        Delingsgrunnlag.objects.filter(pk=rad.pk).update(bekreftet_av=bruker("slt2"))
    assert set(dekning(sak, "kjerneleder", "kjerne.helse")) == {"kjerneleder"}
    with handler("slt"):
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
