"""The commands of web, worker and beat: one place, for the demo and for the containers.

`python -m oppstart.tjenester web` becomes that command."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

MEMORY_FOLDER = Path("/dev/shm")  # gunicorn's heartbeat must not wait for a disk


def web(bind: str, workers: int = 2) -> list[str]:
    """Sync workers: one request, one transaction, one process. `--preload` lets them share memory."""
    args = ["gunicorn", "handlingsplan.wsgi", "--bind", bind, "--workers", str(workers), "--preload"]
    args += ["--timeout", "60", "--graceful-timeout", "5", "--no-control-socket"]
    args += ["--logger-class", "handlingsplan.gunicornlogg.TryggLogger"]  # no access log: an address names a case
    if os.access(MEMORY_FOLDER, os.W_OK):
        args += ["--worker-tmp-dir", str(MEMORY_FOLDER)]
    return args


def worker() -> list[str]:
    args = ["celery", "-A", "handlingsplan", "worker", "-c", "1", "--without-gossip", "--without-mingle"]
    return [*args, "--loglevel", "WARNING"]


def beat(schedule: str) -> list[str]:
    return ["celery", "-A", "handlingsplan", "beat", "--schedule", schedule, "--pidfile", "", "--loglevel", "WARNING"]


COMMANDS: dict[str, Callable[[], list[str]]] = {
    "web": lambda: web("0.0.0.0:8000", int(os.environ.get("WEB_PROSESSER", "3"))),
    "worker": worker,
    "beat": lambda: beat("/tmp/beat"),
}

if __name__ == "__main__":
    os.execvp((command := COMMANDS[sys.argv[1]]())[0], command)
