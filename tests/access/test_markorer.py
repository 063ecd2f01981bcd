"""A marker in every zone of every case; every persona at every address they can reach, PDF and files included.

Nobody reads a marker of a zone they do not hold, and what lies there leaves no trace: the page is the same, word for
word, with and without it (beslutninger 4, B3).
"""

import importlib
import io
import pkgutil
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from django.test import Client
from openpyxl import load_workbook
from pypdf import PdfReader

from bekymring.choices import Hendelseart, Tekstart
from bekymring.models import Sak
from bekymring.models.kjerne import TEKSTSONER
from bekymring.services.tilgang import skriv_hendelse, skriv_tekst
from tests.access import rader
from tests.access.matrise import Verden
from tests.conftest import PERSONER
from tests.factories.saker import bruker, sql
from vern.choices import Sone
from vern.kontekst import som

from .test_matrise import BACKEND, adresse

LESER = """
SELECT t.sak_id, t.sone FROM bekymring_tilgang t JOIN brukere_bruker b ON b.id = t.user_id
WHERE b.username = %s AND t.rett = 'les' AND t.fra <= statement_timestamp()
  AND (t.til IS NULL OR t.til > statement_timestamp())
  AND NOT EXISTS (SELECT FROM bekymring_sperre s
                  WHERE s.sak_id = t.sak_id AND s.bruker_id = t.user_id AND s.til IS NULL)
"""
SER_SAKER = [
    "slt",
    "slt2",
    "politi",
    "kjerneleder",
    "kjerne.helse",
    "kjerne.barnevern",
    "kjerne.vgs",
    "laerer",
    "mentor",
]
TILFELDIG = re.compile(r'value="[^"]{30,}"|kl\. \d\d\.\d\d|\d+ sekunder|\d+ minutt')


@dataclass(frozen=True)
class Side:
    rute: str
    url: str


def alle_sider() -> list[Side]:
    """Every address of the matrix that can be read, with every object it can point at."""
    funnet: dict[str, Side] = {}
    for modul in pkgutil.iter_modules(rader.__path__):
        verden = Verden()
        for rad in importlib.import_module(f"{rader.__name__}.{modul.name}").RADER:
            for objekt in rad.objekter if "GET" in rad.metoder else ():
                husket = dict(verden._husket)
                try:
                    with transaction.atomic():
                        url = adresse(rad, objekt.argumenter(verden))
                except ValidationError:  # two drafts of the plan cannot stand side by side
                    assert rad.rute.startswith("tiltak/"), rad.rute
                    verden._husket = husket
                    continue
                funnet.setdefault(url, Side(rad.rute, url))
    return list(funnet.values())


def merk(saker, par=lambda sak, sone: True) -> dict[str, tuple]:
    """A text and an event with a word of its own in each zone that `par` chooses."""
    av, merker = bruker("slt2"), {}
    for sak, sone in ((sak, sone) for sak in saker for sone in TEKSTSONER if par(sak, sone)):
        merke = f"MERKE{len(merker):04d}X"
        with som(av):
            tekst = skriv_tekst(av=av, sak=sak, sone=sone, art=Tekstart.VURDERING, innhold=merke)
            skriv_hendelse(av=av, sak=sak, sone=sone, art=Hendelseart.VURDERING, tekst=tekst)
        merker[merke] = (sak.pk, str(sone))
    return merker


@contextmanager
def rigg_igjen():
    """The `rigg` fixture opens once; here it is needed for each persona."""
    sql("SET ROLE hp_rigg")
    yield
    sql("SET ROLE hp_web")


def inn(navn) -> Client:
    klient = Client()
    klient.force_login(bruker(navn), backend=BACKEND)
    return klient


def les(klient, url) -> tuple[int, str]:
    """Status and everything that can be read in the answer: words, cells, headers."""
    with transaction.atomic():
        svar = klient.get(url)
        kropp = b"".join(svar) if svar.streaming else svar.content
        transaction.set_rollback(True)
    art = svar.get("Content-Type", "")
    if "pdf" in art and b"startxref" in kropp:  # a made-up attachment is not a whole document: read as it is
        tekst = "\n".join(side.extract_text() for side in PdfReader(io.BytesIO(kropp)).pages)
    elif "spreadsheet" in art:
        ark = load_workbook(io.BytesIO(kropp))
        tekst = "\n".join(str(celle) for side in ark for rad in side.iter_rows(values_only=True) for celle in rad)
    else:
        tekst = kropp.decode(errors="replace")
    return svar.status_code, tekst + str(sorted(svar.headers.items()))


# What each must meet of what could leak, or the test shows nothing.
SER_SONER = {
    "slt": {Sone.FELLES},
    "politi": {Sone.FELLES, Sone.POLITI},
    "kjerne.helse": {Sone.FELLES, Sone.HELSE},
    "kjerne.barnevern": {Sone.FELLES, Sone.BARNEVERN},
    "kjerneleder": {Sone.FELLES, Sone.SKOLE},
}


@pytest.fixture
def angres(sider) -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.mark.usefixtures("angres")
@pytest.mark.parametrize("navn", PERSONER)
def test_nobody_reads_a_marker_of_a_zone_they_do_not_hold(sider, navn):
    with rigg_igjen():
        saker = list(Sak.objects.all())
        merker = merk(saker)
        holder = {(sak, sone) for sak, sone in sql(LESER, navn)}
    rute = "bekymring/<str:ref>/"
    sakssider = [Side(rute + s, f"/bekymring/{sak.ref}/{s}") for sak in saker for s in ("", "oppsummering/", "innsyn/")]
    klient, lekkasjer, sett = inn(navn), [], set()
    for side in {side.url: side for side in [*sider, *sakssider]}.values():
        _status, tekst = les(klient, side.url)
        funnet = {merker[merke] for merke in re.findall(r"MERKE\d{4}X", tekst)}
        sett |= {sone for _sak, sone in funnet}
        lekkasjer += [(navn, side.rute, sone) for _sak, sone in funnet - holder]
    assert lekkasjer == []
    assert sett >= SER_SONER.get(navn, set()), "there was nothing to leak"


@pytest.mark.usefixtures("angres")
@pytest.mark.parametrize("navn", SER_SAKER)
def test_what_lies_in_foreign_zones_leaves_no_trace_on_any_page(sider, navn):
    """Counts, order, dates and words are the same with and without it."""
    with rigg_igjen():
        saker = list(Sak.objects.all())
        holder = {(sak, sone) for sak, sone in sql(LESER, navn)}
    klient = inn(navn)
    uten = {
        side.url: les(klient, side.url)
        for side in sider
        if side.rute.startswith(("bekymring/", "kjernegruppe/")) or not side.rute
    }
    with rigg_igjen():
        assert merk(saker, lambda sak, sone: sone != Sone.FELLES and (sak.pk, str(sone)) not in holder)
    for url, (status, tekst) in uten.items():
        if status == 200:
            na = les(klient, url)
            assert (url, na[0], *forskjell(tekst, na[1])) == (url, 200)


def forskjell(en: str, annen: str) -> list[str]:
    """Lines of one that the other has not, but for what is new in every answer."""
    return sorted(set(TILFELDIG.sub("", en).splitlines()) ^ set(TILFELDIG.sub("", annen).splitlines()))
