"""The pieces of the start-up that can be tried without starting anything big."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from oppstart import demo, find_newer, kommandoer, laas, miljo, stier
from oppstart.postgres import Postgres
from oppstart.prosess import birth, end_leftovers, is_alive
from oppstart.skjerm import Stopp


@pytest.fixture
def sover():
    child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    yield child
    child.kill()
    child.wait()


def test_a_changed_lock_file_makes_the_environment_anew(tmp_path: Path):
    lock = tmp_path / "requirements.lock"
    lock.write_text("a==1")
    venv = miljo.Miljo(tmp_path / "venv", lock)
    venv.python.parent.mkdir(parents=True)
    venv.python.touch()
    (venv.folder / "stempel").write_text(venv.stamp)
    assert venv.is_ready()
    lock.write_text("a==2")
    assert not venv.is_ready()


def test_a_new_enough_python_is_found_by_running_it(tmp_path: Path, monkeypatch):
    shim = tmp_path / "python3.13"
    shim.write_text("#!/bin/sh\nexit 127\n")
    shim.chmod(0o755)
    (tmp_path / "python3.11").symlink_to(sys.executable)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("PYENV_ROOT", str(tmp_path / "ingen"))
    assert find_newer() == str(tmp_path / "python3.11")


def test_the_environment_of_a_demo_that_died_is_not_used(tmp_path: Path, monkeypatch):
    monkeypatch.setattr(laas, "VAR", tmp_path)
    monkeypatch.setattr(laas, "ENVIRONMENT", tmp_path / "omgivelse.json")
    monkeypatch.delenv(laas.FD, raising=False)
    laas.write(tmp_path / "omgivelse.json", {"DATABASE_URL": "x"})
    assert laas.running_environment() == {}
    assert laas.take()
    assert laas.running_environment() == {"DATABASE_URL": "x"}
    os.close(int(os.environ.pop(laas.FD)))
    assert laas.running_environment() == {}


def test_a_command_without_demo_and_environment_says_what_to_do(monkeypatch):
    for name in ("DATABASE_URL", "DJANGO_SETTINGS_MODULE"):
        monkeypatch.delenv(name)
    monkeypatch.setattr(laas, "running_environment", dict)
    with pytest.raises(Stopp, match=r"python3 manage\.py demo"):
        kommandoer._ready_for_django("importer_plan", ["manage.py", "importer_plan"])


def test_what_the_demo_writes_down_is_for_its_user_only(tmp_path: Path):
    laas.write(tmp_path / "x.json", {"a": 1})
    assert (tmp_path / "x.json").stat().st_mode & 0o777 == 0o600


def test_leftovers_are_ended_by_pid_and_birth(sover):
    end_leftovers({str(sover.pid): birth(sover.pid) + "0"}, seconds=0.2)
    assert sover.poll() is None
    end_leftovers({str(sover.pid): birth(sover.pid)}, seconds=0.5)
    assert sover.wait(5) != 0


def test_a_reused_pid_in_our_data_folder_is_left_alone(tmp_path: Path, sover):
    cluster = Postgres(tmp_path, tmp_path / "s")
    cluster.data.mkdir()
    (cluster.data / "postmaster.pid").write_text(f"{sover.pid}\n{cluster.data}\n")
    cluster.stop_stale()
    assert is_alive(sover.pid) and sover.poll() is None


def test_sockets_of_a_long_path_lie_in_a_short_folder(monkeypatch):
    monkeypatch.setattr(stier, "database_state", lambda: Path("/" + "a" * 110))
    found = stier.socket_folder()
    found.rmdir()
    assert len(os.fsencode(found)) <= stier.SOCKET_LIMIT


def test_web_and_worker_never_get_the_owners_address():
    supervisor = demo.Demo(demo.parse([]))
    supervisor.env = {"DATABASE_OWNER_URL": "eier", "DATABASE_URL": "web"}
    assert "eier" not in supervisor._child_environment().values()
