"""What holds from one moment to another: `til` is the first moment after, and none while nobody has set an end."""

from datetime import date, datetime
from typing import Any, Self

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils import timezone


def gjelder(naa: date | datetime | Now, fra: str = "fra", til: str = "til") -> Q:
    """Has begun and not ended."""
    return Q(**{f"{fra}__lte": naa}) & (Q(**{f"{til}__isnull": True}) | Q(**{f"{til}__gt": naa}))


class PeriodeQuerySet(models.QuerySet[Any]):
    """Rows with `fra` and `til`."""

    def gjeldende(self, naa: datetime | Now | None = None) -> Self:
        """Those that hold. Access holds by the real clock, also while the seeder moves that of the acts."""
        return self.filter(gjelder(naa or timezone.now()))
