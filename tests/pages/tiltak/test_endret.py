"""«Endret siden»: what changed between two dates, by whom and when, and for how many queries."""

import re
from datetime import date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from felles.tid import flytt, idag
from samarbeid.models import Aktor
from tests.factories.rapporter import forbi_veggene
from tests.factories.tiltak import (
    aktivitet,
    fyll_opp,
    indikator,
    lenke,
    mal,
    milepael,
    person,
    rapporter,
    tiltak,
    tiltaksvedtak,
    vedlegg,
)
from tiltak.models import Aktivitet, Ansvar, Indikator, Lenke, Milepael, Plan, Tiltak, Vedtak
from tiltak.services.innhold import endre
from tiltak.visning.forskjell import deler
from vern.kontekst import som as i_navnet

pytestmark = pytest.mark.django_db


def den(dag: date) -> datetime:
    return timezone.make_aware(datetime(dag.year, dag.month, dag.day, 12))


def meldt(dag: date, nr: int, status="i_rute", **felt):
    with flytt(den(dag)):
        return rapporter(nr, status, ar=dag.year, **felt)


def endret(client, **valg):
    answer = client.get("/tiltak/endret/", valg)
    assert answer.status_code == 200
    return answer


def numre(answer):
    return [e.tiltak.nr for e in answer.context["endringer"].endret]


def den_ene(answer):
    [endring] = answer.context["endringer"].endret
    return endring


def test_without_dates_it_is_since_last_year_ended(som):
    meldt(date(idag().year - 1, 12, 31), 4)
    meldt(date(idag().year, 1, 1), 5)
    answer = endret(som("fremmed"))
    assert numre(answer) == [5]
    assert f"Endret siden 31. desember {idag().year - 1}" in answer.text
    assert "1 av 18 tiltak er endret." in answer.text


def test_status_is_shown_from_and_to_with_who_and_when(som):
    meldt(date(2024, 5, 1), 4, "i_rute")
    meldt(date(2025, 5, 2), 4, "star_stille", av="slt2")
    answer = endret(som("fremmed"), fra="31.12.2024", til="31.12.2025")
    endring = den_ene(answer)
    assert (endring.status_for, endring.status_na, endring.ny_status) == ("i_rute", "star_stille", True)
    assert "Hanne Berge, 2. mai 2025" in answer.text
    assert re.search(r"I rute.*er blitt.*Står stille", answer.text, re.S)


def test_words_that_went_out_and_came_in_are_marked_and_said(som):
    meldt(date(2024, 5, 1), 4, gjort="Vi har holdt tre møter med lagene i byen.")
    meldt(date(2025, 5, 1), 4, gjort="Vi har holdt fem møter med lagene i byen.")
    text = endret(som("fremmed"), fra="31.12.2024", til="31.12.2025").text
    assert '<del class="hp-linjer"><span class="hp-skjult">tatt ut: </span>tre</del>' in text
    assert '<ins class="hp-linjer"><span class="hp-skjult">kommet til: </span>fem</ins>' in text


def test_texts_that_share_little_are_shown_whole():
    assert deler("Tre møter er holdt.", "Kurset ble avlyst i høst") == [
        ("bare_lagret", "Tre møter er holdt."),
        ("bare_ditt", "Kurset ble avlyst i høst"),
    ]
    assert deler("", "Nytt") == [("bare_ditt", "Nytt")] and deler("Gammelt", "") == [("bare_lagret", "Gammelt")]


def test_what_was_reported_twice_in_the_period_is_shown_once_from_first_to_last(som):
    meldt(date(2024, 5, 1), 4, gjort="en")
    meldt(date(2025, 5, 1), 4, gjort="to")
    meldt(date(2025, 6, 1), 4, gjort="tre")
    answer = endret(som("fremmed"), fra="31.12.2024", til="31.12.2025")
    [tekst] = den_ene(answer).tekster
    assert tekst.deler == [("bare_lagret", "en"), ("bare_ditt", "tre")]
    assert "meldt 2 ganger" in answer.text


def test_what_happened_after_the_period_is_not_in_it(som):
    meldt(date(2024, 5, 1), 4, gjort="en")
    meldt(date(2025, 5, 1), 4, gjort="to")
    assert numre(endret(som("fremmed"), fra="31.12.2023", til="31.12.2024")) == [4]
    assert den_ene(endret(som("fremmed"), fra="31.12.2023", til="31.12.2024")).tekster[0].deler == [("bare_ditt", "en")]


def flytt_historikk(modell, dager, **hvilke):
    """As if it had been written so many days ago."""
    with forbi_veggene():
        for row in modell.history.filter(**hvilke):
            modell.history.filter(history_id=row.history_id).update(
                history_date=row.history_date - timedelta(days=dager)
            )


def test_milestones_made_moved_and_reached_are_told_with_who(som):
    gammel, flyttet, nadd = (milepael(12, tittel=t) for t in ("Gammel", "Flyttes", "Nås"))
    flytt_historikk(Milepael, 30)
    milepael(12, tittel="Ny", av="folkehelse")
    client, i_dag = som("folkehelse"), f"{idag():%d.%m.%Y}"
    frist = f"{flyttet.frist:%d.%m.%Y}"
    felt = {"versjon": "1", "nadd_dato": ""}
    client.post(f"/tiltak/12/milepael/{flyttet.pk}/", felt | {"tittel": "Flyttes", "frist": "1.2.2028"})
    client.post(f"/tiltak/12/milepael/{nadd.pk}/", felt | {"tittel": "Nås", "frist": frist, "nadd_dato": i_dag})
    answer = endret(som("fremmed"), fra=f"{idag() - timedelta(days=5):%d.%m.%Y}")
    told = [h.tekst for h in den_ene(answer).milepaeler]
    assert told == [f"Ny, frist {frist}: Ny", f"Flyttes: frist fra {frist} til 01.02.2028", f"Nådd {i_dag}: Nås"]
    assert {h.hvem for h in den_ene(answer).milepaeler} == {"Anne Vik"}
    assert gammel.tittel not in " ".join(told)


def test_a_change_of_the_plans_own_words_is_told_and_its_registration_is_not(som):
    with forbi_veggene():
        Tiltak.objects.filter(nr=6).update(sammendrag="Kort nytt sammendrag.")
    endring = den_ene(endret(som("fremmed"), fra=f"{idag() - timedelta(days=1):%d.%m.%Y}"))
    assert [t.navn for t in endring.tekster] == ["Kort fortalt"]


def test_responsibility_handed_over_is_told_by_its_dates(som):
    row, dag = tiltak(12), date(2025, 3, 1)
    with forbi_veggene():
        old = Ansvar.objects.get(tiltak=row, rekkefolge=1)
        Ansvar.objects.filter(pk=old.pk).update(til=dag)
        new = Aktor.objects.get(slug="skole-barnehagekontor")
        Ansvar.objects.create(
            tiltak=row,
            rekkefolge=1,
            rolle=old.rolle,
            aktor=new,
            navn_i_planen="Skolekontoret",
            fra=dag + timedelta(days=1),
        )
    told = [h.tekst for h in den_ene(endret(som("fremmed"), fra="31.12.2024", til="31.12.2025")).ansvar]
    assert told == [f"{old} er ikke lenger Hovedansvarlig", "Skolekontoret er ny Hovedansvarlig"]
    assert numre(endret(som("fremmed"), fra="31.12.2025", til="1.6.2026")) == []


def test_nothing_changed_is_said(som):
    assert "Ingenting er endret i perioden" in endret(som("fremmed"), fra="1.1.2017", til="1.1.2018").text


@pytest.mark.parametrize("fra,til", [("1.1.2025", "1.1.2024"), ("1.1.2025", "1.1.2025")])
def test_the_dates_must_come_in_order(som, fra, til):
    answer = endret(som("fremmed"), fra=fra, til=til)
    assert "Denne datoen må være etter den første." in answer.text and "endringer" not in answer.context


@pytest.mark.parametrize("dato", ["x", "31.2.2025", "1.1.0001", "1.1.99999", "😀", "' OR 1=1", "9" * 5000, "<script>"])
def test_odd_dates_are_answered_in_words(som, dato):
    for valg in ({"fra": dato}, {"til": dato}):
        answer = endret(som("fremmed"), **valg)
        assert "aria-invalid" in answer.text and "<script>" not in answer.text.replace('<script src="', "")


def test_a_start_ahead_of_time_is_answered_in_words(som):
    assert "fram i tid" in endret(som("fremmed"), fra=f"1.1.{idag().year + 2}", til=f"1.1.{idag().year + 3}").text


def test_what_stands_in_a_text_is_shown_as_text(som):
    meldt(idag(), 4, gjort="<b>fet</b>")
    assert "&lt;b&gt;fet&lt;/b&gt;" in endret(som("fremmed")).text


def test_an_older_edition_has_its_own_changes(som, rigg):
    meldt(date(2025, 5, 1), 4)
    with rigg:
        Plan.objects.create(utgave=2030, tittel="Ny plan", erstatter=Plan.objects.gjeldende())
    assert numre(endret(som("fremmed"), fra="31.12.2024")) == []
    assert numre(endret(som("fremmed"), fra="31.12.2024", utgave="2016")) == [4]


@pytest.mark.parametrize("antall", [18, 30])
@pytest.mark.parametrize("ar", [1, 10])
def test_the_number_of_queries_does_not_grow_with_tiltak_or_years(som, rigg, antall, ar, django_assert_num_queries):
    with rigg:
        fyll_opp(antall)
        for row in Tiltak.objects.all():
            for year in range(idag().year - ar, idag().year - 4):
                row.statusrapporter.get_or_create(
                    ar=year,
                    defaults={"status": "i_rute", "foreslatt": "i_rute", "gjort": "x", "rapportert_av": person("slt")},
                )
    client = som("slt")
    client.get("/tiltak/endret/")
    with django_assert_num_queries(21):
        endret(client, fra="31.12.2015")


def ryddet(text: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", text).split())


def daterte(modell, pk, *dager: date) -> None:
    """Say when the row's steps were taken: the trigger's clock is the database's own."""
    with forbi_veggene():
        for step, day in zip(modell.history.filter(id=pk).order_by("history_id"), dager, strict=True):
            modell.history.filter(history_id=step.history_id).update(history_date=den(day))


def test_what_lies_under_a_tiltak_is_told_when_it_came_changed_and_went_away(som):
    slt = person("slt")
    moved, gone, both = aktivitet(4, notat="Tre av ti lag kom."), lenke(4, tittel="Navnet på noen"), tiltaksvedtak(4)
    with i_navnet(slt):
        data = {"art": moved.art, "tittel": moved.tittel, "dato": moved.dato, "status": moved.status}
        endre(av=slt, rad=moved, sett=1, notat="Fem av ti lag kom.", **data)
        endre(av=slt, rad=gone, sett=1, tittel=gone.tittel, tatt_bort=True)
    daterte(Aktivitet, moved.pk, date(2024, 3, 1), date(2025, 3, 1))
    daterte(Lenke, gone.pk, date(2024, 4, 1), date(2025, 4, 1))
    daterte(Vedtak, both.pk, date(2025, 5, 1))
    client = som("fremmed")
    text = ryddet(endret(client, fra="31.12.2024", til="31.12.2025").text)
    assert "Aktivitet endret: Kontaktmøte" in text and "1. mars 2025 Notat: tatt ut: Tre kommet til: Fem av ti" in text
    assert "En lenke er tatt bort" in text and "Nytt vedtak: Penger til arbeidet" in text
    assert "1 med nytt eller endret innhold" in text
    before = ryddet(endret(client, fra="31.12.2023", til="31.12.2024").text)
    assert "Ny aktivitet: Kontaktmøte" in before and "vedtak" not in before.split("Uendret")[0].lower()
    history = ryddet(client.get("/tiltak/4/").text)
    assert "Notat: «Tre av ti lag kom.» → «Fem av ti lag kom.»" in history and "Nytt vedtak" in history
    assert not any("Navnet på noen" in page for page in (text, before, history)), "what was a mistake is not repeated"


def test_figures_come_with_their_indicator_and_a_correction_says_so(som):
    row = indikator(4)
    daterte(Indikator, row.pk, date(2024, 1, 1))
    for when, value in ((date(2025, 2, 1), 6), (date(2025, 3, 1), 7)):
        with flytt(den(when)):
            mal(row, 2024, value)
    client = som("fremmed")
    text = ryddet(endret(client, fra="31.12.2024", til="31.12.2025").text)
    assert "Nytt tall for 2024: Møter" in text and "Tallet for 2024 er rettet: Møter" in text
    assert "tatt ut: 6 kommet til: 7 møter" in text
    history = ryddet(client.get("/tiltak/4/").text)
    assert "Tallet for 2024 er rettet: Møter" in history and "Tall: 6 møter" in history
    assert "«6 møter» → «6 møter»" not in history
    few = _sporringer(client)
    for n in range(30):
        mal(indikator(4, navn=f"Nr. {n}"), 2025, n + 5)
        tiltaksvedtak(4, gjelder=f"Vedtak {n}"), vedlegg(4, tittel=f"Fil {n}"), aktivitet(5, tittel=f"Møte {n}")
    assert _sporringer(client) == few


def _sporringer(client) -> list[int]:
    counts = []
    for address in ("/tiltak/endret/?fra=31.12.2015", "/tiltak/4/"):
        with CaptureQueriesContext(connection) as seen:
            assert client.get(address).status_code == 200
        counts.append(len(seen))
    return counts
