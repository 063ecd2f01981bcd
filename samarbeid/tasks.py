"""When in time: contacts whose day of deletion has come are emptied every night. Safe to run twice."""

from celery import shared_task

from felles.tid import idag

from .services import slett_forfalte_kontakter


@shared_task(name="samarbeid.slett_forfalte")
def slett_forfalte() -> None:
    slett_forfalte_kontakter(idag())
