"""A pytest plugin that starts the tests' own PostgreSQL and Valkey, before Django reads its settings.

Loaded by `-p tests.tjenere`; the controller starts the servers, xdist's workers inherit the addresses."""

import os
import shutil
import signal
import tempfile
from pathlib import Path

import pytest

from felles.sprak import kompiler
from oppstart.postgres import Postgres
from oppstart.valkey import Valkey

MAL, MAL_NOKLER = "mal", "mal_nokler"
TESTROLLER = """
DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'hp_test') THEN
        CREATE ROLE hp_test LOGIN NOINHERIT;
        CREATE ROLE hp_rigg NOLOGIN BYPASSRLS;
    END IF;
END $$;
GRANT hp_owner, hp_migrate, hp_web, hp_worker, hp_logg, hp_innsyn, hp_stat, hp_vokter, hp_nokkel, hp_rigg
    TO hp_test WITH INHERIT FALSE, SET TRUE;
"""
RIGGRETT = """
GRANT USAGE ON SCHEMA public, vern TO hp_rigg, hp_test;
GRANT ALL ON ALL TABLES IN SCHEMA public TO hp_rigg;
GRANT ALL ON ALL SEQUENCES IN SCHEMA public TO hp_rigg;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA vern TO hp_rigg;
"""


def tjenere() -> tuple[Postgres, Valkey]:
    """The servers of this run, whoever started them."""
    folder = Path(os.environ["HP_TEST_MAPPE"])
    return Postgres(folder / "pg", folder / "s", durable=False), Valkey(folder / "v")


def _set_addresses() -> None:
    folder = Path(tempfile.mkdtemp(prefix="hpt-"))
    folder.chmod(0o755)  # the server's user must be able to pass
    os.environ["HP_TEST_MAPPE"] = str(folder)
    postgres, valkey = tjenere()
    os.environ["DATABASE_URL"] = postgres.url("hp_web", MAL)
    os.environ["DATABASE_OWNER_URL"] = postgres.url("hp_migrate", MAL)
    os.environ["LOGG_DATABASE_URL"] = postgres.url("hp_logg", MAL)
    os.environ["NOKKEL_DATABASE_URL"] = postgres.url("hp_nokkel", MAL_NOKLER)
    os.environ["REDIS_URL"] = valkey.url()


if "PYTEST_XDIST_WORKER" not in os.environ:
    _set_addresses()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--plan", metavar="FIL", type=Path, help="add the tests on the real plan document")
    parser.addoption("--alt", action="store_true", help="the full numbers of the promises; takes longer")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "ekte_plan: needs the real plan document, given with --plan")
    if hasattr(config, "workerinput") or config.getoption("collectonly", False):
        return
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # stopped from outside, we still clean up
    config.hp_tjenere = postgres, valkey = tjenere()  # type: ignore[attr-defined]
    kompiler()
    postgres.start()
    valkey.start()
    postgres.create_databases(MAL, MAL_NOKLER)
    postgres.execute("postgres", TESTROLLER)


def pytest_unconfigure(config: pytest.Config) -> None:
    for server in reversed(getattr(config, "hp_tjenere", ())):
        server.stop()
    if not hasattr(config, "workerinput"):
        shutil.rmtree(os.environ["HP_TEST_MAPPE"], ignore_errors=True)
