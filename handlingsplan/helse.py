"""Whether the house is ready: what an operator's monitor asks. No names, no numbers, nothing that helps a stranger."""

import time
from collections.abc import Callable
from functools import lru_cache

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.cache import cache
from django.db.migrations.loader import MigrationLoader
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from felles import sporring

PULS = "puls"
SLAG_SOM_KAN_MANGLE = 4


@lru_cache(maxsize=1)
def _paa_disk() -> frozenset[tuple[str, str]]:
    """Migrations of this code; read once a process."""
    return frozenset(MigrationLoader(None, ignore_no_migrations=True).disk_migrations)


def _database() -> bool:
    return sporring.rader("SELECT 1") == [(1,)]


def _hurtiglager() -> bool:
    cache.set("helse", "ok", 10)
    return cache.get("helse") == "ok"


def _migreringer() -> bool:
    """Every migration of this code has been run."""
    return _paa_disk() <= set(sporring.rader("SELECT app, name FROM django_migrations"))


def _arbeider() -> bool:
    """Scheduler, queue and worker did their round not long ago."""
    siste = cache.get(PULS)
    return siste is not None and time.time() - siste < settings.PULS_SEKUNDER * SLAG_SOM_KAN_MANGLE


UNDERSOKELSER: dict[str, Callable[[], bool]] = {
    "database": _database,
    "hurtiglager": _hurtiglager,
    "migreringer": _migreringer,
    "arbeider": _arbeider,
}


def _trygt(undersok: Callable[[], bool]) -> bool:
    try:
        return undersok()
    except Exception:  # whatever it is, the answer is «no»
        return False


def undersok() -> dict[str, bool]:
    """One answer for each part."""
    return {navn: _trygt(en) for navn, en in UNDERSOKELSER.items()}


@login_not_required
@require_safe
def helse_live(request: HttpRequest) -> HttpResponse:
    """The process answers. No I/O."""
    return HttpResponse("ok", content_type="text/plain")


@login_not_required
@require_safe
def helse_klar(request: HttpRequest) -> HttpResponse:
    """Database, cache, migrations and the worker's heartbeat, one line each; 503 when one of them fails."""
    svar = undersok()
    tekst = "".join(f"{navn}: {'ok' if ok else 'feil'}\n" for navn, ok in svar.items())
    return HttpResponse(tekst, content_type="text/plain", status=200 if all(svar.values()) else 503)
