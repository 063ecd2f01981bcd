"""What a deadline says: a day, a year, every year. What it may mean besides is told, not guessed."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from felles.dato import MANEDER, finn_datoer

from .ordliste import LOPENDE

MANED = "|".join(navn[:3] for navn in MANEDER)
ER_LOPENDE = re.compile(rf"\b(?:{LOPENDE})", re.IGNORECASE)
FRA = re.compile(r"\b(?:fra|frå|fra og med|f\.o\.m\.?)\s+(?:\w+\s+)?20\d\d", re.IGNORECASE)
KVARTAL = re.compile(r"\b(?:Q|K)?([1-4])\.?\s*(?:kvartal|kv\.|(?<=[QK]\d)|(?<=[QK]\d\.))\s*(20\d\d)", re.IGNORECASE)
TERTIAL = re.compile(r"\b([1-3])\.?\s*tertial\s*(20\d\d)", re.IGNORECASE)
ARSSKIFTE = re.compile(r"\bårsskifte\w*\s+(20\d\d)\s*[/–-]\s*(?:20)?\d\d\b", re.IGNORECASE)
HALVAR = re.compile(r"\b([12])\.?\s*halvår\s*(20\d\d)", re.IGNORECASE)
UKE = re.compile(r"\b(?:uke|veke)\s*(\d{1,2})\s*[,/ ]\s*(20\d\d)", re.IGNORECASE)
MANED_AR = re.compile(rf"\b({MANED})[a-z]*\.?\s+(20\d\d|\d\d)\b", re.IGNORECASE)
UTEN_AR = re.compile(rf"\b(\d{{1,2}})\.\s*({MANED})[a-z]*\b", re.IGNORECASE)
DAG_MANED_AR = re.compile(rf"\b\d{{1,2}}\.?\s*(?:{MANED})[a-z]*\.?\s+20\d\d\b", re.IGNORECASE)
DAG = re.compile(r"\b\d{1,2}[./]\s?\d{1,2}[./]\s?(?:20)?\d\d\b")
AR = re.compile(r"\b(20\d\d)\b")
TIL_AR = re.compile(r"\b20\d\d\s*(?:[-–/]|til)\s*(?=20\d\d\b)", re.IGNORECASE)  # from one year to another
TO_AR = re.compile(r"\b20\d\d\s*/\s*(\d\d)\b(?!\d)")  # the school year 2028/29
ANTYDER_TID = re.compile(rf"\b20\d\d\b|\b\d{{1,2}}\.\s?\d{{1,2}}\.|\b(?:{LOPENDE}|snarest)", re.IGNORECASE)


@dataclass(frozen=True)
class Tid:
    """`spor` is a question for the one who brings the plan in; empty when there is none."""

    dag: date | None = None
    ar: int | None = None
    lopende: bool = False
    spor: str = ""


def les_frist(tekst: str, forste_ar: int | None = None) -> Tid:
    """The last day the words allow. A year alone gives the year; nothing understood gives a question."""
    lopende = bool(ER_LOPENDE.search(tekst))
    if lopende and FRA.search(tekst):
        return Tid(lopende=True)
    days = finn_datoer(tekst)
    if not days and (DAG.search(tekst) or DAG_MANED_AR.search(tekst)):
        return Tid(lopende=lopende, spor="er ingen dag i kalenderen")
    days = days or _perioder(tekst)
    if days:
        spor = f"har flere dager, den siste ({max(days):%d.%m.%Y}) er brukt" if len(days) > 1 else ""
        return Tid(max(days), max(days).year, lopende, spor)
    if arene := {int(ar) for ar in AR.findall(TIL_AR.sub("", tekst))}:
        skolear = {2000 + int(two) for two in TO_AR.findall(tekst)}
        spor = f"har flere år, det siste ({max(arene)}) er brukt" if len(arene) > 1 else ""
        return Tid(ar=max(arene | skolear), lopende=lopende, spor=spor)
    if lopende:
        return Tid(lopende=True)
    if match := UTEN_AR.search(tekst):
        dag = _dag(forste_ar or 0, _nummer(match[2]), int(match[1]))
        return Tid(
            dag,
            dag.year if dag else None,
            spor="mangler årstall, planens første år er brukt" if dag else "mangler årstall",
        )
    return Tid(spor="er ikke forstått som tid")


def antyder_tid(tekst: str) -> bool:
    """Whether the words say something of when."""
    return bool(ANTYDER_TID.search(tekst))


def _nummer(word: str) -> int:
    return next(nr for nr, navn in enumerate(MANEDER, 1) if navn.startswith(word.lower()[:3]))


def _dag(ar: int, maned: int, dag: int) -> date | None:
    try:
        return date(ar, maned, dag)
    except ValueError:
        return None


def _perioder(tekst: str) -> list[date]:
    """The last day of each quarter, half-year, week or month that is named with its year."""
    months = [(int(m[2]), int(m[1]) * 3) for m in KVARTAL.finditer(tekst)]
    months += [(int(m[2]), int(m[1]) * 4) for m in TERTIAL.finditer(tekst)]
    months += [(int(m[2]), int(m[1]) * 6) for m in HALVAR.finditer(tekst)]
    months += [(int(m[1]), 12) for m in ARSSKIFTE.finditer(tekst)]
    months += [(int(m[2]) % 2000 + 2000, _nummer(m[1])) for m in MANED_AR.finditer(tekst)]
    weeks = [date.fromisocalendar(int(m[2]), int(m[1]), 7) for m in UKE.finditer(tekst) if 1 <= int(m[1]) <= 52]
    return [date(ar, maned, monthrange(ar, maned)[1]) for ar, maned in months] + weeks
