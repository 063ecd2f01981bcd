"""A teacher reports between two lessons: short pages, a draft, no names, sent once."""

import pytest

from bekymring.models import Kvittering, Sak, Sperre
from demo import regi
from felles.dato import langdato
from vern.kontekst import som as i_kontekst

from .skjema import felt, send

pytestmark = pytest.mark.django_db


def fyll_ut(laerer, **mer):
    send(
        laerer, "/bekymring/meld/", observasjon=mer.pop("observasjon", "Eleven viste en voldelig video."), kilde="selv"
    )
    send(laerer, "/bekymring/meld/hvem/", aldersspenn="16_17", beskyttelse="Har en trener hen stoler på.")
    return send(laerer, "/bekymring/meld/gjort/", gjort="Snakket med eleven.", droftet="on", **mer)


def antall(hvem="slt"):
    with i_kontekst(regi.person(hvem)):
        return Sak.objects.visible_to(regi.person(hvem)).count()


def test_the_first_page_says_112_and_what_it_is_not(som):
    side = som("laerer").get("/bekymring/meld/").content.decode()
    assert "Er det fare for liv nå? Ring 112." in side
    assert "Dette er ikke en melding til barnevernet." in side


def test_what_is_missing_is_said_at_the_top_and_by_the_field_and_nothing_is_lost(som):
    svar = send(som("laerer"), "/bekymring/meld/", observasjon="Han slo.", kilde=[])
    side = svar.content.decode()
    assert "Du må rette 1 feil" in side
    assert "Han slo." in side


def test_a_draft_is_kept_and_only_the_writer_finds_it(som):
    laerer = som("laerer")
    send(laerer, "/bekymring/meld/", observasjon="Halvferdig tekst", utkast="1", kilde=[])
    side = laerer.get("/bekymring/meld/").content.decode()
    assert "Halvferdig tekst" in side
    assert "Bare du ser det." in side
    assert "Du har et utkast" in laerer.get("/bekymring/").content.decode()
    assert "Du har et utkast" not in som("slt").get("/bekymring/").content.decode()


def test_a_draft_can_be_deleted(som):
    laerer = som("laerer")
    send(laerer, "/bekymring/meld/", observasjon="Halvferdig tekst", utkast="1", kilde=[])
    send(laerer, "/bekymring/meld/", slett="1")
    assert "Halvferdig tekst" not in laerer.get("/bekymring/meld/").content.decode()


def test_one_must_have_talked_with_the_leader_or_say_that_it_cannot_wait(som):
    laerer = som("laerer")
    send(laerer, "/bekymring/meld/", observasjon="Noe skjedde.", kilde="selv")
    send(laerer, "/bekymring/meld/hvem/", aldersspenn="16_17", beskyttelse="Noe bra.")
    svar = send(laerer, "/bekymring/meld/gjort/", gjort="Ingenting ennå.")
    assert "Drøft bekymringen med lederen din først" in svar.content.decode()


def test_the_last_page_cannot_be_reached_past_the_others(som):
    svar = som("laerer").get("/bekymring/meld/se-over/")
    assert svar["Location"] == "/bekymring/meld/sett/"


def test_what_looks_like_a_name_must_be_looked_over(som):
    laerer = som("laerer")
    side = fyll_ut(laerer, observasjon="I går slo Kari Nordmann en annen.").content.decode()
    assert "«Kari Nordmann» ligner på et navn" in side
    svar = send(laerer, "/bekymring/meld/se-over/")
    assert "Endre teksten, eller bekreft" in svar.content.decode()
    assert antall() == 0
    svar = send(laerer, "/bekymring/meld/se-over/", tekst_bekreftet="on")
    assert "Vi har fått bekymringen" in svar.content.decode()


def test_sent_twice_is_one_case_and_the_same_receipt(som):
    laerer = som("laerer")
    skjema = felt(fyll_ut(laerer))
    forste = laerer.post("/bekymring/meld/se-over/", skjema)
    andre = laerer.post("/bekymring/meld/se-over/", skjema)
    assert forste["Location"] == andre["Location"]
    assert antall() == 1
    with i_kontekst(regi.person("laerer")):
        assert Kvittering.objects.count() == 1


def test_a_made_up_key_is_refused_and_nothing_is_lost(som):
    laerer = som("laerer")
    skjema = felt(fyll_ut(laerer)) | {"nokkel": "0" * 32}
    side = laerer.post("/bekymring/meld/se-over/", skjema).content.decode()
    assert "Vi kunne ikke kjenne igjen skjemaet" in side
    assert antall() == 0


def test_with_the_koordinator_inhabil_the_deputy_answers_and_the_koordinator_sees_nothing(som):
    laerer = som("laerer")
    fyll_ut(laerer, inhabil="on")
    side = send(laerer, "/bekymring/meld/se-over/").content.decode()
    assert "Hanne Berge svarer deg" in side
    assert antall("slt") == 0
    assert antall("slt2") == 1
    with i_kontekst(regi.person("slt")):
        assert Sperre.objects.count() == 1


def test_the_receipt_stays_when_the_case_is_referred_but_the_text_is_closed(som, grupper):
    laerer = som("laerer")
    fyll_ut(laerer)
    send(laerer, "/bekymring/meld/se-over/")
    with i_kontekst(regi.person("slt")):
        sak = Sak.objects.get()
    adresse = laerer.get("/bekymring/").content.decode().split('href="/bekymring/kvittering/')[1].split('"')[0]
    assert "Eleven viste" in laerer.get(f"/bekymring/kvittering/{adresse}").content.decode()
    regi.til_avklaring(sak)
    regi.gi_samtykke(sak)
    regi.steg(sak, "slt", "henvis")
    side = laerer.get(f"/bekymring/kvittering/{adresse}").content.decode()
    assert "Vi har fått bekymringen" in side
    assert "Eleven viste" not in side
    assert laerer.get(f"/bekymring/{sak.ref}/").status_code == 404


@pytest.mark.parametrize(
    "tekst", ["x" * 1_000_000, "emoji 😀 og æøå", "<script>alert(1)</script>", "' OR 1=1 --", "\u202e omvendt"]
)
def test_strange_text_gives_a_page_or_a_message(som, tekst):
    svar = send(som("laerer"), "/bekymring/meld/", observasjon=tekst, kilde="selv")
    assert svar.status_code == 200
    assert "<script>alert" not in svar.content.decode()


@pytest.mark.parametrize("side", ["se-over/", "hvem/", "gjort/", ""])
@pytest.mark.parametrize("hvem", ["fremmed", "radmann", "politi", "system"])
def test_for_others_than_reporters_the_form_does_not_exist(som, hvem, side):
    assert som(hvem).get(f"/bekymring/meld/{side}").status_code == 404


def test_a_returned_report_is_written_again_and_only_the_newest_text_counts(som, grupper):
    sak = regi.steg(regi.meld(), "slt", "returner", begrunnelse="Skriv mer om hva dere har gjort.")
    laerer, her = som("laerer"), f"/bekymring/{sak.ref}/"
    side = laerer.get(her).content.decode()
    assert "Skriv mer om hva dere har gjort." in side
    svar = send(laerer, her + "pa-nytt/", gjort="NY TEKST: rektor har ringt hjem.")
    assert "Sendt på nytt." in svar.content.decode()
    assert "Skriv mer om hva dere har gjort." not in svar.content.decode()
    assert "NY TEKST" in svar.content.decode()
    assert "Kontaktlærer har snakket med eleven." not in svar.content.decode()
    assert "NY TEKST" in som("slt").get(her + "oppsummering/").content.decode()
    assert laerer.get(her + "pa-nytt/").status_code == 404


def test_sent_again_without_looking_over_the_text_says_so(som, grupper):
    sak = regi.steg(regi.meld(), "slt", "returner", begrunnelse="Mer.")
    svar = send(som("laerer"), f"/bekymring/{sak.ref}/pa-nytt/", gjort="Jeg ringte Kari Nordmann.")
    assert "«Kari Nordmann» ligner på et navn" in svar.content.decode()


def test_the_receipt_says_the_day_one_is_answered_by(som):
    laerer = som("laerer")
    fyll_ut(laerer)
    side = send(laerer, "/bekymring/meld/se-over/").content.decode()
    with i_kontekst(regi.person("slt")):
        frist = Sak.objects.get().frist
    assert f"svarer deg senest {langdato(frist)}." in side
