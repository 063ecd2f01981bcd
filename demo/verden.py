"""The demo's small world: where the personas work, and the law there. Needs the plan's actors; safe to run again."""

from datetime import date, timedelta
from uuid import uuid4

from bekymring.choices import Restrisiko
from bekymring.models import Hjemmel, Personvernvurdering
from bekymring.services import godkjenning
from brukere.models import Bruker
from felles.tid import idag
from samarbeid.models import Aktor, Tilknytning
from vern.kontekst import som

GODKJENT = date(2025, 1, 15)
ET_AR = timedelta(days=365)

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
    """An invented jurist has approved the laws in use (R2): the personvernombud registers, the rådmann confirms."""
    ombud, radmann = (Bruker.objects.get(username=navn) for navn in ("personvern", "radmann"))
    with som(ombud):
        rader = [
            godkjenning.registrer_hjemmel(
                av=ombud,
                nokkel=uuid4(),
                hjemmel=hjemmel,
                jurist="Oppdiktet Jurist, kommuneadvokaten",
                arkivref="25/0001-3 (oppdiktet)",
                dato=GODKJENT,
            )
            for hjemmel in Hjemmel.objects.gjeldende(idag()).filter(jurist_godkjent=None, godkjenninger=None)
        ]
    with som(radmann):
        for rad in rader:
            godkjenning.bekreft_hjemmel(av=radmann, rad=rad)


def godkjenn_vurderingen() -> None:
    """An invented assessment of privacy, approved by the rådmann: without one the case part is off (R56)."""
    ombud, radmann = (Bruker.objects.get(username=navn) for navn in ("personvern", "radmann"))
    with som(ombud):
        if Personvernvurdering.objects.exists():
            return
        rad = godkjenning.registrer_vurdering(
            av=ombud,
            nokkel=uuid4(),
            versjonsnr="1.0",
            dato=GODKJENT,
            arkivref="25/0001-2 (oppdiktet)",
            restrisiko=Restrisiko.LAV,
            vurderes=idag() + ET_AR,
        )
    with som(radmann):
        godkjenning.godkjenn_vurdering(av=radmann, rad=rad, godkjent_til=idag() + ET_AR)
