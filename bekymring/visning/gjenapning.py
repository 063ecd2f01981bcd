"""What waits on a person because a closed case is to be opened, or is open (R49)."""

from django.db.models import Q, TextField
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from brukere.models import Bruker
from felles.gjoremal import Gjoremal
from felles.samlet import Liste, Samlelinje

from ..models import Gjenapning
from ..policy import roller_som_spor


def liste(user: Bruker) -> Liste:
    """The questions one can answer, and what is open to oneself."""
    spurt = Gjenapning.objects.venter().filter(bedt_av__rolletildelinger__rolle__in=roller_som_spor(user))
    apne = Gjenapning.objects.pagar().filter(leser=user)
    rader = Gjenapning.objects.filter(Q(pk__in=spurt.exclude(bedt_av=user).values("pk")) | Q(pk__in=apne.values("pk")))
    return Liste(rader.order_by("bedt", "pk"), nokkel=Cast("pk", TextField()), tekst="formal", tid="til")


def som_gjoremal(rader: list[Samlelinje]) -> list[Gjoremal]:
    return [
        Gjoremal(
            tittel=_("Les saken som er åpnet for deg") if rad.tid else _("Svar på om en lukket sak skal åpnes"),
            url=reverse("bekymring_gjenapning_en", args=[rad.nokkel]),
            undertekst=_("Bekymringssaker"),
            frist=localdate(rad.tid) if rad.tid else None,
        )
        for rad in rader
    ]
