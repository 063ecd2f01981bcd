"""Small things all acts of this room share."""

from collections.abc import Iterable
from datetime import date

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.utils.translation import gettext as _

from brukere.models import Bruker
from felles.avslag import Konflikt
from felles.dato import virkedager_etter
from felles.tid import idag

from ..models import Sak

SVARFRIST = 3  # working days until the reporter has an answer


def svarfrist(dag: date | None = None) -> date:
    """The day the reporter has an answer at the latest, when told today."""
    return virkedager_etter(dag or idag(), SVARFRIST)


def fylt(verdi: object) -> bool:
    """There is more than spaces in it."""
    return bool(str(verdi or "").strip())


def las(sak: Sak) -> Sak:
    """The row as it is now, locked. Under the walls a row one may not write is not there to lock."""
    found = Sak.objects.select_for_update(of=("self",)).filter(pk=sak.pk).first()
    if found is None:
        raise Konflikt
    return found


def varsle(brukere: Iterable[Bruker]) -> None:
    """After commit: that there is something to do, and where to log in. Never what, about whom (R30, T14)."""
    adresser = sorted({b.email for b in brukere if b.email and b.is_active})
    if adresser:
        transaction.on_commit(lambda: _send(adresser))


def _send(adresser: list[str]) -> None:
    for adresse in adresser:
        send_mail(
            _("Du har en oppgave"),
            _("Du har en oppgave i Handlingsplan. Logg inn for å se den."),
            settings.DEFAULT_FROM_EMAIL,
            [adresse],
            fail_silently=True,
        )
