"""No birth number may enter a free text: the form says so, and the database refuses (faggrunnlag 11, R44).

Eleven digits written as one, or as six and five, are taken as they are: a slip of the finger still points to a person.
With other signs between, or parted further, the first six must be a day and a month: a birth number's, a D-number's
(day + 40), an H-number's or a made one's (month + 40, 65 or 80). So 1234.56.12345 stays an account, and sums in a table
stay sums. Control digits are not asked for: from 2032 they are no longer what they were, and a slip would go free.

A year of four digits is taken up to 2019, where those a text may concern are born: later ones are the plan's own days.
A written date before a sum in kroner is no birth number. Ten digits are left alone, also where a sheet has lost the 0
in front: telephone numbers with their country are ten digits too.
"""

import re
import unicodedata

from django.core.exceptions import ValidationError
from django.db.models import BaseConstraint, CheckConstraint, Q
from django.utils.translation import gettext_lazy as _

# What may part a number: any sign but a digit or a letter of ours. Listed by number, as \w is not the same everywhere.
_TEGN = r"[^0-9A-Za-z\u00c0-\u024f\u1e00-\u1eff]"
_S = rf"{_TEGN}{{1,3}}"
_ORD = r"(?:[Pp]\.?|[Ff]\.?|[Pp]erson|[Ff]ødsels)-?(?:nr|nummer)"
_MELLOM = rf"(?:{_TEGN}{{1,10}}(?:{_ORD}{_TEGN}{{1,10}})?)"
_BLANK = r"[ .\-/\n\t\u00a0\u00ad\u2000-\u2015\u202f\u205f\u2060\u2212\u3000\ufeff]{1,3}"
_DAG = r"(?:0[1-9]|[12][0-9]|3[01]|4[1-9]|[56][0-9]|7[01])"
_MND = r"(?:0[1-9]|1[0-2]|4[1-9]|5[0-2]|6[6-9]|7[0-7]|8[1-9]|9[0-2])"
_AR = r"(?:19[0-9]{2}|20[01][0-9])"
_SISTE = rf"(?:[0-9]{{5}}|[0-9]{{3}}{_BLANK}[0-9]{{2}})(?![0-9])"
_KRONER = r"(?! ?(?:,-|(?:[Kk]r|[Kk]roner|NOK)(?![a-zæøå])))"
# The same text works in PostgreSQL, where it stands in the tables' constraints.
MONSTER = (
    r"(?<![0-9])(?:[0-9]{6}[ .\-]?[0-9]{5}(?![0-9])"
    rf"|{_DAG}{_MND}[0-9]{{2}}{_MELLOM}?{_SISTE}"
    rf"|{_DAG}{_S}{_MND}{_S}[0-9]{{2}}{_MELLOM}?{_SISTE}{_KRONER}"
    rf"|{_DAG}(?:{_S})?{_MND}(?:{_S})?{_AR}{_MELLOM}{_SISTE}{_KRONER})"
)
BESKJED = _("Teksten har 11 sifre på rad og kan være et fødselsnummer. Ta det bort før du lagrer.")
_FUNNET = re.compile(MONSTER)


def finn_personnummer(tekst: str) -> list[str]:
    """What can be read as birth numbers in the text, also in raised, ringed or foreign digits."""
    former = (tekst,) if tekst.isascii() else (tekst, som_lest(tekst))
    return [treff.group() for form in former for treff in _FUNNET.finditer(form)]


def uten_personnummer(tekst: str) -> None:
    """A validator for form and model fields."""
    if finn_personnummer(tekst):
        raise ValidationError(BESKJED, code="personnummer")


def som_lest(tekst: str) -> str:
    """All that reads as a digit as 0–9, and nothing that only hangs on a sign or is not seen."""
    seen = (t for t in unicodedata.normalize("NFKC", tekst) if unicodedata.category(t) not in {"Mn", "Me", "Cf"})
    return "".join(str(unicodedata.digit(t, t)) for t in seen)


def personnummer_vern(tabell: str, *felt: str) -> list[BaseConstraint]:
    """The same rule as check constraints, one for each text field."""
    return [
        CheckConstraint(condition=~Q(**{f"{navn}__regex": MONSTER}), name=f"{tabell}_{navn}_uten_fnr") for navn in felt
    ]
