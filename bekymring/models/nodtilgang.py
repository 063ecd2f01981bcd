"""Break-glass: somebody opened a case that was not shared with them, for an hour, and said why (ADR 13)."""

from datetime import datetime, timedelta
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from felles.tid import na

from ..choices import Nodgrunnlag, Nodkonklusjon
from .kjerne import Sak


class NodtilgangQuerySet(models.QuerySet[Any]):
    def pagar(self) -> Self:
        """The hour runs now."""
        return self.filter(til__gt=na())

    def apne(self) -> Self:
        """Used and not yet reviewed, or waiting for a second person: oldest first."""
        return self.filter(vurdert__isnull=True, avslatt__isnull=True).order_by("sokt", "pk")


SVARTID = timedelta(hours=24)


class Nodtilgang(models.Model):
    """Written by database functions only (`vern.start_nodtilgang` and its kin). The reason and the reviewer's words
    are encrypted under a key of the case's own for this, so that they go when the case goes."""

    id = models.UUIDField(primary_key=True, editable=False)
    sak = models.ForeignKey(Sak, models.PROTECT, related_name="nodtilganger", verbose_name=_("sak"))
    nummer = models.CharField(_("saksnummer"), max_length=7)
    bruker = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="nodtilganger", verbose_name=_("bruker")
    )
    grunnlag = models.CharField(_("grunnlag"), max_length=12, choices=Nodgrunnlag)
    begrunnelse = models.BinaryField(_("begrunnelse"), null=True)
    sokt = models.DateTimeField(_("søkt"))
    krever_to = models.BooleanField(_("krever godkjenning"), default=False)
    avgjort_av = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("avgjort av")
    )
    avslatt = models.DateTimeField(_("avslått"), null=True)
    fra = models.DateTimeField(_("fra"), null=True)
    til = models.DateTimeField(_("til"), null=True)
    vurdert = models.DateTimeField(_("vurdert"), null=True)
    vurdert_av = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("vurdert av")
    )
    konklusjon = models.CharField(_("konklusjon"), max_length=12, choices=Nodkonklusjon, blank=True)
    vurdering = models.BinaryField(_("vurdering"), null=True)

    objects = NodtilgangQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=["begrunnelse", "vurdering"])

    class Meta:
        verbose_name = _("nødtilgang")
        verbose_name_plural = _("nødtilganger")
        default_permissions = ()
        indexes = [
            models.Index(fields=["bruker", "-sokt"], name="nodtilgang_bruker"),
            models.Index(fields=["sokt"], condition=Q(vurdert__isnull=True), name="nodtilgang_apne"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(grunnlag__in=Nodgrunnlag.values), name="nodtilgang_kjent_grunnlag"),
            models.CheckConstraint(
                condition=Q(vurdert__isnull=True, konklusjon="")
                | Q(vurdert__isnull=False, konklusjon__in=Nodkonklusjon.values),
                name="nodtilgang_konklusjon",
            ),
            models.CheckConstraint(condition=~Q(vurdert_av=models.F("bruker")), name="nodtilgang_vurdert_av_andre"),
            models.CheckConstraint(condition=~Q(avgjort_av=models.F("bruker")), name="nodtilgang_avgjort_av_andre"),
        ]

    def __str__(self) -> str:
        return f"nødtilgang {self.pk}"

    @property
    def pagar(self) -> bool:
        """The hour runs."""
        return self.fra is not None and self.til is not None and self.til > na()

    @property
    def venter(self) -> bool:
        """A second person has not answered yet, and still can."""
        return self.krever_to and self.avgjort_av_id is None and self.sokt > na() - SVARTID

    @property
    def over(self) -> bool:
        """It was used and is finished: it can be reviewed."""
        return self.til is not None and self.til <= na()

    @property
    def svarfrist(self) -> datetime:
        return self.sokt + SVARTID

    @property
    def minutter_igjen(self) -> int:
        return max(0, -(-int((self.til - na()).total_seconds()) // 60)) if self.til else 0
