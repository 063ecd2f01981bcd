"""What an act left behind, read past the walls: who holds what, what happened, what was written."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from django.db import connection
from django.db.models import Q
from django.db.models.functions import Now

from bekymring.models import Hendelse, Sak, Tekst, Tilgang
from brukere.models import Bruker
from vern.kontekst import som

from .rapporter import forbi_veggene
from .saker import bruker


@contextmanager
def handler(brukernavn: str) -> Iterator[Bruker]:
    """Act as a persona: `with handler("slt") as slt: ...`."""
    person = bruker(brukernavn)
    with som(person):
        yield person


def holder(sak: Sak, brukernavn: str) -> set[tuple[str, str]]:
    """The rights a persona holds in a case now, by right and zone."""
    return {(rad.rett, rad.sone) for rad in _gjelder(sak, brukernavn)}


def til_og_med(sak: Sak, brukernavn: str) -> set[datetime | None]:
    """When they end; the register line ends with the last of them and is left out."""
    return {rad.til for rad in _gjelder(sak, brukernavn) if rad.rett != "se"}


def _gjelder(sak: Sak, brukernavn: str) -> list[Tilgang]:
    with forbi_veggene():
        rader = Tilgang.objects.filter(content_object=sak, user__username=brukernavn)
        return list(rader.filter(Q(til=None) | Q(til__gt=Now())))


def hendelser(sak: Sak) -> list[tuple[str, str]]:
    """What has happened, oldest first, each with its zone."""
    with forbi_veggene():
        return list(Hendelse.objects.filter(sak=sak).order_by("tid").values_list("art", "sone"))


def tekster(sak: Sak) -> list[tuple[str, str]]:
    """What has been written, oldest first, each with its zone."""
    with forbi_veggene():
        return list(Tekst.objects.filter(sak=sak).order_by("tid").values_list("art", "sone"))


def saken_na(sak: Sak) -> Sak:
    """The register line as it is now."""
    with forbi_veggene():
        return Sak.objects.select_related("saksansvarlig", "kjernegruppe").get(pk=sak.pk)


@contextmanager
def som_arbeider() -> Iterator[None]:
    """What a job does: with the worker's rights in the database."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('role')")
        (former,) = cursor.fetchone()
        cursor.execute("SET ROLE hp_worker")
        yield
        cursor.execute(f'SET ROLE "{former}"')
