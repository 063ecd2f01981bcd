"""The key store: a database of its own, plain psycopg, three acts (beslutninger 19).

A key is committed before anything is written under it, never inside a transaction of the key database: a crash
between the two leaves an orphan key, which is harmless, and never a text without its key.
"""

import atexit
import secrets
import threading
from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

import psycopg
from django.conf import settings

from . import kek
from .krypto import pakk, pakk_ut

Par = tuple[UUID, str]
_lokal = threading.local()


class NoklerUtilgjengelige(Exception):
    """The key store does not answer. Nothing confidential can be read or written now."""


def _forbindelse() -> psycopg.Connection[tuple[Any, ...]]:
    """This thread's own connection, in autocommit."""
    adresse = settings.NOKKEL_DATABASE_URL
    lenke = getattr(_lokal, "link", None)
    if lenke is None or lenke.closed or _lokal.adresse != adresse:
        lukk_forbindelse()
        _lokal.link = lenke = psycopg.connect(adresse, autocommit=True, connect_timeout=5)
        _lokal.adresse = adresse
    return lenke


def lukk_forbindelse() -> None:
    """Close this thread's connection, if it has one."""
    lenke = getattr(_lokal, "link", None)
    if lenke is not None:
        lenke.close()
        _lokal.link = None


atexit.register(lukk_forbindelse)


def _utfor(sql: str, verdier: Sequence[Any]) -> list[tuple[Any, ...]]:
    """Run one statement; a connection that died since last time is opened once more."""
    for latest in (False, True):
        try:
            cursor = _forbindelse().execute(sql.encode(), verdier)
            return cursor.fetchall() if cursor.description else []
        except psycopg.OperationalError as feil:
            lukk_forbindelse()
            if latest:
                raise NoklerUtilgjengelige from feil
    raise AssertionError


def _aad(sak: UUID, sone: str, versjon: int) -> bytes:
    return f"{sak}|{sone}|{versjon}".encode()


def _ny(sak: UUID, sone: str, versjon: int) -> bytes:
    return pakk(secrets.token_bytes(32), _aad(sak, sone, versjon), versjon)


def hent(par: Iterable[Par]) -> dict[Par, bytes]:
    """The data keys that exist among these cases and zones, in one query."""
    saker, soner = zip(*par, strict=True) if (par := list(par)) else ((), ())
    rader = _utfor(
        "SELECT n.sak, n.sone, n.kek_versjon, n.innpakket FROM nokkel n "
        "JOIN unnest(%s::uuid[], %s::text[]) AS p (sak, sone) ON p.sak = n.sak AND p.sone = n.sone",
        [list(saker), list(soner)],
    )
    return {(sak, sone): pakk_ut(pakke, _aad(sak, sone, versjon), versjon) for sak, sone, versjon, pakke in rader}


def lag(sak: UUID, sone: str) -> bytes:
    """The key of this case and zone, made if it is new. Racing writers all get the one that was first."""
    if finnes := hent([(sak, sone)]):
        return finnes[sak, sone]
    versjon = kek.nyeste()
    _utfor(
        "INSERT INTO nokkel (sak, sone, kek_versjon, innpakket) VALUES (%s, %s, %s, %s) ON CONFLICT DO NOTHING",
        [sak, sone, versjon, _ny(sak, sone, versjon)],
    )
    return hent([(sak, sone)])[sak, sone]


def lag_mange(par: Iterable[Par]) -> dict[Par, bytes]:
    """Keys for many cases at once, by COPY: for synthetic data."""
    par, versjon = list(par), kek.nyeste()
    with (
        _forbindelse().cursor() as cursor,
        cursor.copy("COPY nokkel (sak, sone, kek_versjon, innpakket) FROM STDIN") as c,
    ):
        for sak, sone in par:
            c.write_row((sak, sone, versjon, _ny(sak, sone, versjon)))
    return hent(par)


def odelegg(sak: UUID) -> int:
    """Destroy every key of a case: its texts can never be read again. Returns how many there were."""
    return len(_utfor("DELETE FROM nokkel WHERE sak = %s RETURNING sone", [sak]))


def roter(porsjon: int = 1000) -> int:
    """Wrap every key under the newest key-encryption key; the texts are not touched. Returns how many were wrapped.

    Each portion is one statement: reading and writing go on meanwhile, and a run that is cut off is taken up again.
    """
    ny, antall = kek.nyeste(), 0
    while rader := _utfor(
        "SELECT sak, sone, kek_versjon, innpakket FROM nokkel WHERE kek_versjon <> %s LIMIT %s", [ny, porsjon]
    ):
        nye = [
            pakk(pakk_ut(pakke, _aad(sak, sone, versjon), versjon), _aad(sak, sone, ny), ny)
            for sak, sone, versjon, pakke in rader
        ]
        saker, soner, versjoner, _ = zip(*rader, strict=True)
        antall += len(
            _utfor(
                "UPDATE nokkel n SET kek_versjon = %s, innpakket = p.pakke "
                "FROM unnest(%s::uuid[], %s::text[], %s::integer[], %s::bytea[]) AS p (sak, sone, versjon, pakke) "
                "WHERE n.sak = p.sak AND n.sone = p.sone AND n.kek_versjon = p.versjon RETURNING 1",
                [ny, list(saker), list(soner), list(versjoner), nye],
            )
        )
    return antall
