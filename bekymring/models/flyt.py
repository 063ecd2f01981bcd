"""What the workflow adds to a case: meetings, conclusions, tasks, conversations and follow-up.

Facts and references only. Every word about a person is a `Tekst`; each row lies in the zone of its text.
"""

import uuid
from typing import Any, Self

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from felles.tid import na
from samarbeid.models import Aktor
from vern.choices import Sone

from ..choices import (
    Foresattkontakt,
    Gjennomforing,
    Konklusjonstype,
    Kontakttype,
    Mentortilstand,
    Samtalespor,
    Samtaletilstand,
    Samtaletype,
    Samtaleutfall,
    Stedstype,
)
from .grunnlag import Hjemmel
from .kjerne import Kjernegruppe, Sak, Tekst, ny_ref

BRUKER = settings.AUTH_USER_MODEL
GJORT_HEL = Q(gjort__isnull=True, gjort_av__isnull=True) | Q(gjort__isnull=False, gjort_av__isnull=False)
IKKE_OVERLATT = Q(overlatt=None, overlatt_av=None, overlatt_til=None, overlatt_frist=None)
OVERLATT_HEL = IKKE_OVERLATT | Q(
    gjort=None,
    overlatt__isnull=False,
    overlatt_av__isnull=False,
    overlatt_til__isnull=False,
    overlatt_frist__isnull=False,
)


class Mote(models.Model):
    """A meeting of a kjernegruppe. Says nothing of any case: those stand on `Sakslistepost`."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    ref = models.CharField(_("adresse"), max_length=22, unique=True, default=ny_ref, editable=False)
    gruppe = models.ForeignKey(Kjernegruppe, models.PROTECT, related_name="moter", verbose_name=_("kjernegruppe"))
    tid = models.DateTimeField(_("tid"))
    innkalt_av = models.ForeignKey(BRUKER, models.PROTECT, related_name="+", verbose_name=_("innkalt av"))

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("møte i kjernegruppe")
        verbose_name_plural = _("møter i kjernegruppe")
        default_permissions = ()
        ordering = ["-tid", "pk"]

    def __str__(self) -> str:
        return f"møte {self.pk}"


class Sakslistepost(models.Model):
    """A case stands on the list of a meeting; the window says how long its members may see it (R24)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    sak = models.ForeignKey(Sak, models.PROTECT, related_name="saksliste", verbose_name=_("sak"))
    sone = models.CharField(_("sone"), max_length=12, choices=Sone, default=Sone.FELLES)
    mote = models.ForeignKey(Mote, models.PROTECT, related_name="poster", verbose_name=_("møte"))
    vindu_til = models.DateTimeField(_("synlig til"))
    tatt_av = models.DateTimeField(_("tatt av lista"), null=True, blank=True)

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("post på saksliste")
        verbose_name_plural = _("poster på saksliste")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["sak"], condition=Q(tatt_av__isnull=True), name="sakslistepost_en_om_gangen"
            )
        ]

    def __str__(self) -> str:
        return f"sakslistepost {self.pk}"


class Konklusjon(models.Model):
    """What the kjernegruppe recommends: why, who, by when. Not an enkeltvedtak (faggrunnlag 4)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    sak = models.ForeignKey(Sak, models.PROTECT, related_name="konklusjoner", verbose_name=_("sak"))
    sone = models.CharField(_("sone"), max_length=12, choices=Sone, default=Sone.FELLES)
    post = models.ForeignKey(
        Sakslistepost, models.PROTECT, related_name="konklusjoner", verbose_name=_("post på saksliste")
    )
    type = models.CharField(_("anbefaling"), max_length=16, choices=Konklusjonstype)
    begrunnelse = models.ForeignKey(Tekst, models.PROTECT, related_name="+", verbose_name=_("begrunnelse"))
    ansvarlig = models.ForeignKey(BRUKER, models.PROTECT, related_name="+", verbose_name=_("ansvarlig"))
    frist = models.DateField(_("frist"))
    av = models.ForeignKey(BRUKER, models.PROTECT, related_name="+", verbose_name=_("av"))
    tid = models.DateTimeField(_("tid"), default=na)

    class Meta:
        verbose_name = _("konklusjon")
        verbose_name_plural = _("konklusjoner")
        default_permissions = ()
        ordering = ["-tid", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(type__in=Konklusjonstype.values), name="konklusjon_kjent_type")
        ]

    def __str__(self) -> str:
        return f"konklusjon {self.pk}"


class OppgaveQuerySet(models.QuerySet[Any]):
    def apne(self) -> Self:
        """Neither done nor handed over."""
        return self.filter(gjort=None, overlatt=None)


class Oppgave(models.Model):
    """Something a service has taken on, with a deadline. A case cannot end with one of these open.

    What is not done when the case ends is handed over: to which service, by when. It is never called done.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    sak = models.ForeignKey(Sak, models.PROTECT, related_name="oppgaver", verbose_name=_("sak"))
    sone = models.CharField(_("sone"), max_length=12, choices=Sone, default=Sone.FELLES)
    konklusjon = models.ForeignKey(
        Konklusjon, models.PROTECT, null=True, blank=True, related_name="oppgaver", verbose_name=_("konklusjon")
    )
    innhold = models.ForeignKey(Tekst, models.PROTECT, related_name="+", verbose_name=_("hva som skal gjøres"))
    ansvarlig = models.ForeignKey(BRUKER, models.PROTECT, related_name="+", verbose_name=_("ansvarlig"))
    frist = models.DateField(_("frist"))
    gjort = models.DateTimeField(_("gjort"), null=True, blank=True)
    gjort_av = models.ForeignKey(
        BRUKER, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("gjort av")
    )
    overlatt = models.DateTimeField(_("overlatt"), null=True)
    overlatt_av = models.ForeignKey(BRUKER, models.PROTECT, null=True, related_name="+", verbose_name=_("overlatt av"))
    overlatt_til = models.ForeignKey(Aktor, models.PROTECT, null=True, related_name="+", verbose_name=_("overlatt til"))
    overlatt_frist = models.DateField(_("frist for den som overtar"), null=True)

    objects = OppgaveQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("oppgave")
        verbose_name_plural = _("oppgaver")
        default_permissions = ()
        ordering = ["frist", "pk"]
        constraints = [
            models.CheckConstraint(condition=GJORT_HEL, name="oppgave_gjort_hel"),
            models.CheckConstraint(condition=OVERLATT_HEL, name="oppgave_overlatt_hel"),
        ]

    def __str__(self) -> str:
        return f"oppgave {self.pk}"

    @property
    def apen(self) -> bool:
        """Neither done nor handed over."""
        return self.gjort is None and self.overlatt is None


class Samtale(models.Model):
    """A bekymringssamtale: the police's own row, in the police zone (faggrunnlag 7, beslutninger 26).

    `tolk` is yes or no: no language, no country (beslutninger 30).
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    sak = models.ForeignKey(Sak, models.PROTECT, related_name="samtaler", verbose_name=_("sak"))
    sone = models.CharField(_("sone"), max_length=12, choices=Sone, default=Sone.POLITI)
    type = models.CharField(_("type"), max_length=12, choices=Samtaletype, default=Samtaletype.BEKYMRING)
    spor = models.CharField(_("spor"), max_length=10, choices=Samtalespor)
    hjemmel = models.ForeignKey(
        Hjemmel, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("hjemmel")
    )
    tilstand = models.CharField(_("tilstand"), max_length=12, choices=Samtaletilstand, default=Samtaletilstand.AVTALT)
    tid = models.DateTimeField(_("tid"))
    sted = models.CharField(_("sted"), max_length=14, choices=Stedstype)
    tolk = models.BooleanField(_("tolk"), default=False)
    foresatte = models.CharField(_("hvem kontakter de foresatte"), max_length=14, choices=Foresattkontakt)
    deltakere = ArrayField(models.CharField(max_length=20), verbose_name=_("hvem er med"), default=list, blank=True)
    gjennomfort = models.CharField(_("gjennomført"), max_length=14, choices=Gjennomforing, blank=True)
    holdt = models.DateField(_("holdt"), null=True, blank=True)
    utfall = models.CharField(_("utfall"), max_length=14, choices=Samtaleutfall, blank=True)
    referat = models.ForeignKey(
        Tekst, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("referat")
    )
    forer = models.ForeignKey(BRUKER, models.PROTECT, related_name="+", verbose_name=_("fører samtalen"))
    versjon = models.PositiveIntegerField(_("versjon"), default=1, editable=False)

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("samtale")
        verbose_name_plural = _("samtaler")
        default_permissions = ()
        ordering = ["-tid", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(spor=Samtalespor.FRIVILLIG) | Q(hjemmel__isnull=False), name="samtale_palagt_hjemlet"
            ),
            models.CheckConstraint(
                condition=~Q(tilstand=Samtaletilstand.GJENNOMFORT)
                | Q(holdt__isnull=False, referat__isnull=False) & ~Q(utfall=""),
                name="samtale_gjennomfort_hel",
            ),
            models.UniqueConstraint(
                fields=["sak"], condition=Q(tilstand=Samtaletilstand.AVTALT), name="samtale_en_avtalt"
            ),
        ]

    def __str__(self) -> str:
        return f"samtale {self.pk}"


class Ansvarsgruppe(models.Model):
    """A pointer: that a group exists, who calls it, when it meets. The IP lives in its own system (faggrunnlag 8)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    sak = models.ForeignKey(Sak, models.PROTECT, related_name="ansvarsgrupper", verbose_name=_("sak"))
    sone = models.CharField(_("sone"), max_length=12, choices=Sone, default=Sone.FELLES)
    koordinator = models.ForeignKey(BRUKER, models.PROTECT, related_name="+", verbose_name=_("koordinator"))
    neste_mote = models.DateField(_("neste møte"))
    evaluering = models.DateField(_("evalueres"))
    ip_finnes = models.BooleanField(_("individuell plan finnes"), default=False)
    avsluttet = models.DateTimeField(_("avsluttet"), null=True, blank=True)

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("ansvarsgruppe")
        verbose_name_plural = _("ansvarsgrupper")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["sak"], condition=Q(avsluttet__isnull=True), name="ansvarsgruppe_en_om_gangen"
            )
        ]

    def __str__(self) -> str:
        return f"ansvarsgruppe {self.pk}"


class Mentorforlop(models.Model):
    """A voluntary relation to a mentor; both may end it at any time, without a reason (faggrunnlag 9)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    sak = models.ForeignKey(Sak, models.PROTECT, related_name="mentorforlop", verbose_name=_("sak"))
    sone = models.CharField(_("sone"), max_length=12, choices=Sone, default=Sone.FELLES)
    mentor = models.ForeignKey(BRUKER, models.PROTECT, related_name="mentorforlop", verbose_name=_("mentor"))
    tilstand = models.CharField(_("tilstand"), max_length=10, choices=Mentortilstand, default=Mentortilstand.FORESLATT)
    erklaering = models.DateField(_("taushetserklæring signert"))
    politiattest = models.DateField(_("politiattest vist"))
    evaluering = models.DateField(_("evalueres"))
    versjon = models.PositiveIntegerField(_("versjon"), default=1, editable=False)

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("mentorforløp")
        verbose_name_plural = _("mentorforløp")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["sak"],
                condition=~Q(tilstand=Mentortilstand.AVSLUTTET),
                name="mentorforlop_ett_om_gangen",
            )
        ]

    def __str__(self) -> str:
        return f"mentorforløp {self.pk}"

    @property
    def er_foreslatt(self) -> bool:
        return self.tilstand == Mentortilstand.FORESLATT

    @property
    def er_avsluttet(self) -> bool:
        return self.tilstand == Mentortilstand.AVSLUTTET


class Kontakt(models.Model):
    """The mentor's own log: when, how, and how it went. In the mentor zone, which nobody else reads."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    sak = models.ForeignKey(Sak, models.PROTECT, related_name="kontakter", verbose_name=_("sak"))
    sone = models.CharField(_("sone"), max_length=12, choices=Sone, default=Sone.MENTOR)
    forlop = models.ForeignKey(Mentorforlop, models.PROTECT, related_name="kontakter", verbose_name=_("forløp"))
    dato = models.DateField(_("dato"))
    type = models.CharField(_("type"), max_length=10, choices=Kontakttype)
    hvordan = models.PositiveSmallIntegerField(
        _("hvordan gikk det"), validators=[MinValueValidator(1), MaxValueValidator(5)]
    )
    tekst = models.ForeignKey(Tekst, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("tekst"))
    av = models.ForeignKey(BRUKER, models.PROTECT, related_name="+", verbose_name=_("av"))
    tid = models.DateTimeField(_("tid"), default=na)

    class Meta:
        verbose_name = _("kontakt")
        verbose_name_plural = _("kontakter")
        default_permissions = ()
        ordering = ["-dato", "-tid", "pk"]
        constraints = [models.CheckConstraint(condition=Q(hvordan__range=(1, 5)), name="kontakt_en_til_fem")]

    def __str__(self) -> str:
        return f"kontakt {self.pk}"
