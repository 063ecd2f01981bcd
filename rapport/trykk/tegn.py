"""The signs of a text on paper: which of them the report's font can draw, and what stands for those it can't.

People paste. The pages of the web borrow what their font lacks from the machine; a document for the archive must carry
its font with it, so what that one lacks is told to who orders, and set as «[?]» (faggrunnlag 15).
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from django.contrib.staticfiles import finders
from fontTools.ttLib import TTFont

from .arsbilde import Arsbilde

SKRIFT = "vendor/inter-papir/InterVariable.woff2"
UKJENT = "[?]"  # no box: people write those too, to be ticked off
_LIKT = ("<compat>", "<font>", "<noBreak>", "<narrow>", "<wide>")  # the same letters, drawn as one
_VELGERE = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")  # ask for another drawing of the sign before
_MARKUP = re.compile("([<>=])")  # a stroke over one of these would make another sign of it

# Word writes its bullets as places of its own in Symbol and Wingdings; no typeface says what they are.
_I_STEDET = str.maketrans(
    dict.fromkeys("\uf0b7\uf06c\uf09f\uf0a8", "•")
    | dict.fromkeys("\uf0a7\uf06e", "▪")
    | dict.fromkeys("\uf0fc\uf0fe✔☑✅", "✓")
    | dict.fromkeys("\uf0fb\uf0fd✘☒❌", "✗")
    | dict.fromkeys("\uf0e0➔➜", "→")
    | dict.fromkeys("\uf0d8➢➤▸", "‣")
    | {"\uf02d": "–", "\uf06f": "□", "☐": "□", "▫": "▪", "∙": "•"}
)


def skriftfil() -> str:
    """Where the typeface of the paper lies on disk."""
    if path := finders.find(SKRIFT):
        return str(path)
    raise FileNotFoundError(f"Mangler static/{SKRIFT}")


@lru_cache(maxsize=1)
def tegnsett() -> frozenset[str]:
    """What the font can draw. Its private places are left out: what it has there is not what anybody else has."""
    with TTFont(skriftfil()) as skrift:
        tegn = frozenset(map(chr, skrift.getBestCmap()))
    return frozenset(ett for ett in tegn if unicodedata.category(ett) != "Co") | set("\n\r\t")


def papirtekst(tekst: str) -> str:
    """The text as paper takes it: letters put together, nothing invisible, the same sign where the font draws another.

    Signs the font lacks still stand in it. Takes a whole document too.
    """
    samlet = "".join(unicodedata.normalize("NFC", del_) for del_ in _MARKUP.split(tekst))
    kjente = _VELGERE.sub("", samlet).translate(_I_STEDET)
    return "".join(_tegn(tegn) for tegn in kjente)


def _tegn(tegn: str) -> str:
    if unicodedata.category(tegn) == "Cf":  # soft hyphen, zero width, direction: never a sign of its own
        return ""
    if tegn in tegnsett() or not unicodedata.decomposition(tegn).startswith(_LIKT):
        return tegn
    return unicodedata.normalize("NFKC", tegn)


def ukjente_tegn(tekst: str) -> tuple[str, ...]:
    """The signs of a text that paper can't show, each once, as they come."""
    return tuple(dict.fromkeys(tegn for tegn in papirtekst(tekst) if tegn not in tegnsett()))


def med_kjente_tegn(html: str) -> str:
    """The document as the font can draw it: «[?]» for each sign it lacks, never another letter."""
    return "".join(tegn if tegn in tegnsett() else UKJENT for tegn in papirtekst(html))


@dataclass(frozen=True)
class Mangel:
    """Signs one part of the report can't show. `tiltak` is 0 for what belongs to none of them."""

    tiltak: int
    tittel: str
    tegn: tuple[str, ...]


def mangler(bilde: Arsbilde) -> list[Mangel]:
    """Everything in the year that paper can't show, tiltak by tiltak, then what stands outside them."""
    found = []
    for ett in bilde.tiltak:
        skrevet = (ett.tittel, ett.ansvarlig, *ett.medansvarlige, ett.gjort, ett.avvik, ett.neste_steg, *ett.bevis)
        found.append(Mangel(ett.nr, ett.tittel, ukjente_tegn("\n".join(skrevet))))
    annet = [bilde.kommune, bilde.plantittel, bilde.planperiode, bilde.mottaker, bilde.beslutning]
    annet += [omrade.tittel for omrade in bilde.omrader] + [tekst for _maned, tekst in bilde.aarshjul]
    found.append(Mangel(0, "", ukjente_tegn("\n".join(annet))))
    return [mangel for mangel in found if mangel.tegn]
