"""What all rows made by a form share: the form's key as their own, and a version against lost changes."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _


class Skjemarad(models.Model):
    """A second send of the same form carries the same key, and so makes no second row (beslutninger 29)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    versjon = models.PositiveIntegerField(_("versjon"), default=1, editable=False)

    class Meta:
        abstract = True
