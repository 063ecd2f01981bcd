"""Which accounts may be seen, and which role assignments hold today."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.contrib.auth.models import UserManager
from django.contrib.sessions.base_session import BaseSessionManager
from django.db import models
from django.db.models import Q
from django.utils import timezone

from felles.sortering import Sorter

from .policy import can_administer

if TYPE_CHECKING:
    from .models import Bruker

    Rader = models.QuerySet[Any]
else:
    Rader = models.QuerySet


class BrukerQuerySet(Rader):
    def visible_to(self, user: Bruker) -> BrukerQuerySet:
        """Accounts are the systemansvarlig's; others meet colleagues by name where they work together."""
        return self if can_administer(user) else self.none()

    def sok(self, ord: str) -> BrukerQuerySet:
        return self.filter(Q(navn__icontains=ord) | Q(username__icontains=ord) | Q(tittel__icontains=ord))

    def med_rolle(self, rolle: str) -> BrukerQuerySet:
        """Those who hold the role now."""
        tildeling = self.model._meta.get_field("rolletildelinger").related_model
        return self.filter(pk__in=tildeling._default_manager.gyldige().filter(rolle=rolle).values("bruker"))

    def etter_navn(self) -> BrukerQuerySet:
        return self.order_by(Sorter("navn"), "pk")


class BrukerManager(UserManager.from_queryset(BrukerQuerySet)):  # type: ignore[misc]
    use_in_migrations = False


class RolletildelingQuerySet(Rader):
    def gyldige(self) -> RolletildelingQuerySet:
        """Assignments that have begun and not ended."""
        now = timezone.now()
        return self.filter(Q(til__isnull=True) | Q(til__gt=now), fra__lte=now)


class OktQuerySet(Rader):
    def apne(self, bruker: Bruker) -> OktQuerySet:
        """The person's sessions that still open something, newest use first."""
        now = timezone.now()
        return self.filter(
            bruker=bruker,
            sist__gt=now - timedelta(seconds=settings.OKT_UBRUKT),
            startet__gt=now - timedelta(seconds=settings.OKT_LENGST),
        ).order_by("-sist", "merke")


class OktManager(BaseSessionManager.from_queryset(OktQuerySet)):  # type: ignore[misc]
    use_in_migrations = False
