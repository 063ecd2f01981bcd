"""The case part is off until an assessment of privacy is registered and the leader has approved it (R56)."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import ProgrammingError, transaction
from django.urls import URLPattern

from bekymring.lesing.saksdelen import Saksdelen, saksdelen
from bekymring.models import Personvernvurdering
from bekymring.services import godkjenning
from bekymring.services.feil import IkkeTillatt
from bekymring.urls import urlpatterns
from bekymring.views.saksdelen import APNE
from demo import regi
from felles.tid import idag
from tests.factories.godkjenning import registrert_vurdering, saksdelen_av, vurderes
from tests.factories.rapporter import forbi_veggene
from tests.factories.spor import handler, som_arbeider

from .skjema import felt

pytestmark = pytest.mark.django_db
SVAR = "Bekymringssakene er ikke i bruk nå"
RING = "Ring 112."


@pytest.fixture
def sak(grupper):
    return regi.meld()


def test_off_every_address_of_cases_answers_one_page_that_says_whom_to_turn_to(som, sak):
    slt = som("slt")
    saksdelen_av()
    for rute in urlpatterns:
        assert isinstance(rute, URLPattern)
        if rute.callback.__module__ in APNE:
            continue
        url = "/" + str(rute.pattern)
        for mal, verdi in (
            ("<str:ref>", sak.ref),
            ("<uuid:id>", "00000000-0000-0000-0000-000000000001"),
            ("<int:id>", "1"),
            ("<slug:navn>", "henvis"),
            ("<slug:side>", "sett"),
            ("<slug:hvordan>", "forny"),
        ):
            url = url.replace(mal, verdi)
        for svar in (slt.get(url), slt.post(url)):
            side = svar.content.decode()
            assert (svar.status_code, SVAR in side, RING in side) == (403, True, True), url
            assert sak.nummer not in side


def test_off_the_start_page_shows_no_case_and_says_what_to_do(som, sak):
    side = som("slt").get("/").content.decode()
    assert "Behandle ny bekymring" in side
    saksdelen_av()
    side = som("slt").get("/").content.decode()
    assert SVAR in side
    assert "Behandle ny bekymring" not in side
    assert "Meld bekymring" not in som("laerer").get("/").content.decode()


def test_off_the_log_and_the_plan_are_open(som, sak):
    saksdelen_av()
    assert som("personvern").get("/personvern/logg/").status_code == 200
    assert som("laerer").get("/tiltak/").status_code == 200


def test_off_no_case_is_born_whoever_asks(db):
    saksdelen_av()
    with pytest.raises(PermissionDenied):
        regi.meld()


def test_it_is_turned_on_by_two_people_and_off_by_the_leader(som, sak):
    saksdelen_av()
    ombud, radmann = som("personvern"), som("radmann")
    side = "/personvern/vurdering/"
    assert "Bekymringssakene er av" in ombud.get(side).content.decode()
    data = {
        "versjonsnr": "1.1",
        "dato": f"{idag():%d.%m.%Y}",
        "arkivref": "26/17",
        "restrisiko": "lav",
        "vurderes": f"{idag() + timedelta(days=200):%d.%m.%Y}",
    }
    svar = ombud.post(f"{side}ny/", felt(ombud.get(f"{side}ny/")) | data, follow=True)
    assert "Rådmannen må godkjenne den." in svar.content.decode()
    assert som("slt").get("/bekymring/").status_code == 403
    with forbi_veggene():
        rad = Personvernvurdering.objects.get()
    assert "Godkjenn vurderingen av personvernet" in radmann.get("/").content.decode()
    svar = radmann.post(
        f"{side}{rad.pk}/godkjenn/", {"godkjent_til": f"{idag() + timedelta(days=100):%d.%m.%Y}"}, follow=True
    )
    assert "Bekymringssakene er i bruk." in svar.content.decode()
    assert som("slt").get(f"/bekymring/{sak.ref}/").status_code == 200
    assert radmann.post(f"{side}{rad.pk}/trekk/", follow=True).status_code == 200
    assert som("slt").get(f"/bekymring/{sak.ref}/").status_code == 403


@pytest.mark.parametrize("dager", [0, -3, 4000])
def test_a_day_that_has_been_or_is_far_away_is_no_review_date(som, dager):
    ombud = som("personvern")
    side = "/personvern/vurdering/ny/"
    data = {"versjonsnr": "1", "dato": f"{idag():%d.%m.%Y}", "arkivref": "x", "restrisiko": "lav"}
    dag = f"{idag() + timedelta(days=dager):%d.%m.%Y}"
    assert ombud.post(side, felt(ombud.get(side)) | data | {"vurderes": dag}).status_code == 200
    with forbi_veggene():
        assert Personvernvurdering.objects.count() == 1


def test_overdue_nothing_new_is_taken_in_and_running_cases_go_on_with_a_loud_warning(som, sak):
    slt, laerer = som("slt"), som("laerer")
    vurderes(0)
    assert saksdelen() is Saksdelen.UTLOPT
    svar = slt.get(f"/bekymring/{sak.ref}/")
    assert svar.status_code == 200
    assert "Vurderingen av personvernet er for gammel" in svar.content.decode()
    regi.til_avklaring(sak)
    svar = laerer.get("/bekymring/meld/sett/")
    assert svar.status_code == 403
    assert "Nye bekymringer tas ikke imot her nå" in svar.content.decode()
    with pytest.raises(PermissionDenied):
        regi.meld()


@pytest.mark.parametrize(("dager", "sendt"), [(30, 2), (29, 0), (7, 2), (0, 2), (-1, 0)])
def test_who_is_to_see_it_anew_is_told_before(dager, sendt, mailoutbox, django_capture_on_commit_callbacks):
    vurderes(dager)
    with django_capture_on_commit_callbacks(execute=True), som_arbeider():
        godkjenning.minn_om_vurdering()
    assert len(mailoutbox) == sendt


def test_nobody_approves_what_they_registered_and_nobody_but_the_leader(db):
    rad = registrert_vurdering()
    for navn in ("personvern", "slt", "system"):
        with handler(navn) as person, pytest.raises(IkkeTillatt):
            godkjenning.godkjenn_vurdering(av=person, rad=rad, godkjent_til=idag())


@pytest.mark.parametrize("av", ["slt", "system", "personvern", "laerer"])
def test_by_sql_the_web_neither_approves_nor_sends_in_an_approved_one(av):
    rad = registrert_vurdering()
    with handler(av) as person:
        antall = Personvernvurdering.objects.filter(pk=rad.pk).update(
            godkjent_av=person, godkjent="2026-01-01T00:00Z", godkjent_til=idag()
        )
        assert antall == 0
        rad.pk = None
        rad._state.adding = True
        rad.godkjent_av = person
        with pytest.raises(ProgrammingError), transaction.atomic():
            rad.save(force_insert=True)
