"""Who has seen what, and who was turned away, with the seals on it. Opaque ids only: no case, no person, no content.

No role has a right on these tables but the functions' owner and the log's own login; they are written and read
through database functions (`vern/sql/` and `bekymring/sql/`).
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


class Segl(models.Model):
    """The seal on all rows of one log from transactions in `[fra_xid, til_xid)`, chained to the seal before."""

    nr = models.BigIntegerField(_("nummer"), primary_key=True)
    logg = models.CharField(_("logg"), max_length=63)
    tid = models.DateTimeField(_("tid"))
    fra_xid = models.BigIntegerField(_("fra transaksjon"))
    til_xid = models.BigIntegerField(_("til transaksjon"))
    ider = ArrayField(models.TextField(), verbose_name=_("rader"))
    avtrykk = ArrayField(models.BinaryField(), verbose_name=_("radenes avtrykk"))
    forrige = models.BinaryField(_("forrige segl"))
    hash = models.BinaryField(_("avtrykk"))

    class Meta:
        verbose_name = _("segl")
        verbose_name_plural = _("segl")
        default_permissions = ()
        indexes = [models.Index(fields=["logg", "-nr"], name="segl_logg")]

    def __str__(self) -> str:
        return f"segl {self.nr}"


class Oppslagsvurdering(models.Model):
    """A look-up out of the ordinary, and what somebody else than the reader has found out about it."""

    innsyn = models.BigIntegerField(_("oppslag"), primary_key=True)
    bruker = models.BigIntegerField(_("bruker"))
    tid = models.DateTimeField(_("tid"))
    regler = ArrayField(models.CharField(max_length=20), verbose_name=_("hvorfor"))
    vurdert = models.DateTimeField(_("vurdert"), null=True)
    vurdert_av = models.BigIntegerField(_("vurdert av"), null=True)
    merknad = models.CharField(_("merknad"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("vurdering av oppslag")
        verbose_name_plural = _("vurderinger av oppslag")
        default_permissions = ()
        indexes = [models.Index(fields=["-innsyn"], name="vurdering_apne", condition=models.Q(vurdert__isnull=True))]

    def __str__(self) -> str:
        return f"vurdering av oppslag {self.pk}"
