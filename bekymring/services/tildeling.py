"""Who gets to see what, at which move. Each grant ends at the earliest of all ends (beslutninger 1)."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone

from brukere.models import Bruker
from felles.tid import na
from vern.choices import Sone

from ..choices import Grupperolle, Rett, Sakrolle
from ..lesing.grunnlag import dekning, instanser, sperrede
from ..lesing.tilgang import hvem_kan_se
from ..models import Medlemskap, Mote, Sak
from .tilgang import gi_tilgang, trekk_tilgang

# R24: the window around a meeting. Defaults; a municipality may change them with its routine.
VINDU_FOR = timedelta(days=5)
VINDU_ETTER = timedelta(days=14)
DROFTING = timedelta(days=14)
RETTEFRIST = timedelta(days=14)


def vindu_til(mote: Mote) -> datetime:
    return mote.tid + VINDU_ETTER


def ledere(sak: Sak) -> list[Medlemskap]:
    return [m for m in medlemmer(sak) if m.rolle == Grupperolle.LEDER]


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
    for medlem in medlemmer(sak):
        _gi(
            av=av,
            sak=sak,
            bruker=medlem.bruker,
            soner=[Sone.FELLES],
            grunnlag=Sakrolle.GRUPPE,
            til=_tidligst(na() + DROFTING, medlem.til),
        )


def del_med_leder(av: Bruker, sak: Sak) -> None:
    """The leader of the group leads the case while it lies with the group."""
    _del_med_medlemmer(av, sak, ledere(sak), None, leder=True)


def del_med_medlemmer(av: Bruker, sak: Sak, mote: Mote) -> None:
    """Members whose instans a ground covers, in the meeting's window; the others see nothing (R1, R24)."""
    ovrige = [m for m in medlemmer(sak) if m.rolle != Grupperolle.LEDER]
    _del_med_medlemmer(av, sak, ovrige, vindu_til(mote), leder=False)


def _del_med_medlemmer(
    av: Bruker, sak: Sak, hvem: Iterable[Medlemskap], slutt: datetime | None, *, leder: bool
) -> None:
    hvem = list(hvem)
    dekket, steder = dekning(sak), instanser(m.bruker_id for m in hvem)
    for medlem in hvem:
        sted = steder.get(medlem.bruker_id)
        if sted is None or sted.pk not in dekket:
            continue
        grunn = dekket[sted.pk]
        _gi(
            av=av,
            sak=sak,
            bruker=medlem.bruker,
            soner=[Sone.FELLES, sted.sone],
            skriv=True,
            leder=leder,
            grunnlag=Sakrolle.GRUPPE,
            grunn=grunn.pk,
            til=_tidligst(grunn.til, medlem.til, slutt),
        )


def del_med_samtale(av: Bruker, sak: Sak, bruker: Bruker) -> None:
    """The police contact who is to hold the conversation: felles and the police zone."""
    _del_med_en(av, sak, bruker, Sakrolle.SAMTALE)


def del_med_ansvarlig(av: Bruker, sak: Sak, bruker: Bruker, rolle: Sakrolle) -> None:
    """Someone who has taken on a follow-up."""
    _del_med_en(av, sak, bruker, rolle)


def _del_med_en(av: Bruker, sak: Sak, bruker: Bruker, rolle: Sakrolle) -> None:
    sted = instanser([bruker.pk]).get(bruker.pk)
    if sted is None or bruker.pk in sperrede(sak) or (grunn := dekning(sak).get(sted.pk)) is None:
        return
    _gi(
        av=av,
        sak=sak,
        bruker=bruker,
        soner=[Sone.FELLES, sted.sone],
        skriv=True,
        grunnlag=rolle,
        grunn=grunn.pk,
        til=grunn.til,
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
    """End what these roles see in the case; the one who acts loses it last."""
    for rolle in roller:
        hvem = _brukere(sak, lambda rad: rad.grunnlag == rolle and rad.rett != Rett.SE)  # noqa: B023 (used at once)
        for bruker in sorted(hvem, key=lambda b: b.pk == av.pk):
            trekk_tilgang(av=av, sak=sak, bruker=bruker, grunnlag=rolle)


def lukk_medlemmer(av: Bruker, sak: Sak) -> None:
    """End what the group's members see; its leader keeps the case."""
    ledet_av = {b.pk for b in _brukere(sak, lambda rad: rad.rett == Rett.LED)}
    for bruker in _brukere(sak, lambda rad: rad.grunnlag == Sakrolle.GRUPPE and rad.rett != Rett.SE):
        if bruker.pk not in ledet_av:
            trekk_tilgang(av=av, sak=sak, bruker=bruker, grunnlag=Sakrolle.GRUPPE)


def lukk_grunn(av: Bruker, sak: Sak, grunn: UUID) -> None:
    """End every grant that this reason carried (R6)."""
    for bruker in _brukere(sak, lambda rad: rad.grunn == grunn):
        trekk_tilgang(av=av, sak=sak, bruker=bruker, grunn=grunn)


def lukk_for_alle(av: Bruker, sak: Sak) -> None:
    """Only the koordinator who has the case sees it on."""
    lukk(av, sak, *(rolle for rolle in Sakrolle if rolle not in {Sakrolle.KOORDINATOR, Sakrolle.SAKSANSVARLIG}))


def _brukere(sak: Sak, chosen: Callable[[Any], bool]) -> list[Bruker]:
    """The users who hold a grant that is chosen, each once."""
    ids = {rad.bruker_id for rad in hvem_kan_se(sak) if rad.bruker_id is not None and chosen(rad)}
    return list(Bruker.objects.filter(pk__in=ids))


def dekning_til(sak: Sak) -> datetime | None:
    """How long the longest ground in the case holds."""
    return max((rad.til for rad in dekning(sak).values()), default=None)


def _gi(*, til: datetime | None, **rett: Any) -> None:
    """Open until `til`; a window that is over has nothing to open."""
    if til is None or til > timezone.now():
        gi_tilgang(til=til, **rett)


def _tidligst(*tider: datetime | None) -> datetime | None:
    return min((tid for tid in tider if tid), default=None)
