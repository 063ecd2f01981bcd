"""Break-glass: ask, decide, end, review (ADR 13). The database says yes or no; here words are kept, people told.

The reason and the reviewer's words lie under a key of the case's own for this, so that they go with the case.
"""

from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from brukere.models import Bruker
from brukere.roles import Rolle
from felles import sporring
from felles.avslag import Avslag
from felles.handler import krev_handler
from vern import krypto, nokler
from vern.innsyn import SLETTET

from ..choices import Nodgrunnlag, Nodkonklusjon
from ..lesing.innsyn import innsyn
from ..models import Nodtilgang, Sak
from .felles import varsle
from .tilgang import oversatt

SONE = "nodtilgang"


class IngenSak(Avslag):
    """Unknown, foreign or barred: one answer (beslutninger 13)."""

    def __init__(self) -> None:
        super().__init__(_("Vi finner ingen sak med dette nummeret som du kan få nødtilgang til."))


class ForMange(Avslag):
    def __init__(self) -> None:
        super().__init__(_("Du har prøvd mange ganger. Vent ti minutter, eller ring koordinatoren."))


def _kall(sql: str, verdier: list[Any]) -> tuple[Any, ...]:
    with oversatt():
        [rad] = sporring.rader(sql, *verdier)
    return rad


def _lukk(sak_id: UUID, rad: UUID, felt: str, tekst: str) -> bytes:
    return krypto.lukk(nokler.lag(sak_id, SONE), tekst, krypto.sted(sak_id, SONE, "nodtilgang", felt, rad))


@transaction.atomic
def sok_nodtilgang(
    *, av: Bruker, nokkel: UUID, nummer: str, grunnlag: Nodgrunnlag | str, begrunnelse: str
) -> Nodtilgang | UUID:
    """Open one case for an hour, or ask for it when it is the fourth in thirty days (R27).

    Gives the row, or the id of the case when the asker has it already. Raises IngenSak and ForMange; the view logs
    the refusal. Case owner and personvernombud are told at once, without a word of the case.
    """
    krev_handler(av)
    utfall, sak_id, leder = _kall(
        "SELECT utfall, sak, leder FROM vern.start_nodtilgang(%s, %s, %s)", [nokkel, nummer, str(grunnlag)]
    )
    if utfall == "for_mange":
        raise ForMange
    if utfall == "ukjent":
        raise IngenSak
    if utfall == "har":
        return UUID(str(sak_id))
    if utfall != "finnes":
        _kall("SELECT vern.begrunn_nodtilgang(%s, %s)", [nokkel, _lukk(sak_id, nokkel, "begrunnelse", begrunnelse)])
        varsle(_avgjorere(av) if utfall == "venter" else _varslede(av, leder))
    return Nodtilgang.objects.get(pk=nokkel)


@transaction.atomic
def avgjor_nodtilgang(*, av: Bruker, rad: Nodtilgang, ja: bool) -> None:
    """The second person says yes, and the hour begins, or no."""
    krev_handler(av)
    (leder,) = _kall("SELECT vern.avgjor_nodtilgang(%s, %s)", [rad.pk, ja])
    varsle([rad.bruker, *(_varslede(av, leder) if ja else [])])


def avslutt_nodtilgang(*, av: Bruker, rad: Nodtilgang) -> None:
    """End one's own hour now. Ending it twice changes nothing."""
    krev_handler(av)
    try:
        _kall("SELECT vern.avslutt_nodtilgang(%s)", [rad.pk])
    except PermissionDenied:
        if rad.bruker_id != av.pk:
            raise


def vurder_nodtilgang(*, av: Bruker, rad: Nodtilgang, konklusjon: Nodkonklusjon | str, vurdering: str) -> None:
    """Close the review: by the personvernombud, never the one who used it, when the hour is over."""
    krev_handler(av)
    lukket = _lukk(rad.sak_id, rad.pk, "vurdering", vurdering)
    _kall("SELECT vern.vurder_nodtilgang(%s, %s, %s)", [rad.pk, str(konklusjon), lukket])


def les_ordene(request: HttpRequest, rad: Nodtilgang) -> dict[str, str]:
    """The reason, and the reviewer's words when they are there. Logged first, like everything of a case."""
    innsyn(request, [Sak(pk=rad.sak_id)], del_="nodtilgang")
    nokkel = nokler.hent([(rad.sak_id, SONE)]).get((rad.sak_id, SONE))
    ord_ = {}
    for felt in ("begrunnelse", "vurdering"):
        if lukket := getattr(rad, felt):
            sted = krypto.sted(rad.sak_id, SONE, "nodtilgang", felt, rad.pk)
            ord_[felt] = krypto.apne(nokkel, lukket, sted) if nokkel else str(SLETTET)
    return ord_


def apen_vurdering() -> bool:
    """For the rådmann: that a review is open, and nothing more (beslutninger 11)."""
    return bool(sporring.verdi("SELECT vern.apen_nodvurdering()"))


def _varslede(av: Bruker, leder: int | None) -> list[Bruker]:
    eiere = Bruker.objects.filter(pk=leder) if leder else Bruker.objects.none()
    return [bruker for bruker in (*eiere, *Bruker.objects.med_rolle(Rolle.PERSONVERNOMBUD)) if bruker.pk != av.pk]


def _avgjorere(av: Bruker) -> list[Bruker]:
    hvem = Bruker.objects.med_rolle(Rolle.PERSONVERNOMBUD) | Bruker.objects.med_rolle(Rolle.KOORDINATOR)
    return [bruker for bruker in hvem if bruker.pk != av.pk]
