"""Looks for what may point to a person in a text (R10, R44). It warns; a human decides. Nothing is removed.

The check is a pure function of the text: what it found is shown back to the writer and never stored.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from felles.personnummer import MONSTER as FODSELSNUMMER
from felles.tekst import en_form

# Capitals of every language written with our letters: Á, Ş, Ł, Č, Ễ …
_STORE = "".join(tegn for tegn in map(chr, [*range(0x250), *range(0x1E00, 0x1F00)]) if tegn.isupper())
# Every repetition is bounded and begins at a boundary, so that no text makes the search slow.
_LEDD = rf"[{_STORE}](?:['’]?[^\W\d_]){{1,30}}"
NAVN = rf"{_LEDD}(?:-{_LEDD}){{0,2}}"
STOR = rf"(?<![\w'’-]){NAVN}"
MONSTRE: tuple[tuple[str | Promise, re.Pattern[str]], ...] = (
    (_("ligner på et fødselsnummer"), re.compile(FODSELSNUMMER)),
    (_("ligner på en e-postadresse"), re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")),
    (_("ligner på et brukernavn"), re.compile(r"(?<![\w.+@-])@\w[\w.-]{1,30}")),
    (_("ligner på et telefonnummer"), re.compile(r"(?<!\d)(?:(?:\+|00)47[ .-]?)?[2-9]\d(?:[ ]?\d{2}){3}(?!\d)")),
    # The same sign all the way: 24.11.2026 is a date.
    (
        _("ligner på et telefonnummer"),
        re.compile(r"(?<!\d)(?:(?:\+|00)47[ .-]?)?[2-9]\d([.–/-])\d{2}(?:\1\d{2}){2}(?!\d)"),
    ),
    (_("ligner på et telefonnummer"), re.compile(r"(?<!\d)[49]\d{2}([ .–-])\d{2}\1\d{3}(?!\d)")),
    (_("ligner på en skole med klasse"), re.compile(r"\b(?:klasse|trinn)\s?\d{1,2}\s?[A-Za-z]?\b|\b\d{1,2}[A-F]\b")),
    (_("ligner på et skolenavn"), re.compile(STOR + r"\s(?:barne|ungdoms)?skole\b|" + STOR + r"skolen\b")),
)
# Two words with capitals, or an initial and one: a name, unless the first only begins a sentence.
# The second is only looked at, as it may be the first of the next pair: «Da Kari Nordmann».
NAVNEPAR = re.compile(
    rf"(?<![\w'’-])({NAVN}(?![\w-])|[{_STORE}]\.)"
    rf"(?=\s{{1,3}}((?:(?:al|el)-|(?:van|von|de|da|del|bin|ben|ibn)\s)?{NAVN})(?![\w-]))"
)
# Capitalised pairs that are places and bodies, not people.
KJENTE = frozenset(
    {"Sandefjord Kommune", "Sandefjord Politi", "Snapchat Og", "Sør Øst", "Sandefjord Videregående", "Nav Sandefjord"}
)
VANLIGE = frozenset(
    """Han Hun De Det Den Vi Jeg Du Dere Eleven Gutten Jenta Barnet Ungdommen Personen Mor Far Foreldrene Læreren
    Etter Før Da Når Hvis Men Og På I Til Fra Med Ved Om For Som At Siden Noen Flere Ingen Alle Dette Disse
    Mandag Tirsdag Onsdag Torsdag Fredag Lørdag Søndag Januar Februar Mars April Mai Juni Juli August September
    Oktober November Desember Både Også Så Nå Her Der Ikke Kan Har Er Var Ble Blir
    Ho Eg Me Dei Dykk Guten Ungdomen Foreldra Læraren Frå Når Viss Nokon Fleire Ingen Desse Måndag Tysdag Laurdag
    Sundag Både Òg No Ikkje Vart Blei Sidan Medan Mens Under Over Hos Mot Uten Utan""".split()  # noqa: SIM905
)


@dataclass(frozen=True)
class Funn:
    """One thing to look at: the words, and why."""

    ord: str
    grunn: str | Promise


def finn(tekst: str) -> tuple[Funn, ...]:
    """What in the text may point to a person, each once, in the order of the patterns."""
    return tuple(dict.fromkeys(_funn(en_form(tekst))))


def _funn(tekst: str) -> Iterator[Funn]:
    for grunn, monster in MONSTRE:
        yield from (Funn(treff.group().strip(), grunn) for treff in monster.finditer(tekst))
    for treff in NAVNEPAR.finditer(tekst):
        first, second = treff.groups()
        if _er_navn(first, second):
            yield Funn(f"{first} {second}", _("ligner på et navn"))


def _er_navn(first: str, second: str) -> bool:
    """Not when the first is an ordinary word, or just one of them an abbreviation: «Etter NAV», «SLT Sandefjord»."""
    if first.title() in VANLIGE or f"{first} {second}".title() in KJENTE:
        return False
    if first.isupper() and second.isupper():
        return first.endswith(".") or min(len(first), len(second)) > 2
    return first.endswith(".") or not (first.isupper() or second.isupper())
