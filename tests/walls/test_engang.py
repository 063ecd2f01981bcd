"""Every form that makes something makes it once: sent twice at the same moment, and once more after.

The forms are found on the pages of the matrix, and each class with a key must be met there. A form without a key is
sent alone first, and taken back: if it makes rows, it is tried like the others. What the two write to is held until
both have come as far as they can, so that they meet in every run and no clock decides it.
"""

import importlib
import pkgutil
import re
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from html import unescape
from http.cookies import SimpleCookie
from typing import Any
from uuid import uuid4

import psycopg
import pytest
from django import forms
from django.apps import apps
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, connections, transaction
from django.http import HttpResponse
from django.test import Client
from django.test.signals import template_rendered
from django.urls import resolve

from bekymring.choices import Opplysning
from bekymring.models import Delingsgrunnlag, Hjemmel
from bekymring.services.utkast import lagre_utkast
from demo import regi
from felles.dato import talldato
from felles.skjema import DatoFelt, MedNokkel, NokkelFelt
from felles.tid import idag
from samarbeid.models import Aktor
from tests.access import rader
from tests.access.matrise import Verden, ruter
from tests.access.rader.bekymring import _til_saksliste
from tests.access.test_matrise import adresse
from tests.conftest import PERSONER, koble_til, kopier_mal
from tests.factories.gjenapning import lukket_sak
from tests.factories.saker import bruker, lag_sak, sql
from tests.factories.tiltak import rapporter, utkast
from tests.pages.bekymring.skjema import _Felt
from tests.tjenere import tjenere
from tiltak.forms.rapportering import Statusfelt
from tiltak.models import MuligTiltak, Rullering
from tiltak.services.mulige import flytt
from tiltak.services.rullering import forkast
from vern import nokler
from vern.kontekst import som

ROM = ("felles", "brukere", "vern", "samarbeid", "tiltak", "bekymring", "rapport", "forside", "handlingsplan")
UTENOM = {"brukere_okt", "vern_innsyn", "vern_avvist"}  # sessions and the log of looks: a row for each request
Data = dict[str, Any]
Sider = list[tuple[str, list[str]]]  # addresses, each with those who may send
Sted = tuple[str, str]  # an address, and the persona who opens it


def klasser(av: type = MedNokkel) -> Iterator[type[MedNokkel]]:
    """Every form of the rooms that has a key, a base by its kinds. What the addresses lead to is imported with them."""
    ruter()
    for klasse in av.__subclasses__():
        egen = klasse.__module__.split(".")[0] in ROM and not klasse.__module__.startswith("felles.views")
        if egen and klasse is not Statusfelt:
            yield klasse
        yield from klasser(klasse)


def inn(hvem: str) -> Client:
    klient = Client(raise_request_exception=False)
    klient.force_login(bruker(hvem), backend="allauth.account.auth_backends.AuthenticationBackend")
    return klient


@contextmanager
def tegnede(hva: type = forms.BaseForm) -> Iterator[list[Any]]:
    """The forms drawn meanwhile, each once."""
    sett: dict[int, forms.BaseForm] = {}

    def husk(sender: Any, context: Any, **mer: Any) -> None:
        for verdi in context.flatten().values():
            skjema = getattr(verdi, "form", verdi)
            if isinstance(skjema, hva):
                sett[id(skjema)] = skjema

    tegnet: list[Any] = []
    template_rendered.connect(husk)
    yield tegnet
    template_rendered.disconnect(husk)
    tegnet += sett.values()


def lag_verden() -> list[tuple[str, list[str]]]:
    """Every address that shows a form, with those who may send it."""
    sider: dict[str, list[str]] = {}
    for modul in pkgutil.iter_modules(rader.__path__):
        verden = Verden()
        for rad in importlib.import_module(f"{rader.__name__}.{modul.name}").RADER:
            for objekt in rad.objekter if {"GET", "POST"} <= set(rad.metoder) else ():
                husket = dict(verden._husket)
                try:
                    with transaction.atomic():
                        url = adresse(rad, objekt.argumenter(verden))
                except ValidationError:  # two drafts of the plan cannot stand side by side
                    verden._husket = husket
                    continue
                sider.setdefault(url, [p for p in PERSONER if p in rad.skrivere(objekt)])
    return list(sider.items())


@pytest.fixture(scope="module")
def sider(django_db_setup: None, django_db_blocker: Any, worker_id: str) -> Iterator[Sider]:
    """The world of the matrix, committed in a database of its own; its pages."""
    name = f"engang_{worker_id}"
    postgres = kopier_mal(name)
    with django_db_blocker.unblock():
        koble_til(name)
        with transaction.atomic():
            laget = lag_verden()
        koble_til(f"test_{worker_id}")
    yield laget
    postgres.drop_databases(name, f"{name}_nokler")


@pytest.fixture(scope="module")
def funnet(sider: Sider, django_db_blocker: Any, worker_id: str) -> dict[type, Sted]:
    """Which page shows each form, and to whom."""
    sett: dict[type, Sted] = {}
    with django_db_blocker.unblock():
        koble_til(f"engang_{worker_id}")
        klienter = {hvem: inn(hvem) for hvem in PERSONER}
        for url, skrivere in sider:
            for hvem in skrivere[:2]:
                with tegnede(MedNokkel) as tegnet:
                    klienter[hvem].get(url)
                for skjema in tegnet:
                    sett.setdefault(type(skjema), (url, hvem))
                if tegnet:
                    break
        koble_til(f"test_{worker_id}")
    return sett


@contextmanager
def egen_kopi(worker_id: str) -> Iterator[None]:
    """What one form makes or ends is nothing the next one stands on."""
    name = f"engang_{worker_id}"
    postgres = kopier_mal(f"{name}_prove", name)
    koble_til(f"{name}_prove")
    try:
        yield
    finally:
        koble_til(f"test_{worker_id}")
        postgres.drop_databases(f"{name}_prove", f"{name}_prove_nokler")


@pytest.fixture
def egen_verden(funnet: dict[type, Sted], django_db_blocker: Any, worker_id: str) -> Iterator[None]:
    """A copy for each test."""
    with django_db_blocker.unblock(), egen_kopi(worker_id):
        yield


def om(dager: int) -> str:
    return talldato(idag() + timedelta(days=dager))


# --- What a page of the matrix does not show --------------------------------------------------------------------
def med_utkast() -> Sted:
    """The report, written and not sent."""
    felt = {"observasjon": "x", "kilde": "selv", "beskyttelse": "x", "aldersspenn": "13_15", "gjort": "x"}
    with som(laerer := bruker("laerer")):
        lagre_utkast(av=laerer, skjema="melding", data=felt | {"droftet": True, "nokkel": NokkelFelt.ny()})
    return "/bekymring/meld/se-over/", "laerer"


def konkludert(side: str, hvem: str) -> Callable[[], Sted]:
    """A case nobody has followed up yet."""

    def lag() -> Sted:
        sak = _til_saksliste()
        regi.konkluder(sak)
        return f"/bekymring/{sak.ref}/{side}/", hvem

    return lag


def noe_a_dele() -> Sted:
    sak = _til_saksliste()
    regi.gi_samtykke(sak, "barnevern", opplysninger=Opplysning.values)  # health too
    regi.vurder(sak, "kjerne.helse", "helse", "Sover bedre.")
    return f"/bekymring/{sak.ref}/deling/", "kjerne.helse"


def noe_a_godkjenne() -> Sted:
    rapporter(12, av="folkehelse")
    return "/tiltak/godkjenning/", "slt"


def mulig_a_vedta() -> Sted:
    for sett, overgang in enumerate(("vurder", "foresla")):
        with som(slt := bruker("slt")):
            mulig = MuligTiltak.objects.get(nr=2)
            flytt(av=slt, mulig=mulig, overgang=overgang, nokkel=uuid4(), sett=sett, begrunnelse="Slik er det.")
    return "/tiltak/mulige/2/vedta/", "slt"


def uten_utkast() -> Sted:
    with som(slt := bruker("slt")):
        for rad in Rullering.objects.utkast():
            forkast(av=slt, rullering=rad)
    return "/tiltak/rullering/", "slt"


def med_plan() -> Sted:
    if not Rullering.objects.utkast().exists():
        utkast()
    return "/tiltak/rullering/tiltak/ny/", "slt"


STEDER: dict[str, Callable[[], Sted]] = {
    "AvtalSamtale": konkludert("samtale", "politi"),
    "BegynnSkjema": uten_utkast,
    "DelOpplysninger": noe_a_dele,
    "MeldSeOver": med_utkast,
    "MentorSkjema": konkludert("mentor", "slt"),
    "Nodskjema": lambda: ("/bekymring/nodtilgang/", "politi"),
    "NyAktivitet": lambda: ("/tiltak/4/legg-til/aktivitet/?art=mote", "slt"),
    "NyttUtkasttiltak": med_plan,
    "VedtaSkjema": mulig_a_vedta,
    "VurderingSkjema": noe_a_godkjenne,
}


def sted(slug: str) -> str:
    return str(Aktor.objects.get(slug=slug).pk)


def til_barnevern() -> Data:
    """The ground of the case just made, as the one who shares sees it."""
    with som(bruker("kjerne.helse")):
        return {"grunnlag": str(Delingsgrunnlag.objects.filter(mottaker__slug="barnevern").latest("fra").pk)}


def lov_til_helse() -> Data:
    with som(bruker("slt")):
        hjemmel = Hjemmel.objects.get(kode="liv_helse")
    return {
        "mottaker": sted("helse"),
        "hjemmel": str(hjemmel.pk),
        "nodvendighet": "Det er fare for at noen blir skadet.",
    }


# What must be typed that `verdi` cannot know, by form.
SKREVET: dict[str, Callable[[], Data]] = {
    "DelOpplysninger": til_barnevern,
    "Gjenapningsskjema": lambda: {
        "nummer": lukket_sak().nummer,
        "leser": str(bruker("slt").pk),
        "soner": ["felles"],
        "begrunnelse": "Moren ber om å få se det som står.",
    },
    "GiTilgang": lambda: {"rolle": "saksansvarlig", "bruker": str(bruker("slt2").pk)},
    "GrunnlagSkjema": lov_til_helse,
    "Nodskjema": lambda: {"nummer": lag_sak().nummer, "begrunnelse": "Det haster, og ingen av dem svarer oss."},
    "NyKontakt": lambda: {"telefon": "33 00 00 00"},
    "NyKonto": lambda: {"brukernavn": "ny.konto"},
    "NyLenke": lambda: {"adresse": "https://www.example.no/", "dato": om(0)},
    "NyttBevis": lambda: {"tittel": "Kilden", "adresse": "https://www.example.no/", "legg_ved": "1"},
    "NyttUtkasttiltak": lambda: {"ansvar": Aktor.objects.gjeldende(idag())[0].navn},
    "NyttVedlegg": lambda: {"fil": b"%PDF-1.7\n%%EOF"},
    "RadSkjema": lambda: {"status": "i_rute", "gjort": "Noe"},
    "SamtykkeSkjema": lambda: {"mottakere": [sted("helse")]},
    "UnntakSkjema": lambda: {"begrunnelse": "Faren har truet familien, og de kan ikke spørre ham."},
    "VurderingSkjema": lambda: {"utfall": "godkjent"},
}


def verdi(felt: forms.Field, valg: list[str]) -> str:
    """Something that fits a field that must be filled in."""
    if valgt := next(filter(None, valg), ""):
        return valgt
    if isinstance(felt, DatoFelt):
        return om(7) if felt.fram_i_tid else om(0)
    if isinstance(felt, forms.IntegerField):
        return str(felt.min_value or 1)
    if isinstance(felt, forms.BooleanField):
        return "on"
    return "14.00" if "klokk" in type(felt).__name__.lower() else "Oppdiktet"


def fyll_ut(side: HttpResponse, skjema: MedNokkel) -> tuple[str, Data]:
    """Where the form is sent, and with what: what the page has filled in, and what must be there."""
    html = next(del_ for del_ in side.text.split("<form")[1:] if str(skjema["nokkel"].value()) in del_)
    leser = _Felt()
    leser.feed("<form" + html.partition("</form>")[0])
    data: Data = {navn: verdier for navn, verdier in leser.felt.items() if navn != "csrfmiddlewaretoken"}
    for navn, felt in skjema.fields.items():
        plass = skjema.add_prefix(navn)
        if felt.required and not any(data.get(plass, [])):
            data[plass] = verdi(felt, leser.valgene.get(plass, []))
    handling = re.search(r'action="([^"]*)"', html.partition(">")[0])
    mer = SKREVET.get(type(skjema).__name__, dict)()
    navngitt = {skjema.add_prefix(navn) if navn in skjema.fields else navn: verdi for navn, verdi in mer.items()}
    return handling[1] if handling else "", data | navngitt


def tabeller() -> list[str]:
    return sorted({m._meta.db_table for m in apps.get_models() if m._meta.app_label in ROM} - UTENOM)


def antall() -> dict[str, int]:
    """Rows in every table, past the walls."""
    sporring = " UNION ALL ".join(f"SELECT '{t}', count(*) FROM {t}" for t in tabeller())
    sql("SET ROLE hp_rigg")
    funnet = dict(sql(sporring))
    sql("SET ROLE hp_web")
    return funnet


def nytt(foer: dict[str, int]) -> dict[str, int]:
    return {tabell: n - foer[tabell] for tabell, n in antall().items() if n != foer[tabell]}


def samtidig(sendinger: list[Callable[[], HttpResponse]]) -> list[HttpResponse]:
    """All at once. They can read and lock what they like, and write when all have come as far as they can."""
    svar: list[Any] = [None] * len(sendinger)

    def send(nr: int) -> None:
        try:
            svar[nr] = sendinger[nr]()
        finally:
            nokler.lukk_forbindelse()
            connections.close_all()

    navn = connection.settings_dict["NAME"]
    venter = "SELECT count(DISTINCT pid) FROM pg_locks WHERE NOT granted AND pid <> pg_backend_pid()"
    with psycopg.connect(tjenere()[0].dsn("postgres", navn)) as vakt:
        vakt.execute(f"LOCK TABLE {', '.join(tabeller())} IN SHARE MODE")
        trader = [threading.Thread(target=send, args=(nr,)) for nr in range(len(sendinger))]
        for trad in trader:
            trad.start()
        while (lever := sum(trad.is_alive() for trad in trader)) and vakt.execute(venter).fetchone() != (lever,):
            time.sleep(0.01)
    for trad in trader:
        trad.join()
    return svar


def en_til(klient: Client) -> Client:
    """The same browser's other tab."""
    fersk = Client(raise_request_exception=False)
    fersk.cookies = SimpleCookie(klient.cookies.output(header="", sep=";"))
    return fersk


def kvittering(svar: HttpResponse) -> tuple[int, str]:
    """Where the sender ends, or what the page is about."""
    tittel = re.search(r"<h1[^>]*>(.*?)</h1>", svar.text, re.S)
    return svar.status_code, svar.get("Location") or (tittel[1].strip() if tittel else svar.text[:200])


@pytest.mark.usefixtures("egen_verden")
@pytest.mark.parametrize("klasse", list(klasser()), ids=lambda klasse: klasse.__name__)
def test_sent_twice_at_once_and_once_more_it_is_made_once_with_one_receipt(klasse, funnet):
    navn = klasse.__name__
    assert navn in STEDER or klasse in funnet, "no page of the matrix shows this form: say in STEDER where it stands"
    url, hvem = STEDER[navn]() if navn in STEDER else funnet[klasse]
    klient = inn(hvem)
    with tegnede(MedNokkel) as tegnet:
        side = klient.get(url)
    handling, data = fyll_ut(side, next(skjema for skjema in tegnet if type(skjema) is klasse))

    def send() -> HttpResponse:
        filer = {felt: SimpleUploadedFile("x.pdf", verdi) for felt, verdi in data.items() if isinstance(verdi, bytes)}
        return en_til(klient).post(handling or url, data | filer)

    foer = antall()
    with transaction.atomic():
        svar = send()
        alene = nytt(foer)
        transaction.set_rollback(True)
    assert alene, re.findall(r'href="#id_[^>]*>[^<]*', svar.text) or svar
    forste, andre = sorted(map(kvittering, samtidig([send, send])))
    assert (nytt(foer), andre) == (alene, forste)
    assert (kvittering(send()), nytt(foer)) == (andre, alene)


def sagt(svar: HttpResponse) -> tuple[int, list[str]]:
    """How it went, and what the form says is in the way."""
    return svar.status_code, re.findall(r'href="#id_[^>]*>[^<]*', svar.text)


@pytest.mark.usefixtures("egen_verden")
@pytest.mark.parametrize("klasse", list(klasser()), ids=lambda klasse: klasse.__name__)
def test_two_who_send_the_same_from_a_form_each_at_once_are_answered_as_one_after_the_other(klasse, funnet):
    """So one name or number is given to one, and the other hears it from the field, with all that was typed.

    Where the second would find another page afterwards, it may be told so in this one.
    """
    navn = klasse.__name__
    url, hvem = STEDER[navn]() if navn in STEDER else funnet[klasse]
    sendt = []
    for klient in (inn(hvem), inn(hvem)):
        with tegnede(MedNokkel) as tegnet:
            side = klient.get(url)
        handling, data = fyll_ut(side, next(skjema for skjema in tegnet if type(skjema) is klasse))
        sendt.append((klient, handling or url, data))

    def send(klient: Client, til: str, data: Data) -> HttpResponse:
        filer = {felt: SimpleUploadedFile("x.pdf", verdi) for felt, verdi in data.items() if isinstance(verdi, bytes)}
        return en_til(klient).post(til, data | filer)

    foer = antall()
    with transaction.atomic():
        etter_tur = sorted(sagt(send(*en)) for en in sendt)
        laget = nytt(foer)
        transaction.set_rollback(True)
    samtidige = sorted(map(sagt, samtidig([partial(send, *en) for en in sendt])))
    assert nytt(foer) == laget
    koder = {kode for kode, _melding in samtidige}
    assert koder <= {200, 302} | {kode for kode, _melding in etter_tur}
    if 200 in koder and any(melding for _kode, melding in etter_tur):
        assert samtidige == etter_tur


@pytest.mark.usefixtures("egen_verden")
def test_a_kjernegruppe_made_twice_at_once_is_one_with_one_receipt(funnet):
    """It has no key: its name is what there is one of."""
    klienter, foer = (inn("slt"), inn("slt")), antall()
    data = {"navn": "Ny gruppe", "omrade": ""}
    svar = samtidig([partial(klient.post, "/kjernegruppe/ny/", data) for klient in klienter])
    assert [kvittering(s) for s in svar] == [(302, "/kjernegruppe/")] * 2
    assert nytt(foer)["bekymring_kjernegruppe"] == 1


# --- Forms without a key ----------------------------------------------------------------------------------------
# A row for each edit and each search: they tell what was done, and twice is twice. The address of one's calendar is a
# new secret each time, and ends the one before: the database lets one hold.
SPOR = ("_historical", "bekymring_personsok", "brukere_kalenderadresse")


@dataclass(frozen=True)
class Sending:
    """A form as a page shows it, and one of its buttons."""

    til: str
    hvem: str
    data: dict[str, Any]

    @property
    def slag(self) -> tuple[str, ...]:
        """Two of one kind need not both be tried."""
        knapp = self.data.get("handling", "")
        sted = resolve(self.til)
        return sted.route, str(sted.kwargs.get("navn")), str(knapp), *sorted(self.data)

    def send(self, klient: Client, **mer: str) -> HttpResponse:
        return klient.post(self.til, self.data | mer)

    def virker(self, klient: Client) -> tuple[dict[str, int], bool]:
        """The rows it makes, which are taken back, and whether it is answered with a receipt."""
        foer = antall()
        with transaction.atomic():
            svar = self.send(klient)
            laget = nytt(foer)
            transaction.set_rollback(True)
        rader = {tabell: n for tabell, n in laget.items() if n > 0 and not any(navn in tabell for navn in SPOR)}
        return rader, svar.status_code == 302 and bool(laget)


def sendinger(url: str, hvem: str, klient: Client) -> Iterator[Sending]:
    """Every form of the page that has no key, filled in, once for each of its buttons."""
    with tegnede() as tegnet:
        side = klient.get(url)
    felter = {s.add_prefix(navn): felt for s in tegnet for navn, felt in s.fields.items()}
    for html in (del_.partition("</form>")[0] for del_ in side.text.split("<form")[1:]):
        hode = html.partition(">")[0]
        leser = _Felt()
        leser.feed("<form" + html)
        if 'method="post"' not in hode or any(navn.endswith("nokkel") for navn in leser.felt):
            continue
        data: Data = {navn: verdier for navn, verdier in leser.felt.items() if navn != "csrfmiddlewaretoken"}
        for navn in {*leser.felt, *leser.valgene} - {"csrfmiddlewaretoken"}:
            felt = felter.get(navn) or forms.CharField()
            if felt.required and not any(data.get(navn, [])):
                data[navn] = verdi(felt, leser.valgene.get(navn, []))
        til = re.search(r'action="([^"]*)"', hode)
        for knapp in re.findall(r"<button([^>]*)>", html) or [""]:
            egne = dict(re.findall(r'([\w-]+)="([^"]*)"', knapp))
            valgt = {egne["name"]: egne.get("value", "")} if "name" in egne else {}
            adresse_ = egne.get("formaction") or (til[1] if til else "") or url
            yield Sending(unescape(adresse_), hvem, data | valgt)


@pytest.fixture(scope="module")
def provd(sider: Sider, django_db_blocker: Any, worker_id: str) -> list[tuple[Sending, dict[str, int], bool]]:
    """The forms without a key, each kind once, with what they make and whether they give a receipt."""
    funnet: dict[tuple[str, ...], tuple[Sending, dict[str, int], bool]] = {}
    with django_db_blocker.unblock(), egen_kopi(worker_id):
        klienter = {hvem: inn(hvem) for hvem in PERSONER}
        for url, skrivere in sider:
            for hvem in skrivere[:2]:
                for sending in sendinger(url, hvem, klienter[hvem]):
                    if sending.slag not in funnet:
                        funnet[sending.slag] = sending, *sending.virker(klienter[hvem])
    return list(funnet.values())


@pytest.fixture(scope="module")
def uten_nokkel(provd: list[tuple[Sending, dict[str, int], bool]]) -> list[tuple[Sending, dict[str, int]]]:
    """The forms without a key that make rows."""
    return [(sending, laget) for sending, laget, _kvittert in provd if laget]


def feil(sending: Sending, alene: dict[str, int]) -> str:
    """What is wrong when it is sent twice at once and once more; nothing, if the second is harmless."""
    klient, foer = inn(sending.hvem), antall()
    svar = samtidig([partial(sending.send, en_til(klient)) for _nr in range(2)])
    svar.append(sending.send(en_til(klient)))
    laget = {tabell: n for tabell, n in nytt(foer).items() if tabell in alene}
    statuser = [s.status_code for s in svar]
    ok = laget == alene and max(statuser) < 500
    return "" if ok else f"{sending.til} {statuser} {laget} {alene}"


def test_a_form_without_a_key_that_makes_rows_makes_them_once(uten_nokkel, django_db_blocker, worker_id):
    feilene = []
    for sending, alene in uten_nokkel:
        with django_db_blocker.unblock(), egen_kopi(worker_id):
            feilene.append(feil(sending, alene))
    assert feilene
    assert "\n".join(filter(None, feilene)) == ""


def test_a_press_sent_twice_at_once_from_one_page_has_one_receipt(provd, django_db_blocker, worker_id):
    """Also where the first has moved the case on, or taken the page away; what one sends later is the same press."""
    merke = "1" * 64  # the token of one showing of the page
    feilene, igjen = [], [sending for sending, _laget, kvittert in provd if kvittert]
    while igjen:  # as many in one copy of the world as leave the others' pages as they are
        ventende = []
        with django_db_blocker.unblock(), egen_kopi(worker_id):
            for sending in igjen:
                klient = inn(sending.hvem)
                if not sending.virker(klient)[1]:
                    ventende.append(sending)
                    continue
                trykk = [partial(sending.send, en_til(klient), csrfmiddlewaretoken=merke) for _nr in range(3)]
                svar = [kvittering(s) for s in (*samtidig(trykk[:2]), trykk[2]())]
                if len(set(svar)) > 1 or svar[0][0] != 302:
                    feilene.append(f"{sending.til} {svar}")
        assert len(ventende) < len(igjen)
        igjen = ventende
    assert "\n".join(feilene) == ""


def test_a_form_that_looks_before_it_makes_is_found(uten_nokkel, monkeypatch, django_db_blocker, worker_id):
    [(sending, alene)] = [par for par in uten_nokkel if par[1] == {"tiltak_varseltekst": 1}]
    monkeypatch.setattr("tiltak.services.innhenting.vent_pa_tur", lambda hva: None)
    monkeypatch.setattr("felles.skjemaside._gjor_sist", lambda skjema, gjor: gjor())
    monkeypatch.setattr("felles.middleware.SammeKvittering.EGNE", set())
    with django_db_blocker.unblock(), egen_kopi(worker_id):
        assert "500" in feil(sending, alene)


@pytest.mark.usefixtures("egen_verden")
@pytest.mark.parametrize(
    ("hvem", "url", "data", "tabell"),
    [
        ("laerer", "/bekymring/meld/", {"utkast": "1", "observasjon": "Oppdiktet"}, "bekymring_utkast"),
        ("slt", "/tiltak/4/status/", {"utkast": "1", "gjort": "Oppdiktet"}, "tiltak_statusutkast"),
    ],
)
def test_a_draft_saved_twice_at_once_is_one_draft(hvem, url, data, tabell):
    klienter, foer = (inn(hvem), inn(hvem)), antall()
    svar = samtidig([partial(klient.post, url, data) for klient in klienter])
    assert max(s.status_code for s in svar) < 400
    assert nytt(foer)[tabell] == 1
