"""The tools that read the code, run as tests: a plain `pytest` says everything that CI says."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BIN = Path(sys.executable).parent


def run(*args: str, env: dict[str, str] | None = None) -> None:
    done = subprocess.run(
        [str(BIN / args[0]), *args[1:]], cwd=ROOT, env=env or dict(os.environ), capture_output=True, text=True
    )
    assert done.returncode == 0, f"{' '.join(args)}\n{done.stdout[-6000:]}{done.stderr[-3000:]}"


def test_code_is_formatted():
    run("ruff", "format", "--check", ".")


def test_code_is_clean():
    run("ruff", "check", "--output-format", "concise", ".")


def test_templates_are_formatted():
    run("djangofmt", "--check", "templates")


def test_types_hold():
    run("mypy", "--cache-dir", os.devnull, ".")  # a stale cache invents errors


def test_rooms_import_only_downwards():
    run("lint-imports", "--no-logo")


def test_no_migration_is_missing(db):
    from django.core.management import call_command

    call_command("makemigrations", "--check", "--dry-run", verbosity=1)


def test_production_settings_pass_djangos_deploy_check(produksjon):
    run("python", "manage.py", "check", "--deploy", "--fail-level", "WARNING", env=produksjon)


def test_the_benchmarks_begin_without_any_package():
    """-S: Python without its environment, as on a machine where nothing is set up yet."""
    done = subprocess.run(
        [sys.executable, "-S", "-m", "benchmarks", "--help"], cwd=ROOT, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
