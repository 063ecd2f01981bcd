"""The plan as adopted, and what is reported on it."""

from .ansvar import Ansvar
from .plan import (
    Avsnitt,
    Fokusomrade,
    Fotnote,
    Innsatsomrade,
    Kilde,
    Merknad,
    MuligTiltak,
    Plan,
    Prinsipp,
    Tiltak,
    Vedtak,
)
from .rapportering import Milepael, Statusrapport

__all__ = [
    "Ansvar",
    "Avsnitt",
    "Fokusomrade",
    "Fotnote",
    "Innsatsomrade",
    "Kilde",
    "Merknad",
    "Milepael",
    "MuligTiltak",
    "Plan",
    "Prinsipp",
    "Statusrapport",
    "Tiltak",
    "Vedtak",
]
