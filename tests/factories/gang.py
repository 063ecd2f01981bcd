"""How far a case has come, each step by the persona whose step it is."""

from typing import Any

from bekymring.models import Mote, Sak
from demo import regi


def meldt(alder: str = "16_17") -> Sak:
    """Reported, in a municipality with its two groups."""
    regi.lag_grupper()
    return regi.meld(alder)


def avklart(alder: str = "16_17", *slugs: str, **samtykke: Any) -> Sak:
    """With the koordinator, and with consent to share with the group and the police, or with those named."""
    sak = regi.til_avklaring(meldt(alder))
    regi.gi_samtykke(sak, *slugs, **samtykke)
    return sak


def henvist(alder: str = "16_17", *slugs: str, **samtykke: Any) -> Sak:
    """With the leader of the group."""
    return regi.steg(avklart(alder, *slugs, **samtykke), "slt", "henvis")


def pa_saksliste(alder: str = "16_17", *slugs: str, mote: Mote | None = None, **samtykke: Any) -> Sak:
    """Before the group."""
    sak = henvist(alder, *slugs, **samtykke)
    return regi.steg(sak, "kjerneleder", "sett_pa_saksliste", mote=mote or regi.mote())


def konkludert(*typer: str, alder: str = "16_17", **felt: Any) -> Sak:
    """The group has recommended something: a conversation, unless other kinds are named."""
    return regi.konkluder(pa_saksliste(alder), *typer, **felt)
