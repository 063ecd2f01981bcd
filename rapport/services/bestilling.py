"""Order, approve and publish. The order and its job are one transaction; the queue only hears that there is one."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Max

from brukere.models import Bruker
from felles.engang import vent_pa_tur
from felles.handler import krev_handler
from felles.ko import vekk
from felles.tid import na

from .. import policy
from ..choices import Jobbart, Jobbtilstand, Rapporttilstand
from ..models import Jobb, Rapport
from ..trykk.arsbilde import Arsbilde
from .bygg import bygg_arsbilde

VEKK = "rapport.kjor_jobb"


def vekk_arbeideren(jobb: Jobb) -> None:
    """Tell the worker, once the order is safe. A dead queue changes nothing: the sweep finds the job (ADR 8)."""
    vekk(VEKK, str(jobb.pk))


@transaction.atomic
def bestill_rapport(*, av: Bruker, ar: int, mottaker: str = "", beslutning: str = "") -> Jobb:
    """Freeze the year and order its PDF. The same data ordered twice is one report and one job (P16)."""
    krev_handler(av)
    if not policy.kan_bestille(av):
        raise PermissionDenied
    bilde = bygg_arsbilde(ar, mottaker=mottaker, beslutning=beslutning)
    vent_pa_tur(f"rapport {ar}")
    rapport = Rapport.objects.filter(ar=ar, avtrykk=bilde.avtrykk()).first() or _ny_rapport(av, bilde)
    latest = rapport.jobber.siste()
    if latest and latest.tilstand != Jobbtilstand.FEILET:
        return latest
    return _ny_jobb(av, rapport, latest.art if latest else Jobbart.UTKAST)


def _ny_rapport(av: Bruker, bilde: Arsbilde) -> Rapport:
    previous = Rapport.objects.filter(ar=bilde.ar).order_by("-versjon").first()
    latest = Rapport.objects.filter(ar=bilde.ar).aggregate(siste=Max("versjon"))["siste"] or 0
    return Rapport.objects.create(
        ar=bilde.ar,
        versjon=latest + 1,
        bilde=bilde.til_json(),
        avtrykk=bilde.avtrykk(),
        erstatter=previous,
        bestilt_av=av,
        bestilt=na(),
    )


def _ny_jobb(av: Bruker, rapport: Rapport, art: str) -> Jobb:
    jobb = Jobb.objects.create(rapport=rapport, art=art, bestilt_av=av)
    vekk_arbeideren(jobb)
    return jobb


def _laas(rapport: Rapport) -> Rapport:
    """The row, held. The wall of UPDATE applies: who may not change it finds nothing to hold."""
    rad = Rapport.objects.select_for_update(of=("self",)).filter(pk=rapport.pk).first()
    if rad is None:
        raise PermissionDenied
    return rad


@transaction.atomic
def prov_igjen(*, av: Bruker, rapport: Rapport) -> Jobb:
    """A failed job is not touched: a new one is ordered. While one is under way, that one is the answer."""
    krev_handler(av)
    if not policy.kan_bestille(av):
        raise PermissionDenied
    rapport = _laas(rapport)
    latest = rapport.jobber.siste()
    if latest and latest.tilstand != Jobbtilstand.FEILET:
        return latest
    return _ny_jobb(av, rapport, latest.art if latest else Jobbart.UTKAST)


@transaction.atomic
def godkjenn_rapport(*, av: Bruker, rapport: Rapport) -> Jobb:
    """The rådmann approves; the worker then makes the final document, which says so (beslutninger 11)."""
    krev_handler(av)
    rapport = _laas(rapport)
    if not policy.kan_godkjenne(av, rapport):
        raise PermissionDenied
    rapport.tilstand, rapport.godkjent_av, rapport.godkjent = Rapporttilstand.GODKJENT, av, na()
    rapport.save(update_fields=["tilstand", "godkjent_av", "godkjent"])
    return _ny_jobb(av, rapport, Jobbart.ENDELIG)


@transaction.atomic
def publiser_rapport(*, av: Bruker, rapport: Rapport) -> Rapport:
    """Open the approved report to everybody who is logged in (beslutninger 11)."""
    krev_handler(av)
    rapport = _laas(rapport)
    if not policy.kan_publisere(av, rapport):
        raise PermissionDenied
    rapport.tilstand, rapport.publisert_av, rapport.publisert = Rapporttilstand.PUBLISERT, av, na()
    rapport.save(update_fields=["tilstand", "publisert_av", "publisert"])
    return rapport
