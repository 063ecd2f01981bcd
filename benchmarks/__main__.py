"""`python3 -m benchmarks [--json FILE] [--bare NAVN] [--saker N …] [--minne]`: all measurements as ratios.

Each size gets its own database on a throw-away, durable PostgreSQL and Valkey, filled by `fyll`; a child process
measures it. Trust the ratios and the growth, not the milliseconds.
"""

import argparse
import json
import os
import secrets
import subprocess
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path
from typing import Any

from oppstart import miljo as miljoer
from oppstart.postgres import Postgres
from oppstart.valkey import Valkey

from . import minne

ROT = Path(__file__).resolve().parents[1]


def miljo(mappe: Path, postgres: Postgres, valkey: Valkey, navn: str) -> dict[str, str]:
    """The environment of one database: production's settings, in demo mode on this machine only."""
    for fil in ("kek", "secret"):
        if not (mappe / fil).exists():
            (mappe / fil).write_text(secrets.token_urlsafe(48))
    return os.environ | {
        "DJANGO_SETTINGS_MODULE": "handlingsplan.settings.prod",
        "DEMO": "1",
        "ALLOWED_HOSTS": "127.0.0.1",
        "SECRET_KEY_FILE": str(mappe / "secret"),
        "KEK_FILE": str(mappe / "kek"),
        "DATABASE_URL": postgres.url("hp_web", navn),
        "DATABASE_OWNER_URL": postgres.url("hp_migrate", navn),
        "LOGG_DATABASE_URL": postgres.url("hp_logg", navn),
        "NOKKEL_DATABASE_URL": postgres.url("hp_nokkel", f"{navn}_nokler"),
        "BENK_GULV": postgres.dsn("postgres", navn),
        "REDIS_URL": valkey.url(),
        "LOGGHODE_MAPPE": str(mappe / f"hoder-{navn}"),
    }


def kjor(env: dict[str, str], *args: str) -> Any:
    """Run a part of the benchmark in a process of its own; what it prints is JSON."""
    ut = subprocess.run([sys.executable, "-m", *args], env=env, cwd=ROT, check=True, stdout=subprocess.PIPE)
    return json.loads(ut.stdout)


def lag(env: dict[str, str], postgres: Postgres, navn: str, saker: int) -> None:
    """Make and fill one size."""
    postgres.create_databases(navn, f"{navn}_nokler")
    for args in (
        ["manage.py", "klargjor", "--demodata"],
        ["manage.py", "fyll", "--saker", str(saker), "--brukere", "200", "--fro", "1"],
    ):
        print(f"  {' '.join(args[1:])}", file=sys.stderr, flush=True)
        subprocess.run([sys.executable, *args], env=env, cwd=ROT, check=True, stdout=subprocess.DEVNULL)
    postgres.execute(navn, "VACUUM ANALYZE")


def mal_alle(mappe: Path, postgres: Postgres, valkey: Valkey, storrelser: list[int], bare: str) -> dict[str, Any]:
    """Every size by itself, then the same list at the smallest and the largest in turn. The log is measured once."""
    funnet: dict[str, Any] = {}
    navn = {saker: f"benk_{saker}" for saker in storrelser}
    miljoene = {saker: miljo(mappe, postgres, valkey, navn[saker]) for saker in storrelser}
    for saker in storrelser:
        print(f"{saker} saker", file=sys.stderr, flush=True)
        lag(miljoene[saker], postgres, navn[saker], saker)
    if len(storrelser) > 1 and bare in "vekst":
        ytterst = [navn[min(storrelser)], navn[max(storrelser)]]
        funnet["vekst"] = kjor(miljoene[min(storrelser)], "benchmarks.vekst", *ytterst)
    for saker in storrelser:
        logg = ["--logg"] if saker == storrelser[0] else []
        funnet[str(saker)] = kjor(miljoene[saker], "benchmarks.maling", "--bare", bare, *logg)
    return funnet


def main() -> int:
    parser = argparse.ArgumentParser(prog="benchmarks", description="Måler forhold, ikke sekunder.")
    parser.add_argument("--json", type=Path, help="skriv også resultatet hit")
    parser.add_argument("--bare", default="", help="mål bare det som har dette i navnet")
    parser.add_argument("--saker", type=int, nargs="+", default=[2_000, 100_000])
    parser.add_argument("--minne", action="store_true", help="vis i stedet minnet til demoen som kjører")
    valg = parser.parse_args()
    miljoer.prepare_var()
    miljoer.enter(miljoer.DEMO, ["-m", "benchmarks", *sys.argv[1:]])
    if valg.minne:
        return minne.skriv()
    from .mal import sammen  # these need the environment that was entered above
    from .tabell import skriv

    with tempfile.TemporaryDirectory(prefix="hpb-") as navn:
        mappe = Path(navn)
        mappe.chmod(0o755)  # the server's user must be able to pass
        postgres, valkey = Postgres(mappe / "pg", mappe / "s"), Valkey(mappe / "v")
        try:
            postgres.start()
            valkey.start()
            funnet = mal_alle(mappe, postgres, valkey, valg.saker, valg.bare)
        finally:
            valkey.stop()
            postgres.stop()
    skriv(funnet)
    if valg.json:
        funnet["mål"] = [asdict(m) | {"nadd": m.nadd} for m in sammen(funnet)]
        valg.json.write_text(json.dumps(funnet, indent=2, ensure_ascii=False) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
