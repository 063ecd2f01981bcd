"""Every field one searches in, of whatever room, folds letters alike: who can't type Š finds it with s."""

import re
import unicodedata

import pytest
from django import forms

from brukere.forms import Brukerfilter
from felles.skjema import Filterskjema
from felles.views.galleri import Provefilter
from forside.sok import SokSkjema
from samarbeid.forms.register import AktorFilter
from samarbeid.models import Aktor
from tests.factories.saker import bruker
from tiltak.forms.rapportering import TiltakFilter
from tiltak.models import Tiltak

pytestmark = pytest.mark.django_db
NAVN = "Šiellelag Łódź på Ånnerød, Aasen"
FELT = {
    SokSkjema: ("/sok/", "q", "slt"),
    AktorFilter: ("/samarbeid/", "q", "slt"),
    Brukerfilter: ("/brukere/", "q", "system"),
    TiltakFilter: ("/tiltak/", "sok", "slt"),
}


def filtre(klasse=Filterskjema):
    for under in klasse.__subclasses__():
        yield from (under, *filtre(under))


def er_fritekst(felt):
    return isinstance(felt, forms.CharField) and isinstance(felt.widget, forms.TextInput)


@pytest.fixture
def navnet(rigg):
    """One row for each field to find, its name in pieces as an older row may have it."""
    navn = unicodedata.normalize("NFD", NAVN)
    with rigg:
        Aktor.objects.create(slug="x-lag", navn=navn, type="frivillig")
        konto = bruker("laerer")
        konto.navn = navn
        konto.save()
        Tiltak.objects.filter(nr=4).update(tittel=navn)


def test_all_fields_one_searches_in_are_tried_here():
    ours = (filter for filter in filtre() if filter.__module__.split(".")[0] != "tests")
    found = {filter for filter in ours if any(map(er_fritekst, filter.base_fields.values()))}
    assert found == {*FELT, Provefilter}, "the gallery's searches nothing"


@pytest.mark.parametrize("sporsmal", ["siellelag", "ŠIELLE", "lodz", "ånneröd", "Åsen lodz", "aasen"])
@pytest.mark.parametrize("filter", FELT)
def test_a_name_is_found_however_it_is_typed(som, navnet, filter, sporsmal):
    url, felt, hvem = FELT[filter]
    main = som(hvem).get(url, {felt: sporsmal}).text.split("<main", 1)[1]
    assert "Šiellelag" in unicodedata.normalize("NFC", re.sub("</?mark>", "", main))


@pytest.mark.parametrize("filter", [AktorFilter, Brukerfilter, TiltakFilter])
def test_a_letter_of_our_own_is_not_its_neighbour(som, navnet, filter):
    url, felt, hvem = FELT[filter]
    assert "iellelag" not in som(hvem).get(url, {felt: "Annerod"}).text
