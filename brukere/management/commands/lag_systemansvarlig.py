"""The first account of a new installation. All later ones are made on the pages by a systemansvarlig."""

from getpass import getpass
from pathlib import Path
from typing import Any

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management import BaseCommand, CommandError, CommandParser
from django.db import transaction

from brukere.models import Bruker, Rolletildeling
from brukere.roles import Rolle
from felles.tekst import en_form


class Command(BaseCommand):
    help = "Lager den første systemansvarlige. Gjør ingenting når det alt finnes en."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("brukernavn")
        parser.add_argument("navn")
        parser.add_argument("--passord-fil", type=Path, help="Fil med passordet. Uten den spør kommandoen.")

    def handle(self, *args: Any, **options: Any) -> None:
        if Rolletildeling.objects.gjeldende().filter(rolle=Rolle.SYSTEMANSVARLIG).exists():
            raise CommandError("Det finnes alt en systemansvarlig. Nye kontoer lages på /brukere/.")
        fil = options["passord_fil"]
        password = fil.read_text().strip() if fil else getpass("Passord: ")
        bruker = Bruker(
            username=options["brukernavn"], navn=en_form(options["navn"], linjer=False), tittel="systemansvarlig"
        )
        try:
            bruker.full_clean(exclude=["password"])
            validate_password(password, bruker)
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from None
        bruker.set_password(password)
        with transaction.atomic():
            bruker.save()
            Rolletildeling.objects.create(bruker=bruker, rolle=Rolle.SYSTEMANSVARLIG, grunn="første konto")
        self.stdout.write(f"{bruker.navn} kan nå logge inn som {bruker.username}.")
