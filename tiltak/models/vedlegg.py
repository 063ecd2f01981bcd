"""A document uploaded under a tiltak (beslutninger 28). It lies in the database, where no address leads to it."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from felles.personnummer import personnummer_vern, uten_personnummer

from ..choices import Filtype
from .filer import MAKS_FIL
from .innhold import Innhold
from .plan import InnholdQuerySet, Tiltak


class VedleggQuerySet(InnholdQuerySet):
    def synlige(self) -> VedleggQuerySet:
        """Without the bytes: a page tells of files, only the download fetches one."""
        return self.filter(tatt_bort=False).defer("innhold")


class Vedlegg(Innhold):
    """Title and date have a history. The bytes have none: what is taken away is gone."""

    tiltak = models.ForeignKey(Tiltak, models.PROTECT, related_name="vedlegg", verbose_name=_("tiltak"))
    tittel = models.CharField(_("tittel"), max_length=200, validators=[uten_personnummer])
    dato = models.DateField(_("dato"))
    filtype = models.CharField(_("filtype"), max_length=4, choices=Filtype)
    storrelse = models.PositiveIntegerField(_("størrelse i byte"))
    innhold = models.BinaryField(_("innhold"), null=True)

    objects = VedleggQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=["innhold"])

    class Meta:
        verbose_name = _("vedlegg")
        verbose_name_plural = _("vedlegg")
        ordering = ["-dato", "tittel", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(filtype__in=Filtype.values), name="vedlegg_kjent_filtype"),
            models.CheckConstraint(condition=~Q(tittel=""), name="vedlegg_har_tittel"),
            models.CheckConstraint(condition=Q(storrelse__range=(1, MAKS_FIL)), name="vedlegg_hoyst_10_mb"),
            models.CheckConstraint(
                condition=Q(tatt_bort=True, innhold__isnull=True) | Q(tatt_bort=False, innhold__isnull=False),
                name="vedlegg_tatt_bort_er_tomt",
            ),
            *personnummer_vern("vedlegg", "tittel"),
        ]

    def __str__(self) -> str:
        return self.tittel

    @property
    def filnavn(self) -> str:
        """A name of our own making: letters, digits and hyphens, and the ending that the content has."""
        tittel = self.tittel.lower().replace("ø", "o").replace("æ", "ae")
        return f"{slugify(tittel)[:80].strip('-') or 'dokument'}.{self.filtype}"
