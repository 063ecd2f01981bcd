"""A closed case opened again by two: for a purpose, some of its zones, one reader, and a time (R49, ADR 21)."""

from datetime import datetime, timedelta
from typing import Any, Self

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from felles.tid import na
from vern.choices import Sone

from ..choices import Gjenapningsformal
from .kjerne import Sak

SVARTID = timedelta(days=14)
LENGST = 30
UAVGJORT = Q(avgjort__isnull=True, avsluttet__isnull=True)


class GjenapningQuerySet(models.QuerySet[Any]):
    def venter(self) -> Self:
        """Asked for and not answered, while it still can be."""
        return self.filter(UAVGJORT, bedt__gt=na() - SVARTID)

    def pagar(self) -> Self:
        """Open now."""
        return self.filter(til__gt=na(), avsluttet=None)


class Gjenapning(models.Model):
    """Written by database functions only (`vern.be_om_gjenapning` and its kin).

    One of a koordinator and the personvernombud asks, the other answers. The words of both are encrypted under a key of
    the case's own for this, so that they go when the case goes.
    """

    id = models.UUIDField(primary_key=True, editable=False)
    sak = models.ForeignKey(Sak, models.PROTECT, related_name="gjenapninger", verbose_name=_("sak"))
    nummer = models.CharField(_("saksnummer"), max_length=7)
    formal = models.CharField(_("formål"), max_length=12, choices=Gjenapningsformal)
    soner = ArrayField(models.CharField(max_length=12, choices=Sone), verbose_name=_("deler av saken"))
    leser = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("leser"))
    dager = models.PositiveSmallIntegerField(_("dager"))
    begrunnelse = models.BinaryField(_("begrunnelse"))
    bedt_av = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("bedt av"))
    bedt = models.DateTimeField(_("bedt"))
    avgjort_av = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("avgjort av")
    )
    avgjort = models.DateTimeField(_("avgjort"), null=True)
    svar = models.BinaryField(_("svar"), null=True)
    fra = models.DateTimeField(_("fra"), null=True)
    til = models.DateTimeField(_("til"), null=True)
    avsluttet = models.DateTimeField(_("avsluttet"), null=True)
    avsluttet_av = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("avsluttet av")
    )

    objects = GjenapningQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=["begrunnelse", "svar"])

    class Meta:
        verbose_name = _("gjenåpning")
        verbose_name_plural = _("gjenåpninger")
        default_permissions = ()
        ordering = ["-bedt", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["sak"], condition=UAVGJORT, name="gjenapning_en_venter"),
            models.CheckConstraint(condition=Q(formal__in=Gjenapningsformal.values), name="gjenapning_kjent_formal"),
            models.CheckConstraint(condition=Q(dager__range=(1, LENGST)), name="gjenapning_dager"),
            models.CheckConstraint(condition=~Q(avgjort_av=F("bedt_av")), name="gjenapning_avgjort_av_andre"),
            models.CheckConstraint(
                condition=Q(fra=None, til=None) | Q(avgjort__isnull=False, fra__isnull=False, til__gte=F("fra")),
                name="gjenapning_tid",
            ),
        ]

    def __str__(self) -> str:
        return f"gjenåpning {self.pk}"

    @property
    def svarfrist(self) -> datetime:
        return self.bedt + SVARTID

    @property
    def venter(self) -> bool:
        """Nobody has answered, and somebody still can."""
        return self.avgjort is None and self.avsluttet is None and self.svarfrist > na()

    @property
    def pagar(self) -> bool:
        """The reader reads now."""
        return self.til is not None and self.til > na() and self.avsluttet is None

    @property
    def deler(self) -> str:
        """The parts by name, as in a sentence."""
        return ", ".join(str(Sone(sone).label) for sone in self.soner)

    @property
    def slutt(self) -> datetime | None:
        """When it was shut, or shuts itself."""
        return self.avsluttet or self.til

    @property
    def avslatt(self) -> bool:
        return self.avgjort is not None and self.fra is None

    @property
    def ble_feil_rettet(self) -> bool:
        """The case was closed by a mistake, and goes on."""
        return self.formal == Gjenapningsformal.FEIL and self.fra is not None

    @property
    def tilstand(self) -> str:
        """How far it has come, in a word."""
        if self.venter:
            return gettext("Venter på svar")
        if self.avslatt:
            return gettext("Avslått")
        if self.fra is None:
            return gettext("Trukket") if self.avsluttet else gettext("Ikke besvart i tide")
        if self.ble_feil_rettet:
            return gettext("Saken ble åpnet igjen")
        return gettext("Pågår") if self.pagar else gettext("Over")
