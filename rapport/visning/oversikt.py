"""What the start page tells of the reports: which wait on a person, and the newest that can be downloaded."""

from dataclasses import dataclass, field

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from brukere.models import Bruker
from felles.gjoremal import Gjoremal

from ..choices import Rapporttilstand
from ..models import Rapport
from ..policy import kan_bestille, kan_godkjenne, kan_publisere


@dataclass
class Rapportene:
    """For those who order reports; others find the published ones under Rapporter."""

    ventende: list[Gjoremal] = field(default_factory=list)
    siste: Rapport | None = None

    @property
    def nedlasting(self) -> str:
        """Where the newest published document is; empty when there is none."""
        return reverse("rapport:pdf", args=[self.siste.pk]) if self.siste else ""


def rapportene(user: Bruker) -> Rapportene:
    """Reports to approve, for the rådmann, or to publish; and the newest published. One query when nothing waits."""
    if not kan_bestille(user):
        return Rapportene()
    found = Rapportene()
    published = Q(tilstand=Rapporttilstand.PUBLISERT)
    for rapport in Rapport.objects.visible_to(user).filter(published | Q(erstattet_av__isnull=True)).liste():
        if rapport.tilstand == Rapporttilstand.PUBLISERT:
            if found.siste is None and rapport.har_dokument:
                found.siste = rapport
        elif tittel := _tittel(user, rapport):
            found.ventende.append(Gjoremal(tittel=tittel % {"ar": rapport.ar}, url=rapport.get_absolute_url()))
    return found


def _tittel(user: Bruker, rapport: Rapport) -> str:
    if kan_godkjenne(user, rapport):
        return _("Godkjenn statusrapporten for %(ar)s")
    return _("Publiser statusrapporten for %(ar)s") if kan_publisere(user, rapport) else ""
