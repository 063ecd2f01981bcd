"""What the krav ask about: what the form says, and what the case says."""

from collections.abc import Callable, Iterable
from functools import cached_property
from typing import Any

from ..choices import Formal, Konklusjonstype, Mentortilstand, Samtaletilstand
from ..krav import Fakta
from ..lesing import grunnlag
from ..models import Sak
from .felles import fylt

ved_behov: Any = cached_property
"""A fact that costs a query is asked when a krav looks, and once. Any: mypy takes it for a property otherwise."""


class Saksfakta(Fakta):
    """Facts for one move: what the form says at once, what the case says when it is asked."""

    def __init__(self, sak: Sak, data: dict[str, Any], mottakere: Callable[[], list[tuple[int, Formal]]]) -> None:
        """`data` is what the form gave; `mottakere` tells whom the move shares with, when that is asked, for what."""
        super().__init__(modus=sak.modus, aldersspenn=sak.aldersspenn, **_fra_skjemaet(sak, data))
        self._sak, self._mottakere = sak, mottakere

    @ved_behov
    def uten_grunnlag(self) -> tuple[str, ...]:
        hvem: dict[Formal, list[int]] = {}
        for bruker, formal in self._mottakere():
            hvem.setdefault(formal, []).append(bruker)
        mangler = (grunnlag.uten_grunnlag(self._sak, ids, formal) for formal, ids in hvem.items())
        return tuple(sorted({navn for navnene in mangler for navn in navnene}))

    @ved_behov
    def nytt_grunnlag(self) -> bool:
        return grunnlag.har_nytt(self._sak)

    @ved_behov
    def samtale_anbefalt(self) -> bool:
        return self._sak.konklusjoner.filter(type=Konklusjonstype.SAMTALE).exists()

    @ved_behov
    def apen_samtale(self) -> bool:
        """A conversation is planned. Others than the police do not see the row, only that the case says so."""
        arter = self._sak.hendelser.filter(art__in=SAMTALEARTER).order_by("-tid", "pk").values_list("art", flat=True)
        return samtale_venter(arter[:1]) or self._sak.samtaler.filter(tilstand=Samtaletilstand.AVTALT).exists()

    @ved_behov
    def oppfolging_finnes(self) -> bool:
        return har_oppfolging(self._sak)

    @ved_behov
    def skriftlig_samtykke(self) -> bool:
        return grunnlag.oppfolgingen_dekkes(self._sak)

    @ved_behov
    def apne_oppgaver(self) -> int:
        return self._sak.oppgaver.apne().count()


def _fra_skjemaet(sak: Sak, data: dict[str, Any]) -> dict[str, Any]:
    return {
        "gruppe_valgt": bool(data.get("kjernegruppe") or sak.kjernegruppe_id),
        "begrunnelse": fylt(data.get("begrunnelse")),
        "dialog_planlagt": fylt(data.get("dialog")),
        "beskyttelse": fylt(data.get("beskyttelse")),
        "gjort": fylt(data.get("gjort")),
        "tekst_bekreftet": bool(data.get("tekst_bekreftet")),
        "mote_valgt": data.get("mote") is not None,
        "den_unges_syn": fylt(data.get("den_unges_syn")),
        "barnets_beste": fylt(data.get("barnets_beste")),
        "konklusjoner": tuple(
            (fylt(k.get("begrunnelse")), k.get("ansvarlig") is not None, k.get("frist") is not None)
            for k in data.get("konklusjoner", ())
        ),
        "spor": str(data.get("spor") or ""),
        "palegg_hjemlet": data.get("hjemmel") is not None,
        "foresattkontakt": str(data.get("foresatte") or ""),
        "frist": data.get("frist") is not None,
        "informert": bool(data.get("informert")),
        "mottaker_bekreftet": bool(data.get("mottaker_bekreftet")),
    }


def samtale_venter(arter: Iterable[str]) -> bool:
    """From the kinds of what happened, newest first: the last word about a conversation is that it is planned."""
    return next((art for art in arter if art in SAMTALEARTER), "") in APNE_SAMTALEARTER


def har_oppfolging(sak: Sak) -> bool:
    """An ansvarsgruppe or a mentor relation that has not ended."""
    return (
        sak.ansvarsgrupper.filter(avsluttet=None).exists()
        or sak.mentorforlop.exclude(tilstand=Mentortilstand.AVSLUTTET).exists()
    )


SAMTALEARTER = ("samtale_avtalt", "samtale_flyttet", "samtale_avlyst", "samtale_holdt")
APNE_SAMTALEARTER = ("samtale_avtalt", "samtale_flyttet")
