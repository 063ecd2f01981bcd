"""The police contact's conversation: planned, moved, called off and written up, each once (faggrunnlag 7)."""

from datetime import timedelta
from uuid import uuid4

import pytest

from bekymring.forms import AvtalSamtale
from bekymring.models import Oppgave, Samtale
from bekymring.services import samtale
from bekymring.services.feil import IkkeTillatt, Konflikt, KravMangler
from demo import regi
from felles.tid import idag
from tests.factories.gang import konkludert
from tests.factories.rapporter import forbi_veggene
from tests.factories.spor import handler, hendelser, saken_na, tekster

pytestmark = pytest.mark.django_db


@pytest.fixture
def sak(db):
    return konkludert()


@pytest.fixture
def avtalt(sak):
    return regi.avtal_samtale(sak)


def rad(avtalt):
    with forbi_veggene():
        return Samtale.objects.get(pk=avtalt.pk)


def test_planned_it_moves_the_case_and_the_deadline_is_its_day(sak, avtalt):
    na = saken_na(sak)
    assert (na.tilstand, na.frist) == ("samtale", regi.om(3))
    assert (avtalt.forer.username, avtalt.sone, avtalt.tilstand) == ("politi", "politi", "avtalt")
    assert hendelser(sak)[-1] == ("samtale_avtalt", "felles")


def test_the_same_form_twice_is_one_conversation(sak):
    nokkel = uuid4()
    felt = {
        "type": "bekymring",
        "spor": "frivillig",
        "tid": regi.klokka(regi.om(3), 14),
        "sted": "skole",
        "tolk": False,
        "foresatte": "politi",
        "deltakere": [],
    }
    with handler("politi") as politi:
        en, to = (samtale.avtal_samtale(av=politi, sak=sak, nokkel=nokkel, **felt) for _ in range(2))
    assert en == to
    assert [art for art, _ in hendelser(sak)].count("samtale_avtalt") == 1


def test_a_conversation_the_group_did_not_recommend_is_not_planned():
    sak = konkludert("tilbud", ansvarlig="kjerne.helse")
    for_ = hendelser(sak)
    with pytest.raises((KravMangler, IkkeTillatt, Konflikt)):
        regi.avtal_samtale(sak)
    assert hendelser(sak) == for_


@pytest.mark.parametrize(
    ("alder", "hvem", "tillatt"),
    [
        ("13_15", "ikke_aktuelt", False),
        ("16_17", "ikke_aktuelt", False),
        ("16_17", "koordinator", True),
        ("18_24", "politi", False),
        ("25_pluss", "ikke_aktuelt", True),
    ],
)
def test_who_contacts_the_guardians_follows_the_age_in_the_case(alder, hvem, tillatt):
    sak = konkludert(alder=alder)
    if tillatt:
        assert regi.avtal_samtale(sak, foresatte=hvem).foresatte == hvem
        return
    with pytest.raises(KravMangler, match="foresatte"):
        regi.avtal_samtale(sak, foresatte=hvem)


def test_a_child_is_not_offered_that_nobody_contacts_the_guardians_and_an_adult_is_not_asked():
    barn, voksen = AvtalSamtale(), AvtalSamtale(voksen=True)
    assert "ikke_aktuelt" not in dict(barn.fields["foresatte"].choices)
    assert "foresatte" not in voksen.fields
    assert "foresatte" not in dict(voksen.fields["deltakere"].choices)


def test_one_open_conversation_at_a_time(sak, avtalt):
    with pytest.raises(KravMangler):
        regi.avtal_samtale(sak)
    with forbi_veggene():
        assert Samtale.objects.filter(sak=sak).count() == 1


def test_an_imposed_meeting_needs_its_law(sak):
    with pytest.raises(KravMangler):
        regi.avtal_samtale(sak, spor="palagt")


def test_moved_it_has_the_new_time_and_place_and_so_has_the_deadline(sak, avtalt):
    tid = regi.klokka(regi.om(9), 10)
    with handler("politi") as politi:
        samtale.flytt_samtale(av=politi, samtale=avtalt, versjon=avtalt.versjon, tid=tid, sted="skole")
    ny = rad(avtalt)
    assert (ny.tid, ny.sted, ny.versjon, ny.tilstand) == (tid, "skole", avtalt.versjon + 1, "avtalt")
    assert saken_na(sak).frist == regi.om(9)
    assert hendelser(sak)[-1] == ("samtale_flyttet", "felles")


def test_a_move_from_an_older_page_is_a_conflict_and_changes_nothing(sak, avtalt):
    for_ = hendelser(sak)
    with handler("politi") as politi, pytest.raises(Konflikt):
        samtale.flytt_samtale(
            av=politi, samtale=avtalt, versjon=avtalt.versjon + 1, tid=avtalt.tid + timedelta(days=1), sted="skole"
        )
    assert rad(avtalt).tid == avtalt.tid
    assert hendelser(sak) == for_


@pytest.mark.parametrize("av", ["slt", "laerer", "kjerne.helse"])
def test_nobody_else_touches_it(sak, avtalt, av):
    with handler(av) as person, pytest.raises((IkkeTillatt, Konflikt)):
        samtale.avlys_samtale(av=person, samtale=avtalt, versjon=avtalt.versjon)
    assert rad(avtalt).tilstand == "avtalt"


def test_called_off_no_reason_is_kept_and_no_deadline_stands(sak, avtalt):
    skrevet = tekster(sak)
    regi.avlys_samtale(avtalt)
    assert rad(avtalt).tilstand == "avlyst"
    assert saken_na(sak).frist is None
    assert tekster(sak) == skrevet
    assert hendelser(sak)[-1] == ("samtale_avlyst", "felles")


def test_called_off_it_is_over_and_a_new_one_can_be_planned(sak, avtalt):
    av = regi.avlys_samtale(avtalt)
    with handler("politi") as politi, pytest.raises(Konflikt):
        samtale.flytt_samtale(av=politi, samtale=av, versjon=av.versjon, tid=avtalt.tid, sted="skole")
    assert regi.avtal_samtale(sak) != avtalt


def test_the_words_stay_with_the_police_and_the_outcome_is_shared(sak, avtalt):
    for_ = len(tekster(sak))
    regi.skriv_referat(avtalt)
    assert tekster(sak)[for_:] == [("referat", "politi"), ("avtale", "felles")]
    ny = rad(avtalt)
    assert (ny.tilstand, ny.utfall, ny.holdt) == ("gjennomfort", "oppfolging", idag())
    assert hendelser(sak)[-1] == ("samtale_holdt", "felles")


def test_an_agreed_task_is_the_koordinators_with_its_deadline(sak, avtalt):
    regi.skriv_referat(avtalt, oppgave="Ring treneren.", frist=regi.om(7))
    with forbi_veggene():
        assert Oppgave.objects.filter(sak=sak, frist=regi.om(7), ansvarlig__username="slt").count() == 1
    assert saken_na(sak).frist == regi.om(7)


def test_a_task_without_a_deadline_or_without_words_is_none(sak, avtalt):
    with forbi_veggene():
        for_ = Oppgave.objects.filter(sak=sak).count()
    regi.skriv_referat(avtalt, oppgave="  ", frist=regi.om(7))
    with forbi_veggene():
        assert Oppgave.objects.filter(sak=sak).count() == for_


def test_not_held_it_is_called_off_whatever_else_the_form_says(sak, avtalt):
    skrevet = tekster(sak)
    regi.skriv_referat(avtalt, gjennomfort="nei", oppgave="Ring.", frist=regi.om(7))
    assert rad(avtalt).tilstand == "avlyst"
    assert tekster(sak) == skrevet


def test_written_up_it_is_not_written_up_again(sak, avtalt):
    ferdig = regi.skriv_referat(avtalt)
    with pytest.raises(Konflikt):
        regi.skriv_referat(ferdig)
    assert [art for art, _ in hendelser(sak)].count("samtale_holdt") == 1


def test_the_koordinator_is_told_that_there_is_something_to_do(
    sak, avtalt, mailoutbox, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        regi.skriv_referat(avtalt)
    assert [post.to for post in mailoutbox] == [["slt@kommunen.example"]]
