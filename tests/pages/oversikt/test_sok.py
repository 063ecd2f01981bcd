"""The search page: what is found, for whom, how it is shown, and that nothing of a case is ever in it."""

import re
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from demo import regi
from felles.tid import idag, na
from samarbeid.models import Aktor, AktorAlias, Avtale, Forum, Kontaktrolle, Mote
from tests.conftest import PERSONER
from tests.factories.rapporter import forbi_veggene
from tests.factories.tiltak import fyll_opp, milepael, rapporter, tiltak
from tiltak.models import Aktivitet, Kommentar, MuligTiltak, Plan, Tiltak

pytestmark = pytest.mark.django_db
MERKE = "zebrafinkemerke"


def sok(client, q, **ekstra):
    answer = client.get("/sok/", {"q": q} | ekstra)
    assert answer.status_code == 200
    return answer


def lenker(answer):
    main = answer.text.split("<main", 1)[1]
    return re.findall(r'<h3>\s*<a href="([^"]+)"', main)


def merket(answer):
    return re.findall(r"<mark>([^<]+)</mark>", answer.text)


# --- What is found --------------------------------------------------------------------------------------------
def test_the_field_stands_on_every_page_and_is_a_plain_get_form(som):
    text = som("fremmed").get("/tiltak/4/").text
    assert text.count('<form class="hp-sok" method="get" action="/sok/" role="search"') == 2  # top, and phone menu


def test_nobody_searches_without_log_in(client):
    assert client.get("/sok/?q=skole").headers["Location"] == "/logg-inn/?next=/sok/%3Fq%3Dskole"
    assert "hp-sok" not in client.get("/logg-inn/").text


def test_a_tiltak_is_found_by_words_of_its_title_in_any_form(som):
    assert lenker(sok(som("fremmed"), "frivillig aktør"))[0] == "/tiltak/4/"


def test_a_tiltak_is_found_by_its_number(som):
    assert lenker(sok(som("fremmed"), "tiltak 13"))[0] == "/tiltak/13/"
    assert "/tiltak/13/" in lenker(sok(som("fremmed"), "13"))


def test_the_adopted_wording_and_the_possible_tiltak_are_found(som, rigg):
    with rigg:
        Tiltak.objects.filter(nr=6).update(ordlyd=f"Kommunen bruker {MERKE} hvert år.")
        MuligTiltak.objects.filter(nr=2).update(ordlyd=f"Et {MERKE} kan prøves.")
    assert set(lenker(sok(som("fremmed"), MERKE))) == {"/tiltak/6/", "/tiltak/mulige/2/"}


def test_status_texts_and_milestones_are_found_with_year_and_status(som):
    rapporter(4, gjort=f"Vi har holdt {MERKE} for lagene.", ar=idag().year - 1)
    milepael(12, tittel=f"Plan for {MERKE}")
    answer = sok(som("fremmed"), MERKE)
    assert set(lenker(answer)) == {"/tiltak/4/#historikk", "/tiltak/12/#milepaeler"}
    assert f"Status for {idag().year - 1}: I rute, Kari Nordby" in answer.text


def test_what_lies_under_a_tiltak_is_found_and_remarks_only_by_those_who_write_them(som):
    row = tiltak(12)
    with forbi_veggene():
        felt = {"tiltak": row, "dato": idag(), "art": "kurs", "status": "planlagt"}
        Aktivitet.objects.create(tittel=f"Kurs i {MERKE}", **felt)
        Aktivitet.objects.create(tittel=f"Tatt bort {MERKE}", tatt_bort=True, **felt)
        Kommentar.objects.create(tiltak=row, tekst=f"Husk {MERKE}", av=regi.person("slt"))
        Kommentar.objects.create(tiltak=row, tatt_bort=True, av=regi.person("slt"))
    assert lenker(sok(som("fremmed"), MERKE)) == ["/tiltak/12/#aktiviteter"]
    assert set(lenker(sok(som("slt"), MERKE))) == {"/tiltak/12/#aktiviteter", "/tiltak/12/#kommentarer"}


def test_a_superseded_report_is_not_found(som):
    rapporter(4, gjort=f"Feil: {MERKE}")
    rapporter(4, gjort="Rettet")
    assert lenker(sok(som("fremmed"), MERKE)) == []


def test_an_older_edition_is_found_and_its_address_says_so(som, rigg):
    with rigg:
        former = Plan.objects.gjeldende()
        Plan.objects.create(utgave=2030, tittel="Ny plan", erstatter=former)
    answer = sok(som("fremmed"), "frivillige aktører")
    assert lenker(answer)[0] == "/tiltak/4/?utgave=2016"
    assert "utgave 2016" in answer.text


@pytest.mark.parametrize(
    ("q", "ord"),
    [
        ("frivill", "frivillige"),  # the beginning of a word
        ("FRIVILLIGE", "frivillige"),
        ("gruppe", "kjernegrupper"),  # inside a longer word
        ("ungdommen", "ungdom"),
        ("skolene", "skole"),
    ],
)
def test_beginnings_forms_and_parts_of_words_are_found(som, rigg, q, ord):
    with rigg:
        Tiltak.objects.filter(nr=6).update(ordlyd=f"Her står {ord} alene.")
    assert "/tiltak/6/" in lenker(sok(som("fremmed"), q, bare="Tiltak"))


def test_a_with_a_ring_is_another_letter_than_a(som, rigg):
    with rigg:
        Tiltak.objects.filter(nr=5).update(ordlyd="Xbår og xære og xøy")
        Tiltak.objects.filter(nr=6).update(ordlyd="Xbar og xare og xoy")
    for q in ("xbår", "xære", "xøy"):
        assert lenker(sok(som("fremmed"), q)) == ["/tiltak/5/"], q
    for q in ("xbar", "xare", "xoy"):
        assert lenker(sok(som("fremmed"), q)) == ["/tiltak/6/"], q


def test_foreign_marks_do_not_count(som, rigg):
    with rigg:
        Tiltak.objects.filter(nr=5).update(ordlyd="Fra Zidémüller")
    assert lenker(sok(som("fremmed"), "zidemuller")) == ["/tiltak/5/"]


@pytest.mark.parametrize("feil", ["frvillige", "firvillige", "frivliige"])
def test_a_misspelt_word_is_put_right_and_the_page_says_so(som, feil):
    answer = sok(som("fremmed"), feil)
    assert f"Ingen treff på «{feil}». Viser treff på" in answer.text
    assert "/tiltak/4/" in lenker(answer)


def test_only_the_misspelt_word_of_several_is_changed(som):
    assert sok(som("fremmed"), "frvillige aktører").context["resultat"].rettet == "frivillige aktører"


def test_when_no_text_has_all_the_words_any_of_them_will_do(som, rigg):
    with rigg:
        Tiltak.objects.filter(nr=5).update(ordlyd="xylofonen")
        Tiltak.objects.filter(nr=6).update(ordlyd="kvernsteinen")
    answer = sok(som("fremmed"), "xylofon kvernstein")
    assert lenker(answer) == ["/tiltak/5/", "/tiltak/6/"]
    assert "Ingen tekst har alle ordene" in answer.text


def test_hits_are_shown_in_context_and_marked(som, rigg):
    with rigg:
        Tiltak.objects.filter(nr=6).update(ordlyd="Før. " * 80 + "Her bruker vi xylofonene i skolen. " + "Etter. " * 80)
    answer = sok(som("fremmed"), "xylofon")
    assert merket(answer) == ["xylofonene"]
    assert "… " in answer.text and "Her bruker vi <mark>" in answer.text


def test_what_stands_in_a_text_is_shown_as_text(som):
    rapporter(4, gjort=f"<b>{MERKE}</b> & <script>alert(1)</script>")
    text = sok(som("fremmed"), MERKE).text
    assert f"&lt;b&gt;<mark>{MERKE}</mark>&lt;/b&gt; &amp; &lt;script&gt;" in text


def test_many_hits_of_a_kind_are_cut_and_can_all_be_shown(som, rigg):
    with rigg:
        Tiltak.objects.update(ordlyd=MERKE)
    few = sok(som("fremmed"), MERKE)
    assert len(lenker(few)) == 8
    assert "Vis 10 til i «Tiltak»" in few.text
    assert len(lenker(sok(som("fremmed"), MERKE, bare="Tiltak"))) == 18


# --- The registry, by each one's right -----------------------------------------------------------------------------
@pytest.fixture
def partner(rigg):
    """A partner with a contact, an agreement and minutes, each with the marker in it."""
    with rigg:
        aktor = Aktor.objects.create(slug="m", navn=f"Laget {MERKE}", type="frivillig")
        AktorAlias.objects.create(aktor=aktor, navn=f"Gamle {MERKE}")
        Kontaktrolle.objects.create(
            aktor=aktor, verv=f"Leder {MERKE}", navn="Ola Xylander", telefon="33", kilde="nett", dato=idag(),
            samtykke_dato=idag(), slettes_dato=idag() + timedelta(days=90),
        )  # fmt: skip
        Avtale.objects.create(aktor=aktor, art="samarbeid", tittel=MERKE, gyldig_fra=idag(), dokumentreferanse="1")
        forum = Forum.objects.create(navn="Forum for prøving", formal=MERKE, ansvarlig=aktor)
        Mote.objects.create(forum=forum, tid=na() - timedelta(days=1), sted="Rådhuset", referat=f"Sagt: {MERKE}")
    return aktor


def slag(answer):
    return sorted(re.findall(r'<p class="hp-meta">(Kontakt|Samarbeidsavtale|Møte|Forum|Frivillig)', answer.text))


def test_those_with_a_role_find_partners_contacts_agreements_and_minutes(som, partner):
    answer = sok(som("slt"), MERKE)
    assert slag(answer) == ["Forum", "Frivillig", "Kontakt", "Møte", "Samarbeidsavtale"]
    assert "Kalles også <mark>Gamle</mark>" in sok(som("slt"), f"gamle {MERKE}").text


def test_a_partner_found_by_two_of_its_names_is_one_hit(som, partner):
    assert lenker(sok(som("slt"), MERKE, bare="Samarbeid")).count(f"/samarbeid/{partner.pk}/") == 2  # and the contact


def test_who_may_not_see_the_registry_finds_nothing_of_it(som, partner):
    answer = sok(som("fremmed"), MERKE)
    assert slag(answer) == [] and lenker(answer) == []


def test_who_works_here_without_a_role_finds_partners_and_no_contact_agreement_or_minutes(som, partner):
    with forbi_veggene():
        regi.person("fremmed").tilknytninger.create(aktor=partner, funksjon="ansatt")
    assert slag(sok(som("fremmed"), MERKE)) == ["Forum", "Frivillig"]
    assert lenker(sok(som("fremmed"), "Ola Xylander")) == []


def test_spelling_is_never_put_right_with_words_one_may_not_see(som, partner):
    assert MERKE not in sok(som("fremmed"), "zebrafinkemreke").text
    assert MERKE in sok(som("slt"), "zebrafinkemreke").text


def test_a_contact_due_for_deletion_is_not_found(som, partner):
    with forbi_veggene():
        Kontaktrolle.objects.update(dato=date(2020, 1, 1), samtykke_dato=date(2020, 1, 1), slettes_dato=idag())
    assert "Kontakt" not in slag(sok(som("slt"), MERKE))


# --- Nothing of a case ------------------------------------------------------------------------------------------
@pytest.mark.parametrize("persona", PERSONER)
def test_nothing_of_a_case_is_found_by_anybody(som, persona):
    sak = regi.ta_imot(regi.meld(observasjon=f"Hun sa {MERKE} og gikk."))
    for q in (MERKE, sak.nummer, sak.ref, sak.get_tilstand_display(), "zebrafinkemreke"):
        answer = sok(som(persona), q)
        assert MERKE not in "".join(re.findall(r'hp-treffliste">.*?</ol>', answer.text, re.S))
        assert not any(url.startswith(("/bekymring", "/kjernegruppe")) for url in lenker(answer))


def test_no_table_of_the_case_part_is_touched(som, partner):
    regi.meld()
    client = som("slt")
    with CaptureQueriesContext(connection) as seen:
        sok(client, "zebrafinkemreke ungdommer")
    assert not [q["sql"] for q in seen.captured_queries if "bekymring_" in q["sql"] or "vern_innsyn" in q["sql"]]


# --- Bad input, and how much it costs --------------------------------------------------------------------------------
@pytest.mark.parametrize("q", ["", " ", "og", "!!!", "😀", "'", "\\", "%", "a:* & b", "' OR 1=1 --", "-", "<script>x"])
def test_odd_questions_are_only_questions(som, q):
    answer = sok(som("slt"), q)
    assert "<script>" not in answer.text.replace('<script src="', "")


def test_no_hits_gives_help(som):
    text = sok(som("slt"), "qqxxyyzz").text
    assert "Ingen treff på «qqxxyyzz»" in text and "Prøv et kortere ord" in text


def test_a_very_long_question_is_answered_in_words(som):
    assert "Teksten kan være høyst 200 tegn." in sok(som("slt"), "x" * 201).text
    assert som("slt").get("/sok/", {"q": "x" * 100_000}).status_code == 200
    assert som("slt").get("/sok/?q=a%00b").status_code == 400


FULL, FEIL = 13, 16


@pytest.mark.parametrize("antall", [18, 30])
@pytest.mark.parametrize(("q", "sporringer"), [("møte", FULL), ("mtøe", FEIL)])
def test_the_number_of_queries_does_not_grow(som, rigg, antall, q, sporringer, django_assert_num_queries):
    with rigg:
        fyll_opp(antall)
        felt = {"status": "i_rute", "foreslatt": "i_rute", "gjort": "møte", "rapportert_av": regi.person("slt")}
        for row in Tiltak.objects.all():
            for year in range(2015, 2026):
                row.statusrapporter.get_or_create(ar=year, defaults=felt)
    client = som("slt")
    client.get("/sok/")
    with django_assert_num_queries(sporringer):
        sok(client, q)
