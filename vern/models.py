"""Who has seen what, and who was turned away. Opaque ids only: no case, no person, no content.

No role has a right on these tables but the functions' owner and the log's own login; they are written and read
through database functions (vern 0005, bekymring 0003).
"""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _


class Innsyn(models.Model):
    """One response that showed something of one or more cases (beslutninger 17)."""

    tid = models.DateTimeField(_("tid"), db_default=Now())
    bruker = models.BigIntegerField(_("bruker"))
    roller = ArrayField(models.CharField(max_length=20), verbose_name=_("roller"), default=list)
    saker = ArrayField(models.UUIDField(), verbose_name=_("saker"))
    utsnitt = models.CharField(_("del"), max_length=40)
    soner = ArrayField(models.CharField(max_length=12), verbose_name=_("soner"), default=list)
    grunnlag = ArrayField(models.CharField(max_length=20), verbose_name=_("grunnlag"), default=list)

    class Meta:
        verbose_name = _("innsyn")
        verbose_name_plural = _("innsyn")
        default_permissions = ()
        indexes = [
            models.Index(fields=["bruker", "-id"], name="innsyn_bruker"),
            GinIndex(fields=["saker"], name="innsyn_saker"),
        ]

    def __str__(self) -> str:
        return f"innsyn {self.pk}"


class Avvist(models.Model):
    """A try that was refused, with the reference as it was typed, whether it exists or not (R32)."""

    tid = models.DateTimeField(_("tid"), db_default=Now())
    bruker = models.BigIntegerField(_("bruker"), null=True)
    referanse = models.CharField(_("referanse"), max_length=64)
    side = models.CharField(_("side"), max_length=60)
    metode = models.CharField(_("metode"), max_length=10)

    class Meta:
        verbose_name = _("avvist")
        verbose_name_plural = _("avvist")
        default_permissions = ()
        indexes = [models.Index(fields=["bruker", "-id"], name="avvist_bruker")]

    def __str__(self) -> str:
        return f"avvist {self.pk}"
