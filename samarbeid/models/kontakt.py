"""Who to call at a partner, and what we have agreed with it."""

from __future__ import annotations

import datetime

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from felles.personnummer import personnummer_vern, uten_personnummer
from felles.tid import idag

from ..choices import AVTALE_VARSEL, Avtaleart
from .aktor import Aktor
from .grunn import InterntQuerySet, Skjemarad


class KontaktrolleQuerySet(InterntQuerySet):
    def i_bruk(self, dato: datetime.date) -> KontaktrolleQuerySet:
        """Contacts not yet due for deletion. One that is due is not shown, even before the job has run."""
        return self.filter(slettet_dato__isnull=True, slettes_dato__gt=dato)

    def skal_slettes(self, dato: datetime.date) -> KontaktrolleQuerySet:
        return self.filter(slettet_dato__isnull=True, slettes_dato__lte=dato)


class AvtaleQuerySet(InterntQuerySet):
    def utloper(self, til: datetime.date) -> AvtaleQuerySet:
        """Agreements in force that end, or are to be gone through, by the date."""
        today = timezone.localdate()
        naer = Q(gyldig_til__range=(today, til)) | Q(revisjon__lte=til)
        return self.filter(naer, Q(gyldig_til__isnull=True) | Q(gyldig_til__gte=today))


PERSONFELT = ["navn", "telefon", "epost"]


class Kontaktrolle(Skjemarad):
    """An office at a partner and its official channel. Never a member, never a private address (R60).

    The history leaves out name and channel, so that what is deleted here is gone everywhere.
    A database trigger refuses a name in a faith community."""

    aktor = models.ForeignKey(Aktor, models.PROTECT, related_name="kontaktroller", verbose_name=_("aktør"))
    verv = models.CharField(_("rolle eller verv"), max_length=80, validators=[uten_personnummer])
    navn = models.CharField(_("navn"), max_length=120, blank=True, validators=[uten_personnummer])
    telefon = models.CharField(_("telefon i vervet"), max_length=20, blank=True, validators=[uten_personnummer])
    epost = models.EmailField(_("e-post i vervet"), max_length=120, blank=True, validators=[uten_personnummer])
    kilde = models.CharField(_("kilde"), max_length=120, validators=[uten_personnummer])
    dato = models.DateField(_("opplyst dato"))
    samtykke_dato = models.DateField(_("sa ja til å stå her"), null=True, blank=True)
    slettes_dato = models.DateField(_("slettes"))
    slettet_dato = models.DateField(_("slettet"), null=True, blank=True, editable=False)

    objects = KontaktrolleQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=PERSONFELT)

    class Meta:
        verbose_name = _("kontaktrolle")
        verbose_name_plural = _("kontaktroller")
        ordering = ["verv", "id"]
        constraints = [
            models.CheckConstraint(condition=~Q(verv="") & ~Q(kilde=""), name="kontakt_har_verv_og_kilde"),
            models.CheckConstraint(
                condition=~Q(telefon="") | ~Q(epost="") | Q(slettet_dato__isnull=False), name="kontakt_har_kanal"
            ),
            models.CheckConstraint(
                condition=Q(slettet_dato__isnull=True) | Q(navn="", telefon="", epost=""),
                name="kontakt_slettet_er_tom",
            ),
            models.CheckConstraint(condition=Q(slettes_dato__gte=F("dato")), name="kontakt_slettes_etter_dato"),
            *personnummer_vern("kontakt", "verv", "navn", "telefon", "epost", "kilde"),
        ]

    def __str__(self) -> str:
        return f"{self.verv}, {self.aktor}"

    def get_absolute_url(self) -> str:
        return self.aktor.get_absolute_url()


class Avtale(Skjemarad):
    """An agreement with a partner; its text lies in the archive, here stand dates and the reference (R57)."""

    aktor = models.ForeignKey(Aktor, models.PROTECT, related_name="avtaler", verbose_name=_("aktør"))
    art = models.CharField(_("type avtale"), max_length=20, choices=Avtaleart)
    tittel = models.CharField(_("tittel"), max_length=160, validators=[uten_personnummer])
    gyldig_fra = models.DateField(_("gyldig fra"))
    gyldig_til = models.DateField(_("gyldig til"), null=True, blank=True)
    revisjon = models.DateField(_("neste gjennomgang"), null=True, blank=True)
    dokumentreferanse = models.CharField(_("referanse i arkivet"), max_length=80, validators=[uten_personnummer])

    objects = AvtaleQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("avtale")
        verbose_name_plural = _("avtaler")
        ordering = ["-gyldig_fra", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(art__in=Avtaleart.values), name="avtale_kjent_art"),
            models.CheckConstraint(condition=~Q(tittel=""), name="avtale_har_tittel"),
            models.CheckConstraint(
                condition=Q(gyldig_til__isnull=True) | Q(gyldig_til__gte=F("gyldig_fra")), name="avtale_til_etter_fra"
            ),
            models.CheckConstraint(
                condition=Q(revisjon__isnull=True) | Q(revisjon__gte=F("gyldig_fra")), name="avtale_revisjon_etter_fra"
            ),
            *personnummer_vern("avtale", "tittel", "dokumentreferanse"),
        ]

    def __str__(self) -> str:
        return f"{self.get_art_display()}, {self.aktor}"

    @property
    def naer_frist(self) -> datetime.date | None:
        """The day it ends or is to be gone through, when that is soon or past."""
        grense = idag() + datetime.timedelta(days=AVTALE_VARSEL)
        return min((dato for dato in (self.gyldig_til, self.revisjon) if dato and dato <= grense), default=None)

    def get_absolute_url(self) -> str:
        return self.aktor.get_absolute_url()
