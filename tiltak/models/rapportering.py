"""What is reported on a tiltak. Reports are append-only: a new row supersedes, nothing is overwritten."""

from __future__ import annotations

import uuid
from datetime import date
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from felles.personnummer import personnummer_vern, uten_personnummer

from ..choices import FERDIG, Status, Statuskrav, Vurderingsutfall
from ..policy import can_rapportere_alle
from .plan import Tiltak

if TYPE_CHECKING:
    from brukere.models import Bruker


class StatusrapportQuerySet(models.QuerySet[Any]):
    def gjeldende(self) -> StatusrapportQuerySet:
        """The report that holds for each tiltak and year: the one nothing supersedes."""
        return self.filter(erstattet_av__isnull=True)

    def i_kraft(self) -> StatusrapportQuerySet:
        """Those that hold: not the end of an important tiltak before a second person has confirmed it."""
        return self.filter(~Q(krever=Statuskrav.BEKREFTELSE) | Q(vurdering__utfall=Vurderingsutfall.GODKJENT))

    def venter_pa(self, user: Bruker) -> StatusrapportQuerySet:
        """Reports this user may agree to: the koordinator to all, others to the end of what they answer for."""
        waiting = self.gjeldende().filter(vurdering__isnull=True, tiltak__plan__erstattet_av__isnull=True)
        waiting = waiting.exclude(krever=Statuskrav.INGEN).exclude(rapportert_av=user)
        if not can_rapportere_alle(user):
            waiting = waiting.filter(
                krever=Statuskrav.BEKREFTELSE, tiltak__in=Tiltak.objects.rapporteres_av(user).order_by()
            )
        return waiting.select_related("tiltak", "rapportert_av").order_by("tiltak__nr", "ar")

    def siste_til(self, tiltak: models.Model, ar: int) -> Any:
        """The report that holds for a tiltak in a year, or none."""
        return self.gjeldende().filter(tiltak=tiltak, ar=ar).select_related("rapportert_av", "vurdering").first()


class MilepaelQuerySet(models.QuerySet[Any]):
    def apne(self) -> MilepaelQuerySet:
        """Not reached yet."""
        return self.filter(nadd_dato__isnull=True)

    def i_vinduet(self, fra: date, til: date) -> MilepaelQuerySet:
        """Open or reached, with a deadline in the window."""
        return self.filter(Q(frist__gte=fra, frist__lte=til))


TEKST_MAKS = 4000


class Statusrapport(models.Model):
    """The status of one tiltak in one year, as one person reported it at one time.

    `erstatter` makes the reports of a year a chain: two people who answer the same report cannot both win."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    tiltak = models.ForeignKey(Tiltak, models.PROTECT, related_name="statusrapporter", verbose_name=_("tiltak"))
    ar = models.PositiveSmallIntegerField(_("år"))
    status = models.CharField(_("status"), max_length=16, choices=Status)
    foreslatt = models.CharField(_("foreslått status"), max_length=16, choices=Status)
    begrunnelse = models.TextField(
        _("hvorfor en annen status enn den foreslåtte"),
        max_length=TEKST_MAKS,
        blank=True,
        validators=[uten_personnummer],
    )
    gjort = models.TextField(_("gjort i år"), max_length=TEKST_MAKS, blank=True, validators=[uten_personnummer])
    avvik = models.TextField(_("avvik fra planen"), max_length=TEKST_MAKS, blank=True, validators=[uten_personnummer])
    neste_steg = models.TextField(_("neste steg"), max_length=TEKST_MAKS, blank=True, validators=[uten_personnummer])
    frist = models.DateField(_("frist for neste steg"), null=True, blank=True)
    rapporteres_ikke_videre = models.BooleanField(_("rapporteres ikke videre"), default=False)
    krever = models.CharField(_("må godtas av"), max_length=12, choices=Statuskrav, blank=True, default="")
    erstatter = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="erstattet_av", verbose_name=_("erstatter")
    )
    rapportert_av = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("rapportert av")
    )
    tid = models.DateTimeField(_("tid"), db_default=Now())

    objects = StatusrapportQuerySet.as_manager()

    class Meta:
        verbose_name = _("statusrapport")
        verbose_name_plural = _("statusrapporter")
        ordering = ["-ar", "-tid", "pk"]
        indexes = [models.Index(fields=["tiltak", "-ar", "-tid"], name="statusrapport_siste")]
        constraints = [
            models.CheckConstraint(condition=Q(status__in=Status.values), name="statusrapport_kjent_status"),
            models.CheckConstraint(condition=Q(foreslatt__in=Status.values), name="statusrapport_kjent_forslag"),
            models.CheckConstraint(condition=Q(ar__range=(1990, 2200)), name="statusrapport_ar_er_et_ar"),
            models.CheckConstraint(
                condition=Q(status=F("foreslatt")) | ~Q(begrunnelse=""), name="statusrapport_avvik_begrunnet"
            ),
            models.CheckConstraint(
                condition=~Q(status=Status.GJENNOMFORT) | ~Q(gjort=""), name="statusrapport_gjennomfort_sier_hva"
            ),
            models.CheckConstraint(
                condition=Q(rapporteres_ikke_videre=False) | Q(status__in=FERDIG), name="statusrapport_siste_er_ferdig"
            ),
            models.UniqueConstraint(
                fields=["tiltak", "ar"], condition=Q(erstatter__isnull=True), name="statusrapport_en_forste_per_ar"
            ),
            models.CheckConstraint(condition=Q(krever__in=Statuskrav.values), name="statusrapport_kjent_krav"),
            models.UniqueConstraint(fields=["id", "rapportert_av"], name="statusrapport_id_rapportert_av"),
            *personnummer_vern("statusrapport", "begrunnelse", "gjort", "avvik", "neste_steg"),
        ]

    def __str__(self) -> str:
        return f"{self.tiltak_id} {self.ar}: {self.get_status_display()}"

    @property
    def er_sendt_tilbake(self) -> bool:
        return hasattr(self, "vurdering") and self.vurdering.utfall == Vurderingsutfall.SENDT_TILBAKE

    @property
    def krever_bekreftelse(self) -> bool:
        """It takes a second person, for it ends an important tiltak."""
        return self.krever == Statuskrav.BEKREFTELSE

    @property
    def er_i_kraft(self) -> bool:
        """The end of an important tiltak holds when a second person has confirmed it. The rest holds as told."""
        if not self.krever_bekreftelse:
            return True
        return hasattr(self, "vurdering") and self.vurdering.utfall == Vurderingsutfall.GODKJENT

    @property
    def er_ferdig(self) -> bool:
        """Nothing more is waited for."""
        return self.status in FERDIG


class Statusvurdering(models.Model):
    """What the koordinator, or a second person, said to a report. Added once, never changed; never one's own report."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    rapport = models.OneToOneField(
        Statusrapport, models.PROTECT, related_name="vurdering", verbose_name=_("statusrapport")
    )
    rapportert_av = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("rapportert av")
    )
    utfall = models.CharField(_("utfall"), max_length=13, choices=Vurderingsutfall)
    kommentar = models.TextField(_("kommentar"), max_length=TEKST_MAKS, blank=True, validators=[uten_personnummer])
    av = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("vurdert av"))
    tid = models.DateTimeField(_("tid"), db_default=Now())

    class Meta:
        verbose_name = _("vurdering av status")
        verbose_name_plural = _("vurderinger av status")
        constraints = [
            models.CheckConstraint(condition=Q(utfall__in=Vurderingsutfall.values), name="vurdering_kjent_utfall"),
            models.CheckConstraint(
                condition=~Q(utfall=Vurderingsutfall.SENDT_TILBAKE) | ~Q(kommentar=""),
                name="vurdering_tilbake_sier_hvorfor",
            ),
            models.CheckConstraint(condition=~Q(av=F("rapportert_av")), name="vurdering_ikke_egen"),
            *personnummer_vern("statusvurdering", "kommentar"),
        ]

    def __str__(self) -> str:
        return f"{self.rapport_id}: {self.get_utfall_display()}"


class Milepael(models.Model):
    """A step on the way with a deadline. Our addition: the adopted plan has only one year in it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    tiltak = models.ForeignKey(Tiltak, models.PROTECT, related_name="milepaeler", verbose_name=_("tiltak"))
    tittel = models.CharField(_("tittel"), max_length=200, validators=[uten_personnummer])
    frist = models.DateField(_("frist"))
    nadd_dato = models.DateField(_("nådd"), null=True, blank=True)

    objects = MilepaelQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("milepæl")
        verbose_name_plural = _("milepæler")
        ordering = ["frist", "tittel", "pk"]
        indexes = [
            models.Index(fields=["tiltak", "frist"], condition=Q(nadd_dato__isnull=True), name="milepael_apne"),
        ]
        constraints = personnummer_vern("milepael", "tittel")

    def __str__(self) -> str:
        return self.tittel
