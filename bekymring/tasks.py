"""When in time. Safe to run twice; no ids, no words of a case."""

from celery import shared_task

from .services.godkjenning import minn_om_vurdering
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


@shared_task(name="bekymring.minn_om_vurdering")
def minn() -> None:
    """Once a day: the personvernombud and the leader are told before the assessment of privacy is to be seen anew."""
    minn_om_vurdering()
