"""Looks for what may point to a person in a text (R10, R44). It warns; a human decides. Nothing is removed.

The check is a pure function of the text: what it found is shown back to the writer and never stored.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from felles.personnummer import finn_personnummer, som_lest
from felles.tekst import en_form

from .sarlige import SARLIGE

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
    Sundag Både Òg No Ikkje Vart Blei Sidan Medan Mens Under Over Hos Mot Uten Utan""".split()  # noqa: SIM905 (words are read as words, not as a column of quotes)
)
# Capitals of every writing that tells them from small letters: Á, Ş, Ł, Č, Ễ, Ж, Λ …
_STORE = "".join(tegn for tegn in map(chr, [*range(0x590), *range(0x1E00, 0x2000)]) if tegn.isupper())
# Every repetition is bounded and begins at a boundary, so that no text makes the search slow.
_LEDD = rf"[{_STORE}](?:['’]?[^\W\d_]){{1,30}}"
_SMATT = rf"(?<=[^\W\d_{_STORE}])-[^\W\d_]{{2,9}}(?![^\W\d_])"  # «Per-erik», but not «SLT-koordinator»
NAVN = rf"{_LEDD}(?:-{_LEDD}|{_SMATT}){{0,2}}"
STOR = rf"(?<![\w'’-]){NAVN}"
# Hebrew, Arabic, the Indian and East Asian writings have no capitals: what is written so is looked at as it is.
_UTEN_STORE = r"[\u0590-\u08ff\u0900-\u0fff\u1000-\u109f\u1200-\u139f\u3040-\u9fff\uac00-\ud7af]"
_LAND = r"(?:(?:\+|00)47[ .-]?)?"
_TJENESTE = r"\b(?:snap(?:chat)?|insta(?:gram)?|ig|tiktok|discord|telegram|signal|facebook|fb|messenger|kik|steam)"
_VANLIG = rf"(?!(?:{'|'.join(sorted(VANLIGE))})\b)"
_ALFA = r"\s?[(\[{]\s?(?:at|krøllalfa|alfakrøll)\s?[)\]}]\s?"
_PUNKTUM = r"(?:\.|\s?[(\[{]\s?(?:dot|punktum)\s?[)\]}]\s?)"
_EPOST = _("ligner på en e-postadresse")
_BRUKERNAVN = _("ligner på et brukernavn")
_TELEFON = _("ligner på et telefonnummer")
_NAVN = _("ligner på et navn")


def _begynner(ord: str) -> re.Pattern[str]:
    """Words that begin so; with a full stop after, that word alone."""
    ledd = "|".join(o[:-1] + r"(?!\w)" if o.endswith(".") else o + r"\w{0,30}" for o in ord.split())
    return re.compile(rf"(?<!\w)(?:{ledd})", re.I)


MONSTRE: tuple[tuple[str | Promise, re.Pattern[str]], ...] = (
    (
        _EPOST,
        re.compile(rf"(?<![\w.+-])[\w.+-]{{1,64}}(?:@|{_ALFA})[\w-]{{1,63}}(?:{_PUNKTUM}[\w-]{{1,63}}){{1,5}}", re.I),
    ),
    (_BRUKERNAVN, re.compile(r"(?<![\w.+@-])@\w[\w.-]{1,30}")),
    # After a colon any name; without one, what has a digit or a _ among its letters.
    (_BRUKERNAVN, re.compile(rf"{_TJENESTE}\s?[:=]\s?@?{_VANLIG}\w[\w.-]{{2,30}}", re.I)),
    (_BRUKERNAVN, re.compile(rf"{_TJENESTE}\s(?=[a-zæøå.-]{{1,30}}[\d_])[\w.-]{{3,30}}", re.I)),
    (_TELEFON, re.compile(rf"(?<!\d){_LAND}(?:47)?[2-9]\d(?:[ ]?\d{{2}}){{3}}(?!\d)")),
    # The same sign all the way: 24.11.2026 is a date.
    (_TELEFON, re.compile(rf"(?<!\d){_LAND}[2-9]\d([.–/-])\d{{2}}(?:\1\d{{2}}){{2}}(?!\d)")),
    (_TELEFON, re.compile(r"(?<!\d)[49]\d{2}([ .–-])(?:\d{2}\1\d{3}|\d{5})(?!\d)")),
    (_TELEFON, re.compile(r"\([2-9]\d\)(?:[ ]?\d{2}){3}(?!\d)")),
    # Digit by digit; not from 2 or 3, so that a count from one to nine is left alone.
    (_TELEFON, re.compile(r"(?<!\d)(?<!\d[ .-])[49]([ .-])\d(?:\1\d){6}(?![ .-]?\d)")),
    # Another country's, in whatever groups.
    (_TELEFON, re.compile(r"(?<![\d+])(?:\+|00)(?!47)[1-9]\d{0,2}(?:[ .()-]{0,2}\d){6,12}(?!\d)")),
    (_("ligner på en skole med klasse"), re.compile(r"\b(?:klasse|trinn)\s?\d{1,2}\s?[A-Za-z]?\b|\b\d{1,2}[A-F]\b")),
    (_("ligner på et skolenavn"), re.compile(STOR + r"\s(?:barne|ungdoms)?skole\b|" + STOR + r"skolen\b")),
    *((grunn, _begynner(ord)) for grunn, ord in SARLIGE),
    (_NAVN, re.compile(rf"(?<!{_UTEN_STORE}){_UTEN_STORE}{{2,30}}(?:\s{{1,3}}{_UTEN_STORE}{{2,30}}){{0,4}}")),
)
# Two words with capitals, or an initial and one: a name, unless the first only begins a sentence. Between them may
# stand quotes, a bracket, an initial and the small words of a family name.
# The second is only looked at, as it may be the first of the next pair: «Da Kari Nordmann».
_SMA = r"(?:van|von|de|da|del|della|di|dos|das|do|ter|ten|af|zu|al|el|bin|ben|ibn)(?:\s(?:der|den|de|la|las|los))?"
NAVNEPAR = re.compile(
    rf"(?<![\w-])(?<!\w['’])({NAVN}(?![\w-])|[{_STORE}]\.)"
    rf"(?=(?:(?<=\.)\s{{0,3}}{_VANLIG}|[\"'’»”)]?\s{{1,3}}(?:[{_STORE}]\.?\s{{1,3}})?)[\"'‘«“(]?"
    rf"((?:(?:al|el)-|{_SMA}\s)?{NAVN})(?![\w-]))"
)
# The family name first, as a register has it: two words, not a list of them.
OMVENDT = re.compile(
    rf"(?<![\w'’-])(?<![\w],\s)({NAVN}),\s{{1,3}}{_VANLIG}({NAVN})(?![\w-])(?!,|\s(?:og|eller|samt)\b)"
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
    yield from (Funn(ord, _("ligner på et fødselsnummer")) for ord in finn_personnummer(tekst))
    lest = som_lest(tekst)
    for grunn, monster in MONSTRE:
        yield from (Funn(treff.group().strip(), grunn) for treff in monster.finditer(lest))
    for monster in (NAVNEPAR, OMVENDT):
        for treff in monster.finditer(lest):
            if _er_navn(*treff.groups()):
                yield Funn(" ".join(lest[treff.start(1) : treff.end(2)].split()), _NAVN)


def _er_navn(first: str, second: str) -> bool:
    """Not when the first is an ordinary word, or just one of them an abbreviation: «Etter NAV», «SLT Sandefjord»."""
    if first.title() in VANLIGE or f"{first} {second}".title() in KJENTE:
        return False
    if first.isupper() and second.isupper():
        return first.endswith(".") or min(len(first), len(second)) > 2
    return first.endswith(".") or not (first.isupper() or second.isupper())
