"""Production refuses to start unsafe, with one line that says what to mend."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
NEEDED = [
    "DATABASE_URL",
    "LOGG_DATABASE_URL",
    "NOKKEL_DATABASE_URL",
    "REDIS_URL",
    "SECRET_KEY_FILE",
    "KEK_FILE",
    "ALLOWED_HOSTS",
]


def refusal(env: dict[str, str]) -> str:
    """The last line of a start that must fail."""
    done = subprocess.run(
        [sys.executable, "-c", "import handlingsplan.settings.prod"], cwd=ROOT, env=env, capture_output=True, text=True
    )
    assert done.returncode != 0, "started"
    return done.stderr.strip().splitlines()[-1]


@pytest.mark.parametrize("name", NEEDED)
def test_a_missing_value_is_named(produksjon, name):
    assert f"{name} mangler" in refusal({k: v for k, v in produksjon.items() if k != name})


@pytest.mark.parametrize("hosts", ["*", "a.example.no,*"])
def test_every_host_is_refused(produksjon, hosts):
    assert "ALLOWED_HOSTS" in refusal(produksjon | {"ALLOWED_HOSTS": hosts})


@pytest.mark.parametrize("name", ["SECRET_KEY_FILE", "KEK_FILE"])
def test_a_short_secret_is_refused(produksjon, name, tmp_path):
    (tmp_path / "kort").write_text("hemmelig")
    assert "for kort" in refusal(produksjon | {name: str(tmp_path / "kort")})


def test_an_unreadable_secret_is_named(produksjon, tmp_path):
    assert "kan ikke lese" in refusal(produksjon | {"KEK_FILE": str(tmp_path / "ingen")})


def test_one_secret_for_two_purposes_is_refused(produksjon):
    assert "samme" in refusal(produksjon | {"KEK_FILE": produksjon["SECRET_KEY_FILE"]})


def test_the_demo_runs_on_this_machine_only(produksjon):
    assert "127.0.0.1" in refusal(produksjon | {"DEMO": "1", "ALLOWED_HOSTS": "127.0.0.1,handlingsplan.example.no"})


def test_the_web_role_may_not_be_the_owner(produksjon):
    assert "hp_migrate" in refusal(produksjon | {"DATABASE_URL": "postgres://hp_migrate@db/handlingsplan"})


def test_keys_beside_the_data_are_refused(produksjon):
    together = produksjon["DATABASE_URL"].replace("hp_web", "hp_nokkel")
    assert "egen database" in refusal(produksjon | {"NOKKEL_DATABASE_URL": together})


KAKER = """
import json
from handlingsplan.settings import prod
valgte = ("SESSION_", "CSRF_", "GLEM", "MESSAGE")
print(json.dumps({navn: getattr(prod, navn) for navn in dir(prod) if navn.startswith(valgte)}))
"""


def test_cookies_in_production_belong_to_the_host_alone_and_no_other_is_set(produksjon):
    done = subprocess.run([sys.executable, "-c", KAKER], cwd=ROOT, env=produksjon, capture_output=True, check=True)
    valgt = json.loads(done.stdout)
    assert (valgt["SESSION_COOKIE_NAME"], valgt["CSRF_COOKIE_NAME"]) == ("__Host-sesjon", "__Host-csrf")
    for kake in ("SESSION", "CSRF"):
        assert valgt[f"{kake}_COOKIE_SECURE"] and valgt[f"{kake}_COOKIE_HTTPONLY"]
        assert valgt[f"{kake}_COOKIE_SAMESITE"] == "Lax"
        assert f"{kake}_COOKIE_DOMAIN" not in valgt and f"{kake}_COOKIE_PATH" not in valgt  # Django's: none, and "/"
    assert valgt["SESSION_EXPIRE_AT_BROWSER_CLOSE"]
    assert valgt["MESSAGE_STORAGE"].endswith("SessionStorage")
    assert valgt["GLEM_VED_UTLOGGING"] == '"cache", "cookies", "storage"'
