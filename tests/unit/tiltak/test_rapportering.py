"""Reports are told once, superseded in a chain, and refused with a reason."""

from datetime import date
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from felles.avslag import Konflikt
from felles.tid import idag
from tests.factories.tiltak import SVAR, gjor, milepael, person, rapporter, tiltak
from tiltak.choices import Status
from tiltak.models import Milepael, Statusrapport
from tiltak.services.rapportering import (
    Statussvar,
    endre_milepael,
    forslag,
    lag_milepael,
    milepaelversjon,
    registrer_status,
)

pytestmark = pytest.mark.django_db


def meld(nr=4, *, nokkel=None, sett=0, av="slt", **felt):
    svar = Statussvar(**({"status": Status.I_RUTE} | SVAR | felt))
    return gjor(
        registrer_status, av=av, tiltak=tiltak(nr), nokkel=nokkel or uuid4(), ar=idag().year, svar=svar, sett=sett
    )


def test_a_new_report_supersedes_and_overwrites_nothing():
    first = rapporter(4, gjort="Først")
    second = rapporter(4, gjort="Så")
    assert second.erstatter == first
    assert [r.gjort for r in Statusrapport.objects.filter(tiltak__nr=4).order_by("tid")] == ["Først", "Så"]
    assert Statusrapport.objects.siste_til(tiltak(4), idag().year) == second


def test_the_same_form_sent_twice_is_one_report():
    key = uuid4()
    assert meld(nokkel=key) == meld(nokkel=key)
    assert Statusrapport.objects.count() == 1


def test_a_key_of_someone_elses_report_gives_nothing_away_and_writes_nothing():
    theirs = rapporter(7, av="folkehelse")
    with pytest.raises(ValidationError, match="kjenne igjen skjemaet"):
        meld(4, nokkel=theirs.pk)
    assert Statusrapport.objects.count() == 1


def test_who_answers_an_outdated_form_is_told_who_came_first():
    theirs = rapporter(7, av="folkehelse", gjort="Deres")
    with pytest.raises(Konflikt) as other:
        meld(7, sett=0, gjort="Mitt")
    assert (other.value.rad, other.value.versjon) == (theirs, 1)
    assert meld(7, sett=1, gjort="Mitt").erstatter == theirs


def test_the_database_refuses_a_second_first_report_of_a_year():
    first = rapporter(4)
    with pytest.raises(IntegrityError, match="statusrapport_en_forste_per_ar"), transaction.atomic():
        Statusrapport.objects.create(
            tiltak=first.tiltak, ar=first.ar, status="i_rute", foreslatt="i_rute", rapportert_av=person("slt")
        )


def test_two_cannot_supersede_the_same_report():
    first = rapporter(4)
    rapporter(4)
    with pytest.raises(IntegrityError, match="erstatter"), transaction.atomic():
        Statusrapport.objects.create(
            tiltak=first.tiltak,
            ar=first.ar,
            status="i_rute",
            foreslatt="i_rute",
            rapportert_av=person("slt"),
            erstatter=first,
        )


@pytest.mark.parametrize(
    ("felt", "feilfelt"),
    [
        ({"status": "gjennomfort", "gjort": ""}, "gjort"),
        ({"status": "gjennomfort", "gjort": "  \n"}, "gjort"),
        ({"status": "star_stille", "begrunnelse": ""}, "begrunnelse"),
        ({"status": "i_rute", "rapporteres_ikke_videre": True}, "rapporteres_ikke_videre"),
        ({"status": "kanskje"}, "status"),
    ],
)
def test_what_a_status_demands(felt, feilfelt):
    with pytest.raises(ValidationError) as error:
        meld(4, **felt)
    assert list(error.value.message_dict) == [feilfelt]
    assert not Statusrapport.objects.exists()


def test_a_reason_is_kept_only_where_the_status_differs():
    assert rapporter(4, Status.I_RUTE).begrunnelse == ""
    assert rapporter(4, Status.STAR_STILLE).begrunnelse == SVAR["begrunnelse"]


def test_a_late_milestone_changes_the_proposal_and_then_the_reason_is_asked_for():
    milepael(4, dager=-3)
    assert forslag(tiltak(4), idag().year, gjort="Noe") == Status.NOE_FORSINKET
    with pytest.raises(ValidationError, match="Noe forsinket"):
        meld(4, begrunnelse="")


def test_a_deadline_in_the_past_for_the_next_step_is_late_too():
    assert forslag(tiltak(4), idag().year, gjort="Noe", frist=date(2020, 1, 1)) == Status.STAR_STILLE


def test_what_is_done_for_good_needs_no_new_answer_next_year():
    row = rapporter(1, Status.GJENNOMFORT, ar=idag().year - 1, rapporteres_ikke_videre=True)
    assert row.rapporteres_ikke_videre
    assert forslag(tiltak(1), idag().year) == Status.GJENNOMFORT


def test_a_birth_number_is_refused_by_the_database():
    with pytest.raises(IntegrityError, match="statusrapport_gjort_uten_fnr"), transaction.atomic():
        meld(4, gjort="Gjelder 010203 12345")


def test_a_milestone_sent_twice_is_one():
    key = uuid4()
    data = {"tittel": "Møte", "frist": date(2027, 1, 1)}
    for _time in range(2):
        gjor(lag_milepael, av="slt", tiltak=tiltak(4), nokkel=key, **data)
    assert Milepael.objects.count() == 1


def test_a_milestone_key_of_another_tiltak_is_refused():
    other = milepael(5)
    with pytest.raises(PermissionDenied):
        gjor(lag_milepael, av="slt", tiltak=tiltak(4), nokkel=other.pk, tittel="Møte", frist=date(2027, 1, 1))


def test_two_who_change_the_same_milestone():
    row = milepael(4)
    seen, data = milepaelversjon(row), {"frist": row.frist, "nadd_dato": None}
    gjor(endre_milepael, av="slt2", milepael=row, sett=seen, tittel="Deres", **data)
    with pytest.raises(Konflikt) as other:
        gjor(endre_milepael, av="slt", milepael=row, sett=seen, tittel="Mitt", **data)
    assert other.value.rad.tittel == "Deres"
    assert other.value.navn == str(person("slt2"))
    assert (
        gjor(endre_milepael, av="slt", milepael=row, sett=other.value.versjon, tittel="Mitt", **data).tittel == "Mitt"
    )
