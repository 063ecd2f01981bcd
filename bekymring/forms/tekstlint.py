"""Looks for what may point to a person in a text (R10, R44). It warns; a human decides. Nothing is removed.

The check is a pure function of the text: what it found is shown back to the writer and never stored.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

# Every repetition is bounded and begins at a boundary, so that no text makes the search slow.
STOR = r"(?<![\w-])[A-ZÆØÅÄÖÉ][a-zæøåäöéü]{1,30}(?:-[A-ZÆØÅÄÖÉ][a-zæøåäöéü]{1,30}){0,2}"
MONSTRE: tuple[tuple[str | Promise, re.Pattern[str]], ...] = (
    (_("ligner på et fødselsnummer"), re.compile(r"(?<!\d)\d{6}[ .-]?\d{5}(?!\d)")),
    (_("ligner på en e-postadresse"), re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")),
    (_("ligner på et telefonnummer"), re.compile(r"(?<!\d)(?:(?:\+|00)47[ ]?)?[2-9]\d(?:[ ]?\d{2}){3}(?!\d)")),
    (_("ligner på et telefonnummer"), re.compile(r"(?<!\d)[49]\d{2}[ ]\d{2}[ ]\d{3}(?!\d)")),
    (_("ligner på en skole med klasse"), re.compile(r"\b(?:klasse|trinn)\s?\d{1,2}\s?[A-Za-z]?\b|\b\d{1,2}[A-F]\b")),
    (_("ligner på et skolenavn"), re.compile(STOR + r"\s(?:barne|ungdoms)?skole\b|" + STOR + r"skolen\b")),
)
# Two words with capitals: a name, unless the first only begins a sentence and is an ordinary word.
NAVNEPAR = re.compile(rf"({STOR})\s({STOR})\b")
# Capitalised pairs that are places and bodies, not people.
KJENTE = frozenset(
    {"Sandefjord Kommune", "Sandefjord Politi", "Snapchat Og", "Sør Øst", "Sandefjord Videregående", "Nav Sandefjord"}
)
VANLIGE = frozenset(
    """Han Hun De Det Den Vi Jeg Du Dere Eleven Gutten Jenta Barnet Ungdommen Personen Mor Far Foreldrene Læreren
    Etter Før Da Når Hvis Men Og På I Til Fra Med Ved Om For Som At Siden Noen Flere Ingen Alle Dette Disse
    Mandag Tirsdag Onsdag Torsdag Fredag Lørdag Søndag Januar Februar Mars April Mai Juni Juli August September
    Oktober November Desember Både Også Så Nå Her Der Ikke Kan Har Er Var Ble Blir""".split()  # noqa: SIM905
)


@dataclass(frozen=True)
class Funn:
    """One thing to look at: the words, and why."""

    ord: str
    grunn: str | Promise


def finn(tekst: str) -> tuple[Funn, ...]:
    """What in the text may point to a person, each once, in the order of the patterns."""
    return tuple(dict.fromkeys(_funn(tekst)))


def _funn(tekst: str) -> Iterator[Funn]:
    for grunn, monster in MONSTRE:
        yield from (Funn(treff.group().strip(), grunn) for treff in monster.finditer(tekst))
    for treff in NAVNEPAR.finditer(tekst):
        first = treff.group(1)
        if first not in VANLIGE and treff.group().title() not in KJENTE:
            yield Funn(treff.group(), _("ligner på et navn"))
