"""Tasks of the whole house: those by which it checks itself."""

import time

from celery import shared_task
from celery.signals import worker_ready
from django.core.cache import cache

from bekymring.tasks import finn, publiser
from rapport.services.barn import tegn

from .helse import PULS


@shared_task
def prov_pdf(nokkel: str) -> None:
    """Make a PDF of one line, the way reports are made, and say how many bytes it became. Safe to run twice."""
    html = '<!doctype html><html lang="nb"><title>Prøve</title><h1>Prøve</h1><p>æøå ÆØÅ</p></html>'
    pdf = tegn(html, f"prove:{nokkel}", tikk=lambda: None)
    cache.set(f"prov_pdf:{nokkel}", len(pdf), 60)


@shared_task(name="handlingsplan.puls")
def puls() -> None:
    """Say that scheduler, queue and worker are alive: it takes all three to get here (handlingsplan.helse)."""
    cache.set(PULS, time.time(), 3600)


@worker_ready.connect
def forste_puls(**_kwargs: object) -> None:
    """The worker is up: nobody has to wait for the scheduler's first round."""
    cache.set(PULS, time.time(), 3600)
    publiser.delay()
    finn.delay()
