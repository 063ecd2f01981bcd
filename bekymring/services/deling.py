"""Chosen texts of one zone are copied to another service, to all in the case, or to one person; and taken back.

Never by itself: somebody who may write where the original lies decides it, on a ground that holds (R1, R2, R4, R6).
"""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from brukere.models import Bruker
from felles import sporring
from felles.dato import langdato
from felles.engang import alt_laget
from felles.tid import idag, na
from vern.choices import Sone

from .. import policy
from ..choices import TOLV_MANEDER, UTEN_NAVN, Hendelseart, Opplysning, Rett, Sakrolle, Tekstart
from ..krav import Fakta, grunnlag_for_alle
from ..lesing.grunnlag import dagslutt, instanser, uten_grunnlag
from ..lesing.tilgang import hvem_kan_se
from ..models import Deling, Delingsgrunnlag, Sak, Tekst
from .feil import IkkeTillatt, KravMangler
from .felles import varsle
from .tilgang import gi_tilgang, skriv_hendelse, skriv_tekst

KOMMUNENS = frozenset({Sakrolle.KOORDINATOR, Sakrolle.SAKSANSVARLIG, *UTEN_NAVN})


def mottakersone(grunnlag: Delingsgrunnlag, *, alle: bool) -> Sone:
    """Where the copies go: the service the ground names, or felles."""
    return Sone.FELLES if alle or grunnlag.mottaker is None else Sone(grunnlag.mottaker.sone)


def lesere_i(sak: Sak, sone: Sone) -> set[int]:
    """Who reads a zone now."""
    return {r.bruker_id for r in hvem_kan_se(sak) if r.rett == Rett.LES and r.sone == sone and r.bruker_id}


@transaction.atomic
def del_opplysninger(
    *,
    av: Bruker,
    sak: Sak,
    nokkel: UUID,
    tekster: Sequence[tuple[Tekst, str]],
    grunnlag: Delingsgrunnlag,
    alle: bool,
    mottaker: Bruker | None,
    hvorfor: str,
    hvor_mye: str,
    til: date,
) -> Deling:
    """Copy the opened `tekster` to where the ground points. The originals stay as they are. The same key is one act."""
    adgang = policy.les_adgang(av, sak)
    if not policy.can_dele(adgang, sak):
        raise IkkeTillatt
    if found := alt_laget(sak.delinger, nokkel):
        return found
    soner = {tekst.sone for tekst, _klar in tekster}
    if not tekster or not soner <= policy.delbare_soner(adgang) or any(t.deling for t, _klar in tekster):
        raise IkkeTillatt
    sone = mottakersone(grunnlag, alle=alle)
    opplysning = Opplysning.HELSE if Sone.HELSE in soner else Opplysning.UTVALGTE
    formal, slutt = _dekket_for(sak, grunnlag, sone, mottaker, opplysning)
    if mangler := _mangler(av, sak, soner, sone, grunnlag, mottaker, opplysning, formal, slutt, til):
        raise KravMangler(mangler)
    fra_sone = next(iter(soner))
    behov = _("Hvorfor det trengs: %(hvorfor)s\n\nHvorfor så mye: %(mye)s") % {
        "hvorfor": hvorfor.strip(),
        "mye": hvor_mye.strip(),
    }
    nodvendighet = skriv_tekst(av=av, sak=sak, sone=fra_sone, art=Tekstart.NODVENDIGHET, innhold=behov)
    deling = Deling(
        id=nokkel,
        sak=sak,
        fra_sone=fra_sone,
        sone=sone,
        mottaker=mottaker,
        grunnlag=grunnlag,
        opplysning=opplysning,
        formal=formal,
        nodvendighet=nodvendighet,
        delt_av=av,
        til=dagslutt(til),
    )
    deling.save(force_insert=True)
    if mottaker is not None and mottaker.pk not in lesere_i(sak, sone):
        _apne_for_mottaker(av, deling, mottaker)
    for tekst, klar in tekster:
        skriv_tekst(av=av, sak=sak, sone=sone, art=tekst.art, kilde=tekst.kilde, innhold=klar, deling=deling.pk)
    skriv_hendelse(av=av, sak=sak, sone=fra_sone, art=Hendelseart.DELT, tekst=nodvendighet)
    if mottaker is None:
        skriv_hendelse(av=av, sak=sak, sone=sone, art=Hendelseart.DELT, id=deling.pk)
    varsle(Bruker.objects.filter(pk__in=({mottaker.pk} if mottaker else lesere_i(sak, sone)) - {av.pk}))
    return deling


def _apne_for_mottaker(av: Bruker, deling: Deling, mottaker: Bruker) -> None:
    """One with no other part in the case gets these texts, as long as they are shared."""
    gi_tilgang(
        av=av,
        sak=deling.sak,
        bruker=mottaker,
        soner=[deling.sone],
        grunnlag=Sakrolle.MOTTAKER,
        grunn=deling.pk,
        formal=deling.formal,
        opplysning=deling.opplysning,
        til=deling.til,
    )


def _dekket_for(
    sak: Sak, grunnlag: Delingsgrunnlag, sone: Sone, mottaker: Bruker | None, opplysning: Opplysning
) -> tuple[str, datetime | None]:
    """The first purpose of the ground that covers the recipient now, and until when; None: no purpose does."""
    for formal in grunnlag.formal:
        slutt = sporring.verdi(
            "SELECT vern.deling_til(%s, %s, %s, %s::bigint, %s, %s)",
            sak.pk,
            grunnlag.pk,
            str(sone),
            mottaker.pk if mottaker else None,
            str(opplysning),
            str(formal),
        )
        if slutt is not None:
            return formal, slutt
    return grunnlag.formal[0], None


def _mangler(
    av: Bruker,
    sak: Sak,
    soner: set[str],
    sone: Sone,
    grunnlag: Delingsgrunnlag,
    mottaker: Bruker | None,
    opplysning: Opplysning,
    formal: str,
    slutt: datetime | None,
    til: date,
) -> list[str]:
    """What stands in the way, in words."""
    if len(soner) > 1:
        return [_("Velg opplysninger fra én del av saken om gangen.")]
    if sone in soner:
        return [_("Opplysningene ligger alt der mottakeren leser.")]
    if not sak.delingsgrunnlag.gjeldende().filter(pk=grunnlag.pk).exists():
        return [_("Grunnlaget gjelder ikke lenger.")]
    if feil := _feil_ved_mottakeren(av, sak, sone, grunnlag, mottaker):
        return [feil]
    if til > idag() + TOLV_MANEDER:
        return [_("En deling kan vare i høyst ett år om gangen.")]
    udekket = _udekket(sak, formal, opplysning) if sone == Sone.FELLES and mottaker is None else ()
    if svar := grunnlag_for_alle(Fakta(uten_grunnlag=udekket)):
        return [str(svar)]
    if slutt is None:
        return [_("Grunnlaget dekker ikke dette: %(hva)s.") % {"hva": opplysning.label.lower()}]
    if dagslutt(til) > slutt:
        return [
            _("Delingen kan ikke vare lenger enn grunnlaget. Det gjelder til %(dato)s.") % {"dato": langdato(slutt)}
        ]
    return []


def _feil_ved_mottakeren(av: Bruker, sak: Sak, sone: Sone, grunnlag: Delingsgrunnlag, mottaker: Bruker | None) -> str:
    """One who reads there already; or, where who leads the case shares, one who works there and gets these only."""
    lesere = lesere_i(sak, sone) - {av.pk}
    if mottaker is None:
        return "" if lesere else _("Ingen hos mottakeren er med på saken ennå. Velg hvem der som skal lese det.")
    if mottaker.pk in lesere:
        return ""
    navn = {"navn": mottaker.navn}
    if sone == Sone.FELLES or not policy.les_adgang(av, sak).leder:
        return _("%(navn)s leser ikke denne delen av saken.") % navn
    if instanser([mottaker.pk]).get(mottaker.pk) != grunnlag.mottaker:
        return _("%(navn)s arbeider ikke der grunnlaget gjelder.") % navn
    return ""


def _udekket(sak: Sak, formal: str, opplysning: Opplysning) -> tuple[str, ...]:
    """Instanser that read felles and are not covered; the municipality's koordinator needs no ground."""
    rader = [r for r in hvem_kan_se(sak) if r.rett == Rett.LES and r.sone == Sone.FELLES and r.bruker_id]
    hvem = {r.bruker_id for r in rader if r.grunnlag not in KOMMUNENS and r.bruker_id}
    return uten_grunnlag(sak, hvem, formal, opplysning)


@transaction.atomic
def avslutt_deling(*, av: Bruker, sak: Sak, deling: Deling) -> None:
    """Taken back at once: the copies are gone for the recipient on the next request (R6). Twice is once."""
    if not policy.can_avslutte_deling(policy.les_adgang(av, sak), deling):
        raise IkkeTillatt
    endret = Deling.objects.filter(pk=deling.pk, avsluttet=None).update(avsluttet=na(), avsluttet_av=av)
    if endret:
        skriv_hendelse(av=av, sak=sak, sone=deling.fra_sone, art=Hendelseart.DELING_SLUTT)
