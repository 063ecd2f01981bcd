"""Which accounts may be seen, and which role assignments hold today."""

from __future__ import annotations

import hashlib
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
    from .models import Bruker, Kalenderadresse

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
        return self.filter(pk__in=tildeling._default_manager.gjeldende().filter(rolle=rolle).values("bruker"))

    def etter_navn(self) -> BrukerQuerySet:
        return self.order_by(Sorter("navn"), "pk")


class BrukerManager(UserManager.from_queryset(BrukerQuerySet)):  # type: ignore[misc]
    use_in_migrations = False


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


def avtrykk(nokkel: str) -> str:
    """What is stored of a calendar address. 256 random bits need no salt and no slow digest."""
    return hashlib.sha256(nokkel.encode()).hexdigest()


class KalenderadresseQuerySet(Rader):
    def gjeldende(self) -> KalenderadresseQuerySet:
        """Not withdrawn."""
        return self.filter(trukket__isnull=True)

    def gyldig(self, nokkel: str) -> Kalenderadresse | None:
        """The address that opens with this key, of an open account; none tells nothing of why."""
        rows = self.gjeldende().filter(avtrykk=avtrykk(nokkel), bruker__is_active=True)
        found: Kalenderadresse | None = rows.select_related("bruker").first()
        return found
