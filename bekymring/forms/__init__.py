"""Turn what is typed into values, and word the errors. No rules: krav and policy hold those."""

from .felles import KAN_LESE, Sakstekster, Tidspunkt, er_fritekst, navn_og_tittel, radioer
from .godkjenning import HjemmelgodkjenningSkjema, PersonvernvurderingSkjema, VurderingGodkjenning
from .grunnlag import (
    AlderSkjema,
    ApneKortSkjema,
    AvlosSamtykke,
    BareNokkel,
    DelKortSkjema,
    GrunnlagSkjema,
    KortSkjema,
    SamtykkeSkjema,
    UnntakSkjema,
)
from .kjernegruppe import GruppeSkjema, Innkalling, MedlemSkjema, Vurdering
from .logg import OppslagsvurderingSkjema
from .melding import MELDESIDER, MeldGjort, MeldHvem, MeldSeOver, MeldSett, PaNytt
from .oppfolging import AnsvarsgruppeSkjema, MentorkontaktSkjema, MentorSkjema, OverlatSkjema
from .samtale import FORSLAG, AvtalSamtale, BareVersjon, Bekreftelse, FlyttSamtale, Referat
from .steg import (
    Avklaring,
    Avslutt,
    Begrunnelse,
    Fortsett,
    Konkluder,
    MedFrist,
    Overfor,
    Stegskjema,
    VelgGruppe,
    VelgMote,
)

__all__ = [
    "FORSLAG",
    "KAN_LESE",
    "MELDESIDER",
    "AlderSkjema",
    "AnsvarsgruppeSkjema",
    "ApneKortSkjema",
    "Avklaring",
    "AvlosSamtykke",
    "Avslutt",
    "AvtalSamtale",
    "BareNokkel",
    "BareVersjon",
    "Begrunnelse",
    "Bekreftelse",
    "DelKortSkjema",
    "FlyttSamtale",
    "Fortsett",
    "GrunnlagSkjema",
    "GruppeSkjema",
    "HjemmelgodkjenningSkjema",
    "Innkalling",
    "Konkluder",
    "KortSkjema",
    "MedFrist",
    "MedlemSkjema",
    "MeldGjort",
    "MeldHvem",
    "MeldSeOver",
    "MeldSett",
    "MentorSkjema",
    "MentorkontaktSkjema",
    "OppslagsvurderingSkjema",
    "Overfor",
    "OverlatSkjema",
    "PaNytt",
    "PersonvernvurderingSkjema",
    "Referat",
    "Sakstekster",
    "SamtykkeSkjema",
    "Stegskjema",
    "Tidspunkt",
    "UnntakSkjema",
    "VelgGruppe",
    "VelgMote",
    "Vurdering",
    "VurderingGodkjenning",
    "er_fritekst",
    "navn_og_tittel",
    "radioer",
]
