"""Which rows count: the current edition, who answers now, the last report."""

from typing import TYPE_CHECKING

from django.db import models

if TYPE_CHECKING:
    from .models import Plan


class PlanQuerySet(models.QuerySet):  # type: ignore[type-arg]
    def gjeldende(self) -> "Plan":
        """The current edition (beslutninger 36)."""
        return self.order_by("-utgave").get(erstattet_av__isnull=True)


class TiltakQuerySet(models.QuerySet):  # type: ignore[type-arg]
    pass


class AnsvarQuerySet(models.QuerySet):  # type: ignore[type-arg]
    def gjeldende(self) -> "AnsvarQuerySet":
        """Parties that answer now, in the plan's order."""
        return self.filter(til__isnull=True).order_by("tiltak", "rekkefolge")


class StatusrapportQuerySet(models.QuerySet):  # type: ignore[type-arg]
    def gjeldende(self) -> "StatusrapportQuerySet":
        """The report that holds for each tiltak and year: the one nothing supersedes."""
        return self.filter(erstattet_av__isnull=True)


class MilepaelQuerySet(models.QuerySet):  # type: ignore[type-arg]
    def apne(self) -> "MilepaelQuerySet":
        """Not reached yet."""
        return self.filter(nadd_dato__isnull=True)
