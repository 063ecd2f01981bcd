"""`verifiser_logg`: are the logs what they were when sealed? Exit code 0 if so, else 1 and each place that is not."""

import os
import sys
from typing import Any

import dj_database_url
from django.core.management import BaseCommand
from django.db import connection

from vern.segl import Seglrapport, hodefil, verifiser


class Command(BaseCommand):
    help = "Kontrollerer at ingen rad i loggene er endret, fjernet eller satt inn etter at den ble forseglet."

    def handle(self, *args: Any, **options: Any) -> None:
        if adresse := os.environ.get("WORKER_DATABASE_URL"):  # in the demo: the web role may not even ask
            connection.close()
            connection.settings_dict |= dict(dj_database_url.parse(adresse))
        rapport = verifiser()
        self._fortell(rapport)
        if rapport.brudd:
            sys.exit(1)

    def _fortell(self, rapport: Seglrapport) -> None:
        self.stdout.write(f"Kontrollerte {rapport.segl} segl mot databasen og hodefilen ({hodefil()}).")
        for logg, forseglet, venter in rapport.logger:
            ikke = f", {venter} venter på forsegling" if venter else ""
            self.stdout.write(f"  {logg}: {forseglet} rader er forseglet{ikke}")
        for brudd in rapport.brudd:
            self.stdout.write(f"BRUDD  {brudd.sted}: {brudd.hva}")
        if rapport.brudd:
            self.stdout.write(f"Fant {len(rapport.brudd)} brudd. Loggen er ikke slik den ble skrevet.")
        else:
            self.stdout.write("Alt stemmer: ingen forseglet rad er endret, fjernet eller satt inn.")
