"""The police contact's conversation: planned, moved, called off, written up (faggrunnlag 7, beslutninger 26)."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from brukere.models import Bruker
from felles.avslag import Konflikt
from felles.engang import alt_laget
from vern.choices import Sone

from .. import policy
from ..choices import Gjennomforing, Samtaletilstand, Samtaleutfall, Tekstart
from ..models import Oppgave, Sak, Samtale
from ..workflow import SAMTALEGANG, Samtalesteg, Steg
from .feil import IkkeTillatt
from .felles import fylt, las, varsle
from .flyt import lagre, utfor
from .tilgang import skriv_hendelse, skriv_tekst

ENDRES = ["tilstand", "tid", "sted", "gjennomfort", "holdt", "utfall", "referat", "versjon"]
GANG = {o.steg: o for o in SAMTALEGANG}


@transaction.atomic
def avtal_samtale(*, av: Bruker, sak: Sak, nokkel: UUID, versjon: int | None = None, **data: Any) -> Samtale:
    """Plan a conversation; the same key again gives the same row."""
    if found := alt_laget(sak.samtaler, nokkel):
        return found
    sak = utfor(av=av, sak=sak, overgang=Steg.AVTAL_SAMTALE, versjon=versjon, **data)
    samtale = Samtale(
        id=nokkel,
        sak=sak,
        forer=av,
        **{navn: data[navn] for navn in ("type", "spor", "tid", "sted", "tolk", "foresatte", "deltakere")},
        hjemmel=data.get("hjemmel"),
    )
    samtale.save(force_insert=True)
    sak.frist = data["tid"].date()
    lagre(sak)
    return samtale


@transaction.atomic
def flytt_samtale(*, av: Bruker, samtale: Samtale, versjon: int, tid: datetime, sted: str) -> Samtale:
    """Another time or place."""
    rad = _las(av, samtale, Samtalesteg.FLYTT, versjon)
    rad.tid, rad.sted = tid, sted
    return _ferdig(av, rad, Samtalesteg.FLYTT, frist=tid.date())


@transaction.atomic
def avlys_samtale(*, av: Bruker, samtale: Samtale, versjon: int) -> Samtale:
    """It came to nothing. Why is not asked and not kept: no reason and no flag (saksgang 10)."""
    rad = _las(av, samtale, Samtalesteg.AVLYS, versjon)
    rad.tilstand = Samtaletilstand.AVLYST
    return _ferdig(av, rad, Samtalesteg.AVLYS, frist=None)


@transaction.atomic
def skriv_referat(
    *,
    av: Bruker,
    samtale: Samtale,
    versjon: int,
    gjennomfort: str,
    holdt: date | None,
    enighet: str,
    forslag: str,
    oppgave: str = "",
    frist: date | None = None,
) -> Samtale:
    """The text stays in the police zone; outcome and agreed municipal task go to felles (beslutninger 26)."""
    if gjennomfort == Gjennomforing.NEI:
        return avlys_samtale(av=av, samtale=samtale, versjon=versjon)
    rad = _las(av, samtale, Samtalesteg.REFERAT, versjon)
    sak = rad.sak
    rad.referat = skriv_tekst(av=av, sak=sak, sone=Sone.POLITI, art=Tekstart.REFERAT, innhold=enighet.strip())
    rad.gjennomfort, rad.holdt, rad.utfall = gjennomfort, holdt, forslag
    rad.tilstand = Samtaletilstand.GJENNOMFORT
    utfall = skriv_tekst(
        av=av, sak=sak, sone=Sone.FELLES, art=Tekstart.AVTALE, innhold=str(Samtaleutfall(forslag).label)
    )
    if fylt(oppgave) and sak.saksansvarlig and frist:
        avtalt = skriv_tekst(av=av, sak=sak, sone=Sone.FELLES, art=Tekstart.OPPGAVE, innhold=oppgave.strip())
        Oppgave.objects.create(sak=sak, innhold=avtalt, ansvarlig=sak.saksansvarlig, frist=frist)
    if sak.saksansvarlig:
        varsle([sak.saksansvarlig])
    return _ferdig(av, rad, Samtalesteg.REFERAT, frist=frist, tekst=utfall)


def _las(av: Bruker, samtale: Samtale, steg: Samtalesteg, versjon: int) -> Samtale:
    """Lock case and conversation, ask policy and table."""
    las(samtale.sak)
    rad = Samtale.objects.select_for_update(of=("self",)).select_related("sak").filter(pk=samtale.pk).first()
    if rad is None:
        raise IkkeTillatt
    if rad.versjon != versjon or rad.tilstand not in GANG[steg].fra:
        raise Konflikt
    if not policy.can_gjore_samtale(policy.les_adgang(av, rad.sak), rad):
        raise IkkeTillatt
    return rad


def _ferdig(av: Bruker, rad: Samtale, steg: Samtalesteg, *, frist: date | None, tekst: Any = None) -> Samtale:
    rad.versjon += 1
    rad.save(update_fields=ENDRES)
    rad.sak.frist = frist
    lagre(rad.sak)
    skriv_hendelse(av=av, sak=rad.sak, sone=Sone.FELLES, art=GANG[steg].hendelse, tekst=tekst)
    return rad
