"""Chosen texts of one zone, copied to another: an act with a ground, a need, an actor, a recipient and an end."""

import uuid
from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from felles.tid import na
from vern.choices import Sone

from ..choices import Formal, Opplysning
from .grunnlag import Delingsgrunnlag
from .kjerne import TEKSTSONER, Sak, Tekst


class Deling(models.Model):
    """The copies are `Tekst` rows in the recipient's zone that carry this key (beslutninger 5, R1, R3).

    Row security asks this row whenever a copy is read: ended, withdrawn or without its ground, the copies are gone.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    sak = models.ForeignKey(Sak, models.PROTECT, related_name="delinger", verbose_name=_("sak"))
    fra_sone = models.CharField(_("fra"), max_length=12, choices=Sone)
    sone = models.CharField(_("til"), max_length=12, choices=Sone)
    mottaker = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("bare til")
    )
    grunnlag = models.ForeignKey(Delingsgrunnlag, models.PROTECT, related_name="delinger", verbose_name=_("grunnlag"))
    opplysning = models.CharField(_("opplysninger"), max_length=14, choices=Opplysning, default=Opplysning.UTVALGTE)
    formal = models.CharField(_("formål"), max_length=14, choices=Formal, default=Formal.KJERNEGRUPPE)
    nodvendighet = models.ForeignKey(
        Tekst, models.PROTECT, related_name="+", verbose_name=_("hvorfor det er nødvendig")
    )
    delt_av = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("delt av"))
    fra = models.DateTimeField(_("fra"), default=na)
    til = models.DateTimeField(_("til"))
    avsluttet = models.DateTimeField(_("avsluttet"), null=True)
    avsluttet_av = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("avsluttet av")
    )

    history = HistoricalRecords()

    class Meta:
        verbose_name = _("deling")
        verbose_name_plural = _("delinger")
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=Q(fra_sone__in=TEKSTSONER, sone__in=TEKSTSONER) & ~Q(fra_sone=F("sone")),
                name="deling_to_soner",
            ),
            models.CheckConstraint(condition=Q(til__gte=F("fra")), name="deling_til_etter_fra"),
        ]

    def __str__(self) -> str:
        return f"deling {self.pk}"

    @property
    def slutt(self) -> datetime:
        """When it ended or will end."""
        return min(self.avsluttet or self.til, self.til)
