"""What all rows made by a form share: the form's key as their own, and a version against lost changes."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from ..policy import can_view_internt, can_view_registeret

if TYPE_CHECKING:
    from brukere.models import Bruker


class RegisterQuerySet(models.QuerySet[Any]):
    """Rows everyone logged in may see."""

    def visible_to(self, user: Bruker) -> Self:
        return self if can_view_registeret(user) else self.none()


class InterntQuerySet(models.QuerySet[Any]):
    """Rows for those who hold a role."""

    def visible_to(self, user: Bruker) -> Self:
        return self if can_view_internt(user) else self.none()


class Skjemarad(models.Model):
    """A second send of the same form carries the same key, and so makes no second row (beslutninger 29)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    versjon = models.PositiveIntegerField(_("versjon"), default=1, editable=False)

    class Meta:
        abstract = True
