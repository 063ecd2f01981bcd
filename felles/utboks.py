"""An outbox: rows of work that a worker takes, holds by a lease, and finishes or gives back. The table is the record.

The room's table has `tilstand`, `forsok` and `lease`. A worker that dies stops renewing its lease, so that another may
find what it held. `forsok` is the fence: only the latest try may say how it went.
"""

from datetime import datetime, timedelta
from typing import Any, Self

from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone

MAKS_FORSOK = 5


class UtboksQuerySet(models.QuerySet[Any]):
    def uholdte(self, naa: datetime) -> Self:
        """Held by nobody: never taken, given back and waited long enough, or the lease is over."""
        return self.filter(Q(lease__isnull=True) | Q(lease__lt=naa))

    @transaction.atomic
    def ta(self, pk: object, hold: timedelta, **felt: Any) -> Any:
        """Take one of these rows for a new try, with these values; None when it is not among them or somebody has it.

        Committed before the work begins, so that a second worker finds it taken.
        """
        rad = self.select_for_update(skip_locked=True, of=("self",)).filter(pk=pk).first()
        if rad is None:
            return None
        felt |= {"forsok": rad.forsok + 1, "lease": timezone.now() + hold}
        for navn, verdi in felt.items():
            setattr(rad, navn, verdi)
        rad.save(update_fields=list(felt))
        return rad


def meld(rad: models.Model, **felt: Any) -> bool:
    """Write what has come of this try, unless it has lost the row: another try, or a state somebody else gave it."""
    holdt = {navn: getattr(rad, navn) for navn in ("pk", "forsok", "tilstand")}
    return bool(type(rad)._default_manager.filter(**holdt).update(**felt))


def forleng(rad: models.Model, hold: timedelta, **felt: Any) -> bool:
    """Hold it on from now."""
    return meld(rad, lease=timezone.now() + hold, **felt)


def ferdig(rad: models.Model, **felt: Any) -> bool:
    """Nobody shall take it again."""
    return meld(rad, lease=None, **felt)


def utsett(rad: Any, vent: timedelta, **felt: Any) -> bool:
    """Give it back for a new try: after `vent`, doubled for each try there has been."""
    return meld(rad, lease=timezone.now() + vent * 2**rad.forsok, **felt)
