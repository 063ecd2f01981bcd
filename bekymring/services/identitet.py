"""Who the case concerns: a card in a zone of its own. Written once there is a ground, opened by act and with purpose.

Until then the case is without a name for everybody (R9, beslutninger 8).
"""

import json
from dataclasses import asdict, dataclass
from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from brukere.models import Bruker
from felles.engang import alt_laget
from felles.tid import idag
from vern.choices import Sone
from vern.innsyn import SLETTET, Nokkelring

from .. import policy
from ..choices import (
    AR,
    Aldersspenn,
    Formal,
    Hendelseart,
    Kortformal,
    Modus,
    Opplysning,
    Sakrolle,
    Tekstart,
)
from ..lesing.grunnlag import dekning, er_dekket
from ..lesing.tilgang import Innsynsrett, hvem_kan_se
from ..models import Sak, Tekst
from .feil import IkkeTillatt, KravMangler
from .felles import las
from .flyt import lagre
from .tilgang import gi_tilgang, skriv_hendelse, skriv_tekst

APENT = timedelta(minutes=30)
UDEKKET = gettext_lazy(
    "Ingen samtykker eller andre grunnlag gjelder navn og kontaktopplysninger for %(navn)s med formålet «%(formal)s». "
    "Spør den det gjelder først."
)
KAN_FA = frozenset({Sakrolle.SAMTALE, Sakrolle.ANSVARSGRUPPE, Sakrolle.MENTOR, Sakrolle.GRUPPE})


@dataclass(frozen=True)
class Kort:
    """What is needed to reach the person, and nothing more."""

    navn: str
    kontakt: str
    fodselsar: int | None = None
    foresatte: str = ""


@transaction.atomic
def skriv_kort(*, av: Bruker, sak: Sak, nokkel: UUID, kort: Kort) -> Tekst:
    """Write the card, or a newer one. The same key is the same card.

    Raises KravMangler while no ground covers anybody: a consent by one who may not is none (R16).
    """
    if found := alt_laget(sak.tekster, nokkel):
        return found
    sak = las(sak)
    if not policy.can_skrive_kort(policy.les_adgang(av, sak), sak):
        raise IkkeTillatt
    if not er_dekket(sak):
        raise KravMangler(
            [_("Registrer samtykke eller et annet grunnlag først. Til det er på plass, er saken uten navn.")]
        )
    if feil := _feil_ved_alderen(sak, kort):
        raise KravMangler([feil])
    if sak.modus == Modus.ANONYM:
        sak.modus = Modus.IDENTIFISERT
        lagre(sak)
    _apne_for(av, sak)
    previous = _siste(sak)
    tekst = skriv_tekst(
        av=av,
        sak=sak,
        sone=Sone.IDENTITET,
        art=Tekstart.IDENTITET,
        innhold=json.dumps(asdict(kort), ensure_ascii=False),
        retter=previous,
        id=nokkel,
    )
    skriv_hendelse(av=av, sak=sak, sone=Sone.FELLES, art=Hendelseart.KORT_SKREVET)
    return tekst


def _feil_ved_alderen(sak: Sak, kort: Kort) -> str:
    """The age decides whose consent counts: the card and the case say the same (R16)."""
    fra, til = AR[Aldersspenn(sak.aldersspenn)]
    if kort.fodselsar is None or fra <= idag().year - kort.fodselsar <= til:
        return ""
    return _(
        "Fødselsåret passer ikke med alderen i saken, som er %(alder)s. Rett alderen i saken først, eller se over året."
    ) % {"alder": sak.get_aldersspenn_display()}


@transaction.atomic
def apne_kort(*, av: Bruker, sak: Sak, formal: Kortformal | str) -> None:
    """The koordinator who has the case opens the card for half an hour, saying what for."""
    sak = las(sak)
    if not policy.can_apne_kort(policy.les_adgang(av, sak), sak):
        raise IkkeTillatt
    _apne_for(av, sak)
    _hendelse(av, sak, Hendelseart.KORT_APNET, str(Kortformal(formal).label))


@transaction.atomic
def del_kort(*, av: Bruker, sak: Sak, bruker: Bruker, formal: Formal | str) -> None:
    """Give the card to someone with a part in the case, where a ground covers identity for them and this purpose.

    Never longer than the ground or the part. Raises IkkeTillatt and KravMangler.
    """
    sak = las(sak)
    if not policy.can_apne_kort(policy.les_adgang(av, sak), sak):
        raise IkkeTillatt
    rett = _del_i_saken(sak).get(bruker.pk)
    if rett is None:
        raise KravMangler([_("Personen har ikke lenger en del i saken.")])
    formal = Formal(formal)
    if bruker.pk not in dekning(sak, [bruker.pk], formal, Opplysning.IDENTITET):
        raise KravMangler([UDEKKET % {"navn": bruker.navn, "formal": formal.label.lower()}])
    gi_tilgang(
        av=av,
        sak=sak,
        bruker=bruker,
        soner=[Sone.IDENTITET],
        grunnlag=rett.grunnlag,
        grunn=rett.grunn,
        formal=formal,
        opplysning=Opplysning.IDENTITET,
        til=rett.til,
    )
    hva = _("%(navn)s. %(formal)s.") % {"navn": bruker.navn, "formal": formal.label}
    _hendelse(av, sak, Hendelseart.KORT_DELT, hva)


def les_kort(sak: Sak, ring: Nokkelring) -> Kort | None:
    """The newest card; none when it is not written or its key is destroyed."""
    tekst = _siste(sak)
    return kort_av(tekst, ring) if tekst else None


def kort_av(tekst: Tekst, ring: Nokkelring) -> Kort | None:
    """What stands on one card; none when its key is destroyed."""
    innhold = ring.apne(tekst)
    return None if innhold == str(SLETTET) else Kort(**json.loads(innhold))


def mulige_lesere(sak: Sak) -> QuerySet[Bruker]:
    """Those with a part in the case who do not hold the card."""
    return Bruker.objects.filter(pk__in=_del_i_saken(sak)).etter_navn()


def _del_i_saken(sak: Sak) -> dict[int, Innsynsrett]:
    rader = [rad for rad in hvem_kan_se(sak) if rad.bruker_id is not None and rad.rett == "les"]
    har = {rad.bruker_id for rad in rader if rad.sone == Sone.IDENTITET}
    return {
        rad.bruker_id: rad
        for rad in rader
        if rad.bruker_id is not None and rad.grunnlag in KAN_FA and rad.bruker_id not in har
    }


def _apne_for(av: Bruker, sak: Sak) -> None:
    gi_tilgang(
        av=av,
        sak=sak,
        bruker=av,
        soner=[Sone.IDENTITET],
        skriv=True,
        grunnlag=Sakrolle.SAKSANSVARLIG,
        til=timezone.now() + APENT,  # grants begin at the database's own time, also while the seeder moves ours
    )


def _siste(sak: Sak) -> Tekst | None:
    return sak.tekster.filter(sone=Sone.IDENTITET, art=Tekstart.IDENTITET).order_by("-tid", "pk").first()


def _hendelse(av: Bruker, sak: Sak, art: Hendelseart, hva: str) -> None:
    tekst = skriv_tekst(av=av, sak=sak, sone=Sone.FELLES, art=Tekstart.NOTAT, innhold=hva)
    skriv_hendelse(av=av, sak=sak, sone=Sone.FELLES, art=art, tekst=tekst)
