"""The adopted plan as oracle: what the database says after set-up must be what the document says."""

import pytest
from django.db import IntegrityError, ProgrammingError, connection, transaction

from samarbeid.models import Aktor, AktorAlias
from tiltak.choices import Ansvarsetikett, Ansvarsrolle
from tiltak.models import Ansvar, Innsatsomrade, MuligTiltak, Plan, Statusrapport, Tiltak
from tiltak.services.lasting import last_plan

pytestmark = pytest.mark.django_db

TITLER = [
    "Nasjonal handlingsplan – oppfølging",
    "Koordinering av det forebyggende arbeidet opp mot radikalisering og ekstremistisk vold.",
    "Samarbeid mellom kommune, politi og trossamfunn",
    "Samarbeid med frivillige aktører",
    "Regionalt og nasjonalt samarbeid",
    "Internasjonalt samarbeid",
    "ICDP-program",
    "Motvirke utenforskap – motvirke mobbing, krenkelser, vold og hatkriminalitet",
    "Radikalisering og ekstremisme – undervisningsopplegg",
    "Håndtering og løsning av konflikter",
    "Prioritering av tiltak som fremmer inkludering og forebygger utenforskap",
    "Styrke mulighetene til å forebygge når personer er over 18 år",
    "Bekymrings-, avklarings- og oppfølgingssamtale i regi av politiet",
    "Veiledning til familie",
    "Mentorordning",
    "Radikalisering og voldelig ekstremisme på internett",
    "Kurs og opplæring",
    "Internopplæring for ansatte i kommunen",
]


def ledere() -> dict[int, str]:
    rows = Ansvar.objects.filter(rolle=Ansvarsrolle.HOVEDANSVARLIG).select_related("aktor", "tiltak")
    return {rad.tiltak.nr: rad.aktor.slug for rad in rows}


def test_four_areas_hold_seven_four_four_and_three_tiltak():
    assert [(omrade.nr, omrade.tiltak.count()) for omrade in Innsatsomrade.objects.all()] == [
        (1, 7),
        (2, 4),
        (3, 4),
        (4, 3),
    ]


def test_eighteen_titles_stand_as_adopted_and_in_order():
    assert list(Tiltak.objects.values_list("tittel", flat=True)) == TITLER


def test_only_tiltak_2_has_another_title_in_the_overview():
    others = {t.nr: t.tittel_oversikt for t in Tiltak.objects.all() if t.tittel_oversikt != t.tittel}
    assert others == {2: "Koordinering av det forebyggende"}


def test_nine_possible_tiltak():
    assert [m.nr for m in MuligTiltak.objects.all()] == list(range(1, 10))


def test_three_labels_thirteen_three_and_two_times():
    found: dict[str, list[int]] = {}
    for tiltak in Tiltak.objects.all():
        found.setdefault(tiltak.ansvarsetikett, []).append(tiltak.nr)
    assert found[Ansvarsetikett.OPPFOLGING] == [4, 5, 8]
    assert found[Ansvarsetikett.BARE_OPPFOLGING] == [17, 18]
    assert len(found[Ansvarsetikett.UTFORING]) == 13


def test_lead_is_the_municipality_in_all_but_three():
    expected = dict.fromkeys(range(1, 19), "sandefjord-kommune")
    expected |= {2: "sor-ost-politidistrikt", 10: "sandefjord-politi", 13: "sandefjord-politi"}
    assert ledere() == expected


def test_parties_of_tiltak_5_keep_their_order_and_the_open_end():
    parts = Ansvar.objects.filter(tiltak__nr=5)
    assert [(p.navn_i_planen, p.rolle) for p in parts] == [
        ("Sandefjord kommune", "hovedansvarlig"),
        ("Sandefjord politidistrikt", "medansvarlig"),
        ("fylkesmannen", "medansvarlig"),
        ("fylkeskommunen", "medansvarlig"),
        ("andre relevante offentlige instanser", "uspesifisert"),
    ]


def test_units_stand_on_the_tiltak_that_name_them():
    rows = Ansvar.objects.exclude(enhet_i_planen="").values_list("tiltak__nr", "enhet_i_planen")
    assert list(rows) == [
        (7, "folkehelse"),
        (7, "skole/barnehagekontoret"),
        (11, "alle etater"),
        (12, "folkehelse"),
        (17, "folkehelse"),
        (18, "folkehelse"),
    ]


def test_vestfold_is_followed_by_sor_ost_and_both_are_kept():
    assert Aktor.objects.get(slug="vestfold-politidistrikt").etterfulgt_av.slug == "sor-ost-politidistrikt"


@pytest.mark.parametrize("navn", ["Sandefjord politidistrikt", "Sandefjord politi", "Sandefjord politiet"])
def test_three_names_mean_the_police_station(navn):
    assert AktorAlias.objects.get(navn=navn).aktor.slug == "sandefjord-politi"


def test_the_decision_was_about_the_matter_and_the_plan_has_no_date():
    plan = Plan.objects.gjeldende()
    vedtak = plan.vedtak.get()
    assert (vedtak.gjelder, vedtak.organ, vedtak.dato.isoformat()) == ("saken om temaet", "formannskapet", "2015-04-14")
    assert plan.vedtatt_dato is None
    assert plan.dato_merknad


def test_only_tiltak_9_promises_a_year():
    assert list(Tiltak.objects.exclude(fristar=None).values_list("nr", "fristar")) == [(9, 2016)]


def test_focus_areas_principles_and_signatures():
    plan = Plan.objects.gjeldende()
    assert plan.fokusomrader.count() == 4
    assert [p.tittel for p in plan.prinsipper.all()] == [
        "Tverrsektorielt samarbeid",
        "Kunnskapsbasert",
        "Medvirkning",
        "Livsløpsperspektiv",
    ]
    assert plan.signatarer == ["Assisterende rådmann", "Politistasjonssjef"]


def test_footnote_2_is_the_one_without_a_marker():
    rows = Plan.objects.gjeldende().fotnoter.values_list("nr", "forkortelse", "har_merke")
    assert list(rows) == [(1, "KS", True), (2, "RVTS", False), (3, "RAN", True)]


def test_no_wording_of_the_plan_is_in_the_repository():
    assert not Tiltak.objects.exclude(ordlyd="").exists()
    assert not MuligTiltak.objects.exclude(ordlyd="").exists()


@pytest.mark.django_db(databases=["default", "eier"])
def test_loading_again_changes_nothing_and_keeps_imported_wording():
    tiltak = Tiltak.objects.using("eier").get(nr=3)
    tiltak.ordlyd = "Hentet inn"
    tiltak.save(using="eier")
    before = Tiltak.history.using("eier").count(), Ansvar.objects.using("eier").count()
    last_plan()
    assert (Tiltak.history.using("eier").count(), Ansvar.objects.using("eier").count()) == before
    assert Tiltak.objects.using("eier").get(nr=3).ordlyd == "Hentet inn"


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE tiltak_tiltak SET tittel = 'Noe annet'",
        "DELETE FROM tiltak_ansvar",
        "UPDATE tiltak_statusrapport SET status = 'i_rute'",
        "DELETE FROM tiltak_statusrapport",
        "INSERT INTO tiltak_merknad (kode, tekst, plan_id) VALUES ('x', 'x', 1)",
    ],
)
def test_the_web_role_may_not(sql):
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic(), connection.cursor() as c:
        c.execute(sql)


@pytest.mark.parametrize(
    ("wrong", "name"),
    [
        ({"rolle": "medansvarlig"}, "ansvar_forste_er_hovedansvarlig"),
        ({"rekkefolge": 2, "rolle": "hovedansvarlig"}, "ansvar_forste_er_hovedansvarlig"),
        ({"aktor": None}, "ansvar_navngitt_eller_uspesifisert"),
        ({"rekkefolge": 9, "rolle": "sjef"}, "ansvar_kjent_rolle"),
    ],
)
def test_the_database_refuses_a_wrong_responsibility(rigg, wrong, name):
    with rigg, pytest.raises(IntegrityError, match=name), transaction.atomic():
        Ansvar.objects.filter(tiltak__nr=4, rekkefolge=1).update(**wrong)


def test_the_database_refuses_a_tiltak_in_another_editions_area(rigg):
    with rigg:
        other = Innsatsomrade.objects.create(plan=Plan.objects.create(utgave=2030, tittel="Ny"), nr=1, tittel="Ny")
        with pytest.raises(IntegrityError, match="tiltak_omrade_i_samme_plan"), transaction.atomic():
            Tiltak.objects.filter(nr=1).update(innsatsomrade=other)
            connection.cursor().execute("SET CONSTRAINTS ALL IMMEDIATE")


@pytest.mark.parametrize(
    ("data", "name"),
    [
        ({"status": "gjennomfort", "foreslatt": "gjennomfort"}, "statusrapport_gjennomfort_sier_hva"),
        ({"status": "i_rute", "foreslatt": "star_stille"}, "statusrapport_avvik_begrunnet"),
        ({"rapporteres_ikke_videre": True}, "statusrapport_siste_er_ferdig"),
        ({"ar": 1}, "statusrapport_ar_er_et_ar"),
    ],
)
def test_the_database_refuses_a_report_that_breaks_the_rules(data, name, django_user_model):
    row = {"ar": 2026, "status": "i_rute", "foreslatt": "i_rute"} | data
    bruker = django_user_model.objects.get(username="slt")
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        Statusrapport.objects.create(tiltak=Tiltak.objects.get(nr=1), rapportert_av=bruker, **row)
