"""What the koordinator may correct under an adopted tiltak, what stands as adopted, and what the history keeps."""

import re

import pytest
from django.db import ProgrammingError, transaction

from tests.factories.tiltak import ny_utgave, person, tiltak
from tiltak.models import Tiltak
from tiltak.services.egne import versjon
from tiltak.services.vurdering import sett_viktig
from vern.kontekst import som as som_bruker

pytestmark = pytest.mark.django_db
SIDE = "/tiltak/8/opplysninger/"


def utfylt(client) -> dict[str, object]:
    """The form as a browser sends it when nobody has touched it."""
    text = client.get(SIDE).text
    row = tiltak(8)
    return {
        "versjon": re.search(r'name="versjon" value="([^"]*)"', text)[1],
        "sammendrag": row.sammendrag,
        "type": row.type,
        "prinsipper": re.findall(r'name="prinsipper" value="(\d+)"[^>]* checked', text),
        "fokusomrader": re.findall(r'name="fokusomrader" value="(\d+)"[^>]* checked', text),
    }


def test_links_and_summary_are_corrected_and_the_history_says_who(som):
    # Given the form as it stands
    client, plan = som("slt"), tiltak(8).plan
    data = utfylt(client)
    assert data["prinsipper"] == [str(one.pk) for one in tiltak(8).prinsipper.all()] != []
    # When Kari ties it to one principle alone, to all focus areas, and rewords the summary
    kept, dropped = plan.prinsipper.get(nr=1), tiltak(8).prinsipper.exclude(nr=1).first()
    data |= {"sammendrag": "Alle skal med.", "prinsipper": [str(kept.pk)]}
    data["fokusomrader"] = [str(one.pk) for one in plan.fokusomrader.all()]
    assert client.post(SIDE, data).status_code == 302
    # Then the page and its history say so, and the list by principle follows
    page = client.get("/tiltak/8/").text
    assert "Alle skal med." in page
    assert f"Ikke lenger koblet til grunntanken «{dropped.tittel}»" in page
    assert "Koblet til fokusområdet «" in page and "Endret: kort fortalt" in page
    assert page.count("Kari Nordby") >= 3
    # And so does what has changed since last year, for everybody
    changed = som("fremmed").get("/tiltak/endret/").text
    assert f"Ikke lenger koblet til grunntanken «{dropped.tittel}»" in changed and "Alle skal med." in changed
    assert [one.nr for one in tiltak(8).prinsipper.all()] == [1]
    assert tiltak(8).fokusomrader.count() == 4


def test_what_it_was_adopted_with_is_no_change(som):
    ny_utgave()
    page = som("slt").get("/tiltak/8/").text
    assert "oblet til" not in page


@pytest.mark.parametrize("felt", ["tittel", "ordlyd", "ansvarsetikett", "fristar", "tittel_oversikt", "nr"])
def test_what_was_adopted_cannot_be_written_by_the_web(felt):
    value = 2020 if felt in ("fristar", "nr") else "uforing"
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        Tiltak.objects.filter(nr=8).update(**{felt: value})


def test_two_at_once_see_the_difference_before_saving(som):
    client = som("slt")
    mine = utfylt(client)
    assert som("slt2").post(SIDE, mine | {"sammendrag": "Hannes ord."}).status_code == 302
    answer = client.post(SIDE, mine | {"sammendrag": "Karis ord."})
    assert "Hanne Berge endret dette kl." in answer.text and "Hannes" in answer.text
    assert tiltak(8).sammendrag == "Hannes ord."


def test_marking_as_important_is_a_change_too(som):
    before, slt = versjon(tiltak(8)), person("slt")
    with som_bruker(slt):
        sett_viktig(av=slt, tiltak=tiltak(8), viktig=True)
    assert versjon(tiltak(8)) == before + 1


@pytest.mark.parametrize(
    "felt",
    [
        {"sammendrag": "x" * 1_000_000},
        {"sammendrag": "a\x00b"},
        {"sammendrag": "010190 12345"},
        {"prinsipper": ["999999"]},
        {"prinsipper": ["x"]},
        {"type": "tull"},
        {"versjon": "-1"},
    ],
)
def test_junk_gives_a_message_and_writes_nothing(felt, som):
    client = som("slt")
    assert client.post(SIDE, utfylt(client) | felt).status_code in (200, 400)
    assert [one.nr for one in tiltak(8).prinsipper.all()] and "010190" not in tiltak(8).sammendrag


def test_an_older_edition_stands_as_it_was(som):
    ny_utgave()
    assert "/opplysninger/" not in som("slt").get("/tiltak/8/?utgave=2016").text
    assert "/opplysninger/" in som("slt").get("/tiltak/8/").text
