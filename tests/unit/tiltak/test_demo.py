"""The demo's four years: the same picture whatever the day, and a second run adds nothing."""

from datetime import date, datetime

import pytest
from django.utils import timezone

from felles.tid import flytt
from handlingsplan.demo.tiltak import fyll_status
from handlingsplan.demo.tiltaksinnhold import fyll_innhold
from tests.factories.tiltak import person
from tiltak.choices import Status
from tiltak.models import (
    Aktivitet,
    Indikator,
    Kommentar,
    Lenke,
    Maling,
    Milepael,
    MuligHendelse,
    Rullering,
    Statusrapport,
    Tiltak,
    Vedlegg,
    Vedtak,
)
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


def test_each_of_the_eighteen_shows_what_its_page_is_for():
    fyll_innhold()
    for tiltak in Tiltak.objects.gjeldende():
        told = tiltak.indikatorer.count() + tiltak.aktiviteter.count()
        assert told >= 2 or tiltak.nr in (17, 18), tiltak  # those two have the registry's courses as well
        assert tiltak.indikatorer.exists() or tiltak.nr == 6, tiltak
    assert {link.nasjonal_nr for link in Lenke.objects.filter(tiltak__nr=7)} == {19}


def test_what_lies_under_the_tiltak_is_told_once_and_dated_inside_its_years():
    fyll_innhold()
    kinds = (Aktivitet, Indikator, Maling, Vedtak, Lenke, Vedlegg, Kommentar, MuligHendelse, Rullering)
    before = [kind.objects.count() for kind in kinds]
    fyll_innhold()
    assert [kind.objects.count() for kind in kinds] == before
    assert not Maling.objects.filter(tid__gt=timezone.now()).exists()


def test_the_demo_has_no_figure_of_cases_under_a_tiltak():
    """They come from the published, suppressed table only: a second door would let the two be subtracted."""
    fyll_innhold()
    counted = " ".join(Indikator.objects.filter(tiltak__nr__in=(13, 14, 15)).values_list("navn", flat=True)).lower()
    assert not any(word in counted for word in ("bekymringssamtaler", "saker", "familier", "forløp", "mentorer i"))
