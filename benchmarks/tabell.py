"""The tables on stdout: the walls, everything else, the goals."""

from typing import Any

from .mal import sammen
from .vegger import VEGGER

KOLONNER = [f"uten {vegg}" for vegg in VEGGER] + ["uten vegger"]


def skriv(funnet: dict[str, Any]) -> None:
    """All of them; what was not measured is left out."""
    storrelser = [s for s in funnet if s.isdigit()]
    _vegger(funnet, storrelser)
    _malt(funnet, storrelser)
    _rader(funnet, storrelser)
    _mal(funnet)


def _tall(saker: str) -> str:
    return f"{int(saker):,} saker".replace(",", " ")


def _vegger(funnet: dict[str, Any], storrelser: list[str]) -> None:
    """One line a page and reader: what it takes with all walls, and how many times the page without each that is."""
    for s in storrelser:
        sider = dict.fromkeys(n.rpartition(": ")[0] for n in funnet[s]["malt"] if n.startswith("vegg: "))
        if not sider:
            continue
        print(f"\nHver vegg: siden mot den samme uten veggen, {_tall(s)}")
        print(f"{'':34}{'ms':>7} {'sp.':>4}" + "".join(f"{k.removeprefix('uten '):>12}" for k in [*VEGGER, "alle"]))
        for side in sider:
            malt = {
                navn.rpartition(": ")[2]: rad for navn, rad in funnet[s]["malt"].items() if navn.startswith(f"{side}: ")
            }
            alle = malt["alle vegger"]
            celler = "".join(f"{1 / malt[k]['forhold']:>11.2f}x" if k in malt else f"{'–':>12}" for k in KOLONNER)
            print(f"{side[6:]:34}{alle['ms']:>7.2f} {alle['sporringer']:>4}{celler}")


def _malt(funnet: dict[str, Any], storrelser: list[str]) -> None:
    """One line a measurement: median ms, ratio to its floor and statements per size; growth of the ratio."""
    navnene = [n for n in funnet[storrelser[0]]["malt"] if not n.startswith("vegg: ")]
    if not navnene:
        return
    print("\nForhold til gulvet" + " " * 26 + "".join(f"{_tall(s):>20}      " for s in storrelser))
    print(f"{'':44}" + "".join(f"{'ms':>10} {'x gulv':>8} {'sp.':>4}   " for _ in storrelser) + f"{'vekst':>6}")
    for navn in navnene:
        rader = [funnet[s]["malt"][navn] for s in storrelser]
        celler = "".join(f"{r['ms']:>10.2f} {r['forhold']:>8.2f} {r['sporringer'] or '':>4}   " for r in rader)
        print(f"{navn:44}{celler}{rader[-1]['forhold'] / rader[0]['forhold']:>6.2f}")
    print("x gulv: mot det første i hver bolk. vekst: forholdet ved siste størrelse mot første.")


def _rader(funnet: dict[str, Any], storrelser: list[str]) -> None:
    rader = [funnet[s].get("rader", {}) for s in storrelser]
    if not all(rader):
        return
    print("\nRader rørt i saksdelens tabeller" + " " * 12 + "".join(f"{_tall(s):>16}" for s in storrelser))
    for navn in rader[0]:
        print(f"{navn:44}" + "".join(f"{r[navn]:>16}" for r in rader))


def _mal(funnet: dict[str, Any]) -> None:
    mal = sammen(funnet)
    if not mal:
        return
    print("\nMål" + " " * 61 + f"{'målt':>10}    {'grense':>9}")
    for m in mal:
        tegn = "≥" if m.minst else "≤"
        tall = f"{m.verdi:>10.3f}" if m.verdi < 1000 else f"{m.verdi:>10,.0f}".replace(",", " ")
        grense = f"{m.grense:g}" if m.grense < 1000 else f"{m.grense:,.0f}".replace(",", " ")
        print(f"{m.navn:64}{tall}  {tegn} {grense:>9}  {'nådd' if m.nadd else 'IKKE NÅDD'}")
    print(f"{sum(m.nadd for m in mal)} av {len(mal)} mål er nådd.")
