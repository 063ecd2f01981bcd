"""From the sentence of responsible parties to parties in order, with units and roles."""

import re
from collections.abc import Iterable, Iterator

from .funn import LestPart

HOVED, MED, SAMARBEID, USPESIFISERT = "hovedansvarlig", "medansvarlig", "samarbeidspart", "uspesifisert"
# A known name is held together while the sentence is split.
FAST, KOMMA = "\ue000", "\ue001"
TIL_SAMARBEID = re.compile(r"\s+(?:i samarbeid )?med\s+")
APEN = re.compile(r"^(andre .+?)(?: som (.+))?$")


def les_ansvar(text: str, kjente: Iterable[str] = ()) -> list[LestPart]:
    """The party named first is hovedansvarlig (the plan's own rule); those after «med» are samarbeidsparter."""
    for name in sorted(kjente, key=len, reverse=True):
        text = text.replace(name, name.replace(" ", FAST).replace(",", KOMMA))
    parts: list[LestPart] = []
    for place, section in enumerate(_split(text.rstrip(" ."), TIL_SAMARBEID)):
        for name, units, role in _parties(section, MED if place == 0 else SAMARBEID):
            for unit in units or [""]:
                parts.append(LestPart(_loose(name), role if parts else HOVED, _loose(unit)))
    return parts


def _loose(text: str) -> str:
    return text.replace(FAST, " ").replace(KOMMA, ",")


def _split(text: str, pattern: re.Pattern[str]) -> list[str]:
    """Split where the pattern stands outside parentheses."""
    found, start = [], 0
    for match in pattern.finditer(text):
        if text.count("(", 0, match.start()) == text.count(")", 0, match.start()):
            found.append(text[start : match.start()])
            start = match.end()
    return [*found, text[start:]]


def _parties(section: str, role: str) -> Iterator[tuple[str, list[str], str]]:
    if section.startswith("andre ") and (match := APEN.match(section)):
        yield match[1], [], USPESIFISERT
        if match[2]:
            yield from _parties(match[2], role)
        return
    for item in _split(section, re.compile(r",\s*(?:og\s+)?|\s+og\s+")):
        name, _, units = item.partition("(")
        if name.strip().startswith("andre "):
            yield name.strip(), [], USPESIFISERT
        elif name.strip():
            yield name.strip(), [unit for unit in re.split(r",\s*|\s+og\s+", units.rstrip(")")) if unit], role
