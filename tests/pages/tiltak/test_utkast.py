"""Drafts of status: what is typed and not sent is kept for the one who typed it, and for nobody else."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from felles.tid import idag
from tests.factories.tiltak import person, rapporter, tiltak
from tests.pages.tiltak.test_rapportering import ADRESSE, EGNE, skjema, skjulte, tabell
from tiltak.models import Statusrapport, Statusutkast
from vern.kontekst import som as i_kontekst

pytestmark = pytest.mark.django_db
TABELL = "/tiltak/oppdater/"
STILLE = {"X-Utkast": "1"}


def egne(brukernavn: str = "folkehelse") -> dict[int, dict[str, str]]:
    with i_kontekst(person(brukernavn)):
        return {row.tiltak.nr: row.felt for row in Statusutkast.objects.select_related("tiltak")}


def test_what_is_typed_is_there_when_the_browser_has_been_closed(som):
    anne = som("folkehelse")
    data = tabell(anne, EGNE, t7__gjort="Halvskrevet", t17__frist="ikke en dato", utkast="1")
    assert anne.post(TABELL, data, headers=STILLE).status_code == 204
    assert sorted(egne()) == [7, 17]
    again = som("folkehelse").get(TABELL).text
    assert "Halvskrevet</textarea>" in again
    assert 'value="ikke en dato"' in again
    assert "Utkast lagret kl." in again
    assert not Statusrapport.objects.exists()


def test_a_draft_taken_up_again_is_saved_and_then_gone(som):
    anne = som("folkehelse")
    anne.post(TABELL, tabell(anne, EGNE, t7__status="i_rute", t7__gjort="Halvskrevet", utkast="1"), headers=STILLE)
    data = tabell(anne, EGNE, t7__status="i_rute", t7__gjort="Halvskrevet")
    assert "Lagret tiltak 7." in anne.post(TABELL, data, follow=True).text
    assert egne() == {}
    assert Statusrapport.objects.get().gjort == "Halvskrevet"


def test_a_row_typed_back_to_what_is_saved_is_no_draft(som):
    anne = som("folkehelse")
    anne.post(TABELL, tabell(anne, EGNE, t7__gjort="Noe", utkast="1"), headers=STILLE)
    anne.post(TABELL, tabell(anne, EGNE, utkast="1"), headers=STILLE)
    assert egne() == {}


def test_the_draft_follows_to_the_form_and_what_the_table_does_not_ask_for_is_not_lost(som):
    anne = som("folkehelse")
    anne.post(ADRESSE, skjema(anne, gjort="Fra skjemaet", avvik="Mitt avvik", utkast="1"), headers=STILLE)
    assert "Fra skjemaet</textarea>" in anne.get(TABELL).text
    assert "Mitt avvik</textarea>" in anne.get(ADRESSE).text
    anne.post(TABELL, tabell(anne, EGNE, t12__status="i_rute", t12__gjort="Fra skjemaet"))
    assert Statusrapport.objects.get().avvik == "Mitt avvik"
    assert egne() == {}


def test_without_script_a_button_keeps_the_draft_and_another_throws_it_away(som):
    anne = som("folkehelse")
    answer = anne.post(ADRESSE, skjema(anne, gjort="Behold", utkast="1"), follow=True)
    assert "Utkastet er lagret. Bare du ser det." in answer.text
    assert "Behold</textarea>" in answer.text
    anne.post(ADRESSE, skjema(anne, utkast="slett"))
    assert egne() == {}


def test_nobody_else_sees_a_draft_neither_on_the_page_nor_in_the_database(som):
    anne = som("folkehelse")
    anne.post(ADRESSE, skjema(anne, gjort="Bare mitt", utkast="1"), headers=STILLE)
    assert egne()[12]["gjort"] == "Bare mitt"
    assert "Bare mitt" not in som("slt").get(TABELL).text
    assert egne("slt") == {}


def test_what_another_told_meanwhile_is_shown_before_one_saves_and_at_saving(som):
    anne = som("folkehelse")
    anne.post(TABELL, tabell(anne, EGNE, t7__status="i_rute", t7__gjort="Annes", utkast="1"), headers=STILLE)
    rapporter(7, gjort="Karis ord", av="slt")
    for page in (TABELL, "/tiltak/7/status/"):
        text = anne.get(page).text
        assert "Kari Nordby svarte «I rute»" in text
        assert "Karis ord" in text
        assert "Annes</textarea>" in text
    answer = anne.post(TABELL, skjulte(text_of(anne), "t7") | {"t7-status": "i_rute", "t7-gjort": "Annes"})
    assert "Kari Nordby endret dette" in answer.text
    assert Statusrapport.objects.count() == 1


def text_of(client) -> str:
    return client.get(TABELL).text


def test_a_draft_lives_for_fourteen_days_and_the_worker_takes_only_the_old(som, rigg):
    anne = som("folkehelse")
    anne.post(TABELL, tabell(anne, EGNE, t7__gjort="Gammelt", t12__gjort="Nytt", utkast="1"), headers=STILLE)
    with rigg:
        Statusutkast.objects.filter(tiltak=tiltak(7)).update(endret=timezone.now() - timedelta(days=15))
    text = text_of(anne)
    assert ("Gammelt" in text, "Nytt" in text) == (False, True)
    with connection.cursor() as cursor:
        cursor.execute("SET ROLE hp_worker")
        Statusutkast.objects.all().delete()
        cursor.execute("SET ROLE hp_web")
    assert sorted(egne()) == [12]


def test_nul_bytes_a_megabyte_and_other_peoples_rows_do_no_harm(som):
    anne = som("folkehelse")
    kari = skjulte(som("slt").get(TABELL).text, "t4")
    data = tabell(anne, EGNE, t7__gjort="a\x00b", t12__gjort="x" * 1_000_000, utkast="1")
    assert anne.post(TABELL, data | kari | {"t4-gjort": "Fremmed"}, headers=STILLE).status_code in (204, 400)
    assert 4 not in egne()
    assert all("\x00" not in felt["gjort"] and len(felt["gjort"]) <= 20_000 for felt in egne().values())


def test_a_rows_button_leads_to_the_row_below(som):
    anne = som("folkehelse")
    answer = anne.post(TABELL, tabell(anne, EGNE, t7__status="i_rute", t7__gjort="Sju", rad="7"))
    assert answer.headers["Location"] == "/tiltak/oppdater/#id_t12-status"
    last = anne.post(TABELL, tabell(anne, (18,), t18__status="i_rute", t18__gjort="Atten", rad="18"))
    assert last.headers["Location"] == "/tiltak/oppdater/"


def test_last_years_answer_stands_beside_each_field(som):
    rapporter(7, ar=idag().year - 1, gjort="Gjort før", neste_steg="Neste før")
    row = re.search(r'<section class="hp-oppdaterrad" id="t7".*?</section>', text_of(som("folkehelse")), re.S)[0]
    assert re.findall(r"I fjor: ([^<]+)", row) == ["I rute", "Gjort før", "Neste før"]
