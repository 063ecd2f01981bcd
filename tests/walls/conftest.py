import os
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
from django.db import connections

from oppstart.postgres import Postgres
from tests.conftest import kopier_mal
from tests.factories.saker import gi, knytt_alle, lag_sak, skriv
from vern import nokler


@pytest.fixture
def personer(db):
    """Every persona with the service it works in."""
    knytt_alle()


def lag_saken():
    """One case with members of three services, and one text in each zone."""
    sak = lag_sak(modus="identifisert")
    gi(sak, "politi", "felles", "politi", skriv=True, grunnlag="samtale")
    gi(sak, "kjerne.helse", "felles", "helse", skriv=True)
    gi(sak, "kjerne.barnevern", "felles", "barnevern", skriv=True)
    gi(sak, "mentor", "mentor", skriv=True, grunnlag="mentor")
    skriv(sak, "laerer", "felles", "MARKØR-MELDING")
    skriv(sak, "laerer", "identitet", "MARKØR-IDENTITET")
    skriv(sak, "politi", "politi", "MARKØR-POLITI")
    skriv(sak, "kjerne.helse", "helse", "MARKØR-HELSE")
    skriv(sak, "kjerne.barnevern", "barnevern", "MARKØR-BARNEVERN")
    skriv(sak, "mentor", "mentor", "MARKØR-MENTOR")
    return sak


@pytest.fixture
def saken(personer):
    return lag_saken()


@pytest.fixture
def egen_database(django_db_setup, django_db_blocker, settings):
    """A real database of this test's own: committed transactions, production's logins, nothing rolled back.

    Gives the cluster and the database's name."""
    name = f"egen_{uuid4().hex[:8]}"
    postgres = kopier_mal(name)
    lagret = {alias: dict(connections[alias].settings_dict) for alias in ("default", "logg")}
    for alias, rolle in (("default", "hp_web"), ("logg", "hp_logg")):
        connections[alias].close()
        connections[alias].settings_dict |= {"NAME": name, "USER": rolle, "OPTIONS": {}}
    settings.NOKKEL_DATABASE_URL = postgres.url("hp_nokkel", f"{name}_nokler")
    with django_db_blocker.unblock():
        yield postgres, name
        nokler.lukk_forbindelse()
        for alias, oppsett in lagret.items():
            connections[alias].close()
            connections[alias].settings_dict |= oppsett
    for database in (name, f"{name}_nokler"):
        postgres.execute("postgres", f'DROP DATABASE "{database}" WITH (FORCE)')


def datafiler(postgres: Postgres, *baser: str) -> Iterator[tuple[str, bytes]]:
    """Every file of the server with what stands in it, but for other databases' own: other tests' worlds."""
    with psycopg.connect(postgres.dsn("postgres", "postgres")) as link:
        rader = link.execute("SELECT oid::text FROM pg_database WHERE datname <> ALL (%s)", [list(baser)]).fetchall()
    andres = {postgres.data / "base" / oid for (oid,) in rader}
    for mappe, _, filer in os.walk(postgres.data):  # passes over folders of databases that are dropped meanwhile
        for fil in (Path(mappe, navn) for navn in filer if Path(mappe) not in andres):
            try:
                yield str(fil), fil.read_bytes()
            except FileNotFoundError:  # the server cleans up while we look
                continue


@pytest.fixture
def egen_sak(egen_database):
    """The case of `saken`, committed."""
    knytt_alle()
    return lag_saken()
