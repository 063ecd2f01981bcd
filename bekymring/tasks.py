"""When in time. Safe to run twice; no ids, no words of a case."""

from celery import shared_task

from .services.tall import publiser_tall


@shared_task(name="bekymring.publiser_tall")
def publiser() -> None:
    """Once a month, and at start-up: what has been published this month already is left alone."""
    publiser_tall()
