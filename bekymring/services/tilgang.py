"""The only ways to make a case, open or close it to somebody, and put confidential text into it.

Each function that changes who sees what is a database function: the web role cannot write a grant itself.
"""

import secrets
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, IntegrityError, transaction

from brukere.models import Bruker
from felles import sporring
from felles.handler import krev_handler
from felles.tid import na
from vern import krypto, nokler
from vern.choices import Sone

from ..choices import Formal, Hendelseart, Kildetype, Opplysning, Sakrolle, Sperregrunn, Tekstart
from ..models import Hendelse, Sak, Tekst

TEGN = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # without 0 O 1 I, which look alike


class IngenKoordinator(Exception):
    """No koordinator is free to take the case: it must be reported in another way, and nothing is stored."""


class SakUtenLeder(Exception):
    """The last who leads a case cannot leave it: someone else must lead it first."""


@contextmanager
def oversatt() -> Iterator[None]:
    """The database's refusals in the services' own words, in a savepoint so that the page can still answer."""
    try:
        with transaction.atomic():
            yield
    except DatabaseError as feil:
        match getattr(feil.__cause__, "sqlstate", ""):
            case "42501":
                raise PermissionDenied from feil
            case "P0002":
                raise IngenKoordinator from feil
            case "55000":
                raise SakUtenLeder from feil
        raise


def _kall(expression: str, verdier: list[Any]) -> Any:
    with oversatt():
        return sporring.verdi(f"SELECT {expression}", *verdier)


def ny_nummer() -> str:
    """Year and four random characters; never a sequence, which would tell how many cases there are (22)."""
    return f"{na():%y}-{''.join(secrets.choice(TEGN) for _ in range(4))}"


def ny_sak(*, av: Bruker, koordinator_inhabil: bool = False, **felter: Any) -> Sak:
    """A case is born: its id and first grants (melder and koordinator on duty) before its row (beslutninger 6).

    With `koordinator_inhabil` the koordinator on duty is barred and the deputy leads. Raises IngenKoordinator.
    """
    krev_handler(av)
    for _ in range(5):
        try:
            with transaction.atomic():
                sak_id = _kall("vern.ny_sak(%s)", [koordinator_inhabil])
                sak = Sak(id=sak_id, nummer=ny_nummer(), **felter)
                sak.save(force_insert=True)
                return sak
        except IntegrityError:  # the number is taken: try another, tell nobody
            continue
    raise RuntimeError("fant ikke et ledig saksnummer")


def gi_tilgang(
    *,
    av: Bruker,
    sak: Sak,
    bruker: Bruker,
    soner: Iterable[Sone | str],
    skriv: bool = False,
    leder: bool = False,
    grunnlag: Sakrolle | str,
    grunn: UUID | None = None,
    formal: Formal | str = "",
    opplysning: Opplysning | str = Opplysning.UTEN_NAVN,
    fra: datetime | None = None,
    til: datetime | None = None,
) -> None:
    """Open zones of a case to somebody, from now or from `fra`, until `til` or until no ground covers it any longer.

    Only who leads the case gives, and only what a ground covers for this purpose and kind of information; without a
    purpose the role must be one of the few exceptions (beslutninger 1 and 47). Zones of a service go only to those who
    work there (`egne_soner`); `register` alone gives the line without content. Raises PermissionDenied.
    """
    krev_handler(av)
    _kall(
        "vern.gi_tilgang(%s, %s, %s::text[], %s, %s, %s, %s::uuid, %s::timestamptz, %s, %s, %s::timestamptz)",
        [
            sak.pk,
            bruker.pk,
            [str(sone) for sone in soner],
            skriv,
            leder,
            str(grunnlag),
            grunn,
            til,
            str(opplysning),
            str(formal),
            fra,
        ],
    )


def trekk_tilgang(
    *,
    av: Bruker,
    sak: Sak,
    bruker: Bruker,
    grunnlag: Sakrolle | str | None = None,
    grunn: UUID | None = None,
    soner: Iterable[Sone | str] | None = None,
) -> int:
    """End rights at once: those of one ground, one reason, some zones, or all. Returns how many ended (R6, R29).

    By who leads the case or by oneself. Raises SakUtenLeder when nobody would be left to lead.
    """
    krev_handler(av)
    zones = None if soner is None else [str(sone) for sone in soner]
    return int(
        _kall(
            "vern.trekk_tilgang(%s, %s, %s::text, %s::uuid, %s::text[])",
            [sak.pk, bruker.pk, None if grunnlag is None else str(grunnlag), grunn, zones],
        )
    )


def lukk_roller(*, av: Bruker, sak: Sak, roller: Iterable[Sakrolle | str], ledere: bool = True) -> None:
    """End what these roles hold at once, also what has not begun; with `ledere` false the group's leader keeps it.

    Raises SakUtenLeder when no koordinator would be left to lead, PermissionDenied for one who does not lead.
    """
    krev_handler(av)
    _kall("vern.lukk(%s, %s::text[], %s)", [sak.pk, [str(rolle) for rolle in roller], ledere])


def sett_sperre(*, av: Bruker, sak: Sak, bruker: Bruker, grunn: Sperregrunn | str) -> int | None:
    """Keep somebody out of a case whatever else they hold (R23).

    If no koordinator is left to lead, the deputy does: the answer is who that is. Raises IngenKoordinator.
    """
    krev_handler(av)
    neste: int | None = _kall("vern.sett_sperre(%s, %s, %s)", [sak.pk, bruker.pk, str(grunn)])
    return neste


def opphev_sperre(*, av: Bruker, sak: Sak, bruker: Bruker) -> None:
    """Lift a bar. Never one's own."""
    krev_handler(av)
    _kall("vern.opphev_sperre(%s, %s)", [sak.pk, bruker.pk])


def skriv_tekst(
    *,
    av: Bruker,
    sak: Sak,
    sone: Sone | str,
    art: Tekstart | str,
    innhold: str,
    kilde: Kildetype | str = "",
    retter: Tekst | None = None,
    deling: UUID | None = None,
    id: UUID | None = None,
) -> Tekst:
    """Put a text into one zone, encrypted before it leaves this process. The key is committed first (ADR 2).

    A copy carries the `deling` that made it, and may lie in a zone its writer does not hold.
    """
    krev_handler(av)
    rad = id or uuid4()
    nokkel = nokler.lag(sak.pk, str(sone))
    lukket = krypto.lukk(nokkel, innhold, krypto.sted(sak.pk, str(sone), "tekst", "innhold", rad))
    tekst = Tekst(id=rad, sak=sak, sone=sone, art=art, kilde=kilde, innhold=lukket, av=av, retter=retter, deling=deling)
    with oversatt():
        tekst.save(force_insert=True)
    return tekst


def skriv_hendelse(
    *,
    av: Bruker,
    sak: Sak,
    sone: Sone | str,
    art: Hendelseart | str,
    fra: str = "",
    til: str = "",
    tekst: Tekst | None = None,
    id: UUID | None = None,
) -> Hendelse:
    """Say what happened, in the zone it concerns. Moves the case in the lists of those who may know, and only those."""
    krev_handler(av)
    hendelse = Hendelse(id=id or uuid4(), sak=sak, sone=sone, art=art, fra=fra, til=til, av=av, tekst=tekst)
    with oversatt():
        hendelse.save(force_insert=True)
    return hendelse


def overta_sak(*, av: Bruker, sak: Sak) -> None:
    """A koordinator takes over a case that nobody leads: the former one has left the role (R29)."""
    krev_handler(av)
    _kall("vern.overta_sak(%s)", [sak.pk])
    Sak.objects.filter(pk=sak.pk).update(saksansvarlig=av)
    skriv_hendelse(av=av, sak=sak, sone=Sone.REGISTER, art=Hendelseart.TILGANG)
