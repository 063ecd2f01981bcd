"""Partners and what we do together with them. Nothing here ever points at a case (R61)."""

from .aktor import Aktor, AktorAlias, Tilknytning
from .forum import Forum, Forummedlem, Mote, Motedeltakelse, Oppfolgingspunkt
from .kontakt import Avtale, Kontaktrolle
from .kurs import Kurs, Kursdeltakelse

__all__ = [
    "Aktor",
    "AktorAlias",
    "Avtale",
    "Forum",
    "Forummedlem",
    "Kontaktrolle",
    "Kurs",
    "Kursdeltakelse",
    "Mote",
    "Motedeltakelse",
    "Oppfolgingspunkt",
    "Tilknytning",
]
