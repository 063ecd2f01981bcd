"""What the krav are told: from the form, and from the case as it is now."""

import pytest

from bekymring.services import fakta
from bekymring.services.virkninger import VIRKNINGER
from bekymring.workflow import OVERGANGER
from demo import regi
from felles.tid import na
from tests.factories.gang import avklart, konkludert, meldt, pa_saksliste
from tests.factories.rapporter import forbi_veggene
from tests.factories.saker import bruker
from tests.factories.spor import handler

pytestmark = pytest.mark.django_db


def spurt(fakt, sak, overgang, av="slt", **data):
    """One fact about a move, asked as the one who would make it."""
    with handler(av) as person:
        virkning = VIRKNINGER[OVERGANGER[overgang].steg]
        f = fakta.Saksfakta(sak, data, lambda: virkning.deler_med(person, sak, data))
        return getattr(f, fakt)


def test_spaces_are_no_reason_and_no_words():
    sak = meldt()
    tomt = {"begrunnelse": "  \n", "dialog": " ", "beskyttelse": "", "gjort": None}
    for fakt in ("begrunnelse", "dialog_planlagt", "beskyttelse", "gjort"):
        assert not spurt(fakt, sak, "returner", **tomt)
    assert spurt("begrunnelse", sak, "returner", begrunnelse="Mer.")


def test_a_group_is_chosen_in_the_form_or_was_before():
    sak = meldt()
    assert not spurt("gruppe_valgt", sak, "ta_imot")
    with forbi_veggene():
        gruppe = bruker("kjerneleder").medlemskap.get().gruppe
    assert spurt("gruppe_valgt", sak, "ta_imot", kjernegruppe=gruppe)
    assert spurt("gruppe_valgt", regi.ta_imot(sak), "til_avklaring")


def test_a_fact_costs_its_question_when_it_is_asked_and_once(django_assert_num_queries):
    sak = avklart()
    with handler("slt"):
        with django_assert_num_queries(0):
            f = fakta.Saksfakta(sak, {}, list)
            assert not f.begrunnelse
        with django_assert_num_queries(1):
            assert (f.apne_oppgaver, f.apne_oppgaver) == (1, 1)


def test_a_referral_shares_with_the_leader_only():
    sak = avklart("16_17", "skole-barnehagekontor")
    assert spurt("uten_grunnlag", sak, "henvis") == ()
    with forbi_veggene():
        bruker("kjerneleder").medlemskap.update(til=na())
    assert spurt("uten_grunnlag", sak, "henvis") == ("ukjent instans",)


def test_a_conclusion_shares_with_those_made_responsible_but_for_the_koordinator_who_has_the_case():
    sak = pa_saksliste("16_17", "skole-barnehagekontor")
    valg = [
        {"type": "tilbud", "begrunnelse": "x", "ansvarlig": bruker(navn), "frist": regi.om(3)}
        for navn in ("slt", "kjerneleder")
    ]
    assert spurt("uten_grunnlag", sak, "konkluder", av="kjerneleder", konklusjoner=valg) == ()
    valg.append({"type": "samtale", "begrunnelse": "", "ansvarlig": bruker("politi"), "frist": None})
    assert spurt("uten_grunnlag", sak, "konkluder", av="kjerneleder", konklusjoner=valg) == ("Sandefjord politi",)
    assert spurt("konklusjoner", sak, "konkluder", av="kjerneleder", konklusjoner=valg) == (
        (True, True, True),
        (True, True, True),
        (False, True, False),
    )


def test_a_consent_that_lacks_a_giver_covers_nobody_and_says_who_is_missing():
    sak = regi.til_avklaring(meldt())
    regi.gi_samtykke(sak, "skole-barnehagekontor", givere=["selv"])
    assert spurt("uten_grunnlag", sak, "henvis") == ("Skole og barnehage (mangler samtykke fra foresatt 1)",)
    regi.gi_samtykke(sak, "helse", givere=["foresatt"])  # to others: of no help
    assert spurt("uten_grunnlag", sak, "henvis") == ("Skole og barnehage (mangler samtykke fra foresatt 1)",)
    regi.gi_samtykke(sak, "skole-barnehagekontor", givere=["foresatt"])
    assert spurt("uten_grunnlag", sak, "henvis") == ()


def test_a_conversation_is_open_from_it_is_planned_until_it_is_held_or_called_off():
    sak = konkludert()
    apen = []
    apen.append(spurt("apen_samtale", sak, "avslutt"))
    forste = regi.avtal_samtale(sak)
    apen.append(spurt("apen_samtale", sak, "avslutt"))
    regi.avlys_samtale(forste)
    apen.append(spurt("apen_samtale", sak, "avslutt"))
    andre = regi.avtal_samtale(sak)
    apen.append(spurt("apen_samtale", sak, "avslutt"))
    regi.skriv_referat(andre)
    apen.append(spurt("apen_samtale", sak, "avslutt"))
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
    assert not spurt("oppfolging_finnes", sak, "start_oppfolging")
    forlop = regi.foresla_mentor(sak)
    assert spurt("oppfolging_finnes", sak, "start_oppfolging")
    regi.flytt_mentor(forlop, "slt", "avslutt")
    assert not spurt("oppfolging_finnes", sak, "start_oppfolging")
    regi.ansvarsgruppe(sak)
    assert spurt("oppfolging_finnes", sak, "start_oppfolging")


def test_open_tasks_are_counted():
    sak = avklart()
    assert spurt("apne_oppgaver", sak, "avslutt_avklaring") == 1
    regi.gjor_oppgaver(sak)
    assert spurt("apne_oppgaver", sak, "avslutt_avklaring") == 0
