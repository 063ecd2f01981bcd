"""A world to walk through, committed in a database of its own and made once for the file."""

from collections.abc import Iterator

import pytest
from django.db import transaction
from django.test import client

from tests.conftest import koble_til, kopier_mal


@pytest.fixture(autouse=True)
def _uten_kopier(monkeypatch: pytest.MonkeyPatch) -> None:
    """Django's test client keeps a copy of every context a page was drawn with. Nobody here asks for them."""
    monkeypatch.setattr(client, "store_rendered_templates", lambda *args, **kwargs: None)


@pytest.fixture(scope="module")
def sider(django_db_setup: None, django_db_blocker: pytest.FixtureRequest, worker_id: str) -> Iterator[list]:
    """Every page of the matrix with every object it can point at, committed, and a planner that has counted its rows.

    What a test does there it undoes."""
    from tests.access.test_markorer import alle_sider

    name = f"verden_{worker_id}"
    postgres = kopier_mal(name)
    with django_db_blocker.unblock():
        koble_til(name)
        with transaction.atomic():
            sider = alle_sider()
        postgres.execute(name, "ANALYZE")
        yield sider
        koble_til(f"test_{worker_id}")
    postgres.drop_databases(name, f"{name}_nokler")
