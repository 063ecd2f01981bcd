"""A round of asking under way, and the colleagues it asks: invented people without a log-in button."""

from datetime import timedelta

from django.contrib.auth.hashers import make_password

from brukere.models import Bruker, Rolletildeling
from brukere.roles import Rolle
from felles.tid import flytt, idag, na
from samarbeid.models import Aktor, Tilknytning
from tiltak.choices import Vurderingsutfall
from tiltak.models import Ansvar, Plan, Statusrapport, Statusrunde, Statusvurdering, Tiltak
from tiltak.services.ansvar import overfor_ansvar
from tiltak.services.innhenting import start_runde
from tiltak.services.vurdering import sett_viktig
from vern.kontekst import som

from .historikk import merk
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
    ar = idag().year
    told = Statusrapport.objects.filter(tiltak__plan=plan, ar=ar, tid__lt=began).values("tiltak")
    rader = list(Tiltak.objects.filter(plan=plan).exclude(pk__in=told).order_by("nr"))
    with flytt(began), som(slt):
        frist = idag() + timedelta(days=STARTET + FRIST)
        start_runde(av=slt, nokkel=nokkel("innhenting", ar), ar=ar, frist=frist, tiltak=rader, melding=MELDING)


MELDING = "Skriv kort: hva er gjort i år, og hva er neste steg? Svarene går rett inn i årets statusrapport."


def lag_styring() -> None:
    """Reports agreed to but the latest two, a responsibility handed over, and an important tiltak."""
    slt = Bruker.objects.get(username="slt")
    waiting = list(Statusrapport.objects.venter_pa(slt).order_by("tid"))[:-2]
    with som(slt):
        Statusvurdering.objects.bulk_create(
            [
                Statusvurdering(
                    rapport=rad,
                    rapportert_av_id=rad.rapportert_av_id,
                    utfall=Vurderingsutfall.GODKJENT,
                    av=slt,
                    tid=min(rad.tid + timedelta(days=2), na()),
                )
                for rad in waiting
            ]
        )
        if not Ansvar.objects.filter(etter__isnull=False).exists():
            lead = (
                Ansvar.objects.gjeldende()
                .select_related("tiltak__plan")
                .get(tiltak__nr=8, tiltak__plan__erstattet_av__isnull=True, rekkefolge=1)
            )
            taker, dag = Aktor.objects.get(slug="skole-barnehagekontor"), idag() - timedelta(days=200)
            merk()
            overfor_ansvar(av=slt, ansvar=lead, til=taker, fra=dag, grunn="Skolene driver arbeidet i det daglige.")
        sett_viktig(av=slt, tiltak=Tiltak.objects.gjeldende().med_plass().get(nr=15), viktig=True)
