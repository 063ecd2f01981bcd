"""Look-ups out of the ordinary: found by rule, reviewed by a personvernombud who is not the reader (R35).

Rules tell what to ask about, not that anything is wrong. "Same surname" is none of them: it would take a register of
the names of those the cases are about, and of employees' relatives (ADR 11).
"""

from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import ProgrammingError, transaction
from django.utils.translation import gettext_lazy

from brukere.models import Bruker
from felles import sporring
from felles.handler import krev_handler
from felles.tid import na

from ..lesing.innsynslogg import SIDE, Oppslag

REGLER = {
    "mange": gettext_lazy("15 ulike saker på en time"),
    "mange_sok": gettext_lazy("5 søk etter personer på en time"),
    "utenfor_tid": gettext_lazy("utenom kl. 6–20, eller i helg"),
    "uten_oppgave": gettext_lazy("uten oppgave i saken"),
    "lukket_sak": gettext_lazy("saken var avsluttet"),
}


@dataclass(frozen=True)
class Uvanlig:
    """One look-up that somebody should ask about, and the answer once there is one."""

    oppslag: Oppslag
    regler: tuple[str, ...]
    vurdert: datetime | None
    vurdert_av: int | None
    merknad: str


def finn_uvanlige() -> int:
    """Note the new ones of the last three days; by the worker. Safe to run twice."""
    [(antall,)] = sporring.rader("SELECT vern.finn_uvanlige(%s)", na())
    return int(antall)


def uvanlige_oppslag(*, vurderte: bool, eldre_enn: int | None = None) -> list[Uvanlig]:
    """Newest first, for the personvernombud; nobody else gets any."""
    rader = sporring.rader("SELECT * FROM vern.uvanlige_oppslag(%s, %s, %s::bigint)", vurderte, SIDE + 1, eldre_enn)
    return [
        Uvanlig(
            Oppslag(id_, tid, bruker, tuple(sak.split(" ") for sak in saker), utsnitt, tuple(soner)),
            tuple(str(REGLER.get(regel, regel)) for regel in regler),
            vurdert,
            vurdert_av,
            merknad,
        )
        for id_, tid, bruker, utsnitt, soner, saker, regler, vurdert, vurdert_av, merknad in rader
    ]


def ett_uvanlig(oppslag_id: int) -> Uvanlig | None:
    """One that is still open, by the id of the look-up."""
    found = uvanlige_oppslag(vurderte=False, eldre_enn=oppslag_id + 1)[:1]
    return next((en for en in found if en.oppslag.id == oppslag_id), None)


def antall_uvanlige() -> int:
    """How many wait for the one who asks; own look-ups are somebody else's to review."""
    return int(sporring.verdi("SELECT vern.antall_uvanlige()"))


def vurder_oppslag(*, av: Bruker, oppslag_id: int, merknad: str) -> bool:
    """Close one with what was found out. False when somebody was first. Raises PermissionDenied for own look-ups."""
    krev_handler(av)
    try:
        with transaction.atomic():
            return bool(sporring.verdi("SELECT vern.vurder_oppslag(%s, %s)", oppslag_id, merknad))
    except ProgrammingError as feil:
        raise PermissionDenied from feil
