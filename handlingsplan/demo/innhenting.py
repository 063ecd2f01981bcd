"""A round of asking under way, and the colleagues it asks: invented people without a log-in button."""

from datetime import timedelta

from django.contrib.auth.hashers import make_password

from brukere.models import Bruker, Rolletildeling
from brukere.roles import Rolle
from felles.tid import flytt, idag, na
from samarbeid.models import Aktor, Tilknytning
from tiltak.models import Plan, Statusrapport, Statusrunde, Tiltak
from tiltak.services.innhenting import start_runde
from vern.kontekst import som

from .tiltak import nokkel

KOLLEGER: tuple[tuple[str, str, str, Rolle, str], ...] = (
    ("stab", "Grete Lund", "rådgiver i staben", Rolle.TILTAKSANSVARLIG, "sandefjord-kommune"),
    ("oppvekst", "Rolf Aune", "kommunalsjef oppvekst", Rolle.TJENESTELEDER, "sandefjord-kommune"),
    ("skolestab", "Mona Ruud", "rådgiver, skole og barnehage", Rolle.TILTAKSANSVARLIG, "skole-barnehagekontor"),
)
STARTET, FRIST = 35, 8


def lag_kolleger() -> None:
    """Those who answer for the rest of the plan, unless they are there."""
    password = make_password(None)
    for brukernavn, navn, tittel, rolle, slug in KOLLEGER:
        user, new = Bruker.objects.get_or_create(
            username=brukernavn,
            defaults={
                "navn": navn,
                "tittel": tittel,
                "password": password,
                "email": f"{brukernavn}@kommunen.example",
            },
        )
        if new:
            Rolletildeling.objects.create(bruker=user, rolle=rolle, grunn="demo")
            Tilknytning.objects.create(bruker=user, aktor=Aktor.objects.get(slug=slug), funksjon=tittel)


def lag_innhenting() -> None:
    """Asked five weeks ago, with a week to go: those who had told their status before were not asked."""
    lag_kolleger()
    if Statusrunde.objects.exists():
        return
    slt, plan, began = Bruker.objects.get(username="slt"), Plan.objects.gjeldende(), na() - timedelta(days=STARTET)
    year = idag().year
    told = Statusrapport.objects.filter(tiltak__plan=plan, ar=year, tid__lt=began).values("tiltak")
    rows = list(Tiltak.objects.filter(plan=plan).exclude(pk__in=told).order_by("nr"))
    with flytt(began), som(slt):
        deadline = idag() + timedelta(days=STARTET + FRIST)
        start_runde(av=slt, nokkel=nokkel("innhenting", year), ar=year, frist=deadline, tiltak=rows, melding=MELDING)


MELDING = "Skriv kort: hva er gjort i år, og hva er neste steg? Svarene går rett inn i årets statusrapport."
