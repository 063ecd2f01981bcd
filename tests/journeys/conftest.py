"""The browser tests' own server and database: a copy of the template, with production's settings."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.conftest import kopier_mal, once
from tests.tjenere import tjenere

from .nettleser import Nettleser, gunicorn, spill_saker, start_chromium


def _miljo(name: str, folder: Path) -> dict[str, str]:
    """Production's settings for a copy of the template."""
    from django.conf import settings

    postgres, valkey = tjenere()
    for file, text in (("secret", settings.SECRET_KEY), ("kek", settings.KEK)):
        (folder / file).write_text(text)
    return {
        "DJANGO_SETTINGS_MODULE": "handlingsplan.settings.prod",
        "DEMO": "1",
        "ALLOWED_HOSTS": "127.0.0.1,localhost",
        "DATABASE_URL": postgres.url("hp_web", name),
        "LOGG_DATABASE_URL": postgres.url("hp_logg", name),
        "NOKKEL_DATABASE_URL": postgres.url("hp_nokkel", f"{name}_nokler"),
        "REDIS_URL": valkey.url(),
        "SECRET_KEY_FILE": str(folder / "secret"),
        "KEK_FILE": str(folder / "kek"),
    }


@pytest.fixture(scope="session")
def sakmal(maldatabase: str, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The template with the demo's thirty cases played through, once for all workers."""
    name = "sakmal"
    with once("sakmal") as first:
        if first:
            kopier_mal(name)
            spill_saker(_miljo(name, tmp_path_factory.mktemp("sakmal")))
    return name


@pytest.fixture(scope="module")
def base(sakmal: str, worker_id: str) -> str:
    """The file's own database: no job eats another's case."""
    name = f"reise_{worker_id}"
    _ny_base(name, sakmal)
    return name


def _ny_base(name: str, sakmal: str) -> None:
    postgres, _ = tjenere()
    postgres.drop_databases(name, f"{name}_nokler")  # whoever is connected: the product connects again
    kopier_mal(name, sakmal)


@pytest.fixture(scope="module")
def tjeneste(base: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a running product."""
    folder = tmp_path_factory.mktemp("reise")
    with gunicorn(_miljo(base, folder), folder) as address:
        yield address


@pytest.fixture(scope="module")
def _chromium() -> Iterator[Browser]:
    """Closed with the module: Playwright's loop must not run while other tests use the database."""
    before = os.environ.get("DJANGO_ALLOW_ASYNC_UNSAFE")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_playwright() as playwright:
        browser = start_chromium(playwright)
        yield browser
        browser.close()
    if before is None:
        del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture(scope="module")
def _nettleser(_chromium: Browser, tjeneste: str) -> Nettleser:
    return Nettleser(_chromium, tjeneste)


@pytest.fixture
def nettleser(_nettleser: Nettleser, base: str, sakmal: str) -> Iterator[Nettleser]:
    """The browser, clean for each test; anything refused by CSP or broken in script fails the test.

    What a test has changed is not there for the next: whoever comes first, the house is as it was."""
    _nettleser.feil.clear()
    yield _nettleser
    _nettleser.lukk()
    if _nettleser.endret:
        _ny_base(base, sakmal)
        _nettleser.glem()
    assert _nettleser.feil == []


@pytest.fixture
def bilder(request: pytest.FixtureRequest) -> Path | None:
    """Where pictures go when HP_BILDER names a folder; for people to look at."""
    return Path(os.environ["HP_BILDER"]) if os.environ.get("HP_BILDER") else None
