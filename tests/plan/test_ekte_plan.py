"""The real document, where it is at hand: `--plan FIL`. It must agree with the fixtures in everything."""

import re
from io import StringIO

import pytest
from django.core.management import call_command

from tiltak.models import Plan, Tiltak
from tiltak.planleser import finn_feil, les_fil, les_plan
from tiltak.services.importering import vurder

pytestmark = [pytest.mark.ekte_plan, pytest.mark.django_db(databases=["default", "eier"])]


@pytest.fixture
def lesing(planfil):
    return les_plan(les_fil(planfil))


def test_every_line_is_accounted_for(lesing, planfil):
    assert lesing.ukjente == []
    assert len(lesing.linjer) == len(planfil.read_text().splitlines())
    assert finn_feil(lesing) == []


def test_eighteen_tiltak_in_four_areas_and_nine_possible(lesing):
    areas = [sum(t.omrade == omrade.nr for t in lesing.tiltak) for omrade in lesing.omrader]
    assert areas == [7, 4, 4, 3]
    assert [t.nr for t in lesing.tiltak] == list(range(1, 19))
    assert len(lesing.mulige) == 9


def test_the_reading_agrees_with_the_fixtures_for_all(lesing):
    """Titles, overview, areas, labels, parties in order with units and roles, footnotes, possible tiltak."""
    assert vurder(lesing).hindringer == []


def test_facts_outside_the_tiltak_agree_too(lesing):
    plan = Plan.objects.gjeldende()
    vedtak = plan.vedtak.get()
    assert lesing.signatarer == plan.signatarer
    assert (lesing.vedtak.organ, lesing.vedtak.dato) == (vedtak.organ, vedtak.dato)
    notes = [(f.nr, f.forkortelse, f.tekst, f.tiltak, f.har_merke) for f in lesing.fotnoter]
    assert notes == list(plan.fotnoter.values_list("nr", "forkortelse", "tekst", "tiltak__nr", "har_merke"))


def test_only_tiltak_11_lacks_its_colon_and_only_tiltak_2_is_shortened(lesing):
    assert [t.nr for t in lesing.tiltak if not t.har_kolon] == [11]
    assert [t.nr for t in lesing.tiltak if lesing.oversikt[t.nr] != t.tittel] == [2]


def test_no_word_is_left_broken_and_none_is_lost(lesing, planfil):
    """All letters of the tiltak's pages are in what was read, in order, when white space and hyphens are set aside."""

    def letters(text: str) -> str:
        return "".join(c for c in text if c.isalpha())

    whole = letters(planfil.read_text())
    for tiltak in lesing.tiltak:
        assert letters(tiltak.ordlyd) in whole, tiltak.nr
        assert not re.search(r"\w- (?!og )", tiltak.ordlyd), tiltak.nr


def test_writing_brings_in_the_full_wording(planfil):
    call_command("importer_plan", str(planfil), skriv=True, stdout=StringIO())
    assert not Tiltak.objects.using("eier").filter(ordlyd="").exists()
    assert not Plan.objects.using("eier").gjeldende().avsnitt.filter(ordlyd="").exists()
    out = StringIO()
    call_command("importer_plan", str(planfil), stdout=out)
    assert "Alt i fila er alt registrert" in out.getvalue()
