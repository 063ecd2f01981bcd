from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone, translation
from hypothesis import given
from hypothesis import strategies as st

from felles.dato import (
    Datofeil,
    aret_for,
    fristtekst,
    kortdato,
    langdato,
    les_dato,
    midnatt,
    talldato,
    tidspunkt,
    virkedager_etter,
)

I_DAG = date(2026, 11, 23)
LESBARE = st.dates(min_value=date(1947, 1, 1), max_value=date(2046, 12, 31))


@pytest.mark.parametrize(
    ("skrevet", "dato"),
    [
        ("18.11.2026", date(2026, 11, 18)),
        ("18.11.26", date(2026, 11, 18)),
        (" 18 . 11 . 2026 ", date(2026, 11, 18)),
        ("18/11", date(2026, 11, 18)),
        ("18-11-2026", date(2026, 11, 18)),
        ("181126", date(2026, 11, 18)),
        ("18112026", date(2026, 11, 18)),
        ("2026-11-18", date(2026, 11, 18)),
        ("18. november 2026", date(2026, 11, 18)),
        ("18. NOV.", date(2026, 11, 18)),
        ("1. mai", date(2027, 5, 1)),
        ("i går", date(2026, 11, 22)),
        ("I  dag", I_DAG),
        ("i morgon", date(2026, 11, 24)),
        ("1/3", date(2027, 3, 1)),
        ("29/2", date(2024, 2, 29)),
        ("12.04.98", date(1998, 4, 12)),
        ("24–12–2026", date(2026, 12, 24)),
        ("24 – 12 – 2026", date(2026, 12, 24)),
        ("2026–12–24", date(2026, 12, 24)),
        ("24—12", date(2026, 12, 24)),
        ("torsdag 24. desember", date(2026, 12, 24)),
        ("Torsdag den 24. desember 2026 kl. 12.00", date(2026, 12, 24)),
        ("tors. 24.12.2026", date(2026, 12, 24)),
        ("tysdag, 24/11", date(2026, 11, 24)),
        ("24.12.2026 kl. 12", date(2026, 12, 24)),
        ("24.12.2026, kl 9.30", date(2026, 12, 24)),
        ("24.12.2026 12:00", date(2026, 12, 24)),
        ("2026-12-24T12:00", date(2026, 12, 24)),
        ("i morgen kl. 10", date(2026, 11, 24)),
    ],
)
def test_a_date_is_read_as_people_type_it(skrevet, dato):
    idag = date(2025, 1, 2) if skrevet == "29/2" else I_DAG
    assert les_dato(skrevet, idag=idag) == dato


def test_day_and_month_alone_mean_the_nearest_such_date():
    assert les_dato("18/12", idag=date(2027, 1, 5)) == date(2026, 12, 18)


@pytest.mark.parametrize(
    ("skrevet", "melding"),
    [
        ("30.02.2026", "Datoen 30.02.2026 finnes ikke."),
        ("31/4", "Datoen 31.04.2026 finnes ikke."),
        ("0.0.2026", "Datoen 00.00.2026 finnes ikke."),
        ("01.01.0001", "Året må være fra 1900 til 2076."),
        ("01.01.9999", "Året må være fra 1900 til 2076."),
        ("fredag 24. desember 2026", "24.12.2026 er en torsdag."),
        ("foodag 24. desember", "Skriv datoen slik: 18.11.2026."),
        ("torsdag", "Skriv datoen slik: 18.11.2026."),
        ("24.12.2026 og 25.12.2026", "Skriv datoen slik: 18.11.2026."),
        ("i fjor", "Skriv datoen slik: 18.11.2026."),
        ("18.foo.2026", "Skriv datoen slik: 18.11.2026."),
        ("١٨.١١.٢٠٢٦", "Skriv datoen slik: 18.11.2026."),
        ("1" * 5000, "Skriv datoen slik: 18.11.2026."),
        ("18.11.2026\x00", "Skriv datoen slik: 18.11.2026."),
    ],
)
def test_what_is_no_date_gets_a_message_one_can_act_on(skrevet, melding):
    with pytest.raises(Datofeil) as feil:
        les_dato(skrevet, idag=I_DAG)
    assert str(feil.value.melding) == melding


@given(LESBARE)
def test_a_written_date_is_read_back_the_same(dato):
    for skrevet in (talldato(dato), langdato(dato), dato.isoformat(), f"{dato:%d%m%Y}", f"{dato:%d.%m.%y}"):
        assert les_dato(skrevet, idag=I_DAG) == dato


@given(st.text(max_size=60) | st.from_regex(r"[0-9./\- ]{1,12}", fullmatch=True))
def test_any_text_gives_a_date_within_bounds_or_a_message(tekst):
    try:
        dato = les_dato(tekst, idag=I_DAG)
    except Datofeil as feil:
        assert str(feil.melding)
    else:
        assert date(1900, 1, 1) <= dato <= date(2076, 12, 31)


@given(st.integers(-2000, 2000))
def test_a_deadline_is_late_in_words_exactly_when_its_day_has_passed(dager):
    assert fristtekst(I_DAG + timedelta(days=dager), idag=I_DAG).endswith("over frist") == (dager < 0)


@pytest.mark.parametrize(
    ("dager", "tekst"),
    [(-9, "9 dager over frist"), (-1, "1 dag over frist"), (0, "i dag"), (1, "i morgen"), (4, "fre. 27. nov.")],
)
def test_a_deadline_reads_as_in_speech(dager, tekst):
    assert fristtekst(I_DAG + timedelta(days=dager), idag=I_DAG) == tekst


def test_a_far_date_carries_its_year_and_a_near_one_does_not():
    assert kortdato(date(2027, 1, 15), idag=I_DAG) == "15. jan."
    assert kortdato(date(2027, 4, 12), idag=I_DAG) == "12. april 2027"


def test_weekdays_follow_the_language_of_the_reader():
    with translation.override("nn"):
        assert fristtekst(date(2026, 11, 28), idag=I_DAG) == "lau. 28. nov."


def test_a_moment_is_shown_in_norwegian_time():
    assert tidspunkt(datetime(2026, 11, 11, 8, 20, tzinfo=UTC)) == "11. november 2026 kl. 09.20"


@pytest.mark.parametrize(
    ("fra", "svar"),
    [
        pytest.param(date(2026, 11, 23), date(2026, 11, 26), id="an ordinary Monday"),
        pytest.param(date(2026, 11, 26), date(2026, 12, 1), id="over a weekend"),
        pytest.param(date(2026, 11, 28), date(2026, 12, 2), id="from a Saturday"),
        pytest.param(date(2027, 5, 14), date(2027, 5, 20), id="17 May and Whit Monday in one"),
        pytest.param(date(2028, 5, 16), date(2028, 5, 22), id="17 May in the middle of a week"),
        pytest.param(date(2026, 4, 30), date(2026, 5, 6), id="1 May"),
        pytest.param(date(2027, 3, 24), date(2027, 4, 1), id="Easter, Thursday to Monday"),
        pytest.param(date(2027, 5, 5), date(2027, 5, 11), id="Ascension Day"),
        pytest.param(
            date(2026, 12, 23), date(2026, 12, 29), id="Christmas: its eve is a working day, as the law has it"
        ),
        pytest.param(date(2026, 12, 30), date(2027, 1, 5), id="New Year, into another year"),
    ],
)
def test_three_working_days_pass_over_weekends_and_public_holidays(fra, svar):
    assert virkedager_etter(fra, 3) == svar


@pytest.mark.parametrize(
    ("naar", "svar"),
    [
        ("2028-12-31", "2027-12-31"),
        ("2029-02-28", "2028-02-28"),
        ("2028-02-29", "2027-02-28"),
        ("2027-07-01", "2026-07-01"),
    ],
)
def test_a_year_before_is_the_same_day_also_over_a_leap_year(naar, svar):
    assert aret_for(midnatt(date.fromisoformat(naar))) == midnatt(date.fromisoformat(svar))


def test_a_year_before_keeps_the_clock_of_the_municipality_over_summer_time():
    naar = timezone.make_aware(datetime(2027, 3, 28, 12))
    assert timezone.localtime(aret_for(naar)).replace(tzinfo=None) == datetime(2026, 3, 28, 12)
