"""From bytes to lines, and from lines back to running text as it reads on the printed page."""

import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from django.utils.translation import gettext as _

from .funn import TOM, Dokumentlinje

STORST = 2_000_000
MYK_BINDESTREK = "\u00ad"
FILTYPER = (
    (b"%PDF", "PDF"),
    (b"PK\x03\x04", "Word/Zip"),
    (b"\xd0\xcf\x11\xe0", "Word"),
    (b"{\\rtf", "RTF"),
)
UTF16 = (b"\xff\xfe", b"\xfe\xff")
FEILTOLKET = re.compile("Ã[¥¦¸˜…†]|â€|\ufffd")
# "foreldre- og nettverksgrupper": the hyphen stands for a word, it does not break one.
LEDD = re.compile(r"(og|eller|samt)\b")


class Planfeil(Exception):
    """The file cannot be read as a plan; the message says why, in words for the person at the keyboard."""


def les_fil(path: Path) -> str:
    """The text of a file, or a `Planfeil`. Only ordinary files of a plan's size are opened."""
    if not path.exists():
        raise Planfeil(_("Fila finnes ikke."))
    if not path.is_file():
        raise Planfeil(_("Dette er ikke en fil, men en mappe eller en enhet."))
    if path.stat().st_size > STORST:
        raise Planfeil(_("Fila er på over 2 MB. En plan som tekst er mye mindre."))
    try:
        return dekod(path.read_bytes())
    except PermissionError:
        raise Planfeil(_("Du har ikke tilgang til å lese fila.")) from None


def dekod(data: bytes) -> str:
    """UTF-8 text, or a `Planfeil` that says what the file seems to be instead."""
    if not data.strip():
        raise Planfeil(_("Fila er tom."))
    for start, kind in FILTYPER:
        if data.startswith(start):
            raise Planfeil(_("Fila er av typen %(type)s. Lagre planen som ren tekst (UTF-8).") % {"type": kind})
    if data.startswith(UTF16):
        raise Planfeil(_("Fila er lagret som UTF-16. Lagre den som UTF-8."))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Planfeil(_("Fila er ikke UTF-8 (byte %(sted)s). Lagre den som UTF-8.") % {"sted": error.start}) from None
    if re.search(r"[\x00-\x08\x0e-\x1f\x7f]", text):
        raise Planfeil(_("Fila har tegn som ikke hører hjemme i tekst. Den er trolig ikke en tekstfil."))
    if FEILTOLKET.search(text):
        raise Planfeil(_("Æ, ø og å er ødelagt i fila. Lagre originalen på nytt som UTF-8."))
    return unicodedata.normalize("NFC", text)


def del_i_linjer(text: str) -> list[Dokumentlinje]:
    """Lines with what their white space says: an indent continues, one space or a form feed is a new page."""
    lines = []
    text = text.replace("\u00a0", " ").replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
    for nr, raw in enumerate(text.split("\n"), 1):
        line = Dokumentlinje(
            nr,
            raw,
            tekst=re.sub(r"\s+", " ", raw).strip(),
            innrykk=bool(re.match(r"\f?(\t| {2,})", raw)),
            ny_side=bool(re.match(r"\f| (?=[^\s])", raw)),
        )
        if not line.tekst:
            line.funnet_som = TOM
        lines.append(line)
    return lines


def _ends_open(text: str) -> bool:
    """A hyphen directly after a letter at the end of a line: the word goes on."""
    return bool(re.search(rf"\w[-{MYK_BINDESTREK}]$", text))


def flyt(lines: Iterable[Dokumentlinje]) -> str:
    """One paragraph: line breaks become spaces and words broken over two lines become whole."""
    text = ""
    for line in lines:
        if not text:
            text = line.tekst
        elif _ends_open(text) and line.tekst[0].islower() and not LEDD.match(line.tekst):
            text = text[:-1] + line.tekst
        elif _ends_open(text) and line.tekst[0].isupper():
            text += line.tekst
        else:
            text += " " + line.tekst
    return text.replace(MYK_BINDESTREK, "")


def blokker(lines: Iterable[Dokumentlinje]) -> list[list[Dokumentlinje]]:
    """Paragraphs: split at empty lines, and at a new page when the page before ended a sentence."""
    found: list[list[Dokumentlinje]] = [[]]
    for line in lines:
        if line.funnet_som == TOM:
            found.append([])
            continue
        if line.ny_side and found[-1] and found[-1][-1].tekst[-1] in ".:?»":
            found.append([])
        found[-1].append(line)
    return [block for block in found if block]


def lopende(lines: Iterable[Dokumentlinje]) -> str:
    """Running text: paragraphs with an empty line between."""
    return "\n\n".join(flyt(block) for block in blokker(lines))


def merk(lines: Iterable[Dokumentlinje], what: str) -> None:
    """Say what the lines became; empty ones stay empty."""
    for line in lines:
        if line.funnet_som != TOM:
            line.funnet_som = what
