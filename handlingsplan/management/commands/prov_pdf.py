"""Ask the worker for one small PDF and wait for it: broker, worker and PDF library in one check."""

import secrets
import time
from typing import Any

from django.core.cache import cache
from django.core.management import BaseCommand, CommandError

from handlingsplan.celery import app

SECONDS = 120


class Command(BaseCommand):
    help = "Ber arbeiderprosessen lage en liten PDF og venter på den."

    def handle(self, *args: Any, **options: Any) -> None:
        key = secrets.token_urlsafe(8)
        app.send_task("handlingsplan.tasks.prov_pdf", [key], expires=SECONDS)
        end = time.monotonic() + SECONDS
        while time.monotonic() < end:
            if size := cache.get(f"prov_pdf:{key}"):
                self.stdout.write(f"PDF-en er laget ({size} byte).")
                return
            time.sleep(0.05)
        raise CommandError(f"Arbeiderprosessen svarte ikke på {SECONDS} sekunder.")
