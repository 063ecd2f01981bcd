"""Courses and how many from each service took part. Never who."""

from __future__ import annotations

from django.db import models
from django.db.models import Q, Sum
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from felles.dato import langdato
from felles.personnummer import personnummer_vern, uten_personnummer
from felles.tid import idag

from .aktor import Aktor
from .grunn import RegisterQuerySet, Skjemarad


class KursQuerySet(RegisterQuerySet):
    def til_liste(self) -> KursQuerySet:
        return (
            self.select_related("arrangor")
            .annotate(antall_deltakere=Sum("deltakelser__antall"))
            .order_by("-dato", "pk")
        )


class Kurs(Skjemarad):
    """A course or a seminar for those who work with the plan."""

    tittel = models.CharField(_("tittel"), max_length=160, validators=[uten_personnummer])
    dato = models.DateField(_("dato"))
    arrangor = models.ForeignKey(Aktor, models.PROTECT, related_name="kurs", verbose_name=_("arrangør"))
    sted = models.CharField(_("sted"), max_length=120, blank=True, validators=[uten_personnummer])
    tiltak_nr = models.PositiveSmallIntegerField(_("hører til tiltak nummer"), null=True, blank=True)
    avlyst = models.BooleanField(_("avlyst"), default=False)

    objects = KursQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("kurs")
        verbose_name_plural = _("kurs")
        ordering = ["-dato", "id"]
        constraints = [
            models.CheckConstraint(condition=~Q(tittel=""), name="kurs_har_tittel"),
            models.CheckConstraint(
                condition=Q(tiltak_nr__isnull=True) | Q(tiltak_nr__range=(1, 99)), name="kurs_tiltak_nr_1_99"
            ),
            *personnummer_vern("kurs", "tittel", "sted"),
        ]

    def __str__(self) -> str:
        return f"{self.tittel}, {langdato(self.dato)}"

    def get_absolute_url(self) -> str:
        return reverse("samarbeid:ett_kurs", args=[self.pk])

    @property
    def kommer(self) -> bool:
        """Its day lies ahead: those counted have signed up, and have not been there."""
        return self.dato > idag()


class Kursdeltakelse(models.Model):
    """How many from one service."""

    kurs = models.ForeignKey(Kurs, models.PROTECT, related_name="deltakelser", verbose_name=_("kurs"))
    tjeneste = models.ForeignKey(Aktor, models.PROTECT, related_name="kursdeltakelser", verbose_name=_("tjeneste"))
    antall = models.PositiveSmallIntegerField(_("antall"))

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("kursdeltakelse")
        verbose_name_plural = _("kursdeltakelser")
        constraints = [
            models.UniqueConstraint(fields=["kurs", "tjeneste"], name="kursdeltakelse_en_rad_per_tjeneste"),
            models.CheckConstraint(condition=Q(antall__lte=9999), name="kursdeltakelse_hoyst_9999"),
        ]

    def __str__(self) -> str:
        return f"{self.tjeneste}: {self.antall}"
