"""The age is put right when it was wrong or a birthday has passed; consents that are then not enough end (R16, R17)."""

import pytest

from bekymring.choices import Formal
from bekymring.lesing.grunnlag import dagslutt, dekning
from demo import regi
from vern.kontekst import som as i_kontekst

from .conftest import samtykket, til_saksliste
from .skjema import send, valgene

pytestmark = pytest.mark.django_db


def gitt(som, fyller: str):
    """The case and the answer, after the koordinator filled in the consent form with the day the person turns 18."""
    sak = regi.meld("16_17")
    regi.til_avklaring(sak)
    slt, side = som("slt"), f"/bekymring/{sak.ref}/samtykke/"
    mottakere = valgene(slt.get(side), "mottakere")[:1]
    data = samtykket(mottakere=mottakere, gyldig_til=f"{regi.om(300):%d.%m.%Y}", fyller=fyller)
    return sak, send(slt, side, **data)


def dekket(sak):
    """Until which day the one whom the consent names is covered, for the kjernegruppe."""
    with i_kontekst(regi.person("slt")):
        [svar] = dekning(sak, [regi.person("kjerne.barnevern").pk], Formal.KJERNEGRUPPE).values()
    return svar.til


def test_guardians_consent_ends_when_the_person_turns_18_and_the_own_consent_carries_on(som, grupper):
    """R17: nobody is out on the day, where the person has said yes too."""
    sak, _ = gitt(som, f"{regi.om(100):%d.%m.%Y}")
    assert dekket(sak) == dagslutt(regi.om(300))


def test_a_birthday_after_the_consent_has_ended_changes_nothing(som, grupper):
    sak, _ = gitt(som, f"{regi.om(400):%d.%m.%Y}")
    assert dekket(sak) == dagslutt(regi.om(300))


def test_one_who_is_18_already_is_not_16_to_17(som, grupper):
    sak, svar = gitt(som, f"{regi.om(0):%d.%m.%Y}")
    assert "Med den datoen er personen ikke 16–17 år." in svar.content.decode()
    with i_kontekst(regi.person("slt")):
        assert not sak.samtykker.exists()


@pytest.mark.parametrize(
    ("alder", "bursdag"),
    [("under_10", ""), ("10_12", "13 år"), ("13_15", "15 år"), ("16_17", "18 år"), ("18_24", ""), ("25_pluss", "")],
)
def test_the_birthday_that_changes_who_consents_is_asked_for_and_no_other(som, grupper, alder, bursdag):
    sak = regi.meld(alder)
    regi.til_avklaring(sak)
    side = som("slt").get(f"/bekymring/{sak.ref}/samtykke/").content.decode()
    assert ("personen" in side and f"personen {bursdag}" in side) if bursdag else 'name="fyller"' not in side


def test_older_than_the_guardians_alone_can_consent_for_closes_the_case_for_the_members_at_once(som, grupper):
    sak = til_saksliste("10_12", givere=["foresatt"])
    helse, slt = som("kjerne.helse"), som("slt")
    assert helse.get(sak.her).status_code == 200
    svar = send(slt, f"{sak.her}alder/", aldersspenn="13_15")
    assert "13–15 år" in svar.content.decode()
    assert "Alderen er rettet" in svar.content.decode()
    assert helse.get(sak.her).status_code == 404


def test_at_18_the_persons_own_consent_carries_on_without_the_guardians(som, pa_saksliste):
    send(som("slt"), f"{pa_saksliste.her}alder/", aldersspenn="18_24")
    assert "18–24 år" in som("kjerne.helse").get(pa_saksliste.her).content.decode()
    with i_kontekst(regi.person("slt")):
        egne = pa_saksliste.sak.samtykker.get(part__type="selv")
    regi.trekk_samtykke(pa_saksliste.sak, egne)
    assert som("kjerne.helse").get(pa_saksliste.her).status_code == 404


def test_a_correction_that_the_consent_still_covers_closes_nothing(som, pa_saksliste):
    send(som("slt"), f"{pa_saksliste.her}alder/", aldersspenn="13_15")
    assert "13–15 år" in som("kjerne.helse").get(pa_saksliste.her).content.decode()


def test_two_who_correct_at_once_do_not_overwrite_each_other(som, pa_saksliste):
    svar = send(som("slt"), f"{pa_saksliste.her}alder/", aldersspenn="18_24", versjon="0")
    assert "Noen andre har endret saken" in svar.content.decode()
    assert "16–17 år" in som("slt").get(pa_saksliste.her).content.decode()
