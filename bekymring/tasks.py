"""When in time. Safe to run twice; no ids, no words of a case."""

from celery import shared_task

from .services.klokka import folg_klokka
from .services.tall import publiser_tall
from .services.uvanlige import finn_uvanlige


@shared_task(name="bekymring.publiser_tall")
def publiser() -> None:
    """Once a month, and at start-up: what has been published this month already is left alone."""
    publiser_tall()


@shared_task(name="bekymring.finn_uvanlige")
def finn() -> None:
    """Look-ups out of the ordinary are noted for the personvernombud; those noted already are left alone."""
    finn_uvanlige()


@shared_task(name="bekymring.folg_klokka")
def folg() -> None:
    """Cases whose ground has run out are stopped, closed ones sealed; those who had them are told, without content."""
    folg_klokka()
