"""Reports for tests: ordered by the service as a persona; what a worker delivers is set past the walls."""

import hashlib

from felles.tid import idag
from rapport.choices import Jobbart, Jobbtilstand
from rapport.models import Dokument, Jobb, Rapport
from rapport.services import bestill_rapport, godkjenn_rapport, publiser_rapport
from vern.kontekst import som

from .saker import bruker, forbi_veggene

PDF = b"%PDF-1.7 ikke en ekte, "


def bestilt(hvem: str = "slt", **felter: str) -> Rapport:
    """A draft whose job waits."""
    person = bruker(hvem)
    with som(person):
        return bestill_rapport(av=person, ar=idag().year, **felter).rapport


def lever(rapport: Rapport, tilstand: str = Jobbtilstand.FERDIG, feilkode: str = "", forsok: int = 1) -> None:
    """Leave the newest job as a worker does."""
    with forbi_veggene():
        jobb = rapport.jobber.siste()
        assert jobb is not None
        Jobb.objects.filter(pk=jobb.pk).update(tilstand=tilstand, feilkode=feilkode, forsok=forsok)
        if tilstand == Jobbtilstand.FERDIG:
            innhold = PDF + Jobbart(jobb.art).value.encode()
            sha = hashlib.sha256(innhold).hexdigest()
            Dokument.objects.create(jobb=jobb, rapport=rapport, innhold=innhold, storrelse=len(innhold), sha256=sha)


def utkast(**felter: str) -> Rapport:
    """A draft with its document."""
    rapport = bestilt(**felter)
    lever(rapport)
    return rapport


def publisert(**felter: str) -> Rapport:
    """Approved by the rådmann, made anew, and opened to all."""
    rapport, radmann = utkast(**felter), bruker("radmann")
    with som(radmann):
        godkjenn_rapport(av=radmann, rapport=rapport)
    lever(rapport)
    with som(radmann):
        return publiser_rapport(av=radmann, rapport=rapport)
