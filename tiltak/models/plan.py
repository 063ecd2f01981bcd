"""The adopted plan. Facts (numbers, titles, parties, years) come from fixtures/, wording from `importer_plan`.

`ordlyd` is the adopted wording and is empty until it is imported; `sammendrag` is the municipality's own summary.
Only the owner's role writes what was adopted. The web writes what is the municipality's own: its summary and kind of a
tiltak, which principles and focus areas it serves, and decisions under it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.functions import RandomUUID
from django.db import models
from django.db.models import F, OuterRef, Q
from django.db.models.functions import JSONObject
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from felles.personnummer import personnummer_vern, uten_personnummer

from ..choices import Ansvarsetikett, Avsnittskode, Tiltakstype
from ..policy import can_rapportere_alle, can_view_planen, egne_tiltak

if TYPE_CHECKING:
    from brukere.models import Bruker


class PlanQuerySet(models.QuerySet[Any]):
    def gjeldende(self) -> Plan:
        """The current edition (beslutninger 36)."""
        return self.utgaver().get(erstattet_av__isnull=True)

    def pa(self, dag: date) -> Plan:
        """The edition that held on a day; before the first, the first."""
        rader = list(self.utgaver())
        return next((rad for rad in rader if (rad.vedtatt_dato or date(rad.utgave, 1, 1)) <= dag), rader[-1])

    def utgaver(self) -> PlanQuerySet:
        """Every edition, the newest first, each knowing whether it is superseded."""
        return self.select_related("erstattet_av").order_by("-utgave")


class TiltakQuerySet(models.QuerySet[Any]):
    def visible_to(self, user: Bruker) -> TiltakQuerySet:
        """Everyone logged in reads the plan (beslutninger 10)."""
        return self if can_view_planen(user) else self.none()

    def gjeldende(self) -> TiltakQuerySet:
        """Those of the current edition. Only they are reported on."""
        return self.filter(plan__erstattet_av__isnull=True)

    def rapporteres_av(self, user: Bruker) -> TiltakQuerySet:
        """Those whose status the user may tell."""
        current = self.visible_to(user).gjeldende()
        if can_rapportere_alle(user):
            return current
        return current.filter(pk__in=Tiltak.objects.filter(egne_tiltak(user)).values("pk"))

    def i_rekkefolge(self) -> TiltakQuerySet:
        """In the plan's order, with the area at hand."""
        return self.select_related("innsatsomrade").order_by("nr")

    def med_plass(self) -> TiltakQuerySet:
        """With plan and area at hand."""
        return self.i_rekkefolge().select_related("plan__erstattet_av")

    def med_planen(self) -> TiltakQuerySet:
        """With all that the plan itself says of it or that ties it to the plan, as plain lists."""
        mine = Q(tiltak=OuterRef("pk"))

        def of(rader: models.Manager[Any], what: Any, order: str) -> ArraySubquery:
            return ArraySubquery(rader.filter(mine).order_by(order).values_list(what, flat=True))

        note = JSONObject(nr="nr", tekst="tekst", har_merke="har_merke")
        return self.med_plass().annotate(
            prinsippene=of(Prinsipp.objects, "tittel", "nr"),
            fokusene=of(Fokusomrade.objects, "tittel", "nr"),
            merknadene=of(Merknad.objects, "tekst", "pk"),
            fotnotene=of(Fotnote.objects, note, "nr"),
        )


class InnholdQuerySet(models.QuerySet[Any]):
    def synlige(self) -> InnholdQuerySet:
        """What was not taken away again."""
        return self.filter(tatt_bort=False)


class Plan(models.Model):
    """One edition of the plan. Its own date is empty when the document does not give it (beslutninger 34)."""

    utgave = models.PositiveSmallIntegerField(_("utgave"), unique=True)
    tittel = models.CharField(_("tittel"), max_length=200)
    vedtatt_dato = models.DateField(_("vedtatt"), null=True, blank=True)
    dato_merknad = models.CharField(_("merknad til datoen"), max_length=400, blank=True)
    signatarer = ArrayField(models.CharField(max_length=120), verbose_name=_("underskrevet av"), default=list)
    erstatter = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="erstattet_av", verbose_name=_("erstatter")
    )

    objects = PlanQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("plan")
        verbose_name_plural = _("planer")
        ordering = ["-utgave"]
        constraints = [
            models.CheckConstraint(condition=Q(utgave__range=(1990, 2200)), name="plan_utgave_er_et_ar"),
            models.CheckConstraint(
                condition=Q(erstatter__isnull=True) | ~Q(erstatter=F("id")), name="plan_erstatter_ikke_seg_selv"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.tittel} ({self.utgave})"

    @property
    def er_gjeldende(self) -> bool:
        """No later edition supersedes it. Free of charge when the queryset joined `erstattet_av`."""
        return not hasattr(self, "erstattet_av")


class Nummerert(models.Model):
    """Something the plan lists in order."""

    nr = models.PositiveSmallIntegerField(_("nummer"))
    tittel = models.CharField(_("tittel"), max_length=200)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.nr}. {self.tittel}"


class Innsatsomrade(Nummerert):
    """An area of effort. Its title is plan text, never a label on a person or a case."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="innsatsomrader", verbose_name=_("plan"))

    class Meta:
        verbose_name = _("innsatsområde")
        verbose_name_plural = _("innsatsområder")
        ordering = ["plan", "nr"]
        constraints = [models.UniqueConstraint(fields=["plan", "nr"], name="innsatsomrade_nr_i_planen")]


class Fokusomrade(Nummerert):
    """One of the plan's focus areas, which are not the innsatsområder. The title is our short form."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="fokusomrader", verbose_name=_("plan"))
    ordlyd = models.TextField(_("ordlyd"), blank=True)

    class Meta:
        verbose_name = _("fokusområde")
        verbose_name_plural = _("fokusområder")
        ordering = ["plan", "nr"]
        constraints = [models.UniqueConstraint(fields=["plan", "nr"], name="fokusomrade_nr_i_planen")]


class Prinsipp(Nummerert):
    """One of the four principles of Trygge lokalsamfunn."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="prinsipper", verbose_name=_("plan"))
    ordlyd = models.TextField(_("ordlyd"), blank=True)

    class Meta:
        verbose_name = _("prinsipp")
        verbose_name_plural = _("prinsipper")
        ordering = ["plan", "nr"]
        constraints = [models.UniqueConstraint(fields=["plan", "nr"], name="prinsipp_nr_i_planen")]


class Tiltak(Nummerert):
    """One of the plan's measures. Title and label stand as adopted, also where they differ from each other."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="tiltak", verbose_name=_("plan"))
    innsatsomrade = models.ForeignKey(
        Innsatsomrade, models.PROTECT, related_name="tiltak", verbose_name=_("innsatsområde")
    )
    tittel_oversikt = models.CharField(_("tittel i planens oversikt"), max_length=200)
    ordlyd = models.TextField(_("ordlyd"), blank=True)
    sammendrag = models.TextField(_("kort fortalt"), blank=True, max_length=2000, validators=[uten_personnummer])
    ansvarsetikett = models.CharField(_("etikett foran ansvar"), max_length=16, choices=Ansvarsetikett)
    type = models.CharField(_("type"), max_length=12, choices=Tiltakstype)
    fristar = models.PositiveSmallIntegerField(_("år planen lover"), null=True, blank=True)
    viktig = models.BooleanField(_("viktig: to personer må si at det er gjennomført"), default=False)
    prinsipper = models.ManyToManyField(
        Prinsipp, through="Prinsippkobling", related_name="tiltak", verbose_name=_("prinsipper"), blank=True
    )
    fokusomrader = models.ManyToManyField(
        Fokusomrade, through="Fokuskobling", related_name="tiltak", verbose_name=_("fokusområder"), blank=True
    )

    objects = TiltakQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("tiltak")
        verbose_name_plural = _("tiltak")
        ordering = ["plan", "nr"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "nr"], name="tiltak_nr_i_planen"),
            models.CheckConstraint(condition=Q(nr__gte=1), name="tiltak_nr_fra_en"),
            models.CheckConstraint(
                condition=Q(ansvarsetikett__in=Ansvarsetikett.values), name="tiltak_kjent_ansvarsetikett"
            ),
            models.CheckConstraint(condition=Q(type__in=Tiltakstype.values), name="tiltak_kjent_type"),
            *personnummer_vern("tiltak", "sammendrag"),
        ]

    def get_absolute_url(self) -> str:
        return reverse("et_tiltak", args=[self.nr])


class Prinsippkobling(models.Model):
    """That a tiltak serves a principle. Our own link, not the plan's."""

    tiltak = models.ForeignKey(Tiltak, models.CASCADE, related_name="+", verbose_name=_("tiltak"))
    prinsipp = models.ForeignKey(Prinsipp, models.CASCADE, related_name="+", verbose_name=_("prinsipp"))

    history = HistoricalRecords()

    class Meta:
        db_table = "tiltak_tiltak_prinsipper"
        verbose_name = _("kobling til et prinsipp")
        verbose_name_plural = _("koblinger til prinsipper")
        unique_together = [("tiltak", "prinsipp")]

    def __str__(self) -> str:
        return f"{self.tiltak_id}: {self.prinsipp_id}"


class Fokuskobling(models.Model):
    """That a tiltak serves a focus area. Our own link, not the plan's."""

    tiltak = models.ForeignKey(Tiltak, models.CASCADE, related_name="+", verbose_name=_("tiltak"))
    fokusomrade = models.ForeignKey(Fokusomrade, models.CASCADE, related_name="+", verbose_name=_("fokusområde"))

    history = HistoricalRecords()

    class Meta:
        db_table = "tiltak_tiltak_fokusomrader"
        verbose_name = _("kobling til et fokusområde")
        verbose_name_plural = _("koblinger til fokusområder")
        unique_together = [("tiltak", "fokusomrade")]

    def __str__(self) -> str:
        return f"{self.tiltak_id}: {self.fokusomrade_id}"


class Vedtak(models.Model):
    """A decision. Without a tiltak it is one the adopted document refers to, which only the owner's role writes.

    The one it names was about the matter, not about the plan itself (beslutninger 34)."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="vedtak", verbose_name=_("plan"))
    tiltak = models.ForeignKey(
        Tiltak, models.PROTECT, null=True, blank=True, related_name="vedtak", verbose_name=_("tiltak")
    )
    gjelder = models.CharField(_("gjelder"), max_length=200, validators=[uten_personnummer])
    organ = models.CharField(_("organ"), max_length=120, validators=[uten_personnummer])
    dato = models.DateField(_("dato"))
    saksnummer = models.CharField(_("saksnummer"), max_length=40, blank=True, validators=[uten_personnummer])
    merknad = models.CharField(_("merknad"), max_length=400, blank=True, validators=[uten_personnummer])
    skjema = models.UUIDField(_("skjemaets nøkkel"), unique=True, db_default=RandomUUID(), editable=False)
    versjon = models.PositiveIntegerField(_("versjon"), default=1, editable=False)
    tatt_bort = models.BooleanField(_("tatt bort"), default=False)

    objects = InnholdQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("vedtak")
        verbose_name_plural = _("vedtak")
        ordering = ["dato", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "organ", "dato"], condition=Q(tiltak__isnull=True), name="vedtak_en_gang"
            ),
            models.CheckConstraint(
                condition=Q(tiltak__isnull=True, tatt_bort=False) | Q(tiltak__isnull=False) & ~Q(saksnummer=""),
                name="vedtak_i_tiltak_har_saksnummer",
            ),
            *personnummer_vern("vedtak", "gjelder", "organ", "saksnummer", "merknad"),
        ]

    def __str__(self) -> str:
        return f"{self.gjelder}, {self.organ} {self.dato:%d.%m.%Y}"


class MuligTiltak(Nummerert):
    """A method the plan mentions as possible without deciding it, or (`egen`) an idea that came up later."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="mulige_tiltak", verbose_name=_("plan"))
    ordlyd = models.TextField(_("ordlyd"), blank=True)
    sammendrag = models.TextField(_("kort fortalt"), blank=True, max_length=2000, validators=[uten_personnummer])
    egen = models.BooleanField(_("lagt til her"), default=False)
    skjema = models.UUIDField(_("skjemaets nøkkel"), unique=True, db_default=RandomUUID(), editable=False)

    class Meta:
        verbose_name = _("mulig tiltak")
        verbose_name_plural = _("mulige tiltak")
        ordering = ["plan", "nr"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "nr"], name="muligtiltak_nr_i_planen"),
            *personnummer_vern("muligtiltak", "tittel", "sammendrag"),
        ]

    def get_absolute_url(self) -> str:
        return reverse("mulig_tiltak", args=[self.nr])


class Avsnitt(models.Model):
    """A part of the document outside the tiltak: foreword, background, the way ahead."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="avsnitt", verbose_name=_("plan"))
    kode = models.CharField(_("del"), max_length=16, choices=Avsnittskode)
    ordlyd = models.TextField(_("ordlyd"), blank=True)

    class Meta:
        verbose_name = _("avsnitt")
        verbose_name_plural = _("avsnitt")
        ordering = ["plan", "id"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "kode"], name="avsnitt_en_gang"),
            models.CheckConstraint(condition=Q(kode__in=Avsnittskode.values), name="avsnitt_kjent_kode"),
        ]

    def __str__(self) -> str:
        return self.get_kode_display()


class Fotnote(models.Model):
    """A footnote. `tiltak` is where it stands; one of them has no marker in the text."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="fotnoter", verbose_name=_("plan"))
    nr = models.PositiveSmallIntegerField(_("nummer"))
    forkortelse = models.CharField(_("forkortelse"), max_length=20)
    tekst = models.CharField(_("tekst"), max_length=200)
    tiltak = models.ForeignKey(Tiltak, models.PROTECT, related_name="fotnoter", verbose_name=_("tiltak"))
    har_merke = models.BooleanField(_("har merke i teksten"), default=True)

    class Meta:
        verbose_name = _("fotnote")
        verbose_name_plural = _("fotnoter")
        ordering = ["plan", "nr"]
        constraints = [models.UniqueConstraint(fields=["plan", "nr"], name="fotnote_nr_i_planen")]

    def __str__(self) -> str:
        return f"{self.nr} {self.tekst}"


class Kilde(models.Model):
    """A document or site the plan builds on."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="kilder", verbose_name=_("plan"))
    tittel = models.CharField(_("tittel"), max_length=200)
    adresse = models.URLField(_("adresse"), blank=True)
    ar = models.PositiveSmallIntegerField(_("år"), null=True, blank=True)

    class Meta:
        verbose_name = _("kilde")
        verbose_name_plural = _("kilder")
        ordering = ["plan", "id"]
        constraints = [models.UniqueConstraint(fields=["plan", "tittel"], name="kilde_en_gang")]

    def __str__(self) -> str:
        return self.tittel


class Merknad(models.Model):
    """Where the plan disagrees with itself or with the world: shown beside it, never corrected in it."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="merknader", verbose_name=_("plan"))
    kode = models.SlugField(_("kode"), max_length=40)
    tekst = models.TextField(_("merknad"), max_length=1000)
    tiltak = models.ManyToManyField(Tiltak, related_name="merknader", verbose_name=_("gjelder tiltak"), blank=True)

    class Meta:
        verbose_name = _("merknad")
        verbose_name_plural = _("merknader")
        ordering = ["plan", "id"]
        constraints = [models.UniqueConstraint(fields=["plan", "kode"], name="merknad_en_gang")]

    def __str__(self) -> str:
        return self.tekst
