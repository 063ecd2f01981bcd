"""AES-256-GCM for every confidential text. A text opened in another place than where it was written is refused."""

import hashlib
import os
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

UTGAVE = b"\x01"
NONCE = 12
KEK_VERSJON = 1


class KryptoFeil(Exception):
    """The text, its key or its place is not what it was."""


def sted(sak: UUID | str, sone: str, modell: str, felt: str, rad: UUID | str) -> bytes:
    """Where a text stands: bound into it, so that a moved ciphertext does not open (vern.md C5)."""
    return "|".join((str(sak), sone, modell, felt, str(rad))).encode()


def lukk(nokkel: bytes, klartekst: str, aad: bytes) -> bytes:
    """Encrypt one text under its case's and zone's key."""
    nonce = os.urandom(NONCE)
    return UTGAVE + nonce + AESGCM(nokkel).encrypt(nonce, klartekst.encode(), aad)


def apne(nokkel: bytes, innhold: bytes, aad: bytes) -> str:
    """Decrypt one text; raises KryptoFeil when key, place or bytes differ."""
    data = bytes(innhold)
    if data[:1] != UTGAVE:
        raise KryptoFeil("ukjent utgave")
    try:
        return AESGCM(nokkel).decrypt(data[1 : 1 + NONCE], data[1 + NONCE :], aad).decode()
    except InvalidTag:
        raise KryptoFeil("teksten lar seg ikke åpne her") from None


def _kek() -> AESGCM:
    return AESGCM(hashlib.sha256(b"handlingsplan kek 1" + settings.KEK.encode()).digest())


def pakk(nokkel: bytes, aad: bytes) -> bytes:
    """Wrap a data key under the key-encryption key, which lies in no database."""
    nonce = os.urandom(NONCE)
    return nonce + _kek().encrypt(nonce, nokkel, aad)


def pakk_ut(innpakket: bytes, aad: bytes) -> bytes:
    """Unwrap a data key."""
    data = bytes(innpakket)
    try:
        return _kek().decrypt(data[:NONCE], data[NONCE:], aad)
    except InvalidTag:
        raise KryptoFeil("nøkkelen lar seg ikke pakke ut") from None
