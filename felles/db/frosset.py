"""What migrations were written with. A migration says what was done that day, so nothing here is ever changed."""

from collections.abc import Iterator, Sequence

from django.contrib.postgres.operations import AddConstraintNotValid
from django.db.migrations import RemoveConstraint
from django.db.models import CheckConstraint, Q

Tekster = Sequence[tuple[str, str, str]]
"""Model, its short name in constraints, and its text fields."""

FODSELSNUMMER = "(?<![0-9])(?:[0-9]{6}[ .\\-]?[0-9]{5}(?![0-9])|(?:0[1-9]|[12][0-9]|3[01]|4[1-9]|[56][0-9]|7[01])(?:0[1-9]|1[0-2]|4[1-9]|5[0-2]|6[6-9]|7[0-7]|8[1-9]|9[0-2])[0-9]{2}(?:[^0-9A-Za-z\\u00c0-\\u024f\\u1e00-\\u1eff]{1,10}(?:(?:[Pp]\\.?|[Ff]\\.?|[Pp]erson|[Ff]ødsels)-?(?:nr|nummer)[^0-9A-Za-z\\u00c0-\\u024f\\u1e00-\\u1eff]{1,10})?)?(?:[0-9]{5}|[0-9]{3}[ .\\-/\\n\\t\\u00a0\\u00ad\\u2000-\\u2015\\u202f\\u205f\\u2060\\u2212\\u3000\\ufeff]{1,3}[0-9]{2})(?![0-9])|(?:0[1-9]|[12][0-9]|3[01]|4[1-9]|[56][0-9]|7[01])[^0-9A-Za-z\\u00c0-\\u024f\\u1e00-\\u1eff]{1,3}(?:0[1-9]|1[0-2]|4[1-9]|5[0-2]|6[6-9]|7[0-7]|8[1-9]|9[0-2])[^0-9A-Za-z\\u00c0-\\u024f\\u1e00-\\u1eff]{1,3}[0-9]{2}(?:[^0-9A-Za-z\\u00c0-\\u024f\\u1e00-\\u1eff]{1,10}(?:(?:[Pp]\\.?|[Ff]\\.?|[Pp]erson|[Ff]ødsels)-?(?:nr|nummer)[^0-9A-Za-z\\u00c0-\\u024f\\u1e00-\\u1eff]{1,10})?)?(?:[0-9]{5}|[0-9]{3}[ .\\-/\\n\\t\\u00a0\\u00ad\\u2000-\\u2015\\u202f\\u205f\\u2060\\u2212\\u3000\\ufeff]{1,3}[0-9]{2})(?![0-9])(?! ?(?:,-|(?:[Kk]r|[Kk]roner|NOK)(?![a-zæøå])))|(?:0[1-9]|[12][0-9]|3[01]|4[1-9]|[56][0-9]|7[01])(?:[^0-9A-Za-z\\u00c0-\\u024f\\u1e00-\\u1eff]{1,3})?(?:0[1-9]|1[0-2]|4[1-9]|5[0-2]|6[6-9]|7[0-7]|8[1-9]|9[0-2])(?:[^0-9A-Za-z\\u00c0-\\u024f\\u1e00-\\u1eff]{1,3})?(?:19[0-9]{2}|20[01][0-9])(?:[^0-9A-Za-z\\u00c0-\\u024f\\u1e00-\\u1eff]{1,10}(?:(?:[Pp]\\.?|[Ff]\\.?|[Pp]erson|[Ff]ødsels)-?(?:nr|nummer)[^0-9A-Za-z\\u00c0-\\u024f\\u1e00-\\u1eff]{1,10})?)(?:[0-9]{5}|[0-9]{3}[ .\\-/\\n\\t\\u00a0\\u00ad\\u2000-\\u2015\\u202f\\u205f\\u2060\\u2212\\u3000\\ufeff]{1,3}[0-9]{2})(?![0-9])(?! ?(?:,-|(?:[Kk]r|[Kk]roner|NOK)(?![a-zæøå]))))"  # noqa: E501 (one pattern, as PostgreSQL keeps it)


def _felt(tekster: Tekster) -> Iterator[tuple[str, str, str]]:
    for modell, tabell, felter in tekster:
        for felt in felter.split():
            yield modell, felt, f"{tabell}_{felt}_uten_fnr"


def uten_fodselsnummervern(tekster: Tekster) -> list[RemoveConstraint]:
    """The check of before goes, so that a row which has what got past it can be written."""
    return [RemoveConstraint(modell, navn) for modell, _felt_, navn in _felt(tekster)]


def med_fodselsnummervern(tekster: Tekster) -> list[AddConstraintNotValid]:
    """The check of now. Rows from before are not asked: an upgrade must not stop at what some of them may have."""
    return [
        AddConstraintNotValid(modell, CheckConstraint(condition=~Q(**{f"{felt}__regex": FODSELSNUMMER}), name=navn))
        for modell, felt, navn in _felt(tekster)
    ]
