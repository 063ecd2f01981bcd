"""The Celery app. Tasks take ids only and are safe to run twice; the outbox table is the record."""

import os
from typing import Any

from celery import Celery
from celery.signals import beat_init

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "handlingsplan.settings.prod")
app = Celery("handlingsplan")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


@beat_init.connect
def first_pulse(**kwargs: Any) -> None:
    """Do not wait a whole period before the house can be called ready."""
    app.send_task("handlingsplan.puls", expires=app.conf.get("PULS_SEKUNDER", 15))
