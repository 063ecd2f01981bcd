"""Make an empty database ready: compile the languages, migrate, load the plan and, in the demo, its people and data."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError, CommandParser, call_command

from felles.db.forgjenger import ForGammel, folg
from felles.sprak import kompiler
from handlingsplan.demo.historikk import dater_historikk
from handlingsplan.demo.innhenting import lag_innhenting, lag_styring
from handlingsplan.demo.personer import lag_personer
from handlingsplan.demo.regi import lag_grupper
from handlingsplan.demo.saker import lag_saker
from handlingsplan.demo.samarbeid import lag_samarbeid
from handlingsplan.demo.tiltak import fyll_status
from handlingsplan.demo.tiltaksinnhold import fyll_innhold
from handlingsplan.demo.verden import knytt_personer
from tiltak.services.lasting import last_plan

PERSONENE = (
    ("Lager demopersonene", lag_personer),
    ("Gir dem arbeidssteder", knytt_personer),
    ("Setter kjernegruppene", lag_grupper),
)
DEMODATA = (
    ("Melder status for fire år", fyll_status),
    ("Ber om status", lag_innhenting),
    ("Godkjenner status", lag_styring),
    ("Fyller partnerregisteret", lag_samarbeid),
    ("Legger innhold under tiltakene", fyll_innhold),
    ("Daterer historikken", dater_historikk),
    ("Spiller tretti saker gjennom", lag_saker),
)
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
            for navn, act in PERSONENE + (DEMODATA if options["demodata"] else ()):
                self._steg(navn, act)

    def _steg(self, navn: str, act: Callable[[], object]) -> None:
        self.stdout.write(navn)
        self.stdout.flush()
        act()
