"""A consent opens for those it names, until its last day or until it is withdrawn: one click, no reason (R5-R7)."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError

from bekymring.lesing.grunnlag import dagslutt
from bekymring.models import Delingsgrunnlag, Hjemmel, Samtykke
from bekymring.services import samtykke
from demo import regi
from felles.tid import idag, na
from samarbeid.models import Aktor
from tests.factories.gang import henvist, meldt
from tests.factories.grunnlag import dekkes, ja, part
from tests.factories.rapporter import forbi_veggene
from tests.factories.spor import handler, hendelser, holder

pytestmark = pytest.mark.django_db
FELT = {"form": "skriftlig", "opplysninger": ["med_navn"], "formal": ["kjernegruppe"]}


@pytest.fixture
def sak(db):
    return regi.til_avklaring(meldt())


def gi(sak, *slugs, nokkel=None, **felt):
    giver = part(sak, "selv")
    with handler("slt") as slt:
        [rad] = samtykke.gi_samtykke(
            av=slt,
            sak=sak,
            nokkel=nokkel or uuid4(),
            givere=[giver],
            mottakere=list(Aktor.objects.filter(slug__in=slugs)),
            **({"gyldig_til": idag()} | FELT | felt),
        )
    return rad


def grunnlag(sak):
    with forbi_veggene():
        return list(Delingsgrunnlag.objects.filter(sak=sak).select_related("mottaker", "hjemmel", "samtykke__part"))


def test_each_recipient_gets_a_ground_of_its_own_to_the_end_of_the_last_day(sak):
    rad = gi(sak, "helse", "barnevern", gyldig_til=idag() + timedelta(days=5))
    assert {(g.mottaker.slug, g.hjemmel.kode, g.til) for g in grunnlag(sak)} == {
        (slug, "samtykke", dagslutt(idag() + timedelta(days=5))) for slug in ("helse", "barnevern")
    }
    assert rad.informert
    assert rad.registrert_av.username == "slt"


def test_the_same_form_twice_is_one_consent(sak):
    nokkel = uuid4()
    assert gi(sak, "helse", nokkel=nokkel) == gi(sak, "helse", nokkel=nokkel)
    assert len(grunnlag(sak)) == 1
    assert [art for art, _ in hendelser(sak)].count("samtykke") == 1


def test_the_consent_stands_on_the_wording_in_use_today(sak):
    gi(sak, "helse")
    with handler("slt"):
        assert grunnlag(sak)[0].hjemmel == Hjemmel.objects.gjeldende(idag()).get(kode="samtykke")


def test_an_oral_consent_without_a_witness_leaves_neither_consent_nor_ground(sak):
    with pytest.raises(IntegrityError):
        gi(sak, "helse", form="muntlig")
    with forbi_veggene():
        assert not Samtykke.objects.filter(sak=sak).exists()
    assert grunnlag(sak) == []


def test_withdrawn_it_closes_what_it_opened_and_nothing_else(sak):
    regi.gi_samtykke(sak, "skole-barnehagekontor")
    helse = regi.gi_samtykke(sak, "helse", "sandefjord-politi", "barnevern")
    regi.steg(sak, "slt", "henvis")
    regi.steg(sak, "kjerneleder", "sett_pa_saksliste", mote=regi.mote())
    assert ("les", "helse") in holder(sak, "kjerne.helse")
    regi.trekk_samtykke(sak, helse)
    assert holder(sak, "kjerne.helse") == set()
    assert holder(sak, "kjerne.barnevern") == set()
    assert ("led", "") in holder(sak, "kjerneleder")


def test_withdrawn_no_ground_of_it_holds_any_longer():
    """One of those who must agree is enough, whoever else has said yes (R7, R16)."""
    sak = henvist()
    assert dekkes(sak, "kjerneleder", "kjernegruppe")
    with handler("slt") as slt:
        rad = sak.samtykker.get(part__type="selv")
        samtykke.trekk_samtykke(av=slt, sak=sak, samtykke=rad)
        assert (rad.trukket_av, rad.trukket <= na()) == (slt, True)
    assert not dekkes(sak, "kjerneleder", "kjernegruppe")
    assert ("samtykke_trukket", "felles") in hendelser(sak)


def test_what_each_party_has_said_yes_to_is_a_row_of_its_own_with_a_ground_of_its_own(sak):
    """R20."""
    for giver in (part(sak, "selv"), part(sak, "foresatt", 1), part(sak, "foresatt", 2)):
        ja(sak, giver, "helse", formal="kjernegruppe")
    assert sorted((g.samtykke.part.type, g.samtykke.part.nummer) for g in grunnlag(sak)) == [
        ("foresatt", 1),
        ("foresatt", 2),
        ("selv", 1),
    ]


def test_withdrawn_twice_is_once(sak):
    rad = gi(sak, "helse", gyldig_til=idag() + timedelta(days=5))
    regi.trekk_samtykke(sak, rad)
    forste = rad.trukket
    regi.trekk_samtykke(sak, rad)
    assert rad.trukket == forste
    assert [art for art, _ in hendelser(sak)].count("samtykke_trukket") == 1


def test_a_ground_that_had_ended_keeps_its_end(sak):
    rad = gi(sak, "helse", gyldig_til=idag())
    slutt = na() - timedelta(minutes=1)
    with forbi_veggene():
        Delingsgrunnlag.objects.filter(sak=sak).update(fra=slutt - timedelta(days=1), til=slutt)
    regi.trekk_samtykke(sak, rad)
    assert [g.til for g in grunnlag(sak)] == [slutt]
