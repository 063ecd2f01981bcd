"""The age is put right when it was wrong or a birthday has passed; consents that are then not enough end (R16, R17)."""

import pytest

from demo import regi
from vern.kontekst import som as i_kontekst

from .skjema import send, valgene

pytestmark = pytest.mark.django_db


def samtykket(som, fyller: str):
    """The consent as it was written after the koordinator filled in the form, or the page that refused it."""
    sak = regi.meld("16_17")
    regi.til_avklaring(sak)
    data = {"giver": "begge", "form": "skriftlig", "gyldig_til": f"{regi.om(300):%d.%m.%Y}", "informert": "on"}
    slt, side = som("slt"), f"/bekymring/{sak.ref}/samtykke/"
    mottakere = valgene(slt.get(side), "mottakere")[:1]
    svar = send(slt, side, **data, mottakere=mottakere, blir_voksen=fyller)
    with i_kontekst(regi.person("slt")):
        return sak.samtykker.first() or svar.content.decode()


def test_a_consent_ends_the_day_before_the_person_turns_18(som, grupper):
    assert samtykket(som, f"{regi.om(100):%d.%m.%Y}").gyldig_til == regi.om(99)


def test_a_birthday_after_its_end_changes_nothing(som, grupper):
    assert samtykket(som, f"{regi.om(400):%d.%m.%Y}").gyldig_til == regi.om(300)


def test_one_who_is_18_already_is_not_16_to_17(som, grupper):
    assert "Er personen fylt 18 år, må du rette alderen først." in samtykket(som, f"{regi.om(0):%d.%m.%Y}")


def test_only_for_16_to_17_is_the_birthday_asked_for(som, grupper):
    sak = regi.meld("10_12")
    regi.til_avklaring(sak)
    assert "fyller personen 18" not in som("slt").get(f"/bekymring/{sak.ref}/samtykke/").content.decode()


def test_at_18_a_consent_by_the_foresatte_closes_the_case_for_the_members_at_once(som, pa_saksliste):
    helse, slt = som("kjerne.helse"), som("slt")
    assert helse.get(pa_saksliste.her).status_code == 200
    svar = send(slt, f"{pa_saksliste.her}alder/", aldersspenn="18_24")
    assert "18–24 år" in svar.content.decode()
    assert "Alderen er rettet" in svar.content.decode()
    assert helse.get(pa_saksliste.her).status_code == 404


def test_a_correction_that_the_consent_still_covers_closes_nothing(som, pa_saksliste):
    send(som("slt"), f"{pa_saksliste.her}alder/", aldersspenn="13_15")
    assert "13–15 år" in som("kjerne.helse").get(pa_saksliste.her).content.decode()


def test_two_who_correct_at_once_do_not_overwrite_each_other(som, pa_saksliste):
    svar = send(som("slt"), f"{pa_saksliste.her}alder/", aldersspenn="18_24", versjon="0")
    assert "Noen andre har endret saken" in svar.content.decode()
    assert "16–17 år" in som("slt").get(pa_saksliste.her).content.decode()
