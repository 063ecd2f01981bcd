"""What is true of the repository as a whole: its papers, its dependencies, and what must not stand in it."""

import re
import subprocess
import tomllib
from collections import Counter
from pathlib import Path

import pytest
from django.apps import apps
from django.db.migrations.loader import MigrationLoader

ROOT = Path(__file__).resolve().parents[2]
ROM = ("felles", "brukere", "vern", "samarbeid", "tiltak", "bekymring", "rapport", "handlingsplan")
KANONISK = re.compile(r"[-_.]+")


def tracked() -> list[Path]:
    """Every file git knows or would take, ours or new."""
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return [ROOT / name for name in listed.stdout.splitlines() if (ROOT / name).is_file()]


def texts() -> list[tuple[Path, str]]:
    found = []
    for path in tracked():
        if path.suffix in (".png", ".woff2", ".ico", ".pdf", ".xz") or "vendor" in path.parts:
            continue
        found.append((path, path.read_text(errors="replace")))
    return found


def test_every_model_is_in_the_word_list():
    ordliste = (ROOT / "docs" / "ordliste.md").read_text()
    ours = [m for m in apps.get_models() if m._meta.app_label in ROM and not m.__name__.startswith("Historical")]
    missing = [f"{m._meta.app_label}.{m.__name__}" for m in ours]
    assert [name for name in missing if f"`{name}`" not in ordliste] == []


def test_the_word_list_names_no_model_that_is_gone():
    named = re.findall(r"`([a-z]+)\.([A-Z]\w+)`", (ROOT / "docs" / "ordliste.md").read_text())
    assert [f"{room}.{name}" for room, name in named if name.lower() not in apps.all_models[room]] == []


def test_migrations_are_one_line_in_each_room():
    loader = MigrationLoader(None, ignore_no_migrations=True)
    numbers = Counter((room, name[:4]) for room, name in loader.disk_migrations if room in ROM)
    assert [key for key, count in numbers.items() if count > 1] == []
    assert {room: leaves for room in ROM if len(leaves := loader.graph.leaf_nodes(room)) > 1} == {}


def test_no_file_names_a_machine_or_a_workplace():
    wrong = re.compile(
        r"/root/|/home/(?!testbruker)\w|file:///(opt|tmp)|extra-index|--find-links|/work/|host\.docker|\.internal\b"
    )
    allowed = {"CONTRIBUTING.md", "test_papirer.py"}
    assert [
        f"{path.relative_to(ROOT)}: {hit[0]}"
        for path, text in texts()
        if path.name not in allowed and (hit := wrong.search(text))
    ] == []


def test_lock_files_hold_names_versions_and_hashes_only():
    line = re.compile(r"^([a-z0-9.-]+==[^ ]+( ; .+)?( \\)?|    --hash=sha256:[0-9a-f]{64}( \\)?)$")
    for path in ROOT.glob("requirements*.lock"):
        assert [text for text in path.read_text().splitlines() if not line.match(text)] == [], path.name


def locked(name: str) -> dict[str, str]:
    rows = re.findall(r"^([a-z0-9.-]+)==([^ ]+)", (ROOT / name).read_text(), re.MULTILINE)
    return {KANONISK.sub("-", package): version for package, version in rows}


def test_tests_and_demo_run_the_versions_of_production():
    production = locked("requirements.lock")
    for name in ("requirements-demo.lock", "requirements-test.lock"):
        assert production.items() <= locked(name).items(), name


def test_every_dependency_is_locked_and_says_what_it_is_for():
    text = (ROOT / "pyproject.toml").read_text()
    project = tomllib.loads(text)["project"]
    extras = project["optional-dependencies"]
    for lock, wanted in (
        ("requirements.lock", project["dependencies"]),
        ("requirements-demo.lock", extras["demo"]),
        ("requirements-test.lock", extras["test"]),
    ):
        for requirement in wanted:
            assert re.search(rf'^    "{re.escape(requirement)}",  # \S.{{3,}}$', text, re.MULTILINE), requirement
            assert KANONISK.sub("-", re.match(r"[A-Za-z0-9._-]+", requirement)[0].lower()) in locked(lock), requirement


def test_ci_runs_the_command_of_the_readme():
    readme = (ROOT / "README.md").read_text()
    for command in ("python3 manage.py demo", "python3 manage.py test"):
        assert re.search(rf"^{command}\b", readme, re.MULTILINE)
    assert re.search(r"^exec python3 manage\.py test ", (ROOT / ".ci" / "run").read_text(), re.MULTILINE)


@pytest.mark.parametrize(
    "path", sorted(ROOT.glob("*.md")) + sorted((ROOT / "docs").rglob("*.md")), ids=lambda p: p.name
)
def test_links_of_the_papers_lead_somewhere(path: Path):
    links = re.findall(r"\]\(([^)#:]+)\)", path.read_text())
    assert [link for link in links if not (path.parent / link).exists()] == []


def test_an_adr_is_short_and_has_its_four_parts():
    papers = sorted((ROOT / "docs" / "adr").glob("*.md"))
    assert [int(path.name[:4]) for path in papers] == list(range(1, len(papers) + 1))
    for path in papers:
        text = path.read_text()
        assert 15 <= len(text.splitlines()) <= 40, path.name
        assert re.findall(r"^## (\w+)", text, re.MULTILINE) == ["Context", "Options", "Decision", "Consequences"]


def test_every_template_is_used():
    code = "\n".join(text for path, text in texts() if path.suffix in (".py", ".html") and "tests" not in path.parts)
    unused = []
    for path in sorted((ROOT / "templates").rglob("*.html")):
        name = str(path.relative_to(ROOT / "templates"))
        if name in ("400.html", "403.html", "404.html", "500.html") or name.startswith(("account/", "django/forms/")):
            continue  # Django and allauth ask for these by themselves
        component = path.parent.name == "komponenter" and re.search(rf"\b{path.stem}\b", code)
        if not component and f'"{name}"' not in code and f"'{name}'" not in code:
            unused.append(name)
    assert unused == []
