"""Make an empty database ready: compile the languages, migrate, load the plan and, in the demo, its people and data."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError, CommandParser, call_command

from felles.db.forgjenger import ForGammel, folg
from felles.sprak import kompiler
from tiltak.services.lasting import last_plan

FOR_GAMMEL = """Databasen er eldre enn denne utgaven kan følge, og er ikke rørt.
Kjør «klargjor» med den siste utgaven før tabellene ble samlet, og så med denne. Se README, «Upgrades»."""


def _lag_tabellene() -> None:
    try:
        folg("eier")
    except ForGammel as feil:
        raise CommandError(FOR_GAMMEL) from feil
    call_command("migrate", database="eier", verbosity=0)


class Command(BaseCommand):
    help = "Migrerer, laster planen og lager demopersonene. Trygg å kjøre om igjen."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--demodata", action="store_true", help="fyll også demoen med oppdiktede data")

    def handle(self, *args: Any, **options: Any) -> None:
        if settings.DEMO:  # in production the image has them, and nothing may be written there
            self._steg("Kompilerer språkene", kompiler)
        self._steg("Lager tabellene", _lag_tabellene)
        self._steg("Laster planen", last_plan)
        if settings.DEMO:
            call_command("fyll_demo", demodata=options["demodata"], stdout=self.stdout)

    def _steg(self, navn: str, act: Callable[[], object]) -> None:
        self.stdout.write(navn)
        self.stdout.flush()
        act()
