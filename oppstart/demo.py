"""`python3 manage.py demo`: the product on its own servers, watched over until someone says stop."""

import argparse
import hashlib
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import time
import webbrowser
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from . import laas, miljo, sjekk, system, tjenester
from .postgres import Postgres
from .prosess import Avbrutt, birth, end_leftovers, hear_no_more_wishes, hear_wishes, heed_wish, see_out, spawn, stop
from .skjerm import Stopp, elapsed, run_logged, say, seconds, step, tail
from .stier import ENVIRONMENT, LOGS, ROOT, RUNNING, SECRETS, VAR, database_state, socket_folder
from .valkey import Valkey

HOST, PORT, PORTS_TRIED = "127.0.0.1", 8000, 50
DATABASE, KEYS = "handlingsplan", "handlingsplan_nokler"
ADDRESSES = ("DATABASE_URL", "DATABASE_OWNER_URL", "LOGG_DATABASE_URL", "NOKKEL_DATABASE_URL", "REDIS_URL")
RESTARTS, WINDOW = 5, 60  # more deaths than this in so many seconds: something is wrong, stop


def command(argv: list[str]) -> int:
    """Run the demo; the exit code is 0 when it was asked to stop or already runs."""
    choices = parse(argv[2:])
    miljo.prepare_var()
    if not laas.take():
        return already_running(choices)
    miljo.enter(miljo.DEMO, argv)
    laas.keep()
    return Demo(choices).run()


def parse(args: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="manage.py demo", description="Kjører Handlingsplan med egne tjenere.")
    parser.add_argument("--port", type=int, default=PORT, help="porten den helst skal bruke (8000)")
    parser.add_argument("--sjekk", action="store_true", help="start, kontroller, stopp; 0 når alt virker")
    parser.add_argument("--nullstill", action="store_true", help="slett demodataene og begynn på nytt")
    parser.add_argument("--ekstern", action="store_true", help="bruk tjenerne som er gitt i miljøvariablene")
    parser.add_argument("--apne", action="store_true", help="åpne nettleseren når den er klar")
    return parser.parse_args(args)


def already_running(choices: argparse.Namespace) -> int:
    """Say where the first one is; check that one when asked to check."""
    running = laas.read(RUNNING)
    url = running.get("url")
    if choices.nullstill:
        raise Stopp("Demoen kjører. Stopp den med Ctrl-C i vinduet sitt før du nullstiller.")
    if not url:
        say(f"Demoen er i ferd med å starte (prosess {running.get('pid', 'ukjent')}).")
        return 0
    say(f"Demoen kjører allerede: {url} (prosess {running['pid']})")
    if choices.sjekk:
        sjekk.check_pages(url)
        sjekk.check_pdf(os.environ | laas.read(ENVIRONMENT), miljo.DEMO.python)
        sjekk.check_ready(url)
        say("Alt virker.")
    return 0


@dataclass
class Tjeneste:
    """One thing that must stay up: how it is started, and how often it died lately."""

    name: str
    start: Callable[[], subprocess.Popen[bytes]]
    child: subprocess.Popen[bytes] | None = None
    deaths: list[float] = field(default_factory=list)

    def up(self) -> None:
        self.child = self.start()

    def look_after(self) -> bool:
        """Start it again when it has died; True if so. Raises Stopp when it keeps dying."""
        if self.child is None or self.child.poll() is None:
            return False
        now = time.monotonic()
        self.deaths = [*(t for t in self.deaths if now - t < WINDOW), now]
        if len(self.deaths) > RESTARTS:
            raise Stopp(f"{self.name} stopper hele tiden:\n{tail(LOGS / f'{self.name}.log')}")
        say(f"{self.name} stoppet (kode {self.child.returncode}). Starter igjen.")
        time.sleep(len(self.deaths) - 1)  # what the dead one held may still be held by its children
        try:
            self.up()
        except RuntimeError as problem:
            say(str(problem))
        return True


class Demo:
    """Starts everything in order, checks it, waits, and stops it in the reverse order."""

    def __init__(self, choices: argparse.Namespace) -> None:
        self.choices = choices
        self.services: list[Tjeneste] = []
        self.sockets: Path | None = None
        self.url = ""  # set when the first page has answered
        self.bin = miljo.DEMO.folder / "bin"

    def run(self) -> int:
        hear_wishes()
        try:
            self._clean_up_after_killed()
            self._start()
            if self.choices.sjekk:
                say("Alt virker.")
            else:
                self._wait()
        except Avbrutt:
            say("")
        finally:
            hear_no_more_wishes()
            self._stop()
        return 0

    def _note(self) -> None:
        """Write down who we are, for a second start and for the one that cleans up if we are killed."""
        children = [s.child.pid for s in self.services if s.child is not None]
        born = {str(pid): birth(pid) for pid in children}
        sockets = str(self.sockets or "")
        laas.write(RUNNING, {"pid": os.getpid(), "url": self.url, "sockets": sockets, "children": born})

    def _clean_up_after_killed(self) -> None:
        """A demo that was killed leaves its note; the kernel has told its children to stop."""
        former = laas.read(RUNNING)
        self._note()
        end_leftovers(former.get("children", {}))
        if former.get("sockets"):
            shutil.rmtree(former["sockets"], ignore_errors=True)

    # --- Up ---------------------------------------------------------------------------------------------------

    def _start(self) -> None:
        has_pdf = system.ensure_pango()
        if not has_pdf:
            missing = system.missing_pango()
            say(f"PDF er ikke tilgjengelig: maskinen mangler {', '.join(missing)}. Nettsidene virker likevel.")
            say(f"Kjør dette for å få PDF: {system.apt_line(missing)}")
        self.env = self._outer_servers() if self.choices.ekstern else self._own_servers()
        laas.write(ENVIRONMENT, self.env)
        self._prepare()
        url, self.listener = self._listen()  # ours for as long as we run: a web server that restarts finds it again
        child_env = self._child_environment()
        web = self._command(tjenester.web(f"fd://{self.listener.fileno()}"))
        self._serve("web", web, child_env, self.listener.fileno())
        with step("Starter nettsidene"):
            sjekk.wait_for_web(url, self.services[-1].child)
        sjekk.check_pages(url)
        self.url = url
        say(f"{seconds(elapsed()):>8}  Første side er klar på {self.url}")
        self._note()
        if has_pdf:  # the worker's code needs those libraries
            worker_env = child_env | {"DATABASE_URL": self.env["WORKER_DATABASE_URL"], "ADRESSE": self.url}
            self._serve("worker", self._command(tjenester.worker()), worker_env)
            self._serve("beat", self._command(tjenester.beat(str(VAR / "beat"))), worker_env)
            sjekk.check_pdf(os.environ | self.env, miljo.DEMO.python)
            sjekk.check_ready(self.url)

    def _own_servers(self) -> dict[str, str]:
        state = database_state()
        if self.choices.nullstill:
            with step("Sletter demodataene"):
                Postgres(state, state / "s").stop_stale()
                shutil.rmtree(state, ignore_errors=True)
                shutil.rmtree(SECRETS, ignore_errors=True)
        self.sockets = socket_folder()
        postgres = Postgres(state, self.sockets, log=LOGS / "postgres.log")
        with step("Starter PostgreSQL" if postgres.data.exists() else "Lager og starter PostgreSQL"):
            self._keep_up("postgres", postgres)
            if not self._marker.exists():  # a first start that was interrupted: begin anew
                postgres.drop_databases(DATABASE, KEYS)
            postgres.create_databases(DATABASE, KEYS)
        valkey = Valkey(self.sockets, log=LOGS / "valkey.log")
        with step("Starter Valkey"):
            self._keep_up("valkey", valkey)
        env = {
            "DATABASE_URL": postgres.url("hp_web", DATABASE),
            "WORKER_DATABASE_URL": postgres.url("hp_worker", DATABASE),
            "DATABASE_OWNER_URL": postgres.url("hp_migrate", DATABASE),
            "LOGG_DATABASE_URL": postgres.url("hp_logg", DATABASE),
            "NOKKEL_DATABASE_URL": postgres.url("hp_nokkel", KEYS),
            "REDIS_URL": valkey.url(),
        }
        return env | self._common_environment()

    def _outer_servers(self) -> dict[str, str]:
        missing = [name for name in ADDRESSES if not os.environ.get(name)]
        if missing:
            raise Stopp(f"--ekstern trenger {', '.join(missing)} i miljøet. Se README, «Kjøre i produksjon».")
        env = {name: os.environ[name] for name in ADDRESSES}
        env["WORKER_DATABASE_URL"] = os.environ.get("WORKER_DATABASE_URL", env["DATABASE_URL"])
        return env | self._common_environment()

    def _common_environment(self) -> dict[str, str]:
        SECRETS.mkdir(mode=0o700, exist_ok=True)
        return {
            "DEMO": "1",
            "ALLOWED_HOSTS": f"{HOST},localhost",
            "SECRET_KEY_FILE": self._secret("secret_key"),
            "KEK_FILE": self._secret("kek"),
            "LOGGHODE_MAPPE": str(database_state() / "logghode"),
            "DJANGO_SETTINGS_MODULE": "handlingsplan.settings.prod",
        }

    def _secret(self, name: str) -> str:
        path = SECRETS / name
        if not path.exists():
            with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as out:
                out.write(secrets.token_urlsafe(42))
        return str(path)

    @property
    def _marker(self) -> Path:
        """Written when `klargjor` has finished; holds what the code looked like then."""
        return database_state() / "klargjort"

    def _prepare(self) -> None:
        code = code_fingerprint()
        if self._marker.exists() and self._marker.read_text() == code and not self.choices.ekstern:
            return
        log = LOGS / "klargjor.log"
        with step("Lager tabeller, laster planen og demodata") as progress:
            args = [str(miljo.DEMO.python), "manage.py", "klargjor", "--demodata"]
            env = os.environ | self.env
            if run_logged(args, log=log, env=env, cwd=ROOT, progress=progress, far=lambda: tail(log, 1)):
                raise Stopp(
                    f"Klargjøringen feilet. Slutten av {log}:\n{tail(log)}\n"
                    "Er dataene fra en eldre utgave, begynn på nytt med: python3 manage.py demo --nullstill"
                )
        if not self.choices.ekstern:
            self._marker.write_text(code)

    def _listen(self) -> tuple[str, socket.socket]:
        """Take the port ourselves, the wished one or the next that is free."""
        for port in range(self.choices.port, self.choices.port + PORTS_TRIED):
            listener = socket.socket()
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                listener.bind((HOST, port))
                listener.listen(512)
            except (OSError, OverflowError):
                listener.close()
                continue
            if port != self.choices.port:
                say(f"          Port {self.choices.port} er opptatt. Bruker {port}.")
            return f"http://{HOST}:{port}/", listener
        raise Stopp(f"Fant ingen ledig port fra {self.choices.port}. Velg en annen med --port.")

    def _child_environment(self) -> dict[str, str]:
        """What web, worker and beat get: never the owner's address, and nothing of what started us."""
        ours = {k: v for k, v in self.env.items() if k not in ("DATABASE_OWNER_URL", "WORKER_DATABASE_URL")}
        outer = {k: v for k, v in os.environ.items() if not k.startswith("HP_") and k not in ADDRESSES}
        return outer | ours | {"PYTHONUNBUFFERED": "1"}

    def _command(self, args: list[str]) -> list[str]:
        """The same program as in production, from our environment's folder."""
        return [str(miljo.DEMO.python), str(self.bin / args[0]), *args[1:]]

    def _serve(self, name: str, args: list[str], env: dict[str, str], *fds: int) -> None:
        log = LOGS / f"{name}.log"
        log.unlink(missing_ok=True)
        service = Tjeneste(name, lambda: spawn(args, log=log, env=env, cwd=ROOT, pass_fds=fds))
        self.services.append(service)
        service.up()
        self._note()

    def _keep_up(self, name: str, server: Postgres | Valkey) -> None:
        service = Tjeneste(name, server.up)
        self.services.append(service)
        try:
            service.up()
        finally:
            service.child = server.child
            self._note()

    # --- Stay and down ----------------------------------------------------------------------------------------

    def _wait(self) -> None:
        say()
        say(f"  Handlingsplan kjører på  {self.url}")
        say("  Logg inn med én knapp: Kari Nordby er SLT-koordinator, Per Haug lærer, Ola Berg politikontakt.")
        say(f"  Logger ligger i {LOGS.relative_to(ROOT)}/. Stopp med Ctrl-C.")
        say()
        if self.choices.apne:
            webbrowser.open(self.url)
        while True:
            heed_wish()
            time.sleep(0.3)
            restarted = [service.look_after() for service in self.services]
            if any(restarted):
                self._note()

    def _stop(self) -> None:
        with step("Stopper"):
            running = {s.name: s.child for s in self.services if s.child is not None and s.child.poll() is None}
            ours = [running[name] for name in ("beat", "worker", "web") if name in running]
            for child in ours:
                child.send_signal(signal.SIGTERM)
            for child in ours:
                see_out(child, seconds=6)
            for name, signum in (("valkey", signal.SIGTERM), ("postgres", signal.SIGINT)):
                if name in running:
                    stop(running[name], signum)
            for path in (RUNNING, ENVIRONMENT):
                path.unlink(missing_ok=True)
            if self.sockets is not None:
                shutil.rmtree(self.sockets, ignore_errors=True)


def code_fingerprint() -> str:
    """Changes when the code or the fixtures do; then `klargjor` is run again."""
    digest = hashlib.sha256(sys.version.encode())
    for folder in sorted(path for path in ROOT.iterdir() if path.is_dir() and not path.name.startswith(".")):
        if folder.name in ("tests", "docs", "static", "templates", "benchmarks"):
            continue
        for path in sorted(folder.rglob("*")):
            if path.suffix in (".py", ".sql", ".json", ".po", ".toml") and path.is_file():
                digest.update(str(path.relative_to(ROOT)).encode() + path.read_bytes())
    return digest.hexdigest()
