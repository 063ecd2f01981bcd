"""A developer's own window on the running demo: `python3 manage.py runserver 8001` reloads code and shows debug pages.

The servers, the data and the worker are the demo's; only the web process is another."""

from django.core.exceptions import ImproperlyConfigured

from .prod import *

if not DEMO:
    raise ImproperlyConfigured("handlingsplan.settings.dev viser feilsider med innhold. Den kjører bare mot demoen.")

DEBUG = True
