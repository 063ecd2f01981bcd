"""The day in the database is the municipality's, whatever zone the session keeps."""

import re
from pathlib import Path

import pytest

from felles import sporring

pytestmark = pytest.mark.django_db
ROOT = Path(__file__).resolve().parents[3]


def test_the_day_is_the_same_in_the_first_and_the_last_zone_of_the_earth():
    """Twenty-six hours lie between them, so that the session's own day is never the same in both."""
    sql = "SELECT set_config('TimeZone', %s, true), vern.idag(), set_config('TimeZone', %s, true), vern.idag()"
    [(_sist, her, _forst, der)] = sporring.rader(sql, "Etc/GMT+12", "Pacific/Kiritimati")
    assert her == der


def test_no_wall_and_no_function_asks_for_the_sessions_own_day():
    utsagn = {fil: re.sub(r"--.*", "", fil.read_text()) for fil in ROOT.glob("*/sql/**/*.sql")}
    assert utsagn
    assert [fil.name for fil, sql in utsagn.items() if re.search(r"current_date|\bnow\(\)::date", sql, re.I)] == []
