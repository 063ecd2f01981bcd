"""Has anybody else opened the case since? The log itself is not readable here; only the answer is."""

from datetime import datetime

from felles import sporring

from ..models import Sak


def apnet_av_andre(sak: Sak, siden: datetime) -> bool:
    """Asked by undo (beslutninger 27). True also when the one who asks may not know."""
    return bool(sporring.verdi("SELECT vern.apnet_av_andre(%s, %s)", sak.pk, siden))
