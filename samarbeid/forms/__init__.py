"""Turns what people type in the registry into values, and words what is wrong."""

from .register import (
    AktorFilter,
    EndreAktor,
    EndreAvtale,
    EndreKontakt,
    NyAktor,
    NyAvtale,
    NyKontakt,
    TilknytningSkjema,
)
from .samvirke import (
    EndreForum,
    EndreKurs,
    EndreMote,
    NyttForum,
    NyttKurs,
    NyttMote,
    PunktSkjema,
    ReferatSkjema,
)

__all__ = [
    "AktorFilter",
    "EndreAktor",
    "EndreAvtale",
    "EndreForum",
    "EndreKontakt",
    "EndreKurs",
    "EndreMote",
    "NyAktor",
    "NyAvtale",
    "NyKontakt",
    "NyttForum",
    "NyttKurs",
    "NyttMote",
    "PunktSkjema",
    "ReferatSkjema",
    "TilknytningSkjema",
]
