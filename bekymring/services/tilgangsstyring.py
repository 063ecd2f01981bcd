"""Access to one case given, limited and ended by hand, by who leads it, with a reason that stays (R1, R22, R29).

The database decides who may (`vern.gi_tilgang`, `vern.trekk_tilgang`); here stand the rules that have words.
"""

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from brukere.models import Bruker
from felles.dato import kortdato, langdato
from felles.engang import alt_laget
from felles.tid import idag
from samarbeid.models import Tilknytning
from vern.choices import Sone

from .. import policy
from ..choices import FORMAL_FOR_ROLLE, TOLV_MANEDER, UTEN_NAVN, Hendelseart, Opplysning, Sakrolle, Tekstart
from ..lesing.grunnlag import dagslutt, dekning, sperrede, uten_grunnlag
from ..lesing.tilgang import Innsynsrett, egne_soner, hvem_kan_se
from ..models import Delingsgrunnlag, Medlemskap, Sak
from .feil import IkkeTillatt, KravMangler
from .felles import las, varsle
from .tilgang import SakUtenLeder, gi_tilgang, skriv_hendelse, skriv_tekst
from .tilgang import trekk_tilgang as trekk

HELE = "alt"
EGEN_SONE = "egen"


def mulige_mottakere(av: Bruker, sak: Sak) -> QuerySet[Bruker]:
    """Everybody active with a place of work now, but for oneself and those who are kept out."""
    arbeider = Tilknytning.objects.gjeldende().values("bruker")
    hvem = Bruker.objects.filter(pk__in=arbeider, is_active=True).exclude(pk=av.pk)
    return hvem.exclude(pk__in=sperrede(sak)).etter_navn()


@transaction.atomic
def gi(
    *,
    av: Bruker,
    sak: Sak,
    nokkel: UUID,
    bruker: Bruker,
    rolle: Sakrolle | str,
    soner: Iterable[str],
    skriv: bool,
    grunn: Delingsgrunnlag | None,
    begrunnelse: str,
    til: date | None,
) -> None:
    """Open the case to somebody until a day, on a ground that names where they work. The same key is one act.

    A saksansvarlig leads the case, needs no ground (the municipality's own koordinator) and has no end.
    """
    sak = las(sak)
    adgang = policy.les_adgang(av, sak)
    if rolle not in policy.can_gi_rolle(adgang, sak) or bruker.pk == av.pk:
        raise IkkeTillatt
    if alt_laget(sak.hendelser, nokkel):
        return
    leder = rolle == Sakrolle.SAKSANSVARLIG
    valgte = _soner(bruker, soner, leder=leder)
    mangler = [*_feil_ved_personen(sak, bruker, rolle), *_feil_ved_grunnlaget(sak, bruker, rolle, grunn, til)]
    if mangler:
        raise KravMangler(mangler)
    gi_tilgang(
        av=av,
        sak=sak,
        bruker=bruker,
        soner=valgte,
        skriv=skriv or leder,
        leder=leder,
        grunnlag=rolle,
        grunn=None if leder or grunn is None else grunn.pk,
        formal="" if leder else FORMAL_FOR_ROLLE[Sakrolle(rolle)],
        til=None if leder or til is None else _slutt(sak, bruker, rolle, dagslutt(til)),
    )
    linje = f"{bruker.navn}, {_hvor_lenge(til)}" if til and not leder else bruker.navn
    _skriv_ned(av, sak, Hendelseart.TILGANG, linje, begrunnelse, nokkel)
    varsle([bruker])


def _slutt(sak: Sak, bruker: Bruker, rolle: Sakrolle | str, til: datetime) -> datetime:
    """As a member of the group: no longer than the place in it (beslutninger 1)."""
    if rolle != Sakrolle.GRUPPE:
        return til
    seter = Medlemskap.objects.gjeldende().filter(gruppe=sak.kjernegruppe_id, bruker=bruker)
    return min([til, *(sete.til for sete in seter if sete.til)])


def _hvor_lenge(til: date) -> str:
    return _("til og med %(dato)s") % {"dato": kortdato(til)}


def _soner(bruker: Bruker, chosen: Iterable[str], *, leder: bool) -> list[Sone]:
    """The zones by name: `egen` is that of the service where the person works."""
    if leder:
        return [Sone.FELLES]
    soner = [Sone.FELLES] if Sone.FELLES in chosen else []
    if EGEN_SONE in chosen:
        egne = egne_soner(bruker)
        if not egne:
            raise KravMangler([_("%(navn)s arbeider ikke i en tjeneste med egen sone.") % {"navn": bruker.navn}])
        soner += egne
    return soner


def _feil_ved_personen(sak: Sak, bruker: Bruker, rolle: Sakrolle | str) -> list[str]:
    if bruker.pk in sperrede(sak):
        return [_("%(navn)s er inhabil i saken og kan ikke få tilgang.") % {"navn": bruker.navn}]
    if trenger := policy.mangler_rolle(bruker, rolle):
        return [_("%(navn)s er ikke %(rolle)s.") % {"navn": bruker.navn, "rolle": trenger.label}]
    return []


def _feil_ved_grunnlaget(
    sak: Sak, bruker: Bruker, rolle: Sakrolle | str, grunn: Delingsgrunnlag | None, til: date | None
) -> list[str | Promise]:
    """R1, R2: others see only what a ground covers today, for what they do in the case, and no longer than it does."""
    if rolle == Sakrolle.SAKSANSVARLIG:
        return []
    if grunn is None:
        return [_("Velg grunnlaget for å dele. Mangler det, registrer samtykke eller et annet grunnlag først.")]
    if not Delingsgrunnlag.objects.gjeldende().filter(pk=grunn.pk).exists():
        return [_("Grunnlaget gjelder ikke lenger.")]
    navnene = {"navn": bruker.navn, "sted": grunn.hvem}
    her = grunn.mottaker_person_id == bruker.pk or Tilknytning.objects.gjeldende().filter(
        bruker=bruker, aktor=grunn.mottaker
    )
    if not her:
        return [_("Grunnlaget gjelder %(sted)s, men %(navn)s arbeider ikke der.") % navnene]
    if til is None:
        return [_("Velg hvor lenge tilgangen skal vare.")]
    if til > idag() + TOLV_MANEDER:
        return [_("En tilgang kan vare i høyst ett år om gangen.")]
    formal = FORMAL_FOR_ROLLE[Sakrolle(rolle)]
    if formal not in grunn.formal or not {Opplysning.UTEN_NAVN, Opplysning.MED_NAVN} & {*grunn.opplysninger}:
        return [
            _("Grunnlaget dekker ikke at %(navn)s får saken for å %(formal)s. Velg et annet grunnlag.")
            % {"navn": bruker.navn, "formal": formal.label.lower()}
        ]
    dekket = dekning(sak, [bruker.pk], formal).get(bruker.pk)
    if dekket is None:
        mangler = ", ".join(uten_grunnlag(sak, [bruker.pk], formal))
        return [
            _("Ingenting dekker at %(navn)s får saken for å %(formal)s. Det mangler grunnlag for: %(mangler)s.")
            % {"navn": bruker.navn, "formal": formal.label.lower(), "mangler": mangler}
        ]
    if dekket.til and dagslutt(til) > dekket.til:
        return [
            _("Tilgangen kan ikke vare lenger enn grunnlaget. Det gjelder til %(dato)s.")
            % {"dato": langdato(dekket.til)}
        ]
    return []


def rettigheter_til(sak: Sak, bruker_id: int) -> list[Innsynsrett]:
    """What one person holds now by grant, right by right."""
    return [r for r in hvem_kan_se(sak) if r.bruker_id == bruker_id and r.rett != "se"]


@transaction.atomic
def avslutt(*, av: Bruker, sak: Sak, nokkel: UUID, bruker: Bruker, hva: str, begrunnelse: str) -> None:
    """End all a person holds (`alt`), or one zone of it. Takes effect on their next request.

    Nobody ends their own access here, and a case keeps a koordinator who leads it.
    """
    sak = las(sak)
    adgang = policy.les_adgang(av, sak)
    if alt_laget(sak.hendelser, nokkel):
        return
    kan = [r for r in rettigheter_til(sak, bruker.pk) if policy.can_avslutte_rolle(adgang, r.grunnlag)]
    if not kan or bruker.pk == av.pk:
        raise IkkeTillatt
    soner = None if hva == HELE else [hva]
    try:
        for grunnlag in sorted({r.grunnlag for r in kan}):
            trekk(av=av, sak=sak, bruker=bruker, grunnlag=grunnlag, soner=soner)
    except SakUtenLeder:
        raise KravMangler(
            [_("Saken må ha en koordinator som leder den. Gi en annen koordinator saken først.")]
        ) from None
    skjult = next((UTEN_NAVN[Sakrolle(r.grunnlag)] for r in kan if r.grunnlag in UTEN_NAVN), None)
    linje = str(skjult or bruker.navn)
    if soner:
        linje += f", {Sone(hva).label}"
    _skriv_ned(av, sak, Hendelseart.TILGANG_SLUTT, linje, begrunnelse, nokkel)


def _skriv_ned(av: Bruker, sak: Sak, art: Hendelseart, linje: str, begrunnelse: str, nokkel: UUID) -> None:
    """The event and why, in felles: those who have the case know who else has it (beslutninger 12)."""
    innhold = f"{linje}: {begrunnelse.strip()}"
    tekst = skriv_tekst(av=av, sak=sak, sone=Sone.FELLES, art=Tekstart.BEGRUNNELSE, innhold=innhold)
    skriv_hendelse(av=av, sak=sak, sone=Sone.FELLES, art=art, tekst=tekst, id=nokkel)
