"""One demo per checkout: a lock that the kernel releases when its holder dies, whatever the reason."""

import fcntl
import json
import os
from pathlib import Path
from typing import Any

from .stier import ENVIRONMENT, RUNNING, VAR

FD = "HP_LAAS_FD"


def take() -> bool:
    """Take the demo's lock and keep it over the re-exec; False when another demo holds it."""
    if FD in os.environ:  # taken before the re-exec
        os.set_inheritable(int(os.environ.pop(FD)), False)
        return True
    fd = os.open(VAR / "demo.lock", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(fd)
        return False
    os.set_inheritable(fd, True)
    os.environ[FD] = str(fd)
    return True


def keep() -> None:
    """No re-exec follows: the lock stays with this process and none of its children."""
    if FD in os.environ:
        os.set_inheritable(int(os.environ.pop(FD)), False)


def is_running() -> bool:
    """True while some process holds the lock."""
    try:
        fd = os.open(VAR / "demo.lock", os.O_RDWR)
    except OSError:
        return False
    try:
        fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(fd)
    return False


def read(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(path.read_text())
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def write(path: Path, content: dict[str, Any]) -> None:
    """Write for our own eyes only, and whole or not at all."""
    fresh = path.with_suffix(".ny")
    fresh.unlink(missing_ok=True)
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as out:
        json.dump(content, out)
    fresh.rename(path)


def running_demo() -> dict[str, Any]:
    """What the running demo wrote about itself; empty when none runs."""
    return read(RUNNING) if is_running() else {}


def running_environment() -> dict[str, str]:
    """Environment of the running demo, for a command typed in another window."""
    return read(ENVIRONMENT) if is_running() else {}
