"""Partners: organisations and units, their names through time, and the users who work there."""

from __future__ import annotations

import datetime

from django.conf import settings
from django.contrib.postgres.aggregates import StringAgg
from django.contrib.postgres.functions import RandomUUID
from django.db import models
from django.db.models import Case, Count, F, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Lower, Now
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from felles.periode import PeriodeQuerySet
from felles.personnummer import personnummer_vern, uten_personnummer
from felles.sok import alle_ord_i
from felles.sortering import Sorter
from felles.tid import idag
from vern.choices import Sone

from ..choices import TJENESTETYPER, Aktortype
from .grunn import RegisterQuerySet


class AktorQuerySet(RegisterQuerySet):
    def gjeldende(self, dato: datetime.date) -> AktorQuerySet:
        """Partners that exist on the date. One with a successor and no known end is taken as gone."""
        begynt = Q(gyldig_fra__isnull=True) | Q(gyldig_fra__lte=dato)
        varer = Q(gyldig_til__isnull=True, etterfulgt_av__isnull=True) | Q(gyldig_til__gte=dato)
        return self.filter(begynt, varer)

    def tjenester(self) -> AktorQuerySet:
        """Those whose employees go on courses and are counted there."""
        return self.filter(type__in=TJENESTETYPER)

    def sok(self, ord: str) -> AktorQuerySet:
        """Partners that are, or were, called something with these words in it."""
        aliaser = AktorAlias.objects.filter(aktor=OuterRef("pk")).values("aktor").values(alle=StringAgg("navn", "\n"))
        return self.filter(alle_ord_i(ord, "navn", "kortnavn", Subquery(aliaser)))

    def etter_type(self) -> AktorQuerySet:
        """Grouped by kind in the order of the choices, Norwegian order inside."""
        plass = Case(*(When(type=verdi, then=Value(nr)) for nr, verdi in enumerate(Aktortype.values)))
        return self.order_by(plass, Sorter("navn"), "pk")

    def til_liste(self) -> AktorQuerySet:
        """With what the list shows of each."""
        naa = Q(forummedlemskap__til__isnull=True, forummedlemskap__forum__avsluttet__isnull=True)
        fora = Count("forummedlemskap", filter=naa, distinct=True)
        return self.select_related("over", "etterfulgt_av").prefetch_related("aliaser").annotate(antall_fora=fora)


class Aktor(models.Model):
    """An organisation or a unit of one. A renamed or merged one keeps its row and points to its successor."""

    slug = models.SlugField(_("kode"), max_length=60, unique=True)
    navn = models.CharField(_("navn"), max_length=160, validators=[uten_personnummer])
    kortnavn = models.CharField(_("kortnavn"), max_length=60, blank=True, validators=[uten_personnummer])
    type = models.CharField(_("type"), max_length=20, choices=Aktortype)
    over = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="enheter", verbose_name=_("del av")
    )
    sone = models.CharField(_("sone i saker"), max_length=12, choices=Sone, blank=True)
    gyldig_fra = models.DateField(_("gyldig fra"), null=True, blank=True)
    gyldig_til = models.DateField(_("gyldig til"), null=True, blank=True)
    etterfulgt_av = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="forgjengere",
        verbose_name=_("etterfulgt av"),
    )
    nettsted = models.URLField(_("nettsted"), blank=True)
    merknad = models.TextField(_("merknad"), blank=True, max_length=2000, validators=[uten_personnummer])
    skjema = models.UUIDField(_("skjemaets nøkkel"), unique=True, db_default=RandomUUID(), editable=False)
    versjon = models.PositiveIntegerField(_("versjon"), default=1, editable=False)

    objects = AktorQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("aktør")
        verbose_name_plural = _("aktører")
        ordering = [Sorter("navn"), "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(type__in=Aktortype.values), name="aktor_kjent_type"),
            models.CheckConstraint(
                condition=Q(gyldig_til__isnull=True) | Q(gyldig_fra__isnull=True) | Q(gyldig_til__gte=F("gyldig_fra")),
                name="aktor_til_etter_fra",
            ),
            models.CheckConstraint(
                condition=Q(over__isnull=True) | ~Q(over=F("id")), name="aktor_ikke_del_av_seg_selv"
            ),
            models.CheckConstraint(
                condition=Q(etterfulgt_av__isnull=True) | ~Q(etterfulgt_av=F("id")), name="aktor_ikke_egen_etterfolger"
            ),
            *personnummer_vern("aktor", "navn", "kortnavn", "merknad"),
        ]

    def __str__(self) -> str:
        return self.navn

    def get_absolute_url(self) -> str:
        return reverse("aktor", args=[self.pk])

    @property
    def kort(self) -> str:
        """The name that fits a table cell."""
        return self.kortnavn or self.navn

    @property
    def er_opphort(self) -> bool:
        """It is no more: its last day has been."""
        return self.gyldig_til is not None and self.gyldig_til < idag()


class AktorAlias(models.Model):
    """Another name an aktor is called by, in the plan or in daily speech. A name belongs to one aktor only."""

    aktor = models.ForeignKey(Aktor, models.PROTECT, related_name="aliaser", verbose_name=_("aktør"))
    navn = models.CharField(_("navn"), max_length=160)
    merknad = models.CharField(_("merknad"), max_length=300, blank=True)
    gyldig_fra = models.DateField(_("i bruk fra"), null=True, blank=True)
    gyldig_til = models.DateField(_("i bruk til"), null=True, blank=True)

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("annet navn")
        verbose_name_plural = _("andre navn")
        ordering = [Sorter("navn"), "pk"]
        constraints = [
            models.UniqueConstraint(Lower("navn"), name="aktoralias_ett_eie"),
            models.CheckConstraint(
                condition=Q(gyldig_til__isnull=True) | Q(gyldig_fra__isnull=True) | Q(gyldig_til__gte=F("gyldig_fra")),
                name="aktoralias_til_etter_fra",
            ),
            *personnummer_vern("aktoralias", "navn", "merknad"),
        ]

    def __str__(self) -> str:
        return self.navn


class Tilknytning(models.Model):
    """A user works at an aktor from a date to a date; the aktor's zone is the user's zone in cases."""

    bruker = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="tilknytninger", verbose_name=_("bruker")
    )
    aktor = models.ForeignKey(Aktor, models.PROTECT, related_name="tilknytninger", verbose_name=_("aktør"))
    funksjon = models.CharField(_("funksjon"), max_length=80)
    fra = models.DateTimeField(_("fra"), db_default=Now())
    til = models.DateTimeField(_("til"), null=True, blank=True)
    skjema = models.UUIDField(_("skjemaets nøkkel"), unique=True, db_default=RandomUUID(), editable=False)

    objects = PeriodeQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("tilknytning")
        verbose_name_plural = _("tilknytninger")
        constraints = [
            models.CheckConstraint(
                condition=Q(til__isnull=True) | Q(til__gt=F("fra")), name="tilknytning_til_etter_fra"
            )
        ]

    def __str__(self) -> str:
        return f"{self.bruker}, {self.funksjon}, {self.aktor}"
