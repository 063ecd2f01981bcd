"""Tasks of the whole house: those by which it checks itself."""

import time

from celery import shared_task
from django.core.cache import cache
from weasyprint import HTML


@shared_task
def prov_pdf(nokkel: str) -> None:
    """Make a PDF of one line and say how many bytes it became. Safe to run twice."""
    pdf = HTML(string='<html lang="nb"><title>Prøve</title><p>Prøve: æøå</p></html>').write_pdf()
    cache.set(f"prov_pdf:{nokkel}", len(pdf), 60)


@shared_task(name="handlingsplan.puls")
def puls() -> None:
    """Say that scheduler, queue and worker are alive: it takes all three to get here (handlingsplan.views)."""
    cache.set("puls", time.time(), 3600)
