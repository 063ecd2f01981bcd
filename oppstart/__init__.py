"""Start-up: what `manage.py` does before Django. Standard library only; runs before anything is installed.

This file is read by whatever Python the user typed, so it keeps to syntax that old ones understand."""

import os
import subprocess
import sys

NEEDED = (3, 11)


def start(argv: "list[str]") -> None:
    """Run `demo`, `test` or `doktor`; return when the rest is for Django, in an environment that has it."""
    if sys.version_info < NEEDED:
        newer = find_newer()
        if not newer:
            sys.exit(
                f"Handlingsplan trenger Python 3.11 eller nyere; dette er {sys.version.split()[0]}.\n"
                "På Debian og Ubuntu: apt-get install -y python3.11 python3.11-venv"
            )
        os.execv(newer, [newer, *argv])
    from .kommandoer import run

    run(argv)


def find_newer() -> "str | None":
    """A Python that is new enough and really runs: pyenv's shims stand on PATH without doing so."""
    folders = os.environ.get("PATH", "").split(os.pathsep)
    pyenv = os.path.join(os.environ.get("PYENV_ROOT", os.path.expanduser("~/.pyenv")), "versions")  # noqa: PTH118,PTH111
    if os.path.isdir(pyenv):  # noqa: PTH112
        folders += [os.path.join(pyenv, name, "bin") for name in sorted(os.listdir(pyenv), reverse=True)]  # noqa: PTH118,PTH208
    for name in ("python3.14", "python3.13", "python3.12", "python3.11", "python3"):
        for folder in folders:
            path = os.path.join(folder, name)  # noqa: PTH118
            if os.path.exists(path) and _is_new_enough(path):  # noqa: PTH110
                return path
    return None


def _is_new_enough(path: str) -> bool:
    try:
        code = f"import sys; sys.exit(sys.version_info < {NEEDED!r})"
        return subprocess.call([path, "-c", code], stderr=subprocess.DEVNULL) == 0
    except OSError:
        return False
