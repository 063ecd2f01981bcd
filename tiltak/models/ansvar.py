"""Who answers for a tiltak, in the plan's order."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from felles.personnummer import personnummer_vern, uten_personnummer
from samarbeid.models import Aktor

from ..choices import Ansvarsrolle
from .plan import Tiltak


class AnsvarQuerySet(models.QuerySet[Any]):
    def gjeldende(self) -> AnsvarQuerySet:
        """Parties that answer now, in the plan's order, with their names at hand."""
        return self.filter(til__isnull=True).select_related("aktor", "enhet").order_by("tiltak", "rekkefolge")

    def pa(self, dag: date) -> AnsvarQuerySet:
        """Parties that answered on a day."""
        held = Q(fra__isnull=True) | Q(fra__lte=dag), Q(til__isnull=True) | Q(til__gt=dag)
        return self.filter(*held).select_related("aktor", "enhet").order_by("tiltak", "rekkefolge")


HOVED = Ansvarsrolle.HOVEDANSVARLIG
USPESIFISERT = Ansvarsrolle.USPESIFISERT


class Ansvar(models.Model):
    """One responsible party. The first is hovedansvarlig; a transfer ends one row and begins another."""

    tiltak = models.ForeignKey(Tiltak, models.PROTECT, related_name="ansvar", verbose_name=_("tiltak"))
    rekkefolge = models.PositiveSmallIntegerField(_("rekkefølge"))
    rolle = models.CharField(_("rolle"), max_length=16, choices=Ansvarsrolle)
    aktor = models.ForeignKey(
        Aktor, models.PROTECT, null=True, blank=True, related_name="ansvar", verbose_name=_("aktør")
    )
    enhet = models.ForeignKey(
        Aktor, models.PROTECT, null=True, blank=True, related_name="ansvar_som_enhet", verbose_name=_("enhet")
    )
    navn_i_planen = models.CharField(_("navn i planen"), max_length=120)
    enhet_i_planen = models.CharField(_("enhet i planen"), max_length=120, blank=True)
    fra = models.DateField(_("fra"), null=True, blank=True)
    til = models.DateField(_("til"), null=True, blank=True)
    etter = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="overtatt_av", verbose_name=_("overtatt fra")
    )
    grunn = models.CharField(_("grunn"), max_length=300, blank=True, validators=[uten_personnummer])

    objects = AnsvarQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("ansvar")
        verbose_name_plural = _("ansvar")
        ordering = ["tiltak", "rekkefolge", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["tiltak", "rekkefolge"], condition=Q(til__isnull=True), name="ansvar_en_per_plass"
            ),
            models.CheckConstraint(condition=Q(rolle__in=Ansvarsrolle.values), name="ansvar_kjent_rolle"),
            models.CheckConstraint(
                condition=Q(rolle=HOVED, rekkefolge=1) | (~Q(rolle=HOVED) & Q(rekkefolge__gt=1)),
                name="ansvar_forste_er_hovedansvarlig",
            ),
            models.CheckConstraint(
                condition=Q(aktor__isnull=False) | Q(rolle=USPESIFISERT, enhet__isnull=True),
                name="ansvar_navngitt_eller_uspesifisert",
            ),
            models.CheckConstraint(
                condition=Q(til__isnull=True) | Q(fra__isnull=True) | Q(til__gte=F("fra")),
                name="ansvar_til_etter_fra",
            ),
            models.CheckConstraint(
                condition=Q(etter__isnull=True) | (Q(fra__isnull=False) & ~Q(grunn="")),
                name="ansvar_overtatt_har_dag_og_grunn",
            ),
            *personnummer_vern("ansvar", "grunn"),
        ]

    def __str__(self) -> str:
        return f"{self.navn_i_planen} ({self.enhet_i_planen})" if self.enhet_i_planen else self.navn_i_planen

    @property
    def dagens_navn(self) -> str:
        """What the party is called now, where the plan calls it something else."""
        return self.aktor.navn if self.aktor and self.aktor.navn != self.navn_i_planen else ""

    @property
    def kort(self) -> str:
        """What stands in a table cell: the unit when the plan names one, else the party."""
        holder = self.enhet or self.aktor
        return holder.kort if holder else self.navn_i_planen
