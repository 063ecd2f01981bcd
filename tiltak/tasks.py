"""When in time. Safe to run twice; the outbox table is the record. Imported by the worker only."""

from celery import shared_task

from .services.sammendrag import lag_sammendrag, send_ventende, slett_gamle_utkast


@shared_task(name="tiltak.send_sammendrag")
def send_sammendrag() -> None:
    """Every working day, and when the koordinator asks: today's letters."""
    lag_sammendrag()
    send_ventende()


@shared_task(name="tiltak.fei_post")
def fei_post() -> None:
    """Every minute: send what was left, and note what was cut off."""
    send_ventende()


@shared_task(name="tiltak.slett_utkast")
def slett_utkast() -> None:
    """Every night."""
    slett_gamle_utkast()
