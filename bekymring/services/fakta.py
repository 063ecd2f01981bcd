"""Collects what the krav ask about: what the form says, and what the case says."""

from collections.abc import Iterable
from typing import Any

from brukere.models import Bruker

from .. import policy
from ..choices import Konklusjonstype, Mentortilstand, Samtaletilstand
from ..krav import Fakta
from ..models import Sak
from . import grunnlag, tildeling
from .felles import fylt


def samle(sak: Sak, overgang: str, av: Bruker, data: dict[str, Any]) -> Fakta:
    """Facts for one move. What a move does not need is left at its default: not met."""
    return Fakta(
        modus=sak.modus,
        aldersspenn=sak.aldersspenn,
        gruppe_valgt=bool(data.get("kjernegruppe") or sak.kjernegruppe_id),
        begrunnelse=fylt(data.get("begrunnelse")),
        dialog_planlagt=fylt(data.get("dialog")),
        beskyttelse=fylt(data.get("beskyttelse")),
        gjort=fylt(data.get("gjort")),
        tekst_bekreftet=bool(data.get("tekst_bekreftet")),
        mote_valgt=data.get("mote") is not None,
        den_unges_syn=fylt(data.get("den_unges_syn")),
        barnets_beste=fylt(data.get("barnets_beste")),
        konklusjoner=tuple(
            (fylt(k.get("begrunnelse")), k.get("ansvarlig") is not None, k.get("frist") is not None)
            for k in data.get("konklusjoner", ())
        ),
        spor=str(data.get("spor") or ""),
        palegg_hjemlet=data.get("hjemmel") is not None,
        foresatte_plan=bool(data.get("foresatte")),
        frist=data.get("frist") is not None,
        informert=bool(data.get("informert")),
        mottaker_bekreftet=bool(data.get("mottaker_bekreftet")),
        **_fra_saken(sak, overgang, av, data),
    )


def _fra_saken(sak: Sak, overgang: str, av: Bruker, data: dict[str, Any]) -> dict[str, Any]:
    """What costs a query is asked only by the moves that need it."""
    fakta: dict[str, Any] = {}
    if overgang in {"henvis", "henvis_igjen", "sett_pa_saksliste", "konkluder", "avtal_samtale"}:
        fakta["uten_grunnlag"] = grunnlag.uten_grunnlag(sak, _mottakere(sak, overgang, av, data))
    if overgang in {"henvis", "henvis_igjen"}:
        fakta["samtykkegiver"] = _samtykkegiver(sak)
    if overgang == "avtal_samtale":
        fakta["samtale_anbefalt"] = sak.konklusjoner.filter(type=Konklusjonstype.SAMTALE).exists()
    if overgang in {"avtal_samtale", "start_oppfolging", "avslutt"}:
        fakta["apen_samtale"] = apen_samtale(sak)
    if overgang == "start_oppfolging":
        fakta["oppfolging_finnes"] = har_oppfolging(sak)
    if overgang in {"start_oppfolging", "fortsett"}:
        fakta["skriftlig_samtykke"] = grunnlag.har_skriftlig(sak)
    if overgang in {"avslutt", "avslutt_avklaring", "sperr"}:
        fakta["apne_oppgaver"] = sak.oppgaver.filter(gjort=None).count()
    return fakta


def _mottakere(sak: Sak, overgang: str, av: Bruker, data: dict[str, Any]) -> list[int]:
    """Whom the move shares with: the leader, or those made responsible, or the one who asks."""
    if overgang == "avtal_samtale":
        return [av.pk]
    if overgang == "konkluder":
        ansvarlige = [k["ansvarlig"] for k in data.get("konklusjoner", ()) if k.get("ansvarlig")]
        return [a.pk for a in ansvarlige if not policy.leses_uten_grunnlag(a, sak)]
    if data.get("kjernegruppe"):
        sak.kjernegruppe = data["kjernegruppe"]
    return [m.bruker_id for m in tildeling.ledere(sak)] or [0]


def _samtykkegiver(sak: Sak) -> str:
    """Who gave the consent in use. Two consents by different people together count as both."""
    givere = set(sak.delingsgrunnlag.gjeldende().exclude(samtykke=None).values_list("samtykke__giver", flat=True))
    return "begge" if {"selv", "foresatte"} <= givere else next(iter(sorted(givere)), "")


def apen_samtale(sak: Sak) -> bool:
    """A conversation is planned. Others than the police do not see the row, only that the case says so."""
    arter = sak.hendelser.filter(art__in=SAMTALEARTER).order_by("-tid").values_list("art", flat=True)
    return samtale_venter(arter[:1]) or sak.samtaler.filter(tilstand=Samtaletilstand.AVTALT).exists()


def samtale_venter(arter: Iterable[str]) -> bool:
    """From the kinds of what happened, newest first: the last word about a conversation is that it is planned."""
    return next((art for art in arter if art in SAMTALEARTER), "") in APNE_SAMTALEARTER


def har_oppfolging(sak: Sak) -> bool:
    return (
        sak.ansvarsgrupper.filter(avsluttet=None).exists()
        or sak.mentorforlop.exclude(tilstand=Mentortilstand.AVSLUTTET).exists()
    )


SAMTALEARTER = ("samtale_avtalt", "samtale_flyttet", "samtale_avlyst", "samtale_holdt")
APNE_SAMTALEARTER = ("samtale_avtalt", "samtale_flyttet")
