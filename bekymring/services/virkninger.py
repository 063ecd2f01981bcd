"""What each move does besides changing the state: texts, rows and grants. One small function, and one line, a move."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.utils.timezone import localdate

from brukere.models import Bruker
from felles.tid import idag, na
from vern.choices import Sone

from .. import policy
from ..choices import Formal, Konklusjonstype, Sakrolle, Tekstart
from ..models import Konklusjon, Oppgave, Sak, Sakslistepost, Tekst
from ..workflow import Steg
from . import tildeling
from .felles import fylt, svarfrist, varsle
from .tilgang import skriv_tekst

Data = dict[str, Any]
INFORMASJONSFRIST = timedelta(days=30)  # R37: the person is told within a month
MED_OPPGAVE = {Konklusjonstype.TILBUD, Konklusjonstype.VEILEDNING, Konklusjonstype.KONFLIKTRAD}


def _intet(av: Bruker, sak: Sak, data: Data) -> None:
    """The state is all that changes."""


def _alt_gjort(av: Bruker, sak: Sak) -> None:
    """Nothing is left for afterwards."""


Deling = list[tuple[int, Formal]]
"""With whom a move shares, and for what."""


def _gruppas_ledere(av: Bruker, sak: Sak, data: Data) -> Deling:
    """Those who lead the group the case is referred to; 0, whom no ground covers, when there is none."""
    sak.kjernegruppe = data.get("kjernegruppe") or sak.kjernegruppe
    return [(m.bruker_id, Formal.KJERNEGRUPPE) for m in tildeling.ledere(sak)] or [(0, Formal.KJERNEGRUPPE)]


def _de_ansvarlige(av: Bruker, sak: Sak, data: Data) -> Deling:
    """Those who are made responsible for a conclusion; who is to hold a conversation gets the case for that."""
    return [
        (k["ansvarlig"].pk, Formal.SAMTALE if k["type"] == Konklusjonstype.SAMTALE else Formal.KJERNEGRUPPE)
        for k in data.get("konklusjoner", ())
        if k.get("ansvarlig") and not policy.leses_uten_grunnlag(k["ansvarlig"], sak)
    ]


def _den_som_spor(av: Bruker, sak: Sak, data: Data) -> Deling:
    return [(av.pk, Formal.SAMTALE)]


@dataclass(frozen=True)
class Virkning:
    """One move's effect: what it writes, and whom it shares with, who must be covered by a ground first.

    `etterpa` is done after the state is written, by the one who thereby leaves the case.
    """

    gjor: Callable[[Bruker, Sak, Data], Tekst | None] = _intet
    etterpa: Callable[[Bruker, Sak], None] = _alt_gjort
    deler_med: Callable[[Bruker, Sak, Data], Deling] = _gruppas_ledere


def _begrunnelse(av: Bruker, sak: Sak, data: Data) -> Tekst | None:
    """The reason, if one was written, in felles."""
    if not fylt(data.get("begrunnelse")):
        return None
    return skriv_tekst(av=av, sak=sak, sone=Sone.FELLES, art=Tekstart.BEGRUNNELSE, innhold=data["begrunnelse"].strip())


def _ta_imot(av: Bruker, sak: Sak, data: Data) -> None:
    sak.kjernegruppe = data.get("kjernegruppe") or sak.kjernegruppe
    sak.saksansvarlig = av
    sak.frist = data.get("frist") or svarfrist()


def _returner(av: Bruker, sak: Sak, data: Data) -> Tekst | None:
    """The reporter sees felles again for a while: their own text and why it came back."""
    tekst = _begrunnelse(av, sak, data)
    tildeling.apne_for_melder(av, sak)
    return tekst


def _send_pa_nytt(av: Bruker, sak: Sak, data: Data) -> Tekst:
    return skriv_melding(av, sak, data)


def _lukk_for_melder(av: Bruker, sak: Sak) -> None:
    tildeling.lukk_for_melder_igjen(av, sak)


def _droft(av: Bruker, sak: Sak, data: Data) -> None:
    sak.kjernegruppe = data.get("kjernegruppe") or sak.kjernegruppe
    sak.saksansvarlig = av


def _apne_for_drofting(av: Bruker, sak: Sak) -> None:
    """Open while the case is discussed, and by its state no longer."""
    tildeling.del_med_drofting(av, sak)


def _til_avklaring(av: Bruker, sak: Sak, data: Data) -> Tekst:
    """Who talks with the person, as a task with the deadline for informing them (R37, saksgang 5)."""
    sak.kjernegruppe = data.get("kjernegruppe") or sak.kjernegruppe
    sak.saksansvarlig = av
    tildeling.lukk(av, sak, Sakrolle.GRUPPE)
    sak.frist = data.get("frist") or idag() + INFORMASJONSFRIST
    tekst = skriv_tekst(av=av, sak=sak, sone=Sone.FELLES, art=Tekstart.OPPGAVE, innhold=data["dialog"].strip())
    Oppgave.objects.create(sak=sak, innhold=tekst, ansvarlig=av, frist=sak.frist)
    return tekst


def _henvis(av: Bruker, sak: Sak, data: Data) -> Tekst | None:
    """The leader of the group gets the case; the reporter's own text is closed for them (beslutninger 9)."""
    sak.kjernegruppe = data.get("kjernegruppe") or sak.kjernegruppe
    tekst = _begrunnelse(av, sak, data)
    tildeling.lukk(av, sak, Sakrolle.MELDER, Sakrolle.SAMTALE)
    tildeling.del_med_leder(av, sak)
    varsle(tildeling.med_tilgang(sak, [m.bruker for m in tildeling.ledere(sak)]))
    return tekst


def _tilbake(av: Bruker, sak: Sak, data: Data) -> Tekst | None:
    """Last thing the leader does with it: the grants of the group end, the leader's own included."""
    tekst = _begrunnelse(av, sak, data)
    _ta_av_lista(sak)
    return tekst


def _lukk_gruppa(av: Bruker, sak: Sak) -> None:
    tildeling.lukk(av, sak, Sakrolle.GRUPPE)


def _sett_pa_saksliste(av: Bruker, sak: Sak, data: Data) -> None:
    mote = data["mote"]
    Sakslistepost.objects.create(sak=sak, mote=mote, vindu_til=tildeling.vindu_til(mote))
    sak.frist = localdate(mote.tid)
    tildeling.del_med_medlemmer(av, sak, mote)
    ovrige = [m.bruker for m in tildeling.medlemmer(sak) if not m.er_leder]
    varsle(tildeling.med_tilgang(sak, ovrige))


def _utsett(av: Bruker, sak: Sak, data: Data) -> Tekst | None:
    """Off the list, closed for all members but the leader."""
    tekst = _begrunnelse(av, sak, data)
    _ta_av_lista(sak)
    tildeling.lukk_medlemmer(av, sak)
    return tekst


def _konkluder(av: Bruker, sak: Sak, data: Data) -> Tekst:
    """Each conclusion with reason, responsible and deadline, and what the child says (R19)."""
    post = sak.saksliste.get(tatt_av=None)
    for art, navn in ((Tekstart.DEN_UNGES_SYN, "den_unges_syn"), (Tekstart.BARNETS_BESTE, "barnets_beste")):
        if fylt(data.get(navn)):
            skriv_tekst(av=av, sak=sak, sone=Sone.FELLES, art=art, innhold=data[navn].strip())
    tekster = [_en_konklusjon(av, sak, post, valg) for valg in data["konklusjoner"]]
    sak.frist = min(valg["frist"] for valg in data["konklusjoner"])
    return tekster[0]


def _lederen_er_ferdig(av: Bruker, sak: Sak) -> None:
    """The group has concluded: its leader reads on to the end of the meeting's window, like the others (R24)."""
    post = sak.saksliste.select_related("mote").get(tatt_av=None)
    tildeling.del_med_leder(av, sak, til=post.vindu_til)


def _en_konklusjon(av: Bruker, sak: Sak, post: Sakslistepost, valg: Data) -> Tekst:
    tekst = skriv_tekst(av=av, sak=sak, sone=Sone.FELLES, art=Tekstart.KONKLUSJON, innhold=valg["begrunnelse"].strip())
    konklusjon = Konklusjon.objects.create(
        sak=sak,
        post=post,
        type=valg["type"],
        begrunnelse=tekst,
        ansvarlig=valg["ansvarlig"],
        frist=valg["frist"],
        av=av,
    )
    if valg["type"] in MED_OPPGAVE:
        Oppgave.objects.create(
            sak=sak, konklusjon=konklusjon, innhold=tekst, ansvarlig=valg["ansvarlig"], frist=valg["frist"]
        )
    if valg["type"] == Konklusjonstype.SAMTALE:
        tildeling.del_med_en(av, sak, valg["ansvarlig"], Sakrolle.SAMTALE)
    varsle(tildeling.med_tilgang(sak, [valg["ansvarlig"]]))
    return tekst


def _mer_avklaring(av: Bruker, sak: Sak, data: Data) -> Tekst | None:
    tekst = _begrunnelse(av, sak, data)
    _ta_av_lista(sak)
    tildeling.lukk(av, sak, Sakrolle.GRUPPE, Sakrolle.SAMTALE)
    return tekst


def _start_oppfolging(av: Bruker, sak: Sak, data: Data) -> None:
    _ta_av_lista(sak)
    sak.frist = data["frist"]
    tildeling.lukk(av, sak, Sakrolle.GRUPPE)


def _fortsett(av: Bruker, sak: Sak, data: Data) -> Tekst | None:
    sak.frist = data["frist"]
    return _begrunnelse(av, sak, data)


def _henvis_igjen(av: Bruker, sak: Sak, data: Data) -> Tekst | None:
    tildeling.lukk(av, sak, Sakrolle.ANSVARSGRUPPE)
    return _henvis(av, sak, data)


def _lukk_saken(av: Bruker, sak: Sak, data: Data) -> Tekst | None:
    """The reason. What was planned ends with the case, and all but the koordinator are out: the database does it."""
    sak.frist = None
    return _begrunnelse(av, sak, data)


def _stans(av: Bruker, sak: Sak, data: Data) -> None:
    """Everything shared is closed at once, by the database (saksgang 16)."""
    sak.frist = None


def _ta_av_lista(sak: Sak) -> None:
    """Off the list of the meeting, whose day is then no deadline of the case any more (beslutninger 59)."""
    if sak.frist and sak.saksliste.filter(tatt_av=None, mote__tid__date=sak.frist).exists():
        sak.frist = None
    sak.saksliste.filter(tatt_av=None).update(tatt_av=na())


def skriv_melding(av: Bruker, sak: Sak, data: Data) -> Tekst:
    """The reporter's texts, each its own row (R46). What was observed comes back, for the event.

    `retter`: art → the text this one replaces, when a report is sent again.
    """
    retter = data.get("retter") or {}
    for art, navn in ((Tekstart.BESKYTTELSE, "beskyttelse"), (Tekstart.GJORT, "gjort")):
        skriv_tekst(av=av, sak=sak, sone=Sone.FELLES, art=art, innhold=data[navn].strip(), retter=retter.get(str(art)))
    return skriv_tekst(
        av=av,
        sak=sak,
        sone=Sone.FELLES,
        art=Tekstart.OBSERVASJON,
        innhold=data["observasjon"].strip(),
        kilde=data.get("kilde", ""),
        retter=retter.get(str(Tekstart.OBSERVASJON)),
    )


VIRKNINGER: dict[str, Virkning] = {
    Steg.TA_IMOT: Virkning(_ta_imot),
    Steg.RETURNER: Virkning(_returner),
    Steg.SEND_PA_NYTT: Virkning(_send_pa_nytt, etterpa=_lukk_for_melder),
    Steg.AVVIS: Virkning(_lukk_saken),
    Steg.DROFT_UTEN_NAVN: Virkning(_droft, etterpa=_apne_for_drofting),
    Steg.GI_RAD: Virkning(_lukk_saken),
    Steg.TIL_AVKLARING: Virkning(_til_avklaring),
    Steg.HENVIS: Virkning(_henvis),
    Steg.AVSLUTT_AVKLARING: Virkning(_lukk_saken),
    Steg.SEND_TIL_AVKLARING: Virkning(_tilbake, etterpa=_lukk_gruppa),
    Steg.SETT_PA_SAKSLISTE: Virkning(_sett_pa_saksliste),
    Steg.UTSETT: Virkning(_utsett),
    Steg.KONKLUDER: Virkning(_konkluder, etterpa=_lederen_er_ferdig, deler_med=_de_ansvarlige),
    Steg.MER_AVKLARING: Virkning(_mer_avklaring),
    Steg.AVTAL_SAMTALE: Virkning(deler_med=_den_som_spor),
    Steg.START_OPPFOLGING: Virkning(_start_oppfolging),
    Steg.EVALUER: Virkning(),
    Steg.FORTSETT: Virkning(_fortsett),
    Steg.HENVIS_IGJEN: Virkning(_henvis_igjen),
    Steg.AVSLUTT: Virkning(_lukk_saken),
    Steg.OVERFOR: Virkning(_lukk_saken),
    Steg.STANS: Virkning(_stans),
    Steg.GJENOPPTA: Virkning(_til_avklaring),
    Steg.AVSLUTT_STANSET: Virkning(_lukk_saken),
    Steg.SPERR: Virkning(_stans),
}
