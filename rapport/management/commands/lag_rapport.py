"""Order the annual report as the page does, and tell where it is."""

import time
from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.management import BaseCommand, CommandError, CommandParser
from django.urls import reverse

from brukere.models import Bruker
from rapport.choices import Jobbtilstand
from rapport.models import Jobb
from rapport.services import bestill_rapport
from tiltak.models import Plan
from vern.kontekst import som


class Command(BaseCommand):
    help = "Bestiller statusrapporten for et år og forteller hvor den er."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("ar", type=int, metavar="AAR")
        parser.add_argument("--som", default="radmann", metavar="BRUKER", help="brukeren som bestiller")
        parser.add_argument("--vent", type=float, default=60, help="sekunder å vente på arbeideren (0: ikke vent)")

    def handle(self, *args: Any, **valg: Any) -> None:
        if not 1990 <= valg["ar"] <= 2200:
            raise CommandError(f"{valg['ar']} er ikke et år det kan lages rapport for.")
        bruker = Bruker.objects.filter(username=valg["som"], is_active=True).first()
        if bruker is None:
            raise CommandError(f"Det finnes ingen bruker som heter «{valg['som']}».")
        try:
            with som(bruker):
                jobb = bestill_rapport(av=bruker, ar=valg["ar"])
        except PermissionDenied:
            raise CommandError(f"«{valg['som']}» kan ikke bestille rapporter.") from None
        except Plan.DoesNotExist:
            raise CommandError("Det er ikke lagt inn noen plan ennå.") from None
        adresse = reverse("rapport:rapport", args=[jobb.rapport_id])
        self.stdout.write(f"Bestilt: statusrapport {valg['ar']}. Siden er {adresse}")
        self._vent(bruker, jobb, valg["vent"])

    def _vent(self, bruker: Bruker, jobb: Jobb, sekunder: float) -> None:
        slutt = time.monotonic() + sekunder
        while sekunder:
            with som(bruker):
                naa = Jobb.objects.get(pk=jobb.pk)
            if naa.tilstand == Jobbtilstand.FERDIG:
                self.stdout.write(f"Ferdig. Last ned: {reverse('rapport:pdf', args=[jobb.rapport_id])}")
                return
            if naa.tilstand == Jobbtilstand.FEILET:
                raise CommandError(str(naa.get_feilkode_display()))
            if time.monotonic() > slutt:
                self.stdout.write("Den er ikke ferdig ennå, men bestillingen er lagret og blir utført.")
                return
            time.sleep(0.1)
