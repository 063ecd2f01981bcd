"""Figures about cases: counted by the database, suppressed before they leave it, never live."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.db import connection, transaction
from django.db.utils import IntegrityError, ProgrammingError

from bekymring.choices import Hendelseart, Tallart
from bekymring.models import Hendelse, Tall
from bekymring.services.tall import publiser_tall
from bekymring.statistikk import Tallrad, publiserte_tall
from felles.skjerming import Skjult, skjerm_tall
from felles.tid import flytt
from tests.factories.rapporter import forbi_veggene
from tests.factories.saker import bruker, lag_sak, sql
from vern.kontekst import som

pytestmark = pytest.mark.django_db
OSLO = ZoneInfo("Europe/Oslo")


def tid(*deler):
    return datetime(*deler, tzinfo=OSLO)


NOVEMBER, DESEMBER = tid(2026, 11, 20, 12), tid(2026, 12, 1, 5)


class Arbeider:
    """The worker's role, without a user."""

    def __enter__(self):
        sql("SELECT set_config('hp.uid', '', true)")
        sql("SET ROLE hp_worker")

    def __exit__(self, *_feil):
        if not connection.needs_rollback:
            sql("SET ROLE hp_web")


@pytest.fixture
def saker():
    """Eight cases without any event of the kinds that are counted."""
    ti = [lag_sak() for _ in range(8)]
    with forbi_veggene():
        Hendelse.objects.all().delete()
    return ti


def skjedde(saker, art, nar=NOVEMBER):
    with forbi_veggene():
        for sak in saker:
            Hendelse.objects.create(sak=sak, art=art, av=bruker("slt"), tid=nar)


def publiser(nar=NOVEMBER):
    with Arbeider(), flytt(nar):
        return publiser_tall()


def vist(ar=2026, antall_ar=1):
    with som(bruker("fremmed")):
        return {rad.navn: rad.verdier for rad in publiserte_tall(ar, antall_ar=antall_ar).rader}


@pytest.mark.parametrize("antall", range(0, 8))
def test_the_database_suppresses_as_the_pure_function_does(saker, antall):
    skjedde(saker, Hendelseart.TATT_IMOT)
    skjedde(saker[:antall], Hendelseart.MELDT)
    with Arbeider():
        funnet = dict(sql("SELECT art, verdi FROM vern.tell_saker(2026)"))
    assert (Skjult.UNDER if funnet["meldt"] is None else funnet["meldt"]) == skjerm_tall(antall)
    assert set(funnet) == set(Tallart.values)


def test_cases_are_counted_and_not_events(saker):
    for _ in range(7):
        skjedde(saker[:1], Hendelseart.SAMTALE_HOLDT)
    publiser()
    assert vist()["Bekymringssamtale"] == ("under 5",)


def test_the_year_begins_at_midnight_in_norway(saker):
    skjedde(saker[:5], Hendelseart.MELDT, tid(2026, 1, 1, 0, 0, 0))
    skjedde(saker[5:], Hendelseart.MELDT, tid(2025, 12, 31, 23, 59, 59))
    publiser()
    assert vist(antall_ar=2)["Meldt bekymring"] == ("under 5", 5)


def test_a_year_before_the_first_case_has_no_figures(saker):
    skjedde(saker, Hendelseart.MELDT)
    publiser()
    assert vist(antall_ar=3)["Meldt bekymring"] == (None, None, 8)


def test_nothing_is_published_twice_in_a_month_however_much_happens(saker):
    skjedde(saker[:5], Hendelseart.MELDT)
    assert publiser() == 4
    skjedde(saker[5:], Hendelseart.MELDT)
    assert publiser() == 0
    assert vist()["Meldt bekymring"] == (5,)


def test_two_months_cannot_be_subtracted_to_a_small_number(saker):
    skjedde(saker[:5], Hendelseart.MELDT)
    publiser(NOVEMBER)
    skjedde(saker[5:], Hendelseart.MELDT)
    assert publiser(DESEMBER) == 4
    assert vist()["Meldt bekymring"] == (5,)


def test_ansvarsgruppe_and_mentor_in_the_same_case_are_one(saker):
    skjedde(saker[:4], Hendelseart.ANSVARSGRUPPE)
    skjedde(saker[:4], Hendelseart.MENTOR)
    publiser()
    assert vist()["Ansvarsgruppe eller mentor"] == ("under 5",)


def test_before_anything_is_published_there_is_no_table():
    with som(bruker("slt")):
        assert publiserte_tall(2026).rader == ()


def test_all_four_acts_stand_in_order_and_the_day_is_told(saker):
    skjedde(saker, Hendelseart.MELDT)
    publiser()
    with som(bruker("slt")):
        tabell = publiserte_tall(2026, antall_ar=1)
    assert tabell.rader == (
        Tallrad("Meldt bekymring", (8,)),
        Tallrad("Vurdert i kjernegruppa", (0,)),
        Tallrad("Bekymringssamtale", (0,)),
        Tallrad("Ansvarsgruppe eller mentor", (0,)),
    )
    assert tabell.per == NOVEMBER.date()


@pytest.mark.parametrize(
    ("rolle", "setning"),
    [
        ("hp_web", "SELECT * FROM vern.tell_saker(2026)"),
        ("hp_web", "INSERT INTO bekymring_tall (ar, art, maned, verdi, talt) VALUES (2026,'meldt',now(),9,now())"),
        ("hp_worker", "SELECT count(*) FROM bekymring_hendelse"),
        ("hp_worker", "SELECT count(*) FROM bekymring_tekst"),
        ("hp_worker", "UPDATE bekymring_tall SET verdi = 9"),
        ("hp_stat", "SELECT av_id FROM bekymring_hendelse"),
        ("hp_stat", "SELECT count(*) FROM bekymring_tekst"),
        ("hp_stat", "SELECT count(*) FROM bekymring_tilgang"),
    ],
)
def test_nobody_can_count_for_themselves(rolle, setning):
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        sql(f"SET LOCAL ROLE {rolle}")
        sql(setning)


def test_the_table_itself_refuses_a_small_number():
    with pytest.raises(IntegrityError, match="tall_aldri_1_til_4"), transaction.atomic():
        sql("SET LOCAL ROLE hp_worker")
        Tall.objects.bulk_create([Tall(ar=2026, art=Tallart.MELDT, maned=NOVEMBER.date(), verdi=3)])


def test_without_a_user_the_web_sees_no_figure(saker):
    skjedde(saker, Hendelseart.MELDT)
    publiser()
    assert Tall.objects.count() == 0
