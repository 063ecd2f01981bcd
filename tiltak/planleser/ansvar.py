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
    for navn in sorted(kjente, key=len, reverse=True):
        text = text.replace(navn, navn.replace(" ", FAST).replace(",", KOMMA))
    parts: list[LestPart] = []
    for sted, section in enumerate(_split(text.rstrip(" ."), TIL_SAMARBEID)):
        for navn, enheter, rolle in _parties(section, MED if sted == 0 else SAMARBEID):
            for enhet in enheter or [""]:
                parts.append(LestPart(_loose(navn), rolle if parts else HOVED, _loose(enhet)))
    return parts


def _loose(tekst: str) -> str:
    return tekst.replace(FAST, " ").replace(KOMMA, ",")


def _split(tekst: str, pattern: re.Pattern[str]) -> list[str]:
    """Split where the pattern stands outside parentheses."""
    found, start = [], 0
    for match in pattern.finditer(tekst):
        if tekst.count("(", 0, match.start()) == tekst.count(")", 0, match.start()):
            found.append(tekst[start : match.start()])
            start = match.end()
    return [*found, tekst[start:]]


def _parties(section: str, rolle: str) -> Iterator[tuple[str, list[str], str]]:
    if section.startswith("andre ") and (match := APEN.match(section)):
        yield match[1], [], USPESIFISERT
        if match[2]:
            yield from _parties(match[2], rolle)
        return
    for item in _split(section, re.compile(r",\s*(?:og\s+)?|\s+og\s+")):
        navn, _, enheter = item.partition("(")
        if navn.strip().startswith("andre "):
            yield navn.strip(), [], USPESIFISERT
        elif navn.strip():
            yield navn.strip(), [enhet for enhet in re.split(r",\s*|\s+og\s+", enheter.rstrip(")")) if enhet], rolle
