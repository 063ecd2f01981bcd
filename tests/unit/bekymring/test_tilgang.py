"""The only ways to open and close a case: who may, what a grant opens, and what the database says no to."""

import re
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError

from bekymring.choices import Hendelseart
from bekymring.lesing.tilgang import egne_soner, hvem_kan_se, sperrer
from bekymring.models import Sak
from bekymring.services import tilgang
from brukere.models import Rolletildeling
from felles.tid import na
from samarbeid.models import Tilknytning
from tests.factories.rapporter import forbi_veggene
from tests.factories.saker import bruker, dekk, gi, knytt_alle, lag_sak
from tests.factories.spor import handler, hendelser, holder, saken_na, tekster, til_og_med

pytestmark = pytest.mark.django_db


@pytest.fixture
def sak(db):
    knytt_alle()
    return lag_sak()


def apne(sak, av, hvem, *soner, **mer):
    gi(sak, hvem, *soner, av=av, **mer)


def test_a_number_is_the_year_and_four_signs_that_cannot_be_mistaken_for_each_other():
    numre = {tilgang.ny_nummer() for _ in range(50)}
    assert len(numre) > 45
    assert all(re.fullmatch(rf"{na():%y}-[2-9A-HJ-NP-Z]{{4}}", nummer) for nummer in numre)


def test_a_number_that_is_taken_is_tried_again_and_the_case_gets_another(db, monkeypatch):
    tegn = iter("2222" + "2222" + "3333")
    monkeypatch.setattr("secrets.choice", lambda _tegn: next(tegn))
    forste, andre = lag_sak(), lag_sak()
    assert (forste.nummer[3:], andre.nummer[3:]) == ("2222", "3333")


def test_a_case_without_a_free_number_is_an_error_and_is_not_stored(db, monkeypatch):
    monkeypatch.setattr("secrets.choice", lambda _tegn: "2")
    forste = lag_sak()
    with pytest.raises(RuntimeError, match="saksnummer"):
        lag_sak()
    with forbi_veggene():
        assert list(type(forste).objects.filter(nummer=forste.nummer)) == [forste]


def test_at_birth_the_reporter_reads_own_words_and_the_koordinator_leads(sak):
    assert ("egne", "") in holder(sak, "laerer")
    assert ("les", "felles") not in holder(sak, "laerer")
    assert {("led", ""), ("les", "felles"), ("skriv", "felles")} <= holder(sak, "slt")
    assert holder(sak, "slt2") == set()


def test_with_an_inhabil_koordinator_the_deputy_leads_from_birth(db):
    sak = lag_sak(koordinator_inhabil=True)
    assert ("led", "") in holder(sak, "slt2")
    assert ("led", "") not in holder(sak, "slt")


def test_without_any_koordinator_nothing_is_stored(db):
    with forbi_veggene():
        Rolletildeling.objects.filter(rolle="koordinator").update(til=na())
        for_ = set(Sak.objects.values_list("pk", flat=True))
    with pytest.raises(tilgang.IngenKoordinator):
        lag_sak()
    with forbi_veggene():
        assert set(Sak.objects.values_list("pk", flat=True)) == for_


def test_own_zones_are_those_of_the_services_where_one_works_now(sak):
    with handler("kjerne.helse") as helse:
        assert egne_soner(helse) == ["helse"]
    with forbi_veggene():
        Tilknytning.objects.filter(bruker=helse).update(til=na())
        assert egne_soner(helse) == []


@pytest.mark.parametrize(("begynner", "soner"), [(timedelta(days=1), []), (timedelta(days=-1), ["helse"])])
def test_a_place_gives_its_zone_from_the_day_it_begins(sak, begynner, soner):
    helse = bruker("kjerne.helse")
    with forbi_veggene():
        Tilknytning.objects.filter(bruker=helse).update(fra=na() + begynner)
        assert egne_soner(helse) == soner


def test_the_municipality_itself_is_no_service_with_a_zone(sak):
    assert egne_soner(bruker("slt")) == []


@pytest.mark.parametrize("av", ["laerer", "slt2", "politi", "system"])
def test_who_does_not_lead_the_case_opens_it_to_nobody(sak, av):
    helse = bruker("kjerne.helse")
    dekk(sak, bruker("slt"), helse)  # a ground is there, and still
    felt = {"soner": ["felles"], "grunnlag": "gruppe", "formal": "kjernegruppe"}
    with handler(av) as person, pytest.raises(PermissionDenied):
        tilgang.gi_tilgang(av=person, sak=sak, bruker=helse, **felt)
    assert holder(sak, "kjerne.helse") == set()


@pytest.mark.parametrize("sone", ["politi", "barnevern", "skole", "nav"])
def test_the_zone_of_a_service_opens_only_to_those_who_work_there(sak, sone):
    with pytest.raises(PermissionDenied):
        apne(sak, "slt", "kjerne.helse", "felles", sone)
    assert holder(sak, "kjerne.helse") == set()


def test_reading_is_not_writing(sak):
    apne(sak, "slt", "kjerne.helse", "felles", "helse")
    assert holder(sak, "kjerne.helse") == {("se", ""), ("les", "felles"), ("les", "helse")}
    apne(sak, "slt", "kjerne.helse", "helse", skriv=True)
    assert ("skriv", "helse") in holder(sak, "kjerne.helse")
    assert ("skriv", "felles") not in holder(sak, "kjerne.helse")


def test_the_register_alone_gives_the_line_and_own_words_only(sak):
    apne(sak, "slt", "kjerne.helse", "register")
    assert holder(sak, "kjerne.helse") == {("se", ""), ("egne", "")}


def test_a_grant_ends_when_it_was_said_to(sak):
    slutt = na() + timedelta(days=3)
    apne(sak, "slt", "kjerne.helse", "felles", til=slutt)
    assert til_og_med(sak, "kjerne.helse") == {slutt}


def test_ending_tells_how_many_rights_ended_and_ends_no_other_zone(sak):
    gi(sak, "kjerne.helse", "felles", "helse", skriv=True)
    helse = bruker("kjerne.helse")
    with handler("slt") as slt:
        assert tilgang.trekk_tilgang(av=slt, sak=sak, bruker=helse, soner=["helse"]) == 2
        assert tilgang.trekk_tilgang(av=slt, sak=sak, bruker=helse, soner=["helse"]) == 0
    assert holder(sak, "kjerne.helse") == {("se", ""), ("les", "felles"), ("skriv", "felles")}


def test_ending_one_ground_leaves_the_other(sak):
    gi(sak, "politi", "felles", grunnlag="gruppe")
    gi(sak, "politi", "felles", "politi", grunnlag="samtale")
    with handler("slt") as slt:
        tilgang.trekk_tilgang(av=slt, sak=sak, bruker=bruker("politi"), grunnlag="samtale")
    assert holder(sak, "politi") == {("se", ""), ("les", "felles")}


def test_one_may_end_ones_own_and_nobody_elses(sak):
    gi(sak, "politi", "felles")
    gi(sak, "kjerne.helse", "felles")
    with handler("politi") as politi:
        with pytest.raises(PermissionDenied):
            tilgang.trekk_tilgang(av=politi, sak=sak, bruker=bruker("kjerne.helse"))
        tilgang.trekk_tilgang(av=politi, sak=sak, bruker=politi)
    assert holder(sak, "politi") == set()
    assert ("les", "felles") in holder(sak, "kjerne.helse")


def test_the_last_who_leads_cannot_leave(sak):
    with handler("slt") as slt, pytest.raises(tilgang.SakUtenLeder):
        tilgang.trekk_tilgang(av=slt, sak=sak, bruker=slt)
    assert ("led", "") in holder(sak, "slt")


def test_a_bar_on_the_koordinator_hands_the_case_to_the_deputy_and_says_who(sak):
    with handler("slt") as slt:
        assert tilgang.sett_sperre(av=slt, sak=sak, bruker=slt, grunn="selv") == bruker("slt2").pk
    assert ("led", "") in holder(sak, "slt2")


def test_a_bar_on_somebody_else_needs_no_deputy(sak):
    gi(sak, "politi", "felles")
    with handler("slt") as slt:
        assert tilgang.sett_sperre(av=slt, sak=sak, bruker=bruker("politi"), grunn="slekt") is None
        [rad] = sperrer(sak)
        assert (rad.bruker_id, rad.grunn, rad.satt_av_id) == (bruker("politi").pk, "slekt", slt.pk)
    with handler("politi"):
        assert not Sak.objects.filter(pk=sak.pk).exists()


def test_who_is_kept_out_is_told_to_who_leads_and_to_the_personvernombud_only(sak):
    gi(sak, "kjerne.helse", "felles")
    with handler("slt") as slt:
        tilgang.sett_sperre(av=slt, sak=sak, bruker=bruker("politi"), grunn="slekt")
    vet = []
    for navn in ("slt", "personvern", "politi", "kjerne.helse", "laerer", "system"):
        with handler(navn):
            vet += [navn] if sperrer(sak) else []
    assert vet == ["slt", "personvern"]


def test_nobody_lifts_their_own_bar(sak):
    with handler("slt") as slt:
        tilgang.sett_sperre(av=slt, sak=sak, bruker=slt, grunn="selv")
        with pytest.raises(PermissionDenied):
            tilgang.opphev_sperre(av=slt, sak=sak, bruker=slt)
    with handler("slt2") as slt2:
        tilgang.opphev_sperre(av=slt2, sak=sak, bruker=bruker("slt"))
        assert sperrer(sak) == []


def test_that_there_is_a_reporter_is_told_but_not_who(sak):
    gi(sak, "kjerne.helse", "felles")
    with handler("kjerne.helse"):
        rader = hvem_kan_se(sak)
    assert {rad.bruker_id for rad in rader if rad.grunnlag == "melder"} == {None}
    assert bruker("laerer").pk not in {rad.bruker_id for rad in rader}


def test_a_text_leaves_this_process_encrypted(sak):
    with handler("slt") as slt:
        tekst = tilgang.skriv_tekst(av=slt, sak=sak, sone="felles", art="notat", innhold="Klar tale")
    assert b"Klar tale" not in bytes(tekst.innhold)
    assert tekst.av == slt
    assert tekster(sak) == [("notat", "felles")]


@pytest.mark.parametrize("sone", ["politi", "helse", "barnevern"])
def test_nobody_writes_in_a_zone_they_do_not_hold(sak, sone):
    with handler("slt") as slt:
        with pytest.raises(PermissionDenied):
            tilgang.skriv_tekst(av=slt, sak=sak, sone=sone, art="notat", innhold="x")
        with pytest.raises(PermissionDenied):
            tilgang.skriv_hendelse(av=slt, sak=sak, sone=sone, art=Hendelseart.VURDERING)
    assert (tekster(sak), hendelser(sak)) == ([], [])


def test_an_event_with_a_key_that_is_used_is_refused_and_not_written_twice(sak):
    with handler("slt") as slt:
        forste = tilgang.skriv_hendelse(av=slt, sak=sak, sone="felles", art=Hendelseart.TILGANG)
        with pytest.raises(IntegrityError):
            tilgang.skriv_hendelse(av=slt, sak=sak, sone="felles", art=Hendelseart.TILGANG, id=forste.pk)
    assert hendelser(sak) == [("tilgang", "felles")]


def test_a_case_that_somebody_leads_is_not_taken_over(sak):
    with handler("slt2") as slt2, pytest.raises(PermissionDenied):
        tilgang.overta_sak(av=slt2, sak=sak)
    assert holder(sak, "slt2") == set()


def test_a_case_nobody_leads_is_taken_over_by_a_koordinator_and_by_no_one_else(sak):
    with forbi_veggene():
        Rolletildeling.objects.filter(bruker=bruker("slt")).update(til=na())
    with handler("politi") as politi, pytest.raises(PermissionDenied):
        tilgang.overta_sak(av=politi, sak=sak)
    with handler("slt2") as slt2:
        tilgang.overta_sak(av=slt2, sak=sak)
    assert ("led", "") in holder(sak, "slt2")
    assert saken_na(sak).saksansvarlig == slt2
    assert hendelser(sak) == [("tilgang", "register")]
