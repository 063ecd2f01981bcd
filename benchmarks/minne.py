"""Resident memory of the running demo, process by process. PSS: a page shared by n processes counts 1/n in each."""

from pathlib import Path

from oppstart import laas
from oppstart.stier import RUNNING

PROC = Path("/proc")


def _etterkommere(rot: int) -> list[int]:
    """The launcher and everything it started."""
    barn: dict[int, list[int]] = {}
    for mappe in PROC.iterdir():
        if mappe.name.isdigit():
            try:
                forelder = int((mappe / "stat").read_text().rpartition(")")[2].split()[1])
            except (OSError, ValueError):
                continue
            barn.setdefault(forelder, []).append(int(mappe.name))
    funnet, neste = [], [rot]
    while neste:
        pid = neste.pop()
        funnet.append(pid)
        neste += barn.get(pid, [])
    return funnet


def _mib(pid: int, navn: str) -> float:
    for linje in (PROC / str(pid) / "smaps_rollup").read_text().splitlines():
        if linje.startswith(navn):
            return int(linje.split()[1]) / 1024
    return 0.0


def skriv() -> int:
    """One line a process and the sum; 1 when no demo runs."""
    pid = laas.read(RUNNING).get("pid") if laas.is_running() else None
    if not pid:
        print("Ingen demo kjører her. Start den med «python3 manage.py demo» i et annet vindu.")
        return 1
    sum_ = 0.0
    print(f"{'pid':>8} {'PSS MiB':>8} {'RSS MiB':>8}  prosess")
    for en in _etterkommere(int(pid)):
        try:
            pss, rss = _mib(en, "Pss:"), _mib(en, "Rss:")
            navn = (PROC / str(en) / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
        except OSError:
            continue
        sum_ += pss
        print(f"{en:>8} {pss:>8.1f} {rss:>8.1f}  {navn[:90]}")
    print(f"{'sum':>8} {sum_:>8.1f}")
    return 0
