"""The key-encryption keys: files that lie in no database. KEK_FILE is version 1, `KEK_FILE.2` beside it version 2.

The highest version wraps every new key; the others open what they once wrapped, until `roter_kek` has wrapped it anew
and their file can be taken away. A running process finds a new file by itself.
"""

import hashlib
import re
from functools import lru_cache
from pathlib import Path

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

MINST = 32


class UkjentKek(Exception):
    """No file holds the key-encryption key of this version."""


def filer(sti: Path) -> dict[int, Path]:
    """The files there are, by version."""
    found = {1: sti} if sti.is_file() else {}
    for ved_siden in sti.parent.glob(f"{sti.name}.*"):
        if treff := re.fullmatch(r"\.([1-9][0-9]{0,5})", ved_siden.name.removeprefix(sti.name)):
            found |= {int(treff[1]): ved_siden} if int(treff[1]) > 1 else {}
    return found


def nyeste() -> int:
    """The version that wraps new keys."""
    return max(filer(Path(settings.KEK_FILE)), default=1) if settings.KEK_FILE else 1


def _hemmelighet(versjon: int) -> str:
    if versjon == 1 and settings.KEK:
        return str(settings.KEK)
    fil = filer(Path(settings.KEK_FILE)).get(versjon) if settings.KEK_FILE else None
    if fil is None:
        raise UkjentKek(f"KEK versjon {versjon}")
    tekst = fil.read_text().strip()
    if len(tekst) < MINST:
        raise UkjentKek(f"KEK versjon {versjon} er for kort")
    return tekst


@lru_cache(maxsize=8)
def _aesgcm(sted: str, forste: str, versjon: int) -> AESGCM:
    return AESGCM(hashlib.sha256(f"handlingsplan kek {versjon}".encode() + _hemmelighet(versjon).encode()).digest())


def kek(versjon: int) -> AESGCM:
    """The cipher of this version; raises UkjentKek when its file is not there. Read once a process."""
    return _aesgcm(str(settings.KEK_FILE), str(settings.KEK), versjon)
