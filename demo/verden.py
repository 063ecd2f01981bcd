"""The demo's small world: where the personas work, and the law there. Needs the plan's actors; safe to run again."""

from datetime import date

from django.db import connections

from bekymring.choices import Hjemmelkode
from brukere.models import Bruker
from samarbeid.models import Aktor, Tilknytning
from tiltak.services.lasting import EIER

GODKJENT = date(2025, 1, 15)

# user, slug of the aktor, function there
ARBEIDSSTEDER: tuple[tuple[str, str, str], ...] = (
    ("slt", "sandefjord-kommune", "SLT-koordinator"),
    ("slt2", "sandefjord-kommune", "SLT-koordinator, stedfortreder"),
    ("politi", "sandefjord-politi", "politikontakt"),
    ("kjerneleder", "skole-barnehagekontor", "rådgiver"),
    ("kjerne.helse", "helse", "helsesykepleier"),
    ("kjerne.barnevern", "barnevern", "barnevernskonsulent"),
    ("kjerne.vgs", "videregaende", "rådgiver"),
    ("laerer", "ungdomsskole", "kontaktlærer"),
    ("mentor", "sandefjord-kommune", "mentor"),
    ("folkehelse", "folkehelse", "prosjektleder"),
    ("radmann", "sandefjord-kommune", "rådmann"),
    ("personvern", "sandefjord-kommune", "personvernombud"),
    ("system", "sandefjord-kommune", "systemansvarlig"),
)


def knytt_personer() -> None:
    """Give each persona a place of work, unless they have one."""
    for brukernavn, slug, funksjon in ARBEIDSSTEDER:
        Tilknytning.objects.get_or_create(
            bruker=Bruker.objects.get(username=brukernavn),
            aktor=Aktor.objects.get(slug=slug),
            defaults={"funksjon": funksjon},
        )


def godkjenn_hjemler() -> None:
    """An invented jurist has approved the laws in use (R2). Registered as the owner, since the web cannot."""
    with connections[EIER].cursor() as cursor:
        for kode in Hjemmelkode:
            cursor.execute("SELECT vern.godkjenn_hjemmel(%s, %s)", [kode, GODKJENT])
