"""The quarterly review of access (R29): due, signed by who leads, and what is missing, for the personvernombud."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet

from brukere.models import Bruker
from felles import sporring
from felles.dato import midnatt
from felles.tid import idag
from vern.choices import Sone

from .. import policy
from ..choices import LUKKET, Hendelseart, Rett, Sakrolle
from ..models import Sak, Tilgangsgjennomgang
from .feil import IkkeTillatt
from .felles import las
from .tilgang import skriv_hendelse


def kvartal(dag: date | None = None) -> date:
    """The first day of the quarter."""
    dag = dag or idag()
    return date(dag.year, dag.month - (dag.month - 1) % 3, 1)


def forrige_kvartal() -> date:
    return kvartal(kvartal() - timedelta(days=1))


def frist() -> date:
    """The last day of the quarter."""
    return kvartal(kvartal() + timedelta(days=95)) - timedelta(days=1)


def til_gjennomgang(bruker: Bruker) -> QuerySet[Sak]:
    """Open cases the user leads as koordinator, there when the quarter began and not signed, oldest first."""
    gjort = Tilgangsgjennomgang.objects.filter(sak=OuterRef("pk"), kvartal=kvartal())
    return (
        Sak.objects.filter(
            tilganger__user=bruker,
            tilganger__rett=Rett.LED,
            tilganger__grunnlag__in=[Sakrolle.KOORDINATOR, Sakrolle.SAKSANSVARLIG],
            opprettet__date__lt=kvartal(),
        )
        .exclude(tilstand__in=LUKKET)
        .exclude(Exists(gjort))
        .order_by("opprettet", "pk")
        .distinct()
    )


@transaction.atomic
def signer(*, av: Bruker, sak: Sak, nokkel: UUID) -> None:
    """Everybody who has access still needs it. Once a quarter: a second signature changes nothing."""
    sak = las(sak)
    if not policy.can_styre_tilgang(policy.les_adgang(av, sak)):
        raise IkkeTillatt
    if sak.gjennomganger.filter(kvartal=kvartal()).exists():
        return
    Tilgangsgjennomgang(id=nokkel, sak=sak, kvartal=kvartal(), av=av).save(force_insert=True)
    skriv_hendelse(av=av, sak=sak, sone=Sone.FELLES, art=Hendelseart.GJENNOMGANG)


@dataclass(frozen=True)
class Mangler:
    """A case that is not reviewed, and who leads it."""

    nummer: str
    ref: str
    leder_id: int | None


def mangler(kvartal_fra: date) -> list[Mangler]:
    """Open cases without a signature for the quarter. For the personvernombud; empty for all others."""
    start = midnatt(kvartal_fra.replace(day=1))
    rader = sporring.rader("SELECT nummer, ref, leder FROM vern.uten_gjennomgang(%s, %s)", kvartal_fra, start)
    return [Mangler(*rad) for rad in rader]
