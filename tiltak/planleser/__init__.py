"""Read an adopted plan document as it was published. Pure: text in, dataclasses out, no database.

Every line of the document is assigned to something or left as `UKJENT`; none is dropped."""

from .funn import (
    TOM,
    UKJENT,
    Dokumentlinje,
    Lesing,
    LestFotnote,
    LestMulig,
    LestOmrade,
    LestPart,
    LestTiltak,
    LestVedtak,
    Tvil,
)
from .kontroll import finn_feil
from .leser import les_plan
from .tekst import Planfeil, dekod, les_fil

__all__ = [
    "TOM",
    "UKJENT",
    "Dokumentlinje",
    "Lesing",
    "LestFotnote",
    "LestMulig",
    "LestOmrade",
    "LestPart",
    "LestTiltak",
    "LestVedtak",
    "Planfeil",
    "Tvil",
    "dekod",
    "finn_feil",
    "les_fil",
    "les_plan",
]
