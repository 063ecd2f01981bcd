"""Who is covered by which ground, now. Questions only; `samtykke.py` holds the acts."""

from collections.abc import Iterable
from datetime import date, datetime, time

from django.db.models import Q
from django.utils import timezone

from brukere.models import Rolletildeling
from brukere.roles import Rolle
from samarbeid.models import Aktor, Tilknytning

from ..choices import Samtykkeform
from ..models import Delingsgrunnlag, Medlemskap, Sak
from .tilgang import sperrer


def dagslutt(dag: date) -> datetime:
    """The end of a day in Norway: «til og med»."""
    return timezone.make_aware(datetime.combine(dag, time(23, 59, 59)))


def instanser(brukere: Iterable[int]) -> dict[int, Aktor]:
    """Where each of the users works now, in one query. One without a zone has no place in cases."""
    rader = (
        Tilknytning.objects.gjeldende()
        .filter(bruker__in=brukere)
        .exclude(aktor__sone="")
        .select_related("aktor")
        .order_by("fra", "pk")
    )
    return {rad.bruker_id: rad.aktor for rad in rader}


def dekning(sak: Sak) -> dict[int, Delingsgrunnlag]:
    """Recipient → the ground that holds longest now (R2, R6)."""
    return {rad.mottaker_id: rad for rad in sak.delingsgrunnlag.gjeldende().order_by("til", "pk")}


def uten_grunnlag(sak: Sak, brukere: Iterable[int]) -> tuple[str, ...]:
    """The instanser of these users that no ground covers, by name; a user without instans is never covered."""
    ids, dekket = list(brukere), dekning(sak)
    steder = instanser(ids)
    mangler = {str(sted.kort) for sted in steder.values() if sted.pk not in dekket}
    if set(ids) - set(steder):
        mangler.add("ukjent instans")
    return tuple(sorted(mangler))


def har_skriftlig(sak: Sak) -> bool:
    """A written consent holds today (faggrunnlag 10)."""
    return (
        sak.delingsgrunnlag.gjeldende().filter(samtykke__form=Samtykkeform.SKRIFTLIG, samtykke__trukket=None).exists()
    )


def mulige_mottakere(sak: Sak) -> set[int]:
    """The instanser a consent can name: those of the group's members, and of the police contacts."""
    medlemmer = Medlemskap.objects.gjeldende()
    if sak.kjernegruppe_id:
        medlemmer = medlemmer.filter(gruppe=sak.kjernegruppe_id)
    politi = Rolletildeling.objects.gjeldende().filter(rolle=Rolle.POLITIKONTAKT)
    steder = Tilknytning.objects.gjeldende().filter(
        Q(bruker__in=medlemmer.values("bruker")) | Q(bruker__in=politi.values("bruker"))
    )
    return set(steder.exclude(aktor__sone="").values_list("aktor", flat=True))


def sperrede(sak: Sak) -> set[int]:
    """Those who are kept out, as far as the one who acts may know."""
    return {rad.bruker_id for rad in sperrer(sak)}
