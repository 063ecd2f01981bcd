"""The plan as adopted, and what is reported on it."""

from .ansvar import Ansvar
from .bevis import Statusbevis
from .innhenting import Sammendrag, Statusforesporsel, Statusrunde, Statusutkast, Varseltekst
from .innhold import Aktivitet, Indikator, Kommentar, Lenke, Maling, Nevning
from .plan import (
    Avsnitt,
    Fokuskobling,
    Fokusomrade,
    Fotnote,
    Innsatsomrade,
    Kilde,
    Merknad,
    MuligTiltak,
    Plan,
    Prinsipp,
    Prinsippkobling,
    Tiltak,
    Vedtak,
)
from .rapportering import Milepael, Statusrapport, Statusvurdering
from .rullering import MuligHendelse, Rullering, Rulleringskobling, Rulleringstiltak
from .vedlegg import Vedlegg

__all__ = [
    "Aktivitet",
    "Ansvar",
    "Avsnitt",
    "Fokuskobling",
    "Fokusomrade",
    "Fotnote",
    "Indikator",
    "Innsatsomrade",
    "Kilde",
    "Kommentar",
    "Lenke",
    "Maling",
    "Merknad",
    "Milepael",
    "MuligHendelse",
    "MuligTiltak",
    "Nevning",
    "Plan",
    "Prinsipp",
    "Prinsippkobling",
    "Rullering",
    "Rulleringskobling",
    "Rulleringstiltak",
    "Sammendrag",
    "Statusbevis",
    "Statusforesporsel",
    "Statusrapport",
    "Statusrunde",
    "Statusutkast",
    "Statusvurdering",
    "Tiltak",
    "Varseltekst",
    "Vedlegg",
    "Vedtak",
]
