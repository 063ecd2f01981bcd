"""The walls' own tables: the register line, the grants, the texts and what happened.

Row-level security stands on each of them (ADR 1, `bekymring/sql/`): what a reader may not see is not there.
"""

import secrets
import uuid
from datetime import datetime
from typing import Any, Self

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _
from guardian.models import UserObjectPermissionBase
from simple_history.models import HistoricalRecords

from brukere.models import Bruker
from felles.periode import PeriodeQuerySet
from felles.tid import na
from samarbeid.models import Aktor
from vern.choices import Sone

from ..choices import (
    LUKKET,
    TRENGER_GRUNNLAG,
    Aldersspenn,
    Formal,
    Grupperolle,
    Hendelseart,
    Kildetype,
    Modus,
    Opplysning,
    Rett,
    Sakrolle,
    Tekstart,
    Tilstand,
)
from ..policy import can_view_alle_saker


class SakQuerySet(models.QuerySet[Any]):
    def visible_to(self, user: Bruker | AnonymousUser) -> Self:
        """Register lines the user may see, each with `endret`: the last change that concerns this reader.

        Starts at the grant table, whose index holds the order, so that the cost follows the page and not the
        municipality (P1). The koordinator sees every line through the role unless barred
        (beslutninger 8). A change in a zone the reader does not hold leaves no trace here (beslutninger 4).
        """
        if not user.is_authenticated:
            return self.none()
        if can_view_alle_saker(user):
            barred = Sperre.objects.gjeldende().filter(sak=OuterRef("pk"), bruker=user)
            return self.filter(~Exists(barred)).annotate(endret=F("sist_endret"))
        return self.filter(tilganger__user=user, tilganger__rett=Rett.SE).annotate(endret=F("tilganger__sist_endret"))

    def nyeste_forst(self) -> Self:
        """Newest change first; after visible_to."""
        return self.order_by("-endret", "-pk")


class SperreQuerySet(PeriodeQuerySet):
    def gjeldende(self, naa: datetime | Now | None = None) -> Self:
        """Bars that hold, by the clock of the database, which sets them."""
        return super().gjeldende(naa or Now())


TEKSTSONER = [sone for sone in Sone if sone != Sone.REGISTER]
TJENESTESONER = [Sone.POLITI, Sone.HELSE, Sone.BARNEVERN, Sone.SKOLE, Sone.NAV]
TIL_ETTER_FRA = Q(til__isnull=True) | Q(til__gte=F("fra"))


def ny_ref() -> str:
    """128 random bits for the address: knowing one tells nothing about another (R31)."""
    return secrets.token_urlsafe(16)


class Kjernegruppe(models.Model):
    """A group per school or area (faggrunnlag 2). Membership opens no case; only `Tilgang` does."""

    navn = models.CharField(_("navn"), max_length=80, unique=True)
    omrade = models.CharField(_("område"), max_length=120, blank=True)

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("kjernegruppe")
        verbose_name_plural = _("kjernegrupper")
        ordering = ["navn"]
        default_permissions = ()

    def __str__(self) -> str:
        return self.navn


class Medlemskap(models.Model):
    """Somebody sits in a kjernegruppe, by function, from a moment to a moment."""

    gruppe = models.ForeignKey(Kjernegruppe, models.PROTECT, related_name="medlemskap", verbose_name=_("gruppe"))
    bruker = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="medlemskap", verbose_name=_("bruker")
    )
    funksjon = models.CharField(_("funksjon"), max_length=80)
    rolle = models.CharField(_("rolle"), max_length=6, choices=Grupperolle, default=Grupperolle.MEDLEM)
    fra = models.DateTimeField(_("fra"), default=na)
    til = models.DateTimeField(_("til"), null=True, blank=True)

    objects = PeriodeQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("medlemskap")
        verbose_name_plural = _("medlemskap")
        default_permissions = ()
        constraints = [
            models.CheckConstraint(condition=Q(rolle__in=Grupperolle.values), name="medlemskap_kjent_rolle"),
            models.CheckConstraint(condition=TIL_ETTER_FRA, name="medlemskap_til_etter_fra"),
            models.UniqueConstraint(
                fields=["gruppe", "bruker"], condition=Q(til__isnull=True), name="medlemskap_ett_apent"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.bruker}, {self.gruppe}"

    @property
    def er_leder(self) -> bool:
        return self.rolle == Grupperolle.LEDER


class Sak(models.Model):
    """The register line of a case and nothing more: all content lies in `Tekst`, zone by zone.

    The id is made by the database together with the first grants (services.tilgang.ny_sak).
    """

    id = models.UUIDField(primary_key=True, editable=False)
    ref = models.CharField(_("adresse"), max_length=22, unique=True, default=ny_ref, editable=False)
    nummer = models.CharField(_("saksnummer"), max_length=7, unique=True, editable=False)
    modus = models.CharField(_("modus"), max_length=12, choices=Modus, default=Modus.ANONYM)
    tilstand = models.CharField(_("tilstand"), max_length=24, choices=Tilstand, default=Tilstand.MOTTATT)
    aldersspenn = models.CharField(_("alder"), max_length=8, choices=Aldersspenn, blank=True)
    kjernegruppe = models.ForeignKey(
        Kjernegruppe, models.PROTECT, null=True, blank=True, related_name="saker", verbose_name=_("kjernegruppe")
    )
    saksansvarlig = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="saker_ansvarlig",
        verbose_name=_("saksansvarlig"),
    )
    frist = models.DateField(_("frist"), null=True, blank=True)
    sist_endret = models.DateTimeField(_("sist endret"), default=na, editable=False)
    opprettet = models.DateTimeField(_("opprettet"), default=na, editable=False)
    versjon = models.PositiveIntegerField(_("versjon"), default=1, editable=False)

    objects = SakQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("sak")
        verbose_name_plural = _("saker")
        default_permissions = ()
        permissions = [
            ("se_sak", "Se registerlinjen"),
            ("les_egne", "Lese det en selv har skrevet"),
            ("led_sak", "Lede saken"),
            *((f"les_{sone}", f"Lese sonen {sone}") for sone in TEKSTSONER),
            *((f"delt_{sone}", f"Lese det som er delt i sonen {sone}") for sone in TJENESTESONER),
            *((f"skriv_{sone}", f"Skrive i sonen {sone}") for sone in TEKSTSONER),
        ]
        indexes = [
            models.Index(F("sist_endret").desc(), F("id").desc(), name="sak_nyeste"),
            # what waits on who leads: open cases are few, closed ones many
            models.Index(fields=["tilstand"], name="sak_apne", condition=~Q(tilstand__in=list(LUKKET))),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(modus__in=Modus.values), name="sak_kjent_modus"),
            models.CheckConstraint(condition=Q(tilstand__in=Tilstand.values), name="sak_kjent_tilstand"),
            models.CheckConstraint(
                condition=Q(aldersspenn__in=Aldersspenn.values) & ~Q(modus=Modus.FAMILIE)
                | Q(aldersspenn="", modus=Modus.FAMILIE),
                name="sak_kjent_alder",
            ),
            models.CheckConstraint(condition=Q(nummer__regex=r"^\d\d-[2-9A-Z]{4}$"), name="sak_nummerform"),
        ]

    def __str__(self) -> str:
        return f"{self.nummer}, {self.hvem}"

    @property
    def hvem(self) -> str:
        """The age of the person, or that a family is guided: then nothing is known of anybody else (faggrunnlag 9)."""
        return str(self.get_aldersspenn_display() or self.get_modus_display())


class Tilgang(UserObjectPermissionBase):
    """One right of one person in one case: the only thing that opens anything (beslutninger 1 and 2).

    Written by database functions only (`vern.gi_tilgang` and its kin); the web role can read its own valid rows
    and nothing else. `se` is one row a person and case, in force as long as any other right is, and carries the
    sort key of that person's list. What must be covered by a ground says so: which kind of information, for what, and
    where the person worked when it was given, so that the question can be asked again when something changes. `fra` is
    always the moment of giving: a right that begins later is given later.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="tilganger", verbose_name=_("bruker")
    )
    permission = models.ForeignKey(
        "auth.Permission", models.PROTECT, related_name="+", db_index=False, verbose_name=_("rettighet")
    )
    content_object = models.ForeignKey(
        Sak,
        models.PROTECT,
        db_column="sak_id",
        db_index=False,  # tilgang_sak begins with it
        related_name="tilganger",
        verbose_name=_("sak"),
    )
    rett = models.CharField(_("rett"), max_length=5, choices=Rett)
    sone = models.CharField(_("sone"), max_length=12, choices=Sone, blank=True)
    grunnlag = models.CharField(_("grunnlag"), max_length=20, choices=Sakrolle)
    grunn = models.UUIDField(_("grunn"), null=True, blank=True)
    opplysning = models.CharField(_("opplysninger"), max_length=14, choices=Opplysning, blank=True)
    formal = models.CharField(_("formål"), max_length=14, choices=Formal, blank=True)
    sted = models.ForeignKey(
        Aktor, models.PROTECT, null=True, related_name="+", db_index=False, verbose_name=_("som arbeider hos")
    )
    fra = models.DateTimeField(_("fra"), db_default=Now())
    til = models.DateTimeField(_("til"), null=True, blank=True)
    lengst = models.DateTimeField(_("gitt til, så lenge grunnlaget varer"), null=True, blank=True)
    gitt_av = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", db_index=False, verbose_name=_("gitt av")
    )
    sist_endret = models.DateTimeField(_("sist endret"), db_default=Now())

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("tilgang")
        verbose_name_plural = _("tilganger")
        default_permissions = ()
        unique_together = ()
        indexes = [
            models.Index(
                F("user"),
                F("sist_endret").desc(),
                F("content_object").desc(),
                name="tilgang_liste",
                condition=Q(rett="se"),
            ),
            models.Index(fields=["user", "grunnlag", "rett"], name="tilgang_grunnlag", condition=~Q(rett="se")),
            # policies and functions ask for one case and one person, whatever the right
            models.Index(fields=["content_object", "user"], name="tilgang_sak"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["content_object", "user"], condition=Q(rett="se"), name="tilgang_en_se"),
            models.UniqueConstraint(
                fields=["content_object", "user", "rett", "sone", "grunnlag", "grunn"],
                condition=~Q(rett="se"),
                nulls_distinct=False,
                name="tilgang_en_grunn",
            ),
            models.CheckConstraint(
                condition=Q(rett__in=["les", "skriv"], sone__in=TEKSTSONER)
                | Q(rett="delt", sone__in=TJENESTESONER)
                | Q(rett__in=["se", "egne", "led"], sone=""),
                name="tilgang_rett_og_sone",
            ),
            models.CheckConstraint(condition=TIL_ETTER_FRA, name="tilgang_til_etter_fra"),
            models.CheckConstraint(
                condition=Q(rett="se") | (Q(grunnlag__in=TRENGER_GRUNNLAG) ^ Q(formal="", opplysning="")),
                name="tilgang_grunn_eller_unntak",
            ),
        ]

    def __str__(self) -> str:
        # guardian's own asks for the case and can raise inside an error handler
        return f"tilgang {self.pk}: {self.rett} {self.sone}".strip()


class Sperre(models.Model):
    """A person is kept out of a case, whatever grants or roles say (R23, T3)."""

    sak = models.ForeignKey(Sak, models.PROTECT, related_name="sperrer", verbose_name=_("sak"))
    bruker = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="sperrer", verbose_name=_("bruker")
    )
    grunn = models.CharField(_("grunn"), max_length=200, blank=True)
    satt_av = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("satt av"))
    fra = models.DateTimeField(_("fra"), db_default=Now())
    til = models.DateTimeField(_("til"), null=True, blank=True)

    objects = SperreQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("sperre")
        verbose_name_plural = _("sperrer")
        default_permissions = ()
        indexes = [models.Index(fields=["bruker", "sak"], name="sperre_bruker")]
        constraints = [models.CheckConstraint(condition=TIL_ETTER_FRA, name="sperre_til_etter_fra")]

    def __str__(self) -> str:
        return f"sperre {self.pk}"


class Tekst(models.Model):
    """Confidential text, encrypted under its case's and zone's key. Never changed: a correction is a new row."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    sak = models.ForeignKey(Sak, models.PROTECT, related_name="tekster", verbose_name=_("sak"))
    sone = models.CharField(_("sone"), max_length=12, choices=Sone)
    art = models.CharField(_("art"), max_length=20, choices=Tekstart)
    kilde = models.CharField(_("kilde"), max_length=12, choices=Kildetype, blank=True)
    innhold = models.BinaryField(_("innhold"))
    av = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="tekster", verbose_name=_("av"))
    tid = models.DateTimeField(_("tid"), default=na)
    retter = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="rettelser", verbose_name=_("retter")
    )
    deling = models.UUIDField(_("deling"), null=True, blank=True)

    class Meta:
        verbose_name = _("tekst")
        verbose_name_plural = _("tekster")
        default_permissions = ()
        indexes = [models.Index("sak", F("tid").desc(), name="tekst_nyeste")]
        constraints = [models.CheckConstraint(condition=Q(sone__in=TEKSTSONER), name="tekst_kjent_sone")]

    def __str__(self) -> str:
        return f"tekst {self.pk}"


class Hendelse(models.Model):
    """What happened in a case, by whom and when, in the zone it concerns. Written once (ADR 10).

    `av` is empty for what the clock did, which nobody signs.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    sak = models.ForeignKey(Sak, models.PROTECT, related_name="hendelser", verbose_name=_("sak"))
    sone = models.CharField(_("sone"), max_length=12, choices=Sone, default=Sone.REGISTER)
    art = models.CharField(_("art"), max_length=24, choices=Hendelseart)
    fra = models.CharField(_("fra"), max_length=24, blank=True)
    til = models.CharField(_("til"), max_length=24, blank=True)
    av = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("av"))
    tid = models.DateTimeField(_("tid"), default=na)
    tekst = models.ForeignKey(
        Tekst, models.PROTECT, null=True, blank=True, related_name="hendelser", verbose_name=_("tekst")
    )

    class Meta:
        verbose_name = _("hendelse")
        verbose_name_plural = _("hendelser")
        default_permissions = ()
        indexes = [models.Index("sak", F("tid").desc(), name="hendelse_nyeste")]
        constraints = [models.CheckConstraint(condition=Q(sone__in=Sone.values), name="hendelse_kjent_sone")]

    def __str__(self) -> str:
        return f"{self.get_art_display()}"


class Utkast(models.Model):
    """A form not yet sent, encrypted, for its writer only, for 14 days (beslutninger 20)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    bruker = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="utkast", verbose_name=_("bruker")
    )
    skjema = models.CharField(_("skjema"), max_length=40)
    innhold = models.BinaryField(_("innhold"))
    endret = models.DateTimeField(_("endret"), default=na)

    class Meta:
        verbose_name = _("utkast")
        verbose_name_plural = _("utkast")
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["bruker", "skjema"], name="utkast_ett_per_skjema")]

    def __str__(self) -> str:
        return f"utkast {self.skjema}"
