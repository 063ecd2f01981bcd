"""The first command of the README, run as a newcomer runs it. One file: all share one clone, and one worker."""

import json
import os
import re
import signal
import socket

import pytest

from oppstart.prosess import wait_until

from .conftest import FRIST, free_port


def test_one_command_sets_up_starts_and_checks_everything(sjekket):
    _, done, left = sjekket
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Alt virker." in done.stdout
    assert "Lager en prøve-PDF i arbeiderprosessen" in done.stdout
    assert left == []


@pytest.fixture(scope="class")
def kjorende(sjekket):
    """A demo that runs while several tests look at it; its port was taken."""
    klone, *_ = sjekket
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with klone.demo("--port", str(port)) as demo:
            yield klone, demo, port


class TestWhileItRuns:
    def test_a_taken_port_gives_the_next_one_and_says_so(self, kjorende):
        _, demo, port = kjorende
        assert f"Port {port} er opptatt. Bruker " in demo.said()

    def test_a_second_start_says_where_the_first_runs(self, kjorende):
        klone, demo, _ = kjorende
        url = re.search(r"http://\S+", demo.said())[0]
        second = klone.manage("demo")
        assert (second.returncode, url in second.stdout) == (0, True), second.stdout

    def test_a_command_in_another_window_uses_the_running_demo(self, kjorende):
        klone, *_ = kjorende
        answer = klone.manage("showmigrations", "brukere", "--database", "eier")
        assert "[X] 0001_tabeller" in answer.stdout, answer.stderr

    def test_a_killed_service_is_started_again(self, kjorende):
        klone, demo, _ = kjorende
        note = json.loads((klone.folder / ".var" / "demo.json").read_text())
        for pid in note["children"]:
            os.kill(int(pid), signal.SIGKILL)
        assert wait_until(lambda: demo.said().count("Starter igjen") >= len(note["children"]), seconds=FRIST), (
            demo.said()
        )
        assert wait_until(lambda: "Alt virker" in klone.manage("demo", "--sjekk").stdout, seconds=FRIST)
        assert demo.child.poll() is None, demo.said()  # it was the first demo that answered, not a new one


def test_sigterm_stops_all_of_it_and_takes_its_notes_away(sjekket):
    klone, *_ = sjekket
    with klone.demo("--port", str(free_port())) as demo:
        demo.child.send_signal(signal.SIGTERM)
        assert demo.child.wait(FRIST) == 0
        assert klone.processes() == []
        assert not (klone.folder / ".var" / "demo.json").exists()


def test_a_killed_supervisor_leaves_nothing(sjekket):
    klone, *_ = sjekket
    with klone.demo("--port", str(free_port())) as demo:
        assert len(klone.processes()) > 5
        demo.child.kill()
        demo.child.wait()
        assert wait_until(lambda: klone.processes() == [], seconds=FRIST), klone.processes()


@pytest.mark.parametrize("wish", [signal.SIGINT, signal.SIGHUP])
def test_a_start_that_is_interrupted_leaves_nothing(sjekket, wish):
    klone, *_ = sjekket
    with klone.demo("--port", str(free_port()), until="Starter Valkey") as demo:
        demo.child.send_signal(wish)
        assert wait_until(lambda: demo.child.poll() is not None, seconds=FRIST), demo.said()
        assert (demo.child.returncode, klone.processes()) == (0, []), demo.said()
