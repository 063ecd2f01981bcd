"""Is this person already in one of my cases? Exact, own cases only, counted, logged, and the name kept nowhere."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connections
from django.test.utils import CaptureQueriesContext

from bekymring.models import Sak
from bekymring.services.personsok import ForMangeSok, like, siste_sok, sok_person
from bekymring.services.tilgang import sett_sperre
from demo import regi
from tests.factories.oppslag import oppslag
from tests.factories.rapporter import forbi_veggene
from tests.factories.saker import bruker, sql
from tests.pages.brukere.test_okter import la_ga
from vern import nokler
from vern.kontekst import som as i_kontekst

from .test_uvanlige import finn, mandag, regler

pytestmark = pytest.mark.django_db
SIDE = "/bekymring/personsok/"
NAVN = "Søkenavn Åsen Oppdiktet"


def ar():
    """`regi` writes cards of those who are sixteen this year."""
    return regi.idag().year - 16


def sok(klient, navn=NAVN, fodselsar=None, formal="ny_melding"):
    return klient.post(SIDE, {"navn": navn, "fodselsar": fodselsar or ar(), "formal": formal})


def treff(hvem):
    """What the service answers, in a transaction of its own."""
    person = bruker(hvem)
    with i_kontekst(person) as ctx:
        return [t.sak.pk for t in sok_person(ctx, av=person, formal="ny_melding", navn=NAVN, fodselsar=ar())]


def med_navn(navn=NAVN):
    """A case the koordinator leads, with consent and a card."""
    sak = regi.meld()
    regi.ta_imot(sak)
    regi.til_avklaring(sak)
    regi.gi_samtykke(sak)
    regi.skriv_kort(sak, navn)
    return sak


@pytest.fixture
def egen(grupper):
    return med_navn()


def test_a_person_in_an_own_case_is_found_and_the_answer_repeats_no_name(som, egen):
    svar = sok(som("slt"))
    side = svar.content.decode()
    assert f'href="/bekymring/{egen.ref}/"' in side and egen.nummer in side
    assert "Oppdiktet" not in side and svar["Cache-Control"] == "no-store"


@pytest.mark.parametrize("navn", ["søkenavn  åsen oppdiktet ", "SØKENAVN ÅSEN OPPDIKTET", "Sökenavn Ásen Oppdiktet"])
def test_case_spaces_and_foreign_accents_do_not_count(navn):
    assert like(NAVN, navn) == ("Ásen" not in navn)


@pytest.mark.parametrize(
    "navn", ["Søkenavn", "Søkenavn Åsen", "Søkenavn Asen Oppdiktet", "Søkenavn Åsen Oppdikte%", "%"]
)
def test_a_part_or_something_alike_is_no_answer(som, egen, navn):
    side = sok(som("slt"), navn).content.decode()
    assert "Ingen av dine saker" in side and egen.nummer not in side


def test_another_year_is_another_person_and_a_card_without_a_year_is_told_apart(som, egen):
    klient = som("slt")
    assert "Ingen av dine saker" in sok(klient, fodselsar=ar() - 1).content.decode()
    data = {"navn": NAVN, "fodselsar": "", "kontakt": "gjennom skolen", "foresatte": ""}
    nokkel = klient.get(f"/bekymring/{egen.ref}/hvem/skriv/").context["skjema"]["nokkel"].value()
    klient.post(f"/bekymring/{egen.ref}/hvem/skriv/", data | {"nokkel": nokkel})
    assert "Fødselsåret står ikke på kortet." in sok(klient, fodselsar=ar() - 1).content.decode()


def test_other_koordinatorers_cases_give_the_same_answer_as_none(som, egen):
    with_case = sok(som("slt2")).content
    without = sok(som("slt2"), "Finnes Ikke").content
    assert b"Ingen av dine saker" in with_case and len(with_case) == len(without)


def test_barred_and_closed_cases_and_erased_cards_are_not_looked_into(som, egen):
    stengt, slettet = med_navn(), med_navn()
    slt = bruker("slt")
    with i_kontekst(slt):
        sett_sperre(av=slt, sak=egen, bruker=slt, grunn="selv")
        Sak.objects.filter(pk=stengt.pk).update(tilstand="avsluttet")
    nokler.odelegg(slettet.pk)
    assert "Ingen av dine saker" in sok(som("slt")).content.decode()
    assert treff("slt2") == [egen.pk]  # the deputy has the barred one now


def test_when_the_role_is_over_the_page_and_the_act_are_gone(som, egen, rigg):
    klient = som("slt")
    with rigg:
        sql("UPDATE brukere_rolletildeling SET til = now() WHERE rolle = 'koordinator'")
    assert klient.get(SIDE).status_code == sok(klient).status_code == 404
    with pytest.raises(PermissionDenied):
        treff("slt")


def test_ten_an_hour_each_and_the_eleventh_is_refused_and_noted(som, egen):
    klient = som("slt")
    for _ in range(10):
        assert "Ingen av dine saker" in sok(klient, "Finnes Ikke").content.decode()
    with CaptureQueriesContext(connections["logg"]) as avvist:
        svar = sok(klient).content.decode()
    assert "Du har søkt ti ganger den siste timen" in svar and egen.nummer not in svar
    assert "'søk etter person', 'bekymring_personsok', 'POST'" in avvist.captured_queries[0]["sql"]
    assert "Ingen av dine saker" in sok(som("slt2"), "Finnes Ikke").content.decode()
    with pytest.raises(ForMangeSok):
        treff("slt")


def test_each_act_is_logged_with_purpose_and_each_opened_card_in_the_read_log(som, egen):
    sok(som("slt"), formal="innsyn")
    with forbi_veggene():
        assert sql("SELECT formal, saker FROM bekymring_personsok") == [("innsyn", [egen.pk])]
        assert sql("SELECT utsnitt, saker, soner FROM vern_innsyn ORDER BY id DESC LIMIT 1") == [
            ("personsok", [egen.pk], ["register", "identitet"])
        ]
    side = som("personvern").get("/personvern/uvanlige/").content.decode()
    assert "Personen eller de foresatte ber om innsyn" in side and bruker("slt").navn in side
    with i_kontekst(bruker("slt")):
        assert siste_sok() == []


def test_the_cards_open_in_the_act_only_and_without_its_row_not_at_all(egen):
    slt = bruker("slt")
    with forbi_veggene():
        sql("UPDATE bekymring_tilgang SET til = clock_timestamp() WHERE sone = 'identitet'")
    with i_kontekst(slt):
        assert not egen.tekster.filter(sone="identitet").exists()
        assert ("identitet",) not in sql("SELECT sone FROM vern.innsyn(ARRAY[%s]::uuid[], 'personsok')", egen.pk)
    assert treff("slt") == [egen.pk]
    with i_kontekst(slt):
        assert egen.tekster.filter(sone="identitet").exists()  # the same transaction
    with i_kontekst(bruker("slt2")):
        assert not egen.tekster.filter(sone="identitet").exists()


def test_the_fifth_within_an_hour_is_asked_about(egen):
    ider = [oppslag(egen, "slt", mandag(9, 5 * nr), utsnitt="personsok") for nr in range(5)]
    finn()
    assert regler() == {ider[-1]: ["mange_sok"]}


def test_a_form_that_is_not_right_is_shown_again_and_nothing_is_logged(som, egen):
    klient = som("slt")
    for feil in ({"navn": ""}, {"fodselsar": "2999"}, {"fodselsar": "9" * 5000}, {"formal": "x"}):
        svar = klient.post(SIDE, {"navn": NAVN, "fodselsar": ar(), "formal": "ny_melding"} | feil)
        assert svar.status_code == 200 and "Du må rette 1 feil" in svar.content.decode(), feil
    with forbi_veggene():
        assert sql("SELECT count(*) FROM bekymring_personsok") == [(0,)]


def test_sent_after_the_session_ended_the_name_is_not_kept_as_a_draft(som, egen):
    klient = som("slt")
    la_ga(klient, 16 * 60)
    svar = sok(klient)
    assert svar.status_code == 302 and "fortsett" not in svar["Location"]
    with forbi_veggene():
        assert sql("SELECT count(*) FROM bekymring_utkast") == [(0,)]


def test_it_asks_the_database_as_often_with_one_case_as_with_six(som, egen, django_assert_num_queries):
    klient = som("slt")
    sok(klient)
    with django_assert_num_queries(antall := 14):
        sok(klient)
    for nr in range(5):
        med_navn(f"Annen Person {nr}")
    with django_assert_num_queries(antall):
        sok(klient)
