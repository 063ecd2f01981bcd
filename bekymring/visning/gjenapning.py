"""What waits on a person because a closed case is to be opened, or is open (R49)."""

from datetime import datetime

from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from brukere.models import Bruker
from felles.gjoremal import Gjoremal

from ..models import Gjenapning
from ..policy import can_svare_gjenapning, can_view_gjenapninger


def ventende(user: Bruker) -> list[Gjoremal]:
    """The questions one can answer, and what is open to oneself."""
    rader = Gjenapning.objects.venter().select_related("bedt_av") if can_view_gjenapninger(user) else []
    spurt = [rad for rad in rader if can_svare_gjenapning(user, rad)]
    apne = Gjenapning.objects.pagar().filter(leser=user)
    return [
        *(_en(rad, _("Svar på om en lukket sak skal åpnes"), rad.svarfrist) for rad in spurt),
        *(_en(rad, _("Les saken som er åpnet for deg"), rad.til) for rad in apne),
    ]


def _en(rad: Gjenapning, tittel: str, frist: datetime | None) -> Gjoremal:
    url = reverse("bekymring_gjenapning_en", args=[rad.pk])
    return Gjoremal(tittel, url, undertekst=_("Bekymringssaker"), frist=localdate(frist))
