"""Which rows of the registry may be seen, and the questions its pages ask."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Q

from .policy import can_view_internt, can_view_registeret

if TYPE_CHECKING:
    from brukere.models import Bruker

    Rader = models.QuerySet[Any]
else:
    Rader = models.QuerySet


class RegisterQuerySet(Rader):
    """Rows everyone logged in may see."""

    def visible_to(self, user: Bruker) -> RegisterQuerySet:
        return self if can_view_registeret(user) else self.none()


class InterntQuerySet(Rader):
    """Rows for those who hold a role."""

    def visible_to(self, user: Bruker) -> InterntQuerySet:
        return self if can_view_internt(user) else self.none()


class AktorQuerySet(RegisterQuerySet):
    def gjeldende(self, dato: datetime.date) -> AktorQuerySet:
        """Partners that exist on the date."""
        return self.filter(
            Q(gyldig_fra__isnull=True) | Q(gyldig_fra__lte=dato), Q(gyldig_til__isnull=True) | Q(gyldig_til__gte=dato)
        )


class KontaktrolleQuerySet(InterntQuerySet):
    def i_bruk(self, dato: datetime.date) -> KontaktrolleQuerySet:
        """Contacts not yet due for deletion. One that is due is not shown, even before the job has run."""
        return self.filter(slettet_dato__isnull=True, slettes_dato__gt=dato)

    def skal_slettes(self, dato: datetime.date) -> KontaktrolleQuerySet:
        return self.filter(slettet_dato__isnull=True, slettes_dato__lte=dato)


class AvtaleQuerySet(InterntQuerySet):
    pass


class ForumQuerySet(RegisterQuerySet):
    pass


class MoteQuerySet(RegisterQuerySet):
    pass


class OppfolgingspunktQuerySet(InterntQuerySet):
    def apne(self) -> OppfolgingspunktQuerySet:
        return self.filter(utfort_dato__isnull=True)


class KursQuerySet(RegisterQuerySet):
    pass
