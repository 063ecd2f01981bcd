"""«Hvem kan se, og hvem har sett»: each grant explained, readers by day, nobody reviews themselves, and the print."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from brukere import okter
from tests.pages.brukere.test_okter import la_ga

pytestmark = pytest.mark.django_db


def tekst(svar):
    """The page's words, without tags."""
    assert svar.status_code == 200
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", svar.content.decode()))


@pytest.fixture
def lest(som, med_samtale):
    """Health and the police contact have looked at the case."""
    for side in ("", "", "oppsummering/"):
        som("kjerne.helse").get(med_samtale.her + side)
    som("politi").get(med_samtale.her)
    som("slt").get(med_samtale.her)
    return med_samtale


def test_each_row_tells_role_instans_right_ground_and_time(som, lest):
    side = tekst(som("slt").get(lest.her + "innsyn/"))
    rad = side.split("Ola Berg politikontakt")[1].split("Marit Sand")[0]
    for ord_ in (
        "Sandefjord politi",
        "fører bekymringssamtalen",
        "Samtykke",
        "gitt av Turid Lie",
        "politi",
        "fra ",
        "til ",
    ):
        assert ord_ in rad, ord_


def test_readers_are_one_line_a_person_and_day_with_part_and_times(som, lest):
    side = tekst(som("slt").get(lest.her + "innsyn/")).split("Hvem har sett saken")[-1]
    assert side.count("Marit Sand") == 1
    assert re.search(r"Marit Sand helsesykepleier · Helse oppsummeringen, åpnet saken .*3 oppslag", side)


def _lesere(side):
    return side.split("Hvem har sett saken")[-1].split("Om saken")[0]


def test_nobody_reviews_their_own_look_ups(som, lest):
    side = tekst(som("slt").get(lest.her + "innsyn/"))
    assert "Det du selv har sett, står ikke her." in side
    assert "Kari Nordby" not in _lesere(side) and "Marit Sand" in _lesere(side)
    assert "Kari Nordby" in _lesere(tekst(som("slt2").get(lest.her + "innsyn/")))


def test_members_see_who_may_and_not_who_has(som, lest):
    side = tekst(som("kjerne.helse").get(lest.her + "innsyn/"))
    assert "Hvem kan se saken" in side and "Ola Berg" in side
    assert "Hvem har sett saken" not in side and "oppslag" not in side


def test_the_print_names_services_parts_and_times_and_no_employee(som, lest):
    for hvem in ("slt", "personvern"):
        side = tekst(som(hvem).get(lest.her + "innsyn/utskrift/")).split("Hvem kan se saken din")[1]
        for navn in ("Kari Nordby", "Ola Berg", "Marit Sand", "Per Haug", "Hanne Berge", "Ungdomsskole"):
            assert navn not in side, (hvem, navn)
        assert re.search(r"medlem av kjernegruppa Helse åpnet saken \(2 ganger\)", side)
        assert "fører bekymringssamtalen Sandefjord politi lese og skrive i felles, politi" in side


def test_the_print_holds_the_makers_own_look_ups_too(som, lest):
    """It answers the person concerned, so nothing is left out."""
    side = tekst(som("slt").get(lest.her + "innsyn/utskrift/")).split("Disse har sett noe fra saken")[-1]
    assert "SLT-koordinator på vakt Kommunen åpnet saken" in side


@pytest.mark.parametrize("hvem", ["slt2", "politi", "kjerneleder", "kjerne.helse", "laerer", "fremmed", "radmann"])
def test_the_print_is_for_who_has_the_case_and_the_personvernombud(som, lest, hvem):
    forventet = 200 if hvem == "kjerneleder" else 404  # the group's leader leads it now
    assert som(hvem).get(lest.her + "innsyn/utskrift/").status_code == forventet


def test_the_print_and_the_end_of_a_membership_ask_who_one_is_again(som, lest):
    klient = som("slt")
    [liste] = re.findall(r'href="(/kjernegruppe/medlem/\d+/avslutt/)"', klient.get("/kjernegruppe/").content.decode())[
        :1
    ]
    la_ga(klient, 11 * 60, okter.FERSK)
    for side in (lest.her + "innsyn/utskrift/", liste):
        assert klient.get(side)["Location"].startswith("/logg-inn/bekreft/?next="), side


def test_the_page_costs_the_same_with_one_reader_and_with_thirty_looks(som, med_samtale):
    slt, side = som("slt"), med_samtale.her + "innsyn/"
    som("kjerne.helse").get(med_samtale.her)
    antall = []
    for _ in range(2):
        slt.get(side)
        with CaptureQueriesContext(connection) as fanget:
            slt.get(side)
        antall.append(len(fanget))
        for hvem in ("politi", "kjerne.helse", "kjerne.barnevern"):
            klient = som(hvem)
            for _gang in range(10):
                klient.get(med_samtale.her)
    assert antall[0] == antall[1] <= 24
