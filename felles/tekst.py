"""Every text on its way in is brought to one form before anything is asked of it (beslutninger 58).

What a person cannot see is the same: «Ålgård vel» is one name whether Å is one sign or two, and whether the blank may
break. The forms do it for all their text fields (felles.skjema.Grunn); what comes by another way asks here.
"""

import re
import unicodedata

from django.db.models import Q

# Blanks that look like a blank, and hyphens that look like a hyphen. A dash is seen, and «2024–2026» is well written.
BLANKE = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_BLANK = re.compile(f"[{BLANKE}]")
_BINDESTREK = re.compile(r"[\u2010\u2011\ufe63\uff0d]|[\u2012\u2212](?=\s?[0-9])")
_LINJESKIFT = re.compile(r"\r\n|[\r\v\f\x85\u2028\u2029]")
# Controls (a NUL is left for the field to refuse), soft hyphens, zero-width signs, marks of direction, BOM, tags.
_USYNLIG = re.compile(
    "[\x01-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]"
)
# A joiner means something between two emoji, and in Arabic, Persian and Indian writing; among our letters it is hidden.
_HAR_BINDING = "\u0600-\u1dff\u2190-\u2bff\ufe0f\U0001f000-\U0001faff"
_BINDING = re.compile(f"[\u200c\u200d](?<![{_HAR_BINDING}].)|[\u200c\u200d](?![{_HAR_BINDING}])")
_SIFRE = {ord("０") + n: str(n) for n in range(10)}


def en_form(tekst: str, *, linjer: bool = True) -> str:
    """The text in the one form; doing it twice changes nothing. With `linjer=False` all on one line, single blanks."""
    if not (tekst.isascii() and tekst.isprintable()):
        tekst = _USYNLIG.sub("", _LINJESKIFT.sub("\n", tekst)).translate(_SIFRE)
        tekst = unicodedata.normalize("NFC", _BINDING.sub("", _BLANK.sub(" ", tekst)))
        tekst = _BINDESTREK.sub("-", tekst)
    return tekst if linjer else " ".join(tekst.split())


def samme_navn(navn: str) -> Q:
    """Rows whose `navn` is taken for this one: in whatever case, and with a hyphen or a dash."""
    condition = Q()
    for strek in "-–—":
        condition |= Q(navn__iexact=re.sub("[-–—]", strek, navn))
    return condition
