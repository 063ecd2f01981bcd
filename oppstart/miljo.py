"""The virtual environments: made when missing, remade when the lock file or the Python has changed."""

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from .skjerm import Stopp, run_logged, step, tail
from .stier import LOGS, ROOT, TOOLS, VAR
from .system import apt_install, apt_line, can_apt


@dataclass(frozen=True)
class Miljo:
    """One environment: its folder and the lock file that fills it."""

    folder: Path
    lock: Path

    @property
    def python(self) -> Path:
        return self.folder / "bin" / "python"

    @property
    def stamp(self) -> str:
        content = self.lock.read_bytes() + sys.version.encode()
        return hashlib.sha256(content).hexdigest()

    def is_ready(self) -> bool:
        try:
            return self.python.exists() and (self.folder / "stempel").read_text() == self.stamp
        except OSError:
            return False

    def is_current(self) -> bool:
        """We are running inside it."""
        return Path(sys.prefix).resolve() == self.folder.resolve()


DEMO = Miljo(ROOT / ".venv", ROOT / "requirements-demo.lock")
TEST = Miljo(ROOT / ".venv-test", ROOT / "requirements-test.lock")


def enter(miljo: Miljo, argv: list[str]) -> None:
    """Go on inside the environment, making it first where needed; returns only when we are in it."""
    if miljo.is_current() and miljo.is_ready():
        return
    if not miljo.is_ready():
        make(miljo)
    os.execv(miljo.python, [str(miljo.python), *argv])


def prepare_var() -> None:
    """Our own folder in the checkout, for this user only.

    Raises Stopp when another user made it."""
    try:
        VAR.mkdir(mode=0o700, exist_ok=True)
        LOGS.mkdir(exist_ok=True)
        (LOGS / ".prov").touch()
    except OSError as error:
        raise Stopp(
            f"Kan ikke skrive i {VAR} ({error.strerror}). Kjørte en annen bruker demoen her først? "
            f"Slett mappen som den brukeren, eller bruk en egen klone."
        ) from None


def make(miljo: Miljo) -> None:
    """Make the environment from nothing. Raises Stopp with the end of the log when it can't be done."""
    shutil.rmtree(miljo.folder, ignore_errors=True)
    name = miljo.folder.name
    with step(f"Lager Python-miljø i {name} (Python {sys.version.split()[0]})"):
        _run([_base_python(), "-m", "venv", "--without-pip", miljo.folder], "venv")
    installer = _installer(miljo)
    count = miljo.lock.read_text().count("==")
    with step(f"Henter {count} pakker med kontrollsum fra {miljo.lock.name}") as progress:
        code = _install(installer, miljo, progress, count)
        if code and installer[1] == "pip":  # uv knows no pip.conf; pip may reach where uv doesn't
            progress("prøver med pip")
            code = _install(_pip(miljo), miljo, progress, count)
        if code:
            raise Stopp(f"Fikk ikke hentet pakkene. Slutten av {LOGS / 'pakker.log'}:\n{tail(LOGS / 'pakker.log')}")
    (miljo.folder / "stempel").write_text(miljo.stamp)


def _install(installer: list[str], miljo: Miljo, progress: Callable[[str], None], count: int) -> int:
    def far() -> str:
        return f"{len(list(miljo.folder.glob('lib/python*/site-packages/*.dist-info')))} av {count}"

    args = [*installer, "--require-hashes", "--no-deps", "-r", str(miljo.lock)]
    return run_logged(args, log=LOGS / "pakker.log", env=_quiet_environment(), progress=progress, far=far)


def _base_python() -> str:
    """The interpreter under a virtual environment we may have been started from."""
    return getattr(sys, "_base_executable", None) or sys.executable


def _quiet_environment() -> dict[str, str]:
    env = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "VIRTUAL_ENV"))}
    env |= {"PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_NO_INPUT": "1", "PIP_ROOT_USER_ACTION": "ignore"}
    env |= {"UV_SYSTEM_CERTS": "1", "UV_NATIVE_TLS": "1"}  # the machine's own certificates; the second is for old uv
    home = Path(os.environ.get("HOME") or "/nonexistent")
    if not os.access(home, os.W_OK):  # accounts like nobody: keep the package caches in the checkout
        env |= {
            "HOME": str(VAR),
            "UV_CACHE_DIR": str(VAR / "cache" / "uv"),
            "PIP_CACHE_DIR": str(VAR / "cache" / "pip"),
        }
    return env


def _run(args: list[object], log: str) -> None:
    code = run_logged([str(a) for a in args], log=LOGS / f"{log}.log", env=_quiet_environment())
    if code:
        raise Stopp(f"«{' '.join(str(a) for a in args)}» feilet:\n{tail(LOGS / f'{log}.log')}")


def _installer(miljo: Miljo) -> list[str]:
    """uv when it can be had (seven times faster), else pip."""
    if os.environ.get("HP_UTEN_UV") == "1":
        return _pip(miljo)
    found = shutil.which("uv")
    if not (found and _works(found)):
        found = str(TOOLS / "bin" / "uv")
        if not _works(found):
            with step("Henter uv, som installerer pakker raskt") as progress:
                args = ["install", "-q", "--require-hashes", "--no-deps", "--upgrade", "--target", str(TOOLS)]
                args += ["-r", str(ROOT / "requirements-uv.lock")]
                run_logged([*_any_pip(), *args], log=LOGS / "uv.log", env=_quiet_environment(), progress=progress)
    if not _works(found):
        return _pip(miljo)
    return [found, "pip", "install", "--python", str(miljo.python)]


def _works(*program: str) -> bool:
    try:
        return subprocess.run([*program, "--version"], capture_output=True).returncode == 0
    except OSError:
        return False


def _pip(miljo: Miljo) -> list[str]:
    return [*_any_pip(), "--python", str(miljo.python), "install"]


def _any_pip() -> list[str]:
    """A pip that works: our own interpreter's, else one in a small environment of its own.

    Debian leaves ensurepip out unless python3-venv is installed."""
    ours = [_base_python(), "-m", "pip"]
    if _works(*ours):
        return ours
    folder = VAR / "pip"
    if not (folder / "bin" / "pip").exists():
        if not importlib.util.find_spec("ensurepip"):
            package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
            if not can_apt():
                raise Stopp(f"Python her mangler pip og ensurepip. Kjør: {apt_line([package])}")
            apt_install([package], "Installerer det Python mangler")
        _run([_base_python(), "-m", "venv", folder], "venv")
    return [str(folder / "bin" / "python"), "-m", "pip"]
