"""The shape of production: read by linters and compared with what the demo runs. No container engine needed."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from oppstart import tjenester

from .test_kontroller import ROOT, run

COMPOSE = yaml.safe_load((ROOT / "docker-compose.yml").read_text())
SERVICES = COMPOSE["services"]


def test_compose_file_has_no_grave_finding():
    run("compose-lint", "--fail-on", "high", "docker-compose.yml")


def test_dockerfile_is_clean():
    run("hadolint", "Dockerfile")


def test_every_service_of_ours_runs_a_command_that_the_demo_runs_too():
    prefix = ["python", "-m", "oppstart.tjenester"]
    commands = {name: service.get("command", []) for name, service in SERVICES.items()}
    ran = {name: command[-1] for name, command in commands.items() if command[:3] == prefix}
    assert ran == {name: name for name in tjenester.COMMANDS}
    demo = (ROOT / "oppstart/demo.py").read_text()
    assert all(f"tjenester.{name}(" in demo for name in ran)
    assert SERVICES["migrate"]["command"] == ["python", "manage.py", "klargjor"]


@pytest.mark.parametrize("name", sorted(tjenester.COMMANDS))
def test_the_commands_name_programs_that_are_installed(name):
    assert (Path(sys.executable).parent / tjenester.COMMANDS[name]()[0]).exists()


def test_only_the_proxy_is_reached_from_outside():
    assert [name for name, service in SERVICES.items() if "ports" in service] == ["proxy"]
    assert [name for name, service in SERVICES.items() if "utside" in service["networks"]] == ["proxy"]
    assert COMPOSE["networks"]["innside"] == {"internal": True}


def test_no_service_runs_as_root_or_writes_outside_its_volumes():
    for name, service in SERVICES.items():
        assert service["read_only"], name
        assert service["cap_drop"] == ["ALL"], name
        assert service.get("user", "").split(":")[0] not in ("0", "root"), name
    assert {name for name, service in SERVICES.items() if "user" not in service} == {"proxy"}  # binds port 443


def test_every_service_says_whether_it_is_well():
    assert [name for name, service in SERVICES.items() if "healthcheck" not in service] == []


def test_the_owners_address_is_given_to_the_migrate_job_only():
    given = [name for name, service in SERVICES.items() if "database_owner_url" in service.get("secrets", [])]
    assert given == ["migrate"]


def test_secrets_are_files_that_one_script_makes(tmp_path):
    for service in SERVICES.values():
        for name, value in service.get("environment", {}).items():
            assert not re.search(r"(PASS|SECRET|KEK|_URL)", name) or name.endswith("_FILE"), name
            assert "passord" not in str(value) or str(value).startswith("/run/secrets/")
    script = tmp_path / "deploy" / "lag-hemmeligheter.py"
    script.parent.mkdir()
    script.write_text((ROOT / "deploy" / "lag-hemmeligheter.py").read_text())
    for _ in range(2):  # a second run changes nothing
        subprocess.run([sys.executable, script], check=True, capture_output=True)
        made = {path.name: path.read_text() for path in (script.parent / "hemmeligheter").iterdir()}
    assert {f"deploy/hemmeligheter/{name}" for name in made} == {s["file"] for s in COMPOSE["secrets"].values()}
    assert made["passord_web"] in made["database_url"]
    assert made["redis_url"].split(":")[2].split("@")[0] in made["valkey_conf"]
    assert (script.parent / "hemmeligheter").stat().st_mode & 0o777 == 0o700


def test_production_starts_with_the_addresses_as_files(produksjon, tmp_path):
    env = dict(produksjon)
    for name in ("DATABASE_URL", "LOGG_DATABASE_URL", "NOKKEL_DATABASE_URL", "REDIS_URL"):
        (tmp_path / name).write_text(env.pop(name) + "\n")
        env[f"{name}_FILE"] = str(tmp_path / name)
    run(
        "python",
        "-c",
        "import handlingsplan.settings.prod as s; assert s.DATABASES['default']['USER'] == 'hp_web'",
        env=env,
    )


def test_static_files_collect_with_names_that_carry_a_digest(tmp_path):
    outer = {k: v for k, v in os.environ.items() if k != "DEMO"}
    env = outer | {"DJANGO_SETTINGS_MODULE": "handlingsplan.settings.bygg", "STATIC_ROOT": str(tmp_path)}
    run("python", "-m", "oppstart.bygg", env=env)
    assert (tmp_path / "staticfiles.json").exists()
