"""What people see when something of a case ends: messages in plain words, the list of what was shared, and their own
text given back when the page was no longer theirs."""

import pytest

from bekymring.models import Beskjed
from demo import regi
from tests.factories.grunnlag import ja
from vern.kontekst import som as i_kontekst

pytestmark = pytest.mark.django_db
TEKST = "EGENTEKSTMERKE om hva helsetjenesten mener."


def lenke_til(navn, art):
    with i_kontekst(regi.person(navn)):
        return f"/bekymring/beskjed/{Beskjed.objects.get(bruker=regi.person(navn), art=art).pk}/"


@pytest.mark.parametrize(
    ("navn", "side", "felter"),
    [
        ("kjerne.helse", "vurdering/", {"sone": "helse", "innhold": TEKST}),
        ("kjerneleder", "steg/konkluder/", {"begrunnelse": TEKST, "type": "tilbud"}),
    ],
)
def test_what_was_typed_while_the_ground_went_away_is_given_back_and_nothing_of_the_case(
    som, pa_saksliste, navn, side, felter
):
    klient = som(navn)
    assert klient.get(pa_saksliste.her + side).status_code == 200
    regi.trekk_samtykke(pa_saksliste.sak, pa_saksliste.samtykke)
    svar = klient.post(pa_saksliste.her + side, felter)
    html = svar.content.decode()
    assert svar.status_code == 404
    assert "Det du skrev, er ikke lagret" in html
    assert TEKST in html
    assert pa_saksliste.sak.nummer not in html
    ukjent = klient.post("/bekymring/finnes-ikke/" + side, felter)
    assert ukjent.content == svar.content


def test_what_was_typed_is_shown_as_text_and_keys_and_choices_are_not(som):
    html = (
        som("politi").post("/bekymring/nei/vurdering/", {"innhold": "<b>a b</b>", "nokkel": "abc-def"}).content.decode()
    )
    assert "&lt;b&gt;a b&lt;/b&gt;" in html
    assert "abc-def" not in html
    assert "ikke lagret" not in som("politi").post("/bekymring/nei/vurdering/", {"nokkel": "abc-def"}).content.decode()


def test_the_police_are_told_when_the_conversation_was_and_who_tells_the_person_and_then_it_is_off_the_page(
    som, med_samtale
):
    regi.trekk_samtykke(med_samtale.sak, med_samtale.samtykke)
    klient, her = som("politi"), lenke_til("politi", "samtale_forer")
    assert "En samtale du skulle holde, er avlyst" in klient.get("/").content.decode()
    side = klient.get(her).content.decode()
    assert "skal ikke holdes" in side
    assert f"{regi.person('slt').navn} sier fra til den det gjelder" in side
    assert med_samtale.sak.nummer not in side
    assert "Åpne saken" not in side
    assert klient.post(her).status_code == 302
    assert her not in klient.get("/").content.decode()
    assert som("slt").get(her).status_code == 404


def test_the_koordinator_is_told_to_tell_the_person_and_finds_what_had_been_shared(som, med_samtale):
    regi.trekk_samtykke(med_samtale.sak, med_samtale.samtykke)
    klient = som("slt")
    assert "Du sier fra til den det gjelder" in klient.get(lenke_til("slt", "samtale_si_fra")).content.decode()
    liste = klient.get(med_samtale.her + "delt/").content.decode()
    assert regi.person("politi").navn in liste
    assert "Holde en bekymringssamtale" in liste
    for andre in ("slt2", "politi", "kjerneleder"):
        assert som(andre).get(med_samtale.her + "delt/").status_code == 404


def test_an_adults_conversation_asks_nothing_of_guardians_and_a_childs_does(som, grupper, pa_saksliste):
    regi.konkluder(pa_saksliste.sak)
    side = som("politi").get(pa_saksliste.her + "samtale/").content.decode()
    assert "Hvem kontakter de foresatte?" in side
    assert "over 18 år" not in side


def test_withdrawn_the_page_says_only_what_is_true(som, grupper):
    sak = regi.til_avklaring(regi.meld("25_pluss"))
    rad = ja(sak, "selv", "helse", formal="kjernegruppe")
    trekk = f"/bekymring/{sak.ref}/samtykke/{rad.pk}/trekk/"
    assert "Ingenting var delt på det nå." in som("slt").post(trekk, follow=True).content.decode()
    assert "Samtykket var trukket fra før." in som("slt").post(trekk, follow=True).content.decode()
