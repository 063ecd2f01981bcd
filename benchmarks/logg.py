"""The read log under load: eight clients while the sealer runs, and then the verification of all of it (P10)."""

import os
import statistics
import subprocess
import tempfile
import threading
import time
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from .benk import Benk, forbindelse, med_forbindelse, som_eier

KLIENTER, SEKUNDER, RUNDE = 8, 15, 2  # the product seals every ten seconds, here every other
RADER, PER_RUNDE = 400_000, 20_000


def skrivefart(benk: Benk) -> dict[str, float]:
    """pgbench on the product's own function: one look-up, one durable commit. Rows a second and p99 in ms."""
    from oppstart.postgres import find_binaries

    hvem = benk.bruker("politi").pk
    with som_eier() as link:
        saker = [rad[0] for rad in link.execute("SELECT sak_id FROM bekymring_tilgang WHERE user_id = %s", [hvem])]
    ider = ", ".join(f"'{sak}'" for sak in sorted(set(saker)))
    stopp, segl = threading.Event(), []
    sealer = threading.Thread(target=_forsegl_jevnlig, args=(stopp, segl))
    with tempfile.TemporaryDirectory() as mappe:
        skript = Path(mappe) / "innsyn.sql"
        skript.write_text(
            f"\\set nr random(1, 50)\nSELECT count(*) FROM vern.innsyn(ARRAY[(ARRAY[{ider}]::uuid[])[:nr]], 'sak');\n"
        )
        base = urlsplit(os.environ["DATABASE_URL"])
        env = os.environ | {"PGOPTIONS": f"-c hp.uid={hvem}", "PGHOST": unquote(base.hostname or "")}
        env |= {"PGHOST": unquote(base.netloc.rpartition("@")[2]), "PGUSER": "hp_web", "PGDATABASE": base.path[1:]}
        sealer.start()
        ut = subprocess.run(
            [find_binaries() / "bin" / "pgbench", "-n", "-c", str(KLIENTER), "-j", "2", "-T", str(SEKUNDER),
             "-M", "prepared", "-l", f"--log-prefix={mappe}/p", "-f", skript],
            env=env, check=True, capture_output=True, text=True,
        ).stdout  # fmt: skip
        stopp.set()
        sealer.join()
        ventetid = sorted(int(linje.split()[2]) for fil in Path(mappe).glob("p.*") for linje in fil.open())
    per_sekund = next(float(linje.split()[2]) for linje in ut.splitlines() if linje.startswith("tps"))
    return {"rader/s": per_sekund, "p99 ms": ventetid[len(ventetid) * 99 // 100] / 1000, "segl imens": len(segl)}


def _forsegl_jevnlig(stopp: threading.Event, segl: list[int]) -> None:
    from vern.segl import forsegl

    with med_forbindelse(link := forbindelse("hp_worker")):
        while not stopp.wait(RUNDE):
            segl += [1] * forsegl()
        link.close()


def verifisering() -> dict[str, float]:
    """Rows verified a second, of a log sealed in rounds like those of a busy hour."""
    from vern.segl import forsegl, verifiser

    with med_forbindelse(link := forbindelse("hp_worker")), som_eier() as eier:
        for _ in range(RADER // PER_RUNDE):
            eier.execute(
                "INSERT INTO vern_innsyn (tid, bruker, roller, saker, utsnitt, soner, grunnlag) "
                "SELECT clock_timestamp(), n %% 200, '{kjernegruppemedlem}', ARRAY[gen_random_uuid()], 'sak', "
                "'{register,felles,skole}', '{gruppe}' FROM generate_series(1, %s) n",
                [PER_RUNDE],
            )
            forsegl()
        eier.execute("VACUUM ANALYZE vern_innsyn, vern_segl, bekymring_hendelse")
        tider = []
        for _ in range(5):
            start = time.perf_counter()
            rapport = verifiser()
            tider.append(time.perf_counter() - start)
            assert not rapport.brudd, rapport.brudd[:5]
        link.close()
    rader = sum(forseglet for _, forseglet, _ in rapport.logger)
    return {"rader": rader, "segl": rapport.segl, "rader/s": rader / statistics.median(tider)}


def mal(benk: Benk) -> dict[str, Any]:
    return {"skriving": skrivefart(benk), "verifisering": verifisering()}
