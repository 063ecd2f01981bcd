"""All tables of the room. `kjerne` holds the walls' own; `grunnlag` and `flyt` what the workflow adds."""

from .deling import Deling
from .flyt import Ansvarsgruppe, Konklusjon, Kontakt, Mentorforlop, Mote, Oppgave, Sakslistepost, Samtale
from .gjennomgang import Tilgangsgjennomgang
from .grunnlag import Delingsgrunnlag, Hjemmel, Kvittering, Samtykke
from .kjerne import Hendelse, Kjernegruppe, Medlemskap, Sak, Sperre, Tekst, Tilgang, Utkast
from .nodtilgang import Nodtilgang
from .personsok import Personsok
from .tall import Tall

__all__ = [
    "Ansvarsgruppe",
    "Deling",
    "Delingsgrunnlag",
    "Hendelse",
    "Hjemmel",
    "Kjernegruppe",
    "Konklusjon",
    "Kontakt",
    "Kvittering",
    "Medlemskap",
    "Mentorforlop",
    "Mote",
    "Nodtilgang",
    "Oppgave",
    "Personsok",
    "Sak",
    "Sakslistepost",
    "Samtale",
    "Samtykke",
    "Sperre",
    "Tall",
    "Tekst",
    "Tilgang",
    "Tilgangsgjennomgang",
    "Utkast",
]
