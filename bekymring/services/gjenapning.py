"""A closed case is opened again by two (R49, ADR 21). The database says yes or no; here words are kept, people told.

The words of both lie under a key of the case's own for this, so that they go with the case.
"""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from brukere.models import Bruker
from felles import sporring
from felles.avslag import Avslag
from felles.engang import alt_laget
from felles.handler import krev_handler
from vern import krypto, nokler
from vern.choices import Sone
from vern.innsyn import SLETTET

from ..choices import Gjenapningsformal
from ..lesing.innsyn import innsyn
from ..models import Gjenapning, Sak
from ..policy import svarer_for
from .felles import varsle
from .tilgang import oversatt

SONE = "gjenapning"


class AltSpurt(Avslag):
    """One question at a time for a case."""

    def __init__(self) -> None:
        super().__init__(_("Noen har alt spurt om å åpne saken, og venter på svar."))


class AltSvart(Avslag):
    """Somebody was first, it was taken back, or the time is over."""

    def __init__(self) -> None:
        super().__init__(_("Spørsmålet kan ikke besvares nå. Noen andre kan ha svart, eller rollene er endret."))


class KanIkkeLese(Avslag):
    """The reader and the parts do not go together."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "Personen kan ikke lese disse delene. Felles, hvem saken gjelder og mentorens logg åpnes for en "
                "koordinator, og det som ligger hos en tjeneste, for en som arbeider der. En som er inhabil i saken, "
                "kan ikke lese den."
            )
        )


class IngenLukketSak(Avslag):
    """Unknown, open or barred: one answer (beslutninger 13)."""

    def __init__(self) -> None:
        super().__init__(_("Vi finner ingen lukket sak med dette nummeret som du kan be om å få åpnet."))


def _kall(sql: str, verdier: list[Any]) -> None:
    with oversatt():
        sporring.rader(sql, *verdier)


def lukket_sak(nummer: str) -> UUID:
    """The closed case with this number, for those who may ask.

    Raises IngenLukketSak: open, unknown and barred are one.
    """
    [(found,)] = sporring.rader("SELECT vern.lukket_sak(%s)", nummer)
    if found is None:
        raise IngenLukketSak
    return UUID(str(found))


@transaction.atomic
def be_om(
    *,
    av: Bruker,
    nummer: str,
    nokkel: UUID,
    formal: Gjenapningsformal | str,
    soner: Iterable[Sone | str],
    leser: Bruker,
    dager: int,
    begrunnelse: str,
) -> Gjenapning:
    """Ask the other of the two to open a closed case: for what, which parts, for whom and how many days.

    The same key twice is one question. Raises IngenLukketSak, AltSpurt, and KanIkkeLese when the reader may not have
    those parts.
    """
    krev_handler(av)
    sak_id = lukket_sak(nummer)
    if found := alt_laget(Gjenapning.objects.all(), nokkel):
        return found
    if Gjenapning.objects.venter().filter(sak=sak_id).exists():
        raise AltSpurt
    lukket = _lukk(sak_id, nokkel, "begrunnelse", begrunnelse)
    try:
        _kall(
            "SELECT vern.be_om_gjenapning(%s, %s, %s, %s::text[], %s, %s, %s)",
            [nokkel, sak_id, str(formal), [str(sone) for sone in soner], leser.pk, dager, lukket],
        )
    except PermissionDenied:
        raise KanIkkeLese from None
    rad: Gjenapning = Gjenapning.objects.get(pk=nokkel)
    varsle(svarere(rad))
    return rad


@transaction.atomic
def avgjor(*, av: Bruker, rad: Gjenapning, ja: bool, svar: str = "") -> None:
    """The other of the two says yes, and the reader is let in, or no, and says why. Raises AltSvart."""
    krev_handler(av)
    lukket = _lukk(rad.sak_id, rad.pk, "svar", svar.strip()) if svar.strip() else None
    try:
        _kall("SELECT vern.avgjor_gjenapning(%s, %s, %s)", [rad.pk, ja, lukket])
    except PermissionDenied:
        raise AltSvart from None
    varsle(person for person in {rad.bedt_av, *([rad.leser] if ja else [])} if person.pk != av.pk)


def avslutt(*, av: Bruker, rad: Gjenapning) -> None:
    """End it now, or take one's question back. Twice is once; raises PermissionDenied for one it does not concern."""
    krev_handler(av)
    try:
        _kall("SELECT vern.avslutt_gjenapning(%s)", [rad.pk])
    except PermissionDenied:
        rad.refresh_from_db()
        if rad.venter or rad.pagar:
            raise


def les_ordene(request: HttpRequest, rad: Gjenapning) -> dict[str, str]:
    """Why it was asked for, and why it was refused. Logged first, like everything of a case."""
    innsyn(request, [Sak(pk=rad.sak_id)], del_="gjenapning")
    nokkel = nokler.hent([(rad.sak_id, SONE)]).get((rad.sak_id, SONE))
    ord_ = {}
    for felt in ("begrunnelse", "svar"):
        if lukket := getattr(rad, felt):
            ord_[felt] = krypto.apne(nokkel, lukket, _sted(rad.sak_id, rad.pk, felt)) if nokkel else str(SLETTET)
    return ord_


def lest(rad: Gjenapning) -> list[tuple[Any, str, list[str]]]:
    """What the reader has opened: when, which part of the product, which zones. Own look-ups too."""
    return sporring.rader("SELECT tid, utsnitt, soner FROM vern.lest_i_gjenapning(%s)", rad.pk)


def svarere(rad: Gjenapning) -> list[Bruker]:
    """Those of the other role than the one who asked."""
    return [bruker for bruker in Bruker.objects.med_rolle(svarer_for(rad.bedt_av)) if bruker.pk != rad.bedt_av_id]


def _sted(sak_id: UUID, rad: UUID, felt: str) -> bytes:
    return krypto.sted(sak_id, SONE, "gjenapning", felt, rad)


def _lukk(sak_id: UUID, rad: UUID, felt: str, tekst: str) -> bytes:
    return krypto.lukk(nokler.lag(sak_id, SONE), tekst, _sted(sak_id, rad, felt))
