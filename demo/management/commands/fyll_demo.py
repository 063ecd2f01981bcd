"""The people of the demo, and with `--demodata` its invented world. Safe to run again."""

from typing import Any

from django.core.management import BaseCommand, CommandParser

from demo.historikk import dater_historikk
from demo.innhenting import lag_innhenting, lag_styring
from demo.personer import lag_personer
from demo.regi import lag_grupper
from demo.saker import lag_saker
from demo.samarbeid import lag_samarbeid
from demo.tiltak import fyll_status
from demo.tiltaksinnhold import fyll_innhold
from demo.verden import godkjenn_hjemler, godkjenn_vurderingen, knytt_personer

PERSONENE = (
    ("Lager demopersonene", lag_personer),
    ("Gir dem arbeidssteder", knytt_personer),
    ("Godkjenner hjemlene", godkjenn_hjemler),
    ("Godkjenner vurderingen av personvernet", godkjenn_vurderingen),
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


class Command(BaseCommand):
    help = "Lager demopersonene. Trygg å kjøre om igjen."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--demodata", action="store_true", help="fyll også demoen med oppdiktede data")

    def handle(self, *args: Any, **options: Any) -> None:
        for navn, act in PERSONENE + (DEMODATA if options["demodata"] else ()):
            self.stdout.write(navn)
            self.stdout.flush()
            act()
