"""Child processes that never outlive us. Standard library only: imported before anything is installed."""

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

PR_SET_PDEATHSIG = 1
WISHES = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
_LIBC = ctypes.CDLL(None) if sys.platform == "linux" else None  # opened here: little is safe between fork and exec


class Avbrutt(BaseException):
    """Someone asked us to stop (Ctrl-C, SIGTERM or SIGHUP): a wish, not an error."""


_wished: list[int] = []


def hear_wishes() -> None:
    """From now on a wish to stop is noted, and raised as Avbrutt where we wait: never in the middle of a step.

    An exception thrown by the signal handler itself can land inside a lock of `subprocess`, or in a callback that
    swallows it. Under nohup the terminal's hang-up stays ignored."""
    for wish in WISHES:
        if wish != signal.SIGHUP or signal.getsignal(wish) != signal.SIG_IGN:
            signal.signal(wish, lambda signum, frame: _wished.append(signum))


def heed_wish() -> None:
    """Raise Avbrutt when someone has asked us to stop."""
    if _wished:
        raise Avbrutt


def hear_no_more_wishes() -> None:
    """We are stopping already: a second Ctrl-C changes nothing."""
    for wish in WISHES:
        signal.signal(wish, signal.SIG_IGN)
    _wished.clear()


def die_with_parent(signum: int = signal.SIGTERM) -> Callable[[], None]:
    """Return a preexec function: the kernel sends `signum` to the child when we die, even by kill -9."""
    parent = os.getpid()

    def set_it() -> None:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C goes to the supervisor, which stops us in order
        if _LIBC is not None:
            _LIBC.prctl(PR_SET_PDEATHSIG, int(signum))
            if os.getppid() != parent:  # we died between fork and here
                os._exit(1)

    return set_it


def run_as(user: str | None) -> dict[str, Any]:
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
    pass_fds: Sequence[int] = (),
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
            pass_fds=pass_fds,
            preexec_fn=die_with_parent(death),
            **run_as(user),
        )


def stop(child: subprocess.Popen[bytes], signum: int = signal.SIGTERM, seconds: float = 10) -> None:
    """Ask the child to stop, wait, and end it if it does not."""
    if child.poll() is not None:
        return
    child.send_signal(signum)
    see_out(child, seconds)


def see_out(child: subprocess.Popen[bytes], seconds: float = 10) -> None:
    """Wait for a child that was asked to stop, and end it if it does not."""
    try:
        child.wait(seconds)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()


def wait_until(ready: Callable[[], bool], *, seconds: float, child: subprocess.Popen[bytes] | None = None) -> bool:
    """Poll `ready` until it says yes; give up after `seconds` or when the child has died."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        heed_wish()
        if ready():
            return True
        if child is not None and child.poll() is not None:
            return False
        time.sleep(0.03)
    return False


def is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def birth(pid: int) -> str:
    """When a process was born: with its pid it names one process for good. Empty when there is none."""
    stat = Path(f"/proc/{pid}/stat")
    try:
        if Path("/proc/self").exists():
            return stat.read_text().rpartition(")")[2].split()[19]
        return subprocess.run(["ps", "-o", "lstart=", "-p", str(pid)], capture_output=True, text=True).stdout.strip()
    except (OSError, IndexError):
        return ""


def end_leftovers(known: Mapping[str, str], seconds: float = 8) -> None:
    """See out the children of a supervisor that was killed: by pid and birth, never by name."""

    def left() -> list[int]:
        return [int(pid) for pid, born in known.items() if born and birth(int(pid)) == born]

    for signum in (signal.SIGTERM, signal.SIGKILL):
        for pid in left():
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.kill(pid, signum)
        if wait_until(lambda: not left(), seconds=seconds):
            return


def is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def has_name() -> bool:
    """Whether the user we run as is known by name; containers may give a bare number."""
    import pwd

    try:
        pwd.getpwuid(os.geteuid())
    except KeyError:
        return False
    return True
