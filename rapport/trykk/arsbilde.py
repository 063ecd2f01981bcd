"""The year as it was when the report was ordered: one frozen value, no rows and no lazy text in it.

The report is made from this alone, today and in ten years. It holds plan data and figures that were published
ready-suppressed; a case, a person's name in a case or an unsuppressed count has no place to stand here.
"""

import hashlib
import json
import re
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

TEKST_MAKS = 4000
TITTEL_MAKS = 200
TILTAK_MAKS = 60
_STYRETEGN = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufff0-\ufffb\ufffe\uffff]")
_USYNLIG = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
_LANGT_ORD = re.compile(r"(\S{50})(?=\S)")


def rens(tekst: str, maks: int = TEKST_MAKS) -> str:
    """Text that can be set: no control characters, no endless word, no more than a page of it (B14)."""
    tekst = _LANGT_ORD.sub(r"\1 ", _STYRETEGN.sub(" ", _USYNLIG.sub("", tekst.replace("\r\n", "\n"))).strip())
    return tekst if len(tekst) <= maks else tekst[: maks - 1].rstrip() + "…"


@dataclass(frozen=True)
class Tiltaksbilde:
    """One tiltak in its year. `historikk` has what was reported each year before this, None where nothing was.

    `status` is the last one reported; `fra_ar` says from which year when that is not this one.
    """

    nr: int
    tittel: str
    ansvarlig: str
    medansvarlige: tuple[str, ...]
    historikk: tuple[str | None, ...]
    status: str
    fra_ar: int | None = None
    gjort: str = ""
    avvik: str = ""
    neste_steg: str = ""
    frist: date | None = None
    rapporteres_ikke_videre: bool = False
    bevis: tuple[str, ...] = ()

    @property
    def i_fjor(self) -> str | None:
        return self.historikk[-1] if self.historikk else None

    @property
    def mangler_svar(self) -> bool:
        """Nothing was reported this year, and something should have been."""
        return self.fra_ar is not None and not self.rapporteres_ikke_videre


@dataclass(frozen=True)
class Omradebilde:
    nr: int
    tittel: str
    tiltak: tuple[Tiltaksbilde, ...]


@dataclass(frozen=True)
class Sakstall:
    """One kind of act and how many there were each year, already suppressed: a number, "under 5" or unknown."""

    navn: str
    verdier: tuple[int | str | None, ...]


@dataclass(frozen=True)
class Arsbilde:
    """All that the report of a year says."""

    ar: int
    kommune: str
    plantittel: str
    planperiode: str
    status_per: date
    arene: tuple[int, ...]
    omrader: tuple[Omradebilde, ...]
    gode_i_fjor: int | None = None
    saker: tuple[Sakstall, ...] = ()
    saker_per: date | None = None
    deltakere: tuple[tuple[int, int | str], ...] = ()
    aarshjul: tuple[tuple[int, str], ...] = ()
    mottaker: str = ""
    beslutning: str = ""

    @property
    def tiltak(self) -> tuple[Tiltaksbilde, ...]:
        return tuple(tiltak for omrade in self.omrader for tiltak in omrade.tiltak)

    def til_json(self) -> dict[str, Any]:
        return json.loads(json.dumps(asdict(self), default=date.isoformat))

    def avtrykk(self) -> str:
        """The data version: the same facts give the same print, whatever day they are asked for."""
        fakta = self.til_json() | {"status_per": None, "saker_per": None}
        return hashlib.sha256(json.dumps(fakta, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def _dato(verdi: str | None) -> date | None:
    return date.fromisoformat(verdi) if verdi else None


def _tiltak(data: dict[str, Any]) -> Tiltaksbilde:
    felter = data | {
        "frist": _dato(data["frist"]),
        "medansvarlige": tuple(data["medansvarlige"]),
        "historikk": tuple(data["historikk"]),
        "bevis": tuple(data.get("bevis", ())),
    }
    return Tiltaksbilde(**felter)


def fra_json(data: dict[str, Any]) -> Arsbilde:
    """The frozen value back from the stored snapshot. Raises on anything that is not one."""
    if sum(len(omrade["tiltak"]) for omrade in data["omrader"]) > TILTAK_MAKS:
        raise ValueError("For mange tiltak i én rapport.")
    felter = data | {
        "status_per": date.fromisoformat(data["status_per"]),
        "saker_per": _dato(data["saker_per"]),
        "arene": tuple(data["arene"]),
        "omrader": tuple(
            Omradebilde(o["nr"], o["tittel"], tuple(_tiltak(t) for t in o["tiltak"])) for o in data["omrader"]
        ),
        "saker": tuple(Sakstall(r["navn"], tuple(r["verdier"])) for r in data["saker"]),
        "deltakere": tuple((ar, antall) for ar, antall in data["deltakere"]),
        "aarshjul": tuple((mnd, tekst) for mnd, tekst in data["aarshjul"]),
    }
    return Arsbilde(**felter)
