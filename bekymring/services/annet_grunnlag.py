"""Sharing without consent: a law, why it is needed, and a second person who agrees (R2, R4, saksgang 6)."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from brukere.models import Bruker, Rolletildeling
from brukere.roles import Rolle
from felles.engang import alt_laget
from felles.tid import idag, na
from samarbeid.models import Aktor
from vern.choices import Sone

from .. import policy
from ..choices import KORTESTE_GRUNN, Formal, Hendelseart, Opplysning, Sakrolle, Tekstart
from ..lesing.grunnlag import dagslutt
from ..models import Delingsgrunnlag, Hjemmel, Sak
from .feil import IkkeTillatt, KravMangler
from .felles import las, varsle
from .tilgang import gi_tilgang, skriv_hendelse, skriv_tekst, trekk_tilgang

BEKREFTES_INNEN = timedelta(days=7)
INGEN_ANNEN = _("Det finnes ingen annen koordinator som kan bekrefte. Innhent samtykke, eller vent.")


@transaction.atomic
def registrer_grunnlag(
    *,
    av: Bruker,
    sak: Sak,
    nokkel: UUID,
    mottaker: Aktor,
    hjemmel: Hjemmel,
    opplysninger: Iterable[Opplysning | str],
    formal: Iterable[Formal | str],
    nodvendighet: str,
    til: date,
) -> Delingsgrunnlag:
    """Written down, and of no effect before the second person has confirmed. The same key is the same row.

    Raises KravMangler where the law does not carry this to that recipient, or may not be used (R2, R4).
    """
    opplysninger, formal = list(opplysninger), list(formal)
    if found := alt_laget(sak.delingsgrunnlag, nokkel):
        return found
    sak = las(sak)
    if not policy.can_registrere_samtykke(policy.les_adgang(av, sak), sak):
        raise IkkeTillatt
    if mangler := _feil_ved_hjemmelen(hjemmel, mottaker, opplysninger, formal, nodvendighet):
        raise KravMangler(mangler)
    tekst = skriv_tekst(av=av, sak=sak, sone=Sone.FELLES, art=Tekstart.NODVENDIGHET, innhold=nodvendighet.strip())
    rad = Delingsgrunnlag(
        id=nokkel,
        sak=sak,
        mottaker=mottaker,
        opplysninger=opplysninger,
        formal=formal,
        hjemmel=hjemmel,
        nodvendighet=tekst,
        bestemt_av=av,
        til=dagslutt(til),
    )
    rad.save(force_insert=True)
    skriv_hendelse(av=av, sak=sak, sone=Sone.FELLES, art=Hendelseart.GRUNNLAG, tekst=tekst)
    varsle([_be_om_bekreftelse(av, sak, rad)])
    return rad


def _feil_ved_hjemmelen(
    hjemmel: Hjemmel, mottaker: Aktor, opplysninger: list[Any], formal: list[Any], nodvendighet: str
) -> list[str | Promise]:
    """What the law does not carry, in words."""
    if not Hjemmel.objects.til_deling(idag()).filter(pk=hjemmel.pk).exists():
        return [_("Denne hjemmelen kan ikke brukes til deling i dag.")]
    navn = {"lov": hjemmel.navn, "sted": mottaker.kort}
    feil: list[str | Promise] = []
    if mottaker.sone not in hjemmel.mottakersoner:
        feil.append(_("«%(lov)s» kan ikke brukes til å dele med %(sted)s.") % navn)
    if set(opplysninger) - set(hjemmel.opplysninger):
        feil.append(_("«%(lov)s» dekker ikke alle opplysningene du har valgt.") % navn)
    if set(formal) - set(hjemmel.formal):
        feil.append(_("«%(lov)s» dekker ikke alt det skal brukes til.") % navn)
    if len(nodvendighet.strip()) < KORTESTE_GRUNN:
        feil.append(_("Skriv hvorfor det er nødvendig, så den som skal bekrefte, forstår det."))
    return feil


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
