"""R42: the open page on privacy says what is true. Each sentence stands here with the tests that hold it."""

import re
from html import unescape
from pathlib import Path

import pytest

TESTER = Path(__file__).parents[2]
LOVEN = "a right the law gives, answered by people and not by the product"
IKKE_BYGD = "what the product says that it does not do"
SETNINGER: dict[str, str | tuple[str, ...]] = {
    "Sandefjord kommune bruker løsningen til å følge opp handlingsplanen": (
        "test_published_is_open_to_everybody_logged_in_in_its_final_edition",
        "test_a_conclusion_shares_with_those_made_responsible_but_for_the_koordinator_who_has_the_case",
    ),
    "En bekymring meldes og drøftes uten navn så langt det går.": (
        "test_in_a_case_without_a_name_the_database_takes_no_card_even_from_the_reporter",
        "test_what_must_not_be_recorded_has_no_field",
    ),
    "Navn deles bare når den det gjelder, eller foresatte, har samtykket": (
        "test_those_it_can_be_shared_with_have_a_part_and_not_the_card",
        "test_a_young_persons_yes_to_the_police_without_name_carries_no_card_to_the_health_nurse",
    ),
    "Et samtykke gjelder bare dem det nevner": (
        "test_who_reads_is_who_a_ground_covers_whatever_happens",
        "test_a_consent_that_does_not_name_health_carries_no_text_of_health",
    ),
    "Det kan trekkes tilbake når som helst": (
        "test_a_withdrawn_consent_closes_what_it_carried_at_once",
        "test_when_the_consent_is_taken_back_the_mentor_is_out_of_case_log_and_card",
    ),
    "det noen har sett eller hørt": ("test_it_lies_encrypted_and_bound_to_its_row",),
    "hva vi ble enige om å gjøre": ("test_what_the_municipality_shall_do_becomes_a_task_in_felles",),
    "samtykke og hjemmel": ("test_the_database_refuses_a_consent_that_lacks_something",),
    "navn, fødselsår og hvordan personen og de foresatte kan nås": (
        "test_the_cards_open_in_the_act_only_and_without_its_row_not_at_all",
        "test_each_look_at_the_card_is_logged_as_what_it_is",
    ),
    "Den som åpner delen": ("test_each_look_at_the_card_is_logged_as_what_it_is",),
    "hvem som har åpnet saken": ("test_without_the_log_there_is_no_page",),
    "religion, etnisitet eller politisk syn": ("test_what_must_not_be_recorded_has_no_field",),
    "poengsummer eller merkelapper": ("test_what_must_not_be_recorded_has_no_field",),
    "hvilket språk eller land": ("test_what_must_not_be_recorded_has_no_field",),
    "Vi noterer bare om det trengs tolk.": ("test_what_must_not_be_recorded_has_no_field",),
    "medlemmer av trossamfunn": (
        "test_a_faith_community_has_no_field_for_a_name",
        "test_what_must_not_be_recorded_has_no_field",
    ),
    "Det finnes ikke felt for slikt.": ("test_what_must_not_be_recorded_has_no_field",),
    "Den som skriver, blir spurt": ("test_what_is_found_is_shown_and_nothing_is_taken_away",),
    "Bare de som har en oppgave i saken": (
        "test_guardian_the_list_the_policy_and_sql_agree",
        "test_what_one_shares_is_what_one_both_reads_and_writes",
    ),
    "Politi, skole, helse, barnevern og NAV har hver sin del.": (
        "test_nobody_shares_texts_of_a_zone_they_do_not_work_in",
    ),
    "Det som deles mellom dem": ("test_a_sharing_that_runs_out_is_gone",),
    "Rådmann og systemansvarlig ser ingen saker.": ("test_each_gets_what_the_row_says",),
    "Alt fortrolig er kryptert": (
        "test_the_text_column_holds_no_plain_text",
        "test_a_text_leaves_this_process_encrypted",
    ),
    "Hver visning blir logget før siden vises.": ("test_without_the_log_there_is_no_page",),
    "Personvernombudet leser loggen.": ("test_each_gets_what_the_row_says",),
    "Når en sak er avsluttet": ("test_a_case_that_is_sealed_is_read_by_nobody",),
    "Da kan ingen lese": (
        "test_a_case_that_is_sealed_is_read_by_nobody",
        "test_nobody_is_given_a_part_in_a_case_that_is_stopped_closed_or_sealed",
    ),
    "Må noe leses igjen": (
        "test_the_other_says_yes_and_the_one_reader_reads_the_chosen_part_until_the_time",
        "test_only_the_other_role_answers",
    ),
    "Løsningen sletter ikke": IKKE_BYGD,
    "Du kan be om at opplysninger slettes.": LOVEN,
    "Rapporter viser bare samlede tall.": ("test_small_figures_are_words_and_the_reason_stands_below",),
    "Tall under 5 vises ikke": ("test_one_small_cell_in_a_row_takes_a_second_cell_with_it",),
    "Du kan be om innsyn": LOVEN,
    "Du kan be om at noe rettes": LOVEN,
    "Frivillig bekymringssamtale": LOVEN,
    "Det får ingen følger": LOVEN,
    "Du kan klage": LOVEN,
    "Ta kontakt med personvernombudet": LOVEN,
}


@pytest.fixture
def setninger(client, db):
    """The sentences and the points of the page, in order."""
    side = client.get("/personvern/").content.decode()
    tekst = side[side.index('class="hp-tekst"') : side.index("</main>")]
    biter = [
        " ".join(unescape(re.sub(r"<[^>]+>", " ", bit)).split())
        for bit in re.findall(r"<(?:p|li)>(.*?)</", tekst, re.S)
    ]
    return [setning for bit in biter for setning in re.split(r"(?<=[.])\s", bit)]


def test_each_sentence_is_held_by_a_test_or_is_a_right_of_the_law(setninger):
    begun = [next((k for k in SETNINGER if setning.startswith(k)), setning) for setning in setninger]
    assert [b for b in begun if b not in SETNINGER] == []
    assert [k for k in SETNINGER if k not in begun] == []


def test_the_tests_named_here_exist():
    there = {navn for fil in TESTER.rglob("test_*.py") for navn in re.findall(r"def (test_\w+)", fil.read_text())}
    named = {navn for holdt in SETNINGER.values() if isinstance(holdt, tuple) for navn in holdt}
    assert named <= there, named - there
