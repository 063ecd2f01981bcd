"""All tables of the room. `kjerne` holds the walls' own; `flyt` what the workflow adds."""

from .kjerne import Hendelse, Kjernegruppe, Medlemskap, Sak, Sperre, Tekst, Tilgang, Utkast

__all__ = ["Hendelse", "Kjernegruppe", "Medlemskap", "Sak", "Sperre", "Tekst", "Tilgang", "Utkast"]
