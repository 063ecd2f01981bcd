"""AES-256-GCM for every confidential text. A text opened in another place than where it was written is refused."""

import os
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from . import kek

UTGAVE = b"\x01"
NONCE = 12


class KryptoFeil(Exception):
    """The text, its key or its place is not what it was."""


def sted(sak: UUID | str, sone: str, modell: str, felt: str, rad: UUID | str) -> bytes:
    """Where a text stands: bound into it, so that a moved ciphertext does not open."""
    return "|".join((str(sak), sone, modell, felt, str(rad))).encode()


def lukk(nokkel: bytes, klartekst: str, aad: bytes) -> bytes:
    """Encrypt one text under its case's and zone's key."""
    nonce = os.urandom(NONCE)
    return UTGAVE + nonce + AESGCM(nokkel).encrypt(nonce, klartekst.encode(), aad)


def apne(nokkel: bytes | AESGCM, innhold: bytes, aad: bytes) -> str:
    """Decrypt one text, by the key or by one made ready; raises KryptoFeil when key, place or bytes differ."""
    data = bytes(innhold)
    las = nokkel if isinstance(nokkel, AESGCM) else AESGCM(nokkel)
    if data[:1] != UTGAVE:
        raise KryptoFeil("ukjent utgave")
    try:
        return las.decrypt(data[1 : 1 + NONCE], data[1 + NONCE :], aad).decode()
    except InvalidTag:
        raise KryptoFeil("teksten lar seg ikke åpne her") from None


def pakk(nokkel: bytes, aad: bytes, versjon: int) -> bytes:
    """Wrap a data key under a key-encryption key, which lies in no database."""
    nonce = os.urandom(NONCE)
    return nonce + kek.kek(versjon).encrypt(nonce, nokkel, aad)


def pakk_ut(innpakket: bytes, aad: bytes, versjon: int) -> bytes:
    """Unwrap a data key; raises KryptoFeil when the key-encryption key is another one, or gone."""
    data = bytes(innpakket)
    try:
        return kek.kek(versjon).decrypt(data[:NONCE], data[NONCE:], aad)
    except (InvalidTag, kek.UkjentKek):
        raise KryptoFeil("nøkkelen lar seg ikke pakke ut") from None
