"""Possible tiltak on their way into the plan: every move of the table, by whom, and what cannot happen."""

from itertools import product

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction

from brukere.roles import Rolle
from felles.skjema import NokkelFelt
from felles.tid import idag
from samarbeid.models import Aktor
from tests.conftest import PERSONER
from tests.factories.dager import Om
from tests.factories.tiltak import gjor, person
from tiltak.choices import Muligtilstand
from tiltak.models import MuligHendelse, MuligTiltak, Plan, Tiltak
from tiltak.policy import can_flytte_mulig
from tiltak.services.mulige import ny_ide
from tiltak.workflow import MULIGE_OVERGANGER, OVERGANG

pytestmark = pytest.mark.django_db

VEIER = {
    Muligtilstand.IDE: (),
    Muligtilstand.VURDERT: ("vurder",),
    Muligtilstand.FORESLATT: ("vurder", "foresla"),
    Muligtilstand.VEDTATT: ("vurder", "foresla", "vedta"),
    Muligtilstand.AVVIST: ("avvis",),
}


def mulig(nr: int = 3) -> MuligTiltak:
    return MuligTiltak.objects.get(plan=Plan.objects.gjeldende(), nr=nr)


def felt(overgang: str, sett: int, **mer):
    data = {"nokkel": NokkelFelt.ny(), "versjon": str(sett), "begrunnelse": "Vi har sett på det."}
    if overgang == "vedta":
        data |= {
            "tittel": "Megling på alle skoler",
            "innsatsomrade": Plan.objects.gjeldende().innsatsomrader.get(nr=2).pk,
            "ansvarlig": Aktor.objects.get(slug="folkehelse").pk,
            "type": "etablering",
            "organ": "formannskapet",
            "dato": "1.2.2026",
            "saksnummer": "26/0110",
        }
    return data | mer


def flytt(client, overgang: str, nr: int = 3, **mer):
    sett = MuligHendelse.objects.filter(mulig=mulig(nr)).count()
    return client.post(f"/tiltak/mulige/{nr}/{overgang}/", felt(overgang, sett, **mer))


def ga_til(client, tilstand: str, nr: int = 3) -> None:
    for steg in VEIER[tilstand]:
        assert flytt(client, steg, nr).status_code == 302


@pytest.mark.parametrize(("tilstand", "overgang"), list(product(Muligtilstand, OVERGANG)))
def test_a_move_that_the_table_does_not_have_is_refused(tilstand, overgang, som):
    client = som("slt")
    ga_til(client, tilstand)
    before = MuligHendelse.objects.count()
    allowed = tilstand in OVERGANG[overgang].fra
    assert client.get(f"/tiltak/mulige/3/{overgang}/").status_code == (200 if allowed else 404)
    assert (flytt(client, overgang).status_code == 302) is allowed
    assert MuligHendelse.objects.count() == before + allowed
    shown = client.get("/tiltak/mulige/3/").text
    assert str((OVERGANG[overgang].til if allowed else tilstand).label) in shown


@pytest.mark.parametrize("overgang", OVERGANG)
def test_the_roles_of_the_table_decide(overgang):
    roles = {move.navn: set(move.roller) for move in MULIGE_OVERGANGER}[overgang]
    for name in PERSONER:
        user = person(name)
        assert can_flytte_mulig(user, OVERGANG[overgang]) is bool(user.roller & roles)
    assert Rolle.KOORDINATOR in roles


def test_an_adopted_one_becomes_a_tiltak_with_lead_and_decision(som):
    ga_til(som("slt"), Muligtilstand.VEDTATT)
    made = Tiltak.objects.gjeldende().get(nr=19)
    assert (made.tittel, made.innsatsomrade.nr, str(made.ansvar.get().aktor)) == (
        "Megling på alle skoler",
        2,
        "Folkehelse",
    )
    page = som("fremmed").get("/tiltak/19/").text
    assert "Formannskapet 1. februar 2026 · sak 26/0110" in page
    assert 'href="/tiltak/19/"' in som("fremmed").get("/tiltak/mulige/3/").text
    assert "Megling på alle skoler" in som("fremmed").get("/tiltak/").text
    assert som("folkehelse").get("/tiltak/19/status/").status_code == 200


def test_a_rejected_one_keeps_its_reason_and_can_be_taken_up_again(som):
    client = som("slt")
    flytt(client, "avvis", begrunnelse="Skolene gjør dette alt.")
    assert "Skolene gjør dette alt." in som("fremmed").get("/tiltak/mulige/3/").text
    assert flytt(client, "ta-opp-igjen", begrunnelse="Ny skole.").status_code == 302
    assert [row.til for row in MuligHendelse.objects.order_by("tid")] == ["avvist", "ide"]


@pytest.mark.parametrize("overgang", [move.navn for move in MULIGE_OVERGANGER if move.navn != "vedta"])
def test_a_move_without_a_reason_says_which_and_writes_nothing(overgang, som):
    client = som("slt")
    ga_til(client, OVERGANG[overgang].fra[0])
    before = MuligHendelse.objects.count()
    text = flytt(client, overgang, begrunnelse="  ").text
    assert str(OVERGANG[overgang].krav[0].melding) in text
    assert MuligHendelse.objects.count() == before


@pytest.mark.parametrize(
    ("feil", "melding"),
    [
        ({"saksnummer": ""}, "Fyll ut «Saksnummer»."),
        ({"dato": Om(40)}, "Dato kan ikke være fram i tid."),
        ({"dato": "i morgen kanskje"}, "dato"),
        ({"innsatsomrade": "999999"}, "Velg ett av valgene"),
        ({"ansvarlig": "x"}, "Velg ett av valgene"),
        ({"tittel": "x" * 300}, "Den kan være høyst 200 tegn."),
    ],
)
def test_a_bad_decision_is_explained_and_nothing_is_half_written(feil, melding, som):
    client = som("slt")
    ga_til(client, Muligtilstand.FORESLATT)
    assert melding in flytt(client, "vedta", **feil).text
    assert Tiltak.objects.gjeldende().count() == 18


@pytest.mark.parametrize("tekst", ["a\x00b", "x" * 1_000_000])
def test_junk_in_a_decision_writes_nothing(tekst, som):
    client = som("slt")
    ga_til(client, Muligtilstand.FORESLATT)
    for name in felt("vedta", 2).keys() - {"nokkel"}:
        assert flytt(client, "vedta", **{name: tekst}).status_code in (200, 400)
    assert Tiltak.objects.gjeldende().count() == 18


def test_the_second_of_two_is_told_and_nothing_is_written(som):
    flytt(som("folkehelse"), "vurder")
    svar = som("slt").post("/tiltak/mulige/3/avvis/", felt("avvis", 0))
    assert "Anne Vik har gjort noe med dette mens du skrev." in svar.text
    assert MuligHendelse.objects.get().til == "vurdert"


def test_the_same_form_sent_twice_is_one_move(som):
    client, data = som("slt"), felt("vurder", 0)
    for _time in range(2):
        assert client.post("/tiltak/mulige/3/vurder/", data).status_code == 302
    assert MuligHendelse.objects.count() == 1


def test_the_database_lets_only_one_event_follow_another():
    row, slt = mulig(), person("slt")
    facts = {"mulig": row, "fra": "ide", "til": "vurdert", "begrunnelse": "x", "av": slt}
    first = MuligHendelse.objects.create(**facts)
    with pytest.raises(IntegrityError, match="mulighendelse_en_forste"), transaction.atomic():
        MuligHendelse.objects.create(**facts)
    MuligHendelse.objects.create(**facts, forrige=first)
    with pytest.raises(IntegrityError, match="forrige"), transaction.atomic():
        MuligHendelse.objects.create(**facts, forrige=first)


def test_the_database_wants_a_reason_or_a_decision():
    facts = {"mulig": mulig(), "fra": "foreslatt", "av": person("slt")}
    for wrong in ({"til": "vedtatt", "begrunnelse": "ja"}, {"til": "avvist", "begrunnelse": ""}):
        with pytest.raises(IntegrityError, match="mulighendelse_vedtatt_eller_begrunnet"), transaction.atomic():
            MuligHendelse.objects.create(**facts | wrong)


def test_the_web_can_neither_change_nor_delete_an_event():
    for act in ("UPDATE tiltak_mulighendelse SET begrunnelse = 'y'", "DELETE FROM tiltak_mulighendelse"):
        with pytest.raises(Exception, match="permission denied"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(act)


def test_an_idea_of_ones_own_stands_among_the_possible(som):
    data = {"nokkel": NokkelFelt.ny(), "tittel": "Åpen dag", "sammendrag": "En dag i året."}
    assert som("folkehelse").post("/tiltak/mulige/ny/", data)["Location"] == "/tiltak/mulige/10/"
    text = som("fremmed").get("/tiltak/mulige/").text
    assert "10. Åpen dag" in text and "Kommunens egen idé, ikke nevnt i planen" in text


def test_no_idea_from_those_without_a_role_in_the_plan():
    with pytest.raises(PermissionDenied):
        gjor(ny_ide, av="radmann", plan=Plan.objects.gjeldende(), nokkel=None, tittel="x", sammendrag="y")


@pytest.mark.parametrize("antall", [0, 21])
def test_the_list_takes_as_many_queries_whatever_happened(antall, som, rigg, django_assert_num_queries):
    plan, slt = Plan.objects.gjeldende(), person("slt")
    with rigg:
        for nr in range(10, 10 + antall):
            row = MuligTiltak.objects.create(plan=plan, nr=nr, tittel=f"Idé {nr}", egen=True)
            MuligHendelse.objects.create(mulig=row, fra="ide", til="vurdert", begrunnelse="x", av=slt)
    client = som("slt")
    client.get("/tiltak/mulige/")
    with django_assert_num_queries(12):
        assert client.get("/tiltak/mulige/").text.count('id="mulig-') == 9 + antall


def test_in_an_older_edition_nothing_moves(som, rigg):
    with rigg:
        Plan.objects.create(utgave=2030, tittel="Ny plan", erstatter=Plan.objects.gjeldende(), vedtatt_dato=idag())
    text = som("slt").get("/tiltak/mulige/3/?utgave=2016").text
    assert "Skriv vurdering" not in text
    assert som("slt").get("/tiltak/mulige/3/vurder/").status_code == 404
