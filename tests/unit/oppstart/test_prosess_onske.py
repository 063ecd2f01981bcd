"""A wish to stop waits for a place where nothing is half done."""

import signal

import pytest

from oppstart import prosess


@pytest.fixture(autouse=True)
def _same_signals_after():
    before = {wish: signal.getsignal(wish) for wish in prosess.WISHES}
    yield
    for wish, handler in before.items():
        signal.signal(wish, handler)
    prosess._wished.clear()


def test_a_wish_is_raised_where_we_wait_and_not_before():
    prosess.hear_wishes()
    signal.raise_signal(signal.SIGTERM)
    with pytest.raises(prosess.Avbrutt):
        prosess.wait_until(lambda: False, seconds=5)


def test_a_second_ctrl_c_does_not_break_off_the_stopping():
    prosess.hear_wishes()
    signal.raise_signal(signal.SIGINT)
    prosess.hear_no_more_wishes()
    signal.raise_signal(signal.SIGINT)
    assert prosess.wait_until(lambda: True, seconds=5)


def test_under_nohup_the_terminals_hang_up_stays_ignored():
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    prosess.hear_wishes()
    assert signal.getsignal(signal.SIGHUP) == signal.SIG_IGN
