"""Once a quarter who leads a case looks through who has access to it, and signs (R29)."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from felles.tid import na

from .kjerne import Sak


class Tilgangsgjennomgang(models.Model):
    """Signed once for each case and quarter. Written once, never changed."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    sak = models.ForeignKey(Sak, models.PROTECT, related_name="gjennomganger", verbose_name=_("sak"))
    kvartal = models.DateField(_("kvartalet begynner"))
    av = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("av"))
    tid = models.DateTimeField(_("tid"), default=na)

    class Meta:
        verbose_name = _("gjennomgang av tilganger")
        verbose_name_plural = _("gjennomganger av tilganger")
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["sak", "kvartal"], name="gjennomgang_en_i_kvartalet")]

    def __str__(self) -> str:
        return f"gjennomgang {self.pk}"
