"""The Celery app. Tasks take ids only and are safe to run twice; the outbox table is the record."""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "handlingsplan.settings.prod")
app = Celery("handlingsplan")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
