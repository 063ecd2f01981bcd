"""The demo's four years: the same picture whatever the day, and a second run adds nothing."""

from datetime import date, datetime

import pytest
from django.utils import timezone

from felles.tid import flytt
from handlingsplan.demo.tiltak import fyll_status
from tests.factories.tiltak import person
from tiltak.choices import Status
from tiltak.models import Milepael, Statusrapport
from tiltak.oversikt import planstatus

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("idag", [date(2026, 11, 23), date(2026, 1, 2), date(2025, 3, 1), date(2024, 2, 29)])
def test_the_picture_is_the_same_on_any_day(idag):
    fyll_status(idag)
    with flytt(timezone.make_aware(datetime(idag.year, idag.month, idag.day, 16))):
        status = planstatus(person("slt"))
        assert [rad.tiltak.nr for rad in status.for_sent] == [15, 4, 12]
    assert (status.gode, status.i_alt, status.i_fjor, status.svar) == (13, 18, 11, 14)
    assert status.antall == {
        Status.GJENNOMFORT: 3,
        Status.I_RUTE: 10,
        Status.NOE_FORSINKET: 3,
        Status.STAR_STILLE: 1,
        Status.IKKE_STARTET: 1,
    }
    assert all(all(rad.far) for rad in status.rader)


def test_a_second_run_adds_nothing():
    fyll_status()
    before = Statusrapport.objects.count(), Milepael.objects.count(), Milepael.history.count()
    fyll_status()
    assert (Statusrapport.objects.count(), Milepael.objects.count(), Milepael.history.count()) == before
    assert min(Statusrapport.objects.values_list("ar", flat=True)) == timezone.localdate().year - 3


def test_no_report_is_told_in_the_future():
    fyll_status()
    assert not Statusrapport.objects.filter(tid__gt=timezone.now()).exists()
