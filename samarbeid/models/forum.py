"""Fora and their meetings: organisations meet, and we count heads, never names (R60)."""

from __future__ import annotations

import datetime

from django.db import models
from django.db.models import Count, F, OuterRef, Q, Subquery, Sum
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from felles.dato import langdato
from felles.personnummer import personnummer_vern, uten_personnummer
from felles.sortering import Sorter

from .aktor import Aktor
from .grunn import InterntQuerySet, RegisterQuerySet, Skjemarad


class ForumQuerySet(RegisterQuerySet):
    def til_liste(self, na: datetime.datetime) -> ForumQuerySet:
        """With members now, meetings held this year and the next one."""
        neste = (
            Mote.objects.filter(forum=OuterRef("pk"), avlyst=False, tid__gt=na).order_by("tid", "pk").values("tid")[:1]
        )
        i_ar = Q(moter__avlyst=False, moter__tid__lte=na, moter__tid__year=timezone.localtime(na).year)
        return (
            self.select_related("ansvarlig")
            .annotate(
                antall_medlemmer=Count("medlemskap", filter=Q(medlemskap__til__isnull=True), distinct=True),
                holdt_i_ar=Count("moter", filter=i_ar, distinct=True),
                neste_mote=Subquery(neste),
            )
            .order_by(Sorter("navn"), "pk")
        )


class MoteQuerySet(RegisterQuerySet):
    def kommende(self, na: datetime.datetime) -> MoteQuerySet:
        return self.filter(tid__gt=na).order_by("tid", "pk")

    def tidligere(self, na: datetime.datetime) -> MoteQuerySet:
        return self.filter(tid__lte=na).order_by("-tid", "pk")

    def til_liste(self) -> MoteQuerySet:
        return self.select_related("forum").annotate(oppmote=Sum("deltakelser__antall"))

    def uten_referat(self, na: datetime.datetime) -> MoteQuerySet:
        """Held, and nobody has written down what was agreed."""
        return self.tidligere(na).filter(avlyst=False, referat="")


class OppfolgingspunktQuerySet(InterntQuerySet):
    def apne(self) -> OppfolgingspunktQuerySet:
        return self.filter(utfort_dato__isnull=True).select_related("ansvarlig", "mote__forum")


class Forum(Skjemarad):
    """A standing meeting place. The tiltak it serves is a plain number: the registry does not know the plan."""

    navn = models.CharField(_("navn"), max_length=120, unique=True, validators=[uten_personnummer])
    formal = models.TextField(_("formål"), max_length=1000, blank=True, validators=[uten_personnummer])
    ansvarlig = models.ForeignKey(
        Aktor, models.PROTECT, related_name="ansvarlig_for_fora", verbose_name=_("kaller inn")
    )
    tiltak_nr = models.PositiveSmallIntegerField(_("hører til tiltak nummer"), null=True, blank=True)
    moter_per_ar = models.PositiveSmallIntegerField(_("møter i året etter årshjulet"), null=True, blank=True)
    avsluttet = models.DateField(_("avsluttet"), null=True, blank=True)
    medlemmer: models.ManyToManyField[Aktor, Forummedlem] = models.ManyToManyField(
        Aktor, through="Forummedlem", related_name="fora", verbose_name=_("medlemmer")
    )

    objects = ForumQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("forum")
        verbose_name_plural = _("fora")
        ordering = [Sorter("navn")]
        constraints = [
            models.CheckConstraint(condition=~Q(navn=""), name="forum_har_navn"),
            models.CheckConstraint(
                condition=Q(tiltak_nr__isnull=True) | Q(tiltak_nr__range=(1, 99)), name="forum_tiltak_nr_1_99"
            ),
            models.CheckConstraint(
                condition=Q(moter_per_ar__isnull=True) | Q(moter_per_ar__range=(1, 52)), name="forum_moter_1_52"
            ),
            *personnummer_vern("forum", "navn", "formal"),
        ]

    def __str__(self) -> str:
        return self.navn

    def get_absolute_url(self) -> str:
        return reverse("samarbeid:forum", args=[self.pk])


class Forummedlem(models.Model):
    """An organisation sits in a forum from a date to a date."""

    forum = models.ForeignKey(Forum, models.PROTECT, related_name="medlemskap", verbose_name=_("forum"))
    aktor = models.ForeignKey(Aktor, models.PROTECT, related_name="forummedlemskap", verbose_name=_("aktør"))
    fra = models.DateField(_("fra"))
    til = models.DateField(_("til"), null=True, blank=True)

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("forummedlem")
        verbose_name_plural = _("forummedlemmer")
        constraints = [
            models.CheckConstraint(
                condition=Q(til__isnull=True) | Q(til__gte=F("fra")), name="forummedlem_til_etter_fra"
            ),
            models.UniqueConstraint(
                fields=["forum", "aktor"], condition=Q(til__isnull=True), name="forummedlem_en_gang_om_gangen"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.aktor} i {self.forum}"


class Mote(Skjemarad):
    """One meeting of a forum: agenda before, minutes after."""

    forum = models.ForeignKey(Forum, models.PROTECT, related_name="moter", verbose_name=_("forum"))
    tid = models.DateTimeField(_("tid"))
    sted = models.CharField(_("sted"), max_length=120, validators=[uten_personnummer])
    saksliste = models.TextField(_("saksliste"), max_length=5000, blank=True, validators=[uten_personnummer])
    referat = models.TextField(_("referat"), max_length=20000, blank=True, validators=[uten_personnummer])
    avlyst = models.BooleanField(_("avlyst"), default=False)

    objects = MoteQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("møte")
        verbose_name_plural = _("møter")
        ordering = ["-tid", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(avlyst=False) | Q(referat=""), name="mote_avlyst_uten_referat"),
            *personnummer_vern("mote", "sted", "saksliste", "referat"),
        ]

    def __str__(self) -> str:
        return f"{self.forum}, {langdato(self.tid)}"

    def get_absolute_url(self) -> str:
        return reverse("samarbeid:mote", args=[self.pk])


class Motedeltakelse(models.Model):
    """How many came from an organisation. 0 is "called, did not come"."""

    mote = models.ForeignKey(Mote, models.PROTECT, related_name="deltakelser", verbose_name=_("møte"))
    aktor = models.ForeignKey(Aktor, models.PROTECT, related_name="motedeltakelser", verbose_name=_("aktør"))
    antall = models.PositiveSmallIntegerField(_("antall"))

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("møtedeltakelse")
        verbose_name_plural = _("møtedeltakelser")
        constraints = [
            models.UniqueConstraint(fields=["mote", "aktor"], name="motedeltakelse_en_rad_per_aktor"),
            models.CheckConstraint(condition=Q(antall__lte=999), name="motedeltakelse_hoyst_999"),
        ]

    def __str__(self) -> str:
        return f"{self.aktor}: {self.antall}"


class Oppfolgingspunkt(Skjemarad):
    """What a partner took on in a meeting, by when, and when it was done."""

    mote = models.ForeignKey(Mote, models.PROTECT, related_name="punkter", verbose_name=_("møte"))
    tekst = models.CharField(_("hva skal gjøres"), max_length=300, validators=[uten_personnummer])
    ansvarlig = models.ForeignKey(Aktor, models.PROTECT, related_name="oppfolgingspunkter", verbose_name=_("hvem"))
    frist = models.DateField(_("frist"), null=True, blank=True)
    utfort_dato = models.DateField(_("gjort"), null=True, blank=True)

    objects = OppfolgingspunktQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("oppfølgingspunkt")
        verbose_name_plural = _("oppfølgingspunkter")
        ordering = [F("frist").asc(nulls_last=True), "id"]
        constraints = [
            models.CheckConstraint(condition=~Q(tekst=""), name="oppfolgingspunkt_har_tekst"),
            *personnummer_vern("oppfolgingspunkt", "tekst"),
        ]

    def __str__(self) -> str:
        return self.tekst

    def get_absolute_url(self) -> str:
        return self.mote.get_absolute_url()
