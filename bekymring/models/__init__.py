"""All tables of the room. `kjerne` holds the walls' own; `grunnlag` and `flyt` what the workflow adds."""

from .beskjed import Beskjed
from .deling import Deling
from .flyt import Ansvarsgruppe, Konklusjon, Kontakt, Mentorforlop, Mote, Oppgave, Sakslistepost, Samtale
from .gjenapning import Gjenapning
from .gjennomgang import Tilgangsgjennomgang
from .godkjenning import Hjemmelgodkjenning, Personvernvurdering
from .grunnlag import (
    Aldersgrense,
    Delingsgrunnlag,
    Foresattunntak,
    Hjemmel,
    Kvittering,
    Part,
    Samtykke,
    Samtykkeregel,
)
from .kjerne import Hendelse, Kjernegruppe, Medlemskap, Sak, Sperre, Tekst, Tilgang, Utkast
from .nodtilgang import Nodtilgang
from .personsok import Personsok
from .tall import Tall

__all__ = [
    "Aldersgrense",
    "Ansvarsgruppe",
    "Beskjed",
    "Deling",
    "Delingsgrunnlag",
    "Foresattunntak",
    "Gjenapning",
    "Hendelse",
    "Hjemmel",
    "Hjemmelgodkjenning",
    "Kjernegruppe",
    "Konklusjon",
    "Kontakt",
    "Kvittering",
    "Medlemskap",
    "Mentorforlop",
    "Mote",
    "Nodtilgang",
    "Oppgave",
    "Part",
    "Personsok",
    "Personvernvurdering",
    "Sak",
    "Sakslistepost",
    "Samtale",
    "Samtykke",
    "Samtykkeregel",
    "Sperre",
    "Tall",
    "Tekst",
    "Tilgang",
    "Tilgangsgjennomgang",
    "Utkast",
]
