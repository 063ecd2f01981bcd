"""The first command of the README, run as a newcomer runs it. One file: all share one clone, and one worker."""

import signal

import pytest

from handlingsplan.oppstart.prosess import wait_until

from .conftest import free_port


def test_one_command_sets_up_starts_and_checks_everything(sjekket):
    _, done, left = sjekket
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Alt virker." in done.stdout
    assert "Lager en prøve-PDF i arbeiderprosessen" in done.stdout
    assert left == []


def test_sigterm_stops_all_of_it_and_takes_its_notes_away(sjekket):
    klone, *_ = sjekket
    with klone.demo("--port", str(free_port())) as demo:
        demo.child.send_signal(signal.SIGTERM)
        assert demo.child.wait(120) == 0
        assert klone.processes() == []
        assert not (klone.folder / ".var" / "demo.json").exists()


def test_a_killed_supervisor_leaves_nothing(sjekket):
    klone, *_ = sjekket
    with klone.demo("--port", str(free_port())) as demo:
        assert len(klone.processes()) > 5
        demo.child.kill()
        demo.child.wait()
        assert wait_until(lambda: klone.processes() == [], seconds=60), klone.processes()


@pytest.mark.parametrize("wish", [signal.SIGINT, signal.SIGHUP])
def test_a_start_that_is_interrupted_leaves_nothing(sjekket, wish):
    klone, *_ = sjekket
    with klone.demo("--port", str(free_port()), until="Starter Valkey") as demo:
        demo.child.send_signal(wish)
        assert demo.child.wait(120) == 0
        assert klone.processes() == []
