"""What somebody is told when something of a case ended, also when the case is no longer theirs to see."""

import uuid
from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from ..choices import Beskjedart
from .kjerne import Sak


class BeskjedQuerySet(models.QuerySet[Any]):
    def uleste(self) -> "BeskjedQuerySet":
        """Not read yet, oldest first."""
        return self.filter(lest=None).order_by("laget", "pk")


class Beskjed(models.Model):
    """One thing told to one person: which kind, about whom, and when what it concerns is or was. Never any content.

    Written by the database in the transaction that ended something, or by the job; the letter is sent by the job.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    bruker = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="beskjeder", verbose_name=_("til")
    )
    sak = models.ForeignKey(Sak, models.PROTECT, related_name="beskjeder", verbose_name=_("sak"))
    art = models.CharField(_("art"), max_length=14, choices=Beskjedart)
    om = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("om hvem som arbeider her"),
    )
    tid = models.DateTimeField(_("når det den gjelder, er"), null=True)
    laget = models.DateTimeField(_("laget"))
    sendt = models.DateTimeField(_("sendt i brev"), null=True)
    lest = models.DateTimeField(_("lest"), null=True)

    objects = BeskjedQuerySet.as_manager()

    class Meta:
        verbose_name = _("beskjed")
        verbose_name_plural = _("beskjeder")
        default_permissions = ()
        indexes = [
            models.Index(fields=["bruker"], condition=models.Q(lest=None), name="beskjed_uleste"),
            models.Index(fields=["sak", "bruker"], name="beskjed_sak"),
        ]
        constraints = [models.CheckConstraint(condition=models.Q(art__in=Beskjedart.values), name="beskjed_kjent_art")]

    def __str__(self) -> str:
        return f"beskjed {self.pk}"
