"""What is late, what is silent, the groups, and the plan as it stood on an earlier day."""

from datetime import datetime, time, timedelta
from uuid import uuid4

import pytest
from django.http import QueryDict
from django.utils import timezone

from felles.dato import talldato
from felles.tid import flytt, idag
from samarbeid.models import Aktor
from tests.factories.tiltak import fyll_opp, gjor, milepael, person, rapporter, tiltak
from tiltak.choices import Status
from tiltak.models import Ansvar, Milepael, Plan, Tiltak
from tiltak.services.ansvar import overfor_ansvar
from tiltak.services.vurdering import sett_viktig, vurder
from tiltak.visning.oversikt import Planstatus, planstatus

pytestmark = pytest.mark.django_db


def staar(brukernavn: str = "slt", **valg: str) -> Planstatus:
    data = QueryDict(mutable=True)
    data.update(valg)
    return planstatus(person(brukernavn), None, data, historisk=True)


def pa(dager_siden: int) -> Planstatus:
    return staar(dato=talldato(idag() - timedelta(days=dager_siden)))


def kl(dager_siden: int) -> datetime:
    """At noon so many days ago: that day by any clock."""
    return timezone.make_aware(datetime.combine(idag() - timedelta(days=dager_siden), time(12)))


def numre(status: Planstatus) -> list[int]:
    return [rad.tiltak.nr for gruppe in status.grupper for rad in gruppe.rader]


def rad(status: Planstatus, nr: int):
    return next(row for row in status.rader if row.tiltak.nr == nr)


def test_late_and_silent_are_one_choice_each():
    milepael(4, dager=-2)
    milepael(5, dager=2)
    rapporter(4)
    rapporter(6, Status.GJENNOMFORT, rapporteres_ikke_videre=True, ar=idag().year - 1)
    assert numre(staar(vis="forsinket")) == [4]
    assert numre(staar(vis="stille")) == [nr for nr in range(1, 19) if nr not in (4, 6)]
    assert staar(vis="juks").treff == 18


def test_groups_by_area_by_party_and_by_principle():
    by_area, by_party, by_principle = staar(), staar(gruppe="ansvarlig"), staar(gruppe="prinsipp")
    assert [len(g.rader) for g in by_area.grupper] == [7, 4, 4, 3]
    assert [(g.tittel, len(g.rader)) for g in by_party.grupper] == [
        ("Folkehelse", 4),
        ("Kommunen", 11),
        ("Sandefjord politi", 2),
        ("Sør-Øst politidistrikt", 1),
    ]
    named = {
        f"{p.nr}. {p.tittel}": sorted(p.tiltak.values_list("nr", flat=True))
        for p in Plan.objects.gjeldende().prinsipper.all()
    }
    shown = {g.tittel: sorted(r.tiltak.nr for r in g.rader) for g in by_principle.grupper}
    assert {title: rows for title, rows in shown.items() if title in named} == {t: n for t, n in named.items() if n}
    assert by_principle.treff == 18


def test_status_as_it_was_known_that_day():
    with flytt(kl(400)):
        rapporter(4, Status.STAR_STILLE, ar=kl(400).year)
    with flytt(kl(100)):
        rapporter(4, Status.I_RUTE, ar=kl(100).year)
    assert rad(pa(401), 4).status == Status.IKKE_STARTET
    assert rad(pa(200), 4).status == Status.STAR_STILLE
    assert rad(pa(100), 4).status == Status.I_RUTE
    assert pa(200).ar == kl(200).year


def test_who_answered_that_day_and_nobody_reports_on_the_past():
    lead, taker = Ansvar.objects.gjeldende().get(tiltak=tiltak(8), rekkefolge=1), Aktor.objects.get(slug="folkehelse")
    day = idag() - timedelta(days=10)
    gjor(overfor_ansvar, av="slt", ansvar=lead, til=taker, fra=day, grunn="Ny organisering")
    assert [rad(pa(days), 8).ansvarlig for days in (11, 10)] == ["Kommunen", "Folkehelse"]
    assert not pa(10).kan_rapportere
    assert staar().kan_rapportere


def test_the_end_of_an_important_tiltak_holds_from_the_day_it_was_confirmed():
    with flytt(kl(50)):
        rapporter(15, Status.I_RUTE, ar=kl(50).year)
    gjor(sett_viktig, av="slt", tiltak=tiltak(15), viktig=True)
    with flytt(kl(40)):
        row = rapporter(15, Status.GJENNOMFORT, ar=kl(40).year)
    with flytt(kl(20)):
        gjor(vurder, av="slt2", rapport=row, nokkel=uuid4(), utfall="godkjent")
    assert [rad(pa(days), 15).status for days in (45, 30, 20)] == [Status.I_RUTE, Status.I_RUTE, Status.GJENNOMFORT]


def test_deadlines_as_the_history_knows_them(rigg):
    row = milepael(4, dager=-5)
    with rigg:
        Milepael.history.filter(id=row.pk).update(history_date=kl(30))
    Milepael.objects.filter(pk=row.pk).update(frist=idag() + timedelta(days=60))
    assert rad(pa(3), 4).over_frist
    assert not rad(staar(), 4).over_frist
    assert rad(pa(31), 4).frist is None


def test_a_day_ahead_or_that_is_no_day_is_left_out():
    assert [staar(dato=text).dag for text in ("1.1.2999", "juks", "30.2.2024")] == [None, None, None]


def test_the_edition_that_held_that_day(rigg):
    with rigg:
        former = Plan.objects.gjeldende()
        Plan.objects.create(utgave=idag().year, tittel="Ny", erstatter=former, vedtatt_dato=idag() - timedelta(days=5))
    assert [pa(days).plan.utgave for days in (6, 5)] == [2016, idag().year]
    assert staar(dato="1.1.2001").plan.utgave == 2016


@pytest.mark.parametrize(
    "valg", [{}, {"vis": "stille"}, {"gruppe": "prinsipp"}, {"gruppe": "ansvarlig"}, {"dato": "1.6.2026"}]
)
def test_queries_are_the_same_with_18_and_40_tiltak_and_ten_years_of_reports(rigg, valg, django_assert_max_num_queries):
    with django_assert_max_num_queries(20) as few:
        staar(**valg)
    with rigg:
        fyll_opp(40)
    for year in range(idag().year - 9, idag().year + 1):
        rapporter(4, ar=year)
    assert Tiltak.objects.gjeldende().count() == 40
    with django_assert_max_num_queries(len(few)):
        staar(**valg)
