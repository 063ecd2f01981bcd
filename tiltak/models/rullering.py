"""How the plan becomes another: a possible tiltak on its way in, and the next edition while it is a draft."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from felles.personnummer import personnummer_vern, uten_personnummer

from ..choices import Ansvarsetikett, Muligtilstand, Tiltakstype, Utfall
from ..policy import can_view_utkast
from .plan import MuligTiltak, Plan, Tiltak, Vedtak

if TYPE_CHECKING:
    from brukere.models import Bruker


class RulleringQuerySet(models.QuerySet[Any]):
    def utkast(self) -> RulleringQuerySet:
        """Being worked on: neither adopted nor thrown away."""
        return self.filter(plan__isnull=True, forkastet_tid__isnull=True)

    def visible_to(self, user: Bruker) -> RulleringQuerySet:
        """Drafts are for those who lead the work; what was adopted is for all."""
        return self if can_view_utkast(user) else self.filter(plan__isnull=False)


BEGRUNNELSE_MAKS = 2000
TILTAK_MAKS = 99


class MuligHendelse(models.Model):
    """One move of a possible tiltak. Append-only; each row follows one other, so that two people cannot both win."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    mulig = models.ForeignKey(MuligTiltak, models.PROTECT, related_name="hendelser", verbose_name=_("mulig tiltak"))
    fra = models.CharField(_("fra"), max_length=12, choices=Muligtilstand)
    til = models.CharField(_("til"), max_length=12, choices=Muligtilstand)
    begrunnelse = models.TextField(
        _("begrunnelse"), max_length=BEGRUNNELSE_MAKS, blank=True, validators=[uten_personnummer]
    )
    vedtak = models.OneToOneField(
        Vedtak, models.PROTECT, null=True, blank=True, related_name="hendelse", verbose_name=_("vedtak")
    )
    tiltak = models.OneToOneField(
        Tiltak, models.PROTECT, null=True, blank=True, related_name="ble_fra", verbose_name=_("ble tiltak")
    )
    forrige = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="neste", verbose_name=_("forrige hendelse")
    )
    av = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("av"))
    tid = models.DateTimeField(_("tid"), db_default=Now())

    class Meta:
        verbose_name = _("hendelse for mulig tiltak")
        verbose_name_plural = _("hendelser for mulige tiltak")
        ordering = ["tid", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(fra__in=Muligtilstand.values), name="mulighendelse_kjent_fra"),
            models.CheckConstraint(condition=Q(til__in=Muligtilstand.values), name="mulighendelse_kjent_til"),
            models.CheckConstraint(
                condition=Q(til=Muligtilstand.VEDTATT, vedtak__isnull=False, tiltak__isnull=False)
                | ~Q(til=Muligtilstand.VEDTATT) & Q(vedtak__isnull=True, tiltak__isnull=True) & ~Q(begrunnelse=""),
                name="mulighendelse_vedtatt_eller_begrunnet",
            ),
            models.UniqueConstraint(
                fields=["mulig"], condition=Q(forrige__isnull=True), name="mulighendelse_en_forste"
            ),
            *personnummer_vern("mulighendelse", "begrunnelse"),
        ]

    def __str__(self) -> str:
        return f"{self.get_fra_display()} → {self.get_til_display()}"


class Rullering(models.Model):
    """The next edition as a draft. Readers of the plan never meet it; adopting it makes the plan in one act."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    fra = models.ForeignKey(Plan, models.PROTECT, related_name="rulleringer", verbose_name=_("fra utgave"))
    utgave = models.PositiveSmallIntegerField(_("ny utgave"))
    tittel = models.CharField(_("tittel"), max_length=200, validators=[uten_personnummer])
    omrader = ArrayField(models.CharField(max_length=200), verbose_name=_("innsatsområder"))
    opprettet_av = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("begynt av")
    )
    tid = models.DateTimeField(_("begynt"), db_default=Now())
    plan = models.OneToOneField(
        Plan, models.PROTECT, null=True, blank=True, related_name="rullering", verbose_name=_("ble utgave")
    )
    forkastet_tid = models.DateTimeField(_("forkastet"), null=True, blank=True)
    versjon = models.PositiveIntegerField(_("versjon"), default=1, editable=False)

    objects = RulleringQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("rullering")
        verbose_name_plural = _("rulleringer")
        constraints = [
            models.CheckConstraint(condition=Q(utgave__range=(1990, 2200)), name="rullering_utgave_er_et_ar"),
            models.CheckConstraint(
                condition=Q(plan__isnull=True) | Q(forkastet_tid__isnull=True), name="rullering_vedtatt_eller_forkastet"
            ),
            models.UniqueConstraint(
                fields=["fra"],
                condition=Q(plan__isnull=True, forkastet_tid__isnull=True),
                name="rullering_ett_utkast_om_gangen",
            ),
            *personnummer_vern("rullering", "tittel"),
        ]

    def __str__(self) -> str:
        return f"{self.tittel} ({self.utgave})"


class Rulleringstiltak(models.Model):
    """A tiltak of the draft. `ansvar` is the list of parties in order, as the service reads them back."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    rullering = models.ForeignKey(Rullering, models.PROTECT, related_name="tiltak", verbose_name=_("rullering"))
    plass = models.PositiveSmallIntegerField(_("plass"))
    omrade_nr = models.PositiveSmallIntegerField(_("innsatsområde"))
    tittel = models.CharField(_("tittel"), max_length=200, validators=[uten_personnummer])
    sammendrag = models.TextField(_("kort fortalt"), max_length=2000, blank=True, validators=[uten_personnummer])
    type = models.CharField(_("type"), max_length=12, choices=Tiltakstype)
    ansvarsetikett = models.CharField(_("etikett foran ansvar"), max_length=16, choices=Ansvarsetikett)
    fristar = models.PositiveSmallIntegerField(_("år planen lover"), null=True, blank=True)
    ansvar = models.JSONField(_("ansvarlige"), default=list)
    prinsipper = ArrayField(models.PositiveSmallIntegerField(), verbose_name=_("prinsipper"), default=list)
    fokusomrader = ArrayField(models.PositiveSmallIntegerField(), verbose_name=_("fokusområder"), default=list)
    tiltak = models.OneToOneField(
        Tiltak, models.PROTECT, null=True, blank=True, related_name="utkast", verbose_name=_("ble tiltak")
    )
    versjon = models.PositiveIntegerField(_("versjon"), default=1, editable=False)

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("tiltak i utkastet")
        verbose_name_plural = _("tiltak i utkastet")
        ordering = ["omrade_nr", "plass", "tittel", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(tittel=""), name="rulleringstiltak_har_tittel"),
            models.CheckConstraint(condition=Q(type__in=Tiltakstype.values), name="rulleringstiltak_kjent_type"),
            models.CheckConstraint(
                condition=Q(ansvarsetikett__in=Ansvarsetikett.values), name="rulleringstiltak_kjent_etikett"
            ),
            *personnummer_vern("rulleringstiltak", "tittel", "sammendrag"),
        ]

    def __str__(self) -> str:
        return self.tittel


class Rulleringskobling(models.Model):
    """What becomes of one tiltak of the old edition: a row for each it goes into, or one that says it is dropped."""

    rullering = models.ForeignKey(Rullering, models.PROTECT, related_name="koblinger", verbose_name=_("rullering"))
    fra = models.ForeignKey(Tiltak, models.PROTECT, related_name="viderefort", verbose_name=_("fra tiltak"))
    til = models.ForeignKey(
        Rulleringstiltak, models.CASCADE, null=True, blank=True, related_name="kommer_fra", verbose_name=_("til")
    )
    utfall = models.CharField(_("utfall"), max_length=12, choices=Utfall)
    begrunnelse = models.TextField(
        _("begrunnelse"), max_length=BEGRUNNELSE_MAKS, blank=True, validators=[uten_personnummer]
    )

    class Meta:
        verbose_name = _("kobling")
        verbose_name_plural = _("koblinger")
        ordering = ["fra__nr", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["rullering", "fra", "til"], name="rulleringskobling_en_gang"),
            models.UniqueConstraint(
                fields=["rullering", "fra"],
                condition=~Q(utfall=Utfall.DELT),
                name="rulleringskobling_bare_delt_har_flere",
            ),
            models.CheckConstraint(condition=Q(utfall__in=Utfall.values), name="rulleringskobling_kjent_utfall"),
            models.CheckConstraint(
                condition=Q(utfall=Utfall.UTGATT, til__isnull=True) & ~Q(begrunnelse="")
                | ~Q(utfall=Utfall.UTGATT) & Q(til__isnull=False),
                name="rulleringskobling_utgatt_sier_hvorfor",
            ),
            *personnummer_vern("rulleringskobling", "begrunnelse"),
        ]

    def __str__(self) -> str:
        return f"{self.fra_id}: {self.get_utfall_display()}"
