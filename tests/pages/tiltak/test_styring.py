"""Pages where status is agreed to, responsibility handed over, and a tiltak marked as important."""

import re

import pytest

from felles.dato import talldato
from felles.tid import idag
from samarbeid.models import Aktor
from tests.factories.tiltak import gjor, person, rapporter, tiltak
from tiltak.models import Ansvar, Statusrapport, Statusvurdering
from tiltak.services.vurdering import sett_viktig

pytestmark = pytest.mark.django_db
SIDE = "/tiltak/godkjenning/"


def svar(client, rapport: Statusrapport, utfall: str, kommentar: str = "") -> dict[str, str]:
    text = client.get(SIDE).text
    key = re.search(rf'name="{rapport.pk}-nokkel" value="([^"]*)"', text)[1]
    return {
        "rapport": str(rapport.pk),
        f"{rapport.pk}-nokkel": key,
        f"{rapport.pk}-kommentar": kommentar,
        "utfall": utfall,
    }


def test_the_koordinator_agrees_in_one_press_and_it_stands_in_the_history(som):
    row, kari = rapporter(12, av="folkehelse"), som("slt")
    assert 'href="/tiltak/godkjenning/"' in kari.get("/?oppgaver=alle").text
    answer = kari.post(SIDE, svar(kari, row, "godkjent"), follow=True)
    assert "Tiltak 12 er godkjent." in answer.text
    assert "Ingen rapporter venter på deg" in answer.text
    assert f"Status for {idag().year}: godkjent" in kari.get("/tiltak/12/").text


def test_sent_back_is_told_where_the_owner_writes(som):
    row, kari = rapporter(12, av="folkehelse"), som("slt")
    refused = kari.post(SIDE, svar(kari, row, "sendt_tilbake"))
    assert "Skriv hva som må rettes." in refused.text
    kari.post(SIDE, svar(kari, row, "sendt_tilbake", "Hva er neste steg?"))
    anne = som("folkehelse")
    for page in ("/tiltak/12/", "/tiltak/12/status/"):
        assert "Hva er neste steg?" in anne.get(page).text


def test_two_koordinators_at_once_are_one_word(som):
    row, kari, hanne = rapporter(12, av="folkehelse"), som("slt"), som("slt2")
    first, second = svar(kari, row, "godkjent"), svar(hanne, row, "godkjent")
    kari.post(SIDE, first)
    assert kari.post(SIDE, first, follow=True).status_code == 200
    assert "Rapporten venter ikke lenger på deg." in hanne.post(SIDE, second, follow=True).text
    assert Statusvurdering.objects.get().av == person("slt")


@pytest.mark.parametrize("felt", [{"rapport": "juks"}, {"rapport": ""}, {"rapport": "a\x00b"}])
def test_junk_is_answered(som, felt):
    row, kari = rapporter(12, av="folkehelse"), som("slt")
    assert kari.post(SIDE, svar(kari, row, "godkjent") | felt).status_code in (302, 400)
    assert not Statusvurdering.objects.exists()


def test_an_important_tiltak_says_so_and_waits_for_a_second_person(som):
    kari = som("slt")
    kari.post("/tiltak/15/viktig/", {"viktig": "ja"})
    rapporter(15, "gjennomfort", av="slt")
    text = kari.get("/tiltak/15/").text
    assert "Det gjelder når en annen person har bekreftet det." in text
    assert "Viktig tiltak: to personer må si at det er gjennomført." in som("fremmed").get("/tiltak/15/").text
    assert "Bekreft gjennomført" in som("slt2").get(SIDE).text
    assert "Bekreft gjennomført" not in kari.get(SIDE).text
    kari.post("/tiltak/15/viktig/", {"viktig": "nei"})
    assert "Viktig tiltak" not in kari.get("/tiltak/15/").text


def test_responsibility_is_handed_over_on_a_page_and_the_event_is_shown(som):
    kari, taker = som("slt"), Aktor.objects.get(slug="skole-barnehagekontor")
    row = Ansvar.objects.gjeldende().get(tiltak=tiltak(8), rekkefolge=1)
    data = {"ansvar": row.pk, "til": taker.pk, "fra": talldato(idag()), "grunn": "Skolene gjør arbeidet."}
    wrong = kari.post("/tiltak/8/overfor/", data | {"fra": "1.1.2010"})
    assert "Dagen er før ansvaret begynte" in wrong.text
    assert "Skolene gjør arbeidet.</textarea>" in wrong.text
    text = kari.post("/tiltak/8/overfor/", data, follow=True).text
    assert "Overført fra Sandefjord kommune til Sandefjord kommune (Skole- og barnehagekontoret)" in text
    assert "Skolene gjør arbeidet." in text
    again = kari.post("/tiltak/8/overfor/", data)
    assert "Velg ett av valgene i lista." in again.text
    assert Ansvar.objects.filter(tiltak=tiltak(8), etter__isnull=False).count() == 1


@pytest.mark.parametrize("antall", [1, 30])
def test_the_number_of_queries_does_not_grow_with_what_waits(som, antall, django_assert_num_queries):
    for year in range(idag().year - antall + 1, idag().year + 1):
        rapporter(12, av="folkehelse", ar=year)
    kari = som("slt")
    with django_assert_num_queries(9):
        assert kari.get(SIDE).text.count('<section class="hp-kort" id="r') == antall


def test_marking_twice_is_the_same(som):
    kari = som("slt")
    for _once in range(2):
        kari.post("/tiltak/15/viktig/", {"viktig": "ja"})
    assert tiltak(15).viktig
    assert gjor(sett_viktig, av="slt", tiltak=tiltak(15), viktig=False).viktig is False
