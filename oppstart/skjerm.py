"""What the user sees while it starts: one line a step, with what it does and how far it is."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from .prosess import die_with_parent, heed_wish, stop

# The clock starts with the first process; a re-exec inside the environment goes on counting.
BEGAN = float(os.environ.setdefault("HP_BEGYNTE", str(time.time())))


class Stopp(Exception):
    """Something the user must be told in plain words; the text says what to do."""


def elapsed() -> float:
    return time.time() - BEGAN


def seconds(value: float) -> str:
    return f"{value:.1f}".replace(".", ",") + " s"


def say(text: str = "") -> None:
    print(text, flush=True)


def _tty(text: str) -> None:
    if sys.stdout.isatty():
        print(f"\r\033[K{text}", end="", flush=True)


@contextmanager
def step(text: str) -> Iterator[Callable[[str], None]]:
    """Print the step, let it tell how far it is on a screen, and print its seconds when done."""
    heed_wish()
    began = time.monotonic()
    head = f"{seconds(elapsed()):>8}  {text} …"
    print(head, end="", flush=True)

    def progress(far: str) -> None:
        _tty(f"{head} {far[:60]} ({seconds(time.monotonic() - began)})")

    def end(how: str) -> None:
        _tty(head)
        say(f" {how} {seconds(time.monotonic() - began)}")

    try:
        yield progress
    except BaseException:
        end("stoppet etter")
        raise
    end("ferdig på")


def run_logged(
    args: Sequence[str | Path],
    *,
    log: Path,
    env: Mapping[str, str] | None = None,
    cwd: Path | None = None,
    progress: Callable[[str], None] | None = None,
    far: Callable[[], str] | None = None,
) -> int:
    """Run a command with its output in `log`, ticking on the screen; return its exit code.

    The command dies with us, also by kill -9."""
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("wb") as out:
        child = subprocess.Popen(
            [str(a) for a in args],
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT,
            env=dict(env) if env is not None else None,
            cwd=cwd,
            preexec_fn=die_with_parent(),
        )
        try:
            while True:
                heed_wish()
                try:
                    return child.wait(0.2)
                except subprocess.TimeoutExpired:
                    if progress:
                        progress(far() if far else "arbeider")
        finally:
            stop(child)


def tail(log: Path, lines: int = 15) -> str:
    """The end of a log, for the message about what went wrong."""
    try:
        return "\n".join(log.read_text(errors="replace").splitlines()[-lines:])
    except OSError:
        return ""
