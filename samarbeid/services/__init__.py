"""Acts in the registry. Each checks the right itself, so that no door is without a lock."""

from .register import (
    endre_aktor,
    endre_avtale,
    endre_kontakt,
    ny_avtale,
    ny_kontakt,
    opprett_aktor,
    slett_forfalte_kontakter,
    slett_kontakt,
)
from .samvirke import (
    endre_forum,
    endre_kurs,
    endre_mote,
    nytt_punkt,
    opprett_forum,
    planlegg_mote,
    registrer_kurs,
    sett_punkt,
    skriv_referat,
)
from .tilknytning import avslutt_tilknytning, knytt_til

__all__ = [
    "avslutt_tilknytning",
    "endre_aktor",
    "endre_avtale",
    "endre_forum",
    "endre_kontakt",
    "endre_kurs",
    "endre_mote",
    "knytt_til",
    "ny_avtale",
    "ny_kontakt",
    "nytt_punkt",
    "opprett_aktor",
    "opprett_forum",
    "planlegg_mote",
    "registrer_kurs",
    "sett_punkt",
    "skriv_referat",
    "slett_forfalte_kontakter",
    "slett_kontakt",
]
