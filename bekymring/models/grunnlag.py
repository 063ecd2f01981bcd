"""Why something may be shared: the catalogue of legal grounds, consents, the ground for each recipient.

And the reporter's receipt: what is left to them when the case is no longer theirs to see.
"""

import uuid
from datetime import date, datetime
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from felles.periode import PeriodeQuerySet, gjelder
from felles.sortering import Sorter
from felles.tid import na
from samarbeid.models import Aktor
from vern.choices import Sone

from ..choices import Formal, Hjemmelkode, Omfang, Samtykkeform, Samtykkegiver
from .kjerne import Sak, Tekst


class HjemmelQuerySet(models.QuerySet[Any]):
    def gjeldende(self, dag: date) -> Self:
        """Grounds in use on a day, newest version first (R2)."""
        return self.filter(gjelder(dag, "gyldig_fra", "gyldig_til"), aktiv=True).order_by("-gyldig_fra", "pk")


class DelingsgrunnlagQuerySet(PeriodeQuerySet):
    def gjeldende(self, naa: datetime | Now | None = None) -> Self:
        """Grounds that hold: begun, not ended, and where no consent carries them confirmed by a second person."""
        carried = Q(samtykke__isnull=False) | Q(bekreftet_av__isnull=False)
        return super().gjeldende(naa or na()).filter(carried)

    def til_valg(self) -> Self:
        """With what their names are made of: the first to end first, then by recipient."""
        return self.select_related("hjemmel", "mottaker").order_by("til", Sorter("mottaker__navn"), "pk")


class Hjemmel(models.Model):
    """A legal ground in one version. The law changes; the code does not (faggrunnlag 1 and 14)."""

    kode = models.CharField(_("kode"), max_length=20, choices=Hjemmelkode)
    navn = models.CharField(_("navn"), max_length=120)
    henvisning = models.CharField(_("lov og paragraf"), max_length=160)
    forklaring = models.CharField(_("forklaring"), max_length=400)
    kilde = models.CharField(_("kilde"), max_length=200)
    for_deling = models.BooleanField(_("kan brukes ved deling"), default=False)
    aktiv = models.BooleanField(_("i bruk"), default=True)
    gyldig_fra = models.DateField(_("gyldig fra"))
    gyldig_til = models.DateField(_("gyldig til"), null=True, blank=True)
    jurist_godkjent = models.DateField(_("godkjent av jurist"), null=True, blank=True)

    objects = HjemmelQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("hjemmel")
        verbose_name_plural = _("hjemler")
        default_permissions = ()
        ordering = ["kode", "gyldig_fra"]
        constraints = [
            models.UniqueConstraint(fields=["kode", "gyldig_fra"], name="hjemmel_en_versjon"),
            models.CheckConstraint(condition=Q(kode__in=Hjemmelkode.values), name="hjemmel_kjent_kode"),
            models.CheckConstraint(
                condition=Q(gyldig_til__isnull=True) | Q(gyldig_til__gt=F("gyldig_fra")), name="hjemmel_til_etter_fra"
            ),
        ]

    def __str__(self) -> str:
        return self.navn


class Samtykke(models.Model):
    """Somebody has said yes to a sharing, for a time, knowing that it can be withdrawn (R5).

    No reason for a withdrawal, or for a refusal, is ever kept (R7, faggrunnlag 11).
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    sak = models.ForeignKey(Sak, models.PROTECT, related_name="samtykker", verbose_name=_("sak"))
    sone = models.CharField(_("sone"), max_length=12, choices=Sone, default=Sone.FELLES)
    giver = models.CharField(_("hvem har samtykket"), max_length=10, choices=Samtykkegiver)
    form = models.CharField(_("form"), max_length=10, choices=Samtykkeform)
    vitne = models.BooleanField(_("en kollega var vitne"), default=False)
    informert = models.BooleanField(_("vet at samtykket kan trekkes"))
    formal = models.CharField(_("formål"), max_length=14, choices=Formal)
    omfang = models.CharField(_("hva kan deles"), max_length=6, choices=Omfang, default=Omfang.FELLES)
    gyldig_til = models.DateField(_("gjelder til og med"))
    registrert_av = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("registrert av")
    )
    tid = models.DateTimeField(_("registrert"), default=na)
    trukket = models.DateTimeField(_("trukket"), null=True, blank=True)
    trukket_av = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("registrert trukket av"),
    )

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("samtykke")
        verbose_name_plural = _("samtykker")
        default_permissions = ()
        constraints = [
            models.CheckConstraint(condition=Q(informert=True), name="samtykke_informert"),
            models.CheckConstraint(
                condition=Q(form=Samtykkeform.SKRIFTLIG) | Q(vitne=True), name="samtykke_muntlig_med_vitne"
            ),
            models.CheckConstraint(
                condition=Q(trukket__isnull=True, trukket_av__isnull=True)
                | Q(trukket__isnull=False, trukket_av__isnull=False),
                name="samtykke_trukket_hel",
            ),
        ]

    def __str__(self) -> str:
        return f"samtykke {self.pk}"


class Delingsgrunnlag(models.Model):
    """The ground for sharing with one recipient (R1, R2): a consent, or a law with the reason it is needed (R4)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    sak = models.ForeignKey(Sak, models.PROTECT, related_name="delingsgrunnlag", verbose_name=_("sak"))
    sone = models.CharField(_("sone"), max_length=12, choices=Sone, default=Sone.FELLES)
    mottaker = models.ForeignKey(Aktor, models.PROTECT, related_name="+", verbose_name=_("mottaker"))
    hjemmel = models.ForeignKey(Hjemmel, models.PROTECT, related_name="+", verbose_name=_("hjemmel"))
    samtykke = models.ForeignKey(
        Samtykke, models.PROTECT, null=True, blank=True, related_name="grunnlag", verbose_name=_("samtykke")
    )
    nodvendighet = models.ForeignKey(
        Tekst, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("hvorfor det er nødvendig")
    )
    bestemt_av = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("bestemt av")
    )
    bekreftet_av = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("bekreftet av"),
    )
    fra = models.DateTimeField(_("fra"), default=na)
    til = models.DateTimeField(_("til"))

    objects = DelingsgrunnlagQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("grunnlag for deling")
        verbose_name_plural = _("grunnlag for deling")
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=Q(samtykke__isnull=False) | Q(nodvendighet__isnull=False), name="delingsgrunnlag_grunn"
            ),
            models.CheckConstraint(
                condition=Q(bekreftet_av__isnull=True) | ~Q(bekreftet_av=F("bestemt_av")),
                name="delingsgrunnlag_to_personer",
            ),
            models.CheckConstraint(condition=Q(til__gte=F("fra")), name="delingsgrunnlag_til_etter_fra"),
        ]

    def __str__(self) -> str:
        return f"grunnlag {self.pk}"


class Kvittering(models.Model):
    """A report was sent: when, and who answers. The reporter's own row, without state (beslutninger 9).

    Its key is the form's signed key, so that sending twice gives one case and one receipt (beslutninger 29).
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    bruker = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="kvitteringer", verbose_name=_("melder")
    )
    sak = models.ForeignKey(Sak, models.PROTECT, related_name="kvitteringer", verbose_name=_("sak"))
    nummer = models.CharField(_("saksnummer"), max_length=7)
    tid = models.DateTimeField(_("sendt"), default=na)
    svarer = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("svarer")
    )
    akutt = models.BooleanField(_("haster"), default=False)

    class Meta:
        verbose_name = _("kvittering")
        verbose_name_plural = _("kvitteringer")
        default_permissions = ()
        ordering = ["-tid", "pk"]

    def __str__(self) -> str:
        return f"kvittering {self.pk}"
