"""Which reports a person may see, and which jobs a worker may take."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Exists, OuterRef

from brukere.models import Bruker
from felles.utboks import MAKS_FORSOK, UtboksQuerySet

from .choices import Jobbtilstand, Rapporttilstand
from .policy import kan_bestille

if TYPE_CHECKING:
    from .models import Jobb

AKTIVE = (Jobbtilstand.VENTENDE, Jobbtilstand.PAGAR)


class RapportQuerySet(models.QuerySet):  # type: ignore[type-arg]
    def visible_to(self, bruker: Bruker) -> "RapportQuerySet":
        """Published to everybody logged in; all to koordinator and rådmann. Row-level security repeats it."""
        if not bruker.is_active:
            return self.none()
        if kan_bestille(bruker):
            return self
        return self.filter(tilstand=Rapporttilstand.PUBLISERT)

    def liste(self) -> "RapportQuerySet":
        """Without the snapshot, which is large and which no list shows; with whether there is a document."""
        dokumenter = self.model._meta.get_field("dokumenter").related_model._default_manager
        har = Exists(dokumenter.filter(rapport=OuterRef("pk")))
        rader = self.select_related("erstattet_av").defer("bilde", "erstattet_av__bilde")
        return rader.annotate(har_dokument=har).order_by("-ar", "-versjon")


class JobbQuerySet(UtboksQuerySet):
    def siste(self) -> "Jobb | None":
        return self.order_by("-opprettet").first()

    def aktive(self) -> "JobbQuerySet":
        return self.filter(tilstand__in=AKTIVE)

    def ledige(self, na: datetime) -> "JobbQuerySet":
        """Waiting, or taken by a worker that has stopped answering."""
        return self.aktive().uholdte(na).filter(forsok__lt=MAKS_FORSOK)

    def oppbrukte(self, na: datetime) -> "JobbQuerySet":
        """Tried as often as allowed, and nobody holds it any more."""
        return self.aktive().filter(lease__lt=na, forsok__gte=MAKS_FORSOK)
