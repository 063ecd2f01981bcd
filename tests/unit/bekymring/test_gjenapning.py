"""Closed is closed: nobody reads a closed case, and two open it again, for a purpose, some parts and a time (R49)."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, transaction

from bekymring.lesing.innsyn import innsyn
from bekymring.lesing.lesere import lesere, utskrift_av_lesere
from bekymring.models import Gjenapning, Hendelse, Nodtilgang, Sak, Tekst
from bekymring.services import gjenapning, inhabil, nodtilgang
from bekymring.services.feil import Konflikt
from bekymring.services.flyt import utfor
from bekymring.services.tilgang import gi_tilgang, overta_sak, sett_sperre
from brukere.models import Rolletildeling
from felles.tid import na
from tests.factories.gang import avklart
from tests.factories.gjenapning import be_om_gjenapning, lukk, lukket_sak, svar_gjenapning
from tests.factories.grunnlag import dekkes
from tests.factories.rapporter import forbi_veggene
from tests.factories.saker import bruker, skriv, sql
from tests.factories.spor import handler, hendelser, holder, saken_na, til_og_med
from vern.kontekst import som

pytestmark = pytest.mark.django_db


@pytest.fixture
def sak(db):
    """A sealed case with a text in felles."""
    return lukket_sak()


be, svar = be_om_gjenapning, svar_gjenapning


def leser(sak, hvem):
    with handler(hvem):
        return {tekst.sone for tekst in Tekst.objects.filter(sak=sak)}


def nokler_til(sak, hvem):
    """The zones the one who asks gets keys for."""
    with som(bruker(hvem)) as ctx:
        return {sone for _sak, sone in innsyn(ctx, [sak], del_="sak")._par}


def flytt_tida(rad, **tid):
    with forbi_veggene():
        for kolonne in ("bedt", "avgjort", "fra", "til"):
            sql(f"UPDATE bekymring_gjenapning SET {kolonne} = {kolonne} - %s WHERE id = %s", timedelta(**tid), rad.pk)
        sql(
            "UPDATE bekymring_tilgang SET fra = fra - %s, til = til - %s WHERE grunn = %s",
            *[timedelta(**tid)] * 2,
            rad.pk,
        )


# --- Closed: nobody reads --------------------------------------------------------------------------------------------
def test_the_koordinator_reads_a_closed_case_for_ten_minutes_and_the_grant_carries_the_end():
    sak = lukk(avklart("16_17"), forsegl=False)
    assert leser(sak, "slt") == {"felles"}
    with forbi_veggene():
        [til] = {t.til for t in sak.tilganger.filter(user=bruker("slt"), rett="les", sone="felles")}
    assert timedelta(minutes=9) < til - na() <= timedelta(minutes=10)
    with forbi_veggene():
        sql(
            "UPDATE bekymring_tilgang SET fra = fra - interval '1 hour', til = til - interval '11 minutes'"
            " WHERE sak_id = %s AND til IS NOT NULL AND rett IN ('les', 'skriv')",
            sak.pk,
        )
    assert leser(sak, "slt") == set()  # no job has run
    assert nokler_til(sak, "slt") == set()


def test_sealed_nobody_gets_text_key_history_or_read_log(sak):
    with handler("personvern"):
        assert not Tekst.objects.filter(sak=sak).exists()
    for hvem in ("slt", "slt2", "laerer", "kjerneleder", "kjerne.helse", "politi", "mentor"):
        assert leser(sak, hvem) == set()
        with handler(hvem):
            assert not Hendelse.objects.filter(sak=sak).exclude(sone="register").exists()
            for tabell in ("delingsgrunnlag", "samtykke", "oppgave"):
                assert sql(f"SELECT count(*) FROM bekymring_historical{tabell} WHERE sak_id = %s", sak.pk) == [(0,)]
            assert lesere(sak) == [] and utskrift_av_lesere(sak) == []
    assert nokler_til(sak, "slt") == set()


def test_the_reasons_for_break_glass_are_sealed_with_the_case():
    sak = avklart("16_17")
    with handler("politi") as politi:
        rad = nodtilgang.sok_nodtilgang(
            av=politi, nokkel=uuid4(), nummer=sak.nummer, grunnlag="liv", begrunnelse="Ingen svarer, og det haster nå."
        )
    lukk(sak)
    ser = {}
    for hvem in ("slt", "politi", "personvern"):
        with handler(hvem):
            ser[hvem] = Nodtilgang.objects.filter(pk=rad.pk).exists()
    assert ser == {"slt": False, "politi": False, "personvern": True}


@pytest.mark.parametrize("forsegl", [True, False])
def test_the_glass_of_a_closed_case_is_not_broken(forsegl):
    sak = lukk(avklart("16_17"), forsegl=forsegl)
    with handler("politi") as politi, pytest.raises(nodtilgang.IngenSak):
        nodtilgang.sok_nodtilgang(
            av=politi, nokkel=uuid4(), nummer=sak.nummer, grunnlag="liv", begrunnelse="Ingen svarer, og det haster nå."
        )


def test_by_hand_nobody_is_let_into_a_sealed_case_not_even_the_deputy(sak):
    for hvem, rolle in (("slt2", "saksansvarlig"), ("slt", "koordinator"), ("laerer", "melder"), ("slt", "gjenapning")):
        with handler("slt") as slt, pytest.raises(PermissionDenied):
            gi_tilgang(av=slt, sak=sak, bruker=bruker(hvem), soner=["felles"], grunnlag=rolle)
    assert [hvem for hvem in ("slt", "slt2", "laerer") if leser(sak, hvem)] == []


def test_a_case_that_its_koordinator_left_is_not_taken_over_and_read(sak):
    with forbi_veggene():
        Rolletildeling.objects.filter(bruker=bruker("slt"), rolle="koordinator").update(til=na())
    with handler("slt2") as slt2, pytest.raises(PermissionDenied):
        overta_sak(av=slt2, sak=sak)
    assert leser(sak, "slt2") == set()


def test_the_deputy_of_one_who_is_inhabil_gets_the_line_and_nothing_to_read(sak):
    with handler("slt") as slt:
        inhabil.meld_inhabil(av=slt, sak=sak)
    assert holder(sak, "slt2") == {("led", ""), ("se", "")}


@pytest.mark.parametrize("forsegl", [True, False])
def test_who_leads_a_closed_case_does_not_open_it_with_sql(forsegl):
    sak = lukk(avklart("16_17"), forsegl=forsegl)
    with handler("slt"):
        for felt in ("tilstand = 'avklaring'", "tilstand = 'stanset'"):
            try:
                with transaction.atomic():
                    sql(f"UPDATE bekymring_sak SET {felt} WHERE id = %s", sak.pk)
            except DatabaseError as feil:
                assert feil.__cause__.sqlstate == "42501"
        for setning in (
            "UPDATE bekymring_tilgang SET til = NULL WHERE sak_id = %s",
            "INSERT INTO bekymring_tilgang (user_id, sak_id, rett) VALUES (1, %s, 'les')",
            "SELECT vern.gi_en(%s, vern.uid(), 'les', 'felles', 'koordinator', NULL, NULL, vern.uid())",
            "UPDATE bekymring_gjenapning SET avgjort = now() WHERE sak_id = %s",
        ):
            with pytest.raises(DatabaseError), transaction.atomic():
                sql(setning, sak.pk)
    assert saken_na(sak).tilstand == ("sperret" if forsegl else "avsluttet")


def test_a_move_in_a_sealed_case_changes_nothing(sak):
    for steg in ("gjenoppta", "til_avklaring", "avslutt_stanset"):
        with handler("slt") as slt, pytest.raises(Konflikt):
            utfor(av=slt, sak=sak, overgang=steg)


# --- Opened by two ---------------------------------------------------------------------------------------------------
def test_asking_opens_nothing(sak):
    be(sak)
    assert leser(sak, "slt") == set()


def test_the_other_says_yes_and_the_one_reader_reads_the_chosen_part_until_the_time(sak):
    rad = be(sak)
    svar(rad)
    assert leser(sak, "slt") == {"felles"}
    assert nokler_til(sak, "slt") == {"felles"}
    assert holder(sak, "slt") == {("se", ""), ("led", ""), ("les", "felles")}
    with forbi_veggene():
        rad.refresh_from_db()
    assert rad.til - rad.fra == timedelta(days=7) and rad.til in til_og_med(sak, "slt")
    assert [hvem for hvem in ("slt2", "laerer", "kjerneleder", "politi") if leser(sak, hvem)] == []
    assert saken_na(sak).tilstand == "sperret"
    assert ("gjenapnet", "register") in hendelser(sak)


def test_it_ends_by_itself(sak):
    rad = be(sak)
    svar(rad)
    flytt_tida(rad, days=8)
    assert leser(sak, "slt") == set() and nokler_til(sak, "slt") == set()


@pytest.mark.parametrize("av", ["slt", "slt2", "personvern"])
def test_either_of_the_two_roles_ends_it_at_once(sak, av):
    rad = be(sak)
    svar(rad)
    with handler(av) as person:
        gjenapning.avslutt(av=person, rad=rad)
        gjenapning.avslutt(av=person, rad=rad)  # twice is once
    assert leser(sak, "slt") == set()
    assert holder(sak, "slt") == {("se", ""), ("led", "")}


def test_others_do_not_end_it(sak):
    rad = be(sak)
    svar(rad)
    with handler("kjerneleder") as person, pytest.raises(PermissionDenied):
        gjenapning._kall("SELECT vern.avslutt_gjenapning(%s)", [rad.pk])
    assert person and leser(sak, "slt") == {"felles"}


def test_no_is_an_answer_with_a_reason_and_opens_nothing(sak):
    rad = be(sak)
    with pytest.raises(gjenapning.AltSvart):
        svar(rad, ja=False)  # without a reason
    svar(rad, ja=False, ord_="Moren kan få svar av skolen.")
    with pytest.raises(gjenapning.AltSvart):
        svar(rad)
    assert leser(sak, "slt") == set()


@pytest.mark.parametrize("av", ["slt", "slt2", "radmann", "kjerneleder", "politi", "laerer", "system"])
def test_only_the_other_role_answers(sak, av):
    rad = be(sak)
    with pytest.raises(gjenapning.AltSvart):
        svar(rad, av=av)
    assert leser(sak, "slt") == set()


@pytest.mark.parametrize("av", ["radmann", "kjerneleder", "politi", "laerer", "system", "fremmed"])
def test_only_the_two_roles_ask(sak, av):
    with pytest.raises(gjenapning.IngenLukketSak):
        be(sak, av=av)


def test_the_ombud_asks_and_a_koordinator_answers_and_reads(sak):
    rad = be(sak, av="personvern", leser="slt2")
    with pytest.raises(gjenapning.AltSvart):
        svar(rad, av="personvern")
    svar(rad, av="slt")
    assert leser(sak, "slt2") == {"felles"} and leser(sak, "slt") == set()
    assert leser(sak, "personvern") == set()


def test_one_with_both_roles_is_still_one(sak):
    with forbi_veggene():
        Rolletildeling.objects.create(bruker=bruker("slt"), rolle="personvernombud", fra=na())
    rad = be(sak)
    with pytest.raises(gjenapning.AltSvart):
        svar(rad, av="slt")


@pytest.mark.parametrize("hvem", ["slt", "personvern"])
def test_one_who_is_barred_neither_asks_nor_answers_nor_reads(sak, hvem):
    rad = be(sak)
    with handler("slt") as slt:
        sett_sperre(av=slt, sak=sak, bruker=bruker(hvem), grunn="slekt")
    with pytest.raises(gjenapning.AltSvart):
        svar(rad)
    with pytest.raises(gjenapning.IngenLukketSak):
        be(sak, av=hvem, leser="slt2")
    with handler(hvem):
        assert not Gjenapning.objects.exists()


def test_barred_while_it_is_open_the_reader_is_out_at_once(sak):
    svar(be(sak))
    with handler("slt") as slt:
        inhabil.meld_inhabil(av=slt, sak=sak)
    assert leser(sak, "slt") == set()


def test_the_reader_who_is_no_longer_koordinator_is_out_at_once(sak):
    svar(be(sak))
    with forbi_veggene():
        Rolletildeling.objects.filter(bruker=bruker("slt"), rolle="koordinator").update(til=na())
    assert leser(sak, "slt") == set()
    with handler("slt"):
        assert not Sak.objects.filter(pk=sak.pk).exists()


def test_the_role_of_the_one_who_asked_is_asked_for_again_when_the_answer_comes(sak):
    rad = be(sak, leser="slt2")
    with forbi_veggene():
        Rolletildeling.objects.filter(bruker=bruker("slt"), rolle="koordinator").update(til=na())
    with pytest.raises(gjenapning.AltSvart):
        svar(rad)


def test_a_services_zone_is_opened_for_one_who_works_there_and_for_no_koordinator(sak):
    with pytest.raises(gjenapning.KanIkkeLese):
        be(sak, soner=["helse"])
    with pytest.raises(gjenapning.KanIkkeLese):
        be(sak, leser="kjerne.helse", soner=["felles"])
    svar(be(sak, leser="kjerne.helse", soner=["helse"]))
    assert holder(sak, "kjerne.helse") == {("se", ""), ("les", "helse")}


@pytest.mark.parametrize(
    "felt", [{"soner": []}, {"soner": ["register"]}, {"soner": ["xx"]}, {"begrunnelse": "x"}, {"leser": "fremmed"}]
)
def test_a_question_that_is_not_whole_is_refused(sak, felt):
    with pytest.raises(gjenapning.KanIkkeLese):
        be(sak, **felt)


@pytest.mark.parametrize("felt", [{"dager": 0}, {"dager": 31}, {"formal": "xx"}])
def test_a_time_or_a_purpose_that_is_not_there_is_refused_by_the_database(sak, felt):
    with pytest.raises(DatabaseError), transaction.atomic():
        be(sak, **felt)


def test_an_open_case_is_not_reopened():
    sak = avklart("16_17")
    with pytest.raises(gjenapning.IngenLukketSak):
        be(sak)


def test_the_same_form_twice_is_one_question_and_another_waits_its_turn(sak):
    nokkel = uuid4()
    assert be(sak, nokkel=nokkel).pk == be(sak, nokkel=nokkel).pk
    with pytest.raises(gjenapning.AltSpurt):
        be(sak, av="slt2", leser="slt2")


def test_a_question_nobody_answers_in_two_weeks_is_over_and_can_be_asked_anew(sak):
    rad = be(sak)
    flytt_tida(rad, days=15)
    with pytest.raises(gjenapning.AltSvart):
        svar(rad)
    svar(be(sak))
    assert leser(sak, "slt") == {"felles"}


def test_the_one_who_asked_takes_the_question_back_and_nobody_else(sak):
    rad = be(sak)
    with handler("slt2") as slt2, pytest.raises(PermissionDenied):
        gjenapning.avslutt(av=slt2, rad=rad)
    with handler("slt") as slt:
        gjenapning.avslutt(av=slt, rad=rad)
    with pytest.raises(gjenapning.AltSvart):
        svar(rad)


def test_the_other_role_is_told_of_the_question_and_the_asker_of_the_answer_without_content(
    sak, mailoutbox, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        rad = be(sak)
    assert [post.to[0] for post in mailoutbox] == ["personvern@kommunen.example"]
    with django_capture_on_commit_callbacks(execute=True):
        svar(rad)
    assert mailoutbox[-1].to == ["slt@kommunen.example"]
    assert not [post for post in mailoutbox if sak.nummer in post.subject + post.body or "Moren" in post.body]


def test_what_is_read_is_logged_with_the_ground_and_told_to_both(sak):
    rad = be(sak)
    svar(rad)
    nokler_til(sak, "slt")
    for hvem in ("slt", "slt2", "personvern"):
        with handler(hvem):
            assert [(utsnitt, soner) for _tid, utsnitt, soner in gjenapning.lest(rad)] == [
                ("sak", ["register", "felles"])
            ]
    for hvem in ("politi", "radmann"):
        with handler(hvem):
            assert gjenapning.lest(rad) == []


def test_each_step_is_a_row_of_a_sealed_log(sak):
    rad = be(sak)
    svar(rad)
    with forbi_veggene():
        assert [(r.history_user.username, r.avgjort is not None) for r in Gjenapning.history.filter(id=rad.pk)] == [
            ("personvern", True),
            ("slt", False),
        ]


def test_open_again_the_case_gets_no_new_text_and_is_shared_with_nobody(sak):
    svar(be(sak))
    with handler("slt") as slt, pytest.raises(PermissionDenied):
        gi_tilgang(av=slt, sak=sak, bruker=bruker("slt2"), soner=["felles"], grunnlag="saksansvarlig")
    with pytest.raises(PermissionDenied):
        skriv(sak, "slt", "felles", "mer")


# --- Closed by a mistake ---------------------------------------------------------------------------------------------
def test_a_case_closed_by_a_mistake_goes_back_to_clarification_when_both_agree(sak):
    svar(be(sak, formal="feil", begrunnelse="Jeg avsluttet feil sak i lista."))
    rad = saken_na(sak)
    assert (rad.tilstand, rad.saksansvarlig.username) == ("avklaring", "slt")
    assert leser(sak, "slt") == {"felles"}
    assert holder(sak, "slt") >= {("led", ""), ("les", "felles"), ("skriv", "felles")}
    assert [hvem for hvem in ("laerer", "kjerneleder", "kjerne.helse", "politi") if leser(sak, hvem)] == []


def test_then_it_is_shared_on_new_ground_only(sak):
    svar(be(sak, formal="feil", begrunnelse="Jeg avsluttet feil sak i lista."))
    assert not dekkes(sak, "kjerneleder", "kjernegruppe")


def test_one_alone_does_not_take_a_mistake_back(sak):
    rad = be(sak, formal="feil", begrunnelse="Jeg avsluttet feil sak i lista.")
    with pytest.raises(gjenapning.AltSvart):
        svar(rad, av="slt2")
    assert saken_na(sak).tilstand == "sperret"
