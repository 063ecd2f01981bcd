"""Another municipality's plan of the same genre, laid out in another way, taken into an empty database."""

import re
from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from hypothesis import given, settings
from hypothesis import strategies as st

from samarbeid.models import Aktor
from tiltak.models import Milepael, Plan, Vedtak
from tiltak.planleser import finn_feil, les_fil, les_plan

from .test_importer_plan import fotavtrykk

FJORDVIK = Path(__file__).with_name("fjordvik-plan.txt")
database = pytest.mark.django_db(databases=["default", "eier"])


@pytest.fixture
def lesing():
    return les_plan(les_fil(FJORDVIK))


def test_title_years_and_decision(lesing):
    assert lesing.tittel == "Sammen mot hat Handlingsplan mot hatefulle ytringer og vold 2027–2030"
    assert (lesing.forste_ar, lesing.vedtatt) == (2027, date(2027, 3, 11))
    assert (lesing.vedtak.organ, finn_feil(lesing)) == ("kommunestyret", [])


def test_goals_with_the_title_on_the_line_or_on_the_next(lesing):
    assert [(o.nr, o.tittel) for o in lesing.omrader] == [
        (1, "Barn og unge er trygge på skole og fritid"),
        (2, "Alle vet hvem de ringer"),
    ]


def test_tiltak_keep_their_own_number_beside_the_running_one(lesing):
    assert [(t.nr, t.merke, t.omrade, t.tittel) for t in lesing.tiltak] == [
        (1, "1.1", 1, "Samtaletime på hver ungdomsskole"),
        (2, "1.2", 1, "Trygge treff på fritidsklubben, med voksne som er der hver gang"),
        (3, "2.1", 2, "Felles vaktliste"),
        (4, "2.2", 2, "Kurs for dem som sitter i skranken"),
        (5, "2.3", 2, "Plakat"),
    ]


def test_parties_from_lines_and_tables_the_first_named_leads(lesing):
    assert [[(p.navn, p.enhet, p.rolle) for p in t.ansvar] for t in lesing.tiltak] == [
        [
            ("Oppvekst og kultur", "", "hovedansvarlig"),
            ("Helsestasjonen", "", "samarbeidspart"),
            ("FAU", "", "samarbeidspart"),
            ("Fjordvik ungdomsråd", "", "samarbeidspart"),
        ],
        [("Kultur og idrett", "fritidsklubben", "hovedansvarlig")],
        [("Fjordvik politi", "", "hovedansvarlig"), ("NAV Fjordvik", "", "medansvarlig")],
        [("Personalavdelingen", "", "hovedansvarlig")],
        [],
    ]


def test_deadlines_as_day_month_year_or_every_year(lesing):
    assert [(t.frist, t.fristar, t.lopende) for t in lesing.tiltak] == [
        (date(2027, 12, 31), 2027, False),
        (None, None, True),
        (date(2028, 3, 31), 2028, False),
        (None, 2028, False),
        (None, None, True),
    ]


def test_what_is_not_understood_of_a_tiltak_stays_in_its_wording(lesing):
    assert lesing.tiltak[1].ordlyd == "Kostnad: Innenfor rammen\n\nKlubben skal ikke være en skole til.\n\nFrist: årlig"
    assert "Kostnad: 40 000" in lesing.tiltak[2].ordlyd and "Frist: mars 2028" in lesing.tiltak[2].ordlyd
    assert lesing.tiltak[3].ordlyd == "Kurset holdes to ganger.\n\nFrist: høsten 2028"


def test_chapters_we_know_become_parts_and_the_others_are_shown(lesing):
    assert lesing.avsnitt["bakgrunn"].startswith("Planen er laget av en arbeidsgruppe fra skole, kultur og politi.")
    assert "mangler noen å snakke med" in lesing.avsnitt["bakgrunn"]
    assert lesing.avsnitt["veien_fremover"] == "Rådmannen legger fram status for kommunestyret hvert år."
    assert [linje.tekst for linje in lesing.ukjente] == [
        "2 Ordforklaringer",
        "Hatefull ytring: se straffeloven.",
        "6 Økonomi",
        "Planen koster 140 000 kroner.",
    ]


def test_every_word_of_the_tiltak_is_somewhere(lesing):
    labels = {"Tiltak", "Ansvarlig", "Frist", "Samarbeid", "Medansvarlig", "Kostnad"}
    kept = " ".join(
        " ".join([t.tittel, t.ordlyd, *(f"{part.navn} {part.enhet}" for part in t.ansvar)]) for t in lesing.tiltak
    )
    lines = [line.tekst for line in lesing.linjer if line.funnet_som.startswith("tiltak ")]
    words = {word for line in lines for word in re.findall(r"[^\W\d_]+", line)}
    assert len(words) > 60
    assert {word for word in words - labels if word not in kept} == set()


@settings(max_examples=150, deadline=None)
@given(st.permutations(les_fil(FJORDVIK).split("\n")), st.integers(0, 60))
def test_in_any_order_and_cut_anywhere_it_is_read_without_failing(linjer, antall):
    lesing = les_plan("\n".join(["Tiltak 9.9 Prøve", *linjer[:antall]]))
    assert [linje.raa for linje in lesing.linjer if linje.tekst][1:] == [rad for rad in linjer[:antall] if rad.strip()]
    assert all(isinstance(feil, str) for feil in finn_feil(lesing))


def kjor(**valg):
    out = StringIO()
    call_command("importer_plan", str(FJORDVIK), stdout=out, **valg)
    return out.getvalue()


@pytest.fixture
def tom(rigg):
    """As right after migration: no plan, no partner."""
    from django.db import connections

    with connections["eier"].cursor() as cursor:
        cursor.execute("TRUNCATE tiltak_plan, samarbeid_aktor CASCADE")


@database
def test_dry_run_into_an_empty_database_shows_all_and_writes_nothing(tom):
    text = kjor(lag_aktorer=True)
    assert fotavtrykk() == [[]] * 5 and not Aktor.objects.using("eier").exists()
    assert "Utgave 2027 finnes ikke og blir laget" in text
    assert "1.1  Samtaletime på hver ungdomsskole" in text and "Frist: 31.12.2027" in text
    assert "Merk: tiltak 2.3 har ingen ansvarlig." in text
    assert "Ukjent linje" in text and "Planen koster 140 000 kroner." in text
    assert "blir lagt inn: FAU; Fjordvik politi;" in text


@database
def test_without_leave_to_add_parties_each_unknown_one_is_named(tom):
    with pytest.raises(CommandError, match="Kjenner ingen aktør som heter «Fjordvik politi»"):
        kjor(skriv=True)
    assert fotavtrykk() == [[]] * 5


@database
def test_it_is_written_whole_into_an_empty_database(tom):
    kjor(skriv=True, lag_aktorer=True)
    plan = Plan.objects.using("eier").get()
    assert (plan.utgave, plan.vedtatt_dato, plan.erstatter) == (2027, date(2027, 3, 11), None)
    assert Vedtak.objects.using("eier").get().organ == "kommunestyret"
    assert [(t.nr, t.tittel_oversikt, t.fristar) for t in plan.tiltak.order_by("nr")][2] == (
        3,
        "2.1 Felles vaktliste",
        2028,
    )
    assert plan.tiltak.get(nr=1).ansvar.get(rekkefolge=1).aktor.navn == "Oppvekst og kultur"
    steps = Milepael.objects.using("eier").order_by("frist").values_list("tiltak__nr", "tittel", "frist")
    assert list(steps) == [(1, "Frist i planen", date(2027, 12, 31)), (3, "Frist i planen", date(2028, 3, 31))]


@database
def test_taking_it_in_again_changes_nothing(tom):
    kjor(skriv=True, lag_aktorer=True)
    before = fotavtrykk()
    assert "Alt i fila er alt registrert i utgave 2027." in kjor(skriv=True)
    assert fotavtrykk() == before


@database
@pytest.mark.parametrize(("fra", "til"), [("31.12.2027", "30.11.2027"), ("høsten 2028", "høsten 2029")])
def test_another_deadline_than_the_adopted_one_is_told_and_changes_nothing(tom, tmp_path, fra, til):
    kjor(skriv=True, lag_aktorer=True)
    before = fotavtrykk()
    fil = tmp_path / "plan.txt"
    fil.write_text(FJORDVIK.read_text().replace(fra, til))
    with pytest.raises(CommandError, match="er ikke som registrert"):
        call_command("importer_plan", str(fil), skriv=True, utgave=2027, stdout=StringIO())
    assert fotavtrykk() == before


@database
def test_beside_our_own_plan_it_becomes_the_next_edition():
    kjor(skriv=True, lag_aktorer=True)
    assert Plan.objects.using("eier").get(utgave=2027).erstatter.utgave == 2016


@pytest.mark.parametrize(
    ("fra", "til", "feil"),
    [
        ("Tiltak 2.2 Kurs", "Tiltak 2.1 Kurs", "står flere ganger: 2.1"),
        ("Mål 1: Barn og unge er trygge på skole og fritid", "", "ikke under et mål"),
    ],
)
def test_a_plan_that_does_not_hold_together_is_refused(fra, til, feil):
    text = les_fil(FJORDVIK).replace(fra, til)
    if not til:
        text = text.replace("Mål 2\n", "")
    assert any(feil in en for en in finn_feil(les_plan(text)))
