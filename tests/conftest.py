"""The servers, the template database and the cast. Tests run as the web role, as production does."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager

import pytest
from hypothesis import HealthCheck
from hypothesis import settings as hypotese

from oppstart.postgres import Postgres

from .tjenere import MAL, RIGGRETT, tjenere

# The same examples in every run, and no clock that judges them.
hypotese.register_profile("fast", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
hypotese.load_profile("fast")


@contextmanager
def once(what: str) -> Iterator[bool]:
    """True for the first of the xdist workers, which the others wait for."""
    import fcntl

    postgres, _ = tjenere()
    with (postgres.state.parent / f"{what}.lock").open("a+") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        lock.seek(0)
        first = not lock.read()
        yield first
        if first:
            lock.write("klar")


@pytest.fixture(scope="session")
def maldatabase(django_db_blocker: pytest.FixtureRequest) -> str:
    """The template: migrated by the owner, the plan and the personas seeded through the web role."""
    from django.core.management import call_command
    from django.db import connections

    postgres, _ = tjenere()
    with once("mal") as first, django_db_blocker.unblock():  # type: ignore[attr-defined]
        if first:
            call_command("klargjor")
            connections.close_all()
            postgres.execute(MAL, RIGGRETT)
    return MAL


def kopier_mal(name: str, mal: str = MAL) -> Postgres:
    """A database of one's own, made from the template, for what must see more than one connection."""
    postgres, _ = tjenere()
    for copy, template in ((name, mal), (f"{name}_nokler", f"{mal}_nokler")):
        postgres.execute(
            "postgres",
            f'DROP DATABASE IF EXISTS "{copy}" WITH (FORCE)',
            f'CREATE DATABASE "{copy}" TEMPLATE "{template}"',
        )
    postgres.execute(
        "postgres",
        f'REVOKE ALL ON DATABASE "{name}", "{name}_nokler" FROM PUBLIC',
        f'GRANT CONNECT ON DATABASE "{name}" TO hp_test, hp_migrate, hp_web, hp_worker, hp_logg, hp_innsyn',
        f'GRANT CONNECT ON DATABASE "{name}_nokler" TO hp_nokkel',
    )
    return postgres


@pytest.fixture(scope="session")
def django_db_setup(maldatabase: str, worker_id: str, django_db_blocker: pytest.FixtureRequest) -> None:
    """Each xdist worker gets its copy."""
    from django.test import TestCase, TransactionTestCase

    for kind in (TestCase, TransactionTestCase):
        kind.databases = {"default", "logg"}  # a refused try is logged on its own connection
    kopier_mal(name := f"test_{worker_id}")
    koble_til(name)


def koble_til(name: str) -> None:
    """Everything in this process uses that database. The login is hp_test, which acts as the web role and no other."""
    from django.conf import settings
    from django.db import connections

    from vern import nokler

    nokler.lukk_forbindelse()
    settings.NOKKEL_DATABASE_URL = tjenere()[0].url("hp_nokkel", f"{name}_nokler")
    for alias, role in (("default", "hp_web"), ("logg", "hp_logg"), ("eier", "hp_owner")):
        link = connections[alias]
        link.close()
        link.settings_dict |= {"NAME": name, "USER": "hp_test", "OPTIONS": {"assume_role": role}}


@pytest.fixture
def rigg() -> AbstractContextManager[None]:
    """`with rigg:` set up data past the walls; the role exists in test clusters only."""
    from django.db import connection

    @contextmanager
    def as_rigg() -> Iterator[None]:
        with connection.cursor() as cursor:
            cursor.execute("SET ROLE hp_rigg")
            yield
            cursor.execute("SET ROLE hp_web")

    return as_rigg()


PERSONER = [
    "slt",
    "slt2",
    "politi",
    "kjerneleder",
    "kjerne.helse",
    "kjerne.barnevern",
    "kjerne.vgs",
    "laerer",
    "mentor",
    "folkehelse",
    "radmann",
    "personvern",
    "system",
    "fremmed",
]


@pytest.fixture
def som(client, db):
    """Log in as a persona: `som("politi").get("/")`."""
    from django.contrib.auth import get_user_model
    from django.test import Client

    def logg_inn(brukernavn: str) -> Client:
        fresh = Client()
        fresh.force_login(
            get_user_model().objects.get(username=brukernavn),
            backend="allauth.account.auth_backends.AuthenticationBackend",
        )
        return fresh

    return logg_inn
