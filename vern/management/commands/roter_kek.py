"""`roter_kek`: wrap all keys under the newest key-encryption key, while the product runs."""

import os
import secrets
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError

from vern import kek, krypto, nokler


class Command(BaseCommand):
    help = "Pakker om alle nøkler under den nyeste KEK-filen (KEK_FILE.2 ved siden av KEK_FILE, og så videre)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--ny", action="store_true", help="lag først en ny KEK-fil ved siden av den gamle")

    def handle(self, *args: Any, ny: bool = False, **options: Any) -> None:
        if ny:
            self.stdout.write(f"Laget {self._lag_fil()}. Ta en kopi på et annet sted enn databasene.")
        try:
            antall = nokler.roter()
        except krypto.KryptoFeil:
            raise CommandError(
                "En nøkkel lar seg ikke pakke ut: KEK-filen den er pakket med, mangler eller er en annen. "
                "Ingen nøkler er gått tapt. Legg filen tilbake og kjør på nytt."
            ) from None
        nyeste = kek.nyeste()
        self.stdout.write(f"Pakket om {antall} nøkler til KEK versjon {nyeste}.")
        for versjon, fil in sorted(kek.filer(Path(settings.KEK_FILE)).items()):
            if versjon < nyeste:
                self.stdout.write(f"Ingen nøkler bruker {fil} lenger, bare eldre sikkerhetskopier av dem.")

    def _lag_fil(self) -> Path:
        first = Path(settings.KEK_FILE)
        fil = first.with_name(f"{first.name}.{kek.nyeste() + 1}")
        with os.fdopen(os.open(fil, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as ut:
            ut.write(secrets.token_urlsafe(42))
        return fil
