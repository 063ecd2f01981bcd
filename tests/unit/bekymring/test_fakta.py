"""What the krav are told: from the form, and from the case as it is now."""

import pytest

from bekymring.services import fakta
from felles.tid import na
from handlingsplan.demo import regi
from tests.factories.gang import avklart, konkludert, meldt, pa_saksliste
from tests.factories.rapporter import forbi_veggene
from tests.factories.saker import bruker
from tests.factories.spor import handler

pytestmark = pytest.mark.django_db


def samle(sak, overgang, av="slt", **data):
    with handler(av) as person:
        return fakta.samle(sak, overgang, person, data)


def test_spaces_are_no_reason_and_no_words():
    sak = meldt()
    f = samle(sak, "returner", begrunnelse="  \n", dialog=" ", beskyttelse="", gjort=None)
    assert (f.begrunnelse, f.dialog_planlagt, f.beskyttelse, f.gjort) == (False, False, False, False)
    assert samle(sak, "returner", begrunnelse="Mer.").begrunnelse


def test_a_group_is_chosen_in_the_form_or_was_before():
    sak = meldt()
    assert not samle(sak, "ta_imot").gruppe_valgt
    with forbi_veggene():
        gruppe = bruker("kjerneleder").medlemskap.get().gruppe
    assert samle(sak, "ta_imot", kjernegruppe=gruppe).gruppe_valgt
    assert samle(regi.ta_imot(sak), "til_avklaring").gruppe_valgt


def test_what_a_move_does_not_need_is_not_asked_and_not_met(django_assert_num_queries):
    sak = meldt()
    with handler("slt") as slt, django_assert_num_queries(0):
        f = fakta.samle(sak, "returner", slt, {})
    assert f.uten_grunnlag
    assert f.apne_oppgaver
    assert not f.skriftlig_samtykke


def test_a_referral_shares_with_the_leader_only():
    sak = avklart("16_17", "skole-barnehagekontor")
    assert samle(sak, "henvis").uten_grunnlag == ()
    with forbi_veggene():
        bruker("kjerneleder").medlemskap.update(til=na())
    assert samle(sak, "henvis").uten_grunnlag == ("ukjent instans",)


def test_a_conclusion_shares_with_those_made_responsible_but_for_the_koordinator_who_has_the_case():
    sak = pa_saksliste("16_17", "skole-barnehagekontor")
    valg = [{"begrunnelse": "x", "ansvarlig": bruker(navn), "frist": regi.om(3)} for navn in ("slt", "kjerneleder")]
    assert samle(sak, "konkluder", av="kjerneleder", konklusjoner=valg).uten_grunnlag == ()
    valg.append({"begrunnelse": "", "ansvarlig": bruker("politi"), "frist": None})
    f = samle(sak, "konkluder", av="kjerneleder", konklusjoner=valg)
    assert f.uten_grunnlag == ("Sandefjord politi",)
    assert f.konklusjoner == ((True, True, True), (True, True, True), (False, True, False))


@pytest.mark.parametrize(
    ("givere", "sammen"), [((), ""), (("selv",), "selv"), (("selv", "foresatte"), "begge"), (("begge",), "begge")]
)
def test_two_consents_by_the_two_parts_together_are_by_both(givere, sammen):
    sak = regi.til_avklaring(meldt())
    for giver in givere:
        regi.gi_samtykke(sak, "helse", giver=giver)
    assert samle(sak, "henvis").samtykkegiver == sammen


def test_a_withdrawn_consent_was_given_by_nobody():
    sak = regi.til_avklaring(meldt())
    regi.trekk_samtykke(sak, regi.gi_samtykke(sak, "helse"))
    assert samle(sak, "henvis").samtykkegiver == ""


def test_a_conversation_is_open_from_it_is_planned_until_it_is_held_or_called_off():
    sak = konkludert()
    apen = []
    apen.append(samle(sak, "avslutt").apen_samtale)
    forste = regi.avtal_samtale(sak)
    apen.append(samle(sak, "avslutt").apen_samtale)
    regi.avlys_samtale(forste)
    apen.append(samle(sak, "avslutt").apen_samtale)
    andre = regi.avtal_samtale(sak)
    apen.append(samle(sak, "avslutt").apen_samtale)
    regi.skriv_referat(andre)
    apen.append(samle(sak, "avslutt").apen_samtale)
    assert apen == [False, True, False, True, False]


@pytest.mark.parametrize(
    ("arter", "venter"),
    [
        ([], False),
        (["konkludert"], False),
        (["alder", "samtale_avtalt"], True),
        (["samtale_flyttet", "samtale_avtalt"], True),
        (["samtale_avlyst", "samtale_avtalt"], False),
        (["samtale_holdt", "samtale_flyttet"], False),
    ],
)
def test_the_last_word_about_a_conversation_counts(arter, venter):
    assert fakta.samtale_venter(arter) is venter


def test_a_follow_up_is_an_open_group_or_a_mentor_who_is_not_done():
    sak = konkludert()
    assert not samle(sak, "start_oppfolging").oppfolging_finnes
    forlop = regi.foresla_mentor(sak)
    assert samle(sak, "start_oppfolging").oppfolging_finnes
    regi.flytt_mentor(forlop, "slt", "avslutt")
    assert not samle(sak, "start_oppfolging").oppfolging_finnes
    regi.ansvarsgruppe(sak)
    assert samle(sak, "start_oppfolging").oppfolging_finnes


def test_open_tasks_are_counted():
    sak = avklart()
    assert samle(sak, "avslutt_avklaring").apne_oppgaver == 1
    regi.gjor_oppgaver(sak)
    assert samle(sak, "avslutt_avklaring").apne_oppgaver == 0
