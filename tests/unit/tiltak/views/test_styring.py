"""Who must agree to a status, what holds meanwhile, and responsibility that changes hands; the database agrees."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, ProgrammingError, transaction

from felles.tid import idag
from rapport.services.bygg import bygg_arsbilde
from samarbeid.models import Aktor
from tests.conftest import PERSONER
from tests.factories.tiltak import gjor, milepael, person, rapporter, tiltak
from tiltak.choices import Status, Statuskrav, Vurderingsutfall
from tiltak.models import Ansvar, Milepael, Statusrapport, Statusvurdering, Tiltak
from tiltak.services.ansvar import overfor_ansvar
from tiltak.services.rapportering import lag_milepael
from tiltak.services.vurdering import sett_viktig, vurder
from tiltak.visning.oversikt import planstatus, ventende

pytestmark = pytest.mark.django_db
JA, NEI = Vurderingsutfall.GODKJENT, Vurderingsutfall.SENDT_TILBAKE


def godkjenn(rapport: Statusrapport, av: str = "slt", utfall: str = JA, **mer) -> Statusvurdering:
    return gjor(vurder, av=av, rapport=rapport, nokkel=mer.pop("nokkel", uuid4()), utfall=utfall, **mer)


def viktig(nr: int) -> Tiltak:
    return gjor(sett_viktig, av="slt", tiltak=tiltak(nr), viktig=True)


def rad(nr: int):
    return next(row for row in planstatus(person("slt")).rader if row.tiltak.nr == nr)


def ansvar(nr: int, plass: int = 1) -> Ansvar:
    return Ansvar.objects.gjeldende().get(tiltak=tiltak(nr), rekkefolge=plass)


def overfor(nr: int, til: str, *, fra: date | None = None, av: str = "slt", grunn: str = "Ny organisering") -> Ansvar:
    taker = Aktor.objects.get(slug=til)
    return gjor(overfor_ansvar, av=av, ansvar=ansvar(nr), til=taker, fra=fra or idag(), grunn=grunn)


# --- Agreeing -------------------------------------------------------------------------------------------------
def test_others_reports_wait_for_the_koordinator_and_the_koordinators_own_do_not():
    theirs, own = rapporter(12, av="folkehelse"), rapporter(4, av="slt")
    assert (theirs.krever, own.krever) == (Statuskrav.GODKJENNING, Statuskrav.INGEN)
    waits = {name: [r.tiltak.nr for r in Statusrapport.objects.venter_pa(person(name))] for name in PERSONER}
    assert {name: rows for name, rows in waits.items() if rows} == {"slt": [12], "slt2": [12]}
    assert rad(12).status == Status.I_RUTE, "a status holds while it waits"
    assert "Godkjenn status" in [str(g.tittel) for g in ventende(person("slt"))]


def test_agreed_once_by_somebody_and_the_same_form_twice_is_one():
    row, key = rapporter(12, av="folkehelse"), uuid4()
    assert godkjenn(row, nokkel=key) == godkjenn(row, nokkel=key)
    with pytest.raises(ValidationError, match="alt vurdert"):
        godkjenn(row, av="slt2")
    assert not Statusrapport.objects.venter_pa(person("slt")).exists()


@pytest.mark.parametrize("brukernavn", [name for name in PERSONER if name not in ("slt", "slt2")])
def test_nobody_else_agrees_to_a_report(brukernavn):
    with pytest.raises(PermissionDenied):
        godkjenn(rapporter(12, av="folkehelse"), av=brukernavn)


def test_sent_back_needs_a_reason_and_is_no_answer_until_it_is_told_anew():
    row = rapporter(12, av="folkehelse")
    assert rad(12).har_svar
    with pytest.raises(ValidationError, match="Skriv hva som må rettes"):
        godkjenn(row, utfall=NEI)
    godkjenn(row, utfall=NEI, kommentar="Hva er neste steg?")
    assert not rad(12).har_svar
    rapporter(12, av="folkehelse", neste_steg="Nytt møte")
    assert rad(12).har_svar
    assert Statusrapport.objects.filter(tiltak=tiltak(12)).count() == 2, "the first stands"


# --- An important tiltak --------------------------------------------------------------------------------------
def test_the_end_of_an_important_tiltak_holds_when_a_second_person_confirms_it():
    rapporter(15, Status.NOE_FORSINKET)
    viktig(15)
    row = rapporter(15, Status.GJENNOMFORT)
    assert (row.krever, rad(15).status, rad(15).har_svar) == (Statuskrav.BEKREFTELSE, Status.NOE_FORSINKET, True)
    with pytest.raises(PermissionDenied):
        godkjenn(row, av="slt")
    godkjenn(row, av="slt2")
    assert rad(15).status == Status.GJENNOMFORT


def test_who_answers_for_an_important_tiltak_may_confirm_what_the_koordinator_told():
    viktig(12)
    row = rapporter(12, Status.GJENNOMFORT, av="slt")
    assert [r.pk for r in Statusrapport.objects.venter_pa(person("folkehelse"))] == [row.pk]
    godkjenn(row, av="folkehelse")
    assert rad(12).status == Status.GJENNOMFORT


def test_one_not_confirmed_leaves_the_former_status_also_in_the_yearly_report():
    rapporter(15, Status.I_RUTE)
    viktig(15)
    row = rapporter(15, Status.GJENNOMFORT)
    godkjenn(row, av="slt2", utfall=NEI, kommentar="Mentorene er ikke på plass.")
    assert rad(15).status == Status.I_RUTE
    image = next(t for o in bygg_arsbilde(idag().year).omrader for t in o.tiltak if t.nr == 15)
    assert image.status == Status.I_RUTE


@pytest.mark.parametrize("brukernavn", [name for name in PERSONER if name not in ("slt", "slt2")])
def test_only_the_koordinator_says_what_is_important(brukernavn):
    with pytest.raises(PermissionDenied):
        gjor(sett_viktig, av=brukernavn, tiltak=tiltak(12), viktig=True)


def test_the_database_refuses_what_the_service_would():
    viktig(15)
    told = rapporter(15, Status.GJENNOMFORT)
    wrong = {
        "vurdering_ikke_egen": {"av": told.rapportert_av, "utfall": JA},
        "vurdering_tilbake_sier_hvorfor": {"av": person("slt2"), "utfall": NEI},
    }
    for name, values in wrong.items():
        with pytest.raises(IntegrityError, match=name), transaction.atomic():
            Statusvurdering.objects.create(rapport=told, rapportert_av=told.rapportert_av, **values)
    with pytest.raises(IntegrityError, match="vurdering_av_rapportens_rapportor"), transaction.atomic():
        Statusvurdering.objects.create(rapport=told, rapportert_av=person("folkehelse"), av=person("slt"), utfall=JA)
    with pytest.raises(IntegrityError, match="viktig"), transaction.atomic():
        Statusrapport.objects.create(
            tiltak=tiltak(15),
            ar=2020,
            status="gjennomfort",
            foreslatt="gjennomfort",
            gjort="x",
            rapportert_av=person("slt"),
        )
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        Statusvurdering.objects.update(kommentar="Annet")
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        Tiltak.objects.filter(nr=15).update(tittel="Annet")


# --- Handing over ---------------------------------------------------------------------------------------------
def test_responsibility_changes_hands_on_a_day_with_a_reason_and_the_former_stands():
    former = ansvar(8)
    new = overfor(8, "skole-barnehagekontor")
    former.refresh_from_db()
    assert (former.til, new.fra, new.etter, new.grunn) == (idag(), idag(), former, "Ny organisering")
    assert (new.aktor.slug, new.enhet.slug, new.rolle, new.rekkefolge) == (
        "sandefjord-kommune",
        "skole-barnehagekontor",
        former.rolle,
        1,
    )
    assert [str(a) for a in Ansvar.objects.gjeldende().filter(tiltak=tiltak(8), rekkefolge=1)] == [str(new)]


def test_who_takes_over_may_report_and_who_had_it_may_not():
    assert not Tiltak.objects.rapporteres_av(person("folkehelse")).filter(nr=8).exists()
    overfor(8, "folkehelse")
    assert Tiltak.objects.rapporteres_av(person("folkehelse")).filter(nr=8).exists()
    overfor(12, "nav-integrering")
    assert not Tiltak.objects.rapporteres_av(person("folkehelse")).filter(nr=12).exists()


@pytest.mark.parametrize(
    ("felt", "melding"),
    [
        ({"fra": date(2010, 1, 1)}, "Dagen er før ansvaret begynte"),
        ({"fra": date(2999, 1, 1)}, "fram i tid"),
        ({"til": "sandefjord-kommune"}, "har alt dette ansvaret"),
    ],
)
def test_a_day_before_it_began_or_ahead_or_the_same_party_is_refused(felt, melding):
    with pytest.raises(ValidationError, match=melding):
        overfor(8, **({"til": "skole-barnehagekontor"} | felt))


def test_two_who_hand_over_at_once_are_one_and_a_message():
    row, taker = ansvar(8), Aktor.objects.get(slug="skole-barnehagekontor")
    overfor(8, "skole-barnehagekontor")
    with pytest.raises(ValidationError, match="Noen andre har alt overført"):
        gjor(overfor_ansvar, av="slt2", ansvar=row, til=taker, fra=idag(), grunn="Igjen")


def test_only_the_koordinator_hands_over():
    with pytest.raises(PermissionDenied):
        overfor(12, "nav-integrering", av="folkehelse")


def test_the_database_keeps_what_is_ended_and_lets_the_web_say_only_when():
    former = ansvar(8)
    overfor(8, "skole-barnehagekontor")
    with pytest.raises(IntegrityError, match="endres ikke"), transaction.atomic():
        Ansvar.objects.filter(pk=former.pk).update(til=None)
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        Ansvar.objects.filter(tiltak=tiltak(8)).update(navn_i_planen="Annet")
    with pytest.raises(IntegrityError, match="ansvar_overtatt_har_dag_og_grunn"), transaction.atomic():
        Ansvar.objects.create(
            tiltak=tiltak(9), rekkefolge=9, rolle="medansvarlig", aktor=former.aktor, navn_i_planen="x", etter=ansvar(9)
        )


# --- Deadlines ------------------------------------------------------------------------------------------------
def test_a_deadline_before_adoption_is_refused_by_service_and_database():
    with pytest.raises(ValidationError, match="før planen ble vedtatt"):
        gjor(lag_milepael, av="slt", tiltak=tiltak(4), nokkel=uuid4(), tittel="For tidlig", frist=date(2015, 12, 31))
    with pytest.raises(ValidationError, match="før planen ble vedtatt"):
        rapporter(4, frist=date(2015, 12, 31))
    with pytest.raises(IntegrityError, match="før planen ble vedtatt"), transaction.atomic():
        Milepael.objects.create(tiltak=tiltak(4), tittel="For tidlig", frist=date(2015, 12, 31))
    assert milepael(4, dager=1).frist == idag() + timedelta(days=1)
