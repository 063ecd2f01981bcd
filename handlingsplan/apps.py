"""Every process knows the queue's address, also the web, which only ever sends ids."""

from django.apps import AppConfig

from . import celery


class HandlingsplanConfig(AppConfig):
    name = "handlingsplan"
    ko = celery.app
