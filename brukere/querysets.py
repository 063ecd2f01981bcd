"""Which role assignments hold today."""

from django.db import models
from django.db.models import Q
from django.utils import timezone


class RolletildelingQuerySet(models.QuerySet):  # type: ignore[type-arg]
    def gyldige(self) -> "RolletildelingQuerySet":
        """Assignments that have begun and not ended."""
        now = timezone.now()
        return self.filter(Q(til__isnull=True) | Q(til__gt=now), fra__lte=now)
