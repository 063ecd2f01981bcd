"""Every address × persona × object × method, against the rows in `rader/`."""

import importlib
import pkgutil
import re
from collections.abc import Collection
from http.cookies import SimpleCookie

import pytest
from django.core.cache import cache
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.access import rader
from tests.access.matrise import Objekt, Rad, Verden, ruter
from tests.conftest import PERSONER
from tests.factories.saker import bruker

METODER = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
UTEN_HEAD = tuple(metode for metode in METODER if metode != "HEAD")
ANONYM = "anonym"
AVVIST = {403, 404, 405}
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


def alle_rader() -> list[Rad]:
    moduler = [importlib.import_module(f"{rader.__name__}.{m.name}") for m in pkgutil.iter_modules(rader.__path__)]
    return [rad for modul in moduler for rad in modul.RADER]


def test_every_pattern_has_one_row_and_every_row_a_pattern():
    skrevet = [rad.rute for rad in alle_rader()]
    assert sorted(skrevet) == sorted(set(skrevet)), "en rute står to ganger"
    assert set(ruter()) - set(skrevet) == set(), "ruter uten rad i tests/access/rader/"
    assert set(skrevet) - set(ruter()) == set(), "rader uten rute"


def test_the_matrix_has_more_cells_than_we_promise_and_every_state_of_a_case():
    """B1: address × object × persona and nobody × method. What each cell holds is tried below."""
    objekter = [objekt.navn for rad in alle_rader() for objekt in rad.objekter]
    assert len(objekter) * (1 + len(PERSONER)) * len(METODER) >= 35_000
    assert {"egen", "annen", "annen sak", "finnes ikke", "sperret", "lukket"} <= set(objekter)


def adresse(rad: Rad, argumenter) -> str:
    return "/" + re.sub(r"<(?:\w+:)?(\w+)>", lambda treff: str(argumenter[treff[1]]), rad.rute)


def ventet(rad: Rad, objekt: Objekt, hvem: str, metode: str) -> set[int]:
    """The statuses that are right for this cell."""
    if metode not in ("GET", "HEAD", "POST"):
        return {405}
    if hvem == ANONYM and not rad.apen:
        return {302}
    leser, skriver = rad.lesere(objekt), rad.skrivere(objekt)
    slipper_inn = bool(leser) if hvem == ANONYM else hvem in leser
    if metode == "HEAD":
        return {*rad.get, 405} if slipper_inn and "GET" in rad.metoder else {404, 405}
    if not slipper_inn:
        return {404} if metode in rad.metoder else {404, 405}
    if metode not in rad.metoder:
        return {405}
    if metode == "POST":
        return set(rad.post) if hvem == ANONYM or hvem in skriver else AVVIST
    return set(rad.get)


def _tre(lesere: Collection[str]) -> set[str]:
    """Nobody, one who reads and one who does not, where there is one."""
    return {ANONYM, *[p for p in PERSONER if p in lesere][:1], *[p for p in PERSONER if p not in lesere][:1]}


def _inn(hvem: str) -> tuple[Client, str]:
    """The client, and its cookies as they are before each try."""
    klient = Client(raise_request_exception=False)
    if hvem != ANONYM:
        klient.force_login(bruker(hvem), backend=BACKEND)
    return klient, klient.cookies.output(header="", sep=";")


def _prov(klient: Client, metode: str, url: str, data):
    """One request, undone."""
    if metode not in ("GET", "HEAD", "POST"):
        return klient.generic(metode, url)  # stopped before anything is read or written (vern.middleware.Metoder)
    if metode == "POST":
        cache.clear()  # log-in limits
    with transaction.atomic():
        svar = klient.post(url, data) if metode == "POST" else klient.generic(metode, url)
        transaction.set_rollback(True)
    return svar


@pytest.mark.django_db
@pytest.mark.parametrize("rad", alle_rader(), ids=lambda rad: rad.rute or "/")
def test_each_gets_what_the_row_says(rad, pytestconfig):
    """HEAD is answered by what answers GET: daily nobody, one reader and one other ask; with `--alt` everybody."""
    verden, alt = Verden(), pytestconfig.getoption("--alt")
    innlogget = {hvem: _inn(hvem) for hvem in (ANONYM, *PERSONER)}
    avvik = []
    for objekt in rad.objekter:
        url = adresse(rad, objekt.argumenter(verden))
        data = rad.data(verden) if callable(rad.data) else rad.data
        hode = set(innlogget) if alt else _tre(rad.lesere(objekt))
        for hvem, (klient, kjeks) in innlogget.items():
            for metode in METODER if hvem in hode else UTEN_HEAD:
                svar = _prov(klient, metode, url, data)
                klient.cookies = SimpleCookie(kjeks)
                if svar.status_code not in ventet(rad, objekt, hvem, metode):
                    avvik.append(f"{metode} {url} ({objekt.navn}) som {hvem}: {svar.status_code}")
                elif hvem == ANONYM and svar.status_code == 302 and not rad.apen:
                    assert svar["Location"].startswith("/logg-inn/?next="), url
                    assert svar.content == b""
    assert avvik == []


def navnene(rad: Rad) -> set[str]:
    return {objekt.navn for objekt in rad.objekter}


def uten_tilfeldig(tekst: str) -> str:
    """Without what is new in each response: CSRF tokens."""
    return re.sub(r'value="[A-Za-z0-9]{64}"', "", tekst)


def form(sql: str) -> str:
    """The shape of a statement: its text without values."""
    return re.sub(r"'[^']*'|\b\d+\b|\b[0-9a-f]{32}\b|\"s\d+_x\d+\"", "?", sql)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "rad",
    [rad for rad in alle_rader() if {"annen", "annen sak"} & navnene(rad) and "finnes ikke" in navnene(rad)],
    ids=lambda rad: rad.rute,
)
def test_not_mine_and_not_there_are_the_same(rad):
    """In status, body, headers and statements. «annen sak» is known to its melder and the koordinatorer by its line."""
    verden = Verden()
    annen = next(o for o in rad.objekter if o.navn in ("annen", "annen sak"))
    ukjent = next(o for o in rad.objekter if o.navn == "finnes ikke")
    spurte = PERSONER if annen.navn == "annen" else ("politi", "kjerne.helse", "mentor", "personvern", "fremmed")
    for hvem in sorted(set(spurte) - set(rad.lesere(annen))):
        person = bruker(hvem)
        for metode in rad.metoder:
            svar = []
            for objekt in (annen, ukjent):
                klient = Client()
                klient.force_login(person, backend=BACKEND)
                url = adresse(rad, objekt.argumenter(verden))
                with CaptureQueriesContext(connection) as sporringer, transaction.atomic():
                    en = klient.generic(metode, url)
                    transaction.set_rollback(True)
                body = uten_tilfeldig(en.content.decode()).replace(url, "")
                formene = [form(rad["sql"]) for rad in sporringer.captured_queries]
                svar.append((en.status_code, body, sorted(en.headers.items()), formene))
            assert svar[0] == svar[1], f"{metode} {rad.rute} som {hvem}"
