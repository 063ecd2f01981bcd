"""Tasks of the whole house: only the one by which it checks itself."""

from celery import shared_task
from django.core.cache import cache
from weasyprint import HTML


@shared_task
def prov_pdf(nokkel: str) -> None:
    """Make a PDF of one line and say how many bytes it became. Safe to run twice."""
    pdf = HTML(string='<html lang="nb"><title>Prøve</title><p>Prøve: æøå</p></html>').write_pdf()
    cache.set(f"prov_pdf:{nokkel}", len(pdf), 60)
