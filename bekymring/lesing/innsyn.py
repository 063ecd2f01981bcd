"""Log before key: whoever wants to read a case asks here, and the log row is written first (beslutninger 16 and 17).

A page that forgets to log cannot decrypt: vern gives the keys of what this question answers, and no other (ADR 3).
"""

from collections.abc import Iterable, Sequence
from typing import Any, Protocol
from uuid import UUID

from django.http import HttpRequest

from felles import sporring
from vern.innsyn import Nokkelring, nokkelring
from vern.kontekst import Kontekst


class HarSak(Protocol):
    pk: Any


def innsyn(hvem: HttpRequest | Kontekst, saker: Iterable[HarSak], *, del_: str) -> Nokkelring:
    """Log that these cases are shown, then give the keys. One row a response, with all its cases.

    Asking again for the same cases gives the same ring; asking for more is a programming error: gather them first.
    Raises LoggUtilgjengelig (the response becomes 503 without content) when the row cannot be written.
    """

    def logg(ider: Sequence[UUID]) -> list[Any]:
        return sporring.rader("SELECT sak, sone FROM vern.innsyn(%s::uuid[], %s)", ider, del_)

    return nokkelring(hvem, (sak.pk for sak in saker), logg)
