"""The frozen year, the outbox of jobs and the finished documents."""

import uuid
from datetime import datetime
from typing import Any

from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Now
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from brukere.models import Bruker
from felles.tid import na
from felles.utboks import MAKS_FORSOK, UtboksQuerySet

from .choices import Feilkode, Jobbart, Jobbsteg, Jobbtilstand, Rapporttilstand
from .policy import kan_bestille

AKTIVE = (Jobbtilstand.VENTENDE, Jobbtilstand.PAGAR)


class RapportQuerySet(models.QuerySet[Any]):
    def visible_to(self, bruker: Bruker) -> "RapportQuerySet":
        """Published to everybody logged in; all to koordinator and rådmann. Row-level security repeats it."""
        if not bruker.is_active:
            return self.none()
        if kan_bestille(bruker):
            return self
        return self.filter(tilstand=Rapporttilstand.PUBLISERT)

    def liste(self) -> "RapportQuerySet":
        """Without the snapshot, which is large and which no list shows; with whether there is a document."""
        har = Exists(Dokument.objects.filter(rapport=OuterRef("pk")))
        rader = self.select_related("erstattet_av").defer("bilde", "erstattet_av__bilde")
        return rader.annotate(har_dokument=har).order_by("-ar", "-versjon")


class JobbQuerySet(UtboksQuerySet):
    def siste(self) -> "Jobb | None":
        return self.order_by("-opprettet", "pk").first()

    def aktive(self) -> "JobbQuerySet":
        return self.filter(tilstand__in=AKTIVE)

    def ledige(self, na: datetime) -> "JobbQuerySet":
        """Waiting, or taken by a worker that has stopped answering."""
        return self.aktive().uholdte(na).filter(forsok__lt=MAKS_FORSOK)

    def oppbrukte(self, na: datetime) -> "JobbQuerySet":
        """Tried as often as allowed, and nobody holds it any more."""
        return self.aktive().filter(lease__lt=na, forsok__gte=MAKS_FORSOK)


BRUKER = settings.AUTH_USER_MODEL


class Rapport(models.Model):
    """The status report of a year: a frozen snapshot, its version, and what it replaces (faggrunnlag 15)."""

    ar = models.PositiveSmallIntegerField(_("år"))
    versjon = models.PositiveSmallIntegerField(_("versjon"))
    tilstand = models.CharField(_("tilstand"), max_length=10, choices=Rapporttilstand, default=Rapporttilstand.UTKAST)
    bilde = models.JSONField(_("fryst bilde"), editable=False)
    avtrykk = models.CharField(_("avtrykk av dataene"), max_length=64, editable=False)
    erstatter = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="erstattet_av", verbose_name=_("erstatter")
    )
    bestilt_av = models.ForeignKey(BRUKER, models.PROTECT, related_name="+", verbose_name=_("bestilt av"))
    bestilt = models.DateTimeField(_("bestilt"), db_default=Now())
    godkjent_av = models.ForeignKey(
        BRUKER, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("godkjent av")
    )
    godkjent = models.DateTimeField(_("godkjent"), null=True, blank=True)
    publisert_av = models.ForeignKey(
        BRUKER, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("publisert av")
    )
    publisert = models.DateTimeField(_("publisert"), null=True, blank=True)

    objects = RapportQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=["bilde"])

    class Meta:
        verbose_name = _("statusrapport for et år")
        verbose_name_plural = _("statusrapporter for år")
        ordering = ["-ar", "-versjon"]
        constraints = [
            models.UniqueConstraint(fields=["ar", "versjon"], name="rapport_versjon_i_aret"),
            models.UniqueConstraint(fields=["ar", "avtrykk"], name="rapport_en_per_dataversjon"),
            models.CheckConstraint(condition=Q(ar__range=(1990, 2200)), name="rapport_ar_er_et_ar"),
            models.CheckConstraint(condition=Q(tilstand__in=Rapporttilstand.values), name="rapport_kjent_tilstand"),
            models.CheckConstraint(
                condition=Q(erstatter__isnull=True) | ~Q(erstatter=F("id")), name="rapport_erstatter_ikke_seg_selv"
            ),
            models.CheckConstraint(
                condition=Q(tilstand="utkast", godkjent__isnull=True)
                | (~Q(tilstand="utkast") & Q(godkjent__isnull=False, godkjent_av__isnull=False)),
                name="rapport_godkjent_av_noen",
            ),
        ]

    def __str__(self) -> str:
        return f"Statusrapport {self.ar}, versjon {self.versjon}"

    def get_absolute_url(self) -> str:
        return reverse("rapport:rapport", args=[self.pk])

    @property
    def er_publisert(self) -> bool:
        return self.tilstand == Rapporttilstand.PUBLISERT

    @property
    def er_erstattet(self) -> bool:
        return hasattr(self, "erstattet_av")

    @property
    def dokument(self) -> "Dokument | None":
        """The newest document, the final one before a draft; without its bytes."""
        return self.dokumenter.select_related("jobb").defer("innhold").order_by("jobb__art", "-laget", "pk").first()

    @property
    def utkast_klart(self) -> bool:
        return self.dokumenter.exists()

    @property
    def endelig_klart(self) -> bool:
        return self.dokumenter.filter(jobb__art=Jobbart.ENDELIG).exists()


class Jobb(models.Model):
    """One line of the outbox. This table, not the message queue, is the record of what is to be done."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    rapport = models.ForeignKey(Rapport, models.PROTECT, related_name="jobber", verbose_name=_("rapport"))
    art = models.CharField(_("art"), max_length=8, choices=Jobbart, default=Jobbart.UTKAST)
    bestilt_av = models.ForeignKey(BRUKER, models.PROTECT, related_name="+", verbose_name=_("bestilt av"))
    opprettet = models.DateTimeField(_("opprettet"), db_default=Now())
    tilstand = models.CharField(_("tilstand"), max_length=8, choices=Jobbtilstand, default=Jobbtilstand.VENTENDE)
    forsok = models.PositiveSmallIntegerField(_("forsøk"), default=0, validators=[MaxValueValidator(MAKS_FORSOK)])
    lease = models.DateTimeField(_("holdes til"), null=True, blank=True)
    steg = models.CharField(_("steg"), max_length=8, choices=Jobbsteg, default=Jobbsteg.KO)
    feilkode = models.CharField(_("feil"), max_length=12, choices=Feilkode, blank=True)
    ferdig = models.DateTimeField(_("ferdig"), null=True, blank=True)

    objects = JobbQuerySet.as_manager()

    class Meta:
        verbose_name = _("jobb")
        verbose_name_plural = _("jobber")
        ordering = ["-opprettet", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["rapport"], condition=Q(tilstand__in=AKTIVE), name="jobb_en_aktiv_per_rapport"
            ),
            models.CheckConstraint(condition=Q(tilstand__in=Jobbtilstand.values), name="jobb_kjent_tilstand"),
            models.CheckConstraint(condition=Q(art__in=Jobbart.values), name="jobb_kjent_art"),
            models.CheckConstraint(condition=Q(forsok__range=(0, MAKS_FORSOK)), name="jobb_hoyst_fem_forsok"),
            models.CheckConstraint(
                condition=(Q(tilstand="feilet") & ~Q(feilkode="")) | ~Q(tilstand="feilet"), name="jobb_feil_har_kode"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.rapport_id}, {self.get_art_display()}: {self.get_tilstand_display()}"

    @property
    def er_feilet(self) -> bool:
        return self.tilstand == Jobbtilstand.FEILET

    @property
    def er_aktiv(self) -> bool:
        return self.tilstand in AKTIVE


class Dokument(models.Model):
    """The PDF of one job, written once by the worker. The stored bytes and their digest are the record."""

    jobb = models.OneToOneField(Jobb, models.PROTECT, primary_key=True, related_name="dokument")
    rapport = models.ForeignKey(Rapport, models.PROTECT, related_name="dokumenter", verbose_name=_("rapport"))
    innhold = models.BinaryField(_("innhold"), editable=False)
    storrelse = models.PositiveIntegerField(_("størrelse i byte"))
    sha256 = models.CharField(_("SHA-256"), max_length=64)
    laget = models.DateTimeField(_("laget"), default=na)

    class Meta:
        verbose_name = _("dokument")
        verbose_name_plural = _("dokumenter")
        ordering = ["-laget", "pk"]

    def __str__(self) -> str:
        return f"{self.rapport_id}: {self.sha256[:12]}"
