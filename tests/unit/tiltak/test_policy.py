"""Who may report on what: one table, and lists that say the same as single rows."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from samarbeid.models import Tilknytning
from tests.conftest import PERSONER
from tests.factories.tiltak import person, rapporter, tiltak
from tiltak.models import Plan, Tiltak
from tiltak.services.rapportering import krev_rapportor
from vern.kontekst import som

pytestmark = pytest.mark.django_db

ALLE = list(range(1, 19))
EGNE: dict[str, list[int]] = {name: [] for name in PERSONER} | {
    "slt": ALLE,
    "slt2": ALLE,
    "folkehelse": [7, 12, 17, 18],
    "politi": [2, 10, 13],
}


def numre(brukernavn: str) -> list[int]:
    return list(Tiltak.objects.rapporteres_av(person(brukernavn)).med_plass().values_list("nr", flat=True))


@pytest.mark.parametrize("brukernavn", PERSONER)
def test_own_tiltak_of_each_persona(brukernavn):
    assert numre(brukernavn) == EGNE[brukernavn]


@pytest.mark.parametrize("brukernavn", PERSONER)
def test_the_list_and_the_single_row_agree(brukernavn):
    allowed, who = [], person(brukernavn)
    for nr in ALLE:
        try:
            with som(who):
                krev_rapportor(who, tiltak(nr))
            allowed.append(nr)
        except PermissionDenied:
            pass
    assert allowed == EGNE[brukernavn]


@pytest.mark.parametrize("brukernavn", PERSONER)
def test_everyone_sees_the_whole_plan(brukernavn):
    assert Tiltak.objects.visible_to(person(brukernavn)).count() == 18


def test_a_place_of_work_that_has_ended_gives_nothing(rigg):
    now = timezone.now()
    with rigg:
        Tilknytning.objects.filter(bruker=person("folkehelse")).update(fra=now - timedelta(days=9), til=now)
    assert numre("folkehelse") == []


def test_a_role_that_has_ended_gives_nothing(rigg):
    now = timezone.now()
    with rigg:
        person("folkehelse").rolletildelinger.update(fra=now - timedelta(days=9), til=now)
    assert numre("folkehelse") == []


def test_the_service_refuses_whoever_does_not_answer_for_it():
    with pytest.raises(PermissionDenied):
        rapporter(1, av="folkehelse")
    with pytest.raises(PermissionDenied):
        rapporter(7, av="fremmed")


def test_nobody_reports_on_an_edition_that_is_superseded(rigg):
    with rigg:
        Plan.objects.create(utgave=2030, tittel="Ny", erstatter=Plan.objects.gjeldende())
    assert numre("slt") == []
