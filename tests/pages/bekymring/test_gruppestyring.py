"""The koordinator makes a kjernegruppe and fills its places; a place opens what comes after, nothing else."""

import pytest

from bekymring.models import Kjernegruppe, Medlemskap
from bekymring.services.gruppestyring import gi_plass
from brukere import okter
from brukere.models import Bruker
from demo import regi
from tests.pages.brukere.test_okter import la_ga
from vern.kontekst import som as i_kontekst

from .skjema import send, valgene

pytestmark = pytest.mark.django_db


def ny_gruppe(slt, navn="Nordre skoler"):
    send(slt, "/kjernegruppe/ny/", navn=navn, omrade="Tre barneskoler")
    with i_kontekst(regi.person("slt")):
        return Kjernegruppe.objects.get(navn=navn)


def test_a_new_group_gets_a_leader_and_members_who_then_call_meetings(som):
    slt = som("slt")
    gruppe = ny_gruppe(slt)
    side = f"/kjernegruppe/{gruppe.pk}/medlem/"
    leder = regi.person("kjerneleder").pk
    assert "er med i gruppa" in send(slt, side, bruker=leder, funksjon="rektor", leder="on").content.decode()
    assert som("kjerneleder").get(f"/kjernegruppe/{gruppe.pk}/innkall/").status_code == 200
    assert str(leder) not in valgene(slt.get(side), "bruker")


def test_a_place_opens_no_case_that_was_there_before(som, pa_saksliste):
    slt, vgs = som("slt"), regi.person("kjerne.vgs")
    gruppe = pa_saksliste.mote.gruppe_id
    send(slt, f"/kjernegruppe/{gruppe}/medlem/", bruker=vgs.pk, funksjon="rådgiver")
    with i_kontekst(regi.person("slt")):
        assert Medlemskap.objects.filter(gruppe=gruppe, bruker=vgs, til=None).exists()
    assert som("kjerne.vgs").get(pa_saksliste.her).status_code == 404


def test_only_those_who_work_where_cases_have_a_zone_can_be_chosen(som, grupper):
    slt = som("slt")
    valg = set(valgene(slt.get(f"/kjernegruppe/{ny_gruppe(slt).pk}/medlem/"), "bruker"))
    assert str(regi.person("kjerne.helse").pk) in valg
    assert not valg & {str(regi.person(navn).pk) for navn in ("radmann", "system", "fremmed")}


def test_an_account_that_is_closed_cannot_be_chosen(som, grupper, rigg):
    slt = som("slt")
    with rigg:
        Bruker.objects.filter(username="kjerne.helse").update(is_active=False)
    assert str(regi.person("kjerne.helse").pk) not in valgene(
        slt.get(f"/kjernegruppe/{ny_gruppe(slt).pk}/medlem/"), "bruker"
    )


def test_a_double_press_gives_one_place(som, grupper):
    slt = som("slt")
    gruppe = ny_gruppe(slt)
    with i_kontekst(regi.person("slt")):
        for _ in range(2):
            gi_plass(av=regi.person("slt"), gruppe=gruppe, bruker=regi.person("politi"), funksjon="politi", leder=False)
        assert gruppe.medlemskap.filter(til=None).count() == 1


@pytest.mark.parametrize(
    ("felt", "melding"),
    [
        ({"navn": ""}, "Fyll ut «Navn»."),
        ({"navn": "Nordre skoler"}, "Det finnes en kjernegruppe med dette navnet."),
        ({"navn": "x" * 200}, "Du må rette 1 feil"),
    ],
)
def test_a_group_without_a_name_of_its_own_is_not_made(som, felt, melding):
    slt = som("slt")
    ny_gruppe(slt)
    assert melding in send(slt, "/kjernegruppe/ny/", **felt).content.decode()
    with i_kontekst(regi.person("slt")):
        assert list(Kjernegruppe.objects.exclude(navn__in=regi.GRUPPER).values_list("navn", flat=True)) == [
            "Nordre skoler"
        ]


def test_a_group_gets_a_new_name_and_keeps_the_rest(som):
    slt = som("slt")
    gruppe = ny_gruppe(slt)
    send(slt, f"/kjernegruppe/{gruppe.pk}/endre/", navn="Nordre krets")
    with i_kontekst(regi.person("slt")):
        gruppe.refresh_from_db()
    assert (gruppe.navn, gruppe.omrade) == ("Nordre krets", "Tre barneskoler")


def test_giving_a_place_asks_who_one_is_again(som):
    slt = som("slt")
    gruppe = ny_gruppe(slt)
    la_ga(slt, 11 * 60, okter.FERSK)
    assert slt.get(f"/kjernegruppe/{gruppe.pk}/medlem/")["Location"].startswith("/logg-inn/bekreft/?next=")
