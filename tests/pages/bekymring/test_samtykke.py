"""A consent is renewed, narrowed and put right, and the page says how each was given and how it stands (R5, R7)."""

from datetime import timedelta

import pytest
from dateutil.relativedelta import relativedelta

from bekymring.choices import Opplysning
from bekymring.models import Samtykke
from demo import regi
from felles.dato import kortdato
from felles.tid import idag
from tests.factories.dager import Om
from vern.kontekst import som as i_kontekst

from .conftest import samtykket
from .skjema import felt, send, valgene

pytestmark = pytest.mark.django_db


@pytest.fixture
def avklart(grupper):
    """A case of 16-17 years whose both parties have said yes to all of it."""
    sak = regi.meld("16_17")
    regi.til_avklaring(sak)
    regi.gi_samtykke(sak, dager=100)
    return sak


def rader(sak):
    with i_kontekst(regi.person("slt")):
        return list(sak.samtykker.select_related("part").order_by("tid", "pk"))


def siden(som, sak):
    return som("slt").get(f"/bekymring/{sak.ref}/oppsummering/").content.decode()


def side(sak, rad, hvordan):
    return f"/bekymring/{sak.ref}/samtykke/{rad.pk}/{hvordan}/"


def den_unges(sak):
    return next(rad for rad in rader(sak) if rad.part.type == "selv" and rad.holder)


def test_renewed_it_is_the_same_with_a_new_day_and_the_case_stays_open(som, pa_saksliste):
    sak, gammelt = pa_saksliste.sak, den_unges(pa_saksliste.sak)
    svar = send(
        som("slt"), side(sak, gammelt, "forny"), form="skriftlig", gyldig_til=Om(300), informert="on"
    ).content.decode()
    assert "Samtykket er fornyet." in svar
    nytt = den_unges(sak)
    assert (nytt.erstatter_id, nytt.gyldig_til) == (gammelt.pk, regi.om(300))
    with i_kontekst(regi.person("slt")):
        var, blir = (
            [(g.mottaker_id, g.mottaker_person_id, g.opplysninger, g.formal) for g in rad.grunnlag.order_by("pk")]
            for rad in (gammelt, nytt)
        )
    assert sorted(map(str, var)) == sorted(map(str, blir))
    assert som("kjerne.helse").get(pa_saksliste.her).status_code == 200
    assert f"fornyet {kortdato(regi.om(0))}" in siden(som, sak)


def test_narrowed_what_is_taken_away_closes_and_the_rest_stays_open(som, pa_saksliste):
    sak, slt = pa_saksliste.sak, som("slt")
    gammelt = den_unges(sak)
    her = side(sak, gammelt, "snevre")
    helse = next(v for v, navn in _navngitt(slt.get(her), "mottakere") if "elsestasjon" in navn or "Helse" in navn)
    igjen = [verdi for verdi in felt(slt.get(her))["mottakere"] if verdi != helse]
    svar = send(slt, her, mottakere=igjen, informert="on").content.decode()
    assert "Samtykket er snevret inn." in svar
    assert som("kjerne.helse").get(pa_saksliste.her).status_code == 404
    assert som("kjerneleder").get(pa_saksliste.her).status_code == 200


def test_what_is_narrowed_gets_nothing_new_and_loses_something(som, avklart):
    gammelt = den_unges(avklart)
    slt, her = som("slt"), side(avklart, gammelt, "snevre")
    assert "Ingenting er tatt bort." in send(slt, her, informert="on").content.decode()
    longer = send(slt, her, gyldig_til=Om(200), informert="on").content.decode()
    assert "kan ikke få noe nytt" in longer
    assert not {*valgene(slt.get(her), "opplysninger")} & {Opplysning.HELSE, Opplysning.UTVALGTE} - _hadde(gammelt)
    assert den_unges(avklart) == gammelt


def test_put_right_it_says_what_was_wrong_and_nobody_withdrew(som, avklart):
    gammelt = den_unges(avklart)
    svar = send(
        som("slt"), side(avklart, gammelt, "rett"), feil="lenge", gyldig_til=Om(30), informert="on"
    ).content.decode()
    assert "Samtykket er rettet." in svar
    var = next(rad for rad in rader(avklart) if rad.pk == gammelt.pk)
    assert (var.feil, var.trukket, den_unges(avklart).gyldig_til) == ("lenge", None, regi.om(30))
    page = siden(som, avklart)
    assert "rettet, det var registrert feil" in page
    assert "trukket" not in page.split("Samtykke</h3>")[1].split("Registrer at samtykket er trukket")[0]


def test_the_wrong_giver_is_put_right(som, avklart):
    gammelt = den_unges(avklart)
    send(som("slt"), side(avklart, gammelt, "rett"), feil="hvem", givere=["foresatt-1"], informert="on")
    assert {rad.part.type for rad in rader(avklart) if rad.holder} == {"foresatt"}


@pytest.mark.parametrize("felter", [{"feil": ""}, {"feil": "tull"}, {"informert": []}, {"gyldig_til": Om(-1)}])
def test_a_correction_that_is_not_whole_changes_nothing(som, avklart, felter):
    gammelt = den_unges(avklart)
    valg = {"feil": "lenge", "informert": "on"} | felter
    svar = send(som("slt"), side(avklart, gammelt, "rett"), **valg)
    assert "Du må rette" in svar.content.decode()
    assert den_unges(avklart) == gammelt


def test_withdrawn_between_page_and_press_it_is_not_renewed(som, avklart):
    gammelt, slt = den_unges(avklart), som("slt")
    her = side(avklart, gammelt, "forny")
    sett = felt(slt.get(her))
    slt.post(f"/bekymring/{avklart.ref}/samtykke/{gammelt.pk}/trekk/")
    svar = slt.post(her, sett | {"form": "skriftlig", "gyldig_til": str(Om(50)), "informert": "on"})
    assert "Samtykket gjelder ikke lenger." in svar.content.decode()
    assert not any(rad.part.type == "selv" and rad.holder for rad in rader(avklart))


def test_one_that_has_run_out_can_be_renewed_and_not_narrowed(som, avklart, rigg):
    gammelt = den_unges(avklart)
    with rigg:
        Samtykke.objects.filter(pk=gammelt.pk).update(gyldig_til=regi.om(-1))
    assert f"gikk ut {kortdato(regi.om(-1))}" in siden(som, avklart)
    narrowed = send(som("slt"), side(avklart, gammelt, "snevre"), gyldig_til=Om(0), informert="on")
    assert "gjelder ikke lenger" in narrowed.content.decode()
    send(som("slt"), side(avklart, gammelt, "forny"), form="skriftlig", gyldig_til=Om(50), informert="on")
    assert den_unges(avklart).gyldig_til == regi.om(50)


def test_the_same_form_twice_is_one_renewal(som, avklart):
    gammelt, slt = den_unges(avklart), som("slt")
    her = side(avklart, gammelt, "forny")
    data = felt(slt.get(her)) | {"form": "skriftlig", "gyldig_til": str(Om(50)), "informert": "on"}
    assert [slt.post(her, data).status_code for _ in range(2)] == [302, 302]
    assert sum(rad.part.type == "selv" for rad in rader(avklart)) == 2


@pytest.mark.parametrize(("dager", "godtas"), [(0, True), (1, False)])
def test_a_consent_holds_for_twelve_months_and_not_a_day_more(som, avklart, dager, godtas):
    til = idag() + relativedelta(years=1) + timedelta(days=dager)
    her = side(avklart, den_unges(avklart), "forny")
    svar = send(som("slt"), her, form="skriftlig", gyldig_til=f"{til:%d.%m.%Y}", informert="on").content.decode()
    assert ("høyst ett år" not in svar) == godtas
    assert (den_unges(avklart).gyldig_til == til) == godtas


@pytest.mark.parametrize("hvordan", ["tull", "trekke"])
def test_there_is_no_other_way(som, avklart, hvordan):
    assert som("slt").get(side(avklart, den_unges(avklart), hvordan)).status_code == 404


@pytest.mark.parametrize(
    ("alder", "giver", "sier"),
    [
        ("under_10", "selv", "Registrert som ikke gyldig for personen selv."),
        ("18_24", "selv", "Samtykket er registrert."),
        ("16_17", "selv", "Samtykket er registrert."),
    ],
)
def test_a_consent_by_one_who_may_not_is_registered_as_not_valid_and_says_who_may(som, grupper, alder, giver, sier):
    sak = regi.meld(alder)
    regi.til_avklaring(sak)
    slt, her = som("slt"), f"/bekymring/{sak.ref}/samtykke/"
    mottakere = valgene(slt.get(her), "mottakere")
    svar = send(slt, her, **samtykket(mottakere=mottakere, givere=[giver])).content.decode()
    assert sier in svar
    assert ("Ikke gyldig: ved denne alderen" in siden(som, sak)) == ("ikke gyldig" in sier)


def test_a_guardian_who_is_known_is_not_left_out_by_saying_that_there_is_one(som, avklart):
    slt, her = som("slt"), f"/bekymring/{avklart.ref}/samtykke/"
    mottakere = valgene(slt.get(her), "mottakere")
    send(slt, her, **samtykket(mottakere=mottakere, foreldreansvar="2", givere=["foresatt-1"]))
    svar = send(slt, her, **samtykket(mottakere=mottakere, foreldreansvar="1", givere=["foresatt-1"]))
    assert "To har foreldreansvar i denne saken." in svar.content.decode()
    with i_kontekst(regi.person("slt")):
        assert avklart.parter.filter(til=None, type="foresatt").count() == 2


def _navngitt(svar, navn):
    import re

    tekst = svar.content.decode()
    return re.findall(rf'name="{navn}"[^>]*value="(\d+)"[^>]*>.*?<label[^>]*>\s*([^<]+)', tekst, re.S)


def _hadde(samtykke):
    with i_kontekst(regi.person("slt")):
        return {en for g in samtykke.grunnlag.all() for en in g.opplysninger}
