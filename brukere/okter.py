"""How long one is logged in, and how fresh that is. Also the session engine (settings.SESSION_ENGINE).

Three clocks stand in each session: when one logged in, when a page was last asked for, and when one last proved who
one is. A session past its limits opens nothing; its row is kept a while, so that a form sent too late is known as its
writer's and not lost (forside.avbrutt).
"""

import time
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

from django.apps import apps
from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.base import SessionBase
from django.contrib.sessions.backends.db import SessionStore as DBStore
from django.http import HttpRequest

INNLOGGET, SIST, FERSK, MERKE, NETTLESER = "hp_inn", "hp_sist", "hp_fersk", "hp_merke", "hp_nettleser"
NOYAKTIG = 60  # seconds between two writes of "last used"
PROGRAMMER = (("Edg/", "Edge"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari"))
MASKINER = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Mac OS", "Mac"),
    ("Linux", "Linux"),
)


class SessionStore(DBStore):
    """Each row says whose it is, so that a person can see and end own sessions (ASVS 7.4.5, 7.5.2)."""

    @classmethod
    def get_model_class(cls) -> Any:
        return apps.get_model("brukere", "Okt")

    def create_model_instance(self, data: dict[str, Any]) -> Any:
        okt: Any = super().create_model_instance(data)
        okt.bruker_id = data.get(SESSION_KEY)
        okt.merke = data.get(MERKE)
        okt.nettleser = data.get(NETTLESER, "")
        okt.startet, okt.sist = _tid(data.get(INNLOGGET)), _tid(data.get(SIST))
        return okt


def _tid(sekunder: float | None) -> datetime | None:
    return None if sekunder is None else datetime.fromtimestamp(sekunder, UTC)


def begynn(sesjon: SessionBase, request: HttpRequest) -> None:
    """At log-in: all three clocks start."""
    sesjon[INNLOGGET] = sesjon[SIST] = sesjon[FERSK] = time.time()
    sesjon[MERKE] = str(uuid4())
    sesjon[NETTLESER] = nettleser(request.META.get("HTTP_USER_AGENT", ""))


def bruk(sesjon: SessionBase) -> None:
    """A page is asked for. Written once a minute, not once a page."""
    naa = time.time()
    sesjon.setdefault(INNLOGGET, naa)
    if naa - sesjon.get(SIST, 0) > NOYAKTIG:
        sesjon[SIST] = naa


def bekreft(sesjon: SessionBase) -> None:
    """The password was given again: from here on it is another key (ASVS 7.2.4)."""
    sesjon.cycle_key()
    sesjon[FERSK] = time.time()


def er_fersk(sesjon: SessionBase) -> bool:
    return 0 <= time.time() - sesjon.get(FERSK, 0) < settings.OKT_FERSK


def slutt(sesjon: SessionBase) -> float:
    """When the session ends if nothing more is asked for."""
    naa = time.time()
    return min(
        sesjon.get(SIST, naa) + settings.OKT_UBRUKT,
        sesjon.get(INNLOGGET, naa) + settings.OKT_LENGST,
    )


def utlopt(sesjon: SessionBase) -> bool:
    return slutt(sesjon) <= time.time()


def nettleser(agent: str) -> str:
    """«Firefox på Windows»: enough to know one's own again, and nothing more is kept."""
    program = next((navn for tegn, navn in PROGRAMMER if tegn in agent), "")
    maskin = next((navn for tegn, navn in MASKINER if tegn in agent), "")
    return " · ".join(del_ for del_ in (program, maskin) if del_)
