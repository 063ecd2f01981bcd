"""Two versions of a text, word by word."""

from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from felles.skjema import forskjell

LIKT = 0.3  # below this the two texts are shown whole, one after the other: word by word would be a salad
Del = tuple[str, str]


@dataclass
class Tekstforskjell:
    """A text with what went out and what came in."""

    navn: str
    deler: list[Del]


def deler(gammel: str, ny: str) -> list[Del]:
    """Word by word where the texts are alike, else the old whole and then the new."""
    if not gammel or not ny or SequenceMatcher(None, gammel.split(), ny.split(), autojunk=False).ratio() < LIKT:
        return [part for part in (("bare_lagret", gammel), ("bare_ditt", ny)) if part[1]]
    return forskjell(gammel, ny)


def feltnavn(model: Any, navn: str) -> str:
    """A field's name, as it stands in a sentence."""
    return str(model._meta.get_field(navn).verbose_name)


def ledetekst(model: Any, navn: str) -> str:
    """A field's name, as a heading."""
    return feltnavn(model, navn).capitalize()


def verdi(rad: Any, navn: str) -> str:
    """A field as a person reads it: what a choice is called, or the text itself."""
    named = getattr(rad, f"get_{navn}_display", None)
    return str(named() if named else getattr(rad, navn) or "")
