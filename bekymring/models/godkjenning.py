"""What is settled before the case part is used: how a law is read, and what the whole may harm (R56)."""

import uuid
from datetime import date
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from felles.tid import na

from ..choices import Restrisiko
from .grunnlag import Hjemmel


def _ansatt(navn: Any, **felt: Any) -> Any:
    return models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=navn, **felt)


class HjemmelgodkjenningQuerySet(models.QuerySet[Any]):
    def siste_forst(self) -> Self:
        """With who registered, confirmed and ended it."""
        return self.select_related("hjemmel", "registrert_av", "bekreftet_av", "avsluttet_av").order_by("-tid", "pk")

    def venter(self) -> Self:
        """Registered, and not confirmed by a second person."""
        return self.filter(bekreftet_av=None, avsluttet=None)


class Hjemmelgodkjenning(models.Model):
    """A jurist has said how a law is to be read. One person writes it down, another confirms it (R2, R4).

    Confirming and ending are acts of the database (`vern.bekreft_hjemmel`, `vern.ta_ut_hjemmel`), which move
    `Hjemmel.jurist_godkjent`, the day the gate asks for.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    hjemmel = models.ForeignKey(Hjemmel, models.PROTECT, related_name="godkjenninger", verbose_name=_("hjemmel"))
    jurist = models.CharField(_("jurist"), max_length=120)
    arkivref = models.CharField(_("hvor vurderingen ligger"), max_length=120)
    dato = models.DateField(_("vurdert av jurist"))
    registrert_av = _ansatt(_("registrert av"))
    tid = models.DateTimeField(_("registrert"), default=na)
    bekreftet_av = _ansatt(_("bekreftet av"), null=True, blank=True)
    bekreftet = models.DateTimeField(_("bekreftet"), null=True, blank=True)
    avsluttet_av = _ansatt(_("avsluttet av"), null=True, blank=True)
    avsluttet = models.DateTimeField(_("avsluttet"), null=True, blank=True)

    objects = HjemmelgodkjenningQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("juristens godkjenning")
        verbose_name_plural = _("juristens godkjenninger")
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=Q(bekreftet_av__isnull=True) | ~Q(bekreftet_av=F("registrert_av")),
                name="hjemmelgodkjenning_to_personer",
            ),
        ]

    def __str__(self) -> str:
        return f"godkjenning {self.pk}"

    @property
    def venter(self) -> bool:
        """Not confirmed, and not ended."""
        return self.bekreftet_av_id is None and self.avsluttet is None

    @property
    def gjelder(self) -> bool:
        """Confirmed, and not ended."""
        return self.bekreftet_av_id is not None and self.avsluttet is None


class PersonvernvurderingQuerySet(models.QuerySet[Any]):
    def siste_forst(self) -> Self:
        """With who registered, approved and withdrew it."""
        return self.select_related("registrert_av", "godkjent_av", "trukket_av").order_by("-tid", "pk")

    def i_bruk(self) -> Self:
        """Approved by the leader and not withdrawn; the newest approval counts."""
        return self.filter(godkjent__isnull=False, trukket=None).order_by("-godkjent", "pk")


class Personvernvurdering(models.Model):
    """The assessment of privacy (DPIA) that the case part rests on, and the leader's approval of it (R56).

    Registered by the personvernombud, approved by the leader: two people, each with a day when it is seen anew.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    versjonsnr = models.CharField(_("versjon"), max_length=20)
    dato = models.DateField(_("dato"))
    arkivref = models.CharField(_("hvor vurderingen ligger"), max_length=120)
    restrisiko = models.CharField(_("risiko som er igjen"), max_length=10, choices=Restrisiko)
    vurderes = models.DateField(_("vurderes på nytt"))
    registrert_av = _ansatt(_("registrert av"))
    tid = models.DateTimeField(_("registrert"), default=na)
    godkjent_av = _ansatt(_("godkjent av"), null=True, blank=True)
    godkjent = models.DateTimeField(_("godkjent"), null=True, blank=True)
    godkjent_til = models.DateField(_("godkjenningen vurderes på nytt"), null=True, blank=True)
    trukket_av = _ansatt(_("trukket av"), null=True, blank=True)
    trukket = models.DateTimeField(_("trukket"), null=True, blank=True)

    objects = PersonvernvurderingQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("vurdering av personvernet")
        verbose_name_plural = _("vurderinger av personvernet")
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=Q(godkjent_av__isnull=True) | ~Q(godkjent_av=F("registrert_av")),
                name="personvernvurdering_to_personer",
            ),
            models.CheckConstraint(
                condition=Q(godkjent_av__isnull=True, godkjent__isnull=True, godkjent_til__isnull=True)
                | Q(godkjent_av__isnull=False, godkjent__isnull=False, godkjent_til__isnull=False),
                name="personvernvurdering_godkjent_hel",
            ),
            models.CheckConstraint(condition=Q(vurderes__gt=F("dato")), name="personvernvurdering_datoer"),
        ]

    def __str__(self) -> str:
        return f"vurdering {self.pk}"

    @property
    def venter(self) -> bool:
        """Not approved, and not withdrawn."""
        return self.godkjent is None and self.trukket is None

    @property
    def frist(self) -> date:
        """The first of the two days: from then on nothing new is taken in."""
        return min(self.vurderes, self.godkjent_til or self.vurderes)
