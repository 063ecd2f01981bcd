"""Accounts and roles: by the systemansvarlig, never on one's own account, once only, and what ends with them."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from brukere import services
from brukere.models import Bruker, Kalenderadresse, Rolletildeling
from felles.tid import na
from tests.factories.rapporter import forbi_veggene
from tests.factories.saker import bruker
from tests.factories.spor import handler

pytestmark = pytest.mark.django_db
ANDRE = ["slt", "radmann", "personvern", "politi", "fremmed"]


def som_system(handling, **felt):
    with handler("system") as system:
        return handling(av=system, **felt)


def opprett(brukernavn="ny", skjema=None):
    return som_system(services.opprett_bruker, skjema=skjema or uuid4(), brukernavn=brukernavn, navn="Ny Ansatt")


def gi(hvem="fremmed", rolle="melder", **mer):
    felt = {"skjema": uuid4(), "grunn": "Begynte i går."} | mer
    return som_system(services.gi_rolle, bruker=bruker(hvem), rolle=rolle, **felt)


def roller(hvem):
    with forbi_veggene():
        return set(bruker(hvem).roller)


HANDLINGER = {
    "nytt_engangspassord": lambda av, konto: services.nytt_engangspassord(av=av, bruker=konto),
    "endre_bruker": lambda av, konto: services.endre_bruker(av=av, bruker=konto, navn="X", tittel="", epost=""),
    "deaktiver": lambda av, konto: services.deaktiver(av=av, bruker=konto, grunn="x"),
    "aktiver": lambda av, konto: services.aktiver(av=av, bruker=konto),
    "gi_rolle": lambda av, konto: services.gi_rolle(av=av, bruker=konto, skjema=uuid4(), rolle="melder", grunn="x"),
    "logg_ut_bruker": lambda av, konto: services.logg_ut_bruker(av=av, bruker=konto),
}


@pytest.mark.parametrize("navn", HANDLINGER)
@pytest.mark.parametrize("hvem", ANDRE)
def test_nobody_else_manages_accounts(navn, hvem):
    konto = bruker("laerer")
    with handler(hvem) as person, pytest.raises(PermissionDenied):
        HANDLINGER[navn](person, konto)
    ny = bruker("laerer")
    assert (ny.navn, ny.is_active, ny.password) == (konto.navn, True, konto.password)


@pytest.mark.parametrize("navn", HANDLINGER)
def test_nobody_manages_their_own_account(navn):
    with handler("system") as system, pytest.raises(PermissionDenied):
        HANDLINGER[navn](system, system)
    assert roller("system") == {"systemansvarlig"}


@pytest.mark.parametrize("hvem", ANDRE)
def test_nobody_else_makes_an_account(hvem):
    with handler(hvem) as person, pytest.raises(PermissionDenied):
        services.opprett_bruker(av=person, skjema=uuid4(), brukernavn="ny", navn="Ny")
    assert not Bruker.objects.filter(username="ny").exists()


def test_a_new_account_has_a_password_that_must_be_changed_and_no_role():
    konto, passord = opprett()
    assert konto.check_password(passord)
    assert konto.ma_bytte_passord
    assert roller("ny") == set()


def test_the_same_form_twice_is_one_account_with_one_password():
    skjema = uuid4()
    forste, andre = opprett(skjema=skjema), opprett(skjema=skjema)
    assert forste == andre
    assert forste[1]


def test_the_password_is_not_told_again_when_it_opens_the_account_no_more():
    skjema = uuid4()
    konto, _passord = opprett(skjema=skjema)
    som_system(services.nytt_engangspassord, bruker=konto)
    assert opprett(skjema=skjema) == (konto, "")


def test_the_password_is_not_told_again_when_minutes_have_passed():
    skjema = uuid4()
    konto, _passord = opprett(skjema=skjema)
    with forbi_veggene():
        Bruker.objects.filter(pk=konto.pk).update(date_joined=na() - services.VISES_IGJEN)
    assert opprett(skjema=skjema) == (konto, "")


def test_the_password_is_not_told_to_another_who_has_the_form():
    skjema = uuid4()
    konto, _passord = opprett(skjema=skjema)
    with forbi_veggene():
        Rolletildeling.objects.filter(bruker=bruker("system")).update(bruker=bruker("fremmed"))
    with handler("fremmed") as annen:
        assert services.opprett_bruker(av=annen, skjema=skjema, brukernavn="ny", navn="Ny Ansatt") == (konto, "")


def test_one_time_passwords_are_long_differ_and_have_no_signs_that_look_alike():
    passord = {services._engangspassord() for _ in range(20)}
    assert len(passord) == 20
    assert {len(ett) for ett in passord} == {19}
    assert not set("".join(passord)) & set("il1o0")


def test_a_new_password_replaces_the_old_and_ends_the_sessions(som):
    som("politi")
    nytt = som_system(services.nytt_engangspassord, bruker=bruker("politi"))
    konto = bruker("politi")
    assert konto.check_password(nytt)
    assert not konto.check_password("handlingsplan")
    assert konto.ma_bytte_passord
    assert not konto.okter.exists()


def test_a_change_of_name_leaves_user_name_and_roles():
    som_system(services.endre_bruker, bruker=bruker("politi"), navn="Ola Ny", tittel="t", epost="o@x.example")
    konto = bruker("politi")
    assert (konto.username, konto.navn, konto.email) == ("politi", "Ola Ny", "o@x.example")
    assert roller("politi") == {"politikontakt"}


def test_closed_the_account_holds_no_role_and_no_session_and_opened_again_it_gets_none_back(som):
    som("politi")
    som_system(services.deaktiver, bruker=bruker("politi"), grunn="Sluttet.")
    konto = bruker("politi")
    assert (konto.is_active, konto.okter.exists(), roller("politi")) == (False, False, set())
    assert Rolletildeling.objects.get(bruker=konto).sluttgrunn == "Sluttet."
    som_system(services.aktiver, bruker=konto)
    assert bruker("politi").is_active
    assert roller("politi") == set()


def test_a_role_is_held_from_now_and_says_who_gave_it_and_why():
    rad = gi()
    assert roller("fremmed") == {"melder"}
    assert (rad.gitt_av, rad.grunn, rad.til) == (bruker("system"), "Begynte i går.", None)


def test_the_same_form_twice_is_one_role():
    skjema = uuid4()
    assert gi(skjema=skjema) == gi(skjema=skjema)


def test_a_role_to_a_date_is_over_after_it():
    rad = gi(til=na() + timedelta(days=1))
    with forbi_veggene():
        Rolletildeling.objects.filter(pk=rad.pk).update(fra=na() - timedelta(days=2), til=na() - timedelta(seconds=1))
    assert roller("fremmed") == set()


@pytest.mark.parametrize(
    ("hvem", "rolle", "ord_"),
    [
        ("laerer", "melder", "alt denne rollen"),
        ("radmann", "koordinator", "ikke holdes sammen"),
        ("slt", "systemansvarlig", "ikke holdes sammen"),
        ("personvern", "systemansvarlig", "ikke holdes sammen"),
    ],
)
def test_a_role_that_cannot_be_held_is_refused_in_words(hvem, rolle, ord_):
    for_ = roller(hvem)
    with pytest.raises(ValidationError, match=ord_):
        gi(hvem, rolle)
    assert roller(hvem) == for_


def test_a_closed_account_gets_no_role():
    som_system(services.deaktiver, bruker=bruker("fremmed"), grunn="x")
    with pytest.raises(ValidationError, match="stengt"):
        gi()


def test_ended_it_is_over_now_with_its_reason_and_the_sessions_with_it(som):
    som("fremmed")
    rad = gi()
    som_system(services.avslutt_rolle, tildeling=rad, grunn="Byttet jobb.")
    rad.refresh_from_db()
    assert (rad.sluttgrunn, rad.til <= na(), roller("fremmed")) == ("Byttet jobb.", True, set())
    assert not bruker("fremmed").okter.exists()


def test_ended_twice_keeps_the_first_reason():
    rad = gi()
    for grunn in ("Først.", "Så."):
        som_system(services.avslutt_rolle, tildeling=rad, grunn=grunn)
    rad.refresh_from_db()
    assert rad.sluttgrunn == "Først."


def test_ones_own_look_changes_nobody_elses():
    with handler("slt") as slt:
        services.velg_utseende(av=slt, sprak="nn", fargevalg="dark")
    assert (bruker("slt").sprak, bruker("slt").fargevalg) == ("nn", "dark")
    assert bruker("slt2").sprak == "nb"


def test_a_calendars_address_is_new_each_time_and_only_the_last_opens():
    with handler("slt") as slt:
        forste, andre = services.ny_kalenderadresse(av=slt), services.ny_kalenderadresse(av=slt)
    with forbi_veggene():
        assert Kalenderadresse.objects.gyldig(forste) is None
        assert Kalenderadresse.objects.gyldig(andre).bruker == slt
        assert not Kalenderadresse.objects.filter(avtrykk__in=[forste, andre]).exists()
    with handler("slt") as slt:
        services.trekk_kalenderadresse(av=slt)
        services.trekk_kalenderadresse(av=slt)
    with forbi_veggene():
        assert Kalenderadresse.objects.gyldig(andre) is None


def test_a_closed_accounts_calendar_opens_nothing():
    with handler("politi") as politi:
        nokkel = services.ny_kalenderadresse(av=politi)
    som_system(services.deaktiver, bruker=politi, grunn="x")
    with forbi_veggene():
        assert Kalenderadresse.objects.gyldig(nokkel) is None
