"""From bytes to lines, and from lines back to running text as it reads on the printed page."""

import re
from collections.abc import Iterable
from pathlib import Path

from django.utils.translation import gettext as _

from felles.tekst import en_form

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
    for start, slag in FILTYPER:
        if data.startswith(start):
            raise Planfeil(_("Fila er av typen %(type)s. Lagre planen som ren tekst (UTF-8).") % {"type": slag})
    try:
        tekst = data.decode("utf-16" if data.startswith(UTF16) else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise Planfeil(
            _(
                "Fila er ikke UTF-8 (byte %(sted)s). Åpne den i et tekstprogram, velg «Lagre som», og velg UTF-8 som "
                "koding. I Word heter det «Ren tekst» og deretter «Annen koding»."
            )
            % {"sted": error.start}
        ) from None
    if re.search(r"[\x00-\x08\x0e-\x1f\x7f]", tekst):
        raise Planfeil(_("Fila har tegn som ikke hører hjemme i tekst. Den er trolig ikke en tekstfil."))
    if FEILTOLKET.search(tekst):
        raise Planfeil(_("Æ, ø og å er ødelagt i fila. Lagre originalen på nytt som UTF-8."))
    # A page break and a soft hyphen at a line's end tell how the page was set: they are read later.
    return re.sub(r"[^\f\u00ad]+", lambda bit: en_form(bit[0]), tekst)


def del_i_linjer(tekst: str) -> list[Dokumentlinje]:
    """Lines with what their white space says: an indent continues, one space or a form feed is a new page."""
    linjer = []
    tekst = tekst.replace("\u00a0", " ").replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
    for nr, raw in enumerate(tekst.split("\n"), 1):
        linje = Dokumentlinje(
            nr,
            raw,
            tekst=re.sub(r"\s+", " ", raw).strip(),
            innrykk=bool(re.match(r"\f?(\t| {2,})", raw)),
            ny_side=bool(re.match(r"\f| (?=[^\s])", raw)),
        )
        if not linje.tekst:
            linje.funnet_som = TOM
        linjer.append(linje)
    return linjer


def _ends_open(tekst: str) -> bool:
    """A hyphen directly after a letter at the end of a line: the word goes on."""
    return bool(re.search(rf"\w[-{MYK_BINDESTREK}]$", tekst))


def flyt(linjer: Iterable[Dokumentlinje]) -> str:
    """One paragraph: line breaks become spaces and words broken over two lines become whole."""
    tekst = ""
    for linje in linjer:
        if not tekst:
            tekst = linje.tekst
        elif _ends_open(tekst) and linje.tekst[0].islower() and not LEDD.match(linje.tekst):
            tekst = tekst[:-1] + linje.tekst
        elif _ends_open(tekst) and linje.tekst[0].isupper():
            tekst += linje.tekst
        else:
            tekst += " " + linje.tekst
    return tekst.replace(MYK_BINDESTREK, "")


def blokker(linjer: Iterable[Dokumentlinje]) -> list[list[Dokumentlinje]]:
    """Paragraphs: split at empty lines, and at a new page when the page before ended a sentence."""
    found: list[list[Dokumentlinje]] = [[]]
    for linje in linjer:
        if linje.funnet_som == TOM:
            found.append([])
            continue
        if linje.ny_side and found[-1] and found[-1][-1].tekst[-1] in ".:?»":
            found.append([])
        found[-1].append(linje)
    return [block for block in found if block]


def lopende(linjer: Iterable[Dokumentlinje]) -> str:
    """Running text: paragraphs with an empty line between."""
    return "\n\n".join(flyt(block) for block in blokker(linjer))


def merk(lines: Iterable[Dokumentlinje], what: str) -> None:
    """Say what the lines became; empty ones stay empty."""
    for linje in lines:
        if linje.funnet_som != TOM:
            linje.funnet_som = what
