"""A report: the case without a name, its texts, its receipt and its koordinator, once, or nothing at all."""

from uuid import uuid4

import pytest

from bekymring.models import Kvittering, Sak
from bekymring.services import melding
from bekymring.services.feil import IkkeTillatt, KravMangler
from bekymring.services.felles import svarfrist
from bekymring.services.tilgang import IngenKoordinator
from brukere.models import Rolletildeling
from felles.tid import na
from tests.factories.rapporter import forbi_veggene
from tests.factories.saker import bruker
from tests.factories.spor import handler, hendelser, holder, saken_na, tekster

pytestmark = pytest.mark.django_db
DATA = {
    "observasjon": "  Trekker seg unna venner.  ",
    "beskyttelse": "Har en trener.",
    "gjort": "Har snakket med eleven.",
    "kilde": "selv",
    "droftet": True,
    "tekst_bekreftet": True,
}


def meld(av="laerer", nokkel=None, alder="16_17", **felt):
    with handler(av) as person:
        return melding.meld(av=person, nokkel=nokkel or uuid4(), aldersspenn=alder, **(DATA | felt))


def saker():
    with forbi_veggene():
        return Sak.objects.count(), Kvittering.objects.count()


def test_a_report_is_a_case_without_a_name_that_the_koordinator_on_duty_has():
    sak = saken_na(meld().sak)
    assert (sak.modus, sak.tilstand, sak.aldersspenn, sak.frist) == ("anonym", "mottatt", "16_17", svarfrist())
    assert sak.saksansvarlig == bruker("slt")
    assert ("led", "") in holder(sak, "slt")


def test_each_of_the_reporters_texts_is_a_row_of_its_own_in_felles():
    sak = meld().sak
    assert sorted(tekster(sak)) == [("beskyttelse", "felles"), ("gjort", "felles"), ("observasjon", "felles")]
    assert hendelser(sak) == [("meldt", "felles")]


def test_the_receipt_says_who_answers_and_carries_no_state():
    rad = meld(akutt=True)
    assert (rad.bruker, rad.svarer, rad.nummer, rad.akutt) == (bruker("laerer"), bruker("slt"), rad.sak.nummer, True)


def test_the_same_form_twice_is_one_case_and_one_receipt():
    nokkel, (saker_for, kvitteringer_for) = uuid4(), saker()
    assert meld(nokkel=nokkel) == meld(nokkel=nokkel)
    assert saker() == (saker_for + 1, kvitteringer_for + 1)


@pytest.mark.parametrize("felt", ["beskyttelse", "gjort", "droftet", "tekst_bekreftet"])
def test_what_is_missing_stops_it_and_nothing_is_stored(felt):
    for_ = saker()
    with pytest.raises(KravMangler):
        meld(**{felt: "  " if isinstance(DATA[felt], str) else False})
    assert saker() == for_


def test_when_it_is_urgent_it_need_not_be_discussed_first():
    assert meld(droftet=False, akutt=True).akutt


@pytest.mark.parametrize("av", ["slt", "politi", "kjerne.helse", "fremmed", "system"])
def test_only_those_with_the_role_report(av):
    for_ = saker()
    with pytest.raises(IkkeTillatt):
        meld(av)
    assert saker() == for_


def test_about_the_koordinators_own_the_deputy_answers():
    rad = meld(koordinator_inhabil=True)
    assert rad.svarer == bruker("slt2")
    assert ("led", "") not in holder(rad.sak, "slt")


def test_without_a_koordinator_nothing_is_stored():
    with forbi_veggene():
        Rolletildeling.objects.filter(rolle="koordinator").update(til=na())
    for_ = saker()
    with pytest.raises(IngenKoordinator):
        meld()
    assert saker() == for_


def test_the_koordinator_is_told_and_not_of_what(mailoutbox, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        rad = meld()
    [post] = mailoutbox
    assert post.to == ["slt@kommunen.example"]
    assert rad.nummer not in post.subject + post.body
