"""Child processes that never outlive us. Standard library only: imported before anything is installed."""

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

PR_SET_PDEATHSIG = 1


def die_with_parent(signum: int) -> Callable[[], None]:
    """Return a preexec function: the kernel sends `signum` to the child when we die, even by kill -9."""

    def set_it() -> None:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C goes to the supervisor, which stops us in order
        if sys.platform == "linux":
            ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signum)

    return set_it


def run_as(user: str | None) -> dict[str, object]:
    """Arguments of Popen that make the child another user (only root needs it: PostgreSQL refuses root)."""
    return {"user": user, "group": user_group(user), "extra_groups": []} if user else {}


def user_group(user: str) -> int:
    import pwd

    return pwd.getpwnam(user).pw_gid


def spawn(
    args: Sequence[str | Path],
    *,
    log: Path,
    env: Mapping[str, str] | None = None,
    user: str | None = None,
    death: int = signal.SIGTERM,
    cwd: Path | None = None,
) -> subprocess.Popen[bytes]:
    """Start a child that writes to `log` and dies with us."""
    with log.open("ab") as out:
        return subprocess.Popen(
            [str(a) for a in args],
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT,
            env=dict(env) if env is not None else None,
            cwd=cwd,
            preexec_fn=die_with_parent(death),
            **run_as(user),  # type: ignore[arg-type]
        )


def stop(child: subprocess.Popen[bytes], signum: int = signal.SIGTERM, seconds: float = 10) -> None:
    """Ask the child to stop, wait, and end it if it does not."""
    if child.poll() is not None:
        return
    child.send_signal(signum)
    try:
        child.wait(seconds)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()


def wait_until(ready: Callable[[], bool], *, seconds: float, child: subprocess.Popen[bytes] | None = None) -> bool:
    """Poll `ready` until it says yes; give up after `seconds` or when the child has died."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if ready():
            return True
        if child is not None and child.poll() is not None:
            return False
        time.sleep(0.03)
    return False


def is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0
