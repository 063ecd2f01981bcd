"""Signs the paper lacks are told to who orders, before and after, and to who approves."""

import pytest

from tests.factories import rapporter
from tests.factories.tiltak import rapporter as meld

pytestmark = pytest.mark.django_db
VARSEL = "Tegn som ikke kan trykkes"


def test_the_koordinator_is_told_before_ordering_where_the_sign_stands(som):
    klient = som("slt")
    assert VARSEL not in klient.get("/rapport/").text
    meld(4, gjort="Vi møttes i Porsáŋgu ✓")
    assert VARSEL not in klient.get("/rapport/").text
    meld(3, gjort="Bra 👍")
    side = klient.get("/rapport/").text
    assert VARSEL in side and 'href="/tiltak/3/"' in side and "👍 (emoji)" in side


@pytest.mark.parametrize("navn", ["slt", "radmann"])
def test_the_page_of_the_report_tells_it_before_approval(som, navn):
    meld(3, gjort="Bra 👍 og 漢")
    rapport = rapporter.utkast(beslutning="Ja 🎉")
    side = som(navn).get(f"/rapport/{rapport.pk}/").text
    assert VARSEL in side and "👍 (emoji), 漢 (U+6F22)" in side and "🎉 (emoji)" in side


@pytest.mark.parametrize(("tegn", "navn"), [("\ufffd", "U+FFFD"), ("\ufffc", "U+FFFC")])
def test_what_stands_for_a_lost_sign_or_a_pasted_picture_is_named_and_not_left_out(som, tegn, navn):
    meld(3, gjort=f"Se her: {tegn}")
    assert navn in som("slt").get("/rapport/").text


def test_other_readers_see_the_report_and_no_such_notice(som):
    meld(3, gjort="Bra 👍")
    rapport = rapporter.publisert()
    side = som("fremmed").get(f"/rapport/{rapport.pk}/").text
    assert "Dokumentet" in side and VARSEL not in side
