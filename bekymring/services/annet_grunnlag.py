"""Sharing without consent: a law, why it is needed, and a second person who agrees (R2, R4, saksgang 6)."""

from datetime import date, timedelta
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from brukere.models import Bruker, Rolletildeling
from brukere.roles import Rolle
from felles.engang import alt_laget
from felles.tid import idag, na
from samarbeid.models import Aktor
from vern.choices import Sone

from .. import policy
from ..choices import Hendelseart, Sakrolle, Tekstart
from ..lesing.grunnlag import dagslutt
from ..models import Delingsgrunnlag, Hjemmel, Sak
from .feil import IkkeTillatt, KravMangler
from .felles import las, varsle
from .tilgang import gi_tilgang, skriv_hendelse, skriv_tekst, trekk_tilgang

BEKREFTES_INNEN = timedelta(days=7)
INGEN_ANNEN = _("Det finnes ingen annen koordinator som kan bekrefte. Innhent samtykke, eller vent.")


@transaction.atomic
def registrer_grunnlag(
    *, av: Bruker, sak: Sak, nokkel: UUID, mottaker: Aktor, hjemmel: Hjemmel, nodvendighet: str, til: date
) -> Delingsgrunnlag:
    """Written down, and of no effect before the second person has confirmed. The same key is the same row."""
    if found := alt_laget(sak.delingsgrunnlag, nokkel):
        return found
    sak = las(sak)
    if not policy.can_registrere_samtykke(policy.les_adgang(av, sak), sak):
        raise IkkeTillatt
    if not Hjemmel.objects.gjeldende(idag()).filter(pk=hjemmel.pk, for_deling=True).exists():
        raise KravMangler([_("Denne hjemmelen kan ikke brukes til deling i dag.")])
    tekst = skriv_tekst(av=av, sak=sak, sone=Sone.FELLES, art=Tekstart.NODVENDIGHET, innhold=nodvendighet.strip())
    rad = Delingsgrunnlag(
        id=nokkel, sak=sak, mottaker=mottaker, hjemmel=hjemmel, nodvendighet=tekst, bestemt_av=av, til=dagslutt(til)
    )
    rad.save(force_insert=True)
    skriv_hendelse(av=av, sak=sak, sone=Sone.FELLES, art=Hendelseart.GRUNNLAG, tekst=tekst)
    varsle([_be_om_bekreftelse(av, sak, rad)])
    return rad


def _be_om_bekreftelse(av: Bruker, sak: Sak, rad: Delingsgrunnlag) -> Bruker:
    """The deputy reads felles for a week, for this one purpose. One who is barred is passed over (R23)."""
    koordinatorer = Rolletildeling.objects.gjeldende().filter(rolle=Rolle.KOORDINATOR).exclude(bruker=av)
    for annen in Bruker.objects.filter(pk__in=koordinatorer.values("bruker"), is_active=True).order_by("pk"):
        try:
            gi_tilgang(
                av=av,
                sak=sak,
                bruker=annen,
                soner=[Sone.FELLES],
                skriv=True,
                grunnlag=Sakrolle.SAKSANSVARLIG,
                grunn=rad.pk,
                til=na() + BEKREFTES_INNEN,
            )
        except PermissionDenied:
            continue
        return annen
    raise KravMangler([INGEN_ANNEN])


@transaction.atomic
def bekreft_grunnlag(*, av: Bruker, sak: Sak, rad: Delingsgrunnlag) -> Delingsgrunnlag:
    """The second person agrees; with that their own look into the case ends. Twice is once."""
    las(sak)
    found = Delingsgrunnlag.objects.select_for_update(of=("self",)).filter(pk=rad.pk).first()
    if found is None:  # the look into the case has ended while we waited
        raise IkkeTillatt
    rad = found
    if rad.bekreftet_av_id:
        return rad
    if not policy.can_bekrefte(av, policy.les_adgang(av, sak), rad):
        raise IkkeTillatt
    rad.bekreftet_av = av
    rad.save(update_fields=["bekreftet_av"])
    skriv_hendelse(av=av, sak=sak, sone=Sone.FELLES, art=Hendelseart.GRUNNLAG_BEKREFTET)
    trekk_tilgang(av=av, sak=sak, bruker=av, grunn=rad.pk)
    return rad
