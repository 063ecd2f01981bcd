"""Make an empty database ready: compile the languages, migrate, load the plan and, in the demo, the personas."""

from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, call_command

from felles.sprak import kompiler
from handlingsplan.demo.personer import lag_personer
from handlingsplan.demo.verden import knytt_personer
from tiltak.services.lasting import last_plan


class Command(BaseCommand):
    help = "Migrerer, laster planen og lager demopersonene. Trygg å kjøre om igjen."

    def handle(self, *args: Any, **options: Any) -> None:
        if settings.DEMO:  # in production the image has them, and nothing may be written there
            kompiler()
        call_command("migrate", database="eier", verbosity=0)
        last_plan()
        if settings.DEMO:
            lag_personer()
            knytt_personer()
