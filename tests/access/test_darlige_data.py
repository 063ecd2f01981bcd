"""Whatever is typed or sent, at every address: an answer in plain words or a 404, never a fault (B5).

The rows of the matrix give the addresses and who may use them. Each page's own form is read, and one field at a time
is spoilt. A fixed seed picks the sample; `--alt` sends ten times as much.
"""

import random
import re

import pytest
from django.core.cache import cache
from django.db import transaction
from django.test import Client

from tests.access.matrise import Verden
from tests.conftest import PERSONER
from tests.factories.saker import bruker
from tests.pages.bekymring.skjema import felt

from .test_matrise import BACKEND, adresse, alle_rader

PER_ADRESSE, PER_ADRESSE_ALT = 6, 60
STOR = str(10**30)
VERDIER = {
    "tom": "",
    "mellomrom": " \t\n ",
    "nul": "a\0b",
    "1 MB": "x" * 1_000_000,
    "emoji": "👩‍👩‍👧‍👦🇳🇴",
    "kontrolltegn": "\x01\x1b\u202e\ufeff\ud7ff\ufffe",
    "30. februar": "30.02.2026",
    "år 1": "01.01.0001",
    "år 9999": "31.12.9999",
    "desember 1899": "1899-12-31",
    "stort tall": STOR,
    "negativt": "-1",
    "2**31": str(2**31),
    "2**63": str(2**63),
    "nan": "NaN",
    "arabiske tall": "٣",
    "opphøyd": "²",
    "uuid": "00000000-0000-0000-0000-000000000000",
    "sti": "../../etc/passwd",
    "html": "<script>alert(1)</script>",
    "sql": "'; DROP TABLE x; --",
    "prosent": "%s %(x)s {0} {{ x }}",
    "komma": "1,5",
    "klokka": "25.61",
}
SPORSMAL = ("page", "side", "etter", "eldre", "ar", "utgave", "vis", "status", "omrade", "sort", "q", "next", "type")


def _klient(hvem):
    klient = Client()
    klient.force_login(bruker(hvem), backend=BACKEND)
    return klient


def _send(klient, metode, url, data=None, **mer):
    """One request, undone. A fault in the view is raised here; a held-back answer shows as 503."""
    kjeks = dict(klient.cookies)
    cache.clear()
    with transaction.atomic():
        svar = klient.get(url, data, **mer) if metode == "GET" else klient.post(url, data, **mer)
        transaction.set_rollback(True)
    klient.cookies.clear()
    klient.cookies.update(kjeks)
    return svar


def _forsok(skjema, spørsmål=SPORSMAL):
    """All that will be tried at one address: (what, method, data)."""
    for navn in spørsmål:
        for merke, verdi in VERDIER.items():
            if merke != "1 MB":
                yield f"?{navn}={merke}", "GET", {navn: verdi}
    for navn in skjema:
        for merke, verdi in VERDIER.items():
            yield f"{navn}={merke}", "POST", skjema | {navn: verdi}
        yield f"{navn} to ganger", "POST", skjema | {navn: ["1", "x"]}
        yield f"uten {navn}", "POST", {k: v for k, v in skjema.items() if k != navn}


@pytest.mark.django_db
@pytest.mark.parametrize(
    "rad", [rad for rad in alle_rader() if not rad.rute.startswith("helse/")], ids=lambda rad: rad.rute or "/"
)
def test_spoilt_input_never_makes_a_fault(rad, pytestconfig):
    antall = PER_ADRESSE_ALT if pytestconfig.getoption("--alt", default=False) else PER_ADRESSE
    verden, rng, avvik = Verden(), random.Random(rad.rute), []
    for objekt in rad.objekter:
        lesere = [p for p in PERSONER if p in rad.lesere(objekt)]
        if not lesere:
            continue
        url, klient = adresse(rad, objekt.argumenter(verden)), _klient(rng.choice(lesere))
        skjema = {}
        if "GET" in rad.metoder:
            side = _send(klient, "GET", url)
            if side.status_code == 200 and "html" in side.get("Content-Type", ""):
                skjema = felt(side) | _valg(side)
        if "POST" in rad.metoder:
            skjema = skjema or {"versjon": "1", "handling": "x"}
        alt = list(_forsok(skjema if "POST" in rad.metoder else {}))
        for hva, metode, data in rng.sample(alt, min(antall, len(alt))):
            try:
                status = _send(klient, metode, url, data).status_code
            except Exception as feil:
                status = f"{type(feil).__name__}: {str(feil)[:120]}"
            if not isinstance(status, int) or status >= 500:
                avvik.append(f"{url} {hva}: {status}")
    assert avvik == []


def _valg(side):
    """Every name of a control on the page with a first choice, so that a form is nearly right but for one field."""
    funnet = {}
    for treff in re.finditer(r"<(?:input|select|textarea)[^>]*\bname=\"([a-z_0-9-]+)\"[^>]*>", side.content.decode()):
        verdi = re.search(r'\bvalue="([^"]*)"', treff[0])
        if treff[1] != "csrfmiddlewaretoken" and treff[1] not in funnet:
            funnet[treff[1]] = verdi[1] if verdi else "Noe"
    return dict(funnet.items())
