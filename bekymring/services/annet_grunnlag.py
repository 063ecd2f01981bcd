"""Sharing without consent: a law, why it is needed, and a second person who agrees (R2, R4, R18, saksgang 6)."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from brukere.models import Bruker
from felles import sporring
from felles.engang import alt_laget
from felles.tid import idag, na
from samarbeid.models import Aktor
from vern.choices import Sone

from .. import policy
from ..choices import Formal, Hendelseart, Opplysning, Partstype, Tekstart
from ..lesing.grunnlag import dagslutt
from ..models import Delingsgrunnlag, Foresattunntak, Hjemmel, Sak
from .feil import IkkeTillatt, KravMangler
from .felles import las, varsle
from .samtykke import parter
from .tilgang import skriv_hendelse, skriv_tekst
from .to_personer import be_om_bekreftelse, feil_ved_grunnen

HASTER = timedelta(hours=24)


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
    haster: bool = False,
) -> Delingsgrunnlag:
    """Written down, and of no effect before the second person has confirmed. The same key is the same row.

    With `haster`, where life or health is in danger, it begins at once and ends by itself if nobody has confirmed it
    within 24 hours. Raises KravMangler where the law does not carry this to that recipient, or may not be used (R2).
    """
    opplysninger, formal = list(opplysninger), list(formal)
    if found := alt_laget(sak.delingsgrunnlag, nokkel):
        return found
    sak = las(sak)
    if not policy.can_registrere_samtykke(policy.les_adgang(av, sak), sak):
        raise IkkeTillatt
    if mangler := _feil_ved_hjemmelen(hjemmel, mottaker, opplysninger, formal, nodvendighet):
        raise KravMangler(mangler)
    if haster and (mangler := _kan_ikke_haste(sak, hjemmel, mottaker)):
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
        bekreftes_innen=na() + HASTER if haster else None,
        til=dagslutt(til),
    )
    rad.save(force_insert=True)
    skriv_hendelse(av=av, sak=sak, sone=Sone.FELLES, art=Hendelseart.GRUNNLAG, tekst=tekst)
    varsle([be_om_bekreftelse(av, sak, rad)])
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
    return feil + feil_ved_grunnen(nodvendighet, hjemmel)


def _kan_ikke_haste(sak: Sak, hjemmel: Hjemmel, mottaker: Aktor) -> list[str | Promise]:
    """Why it cannot begin before a second person has confirmed it (R4)."""
    if not hjemmel.haster:
        return [_("Bare fare for liv eller helse kan begynne før noen har bekreftet.")]
    if hastet_nylig(sak, mottaker):
        return [_("Det forrige ble ikke bekreftet. Da må en annen koordinator bekrefte før det begynner på nytt.")]
    return []


def hastet_nylig(sak: Sak, mottaker: Aktor) -> bool:
    """Whether one that could not wait, to this recipient, has ended unconfirmed in the last week."""
    return bool(sporring.verdi("SELECT vern.hastet_nylig(%s, %s)", sak.pk, mottaker.pk))


@transaction.atomic
def registrer_unntak(
    *, av: Bruker, sak: Sak, nokkel: UUID, foresatt: int, hjemmel: Hjemmel, begrunnelse: str, til: date
) -> Foresattunntak:
    """Leave one guardian out (R18). Of no effect before the second person has confirmed, and only until `til`.

    `foresatt`: which of those with parental responsibility. Raises KravMangler where the law may not be used so.
    """
    if found := alt_laget(sak.foresattunntak, nokkel):
        return found
    sak = las(sak)
    if not policy.can_registrere_unntak(policy.les_adgang(av, sak), sak):
        raise IkkeTillatt
    mangler = feil_ved_grunnen(begrunnelse, hjemmel)
    if not Hjemmel.objects.til_unntak(idag()).filter(pk=hjemmel.pk).exists():
        mangler = [_("Denne hjemmelen kan ikke brukes til å utelate en foresatt i dag.")]
    if mangler:
        raise KravMangler(mangler)
    part = next(p for p in parter(sak, foresatt) if p.type == Partstype.FORESATT and p.nummer == foresatt)
    tekst = skriv_tekst(av=av, sak=sak, sone=Sone.FELLES, art=Tekstart.NODVENDIGHET, innhold=begrunnelse.strip())
    rad = Foresattunntak(
        id=nokkel, sak=sak, part=part, hjemmel=hjemmel, begrunnelse=tekst, bestemt_av=av, til=dagslutt(til)
    )
    rad.save(force_insert=True)
    skriv_hendelse(av=av, sak=sak, sone=Sone.FELLES, art=Hendelseart.UNNTAK, tekst=tekst)
    varsle([be_om_bekreftelse(av, sak, rad)])
    return rad
