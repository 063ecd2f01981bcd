"""A fresh clone to start the product in, as a newcomer would."""

import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from oppstart.postgres import state_name
from oppstart.prosess import WISHES, is_root, wait_until
from oppstart.stier import ROOT_STATE

ROOT = Path(__file__).resolve().parents[2]
FRIST = 900  # ends what hangs; says nothing of how fast it must be
OURS = ("DJANGO_", "DATABASE_", "LOGG_", "NOKKEL_", "REDIS_", "HP_", "PYTEST_", "SECRET_", "KEK_", "ALLOWED_", "DEMO")


@dataclass
class Klone:
    """A checkout of its own, with the environment of a fresh shell."""

    folder: Path
    started: list[subprocess.Popen[str]] = field(default_factory=list)

    @property
    def state(self) -> Path:
        return (ROOT_STATE if is_root() else self.folder / ".var") / state_name(self.folder)

    @property
    def env(self) -> dict[str, str]:
        return {k: v for k, v in os.environ.items() if not k.startswith(OURS)}

    def manage(self, *args: str, seconds: float = FRIST) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys._base_executable, "manage.py", *args],  # type: ignore[attr-defined]
            cwd=self.folder,
            env=self.env,
            capture_output=True,
            text=True,
            timeout=seconds,
        )

    @contextmanager
    def demo(self, *args: str, until: str = "Ctrl-C") -> Iterator["Kjorende"]:
        """A demo in the background once it has said `until`; killed at the end if the test did not stop it."""
        log = self.folder / "ut.txt"
        with log.open("w") as out:
            child = subprocess.Popen(
                [sys._base_executable, "manage.py", "demo", *args],  # type: ignore[attr-defined]
                cwd=self.folder,
                env=self.env,
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=out,
                preexec_fn=hear_the_terminal,
            )
        running = Kjorende(child, log)
        try:
            assert wait_until(lambda: until in running.said(), seconds=FRIST, child=child), running.said()
            yield running
        finally:
            if child.poll() is None:
                child.send_signal(signal.SIGKILL)
                child.wait()
            assert wait_until(lambda: not self.processes(), seconds=FRIST), self.processes()

    def processes(self) -> list[str]:
        """Command lines of every process that belongs to this clone, whoever its parent is."""
        found = []
        for path in Path("/proc").glob("[0-9]*/cmdline"):
            try:
                line = path.read_bytes().replace(b"\0", b" ").decode(errors="replace")
            except OSError:
                continue
            if str(self.folder) in line or str(self.state) in line:
                found.append(line)
        return found


@dataclass
class Kjorende:
    child: subprocess.Popen[bytes]
    log: Path

    def said(self) -> str:
        return self.log.read_text()


@pytest.fixture(scope="session")
def klone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Klone]:
    """The files git would give, in an empty folder, set up and checked once."""
    folder = tmp_path_factory.mktemp("klone") / "handlingsplan"
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    for name in listed.stdout.splitlines():
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)
    clone = Klone(folder)
    yield clone
    shutil.rmtree(clone.state, ignore_errors=True)
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def sjekket(klone: Klone) -> tuple[Klone, subprocess.CompletedProcess[str], list[str]]:
    """What `demo --sjekk` said in the clone, and what was left running after it."""
    done = klone.manage("demo", "--sjekk", "--port", str(free_port()))
    return klone, done, klone.processes()


def hear_the_terminal() -> None:
    """As in a fresh shell, whatever ignored signals the one that runs the tests has handed down."""
    for wish in WISHES:
        signal.signal(wish, signal.SIG_DFL)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
