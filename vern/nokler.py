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

from .krypto import KEK_VERSJON, pakk, pakk_ut

Par = tuple[UUID, str]
_lokal = threading.local()


class NoklerUtilgjengelige(Exception):
    """The key store does not answer. Nothing confidential can be read or written now."""


def _forbindelse() -> psycopg.Connection[tuple[Any, ...]]:
    """This thread's own connection, in autocommit."""
    adresse = settings.NOKKEL_DATABASE_URL
    link = getattr(_lokal, "link", None)
    if link is None or link.closed or _lokal.adresse != adresse:
        lukk_forbindelse()
        _lokal.link = link = psycopg.connect(adresse, autocommit=True, connect_timeout=5)
        _lokal.adresse = adresse
    return link


def lukk_forbindelse() -> None:
    """Close this thread's connection, if it has one."""
    link = getattr(_lokal, "link", None)
    if link is not None:
        link.close()
        _lokal.link = None


atexit.register(lukk_forbindelse)


def _utfor(sql: str, verdier: Sequence[Any]) -> list[tuple[Any, ...]]:
    """Run one statement; a connection that died since last time is opened once more."""
    for siste in (False, True):
        try:
            cursor = _forbindelse().execute(sql.encode(), verdier)
            return cursor.fetchall() if cursor.description else []
        except psycopg.OperationalError as feil:
            lukk_forbindelse()
            if siste:
                raise NoklerUtilgjengelige from feil
    raise AssertionError


def _aad(sak: UUID, sone: str) -> bytes:
    return f"{sak}|{sone}|{KEK_VERSJON}".encode()


def hent(par: Iterable[Par]) -> dict[Par, bytes]:
    """The data keys that exist among these cases and zones, in one query."""
    saker, soner = zip(*par, strict=True) if (par := list(par)) else ((), ())
    rader = _utfor(
        "SELECT n.sak, n.sone, n.innpakket FROM nokkel n "
        "JOIN unnest(%s::uuid[], %s::text[]) AS p (sak, sone) ON p.sak = n.sak AND p.sone = n.sone",
        [list(saker), list(soner)],
    )
    return {(sak, sone): pakk_ut(innpakket, _aad(sak, sone)) for sak, sone, innpakket in rader}


def lag(sak: UUID, sone: str) -> bytes:
    """The key of this case and zone, made if it is new. Racing writers all get the one that was first."""
    if finnes := hent([(sak, sone)]):
        return finnes[sak, sone]
    ny = pakk(secrets.token_bytes(32), _aad(sak, sone))
    _utfor(
        "INSERT INTO nokkel (sak, sone, kek_versjon, innpakket) VALUES (%s, %s, %s, %s) ON CONFLICT DO NOTHING",
        [sak, sone, KEK_VERSJON, ny],
    )
    return hent([(sak, sone)])[sak, sone]


def lag_mange(par: Iterable[Par]) -> dict[Par, bytes]:
    """Keys for many cases at once, by COPY: for synthetic data."""
    par = list(par)
    with (
        _forbindelse().cursor() as cursor,
        cursor.copy("COPY nokkel (sak, sone, kek_versjon, innpakket) FROM STDIN") as c,
    ):
        for sak, sone in par:
            c.write_row((sak, sone, KEK_VERSJON, pakk(secrets.token_bytes(32), _aad(sak, sone))))
    return hent(par)


def odelegg(sak: UUID) -> int:
    """Destroy every key of a case: its texts can never be read again. Returns how many there were."""
    return len(_utfor("DELETE FROM nokkel WHERE sak = %s RETURNING sone", [sak]))
