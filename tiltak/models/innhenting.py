"""Asking for status: the round, what it asks about, the wording of its e-mails, the outbox of digests, and drafts."""

from __future__ import annotations

import uuid
from datetime import date, datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from felles.personnummer import personnummer_vern, uten_personnummer
from felles.utboks import MAKS_FORSOK, UtboksQuerySet

from ..choices import Sendetilstand, Varselart
from .plan import Plan, Tiltak

UTKAST_LEVETID = timedelta(days=14)


class StatusrundeQuerySet(models.QuerySet[Any]):
    def apne(self) -> StatusrundeQuerySet:
        """Under way for the current edition: at most one."""
        return self.filter(avsluttet__isnull=True, plan__erstattet_av__isnull=True)

    def apen(self) -> Any:
        """The round that is under way for the current edition, or none."""
        return self.apne().select_related("startet_av").first()

    def frister(self, plan: Plan, ar: int) -> list[tuple[int, date]]:
        """The year each round of an edition is about, and its deadline: rounds about this year, or that end in it.

        One that was ended before its deadline has none."""
        holdt = self.filter(Q(avsluttet__isnull=True) | Q(avsluttet__date__gte=F("frist")), plan=plan)
        pairs = holdt.filter(Q(ar=ar) | Q(frist__year=ar)).values_list("ar", "frist")
        return sorted(set(pairs), key=lambda pair: pair[1])


class SammendragQuerySet(UtboksQuerySet):
    def kan_tas(self, naa: datetime, dag: date) -> SammendragQuerySet:
        """Today's that wait. Yesterday's are never sent: the next digest says what still holds."""
        return self.uholdte(naa).filter(tilstand=Sendetilstand.VENTER, dag=dag)

    def avbrutt(self, naa: datetime) -> SammendragQuerySet:
        """Cut off while they were handed over: nobody knows whether they came through."""
        return self.filter(tilstand=Sendetilstand.SENDER, lease__lt=naa)

    def siste_lest(self, siden: datetime) -> dict[int, datetime]:
        """When each person was last told, since a moment."""
        sent = self.filter(tilstand=Sendetilstand.SENDT, opprettet__gte=siden)
        return dict(sent.values("bruker").annotate(sist=models.Max("opprettet")).values_list("bruker", "sist"))


class StatusutkastQuerySet(models.QuerySet[Any]):
    def levende(self, naa: datetime) -> StatusutkastQuerySet:
        """Not older than 14 days."""
        return self.filter(endret__gt=naa - UTKAST_LEVETID)

    def utgatte(self, naa: datetime) -> StatusutkastQuerySet:
        return self.filter(endret__lte=naa - UTKAST_LEVETID)


BRUKER = settings.AUTH_USER_MODEL
MELDING_MAKS = 1000


class Statusrunde(models.Model):
    """One time the koordinator asks for status, with a deadline. At most one is open for an edition."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    plan = models.ForeignKey(Plan, models.PROTECT, related_name="statusrunder", verbose_name=_("plan"))
    ar = models.PositiveSmallIntegerField(_("år"))
    frist = models.DateField(_("frist"))
    melding = models.TextField(_("melding"), max_length=MELDING_MAKS, blank=True, validators=[uten_personnummer])
    startet_av = models.ForeignKey(BRUKER, models.PROTECT, related_name="+", verbose_name=_("startet av"))
    tid = models.DateTimeField(_("startet"), db_default=Now())
    paminnet = models.DateTimeField(_("sist påminnet"), null=True, blank=True)
    avsluttet = models.DateTimeField(_("avsluttet"), null=True, blank=True)

    objects = StatusrundeQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("innhenting av status")
        verbose_name_plural = _("innhentinger av status")
        ordering = ["-tid", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["plan"], condition=Q(avsluttet__isnull=True), name="statusrunde_en_apen_per_plan"
            ),
            models.CheckConstraint(condition=Q(ar__range=(1990, 2200)), name="statusrunde_ar_er_et_ar"),
            models.CheckConstraint(condition=Q(frist__gte=F("tid__date")), name="statusrunde_frist_etter_start"),
            *personnummer_vern("statusrunde", "melding"),
        ]

    def __str__(self) -> str:
        return f"{self.plan_id} {self.ar}: {self.frist:%d.%m.%Y}"


class Statusforesporsel(models.Model):
    """A tiltak the round asks about. Who is asked follows from who answers for it that day (policy.mottakere)."""

    runde = models.ForeignKey(Statusrunde, models.PROTECT, related_name="foresporsler", verbose_name=_("innhenting"))
    tiltak = models.ForeignKey(Tiltak, models.PROTECT, related_name="foresporsler", verbose_name=_("tiltak"))

    class Meta:
        verbose_name = _("forespørsel om status")
        verbose_name_plural = _("forespørsler om status")
        ordering = ["runde", "tiltak"]
        constraints = [models.UniqueConstraint(fields=["runde", "tiltak"], name="statusforesporsel_en_gang")]

    def __str__(self) -> str:
        return f"{self.runde_id}: {self.tiltak_id}"


class Varseltekst(models.Model):
    """The municipality's own wording of one kind of e-mail. Without a row, our wording holds."""

    art = models.CharField(_("gjelder"), max_length=12, choices=Varselart, primary_key=True)
    emne = models.CharField(_("emne"), max_length=120, validators=[uten_personnummer])
    tekst = models.TextField(_("tekst"), max_length=MELDING_MAKS, validators=[uten_personnummer])
    versjon = models.PositiveIntegerField(_("versjon"), default=1, editable=False)

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("varseltekst")
        verbose_name_plural = _("varseltekster")
        constraints = [
            models.CheckConstraint(condition=Q(art__in=Varselart.values), name="varseltekst_kjent_art"),
            *personnummer_vern("varseltekst", "emne", "tekst"),
        ]

    def __str__(self) -> str:
        return self.get_art_display()


class Sammendrag(models.Model):
    """The digest of one person and one day: the outbox of e-mails. The key of person and day is the promise."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    bruker = models.ForeignKey(BRUKER, models.PROTECT, related_name="+", verbose_name=_("mottaker"))
    dag = models.DateField(_("dag"))
    emne = models.CharField(_("emne"), max_length=200)
    tekst = models.TextField(_("tekst"))
    tiltak = ArrayField(models.PositiveSmallIntegerField(), verbose_name=_("gjelder tiltak"), default=list)
    tilstand = models.CharField(_("tilstand"), max_length=8, choices=Sendetilstand, default=Sendetilstand.VENTER)
    forsok = models.PositiveSmallIntegerField(_("forsøk"), default=0)
    lease = models.DateTimeField(_("holdes til"), null=True, blank=True)
    opprettet = models.DateTimeField(_("opprettet"), db_default=Now())
    sendt = models.DateTimeField(_("sendt"), null=True, blank=True)

    objects = SammendragQuerySet.as_manager()

    class Meta:
        verbose_name = _("sammendrag på e-post")
        verbose_name_plural = _("sammendrag på e-post")
        ordering = ["-dag", "bruker"]
        constraints = [
            models.UniqueConstraint(fields=["bruker", "dag"], name="sammendrag_ett_om_dagen"),
            models.CheckConstraint(condition=Q(tilstand__in=Sendetilstand.values), name="sammendrag_kjent_tilstand"),
            models.CheckConstraint(condition=Q(forsok__range=(0, MAKS_FORSOK)), name="sammendrag_hoyst_fem_forsok"),
            models.CheckConstraint(
                condition=Q(tilstand=Sendetilstand.SENDT, sendt__isnull=False)
                | (~Q(tilstand=Sendetilstand.SENDT) & Q(sendt__isnull=True)),
                name="sammendrag_sendt_har_tid",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.bruker_id} {self.dag:%d.%m.%Y}: {self.get_tilstand_display()}"


class Statusutkast(models.Model):
    """What one person has typed about a tiltak in a year and not sent. Only the writer sees it; kept for 14 days."""

    bruker = models.ForeignKey(BRUKER, models.PROTECT, related_name="+", verbose_name=_("bruker"))
    tiltak = models.ForeignKey(Tiltak, models.PROTECT, related_name="+", verbose_name=_("tiltak"))
    ar = models.PositiveSmallIntegerField(_("år"))
    felt = models.JSONField(_("det som er skrevet"), default=dict)
    endret = models.DateTimeField(_("endret"), db_default=Now())

    objects = StatusutkastQuerySet.as_manager()

    class Meta:
        verbose_name = _("utkast til status")
        verbose_name_plural = _("utkast til status")
        constraints = [models.UniqueConstraint(fields=["bruker", "tiltak", "ar"], name="statusutkast_ett_hver")]

    def __str__(self) -> str:
        return f"{self.bruker_id}: {self.tiltak_id} {self.ar}"
