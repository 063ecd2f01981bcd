"""Wake the worker. The tables are the record of what is to be done; a dead queue only means that it is done later."""

import logging

from celery import current_app
from django.db import transaction

logg = logging.getLogger("handlingsplan.ko")


def vekk(oppgave: str, *ids: str) -> None:
    """Tell the worker, once what it shall do is safe. The sweep finds it if nobody hears (ADR 8)."""

    def send() -> None:
        try:
            current_app.send_task(oppgave, list(ids), retry=False, ignore_result=True)
        except Exception as feil:  # any broker error, whatever its library calls it
            logg.warning("Køen svarer ikke (%s). Oppgaven blir funnet av neste runde.", type(feil).__name__)

    transaction.on_commit(send)
