"""People who log in, and the time-limited roles they hold. Nothing here knows of plan or case."""

from __future__ import annotations

import hashlib
from datetime import timedelta
from typing import Any, ClassVar

from django.conf import settings
from django.contrib.auth.models import AbstractUser, UserManager
from django.contrib.postgres.functions import RandomUUID
from django.contrib.sessions.base_session import AbstractBaseSession, BaseSessionManager
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower, Now
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from felles.periode import PeriodeQuerySet
from felles.sok import alle_ord_i
from felles.sortering import Sorter

from . import okter
from .policy import can_administer
from .roles import Rolle


class BrukerQuerySet(models.QuerySet[Any]):
    def visible_to(self, user: Bruker) -> BrukerQuerySet:
        """Accounts are the systemansvarlig's; others meet colleagues by name where they work together."""
        return self if can_administer(user) else self.none()

    def sok(self, ord: str) -> BrukerQuerySet:
        """Accounts with these words in name, user name or title."""
        return self.filter(alle_ord_i(ord, "navn", "username", "tittel"))

    def med_rolle(self, rolle: str) -> BrukerQuerySet:
        """Those who hold the role now."""
        return self.filter(pk__in=Rolletildeling.objects.gjeldende().filter(rolle=rolle).values("bruker"))

    def etter_navn(self) -> BrukerQuerySet:
        return self.order_by(Sorter("navn"), "pk")


class BrukerManager(UserManager.from_queryset(BrukerQuerySet)):  # type: ignore[misc]  # made at run time
    use_in_migrations = False


class OktQuerySet(models.QuerySet[Any]):
    def apne(self, bruker: Bruker) -> OktQuerySet:
        """The person's sessions that still open something, newest use first."""
        naa = timezone.now()
        return self.filter(
            bruker=bruker,
            sist__gt=naa - timedelta(seconds=settings.OKT_UBRUKT),
            startet__gt=naa - timedelta(seconds=settings.OKT_LENGST),
        ).order_by("-sist", "merke")


class OktManager(BaseSessionManager.from_queryset(OktQuerySet)):  # type: ignore[misc]  # the same
    use_in_migrations = False


def avtrykk(nokkel: str) -> str:
    """What is stored of a calendar address. 256 random bits need no salt and no slow digest."""
    return hashlib.sha256(nokkel.encode()).hexdigest()


class KalenderadresseQuerySet(models.QuerySet[Any]):
    def gjeldende(self) -> KalenderadresseQuerySet:
        """Not withdrawn."""
        return self.filter(trukket__isnull=True)

    def gyldig(self, nokkel: str) -> Kalenderadresse | None:
        """The address that opens with this key, of an open account; none tells nothing of why."""
        rader = self.gjeldende().filter(avtrykk=avtrykk(nokkel), bruker__is_active=True)
        found: Kalenderadresse | None = rader.select_related("bruker").first()
        return found


# What is no part of the account's story: secrets, and when people come and go.
UTEN_HISTORIKK = ["password", "last_login", "sprak", "fargevalg", "skjema"]


class Fargevalg(models.TextChoices):
    AUTO = "auto", _("Som på maskinen")
    LYS = "light", _("Lyse")
    MORK = "dark", _("Mørke")


class Bruker(AbstractUser):
    """An employee or partner who logs in. No one is superuser: the database refuses it."""

    first_name = None  # type: ignore[assignment]  # Django's way to leave a field out
    last_name = None  # type: ignore[assignment]  # the same
    navn = models.CharField(_("navn"), max_length=120)
    tittel = models.CharField(_("tittel"), max_length=120, blank=True)
    ma_bytte_passord = models.BooleanField(_("må bytte passord"), default=False)
    fargevalg = models.CharField(_("farger"), max_length=5, default=Fargevalg.AUTO, choices=Fargevalg)
    skjema = models.UUIDField(_("skjemaets nøkkel"), unique=True, db_default=RandomUUID(), editable=False)
    sprak = models.CharField(_("språk"), max_length=2, default="nb", choices=[("nb", "Bokmål"), ("nn", "Nynorsk")])

    objects: ClassVar[BrukerManager] = BrukerManager()
    history = HistoricalRecords(excluded_fields=UTEN_HISTORIKK)

    REQUIRED_FIELDS = ["navn"]

    class Meta:
        verbose_name = _("bruker")
        verbose_name_plural = _("brukere")
        constraints = [
            models.CheckConstraint(condition=Q(is_superuser=False, is_staff=False), name="bruker_ingen_superbruker"),
            models.CheckConstraint(condition=Q(fargevalg__in=Fargevalg.values), name="bruker_kjent_fargevalg"),
            models.UniqueConstraint(Lower("username"), name="bruker_ett_brukernavn"),
        ]

    def __str__(self) -> str:
        return self.navn

    def get_absolute_url(self) -> str:
        return reverse("bruker", args=[self.pk])

    def get_full_name(self) -> str:
        return self.navn

    def get_short_name(self) -> str:
        return self.navn

    @cached_property
    def roller(self) -> frozenset[str]:
        """Roles that hold now. Read once a request: the user object lives no longer than that."""
        if not self.is_active:
            return frozenset()
        return frozenset(self.rolletildelinger.gjeldende().values_list("rolle", flat=True))

    def har_rolle(self, *roller: Rolle) -> bool:
        """True when the user holds any of the roles now."""
        return not self.roller.isdisjoint(roller)


class Foresporsel(HttpRequest):
    """For the types alone: a request behind log-in, where all of it is but health and what says login_not_required."""

    user: Bruker


class Rolletildeling(models.Model):
    """A role held from a moment to a moment. Ending it takes effect on the next request (R29)."""

    bruker = models.ForeignKey(Bruker, models.PROTECT, related_name="rolletildelinger", verbose_name=_("bruker"))
    rolle = models.CharField(_("rolle"), max_length=20, choices=Rolle)
    fra = models.DateTimeField(_("fra"), db_default=Now())
    til = models.DateTimeField(_("til"), null=True, blank=True)
    gitt_av = models.ForeignKey(
        Bruker, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("gitt av")
    )
    grunn = models.CharField(_("grunn"), max_length=200, blank=True)
    sluttgrunn = models.CharField(_("grunn til at den tok slutt"), max_length=200, blank=True)
    skjema = models.UUIDField(_("skjemaets nøkkel"), unique=True, db_default=RandomUUID(), editable=False)

    objects = PeriodeQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("rolletildeling")
        verbose_name_plural = _("rolletildelinger")
        constraints = [
            models.CheckConstraint(condition=Q(rolle__in=Rolle.values), name="rolletildeling_kjent_rolle"),
            models.CheckConstraint(
                condition=Q(til__isnull=True) | Q(til__gt=F("fra")), name="rolletildeling_til_etter_fra"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.bruker}: {self.get_rolle_display()}"


class Okt(AbstractBaseSession):
    """One log-in on one machine (brukere.okter). `merke` names it on the page: its key is never shown."""

    bruker = models.ForeignKey(Bruker, models.CASCADE, null=True, related_name="okter", verbose_name=_("bruker"))
    merke = models.UUIDField(_("merke"), null=True)
    nettleser = models.CharField(_("nettleser"), max_length=40, blank=True)
    startet = models.DateTimeField(_("startet"), null=True)
    sist = models.DateTimeField(_("sist brukt"), null=True)

    objects: ClassVar[OktManager] = OktManager()

    class Meta:
        verbose_name = _("økt")
        verbose_name_plural = _("økter")
        default_permissions = ()

    def __str__(self) -> str:
        return f"økt {self.merke}"  # never the key, which opens it

    @classmethod
    def get_session_store_class(cls) -> Any:
        return okter.SessionStore


class Kalenderadresse(models.Model):
    """A secret address of one's own calendar. Only its digest is stored. One holds at a time."""

    bruker = models.ForeignKey(Bruker, models.PROTECT, related_name="kalenderadresser", verbose_name=_("bruker"))
    avtrykk = models.CharField(_("avtrykk"), max_length=64, unique=True)
    laget = models.DateTimeField(_("laget"), db_default=Now())
    trukket = models.DateTimeField(_("trukket tilbake"), null=True, blank=True)

    objects = KalenderadresseQuerySet.as_manager()

    class Meta:
        verbose_name = _("kalenderadresse")
        verbose_name_plural = _("kalenderadresser")
        constraints = [
            models.UniqueConstraint(
                fields=["bruker"], condition=Q(trukket__isnull=True), name="kalenderadresse_en_om_gangen"
            )
        ]

    def __str__(self) -> str:
        return f"{self.bruker_id}"
