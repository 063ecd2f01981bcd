"""Every field of every form on the pages of the matrix: its keyboard, and the order of its choices.

The pages are those the addresses lead to (tests/access/rader); a form or a kind of field that nobody has decided on
fails here.
"""

import importlib
import pkgutil
from collections.abc import Iterator
from contextlib import contextmanager
from html.parser import HTMLParser
from typing import Any

import pytest
from allauth.account.fields import PasswordField, SetPasswordField
from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from django.test import Client
from django.test.signals import template_rendered

from brukere.models import Bruker
from felles.skjema import BrukernavnFelt, DatoFelt, Grunn, KlokkeFelt, TekstFelt, TelefonFelt
from felles.sortering import nokkel
from felles.tastatur import EpostFelt, NettadresseFelt, TallFelt
from samarbeid.choices import Aktortype
from samarbeid.models import Aktor
from tests.access import rader
from tests.access.matrise import Verden
from tests.access.test_matrise import adresse
from tests.conftest import PERSONER
from tests.factories.rapporter import forbi_veggene
from tests.factories.saker import bruker
from tiltak.forms.innhold import DokumentFelt

pytestmark = pytest.mark.django_db
Attrs = dict[str, str]
ORDRETT = {"autocapitalize": "none", "autocorrect": "off", "spellcheck": "false"}
# By kind of field: what its input must say. A kind that is not here has not been decided on.
TASTATUR: dict[type[forms.Field], Attrs] = {
    TelefonFelt: {"type": "tel", "autocomplete": "tel"},
    EpostFelt: ORDRETT | {"type": "email", "inputmode": "email"},
    NettadresseFelt: ORDRETT | {"type": "text", "inputmode": "url"},
    BrukernavnFelt: ORDRETT | {"type": "text", "autocomplete": "username"},
    TallFelt: {"type": "text", "inputmode": "numeric"},
    DatoFelt: {"type": "text", "inputmode": "text", "autocomplete": "off"},
    KlokkeFelt: {"type": "text", "inputmode": "decimal", "autocomplete": "off"},
    PasswordField: {"type": "password"},
    SetPasswordField: {"type": "password", "autocomplete": "new-password"},
    TekstFelt: {},
    forms.CharField: {},
    forms.BooleanField: {"type": "checkbox"},
    forms.FileField: {"type": "file"},
    DokumentFelt: {"type": "file"},
}
VALG = (forms.ChoiceField, forms.ModelChoiceField)
# What is asked for by these names is of a kind, whatever form asks.
NAVN = {
    "telefon": TelefonFelt,
    "epost": EpostFelt,
    "nettsted": NettadresseFelt,
    "brukernavn": BrukernavnFelt,
    "fodselsar": TallFelt,
    "ar": TallFelt,
    "utgave": TallFelt,
    "klokka": KlokkeFelt,
    "dato": DatoFelt,
    "frist": DatoFelt,
}
# Choosers in an order of their own, and which it is. What is not here stands as Norwegian sorts.
I_EGEN_ORDEN = {
    "AvtalSamtale.deltakere": "from those nearest to the person",
    "AvsluttTilgang.hva": "the whole first, then its parts",
    "GiTilgang.rolle": "from the most people to the fewest",
    "Gjenapningsskjema.dager": "from the shortest",
    "InnhentingSkjema.tiltak": "by number",
    "KoblingSkjema.til": "by number",
    "Proveskjema.videre": "the way a case goes",
    "AvlosSamtykke.givere": "the person first, then those with parental responsibility",
    "SamtykkeSkjema.givere": "the person first, then those with parental responsibility",
}


class Inndata(HTMLParser):
    """Every input of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.alle: list[Attrs] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "input":
            self.alle.append({navn: verdi or "" for navn, verdi in attrs})


@contextmanager
def tegnede() -> Iterator[dict[str, Grunn]]:
    """The forms drawn meanwhile, by class."""
    sett: dict[str, Grunn] = {}

    def husk(sender: Any, context: Any, **mer: Any) -> None:
        for verdi in context.flatten().values():
            skjema = getattr(verdi, "form", verdi)
            if isinstance(skjema, Grunn):
                sett.setdefault(type(skjema).__name__, skjema)

    template_rendered.connect(husk)
    yield sett
    template_rendered.disconnect(husk)


def sider() -> Iterator[tuple[str, str]]:
    """Each address that can be looked at, and one who may; the world of each row is undone after it."""
    for modul in pkgutil.iter_modules(rader.__path__):
        for rad in importlib.import_module(f"{rader.__name__}.{modul.name}").RADER:
            for objekt in rad.objekter if "GET" in rad.metoder else ():
                leser = next((p for p in PERSONER if p in rad.skrivere(objekt)), None)
                if leser is None:
                    continue
                try:
                    with transaction.atomic():
                        yield adresse(rad, objekt.argumenter(Verden())), leser
                        transaction.set_rollback(True)
                except ValidationError:
                    continue


def beskrevet(skjema: Grunn) -> Iterator[tuple[str, forms.Field, Attrs]]:
    for bundet in skjema.visible_fields():
        side = Inndata()
        side.feed(str(bundet.as_widget()))
        yield bundet.name, bundet.field, side.alle[0] if side.alle else {}


def feil_tastatur(skjema: Grunn) -> Iterator[str]:
    for navn, felt, attrs in beskrevet(skjema):
        sted = f"{type(skjema).__name__}.{navn}"
        slag = NAVN.get(navn)
        if slag and not isinstance(felt, slag):
            yield f"{sted} is no {slag.__name__}"
        if isinstance(felt, VALG):
            continue
        if type(felt) not in TASTATUR:
            yield f"{sted}: nobody has decided on {type(felt).__name__}"
            continue
        skal = TASTATUR[type(felt)]
        if wrong := {key: attrs.get(key) for key, verdi in skal.items() if attrs.get(key) != verdi}:
            yield f"{sted}: {wrong}, not {skal}"
        if "maxlength" in attrs:
            yield f"{sted}: what is pasted would be cut without a word"


def navnene(felt: Any) -> list[str]:
    """The names of what can be chosen, without the line for none."""
    return [str(navn) for verdi, navn in felt.choices if str(verdi) != ""]


def faste_valg(skjema: Grunn, navn: str) -> bool:
    """Choices of choices.py stand in the order they are written there: as the work goes, or from little to much."""
    felt = skjema.base_fields.get(navn)
    return type(felt) in (forms.ChoiceField, forms.MultipleChoiceField) and bool(navnene(felt))


def feil_orden(skjema: Grunn) -> Iterator[str]:
    for navn, felt, _attrs in beskrevet(skjema):
        sted = f"{type(skjema).__name__}.{navn}"
        if isinstance(felt, VALG) and not faste_valg(skjema, navn) and sted not in I_EGEN_ORDEN:
            rekke = navnene(felt)
            if rekke != sorted(rekke, key=nokkel):
                yield f"{sted}: {rekke[:6]}"


@pytest.fixture
def navn_som_skiller(db: None) -> None:
    """Names that only the Norwegian order puts right."""
    with forbi_veggene():
        for nr, navn in enumerate(("Ørn", "ærfugl", "Aasen skole", "ål", "zebra")):
            Aktor.objects.create(slug=f"orden-{nr}", navn=navn, type=Aktortype.ANNET)
        for username, navn in (("slt2", "Aase Zahl"), ("mentor", "ørjan Berg"), ("kjerne.helse", "Ærlig Moe")):
            Bruker.objects.filter(username=username).update(navn=navn)


def test_each_field_has_its_keyboard_and_each_chooser_its_order(navn_som_skiller: None) -> None:
    tastatur: set[str] = set()
    orden: set[str] = set()
    tall: set[str] = set()
    for url, leser in sider():
        klient = Client(raise_request_exception=False)
        klient.force_login(bruker(leser), backend="allauth.account.auth_backends.AuthenticationBackend")
        with tegnede() as skjemaer:
            svar = klient.get(url)
        for skjema in skjemaer.values():
            tastatur |= set(feil_tastatur(skjema))
            orden |= set(feil_orden(skjema))
        tall |= {url} if b'type="number"' in svar.content else set()
    assert (tastatur, orden, tall) == (set(), set(), set())


def test_the_log_in_asks_for_the_user_name_letter_for_letter() -> None:
    with tegnede() as skjemaer:
        Client().get("/logg-inn/")
    [attrs] = [attrs for navn, _felt, attrs in beskrevet(skjemaer["Innlogging"]) if navn == "login"]
    assert attrs.items() >= (ORDRETT | {"type": "text", "autocomplete": "username"}).items()


@pytest.mark.parametrize("skrevet", ["1200", "1 200", " 1\u00a0200 "])
def test_a_number_is_read_as_people_write_it(skrevet: str) -> None:
    assert TallFelt().clean(skrevet) == 1200


@pytest.mark.parametrize(
    ("skrevet", "melding"),
    [
        ("mange", "Skriv et helt tall, bare med sifre."),
        ("12 34", "Skriv et helt tall, bare med sifre."),
        ("12,5", "Skriv et helt tall, uten komma og punktum."),
        ("1.200", "Skriv et helt tall, uten komma og punktum."),
        ("-1", "Tallet kan ikke være mindre enn 0."),
        ("10000", "Tallet kan ikke være større enn 9999."),
        ("9" * 400, "Skriv et helt tall, bare med sifre."),
    ],
)
def test_what_is_no_number_is_answered_with_how_to_write_it(skrevet: str, melding: str) -> None:
    with pytest.raises(ValidationError) as feil:
        TallFelt(min_value=0, max_value=9999).clean(skrevet)
    assert feil.value.messages == [melding]
