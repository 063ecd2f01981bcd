"""Who may order, approve, publish and read reports (beslutninger 11)."""

from typing import TYPE_CHECKING

from brukere.models import Bruker
from brukere.roles import Rolle

from .choices import Rapporttilstand

if TYPE_CHECKING:
    from .models import Rapport


def kan_bestille(bruker: Bruker) -> bool:
    """Koordinator and rådmann order reports, and see the drafts."""
    return bruker.har_rolle(Rolle.KOORDINATOR, Rolle.RADMANN)


def can_view(bruker: Bruker, rapport: "Rapport") -> bool:
    """Published ones are for everybody logged in, the rest for those two. Says the same as `visible_to`."""
    return bruker.is_active and (rapport.tilstand == Rapporttilstand.PUBLISERT or kan_bestille(bruker))


def _kan_godkjennes(rapport: "Rapport") -> bool:
    """The newest draft of a year, once its PDF has been made."""
    return rapport.tilstand == Rapporttilstand.UTKAST and not rapport.er_erstattet and rapport.utkast_klart


def kan_godkjenne(bruker: Bruker, rapport: "Rapport") -> bool:
    """The rådmann approves."""
    return bruker.har_rolle(Rolle.RADMANN) and _kan_godkjennes(rapport)


def venter_pa_radmannen(bruker: Bruker, rapport: "Rapport") -> bool:
    """To be told to who ordered it and cannot approve it."""
    return kan_bestille(bruker) and not bruker.har_rolle(Rolle.RADMANN) and _kan_godkjennes(rapport)


def kan_publisere(bruker: Bruker, rapport: "Rapport") -> bool:
    """Koordinator or rådmann publishes what is approved and has its final PDF."""
    return kan_bestille(bruker) and rapport.tilstand == Rapporttilstand.GODKJENT and rapport.endelig_klart
