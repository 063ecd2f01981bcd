"""The demo's small world: where the personas work. Needs the plan's actors; safe to run again."""

from brukere.models import Bruker
from samarbeid.models import Aktor, Tilknytning

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
