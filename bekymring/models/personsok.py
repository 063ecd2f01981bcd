"""That a koordinator asked whether a person is in one of their own cases, and why. Never whom they asked about."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from ..choices import Sokeformal


class Personsok(models.Model):
    """One act. Written by `vern.start_personsok` before a card is opened; the walls ask it which cards may open.

    `saker` are those that were looked into, not those where something was found: that would be a register of names.
    """

    tid = models.DateTimeField(_("tid"), db_default=Now())
    bruker = models.BigIntegerField(_("bruker"))
    formal = models.CharField(_("formål"), max_length=12, choices=Sokeformal)
    saker = ArrayField(models.UUIDField(), verbose_name=_("saker"))

    class Meta:
        verbose_name = _("søk etter person")
        verbose_name_plural = _("søk etter personer")
        default_permissions = ()
        indexes = [models.Index(fields=["bruker", "-id"], name="personsok_bruker")]
        constraints = [
            models.CheckConstraint(condition=models.Q(formal__in=Sokeformal.values), name="personsok_kjent_formal")
        ]

    def __str__(self) -> str:
        return f"søk etter person {self.pk}"
