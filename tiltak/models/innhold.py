"""What lies under a tiltak: activities, indicators with measurements, links and comments. No person of concern.

The plan has none of this; it is our addition. Counts of people are never stored as 1-4 (beslutninger 31): the number
is replaced by the word before it reaches the table, and the table refuses it otherwise."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from felles.personnummer import personnummer_vern, uten_personnummer
from felles.skjerming import TERSKEL, Celle, Skjult
from samarbeid.models import Aktor, Forum, Kurs

from ..choices import Aktivitetsart, Aktivitetsstatus, Lenkeart
from ..policy import can_kommentere
from .plan import InnholdQuerySet, Tiltak

if TYPE_CHECKING:
    from brukere.models import Bruker


class KommentarQuerySet(models.QuerySet[Any]):
    def visible_to(self, user: Bruker) -> KommentarQuerySet:
        """Remarks are for those who work with the plan."""
        return self if can_kommentere(user) else self.none()


NOTAT_MAKS = 1000
KOMMENTAR_MAKS = 2000


def ikke_1_til_4(felt: str) -> Q:
    """Empty, zero, or five and more."""
    return Q(**{f"{felt}__isnull": True}) | Q(**{felt: 0}) | Q(**{f"{felt}__gte": TERSKEL})


class Innhold(models.Model):
    """A row made by a form: its key is the form's, its version guards against lost changes (beslutninger 29)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    versjon = models.PositiveIntegerField(_("versjon"), default=1, editable=False)
    tatt_bort = models.BooleanField(_("tatt bort"), default=False)

    class Meta:
        abstract = True


class Aktivitet(Innhold):
    """Something done or to be done under a tiltak. A course or forum of the registry is pointed at, not copied."""

    tiltak = models.ForeignKey(Tiltak, models.PROTECT, related_name="aktiviteter", verbose_name=_("tiltak"))
    art = models.CharField(_("slags aktivitet"), max_length=12, choices=Aktivitetsart)
    tittel = models.CharField(_("tittel"), max_length=200, validators=[uten_personnummer])
    dato = models.DateField(_("dato"))
    status = models.CharField(_("status"), max_length=12, choices=Aktivitetsstatus)
    aktor = models.ForeignKey(
        Aktor, models.PROTECT, null=True, blank=True, related_name="aktiviteter", verbose_name=_("aktør")
    )
    kurs = models.ForeignKey(
        Kurs, models.PROTECT, null=True, blank=True, related_name="aktiviteter", verbose_name=_("kurs")
    )
    forum = models.ForeignKey(
        Forum, models.PROTECT, null=True, blank=True, related_name="aktiviteter", verbose_name=_("forum")
    )
    antall = models.PositiveIntegerField(_("antall"), null=True, blank=True)
    under_fem = models.BooleanField(_("antallet er under fem"), default=False)
    revisjon = models.DateField(_("gjennomgås på nytt"), null=True, blank=True)
    notat = models.TextField(_("notat"), max_length=NOTAT_MAKS, blank=True, validators=[uten_personnummer])
    adresse = models.URLField(_("lenke"), max_length=400, blank=True)

    objects = InnholdQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("aktivitet")
        verbose_name_plural = _("aktiviteter")
        ordering = ["-dato", "tittel", "pk"]
        indexes = [models.Index(fields=["tiltak", "-dato"], name="aktivitet_i_tiltaket")]
        constraints = [
            models.CheckConstraint(condition=Q(art__in=Aktivitetsart.values), name="aktivitet_kjent_art"),
            models.CheckConstraint(condition=Q(status__in=Aktivitetsstatus.values), name="aktivitet_kjent_status"),
            models.CheckConstraint(condition=~Q(tittel=""), name="aktivitet_har_tittel"),
            models.CheckConstraint(condition=ikke_1_til_4("antall"), name="aktivitet_antall_ikke_1_4"),
            models.CheckConstraint(
                condition=Q(under_fem=False) | Q(antall__isnull=True), name="aktivitet_under_fem_uten_tall"
            ),
            models.CheckConstraint(
                condition=Q(kurs__isnull=True) | Q(forum__isnull=True), name="aktivitet_peker_paa_en"
            ),
            models.CheckConstraint(
                condition=Q(revisjon__isnull=True) | Q(revisjon__gte=F("dato")), name="aktivitet_revisjon_etter"
            ),
            *personnummer_vern("aktivitet", "tittel", "notat"),
        ]

    def __str__(self) -> str:
        return self.tittel

    @property
    def vist_antall(self) -> Celle | None:
        return Skjult.UNDER if self.under_fem else self.antall


class Indikator(Innhold):
    """Something counted year by year, with what it means and where the number comes from."""

    tiltak = models.ForeignKey(Tiltak, models.PROTECT, related_name="indikatorer", verbose_name=_("tiltak"))
    navn = models.CharField(_("navn"), max_length=120, validators=[uten_personnummer])
    definisjon = models.TextField(_("definisjon"), max_length=600, validators=[uten_personnummer])
    enhet = models.CharField(_("enhet"), max_length=40, validators=[uten_personnummer])
    kilde = models.CharField(_("kilde"), max_length=160, validators=[uten_personnummer])
    maltall = models.PositiveIntegerField(_("mål"), null=True, blank=True)
    mal_ar = models.PositiveSmallIntegerField(_("målet gjelder året"), null=True, blank=True)
    teller_personer = models.BooleanField(_("teller personer"), default=True)

    objects = InnholdQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("indikator")
        verbose_name_plural = _("indikatorer")
        ordering = ["navn", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["tiltak", "navn"], condition=Q(tatt_bort=False), name="indikator_navn_i_tiltaket"
            ),
            models.CheckConstraint(
                condition=~Q(navn="") & ~Q(definisjon="") & ~Q(enhet="") & ~Q(kilde=""), name="indikator_er_forklart"
            ),
            models.CheckConstraint(
                condition=Q(mal_ar__isnull=True) | Q(mal_ar__range=(1990, 2200)), name="indikator_mal_ar_er_et_ar"
            ),
            *personnummer_vern("indikator", "navn", "definisjon", "enhet", "kilde"),
        ]

    def __str__(self) -> str:
        return self.navn


class Maling(models.Model):
    """One year's figure of an indicator. Append-only: a correction supersedes, as with Statusrapport."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    indikator = models.ForeignKey(Indikator, models.PROTECT, related_name="malinger", verbose_name=_("indikator"))
    teller_personer = models.BooleanField(_("teller personer"))
    ar = models.PositiveSmallIntegerField(_("år"))
    verdi = models.PositiveIntegerField(_("verdi"), null=True, blank=True)
    merknad = models.CharField(_("merknad"), max_length=300, blank=True, validators=[uten_personnummer])
    erstatter = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="erstattet_av", verbose_name=_("erstatter")
    )
    registrert_av = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("registrert av")
    )
    tid = models.DateTimeField(_("tid"), db_default=Now())

    class Meta:
        verbose_name = _("måling")
        verbose_name_plural = _("målinger")
        ordering = ["ar", "tid", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(ar__range=(1990, 2200)), name="maling_ar_er_et_ar"),
            models.CheckConstraint(
                condition=Q(teller_personer=False, verdi__isnull=False)
                | Q(teller_personer=True) & ikke_1_til_4("verdi"),
                name="maling_verdi_ikke_1_4_personer",
            ),
            models.UniqueConstraint(
                fields=["indikator", "ar"], condition=Q(erstatter__isnull=True), name="maling_en_forste_per_ar"
            ),
            *personnummer_vern("maling", "merknad"),
        ]

    def __str__(self) -> str:
        return f"{self.ar}: {self.vist}"

    @property
    def vist(self) -> Celle:
        return Skjult.UNDER if self.verdi is None else self.verdi


class Lenke(Innhold):
    """A document, a measure of the national plan or a site that the tiltak leans on."""

    tiltak = models.ForeignKey(Tiltak, models.PROTECT, related_name="lenker", verbose_name=_("tiltak"))
    art = models.CharField(_("slags lenke"), max_length=12, choices=Lenkeart)
    tittel = models.CharField(_("tittel"), max_length=200, validators=[uten_personnummer])
    nasjonal_nr = models.PositiveSmallIntegerField(_("nummer i den nasjonale planen"), null=True, blank=True)
    adresse = models.URLField(_("adresse"), max_length=400, blank=True)
    dato = models.DateField(_("dato"), null=True, blank=True)

    objects = InnholdQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("lenke")
        verbose_name_plural = _("lenker")
        ordering = ["art", "-dato", "tittel", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(art__in=Lenkeart.values), name="lenke_kjent_art"),
            models.CheckConstraint(condition=~Q(tittel=""), name="lenke_har_tittel"),
            models.CheckConstraint(
                condition=Q(art=Lenkeart.NASJONALT) | (~Q(adresse="") & Q(nasjonal_nr__isnull=True)),
                name="lenke_har_adresse",
            ),
            models.CheckConstraint(
                condition=~Q(art=Lenkeart.DOKUMENT) | Q(dato__isnull=False), name="lenke_dokument_har_dato"
            ),
            *personnummer_vern("lenke", "tittel"),
        ]

    def __str__(self) -> str:
        return self.tittel


class Kommentar(models.Model):
    """A remark between those who work with the plan. What is taken back is emptied, so that a slip is really gone."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    tiltak = models.ForeignKey(Tiltak, models.PROTECT, related_name="kommentarer", verbose_name=_("tiltak"))
    tekst = models.TextField(_("kommentar"), max_length=KOMMENTAR_MAKS, validators=[uten_personnummer])
    av = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("skrevet av"))
    tid = models.DateTimeField(_("tid"), db_default=Now())
    tatt_bort = models.BooleanField(_("tatt bort"), default=False)

    objects = KommentarQuerySet.as_manager()

    class Meta:
        verbose_name = _("kommentar")
        verbose_name_plural = _("kommentarer")
        ordering = ["tid", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(tatt_bort=False) & ~Q(tekst="") | Q(tatt_bort=True, tekst=""),
                name="kommentar_tatt_bort_er_tom",
            ),
            *personnummer_vern("kommentar", "tekst"),
        ]

    def __str__(self) -> str:
        return self.tekst[:60]


class Nevning(models.Model):
    """That a comment asks a colleague to look. Gone from their start page once they say they have read it."""

    kommentar = models.ForeignKey(Kommentar, models.PROTECT, related_name="nevninger", verbose_name=_("kommentar"))
    bruker = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="nevninger", verbose_name=_("bruker")
    )
    lest_tid = models.DateTimeField(_("lest"), null=True, blank=True)

    class Meta:
        verbose_name = _("nevning")
        verbose_name_plural = _("nevninger")
        constraints = [models.UniqueConstraint(fields=["kommentar", "bruker"], name="nevning_en_gang")]
        indexes = [
            models.Index(fields=["bruker"], condition=Q(lest_tid__isnull=True), name="nevning_uleste"),
        ]

    def __str__(self) -> str:
        return f"{self.bruker}"
