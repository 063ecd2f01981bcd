"""What the tests of the repository share."""

import os
from pathlib import Path

import pytest


@pytest.fixture
def produksjon(tmp_path: Path) -> dict[str, str]:
    """A well-formed production environment; the tests of refusals break one value at a time."""
    for name in ("secret_key", "kek"):
        (tmp_path / name).write_text(f"En-lang-nok-hemmelighet-med-mange-ulike-tegn-0123456789-{name}")
    outer = {k: v for k, v in os.environ.items() if k not in ("DEMO", "DATABASE_OWNER_URL")}
    return outer | {
        "DJANGO_SETTINGS_MODULE": "handlingsplan.settings.prod",
        "DATABASE_URL": "postgres://hp_web@db/handlingsplan",
        "LOGG_DATABASE_URL": "postgres://hp_logg@db/handlingsplan",
        "NOKKEL_DATABASE_URL": "postgres://hp_nokkel@nokler/nokler",
        "REDIS_URL": "redis://valkey:6379",
        "SECRET_KEY_FILE": str(tmp_path / "secret_key"),
        "KEK_FILE": str(tmp_path / "kek"),
        "ALLOWED_HOSTS": "handlingsplan.example.no",
    }
