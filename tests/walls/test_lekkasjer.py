"""No text of a case is anywhere but on the pages of those who may read it (R31, T14).

The demo's thirty cases are played through in a database of its own; every text in them, and some of ours, is a marker.
All personas crawl their pages, send spoilt forms and meet pages that break. Then everything that is kept is searched.
"""

import base64
import html
import io
import json
import logging
import re
import subprocess

import psycopg
import pytest
import redis
from django.conf import settings as innstillinger
from django.core import mail
from django.test import Client

from bekymring.services.utkast import lagre_utkast
from bekymring.tasks import publiser
from brukere.models import Okt
from demo.saker import lag_saker
from felles.logglinje import TryggLinje
from oppstart.postgres import find_binaries
from tests.access.test_matrise import BACKEND
from tests.conftest import PERSONER
from tests.factories.saker import bruker
from tests.pages.bekymring.skjema import felt
from tests.walls.conftest import datafiler, lag_saken
from tests.walls.test_egen_database import ALLE
from vern import krypto, nokler
from vern.kontekst import som

pytestmark = pytest.mark.urls("tests.walls.urls_lekk")
SKREVET = "MARKOR-SKREVET-I-ET-SKJEMA-SOM-IKKE-GIKK"
SOKT = "MARKOR-NAVNET-NOEN-SPURTE-OM"
UTKAST = "MARKOR-I-ET-UTKAST-SOM-VENTER"
KORTEST = 30  # shorter texts are words like any other
SIDER = 25


def alle_tekster(postgres, navn):
    """What a reader with every key would read."""
    with psycopg.connect(postgres.dsn("postgres", navn)) as link:
        rader = link.execute("SELECT id, sak_id, sone, innhold FROM bekymring_tekst").fetchall()
    ring = nokler.hent({(sak, sone) for _, sak, sone, _ in rader})
    tekster = {
        krypto.apne(ring[sak, sone], innhold, krypto.sted(sak, sone, "tekst", "innhold", pk))
        for pk, sak, sone, innhold in rader
    }
    return {linje.strip() for tekst in tekster for linje in tekst.splitlines() if len(linje.strip()) >= KORTEST}


# Forms of the case part. What a kjernegruppe is called stands in the open, as names in the registry do.
FORTROLIG = re.compile(r"/bekymring|/kjerne(?!gruppe/(?:ny|\d+/endre)/)")


class Gang:
    """One persona's walk: what was outside the pages' own content."""

    def __init__(self, hvem):
        self.klient = Client(raise_request_exception=False)
        self.klient.force_login(bruker(hvem), backend=BACKEND)
        self.utenpa, self.innhold, self.statuser = [], [], set()

    def noter(self, svar):
        self.statuser.add(svar.status_code)
        self.utenpa += [svar.request["PATH_INFO"], svar.request["QUERY_STRING"], str(sorted(svar.headers.items()))]
        tekst = svar.content.decode(errors="replace")
        self.utenpa += re.findall(r"<title>(.*?)</title>", tekst, re.DOTALL)
        self.utenpa += re.findall(r'(?:href|src|action)="([^"]*)"', tekst)
        self.innhold.append((svar.status_code, tekst))
        return tekst

    def ga(self):
        ko = ["/", "/bekymring/", "/personvern/mine-oppslag/", "/personvern/logg/"]
        sett, gatt = set(ko), 0
        while ko and gatt < SIDER:
            url, gatt = ko.pop(0), gatt + 1
            svar = self.klient.get(url)
            tekst = self.noter(svar)
            if svar.status_code == 200 and 'method="post"' in tekst and FORTROLIG.match(url):
                self._send_odelagt(url, svar)
            lenker = re.findall(r'<a [^>]*href="(/[^"#]*)"', tekst)
            nye = [u for u in dict.fromkeys(lenker) if u not in sett and not u.startswith(("/logg", "/static"))]
            sett.update(nye)
            ko = sorted({*ko, *nye}, key=lambda u: not u.startswith(("/bekymring", "/kjerne")))  # the cases first

    def _send_odelagt(self, url, svar):
        """The page's own form with our words in it and something wrong in every other field."""
        data = {navn: [SKREVET] for navn in felt(svar) if navn not in ("nokkel", "versjon")}
        self.noter(self.klient.post(url, data | {"dato": "31.31.31", "frist": SKREVET}))


def verdien(link, nokkel):
    art = link.type(nokkel)
    if art == b"hash":
        return [x for par in link.hgetall(nokkel).items() for x in par]
    if art in (b"list", b"zset"):
        return (link.lrange if art == b"list" else link.zrange)(nokkel, 0, -1)
    return link.smembers(nokkel) if art == b"set" else [link.get(nokkel)]


def i_valkey():
    """Every key and value, messages of the queue read to their arguments."""
    funnet = []
    for base in (0, 1):
        with redis.Redis(unix_socket_path=innstillinger.REDIS_URL.removeprefix("unix://"), db=base) as link:
            for nokkel in link.scan_iter():
                funnet += [nokkel, *verdien(link, nokkel)]
    return b"\n".join(funnet + [base64.b64decode(json.loads(v)["body"]) for v in funnet if v.startswith(b'{"body"')])


def lekker(markorer, sted):
    """The markers that stand there, plainly, in HTML or in JSON."""
    data = sted if isinstance(sted, bytes) else sted.encode()
    former = {m: {m.encode(), html.escape(m).encode(), json.dumps(m)[1:-1].encode()} for m in markorer}
    return [m for m in markorer if any(form in data for form in former[m])]


@pytest.fixture
def tjenerlogg():
    """What the settings' own handler would have written."""
    ut = io.StringIO()
    handler = logging.StreamHandler(ut)
    handler.setFormatter(TryggLinje(innstillinger.LOGGING["formatters"]["linje"]["format"]))
    logging.getLogger().addHandler(handler)
    yield ut
    logging.getLogger().removeHandler(handler)


def test_no_text_of_a_case_is_kept_anywhere_in_the_open(egen_database, settings, tjenerlogg):
    postgres, navn = egen_database
    settings.ADMINS = [("Drift", "drift@example.no")]
    lag_saker()
    sak = lag_saken()
    with som(bruker("politi")):
        lagre_utkast(av=bruker("politi"), skjema="melding", data={"observasjon": UTKAST})
    markorer = alle_tekster(postgres, navn) | ALLE | {SKREVET, UTKAST, SOKT}
    assert len(markorer) > 50
    loggstart = postgres.log.stat().st_size

    # When some pages break, and everybody walks through what they see
    ganger = {hvem: Gang(hvem) for hvem in PERSONER}
    politi = ganger["politi"]
    for side in ("ord", "sql", "rad"):
        politi.noter(svar := politi.klient.get(f"/lekk/{side}/{sak.ref}/"))
        assert svar.status_code in (500, 503), side
    politi.klient.get("/bekymring/MARKOR-I-EN-ADRESSE/")  # told in the log of refusals, and only there
    spurt = {"navn": SOKT, "fodselsar": "2010", "formal": "ny_melding"}
    ganger["slt"].noter(svar := ganger["slt"].klient.post("/bekymring/personsok/", spurt))
    assert "Ingen av dine saker" in svar.content.decode()
    ganger["slt"].noter(ganger["slt"].klient.post("/bekymring/personsok/", spurt | {"formal": ""}))
    politi.noter(politi.klient.post("/bekymring/meld/", {"observasjon": f"{SKREVET}\0"}))
    for gang in ganger.values():
        gang.noter(gang.klient.get(f"/bekymring/{sak.ref}/"))
    for gang in ganger.values():  # the forms they send on the way may end what they see
        gang.ga()
    publiser.delay()

    # Then there was something to leak: the texts stand on the pages of those who may read them
    vist = {hvem: lekker(markorer, "\n".join(tekst for _, tekst in g.innhold)) for hvem, g in ganger.items()}
    assert len(vist["slt"]) > 4 and SKREVET in vist["slt"]
    assert set(vist["fremmed"]) | set(vist["system"]) <= {SKREVET}
    assert 500 in ganger["politi"].statuser and 500 not in set().union(
        *(g.statuser for h, g in ganger.items() if h != "politi")
    )
    # and nothing did
    with psycopg.connect(postgres.dsn("postgres", navn)) as link:
        rader = link.execute("SELECT session_data FROM brukere_okt").fetchall()
    sesjoner = [Okt(session_data=data).get_decoded() for (data,) in rader]
    postgres.execute(navn, "CHECKPOINT")
    dump = [
        subprocess.run(
            [find_binaries() / "bin" / "pg_dump", "-h", postgres.socket, "-U", "postgres", base],
            capture_output=True,
            check=True,
        ).stdout
        for base in (navn, f"{navn}_nokler")
    ]
    steder = {
        "headers, addresses and titles": "\n".join(x for g in ganger.values() for x in g.utenpa).replace(
            SKREVET + "/", ""
        ),
        "pages that broke": "\n".join(t for g in ganger.values() for status, t in g.innhold if status >= 500),
        "the server log": tjenerlogg.getvalue(),
        "mail": "\n".join(str(brev.message()) for brev in mail.outbox),
        "Valkey: queue, arguments, cache": i_valkey(),
        "sessions": json.dumps(sesjoner, ensure_ascii=False, default=str),
        "PostgreSQL's log": postgres.log.read_bytes()[loggstart:],
        "the dump": dump[0],
        "the key store's dump": dump[1],
    }
    assert {sted: funnet for sted, data in steder.items() if (funnet := lekker(markorer, data))} == {}
    assert "500 GET /lekk/ord/<str:ref>/" in steder["the server log"]
    assert (
        "MARKOR-I-EN-ADRESSE" not in steder["the server log"]
        and "404 GET /bekymring/<str:ref>/" in tjenerlogg.getvalue()
    )
    assert sak.ref not in steder["the server log"] and sak.nummer not in steder["the server log"]
    assert b"publiser_tall" in steder["Valkey: queue, arguments, cache"] and len(sesjoner) >= len(PERSONER)
    assert b"bekymring_tekst" in steder["the dump"]
    filer = dict(datafiler(postgres, navn, f"{navn}_nokler"))
    assert any(sak.nummer.encode() in data for data in filer.values())
    assert {fil: funnet for fil, data in filer.items() if (funnet := lekker(markorer, data))} == {}
