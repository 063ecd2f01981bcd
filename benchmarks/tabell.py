"""The table on stdout."""

from typing import Any


def skriv(funnet: dict[str, Any]) -> None:
    """One line a measurement: median ms per size, ratio to its floor, growth between the sizes."""
    storrelser = list(funnet)
    hode = [f"{s:>10} ms {'x gulv':>8} {'sp.':>4}" for s in storrelser]
    print(f"{'':44}" + " ".join(hode) + f" {'vekst':>6}")
    for navn, forste in funnet[storrelser[0]].items():
        celler, tider = [], []
        for s in storrelser:
            rad = funnet[s][navn]
            tider.append(rad["ms"])
            forhold = f"{rad['ms'] / funnet[s][rad['gulv']]['ms']:.2f}" if rad["gulv"] in funnet[s] else "–"
            celler.append(f"{rad['ms']:>10.2f}    {forhold:>8} {rad['sporringer'] or '':>4}")
        vekst = f"{tider[-1] / tider[0]:.2f}" if len(tider) > 1 else ""
        print(f"{navn:44}" + " ".join(celler) + f" {vekst:>6}  (gulv: {forste['gulv']})")
