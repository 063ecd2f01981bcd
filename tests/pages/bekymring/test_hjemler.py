"""The catalogue of laws: nothing is used that no jurist has approved, and two people say so (R2)."""

import pytest
from django.db import ProgrammingError, transaction

from bekymring.models import Hjemmel, Hjemmelgodkjenning
from bekymring.services import godkjenning, to_personer
from bekymring.services.feil import IkkeTillatt
from demo import regi
from felles.tid import idag
from tests.factories.godkjenning import registrert_hjemmel
from tests.factories.grunnlag import dekkes
from tests.factories.rapporter import forbi_veggene
from tests.factories.spor import handler

from .skjema import felt

pytestmark = pytest.mark.django_db
SIDE = "/personvern/lover/"
IKKE = "Kan ikke brukes: ikke godkjent av jurist"


def loven():
    with forbi_veggene():
        return Hjemmel.objects.get(kode="liv_helse")


@pytest.fixture
def ikke_godkjent(db):
    with forbi_veggene():
        Hjemmelgodkjenning.objects.all().delete()
        Hjemmel.objects.update(jurist_godkjent=None)


@pytest.mark.parametrize("navn", ["slt", "politi", "kjerne.helse", "laerer", "personvern", "radmann"])
def test_those_who_work_with_cases_read_what_each_law_may_be_used_for(som, navn, grupper):
    side = som(navn).get(SIDE).content.decode()
    assert "Fare for liv eller helse" in side
    assert "forvaltningsloven § 13 b" in side
    assert "Oppdiktet Jurist, kommuneadvokaten" in side
    assert ("Ta loven ut av bruk" in side) == (navn in ("personvern", "radmann"))


def test_it_has_nothing_to_do_there(som):
    assert som("system").get(SIDE).status_code == 404


def test_a_law_without_a_jurist_says_that_it_cannot_be_used(som, ikke_godkjent):
    assert IKKE in som("slt").get(SIDE).content.decode()


def test_a_law_that_replaces_no_consent_needs_no_jurist_and_is_not_taken_out(som, ikke_godkjent):
    with forbi_veggene():
        avverging = Hjemmel.objects.get(kode="avverging")
    assert som("slt").get(SIDE).content.decode().count(IKKE) == 7  # the six that carry a sharing, and the duty to meet
    assert som("personvern").get(f"{SIDE}{avverging.pk}/godkjenn/").status_code == 404


def test_one_registers_another_confirms_and_then_it_may_be_used(som, ikke_godkjent):
    ombud, radmann = som("personvern"), som("radmann")
    side = f"{SIDE}{loven().pk}/godkjenn/"
    data = {"jurist": "Oppdiktet Advokat", "arkivref": "26/3", "dato": f"{idag():%d.%m.%Y}"}
    assert "En annen må bekrefte" in ombud.post(side, felt(ombud.get(side)) | data, follow=True).content.decode()
    assert loven().jurist_godkjent is None
    with forbi_veggene():
        rad = Hjemmelgodkjenning.objects.get()
    assert "Bekreft juristens godkjenning av en lov" in radmann.get("/").content.decode()
    assert ombud.post(f"{SIDE}godkjenning/{rad.pk}/bekreft/").status_code == 404
    assert radmann.post(f"{SIDE}godkjenning/{rad.pk}/bekreft/").status_code == 302
    assert loven().jurist_godkjent == idag()
    assert "Oppdiktet Advokat" in som("slt").get(SIDE).content.decode()


def test_taken_out_what_stood_on_it_ends_and_those_it_concerns_are_told(
    grupper, mailoutbox, django_capture_on_commit_callbacks
):
    sak = regi.meld()
    regi.til_avklaring(sak)
    rad = regi.registrer_grunnlag(sak)
    with handler("slt2") as slt2:
        to_personer.bekreft(av=slt2, sak=sak, rad=rad)
    regi.steg(sak, "slt", "henvis")
    assert dekkes(sak, "kjerneleder", "kjernegruppe")
    with django_capture_on_commit_callbacks(execute=True), handler("personvern") as ombud:
        godkjenning.ta_ut_hjemmel(av=ombud, hjemmel=loven())
    assert not dekkes(sak, "kjerneleder", "kjernegruppe")
    assert loven().jurist_godkjent is None
    til = {adresse for post in mailoutbox for adresse in post.to}
    assert {"slt@kommunen.example", "kjerneleder@kommunen.example"} <= til


@pytest.mark.parametrize("av", ["slt", "laerer", "system", "politi"])
def test_nobody_who_sees_cases_approves_or_takes_out(av):
    with handler(av) as person, pytest.raises(IkkeTillatt):
        godkjenning.ta_ut_hjemmel(av=person, hjemmel=loven())
    with pytest.raises(IkkeTillatt):
        registrert_hjemmel("liv_helse", av=av)


@pytest.mark.parametrize(
    "sporring",
    [
        "UPDATE bekymring_hjemmel SET jurist_godkjent = current_date",
        "UPDATE bekymring_hjemmelgodkjenning SET bekreftet_av_id = registrert_av_id",
        "SELECT vern.bekreft_hjemmel(id) FROM bekymring_hjemmelgodkjenning",
        "SELECT * FROM vern.ta_ut_hjemmel(1)",
    ],
)
def test_by_sql_the_web_approves_nothing(sporring):
    from django.db import connection

    registrert_hjemmel("liv_helse")
    with handler("slt"), pytest.raises(ProgrammingError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sporring)
