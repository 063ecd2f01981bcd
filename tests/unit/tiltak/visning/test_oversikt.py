"""How the plan stands: counted, compared with last year, filtered, and turned into what waits on a person."""

from datetime import datetime, timedelta

import pytest
from django.http import QueryDict
from django.utils import timezone

from felles.tid import flytt, idag
from tests.factories.tiltak import milepael, person, rapporter
from tiltak.choices import Status
from tiltak.visning.oversikt import planstatus, ventende

pytestmark = pytest.mark.django_db
NOVEMBER = timezone.make_aware(datetime(2026, 11, 23, 12))
MAI = timezone.make_aware(datetime(2026, 5, 23, 12))


def staar(brukernavn="slt", **valg):
    data = QueryDict(mutable=True)
    data.update(valg)
    return planstatus(person(brukernavn), None, data)


def rad(status, nr):
    return next(rad for rad in status.rader if rad.tiltak.nr == nr)


def test_without_reports_nothing_is_started_and_there_is_no_last_year():
    status = staar()
    assert (status.gode, status.i_alt, status.svar, status.i_fjor) == (0, 18, 0, None)
    assert status.antall == {Status.IKKE_STARTET: 18}
    assert [len(gruppe.rader) for gruppe in status.grupper] == [7, 4, 4, 3]


def test_on_track_and_done_count_as_good():
    rapporter(1, Status.I_RUTE)
    rapporter(2, Status.GJENNOMFORT)
    rapporter(3, Status.NOE_FORSINKET)
    assert (staar().gode, staar().svar) == (2, 3)


def test_the_last_report_of_a_year_counts_and_older_years_have_their_columns():
    year = idag().year
    rapporter(4, Status.STAR_STILLE, ar=year - 2)
    rapporter(4, Status.I_RUTE, ar=year - 1)
    rapporter(4, Status.STAR_STILLE, ar=year)
    rapporter(4, Status.NOE_FORSINKET, ar=year)
    found = rad(staar(), 4)
    assert found.far == ["", Status.STAR_STILLE, Status.I_RUTE]
    assert (found.status, found.fra_ar, found.har_svar) == (Status.NOE_FORSINKET, None, True)


def test_without_an_answer_this_year_the_former_status_holds_and_says_so():
    year = idag().year
    rapporter(4, Status.I_RUTE, ar=year - 1)
    found = rad(staar(), 4)
    assert (found.status, found.fra_ar, found.har_svar) == (Status.I_RUTE, year - 1, False)


def test_last_year_is_counted_as_it_was_known_then():
    with flytt(NOVEMBER - timedelta(days=370)):
        rapporter(1, Status.I_RUTE)
        rapporter(2, Status.STAR_STILLE)
    with flytt(NOVEMBER - timedelta(days=360)):
        rapporter(2, Status.I_RUTE)
    with flytt(NOVEMBER):
        assert staar().i_fjor == 1


def test_next_deadline_is_the_nearest_open_one_and_late_is_late():
    milepael(4, dager=40)
    milepael(4, dager=-2)
    found = rad(staar(), 4)
    assert found.frist == idag() - timedelta(days=2)
    assert found.over_frist
    assert [r.tiltak.nr for r in staar().for_sent] == [4]
    assert [f.dato for f in staar().frister] == [idag() + timedelta(days=40)]


def test_what_is_done_has_no_deadline():
    milepael(4, dager=-2)
    rapporter(4, Status.GJENNOMFORT)
    assert rad(staar(), 4).frist is None
    assert staar().for_sent == []


@pytest.mark.parametrize(
    ("valg", "numre"),
    [
        ({"sok": "FRIVILLIGE"}, [4]),
        ({"sok": "internett ekstremisme"}, [16]),
        ({"ansvarlig": "folkehelse"}, [7, 12, 17, 18]),
        ({"ansvarlig": "rvts"}, [6, 9]),
        ({"status": "i_rute"}, [4]),
        ({"status": "i_rute", "ansvarlig": "folkehelse"}, []),
        ({"status": "tull", "ansvarlig": "ingen", "sok": ""}, list(range(1, 19))),
    ],
)
def test_filter(valg, numre):
    rapporter(4)
    status = staar(**valg)
    assert [rad.tiltak.nr for gruppe in status.grupper for rad in gruppe.rader] == numre
    assert status.i_alt == 18


def test_each_chip_takes_away_its_own_filter_only():
    chips = staar(sok="samarbeid", status="ikke_startet").brikker
    assert chips == [
        {"tekst": "Søk i tiltak: samarbeid", "url": "?status=ikke_startet"},
        {"tekst": "Status: Ikke startet", "url": "?sok=samarbeid"},
    ]


def test_late_tiltak_wait_on_those_who_answer_for_them_only():
    milepael(12, dager=-5)
    milepael(4, dager=-9)
    names = {
        who: [g.undertekst for g in ventende(person(who)) if "Oppdater" in g.tittel] for who in ("slt", "folkehelse")
    }
    assert names == {"slt": ["Tiltak 4", "Tiltak 12"], "folkehelse": ["Tiltak 12"]}
    assert ventende(person("fremmed")) == []


def test_answers_are_asked_for_in_the_autumn_only():
    with flytt(NOVEMBER):
        rapporter(7, av="folkehelse")
        found = ventende(person("folkehelse"))
    assert [(g.url, g.undertekst, g.frist) for g in found] == [
        ("/tiltak/oppdater/", "3 tiltak mangler svar: 12, 17, 18", None)
    ]
    with flytt(MAI):
        assert ventende(person("folkehelse")) == []
