"""What a status report rests on. Written with the report and never changed: a report keeps its evidence."""

from functools import reduce
from operator import or_
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .innhold import Aktivitet, Lenke, Maling
from .plan import Vedtak
from .rapportering import Statusrapport
from .vedlegg import Vedlegg

BEVISSLAG = ("aktivitet", "vedtak", "maling", "lenke", "vedlegg")


def _bare(slag: str) -> Q:
    return Q(**{f"{ett}__isnull": ett != slag for ett in BEVISSLAG})


def _maal(model: type[models.Model], navn: Any) -> Any:
    """Read from the report's side only, so no index of its own."""
    return models.ForeignKey(
        model, models.PROTECT, null=True, blank=True, db_index=False, related_name="+", verbose_name=navn
    )


class Statusbevis(models.Model):
    """One thing under the tiltak, of one kind. That it lies under the report's own tiltak is held by a trigger."""

    rapport = models.ForeignKey(
        Statusrapport, models.PROTECT, db_index=False, related_name="bevis", verbose_name=_("statusrapport")
    )
    aktivitet = _maal(Aktivitet, _("aktivitet"))
    vedtak = _maal(Vedtak, _("vedtak"))
    maling = _maal(Maling, _("måling"))
    lenke = _maal(Lenke, _("lenke"))
    vedlegg = _maal(Vedlegg, _("vedlegg"))

    class Meta:
        verbose_name = _("bevis for status")
        verbose_name_plural = _("bevis for status")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=reduce(or_, map(_bare, BEVISSLAG)), name="statusbevis_peker_paa_en"),
            models.UniqueConstraint(
                fields=["rapport", *BEVISSLAG], nulls_distinct=False, name="statusbevis_en_gang_per_rapport"
            ),
        ]

    def __str__(self) -> str:
        return str(self.maalet)

    @property
    def maalet(self) -> models.Model:
        """What it points at."""
        return next(rad for slag in BEVISSLAG if (rad := getattr(self, slag)) is not None)
