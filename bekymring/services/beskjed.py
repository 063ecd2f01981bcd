"""A message has been read by the one it is to."""

from brukere.models import Bruker
from felles.handler import krev_handler
from felles.tid import na

from ..models import Beskjed


def les_beskjed(*, av: Bruker, rad: Beskjed) -> None:
    """It is off the start page. Twice is once; another's is not there."""
    krev_handler(av)
    Beskjed.objects.filter(pk=rad.pk, bruker=av, lest=None).update(lest=na())
