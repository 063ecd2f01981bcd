"""A real house beside the tests: own database from the template, own Valkey, a real Celery worker and scheduler."""

import os
import signal
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest

from oppstart.postgres import Postgres
from oppstart.prosess import die_with_parent
from oppstart.valkey import Valkey
from tests.conftest import kopier_mal
from tests.unit.rapport.eksempel import arsbilde

ROT = Path(__file__).resolve().parents[2]
FRIST = 600
CELERY = [sys.executable, "-m", "celery", "-A", "handlingsplan"]


class Hus:
    """The servers, the addresses, and the processes a test has started."""

    def __init__(self, postgres: Postgres, base: str, mappe: Path) -> None:
        self.postgres, self.base, self.mappe = postgres, base, mappe
        self.valkey = Valkey(mappe / "v")
        self.prosesser: list[subprocess.Popen[bytes]] = []

    def miljo(self, rolle: str) -> dict[str, str]:
        return os.environ | {
            "DJANGO_SETTINGS_MODULE": "handlingsplan.settings.test",
            "DATABASE_URL": self.postgres.url(rolle, self.base),
            "LOGG_DATABASE_URL": self.postgres.url("hp_logg", self.base),
            "NOKKEL_DATABASE_URL": self.postgres.url("hp_nokkel", f"{self.base}_nokler"),
            "REDIS_URL": self.valkey.url(),
            "LOGGHODE_MAPPE": str(self.mappe),
        }

    def start(self, *args: str) -> subprocess.Popen[bytes]:
        with (self.mappe / "logg").open("ab") as logg:
            prosess = subprocess.Popen(
                [*CELERY, *args],
                cwd=ROT,
                env=self.miljo("hp_worker"),
                stdout=logg,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                preexec_fn=die_with_parent(signal.SIGKILL),
            )
        self.prosesser.append(prosess)
        return prosess

    def arbeider(self) -> subprocess.Popen[bytes]:
        return self.start("worker", "-c", "1", "--without-gossip", "--without-mingle", "--loglevel", "WARNING")

    def klokke(self) -> subprocess.Popen[bytes]:
        return self.start("beat", "--schedule", str(self.mappe / "beat"), "--pidfile", "", "--loglevel", "WARNING")

    def drep(self, prosess: subprocess.Popen[bytes]) -> None:
        """kill -9 of the process and all it has started."""
        os.killpg(prosess.pid, signal.SIGKILL)
        prosess.wait()
        self.prosesser.remove(prosess)

    def drep_barn(self, prosess: subprocess.Popen[bytes]) -> None:
        """kill -9 of the one that does the work; the main process starts another."""
        barn = Path(f"/proc/{prosess.pid}/task/{prosess.pid}/children").read_text().split()
        for pid in barn:
            os.kill(int(pid), signal.SIGKILL)

    def logg(self) -> str:
        return (self.mappe / "logg").read_text()[-3000:]

    def rydd(self) -> None:
        for prosess in list(self.prosesser):
            self.drep(prosess)

    def sql(self, setning: str, *verdier: Any, rolle: str = "hp_rigg") -> list[tuple[Any, ...]]:
        with psycopg.connect(self.postgres.url("hp_test", self.base), autocommit=True) as link:
            link.execute(f"SET ROLE {rolle}")
            svar = link.execute(setning, verdier)
            return svar.fetchall() if svar.description else []

    def bestill(self, bilde: dict[str, Any] | None = None) -> str:
        """An order as the web leaves it: a frozen year and a job that waits. Nobody is woken."""
        jobb, avtrykk = str(uuid.uuid4()), uuid.uuid4().hex
        data = arsbilde(mottaker=avtrykk).til_json() if bilde is None else bilde
        with psycopg.connect(self.postgres.url("hp_test", self.base)) as link:
            link.execute("SET ROLE hp_web")
            link.execute("SELECT set_config('hp.uid', id::text, true) FROM brukere_bruker WHERE username = 'slt'")
            (rapport,) = link.execute(
                "INSERT INTO rapport_rapport (ar, versjon, tilstand, bilde, avtrykk, bestilt_av_id)"
                " SELECT 2026, 1 + count(*), 'utkast', %s, %s, vern.uid() FROM rapport_rapport RETURNING id",
                [psycopg.types.json.Jsonb(data), avtrykk],
            ).fetchone()  # type: ignore[misc]
            link.execute(
                "INSERT INTO rapport_jobb (id, rapport_id, art, bestilt_av_id, tilstand, forsok, steg, feilkode)"
                " VALUES (%s, %s, 'utkast', vern.uid(), 'ventende', 0, 'ko', '')",
                [jobb, rapport],
            )
        return jobb

    def jobb(self, jobb: str) -> tuple[str, int, str]:
        """(state, tries, code of failure)"""
        (rad,) = self.sql("SELECT tilstand, forsok, feilkode FROM rapport_jobb WHERE id = %s", jobb)
        return rad[0], rad[1], rad[2]

    def dokumenter(self, jobb: str) -> list[bytes]:
        return [bytes(rad[0]) for rad in self.sql("SELECT innhold FROM rapport_dokument WHERE jobb_id = %s", jobb)]

    def vent(self, pa: Callable[[], bool]) -> None:
        """Until it is so. The limit ends a run that hangs; it says nothing of how fast it must be."""
        slutt = time.monotonic() + FRIST
        while not pa():
            assert time.monotonic() < slutt, self.logg()
            time.sleep(0.05)


@pytest.fixture(scope="module")
def huset(maldatabase: str, worker_id: str) -> Iterator[Hus]:
    with tempfile.TemporaryDirectory(prefix="hpa-") as mappe:
        base = f"arbeid_{worker_id}"
        hus = Hus(kopier_mal(base), base, Path(mappe))
        hus.valkey.start()
        try:
            yield hus
        finally:
            hus.rydd()
            hus.valkey.stop()
            hus.postgres.drop_databases(base, f"{base}_nokler")


@pytest.fixture
def hus(huset: Hus) -> Iterator[Hus]:
    """Nothing runs and nothing waits when a test begins."""
    huset.sql("DELETE FROM rapport_dokument")
    huset.sql("DELETE FROM rapport_jobb")
    huset.sql("DELETE FROM rapport_rapport")
    yield huset
    huset.rydd()
