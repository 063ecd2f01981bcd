"""Grounds for tests: laws a jurist has approved, and who has said yes to what, one party at a time."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

from bekymring.choices import Opplysning, Samtykkeform
from bekymring.lesing import grunnlag
from bekymring.models import Hjemmel, Part, Sak, Samtykke
from bekymring.services import samtykke
from brukere.models import Bruker
from demo import regi
from felles.tid import idag
from samarbeid.models import Aktor

from .rapporter import forbi_veggene
from .spor import handler

UTEN, MED, KORT = Opplysning.UTEN_NAVN, Opplysning.MED_NAVN, Opplysning.IDENTITET


def godkjenn(*koder: str) -> None:
    """A jurist has approved these laws today; none is in a new database."""
    with forbi_veggene():
        Hjemmel.objects.filter(kode__in=koder).update(jurist_godkjent=idag())


def part(sak: Sak, type: str, nummer: int = 1) -> Part:
    """The person («selv»), or one of the guardians («foresatt», 2)."""
    with handler("slt"):
        samtykke.parter(sak, foresatte=nummer if type == "foresatt" else 0)
        return sak.parter.get(type=type, nummer=nummer)


def ja(sak: Sak, hvem: Part | str, *slugs: str, formal: str, hva: Any = (MED,), til: int = 100, **mer: Any) -> Samtykke:
    """One party says yes: to those workplaces, or `personer` by user name, for one purpose."""
    giver = part(sak, hvem) if isinstance(hvem, str) else hvem
    personer = Bruker.objects.filter(username__in=mer.pop("personer", ()))
    with handler("slt") as slt:
        [rad] = samtykke.gi_samtykke(
            av=slt,
            sak=sak,
            nokkel=uuid4(),
            givere=[giver],
            mottakere=list(Aktor.objects.filter(slug__in=slugs)),
            personer=list(personer),
            opplysninger=list(hva),
            formal=[formal],
            gyldig_til=idag() + timedelta(days=til),
            **({"form": Samtykkeform.SKRIFTLIG} | mer),
        )
    return rad


def trekk_alle(sak: Sak) -> None:
    """Everybody takes their consent back."""
    with handler("slt"):
        gjeldende = list(sak.samtykker.filter(trukket=None))
    for rad in gjeldende:
        regi.trekk_samtykke(sak, rad)


def dekkes(sak: Sak, hvem: str, formal: str, hva: str = UTEN) -> bool:
    """The answer of the gate, as the koordinator who has the case gets it."""
    with handler("slt"):
        return bool(grunnlag.dekning(sak, [Bruker.objects.get(username=hvem).pk], formal, hva))
