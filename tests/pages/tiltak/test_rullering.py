"""The next edition: begun as a copy, told what becomes of each tiltak, adopted in one act; and what stops it."""

import re
from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, connection, transaction

from demo.samarbeid import lag_samarbeid
from demo.tiltak import fyll_status
from demo.tiltaksinnhold import fyll_innhold
from felles.skjema import NokkelFelt
from felles.tid import idag
from rapport.services.bygg import bygg_arsbilde
from samarbeid.models import Forum
from tests.factories.dager import Om
from tests.factories.tiltak import (
    aktivitet,
    fyll_opp,
    gjor,
    indikator,
    lenke,
    mal,
    milepael,
    ny_utgave,
    person,
    rapporter,
    tiltak,
    utkast,
)
from tiltak.choices import Utfall
from tiltak.models import Milepael, MuligHendelse, Plan, Rullering, Rulleringskobling, Tiltak, Vedtak
from tiltak.services.innhenting import start_runde
from tiltak.services.mulige import flytt
from tiltak.services.rullering import endre_tiltak, koble, mangler, ta_ut_tiltak
from tiltak.services.utgave import Planvedtak, vedta
from vern.kontekst import som as som_bruker

pytestmark = pytest.mark.django_db

VEDTAK = {"organ": "kommunestyret", "saksnummer": "26/0500"}


def ny(row: Rullering, plass: int):
    return row.tiltak.get(plass=plass)


def koblet(row: Rullering, nr: int, utfall: str, *plasser: int, begrunnelse: str = "") -> None:
    slt, til = person("slt"), [ny(row, plass) for plass in plasser]
    with som_bruker(slt):
        koble(av=slt, rullering=row, fra=tiltak(nr), utfall=utfall, til=til, begrunnelse=begrunnelse)


def endret(row: Rullering, plass: int, **felt) -> None:
    slt, one = person("slt"), ny(row, plass)
    names = ("tittel", "omrade_nr", "sammendrag", "type", "fristar")
    data = {name: getattr(one, name) for name in names} | {"ansvar": "Sandefjord kommune"} | felt
    with som_bruker(slt):
        endre_tiltak(av=slt, rullering=row, tiltak=one, sett=one.versjon, **data)


def post(client, row: Rullering, **felt):
    row.refresh_from_db()
    data = {"versjon": str(row.versjon), "dato": f"{idag():%d.%m.%Y}"} | VEDTAK | felt
    return client.post("/tiltak/rullering/vedta/", data)


def antall() -> tuple[int, ...]:
    return Plan.objects.count(), Tiltak.objects.count(), Vedtak.objects.count(), MuligHendelse.objects.count()


def test_a_draft_is_a_copy_that_readers_never_meet(som):
    row = utkast()
    assert [(t.plass, t.tittel) for t in row.tiltak.order_by("plass")] == list(
        Tiltak.objects.gjeldende().order_by("nr").values_list("nr", "tittel")
    )
    assert [part["navn"] for part in ny(row, 7).ansvar] == [
        "Sandefjord kommune",
        "Sandefjord kommune",
        "NAV integrering",
    ]
    assert mangler(row) == []
    assert som("radmann").get("/tiltak/rullering/").status_code == 200
    assert som("folkehelse").get("/tiltak/rullering/").status_code == 404
    assert "Trygt for alle" not in som("fremmed").get("/tiltak/").text
    assert Plan.objects.gjeldende().utgave == 2016


def test_the_form_begins_a_draft_and_there_is_one_at_a_time(som):
    client = som("slt")
    data = {"nokkel": NokkelFelt.ny(), "utgave": "2026", "tittel": "Ny plan"}
    assert client.post("/tiltak/rullering/", data).status_code == 302
    with pytest.raises(ValidationError, match="Det finnes et utkast alt"):
        utkast()
    with pytest.raises(IntegrityError, match="rullering_ett_utkast_om_gangen"), transaction.atomic():
        Rullering.objects.create(
            fra=Plan.objects.gjeldende(), utgave=2030, tittel="x", omrader=[], opprettet_av=person("slt")
        )


@pytest.mark.parametrize("utgave", ["2016", "2010", "x", "99999", ""])
def test_an_edition_that_does_not_come_after_is_refused(utgave, som):
    data = {"nokkel": NokkelFelt.ny(), "utgave": utgave, "tittel": "Ny plan"}
    assert som("slt").post("/tiltak/rullering/", data).status_code == 200
    assert not Rullering.objects.exists()


def test_adopted_it_is_the_plan_for_everyone_and_the_old_can_still_be_read(som):
    row = utkast()
    endret(row, 8, tittel="Ingen utenfor")
    assert post(som("slt"), row).status_code == 302
    page = som("fremmed").get("/tiltak/").text
    assert "Ingen utenfor" in page and "Motvirke utenforskap" not in page
    assert "Ingen utenfor" in som("fremmed").get("/tiltak/8/").text
    assert "Ingen utenfor" in som("slt").get("/").text
    old = som("fremmed").get("/tiltak/8/?utgave=2016").text
    assert "Motvirke utenforskap" in old and "som er erstattet" in old
    plan = Plan.objects.gjeldende()
    assert (plan.utgave, plan.vedtatt_dato, plan.erstatter.utgave) == (2026, idag(), 2016)
    assert str(plan.vedtak.get()).startswith("planen, kommunestyret")
    assert plan.tiltak.get(nr=7).ansvar.count() == 3
    assert [p.nr for p in plan.tiltak.get(nr=7).prinsipper.all()] == [2, 4]
    assert [f.nr for f in plan.tiltak.get(nr=7).fokusomrader.all()] == [1, 4]


def test_every_outcome_reads_as_old_beside_new_before_and_after(som):
    row = utkast()
    endret(row, 8, tittel="Ingen utenfor", ansvar="Folkehelse\nSandefjord politi")
    koblet(row, 18, Utfall.SLATT_SAMMEN, 17)
    koblet(row, 5, Utfall.DELT, 5, 6)
    koblet(row, 12, Utfall.UTGATT, begrunnelse="Tatt inn i helseplanen.")
    assert not row.tiltak.filter(plass__in=(12, 18)).exists()
    slt = som("slt")
    for text in (slt.get("/tiltak/rullering/").text, None):
        if text is None:
            ny_utgave(row)
            text = som("fremmed").get("/tiltak/planen/2026/endringer/").text
        for word in ("Slått sammen", "Delt", "Utgått", "Endret", "Videreført", "Tatt inn i helseplanen."):
            assert word in text
        assert "<del>Motvirke utenforskap" in text and "<ins>Ingen utenfor</ins>" in text
        assert "<ins>Folkehelse, Sandefjord politi</ins>" in text or "<ins>Folkehelse," in text
    assert Plan.objects.gjeldende().tiltak.count() == 16
    assert 'href="/tiltak/16/' in text or "16. Kurs og opplæring" in text


def test_what_was_merged_says_so_for_both(som):
    row = utkast()
    koblet(row, 18, Utfall.SLATT_SAMMEN, 17)
    outcomes = Rulleringskobling.objects.filter(til=ny(row, 17)).values_list("fra__nr", "utfall").order_by("fra__nr")
    assert list(outcomes) == [(17, Utfall.SLATT_SAMMEN), (18, Utfall.SLATT_SAMMEN)]
    assert mangler(row) == []


def test_rewording_back_makes_it_kept_again():
    row = utkast()
    text = ny(row, 8).tittel
    parties = "Sandefjord kommune\nSandefjord politidistrikt"
    endret(row, 8, tittel="Noe annet", ansvar=parties)
    assert ny(row, 8).kommer_fra.get().utfall == Utfall.ENDRET
    endret(row, 8, tittel=text, ansvar=parties)
    assert ny(row, 8).kommer_fra.get().utfall == Utfall.VIDEREFORT


@pytest.mark.parametrize(
    ("utfall", "plasser", "begrunnelse", "melding"),
    [
        (Utfall.UTGATT, (), "", "Skriv hvorfor tiltaket går ut."),
        (Utfall.DELT, (3,), "", "Velg to eller flere"),
        (Utfall.VIDEREFORT, (), "", "Velg ett tiltak"),
        (Utfall.ENDRET, (3, 4), "", "Velg ett tiltak"),
        (Utfall.VIDEREFORT, (4,), "", "Velg «Slått sammen»"),
    ],
)
def test_an_outcome_that_does_not_add_up_is_explained(utfall, plasser, begrunnelse, melding, som):
    row = utkast()
    til = [str(ny(row, plass).pk) for plass in plasser]
    data = {"utfall": utfall.value, "til": til, "begrunnelse": begrunnelse}
    assert melding in som("slt").post("/tiltak/rullering/gammelt/3/", data).text
    assert Rulleringskobling.objects.get(fra=tiltak(3)).utfall == Utfall.VIDEREFORT


def test_a_half_told_draft_is_not_adopted_and_nothing_is_written(som):
    row, slt = utkast(), person("slt")
    with som_bruker(slt):
        ta_ut_tiltak(av=slt, rullering=row, tiltak=ny(row, 4))
    koblet(row, 5, Utfall.DELT, 5, 6)
    with som_bruker(slt):
        ta_ut_tiltak(av=slt, rullering=row, tiltak=ny(row, 6))
    before = antall()
    text = post(som("slt"), row).text
    for sentence in (
        "Tiltak 4: si hva som skjer med det.",
        "Tiltak 5: er delt, men går bare inn i ett.",
        "Tiltak 6: si hva som skjer med det.",
    ):
        assert sentence in text
    assert antall() == before


@pytest.mark.parametrize(
    ("felt", "melding"),
    [
        ({"dato": "31.12.2015"}, "Den nye kan ikke være vedtatt før den."),
        ({"dato": Om(40)}, "Dato kan ikke være fram i tid."),
        ({"saksnummer": ""}, "Fyll ut «Saksnummer»."),
        ({"organ": ""}, "Svar på «Hvem vedtok planen?»"),
        ({"dato": "i fjor"}, "dato"),
        ({"versjon": "0"}, "Utkastet er endret mens du så på det."),
    ],
)
def test_a_bad_adoption_is_explained_and_nothing_is_written(felt, melding, som):
    row = utkast()
    before = antall()
    assert melding in post(som("slt"), row, **felt).text
    assert antall() == before


def test_who_saw_an_older_draft_cannot_adopt_it(som):
    row = utkast()
    seen = row.versjon
    endret(row, 8, tittel="Ingen utenfor")
    assert "Se over én gang til." in post(som("slt"), row, versjon=str(seen)).text
    assert Plan.objects.gjeldende().utgave == 2016


def test_a_failure_in_the_middle_leaves_the_old_plan(rigg):
    """A party that is gone when the draft is adopted: the database refuses, and all is undone."""
    row, slt = utkast(), person("slt")
    one = ny(row, 18)
    one.ansvar = [one.ansvar[0] | {"aktor": 999_999}]
    one.save()
    before = antall()
    row.refresh_from_db()
    with som_bruker(slt), pytest.raises(IntegrityError), transaction.atomic():
        decision = Planvedtak(organ="kommunestyret", dato=idag(), saksnummer="26/1")
        vedta(av=slt, rullering=row, sett=row.versjon, vedtak=decision)
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    assert antall() == before
    assert Plan.objects.gjeldende().utgave == 2016


def test_the_same_form_sent_twice_adopts_once(som):
    row = utkast()
    first = ny_utgave(row)
    assert ny_utgave(row).pk == first.pk
    assert Plan.objects.count() == 2


def test_the_database_wants_an_edition_to_come_after_the_one_it_replaces():
    former = Plan.objects.gjeldende()
    for facts in ({"utgave": 2015, "vedtatt_dato": idag()}, {"utgave": 2020, "vedtatt_dato": date(2015, 1, 1)}):
        with pytest.raises(IntegrityError, match="kommer ikke etter"), transaction.atomic():
            Plan.objects.create(tittel="x", erstatter=former, **facts)
    with pytest.raises(IntegrityError, match="kommer ikke etter"), transaction.atomic():
        Plan.objects.create(tittel="x", utgave=2020, erstatter=former)


@pytest.mark.parametrize("tabell", ["plan", "innsatsomrade", "tiltak", "muligtiltak", "prinsipp", "fokusomrade"])
def test_the_web_may_add_an_edition_and_never_change_or_remove_one(tabell):
    for act in (f"UPDATE tiltak_{tabell} SET tittel = 'x'", f"DELETE FROM tiltak_{tabell}"):
        with pytest.raises(Exception, match="permission denied"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(act)


def test_work_under_way_follows_and_what_is_done_stays_with_its_edition():
    milepael(4, tittel="Høstens møte")
    aktivitet(4, tittel="Felles kveld", status="planlagt", dato=idag() + timedelta(days=20))
    aktivitet(4, tittel="Vårens kveld", status="gjennomfort", dato=idag() - timedelta(days=90))
    lenke(4, tittel="Avtalemal")
    mal(indikator(4, navn="Avtaler"), 2025, 4)
    rapporter(4, "i_rute")
    plan = ny_utgave()
    new = plan.tiltak.get(nr=4)
    assert [m.tittel for m in new.milepaeler.all()] == ["Høstens møte"]
    assert [a.tittel for a in new.aktiviteter.all()] == ["Felles kveld"]
    assert [x.tittel for x in new.lenker.all()] == ["Avtalemal"]
    assert [(m.ar, m.verdi) for m in new.indikatorer.get().malinger.all()] == [(2025, 4)]
    assert not new.statusrapporter.exists()
    assert Milepael.objects.filter(tiltak__plan__utgave=2016, tittel="Høstens møte").exists()


def test_an_overdue_milestone_follows_and_says_what_its_deadline_was():
    milepael(4, tittel="Vårens møte", dager=-30)
    plan = ny_utgave()
    row = plan.tiltak.get(nr=4).milepaeler.get()
    assert row.tittel == f"Vårens møte (opprinnelig frist {idag() - timedelta(days=30):%d.%m.%Y})"
    assert row.frist == plan.vedtatt_dato


def test_the_demo_as_it_stands_can_be_adopted():
    """Everything the demo shows at once: overdue deadlines, rounds, drafts, decisions, fora."""
    for part in (fyll_status, lag_samarbeid, fyll_innhold):
        part()
    row = Rullering.objects.utkast().get()
    before = Tiltak.objects.gjeldende().count()
    plan = ny_utgave(row)
    assert (before, plan.tiltak.count()) == (18, 16)


def test_the_status_told_of_a_kept_tiltak_is_shown_in_the_new_edition(som):
    rapporter(4, "noe_forsinket", gjort="Møtt halvparten", avvik="x")
    ny_utgave()
    page = som("fremmed").get("/tiltak/4/").text
    assert "Møtt halvparten" in page and "Noe forsinket" in page
    assert 'href="/tiltak/4/?utgave=2016"' in page
    row = next(r for r in som("slt").get("/tiltak/").context["planstatus"].rader if r.tiltak.nr == 4)
    assert (row.status, row.har_svar) == ("noe_forsinket", True)


def test_last_years_answer_stands_beside_the_form_also_in_a_new_edition(som):
    rapporter(12, "noe_forsinket", ar=idag().year - 1, gjort="Kartlagt fem tjenester", avvik="x")
    ny_utgave()
    assert "Kartlagt fem tjenester" in som("folkehelse").get("/tiltak/12/status/").text
    assert "Kartlagt fem tjenester" in som("folkehelse").get("/tiltak/oppdater/").text
    assert Tiltak.objects.gjeldende().get(nr=12).statusrapporter.count() == 0


def test_the_years_report_follows_the_new_edition_with_what_was_told_before():
    rapporter(12, "i_rute", gjort="Kartlagt fem tjenester")
    row = utkast()
    koblet(row, 1, Utfall.UTGATT, begrunnelse="x")
    ny_utgave(row)
    picture = bygg_arsbilde(idag().year)
    sheets = [one for area in picture.omrader for one in area.tiltak]
    assert (picture.planperiode, len(sheets)) == ("2026", 17)
    assert next(one for one in sheets if one.tittel.startswith("Styrke mulighetene")).gjort == "Kartlagt fem tjenester"


SIDENE = [
    "/",
    "/tiltak/",
    "/tiltak/?utgave=2016",
    "/tiltak/eksport.xlsx",
    "/tiltak/eksport.csv",
    "/tiltak/endret/",
    "/tiltak/mulige/",
    "/tiltak/arshjul/",
    "/tiltak/planen/",
    "/tiltak/planen/?utgave=2016",
    "/tiltak/planen/2026/endringer/",
    "/tiltak/oppdater/",
    "/tiltak/rullering/",
    "/tiltak/innhenting/",
    "/tiltak/17/",
    "/tiltak/18/?utgave=2016",
    "/tiltak/17/status/",
    "/sok/?q=mentor",
    "/samarbeid/",
    "/rapport/",
]


def test_every_page_of_the_plan_opens_after_an_adoption(som):
    row = utkast()
    koblet(row, 1, Utfall.UTGATT, begrunnelse="x")
    ny_utgave(row)
    client = som("slt")
    assert {side: client.get(side).status_code for side in SIDENE} == dict.fromkeys(SIDENE, 200)


def test_what_was_dropped_says_so_on_its_old_page(som):
    row = utkast()
    koblet(row, 12, Utfall.UTGATT, begrunnelse="Tatt inn i helseplanen.")
    ny_utgave(row)
    assert "Utgått" in som("fremmed").get("/tiltak/12/?utgave=2016").text


def test_what_takes_in_an_important_tiltak_is_important_itself(rigg):
    with rigg:
        Tiltak.objects.gjeldende().filter(nr__in=(5, 18)).update(viktig=True)
    row = utkast()
    koblet(row, 5, Utfall.DELT, 5, 6)
    koblet(row, 18, Utfall.SLATT_SAMMEN, 17)
    ny_utgave(row)
    assert list(Tiltak.objects.gjeldende().filter(viktig=True).values_list("nr", flat=True)) == [5, 6, 17]


def test_fora_follow_their_tiltak_to_the_new_number(rigg):
    with rigg:
        kommune = tiltak(4).ansvar.first().aktor
        for nr in (4, 12, 17):
            Forum.objects.create(navn=f"Forum {nr}", ansvarlig=kommune, tiltak_nr=nr)
    row = utkast()
    koblet(row, 12, Utfall.UTGATT, begrunnelse="x")
    ny_utgave(row)
    assert dict(Forum.objects.values_list("navn", "tiltak_nr")) == {"Forum 4": 4, "Forum 12": None, "Forum 17": 16}


def test_possible_tiltak_still_open_go_on_and_say_where_they_stood(som):
    slt, plan = person("slt"), Plan.objects.gjeldende()
    with som_bruker(slt):
        for nr, move in ((1, "avvis"), (3, "vurder")):
            mulig = plan.mulige_tiltak.select_related("plan__erstattet_av").get(nr=nr)
            flytt(av=slt, mulig=mulig, overgang=move, nokkel=uuid4(), sett=0, begrunnelse="Slik er det.")
    new = ny_utgave()
    assert [m.tittel for m in new.mulige_tiltak.all()][:2] == ["Bekymringssamtale", "Megling og forsoning"]
    assert "Tatt med fra utgave 2016." in som("fremmed").get("/tiltak/mulige/2/").text
    assert new.mulige_tiltak.count() == 8


def test_parties_are_read_back_from_lines_and_an_unknown_one_is_named(som):
    row = utkast()
    one = ny(row, 7)
    data = {"versjon": "1", "tittel": one.tittel, "omrade_nr": "1", "type": one.type, "sammendrag": "", "fristar": ""}
    url = f"/tiltak/rullering/tiltak/{one.pk}/"
    text = som("slt").post(url, data | {"ansvar": "Folkehelse\nNarnia kommune"}).text
    assert "Kjenner ingen aktør som heter «Narnia kommune»." in text and "Narnia kommune</textarea>" in text
    assert som("slt").post(url, data | {"ansvar": "NAV integrering\nSandefjord politi"}).status_code == 302
    assert [(p["navn"], p["rolle"]) for p in ny(row, 7).ansvar] == [
        ("NAV integrering", "hovedansvarlig"),
        ("Sandefjord politi", "medansvarlig"),
    ]


def test_a_new_tiltak_and_new_areas_are_part_of_the_next_edition(som):
    row, client = utkast(), som("slt")
    head = {"versjon": "1", "utgave": "2027", "tittel": "Trygt for alle", "omrader": "\n".join([*row.omrader, "Skole"])}
    assert client.post("/tiltak/rullering/hode/", head).status_code == 302
    assert "Innsatsområdet «Skole» har ingen tiltak." in client.get("/tiltak/rullering/").text
    data = {"nokkel": NokkelFelt.ny(), "tittel": "Leksehjelp", "omrade_nr": "5", "type": "etablering"}
    data |= {"ansvar": "Folkehelse", "prinsipper": ["2"], "fokusomrader": ["1", "3"]}
    assert client.post("/tiltak/rullering/tiltak/ny/", data).status_code == 302
    assert post(client, row).status_code == 302
    made = Plan.objects.gjeldende().tiltak.get(tittel="Leksehjelp")
    assert (made.nr, made.innsatsomrade.nr, made.innsatsomrade.tittel) == (19, 5, "Skole")
    assert [one.nr for one in made.prinsipper.all()] == [2] and [one.nr for one in made.fokusomrader.all()] == [1, 3]
    assert "Leksehjelp" in som("fremmed").get("/tiltak/planen/2027/endringer/").text


def test_an_area_with_tiltak_in_it_cannot_be_left_out(som):
    row = utkast()
    head = {"versjon": "1", "utgave": "2027", "tittel": "Trygt for alle", "omrader": "\n".join(row.omrader[:3])}
    assert "Det ligger tiltak i et område du har tatt bort." in som("slt").post("/tiltak/rullering/hode/", head).text


@pytest.mark.parametrize("felt", ["tittel", "sammendrag", "ansvar", "fristar", "omrade_nr"])
@pytest.mark.parametrize("tekst", ["a\x00b", "x" * 1_000_000])
def test_junk_in_the_draft_gives_a_message(felt, tekst, som):
    row = utkast()
    one = ny(row, 7)
    data = {"versjon": "1", "tittel": "T", "omrade_nr": "1", "type": one.type, "ansvar": "Folkehelse"} | {felt: tekst}
    assert som("slt").post(f"/tiltak/rullering/tiltak/{one.pk}/", data).status_code in (200, 400)
    assert ny(row, 7).tittel == one.tittel


def test_a_draft_thrown_away_is_gone_from_view_and_another_can_begin(som):
    row = utkast()
    assert som("radmann").post("/tiltak/rullering/forkast/").status_code == 404
    assert som("slt").post("/tiltak/rullering/forkast/").status_code == 302
    row.refresh_from_db()
    assert row.forkastet_tid is not None
    assert utkast().pk != row.pk


def test_nobody_else_drafts_or_adopts():
    row = utkast()
    for hvem in ("radmann", "folkehelse", "politi"):
        with pytest.raises(PermissionDenied):
            ny_utgave(row, av=hvem)


@pytest.mark.parametrize("antall_tiltak", [18, 30])
def test_the_draft_takes_as_many_queries_whatever_its_size(antall_tiltak, som, rigg, django_assert_num_queries):
    with rigg:
        fyll_opp(antall_tiltak)
    utkast()
    client = som("slt")
    client.get("/tiltak/rullering/")
    with django_assert_num_queries(15):
        assert client.get("/tiltak/rullering/").text.count('id="gammelt-') == antall_tiltak


def test_a_round_under_way_ends_with_its_edition_and_the_koordinator_is_told(som):
    # Given a round that asks about three tiltak, one answered, in an edition about to be replaced
    runde = gjor(
        start_runde,
        av="slt",
        nokkel=uuid4(),
        ar=idag().year,
        frist=idag() + timedelta(days=9),
        tiltak=[tiltak(n) for n in (4, 12, 17)],
    )
    rapporter(4)
    rapporter(12, av="folkehelse")
    row = utkast()
    koblet(row, 18, Utfall.UTGATT, begrunnelse="Ferdig.")
    client = som("slt")
    # Then the page of adoption says what it ends, before it does
    page = client.get("/tiltak/rullering/vedta/").text
    assert "2 av 3 har svart. Den avsluttes" in page
    assert "Status for tiltak 12 venter på godkjenning" in page
    # When it is adopted
    row.refresh_from_db()
    felt = {"versjon": str(row.versjon), "dato": f"{idag():%d.%m.%Y}"} | VEDTAK
    answer = client.post("/tiltak/rullering/vedta/", felt, follow=True)
    # Then the round is over, by her, and she is told what is left
    assert "1 tiltak manglet svar. Be om status på nytt" in answer.text
    runde.refresh_from_db()
    assert runde.avsluttet is not None and runde.history.latest().history_user == person("slt")
    # And the form of the new edition asks all but those who answered
    chosen = re.findall(r'name="tiltak" value="(\d+)"[^>]* checked', client.get("/tiltak/innhenting/ny/").text)
    assert sorted(map(int, chosen)) == [nr for nr in range(1, 18) if nr not in (4, 12)]
