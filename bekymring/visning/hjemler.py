"""The catalogue of laws as its page shows it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _

from brukere.models import Bruker
from vern.choices import Sone

from ..choices import Formal, Opplysning
from ..models import Hjemmel, Hjemmelgodkjenning
from ..policy import can_bekrefte_hjemmel


@dataclass
class Lov:
    """One law in one edition: whether it may be used, and why not."""

    rad: Hjemmel
    gjelder: bool
    godkjenninger: list[tuple[Hjemmelgodkjenning, bool]] = field(default_factory=list)
    """Each with whether the one who reads may confirm it."""

    @property
    def kan_brukes(self) -> bool:
        """In use, within its dates, and approved where it must be."""
        return self.gjelder and (self.rad.jurist_godkjent is not None or not self.rad.trenger_jurist)

    @property
    def hvorfor_ikke(self) -> str:
        """Why it may not be used, in a sentence."""
        if not self.gjelder:
            return _("Ikke i bruk")
        return "" if self.kan_brukes else _("Kan ikke brukes: ikke godkjent av jurist")

    @property
    def mottakere(self) -> str:
        return ", ".join(str(Sone(en).label) for en in self.rad.mottakersoner)

    @property
    def hva(self) -> str:
        return "\n".join(str(Opplysning(en).label) for en in self.rad.opplysninger)

    @property
    def til_hva(self) -> str:
        return "\n".join(str(Formal(en).label) for en in self.rad.formal)


def katalog(
    hjemler: Iterable[Hjemmel], godkjenninger: Iterable[Hjemmelgodkjenning], leser: Bruker, dag: date
) -> list[Lov]:
    """Those that are in use first, by name."""
    lover = {
        h.pk: Lov(h, h.aktiv and h.gyldig_fra <= dag and (h.gyldig_til is None or h.gyldig_til > dag)) for h in hjemler
    }
    for rad in godkjenninger:
        lover[rad.hjemmel_id].godkjenninger.append((rad, can_bekrefte_hjemmel(leser, rad)))
    return sorted(lover.values(), key=lambda lov: (not lov.gjelder, lov.rad.navn, lov.rad.gyldig_fra))
