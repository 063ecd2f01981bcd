"""Log before key: the only giver of data keys gives those of what was logged (beslutninger 16 and 17).

What is asked about, and how it is logged, is the question of the room that has it: bekymring/lesing/innsyn.py.
"""

import logging
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Protocol
from uuid import UUID

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.db import DatabaseError, connection, connections
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from . import krypto, nokler
from .kontekst import Kontekst

SLETTET = _("Teksten er slettet.")
Spor = Callable[[Sequence[UUID]], Iterable[nokler.Par]]
logger = logging.getLogger(__name__)


class LoggUtilgjengelig(Exception):
    """The read log could not be written: nothing may be shown."""


class HarTekst(Protocol):
    pk: Any
    sak_id: UUID
    sone: str
    innhold: Any  # bytes, or a view of them


class Nokkelring:
    """The keys of the zones one reader holds in what was just logged. Fetched once, when the first text opens."""

    def __init__(self, hva: frozenset[UUID], par: frozenset[nokler.Par]) -> None:
        self.hva, self._par = hva, par
        self._nokler: dict[nokler.Par, AESGCM] | None = None

    def apne(self, tekst: HarTekst) -> str:
        """The text in plain words; `SLETTET` when its key is destroyed; KryptoFeil when it was never yours."""
        sted = (tekst.sak_id, tekst.sone)
        if sted not in self._par:
            raise krypto.KryptoFeil("ingen nøkkel til denne sonen")
        if self._nokler is None:
            self._nokler = {par: AESGCM(nokkel) for par, nokkel in nokler.hent(self._par).items()}
        nokkel = self._nokler.get(sted)
        if nokkel is None:
            return str(SLETTET)
        aad = krypto.sted(tekst.sak_id, tekst.sone, "tekst", "innhold", tekst.pk)
        return krypto.apne(nokkel, tekst.innhold, aad)


def nokkelring(hvem: HttpRequest | Kontekst, hva: Iterable[UUID], spor: Spor) -> Nokkelring:
    """What is asked here must log before it answers; the keys of what it answers are given. One question a response.

    Asking again for the same gives the same ring; asking for more is a programming error: gather first.
    Raises LoggUtilgjengelig (the response becomes 503 without content) when the row cannot be written.
    """
    # vern.middleware gives each request its context
    ctx: Kontekst = hvem if isinstance(hvem, Kontekst) else hvem.kontekst  # type: ignore[attr-defined]
    ids = frozenset(hva)
    if ctx.innsyn is not None:
        if ids <= ctx.innsyn.hva:
            return ctx.innsyn
        raise RuntimeError("det er alt spurt om noe annet i dette svaret: samle først")
    if not ids:
        return Nokkelring(frozenset(), frozenset())
    if len(connection.savepoint_ids) != ctx.dybde:
        raise RuntimeError("nøkler inne i atomic(): loggraden kan forsvinne mens innholdet vises")
    try:
        ctx.innsyn = Nokkelring(ids, frozenset(spor(sorted(ids))))
    except DatabaseError as feil:
        raise LoggUtilgjengelig from feil
    return ctx.innsyn


def avvist(request: HttpRequest, referanse: str) -> None:
    """Log a refused try on the log role's own connection, which no rollback of the request can undo."""
    match = request.resolver_match
    lenke = connections["logg"]
    try:
        with lenke.cursor() as cursor:
            cursor.execute(
                "INSERT INTO vern_avvist (tid, bruker, referanse, side, metode) VALUES (now(), %s, %s, %s, %s)",
                [
                    request.user.pk,
                    referanse.replace("\0", "")[:64],
                    (match.view_name or "")[:60] if match else "",
                    (request.method or "")[:10],
                ],
            )
    except DatabaseError as feil:
        logger.error("avvist forsøk kunne ikke logges")
        raise LoggUtilgjengelig from feil
