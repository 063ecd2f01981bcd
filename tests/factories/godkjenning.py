"""What is settled before the case part is used, registered by the personvernombud and not yet confirmed."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

from bekymring.models import Hjemmel, Hjemmelgodkjenning, Personvernvurdering
from bekymring.services import godkjenning
from felles.tid import idag

from .rapporter import forbi_veggene
from .spor import handler


def registrert_hjemmel(kode: str, av: str = "personvern") -> Hjemmelgodkjenning:
    """A jurist's word on a law, written down by one."""
    with handler(av) as person:
        return godkjenning.registrer_hjemmel(
            av=person,
            nokkel=uuid4(),
            hjemmel=Hjemmel.objects.get(kode=kode),
            jurist="Oppdiktet Jurist",
            arkivref="26/1",
            dato=idag(),
        )


def registrert_vurdering(av: str = "personvern", **felt: Any) -> Personvernvurdering:
    """An assessment of privacy that waits for the leader."""
    verdier: dict[str, Any] = {
        "versjonsnr": "2.0",
        "dato": idag(),
        "arkivref": "26/2",
        "restrisiko": "lav",
        "vurderes": idag() + timedelta(days=300),
    }
    with handler(av) as person:
        return godkjenning.registrer_vurdering(av=person, nokkel=uuid4(), **(verdier | felt))


def saksdelen_av() -> None:
    """No approved assessment of privacy."""
    with forbi_veggene():
        Personvernvurdering.objects.all().delete()


def vurderes(om_dager: int) -> None:
    """The approved assessment is to be seen anew in so many days."""
    with forbi_veggene():
        dag = idag() + timedelta(days=om_dager)
        Personvernvurdering.objects.update(dato=dag - timedelta(days=400), vurderes=dag)
