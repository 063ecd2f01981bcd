"""Which rows a person may see. Says the same as policy.Adgang and as the database's own walls."""

from datetime import date, datetime
from typing import Self

from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Now

from brukere.models import Bruker
from felles.periode import PeriodeQuerySet, gjelder
from felles.tid import na

from .choices import Rett
from .policy import can_view_alle_saker


class SakQuerySet(models.QuerySet):  # type: ignore[type-arg]
    def visible_to(self, user: Bruker | AnonymousUser) -> Self:
        """Register lines the user may see, each with `endret`: the last change that concerns this reader.

        Starts at the grant table, whose index holds the order, so that the cost follows the page and not the
        municipality (P1). The koordinator sees every line through the role unless barred
        (beslutninger 8). A change in a zone the reader does not hold leaves no trace here (beslutninger 4).
        """
        if not user.is_authenticated:
            return self.none()
        if can_view_alle_saker(user):
            sperrer = self.model._meta.get_field("sperrer").related_model.objects
            barred = sperrer.gjeldende().filter(sak=OuterRef("pk"), bruker=user)
            return self.filter(~Exists(barred)).annotate(endret=F("sist_endret"))
        return self.filter(tilganger__user=user, tilganger__rett=Rett.SE).annotate(endret=F("tilganger__sist_endret"))

    def nyeste_forst(self) -> Self:
        """Newest change first; after visible_to."""
        return self.order_by("-endret", "-pk")


class SperreQuerySet(PeriodeQuerySet):
    def gjeldende(self, naa: datetime | Now | None = None) -> Self:
        """Bars that hold, by the clock of the database, which sets them."""
        return super().gjeldende(naa or Now())


class HjemmelQuerySet(models.QuerySet):  # type: ignore[type-arg]
    def gyldige(self, dag: date) -> Self:
        """Grounds in use on a day, newest version first (R2)."""
        return self.filter(gjelder(dag, "gyldig_fra", "gyldig_til"), aktiv=True).order_by("-gyldig_fra")


class DelingsgrunnlagQuerySet(PeriodeQuerySet):
    def gjeldende(self, naa: datetime | Now | None = None) -> Self:
        """Grounds that hold: begun, not ended, and where no consent carries them confirmed by a second person."""
        carried = Q(samtykke__isnull=False) | Q(bekreftet_av__isnull=False)
        return super().gjeldende(naa or na()).filter(carried)


class NodtilgangQuerySet(models.QuerySet):  # type: ignore[type-arg]
    def pagar(self) -> Self:
        """The hour runs now."""
        return self.filter(til__gt=na())

    def apne(self) -> Self:
        """Used and not yet reviewed, or waiting for a second person: oldest first."""
        return self.filter(vurdert__isnull=True, avslatt__isnull=True).order_by("sokt")
