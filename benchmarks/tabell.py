"""The table on stdout."""

from typing import Any


def skriv(funnet: dict[str, Any]) -> None:
    """One line a measurement: median ms, ratio to its floor and queries per size; growth of the ratio between sizes."""
    storrelser = list(funnet)
    hode = "".join(f"{s:>10} ms {'x gulv':>7} {'sp.':>4} " for s in storrelser)
    print(f"{'':42}{hode}{'vekst':>6}")
    for navn in funnet[storrelser[0]]:
        linje, forhold = f"{navn:42}", []
        for s in storrelser:
            rad = funnet[s][navn]
            forhold.append(rad["ms"] / funnet[s][rad["gulv"]]["ms"])
            linje += f"{rad['ms']:>10.2f}    {forhold[-1]:>7.2f} {rad['sporringer'] or '':>4} "
        print(linje + f"{forhold[-1] / forhold[0]:>6.2f}")
    print("x gulv: mot «side: bar side» og «SQL uten vegger». vekst: forholdet ved siste størrelse mot første.")
