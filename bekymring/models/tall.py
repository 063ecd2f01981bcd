"""Published figures. The worker writes them, ready-suppressed; the web reads these and can count nothing else."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from felles.skjerming import TERSKEL, Celle, Skjult
from felles.tid import na

from ..choices import Tallart


class Tall(models.Model):
    """How many cases had an act in a year, as it was published in a month. Append-only; NULL is "under 5"."""

    ar = models.PositiveSmallIntegerField(_("år"))
    art = models.CharField(_("hva"), max_length=12, choices=Tallart)
    maned = models.DateField(_("publisert i måneden"))
    verdi = models.PositiveIntegerField(_("antall"), null=True)
    talt = models.DateTimeField(_("talt opp"), default=na)

    class Meta:
        verbose_name = _("publisert tall")
        verbose_name_plural = _("publiserte tall")
        ordering = ["-ar", "art", "-maned"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["ar", "art", "maned"], name="tall_ett_i_maneden"),
            models.CheckConstraint(condition=Q(art__in=Tallart.values), name="tall_kjent_art"),
            models.CheckConstraint(
                condition=Q(verdi__isnull=True) | Q(verdi=0) | Q(verdi__gte=TERSKEL), name="tall_aldri_1_til_4"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_art_display()} {self.ar}: {self.celle}"

    @property
    def celle(self) -> Celle:
        """The figure, or that it is hidden."""
        return Skjult.UNDER if self.verdi is None else self.verdi
