"""The small things all acts share: the deadline for an answer, what counts as written, the lock, the notice."""

from datetime import date, datetime

import pytest
from django.utils import timezone

from bekymring.services import felles
from bekymring.services.feil import Konflikt
from felles.tid import flytt
from tests.factories.rapporter import forbi_veggene
from tests.factories.saker import bruker, lag_sak
from tests.factories.spor import handler

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("dag", "ventet"),
    [
        (date(2026, 9, 7), date(2026, 9, 10)),
        (date(2026, 9, 9), date(2026, 9, 14)),
        (date(2026, 9, 11), date(2026, 9, 16)),
        (date(2026, 9, 12), date(2026, 9, 16)),
        (date(2026, 9, 13), date(2026, 9, 16)),
    ],
    ids=["mandag", "onsdag", "fredag", "lørdag", "søndag"],
)
def test_three_working_days_pass_over_the_weekend(dag, ventet):
    with flytt(timezone.make_aware(datetime(dag.year, dag.month, dag.day, 23, 30))):
        assert felles.svarfrist() == ventet


@pytest.mark.parametrize(("verdi", "ja"), [("x", True), (" x ", True), ("", False), (" \n\t", False), (None, False)])
def test_spaces_are_nothing(verdi, ja):
    assert felles.fylt(verdi) is ja


def test_who_may_not_write_the_row_cannot_lock_it():
    sak = lag_sak()
    with handler("slt"):
        assert felles.las(sak) == sak
    for navn in ("politi", "system", "fremmed"):
        with handler(navn), pytest.raises(Konflikt):
            felles.las(sak)


def test_the_locked_row_is_the_row_as_it_is_now():
    sak = lag_sak()
    with forbi_veggene():
        type(sak).objects.filter(pk=sak.pk).update(versjon=7)
    with handler("slt"):
        assert felles.las(sak).versjon == 7


def varslet(brukere, mailoutbox, fang):
    with fang(execute=True):
        felles.varsle(brukere)
    return [post.to for post in mailoutbox]


def test_each_is_told_once_alone_and_without_a_word_of_the_case(mailoutbox, django_capture_on_commit_callbacks):
    hvem = [bruker("slt"), bruker("politi"), bruker("slt")]
    assert varslet(hvem, mailoutbox, django_capture_on_commit_callbacks) == [
        ["politi@kommunen.example"],
        ["slt@kommunen.example"],
    ]
    assert len({(post.subject, post.body) for post in mailoutbox}) == 1
    assert not any(tegn.isdigit() for tegn in mailoutbox[0].subject + mailoutbox[0].body)


def test_a_closed_account_and_one_without_an_address_are_not_written_to(mailoutbox, django_capture_on_commit_callbacks):
    stengt, uten = bruker("slt"), bruker("politi")
    stengt.is_active, uten.email = False, ""
    assert varslet([stengt, uten], mailoutbox, django_capture_on_commit_callbacks) == []


def test_before_the_act_is_stored_nobody_is_told(mailoutbox):
    felles.varsle([bruker("slt")])
    assert mailoutbox == []
