"""Bring the nynorsk catalogue up to date with the texts of code and templates, and compile it."""

from typing import Any

from django.core.management import BaseCommand, CommandError, CommandParser

from felles import sprak


class Command(BaseCommand):
    help = "Henter tekstene ut av kode og maler til locale/nn, og kompilerer katalogene."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--kompiler", action="store_true", help="lag bare .mo-filene, uten å endre katalogen")

    def handle(self, *args: Any, kompiler: bool, **options: Any) -> None:
        if not kompiler:
            catalog = sprak.oppdater()
            sprak.skriv(catalog)
            if mangler := sprak.mangler(catalog):
                raise CommandError("Disse mangler nynorsk i locale/nn:\n  " + "\n  ".join(mangler))
        sprak.kompiler()
