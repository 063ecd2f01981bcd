"""A marker in every zone of every case; every persona at every address they can reach, PDF and files included.

Nobody reads a marker of a zone they do not hold, and what lies there leaves no trace: the page is the same, word for
word, with and without it (beslutninger 4, vern.md B3).
"""

import importlib
import io
import pkgutil
import re
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

from .test_matrise import BACKEND, adresse

pytestmark = pytest.mark.django_db
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
TILFELDIG = re.compile(r'value="[^"]{30,}"|kl\. \d\d\.\d\d|\d+ sekunder')


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
    for sak in saker:
        for sone in TEKSTSONER:
            if par(sak, sone):
                merke = f"MERKE{len(merker):04d}X"
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


def test_nobody_reads_a_marker_of_a_zone_they_do_not_hold():
    sider = alle_sider()
    with rigg_igjen():
        saker = list(Sak.objects.all())
        merker = merk(saker)
        holder = {navn: {(sak, sone) for sak, sone in sql(LESER, navn)} for navn in PERSONER}
    rute = "bekymring/<str:ref>/"
    sider += [Side(rute + s, f"/bekymring/{sak.ref}/{s}") for sak in saker for s in ("", "oppsummering/", "innsyn/")]
    lekkasjer, sett = [], set()
    for navn in PERSONER:
        klient = inn(navn)
        for side in sider:
            _status, tekst = les(klient, side.url)
            funnet = {merker[merke] for merke in re.findall(r"MERKE\d{4}X", tekst)}
            sett |= {sone for _sak, sone in funnet}
            lekkasjer += [(navn, side.rute, sone) for sak, sone in funnet - holder[navn]]
    assert lekkasjer == []
    assert sett >= {Sone.FELLES, Sone.POLITI, Sone.HELSE, Sone.BARNEVERN, Sone.SKOLE}  # there was something to leak


def test_what_lies_in_foreign_zones_leaves_no_trace_on_any_page():
    """Counts, order, dates and words are the same with and without it."""
    sider = [side for side in alle_sider() if side.rute.startswith(("bekymring/", "kjernegruppe/")) or not side.rute]
    with rigg_igjen():
        saker = list(Sak.objects.all())
    for navn in SER_SAKER:
        klient = inn(navn)
        uten = {side.url: les(klient, side.url) for side in sider}
        with transaction.atomic():
            with rigg_igjen():
                holder = {(sak, sone) for sak, sone in sql(LESER, navn)}
                assert merk(saker, lambda sak, sone: sone != Sone.FELLES and (sak.pk, str(sone)) not in holder)  # noqa: B023
            for url, (status, tekst) in uten.items():
                if status == 200:
                    na = les(klient, url)
                    assert (navn, url, na[0], *forskjell(tekst, na[1])) == (navn, url, 200)
            transaction.set_rollback(True)


def forskjell(en: str, annen: str) -> list[str]:
    """Lines of one that the other has not, but for what is new in every answer."""
    return sorted(set(TILFELDIG.sub("", en).splitlines()) ^ set(TILFELDIG.sub("", annen).splitlines()))
