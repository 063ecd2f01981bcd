"""Which rows a person may see. Says the same as policy.can_view_* and as the database's own walls."""

from datetime import date
from typing import Self

from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Exists, F, OuterRef

from brukere.models import Bruker
from brukere.roles import Rolle
from felles.tid import na

from .choices import Rett


class SakQuerySet(models.QuerySet):  # type: ignore[type-arg]
    def visible_to(self, user: Bruker | AnonymousUser) -> Self:
        """Register lines the user may see, each with `endret`: the last change that concerns this reader.

        Starts at the grant table, whose index holds the order, so that the cost follows the page and not the
        municipality (P1). The koordinator sees every line through the role unless barred
        (beslutninger 8). A change in a zone the reader does not hold leaves no trace here (beslutninger 4).
        """
        if not user.is_authenticated:
            return self.none()
        if user.har_rolle(Rolle.KOORDINATOR):
            sperrer = self.model._meta.get_field("sperrer").related_model.objects
            barred = sperrer.gjeldende().filter(sak=OuterRef("pk"), bruker=user)
            return self.filter(~Exists(barred)).annotate(endret=F("sist_endret"))
        return self.filter(tilganger__user=user, tilganger__rett=Rett.SE).annotate(endret=F("tilganger__sist_endret"))

    def nyeste_forst(self) -> Self:
        """Newest change first; after visible_to."""
        return self.order_by("-endret", "-pk")


class SperreQuerySet(models.QuerySet):  # type: ignore[type-arg]
    def gjeldende(self) -> Self:
        """Bars that hold now."""
        return self.filter(models.Q(til__isnull=True) | models.Q(til__gt=models.functions.Now()))


class MedlemskapQuerySet(models.QuerySet):  # type: ignore[type-arg]
    def gjeldende(self) -> Self:
        """Memberships that hold now."""
        now = models.functions.Now()
        return self.filter(models.Q(til__isnull=True) | models.Q(til__gt=now), fra__lte=now)


class HjemmelQuerySet(models.QuerySet):  # type: ignore[type-arg]
    def gyldige(self, dag: date) -> Self:
        """Grounds in use on a day, newest version first (R2)."""
        return self.filter(
            models.Q(gyldig_til__isnull=True) | models.Q(gyldig_til__gt=dag), aktiv=True, gyldig_fra__lte=dag
        ).order_by("-gyldig_fra")


class DelingsgrunnlagQuerySet(models.QuerySet):  # type: ignore[type-arg]
    def gjeldende(self) -> Self:
        """Grounds that hold now: begun, not ended, and where no consent carries them confirmed by a second person."""
        now = na()
        return self.filter(fra__lte=now, til__gt=now).filter(
            models.Q(samtykke__isnull=False) | models.Q(bekreftet_av__isnull=False)
        )


class NodtilgangQuerySet(models.QuerySet):  # type: ignore[type-arg]
    def pagar(self) -> Self:
        """The hour runs now."""
        return self.filter(til__gt=na())

    def apne(self) -> Self:
        """Used and not yet reviewed, or waiting for a second person: oldest first."""
        return self.filter(vurdert__isnull=True, avslatt__isnull=True).order_by("sokt")


class DelingQuerySet(models.QuerySet):  # type: ignore[type-arg]
    def gjeldende(self) -> Self:
        """Sharings that hold now. Says the same as the wall on the copies."""
        return self.filter(avsluttet=None, til__gt=models.functions.Now())
