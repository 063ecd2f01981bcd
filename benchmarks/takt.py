"""How time is taken: what is to be compared runs in turn, A B A B and then B A B A, and the medians are kept."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

RUNDER, NOYE = 40, 100  # most; and where a goal is a matter of a few per cent


@dataclass(frozen=True)
class Kall:
    """What is timed; `forst` is done before each time, outside the clock."""

    kall: Callable[[], Any]
    forst: Callable[[], Any] = lambda: None


@dataclass(frozen=True)
class Gruppe:
    """Measurements that are compared with each other. `gulv`: name → the name it is a ratio of."""

    kall: dict[str, Kall]
    gulv: dict[str, str]
    runder: int = RUNDER

    def bare(self, navn: str) -> "Gruppe":
        """Only what has this in its name, and what that is compared with."""
        valgt = {k for k in self.kall if navn in k}
        valgt |= {self.gulv[k] for k in valgt if k in self.gulv}
        return Gruppe({k: v for k, v in self.kall.items() if k in valgt}, self.gulv, self.runder)


def tell_sporringer(kall: Kall) -> int:
    """How many statements one call sends to the main database."""
    from django.db import connection

    antall = 0

    def tell(execute: Any, sql: str, *rest: Any) -> Any:
        nonlocal antall
        antall += 1
        return execute(sql, *rest)

    kall.forst()
    with connection.execute_wrapper(tell):
        kall.kall()
    return antall


def vekselvis(alle: dict[str, Kall], runder: int) -> dict[str, list[float]]:
    """Milliseconds of each, round by round, after two rounds that do not count."""
    tider: dict[str, list[float]] = {navn: [] for navn in alle}
    for runde in range(-2, runder):
        for navn in list(alle) if runde % 2 else reversed(alle):
            alle[navn].forst()
            start = time.perf_counter()
            alle[navn].kall()
            ms = (time.perf_counter() - start) * 1000
            if runde >= 0:
                tider[navn].append(ms)
    return tider


def forhold(a: list[float], b: list[float]) -> float:
    """The median of the rounds' own ratios: what disturbs a round disturbs both."""
    return statistics.median(x / y for x, y in zip(a, b, strict=True))


def mal(gruppe: Gruppe) -> dict[str, Any]:
    """Name → median ms, ratio to its floor, statements."""
    sporringer = {navn: tell_sporringer(kall) for navn, kall in gruppe.kall.items()}
    tider = vekselvis(gruppe.kall, gruppe.runder)
    return {
        navn: {
            "ms": statistics.median(malt),
            "gulv": gruppe.gulv.get(navn, navn),
            "forhold": forhold(malt, tider[gruppe.gulv.get(navn, navn)]),
            "sporringer": sporringer[navn],
        }
        for navn, malt in tider.items()
    }
