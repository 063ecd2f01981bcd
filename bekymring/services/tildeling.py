"""Who gets to see what, at which move. Each grant ends at the earliest of all ends (beslutninger 1)."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from brukere.models import Bruker
from felles.tid import na
from samarbeid.models import Aktor
from vern.choices import Sone

from ..choices import FORMAL_FOR_ROLLE, Formal, Sakrolle, Tilstand
from ..lesing.grunnlag import dekning, sperrede
from ..lesing.tilgang import hvem_kan_se
from ..models import Medlemskap, Mote, Sak
from .felles import varsle
from .tilgang import gi_tilgang, lukk_roller, trekk_tilgang

# R24: the window around a meeting. Defaults; a municipality may change them with its routine.
VINDU_FOR = timedelta(days=5)
VINDU_ETTER = timedelta(days=14)
DROFTING = timedelta(days=14)
RETTEFRIST = timedelta(days=14)


def vindu_til(mote: Mote) -> datetime:
    return mote.tid + VINDU_ETTER


def ledere(sak: Sak) -> list[Medlemskap]:
    return [m for m in medlemmer(sak) if m.er_leder]


def medlemmer(sak: Sak) -> list[Medlemskap]:
    """Members of the case's group now who are not kept out of the case (R23)."""
    if sak.kjernegruppe_id is None:
        return []
    alle = Medlemskap.objects.gjeldende().filter(gruppe=sak.kjernegruppe_id).select_related("bruker")
    return list(alle.exclude(bruker__in=sperrede(sak)))


def med_tilgang(sak: Sak, brukere: Iterable[Bruker]) -> list[Bruker]:
    """Those of them who can open the case now: nobody else is told that there is something to do."""
    kan = {rad.bruker_id for rad in hvem_kan_se(sak)}
    return [bruker for bruker in brukere if bruker.pk in kan]


def del_med_drofting(av: Bruker, sak: Sak) -> None:
    """An anonymous discussion: the group reads the text without a name, for a while (saksgang 4)."""
    _del_med(av, sak, {m.bruker: na() + DROFTING for m in medlemmer(sak)}, Sakrolle.GRUPPE, Formal.DROFTING)


def del_med_leder(av: Bruker, sak: Sak, til: datetime | None = None) -> None:
    """The leader of the group leads the case while it lies with the group; no longer than `til` where that is given.

    A time that is past ends it now.
    """
    if til and til <= timezone.now():
        lukk(av, sak, Sakrolle.GRUPPE)
        return
    _del_med(av, sak, {m.bruker: _tidligst(m.til, til) for m in ledere(sak)}, Sakrolle.GRUPPE, skriv=True, leder=True)


def del_med_medlemmer(av: Bruker, sak: Sak, mote: Mote, utenom: Iterable[int] = ()) -> None:
    """Members whose workplace a ground covers, in the meeting's window; the others see nothing (R1, R24)."""
    ovrige = [m for m in medlemmer(sak) if not m.er_leder and m.bruker_id not in set(utenom)]
    frister = {m.bruker: _tidligst(m.til, vindu_til(mote)) for m in ovrige}
    _del_med(av, sak, frister, Sakrolle.GRUPPE, skriv=True, fra=mote.tid - VINDU_FOR)


@contextmanager
def apner_for_nye(av: Bruker, sak: Sak) -> Iterator[None]:
    """While the case is before the group, a new consent opens it to the members it is the first to cover.

    Not to one who was covered already: what was ended for them by hand stays ended.
    """
    post = sak.saksliste.filter(tatt_av=None, sak__tilstand=Tilstand.PA_SAKSLISTE).select_related("mote").first()
    if post is None:
        yield
        return
    alle = [m.bruker_id for m in medlemmer(sak)]
    dekket = set(dekning(sak, alle, Formal.KJERNEGRUPPE))
    yield
    del_med_medlemmer(av, sak, post.mote, utenom=dekket)
    varsle(med_tilgang(sak, Bruker.objects.filter(pk__in=set(dekning(sak, alle, Formal.KJERNEGRUPPE)) - dekket)))


def del_med_en(av: Bruker, sak: Sak, bruker: Bruker, rolle: Sakrolle) -> None:
    """Who is to hold the conversation, or has taken on a follow-up: felles and the own zone."""
    _del_med(av, sak, {bruker: None}, rolle, skriv=True)


def _del_med(
    av: Bruker,
    sak: Sak,
    brukere: Mapping[Bruker, datetime | None],
    rolle: Sakrolle,
    formal: Formal | None = None,
    **rett: Any,
) -> None:
    """Open felles and the own zone to those whom a ground covers, each until a moment; the others are passed over."""
    formal = formal or FORMAL_FOR_ROLLE[rolle]
    dekket = dekning(sak, [b.pk for b in brukere], formal)
    soner = dict(Aktor.objects.filter(pk__in=[d.sted for d in dekket.values()]).values_list("pk", "sone"))
    for bruker, til in brukere.items():
        if bruker.pk not in dekket or (til and til <= timezone.now()):  # a window that is over has nothing to open
            continue
        egen = soner[dekket[bruker.pk].sted] if formal != Formal.DROFTING else ""
        gi_tilgang(
            av=av,
            sak=sak,
            bruker=bruker,
            soner=[Sone.FELLES, *filter(None, [egen])],
            grunnlag=rolle,
            formal=formal,
            til=til,
            **rett,
        )


def apne_for_melder(av: Bruker, sak: Sak) -> None:
    """A returned referral: the reporter reads why, and writes again, for two weeks."""
    for bruker in _brukere(sak, lambda rad: rad.grunnlag == Sakrolle.MELDER):
        gi_tilgang(
            av=av,
            sak=sak,
            bruker=bruker,
            soner=[Sone.FELLES],
            skriv=True,
            grunnlag=Sakrolle.MELDER,
            grunn=sak.pk,
            til=na() + RETTEFRIST,
        )


def lukk_for_melder_igjen(av: Bruker, sak: Sak) -> None:
    """Back to own text only."""
    for bruker in _brukere(sak, lambda rad: rad.grunn == sak.pk):
        trekk_tilgang(av=av, sak=sak, bruker=bruker, grunn=sak.pk)


def lukk(av: Bruker, sak: Sak, *roller: Sakrolle) -> None:
    """End what these roles hold in the case."""
    lukk_roller(av=av, sak=sak, roller=roller)


def lukk_medlemmer(av: Bruker, sak: Sak) -> None:
    """End what the group's members hold; its leader keeps the case."""
    lukk_roller(av=av, sak=sak, roller=[Sakrolle.GRUPPE], ledere=False)


def _brukere(sak: Sak, chosen: Callable[[Any], bool]) -> list[Bruker]:
    """The users who hold a grant that is chosen, each once."""
    ids = {rad.bruker_id for rad in hvem_kan_se(sak) if rad.bruker_id is not None and chosen(rad)}
    return list(Bruker.objects.filter(pk__in=ids))


def _tidligst(*tider: datetime | None) -> datetime | None:
    return min((tid for tid in tider if tid), default=None)
