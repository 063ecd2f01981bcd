"""What lies under a tiltak: add, change, take away, measure, comment; and what is never shown."""

from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction

from felles.skjema import NokkelFelt
from felles.tid import idag
from samarbeid.models import Kurs
from tests.factories.saker import knytt_alle
from tests.factories.tiltak import (
    aktivitet,
    gjor,
    indikator,
    kommentar,
    lenke,
    mal,
    person,
    tiltak,
    tiltaksvedtak,
)
from tiltak.choices import Aktivitetsart
from tiltak.forms.arter import ART, ARTER
from tiltak.models import Aktivitet, Indikator, Kommentar, Lenke, Maling, Plan, Vedtak
from tiltak.services.innhold import legg_til, registrer_maling
from tiltak.services.samtale import finn_nevnte

pytestmark = pytest.mark.django_db

SPORRINGER = 32
SKJEMA = {
    "aktivitet": {"tittel": "Foreldregruppe", "dato": "3.2.2026", "status": "gjennomfort", "antall": "9"},
    "indikator": {"navn": "Grupper", "definisjon": "Holdt i året", "enhet": "grupper", "kilde": "Skjema"},
    "vedtak": {"gjelder": "Midler", "organ": "formannskapet", "dato": "3.2.2026", "saksnummer": "26/0077"},
    "lenke": {"art": "dokument", "tittel": "Rutine", "adresse": "example.no/rutine", "dato": "3.2.2026"},
}
MODELL = {"aktivitet": Aktivitet, "indikator": Indikator, "vedtak": Vedtak, "lenke": Lenke}


def ny(client, slag: str, nr: int = 12, **felt):
    art = "?art=gruppe" if slag == "aktivitet" else ""
    data = {"nokkel": NokkelFelt.ny()} | SKJEMA[slag] | felt
    return client.post(f"/tiltak/{nr}/legg-til/{slag}/{art}", data)


def pk(rad):
    return rad.skjema if isinstance(rad, Vedtak) else rad.pk


@pytest.mark.parametrize("slag", SKJEMA)
def test_those_who_answer_for_a_tiltak_add_to_it_and_all_see_it(slag, som):
    svar = ny(som("folkehelse"), slag)
    assert svar.status_code == 302 and svar["Location"].startswith("/tiltak/12/#")
    title = next(iter(SKJEMA[slag].values())) if slag != "lenke" else "Rutine"
    assert title in som("fremmed").get("/tiltak/12/").text


@pytest.mark.parametrize("slag", SKJEMA)
def test_the_same_form_sent_twice_makes_one(slag, som):
    client, key = som("slt"), NokkelFelt.ny()
    before = MODELL[slag].objects.count()
    for _time in range(2):
        assert ny(client, slag, nokkel=key).status_code == 302
    assert MODELL[slag].objects.count() == before + 1


@pytest.mark.parametrize("slag", SKJEMA)
def test_a_birth_number_is_refused_and_nothing_typed_is_lost(slag, som):
    field = {"aktivitet": "tittel", "indikator": "navn", "vedtak": "gjelder", "lenke": "tittel"}[slag]
    svar = ny(som("slt"), slag, **{field: "Ring 010203 12345"})
    assert "kan være et fødselsnummer" in svar.text and "Ring 010203 12345" in svar.text


@pytest.mark.parametrize("slag", SKJEMA)
@pytest.mark.parametrize("tekst", ["a\x00b", "x" * 1_000_000])
def test_junk_gives_a_message(slag, tekst, som):
    field = {"aktivitet": "tittel", "indikator": "navn", "vedtak": "gjelder", "lenke": "adresse"}[slag]
    before = MODELL[slag].objects.count()
    assert ny(som("slt"), slag, **{field: tekst}).status_code in (200, 400)
    assert MODELL[slag].objects.count() == before


@pytest.mark.parametrize("slag", SKJEMA)
def test_two_who_change_the_same_row_see_each_other(slag, som):
    make = {"aktivitet": aktivitet, "indikator": indikator, "vedtak": tiltaksvedtak, "lenke": lenke}[slag]
    row = make(12, **({"art": "gruppe"} if slag == "aktivitet" else {}))
    field = {"aktivitet": "tittel", "indikator": "navn", "vedtak": "gjelder", "lenke": "tittel"}[slag]
    url, data = f"/tiltak/12/endre/{slag}/{pk(row)}/", SKJEMA[slag] | {"versjon": "1"}
    assert som("folkehelse").post(url, data | {field: "Først"}).status_code == 302
    second = som("slt").post(url, data | {field: "Sist"})
    assert "Anne Vik endret dette" in second.text
    assert "Først" in second.text
    row.refresh_from_db()
    assert getattr(row, field) == "Først"


@pytest.mark.parametrize("slag", SKJEMA)
def test_what_was_added_by_mistake_leaves_the_page_and_stays_in_the_history(slag, som):
    make = {"aktivitet": aktivitet, "indikator": indikator, "vedtak": tiltaksvedtak, "lenke": lenke}[slag]
    row = make(12, **({"art": "gruppe"} if slag == "aktivitet" else {}))
    field = {"aktivitet": "tittel", "indikator": "navn", "vedtak": "gjelder", "lenke": "tittel"}[slag]
    data = SKJEMA[slag] | {"versjon": "1", "tatt_bort": "on", field: "Feil tiltak"}
    assert som("slt").post(f"/tiltak/12/endre/{slag}/{pk(row)}/", data).status_code == 302
    assert "Feil tiltak" not in som("slt").get("/tiltak/12/").text
    assert som("slt").get(f"/tiltak/12/endre/{slag}/{pk(row)}/").status_code == 404
    assert [old.tatt_bort for old in row.history.order_by("history_id")] == [False, True]


@pytest.mark.parametrize("antall", [1, 30])
def test_the_page_takes_as_many_queries_whatever_lies_there(antall, som, rigg, django_assert_num_queries):
    with rigg:
        kommune = tiltak(4).ansvar.first().aktor
        Kurs.objects.bulk_create(
            Kurs(tittel=f"Kurs {n}", dato=idag(), arrangor=kommune, tiltak_nr=4) for n in range(antall)
        )
    for n in range(antall):
        aktivitet(4, tittel=f"Møte {n}")
        mal(indikator(4, navn=f"Indikator {n}"), 2020, 7)
        tiltaksvedtak(4, saksnummer=f"26/{n:04}")
        lenke(4, tittel=f"Lenke {n}")
        kommentar(4, tekst=f"Kommentar {n}")
    client = som("slt")
    client.get("/tiltak/4/")
    with django_assert_num_queries(SPORRINGER):
        text = client.get("/tiltak/4/").text
    assert all(f"{what} {antall - 1}<" in text for what in ("Kurs", "Møte", "Indikator", "Lenke", "Kommentar"))


def test_every_kind_of_activity_has_a_form_that_says_what_it_asks_for(som):
    client = som("slt")
    assert set(ART) == set(Aktivitetsart)
    offered = client.get("/tiltak/7/legg-til/aktivitet/").text
    for art in ARTER:
        assert f"?art={art.art.value}" in offered
        text = client.get(f"/tiltak/7/legg-til/aktivitet/?art={art.art.value}").text
        assert all(str(label) in text for label in art.felt.values())


def test_a_course_of_the_registry_is_linked_and_not_shown_to_a_stranger(som, rigg):
    with rigg:
        kommune = tiltak(4).ansvar.first().aktor
        kurs = Kurs.objects.create(tittel="Dialogkurs", dato=idag(), arrangor=kommune, tiltak_nr=4)
    assert f'href="/samarbeid/kurs/{kurs.pk}/"' in som("slt").get("/tiltak/4/").text
    assert "Dialogkurs" not in som("fremmed").get("/tiltak/4/").text


@pytest.mark.parametrize("antall", [1, 4])
def test_a_group_of_fewer_than_five_is_never_stored_as_a_number(antall, som):
    ny(som("slt"), "aktivitet", antall=str(antall))
    row = Aktivitet.objects.get(tittel="Foreldregruppe")
    assert (row.antall, row.under_fem) == (None, True)
    assert "under 5" in som("fremmed").get("/tiltak/12/").text
    assert list(row.history.values_list("antall", flat=True)) == [None]


@pytest.mark.parametrize("verdi", [1, 4])
def test_the_database_refuses_a_small_number_of_people(verdi):
    row, slt = indikator(12, teller_personer=True), person("slt")
    with pytest.raises(IntegrityError, match="maling_verdi_ikke_1_4_personer"), transaction.atomic():
        Maling.objects.create(indikator=row, teller_personer=True, ar=2026, verdi=verdi, registrert_av=slt)
    with pytest.raises(IntegrityError, match="aktivitet_antall_ikke_1_4"), transaction.atomic():
        Aktivitet.objects.filter(pk=aktivitet(12).pk).update(antall=verdi)


def test_a_figure_cannot_call_itself_something_else_than_its_indicator():
    row, slt = indikator(12, teller_personer=True), person("slt")
    with pytest.raises(IntegrityError, match="maling_teller_som_indikatoren"), transaction.atomic():
        Maling.objects.create(indikator=row, teller_personer=False, ar=2026, verdi=3, registrert_av=slt)
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def test_figures_are_drawn_with_a_table_beside_and_small_ones_as_a_word(som):
    row = indikator(12, navn="Veiledere", teller_personer=True)
    for ar, verdi in ((2024, 3), (2025, 0), (2026, 8)):
        mal(row, ar, verdi)
    text = som("fremmed").get("/tiltak/12/").text
    assert "<title>Veiledere: 2024 under 5, 2025 0, 2026 8.</title>" in text
    assert "<td>2024</td><td>under 5</td>" in text


def test_a_figure_is_corrected_by_a_new_one_and_the_former_stays(som):
    row = indikator(12, navn="Møter")
    first = mal(row, 2025, 7)
    data = {"nokkel": NokkelFelt.ny(), "versjon": "1", "ar": "2025", "verdi": "9", "merknad": "To var glemt"}
    assert som("folkehelse").post(f"/tiltak/12/maling/{row.pk}/", data).status_code == 302
    assert [(m.verdi, m.erstatter_id) for m in row.malinger.order_by("tid")] == [(7, None), (9, first.pk)]
    text = som("fremmed").get("/tiltak/12/").text
    assert "<title>Møter: 2025 9.</title>" in text and "To var glemt" in text


def test_two_who_measure_at_once_see_each_other(som):
    row = indikator(12, navn="Møter")
    mal(row, 2025, 7)
    data = {"nokkel": NokkelFelt.ny(), "versjon": "0", "ar": "2025", "verdi": "9", "merknad": ""}
    text = som("folkehelse").post(f"/tiltak/12/maling/{row.pk}/", data).text
    assert "Kari Nordby endret dette" in text
    assert list(row.malinger.values_list("verdi", flat=True)) == [7]


def test_the_web_can_neither_change_nor_delete_a_figure():
    row = mal(indikator(12), 2025, 7)
    for act in ("UPDATE tiltak_maling SET verdi = 8", "DELETE FROM tiltak_maling"):
        with pytest.raises(Exception, match="permission denied"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"{act} WHERE id = %s", [row.pk])


def test_no_figure_is_ahead_of_its_year(som):
    row = indikator(12)
    data = {"nokkel": NokkelFelt.ny(), "versjon": "0", "ar": str(idag().year + 1), "verdi": "9"}
    assert "Året kan ikke være fram i tid." in som("slt").post(f"/tiltak/12/maling/{row.pk}/", data).text


def test_two_indicators_of_a_tiltak_do_not_share_a_name(som):
    indikator(12, navn="Grupper")
    assert "er i bruk for en annen indikator i tiltaket." in ny(som("slt"), "indikator").text


def test_the_plans_own_decision_cannot_be_written_by_the_web():
    own = Vedtak.objects.get(tiltak__isnull=True)
    with pytest.raises(Exception, match="skrives bare av eieren"), transaction.atomic():
        Vedtak.objects.filter(pk=own.pk).update(gjelder="planen")
    with pytest.raises(Exception, match="skrives bare av eieren"), transaction.atomic():
        Vedtak.objects.create(plan=own.plan, gjelder="planen", organ="kommunestyret", dato=idag())


def test_a_decision_lies_in_the_edition_of_its_tiltak(rigg):
    with rigg:
        other = Plan.objects.create(utgave=1999, tittel="En annen plan")
    with pytest.raises(IntegrityError, match="vedtak_tiltak_i_samme_plan"), transaction.atomic():
        Vedtak.objects.create(
            plan=other, tiltak=tiltak(4), gjelder="x", organ="formannskapet", dato=idag(), saksnummer="26/1"
        )
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def test_a_decision_under_a_tiltak_is_not_listed_as_the_plans_own(som):
    tiltaksvedtak(4, gjelder="Penger til fire møter")
    assert "Penger til fire møter" in som("slt").get("/tiltak/4/").text
    assert "Penger til fire møter" not in som("slt").get("/tiltak/planen/").text


def test_a_document_needs_an_address_and_a_date(som):
    text = ny(som("slt"), "lenke", adresse="", dato="").text
    assert "Fyll ut «Adresse»." in text and "Fyll ut «Dato på dokumentet»." in text


@pytest.mark.parametrize("adresse", ["javascript:alert(1)", "ftp:// x", "https://", "ikke en adresse"])
def test_an_address_that_is_none_is_refused(adresse, som):
    assert ny(som("slt"), "lenke", adresse=adresse).status_code == 200
    assert not Lenke.objects.filter(tittel="Rutine").exists()


def test_a_mention_waits_on_the_start_page_until_it_is_read(som):
    knytt_alle()
    kommentar(12, tekst="@Anne Vik Kan du se på fristen?")
    client = som("folkehelse")
    assert "Du er nevnt i en kommentar" in client.get("/?oppgaver=alle").text
    assert "Noen har bedt deg se på dette." in client.get("/tiltak/12/").text
    assert client.post("/tiltak/12/kommentar/lest/").status_code == 302
    assert "Du er nevnt i en kommentar" not in client.get("/?oppgaver=alle").text


def test_who_answers_has_read(som):
    knytt_alle()
    kommentar(12, tekst="@Anne Vik Kan du se på fristen?")
    kommentar(12, av="folkehelse", tekst="Ja, i morgen.")
    assert "Du er nevnt i en kommentar" not in som("folkehelse").get("/?oppgaver=alle").text


@pytest.mark.parametrize(
    ("tekst", "melding"),
    [
        ("@Ingen Slik se her", "Fant ingen som heter «@Ingen». Skriv hele navnet."),
        ("@Tor Ek se her", "Tor Ek har ingen rolle i arbeidet"),
        ("Ring 010203 12345", "kan være et fødselsnummer"),
    ],
)
def test_a_comment_that_cannot_be_sent_says_why_and_keeps_the_text(tekst, melding, som):
    knytt_alle()
    text = som("slt").post("/tiltak/12/kommentar/", {"nokkel": NokkelFelt.ny(), "tekst": tekst}).text
    assert melding in text and tekst in text
    assert not Kommentar.objects.exists()


def test_names_are_found_at_full_length_and_addresses_are_not_names():
    assert finn_nevnte("Skriv til post@folkehelse.no") == []
    assert [b.username for b in finn_nevnte("@Anne Vik og @politi, og @Anne Vik.")] == ["folkehelse", "politi"]


def test_comments_are_for_those_who_work_with_the_plan(som):
    knytt_alle()
    kommentar(4, tekst="Bare for oss")
    assert "Bare for oss" in som("laerer").get("/tiltak/4/").text
    assert "Bare for oss" not in som("fremmed").get("/tiltak/4/").text


def test_a_comment_taken_back_is_gone_from_the_database_too(som):
    knytt_alle()
    row = kommentar(4, av="laerer", tekst="Dette burde ikke stått her")
    assert som("politi").post(f"/tiltak/4/kommentar/{row.pk}/ta-bort/").status_code == 403
    assert som("laerer").post(f"/tiltak/4/kommentar/{row.pk}/ta-bort/").status_code == 302
    row.refresh_from_db()
    assert (row.tekst, row.tatt_bort) == ("", True)
    assert "Kommentaren er tatt bort." in som("slt").get("/tiltak/4/").text


def test_nobody_else_than_those_who_answer_adds_through_the_service():
    fra = {"art": "mote", "tittel": "x", "dato": idag(), "status": "planlagt"}
    for hvem in ("politi", "folkehelse", "fremmed"):
        with pytest.raises(PermissionDenied):
            gjor(legg_til, av=hvem, tiltak=tiltak(4), modell=Aktivitet, nokkel=uuid4(), **fra)
    row = indikator(4)
    with pytest.raises(PermissionDenied):
        gjor(registrer_maling, av="folkehelse", indikator=row, nokkel=uuid4(), ar=2025, verdi=9, sett=0)
    assert not Aktivitet.objects.exists() and not Maling.objects.exists()
